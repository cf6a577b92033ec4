"""The noun phrase behind a verb or a preposition goes in, who or what it names comes out as an Argument."""

from __future__ import annotations

from briefing.claims.lists import names_in_list
from briefing.claims.namedbyplace import named_by_place
from briefing.claims.parties import speaks_of_other
from briefing.claims.reading import FoundName
from briefing.claims.tieparts import (
    BARE,
    FIRM,
    LOOSE,
    NOT,
    NOTHING,
    OWN,
    POINTING,
    STOPS,
    TURNS,
    Argument,
    counts,
    head_of,
    heads_phrase,
    owner_of,
    runs_on,
    speaks,
)
from briefing.claims.tiesentence import Sentence
from briefing.claims.tieverbs import frame_words
from briefing.claims.verbs import is_preposition
from briefing.claims.wares import singular
from briefing.claims.words import row, word_set


def phrase(sentence: Sentence, at: int, stop: int, complement: bool = False) -> Argument:
    """The noun phrase that begins at word `at`. complement: of a preposition."""
    words, low = sentence.words, sentence.words.low
    at += 2 * (low[at : at + 2] in (("at", "least"), ("up", "to")))
    if low[at + 1 : at + 3] == ("of", "the") and counts(low[at]):
        at += 2  # "twelve | of the company's machines"
    if at >= min(stop, len(low)):
        return NOTHING
    word = low[at]
    if word in ("it", "them"):
        return Argument((), FIRM if runs_on(sentence, at) and not speaks_of_other(sentence) else NOT)
    if word == "us":
        return Argument((), FIRM if speaks(sentence, at) else NOT)
    counted = _counted(sentence, at)
    if counted is not None:
        return counted
    noun = head_of(sentence, at, stop)
    if (placed := named_by_place(sentence, at)) and runs_on(sentence, at):
        return Argument((), FIRM, noun if low[placed : placed + 1] in (("'s",), ("'",)) else "")
    owner = owner_of(sentence, at)
    if owner is not None:
        if sentence.is_ours(owner):
            kin = _kin(sentence, owner)  # "Acme's rival Delta"
            if kin is None:
                return Argument((), FIRM, noun)
            return Argument((kin,) if complement else (), NOT, noun)
        told = _succeeding(sentence, owner) if complement else None
        owner = told or owner
        return Argument((owner,) if complement else (), NOT, noun)
    listed = names_in_list(
        sentence.text, words.ends[at - 1] if at else 0, sentence.utterance.passage.end, sentence.names
    )
    if complement and listed and low[at] in ("a", "an") and listed[0].text.isupper():
        told = _apposed_behind(sentence, listed[0])
        listed = (told,) if told is not None else listed  # "an RBI-licensed NBFC, Delta Credit"
    if complement and listed:
        listed = (*listed[:-1], _maker_of(sentence, listed[-1]))
    if listed and (complement or _right_here(sentence, at, listed[0])):
        ours = any(sentence.is_ours(name) for name in listed)
        noun = "" if ours and not (low[at] in OWN and _names_us(sentence, at)) else noun
        return Argument(tuple(name for name in listed if not sentence.is_ours(name)), FIRM if ours else NOT, noun)
    if complement:
        told = _apposed(sentence, at) or _run_by(sentence, at) or _site_of(sentence, at) or _modifier(sentence, at)
        if told is not None:
            told = _maker_of(sentence, told)
            return Argument(() if sentence.is_ours(told) else (told,), FIRM if sentence.is_ours(told) else NOT, noun)
    if _is_foreign(sentence, at):
        return Argument((), NOT, noun)
    if low[at] in OWN and _names_us(sentence, at):
        return Argument((), FIRM, noun)
    return _common(sentence, at, noun)


def _succeeding(sentence: Sentence, owner: FoundName) -> FoundName | None:
    """ "from | Delta's successor, Skyline": who is named behind the comma."""
    low, named = sentence.words.low, sentence.utterance.sentence
    at = named.last_word(owner) + 2
    heads = low[at : at + 1] and low[at] in _KIN and low[at + 1 : at + 2] == (",",) and at + 2 < len(low)
    return named.name_at[at + 2] if heads else None


