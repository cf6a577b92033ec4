"""The words in front of a sum go in, what the nearest of them that governs it makes of it comes out."""

from __future__ import annotations

from functools import cache

from briefing.claims.givers import is_giver
from briefing.claims.headnouns import is_funding_noun
from briefing.claims.phrases import book, words_of
from briefing.claims.stakeprices import BUYING, SELLING, buys_stake, pays_for_stake, sells_stake
from briefing.claims.takers import is_of_costs, is_particle
from briefing.claims.view import View
from briefing.model.money import Role

_REACH = 14
_ENGLISH_ONLY = frozenset(("pour", "land", "net", "gain", "score", "tap", "hit"))  # small words of other languages, too


@cache
def _governors() -> dict[str, str]:
    """A word in front of a sum → how it governs. Later lines win."""
    table: dict[str, str] = {}
    for family, kind in (
        ("give", "raised"),
        ("raise", "raised"),
        ("back", "raised"),
        ("acquire", "bought"),
        ("spend", "capex"),
    ):
        table.update(dict.fromkeys(words_of("rounds", "verbs", family), kind))
    table.update(dict.fromkeys(words_of("rounds", "verbs", "invest"), "raised"))
    table.update(dict.fromkeys(words_of("rounds", "nouns", "valuation"), "worth"))
    for kind in ("noun", "contract", "fund", "total", "price", "weak", "raised"):
        table.update(dict.fromkeys(words_of("sums", "governors", kind), kind))
    table.update(dict.fromkeys(words_of("sums", "governors", "market_value"), "worth"))
    for word in words_of("sums", "governors", "never"):
        table.pop(word, None)
    return table


_CUSTOMERS_DO = frozenset({"spend", "pay", "buy", "earn", "bring", "invest"})
_MANY = frozenset("customers clients users accounts companies firms merchants subscribers those people buyers".split())


def governed(view: View, first: int) -> Role | None:
    """The role by the nearest governing word in front of token `first`, as far as the next sum or full stop."""
    governors, stops = _governors(), words_of("sums", "phrase", "stops")
    english = view.reading.source.language == "en"
    index, seen = first - 1, 0
    while index >= 0 and seen < _REACH + 4:
        word = view.word(index)
        if seen >= _REACH and word not in BUYING:
            index, seen = index - 1, seen + 1  # "the purchase of a tenth of Acme, a maker of rockets in Oslo, for"
            continue
        if word == ")" and (opened := _opening(view, index)) is not None:
            index = opened - 1  # "(ARR) was above …": a short aside does not part a sum from its governor
            continue
        if word == ":" and index == first - 1 and _announces(view, index):
            return "raised"
        if index in view.amount_at or (word in stops and word != '"' and not _abbreviates(view, index)):
            return None
        if _measure_ends(view, index) and (seen < 9 or word not in words_of("sums", "measures", "faint")):
            return "revenue"
        if word == "money" and view.word(index - 2) in ("post", "pre"):
            return "valuation"
        if is_of_costs(view, index) and "round" not in view.words(index, first):
            return "other"  # "finance costs rose to", "raised its guidance to"
        if word == "back" and is_particle(view, index):
            return "other"  # "bought back options for | $2 million": nothing comes in
        if word in ("get", "gets", "got") and view.word(index + 1) == "to":
            return "other"  # "Add the one-off sales and you get to | $5 million"
        if word in _CUSTOMERS_DO and view.word(index - 1) in ("that", "who", "which") and view.word(index - 2) in _MANY:
            return "other"  # "customers that spend | more than $1 million a year"
        if word == "coffers" and view.word(first - 1) in ("by", "with"):
            return "raised"  # "has topped up its coffers by | $5 million"
        if word in BUYING and buys_stake(view, index, first):
            return "raised"
        if word in SELLING and sells_stake(view, index, first):
            return "raised"
        if word in ("paid", "pays", "pay", "paying") and pays_for_stake(view, index):
            return "raised"
        if word in _IMPLYING and not _AT_PRICE.isdisjoint(view.words(max(0, index - 4), index)):
            return "valuation"  # "at a price that implies | $5 billion"
        if word in _LIFTING and view.word(index + 1) in _ITS_WORTH and view.word(first - 1) == "to":
            return "valuation"  # "a round that would lift it to | $5 billion"
        if word in _COSTING and seen < 4:
            return "other"  # "every pump that we build costs us | $5,000"
        if word in ("hand", "hands") and view.word(index - 1) in ("in", "on", "-"):
            return None  # "orders in hand", "an all-hands meeting"
        if word in governors and index not in view.name_at and (english or word not in _ENGLISH_ONLY):
            role = _made(view, governors[word], index, first)
            if role:
                return role
        seen += index not in view.name_at
        index -= 1
    return None


