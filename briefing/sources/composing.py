"""Paragraphs, headings, items and tables of a converted file → the stored text, with the kinds of its lines."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model.source import OriginHint, PassageKind, Span
from briefing.sources.document import Document


class Composer:
    """Writes the text that offsets will point into, one paragraph a line, white space collapsed.

    Items are written as "- …" and tables with bars, as plain text has them, so that all formats are cut the same way.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._kinds: dict[int, PassageKind] = {}
        self._within = False  # is a list or table being written, whose lines stand close?

    def paragraph(self, words: str, kind: PassageKind | None = None) -> None:
        """A line by itself; several where the words hold line breaks. kind: where the format tells it."""
        for line in words.splitlines():
            text = " ".join(line.split())
            if text:
                self._close()
                if kind:
                    self._kinds[self._length] = kind
                self._write(text + "\n\n")

    def item(self, words: str, level: int = 1, sign: str = "-") -> None:
        """A list item; level: 1 outermost. sign: "-", or the number with its full stop."""
        text = " ".join(words.split())
        if text:
            self._within = True
            self._write("  " * (level - 1) + f"{sign} {text}\n")

    def table(self, rows: Sequence[Sequence[str]], header: bool) -> None:
        """Rows of cells; header: the first row heads the columns."""
        filled = [row for row in rows if any(cell.strip() for cell in row)]
        if not filled:
            return
        self._close()
        for number, row in enumerate(filled):
            cells = (" ".join(cell.split()).replace("|", "\\|") for cell in row)
            self._write("| " + " | ".join(cells) + " |\n")
            if header and number == 0:
                self._write("|" + "---|" * len(row) + "\n")
        self._write("\n")

    def document(self, metadata: dict[str, str], origins: Sequence[str] = ()) -> Document:
        """What was written. origins: names of works that the file declares its story to be taken from."""
        text = "".join(self._parts).rstrip("\n") + "\n" if self._parts else ""
        hints = tuple(OriginHint(name, "declared", place_of(text, name)) for name in origins if name)
        return Document(text, 0, metadata, self._kinds, hints=hints)

    def _close(self) -> None:
        """An empty line behind a list."""
        if self._within:
            self._within = False
            self._write("\n")

    def _write(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)


def place_of(text: str, name: str) -> Span:
    """Where the text itself names something that was declared beside it; an empty span if it does not."""
    start = text.find(name)
    return Span(start, start + len(name)) if start >= 0 else Span(0, 0)
