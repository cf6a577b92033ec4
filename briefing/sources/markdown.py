"""Bytes of a Markdown file → Document: its words without the marks, headings and tables kept as what they are."""

from __future__ import annotations

import re

from briefing.model.source import PassageKind
from briefing.sources.decoding import decode
from briefing.sources.document import Document
from briefing.sources.text import front_matter

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_DEFINITION = re.compile(r" {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S+")
_QUOTE = re.compile(r"^(?: {0,3}> ?)+")
_STAR = re.compile(r"^([ \t]*)[*+]([ \t]+)(?=\S)")
_LONGEST = 20_000  # code points of a line that is searched for marks
# What stands inside a line: pictures, links, automatic links, notes, emphasis, code, marks of HTML, escapes.
_INSIDE = (
    (re.compile(r"!\[([^\]\n]{0,300})\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\])"), r"\1"),
    (re.compile(r"\[\^[^\]\n]{1,60}\]"), ""),
    (re.compile(r"\[([^\]\[\n]{1,500})\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\])"), r"\1"),
    (re.compile(r"<((?:https?://|mailto:)[^>\s]{1,2000})>"), r"\1"),
    (re.compile(r"<(?:!--[^\n]{0,5000}?--|/?[a-zA-Z][^<>\n]{0,500})>"), ""),
    (re.compile(r"(?<![\\\w*])(\*{1,3})(?=[^\s*])([^*\n]{1,2000}?)(?<=[^\s*\\])\1(?!\*)"), r"\2"),
    (re.compile(r"(?<![\\\w])(_{1,3})(?=[^\s_])([^_\n]{1,2000}?)(?<=[^\s_\\])\1(?![\w])"), r"\2"),
    (re.compile(r"~~([^~\n]{1,1000})~~"), r"\1"),
    (re.compile(r"`{1,2}([^`\n]{1,1000})`{1,2}"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~])"), r"\1"),
)


def convert(path: str, data: bytes) -> Document:
    """The words a reader of the rendered page sees. Raises InputError for what is no text."""
    text = decode(path, data).removeprefix("\ufeff")
    metadata, body = front_matter(text)
    writer = _Writer()
    for line in text[body:].splitlines():
        writer.line(line)
    return Document("".join(writer.parts), 0, metadata, writer.kinds)


class _Writer:
    """Writes the stored text line by line. Line breaks stay where they are: wrapped paragraphs are joined later."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.kinds: dict[int, PassageKind] = {}
        self.length = 0
        self.fenced = False
        self.titled = False

    def line(self, line: str) -> None:
        if _FENCE.match(line):
            self.fenced = not self.fenced
            return self._write("")
        if self.fenced or _DEFINITION.match(line):
            return self._write("")
        underlined = _UNDERLINE.match(line) if self.parts and self.parts[-1].strip() else None
        if underlined and "|" not in self.parts[-1] and _is_short(self.parts[-1]):
            return self._promote(underlined[1][0] == "=")
        if _RULE.match(line):
            return self._write("")
        line = _QUOTE.sub("", line, count=1)
        heading = _HEADING.match(line)
        if heading:
            self._mark(len(heading[1]) == 1)
            return self._write(_plain(heading[2]))
        return self._write(_plain(_STAR.sub(r"\1-\2", line, count=1)))

    def _mark(self, outermost: bool) -> None:
        self.kinds[self.length] = "title" if outermost and not self.titled else "heading"
        self.titled = self.titled or outermost

    def _promote(self, outermost: bool) -> None:
        """The line above turns out to be a heading: it was underlined."""
        self.length -= len(self.parts[-1])
        self._mark(outermost)
        self.length += len(self.parts[-1])
        self._write("")

    def _write(self, words: str) -> None:
        self.parts.append(words + "\n")
        self.length += len(words) + 1


def _is_short(line: str) -> bool:
    """A heading rather than the end of a paragraph that somebody drew a rule under."""
    return len(line) < 120 and not line.rstrip().endswith((".", ":", ";", ","))


def _plain(line: str) -> str:
    """The line without marks; one too long for a paragraph stays as it is, since searching it for pairs is slow."""
    if len(line) > _LONGEST or (line.isascii() and line.replace(" ", "").isalnum()):
        return line
    for pattern, words in _INSIDE:
        line = pattern.sub(words, line)
    return line
