"""Claims of ties and funding events in, one entry for each organisation out ("r1" …) with all its kinds of tie."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import get_args

from briefing.model.briefing import Category, FundingEvent, Relationship, Standing
from briefing.model.claim import Claim, FundingValues, Tie, TieStatus, TieValues
from briefing.model.records import replace
from briefing.reconcile.folding import fold, name_key
from briefing.reconcile.ground import Ground, evidence_of, ids_of
from briefing.reconcile.lexicon import words as words_of
from briefing.reconcile.standing import judge

_FAMILIES: dict[Tie, str] = {
    "investor": "money",
    "lead-investor": "money",
    "lender": "money",
    "acquired": "ownership",
    "acquirer": "ownership",
    "competitor": "rivalry",
    "adviser": "advice",
}  # all other kinds are work done together
_KIND_ORDER: tuple[Tie, ...] = get_args(Tie)
_BEST: tuple[Standing, ...] = get_args(Standing)
_STATUS_OF: dict[Standing, TieStatus] = {"forward-looking": "planned", "rumoured": "rumoured"}


class _Party:
    """One organisation while it is put together. ties: kind → claims; statuses: of each claim."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.aliases: dict[str, str] = {}
        self.ties: dict[Tie, dict[str, Claim]] = {}
        self.statuses: list[tuple[Claim, TieStatus]] = []
        self.categories: list[str] = []
        self.descriptors: list[str] = []

    def add(self, kind: Tie, claim: Claim, status: TieStatus) -> None:
        held = self.ties.setdefault(kind, {})
        if claim.id not in held:
            held[claim.id] = claim
            self.statuses.append((claim, status))

    def only_rumoured_to_give(self) -> bool:
        """Is all that is said of it that it might put in money?"""
        money = all(_FAMILIES.get(kind) == "money" for kind in self.ties)
        return money and all(status == "rumoured" for _, status in self.statuses)


def reconcile_relationships(
    claims: Sequence[Claim], events: Sequence[FundingEvent], ground: Ground
) -> tuple[Relationship, ...]:
    """Named organisations in the order in which the sources first name them."""
    parties: dict[str, _Party] = {}
    for claim in claims:
        values = claim.values
        if isinstance(values, TieValues) and claim.modality not in ("denied", "hypothetical"):
            party = _party(parties, values.name, ground)
            for other in (values.name, *values.aliases):
                _alias(party, other)
            party.add(values.tie, claim, _status(values.status, claim))
            party.categories += [values.category] if values.category else []
            party.descriptors += [values.descriptor] if values.descriptor else []
    _add_backers(parties, claims, events, ground)
    overtaken = _overtaken(claims, events, ground)
    found = [
        _relationship(party, ground)
        for key, party in parties.items()
        if party.ties and not (key in overtaken and party.only_rumoured_to_give())
    ]
    first = {claim.id: ground.place(claim) for claim in claims}
    found.sort(key=lambda relation: (min(first[ident] for ident in relation.claims), relation.name))
    return tuple(replace(relation, id=f"r{number}") for number, relation in enumerate(found, 1))


def _party(parties: dict[str, _Party], name: str, ground: Ground) -> _Party:
    canonical = ground.canonical(name)
    return parties.setdefault(name_key(canonical), _Party(canonical))


def _alias(party: _Party, name: str) -> None:
    if name != party.name:
        party.aliases.setdefault(name.replace("’", "'").casefold(), name)


def _status(stated: TieStatus, claim: Claim) -> TieStatus:
    """A tie of a rumour is rumoured, whatever its verb."""
    if claim.modality == "rumoured" and stated in ("current", "planned"):
        return "rumoured"
    if claim.modality == "planned" and stated == "current":
        return "planned"
    return stated


def _add_backers(
    parties: dict[str, _Party], claims: Sequence[Claim], events: Sequence[FundingEvent], ground: Ground
) -> None:
    """Those who put in money according to the funding events are investors, whoever leads is a lead investor."""
    by_id = {claim.id: claim for claim in claims}
    for event in events:
        for claim in (by_id[ident] for ident in event.claims):
            values = claim.values
            if not isinstance(values, FundingValues) or claim.modality == "hypothetical":
                continue
            lender = event.instrument == "debt"
            others = [*values.participants, *(cheque.investor for cheque in values.contributions)]
            for name, leads in [*((name, True) for name in values.leads), *((name, False) for name in others)]:
                if ground.is_subject(name):
                    continue
                party = _party(parties, name, ground)
                _alias(party, name)
                status = _status("current", claim)
                party.add("lender" if lender else "investor", claim, status)
                if leads and not lender:
                    party.add("lead-investor", claim, status)


