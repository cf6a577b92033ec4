"""The words of a clause go in, the company that is its subject comes out: by name, pronoun or description."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.claims.actingnames import company_acts, is_apposed, is_introduced, is_stranger
from briefing.claims.clauseleads import without_lead
from briefing.claims.floor import NOBODY, Floor, Topic, of_name, resolve
from briefing.claims.foreigntopic import foreign_subject, takes_money
from briefing.claims.reading import FoundName, Sentence
from briefing.claims.seats import seated
from briefing.claims.verbs import (
    finite_flags,
    has_finite,
    is_adverb,
    is_determiner,
    is_finite,
    is_preposition,
)
from briefing.claims.wordclasses import word_classes
from briefing.claims.words import row, word_set

_PLURALS = row(
    "companies startups start-ups firms rivals competitors businesses enterprises unicorns peers buyers organizations "
    "organisations automakers banks"
)


def grammatical(sentence: Sentence, own: Sequence[int], floor: Floor) -> tuple[Topic | None, bool]:
    """Who the subject of these words is, and whether by name. (None, False): nobody, or no company."""
    words = sentence.words
    if not floor.english:
        return _foreign(sentence, own, floor)
    own = without_lead(sentence, own)
    if _many(sentence, own):
        return NOBODY, False
    flags = finite_flags(words)
    for place, number in enumerate(own[:24]):
        low, name = words.low[number], sentence.name_at[number]
        if name is not None:
            if place == 0 and _listed(sentence, name, own):
                return None, False
            return _named(sentence, name, own, place, floor)
        if low == "its" and place <= 1:
            other = _own_other(sentence, own, place)
            return (other, True) if other else (floor.it, False)
        if low == "it" and place <= 1:
            return floor.it, False
        if low in ("his", "her") and (former := _former_firm(sentence, own, place)) is not None:
            return former, True
        if low in ("he", "she", "his", "her"):
            return (floor.it if floor.it.name else None), False
        described = _described(sentence, own, place, floor) if low in _POINTING else None
        if described is not None:
            return described, False
        if flags[number] and place:
            return None, False
    return None, False


def _former_firm(sentence: Sentence, own: Sequence[int], place: int) -> Topic | None:
    """ "Her previous company had 300 employees", "His first startup": a firm of before, under no other name."""
    words = [sentence.words.low[number] for number in own[place : place + 4]]
    heads = word_set("companies", "neutral_heads") | word_set("companies", "telling_heads")
    if len(words) < 3 or words[1] not in _FORMER or words[2] not in heads:
        return None
    if len(own) > place + 4 and words[3] == "," and sentence.name_at[own[place + 4]] is not None:
        return None  # "His second startup, Acme, …"
    return Topic(" ".join(words[:3]))


_FORMER = row("previous former earlier prior old first second last")


def _foreign(sentence: Sentence, own: Sequence[int], floor: Floor) -> tuple[Topic | None, bool]:
    found = foreign_subject(sentence, own)
    if isinstance(found, str):
        return (floor.it if found == "it" and floor.it.name else resolve("company", floor)), False
    if found is None:
        return None, False
    topic = of_name(found, floor) or Topic(found.canonical)
    return topic, topic.is_subject or takes_money(sentence, found)


def _many(sentence: Sentence, own: Sequence[int]) -> bool:
    """ "Other startups …", "The industry …", "The country's battery firms …": companies at large, nobody's."""
    if _at_large([sentence.words.low[number] for number in own[:6]]):
        return True
    for number in own[:4]:
        low = sentence.words.low[number]
        if low in _PLURALS:
            return True
        if (
            sentence.name_at[number] is not None
            or is_finite(sentence.words, number)
            or low in ("the", "its", "their", "of")
        ):
            return False
    return False


def _at_large(low: Sequence[str]) -> bool:
    """ "The industry", "the country's | battery firms"."""
    if len(low) < _LEAST or low[0] not in ("the", "this"):
        return False
    return low[1] in _MARKETS or (
        low[1] in LANDS and low[2] == "'s" and any(word in _PLURALS or word.endswith(_TRADES) for word in low[3:])
    )


_LEAST = 3  # words
_TRADES = ("ers", "tors")  # "battery makers", "operators"
_MARKETS = row("sector industry market ecosystem economy")
LANDS = _MARKETS | row("country region continent county city world nation state area")  # and trades: no one company


