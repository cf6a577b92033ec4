"""A Digest in, the plain text of a mail out: the same as the HTML, in lines of at most 72 characters."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterator, Sequence

from briefing.exports.mail.citing import citation, clean
from briefing.model.digest import Bars, Digest, DigestDoubt, DigestFact, DigestSource, Tag

_WIDTH = 72


def text(digest: Digest, attached: Sequence[str]) -> str:
    """attached: lines on the files."""
    return "\n".join(_lines(digest, attached)) + "\n"


def _lines(digest: Digest, attached: Sequence[str]) -> Iterator[str]:
    yield from _wrapped(digest.dated_title)
    yield ""
    yield from _wrapped(digest.headline)
    if digest.facts:
        yield ""
    for fact in digest.facts:
        yield from _fact(fact)
    if digest.changes:
        yield from _heading(f"What changed since {digest.changed_since}" if digest.changed_since else "What changed")
        for line in digest.changes:
            yield from _item(line)
    if digest.bars:
        yield from _bars(digest.bars)
    if digest.doubts:
        yield from _heading("Not verified")
        yield from _wrapped(digest.doubts_title)
        for doubt in digest.doubts:
            yield from _doubt(doubt)
    yield from _heading("Sources")
    yield from _wrapped(digest.sources_title)
    for source in digest.sources:
        yield from _source(source)
    if digest.legend:
        yield from _heading("How to read the standing")
        for tag in digest.legend:
            yield from _item(f"{_word(tag)}: {tag.means}")
    if attached:
        yield from _heading("Attached")
    for line in attached:
        yield from _item(line)


def _heading(words: str) -> Iterator[str]:
    yield ""
    yield from _wrapped(words)
    yield "-" * min(_WIDTH, _columns(clean(words)))


def _word(tag: Tag) -> str:
    return f"{tag.glyph} {tag.word}"


def _fact(fact: DigestFact) -> Iterator[str]:
    standing = f" [{', '.join(_word(tag) for tag in fact.tags)}]" if fact.tags else ""
    yield from _item(f"{fact.label}: {fact.value}{standing}")
    yield from _wrapped(f"{fact.note} {citation(fact.cites)}".strip(), "  ")


def _doubt(doubt: DigestDoubt) -> Iterator[str]:
    yield from _item(f"[{_word(doubt.tag)}] {doubt.text} {citation(doubt.cites)}".strip())
    told = (("Who says it", doubt.holder), ("Why it is open", doubt.why), ("What would settle it", doubt.verify))
    for label, words in told:
        if words:
            yield from _wrapped(f"{label}: {words}", "  ")


def _bars(bars: Bars) -> Iterator[str]:
    yield from _heading(bars.title)
    yield from _wrapped(bars.note)
    for row in bars.rows:
        when = f", {row.date}" if row.date else ""
        kind = f" ({row.kind})" if row.kind != "reported" else ""
        yield from _item(f"{row.name}{when}: {row.label}{kind}")


def _source(source: DigestSource) -> Iterator[str]:
    head = f"[{source.number}] "
    yield from _wrapped(f"{source.name}{f' ({source.detail})' if source.detail else ''}", " " * len(head), head)
    if source.url:
        yield f"{' ' * len(head)}{source.url}"


def _item(words: str) -> Iterator[str]:
    yield from _wrapped(words, "  ", "- ")


def _wrapped(words: str, indent: str = "", first: str = "") -> Iterator[str]:
    """Lines of at most 72 columns; words longer than that (addresses) keep a line of their own."""
    lines = textwrap.wrap(
        clean(words),
        _WIDTH,
        initial_indent=first or indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    yield from lines or [""]


def _columns(words: str) -> int:
    """How many columns of a terminal words take."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in words)