def _overtaken(claims: Sequence[Claim], events: Sequence[FundingEvent], ground: Ground) -> set[str]:
    """Whom rumours named as backers of rounds that came about with others: keys of their names."""
    by_id = {claim.id: claim for claim in claims}
    named, gave, settled, awaited = set[str](), set[str](), set[str](), set[str]()
    for event in events:
        told = [by_id[ident] for ident in event.claims]
        values = [(claim, claim.values) for claim in told if isinstance(claim.values, FundingValues)]
        firm = {
            name_key(ground.canonical(name))
            for claim, one in values
            if claim.modality not in ("rumoured", "denied", "hypothetical")
            for name in (*one.leads, *one.participants)
        }
        gave |= firm
        if firm and event.standing not in ("rumoured", "forward-looking"):
            rumoured = [one for claim, one in values if claim.modality == "rumoured"]
            named |= {name_key(ground.canonical(name)) for one in rumoured for name in (*one.leads, *one.participants)}
            settled |= {claim.evidence.source for claim in told}
        elif event.standing in ("rumoured", "forward-looking"):
            awaited |= {claim.evidence.source for claim in told}
    for claim in claims:  # "A held talks about leading", where the sources know of no round to come
        tie = claim.values
        talked_of = isinstance(tie, TieValues) and claim.modality == "rumoured" and _FAMILIES.get(tie.tie) == "money"
        if isinstance(tie, TieValues) and talked_of and claim.evidence.source in settled - awaited:
            named.add(name_key(ground.canonical(tie.name)))
    return named - gave


def _relationship(party: _Party, ground: Ground) -> Relationship:
    kinds = tuple(kind for kind in _KIND_ORDER if kind in party.ties)
    told = sorted(
        {claim.id: claim for held in party.ties.values() for claim in held.values()}.values(), key=ground.place
    )
    claims = tuple(told)
    standing = _standing(party, ground)
    return Relationship(
        id="",
        name=party.name,
        aliases=tuple(party.aliases.values()),
        category=_category(party, kinds, ground),
        kinds=kinds,
        status=_overall(sorted(party.statuses, key=lambda one: ground.place(one[0])), standing),
        standing=standing,
        disputed=False,
        description=_description(party, claims),
        claims=ids_of(claims),
        evidence=evidence_of(claims),
    )


def _standing(party: _Party, ground: Ground) -> Standing:
    """The best standing of a family of ties: origins that tell of two roles in one family agree."""
    families: dict[str, list[Claim]] = {}
    for kind, held in party.ties.items():
        families.setdefault(_FAMILIES.get(kind, "work"), []).extend(held.values())
    planned = {claim.id for claim, status in party.statuses if status == "planned"}
    found = []
    for family, told in families.items():
        if family == "rivalry":  # "often described as a rival" is a view of many, no whisper of somebody
            told = [claim for claim in told if claim.holder_kind != "unnamed"] or told
        firm = [claim for claim in told if claim.id not in planned] or told
        found.append(judge(firm, ground, forward=all(claim.id in planned for claim in firm)).standing)
    return min(found, key=_BEST.index)


def _overall(statuses: Sequence[tuple[Claim, TieStatus]], standing: Standing) -> TieStatus:
    said = [status for _, status in statuses]
    if "ended" in said and said[-1] == "ended":
        return "ended"
    if standing in _STATUS_OF:
        return _STATUS_OF[standing]
    order: tuple[TieStatus, ...] = ("current", "planned", "rumoured", "ended")
    return next(status for status in order if status in said)


def _category(party: _Party, kinds: Iterable[Tie], ground: Ground) -> Category:
    """The analyst's word, else the one most claims carry, else investor for those who only gave money."""
    known: tuple[Category, ...] = get_args(Category)
    by_analyst = {name_key(ground.canonical(name)): category for name, category in ground.settings.categories.items()}
    chosen = by_analyst.get(name_key(party.name), "")
    votes = [category for category in party.categories if category in known]
    specific = [category for category in votes if category != "other"] or votes
    if not chosen and specific:
        counted = Counter(specific)  # in the order in which they were first said
        chosen = max(counted, key=lambda category: counted[category])
    if (not chosen or chosen == "other") and {_FAMILIES.get(kind) for kind in kinds} == {"money"}:
        chosen = "investor"
    return next((category for category in known if category == chosen), "other")


def _description(party: _Party, claims: Sequence[Claim]) -> str:
    """The source's words on the organisation: the fullest descriptor, else the claim that names the fewest others."""
    telling = [words for words in party.descriptors if tells(words)]
    if telling:
        return max(telling, key=lambda words: (len(words), words))
    crowd = {claim.id: _company(claim) for claim in claims}
    best = min(claims, key=lambda claim: (crowd[claim.id], claim.text.count("|") > 1, abs(len(claim.text) - 110)))
    return best.text


def tells(descriptor: str) -> bool:
    """Does a descriptor say what the organisation does ("shipping giant"), not only that it is one ("backers")?"""
    return any(word not in words_of("language", "generic") for word in fold(descriptor).replace("-", " ").split())


def _company(claim: Claim) -> int:
    """How many names stand in the claim's words: capitals inside the sentence, roughly."""
    return sum(word[:1].isupper() for word in claim.text.split()[1:])