def _own_other(sentence: Sentence, own: Sequence[int], place: int) -> Topic | None:
    """ "Its rival Northwind, …": the named company is meant, not the one it belongs to."""
    comma, head = 0, -1
    for number in own[place + 1 : place + 12]:
        name = sentence.name_at[number]
        if name is not None and name.kind == "place":
            continue  # "Its closest rival, the Oslo outfit Northwind, …", "Acme's larger U.S. rival, Northwind, …"
        if name is not None:
            noun = sentence.words.low[head if comma else number - 1] in word_set(
                "companies", "nouns", "telling_heads", "roles"
            )
            return (
                Topic(name.canonical)
                if name.kind in ("organisation", "unknown") and noun and not name.is_subject
                else None
            )
        if is_finite(sentence.words, number) or sentence.words.raw[number] in ",;:":
            if sentence.words.raw[number] != "," or comma:
                return None
            comma, head = 1, number - 1  # "Its biggest customer, Northwind, operates …"
    return None


def _listed(sentence: Sentence, name: FoundName, own: Sequence[int]) -> bool:
    """A bare list of names ("Acme, Northwind and Doe Brothers, …") is nobody's sentence."""
    if has_finite(sentence.words, own):
        return False
    end = sentence.last_word(name) + 1
    low = sentence.words.low
    return end + 1 < len(low) and low[end] in (",", "and") and sentence.name_at[end + 1] is not None


def _named(
    sentence: Sentence, name: FoundName, own: Sequence[int], place: int, floor: Floor
) -> tuple[Topic | None, bool]:
    words = sentence.words
    before = words.low[own[place - 1]] if place else ""
    end = sentence.last_word(name) + 1
    if name.kind == "place" and end + 1 < len(words) and words.low[end] == "'s" and sentence.name_at[end + 1]:
        name = sentence.name_at[end + 1] or name  # "Norway's Northwind raised …"
        end = sentence.last_word(name) + 1
    if name.kind == "place" and (based := _based(sentence, end)) is not None:
        name, end, before = based, sentence.last_word(based) + 1, ""
    inner = _head_behind(sentence, end)
    if inner is not None:
        name, end = inner, sentence.last_word(inner) + 1
    if (own_name := _owned_subject(sentence, name, end)) is not None:
        name, end = own_name, sentence.last_word(own_name) + 1
    if not name.is_subject and name.kind in ("organisation", "unknown") and _is_site(sentence, name, end):
        return None, False  # "the Selby plant": whose the talk is
    if _is_town(sentence, name, end):
        return None, False  # "Brackwater, South Norland: …": whose the talk is
    if _is_people(sentence, name):
        return None, False  # "the Norwegians": whose the talk is
    topic = of_name(name, floor)
    if (
        topic is None
        and name.kind == "unknown"
        and (
            company_acts(sentence, end)
            or is_introduced(sentence, end)
            or is_stranger(sentence, name, end, place, floor)
            or is_apposed(sentence, name, place, floor)
        )
    ):
        topic = Topic(name.canonical)
    if before in ("in", "of") and 1 < place < 4 and words.low[own[place - 2]] in _PAPER and name.kind != "place":
        return topic or Topic(name.canonical), True  # "Shares in Northwind rose by 3%. The company …"
    if before and is_preposition(before):
        return (topic, False) if topic and before == "of" else (None, False)
    if topic is None or not topic.name:
        return (None, False) if name.kind != "person" else (topic, False)
    if topic.is_subject and words.low[end : end + 1] == ("'s",) and end in own:
        other = _own_other(sentence, own, own.index(end))
        if other is not None:
            return other, True  # "Acme's rival Northwind agreed …"
    owns = words.low[end : end + 1] == ("'s",) and not topic.is_subject and words.low[end + 1] not in _PAPER
    return topic, not owns


def _based(sentence: Sentence, end: int) -> FoundName | None:
    """ "Rye, Norland-based | Northwind": the company that begins the sentence with its seat in front."""
    low = sentence.words.low
    if low[end : end + 1] != (",",):
        return None
    at = next((at for at in range(end + 1, min(end + 5, len(low) - 1)) if low[at].endswith("based")), 0)
    return sentence.name_at[at + 1] if at else None


