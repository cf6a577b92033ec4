"""A Briefing and an audience in, the questions that the evidence leaves open out, each with what raises it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from briefing.model.audience import Audience
from briefing.model.briefing import Conflict, FundingEvent, Implication, Unverified
from briefing.model.records import dataclass
from briefing.slides import dates, figures
from briefing.slides.highlights import (
    both,
    debt_rounds,
    is_partner,
    latest_valued,
    organisations,
    revenue,
    rumoured_round,
)
from briefing.slides.ledger import Fact, Ledger
from briefing.slides.matrix import fact_name
from briefing.slides.prose import Piece, Statement
from briefing.slides.quoting import around, quoted
from briefing.slides.storyline import contradictions, topic_phrase
from briefing.slides.topics import topic
from briefing.slides.wording import common, shown

_LONGEST_REASON = 84  # characters that stand in one line under a question
_LONGEST_VERSION = 32  # and of a version that a question can name
_MOST_CLASHES, _MOST_DOUBTS = 2, 2


@dataclass(frozen=True, slots=True)
class Question:
    """text: of the audience, with the sources that raise it. because: what does, as versions."""

    text: Statement
    because: tuple[Statement, ...]


def questions_of(ledger: Ledger, audience: Audience) -> Iterator[Question]:
    """Those of the audience that the evidence raises; then those that contradictions and the company's word raise."""
    used: set[str] = set()
    for key, text in audience.questions.items():
        raised = RAISED_BY[key](ledger) if key in RAISED_BY else []
        if raised:
            said = Statement((Piece(text, "label"),), ledger.cites(*raised)[:6], ledger.ids(*raised))
            because = _advised(ledger, key, used) or _raised(ledger, key, raised)
            yield Question(said, because if because and because[-1].text not in used else ())
            used |= {version.text for version in because}
    yield from _clashes(ledger)
    yield from _doubts(ledger)
    yield from _stated_ties(ledger)


def _advised(ledger: Ledger, key: str, used: set[str]) -> tuple[Statement, ...]:
    """The words in which a source's own advice bears on the question; no words twice."""
    asked = _ASKED.get(key, ())
    for fact in ledger.briefing.implications:
        widest = around(fact.evidence, asked, 88, 0.35)
        found = [widest, *(around(fact.evidence, asked, most, 0.35) for most in (76, 64))] if widest else []
        versions = [text for text in found if text[2:40] not in used]
        if versions:
            used |= {text[2:40] for text in versions}
            return _muted(versions, ledger.cites(fact), ledger.ids(fact))
    return ()


def _raised(ledger: Ledger, key: str, raised: Sequence[Fact]) -> tuple[Statement, ...]:
    """The facts that raise the question, by name; of a claim without one its sentence."""
    named = {name: fact for name, fact in ((_name(ledger, fact), fact) for fact in raised[::-1]) if name}
    names = list(named)[::-1] if key not in _ON_TOPICS else []
    if not names:
        return _muted(_sentence(raised[0]), ledger.cites(raised[0]), ledger.ids(raised[0]))
    found: list[Statement] = []
    for most in range(min(len(names), 3), 0, -1):
        facts = [named[name] for name in names[:most]]
        found += _muted(["; ".join(names[:most])], ledger.cites(*facts), ledger.ids(*facts), _SIGNS.get(key, ""))
    return tuple(found)


def _sentence(fact: Fact) -> list[str]:
    """The fact's sentence where it fits one line: not what somebody says in an interview, name first."""
    return [text for text in quoted(fact.evidence) if len(text) <= _LONGEST_REASON and not _SPEAKER.match(text)][:1]


_SPEAKER = re.compile(r"“[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?:")


def _name(ledger: Ledger, fact: Fact) -> str:
    if isinstance(fact, Unverified):
        return fact_name(ledger, fact.about) if fact.about else ""
    name = fact_name(ledger, fact.id) or shown(getattr(fact, "name", ""))
    return common(name) if isinstance(fact, FundingEvent) and not fact.name else name


