"""A Reading goes in, what the subject's projects are said to cost by now comes out, with the figure told before.

"The price has risen: 7.3 billion", "the cost, it is said, is heading for $9 million, against the $7 million
published in May", "was to cost €7 million; the word now is nearer to €9 million".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from briefing.claims.making import stated
from briefing.claims.phrases import words_of
from briefing.claims.reading import FoundAmount, Reading, Utterance
from briefing.claims.view import View, view
from briefing.model.claim import Amount, Claim, MetricValues
from briefing.model.records import replace

_BACK = 3  # utterances in which the project is named
_REACH = 14  # tokens from what is spoken of to its figure
_NEAR = 6  # … and from "against" to the figure before
_LEAST = 0.5  # of the larger: figures further apart are of two things


def extract(reading: Reading) -> Iterator[Claim]:
    """One claim for every figure of a project's cost that is told anew, and for the one it is set against."""
    for utterance in reading.utterances:
        if utterance.amounts and utterance.passage.kind in ("sentence", "item") and utterance.holds(_triggers()):
            yield from _told_anew(reading, utterance)


@cache
def _triggers() -> frozenset[str]:
    return words_of("costs", "heads")


def _told_anew(reading: Reading, utterance: Utterance) -> Iterator[Claim]:
    seen = view(reading, utterance)
    if not words_of("costs", "others").isdisjoint(seen.low) or not _of_project(reading, utterance):
        return
    told: FoundAmount | None = None
    for number, amount in enumerate(utterance.amounts):
        if amount.per or amount.range_end:
            continue
        first, _ = seen.amount_span(number)
        if told is None:
            if _is_moved(seen, first):
                told = amount
                yield _cost(reading, utterance, amount)
            elif _was_planned(seen, first):
                told = amount
        elif _akin(told, amount) and (_is_before(seen, first) or _is_corrected(seen, first)):
            yield _cost(reading, utterance, amount, _is_before(seen, first))


def _of_project(reading: Reading, utterance: Utterance) -> bool:
    """Is a project of the subject what the text speaks of here?"""
    near = reading.utterances[max(0, utterance.index - _BACK) : utterance.index + 1]
    near = tuple(one for one in near if one.passage.heading == utterance.passage.heading)
    ours = any(clause.is_subject or clause.setting_is_subject for one in near for clause in one.clauses)
    return ours and any(one.holds(words_of("costs", "projects")) for one in near)


def _is_moved(view: View, first: int) -> bool:
    """ "The price has risen: | $7 million", "at an expected cost of | $7 million"."""
    for at in range(max(0, first - _REACH), first):
        if view.word(at) in words_of("costs", "heads") and view.word(at - 1) not in ("to", "will", "would", "could"):
            between = view.words(max(0, at - 1), first)
            if not words_of("costs", "moving").isdisjoint(between) and "." not in between:
                return True
    return False


def _was_planned(view: View, first: int) -> bool:
    """ "was to cost | $7 million": read as a figure elsewhere, and held against what follows."""
    before = view.words(max(0, first - 4), first)
    return "cost" in before and not {"to", "would", "originally"}.isdisjoint(view.words(max(0, first - 7), first))


def _is_before(view: View, first: int) -> bool:
    return not words_of("costs", "against").isdisjoint(view.words(max(0, first - _NEAR), first))


def _is_corrected(view: View, first: int) -> bool:
    said = " ".join(view.words(max(0, first - 4), first + 3))
    return any(phrase in said for phrase in words_of("rivals", "correcting"))


def _akin(one: FoundAmount, other: FoundAmount) -> bool:
    low, high = sorted((one.money.value, other.money.value))
    return one.money.currency == other.money.currency and low >= _LEAST * high and low < high


def _cost(reading: Reading, utterance: Utterance, amount: FoundAmount, before: bool = False) -> Claim:
    """before: it is what the cost was said to be until now, whoever tells what it is now."""
    clause = utterance.clause_at(amount.start)
    figure = Amount(amount.money, "capex", amount.start, amount.end)
    ahead = clause.modality == "asserted" and not before
    values = MetricValues("cost", None, amount.money.currency, amount.money.qualifier, (figure,), None, ahead)
    evidence = reading.cite(utterance.passage.start, utterance.passage.end)
    if before:
        clause = replace(clause, holders=(), holder_kind="outlet", modality="planned")
    return stated(clause, "metric", values, evidence, "planned" if clause.modality == "asserted" else None)
