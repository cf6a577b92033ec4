"""A sum in its utterance goes in; is it money that is kept, or paid in cash, and not raised?"""

from __future__ import annotations

from briefing.claims.headnouns import is_funding_noun, noun_phrase
from briefing.claims.phrases import words_of
from briefing.claims.view import View


def is_held(view: View, first: int, after: int) -> bool:
    """ "ended March with | $5 million in cash": money that is there, neither raised nor paid."""
    if view.word(after) not in ("in", "of") or not set(view.words(after + 1, after + 3)) & words_of(
        "metrics", "said_of", "held"
    ):
        return False
    before = set(view.words(max(0, first - 7), first))
    kept = not _BALANCES.isdisjoint(view.words(after + 2, after + 6))
    if kept and not before & words_of("metrics", "said_of", "not_held"):
        return True  # "assets of $9 million, including | $5 million in cash and bank balances"
    if not _LEFT.isdisjoint(view.words(after + 2, after + 5)):
        return True  # "only | $5 million in cash was left"
    return bool(before & words_of("metrics", "said_of", "holding")) and not before & words_of(
        "metrics", "said_of", "not_held"
    )


_BALANCES = frozenset({"balance", "balances", "equivalents"})


_LEFT = frozenset({"left", "remained", "remaining", "remains"})


def holdings(view: View, first: int, after: int) -> bool:
    """Is the sum one of cash in hand or cash paid, with nothing else that speaks of funding behind it?"""
    vague = words_of("sums", "around", "vague")
    phrase = noun_phrase(view, after)
    if any(is_funding_noun(word) and word not in vague for word in phrase) or not {"cash", "money"} & set(phrase):
        return False
    before = set(view.words(max(0, first - 6), first))
    if not _BIDS.isdisjoint(before):
        return True  # "whose chief executive bid just | $5 million in cash"
    return "for" in before or bool(before & words_of("sums", "around", "holds"))


_BIDS = frozenset({"bid", "bids", "bidding", "offered", "offers"})