def _kin(sentence: Sentence, owner: FoundName) -> FoundName | None:
    """ "Acme's | neighbour Delta": another that is told by what it is to the company."""
    low, named = sentence.words.low, sentence.utterance.sentence
    at = named.last_word(owner) + 2
    name = named.name_at[at + 1] if at + 1 < len(low) and low[at] in _KIN else None
    return None if name is None or sentence.is_ours(name) else name


_KIN = row("successor subsidiary unit arm spin-off spinoff spin-out affiliate sister parent owner rival neighbour")


def _counted(sentence: Sentence, at: int) -> Argument | None:
    """ "40 of them", "a further 12", "ten more": a number that stands for what was told of before."""
    low = sentence.words.low
    while at < len(low) and low[at] in ("a", "another", "further", "the", "some", "first", "about", "up", "to"):
        at += 1
    if at >= len(low) - 1 or not counts(low[at]) or low[at] in ("more", "other", "all", "some", "many", "several"):
        return None
    at += 1 + (low[at + 1] in ("more", "further", "so"))
    if low[at : at + 2] in (("of", "them"), ("of", "these"), ("of", "those")):
        return Argument((), FIRM if runs_on(sentence, at) else NOT, "one")
    while low[at : at + 1] == (",",) and at + 1 < len(low) and low[at + 1].isdigit():
        at += 2  # "30,000 users"
    ends = at >= len(low) or low[at] in STOPS or low[at] in (",", "in", "from", "for", "last", "this", "and", "at")
    return Argument((), BARE if runs_on(sentence, at) else NOT, "one") if ends else None


def _common(sentence: Sentence, at: int, noun: str) -> Argument:
    low = sentence.words.low
    on = runs_on(sentence, at)
    if low[at + 1 : at + 2] == ("own",):
        return Argument((), NOT, noun, own=True)
    if low[at] in OWN or (
        low[at] in ("one", "some", "all", "two", "most", "part") and not OWN.isdisjoint(low[at : at + 4])
    ):
        return Argument((), FIRM if on else NOT, noun, own=True)
    if not on:
        return Argument((), NOT, noun)
    if low[at] in POINTING and low[at + 2 : at + 3] in (("'s",), ("'",)):
        if low[at + 1] in word_set("companies", "neutral_heads"):
            return Argument((), FIRM, noun)  # "the company's images"
        if singular(low[at + 1]) in sentence.made:
            return Argument((), FIRM, noun)  # "the satellite's radio"
    if low[at] in POINTING or (low[at : at + 1] == ("a",) and low[at + 2 : at + 4] == ("of", "the")):
        if noun in word_set("companies", "neutral_heads"):
            return Argument((), FIRM, noun)
        return Argument((), NOT if noun in word_set("companies", "telling_heads") else LOOSE, noun)
    return Argument((), BARE, noun)


def _apposed(sentence: Sentence, at: int) -> FoundName | None:
    """ "a sponsor bank |, Delta", "a local firm |, Delta, of Golden"."""
    low, named = sentence.words.low, sentence.utterance.sentence
    if low[at] not in ("a", "an", "another", "its", "the", "one"):
        return None
    for index in range(at + 1, min(at + 8, len(low) - 1)):
        if low[index] in (",", ":") and index > at + 1:
            if not heads_phrase(sentence, at, index) and low[index - 2] != "in":
                return None
            for place in range(index + 1, min(index + 6, len(low))):
                name = named.name_at[place]
                if name is not None and name.kind in ("organisation", "unknown", "product"):
                    return name
                if name is None and (not low[place].replace("-", "").isalpha() or is_preposition(low[place])):
                    return None
            return None
        where = named.name_at[index]
        if where is not None and where.kind == "place" and low[index - 1] == "in":
            continue
        if where is not None or not low[index].replace("-", "").isalpha():
            return None
        if is_preposition(low[index]) and low[index] != "in":
            return None
    return None


