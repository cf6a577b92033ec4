"""A finding of a tie goes in, which tie it is comes out: what stands beside settles cues that fit several."""

from __future__ import annotations

from itertools import pairwise

from briefing.claims.reading import FoundName
from briefing.claims.tiecues import tie_words
from briefing.claims.tiefindings import PRICED, Finding
from briefing.claims.tiesentence import Sentence
from briefing.claims.tieverbs import frame_words
from briefing.claims.words import word_set


def settled_tie(sentence: Sentence, finding: Finding, names: tuple[FoundName, ...]) -> str:
    """Cues that fit several ties are settled by what follows the name."""
    if finding.tie == "investee":
        return "partner"
    if finding.tie in PRICED and names and _bids_for_work(sentence, names[-1]):
        return ""
    if finding.tie in PRICED and _only_part(sentence, finding.index):
        return "investor" if finding.tie == "acquirer" else "partner"
    if finding.tie == "lead-investor" and _borrows(sentence, finding.index):
        return "lender"
    if finding.tie == "partner" and _delivers_to_us(sentence, finding):
        return "supplier"
    if finding.tie == "partner" and _sells_by_it(sentence, finding):
        return "customer"
    if finding.tie not in ("hardware", "use", "bought-firm"):
        return finding.tie
    words = sentence.words
    if finding.tie == "bought-firm":
        return "acquired" if len(names) == 1 and _is_firm(words.low, words.index_at(names[0].end)) else ""
    at = words.index_at(names[-1].end) if names else len(words)
    owned = bool(names) and all(name.owner or _holds(sentence, name) for name in names)  # "uses Delta's Skyhall"
    return "supplier" if owned or not tie_words("hardware").isdisjoint(words.low[at : at + 4]) else ""


def _holds(sentence: Sentence, name: FoundName) -> bool:
    """Is a product of its named right behind it: "Delta's | Skyhall"?"""
    at, named = sentence.words.index_at(name.end), sentence.utterance.sentence.name_at
    told = named[at + 1] if sentence.words.low[at : at + 1] in (("'s",), ("'",)) and at + 1 < len(named) else None
    return told is not None and told.kind == "product"


def _is_firm(low: tuple[str, ...], at: int) -> bool:
    """ "Delta |, a maker of sensors": what is told of it is told of a company."""
    if low[at : at + 1] != (",",) or low[at + 1 : at + 2] not in (("a",), ("an",), ("the",)):
        return False
    nouns = word_set("companies", "nouns")
    return any(word in nouns or word.endswith("maker") for word in low[at + 2 : at + 7])


def _bids_for_work(sentence: Sentence, name: FoundName) -> bool:
    """ "lost a bid for the Delta contract"."""
    at = sentence.words.index_at(name.end)
    return sentence.words.low[at : at + 1] in (("contract",), ("tender",), ("order",), ("account",), ("licence",))


def _delivers_to_us(sentence: Sentence, finding: Finding) -> bool:
    """ "a supply contract with Delta, for cells from its plant": who delivers what the contract is on."""
    words = sentence.words
    if words.low[finding.index] != "supply" or not finding.names:
        return False
    at = words.index_at(finding.names[-1].end)
    ahead = words.low[at : at + 12]
    if ahead[:1] == ("for",) and not frame_words("supply").isdisjoint(ahead[1:4]):
        return True  # "a supply agreement with Delta | for chips"
    return any(pair in (("from", "its"), ("from", "their")) for pair in pairwise(ahead))


def _sells_by_it(sentence: Sentence, finding: Finding) -> bool:
    """ "most of the output is sold under agreements with Delta": who agreed to buy is a customer."""
    low = sentence.words.low
    before = low[max(0, finding.index - 12) : finding.index]
    return low[finding.index] in _AGREEMENTS and ("sold" in before or "offtake" in before) and "under" in before


_AGREEMENTS = frozenset("agreement agreements contract contracts deal deals".split())


def _only_part(sentence: Sentence, index: int) -> bool:
    """ "bought 20% of Acme", "a 20% stake in Acme", "is owned by Northwind (62%)": not the whole of it."""
    words = sentence.words
    for number in sentence.utterance.numbers:
        at = words.index_at(number.start)
        if number.unit != "percent" or not 0 < number.value < 100 or not index < at <= index + 12:
            continue
        behind = words.low[words.index_at(number.noun_end - 1) + 1 :][:2]
        bracketed = at > 0 and words.low[at - 1] == "(" and behind[:1] == (")",)
        if bracketed or (behind and (behind[0] in ("stake", "of", "share", "interest", "shareholding"))):
            return bracketed or number.value < 50
    return False


def _borrows(sentence: Sentence, index: int) -> bool:
    """ "a credit facility with a syndicate led by A": who leads lenders invests in nothing."""
    before = set(sentence.words.low[max(0, index - 18) : index])
    equity = {"equity", "round", "series", "seed", "raise", "investors", "investment", "ipo"}
    return bool(before & tie_words("borrowing")) and not before & equity
