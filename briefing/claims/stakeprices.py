"""A verb in front of a sum goes in; whether the sum is paid for a part of a company comes out.

"bought a 10 percent stake in Acme for | $5 million", "sold a fifth of its shares for | $9 million": money that comes
in or that holders get, where the price of a whole company is neither.
"""

from __future__ import annotations

from briefing.claims.givings import sold_for
from briefing.claims.view import View

BUYING = frozenset(
    "took takes taking take acquired acquires bought buys buying purchase acquisition purchased picked picks".split()
)
_OF_WHOLE = frozenset({"%", "percent", "cent", "pct", "tenth", "fifth", "quarter", "third", "fourth", "sixth", "half"})


def pays_for_stake(view: View, index: int) -> bool:
    """ "paid | $5 million for the shares", "pays … for its 20%": shares change hands, the company is not bought."""
    ahead = view.words(index + 1, index + 14)
    at = ahead.index("for") if "for" in ahead else -1
    if at < 0 or index + 1 + at in view.amount_at or "." in ahead[:at]:
        return False
    return not _STAKES.isdisjoint(ahead[at : at + 5]) or not _OF_WHOLE.isdisjoint(ahead[at : at + 6])


_STAKES = frozenset({"shares", "stake", "shareholding", "holding"})


def buys_stake(view: View, index: int, first: int) -> bool:
    """ "bought | a 10 percent stake in Acme for | $5 million"."""
    between = view.words(index + 1, first)
    stake = {"stake", "shareholding", "holding"} & set(between)
    named = [view.name_at[at] for at in range(index + 1, first) if at in view.name_at]
    share = {"percent", "%", "cent"} & set(between[:4]) and all(name.is_subject for name in named)
    return (bool(stake or share) and "for" in view.words(max(0, first - 2), first)) or _buys_paper(view, index, first)


def _buys_paper(view: View, index: int, first: int) -> bool:
    """ "bought | a tenth of the shares for | $5 million"."""
    part = not _OF_WHOLE.isdisjoint(view.words(index + 1, index + 6))
    return part and sold_for(view, index, first) and not view.utterance.clause_at(view.offset(index)).is_subject


SELLING = frozenset(("sold", "sells", "selling"))


def sells_stake(view: View, index: int, first: int) -> bool:
    """ "It sold | a 20% stake to Northwind for | $5 million": of itself; one in somebody else brings in nothing."""
    between = view.words(index + 1, first)
    if view.utterance.clause_at(view.offset(index)).is_subject and sold_for(view, index, first):
        return True
    if "itself" in between and not _SLICES.isdisjoint(between) and "for" in between[-3:]:
        return view.utterance.clause_at(view.offset(index)).is_subject  # "sold a slice of itself to Oakfund for"
    if not {"stake", "shareholding"} & set(between) or "for" not in view.words(max(0, first - 3), first):
        return False
    clause = view.utterance.clause_at(view.offset(index))
    at = index + 1 + next(place for place, word in enumerate(between) if word in ("stake", "shareholding"))
    return clause.is_subject and view.word(at + 1) != "in" and "its" not in between[:3]


_SLICES = frozenset({"slice", "piece", "chunk", "part", "tenth", "fifth", "quarter", "third", "half"})
