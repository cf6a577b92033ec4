"""A number in a view goes in, whether it counts what the subject makes and sells comes out: "ordered | 55 units".

Told by a name of its own ("| 118 Kestrels had been sold") or by a customer's verb in front of a noun for its wares
("The coastguard has bought | 160 drones", "an order for | 900 units").
"""

from __future__ import annotations

from briefing.claims.reading import FoundNumber
from briefing.claims.verbs import is_adverb
from briefing.claims.view import View
from briefing.claims.wares import singular
from briefing.claims.words import row

_ORDERING = row(
    "ordered orders ordering bought buys buying reserved leased leases took takes accepted received receives booked "
    "purchased purchases commissioned requested"
)
_RIVALS = row("rival rivals competitor competitors")
_COMMITTED = row("committed commits committing")
_HAVING = row("runs operates uses has have installed deployed owns owned")
_ORDERS = row("order orders contract call-off reservation reservations option options")
_PIECES = row("units machines systems devices copies licences licenses seats kits sets pieces")
_SMALL = row("about around some roughly nearly almost over more than another a an up to at least the its further of")
_LONGEST = 14  # tokens behind the number in which another supplier may be named


def is_named_ware(view: View, number: FoundNumber) -> bool:
    """ "| 118 Kestrels": a plural with a capital whose singular the source has too, and no company, place or person."""
    head = number.unit.split()[-1] if number.unit else ""
    if len(head) < 4 or not head[0].isupper() or not head.endswith("s") or head.isupper():
        return False
    one = singular(head)
    things = view.reading.things
    if one.isupper():
        return False
    if one in things or head in things:
        return True
    text = view.reading.source.text
    if text.count(f"{one} ") + text.count(f"{one},") + text.count(f"{one}.") < 1 or one.endswith(("an", "ese", "ian")):
        return False
    named = (name for other in view.reading.utterances for name in other.names)
    return all(name.kind not in _OTHERS or name.canonical != one for name in named)


_OTHERS = ("organisation", "place", "person", "event", "outlet")


_DONE_TIMES = {
    "downloaded": "downloads",
    "installed": "installs",
    "viewed": "views",
    "watched": "views",
    "played": "plays",
    "streamed": "streams",
    "cited": "citations",
    "used": "uses",
    "opened": "uses",
    "consulted": "uses",
    "forked": "forks",
}


def done_times(view: View, number: FoundNumber) -> str:
    """ "has been downloaded | 4 million times": "downloads"."""
    if number.unit != "times" or number.value < _MANY_TIMES:
        return ""
    at = view.index(number.start) - 1
    while at > 0 and view.word(at) in _SMALL | {"than"}:
        at -= 1
    return _DONE_TIMES.get(view.word(at), "")


_MANY_TIMES = 20


def is_ordered(view: View, number: FoundNumber) -> bool:
    """ "Northwind has bought | 160 drones": a customer's verb in front of so many of the subject's wares."""
    head = number.unit.split()[-1] if number.unit else ""
    if not head or not _RIVALS.isdisjoint(view.low):
        return False
    if head not in _PIECES and singular(head) not in view.reading.wares and not is_named_ware(view, number):
        return False
    first, after = view.index(number.start), view.span(number.start, number.noun_end)[1]
    at = first - 1
    while at > 0 and (view.word(at) in _SMALL or is_adverb(view.word(at))):
        at -= 1
    if not _COMMITTED.isdisjoint(view.words(max(0, at - 4), at + 1)) and "to" in view.words(at, first):
        return not _of_another(view, after)  # "committed in May to | 900 units"
    ordered = view.word(at) == "for" and not _ORDERS.isdisjoint(view.words(max(0, at - 3), at))
    will = view.word(at - 1) in ("will", "to") and view.word(at) in ("buy", "order", "take", "lease", "purchase")
    return (ordered or will or view.word(at) in _ORDERING) and not _of_another(view, after)


def is_in_hands(view: View, number: FoundNumber) -> bool:
    """ "Northwind runs | 14 Kestrels": those of the subject's wares that a customer has."""
    at = view.index(number.start) - 1
    while at > 0 and (view.word(at) in _SMALL or is_adverb(view.word(at))):
        at -= 1
    return view.word(at) in _HAVING and is_named_ware(view, number)


def _of_another(view: View, after: int) -> bool:
    """ "bought 20 drones from | Contoso": is another supplier named?"""
    for at in range(after, min(after + _LONGEST, len(view.found))):
        if view.word(at) in (".", ";"):
            break
        name = view.name_at.get(at + 1) if view.word(at) == "from" else None
        if name is not None and not name.is_subject and name.kind in ("organisation", "unknown"):
            return True
    return False
