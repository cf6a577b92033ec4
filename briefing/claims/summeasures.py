"""A sum in an utterance goes in, what it measures comes out in plain words: "recurring revenue", "order backlog"."""

from __future__ import annotations

from briefing.claims.headnouns import noun_phrase
from briefing.claims.phrases import Hit, book, words_of
from briefing.claims.view import View

_REACH = 24


def of_sum(view: View, number: int) -> str:
    """The measure of a sum of trade: that of the noun phrase behind it, else the nearest one in front, else behind."""
    first, after = view.amount_span(number)
    hits = list(book("metrics", "money").all(view.low))
    reach = after + len(noun_phrase(view, after)) + 2
    behind = [hit for hit in hits if after <= hit.first <= reach and not _parted(view, after, hit.first)]
    before = [hit for hit in hits if hit.after <= first and first - hit.after <= _REACH]
    later = [hit for hit in hits if hit.first >= after]
    own = next((hit for hit in before if hit.after == first - 1 and view.word(first - 1) == "of"), None)
    if "bank" in view.words(after + 1, after + 3):
        return "cash"  # "has $5m | in the bank"
    if own is not None:  # "a net loss of | $5m on revenue of $9m"
        return _with_part(view, own)
    chosen = next((group[at] for group, at in ((behind, 0), (before, -1), (later, 0)) if group), None)
    if chosen is None:
        return "revenue"
    longer = next((hit for hit in before if hit.meaning.endswith(f" {chosen.meaning}")), None)
    return _with_part(view, longer or chosen)  # "the operating loss was $5m, compared with a loss of | $9m"


def _parted(view: View, first: int, after: int) -> bool:
    """Does another clause begin between ("€310m, while losses …")?"""
    return not _PARTING.isdisjoint(view.words(first, after))


_PARTING = frozenset({",", ";", "while", "and", "but", "versus", "against", "compared", "than"})


def _with_part(view: View, hit: Hit) -> str:
    """ "its revenue suite … an annual run rate": the part of the business that the measure is of, if one is named."""
    for index in range(hit.first - 1, max(hit.first - 14, -1), -1):
        before = view.word(index - 1)
        if view.word(index) in words_of("metrics", "naming", "parts") and before not in ("the", "a", "its", "our", ""):
            return f"{before} {view.word(index)} {hit.meaning}"
    return hit.meaning


def of_plan(view: View, number: int) -> str:
    """ "investment strategy", "data center": the noun phrase of a sum that is to be spent."""
    phrase = [
        word for word in noun_phrase(view, view.amount_span(number)[1]) if word not in ("a", "an", "the", "new", "its")
    ]
    ends = words_of("metrics", "naming", "plan_ends")
    end = next((at for at, word in enumerate(phrase) if word in ends), len(phrase))
    return " ".join(phrase[: min(end, 4)]) or "investment plan"


def of_price(view: View, first: int) -> str:
    """ "at an offering price of | $17 per share": "offering price"; "rents pumps for as little as | $3 a day": "price".

    "" where neither a price is named right in front nor anything is sold for it.
    """
    at = next((at for at in range(first - 1, max(first - 4, -1), -1) if view.word(at) in _PRICES), -1)
    if at < 1:
        ahead = view.words(max(0, first - _SELLING_REACH), first)
        sold = not _SELLING.isdisjoint(ahead) and {".", ";"}.isdisjoint(ahead)
        paper = not _PAPER.isdisjoint(ahead + view.words(first, first + 5))
        return "price" if sold and not paper and not {"at", "for", "from"}.isdisjoint(ahead[-5:]) else ""
    kind = view.word(at - 1)
    return f"{kind} price" if kind in words_of("metrics", "naming", "prices") else "price"


def of_piece(view: View, first: int, after: int) -> str:
    """ "sold at | $4,000 each", "charges | $4,000 for a pump", "at a price of | $4,000": what one piece costs."""
    ahead = view.words(max(0, first - 6), first)
    if not (_PAPER | _BUYING).isdisjoint(view.low[max(0, first - 14) : after + 4]):
        return ""
    each = not {"each", "apiece"}.isdisjoint(view.words(first, after + 1)) and not _AT.isdisjoint(ahead)
    charged = not {"charges", "charging"}.isdisjoint(ahead[-3:])
    priced = ["at", "a", "price", "of"] in [ahead[at : at + 4] for at in range(len(ahead))]
    return "price" if each or charged or priced else ""


