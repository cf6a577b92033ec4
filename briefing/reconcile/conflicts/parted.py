"""Ties and the sources' sentences in, those out of whom a sentence says that the tie has ended or never was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.model.briefing import Relationship
from briefing.model.claim import TieValues
from briefing.model.patterns import late
from briefing.model.source import Evidence, Passage, Source
from briefing.reconcile.conflicts.draft import Draft, Found, position, sentence
from briefing.reconcile.folding import fold
from briefing.reconcile.signs import holding

_WORKING = frozenset({"customer", "partner", "supplier", "distributor", "co-developer", "joint-venture"})
_SIGNS = (
    *(
        "no longer",
        "not a ",
        "never ",
        "renew",
        "terminated",
        "cancelled",
        "canceled",
        "ended ",
        "lapse",
        "expire",
        " run out",
    ),
    *("not to ", "against ", "walked away", "pulled out", "withdr", "backed out", "instead", "no "),
)
_DEAL = r"(?:contract|agreement|deal|order|pilot|trial|partnership|test|subscription|licen[cs]e|relationship)"
_ITS = r"(?:its|the|their|an?)"
_HAS = r"(?:has |have |had )?"
_NOT = r"(?:did not|didn['’]t|has not|hasn['’]t|have not|haven['’]t|will not|won['’]t)"
_OVER = late(
    r"\b(?:(?:is|are|was|were) (?:no longer|not|never) (?:an? |one of )(?:[\w'’]+ ){0,2}"
    r"(?P<never>customers?|clients?|partners?|users?)"
    rf"|{_NOT} (?:renew|extend)(?:ed)?(?= it\b|[.,;]| with| {_ITS} (?:[\w-]+ ){{0,2}}{_DEAL})"
    r"|(?:has|have|had) (?:never|not) (?:bought|used|ordered|signed|worked|placed)\b"
    r"|no longer (?:uses?|buys?|works?|flies|orders?|supplies)\b"
    rf"|{_HAS}(?:ended|terminated|cancel+ed|quit|dropped|scrapped) {_ITS} (?:[\w-]+ ){{0,3}}{_DEAL}"
    rf"|{_HAS}let {_ITS} (?:\w+ )?{_DEAL} (?:lapse|expire|run out)"
    rf"|{_HAS}(?:decided|opted|chosen|chose|elected) (?:(?:in|last|this) \w+ )?(?:not to|against) "
    r"(?:go|continue|renew|proceed|extend|buy|order|sign)\w*"
    rf"|{_HAS}(?:walked away|pulled out|withdrawn|withdrew|backed out)"
    rf"|{_HAS}(?:gone|went) with (?P<rival>[A-Z][\w-]+)\b[^.;]{{0,40}}?\binstead)"
)
_NONE = late(
    r"\b(?:no (?:\w+ ){0,2}(?:relationship|contract|agreement|business|dealings|ties) with"
    r"|not (?:an? |\w+ )?(?:customer|client|partner) of) "
)
_BRIDGE = late(
    r"(?:,\s[^,]{1,60},)?(?:\s(?:has |have )?(?:said|says|told|confirmed|adds|added)(?:\s(?:us|me))?(?:\son \w+)?"
    r"(?:\sthat)?(?:\s(?:it|they))?)?\s?$"
)
_BESIDE = late(r"\s+(?:(?:\w+ ){0,2}(?:with|from|by))\s+(?P<other>[A-Z][\w&.-]*)")


class _Parting(NamedTuple):
    """Where a sentence speaks of an end, whose, and whether the tie is denied altogether."""

    spot: Evidence
    never: bool


def parted(found: Found) -> Iterator[Draft]:
    """A draft for each customer or partner that one place names and another says is none (any more)."""
    working = [relation for relation in found.briefing.relationships if _WORKING & set(relation.kinds)]
    if not working:
        return
    names = {relation.id: _names(relation) for relation in working}
    told: dict[str, list[_Parting]] = {}
    for source in found.ground.sources.values():
        for passage in holding(source, _SIGNS):
            for ident, never in _of_sentence(source, passage, names, found):
                told.setdefault(ident, []).append(_Parting(source.cite(passage.start, passage.end), never))
    for relation in working:
        if relation.id in told:
            yield from _draft(relation, told[relation.id], found)


def _draft(relation: Relationship, partings: Sequence[_Parting], found: Found) -> Iterator[Draft]:
    spots = [parting.spot for parting in partings]
    claims = [claim for claim in found.of(relation.claims) if isinstance(claim.values, TieValues)]
    held = [
        claim
        for claim in claims
        if isinstance(claim.values, TieValues)
        and claim.values.tie in _WORKING
        and claim.values.status != "ended"
        and not any(_touch(claim.evidence, spot) for spot in spots)
    ]
    known = any(isinstance(c.values, TieValues) and c.values.status == "ended" for c in claims)
    never = any(parting.never for parting in partings)
    if not held or (known and not never):
        return
    if never:
        kind = next(c.values.tie for c in held if isinstance(c.values, TieValues))
        positions = (position(kind, held), position(f"not a {kind}, it says", (), spots))
        topic = f"whether {relation.name} is a {kind}"
        yield Draft(topic, "role", positions, False, "", sentence("role", "denied", who=relation.name), relation.id, 80)
    else:
        positions = (position("current", held), position("ended", (), spots))
        topic = f"is the tie with {relation.name} over"
        yield Draft(topic, "role", positions, True, "ended", sentence("role", "ended"), relation.id, 68)


def _names(relation: Relationship) -> tuple[str, ...]:
    names = [name for name in (relation.name, *relation.aliases) if len(name) > 1]
    places = [place for name in names for kind, of, place in [name.partition(" of ")] if of and kind.lower() in _KINDS]
    return tuple(dict.fromkeys([*names, *places]))


_KINDS = frozenset({"city", "town", "county", "state", "port", "canton", "district"})  # "the city of Oslo": "Oslo"


def _of_sentence(
    source: Source, passage: Passage, names: dict[str, tuple[str, ...]], found: Found
) -> Iterator[tuple[str, bool]]:
    """The ids of the ties that a sentence ends, and whether it says that there never was one."""
    text = source.text[passage.start : passage.end]
    for match in _OVER.finditer(text):
        ahead = text[: match.start()]
        bridge = _BRIDGE.search(ahead)
        ahead = ahead[: bridge.start()] if bridge else ahead
        beside = _BESIDE.match(text, match.end())
        if beside and not match["rival"] and not any(_starts(own, beside["other"]) for own in _own(found)):
            continue
        owner = next((ident for ident, forms in names.items() if any(ahead.endswith(form) for form in forms)), "")
        if owner:
            yield owner, bool(match["never"]) and "no longer" not in match[0]
    none = _NONE.search(text)
    if none and any(_starts(own, text[none.end() :]) for own in _own(found)):
        before = source.text[max(0, passage.start - _BACK) : passage.start].rsplit("\n", 1)[-1]
        owner = _first_named(names, text) or _first_named(names, before)
        if owner:
            yield owner, "longer" not in text


_BACK = 240  # code points before a quotation in which its speaker is named


def _first_named(names: dict[str, tuple[str, ...]], text: str) -> str:
    """The id of the tie that a text names first."""
    places = [(text.find(form), ident) for ident, forms in names.items() for form in forms if form in text]
    return min(places, default=(0, ""))[1]


def _own(found: Found) -> tuple[str, ...]:
    subject = found.ground.subject
    return (subject.name, *subject.aliases, "the company", "the start-up", "the startup", "it ", "them")


def _starts(own: str, text: str) -> bool:
    """Does a text begin with a name, or with the first word of it?"""
    return fold(text).startswith(fold(own)) or (len(text) > 3 and fold(own).startswith(f"{fold(text)} "))


def _touch(one: Evidence, other: Evidence) -> bool:
    return one.source == other.source and one.start < other.end and other.start < one.end
