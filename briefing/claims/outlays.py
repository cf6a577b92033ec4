"""A sum in a view goes in, the loss, charge or cost that it is comes out: "write-down", "provision", "cost", "bill".

What has been drawn of a loan is told here, too.

Sums that go, told by a noun: right in front ("a write-down of | $5m"), right behind ("a | $5m | impairment charge"), or
at the head of the clause whose verb leads to the sum ("the cost of the plant was | $5m"); or by a verb ("wrote off |
$5m").
"""

from __future__ import annotations

from briefing.claims.phrases import Hit, book, words_of
from briefing.claims.runningsums import is_drawn
from briefing.claims.view import View

_FARTHEST = 12  # tokens between the noun and the sum
_LEADING = frozenset({"to", "at", "towards", "toward", "for", "is", "was", "of", "near", "from"})
_STOPS = frozenset(". ; : ( ) — – and but which that who".split())
_MOVED = frozenset("gone risen rose rising climbed tracking heading jumped crept put estimated".split())  # costs.py
_SMALL_BEHIND = 2  # adjectives between a sum and the noun behind it: "a $5m one-off charge"


def outlay(view: View, first: int, after: int) -> str:
    """The name of what the sum in tokens[first:after] is, "" if it is no loss, charge or cost."""
    if is_drawn(view, first, after):
        return "debt drawn"
    at = _over_small(view, first)
    if not _MOVED.isdisjoint(view.words(max(0, first - _FARTHEST), first)):
        return ""
    near = list(book("metrics", "outlays").all(view.low, max(0, at - _FARTHEST), at))
    if near and (near[-1].after == at or (near[-1].after == at - 1 and view.word(at - 1) in ("of", "by"))):
        return "" if _is_free(view, near[-1].first) else near[-1].meaning
    behind = next(book("metrics", "outlays").all(view.low, after, after + _SMALL_BEHIND + 3), None)
    if behind is not None and behind.first - after <= _SMALL_BEHIND and _is_joined(view, after, behind.first):
        return behind.meaning
    told = [hit for hit in near if not _is_free(view, hit.first) and _leads(view, hit, first, at)]
    return told[-1].meaning if told else ""


def _over_small(view: View, first: int) -> int:
    """The token behind the last one in front of the sum that is no "about", "up to", "north of" or article."""
    at = first
    small = words_of("metrics", "said_of", "small") - {"to", "at", "by"}
    while at > 0 and (view.word(at - 1) in small or view.word(at - 1) == '"'):
        at -= 1
    return at


def _is_joined(view: View, after: int, noun: int) -> bool:
    """Do only adjectives stand between the sum and the noun behind it?"""
    return all(view.word(at).isalpha() or view.word(at) == "-" for at in range(after, noun)) and not {
        "in",
        "of",
        "to",
        "for",
        "on",
        "at",
        "with",
        "and",
        "from",
    } & set(view.words(after, noun))


def _is_free(view: View, noun: int) -> bool:
    """ "at no cost", "at the cost of", "regardless of cost": nothing that is paid."""
    return view.word(noun - 1) in ("no", "zero", "whatever", "any", "regardless")


def _leads(view: View, noun: Hit, first: int, at: int) -> bool:
    """Does a verb or preposition lead from the noun to the sum, with at most an aside between two commas in between?"""
    between = view.words(noun.after, first)
    reaches = view.word(at - 1) in _LEADING
    whole = between.count(",") in (0, 2) and _STOPS.isdisjoint(between)
    return reaches and whole and not any(place in view.amount_at for place in range(noun.after, first))
