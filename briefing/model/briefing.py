"""The Briefing: everything known about the subject, each fact with its claims, evidence and standing.

Field names are those of the JSON that leaves the program (see docs/briefing-json.md); `briefing schema` prints the
JSON Schema made from these classes. The Briefing knows nothing of slides.
"""

from __future__ import annotations

from typing import Literal

from briefing.model.change import Change
from briefing.model.claim import Claim, Contribution, Instrument, Rejected, Tie, TieStatus
from briefing.model.money import Money
from briefing.model.records import dataclass
from briefing.model.source import Evidence

SCHEMA_VERSION = "1"

# Lists of a Briefing that hold facts, in the order in which they are told.
FACTS = (
    "funding",
    "funding_totals",
    "relationships",
    "metrics",
    "people",
    "products",
    "infrastructure",
    "milestones",
    "comparisons",
    "profile",
)
# Lists whose entries have an id of their own that a reader can ask about.
ENTRIES = (*FACTS[:-1], "implications", FACTS[-1], "unverified")

Standing = Literal["corroborated", "reported", "company-stated", "forward-looking", "rumoured", "analysis"]
Category = Literal[
    "government",
    "defence",
    "enterprise-technology",
    "infrastructure",
    "industry",
    "media",
    "finance",
    "health",
    "research",
    "investor",
    "other",
]
Reason = Literal[
    "company-stated",
    "forward-looking",
    "rumour",
    "opinion",
    "single-source",
    "unnamed-source",
    "inference",
    "arithmetic",
    "database-estimate",
]
ConflictKind = Literal[
    "amount", "currency", "date", "role", "coverage", "attribution", "arithmetic", "sum", "precision", "name"
]


@dataclass(frozen=True, slots=True)
class Subject:
    name: str
    aliases: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A source as the Briefing lists it. short_name: at most 34 characters, for footers."""

    id: str
    path: str
    sha256: str
    title: str
    publisher: str
    author: str
    published: str
    url: str
    origin: str
    origin_basis: Literal["declared", "inferred", "self"]
    short_name: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    id: str
    name: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FundingEvent:
    """date: EDTF, "" if unknown. amounts: raised, as reported; equivalents: the sources' own conversions."""

    id: str
    name: str
    instrument: Instrument
    date: str
    amounts: tuple[Money, ...]
    equivalents: tuple[Money, ...]
    valuations: tuple[Money, ...]
    leads: tuple[str, ...]
    participants: tuple[str, ...]
    contributions: tuple[Contribution, ...]
    standing: Standing
    disputed: bool
    claims: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    valuation_note: str = ""  # "unchanged (implied)" and the like, in the source's words
    detail: str = ""  # what the money is for, or what is special, in a source's words
    history: tuple[Money, ...] = ()  # rumoured figures that a later source confirmed or replaced
    valuation_standing: Standing | Literal[""] = ""  # where fewer vouch for the valuation than for the round


@dataclass(frozen=True, slots=True)
class FundingTotal:
    id: str
    amounts: tuple[Money, ...]
    scope: str
    standing: Standing
    claims: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    holder: str = ""


@dataclass(frozen=True, slots=True)
class Relationship:
    id: str
    name: str
    aliases: tuple[str, ...]
    category: Category
    kinds: tuple[Tie, ...]
    status: TieStatus
    standing: Standing
    disputed: bool
    description: str
    claims: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Metric:
    id: str
    name: str
    value: float | None
    amounts: tuple[Money, ...]
    unit: str
    as_of: str
    forward_looking: bool
    standing: Standing
    disputed: bool
    claims: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    qualifier: str | None = None
    holder: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    id: str
    name: str
    role: str
    background: str
    claims: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Product:
    id: str
    name: str
    kind: str
    status: Literal["released", "announced", "planned"]
    license: str
    standing: Standing
    claims: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Infrastructure:
    id: str
    name: str
    amounts: tuple[Money, ...]
    location: str
    status: Literal["operating", "planned", "acquired", "announced"]
    standing: Standing
    claims: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    capacity: str = ""


@dataclass(frozen=True, slots=True)
class Milestone:
    id: str
    date: str
    text: str
    status: Literal["past", "planned", "rumoured"]
    kind: str
    standing: Standing
    claims: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    id: str
    dimension: str
    subject_position: str
    other: str
    other_position: str
    implication: str
    standing: Standing
    claims: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    tabular: bool = False  # a row of a table of one source: rows of one table belong together


@dataclass(frozen=True, slots=True)
class Implication:
    """What a source says to its readers. role: advice, watch (what to look for) or caution."""

    id: str
    text: str
    audiences: tuple[str, ...]
    role: Literal["advice", "watch", "caution"]
    claims: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ProfileFact:
    """A plain fact on the subject (founded, headquarters, mission …)."""

    id: str
    name: str
    value: str
    standing: Standing
    claims: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Unverified:
    """text: the claim in a source's words; why: a sentence on why, for readers; about: id of the fact, None if none."""

    id: str
    text: str
    reasons: tuple[Reason, ...]
    holder: str
    would_verify: str
    standing: Standing
    about: str | None
    claims: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    why: str = ""
    rank: int = 0  # 0 first: how much it matters to a reader


@dataclass(frozen=True, slots=True)
class Position:
    value: str
    sources: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """positions: what is said, by whom. used: what the deck shows; rationale: why. rank: 0 is the most material."""

    id: str
    topic: str
    kind: ConflictKind
    positions: tuple[Position, ...]
    compatible: bool
    used: str
    rationale: str
    about: str | None = None
    rank: int = 0


@dataclass(frozen=True, slots=True)
class AnalystNote:
    """A word of the analyst's, not of any source. fact: id of what is changed or added; field: "" of an addition."""

    fact: str
    field: str
    before: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Briefing:
    schema_version: str
    subject: Subject
    as_of: str
    sources: tuple[SourceRecord, ...]
    origins: tuple[Origin, ...]
    claims: tuple[Claim, ...]
    rejected: tuple[Rejected, ...]
    funding: tuple[FundingEvent, ...]
    funding_totals: tuple[FundingTotal, ...]
    relationships: tuple[Relationship, ...]
    metrics: tuple[Metric, ...]
    people: tuple[Person, ...]
    products: tuple[Product, ...]
    infrastructure: tuple[Infrastructure, ...]
    milestones: tuple[Milestone, ...]
    comparisons: tuple[Comparison, ...]
    implications: tuple[Implication, ...]
    profile: tuple[ProfileFact, ...]
    unverified: tuple[Unverified, ...]
    conflicts: tuple[Conflict, ...]
    analyst: tuple[AnalystNote, ...] = ()  # corrections and additions from the workspace file
    changes: tuple[Change, ...] = ()  # since an older briefing, if one was named
    since: str = ""  # EDTF: the day that older briefing stands at
