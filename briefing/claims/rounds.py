"""An utterance goes in, the rounds it speaks of come out: "Series B extension", "tender offer", "the round"; and of what
kind the money is (equity, debt, convertible, grant, sale of shares, listing).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from briefing.claims.phrases import Book, words_of
from briefing.claims.view import View
from briefing.model.claim import Instrument

_LETTERS = frozenset("abcdefghijk")


@dataclass(frozen=True, slots=True)
class Mention:
    """tokens[first:after] name a round. name: as printed, "" for plain nouns ("the financing").

    kind: stage, secondary, ipo, debt, grant or plain. back: a definite word points to a round told of before.
    """

    first: int
    after: int
    name: str
    kind: str
    back: bool


@cache
def _special() -> Book:
    nouns = ((term, kind) for kind in ("secondary", "ipo") for term in words_of("rounds", "nouns", kind))
    return Book(nouns)


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
def _back() -> tuple[frozenset[str], frozenset[str]]:
    return words_of("rounds", "back", "definite") - {"a", "latest", "new"}, words_of("rounds", "back", "nouns")


def mentions(view: View) -> list[Mention]:
    """Every round the utterance names or points to, in order, none overlapping."""
    found: list[Mention] = []
    index = 0
    while index < len(view.found):
        one = _stage(view, index) or _named_kind(view, index) or _taken(view, index) or _pointing(view, index)
        if one and not (index in view.name_at and view.name_at[index].kind in ("organisation", "product", "event")):
            found.append(one)
            index = one.after
        else:
            index += 1
    return found


def _stage(view: View, index: int) -> Mention | None:
    """ "Series B", "pre-Series A", "seed round", "Series A-1 extension"."""
    word = view.word(index)
    if word in words_of("rounds", "names", "lettered") and word != "round":
        letter = view.word(index + 1)
        if letter not in _LETTERS and not (letter[:1] in _LETTERS and letter[1:].isdigit()):
            return None
        after = index + 2
        if view.word(after) in ("-", "") and view.word(after + 1).isdigit():
            after += 2
        elif view.word(after).isdigit() and len(view.word(after)) == 1:
            after += 1
        first = index - 2 if view.word(index - 1) == "-" and view.word(index - 2) == "pre" else index
        return _with_tail(view, first, after)
    if word == "pre" and view.word(index + 1) == "-" and view.word(index + 2) in ("seed", "ipo"):
        return _with_tail(view, index, index + 3)
    if word in words_of("rounds", "names", "staged"):
        after = index + 1
        if word == "seed" or view.word(after) in (
            "round",
            "funding",
            "financing",
            "extension",
            "investment",
            "investors",
        ):
            follows = view.word(after)
            if word != "seed" and follows == "investors":
                return None
            if word == "seed" and (
                follows in ("fund", "investor", "investors", "stage", "oil", "data") or view.word(after + 1) == "stage"
            ):
                return None
            return _with_tail(view, index, after)
    return None


def _with_tail(view: View, first: int, after: int) -> Mention:
    """The name with "extension" behind it; "round" is taken in, but is no part of the name."""
    named = after
    for _ in range(3):
        word = view.word(after)
        if word in ("extension", "expansion", "follow", "prime"):
            after += 1
            named = after
        elif word in ("funding", "round", "financing", "raise", "investment", "equity", "runde"):
            after += 1
            if view.word(after) in ("extension", "expansion"):
                after += 1
                named = after
    text = view.text[view.found[first].start : view.found[named - 1].end]
    return Mention(first, after, text, "stage", _definite(view, first))


def _named_kind(view: View, index: int) -> Mention | None:
    hit = _special().at(view.found, index)
    if hit is None or (hit.after == index + 1 and view.word(index) not in ("ipo", "börsengang", "buyback")):
        return None
    after = hit.after + (view.word(hit.after) in ("round", "sale", "offering"))
    text = view.text[view.found[index].start : view.found[after - 1].end]
    return Mention(index, after, text, hit.meaning, _definite(view, index))


_MONEY = frozenset(
    "funds funding capital investment money cash backing finance finanzierung kapital financement".split()
)


def _taken(view: View, index: int) -> Mention | None:
    """ "securing fresh funds", "raised new capital": money without a sum, behind a verb of raising."""
    if view.word(index - 1) not in words_of("rounds", "verbs", "raise") or index in view.name_at:
        return None
    for at in range(index, index + 4):
        if at in view.amount_at or not view.word(at) or view.word(at) in (",", ".", "and", "of", "in", "from"):
            return None
        if view.word(at) in _MONEY and not _compound(view, at):
            return Mention(index, at + 1, "", "plain", False)
    return None


def _pointing(view: View, index: int) -> Mention | None:
    """ "the round", "that deal", "a fresh funding round", "this raise"."""
    word = view.word(index)
    if index in view.name_at:
        return None
    definite, nouns = _back()
    if word in definite or word in ("new", "latest"):
        at = index + 1
        while (
            view.word(at)
            in (
                "new",
                "latest",
                "fresh",
                "whole",
                "entire",
                "november",
                "all",
                "-",
                "equity",
                "funding",
                "recent",
                "same",
                "private",
                "investment",
                "secondary",
                "financing",
                "current",
                "january",
                "february",
                "march",
                "april",
                "may",
                "june",
                "july",
                "august",
                "september",
                "october",
                "december",
                "proposed",
                "rumored",
                "rumoured",
                "planned",
            )
            and at - index < 5
        ):
            if view.word(at) in nouns and view.word(at + 1) not in nouns:
                break
            at += 1
        if view.word(at) in nouns and at not in view.amount_at and not _compound(view, at):
            return Mention(index, at + 1, "", "plain", word not in ("new", "latest") or _definite(view, index))
        return None
    if word in _plain() and not _compound(view, index):
        return Mention(index, index + 1, "", "plain", _definite(view, index))
    return None


def _compound(view: View, index: int) -> bool:
    """Does another noun follow that makes it something else ("investment strategy", "sale price")?"""
    follows = view.word(index + 1)
    return follows in _COMPOUNDS or (follows == "-" and view.found[index].end == view.offset(index + 1))


_COMPOUNDS = frozenset(
    "strategy plan plans bank banks firm firms fund funds manager managers arm vehicle trajectory momentum price costs market markets "
    "history total totals landscape environment needs goal goals efforts group company companies portfolio program programme climate".split()
)


def _definite(view: View, first: int) -> bool:
    """Is a definite word in front, with adjectives and sums at most between?"""
    for index in range(first - 1, max(first - 5, -1), -1):
        word = view.word(index)
        if word in ("the", "this", "that", "these", "said"):
            return True
        if (
            index not in view.amount_at
            and not word.endswith(("al", "ed", "est", "ing", "ent", "ew", "ee", "ary"))
            and word not in ("series", "fresh")
        ):
            return False
    return False


# ---------------------------------------------------------------- what kind of money


def instrument(view: View, spans: Iterable[tuple[int, int]], named: Iterable[Mention]) -> Instrument:
    """The kind of money by the words in these stretches of tokens and by the rounds named there."""
    kinds = {one.kind for one in named}
    if kinds & words_of("rounds", "nouns", "secondary"):
        return "secondary"
    if kinds & words_of("rounds", "nouns", "ipo"):
        return "ipo"
    words = [view.word(index) for first, after in spans for index in range(max(0, first), min(after, len(view.found)))]
    return kind_of_words(words, staged="stage" in kinds, round_named=bool(kinds))


def kind_of_words(words: list[str], staged: bool = False, round_named: bool = False) -> Instrument:
    """The kind of money by a row of small words."""
    have = set(words)
    joined = f" {' '.join(words)} "
    if any(f" {term} " in joined for term in words_of("rounds", "nouns", "secondary") - {"secondary"}):
        return "secondary"
    if any(f" {term} " in joined for term in words_of("rounds", "nouns", "ipo") - {"listing"}) and "pre" not in have:
        return "ipo"
    if "shares" in have and have & {"buying", "buy", "sell", "selling", "repurchase", "repurchasing", "bought"}:
        return "secondary"
    debt = bool(have & (words_of("rounds", "nouns", "debt") - {"facility", "facilities", "notes", "credit"})) or bool(
        have & {"facility", "line", "notes"} and have & {"credit", "debt", "loan", "lending", "senior", "term"}
    )
    convertible = bool(have & words_of("rounds", "nouns", "convertible"))
    equity = bool(have & {"equity", "eigenkapital"}) and "private equity" not in joined
    if debt and equity:
        return "mixed"
    if convertible:
        return "convertible"
    if debt and not staged:
        return "debt"
    if have & words_of("rounds", "nouns", "grant") and not staged:
        return "grant"
    return "equity" if staged or equity or round_named or have & _EQUITY else "unknown"


_EQUITY = frozenset(
    "round series seed venture valuation valued post-money led pipe investment shares stake runde rodada ronda levée invest invested investing invests".split()
)
