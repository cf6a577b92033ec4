"""A noun goes in, the speaker without a name comes out: "two bankers", "one of them", "a former employee"."""

from __future__ import annotations

from briefing.claims.lexicon import load
from briefing.claims.reading import FoundName, Sentence
from briefing.claims.scene import Speaker
from briefing.claims.speakerwords import COUNTS, DEFINITE, owner_before, phrase_start, words_for
from briefing.claims.verbs import is_determiner, is_finite, is_preposition
from briefing.model.claim import HolderKind

_THEM = frozenset({"them", "these", "those", "people", "sources", "persons"})


def is_somebody(speaker: Speaker) -> bool:
    """Is it one person without a name ("a former employee", "one of them"), whom "he" or "she" can mean?"""
    return speaker.kind == "unnamed" and speaker.name.partition(" ")[0].lower() in ("a", "an", "one", "another")


def opening_somebody(sentence: Sentence) -> Speaker | None:
    """Whoever without a name a sentence begins with: "One of those people | passed.", "An engineer at a rival | …"."""
    low = sentence.words.low
    if not low or low[0] not in ("a", "an", "one", "another"):
        return None
    for at in range(1, min(6, len(low))):
        ends = low[at] in _THEM and "of" in low[1:at] and low[at + 1 : at + 2] not in (("people",), ("sources",))
        if low[at] in words_for("anybody") or ends:
            somebody = somebody_at(sentence, at)
            named = any(name.kind == "person" for name in sentence.names)  # "One of them, Jane Doe, …"
            return somebody if somebody is not None and is_somebody(somebody) and not named else None
    return None


def others_around(sentence: Sentence, name: FoundName) -> tuple[Speaker, int] | None:
    """ "People close to | Acme", "customers of Acme", "a lawsuit against Acme": others than the one that is named.

    None where it speaks itself, or its spokesman does.
    """
    low, raw = sentence.words.low, sentence.words.raw
    at = sentence.first_word(name) - 1
    at -= at > 0 and is_determiner(low[at])
    if at < 1 or low[at] not in _LINKS:
        return None
    noun = at - 1 - (low[at - 1] in ("close", "familiar", "near"))
    if noun < 0 or not raw[noun].isalpha() or sentence.name_at[noun] is not None:
        return None
    own = name.is_subject  # "analysts at Northwind" speak for Northwind
    unnamed = low[noun] in words_for("unnamed") or (
        low[noun] in words_for("anybody") and not (low[noun] in _OFFICIALS and not _was(low, noun))
    )
    unnamed, others = own and unnamed, own and low[noun] in words_for("unnamed_third")
    papers = low[at] in _ON and low[noun] in words_for("inquiries")
    if not (unnamed or others or papers):
        return None
    start = phrase_start(sentence, noun) if noun else noun
    start += low[start] in DEFINITE
    words = " ".join(raw[start : sentence.last_word(name) + 1])
    return Speaker(words, "unnamed" if unnamed and not others else "third-party"), start


def _was(low: tuple[str, ...], noun: int) -> bool:
    return not {"former", "ex", "ex-"}.isdisjoint(low[max(noun - 3, 0) : noun])


_OFFICIALS = frozenset("director directors executive executives manager managers official officials".split())
_LINKS = frozenset({"of", "at", "in", "from", "to", "with", "inside", "within", "against", "into", "on", "about"})
_ON = frozenset({"against", "into", "on", "about", "of"})


