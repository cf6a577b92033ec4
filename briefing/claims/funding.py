"""A Reading goes in, claims on money raised come out: rounds, loans, grants, listings, share sales, and totals to date.

Every sum has its role first (roles.py). Each sum that was raised, and each round that is named with something to say of
it, is an event; dates, valuations, leads and participants go to the nearest one. What other companies raised, what did
not happen and what might happen is handed on as Rejected, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.claims import funding_tables
from briefing.claims.events import is_near, may_tell, sketches
from briefing.claims.filling import claim_of
from briefing.claims.joinverbs import may_join
from briefing.claims.reading import Reading, Utterance
from briefing.claims.rivals import Told, claim_of_rival, figures_of, of_trade, rivals
from briefing.claims.roundparts import may_part, part_of_round
from briefing.claims.sketches import Memory
from briefing.claims.takers import UNKNOWN, Taker
from briefing.claims.totals import totals
from briefing.claims.view import view
from briefing.model.claim import Claim, Rejected


def extract(reading: Reading) -> Iterator[Claim | Rejected]:
    """Funding and total claims of one source in text order."""
    memory = Memory(home=reading.home)
    told: list[Told] = []
    section = ""
    for utterance in reading.utterances:
        stranger = reading.stranger(utterance.passage)
        if stranger != section:  # what was told of one company goes on for nobody under the heading of the next
            section, memory = stranger, Memory(home=memory.home)
            memory.taker = Taker("other", stranger) if stranger else UNKNOWN
        if memory.taker.who == "other" and not stranger and _turns_to_subject(utterance):
            memory.taker, memory.aside = UNKNOWN, memory.taker
        if utterance.passage.kind == "row":
            yield from funding_tables.extract(reading, utterance, memory)
            continue
        if may_part(utterance, memory) and (part := part_of_round(view(reading, utterance), memory)) is not None:
            yield part
            continue
        if not may_tell(utterance) and not (is_near(utterance, memory) and may_join(utterance)):
            continue
        seen = view(reading, utterance)
        yield from totals(seen, memory)
        others = rivals(seen, told)
        yield from (claim_of_rival(seen, one) for one in others)
        told += of_trade(seen)
        for sketch in sketches(seen, memory):
            if sketch.amount in {one.number for one in others}:
                continue
            made = claim_of(seen, sketch, memory)
            if made is not None:
                yield made
            if isinstance(made, Claim):
                told += figures_of(made, utterance.index)


def _turns_to_subject(utterance: Utterance) -> bool:
    """Is the sentence about the company by name? What was told of another before it goes on no longer."""
    clauses = utterance.clauses
    return bool(clauses) and clauses[0].is_subject and any(name.is_subject for name in utterance.names)