_IMPLYING = frozenset({"implies", "implying", "implied", "puts", "putting"})
_AT_PRICE = frozenset({"price", "terms", "level"})
_LIFTING = frozenset({"lift", "lifts", "lifting", "boost", "boosts", "boosting", "push", "pushes", "pushing"})
_ITS_WORTH = frozenset({"it", "its", "the"})
_COSTING = frozenset({"cost", "costs", "costing"})


def _announces(view: View, colon: int) -> bool:
    """ "last raised money in 2022 | : $5 million": the sum behind a colon is what was raised in front of it."""
    words = view.words(max(0, colon - 9), colon)
    raising = set(words) & {"raised", "raises", "raise", "secured", "borrowed", "invested"}
    cheque = {"cheque", "check", "round", "raise"} & set(words[-4:])
    plain = not any(at in view.amount_at for at in range(max(0, colon - 9), colon))
    return plain and bool(cheque or (raising and {"money", "funds", "capital", "cash", "funding"} & set(words)))


_MANAGING = frozenset(("manages", "manage", "managing", "managed", "oversees", "overseeing"))


def manages(view: View, first: int) -> bool:
    """ "manages | $5 million across four funds": the money of an investor's funds."""
    return not _MANAGING.isdisjoint(view.words(max(0, first - 3), first)) and "funds" in view.words(first, first + 8)


def _abbreviates(view: View, index: int) -> bool:
    """Is the full stop at index inside the sentence ("U.S. investors", "approx. $5m")?"""
    inside = index + 1 < len(view.found) and view.end(index) == view.offset(index + 1)
    return view.word(index) == "." and inside


def _opening(view: View, index: int) -> int | None:
    """The bracket that the one at index closes, if no sum stands between."""
    for at in range(index - 1, max(index - 9, -1), -1):
        if at in view.amount_at or view.word(at) in ".;":
            return None
        if view.word(at) == "(":
            return at
    return None


def _made(view: View, kind: str, index: int, first: int) -> Role | None:
    """What a governor of this kind makes of the sum at `first`, None if it is too far or about something else."""
    word, near = view.word(index), first - index
    if kind == "raised" and word in ("raise", "raises") and view.word(index - 1) in _NOUN_USE:
        kind = "noun"
    english = view.reading.source.language == "en"  # in others "a levé" is a verb
    if kind in ("raised", "capex") and english and view.word(index - 1) in _EACH and not word.endswith(("ed", "ing")):
        return None  # "a pump", "per back": no verb
    if word in _GIFTS and not _gives_us(view, index, first):
        return None
    match kind:
        case "worth":
            return _of_worth(view, word, index)
        case "raised":
            return _put_in(view, word, first)
        case "noun" if word in ("investment", "investments") and {"put", "puts", "estimate", "estimates"} & set(
            view.words(max(0, index - 3), index)
        ):
            return "capex"  # "put the investment at $5 million"
        case "noun" if word == "proceeds" and (view.word(index + 1) == "," or _of_disposal(view, first)):
            return None
        case "noun" if _of_many(view, index):
            return None
        case "noun":
            return "raised" if near <= 6 and _leads_to_sum(view, index, first) else None
        case "contract" | "fund" | "price":
            role: Role = kind
            return role if near <= 6 and _leads_to_sum(view, index, first) else None
        case "total":
            return _of_total(view, index, first) if near <= 5 else None
        case "weak" if word in _SEEKING and {"equity", "debt", "loans"} & set(view.words(index + 1, first)):
            return "raised" if near <= 6 and all(low in _SOUGHT for low in view.words(index + 1, first)) else None
        case "weak":
            return "raised" if near <= 5 and _plain_object(view, index, first) else None
        case "bought":
            return "price" if "for" in view.words(index, first) or word in ("paid", "pay", "pays", "paying") else None
        case _:
            return "capex" if near <= 4 else None


_GIFTS = frozenset({"give", "gives", "gave", "giving"})
_REBATES = frozenset({"discount", "rebate", "refund", "credit", "dividend"})


