"""Facts in, differences of part and post out: who led a round, who holds a post, ties told of and told as ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from briefing.model.briefing import FundingEvent, Person
from briefing.model.claim import Claim, FundingValues, PersonValues, TieValues
from briefing.model.dates import sort_key
from briefing.reconcile.conflicts.draft import Draft, Found, position, sentence, sources_of
from briefing.reconcile.conflicts.labels import event_label
from briefing.reconcile.folding import fold, name_key
from briefing.reconcile.lexicon import table
from briefing.reconcile.rounds import meet

_MANY = 40  # people who are compared with one another
_TERM = 150  # days within which one post is told of as one


def leading(found: Found) -> Iterator[Draft]:
    for event in found.briefing.funding:
        yield from _leads(event, found)
    yield from _posts(found)
    for relation in found.briefing.relationships:
        yield from _ended(relation.name, found.of(relation.claims), relation.id)


# ---------------------------------------------------------------- who led


def _leads(event: FundingEvent, found: Found) -> Iterator[Draft]:
    """Sources that name different leaders; whom one of them names as a mere participant led in one of them only."""
    led: dict[str, dict[str, str]] = {}
    joined: dict[str, set[str]] = {}
    telling: dict[str, list[Claim]] = {}
    for claim in found.of(event.claims):
        values = claim.values
        if not isinstance(values, FundingValues) or claim.modality == "rumoured" or not _says_lead(claim, values):
            continue
        source = claim.evidence.source
        names = [found.ground.canonical(name) for name in values.leads]
        led.setdefault(source, {}).update({name_key(name): name for name in names})
        joined.setdefault(source, set()).update(name_key(found.ground.canonical(name)) for name in values.participants)
        telling.setdefault(source, []).append(claim)
    led = _in_full(led)
    sets = {frozenset(names) for names in led.values()}
    if len(sets) < 2:
        return
    everyone = frozenset().union(*sets)
    clash = any(one.isdisjoint(other) for one, other in combinations(sorted(sets, key=sorted), 2)) or any(
        (everyone - frozenset(names)) & joined[source] for source, names in led.items()
    )
    groups: dict[frozenset[str], list[str]] = {}
    for source, keys in led.items():
        groups.setdefault(frozenset(keys), []).append(source)
    ordered = sorted(groups.items(), key=lambda pair: (-len(pair[1]), -len(pair[0])))
    positions = tuple(
        position(", ".join(led[sources[0]].values()), [claim for one in sources for claim in telling[one]])
        for _, sources in ordered
    )
    used = ", ".join(event.leads)
    text = sentence("role", "leads", used=used)
    yield Draft(f"who led {event_label(event)}", "role", positions, not clash, used, text, event.id, 76)


def _in_full(led: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    """Short forms become the longest form of the name: "Oakfund" here is "Oakfund Growth Partners" there."""
    longest = sorted({(key, name) for names in led.values() for key, name in names.items()}, key=lambda one: one[0])
    full = {key: next(one for one in longest[::-1] if f"{one[0]} ".startswith(f"{key} ")) for key, _ in longest}
    return {source: dict(full[key] for key in names) for source, names in led.items()}


def _says_lead(claim: Claim, values: FundingValues) -> bool:
    """Does the claim say that somebody led? Who gave all of it is put down as a leader, too, and led nobody."""
    return bool(values.leads) and any(word in fold(claim.text) for word in table("language")["leading"])


# ---------------------------------------------------------------- posts


def _posts(found: Found) -> Iterator[Draft]:
    """Two people in one post of which a house has one, told by different sources at one time."""
    held: dict[str, list[tuple[Person, list[Claim]]]] = {}
    for person in found.briefing.people[:_MANY]:
        told: dict[str, list[Claim]] = {}
        for claim in found.of(person.claims):
            if isinstance(claim.values, PersonValues) and (post := _post(claim.values.role)) and not _former(claim):
                told.setdefault(post, []).append(claim)
        for post, claims in told.items():
            held.setdefault(post, []).append((person, claims))
    for post, holders in held.items():
        for (one, mine), (other, theirs) in combinations(holders, 2):
            if sources_of(mine) & sources_of(theirs) or not _at_one_time(mine, theirs, found):
                continue
            pair = sorted(((one, mine), (other, theirs)), key=lambda side: sort_key(_told(side[1], found)))
            positions = tuple(position(person.name, claims) for person, claims in pair)
            used = pair[-1][0].name
            text = sentence("role", "post", used=used, why=sentence("amount", "later"))
            yield Draft(f"who is {post}", "name", positions, False, used, text, other.id, 70)


def _post(role: str) -> str:
    """The one post of its kind that a role names: "chief executive officer" is "CEO"."""
    folded = f" {fold(role).replace('-', ' ')} "
    if any(f" {word} " in folded for word in ("former", "deputy", "vice", "co", "regional", "interim", "founding")):
        return ""
    posts: dict[str, list[str]] = table("language")["posts"]
    return next((post for post, names in posts.items() if any(f" {name} " in folded for name in names)), "")


def _former(claim: Claim) -> bool:
    folded = fold(claim.text)
    return any(word in folded for word in table("language")["leaving"])


def _told(claims: Sequence[Claim], found: Found) -> str:
    return found.ground.sources[claims[0].evidence.source].published


def _at_one_time(mine: Sequence[Claim], theirs: Sequence[Claim], found: Found) -> bool:
    one, other = _told(mine, found), _told(theirs, found)
    return bool(one and other) and meet(one, other, _TERM)


# ---------------------------------------------------------------- ties that ended


def _ended(name: str, claims: Sequence[Claim], about: str) -> Iterator[Draft]:
    """One source tells of a customer or partner, another that it is none any more."""
    ties = [claim for claim in claims if isinstance(claim.values, TieValues)]
    over = [claim for claim in ties if isinstance(claim.values, TieValues) and claim.values.status == "ended"]
    held = [claim for claim in ties if claim not in over and claim.modality == "asserted"]
    held = [claim for claim in held if claim.evidence.source not in sources_of(over)]
    if over and held:
        positions = (position("current", held), position("ended", over))
        text = sentence("role", "ended")
        yield Draft(f"is the tie with {name} over", "role", positions, True, "ended", text, about, 68)
