"""The utterances of one source go in; its headline comes out no firmer than the article under it.

"Acme seeks funds at $4 billion", over an article in which two people "familiar with the matter" say so: headlines drop
whose word it is. What a headline's figures rest on is told by the sentences that repeat them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.claims.reading import Clause, FoundAmount, Utterance
from briefing.model.records import replace

_NEAR = 0.01  # two printings of one figure
_OPEN = frozenset({"rumoured", "planned", "hypothetical"})
_KEPT = frozenset({"rumoured", "denied"})


def moderated(utterances: Sequence[Utterance]) -> tuple[Utterance, ...]:
    """The same utterances, titles held by whom the article holds their figures by, where that is hearsay throughout."""
    return tuple([_moderate(one, utterances) if _may_be(one) else one for one in utterances])


def _may_be(one: Utterance) -> bool:
    return one.passage.kind == "title" and bool(one.amounts)


def _moderate(title: Utterance, utterances: Sequence[Utterance]) -> Utterance:
    below = [clause for one in utterances if one is not title for clause in _repeating(title, one)]
    whispered = [clause for clause in below if clause.modality == "rumoured"]
    if not whispered or any(clause.modality not in _OPEN or clause.holder_kind == "company" for clause in below):
        return title
    held = next((clause for clause in whispered if clause.holders), whispered[0])
    return replace(title, clauses=tuple([one if one.modality in _KEPT else _held(one, held) for one in title.clauses]))


def _held(clause: Clause, by: Clause) -> Clause:
    return replace(
        clause, modality="rumoured", holders=by.holders, holder_kind=by.holder_kind, cues=by.cues, holding=by.holding
    )


def _repeating(title: Utterance, other: Utterance) -> Iterator[Clause]:
    """The clauses of a sentence in which figures of the title stand again."""
    for amount in other.amounts:
        if any(_same(amount, own) for own in title.amounts):
            yield other.clause_at(amount.start)


def _same(one: FoundAmount, other: FoundAmount) -> bool:
    mine, theirs = one.money, other.money
    return mine.currency == theirs.currency and abs(mine.value - theirs.value) <= _NEAR * theirs.value