def somebody_at(sentence: Sentence, number: int) -> Speaker | None:
    """ "one of them", "a former employee", "a reader at a fund", "another": somebody who is not named."""
    low, raw, anybody, beside = sentence.words.low, sentence.words.raw, words_for("anybody"), words_for("beside")
    of = number - 1 - (low[number - 1] in ("the", "those", "these")) if number > 1 else 0
    if of > 0 and low[of] == "of" and (low[number] in _THEM or low[number] in COUNTS) and low[of - 1] in COUNTS:
        return Speaker(" ".join(raw[of - 1 : number + 1]), "unnamed")  # "one of them", "two of the three"
    opens = number == 0 or raw[number - 1] in ',;:."'
    if low[number] in ("one", "another") and opens:
        return Speaker(low[number], "unnamed")
    if number == 1 and low[0] == "the" and low[1] in _OTHER:
        return Speaker(f"the {low[1]}", "unnamed")  # "The other | says", behind "One says"
    reach = 14 if "who" in low[max(number - 12, 0) : number] else 8
    for at in range(number, max(number - reach, -1), -1):
        if low[at] in anybody and (at == number or low[at + 1] in beside) and raw[at].islower():
            first = _article(sentence, at)
            if first is not None:
                return Speaker(" ".join(raw[first : number + (low[number] != "who")]), "unnamed")
        if at != number and (raw[at] in ",;:—" or (is_finite(sentence.words, at) and "who" not in low[at - 3 : at])):
            return None
    return None


def _article(sentence: Sentence, noun: int) -> int | None:
    """The "a", "another" or number that the noun phrase of somebody begins with, over one or two words that describe
    him: "one infrastructure | banker", "a former Northwind | shareholder"; the subject's own people are known."""
    low, raw = sentence.words.low, sentence.words.raw
    for first in range(noun - 1, max(noun - 4, -1), -1):
        if low[first] in COUNTS or low[first] in ("a", "an", "another"):
            return first
        if low[first] == "chief":
            return None  # a post of the company's
        name = sentence.name_at[first]
        if name is not None and name.is_subject and low[first - 1 : first] not in (("former",), ("ex",)):
            return None
        if not raw[first].isalpha() or is_preposition(low[first]) or is_determiner(low[first]):
            return None
    return None


_OTHER = frozenset({"other", "others", "second", "third"})


def unnamed_at(sentence: Sentence, number: int) -> Speaker | None:
    """Whoever without a name a phrase ends in: somebody, so many of a kind, people of a kind."""
    table, low = load("speech")["speakers"], sentence.words.low
    if (anybody := somebody_at(sentence, number)) is not None:
        return anybody
    if is_counted(sentence, number) and sentence.words.raw[number].islower():
        first = number - 1 if low[number - 1] in COUNTS else number - 2
        return Speaker(" ".join(sentence.words.raw[first : number + 1]), "unnamed")  # "two contractors"
    reach = 14 if "who" in low[max(number - 12, 0) : number] else 7
    for at in range(number, max(number - reach, -1), -1):
        if low[at] in table["unnamed"] and (
            at == number or low[at + 1] in words_for("beside") or low[at + 1] in _ROUND
        ):
            text = " ".join(sentence.words.raw[at : number + 1])
            return Speaker(text, "unnamed")
        if at < number and sentence.words.raw[at] in ",;:":
            break
    if low[number] in table["unnamed_third"]:
        owner = owner_before(sentence, number)
        if owner is None and (low[number] in table["whispering"] or is_counted(sentence, number)):
            return Speaker(low[number], "unnamed")
        return Speaker(f"{owner.canonical} {low[number]}" if owner else low[number], _kind_of(owner, low[number]))
    return None


def is_counted(sentence: Sentence, number: int) -> bool:
    """ "two investors", "several bankers": so many of them, and none by name."""
    low = sentence.words.low
    if number > 1 and low[number - 2] in COUNTS and low[number - 1] in ("former", "senior", "local", "other"):
        return True
    return number > 0 and low[number - 1] in COUNTS and low[number] not in _NO_PEOPLE


_NO_PEOPLE = frozenset(
    "of in and more other companies firms groups parties sides businesses partners startups audits studies reports "
    "surveys filings documents papers memos letters lawsuits complaints tests trials courts rounds".split()
)


def _kind_of(owner: FoundName | None, noun: str) -> HolderKind:
    """Officials of the company speak for it, its customers do not."""
    if owner and owner.is_subject and noun in load("speech")["speakers"]["mouthpieces"]:
        return "company"
    return "third-party"


_ROUND = frozenset({"around"})
