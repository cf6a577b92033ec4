"""A figure's place in a view goes in, whether it is told of somebody set beside the subject comes out.

"revenue of $9 million, against | $7 million for Contoso"; "a partner who has | 250 people"; "the harbour is | 25
miles north" tells of nobody's business.
"""

from __future__ import annotations

from briefing.claims.reading import FoundNumber
from briefing.claims.takers import Taker
from briefing.claims.view import View
from briefing.claims.words import row

_AGAINST = row("against versus vs compared than")
_OF = row("for at by")
_FAR = 8  # tokens between the figure set beside another and the word that does so
_RELATIVES = row("who that which")
_ANY = row("a an any every each another some")
_SOMEBODY = row(
    "partner customer client company firm rival competitor buyer supplier investor bank startup group operator maker "
    "retailer manufacturer business vendor insurer lender somebody someone anybody anyone one"
)
_MANY = row("employers customers clients firms companies businesses buyers users banks hospitals schools groups")
_DISTANCES = row("km kilometres kilometers miles metres meters feet")
_WHERE = row("down away from north south east west off outside up inland apart northeast northwest southeast southwest")


def of_other(view: View, first: int, after: int) -> Taker | None:
    """Whose figure it is where another company stands behind it in a comparison, or nobody in particular has it."""
    return _compared_with(view, first, after) or _of_somebody(view, first)


def _compared_with(view: View, first: int, after: int) -> Taker | None:
    """ "against | $7 million for Contoso", "80 for Globex"."""
    name = view.name_at.get(after + 1) if view.word(after) in _OF else None
    if name is None or name.is_subject or name.kind not in ("organisation", "unknown"):
        return None
    ahead = view.words(max(0, first - _FAR), first)
    return Taker("other", name.canonical) if not _AGAINST.isdisjoint(ahead) else None


def _of_somebody(view: View, first: int) -> Taker | None:
    """ "a partner who has | 250 people in Chile": of one that is not named."""
    for at in range(first - 1, max(first - 5, 1), -1):
        if (
            view.word(at) in ("with", "of", "employing")
            and view.word(at - 2) in ("any", "every", "each")
            and view.word(at - 1) != "one"
        ):
            return Taker("other", "somebody who is not named")  # "any firm with | 80 or more workers"
        opened = not {"any", "every", "each"}.isdisjoint(view.words(max(0, at - 6), at))
        if view.word(at) == "with" and opened and view.word(at - 1) in _SOMEBODY:
            return Taker("other", "somebody who is not named")  # "any Irish or Welsh firm with sales of up to | $9m"
        if view.word(at) == "with" and view.word(at - 1) in _MANY:
            return Taker("other", "those it is for")  # "through employers with fewer than | 90 workers"
        if view.word(at) in _RELATIVES:
            noun = view.word(at - 1)
            opened = not _ANY.isdisjoint(view.words(max(0, at - 4), at - 1)) or noun in (
                "somebody",
                "someone",
                "anyone",
            )
            return Taker("other", "somebody who is not named") if opened and noun in _SOMEBODY else None
    return None


def is_distance(view: View, number: FoundNumber) -> bool:
    """ "| 25 miles north"."""
    head = number.unit.split()[-1:]
    if not head or head[0] not in _DISTANCES:
        return False
    return view.word(view.span(number.start, number.noun_end)[1]) in _WHERE
