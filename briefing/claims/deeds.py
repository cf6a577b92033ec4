"""A clause and a date in it go in; the verb that the date goes with and the words of its subject come out.

"Shipbuilding has not yet got over a slump that began in 2019": the date goes with "began", whose subject
is a slump.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from briefing.claims.lexicon import load
from briefing.claims.reading import Clause, Sentence, Utterance
from briefing.claims.verbs import is_adverb, is_determiner, is_finite, is_preposition
from briefing.claims.words import forms, row, word_set
from briefing.model.records import dataclass

_RELATIVE = row("which that who whose where")
_JOINTS = row("and but or then")
_BEGINNINGS = row(
    "that which who whose where when while as because after before since if than though although until so whereas"
)
_SIGNS = frozenset(',;:()—–"“”|')
_FARTHEST = 60  # words that are gone through
_LONGEST = 400  # words of a clause


@dataclass(frozen=True, slots=True)
class Deed:
    """own: numbers of the words of a clause that stand in no clause inside it. verb: number of the finite verb that a
    date goes with; None where there is none, -1 where the date is only that of the saying of a plan. subject: numbers
    of the words of its subject, none where it is left out."""

    own: tuple[int, ...]
    verb: int | None
    subject: tuple[int, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Does the subject stand in the clause itself?"""
        return bool(self.subject) and self.subject[0] in self.own


def deed_of(utterance: Utterance, clause: Clause, offset: int, dated: bool = True) -> Deed:
    """What is done at a date that begins at an offset, as far as the clause that holds it tells; with a name or a thing
    there if it is not dated."""
    words = utterance.sentence.words
    first, last = words.index_at(clause.start), words.index_at(clause.end - 1) + 1
    if last - first > _LONGEST:
        return Deed((), -1)  # no sentence
    own = tuple([at for at in range(first, last) if utterance.clause_at(words.starts[at]) is clause])
    verb = _verb(utterance.sentence, own, words.index_at(offset), clause, dated)
    if verb is None or verb < 0:
        return Deed(own, verb)
    reach = (*range(max(first - _FARTHEST, 0), first), *own)
    hangs = _hangs(utterance.sentence, own, verb)
    begun = _begun(utterance.sentence, own, verb)
    return Deed(own, begun, tuple(_subject(utterance.sentence, reach if hangs else own, begun)))


def is_news(utterance: Utterance, deed: Deed) -> bool:
    """Is it done, or announced, on a day ("today announced", "has today opened"), and no state of things?"""
    if deed.verb is None or deed.verb < 0:
        return False
    words = utterance.sentence.words
    near = words.low[deed.verb : deed.verb + 5]
    told = not _saying().isdisjoint(near) or any(low.endswith("ed") for low in near[:1])
    return told or (near[0] in ("has", "have") and any(low.endswith("ed") for low in near[1:]))


def _begun(sentence: Sentence, own: Sequence[int], verb: int) -> int:
    """The auxiliary that begins the verb ("are | to be delivered"), or the verb itself."""
    low, first = sentence.words.low, verb
    for at in reversed(own[: own.index(verb)]):
        if low[at] in word_set("verbs", "finite_auxiliary"):
            first = at
        elif not (is_adverb(low[at]) or low[at] in _BETWEEN):
            break
    return first


def subject_before(sentence: Sentence, at: int) -> list[int]:
    """The subject of the first finite verb in front of a word; none where there is no such verb."""
    every = range(min(at, _FARTHEST))
    verb = next((number for number in every if _is_verb(sentence, number)), None)
    return _subject(sentence, every, verb) if verb is not None else []


# ------------------------------------------------------------------ the verb of the date


def _verb(sentence: Sentence, own: Sequence[int], date: int, clause: Clause, dated: bool) -> int | None:
    """The finite verb that the date goes with; None if there is none, -1 if it only dates the saying of a plan."""
    words = sentence.words
    verbs = [at for at in own if _is_verb(sentence, at) and not (dated and at == date)]  # "in | May"
    if not verbs:
        return None
    before = [at for at in verbs if at <= date]
    behind = [at for at in verbs if at > date]
    if dated and before and behind and _opens(sentence, date, before[-1]):
        before = []
    verb = before[-1] if before else behind[0]
    if len(before) > 1 and _is_participle(sentence, before[-2], verb):
        verb = before[-2]  # "changed to a system | made in-house"
    if words.low[verb] in _saying() and behind:
        following = [at for at in verbs if at > max(verb, date)]
        return (following[0] if following else verb) if clause.modality != "planned" else -1
    return verb


