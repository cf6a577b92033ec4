"""A role noun goes in, whose role it is comes out: the subject's, another company's, "our", unsaid."""

from __future__ import annotations

from typing import Literal

from briefing.claims.reading import FoundName
from briefing.claims.rolenames import name_at
from briefing.claims.tiecues import tie_words
from briefing.claims.tieparts import lost, runs_on
from briefing.claims.tiesentence import Sentence
from briefing.claims.words import word_set

Whose = Literal["subject", "other", "own", "unsaid"]
_OF = tuple(
    (word,) for word in ("in", "of", "to", "da", "do", "de", "del", "des", "du", "von", "der", "d", "di", "della")
)


def whose_role(sentence: Sentence, index: int) -> tuple[Whose, int]:
    """Whose role it is, and the number of the word behind "of Acme"."""
    words = sentence.words
    after = index + 1
    if words.low[after : after + 1] in _OF:
        behind = _whose_behind(sentence, after)
        if behind is not None:
            return behind
    for at in range(index - 1, max(index - 5, -1), -1):
        low = words.low[at]
        name = next((name for name in sentence.names if name.end == words.ends[at]), None)
        if name is not None:
            return (_of(name.is_subject) if at == index - 1 else "unsaid"), after
        if low in ("'s", "'"):
            return _owner_of(sentence, at), after
        if low in tie_words("own"):
            return "own", after
        if not low.replace("-", "").isalpha() or low in ("by", "with", "from", "to", "of", "for", "and"):
            break
    return "unsaid", after


def _of(subject: bool) -> Whose:
    return "subject" if subject else "other"


def _whose_behind(sentence: Sentence, after: int) -> tuple[Whose, int] | None:
    """ "investors in the latest round", "customers of Acme", "a client of the company"."""
    words = sentence.words
    for at in range(after + 1, min(after + 7, len(words))):
        if words.low[at] in tie_words("rounds"):
            return "unsaid", at + 1
        if not words.low[at].replace("-", "").isalpha() or name_at(sentence, words.starts[at]) is not None:
            break
    if after + 1 >= len(words):
        return None
    name = name_at(sentence, words.starts[after + 1])
    if name is not None and name.kind == "product" and not name.owner and not sentence.is_ours(name):
        return "unsaid", words.index_at(name.end)  # "the exclusive distributor of Kestrel"
    if name is not None and not (name.kind == "place" and words.low[after] == "in"):
        return _of(sentence.is_ours(name)), words.index_at(name.end)
    if words.low[after + 1] == "the" and words.low[after + 2 : after + 3] and _is_head(words.low[after + 2]):
        return _of(sentence.clause(after).setting_is_subject), after + 3
    return None


def _owner_of(sentence: Sentence, at: int) -> Whose:
    """Who stands before the "'s" at word `at`."""
    words = sentence.words
    owner = next((name for name in sentence.names if name.end == words.starts[at]), None)
    if owner is not None:
        return _of(owner.is_subject)
    return _of(runs_on(sentence, at)) if at and _is_head(words.low[at - 1]) else "unsaid"


def _is_head(low: str) -> bool:
    return low in word_set("companies", "neutral_heads")


def is_of_subject(sentence: Sentence, index: int, whose: Whose, listed: tuple[FoundName, ...]) -> bool:
    """Is it the subject whose role the listed ones have?"""
    if whose in ("subject", "other"):
        return whose == "subject"
    clause = sentence.clause(index)
    if clause.topic and any(name.canonical == clause.topic for name in listed):
        start = sentence.words.ends[index]
        later = [name for name in sentence.names if start < name.start < start + _SOON and name.kind != "place"]
        if later and later[0].is_subject and sentence.words.low[index + 1] in ("whose", "that", "which", "who"):
            return True  # "Delta, the only customer | whose name Acme has published"
        return clause.setting_is_subject or sentence.before_subject  # the listed ones only took the floor just now
    if lost(sentence, index):
        return True
    if whose == "own":
        told = bool(sentence.tied) and sentence.before_subject  # "Delta was the first to order. Its largest customer …"
        return clause.is_subject or (clause.setting_is_subject and not clause.topic) or told
    if not clause.is_subject and sentence.words.low[index - 1] == "from" and _is_rivals(sentence, clause.topic):
        return False
    return clause.is_subject or (sentence.before_subject and (clause.setting_is_subject or sentence.foreign))


def _is_rivals(sentence: Sentence, topic: str) -> bool:
    """ "Acme's rival Northwind hopes to raise $9 million from investors": is the clause about one called a rival?"""
    named = next((name for name in sentence.names if name.canonical == topic), None)
    if named is None:
        return False
    before = sentence.words.low[max(0, sentence.words.index_at(named.start) - 3) : sentence.words.index_at(named.start)]
    return not {"rival", "competitor", "challenger", "peer"}.isdisjoint(before)


_SOON = 40  # characters