def _muted(texts: Sequence[str], cites: tuple[int, ...], ids: tuple[str, ...], sign: str = "") -> tuple[Statement, ...]:
    lead = (Piece(f"{sign}: ", "label", muted=True),) if sign else ()
    return tuple(Statement((*lead, Piece(text, muted=True)), cites, ids) for text in texts)


def _clashes(ledger: Ledger) -> Iterator[Question]:
    """Which of two versions that exclude each other holds, as far as they are short."""
    asked = 0
    for conflict in contradictions(ledger):
        versions = [_version(conflict, at) for at in (0, 1)]
        apart = not versions[0].startswith(versions[1]) and not versions[1].startswith(versions[0])
        if asked < _MOST_CLASHES and all(versions) and apart:
            asked += 1
            cites = ledger.cited(part for position in conflict.positions for part in position.evidence)
            head = Piece(f"Which holds for {topic_phrase(conflict)}: ", "label")
            text = Piece(f"{versions[0]} or {versions[1]}?")
            yield Question(Statement((head, text), cites, (conflict.id,)), ())


def _version(conflict: Conflict, at: int) -> str:
    value = shown(conflict.positions[at].value)
    value = dates.spoken(figures.shortened(value))
    return value if len(value) <= _LONGEST_VERSION else ""


def _doubts(ledger: Ledger) -> Iterator[Question]:
    """Who could confirm the figures that only the company states, the weightiest first."""
    asked: set[str] = set()
    for item in sorted(ledger.briefing.unverified, key=lambda item: (item.rank, item.id)):
        if item.standing != "company-stated" or not (item.about or "").startswith("m"):
            continue
        name = common(fact_name(ledger, item.about or ""))
        if name and name not in asked and len(asked) < _MOST_DOUBTS:
            asked.add(name)
            what = name if name[:1].isdigit() or name.split(" ", 1)[0] in _MEASURED else f"the {name}"
            head = Piece(f"Who besides {ledger.subject} can confirm ", "label")
            because = [text for text in _sentence(item) if any(sign.isdigit() for sign in text)]
            yield Question(
                Statement((head, Piece(f"{what}?")), ledger.cites(item), ledger.ids(item)),
                _muted(because, ledger.cites(item), ledger.ids(item)),
            )


def _stated_ties(ledger: Ledger) -> Iterator[Question]:
    """Whether an organisation confirms a tie that only the company tells of."""
    ties = {tie.id: tie for tie in ledger.briefing.relationships}
    asked = 0
    for item in sorted(ledger.briefing.unverified, key=lambda item: (item.rank, item.id)):
        tie = ties.get(item.about or "")
        kind = tie.kinds[0].replace("-", " ") if tie and len(tie.kinds) == 1 else ""
        if tie and kind in _ROLES and item.standing == "company-stated" and asked < _MOST_DOUBTS:
            asked += 1
            article = "an" if kind[0] in "aeiou" else "a"
            text = (
                Piece("Does ", "label"),
                Piece(shown(tie.name)),
                Piece(f" confirm that it is {article} {kind}?", "label"),
            )
            because = _muted(_sentence(item), ledger.cites(item), ledger.ids(item))
            yield Question(Statement(text, ledger.cites(item), ledger.ids(item)), because)


_ROLES = frozenset({"customer", "partner", "supplier", "distributor", "investor", "lender", "adviser"})
_MEASURED = frozenset({"over", "under", "about", "nearly", "up", "at"})
_ON_TOPICS = frozenset({"openness", "deployment", "security", "support"})  # raised by sentences, not by facts
# How what raises a question is introduced.
_SIGNS = {
    "performance": "Claimed",
    "product": "Announced",
    "infrastructure": "Planned",
    "dependency": "Named",
    "reference": "Named",
    "revenue": "Given",
    "growth": "Given",
    "funding": "Rumoured",
    "valuation": "On record",
    "debt": "On record",
}