def _gives_us(view: View, index: int, first: int) -> bool:
    """ "gave us | $5 million", "gave | $5 million | to Acme", but not "gave Delta", "a discount of", "to schools"."""
    between = range(index + 1, first)
    if any(at in view.name_at and not view.name_at[at].is_subject for at in between):
        return False
    words = view.words(index + 1, first)
    if not _REBATES.isdisjoint(words):
        return False
    after = next(
        (view.amount_span(number)[1] for number in range(len(view.amounts)) if first in _span(view, number)), first
    )
    if view.word(after) != "to":
        return True
    taker = view.name_at.get(after + 1)
    return taker.is_subject if taker is not None else view.word(after + 1) in ("it", "us", "the")


def _span(view: View, number: int) -> range:
    return range(*view.amount_span(number))


def _of_many(view: View, index: int) -> bool:
    """ "The average | loan is $600", "a typical cheque of": one of many that somebody gives, no event."""
    return not _USUAL.isdisjoint(view.words(max(0, index - 3), index))


_USUAL = frozenset({"average", "typical", "usual", "median", "mean", "standard", "maximum", "minimum", "each", "every"})
_PAPER = frozenset({"shares", "stock", "notes", "bonds", "debentures"})


def _of_disposal(view: View, first: int) -> bool:
    """ "proceeds of | $5 million from the sale of its plant": nobody gives that for shares or as a loan."""
    ahead = view.words(first, first + 12)
    return not {"sale", "disposal", "divestment"}.isdisjoint(ahead) and _PAPER.isdisjoint(ahead)


_SEEKING = ("seek", "seeks", "seeking", "sought")
_SOUGHT = frozenset(
    "equity debt loans new fresh more of between up to about around some at least additional a further".split()
)
_EACH = frozenset({"a", "an", "each", "every", "per"})
_NOUN_USE = frozenset(
    ("the", "a", "an", "this", "that", "its", "their", "new", "total", "latest", "fresh", "whole", "planned")
)


def _put_in(view: View, word: str, first: int) -> Role | None:
    """ "put $5 million into": only with "in" or "into" behind the sum; other verbs need nothing."""
    if word not in ("put", "puts", "putting"):
        return "raised"
    if "to work" in " ".join(view.words(first, first + 7)):
        return None  # "has now put more than $16 million to work in the company": what somebody gave in all
    if view.word(first - 1) == "at":
        return None  # "the price was put at | $5 million in a filing"
    if view.word(first - 1) == "in" and view.word(first - 2) == word:
        return "raised"
    return "raised" if {"into", "in"} & set(view.words(first, first + 8)) else None


_ORDERS = frozenset({"contract", "contracts", "order", "orders", "agreement", "pact"})


def _of_worth(view: View, word: str, index: int) -> Role | None:
    """ "valued at", "worth": of the company, unless a deal, a stake or a market is what is valued."""
    if word == "cap" and view.word(index + 1) == "table":
        return None  # the list of who holds how much
    before = view.words(max(0, index - 4), index)
    paper = {"shares", "stock"} & set(before) and {"placed", "sold", "issued", "places", "issues"} & set(
        view.words(max(0, index - 6), index)
    )
    if word == "worth" and paper:
        return "raised"
    behind = set(view.words(index + 1, index + 5))
    if word in ("valued", "value", "valuing", "values") and behind & words_of("sums", "worth", "objects"):
        return "valuation"  # "in a deal that valued the business at | $5 million"
    if word in ("valued", "worth", "value", "valuing") and set(before[-3:]) & words_of(
        "rounds", "nouns", "valued_things"
    ):
        return "contract"
    puts = {"put", "puts", "putting"} & set(view.words(max(0, index - 6), index))
    if word in ("value", "worth") and view.word(index + 1) == "at" and puts:
        return "valuation"  # "a transaction that would put its value at over | $7 million"
    if word in ("values", "value") and before[-1:] and before[-1] in ("and", "the", "its"):
        return None
    if word == "worth" and not _ORDERS.isdisjoint(view.words(max(0, index - 9), index)):
        return "contract"  # "a contract with the Ministry of Works worth $5 million"
    if word == "worth" and not (set(before[-2:]) & words_of("sums", "worth", "companies") or index - 1 in view.name_at):
        return "raised" if set(before[-3:]) & words_of("sums", "worth", "raised") else "contract"
    return "valuation"


def _of_total(view: View, index: int, first: int) -> Role | None:
    """ "totaling around $4 billion": of all rounds, or of the one round that is the subject."""
    if not _leads_to_sum(view, index, first) or not speaks_of_funding(view):
        return None
    if view.words(index - 2, index) == ["of", "the"] and view.word(index + 1) == ",":
        return None  # "Of the total, | $10 million is debt"
    near = set(view.words(max(0, index - 2), index))
    one_round = near & {"round", "raise", "d", "c", "b", "a", "loan", "loans", "facility", "facilities"}
    return "raised" if view.word(index).startswith("total") and view.word(index) != "total" and one_round else "total"


