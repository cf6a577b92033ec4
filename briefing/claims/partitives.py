"""A number in a view and the name of what was counted before go in, the name of the part that it counts comes out.

"70 customers, of whom | 9 pay more than a thousand", "1,200 units, | 300 of them abroad": "units abroad", no further
count of all units.
"""

from __future__ import annotations

from briefing.claims.verbs import is_adverb, is_preposition
from briefing.claims.view import View
from briefing.claims.words import row

_THEM = row("them whom which these those")
_SMALL = row("about around some roughly nearly almost over more than only just at least")
_BEING = row("are were is was be been have has had being")
_STOPS = row(". , ; : ( ) and but while as — – ! ?") | {'"', ""}
_WHERE = row("abroad overseas outside inside here there elsewhere new full part alone each")
_LONGEST = 8  # words that tell the part


def is_part_of_told(view: View, first: int, after: int) -> bool:
    """Does "of whom" stand in front of the number in tokens[first:after], or "of them" behind it?"""
    return _behind(view, after) or _in_front(view, first)


def part_name(view: View, after: int, whole: str) -> str:
    """whole: the name of what was counted before ("customers")."""
    start = after + 2 if _behind(view, after) else after
    copula = view.word(start) in _BEING
    while view.word(start) in _BEING:
        start += 1
    end = start
    while end - start < _LONGEST and view.word(end) not in _STOPS:
        end += 1
    if end == start or (view.word(end) not in _STOPS and end - start == _LONGEST):
        return whole
    told = view.text[view.offset(start) : view.end(end - 1)]
    if told[:1].isupper() or told.lower().split()[0] in ("not", "no"):
        return whole
    opens = view.word(start)
    acts = not copula and not is_preposition(opens) and not is_adverb(opens) and opens not in _WHERE
    return f"{whole} that {told}" if acts else f"{whole} {told}"


def _behind(view: View, after: int) -> bool:
    return view.word(after) == "of" and view.word(after + 1) in _THEM


def _in_front(view: View, first: int) -> bool:
    at = first - 1
    while at > 0 and view.word(at) in _SMALL:
        at -= 1
    return view.word(at) in ("whom", "which") and view.word(at - 1) == "of"
