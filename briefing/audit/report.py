"""What an audit says: every statement of a deck with its verdict, and what became of the slides."""

from __future__ import annotations

from typing import Literal

from briefing.model.records import dataclass

Verdict = Literal["backed", "computed", "analyst", "changed", "unbacked", "weakened", "removed", "reworded"]
VERDICTS: tuple[Verdict, ...] = (
    "backed",
    "computed",
    "analyst",
    "changed",
    "unbacked",
    "weakened",
    "removed",
    "reworded",
)
SOUND: frozenset[Verdict] = frozenset({"backed", "computed", "analyst"})
Kind = Literal[
    "amount",
    "number",
    "date",
    "organisation",
    "person",
    "product",
    "name",
    "quote",
    "badge",
    "hedge",
    "citation",
    "text",
    "picture",
]


@dataclass(frozen=True, slots=True)
class Statement:
    """slide: from 1; shape: its name; place: "" for its text, "row 2, column 3", "notes", "sheet, value 1 of series 1".

    text: as it stands now, "" if it is gone; was: as it stood when the deck was made. context: the words around it.
    claims: ids of the claims and facts behind it, source: id of the source whose words `quote` are. how: for readers,
    how it was computed or what is wrong.
    """

    slide: int
    shape: str
    place: str
    kind: Kind
    verdict: Verdict
    text: str
    was: str = ""
    context: str = ""
    claims: tuple[str, ...] = ()
    quote: str = ""
    source: str = ""
    how: str = ""


@dataclass(frozen=True, slots=True)
class SlideChange:
    """slide: where it stands now, 0 if nowhere; was: where it stood, 0 if nowhere. of: the slide a copy was made of."""

    change: Literal["added", "deleted", "moved", "copied", "hidden"]
    slide: int
    was: int
    title: str
    of: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """statements: in the order of the deck, all of them or only those that are not sound. counts: of all, by verdict.

    baseline: what the deck was compared with: the pages it carries, pages made again from the model, or none (then
    every statement was looked up in the model).
    """

    titles: tuple[str, ...]
    slides: tuple[SlideChange, ...]
    statements: tuple[Statement, ...]
    counts: tuple[tuple[Verdict, int], ...]
    baseline: Literal["carried", "made again", "none"]

    @property
    def findings(self) -> tuple[Statement, ...]:
        return tuple(item for item in self.statements if item.verdict not in SOUND)

    @property
    def total(self) -> int:
        return sum(count for _, count in self.counts)
