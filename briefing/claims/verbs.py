"""Words go in, answers on verbs come out: is this one finite, does a clause of its own begin here?

No tagger: word lists, endings and neighbours. Where a word can be noun and verb ("plans", "reports"), what stands
around it decides.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from briefing.claims.lexicon import load
from briefing.claims.words import Words, forms, row, word_set

_PRONOUNS = row("it he she they we i you that this who which what there everyone nobody these those")
_DETERMINERS = row("a an the its his her their our my your this that these those no any some each every")
_PREPOSITIONS = row(
    "of in on at by for from with to into onto over under about between among through during across against "
    "within without toward towards via per than as like including around near behind beyond despite unlike besides "
    "upon amid following von vom bei mit für durch aus nach zum zur de du da do des par chez avec pour por com con "
    "para "
)
_ADJECTIVES = row(
    "new more most other many several recent first last previous next earlier own total key major few few such"
)
_AFTER_NOUN = frozenset({"of", ",", ".", ")", ";", ":"})
_NOUNLY = _DETERMINERS | _PREPOSITIONS | _ADJECTIVES | {"'s"}
_WINDOW = 14  # words in which the verb of a clause is looked for


@cache
def finite_forms() -> frozenset[str]:
    """Third person and past of the common verbs and the verbs of saying; no bare lemma, no "-ing"."""
    verbs = [*load("verbs")["common"], *(verb for group in load("speech")["verbs"].values() for verb in group)]
    made = {form for verb in verbs if " " not in verb for form in forms(verb)[1:] if not form.endswith("ing")}
    return frozenset(made | set(load("verbs")["same_past"]))


@cache
def participles() -> frozenset[str]:
    """The "-ing" forms of the common verbs and the verbs of saying."""
    verbs = [*load("verbs")["common"], *(verb for group in load("speech")["verbs"].values() for verb in group)]
    return frozenset(form for verb in verbs if " " not in verb for form in forms(verb) if form.endswith("ing"))


@cache
def lemma_forms() -> frozenset[str]:
    """Bare lemmas of the common verbs: finite behind "they", "we" and plural nouns."""
    return frozenset(verb for verb in load("verbs")["common"])


@cache
def _auxiliaries() -> frozenset[str]:
    return word_set("verbs", "finite_auxiliary")


@cache
def _adverbs() -> frozenset[str]:
    return word_set("verbs", "adverb")


def is_determiner(low: str) -> bool:
    return low in _DETERMINERS


def is_preposition(low: str) -> bool:
    return low in _PREPOSITIONS


def is_adverb(low: str) -> bool:
    return low in _adverbs() or (low.endswith("ly") and len(low) > 4 and low not in _NO_ADVERBS)


_NO_ADVERBS = row("assembly supply family anomaly reply rally bully tally monopoly apply imply comply multiply italy")


def is_finite(words: Words, index: int) -> bool:
    """Is the word a finite verb, as far as its form and neighbours tell?"""
    flags: list[bool] = _LAST[1] if _LAST[0] is words else finite_flags(words)
    return flags[index]


def finite_flags(words: Words) -> list[bool]:
    """For every word, whether it is a finite verb. The list is shared: callers must not change it."""
    if _LAST[0] is not words:
        _LAST[:] = [words, _flags(words.raw, words.low)]
    found: list[bool] = _LAST[1]
    return found


@lru_cache(maxsize=1024)  # every grammar asks for the sentences it reads, and articles repeat one another
def _flags(raw: tuple[str, ...], low: tuple[str, ...]) -> list[bool]:
    can, words = _can_be_finite(), Words(raw, low, (), ())
    return [
        _finite(words, index, word) if word in can else word.endswith("ed") and _past(words, index, word)
        for index, word in enumerate(low)
    ]


def _past(words: Words, index: int, low: str) -> bool:
    """Is a word in "-ed" a verb? One that is not known is, right behind a name ("Doe thanked them")."""
    if not index or "-" in low or not words.raw[index].islower():
        return False
    before = words.raw[index - 1]
    if before == ",":
        after = words.raw[index + 1] if index + 1 < len(words) else "."
        return after in _DETERMINERS or after[0].isupper()
    return before[0].isupper()


# The sentence asked for last and the answers for its words: every grammar asks for the same ones.
_LAST: list[Any] = [None, []]
_CONTRACTED = frozenset({"'s", "'re", "'ll", "'d", "'ve"})


@cache
def _can_be_finite() -> frozenset[str]:
    return _auxiliaries() | finite_forms() | lemma_forms() | _CONTRACTED


def _finite(words: Words, index: int, low: str) -> bool:
    if low in _auxiliaries():
        return True
    before = words.low[index - 1] if index else ""
    if low in _CONTRACTED:
        return before in _PRONOUNS
    if low in finite_forms():
        if before in _NOUNLY:
            return False
        after = words.low[index + 1] if index + 1 < len(words.low) else "."
        return not (low.endswith("s") and after in _AFTER_NOUN and before not in _PRONOUNS)
    return _plural_verb(words, index, before)


def _plural_verb(words: Words, index: int, before: str) -> bool:
    """A bare lemma behind "they", "we", or behind a plural noun with an object to follow ("investors include …")."""
    if before in ("they", "we", "i", "you"):
        return True
    if not before.endswith("s") or len(before) < 4 or before.endswith(("ss", "'s")) or is_adverb(before) or index < 1:
        return False
    after = words.low[index + 1] if index + 1 < len(words) else "."
    raw = words.raw[index + 1] if index + 1 < len(words) else "."
    return (
        raw[0].isupper() or raw[0] in '"$€£¥₹' or after in _DETERMINERS or after in ("that", "to") or raw[0].isdigit()
    )


def skip_adverbs(words: Words, index: int, stop: int) -> int:
    """The first word at or behind index that is no adverb."""
    while index < stop and is_adverb(words.low[index]):
        index += 1
    return index


def verb_ahead(words: Words, index: int, stop: int) -> bool:
    """Does a finite verb stand here, adverbs skipped? "-ed" words must look like verbs from behind too."""
    at = skip_adverbs(words, index, stop)
    if at >= stop or not is_finite(words, at):
        return False
    low = words.low[at]
    if low in _auxiliaries() or low.startswith("'"):
        return True
    after = words.low[at + 1] if at + 1 < stop else "."
    raw = words.raw[at + 1] if at + 1 < stop else "."
    known = after in _DETERMINERS or after in _PREPOSITIONS or after in _PRONOUNS or is_adverb(after)
    return (
        known or raw[0].isupper() or raw[0] in "\"$€£¥₹'" or raw[0].isdigit() or not low.endswith("ed") or after in "."
    )


def clause_ahead(words: Words, index: int, stop: int) -> bool:
    """Does a clause with a subject of its own begin here ("it could become …", "the market will need …")?"""
    index = skip_adverbs(words, index, stop)
    if index >= stop or is_finite(words, index) or words.low[index] in _PREPOSITIONS:
        return False
    if words.low[index] in participles():
        return False
    for at in range(index + 1, min(index + _WINDOW, stop)):
        if words.raw[at] in ',;:()"—':
            return False
        if is_finite(words, at):
            return words.low[at - 1] not in _PREPOSITIONS and words.low[at - 1] not in ("and", "or")
    return False


def has_finite(words: Words, numbers: Iterable[int]) -> bool:
    """Is one of the numbered words a finite verb?"""
    return any(map(finite_flags(words).__getitem__, numbers))
