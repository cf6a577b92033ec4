"""Long titles in, short ones out: clipped at a word, unique where they stand side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from briefing.model.source import Source

SHORT = 34


def clip(text: str, room: int) -> str:
    """The text in at most `room` characters, cut at a word and marked with "…" if it is longer."""
    text = " ".join(text.split())
    if len(text) <= room:
        return text
    cut = text[: room - 1]
    if " " in cut[room // 2 :] and not text[room - 1].isspace():
        cut = cut[: cut.rindex(" ")]
    return cut.rstrip(" ,;:–—-(&") + "…"


def short_names(sources: Sequence[Source], subject: Sequence[str] = ()) -> dict[str, str]:
    """Source id → a name of at most 34 characters for footers, unique among the sources.

    The publisher; of several articles of one publisher with the day ("Northwind Times, 3 May 2026"); else the title.

    subject: names of the briefing's subject, which a title need not repeat.
    """
    publishers = Counter(source.publisher.strip() for source in sources)
    days = Counter((source.publisher.strip(), source.published) for source in sources)
    names: dict[str, str] = {}
    taken: set[str] = set()
    for source in sources:
        publisher = source.publisher.strip()
        alone = publisher and publishers[publisher] == 1
        day = _day(source.published) if days[publisher, source.published] == 1 else ""
        dated = f"{publisher}, {day}" if publisher and day else ""
        told = publisher if alone else dated if 0 < len(dated) <= SHORT else _titled(source, publisher, subject)
        name = clip(told, SHORT)
        if name.casefold() in taken:
            mark = f" [{source.id}]"
            name = clip(name, SHORT - len(mark)) + mark
        taken.add(name.casefold())
        names[source.id] = name
    return names


_MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


def _day(published: str) -> str:
    """ "2026-05-03" → "3 May 2026"; "" for anything less exact."""
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", published)
    if not match or not 1 <= int(match[2]) <= 12:
        return ""
    return f"{int(match[3])} {_MONTHS[int(match[2]) - 1]} {match[1]}"


def _titled(source: Source, publisher: str, subject: Sequence[str]) -> str:
    title = source.title.strip() or source.path.rsplit("/", 1)[-1]
    if publisher and len(publisher) <= SHORT // 2:
        return f"{publisher}: {title}"
    return _headline(title, subject)


def _headline(title: str, subject: Sequence[str]) -> str:
    """The part of a long headline that tells it from others: no "Acme's" in front, no sub-title behind."""
    for name in sorted(subject, key=len, reverse=True):
        owned = re.match(rf"{re.escape(name)}[\u2019']s (?=[A-Z\u201c\"])", title)
        if owned:
            title = title[owned.end() :]
            break
    if len(title) <= SHORT:
        return title
    parts = re.split(r"(?<=[?!]) |: | [\u2013\u2014|] ", title, maxsplit=1)
    return parts[0] if SHORT // 3 <= len(parts[0]) <= SHORT else title
