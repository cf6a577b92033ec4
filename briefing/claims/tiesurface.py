"""A verb goes in, who or what stands before it comes out as an Argument: names, a pronoun, "the money that came in"."""

from __future__ import annotations

from briefing.claims.lists import names_before
from briefing.claims.parties import meant_by
from briefing.claims.reading import FoundName
from briefing.claims.tieparts import (
    BARE,
    FIRM,
    LOOSE,
    NOT,
    NOTHING,
    OWN,
    PARTS,
    POINTING,
    STOPS,
    Argument,
    head_of,
    heads_phrase,
    lost,
    opening,
    over_group,
    runs_on,
    speaks,
)
from briefing.claims.tiesentence import Sentence
from briefing.claims.tieverbs import frame_words
from briefing.claims.verbs import is_adverb, is_determiner, is_finite, is_preposition
from briefing.claims.wares import singular
from briefing.claims.words import row, word_set


def surface(sentence: Sentence, at: int, verb: int, depth: int = 0) -> Argument:
    """Who or what stands before the verb whose group begins at word `at`."""
    if at == 0:
        return NOTHING
    low = sentence.words.low
    start = opening(sentence, at)
    before = low[at - 1]
    if low[at : at + 2] == ("first", "to") and depth < 2:
        return _first(sentence, at, depth)
    if low[at] == "to" and sentence.utterance.passage.kind != "title":
        return NOTHING  # "was chosen by A | to supply"
    if before in ("which", "who", "that") and at > 1:
        return _antecedent(sentence, at - 1)
    listed = _names_ending(sentence, start, at)
    if listed:
        ours = any(sentence.is_ours(name) for name in listed)
        return Argument(tuple(name for name in listed if not sentence.is_ours(name)), FIRM if ours else NOT)
    if before == "it" and (teller := _teller(sentence, at, depth)).names:
        return teller
    if before in ("it", "they", "we", "we're", "we've", "they're", "they've"):
        ours = sentence.clause(verb).is_subject or speaks(sentence, verb) or (before == "it" and lost(sentence, verb))
        return Argument((), FIRM if ours else NOT)
    if before in ("he", "she", "i", "you"):
        return NOTHING
    if sentence.others:
        meant = meant_by(sentence, over_lead(sentence, start, at), at)
        if meant.known:
            return Argument(meant.names, FIRM if meant.subject else NOT)
    if before == ",":
        opened = next((place for place in range(at - 2, max(start, at - 26), -1) if low[place] == ","), start)
        if opened > start and low[opened + 1] in ("which", "who", "founded", "based"):
            one = _thing(sentence, start, opened)  # "The startup, which has 90 employees, | relies on"
            if one.ours:
                return one
    whose = next((place for place in range(at - 1, max(at - 6, start), -1) if low[place] == "whose"), 0)
    if whose and "," not in low[whose:at]:
        return _antecedent(sentence, whose)  # "Delta, | whose plant in Lund | has run on it"
    if before in ("and", "or", "but", ","):
        shared = _shared(sentence, at, depth)
        if shared is not None:
            return shared
    if before in ("and", "or", "to", "of") or at <= start:
        return NOTHING
    return _thing(sentence, start, at)


def _teller(sentence: Sentence, at: int, depth: int) -> Argument:
    """ "A said that it | had moved": who says so, if another is named; word `at` is behind the "it"."""
    low = sentence.words.low
    told = at - 2 - (low[at - 2] == "that")
    told -= 2 * (told > 2 and low[told - 1] in ("on", "last", "this") and low[told].isalpha())  # "said | on Monday"
    if told < 1 or low[told] not in _TELLING or depth > 1 or "have" in low[at : at + 2]:
        return NOTHING
    one = surface(sentence, over_group(sentence, told), told, depth + 1)
    return one if one.names and one.ours == NOT else NOTHING


_TELLING = row("said says announced confirmed added adds")


def _first(sentence: Sentence, at: int, depth: int) -> Argument:
    """ "A was the | first to | order", "A was among the first to order": the subject of the copula."""
    low = sentence.words.low
    for index in range(at - 1, max(at - 6, 0), -1):
        if low[index] in ("was", "were", "is", "are", "became"):
            return surface(sentence, over_group(sentence, index), index, depth + 1)
        if low[index] not in ("the", "among", "of", "one", "'s", "very") and not low[index].endswith("'s"):
            break
    return NOTHING


