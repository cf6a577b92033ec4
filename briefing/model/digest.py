"""What a mail says of a Briefing: a headline, a few facts with their standing, what is open, a figure, the sources."""

from __future__ import annotations

from typing import Literal

from briefing.model.records import dataclass
from briefing.model.theme import ColorRole


@dataclass(frozen=True, slots=True)
class Tag:
    """A standing as it is shown: word and glyph always, a colour besides. style: filled, tinted or only outlined."""

    word: str
    glyph: str
    color: ColorRole
    style: Literal["solid", "tint", "line", "dashed"]
    means: str


@dataclass(frozen=True, slots=True)
class DigestFact:
    """A key figure. cites: numbers of its sources, from 1."""

    label: str
    value: str
    note: str
    tags: tuple[Tag, ...]
    cites: tuple[int, ...]
    rumoured: bool = False


@dataclass(frozen=True, slots=True)
class DigestDoubt:
    """A claim that is not verified: who says it, why it is open, what would settle it."""

    text: str
    holder: str
    why: str
    verify: str
    tag: Tag
    cites: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DigestSource:
    """detail: publisher, date and origin, as far as known. url: http(s), or ""."""

    number: int
    name: str
    detail: str
    url: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of the figure. label: the amount as printed; kind: reported, implied, planned or rumoured."""

    name: str
    date: str
    value: float
    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class Bars:
    """The funding figure. descr: alternative text with every value."""

    title: str
    note: str
    rows: tuple[Bar, ...]
    descr: str


@dataclass(frozen=True, slots=True)
class Digest:
    """subject: "" where none was found. as_of: the day it stands at, "" where no source is dated.

    changes: lines on what changed since an older deck, () for none asked; changed_since: the day that one stood at.
    """

    subject: str
    audience: str
    as_of: str
    headline: str
    facts: tuple[DigestFact, ...]
    doubts_title: str
    doubts: tuple[DigestDoubt, ...]
    sources_title: str
    sources: tuple[DigestSource, ...]
    legend: tuple[Tag, ...]
    bars: Bars | None = None
    changed_since: str = ""
    changes: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """ "Acme: CTO briefing"."""
        return f"{self.subject}: {self.audience} briefing" if self.subject else f"{self.audience} briefing"

    @property
    def dated_title(self) -> str:
        """ "Acme: CTO briefing, as of July 2026"."""
        return f"{self.title}, as of {self.as_of}" if self.as_of else self.title
