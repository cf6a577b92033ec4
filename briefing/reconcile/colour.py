"""A statement in, whether it is mere colour out: words in which nothing of the subject could be checked.

A chief's bon mot, the fine print of an announcement, a market's forecast, what some other company is said to do: nobody
verifies them. What gives a figure, claims to be first or best, or speaks of money and deals is none of these.
"""

from __future__ import annotations

from functools import cache

from briefing.model.claim import Claim
from briefing.reconcile.folding import fold
from briefing.reconcile.ground import Ground
from briefing.reconcile.lexicon import table

_QUOTES = ('"', "“", "”", "«", "„", "'", "‘")
_AROUND = ".,;:!?()[]\"'“”‘’…"
_SHORT = 9  # words: so few of an outsider's say little


def is_colour(claim: Claim, ground: Ground) -> bool:
    """Is the statement (an opinion claim) one that nobody would want verified?"""
    if not ground.sources[claim.evidence.source].language.startswith("en"):
        return False
    text = fold(claim.text)
    if any(map(text.__contains__, _words("boilerplate"))):
        return True
    if claim.modality not in ("planned", "hedged", "rumoured", "asserted", "opinion"):
        return False
    words = _bare(text)
    if _is_spoken(claim) or _is_answer(claim, words, ground):
        return not _strong(words) and (claim.holder_kind == "company" or len(words) < _SHORT)
    of_market = claim.holder_kind != "company" and _of_market(words)
    of_other = claim.modality == "rumoured" and _item_of_other(claim, ground)
    return (of_market or of_other) and "company" not in words and not _names_subject(words, ground)


def _bare(folded: str) -> list[str]:
    """The words of a folded text without the signs around them."""
    return [word.strip(_AROUND) for word in folded.split()]


def _is_spoken(claim: Claim) -> bool:
    """Somebody's words as they were spoken, and not a report of them."""
    return claim.modality in ("asserted", "opinion") and bool(claim.holders) and claim.text.startswith(_QUOTES)


def _is_answer(claim: Claim, words: list[str], ground: Ground) -> bool:
    """An officer's words in an interview that is printed without marks: nothing says that, or who, speaks."""
    if claim.modality not in ("asserted", "opinion") or claim.holder_kind != "company" or not claim.holders:
        return False
    holder = claim.holders[-1]
    if ground.is_subject(holder) or not _words("reporting").isdisjoint(words):
        return False
    return set(fold(holder).split()).isdisjoint(words)


def _strong(words: list[str]) -> bool:
    """A figure (no year), a superlative, a claim to be the only one, or words of business."""
    for word in words:
        digits = "".join(sign for sign in word if sign.isdigit())
        if digits and not (len(digits) == 4 and digits[:2] in ("19", "20")):
            return True
        if word in _words("counts") or word in _words("business"):
            return True
        if word.endswith("est") and len(word) > 5 and word not in _words("no_superlatives"):
            return True
    return any(f" {phrase} " in f" {' '.join(words)} " for phrase in _words("unique"))


def _names_subject(words: list[str], ground: Ground) -> bool:
    names = {part for name in (ground.subject.name, *ground.subject.aliases) for part in fold(name).split()}
    return any(word.removesuffix("'s").removesuffix("’s") in names for word in words)


def _of_market(words: list[str]) -> bool:
    """ "The market at large is likely to grow", "Funding for the sector fell": of all, not of the subject."""
    head = words[3:_HEAD] if words[:2] == ["in", "the"] else words[:_HEAD]  # "In the market, people speak of …"
    if not _words("many").isdisjoint(words[:_OPENING]):
        return True  # "Battery companies have drawn $7 billion this year"
    return not _words("markets").isdisjoint(head) and words[:1] != ["its"]


_HEAD = 7
_OPENING = 3  # words


def _item_of_other(claim: Claim, ground: Ground) -> bool:
    """A bullet of a newsletter on another company: it speaks neither of the subject nor of "it"."""
    source = ground.sources[claim.evidence.source]
    passage = source.passage_at(claim.evidence.start)
    if passage is None or passage.kind != "item":
        return False
    text = source.text[passage.start : passage.end]
    words = _bare(fold(text))
    return not _names_subject(words, ground) and _words("pointing").isdisjoint(words)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(table("colour")[key])
