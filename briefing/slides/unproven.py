"""Claims that are not verified in, what a title says of the weightiest out: "the round of $5M is only a rumour"."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model.briefing import FundingEvent, Metric, Relationship, Unverified
from briefing.slides import figures
from briefing.slides.badges import BadgeKey
from briefing.slides.highlights import is_headcount, round_phrase
from briefing.slides.ledger import Ledger
from briefing.slides.matrix import fact_of
from briefing.slides.wording import common, shown

_FULL: dict[BadgeKey, str] = {
    "rumoured": "is only a rumour",
    "target": "is only a target",
    "planned": "is only planned",
    "company-stated": "rests on the company's own word",
}
# Behind a clause with "is" already.
_SHORT: dict[BadgeKey, str] = {"target": "only a target", "planned": "only planned"}
_TIES = {
    "acquired": "the purchase of {name}",
    "acquirer": "the sale to {name}",
    "partner": "the partnership with {name}",
    "co-developer": "the joint work with {name}",
    "joint-venture": "the joint venture with {name}",
}


def unproven(ledger: Ledger, found: Sequence[tuple[Unverified, BadgeKey, Sequence[str]]]) -> list[str]:
    """At most two clauses: of the first claims of two standings that have a name of their own.

    found: each claim with its badge and the ties that it tells of, the weightiest first.
    """
    clauses: dict[BadgeKey, str] = {}
    for standing in _FULL:
        for item, badge, ties in found:
            name = _phrase(ledger, item, ties) if badge == standing and badge not in clauses else ""
            if name and len(clauses) < 2:
                clauses[badge] = f"{name} {_verb(badge, name, next(iter(clauses), None))}"
    return list(clauses.values())


def _verb(badge: BadgeKey, name: str, before: BadgeKey | None) -> str:
    """What is said of it; without "is" where the clause before has one already."""
    noun = name.split(" of ", 1)[0]
    if noun.endswith("s") and noun[-2:] not in ("ss", "us", "is"):
        return _FULL[badge].replace("is ", "are ", 1).replace("rests", "rest")
    return _SHORT[badge] if badge in _SHORT and before not in (None, "company-stated") else _FULL[badge]


def _common(ledger: Ledger, name: str) -> str:
    """A measure's name in a sentence; one that begins with a company's keeps its capital ("Oakfund stake")."""
    parties = (
        *(tie.name for tie in ledger.briefing.relationships),
        *(who for event in ledger.briefing.funding for who in (*event.leads, *event.participants)),
    )
    named = any(shown(party).split(" ", 1)[0] == name.split(" ", 1)[0] for party in parties if party)
    return name if named else common(name)


def _phrase(ledger: Ledger, item: Unverified, ties: Sequence[str]) -> str:
    """What the claim is about, in a sentence; "" where it has no name in the singular."""
    fact = fact_of(ledger, item.about) if item.about else None
    if isinstance(fact, FundingEvent):
        name = round_phrase(fact)
        name = name if name.startswith("the ") else f"the {name}"
        return f"{name} of {figures.in_words(fact.amounts[0])}" if fact.amounts else name
    if isinstance(fact, Metric):
        name, value = shown(fact.name), figures.metric_in_words(fact)
        counts = not value or (fact.unit and (fact.unit.lower() in name.lower() or name.lower() in fact.unit.lower()))
        return "" if counts or fact.unit == "times" or is_headcount(fact) else f"the {_common(ledger, name)} of {value}"
    if isinstance(fact, Relationship) and len(set(ties or fact.kinds)) == 1:
        return _TIES.get((*ties, *fact.kinds)[0], "").format(name=shown(fact.name))
    return ""