_PARTICIPLES = row("built bought sold made held led won run set cut put sent brought kept left spun")


def _is_participle(sentence: Sentence, verb: int, later: int) -> bool:
    """Does a second "verb" only describe the object of the first, with nothing between to begin a clause?"""
    low = sentence.words.low
    between = low[verb + 1 : later]
    joined = any(word in _JOINTS or word in _BEGINNINGS or word in _SIGNS for word in between)
    plain = low[later].endswith("ed") or low[later] in _PARTICIPLES
    return (
        plain and not joined and later - verb > 2 and low[verb] not in _saying() | word_set("verbs", "finite_auxiliary")
    )


def _is_verb(sentence: Sentence, at: int) -> bool:
    """A finite verb, "more than | doubled" too, but no "to | have" and no "year | ended May"."""
    low = sentence.words.low
    before = low[at - 1] if at else ""
    if before == "than" and at > 1 and low[at - 2] in ("more", "less") and low[at].endswith("ed"):
        return True
    name = sentence.name_at[at]
    return is_finite(sentence.words, at) and before != "to" and low[at] not in _NO_VERBS and (name is None or not at)


_NO_VERBS = row("ended like including called named dubbed")


def _opens(sentence: Sentence, date: int, verb: int) -> bool:
    """ "raised a seed round, and in 2024 | opened an office": does the date stand at the head of what is behind?"""
    low = sentence.words.low
    at = date - 1 - (low[date - 1] in ("before", "after", "since", "until", "than"))
    while at > verb and (
        is_preposition(low[at]) or is_determiner(low[at]) or low[at] in ("end", "of", "early", "late")
    ):
        at -= 1
    return at > verb and (low[at] in _JOINTS or low[at] in ";," or low[at] in _BEGINNINGS) and low[at] != ","


@cache
def _saying() -> frozenset[str]:
    verbs = [
        verb for group in ("say", "announce", "claim", "report") for verb in load("speech")["verbs"].get(group, ())
    ]
    return frozenset(form for verb in verbs for form in forms(verb))


# ------------------------------------------------------------------ its subject


def _hangs(sentence: Sentence, own: Sequence[int], verb: int) -> bool:
    """Does the clause begin with its verb or a relative word, so that its subject stands in front of it?"""
    at = 0
    while at < len(own) - 1 and (
        sentence.words.low[own[at]] in _JOINTS
        or is_adverb(sentence.words.low[own[at]])
        or sentence.words.low[own[at]] in ",("
    ):
        at += 1
    return own[at] == verb or sentence.words.low[own[at]] in _RELATIVE or is_finite(sentence.words, own[at])


def _subject(sentence: Sentence, own: Sequence[int], verb: int, depth: int = 0) -> list[int]:
    """The words of the noun phrase that is the subject of the verb; none where it is left out."""
    low = sentence.words.low
    at = own.index(verb) - 1
    auxiliary = word_set("verbs", "finite_auxiliary")
    while at >= 0 and (is_adverb(low[own[at]]) or low[own[at]] in auxiliary or low[own[at]] in _BETWEEN):
        at -= 1
    if at < 0 or depth > 4:
        return []
    word = low[own[at]]
    if word in _RELATIVE and at and not _demonstrates(sentence, own, at):
        end = at - 1
        while end > 0 and (low[own[end]] in _SIGNS or (is_preposition(low[own[end]]))):
            end -= 1
        return _phrase(sentence, own, end)
    if word in _JOINTS or word == ",":
        start = _aside(sentence, own, at) if word == "," else 0
        if start:
            return _phrase(sentence, own, start - 1)
        verbs = [number for number in own[:at] if is_finite(sentence.words, number)]
        return _subject(sentence, own, verbs[-1], depth + 1) if verbs else _phrase(sentence, own, at - 1)
    return _phrase(sentence, own, at)


_BETWEEN = frozenset({"not", "to", "been", "be", "have", "also", "more", "than"})


def _demonstrates(sentence: Sentence, own: Sequence[int], at: int) -> bool:
    """ "says | that | will change": "that" for a thing, not for "which"."""
    return sentence.words.low[own[at]] == "that" and is_finite(sentence.words, own[at - 1])


