"""A cue in a sentence goes in, the two parties it stands between come out: names, or the subject of the briefing.

"The subject" may be there by name, as "it", "the company" or "its products", or as whom the clause is about.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from briefing.claims.lists import names_before, names_in_list
from briefing.claims.namedbyplace import named_by_place
from briefing.claims.reading import FoundName
from briefing.claims.tiecues import phrases_by_first, tie_words
from briefing.claims.tiesentence import Party, Sentence
from briefing.claims.words import Words, word_set

_APPOSED = frozenset({"owned", "majority-owned", "subsidiary", "unit", "division", "acquired", "bought", "backed"})
_REACH = 110  # characters from a cue over a detour ("a wide set of organisations, including …") to its list


def party_behind(sentence: Sentence, place: int, detour: bool, customer: bool = False) -> Party:
    """Who stands behind a cue: a list of names at `place`, or one a few words on, or a word for the subject.

    customer: of who uses something; "the software" is the subject's then, where the text runs on it.
    """
    end = sentence.utterance.passage.end
    place = _over_portion(sentence, place)
    listed = names_in_list(sentence.text, place, end, sentence.names)
    if listed and named_by_place(sentence, sentence.words.index_at(place)):
        return Party((), sentence.before_subject or sentence.clause(sentence.words.index_at(place)).setting_is_subject)
    if listed and not detour and _detoured(sentence.text[place : listed[0].start]):
        listed = ()
    if not listed and detour:
        listed = _over_detour(sentence, place, end)
    if listed:
        return _party(sentence, listed)
    return Party((), _means_subject(sentence, place, customer))


def party_before(sentence: Sentence, index: int, noun: bool) -> Party:
    """Who the verb or noun at word `index` belongs to: names right before it, else whom its clause is about.

    A name right before a noun is no party unless it owns it ("the Skyline venture with …").
    """
    clause = sentence.clause(index)
    at = _over_auxiliaries(sentence.words, index)
    first = sentence.words.starts[at - 1] if at else clause.start
    listed: tuple[FoundName, ...] = ()
    owner = _owner(sentence, index)
    if owner is not None:
        listed = (owner,)
    elif at and sentence.words.low[at - 1] in ("which", "that", "who"):
        listed = _antecedent(sentence, at - 1)
    elif at and sentence.words.low[at - 1] == "," and sentence.words.low[index] in _APPOSED:
        listed = _antecedent(sentence, at - 1)  # "Delta, a unit of …", "Delta, now partly owned by …"
    elif sentence.words.low[index] in _APPOSED and (told := _told_what(sentence, at)):
        listed = told  # "Delta, a venture | owned by …"
    elif at and not noun and not _is_purpose(sentence, at, index):
        listed = names_before(sentence.text, clause.start, sentence.words.ends[at - 1], sentence.names)
    if not listed and at > 2 and sentence.words.low[at - 1] == "it":
        if sentence.words.low[at - 2] == "which" and sentence.before_subject:
            return Party((), True)  # "Delta, which | it | bought in 2020"
        listed = _just_named(sentence, at - 2)
    if (
        not listed
        and at > 2
        and sentence.words.low[at - 1] in _DATES
        and sentence.words.low[at - 3] in ("which", "who")
    ):
        listed = _antecedent(sentence, at - 3)  # "Delta, which | last month | put …"
    if listed:
        return _party(sentence, listed)
    if sentence.others:
        pair = _pointed_back(sentence, sentence.words.index_at(clause.start), index)
        pair = pair if pair.known else meant_by(sentence, sentence.words.index_at(clause.start), at)
        if pair.known:
            return pair
    if at and not noun and sentence.words.low[at - 1] in tie_words("groups"):
        return Party()  # "its investors have also backed Delta"
    if any(_is_someone(sentence, place) for place in (at - 1, at - 3) if place > 1):
        return Party()  # "Delta, a firm that | also backs Globe"
    if clause.is_subject:
        return Party((), True)
    if clause.topic and not sentence.things.isdisjoint((clause.topic, clause.topic.removesuffix("s"))):
        return Party((), True)  # "Kestrels" may be what the subject makes
    earlier = [name for name in sentence.names if name.canonical == clause.topic and name.start <= first]
    if not noun and earlier and earlier[-1].start == clause.start:  # "A, B and the Delta group | are among those who"
        return _party(
            sentence, names_in_list(sentence.text, clause.start, first, sentence.names) or tuple(earlier[-1:])
        )
    if noun and earlier and earlier[-1].end == sentence.words.ends[index - 1]:
        return Party((), clause.setting_is_subject or sentence.before_subject)  # only the name of the venture
    return Party(tuple(earlier[-1:]))


_NEAR = frozenset({"last", "this", "next"})
_DATES = frozenset({"month", "year", "week", "spring", "autumn", "summer", "winter"})


def _just_named(sentence: Sentence, index: int) -> tuple[FoundName, ...]:
    """ "She worked at Delta | before | it was sold": Delta."""
    if sentence.words.low[index] not in ("before", "when", "until", "after", "while"):
        return ()
    named = next((name for name in sentence.names if name.end == sentence.words.ends[index - 1]), None)
    fits = named is not None and not named.is_subject and named.kind in ("organisation", "unknown", "product")
    return (named,) if named is not None and fits else ()


def _told_what(sentence: Sentence, index: int) -> tuple[FoundName, ...]:
    """ "Delta, a venture equally | owned": the name in front of the apposition that ends before word `index`."""
    low = sentence.words.low
    for at in range(index - 1, max(index - 6, 0), -1):
        if low[at] in ("a", "an") and low[at - 1] == ",":
            return _antecedent(sentence, at - 1)
        if not low[at].replace("-", "").isalpha():
            return ()
    return ()


def _antecedent(sentence: Sentence, index: int) -> tuple[FoundName, ...]:
    """ "… with Delta, which bought …": the name right before the relative pronoun."""
    start = sentence.words.starts[index]
    earlier = [name for name in sentence.names if name.end <= start]
    return tuple(earlier[-1:]) if earlier and sentence.text[earlier[-1].end : start].strip() in ("", ",", "(") else ()


def _is_someone(sentence: Sentence, index: int) -> bool:
    """Is word `index` a relative pronoun behind a noun for some organisation that is not the subject?

    "a firm | that", "the university's incubator, | which", but not "Acme is a firm | that", "the company | which".
    """
    low = sentence.words.low
    if low[index] not in ("that", "which", "who"):
        return False
    head = index - 1 - (low[index - 1] == ",")
    if low[head] not in word_set("companies", "nouns") and low[head] not in ("one", "group"):
        return False
    for at in range(head - 1, max(head - 6, 0), -1):
        if low[at] in ("a", "an", "another", "'s"):
            return low[at - 1] not in _COPULAS and not _closes_name(sentence, at - 1)
        if not low[at].replace("-", "").isalpha():
            return False
    return False


_COPULAS = frozenset({"is", "was", "are", "were", "as", "become", "became", "becomes", "remains", "being", "into"})


def _closes_name(sentence: Sentence, index: int) -> bool:
    """Does word `index` end a name of the subject, or the comma behind it ("Acme, | a firm that …")?"""
    words = sentence.words
    index -= words.low[index] == ","
    return any(name.is_subject and name.end == words.ends[index] for name in sentence.names)


def _party(sentence: Sentence, listed: tuple[FoundName, ...]) -> Party:
    ours = tuple(name for name in listed if sentence.is_ours(name))
    return Party(tuple(name for name in listed if name not in ours), bool(ours))


def _is_purpose(sentence: Sentence, at: int, index: int) -> bool:
    """ "works with Delta to integrate its software": Delta does not govern the infinitive. In a headline it would."""
    words = sentence.words
    return at < index and words.low[at] == "to" and sentence.utterance.passage.kind != "title"


def meant_by(sentence: Sentence, start: int, stop: int) -> Party:
    """Whom words[start:stop) point back to: "the two" and the subject, "the airline" that was named before."""
    low = sentence.words.low
    if not sentence.others or stop - start < 1:
        return Party()
    noun = low[stop - 1]
    if noun in _PAIRS and (noun == "both" or not _POINTS.isdisjoint(low[max(start, stop - 3) : stop - 1])):
        return Party(sentence.others, True) if len(sentence.others) == 1 else Party()
    if noun not in word_set("companies", "telling_heads") or low[max(start, stop - 4) : stop - 1].count("the") != 1:
        return Party()
    told = tuple(name for name in sentence.others if noun in name.descriptor.lower().split())
    return Party(told or sentence.others) if len(told or sentence.others) == 1 else Party()


_PAIRS = frozenset({"two", "pair", "duo", "both", "companies", "firms", "partners", "sides"})
_POINTS = frozenset({"the", "both"})


@cache
def pointing_back() -> frozenset[str]:
    """The words without which no noun points back to an organisation."""
    return _PAIRS | word_set("companies", "telling_heads")


def _pointed_back(sentence: Sentence, start: int, stop: int) -> Party:
    """The first pair that words[start:stop) point back to: "In June | the two | agreed to start a joint venture"."""
    if not sentence.others:
        return Party()
    for at in range(start, min(stop, start + 12)):
        if sentence.words.low[at] in _PAIRS:
            return meant_by(sentence, start, at + 1)
    return Party()


def co_subjects(sentence: Sentence, index: int) -> Party:
    """The names its clause begins with, if the subject is one of them: "Delta and Acme announced a partnership"."""
    clause = sentence.clause(index)
    pair = _pointed_back(sentence, sentence.words.index_at(clause.start), index)
    if pair.known:
        return pair
    listed = names_in_list(sentence.text, clause.start, sentence.words.starts[index], sentence.names)
    if not any(name.is_subject for name in listed):
        return Party()
    return Party(tuple(name for name in listed if not name.is_subject), True)


def _over_portion(sentence: Sentence, place: int) -> int:
    """The offset behind "some or all of", "a stake in", "in 2024" …, if that stands at `place`."""
    for date in sentence.utterance.dates:
        if 0 <= date.start - place <= 6 and not sentence.text[place : date.start].strip(" aeilmn"):
            place = date.end  # "Acme compró | en 2024 | la ingeniería Delta"
    low, index = sentence.words.low, bisect_right(sentence.words.ends, place)
    if low[index + 1 : index + 2] and low[index] in _FEW:
        colon = next((at for at in range(index + 2, min(index + 6, len(low))) if low[at] in (":", ",")), 0)
        if colon and low[colon - 1] in _FIRMS:
            return sentence.words.ends[colon]  # "bought | two rivals: | Delta and Globe"
    for parts in phrases_by_first("portions").get(low[index], ()) if index < len(low) else ():
        if low[index : index + len(parts)] == parts:
            return sentence.words.ends[index + len(parts) - 1]
    return place


_FIRMS = frozenset("companies firms startups start-ups rivals businesses competitors outfits makers others".split())
_FEW = frozenset({"two", "three", "four", "five", "six"})


def _detoured(between: str) -> bool:
    detours = phrases_by_first("detours")
    if detours.keys().isdisjoint(between.split()):
        return False
    padded = f" {between} "
    return any(f" {word} " in padded for word in tie_words("detours"))


# What is named behind them is no organisation.
_NOBODIES = frozenset(
    "languages language formats topics subjects features tasks cities countries states regions sports games foods "
    "diseases conditions materials metals crops fields areas".split()
)


def _over_detour(sentence: Sentence, place: int, end: int) -> tuple[FoundName, ...]:
    """ "… a wide set of organisations, including A, B and C": the list behind the detour, in the same clause."""
    words = sentence.words
    index = words.index_at(place)
    while index < len(words.low) and words.starts[index] < min(place + _REACH, end):
        if words.low[index] in (".", ";", "?", "!", ":", "|", "—"):
            break
        for detour in phrases_by_first("detours").get(words.low[index], ()):
            size = len(detour)
            if words.low[index : index + size] == detour:
                if index and words.low[index - 1] in _NOBODIES:
                    return ()  # "in languages such as …"
                return names_in_list(sentence.text, words.ends[index + size - 1], end, sentence.names)
        index += 1
    return ()


def _means_subject(sentence: Sentence, place: int, customer: bool = False) -> bool:
    """Does "it", "the company" or "Acme's software" stand behind the cue, with at most some adjectives before it?"""
    words = sentence.words
    index = words.index_at(place)
    named = {name.start: name for name in sentence.names}
    for at in range(index, min(index + 6, len(words))):
        name = named.get(words.starts[at])
        if name is not None and name.kind == "place" and sentence.text.startswith("-based ", name.end):
            continue
        if name is not None:
            return sentence.is_ours(name)
        low = words.low[at]
        if customer and at > index and low in tie_words("things") and words.low[at - 1] in ("the", "this", "these"):
            return sentence.before_subject  # "uses the software"
        if low in ("a", "an", "another", "some", "any"):
            return False  # "a group led by …"
        if low in ("it", "them") and speaks_of_other(sentence):
            return False
        if low == "us" and at == index:
            clause = sentence.clause(at)
            return clause.holder_kind == "company" and bool(clause.holders)
        if low in ("it", "them", "its", "their"):
            return sentence.before_subject
        if low in tie_words("rounds") and at > index and words.low[at - 1] in ("the", "this", "that", "latest"):
            return sentence.clause(at).setting_is_subject or sentence.before_subject
        if low in word_set("companies", "neutral_heads") and low != "venture":
            return sentence.clause(at).setting_is_subject or sentence.before_subject
        if low in (
            ",",
            ".",
            ";",
            "—",
            "to",
            "by",
            "for",
            "at",
            "that",
            "which",
            "with",
            "from",
            "in",
            "on",
            "as",
            "over",
        ):
            return False
    return False


def speaks_of_other(sentence: Sentence) -> bool:
    """ "Acme has bought Delta, whose software …. Globe uses | it": the sentence before told of a thing of another's."""
    before = sentence.before.lower().split()
    return not _BUYING.isdisjoint(before)


