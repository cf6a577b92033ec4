"""A number in a view goes in, whether those it counts use what a company makes comes out: "| 310 hospitals pay for it".

Told by a verb of using behind them, by where the thing is in use ("installed in | 90 depots"), by whom it is given to
("gave the tool to | 900 nurses") or done for ("handles payroll for | 44 chains"), and by people who sign in.
"""

from __future__ import annotations

from functools import cache

from briefing.claims.having import is_had
from briefing.claims.phrases import words_of
from briefing.claims.reading import FoundNumber
from briefing.claims.verbs import is_adverb
from briefing.claims.view import View
from briefing.claims.words import row


def is_used_by(view: View, number: FoundNumber) -> bool:
    """ "| 310 hospitals use its software", "| six ministries rely on us": those who are counted use what it makes."""
    first, after = view.index(number.start), view.span(number.start, number.noun_end)[1]
    if _is_place_of_use(view, first) or _is_given_to(view, first) or _is_worked_for(view, number, first):
        return True
    at = _over_adverbs(view, after)
    return (
        _signs_in(view, at)
        or _are_customers(view, at)
        or _is_on_board(view, number, first, after)
        or _uses(view, after) > 0
    )


def uses_others(view: View, number: FoundNumber) -> bool:
    """ "Some | 5,000 hospitals use scanners of one sort or another": they use nobody's in particular."""
    after = view.span(number.start, number.noun_end)[1]
    return view.word(_over_adverbs(view, after)) in _PLAIN_USE and _uses(view, after) < 0


def is_ordered_of(view: View, number: FoundNumber) -> bool:
    """ "Northwind has bought | 40 pumps from Acme", "an order with Acme for | 25 pumps": a customer acts."""
    first, after = view.index(number.start), view.span(number.start, number.noun_end)[1]
    ahead = view.words(max(0, first - 3), first)
    if ahead[-1:] == ["for"] and "order" in view.words(max(0, first - 6), first):
        return any(name.is_subject for at in range(max(0, first - 4), first) if (name := view.name_at.get(at)))
    seller = view.name_at.get(after + 1) if view.word(after) in ("of", "from") else None
    return seller is not None and seller.is_subject and not _ORDERING.isdisjoint(ahead)


def _uses(view: View, after: int) -> int:
    """1 where a verb of using leads to a thing of the company's, -1 where to something else, 0 without such a verb."""
    verb = next((at for at in range(after, after + _NEAR) if view.word(at) in _USING), -1)
    if verb < 0:
        return 0
    for at in range(verb + 1, min(verb + _REACH, len(view.found))):
        word = view.word(at)
        if word in _OWN or (word == "the" and not (_MADE | _FIRMS).isdisjoint(view.words(at + 1, at + 3))):
            return 1
        if (name := view.name_at.get(at)) is not None:
            return 1 if name.is_subject or name.canonical in view.reading.things else 0
        if word in _STOPS or word == "the":
            return 0 if word == "the" else -1
    return -1


def _over_adverbs(view: View, at: int) -> int:
    while is_adverb(view.word(at)) or view.word(at) in _MEANWHILE:
        at += 1
    return at


def _signs_in(view: View, at: int) -> bool:
    """ "| 1,700 nurses log on each day", "| 52 groups have signed (up)"."""
    if view.word(at) in _SIGNING and view.word(at + 1) in ("in", "on") and view.word(at + 2) != "the":
        return True
    if view.word(at) not in ("have", "had"):
        return False
    at = _over_adverbs(view, at + 1)
    if view.word(at) != "signed":
        return False
    at += 1 + (view.word(at + 1) in ("up", "on"))
    return view.word(at) in _SIGNED


def _are_customers(view: View, at: int) -> bool:
    """ "| 33 trusts are customers of Acme", "| 33 trusts are now its clients"."""
    return view.word(at) in ("are", "were") and not _CUSTOMERS.isdisjoint(view.words(at + 1, at + 4))


