"""Lists of one thing that name different members, lists that belong to no round, and works of unclear scope."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from briefing.model.briefing import Infrastructure
from briefing.model.claim import Claim, FundingValues, ProductValues, TieValues
from briefing.reconcile.conflicts.draft import Draft, Found, position, sentence
from briefing.reconcile.conflicts.labels import event_label
from briefing.reconcile.folding import content_words, fold, name_key

_LIST = 3  # names in one place that make a list


def coverage(found: Found) -> Iterator[Draft]:
    yield from _backers(found)
    yield from _unplaced(found)
    yield from _partners(found)
    yield from _sites(found)
    yield from _portfolios(found)


def _backers(found: Found) -> Iterator[Draft]:
    """Sources that name different investors of one round."""
    for event in found.briefing.funding:
        named: dict[str, dict[str, str]] = {}
        telling: dict[str, list[Claim]] = {}
        for claim in found.of(event.claims):
            values = claim.values
            if isinstance(values, FundingValues) and claim.modality != "rumoured":
                cheques = [cheque.investor for cheque in values.contributions]
                names = [found.ground.canonical(name) for name in (*values.leads, *values.participants, *cheques)]
                if names or values.amounts:
                    mine = named.setdefault(claim.evidence.source, {})
                    mine.update({name_key(name): name for name in names})
                    telling.setdefault(claim.evidence.source, []).append(claim)
        sets = {frozenset(names) for names in named.values()}
        if len(sets) > 1 and len(set().union(*sets)) > 1:
            rows = [(source, names) for source, names in named.items() if names]
            positions = tuple(position(", ".join(names.values()), telling[source]) for source, names in rows)
            used = ", ".join((*event.leads, *event.participants))
            topic = f"who took part in {event_label(event)}"
            if len(positions) > 1:
                text = sentence("coverage", "listed")
                yield Draft(topic, "coverage", positions, True, used, text, event.id, 55)


def _lists(found: Found, kinds: frozenset[str]) -> list[tuple[list[Claim], dict[str, str]]]:
    """Claims of ties that stand in one sentence or item of a source and name at least three organisations."""
    places: dict[tuple[str, int], tuple[list[Claim], dict[str, str]]] = {}
    for claim in found.briefing.claims:
        values = claim.values
        if isinstance(values, TieValues) and values.tie in kinds:
            claims, names = places.setdefault((claim.evidence.source, _block(claim, found)), ([], {}))
            claims.append(claim)
            name = found.ground.canonical(values.name)
            names[name_key(name)] = name
    return [(claims, names) for claims, names in places.values() if len(names) >= _LIST]


def _block(claim: Claim, found: Found) -> int:
    """The paragraph or list that holds the claim."""
    passage = found.ground.sources[claim.evidence.source].passage_at(claim.evidence.start)
    return passage.block if passage else -1


def _unplaced(found: Found) -> Iterator[Draft]:
    """Lists of investors that stand beside no round."""
    rounds = {
        (claim.evidence.source, _block(claim, found))
        for event in found.briefing.funding
        for claim in found.of(event.claims)
    }
    for loose, names in _lists(found, frozenset({"investor", "lead-investor"})):
        if (loose[0].evidence.source, _block(loose[0], found)) not in rounds:
            positions = (position(", ".join(names.values()), loose),)
            text = sentence("coverage", "unplaced")
            yield Draft("investors named without a round", "coverage", positions, True, "", text, None, 38)


def _partners(found: Found) -> Iterator[Draft]:
    """Lists of partners and customers in different sources that name different members."""
    work = frozenset({"customer", "partner", "supplier", "distributor", "co-developer", "joint-venture"})
    by_source: dict[str, tuple[list[Claim], dict[str, str]]] = {}
    for claims, names in _lists(found, work):
        held, known = by_source.setdefault(claims[0].evidence.source, ([], {}))
        held += claims
        known |= names
    sets = {frozenset(names) for _, names in by_source.values()}
    if len(by_source) > 1 and len(sets) > 1 and _linked(sets):
        positions = tuple(position(", ".join(names.values()), claims) for claims, names in by_source.values())
        used = ", ".join(dict.fromkeys(name for _, names in by_source.values() for name in names.values()))
        text = sentence("coverage", "listed")
        yield Draft("partners and customers that are listed", "coverage", positions, True, used, text, None, 52)


def _linked(sets: set[frozenset[str]]) -> bool:
    """Do two lists share a member, so that they are lists of one thing?"""
    return any(one & other for one, other in combinations(sets, 2))


def _sites(found: Found) -> Iterator[Draft]:
    """Works of one kind at different places or sums, not told by the same origins."""
    for one, other in combinations(found.briefing.infrastructure, 2):
        mine, theirs = found.of(one.claims), found.of(other.claims)
        apart = {found.origin(claim) for claim in mine} != {found.origin(claim) for claim in theirs}
        apart = apart and content_words(one.location).isdisjoint(content_words(other.location))  # parts of one site
        akin = content_words(one.name) & content_words(other.name)
        if apart and akin and (one.location or one.capacity) and (other.location or other.capacity):
            positions = (position(_site(one), mine), position(_site(other), theirs))
            topic = f"{one.name or 'infrastructure'} and {other.name or 'infrastructure'}"
            yield Draft(topic, "coverage", positions, True, "", sentence("coverage", "scope"), one.id, 48)


def _site(site: Infrastructure) -> str:
    """Sum, name, capacity and place, each only if the words before do not hold it."""
    shown = ""
    for part in (*(money.raw for money in site.amounts[:1]), site.name, site.capacity, site.location):
        if part and fold(part) not in fold(shown):
            shown = f"{shown}, {part}" if shown else part
    return shown


def _portfolios(found: Found) -> Iterator[Draft]:
    """Lists of products in different sources that name different members."""
    by_source: dict[str, dict[int, list[Claim]]] = {}
    for claim in found.briefing.claims:
        if isinstance(claim.values, ProductValues):
            by_source.setdefault(claim.evidence.source, {}).setdefault(_block(claim, found), []).append(claim)
    longest = {source: max(blocks.values(), key=len) for source, blocks in by_source.items()}
    lists = {source: claims for source, claims in longest.items() if len(_products(claims)) >= _LIST}
    sets = {frozenset(_products(claims)) for claims in lists.values()}
    if len(lists) > 1 and len(sets) > 1:
        positions = tuple(position(", ".join(_products(claims).values()), claims) for claims in lists.values())
        yield Draft(
            "products that are listed", "coverage", positions, True, "", sentence("coverage", "listed"), None, 28
        )


def _products(claims: Sequence[Claim]) -> dict[str, str]:
    return {name_key(c.values.name): c.values.name for c in claims if isinstance(c.values, ProductValues)}