def _about(*keys: str) -> Callable[[Ledger], Sequence[Fact]]:
    """Advice, cautions and open claims on a topic; not what is open about a round, whose money is its topic."""

    def found(ledger: Ledger) -> Sequence[Fact]:
        rounds = {event.id for event in ledger.briefing.funding}
        open_ = [item for item in ledger.briefing.unverified if item.about not in rounds]
        texts: list[Implication | Unverified] = [*ledger.briefing.implications, *open_]
        return [item for item in texts if topic(item.text).key in keys][:3]

    return found


def _announced(ledger: Ledger) -> Sequence[Fact]:
    return [item for item in ledger.briefing.products if item.status != "released"][:3]


def _performance(ledger: Ledger) -> Sequence[Fact]:
    """What only somebody's judgement or the company's own count backs, of its products and reach."""
    doubts = sorted(ledger.briefing.unverified, key=lambda item: (item.rank, item.id))
    judged = [
        item
        for item in doubts
        if {"opinion", "inference"} & set(item.reasons) and topic(item.text).key in ("proof", "product", "openness")
    ]
    own = [item for item in doubts if item.standing == "company-stated" and (item.about or "").startswith("m")]
    money = {metric.id for metric in ledger.briefing.metrics if metric.amounts}
    return judged[:3] or [item for item in own if item.about not in money][:3]


def _planned_sites(ledger: Ledger) -> Sequence[Fact]:
    return [site for site in ledger.briefing.infrastructure if site.status in ("planned", "announced")][:3]


def _suppliers(ledger: Ledger) -> Sequence[Fact]:
    ties = {"supplier", "distributor", "lender", "co-developer"}
    return [
        *[item for item in organisations(ledger.briefing) if ties & set(item.kinds)][:3],
        *both(ledger.briefing)[:1],
    ]


def _partners(ledger: Ledger) -> Sequence[Fact]:
    """Customers; without any, partners that supply nothing."""
    found = [item for item in organisations(ledger.briefing) if is_partner(item) and item.status == "current"]
    customers = [item for item in found if "customer" in item.kinds]
    others = [item for item in found if "supplier" not in item.kinds]
    return (customers or others or found)[:3]


def _one(found: Fact | None) -> Sequence[Fact]:
    return [found] if found else []


def _own_revenue(ledger: Ledger) -> Sequence[Fact]:
    return _one(revenue(ledger.briefing))


# Words by which a source's own advice bears on a question.
_ASKED = {
    "performance": ("performance evidence", "benchmark", "third-party evaluation", "independent"),
    "openness": ("licence", "license", "usage restrictions", "what is open"),
    "deployment": ("on-prem", "self-host", "private cloud", "deploy inside", "hardware"),
    "infrastructure": ("capacity", "data center", "data centre", "megawatt"),
    "dependency": ("third-party infrastructure", "depends on", "dependen"),
    "reference": ("deployment references", "reference customers", "references"),
    "revenue": ("margins", "renewal", "ARR claims", "revenue split", "recurring"),
    "growth": ("margins", "renewal", "customer concentration"),
    "funding": ("rumor", "rumour", "financing"),
    "security": ("complian", "audit", "certifi", "sovereign"),
}
RAISED_BY: dict[str, Callable[[Ledger], Sequence[Fact]]] = {
    "product": _announced,
    "performance": _performance,
    "openness": _about("openness"),
    "deployment": _about("control", "integration"),
    "infrastructure": _planned_sites,
    "dependency": _suppliers,
    "reference": _partners,
    "revenue": _own_revenue,
    "growth": _own_revenue,
    "funding": lambda ledger: _one(rumoured_round(ledger.briefing)),
    "valuation": lambda ledger: _one(latest_valued(ledger.briefing)),
    "debt": lambda ledger: list(debt_rounds(ledger.briefing)),
    "security": _about("security", "control"),
    "people": lambda ledger: list(ledger.briefing.people[:3]),
    "support": _about("integration"),
}