def _shared(sentence: Sentence, at: int, depth: int) -> Argument | None:
    """ "A tried it | and went back": the subject of the verb before, None if there is none."""
    words = sentence.words
    if depth > 1:
        return None
    for index in range(at - 2, max(at - 30, 0), -1):
        if words.low[index] in STOPS:
            return None
        if is_finite(words, index) and sentence.utterance.sentence.name_at[index] is None:
            front = over_group(sentence, index)
            return surface(sentence, front, index, depth + 1)
    return None


def _antecedent(sentence: Sentence, pronoun: int) -> Argument:
    """ "A, | which | …", "the machine | that | …"."""
    at = pronoun - 1 if sentence.words.low[pronoun - 1] == "," else pronoun
    listed = _names_ending(sentence, opening(sentence, at), at) if at else ()
    if not listed and at < pronoun:
        told = sentence.utterance.sentence.name_at[at - 1]  # "head of sales at A, | which …"
        listed = (told,) if told is not None and told.kind not in ("place", "person") else ()
    if listed:
        last = listed[-1:]
        ours = sentence.is_ours(last[0])
        begin = sentence.utterance.sentence.first_word(last[0])
        if at == pronoun and begin and sentence.words.low[begin - 1] in ("from", "in", "of", "near"):
            return NOTHING  # "an outfit from Oslo that makes pumps"
        return Argument(() if ours else last, FIRM if ours else NOT)
    return NOTHING


def _names_ending(sentence: Sentence, start: int, at: int) -> tuple[FoundName, ...]:
    """The names that end right before word `at`, what is told of the last of them ("of Japan", ", based in Oslo,")
    stepped over."""
    words, low, named = sentence.words, sentence.words.low, sentence.utterance.sentence
    first = words.starts[start] if start < len(low) else 0
    for _ in range(4):
        if at <= start:
            return ()
        name = named.name_at[at - 1]
        if name is not None:
            begin = named.first_word(name)
            link = low[begin - 1] if begin > start else ""
            placed = name.kind == "place" or (link == "of" and " " not in name.text and named.name_at[begin - 2])
            if placed and link in ("of", "in", "from", "at", "near") and begin - 1 > start:
                at = begin - 1  # "A | of Japan"
                continue
            if name.kind == "place" and link == "," and begin - 2 >= start and _is_place(sentence, begin - 2):
                at = begin - 1  # "in Rome |, New York"
                continue
            return _acting(sentence, names_before(sentence.text, first, words.ends[at - 1], sentence.names))
        listed = names_before(sentence.text, first, words.ends[at - 1], sentence.names)
        if listed:
            return _acting(sentence, listed)
        if low[at - 1] != ",":
            return ()
        opened = next((place for place in range(at - 2, max(start, at - 26), -1) if low[place] == ","), -1)
        if opened <= start or not _is_aside(sentence, opened + 1):
            return ()
        apposed = named.name_at[opened + 1]
        if apposed is not None and named.last_word(apposed) == at - 2 and heads_phrase(sentence, start, opened):
            return (apposed,)  # "the Danish agency, A, …"
        at = opened
    return ()


def _acting(sentence: Sentence, listed: tuple[FoundName, ...]) -> tuple[FoundName, ...]:
    """Not "half of | Delta's drivers", "power for | Plant One", "In | Norland, | Delta": who stands behind a
    preposition does not act."""
    low, named = sentence.words.low, sentence.utterance.sentence
    while listed:
        at = named.first_word(listed[0]) - 1
        at -= at > 0 and low[at] == "the"
        if at < 0 or not is_preposition(low[at]) or low[at] in ("like", "including", "as"):
            return listed
        opens = at == 0 and low[at] == "in" and len(listed) == 2  # "In Lund, Delta …"
        if listed[0].kind != "place" and not opens:
            return ()
        listed = listed[1:]
    return ()


def _is_aside(sentence: Sentence, at: int) -> bool:
    """Does what is told of a name begin at word `at`: "A, | based in Oslo, …", "the agency, | A, …"?"""
    if sentence.words.low[at] in _ASIDES:
        return True
    name = sentence.utterance.sentence.name_at[at]
    after = sentence.utterance.sentence.last_word(name) + 1 if name is not None else 0
    return name is not None and sentence.words.low[after : after + 1] == (",",)


_ASIDES = row(
    "which who whose a an the based headquartered founded owned led part formerly now one its known listed once then "
    "on in"
)


def _is_place(sentence: Sentence, index: int) -> bool:
    name = sentence.utterance.sentence.name_at[index]
    return name is not None and name.kind == "place"


