"""A figure in its utterance goes in, whose it is comes out: the subject's, another company's, a market's."""

from __future__ import annotations

from briefing.claims.figures import Figure
from briefing.claims.phrases import words_of
from briefing.claims.takers import Taker, of_clause, owner_before
from briefing.claims.view import View

_BEFORE_OWNED = frozenset({"s", "its", "their", "the", "of", "'", "a"})


def owner(seen: View, figure: Figure) -> Taker:
    """An owner in front of the figure or of its measure, else whom the clause is about."""
    found = owner_before(seen, figure.at)
    if found is None or found.who == "unknown":
        found = _of_measure(seen, figure)
    if found is not None:
        return found
    return Taker("other", "a market") if _of_market(seen, figure) else of_clause(seen, figure.at)


def _of_measure(seen: View, figure: Figure) -> Taker | None:
    """ "Acme's revenue reached …", "OtherCo's valuation of …": the owner of the measure's noun in front of it."""
    heads = set(figure.name.split()[-1:]) | ({"valuation"} if figure.amounts else set())
    for index in range(figure.at - 1, max(figure.at - 12, -1), -1):
        if seen.word(index) in (".", ";"):
            return None
        if seen.word(index) in heads:
            first = index
            while first and seen.word(first - 1) not in _BEFORE_OWNED and figure.at - first < 14:
                first -= 1
            found = owner_before(seen, first)
            return found if found is not None and found.who != "unknown" else None
    return None


def _of_market(seen: View, figure: Figure) -> bool:
    """ "The market is worth $50 billion", "worldwide volume": nobody's own sum."""
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    low, _ = seen.span(clause.start, clause.end)
    words = set(seen.words(max(low, figure.at - 10), figure.at))
    if not figure.amounts:
        return False
    market = words & words_of("metrics", "gate", "market_heads") and not words & {
        "cap",
        "share",
        "capitalization",
        "its",
    }
    return bool(market) or bool(words & {"worldwide", "globally", "nationwide"})