def _owned_subject(sentence: Sentence, name: FoundName, end: int) -> FoundName | None:
    """ "Roe's | Acme | has raised", "Jane Roe's satellite maker | Acme | in talks": the company, by whose it is."""
    low = sentence.words.low
    at = end + (low[end : end + 1] == ("'s",))
    if name.is_subject or (at == end and not (name.text.endswith("s") and low[end : end + 1] in _BARE_OWNING)):
        return None
    at += at == end
    while at < min(end + _TITLE, len(low) - 1) and sentence.name_at[at] is None and not is_finite(sentence.words, at):
        at += 1
    own = sentence.name_at[at] if at < len(low) else None
    if own is None or not own.is_subject:
        return None
    behind = sentence.last_word(own) + 1
    acts = behind < len(low) and (is_finite(sentence.words, behind) or is_adverb(low[behind]))
    return own if acts or low[behind : behind + 1] in _GOES_ON else None


_BARE_OWNING = (("'",), ("’",))
_GOES_ON = ((",",), ("in",), ("to",), ("on",))
_TITLE = 6  # words of "'s artificial intelligence startup"


def _is_town(sentence: Sentence, name: FoundName, end: int) -> bool:
    """ "Brackwater |, South Norland: shredding only": a word with its country or state behind a comma."""
    low = sentence.words.low
    if name.kind != "unknown" or " " in name.text or low[end : end + 1] != (",",) or end + 1 >= len(low):
        return False
    land = sentence.name_at[end + 1]
    if land is None or land.kind != "place":
        return False
    behind = sentence.last_word(land) + 1
    return behind < len(low) and low[behind] in (":", ",", "—", "–")


def _is_people(sentence: Sentence, name: FoundName) -> bool:
    """ "The | Norwegians | have picked …": those of a country, as sources call a company after its home."""
    first = sentence.first_word(name)
    low = sentence.words.low[first]
    plain = first > 0 and sentence.words.low[first - 1] == "the" and " " not in name.text and not name.is_subject
    return plain and low.removesuffix("s") in word_classes().nationalities


_PAPER = row("shares stock")
_SITES = row("plant factory site line mine mill works yard facility campus smelter refinery kiln park farm project")


def _is_site(sentence: Sentence, name: FoundName, end: int) -> bool:
    """ "The | Selby | plant": a place with a plant, by its article."""
    first = sentence.first_word(name)
    sited = end < len(sentence.words) and sentence.words.low[end] in _SITES
    return sited and first > 0 and sentence.words.low[first - 1] == "the" and " " not in name.text


def _head_behind(sentence: Sentence, at: int) -> FoundName | None:
    """ "Northwind chip challenger Acme": the last name of the phrase is meant, the first only describes it."""
    words = sentence.words
    if words.low[at : at + 1] == ("-",):
        at += 2  # "U.K.-based chip startup Northwind"
    start = at
    while at < len(words) and sentence.name_at[at] is None and words.raw[at].isalpha() and at - start < 4:
        low = words.low[at]
        if (
            is_finite(words, at)
            or is_preposition(low)
            or low in ("and", "or", "to", "'s")
            or is_adverb(low)
            or is_determiner(low)
        ):
            return None
        at += 1
    name = sentence.name_at[at] if at < len(words) else None
    return (
        name
        if name is not None
        and at > start
        and name.kind == "organisation"
        and words.low[at - 1] in word_set("companies", "nouns")
        else None
    )


_POINTING = row("the this that das die der la a o")


def _described(sentence: Sentence, own: Sequence[int], place: int, floor: Floor) -> Topic | None:
    """ "the company", "this Oslo-based startup", "the chip giant": what stands behind the pointing word at a place."""
    words = sentence.words
    for number in own[place + 1 : place + 6]:
        low = words.low[number]
        if low in word_set("companies", "neutral_heads") or low.endswith("maker"):
            sitting = (seated(words.low[one], floor.seats) for one in own[place + 1 : own.index(number)])
            if there := next(filter(None, sitting), ""):
                return Topic(there, floor.home.is_subject and there == floor.home.name)
        if low in word_set("companies", "neutral_heads"):
            owns = words.low[number + 1 : number + 2] == ("'s",)  # "The company's biggest customer, Northwind, …"
            return (_own_other(sentence, own, own.index(number) + 1) if owns else None) or resolve(low, floor)
        body = low in word_set("companies", "body_heads") and sentence.name_at[number] is None
        if low in word_set("companies", "telling_heads") or body:
            known = floor.heads.get(low)
            if (
                not known
                and low in word_set("companies", "any_heads")
                and floor.home.is_subject
                and floor.company == floor.home
            ):
                return floor.home  # "The vendor", where nobody else has the floor
            if known:
                return Topic(known, floor.home.is_subject and known == floor.home.name)
            return NOBODY
        if is_finite(words, number) or is_preposition(low) or words.raw[number] in ",;:":
            return None
    return None
