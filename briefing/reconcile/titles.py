"""Long titles in, short ones out: clipped at a word, unique where they stand side by side."""

from __future__ import annotations

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


def short_names(sources: Sequence[Source]) -> dict[str, str]:
    """Source id → a name of at most 34 characters for footers: publisher, else title; unique among the sources."""
    publishers = [source.publisher.strip() for source in sources]
    names: dict[str, str] = {}
    taken: set[str] = set()
    for source, publisher in zip(sources, publishers, strict=True):
        name = clip(publisher if publisher and publishers.count(publisher) == 1 else _titled(source, publisher), SHORT)
        if name.casefold() in taken:
            mark = f" [{source.id}]"
            name = clip(name, SHORT - len(mark)) + mark
        taken.add(name.casefold())
        names[source.id] = name
    return names


def _titled(source: Source, publisher: str) -> str:
    title = source.title.strip() or source.path.rsplit("/", 1)[-1]
    return f"{publisher}: {title}" if publisher and len(publisher) <= SHORT // 2 else title