def _apposed_behind(sentence: Sentence, name: FoundName) -> FoundName | None:
    """ "an NBFC | , Delta Credit, …": the name behind the comma."""
    low, named = sentence.words.low, sentence.utterance.sentence
    at = named.last_word(name) + 1
    return named.name_at[at + 1] if low[at : at + 1] == (",",) and at + 1 < len(low) else None


def _run_by(sentence: Sentence, at: int) -> FoundName | None:
    """ "to a research centre | run by Delta": whose site it is."""
    low, named = sentence.words.low, sentence.utterance.sentence
    for index in range(at + 1, min(at + 8, len(low) - 2)):
        if (
            low[index] in ("run", "operated", "owned", "managed", "made", "supplied", "built")
            and low[index + 1] == "by"
        ):
            return named.name_at[index + 2] or named.name_at[min(index + 3, len(low) - 1)]
        if low[index] in ("by", "from") and low[index - 1].isalpha():
            return named.name_at[index + 1]
        if named.name_at[index] is not None or is_preposition(low[index]) or not low[index].replace("-", "").isalpha():
            return None
    return None


def _site_of(sentence: Sentence, at: int) -> FoundName | None:
    """ "in the data centres | of Delta", "on the shelves of Delta": whose site it is."""
    low, named = sentence.words.low, sentence.utterance.sentence
    for index in range(at + 1, min(at + 5, len(low) - 2)):
        if low[index] == "of":
            name = named.name_at[index + 1] or named.name_at[index + 2]
            return name if low[index - 1] in frame_words("branches") else None
        if not low[index].replace("-", "").isalpha() or is_preposition(low[index]):
            return None
    return None


def _maker_of(sentence: Sentence, name: FoundName) -> FoundName:
    """ "on the Skyline rocket |, operated by Delta": Delta; the name itself where nobody is told of so."""
    low, named = sentence.words.low, sentence.utterance.sentence
    at = named.last_word(name) + 1
    for index in range(at, min(at + 4, len(low) - 2)):
        if low[index] in _MADE and low[index + 1] == "by":
            return named.name_at[index + 2] or name
        if not (low[index] in (",", "which", "is") or low[index].isalpha()) or is_preposition(low[index]):
            break
    return name


_MADE = row("operated made run built developed sold provided owned managed supplied")


def _right_here(sentence: Sentence, at: int, name: FoundName) -> bool:
    """Does the name stand before the first comma, "and" or preposition of the phrase that begins at word `at`?"""
    low, first = sentence.words.low, sentence.utterance.sentence.first_word(name)
    return not any(word in (",", "and", "or") or is_preposition(word) for word in low[at:first])


def _modifier(sentence: Sentence, at: int) -> FoundName | None:
    """ "on | Delta rideshare missions": a name that stands before the noun."""
    named, low = sentence.utterance.sentence, sentence.words.low
    at += low[at] in ("the", "a", "an")
    name = named.name_at[at] if at < len(low) else None
    fits = name is not None and name.kind in ("organisation", "unknown", "product") and named.first_word(name) == at
    if name is None or not fits:
        return None
    return name


def _names_us(sentence: Sentence, at: int) -> bool:
    """ "their first | Acme | machines": somebody else's, and the company's make."""
    named, low = sentence.utterance.sentence, sentence.words.low
    for index in range(at + 1, min(at + 4, len(low) - 1)):
        name = named.name_at[index]
        if name is not None:
            return sentence.is_ours(name) and low[index + 1].isalpha() and not is_preposition(low[index + 1])
        if not low[index].isalpha():
            return False
    return False


def _is_foreign(sentence: Sentence, at: int) -> bool:
    """Is somebody else named inside the phrase: "two Delta machines", "machines of Delta"?"""
    named, low = sentence.utterance.sentence, sentence.words.low
    for index in range(at, min(at + 8, len(low))):
        name = named.name_at[index]
        if name is not None:
            return not sentence.is_ours(name) and name.kind in ("organisation", "unknown", "product", "person")
        if (
            low[index] in STOPS
            or low[index] in TURNS
            or low[index] in (",", "and")
            or (is_preposition(low[index]) and low[index] != "of")
        ):
            return False
    return False
