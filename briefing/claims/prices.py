"""A sum and the words in front of it go in; whether it is the price of a purchase comes out: "to acquire A for $5m"."""

from __future__ import annotations

from briefing.claims.phrases import words_of
from briefing.claims.view import View
from briefing.claims.words import row

_REACH = 30  # tokens between the verb of buying and its price
_LEADS = frozenset({"for", "worth"})
_ABOUT = row(
    "approximately about around roughly nearly almost up to over under just more than a an some reported of total "
    "consideration price purchase estimated initial upfront"
)
_STOPS = row(". ; : ! ? raised raises raise raising funding stake shares stock")
# Verbs and nouns of buying a company; "pay", "sell" and "sale" have prices of other things.
_NOT_BUYING = row("pay pays paid paying sell sells sold selling sale")


def is_price(view: View, first: int) -> bool:
    """Does a "for" in front of the sum at token `first` go with a verb of buying a named company before it?"""
    index = first - 1
    while index >= 0 and view.word(index) in _ABOUT:
        index -= 1
    if index < 0 or view.word(index) not in _LEADS:
        return False
    buying = words_of("rounds", "verbs", "acquire") - _NOT_BUYING
    named = False
    for at in range(index - 1, max(index - _REACH, -1), -1):
        word = view.word(at)
        if at in view.amount_at or (word in _STOPS and view.end(at) != view.offset(min(at + 1, len(view.found) - 1))):
            return False
        if at in view.name_at:
            named = named or view.name_at[at].kind in ("organisation", "unknown", "product")
        elif word in buying:
            return named
    return False
