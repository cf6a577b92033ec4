"""A difference between an older Briefing and this one: what became of a fact, and the words on both sides."""

from __future__ import annotations

from typing import Literal

from briefing.model.records import dataclass
from briefing.model.source import Evidence

ChangeKind = Literal[
    "added",
    "removed",
    "confirmed",  # was rumoured, now somebody who knows says so
    "revised",  # a figure, a name, a date, a role
    "raised",  # standing went up
    "lowered",
    "disputed",  # sources differ now, and did not before
    "settled",  # sources differed before, and do no more
]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. part: the list of the Briefing that holds the fact ("funding", "sources" …). name: of the fact.

    field: what of the fact changed, "" for the fact as a whole. before, after: in the sources' words, dates in EDTF.
    standing: of the fact as it is now (of a removed one, as it was). about, was: the fact's id in this Briefing and in
    the older one, None where it has none. evidence: in this Briefing's sources. earlier: quotes of the older one's
    sources that `before` rests on. rank: 0 matters most.
    """

    id: str
    kind: ChangeKind
    part: str
    name: str
    field: str
    before: str
    after: str
    standing: str
    about: str | None
    was: str | None
    claims: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    earlier: tuple[str, ...] = ()
    rank: int = 0