_AT = frozenset({"at", "for", "cost", "costs"})
_BUYING = frozenset("acquire acquired acquires acquisition bought buy buys buying takeover purchase purchased".split())
_PRICES = frozenset({"price", "prices", "pricing", "tariff"})
_SELLING_REACH = 16
_PAPER = frozenset({"share", "shares", "stock", "stake"})
_SELLING = frozenset(
    "sell sells sold selling rent rents rented renting lease leases deliver delivers offer offers offered supply "
    "supplies charge charges charged provide provides hire lets".split()
)


def of_milestones(view: View, after: int) -> str:
    """ "up to $1 billion | in development and sales milestones": payments that hang on steps to come."""
    if view.word(after) not in ("in", "of"):
        return ""
    words = view.words(after, min(after + 9, len(view.found)))
    return "milestone payments" if {"milestones", "milestone"} & set(words) else ""


def of_note(view: View, first: int) -> str:
    """ "Cash | $5m at June 30; debt …": in notes the name of a measure at the head of an entry, without a verb."""
    for hit in book("metrics", "money").all(view.low, max(0, first - 4), first):
        opens = hit.first == 0 or not view.word(hit.first - 1).isalpha()
        if (hit.after == first and opens) or (hit.after == first - 1 and view.word(hit.after) == "("):
            return hit.meaning  # "Its order book (| $5m at the end of June) …"
    return ""


def of_orders(view: View, first: int, after: int) -> str:
    """ "sits on orders of | $5 million", "there is | $5 million | in the order book": what is to come."""
    behind = view.words(after, after + 3)
    if behind[:1] in (["on"], ["in"]) and behind[1] in ("the", "its", "our", "order"):
        hits = book("metrics", "money").all(view.low, after + 1, after + 5)
        return next((hit.meaning for hit in hits if hit.meaning == "order backlog"), "")
    at = first - 1
    while at > 0 and view.word(at) in words_of("metrics", "said_of", "small"):
        at -= 1
    if view.word(at) not in ("of", "worth") or view.word(at - 1) != "orders":
        return ""
    return "orders" if view.word(at - 2) in _HOLDING or view.word(at - 3) in _HOLDING else ""


def of_worth(view: View, first: int) -> str:
    """ "a transaction that would put its value at | over $5 million"."""
    at = first - 1
    while at > 0 and view.word(at) in words_of("metrics", "said_of", "small") - {"at"}:
        at -= 1
    whose = view.word(at - 2) in ("its", "s", "equity")
    return "valuation" if whose and view.word(at) == "at" and view.word(at - 1) in ("value", "worth") else ""


_HOLDING = frozenset("on has have had with holds hold held holding booked counts".split())


def of_contract(view: View, first: int, after: int) -> str:
    """ "won a contract worth | $5 million", "a | $5 million | order from Sweden": "contract value", "order value"."""
    near = view.words(max(0, first - _NEAR_CONTRACT), first) + view.words(after, after + 3)
    noun = next((word for word in near if word in _CONTRACTS), "")
    if not noun and "deal" in near:
        noun = "contract" if not {"year", "supply", "offtake", "framework"}.isdisjoint(near) else ""
    joined = view.word(_over_small(view, first - 1)) in ("worth", "of", "valued") or not _CONTRACTS.isdisjoint(
        view.words(after, after + 3)
    )
    return f"{_CONTRACTS_TOLD.get(noun, noun)} value" if noun and joined else ""


def _over_small(view: View, at: int) -> int:
    while at > 0 and (view.word(at) in words_of("metrics", "said_of", "small") or view.word(at) == "another"):
        at -= 1
    return at


_NEAR_CONTRACT = 8
_CONTRACTS = frozenset({"contract", "contracts", "agreement", "order", "orders", "framework", "commitment"})
_CONTRACTS_TOLD = {"contracts": "contract", "orders": "order", "framework": "contract", "agreement": "contract"}
