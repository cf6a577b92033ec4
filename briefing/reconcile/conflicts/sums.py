"""The listed rounds against the stated total: only currencies that the sources themselves give are added up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.model.briefing import FundingEvent, FundingTotal
from briefing.model.dates import sort_key
from briefing.model.money import Money
from briefing.reconcile.conflicts.draft import Draft, Found, position, sentence
from briefing.reconcile.conflicts.labels import total_label

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "INR": "₹", "JPY": "¥"}
_CLOSE = 0.04  # a sum this near to the total explains it


def sums(found: Found) -> Iterator[Draft]:
    """One draft for each total that the listed rounds do not reach, or overshoot."""
    raised = [event for event in found.briefing.funding if _counts(event)]
    for total in found.briefing.funding_totals:
        if total.amounts:
            until = _until(total, found)
            yield from _against(
                total, [event for event in raised if not event.date or sort_key(event.date) <= until], found
            )


def _counts(event: FundingEvent) -> bool:
    """New money that did come in: no rumour, no plan, no sale of old shares."""
    return event.standing not in ("rumoured", "forward-looking") and event.instrument != "secondary"


def _until(total: FundingTotal, found: Found) -> tuple[int, int]:
    """Up to when a total counts: the latest date of the sources that give it, or of the rounds they tell of."""
    sources = {claim.evidence.source for claim in found.of(total.claims)}
    dates = [
        date for ident in sources for s in [found.ground.sources[ident]] for date in (s.published, s.coverage) if date
    ]
    dates += [
        event.date
        for event in found.briefing.funding
        if event.date and _counts(event) and sources & {claim.evidence.source for claim in found.of(event.claims)}
    ]
    return max((sort_key(date) for date in dates), default=sort_key(""))


def _against(total: FundingTotal, events: Sequence[FundingEvent], found: Found) -> Iterator[Draft]:
    stated = total.amounts[0]
    known = [(event, money) for event in events if (money := _in(event, stated.currency))]
    apart = ("debt", "grant") if _of_equity(total, found) else ("debt",)
    equity = [(event, money) for event, money in known if event.instrument not in apart]
    debts = [(event, money) for event, money in known if event.instrument == "debt"]
    if len(known) < 2:
        return
    listed = sum(money.value for _, money in equity)
    owed = sum(money.value for _, money in debts)
    low, high = stated.interval()
    if low <= listed + owed <= high and not owed:
        return
    slots = {"listed": show(listed, stated.currency), "total": stated.raw, "debt": show(owed, stated.currency)}
    slots |= {"both": show(listed + owed, stated.currency), "gap": show(abs(stated.value - listed), stated.currency)}
    explained = bool(owed) and abs(listed + owed - stated.value) <= _CLOSE * stated.value
    if not explained and listed > high:
        return  # an older or narrower total says nothing against the rounds
    name = "with_debt" if explained else "short"
    rounds = [claim for event, money in equity for claim in found.of(event.claims) if money.raw in claim.evidence.quote]
    lending = [claim for event, money in debts for claim in found.of(event.claims) if money.raw in claim.evidence.quote]
    positions = [position(stated.raw, found.of(total.claims)), position(slots["listed"], rounds)]
    if lending:
        positions.append(position(slots["debt"], lending))
    text = sentence("sum", name, **slots)
    topic = f"listed rounds and {total_label(total)}"
    yield Draft(topic, "sum", tuple(positions), True, stated.raw, text, total.id, 82)


def _of_equity(total: FundingTotal, found: Found) -> bool:
    """ "has raised $5 million in equity": grants do not count."""
    return any("equity" in claim.text.lower() for claim in found.of(total.claims))


def _in(event: FundingEvent, currency: str) -> Money | None:
    """The event's sum in a currency, as raised or as the sources convert it."""
    return next((money for money in (*event.amounts, *event.equivalents) if money.currency == currency), None)


def show(value: float, currency: str) -> str:
    """A sum of ours, in the way of the sources: "$3.18 billion"."""
    sign = _SIGNS.get(currency, f"{currency} ")
    for size, name in ((1e9, "billion"), (1e6, "million")):
        if value >= size:
            return f"{sign}{value / size:.4g} {name}"
    return f"{sign}{value:,.0f}"