def _leads_to_sum(view: View, index: int, first: int) -> bool:
    """ "round of $5m", "loan worth up to €3m", "funding round totalled": nothing but small words between."""
    small = words_of("sums", "between", "noun")
    return all(word in small for word in view.words(index + 1, first))


def _plain_object(view: View, index: int, first: int) -> bool:
    """ "pulled in $5m", "got another $5m": the sum is the verb's object, with something of funding about."""
    small = words_of("sums", "between", "object")
    if not all(word in small for word in view.words(index + 1, first)):
        return False
    if _at_price(view, first) or _is_from_givers(view, first):
        return True
    if "on" in view.words(first + 1, first + 6) and "terms" in view.words(first + 2, first + 9):
        return True  # "has taken in | $5 million | on harsh terms"
    return speaks_of_funding(view) or (
        (view.word(index + 1) in ("in", "up") or view.word(index) == "got" or view.word(index - 1) in _NTH)
        and _spoken_of_around(view)
    )


def _is_from_givers(view: View, first: int) -> bool:
    """ "brought in | $5 million | from the pension fund Oakfund", "taken in $5m | from friends"."""
    after = next((at for at in range(first + 1, first + 8) if at not in view.amount_at), first)
    return view.word(after) == "from" and not _GIVERS.isdisjoint(view.words(after + 1, after + 6))


_GIVERS = frozenset(
    "fund funds investors investor angels friends family owners shareholders backers insiders founders banks".split()
)


def _at_price(view: View, first: int) -> bool:
    """ "brought in | $5 million | at a $70 million valuation"."""
    ahead = view.words(first, first + _PRICED)
    return "at" in ahead and not words_of("sums", "phrase", "valuation").isdisjoint(ahead)


_PRICED = 12  # words of "$5 million at a post-money valuation of"
_NTH = frozenset({"first", "second", "third", "final"})  # "A second close of | $5 million is planned"


def _spoken_of_around(view: View) -> bool:
    """Does the sentence before or behind, in one paragraph, speak of a round? "It took in $5 million." does not."""
    here, told = view.utterance, view.reading.utterances
    around = (told[at] for at in (here.index - 1, here.index + 1) if 0 <= at < len(told))
    return any(one.passage.block == here.passage.block and not _OF_ROUNDS.isdisjoint(one.vocabulary) for one in around)


_OF_ROUNDS = frozenset({"round", "series", "investor", "investors", "backers", "fundraising", "raised"})


def speaks_of_funding(view: View) -> bool:
    """Does the utterance speak of funding at all?"""
    words = {token.word for token in view.found}
    vague = words_of("sums", "around", "vague")
    if any(is_giver(name.canonical) for name in view.utterance.names if name.kind != "place"):
        return True
    return bool(words & words_of("sums", "around", "tell")) or any(
        is_funding_noun(word) and word not in vague for word in words
    )


def _measure_ends(view: View, index: int) -> bool:
    """Does a noun of trade end at this token ("annual recurring revenue | of")?"""
    word = view.word(index)
    if word in words_of("sums", "measures", "short"):
        return True
    if word not in _measure_tails() or index in view.name_at:
        return False
    hits = book("metrics", "money").all(view.low, max(0, index - 3), index + 1)
    return any(hit.after == index + 1 for hit in hits)


@cache
def _measure_tails() -> frozenset[str]:
    return frozenset(name.split()[-1] for name in words_of("metrics", "money")) - {"cash"}


_BEFORE_BACKER = ("the", "an", "a", "its")


def _describes(view: View, index: int) -> bool:
    """Is the word part of what a name is: "from the | insurer | Northwind"?"""
    known = next((name for name in view.utterance.names if view.index(name.start) > index), None)
    return known is not None and view.word(index) in known.descriptor.lower().split()


def from_backer(view: View, first: int, after: int) -> bool:
    """ "another $300 million from Northwind", where the talk is of funding."""
    if view.word(after) != "from":
        return False
    at = after + 1
    while at < after + 6 and at not in view.name_at and (view.word(at) in _BEFORE_BACKER or _describes(view, at)):
        at += 1
    backer = view.name_at.get(at)
    if backer is None or backer.kind not in ("organisation", "unknown"):
        return False
    return speaks_of_funding(view) or bool(
        set(view.words(max(0, first - 8), first)) & words_of("sums", "around", "arrives")
    )