def _aside(sentence: Sentence, own: Sequence[int], comma: int) -> int:
    """The place of the comma that opens the aside which the comma at `comma` closes: "Northwind, a rival, | raised"."""
    low = sentence.words.low
    for at in range(comma - 1, 0, -1):
        if low[own[at]] == ",":
            head = low[own[at + 1]]
            plain = is_determiner(head) or is_preposition(head) or head in ("which", "who", "whose", "now", "formerly")
            name = sentence.name_at[own[at + 1]] is not None
            return at if plain or name or head.endswith(("ed", "ing")) or own[at + 1] == own[comma] else 0
        if is_finite(sentence.words, own[at]) and low[own[at + 1 : at + 2][0]] == ",":
            return 0
    return 0


def _phrase(sentence: Sentence, own: Sequence[int], end: int) -> list[int]:
    """The noun phrase that ends at place `end`: back to the verb, sign or word that opens a clause in front of it."""
    low = sentence.words.low
    at = end
    if at > 1 and low[own[at]] == ")":  # "Acme (Head office: Lyon) | has"
        at = next((place for place in range(at - 1, 0, -1) if low[own[place]] == "("), 1) - 1
        end = at
    while at >= 0 and end - at < 30:
        word = low[own[at]]
        if (
            (word in _SIGNS and not (sentence.name_at[own[at]] and word not in ",;:") and not _is_legal(low, own, at))
            or word in _BEGINNINGS
            or (word in _JOINTS and (at == 0 or low[own[at - 1]] == "," or _had_verb(sentence, own, at)))
            or (at < end and is_finite(sentence.words, own[at]) and sentence.name_at[own[at]] is None)
        ):
            break
        at -= 1
    phrase = list(own[at + 1 : end + 1])
    if phrase and at > 0 and is_preposition(low[phrase[0]]) and is_finite(sentence.words, own[at]):
        which = next((place for place in range(at, 0, -1) if low[own[place]] in _RELATIVE), 0)
        if which:  # "The start | that Acme promised for May | has slid"
            return _phrase(sentence, own, which - 1)
    return _without_lead(sentence, phrase)


def _is_legal(low: Sequence[str], own: Sequence[int], at: int) -> bool:
    """The comma of "Acme Co., Ltd."."""
    return low[own[at]] == "," and at + 1 < len(own) and low[own[at + 1]] in word_set("companies", "legal_forms")


def _had_verb(sentence: Sentence, own: Sequence[int], at: int) -> bool:
    """Does a verb stand in front, in the same clause?"""
    for number in reversed(own[:at]):
        if is_finite(sentence.words, number) or sentence.words.low[number] in _BEGINNINGS:
            return is_finite(sentence.words, number)
    return False


def _without_lead(sentence: Sentence, phrase: list[int]) -> list[int]:
    """Without "In May", "Two years later": from the first article, pronoun or name that no preposition governs."""
    low = sentence.words.low
    if phrase and is_determiner(low[phrase[0]]) and not _is_time(low, phrase[0]):
        return phrase
    lead = phrase and (is_preposition(low[phrase[0]]) or low[phrase[0]] in _LEADS or low[phrase[0]].isdigit())
    if not lead:
        return phrase
    for place, at in enumerate(phrase):
        before = low[phrase[place - 1]] if place else ""
        name = sentence.name_at[at]
        starts = (
            is_determiner(low[at])
            or low[at] in ("it", "she", "he", "they", "we", "there")
            or (name is not None and sentence.first_word(name) == at and name.kind not in ("event", "place"))
        )
        if place and starts and not is_preposition(before) and low[at] not in _TIMES and not _is_time(low, at):
            return phrase[place:]
    return phrase


_LEADS = frozenset("two three four five six one last this next earlier later a the early late mid since".split())
_TIMES = frozenset("last this next that past end year month week quarter spring summer autumn fall winter".split())


def _is_time(low: Sequence[str], at: int) -> bool:
    """ "the spring", "the end of the year": no subject."""
    return low[at] in ("the", "a", "this", "that", "last", "next") and any(
        word in _TIMES or word in ("beginning", "start", "first", "second", "half") for word in low[at + 1 : at + 2]
    )
