"""Rounds and the sources' sentences in, those out that say of a named backer that it gave nothing."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model.claim import Claim, FundingValues
from briefing.model.patterns import late
from briefing.model.source import Evidence
from briefing.reconcile.conflicts.draft import Draft, Found, position, sentence, sources_of
from briefing.reconcile.conflicts.labels import event_label
from briefing.reconcile.folding import fold
from briefing.reconcile.rounds import meet
from briefing.reconcile.signs import holding

_SIGNS = ("not ", "n't", "n’t", " out", "stayed away", "passed on")
_NOT = late(
    r"\b(?:(?:did|does|has|have|will|is|was|were) not|(?:did|does|has|have|wo|is|was|were)n['’]t)(?: \w+ly)? "
    r"(?:put(?:ting)?|invest\w*|tak(?:e|ing|en) part|participat\w+|join\w*|contribut\w+|among (?:the|them)"
    r"|part of (?:the|it)|follow on|come in|on board|on the list)\b"
    r"|\b(?:(?:has|have|had) )?(?:sat (?:(?:this|the|that) (?:one |round )?|it )?out|stayed (?:away|out)"
    r"|passed on the (?:round|deal)|opted out|pulled out|dropped out|bowed out)\b"
)


def absent(found: Found) -> Iterator[Draft]:
    """A draft for each backer of a round of whom a source that tells of it says that it did not take part."""
    denied = [*_denials(found)] if found.briefing.funding else []
    for event in found.briefing.funding if denied else ():
        claims = [claim for claim in found.of(event.claims) if claim.modality != "rumoured"]
        telling = sources_of(claims)
        for name in (*event.leads, *event.participants):
            spots = [spot for spot in denied if spot.source in telling and _subject_of(spot.quote, name)]
            spots = [spot for spot in spots if meet(event.date, found.ground.sources[spot.source].published, _NEWS)]
            naming = [claim for claim in claims if _names(claim, name, found)]
            naming = [claim for claim in naming if claim.evidence.source not in {spot.source for spot in spots}]
            if spots and naming:
                positions = (position("took part", naming), position("did not take part", (), spots))
                text = sentence("role", "absent")
                topic = f"whether {name} took part in {event_label(event)}"
                yield Draft(topic, "role", positions, False, "", text, event.id, 78)


def _denials(found: Found) -> Iterator[Evidence]:
    """Sentences that say of somebody that he put nothing in."""
    for source in found.ground.sources.values():
        for passage in holding(source, _SIGNS):
            if _NOT.search(source.text, passage.start, passage.end):
                yield source.cite(passage.start, passage.end)


def _subject_of(quote: str, name: str) -> bool:
    """Does the name stand right before "did not take part"?"""
    match = _NOT.search(quote)
    ahead = fold(_ASIDE.sub("", quote[: match.start()])) if match else ""
    return fold(name) in ahead[-len(fold(name)) - _NEAR :]


_ASIDE = late(
    r",\s(?:which|who|whose|whom)\b[^,]*,\s*$"
    r"|\s(?:tells?|told|says?|said|confirms?|confirmed)(?:\s(?:us|me|the\s\w+|\w+))?(?:\sthat)?\s(?:it|they|he|she)\s*$"
)
_NEWS = 150  # days for which a round is the one that an article speaks of
_NEAR = 4  # code points between the name and the verb


def _names(claim: Claim, name: str, found: Found) -> bool:
    values = claim.values
    if not isinstance(values, FundingValues):
        return False
    return any(found.ground.same_name(one, name) for one in (*values.leads, *values.participants))