def _thing(sentence: Sentence, start: int, at: int) -> Argument:
    """What is told with common nouns: whose it is, and its head."""
    low, named = sentence.words.low, sentence.utterance.sentence
    start = _behind_that(sentence, start, at)
    start = max(over_lead(sentence, start, at), _last_phrase(sentence, start, at))
    if start >= at:
        return NOTHING
    noun = head_of(sentence, start, at)
    inside = {name.start: name for name in named.name_at[start:at] if name is not None}.values()
    owner = next(iter(inside), None)
    if owner is not None and not sentence.is_ours(owner):
        after = named.last_word(owner) + 1
        held = low[after : after + 1] in (("'s",), ("'",))
        if held and owner.kind in ("organisation", "unknown") and noun in frame_words("branches"):
            return Argument((owner,), NOT, noun)  # "Delta's leasing arm"
        if held and owner.kind == "place" and (noun in _BODIES or not _BODIES.isdisjoint(low[after:at])):
            return Argument((owner,), NOT, noun)  # "Norland's air force"
    if any(sentence.is_ours(name) for name in inside):
        return Argument((), FIRM, noun)
    if owner is not None and noun in frame_words("people") and owner.kind in ("organisation", "unknown"):
        first = named.first_word(owner)
        if low[first - 1] in ("at", "of") and low[first - 2] == noun:
            return Argument((owner,), NOT, noun)  # "the buyers at Delta"
    if any(name.kind != "place" for name in inside):
        return NOTHING
    on = runs_on(sentence, at)
    opens = low[start : min(start + 4, at)]
    if not OWN.isdisjoint(opens):
        return Argument((), FIRM if on else NOT, noun, own=True)
    if not on:
        return NOTHING
    if opens[0] in POINTING:
        if noun in word_set("companies", "neutral_heads"):
            return Argument((), FIRM, noun)
        return NOTHING if noun in word_set("companies", "telling_heads") else Argument((), LOOSE, noun)
    if opens[0] in PARTS and "the" in opens:
        return Argument((), LOOSE, noun)
    return Argument((), BARE, noun)


_BODIES = row("force forces army navy police government military ministry agency guard parliament fleet corps services")


def phrase_before(sentence: Sentence, at: int) -> Argument:
    """What is told of with a participle at word `at`: "its antennas | assembled by A", "the chips |, made by A"."""
    low = sentence.words.low
    at -= at > 0 and low[at - 1] == ","
    start = at
    while start > max(at - 6, 0):
        word = low[start - 1]
        if is_preposition(word) or word in STOPS or word in (",", "and", "or", "but"):
            return NOTHING
        start -= 1
        if is_determiner(word):
            one = _thing(sentence, start, at) if start < at - 1 else NOTHING
            made = singular(one.noun) in sentence.made and not one.own
            return NOTHING if made or one.ours < LOOSE else one  # "the satellites made by A" are not the company's
    return NOTHING


def _behind_that(sentence: Sentence, start: int, at: int) -> int:
    """ "The company says that | 18 banks have run it"."""
    low = sentence.words.low
    for index in range(at - 1, start, -1):
        if low[index] == "that" and is_finite(sentence.words, index - 1):
            return index + 1
    return start


def _last_phrase(sentence: Sentence, start: int, at: int) -> int:
    """ "Unlike A, which makes everything itself, | the French company": where a phrase behind a comma begins."""
    low, index = sentence.words.low, at - 1
    while index > start and low[index].replace("-", "").isalpha() and not is_preposition(low[index]):
        index -= 1
    begins = low[index] == "," and index + 1 < at and (is_determiner(low[index + 1]))
    return index + 1 if begins and index > start else start


_LEADS = row("after before since until")


def over_lead(sentence: Sentence, start: int, at: int) -> int:
    """Step over "In America, …", "Last year …", "And …"."""
    low = sentence.words.low
    while start < at and (low[start] in ("and", "but", ",", '"', "or") or is_adverb(low[start])):
        start += 1
    if start < at and low[start] in _LEADS and "," in low[start:at]:
        return over_lead(sentence, start + low[start:at].index(",") + 1, at)
    if start < at and is_preposition(low[start]):
        comma = next((place for place in range(start, at) if low[place] == ","), -1)
        if comma > 0:
            return over_lead(sentence, comma + 1, at)
        found = next((place for place in range(start + 1, at) if is_determiner(low[place])), -1)
        return found if found > start + 1 else start
    return start
