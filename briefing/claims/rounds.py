"""An utterance goes in, the rounds it speaks of come out: "Series B extension", "tender offer", "the round".

Beside it: of what kind money is (equity, debt, convertible, grant, sale of shares, listing), by the words round it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise

from briefing.claims.phrases import Book, book, words_of
from briefing.claims.view import View
from briefing.model.claim import Instrument
from briefing.model.records import dataclass

_LETTERS = frozenset("abcdefghijk")
_ADJECTIVE_ENDS = ("al", "ed", "est", "ing", "ent", "ew", "ee", "ary")


@dataclass(frozen=True, slots=True)
class Mention:
    """tokens[first:after] name a round. name: as printed, "" for plain nouns ("the financing").

    kind: stage, secondary, ipo or plain. back: a definite word points to a round told of before.
    """

    first: int
    after: int
    name: str
    kind: str
    back: bool


@cache
def _special() -> Book:
    return Book((term, kind) for kind in ("secondary", "ipo") for term in words_of("rounds", "nouns", kind))


@cache
def _plain() -> frozenset[str]:
    return words_of("rounds", "nouns", "event") - {
        "deal",
        "offer",
        "sale",
        "offering",
        "transaction",
        "capital",
        "funds",
    }


@cache
def _openers() -> frozenset[str]:
    """The words a mention can begin with."""
    special = {term.split()[0] for kind in ("secondary", "ipo") for term in words_of("rounds", "nouns", kind)}
    names = words_of("rounds", "names", "lettered") | words_of("rounds", "names", "staged")
    names |= {"pre", "new", "latest", "tender"}
    return frozenset(special | names | _plain() | words_of("rounds", "back", "definite"))


@lru_cache(maxsize=256)  # the views of an article
def mentions(view: View) -> tuple[Mention, ...]:
    """Every round the utterance names or points to, in order, none overlapping."""
    openers, raising = _openers(), words_of("rounds", "verbs", "raise")
    found: list[Mention] = []
    low = view.low
    if openers.isdisjoint(low) and raising.isdisjoint(low):
        return ()
    behind = 0  # the last one
    for index in [at for at, word in enumerate(low) if word in openers or (at and low[at - 1] in raising)]:
        if index < behind:
            continue
        one = _stage(view, index) or _named_kind(view, index) or _taken(view, index) or _pointing(view, index)
        if one and not _in_name(view, index):
            found.append(one)
            behind = one.after
    return tuple(found)


def _in_name(view: View, index: int) -> bool:
    """ "Maple | Seed" of others' names; in "Acme | Seed round" it is a round's word."""
    name = view.name_at.get(index)
    if name is None:
        return False
    inside = view.name_at.get(index - 1) is name and view.name_at.get(index + 1) is not name
    closes = inside and view.word(index + 1) in ("", ".", ",", "and", "et", "e", "und", ";")
    return name.kind in ("organisation", "product", "event") or (closes and view.word(index - 1) not in ("pre", "-"))


# ---------------------------------------------------------------- names of rounds


def _stage(view: View, index: int) -> Mention | None:
    """ "Series B", "pre-Series A", "seed round", "Series A-1 extension"."""
    word = view.word(index)
    if word in words_of("rounds", "names", "lettered") and word != "round":
        return _lettered(view, index)
    if word == "pre" and view.word(index + 1) == "-" and view.word(index + 2) in ("seed", "ipo"):
        return _with_tail(view, index, index + 3)
    if word not in words_of("rounds", "names", "staged"):
        return None
    follows = view.word(index + 1)
    if word == "seed":
        other = follows in ("fund", "investor", "investors", "stage", "oil", "data") or view.word(index + 2) == "stage"
        return None if other else _with_tail(view, index, index + 1)
    named = follows in ("round", "funding", "financing", "extension", "investment")
    return _with_tail(view, index, index + 1) if named else None


def _lettered(view: View, index: int) -> Mention | None:
    glued = view.word(index + 1) == "-" and view.word(index + 3) == "-"  # "Series-A-Runde"
    after = index + 3 if glued else index + 2
    if view.word(after - 1) not in _LETTERS:
        return None
    if glued:
        return Mention(
            index, after, view.text[view.offset(index) : view.end(after - 1)], "stage", _definite(view, index)
        )
    if view.word(after) == "-" and view.word(after + 1).isdigit():
        after += 2
    elif view.word(after).isdigit() and len(view.word(after)) == 1:
        after += 1
    first = index - 2 if view.word(index - 1) == "-" and view.word(index - 2) == "pre" else index
    return _with_tail(view, first, after)


def _with_tail(view: View, first: int, after: int) -> Mention:
    """The name with "extension" behind it; "round" is taken in, but is no part of the name."""
    named = after
    for _ in range(3):
        word = view.word(after)
        if word in ("extension", "expansion", "follow", "prime"):
            named = after = after + 1
        elif word in ("funding", "round", "financing", "raise", "investment", "equity", "runde"):
            after += 1
    text = view.text[view.offset(first) : view.end(named - 1)]
    return Mention(first, after, text, "stage", _definite(view, first))


def _named_kind(view: View, index: int) -> Mention | None:
    """ "tender offer", "secondary share sale", "IPO"."""
    hit = _special().at(view.low, index)
    if hit is None and view.word(index) == "tender" and (index - 1 in view.amount_at or view.word(index + 1) == "led"):
        return Mention(index, index + 1, "tender", "secondary", _definite(view, index))
    if hit is None or (hit.after == index + 1 and view.word(index) not in ("ipo", "börsengang", "buyback")):
        return None
    after = hit.after + (view.word(hit.after) in ("round", "sale", "offering"))
    text = view.text[view.offset(index) : view.end(after - 1)]
    return Mention(index, after, text, hit.meaning, _definite(view, index))


# ---------------------------------------------------------------- nouns of rounds


def _taken(view: View, index: int) -> Mention | None:
    """ "securing fresh funds", "raised new capital": money without a sum, behind a verb of raising."""
    if view.word(index - 1) not in words_of("rounds", "verbs", "raise") or index in view.name_at:
        return None
    for at in range(index, index + 4):
        if at in view.amount_at or view.word(at) in ("", ",", ".", "and", "of", "in", "from", "total"):
            return None
        if view.word(at) in words_of("rounds", "pointing", "money") and not _compound(view, at):
            return Mention(index, at + 1, "", "plain", False)
    return None


def _pointing(view: View, index: int) -> Mention | None:
    """ "the round", "that deal", "a fresh funding round", "this raise"."""
    word = view.word(index)
    if index in view.name_at:
        return None
    definite = word in words_of("rounds", "back", "definite") - {"a", "latest", "new"}
    if definite or word in ("new", "latest"):
        at = _noun_pointed_at(view, index)
        back = definite or _definite(view, index)
        return Mention(index, at + 1, "", "plain", back) if at else None
    if word in _plain() and not _compound(view, index):
        return Mention(index, index + 1, "", "plain", _definite(view, index))
    return None


def _noun_pointed_at(view: View, index: int) -> int:
    """The token of the noun that the definite word at index points to, 0 if there is none."""
    nouns, adjectives = words_of("rounds", "back", "nouns"), words_of("rounds", "pointing", "adjectives")
    at = index + 1
    if view.word(at) in ("equity", "debt", "grant") and view.word(at + 1) in _OF_PARTS:
        return at
    while view.word(at) in adjectives and at - index < 5:
        if view.word(at) in nouns and view.word(at + 1) not in nouns:
            break
        at += 1
    close = view.word(at) in ("close", "closing") and view.word(at - 1) in _ORDINALS
    noun = view.word(at) in nouns or close
    return at if noun and at not in view.amount_at and not _compound(view, at) else 0


_OF_PARTS = frozenset({"was", "is", "came", "comes", "portion", "part", "piece", "component", "tranche"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "final", "initial", "latest", "last"})


def _compound(view: View, index: int) -> bool:
    """Does another noun follow that makes it something else ("investment strategy", "sale price")?"""
    follows = view.word(index + 1)
    glued = follows == "-" and view.end(index) == view.offset(index + 1)
    return follows in words_of("rounds", "pointing", "compounds") or glued


def _definite(view: View, first: int) -> bool:
    """Is a definite word in front, with adjectives and sums at most between?"""
    for index in range(first - 1, max(first - 5, -1), -1):
        word = view.word(index)
        if word in ("the", "this", "that", "these", "said"):
            return True
        if view.reading.source.language != "en" and word in words_of("rounds", "back", "definite"):
            return True
        if index not in view.amount_at and not word.endswith(_ADJECTIVE_ENDS) and word not in ("series", "fresh"):
            return False
    return False


# ---------------------------------------------------------------- what kind of money


def instrument(view: View, spans: Iterable[tuple[int, int]], named: Iterable[Mention]) -> Instrument:
    """The kind of money by the words in these stretches of tokens and by the rounds named there."""
    kinds = {one.kind for one in named}
    words = [word for first, after in spans for word in view.words(max(0, first), min(after, len(view.found)))]
    if "secondary" in kinds:
        return "equity" if "primary" in words else "secondary"  # "a primary-cum-secondary round"
    if "ipo" in kinds:
        return "ipo"
    return kind_of_words(words, staged="stage" in kinds, round_named=bool(kinds))


def goes_public(view: View, anchor: int, after: int) -> bool:
    """ "went public in September, raising | $5 million", "raised | $5 million | when it listed in Oslo"."""
    if next(book("rounds", "phrases", "going_public").all(view.low, max(0, anchor - 12), anchor), None):
        return True
    ahead = view.words(after, after + 6)
    return ahead[:1] in (["when"], ["as"], ["by"]) and not _LISTING.isdisjoint(ahead)


_LISTING = frozenset({"floated", "listed", "public", "floating", "listing", "ipo", "debuted", "debut", "flotation"})


_NEW_SHARES = frozenset(
    (one, other) for one in ("share", "rights", "stock") for other in ("issue", "issuance", "placement")
)
_NEW_SHARES |= {("capital", "increase")}


def kind_of_words(words: list[str], staged: bool = False, round_named: bool = False) -> Instrument:
    """The kind of money by a row of small words."""
    have, joined = set(words), f" {' '.join(words)} "
    if (_says(joined, "secondary", "secondary") and "primary" not in have) or (
        "shares" in have and have & words_of("rounds", "pointing", "share_sale")
    ):
        return "secondary"
    if have & {"sell", "selling", "sold"} and "of stock" in joined and have & {"employees", "staff", "shareholders"}:
        return "secondary"
    if _says(joined, "ipo", "listing") and "pre" not in have:
        return "ipo"
    if "listing" in have and (have & words_of("rounds", "pointing", "exchanges") or _in_a_listing(words)):
        return "ipo"
    debt = _is_debt(have) or " asset - backed " in joined or " structured financ" in joined
    if _says_not(words, "equity") or _says_not(words, "dilutive"):
        return "debt" if debt else "grant" if have & words_of("rounds", "nouns", "grant") else "unknown"
    equity = bool(have & {"equity", "eigenkapital"}) and "private equity" not in joined
    if debt and equity and not _turns_into_shares(words):
        return "mixed"
    if have & words_of("rounds", "nouns", "convertible") and not _is_straight(words):
        return "convertible"
    if not staged and debt:
        return "debt"
    if not staged and have & words_of("rounds", "nouns", "grant"):
        return "grant"
    new = "issue" in have or "issuance" in have or "increase" in have or "placement" in have
    known = (
        staged
        or equity
        or round_named
        or (new and any(pair in _NEW_SHARES for pair in pairwise(words)))
        or have & words_of("rounds", "pointing", "equity")
    )
    return "equity" if known else "unknown"


_PAPERS = frozenset({"loan", "loans", "note", "notes", "bond", "bonds", "debt", "debenture", "debentures"})


def _turns_into_shares(words: list[str]) -> bool:
    """ "a convertible loan that becomes shares at the next round": is that all the debt there is?"""
    papers = [at for at, word in enumerate(words) if word in _PAPERS]
    return bool(papers) and all("convertible" in words[max(0, at - 2) : at] for at in papers)


def _is_straight(words: list[str]) -> bool:
    """ "non-convertible debentures": plain debt."""
    return _says_not(words, "convertible")


def _says_not(words: list[str], kind: str) -> bool:
    """ "non-equity funding", "non - dilutive capital": of another kind than the one named?"""
    return "non" in words and kind in words[words.index("non") : words.index("non") + 3]


def _in_a_listing(words: list[str]) -> bool:
    """ "to raise $5 million in a Northwind | listing": of shares, on the exchange of that name."""
    at = words.index("listing")
    return words[max(0, at - 2) : at] == ["in", "a"] or words[max(0, at - 3) : at - 1] == ["in", "a"]


def _says(joined: str, key: str, alone: str) -> bool:
    """Is one of the terms there? One word alone ("listing") does not tell."""
    return any(map(joined.__contains__, _terms(key, alone)))


@cache
def _terms(key: str, alone: str) -> tuple[str, ...]:
    """The terms of a kind with a space on either side, without the one that does not tell alone."""
    return tuple(f" {term} " for term in sorted(words_of("rounds", "nouns", key) - {alone}))


def _is_debt(have: set[str]) -> bool:
    plain = words_of("rounds", "nouns", "debt") - {"facility", "facilities", "notes", "credit"}
    line = have & {"facility", "line", "notes"} and have & words_of("rounds", "pointing", "lines")
    lent = "facility" in have and "bank" in have  # "the facility that Birch Bank granted"
    return bool(have & plain) or bool(line) or lent
