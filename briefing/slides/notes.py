"""What a slide rests on in, its speaker notes out: key message, verbatim quotes, caution; at most 1,800 signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.model.patterns import late
from briefing.model.records import dataclass

MOST = 1_800
_QUOTE = 240  # a longer quote is cut at a word: the head is still verbatim
_LIST = 900
_FORBIDDEN = late("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Notes:
    """message: "" takes the slide's title. quotes: (number of the source, verbatim words). full: names cut."""

    message: str = ""
    quotes: tuple[tuple[int, str], ...] = ()
    caution: tuple[str, ...] = ()
    full: str = ""

    def text(self, title: str) -> str:
        """The notes, plain text. Quotes that no longer fit are left out, whole."""
        head = f"KEY MESSAGE\n{self.message or title}."
        tail = ""
        if self.caution:
            tail += "\n\nCAUTION\n" + "\n".join(f"{line.rstrip('.')}." for line in self.caution)
        if self.full:
            tail += "\n\nFULL LIST\n" + (self.full if len(self.full) <= _LIST else self.full[: _LIST - 1] + "…")
        tail = _clean(tail)[: MOST // 2 + _LIST]
        room = MOST - len(_clean(head)) - len(tail) - len("\n\nEVIDENCE")
        lines: list[str] = []
        for line in self._evidence():
            if len(line) + 1 <= room:
                lines.append(line)
                room -= len(line) + 1
        body = "\n\nEVIDENCE\n" + "\n".join(lines) if lines else ""
        return (_clean(head) + body + tail)[:MOST]

    def _evidence(self) -> Iterator[str]:
        seen: set[tuple[int, str]] = set()
        for number, quote in self.quotes:
            words = verbatim_head(quote)
            if words and (number, words) not in seen:
                seen.add((number, words))
                yield f"[{number}] “{words}”"


def verbatim_head(quote: str) -> str:
    """The quote, or its beginning up to a line end, a forbidden sign or a word before the limit: still verbatim."""
    head = re.split(r"[\r\n]", quote.strip(), maxsplit=1)[0]
    barred = None if _harmless(head) else _FORBIDDEN.search(head)
    head = head[: barred.start()] if barred else head
    if len(head) > _QUOTE:
        space = head.rfind(" ", 0, _QUOTE)
        head = head[: space if space > _QUOTE // 2 else _QUOTE]
    return head.strip()


def _clean(text: str) -> str:
    return text if _harmless(text) else _FORBIDDEN.sub("", text)


def _harmless(text: str) -> bool:
    """Is there plainly no forbidden sign in the text? (False says nothing.)"""
    return text.isprintable() or text.replace("\n", "").replace("\u00a0", "").isprintable()