_BUYING = frozenset({"bought", "acquired", "acquires", "buys"})


def _over_auxiliaries(words: Words, index: int) -> int:
    """Word number behind which the subject of the verb at `index` must end, auxiliaries and adverbs stepped over."""
    at = index
    while at > 0 and (
        words.low[at - 1] in tie_words("auxiliaries")
        or _is_adverb(words, at - 1)
        or words.low[at - 1 : at + 1] == ("used", "to")
        or (words.low[at - 1] in _DATES and words.low[at - 2] in _NEAR)
    ):
        at -= 1 + (words.low[at - 1] in _DATES)
    return at


def _is_adverb(words: Words, at: int) -> bool:
    return words.low[at].endswith("ly") and words.raw[at].islower()


def _owner(sentence: Sentence, index: int) -> FoundName | None:
    """The name that owns the noun at `index`: "Acme's new partnership with …"."""
    words = sentence.words
    if "'s" not in words.low[max(index - 6, 0) : index] and "'" not in words.low[max(index - 6, 0) : index]:
        return None
    for at in range(index - 1, max(index - 7, -1), -1):
        low = words.low[at]
        if low in ("'s", "'"):
            return next((name for name in sentence.names if name.end == words.starts[at]), None)
        if low.replace(".", "").isdigit() or low in "$€£¥%~":
            continue  # "Delta's $5 million investment in …"
        crossed = any(name.end == words.ends[at] for name in sentence.names)  # a name is no adjective
        if crossed or not low.replace("-", "").isalpha() or low in ("and", "or"):
            return None
    return None
