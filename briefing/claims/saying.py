"""A verb of saying and its place go in, what follows and what stood before comes out: a clause, an object, nothing."""

from __future__ import annotations

from functools import cache

from briefing.claims.lexicon import load
from briefing.claims.reading import Sentence
from briefing.claims.scene import Speaker
from briefing.claims.segments import Segment
from briefing.claims.verbs import clause_ahead, has_finite, is_adverb, is_finite, is_preposition
from briefing.claims.words import Phrases, forms, row

ENDS = frozenset(",.;:—")
_THAT = frozenset({"that", "que", "dass", "daß"})
_CLAUSES = row("when while because since although though where once until if unless")
_TAIL = row(
    "in on at during via last this earlier to of about after ahead yesterday today "
    "monday tuesday wednesday thursday friday saturday sunday"
)


@cache
def verbs() -> dict[str, tuple[str, str, str]]:
    """Form → (group, lemma, particle); the first group of speech.toml that has a verb keeps it."""
    table: dict[str, tuple[str, str, str]] = {}
    for group, lemmas in load("speech")["verbs"].items():
        for lemma in lemmas:
            for form in forms(lemma):
                word, _, particle = form.partition(" ")
                table.setdefault(word if not particle else f"{word} {particle}", (group, lemma.split()[0], particle))
    return table


@cache
def verb_words() -> frozenset[str]:
    """First words of the verbs of saying."""
    return frozenset(form.split()[0] for form in verbs())


@cache
def phrases() -> Phrases:
    table = load("speech")["phrases"]
    return Phrases([(phrase, label) for label in ("by", "hearsay", "own") for phrase in table[label]])


@cache
def listed(table: str, key: str) -> frozenset[str]:
    return frozenset(load("speech")[table][key])


def complement(sentence: Sentence, segment: Segment, at: int, spoken: bool = False) -> bool:
    """Does what is said follow here: "that …", a quotation, a clause? spoken: has a quotation just ended?"""
    words = sentence.words
    steps = 0
    if at < segment.last and words.raw[at] in ",.;)—":
        return words.raw[at] == "," and _behind_insertion(sentence, segment, at)
    while at < segment.last and steps < 8:
        low, raw = words.low[at], words.raw[at]
        if low in _THAT or raw in ('"', ":"):
            return True
        if steps == 0 and (low in ("to", "of") or (spoken and (low in _CLAUSES or low == "as"))):
            return False
        if clause_ahead(words, at, segment.last) and not (steps and low in ("of",)):
            return True
        if raw == "," and steps:
            at += 1
            continue
        if not (low in _TAIL or is_adverb(low) or (steps and raw[0].islower()) or raw[0].isdigit() or low in _months()):
            return False
        at += 1
        steps += 1
    return False


def _behind_insertion(sentence: Sentence, segment: Segment, at: int) -> bool:
    """ "said, according to …, that": does a "that" follow the second comma?"""
    raw, low = sentence.words.raw, sentence.words.low
    for number in range(at + 1, min(at + 12, segment.last - 1)):
        if raw[number] == ",":
            return low[number + 1] == "that"
    return False


@cache
def _months() -> frozenset[str]:
    return row(
        "january february march april may june july august september october november december "
        "spring summer fall autumn winter"
    )


def closes(sentence: Sentence, segment: Segment, place: int, behind: int, says: bool = True) -> bool:
    """Does the speech end with its verb: "…, the company said in a release."? says: is it a verb of plain saying, or
    has a quotation just ended? Others may be a noun ("the Oakfield | project | for …")."""
    words, numbers = sentence.words, segment.own
    rest = [number for number in numbers[place + 1 :] if number >= behind]
    if not rest or words.raw[rest[0]] in ENDS or words.raw[rest[0]] in '")':
        return True
    first = words.low[rest[0]]
    if says and (first in _CLAUSES or first == "as"):
        return True  # "…," she said | when asked about it
    if first not in _TAIL and not is_adverb(first) and not (says and is_preposition(first)):
        return rest[0] != numbers[place] + 1 and words.starts[rest[0]] - words.ends[rest[0] - 1] > 1
    for number in rest[:14]:
        if words.raw[number] in ENDS:
            return True
        if words.low[number] == "that" or is_finite(words, number):
            return False
    return True


def content_before(sentence: Sentence, segment: Segment, first: int, behind: int) -> bool:
    """Has something been said before the speaker is named, or its subject at least ("The line, | Roe said, | runs")?"""
    before = [number for number in segment.own if number < first]
    raw = sentence.words.raw
    if len(before) > 1 and raw[before[-1]] == "," and raw[behind : behind + 1] == (",",):
        return True
    quoted = any(
        child.kind in ("quote", "subordinate", "participial", "relative", "with") and child.first < first
        for child in segment.children
    )
    return quoted or has_finite(sentence.words, before) or len(before) > 3


_AT = frozenset({"at", "nearer", "around"})
_ESTIMATING = row("analysts analyst bankers brokers investors researchers economists experts")
_WANTED = row("it the them us its their this")


def _is_name(sentence: Sentence, numbers: list[int], place: int) -> bool:
    return place + 1 < len(numbers) and sentence.name_at[numbers[place + 1]] is not None


def takes_object(sentence: Sentence, segment: Segment, place: int, group: str, lemma: str, speaker: Speaker) -> bool:
    """May this verb hand over what is only a noun phrase ("announced a plan", "described it as …")?"""
    low, numbers = sentence.words.low, segment.own
    following = [low[number] for number in numbers[place + 1 : place + 16]]
    if group == "want":
        if lemma in ("expect", "anticipate"):
            return bool(following) and following[0] not in ENDS
        if (
            lemma == "want"
            and "to" in following[1:5]
            and (following[0] in _WANTED or _is_name(sentence, numbers, place))
        ):
            return True  # "she wants Northwind to take in $5 million"
        return bool(following) and (
            following[0] in ("to", "that", "its", "for", "on", "a", "an") or following[0].endswith("ing")
        )
    if lemma in listed("takes", "with_as"):
        return "as" in following
    if group == "report" or lemma == "report":
        return bool(following) and following[0] not in ENDS and speaker.kind != "unnamed"
    if lemma == "put" and following[:1] in (["in"], ["into"], ["up"]):
        return False  # "the money that Northwind put in"
    if lemma in ("put", "peg", "value") and not _AT.isdisjoint(following[:12]):
        own = speaker.kind != "third-party" or speaker.person  # "a spokesman put revenue at …"
        return own or not _ESTIMATING.isdisjoint(speaker.name.lower().split())
    if lemma in listed("takes", "clause_only"):
        return False
    return group in ("announce", "claim", "judge", "say", "estimate") and bool(following) and following[0] not in ENDS
