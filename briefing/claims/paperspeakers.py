"""A paper goes in, whose word it is comes out: "its annual report", "a memo seen by the Post", "press materials"."""

from __future__ import annotations

from briefing.claims.reading import Sentence
from briefing.claims.scene import Speaker
from briefing.claims.speakerwords import phrase_start, words_for
from briefing.claims.verbs import is_determiner, is_finite, is_preposition

_SEEN = frozenset("seen reviewed obtained viewed".split())


def paper_seen(sentence: Sentence, by: int) -> tuple[Speaker, int] | None:
    """ "A memo seen | by the Post shows": the paper says it, and no reader of it."""
    low = sentence.words.low
    by -= low[by] == "the"
    if low[by] != "by" or low[by - 1] not in _SEEN or by < 2:
        return None
    noun = by - 2
    if low[noun] not in words_for("loose_papers"):
        return None
    return Speaker(described_paper(sentence, noun), "unnamed"), phrase_start(sentence, noun)


def described_paper(sentence: Sentence, noun: int) -> str:
    """A paper of nobody named, with the word that describes it."""
    raw = sentence.words.raw
    low = raw[noun - 1].lower() if noun else ""
    described = low.isalpha() and not is_preposition(low) and not is_determiner(low)
    return f"{raw[noun - 1]} {raw[noun]}" if described else raw[noun]


def is_unowned(sentence: Sentence, first: int, at: int) -> bool:
    """ "according to a statement", "a company press release": with no other owner in front of the noun or behind it."""
    if any(sentence.name_at[number] is not None for number in range(first, at)):
        return False
    return sentence.words.low[at + 1 : at + 2] not in (("from",), ("by",), ("of",))


def is_own_paper(sentence: Sentence, number: int) -> bool:
    """ "its annual report", "the company's accounts": a paper of whoever the talk is of, not of an outlet."""
    low = sentence.words.low
    for at in range(number - 1, max(number - 5, -1), -1):
        if low[at] in ("its", "their", "our") or (low[at] == "'s" and low[at - 1] in ("company", "group", "firm")):
            return True
        if not low[at].isalpha() or is_finite(sentence.words, at):
            return False
    return False


_INSIDE = frozenset({"internal", "company", "press", "official", "staff", "corporate", "marketing"})
_READERS = frozenset("staff employees workers investors shareholders customers clients users suppliers backers".split())
SHEETS = frozenset({"materials", "material", "kit"})


def is_inside_paper(sentence: Sentence, at: int, first: int) -> bool:
    """ "press materials", "an internal memo", "a letter | to staff": a company's own paper, whoever has shown it."""
    low = sentence.words.low
    if low[at] not in words_for("papers") and low[at] not in words_for("loose_papers") and low[at] not in SHEETS:
        return False
    before = low[max(at - 2, first) : at]
    if "leaked" in before or low[at] in words_for("outlet_papers") - {"report"}:
        return False
    inside = not _INSIDE.isdisjoint(before) and not (low[at] == "report" and "internal" not in before)
    return inside or (low[at + 1 : at + 2] == ("to",) and not _READERS.isdisjoint(low[at + 2 : at + 5]))
