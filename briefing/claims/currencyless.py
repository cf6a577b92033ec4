"""A figure of trade without a currency in its sentence goes in, the sum that it is comes out, with what says so.

"Revenue was $44 million. This year the company expects | 60 million." The currency is that of the sum told last in the
same article, where the article has one currency for its sums.
"""

from __future__ import annotations

from briefing.claims.phrases import book
from briefing.claims.reading import FoundNumber
from briefing.claims.view import View
from briefing.model.claim import Amount
from briefing.model.money import Money
from briefing.model.source import Evidence

_LEAST = 100_000  # a smaller number may be a price, or a count
_MOST = 0.7  # of the sums of the article are in the currency that figures without one are in
_BACK = 8  # utterances in front in which the currency is said


def is_money(name: str) -> bool:
    """Is what is measured a sum: "revenue", "net loss", "annual recurring revenue"?"""
    words = tuple(name.lower().split())
    return bool(words) and any(hit.after == len(words) for hit in book("metrics", "money").all(words))


def as_sum(seen: View, number: FoundNumber) -> tuple[Amount, Evidence] | None:
    """The figure as a sum, and the sentence that has its currency; None where that is open."""
    printed = seen.text[number.start : number.end]
    if number.value < _LEAST or number.unit or not any(map(str.isalpha, printed)):
        return None
    here = seen.utterance.index
    before = reversed(seen.reading.utterances[max(0, here - _BACK) : here + 1])
    told = next((one for one in before if any(sum_.start < number.start for sum_ in one.amounts)), None)
    if told is None:
        return None
    all_told = [sum_.money.currency for one in seen.reading.utterances for sum_ in one.amounts]
    currency = next(sum_ for sum_ in told.amounts if sum_.start < number.start).money.currency
    if all_told.count(currency) < _MOST * len(all_told):
        return None
    value = int(number.value) if float(number.value).is_integer() else number.value
    money = Money(value, currency, number.qualifier, printed)
    where = seen.reading.cite(told.passage.start, told.passage.end)
    return Amount(money, "revenue", number.start, number.end), where