def _is_on_board(view: View, number: FoundNumber, first: int, after: int) -> bool:
    """ "| 6,000 couriers on the platform", "| 900 drivers on its books"; unless somebody has them."""
    counted = number.unit not in words_of("metrics", "counts", "power") and not is_had(view, first)
    return (
        counted
        and view.word(after) == "on"
        and (
            (view.word(after + 1) in ("the", "its", "our") and view.word(after + 2) in _MADE | {"books"})
            or view.words(after + 1, after + 3) == ["board", "."]
        )
    )


def _is_worked_for(view: View, number: FoundNumber, first: int) -> bool:
    """ "handles payroll for | 44 restaurant chains": the customers for whom it does what it does."""
    heads = number.unit.lower().split()[-1:]
    if not heads or heads[0] not in _TAKERS or view.word(first - 1) != "for":
        return False
    ahead = view.words(max(0, first - _REACH), first - 1)
    return not _working().isdisjoint(ahead) and _STOPS.isdisjoint(ahead[-3:])


@cache
def _working() -> frozenset[str]:
    return words_of("metrics", "naming", "doing") - {"will", "raised"} | row(
        "process answer answers answering handle write writes check checks review reviews code codes manage provides"
    )


_ORDERING = row("ordered orders ordering bought buys buying reserved leased")
_NEAR = 6  # tokens from those who use to the verb
_REACH = 10  # tokens from the verb to what is used
_PLAIN_USE = row("use uses rely relies")
_USING = row("used paying using buying buy pay license use uses rely relies trust depend subscribe choose run")
_OWN = row("its our us it")
_FIRMS = row("company startup firm start-up vendor group business")
_STOPS = row(". ; , ( ) and but while which that who") | {"", '"'}
_MEANWHILE = row("now already currently today also")
_SIGNING = row("sign log")
_SIGNED = row(". , ; so since to and by") | {""}
_CUSTOMERS = row("customers clients users subscribers")
_TAKERS = row(
    "chains groups systems networks trusts hospitals clinics practices banks lenders insurers retailers brands "
    "airlines carriers carmakers manufacturers merchants firms companies businesses customers clients councils cities "
    "municipalities governments ministries agencies schools universities districts landlords operators utilities "
    "publishers restaurants hotels farms growers pharmacies laboratories labs airports ports"
)
_MADE = row("software platform product products service system app tool tools technology assistant")


def _is_place_of_use(view: View, first: int) -> bool:
    """ "Its software runs in | 9,800 pharmacies", "est utilisé dans plus de | 310 hôpitaux": where it is in use."""
    at = first - 1
    while at > 0 and view.word(at) in words_of("metrics", "said_of", "small"):
        at -= 1
    if view.word(at) not in ("in", "at", "by", "on", "dans", "par", "em", "por", "en") or at < 2:
        at += 1
        while at < first and view.word(at) not in ("in", "at", "by", "on", "dans", "par", "em", "por", "en"):
            at += 1
    taken = view.words(at - 2, at) == ["taken", "up"]
    if at == first:  # "running | four pilots"
        return at > 1 and view.word(at - 1) in _IN_USE - _STANDING
    return at > 1 and (taken or view.word(at - 1) in _IN_USE)


_STANDING = row("be present")
_IN_USE = row(
    "be present use runs run running used adopted trusted chosen licensed installed deployed fitted operating "
    "live utilisé utilisée utilisés installé installée déployé déployée usado usada utilizado utilizada instalado "
    "instalada presente eingesetzt genutzt"
)


def _is_given_to(view: View, first: int) -> bool:
    """ "opened the tool to | 700 pilots", "the app is available to | 900 nurses": those given what it makes."""
    ahead = view.words(max(0, first - _HANDED), first)
    if ahead[-1:] not in (["to"], ["of"], ["by"]) and "than" not in ahead[-2:]:
        return False
    handed = not _GIVING.isdisjoint(ahead) or ahead[-3:-1] in (["the", "desks"], ["the", "hands"], ["the", "phones"])
    made = any(
        word in _MADE and ahead[at - 1] in ("the", "its", "our", "new", "this") for at, word in enumerate(ahead) if at
    )
    named = (view.name_at.get(at) for at in range(max(0, first - _HANDED), first))
    return handed and (made or any(name is not None and name.is_subject for name in named))


_HANDED = 12  # tokens from what is handed out to those who get it
_GIVING = row("rolled rolls rolling given gave gives handed extended available opened offered")
