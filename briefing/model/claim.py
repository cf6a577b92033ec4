"""One statement by one source: what it says, who holds it, how firmly. A claim never changes once extracted.

`values` holds what its kind needs. Anything in `values` (number, currency, name) stands in the claim's own quote;
where a row of a table or an anaphor needs words from elsewhere, those words are part of `context`.
"""

from __future__ import annotations

from typing import Literal

from briefing.model.dates import When
from briefing.model.money import Money, Role
from briefing.model.records import dataclass
from briefing.model.source import Evidence

Kind = Literal[
    "funding",
    "relationship",
    "metric",
    "person",
    "product",
    "infrastructure",
    "comparison",
    "milestone",
    "opinion",
    "profile",
]
Modality = Literal["asserted", "hedged", "rumoured", "planned", "opinion", "hypothetical", "implied", "denied"]
HolderKind = Literal["outlet", "company", "database", "third-party", "unnamed", "author"]
Instrument = Literal["equity", "debt", "convertible", "mixed", "grant", "secondary", "ipo", "unknown"]
Tie = Literal[
    "investor",
    "lead-investor",
    "customer",
    "partner",
    "supplier",
    "distributor",
    "co-developer",
    "joint-venture",
    "acquired",
    "acquirer",
    "lender",
    "adviser",
    "competitor",
]
TieStatus = Literal["current", "planned", "rumoured", "ended"]


@dataclass(frozen=True, slots=True)
class Amount:
    """Money with its role. start, end: where its wording stands in the source's text."""

    money: Money
    role: Role
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Contribution:
    """One investor's cheque inside a round. stake: percent of the company, None if not said."""

    investor: str
    amount: Money | None
    stake: float | None = None


@dataclass(frozen=True, slots=True)
class FundingValues:
    """A round, loan, grant, listing or sale of shares that the subject takes money in by (or is valued by).

    name: the round's name as printed ("Series A extension"), "" where none is. refers_back: the passage speaks of an
    event named before ("the round was led by …") and adds to it. rival: its figure is another one for that event.
    """

    name: str
    instrument: Instrument
    when: When | None
    amounts: tuple[Amount, ...]
    leads: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    refers_back: bool = False
    rival: bool = False


@dataclass(frozen=True, slots=True)
class TotalValues:
    """Money raised to date. scope: the source's words on what it counts ("share sales and loans")."""

    amounts: tuple[Amount, ...]
    scope: str


@dataclass(frozen=True, slots=True)
class TieValues:
    """One organisation's tie to the subject. descriptor: the source's words on it ("shipping giant")."""

    name: str
    tie: Tie
    status: TieStatus
    descriptor: str = ""
    category: str = ""
    when: When | None = None
    amount: Money | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MetricValues:
    """A figure of the subject: value with unit, or amounts for money. name: in plain words ("annual revenue")."""

    name: str
    value: float | None
    unit: str
    qualifier: str | None
    amounts: tuple[Amount, ...] = ()
    as_of: When | None = None
    forward_looking: bool = False


@dataclass(frozen=True, slots=True)
class PersonValues:
    """Somebody of the subject. background: the source's words on former posts."""

    name: str
    role: str
    background: str = ""


@dataclass(frozen=True, slots=True)
class ProductValues:
    """launched: does a verb say that it came out? (Otherwise "released" only means that it is spoken of as there.)

    own: do the words around it say that it is the subject's? (Otherwise other claims must.)
    """

    name: str
    kind: str
    status: Literal["released", "announced", "planned"]
    license: str = ""
    when: When | None = None
    launched: bool = False
    own: bool = True


@dataclass(frozen=True, slots=True)
class InfrastructureValues:
    name: str
    amounts: tuple[Amount, ...]
    location: str
    status: Literal["operating", "planned", "acquired", "announced"]
    capacity: str = ""
    when: When | None = None


@dataclass(frozen=True, slots=True)
class ComparisonValues:
    dimension: str
    subject_position: str
    other: str
    other_position: str
    implication: str = ""


@dataclass(frozen=True, slots=True)
class MilestoneValues:
    """Something that happened or is to happen. topic: funding, product, partnership, infrastructure, revenue …."""

    text: str
    when: When | None
    status: Literal["past", "planned", "rumoured"]
    topic: str


@dataclass(frozen=True, slots=True)
class OpinionValues:
    """A view, a piece of advice or a caution. audiences: whom the source addresses ("CTOs"), lower case.

    role: "view" (somebody's judgement), "advice" (for readers), "watch" (what to look for), "caution" (what is not
    verified, in the source's words), "statement" (a company's or officer's word on itself).
    """

    role: Literal["view", "advice", "watch", "caution", "statement"]
    audiences: tuple[str, ...] = ()
    topic: str = ""


@dataclass(frozen=True, slots=True)
class ProfileValues:
    """A plain fact on the subject: founded, headquarters, description, headcount, mission."""

    name: str
    value: str


Values = (
    FundingValues
    | TotalValues
    | TieValues
    | MetricValues
    | PersonValues
    | ProductValues
    | InfrastructureValues
    | ComparisonValues
    | MilestoneValues
    | OpinionValues
    | ProfileValues
)


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement. id: "" until reconciling numbers it ("c1" …, in the order of sources and offsets).

    text: the clause in the source's words. evidence: the clause's place. context: further words it needs (the table's
    header, the sentence an anaphor points to). holders: outermost first. cues: the words that set the modality.
    """

    id: str
    kind: Kind
    text: str
    evidence: Evidence
    holders: tuple[str, ...]
    holder_kind: HolderKind
    modality: Modality
    values: Values
    context: tuple[Evidence, ...] = ()
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """A statement that looks like a fact about the subject and is not taken: kept, with the reason."""

    reason: str
    kind: Kind
    evidence: Evidence
