"""Words of a sentence go in, what arguments of verbs are made of comes out: where a phrase begins, its head and owner.

What all readers of arguments (tiearguments.py, tiesurface.py, tiephrases.py) share.
"""

from __future__ import annotations

from briefing.claims.reading import FoundName
from briefing.claims.tiesentence import Sentence
from briefing.claims.tieverbs import frame_words, over_day
from briefing.claims.verbs import is_adverb, is_finite, is_preposition
from briefing.claims.words import row, word_set
from briefing.model.records import dataclass

NOT, BARE, LOOSE, FIRM = range(4)


STOPS = frozenset({".", ";", ":", "?", "!", "—", '"', "(", ")", "|"})
TURNS = row(
    "because while although though which who whose that but where when if unless whereas so than after before until as"
)
POINTING = row("the this that these those")
OWN = row("its their our")
PARTS = row(
    "bulk majority portion most much many some part all half none each several one two three four five dozens hundreds "
    "third rest"
)
_SENTENCE = 40  # words in front of a verb in which its subject stands


@dataclass(frozen=True, slots=True)
class Argument:
    """names: who is named, the subject left out. ours: how plainly it is the subject's. noun: its head, "" if none.
    own: it is told with "its" or "their"."""

    names: tuple[FoundName, ...] = ()
    ours: int = NOT
    noun: str = ""
    own: bool = False


NOTHING = Argument()


def runs_on(sentence: Sentence, index: int) -> bool:
    """Does the text run on the subject where word `index` stands?"""
    clause = sentence.clause(index)
    if clause.is_subject:
        return True
    if clause.setting_is_subject:
        return sentence.before_subject or any(name.is_subject for name in sentence.names)
    if sentence.tied or sentence.fresh or lost(sentence, index):
        return True
    return sentence.before_subject and any(name.canonical == clause.setting for name in sentence.names)  # only just


def lost(sentence: Sentence, index: int) -> bool:
    """Has nobody the floor at word `index` of an article on the subject: behind a regulator, a study, the unnamed?"""
    clause, start = sentence.clause(index), sentence.words.starts[index]
    if not sentence.mostly or clause.topic or clause.setting:
        return False
    return all(name.kind == "place" or sentence.is_ours(name) for name in sentence.names if name.start < start)


def speaks(sentence: Sentence, index: int) -> bool:
    """Is it the company that says "we"?"""
    clause = sentence.clause(index)
    return clause.holder_kind == "company" and bool(clause.holders)


def over_group(sentence: Sentence, index: int) -> int:
    """The first word of the verb's group: "has | since | been going to | make", "agreed | last month | to | buy"."""
    low, at, going = sentence.words.low, index, frame_words("going")
    while at > 0 and sentence.utterance.sentence.name_at[at - 1] is None:
        if low[at - 1] in going or is_adverb(low[at - 1]):
            at -= 1
        elif at > 2 and low[at] == "to" and over_day(low, at - 2) == at:
            at -= 2
        else:
            break
    return at


def counts(low: str) -> bool:
    """Is the word a number, or does it stand for one: what follows is a noun."""
    return low in _NUMBERS or low[0].isdigit()


def in_phrase(low: tuple[str, ...], at: int) -> bool:
    """ "its travel | claims", "two | launches": a plural that could be a verb, with its article in front."""
    if counts(low[at - 1]):
        return True
    return low[at].endswith("s") and any(
        low[place] in OWN or low[place] in POINTING for place in range(max(at - 3, 0), at)
    )


_NUMBERS = row(
    "one two three four five six seven eight nine ten eleven twelve dozen dozens more few several many some all other"
)


_COUNTING = row("a further another additional about nearly over around roughly first initial next last at least the")


def opening(sentence: Sentence, at: int) -> int:
    """The first word of the stretch that ends before word `at` and can hold a subject."""
    low = sentence.words.low
    for index in range(at - 1, max(at - _SENTENCE, -1), -1):
        if low[index] in STOPS and low[index] not in ('"', "(", ")"):
            return index + 1
        if low[index] in ("and", "but", "while", "whereas") and index and low[index - 1] == ",":
            return index + 1
    return max(at - _SENTENCE, 0)


def head_of(sentence: Sentence, start: int, stop: int) -> str:
    """The head of the noun phrase that begins at word `start`."""
    low = sentence.words.low
    head = ""
    for at in range(start, min(stop, start + 9)):
        word = low[at]
        if word == "," and low[at - 1].isdigit() and low[at + 1 : at + 2] and low[at + 1].isdigit():
            continue  # "8,000 tonnes"
        if word == "of" and at <= start + 2 and (head in PARTS or counts(low[at - 1])):
            continue
        if (
            word in STOPS
            or word == ","
            or word in TURNS
            or (is_preposition(word) and at > start)
            or word in ("and", "to")
        ):
            break
        if (at > start + 1 and is_finite(sentence.words, at) and not in_phrase(low, at)) or word in ("worth", "since"):
            break
        if at > start + 1 and (word in _WHEN or (word in OWN and low[at - 1] != "of")):
            break  # "the company | last spring"
        if head and word[0].isdigit() and head not in _NUMBERS and head not in _COUNTING:
            break
        if word[0].isalpha():
            head = word
    return head


_WHEN = row("last next this earlier later today yesterday again")


def with_others(sentence: Sentence, at: int) -> bool:
    """ "signed contracts | with several startups": is who it is with told with a plural, behind word `at`?"""
    low = sentence.words.low
    at = next((place for place in range(at, min(at + 9, len(low))) if low[place] == "with"), 0)
    noun = head_of(sentence, at + 1, len(low)) if at else ""
    return noun.endswith("s") and sentence.words.raw[at + 1][0].islower()


def owner_of(sentence: Sentence, at: int) -> FoundName | None:
    """ "Acme's machines", "two of Acme's machines": whose it is by name."""
    named, low = sentence.utterance.sentence, sentence.words.low
    for index in range(at, min(at + 5, len(low))):
        name = named.name_at[index]
        if name is not None:
            after = named.last_word(name) + 1
            return name if low[after : after + 1] in (("'s",), ("'",)) else None
        if not (low[index].isalpha() or low[index].isdigit()) or (is_preposition(low[index]) and low[index] != "of"):
            return None
    return None


def heads_phrase(sentence: Sentence, start: int, comma: int) -> bool:
    """Does a noun for an organisation stand right before the comma ("the environment agency |, A, …")?"""
    low = sentence.words.low
    return comma > start and (low[comma - 1] in word_set("companies", "nouns") or low[comma - 1] in _BODIES)


_BODIES = row(
    "agency ministry department office authority council army navy force police institute laboratory hospital"
)
