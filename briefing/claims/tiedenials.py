"""Words round a tie go in; does somebody deny it: "dismissed speculation that A would buy it", "Acme denied it"?"""

from __future__ import annotations

from briefing.claims.reading import Reading, Utterance
from briefing.claims.tiecues import phrases_by_first, tie_words
from briefing.model.claim import Claim, TieValues

_TALKED_OF = frozenset({"acquirer", "acquired", "investor", "lead-investor", "partner", "joint-venture"})
_AHEAD = 4  # words from a verb of denying to what is denied


def denied_before(low: tuple[str, ...], index: int) -> bool:
    """ "dismissed speculation that A would | buy the company"."""
    found = tie_words("denying")
    if found.isdisjoint(low[max(0, index - 24) : index]):
        return False
    return any(low[at] in found and _report_behind(low, at, index) for at in range(max(0, index - 24), index))


def _report_behind(low: tuple[str, ...], at: int, stop: int) -> bool:
    return not tie_words("talk").isdisjoint(low[at + 1 : min(at + 1 + _AHEAD, stop)])


def taken_back(reading: Reading, utterance: Utterance, claim: Claim) -> bool:
    """Is what somebody reports of a deal denied by its company in the next sentence?"""
    values = claim.values
    told = claim.holder_kind not in ("company", "author") and (claim.holders or claim.modality != "asserted")
    if not isinstance(values, TieValues) or values.tie not in _TALKED_OF or not told:
        return False
    if utterance.index + 1 >= len(reading.utterances):
        return False
    following = reading.utterances[utterance.index + 1]
    low = following.sentence.words.low
    if tie_words("denying").isdisjoint(low[:12]) or "not" in low[:12]:
        return False
    ours = any(clause.is_subject for clause in following.clauses) or any(name.is_subject for name in following.names)
    return ours and any(low[at] in tie_words("denying") and _denies_report(low, at) for at in range(min(12, len(low))))


_NEAR = 3  # sentences around the one that tells of a purchase
_BOUGHT = frozenset({"acquirer", "acquired"})
_SPOKEN_OF = frozenset(
    "acquisition purchase takeover sale deal merger bid offer transaction talks conversations discussions "
    "negotiations".split()
)
_POINTING = frozenset({"the", "that", "those", "these"})


_OFFERS = frozenset({"offer", "nothing"})
_NO_OFFER = ("never been an offer", "never was an offer", "never any offer", "nothing came of it")


def called_off(reading: Reading, utterance: Utterance, claim: Claim) -> bool:
    """Does a sentence near by say that the purchase told of here came to nothing?"""
    values = claim.values
    if not isinstance(values, TieValues) or values.tie not in _BOUGHT or claim.modality == "denied":
        return False
    at, heads = utterance.index, phrases_by_first("collapsed").keys()
    for other in reading.utterances[at : at + 2 * _NEAR]:
        if other.holds(_OFFERS) and any(phrase in other.text.lower() for phrase in _NO_OFFER):
            return True
    for other in reading.utterances[max(at - _NEAR, 0) : at + _NEAR + 1]:
        if other is utterance or not other.holds(_SPOKEN_OF) or heads.isdisjoint(other.vocabulary):
            continue
        low = other.sentence.words.low
        said = f" {' '.join(low)} "
        over = any(f" {phrase} " in said for phrase in tie_words("collapsed"))
        ours = any(name.is_subject for name in other.names) and values.name in other.text
        if over and (ours or (low[0] in _POINTING and low[1:2] and low[1] in _SPOKEN_OF)):
            return True
    return False


def _denies_report(low: tuple[str, ...], at: int) -> bool:
    """ "denied the report", "denied it."; not "denied that it had lost customers"."""
    if low[at + 1 : at + 2] and low[at + 1] in ("it", "this", "them"):
        return low[at + 2 : at + 3] in ((), (".",), (",",), (";",), ("at",), ("on",), ("in",), ("as",), ("and",))
    return _report_behind(low, at, len(low))
