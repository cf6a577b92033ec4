"""A name in a sentence goes in; the source's words on what kind of product it is come out, None if it is none.

"its code agent Skylark", "Skylark, a scheduling tool that …", "a negotiator named Skylark", "launched Skylark".
"""

from __future__ import annotations

from functools import cache

from briefing.claims.lexicon import load
from briefing.claims.reading import FoundName, Reading, Sentence
from briefing.claims.verbs import is_adverb, is_determiner, is_finite, is_preposition
from briefing.claims.wares import singular
from briefing.claims.words import forms, row, word_set

_ENDS = frozenset(',;:.()—"')
_OWN = row("its their our")
_KIND_MOST = 12  # words of a kind as shown


@cache
def product_verbs(key: str) -> frozenset[str]:
    return frozenset(form for verb in load("products")[key] for form in forms(verb) if " " not in form)


def kind_of(reading: Reading, sentence: Sentence, name: FoundName) -> str | None:
    """The source's words on what it is; "" if it is launched without a word on that; None if it is no product here."""
    behind = _apposition(reading, sentence, name)
    before = _in_front(reading, sentence, name)
    if before and (name.kind in ("product", "unknown") or name.canonical in reading.things):
        return behind or before
    if behind and _product_like(reading, behind):
        return behind
    if name.kind == "organisation":
        return None
    if (
        launched_behind(sentence, name)
        or launched(sentence, name)
        or (name.kind == "product" and extends(reading, name))
    ):
        return before or behind or ""
    return None


def extends(reading: Reading, name: FoundName) -> bool:
    """The subject's name with more behind it ("Acme Cloud"), not with a sum or the rest of a company's name."""
    rest = next((name.text[len(own) + 1 :] for own in reading.subject_names if name.text.startswith(f"{own} ")), "")
    last = rest.rpartition(" ")[2]
    parts = word_set("companies", "legal_forms") | word_set("products", "firm_parts")
    firm = not parts.isdisjoint(rest.lower().replace(".", "").split())
    return bool(rest) and not firm and not ("." in last and last.replace(".", "").isdigit())


def _product_like(reading: Reading, text: str) -> bool:
    words = text.lower().replace("in-house", "own").replace("-", " ").split()
    nouns = frozenset(load("products")["nouns"])
    return any(word in nouns or singular(word) in reading.wares for word in words[:_KIND_MOST]) and not any(
        word in word_set("companies", "nouns") and word not in nouns for word in words[:6]
    )


def _in_front(reading: Reading, sentence: Sentence, name: FoundName) -> str:
    """ "its code agent Skylark", "a model called Skylark", "platforms like Skylark", "an agent platform (Skylark)"."""
    words = sentence.words
    at = sentence.first_word(name) - 1
    while at >= 0 and words.raw[at] in '"(':
        at -= 1
    named = at >= 0 and words.low[at] in load("products")["called"]
    if named:
        at -= 2 if at and (words.raw[at - 1] == "," or words.low[at - 1] in _BEING) else 1
    elif at > 0 and words.low[at] == "as" and words.low[at - 1] in ("such", "known"):
        at -= 2
    elif at >= 0 and words.low[at] in ("like", "including", "is"):
        at -= 1
    elif at > 2 and words.low[at - 2 : at + 1] == ("the", "name", "of"):
        at = next((number - 1 for number in range(at - 3, max(at - 7, 0), -1) if words.low[number] in _GOING), -1)
        at -= at > 0 and words.low[at] in _LINKS  # "a tug that | goes by the name of"
    elif at > 0 and words.raw[at] == "," and (head := _apposed(sentence, name, at)):
        at = head
    elif at > 0 and words.low[at] == "and" and (other := sentence.name_at[at - 1]) is not None:
        first = sentence.first_word(other)
        paired = first > 1 and words.raw[first - 1] == "," and words.low[first - 2].endswith("s")
        return _in_front(reading, sentence, other) if paired else ""
    if at < 0 or not (_head(reading, words.low[at]) or (named and _is_thing(sentence, at))):
        return ""
    first = at
    while first > 0 and at - first < 6 and _describes(sentence, first - 1):
        first -= 1
    return reading.source.text[words.starts[first] : words.ends[at]]


def _is_thing(sentence: Sentence, at: int) -> bool:
    """ "an AI negotiator | named Skylark": a noun in small letters that is neither a company, a person nor a place."""
    low = sentence.words.low[at]
    others = word_set("companies", "nouns", "telling_heads", "neutral_heads") | word_set("roles", "officer", "other")
    plain = sentence.words.raw[at].isalpha() and sentence.words.raw[at].islower() and sentence.name_at[at] is None
    return (
        plain
        and not is_adverb(low)
        and low not in others | word_set("products", "no_products")
        and not is_finite(sentence.words, at)
    )


_OPENERS = row("a an the 's two three four five")
_GOING = row("goes go went going")
_BEING = row("is was are being be")
_LINKS = row("that which")


def _apposed(sentence: Sentence, name: FoundName, comma: int) -> int:
    """ "Its software, | Skylark, …", "a smaller tug, | Skylark, next year": a phrase with an article or "its" in front,
    an end behind the name. The word of its noun; 0 where there is no such phrase.

    At the head of the sentence the phrase may be a long one: "The agent for customs forms, | Skylark, went live".
    """
    words = sentence.words
    end = sentence.last_word(name) + 1
    several = end < len(words) and words.low[end] == "and" and words.low[comma - 1].endswith("s")
    closed = end >= len(words) or words.raw[end] in ",.;" or is_finite(words, end) or several
    head = comma - 1
    for at in range(comma - 1, max(comma - 8, -1), -1):
        if words.low[at] in _OWN or words.low[at] in _OPENERS:
            return head if closed and (head == comma - 1 or at == 0) else 0
        if words.raw[at] in _ENDS or is_finite(words, at):
            return 0
        if is_preposition(words.low[at]):
            head = at - 1
    return 0


def _head(reading: Reading, low: str) -> bool:
    """A noun for a product, or for what the company makes by its sources."""
    nouns = frozenset(load("products")["nouns"])
    return low in nouns or low.rsplit("-", 1)[-1] in nouns or singular(low) in reading.wares


def _describes(sentence: Sentence, at: int) -> bool:
    words = sentence.words
    low = words.low[at]
    if sentence.name_at[at] is not None or words.raw[at] in _ENDS or low == "'s":
        return False
    linked = low == "and" and at > 0 and not is_determiner(words.low[at - 1])
    plain = not (
        is_determiner(low)
        or is_preposition(low)
        or is_finite(sentence.words, at)
        or is_adverb(low)
        or low in ("to", "and", "or", "plus")
        or low in _OPENERS
    )
    return linked or (plain and low not in product_verbs("launch"))


def _apposition(reading: Reading, sentence: Sentence, name: FoundName) -> str:
    """ "Skylark, a scheduling tool that …": the words behind the article up to the next clause."""
    words = sentence.words
    at = sentence.last_word(name) + 1
    if at < len(words) and words.raw[at] == '"':
        at += 1
    while at < len(words) and words.raw[at] == "(":
        at = next((number + 1 for number in range(at, len(words)) if words.raw[number] == ")"), len(words))
    if at + 2 >= len(words) or words.raw[at] != ",":
        return ""
    at += 1
    if words.low[at] == "described" and words.low[at + 1] == "as":
        at += 2
    owner = sentence.name_at[at] if at < len(words) else None
    if owner is not None and owner.is_subject:
        at = sentence.last_word(owner) + 1  # "Skylark, Acme | 's chat assistant"
    if at >= len(words) or words.low[at] not in ("a", "an", "the", "its", "'s"):
        return ""
    first, last = at + 1, at + 1
    while (
        last < len(words)
        and last - first < _KIND_MOST
        and words.raw[last] not in _ENDS
        and words.low[last] not in ("that", "which", "for", "designed", "powered", "tuned", "built", "who", "is")
    ):
        last += 1
    if any(is_finite(words, at) for at in range(first, last)):
        return ""  # "At Oak Hill, the machine has run for a year"
    return reading.source.text[words.starts[first] : words.ends[last - 1]] if last > first else ""


def launched(sentence: Sentence, name: FoundName) -> bool:
    """Does a verb of launching stand right before the name, articles and adjectives apart?"""
    words = sentence.words
    at = sentence.first_word(name) - 1
    steps = 0
    while (
        at >= 0
        and steps < 4
        and (is_determiner(words.low[at]) or words.raw[at] == '"' or words.low[at] in ("new", "first", "latest", "of"))
    ):
        at -= 1
        steps += 1
    one = words.low[sentence.first_word(name) - 1] in ("a", "an")  # "the time that it takes to build a Skylark"
    if at >= 0 and words.low[at] in product_verbs("launch") and not one:
        return True
    return (
        at > 1
        and words.low[at] == "and"
        and sentence.name_at[at - 1] is not None
        and _launched_before(sentence, at - 1)
    )


def launched_behind(sentence: Sentence, name: FoundName) -> bool:
    """ "Skylark, which | the company launched in May": does a verb of launching follow, with a subject of its own?"""
    words = sentence.words
    at = sentence.last_word(name) + 1
    if at + 3 >= len(words) or words.raw[at] != "," or words.low[at + 1] not in ("which", "that"):
        return False
    verb = next((number for number in range(at + 2, min(at + 7, len(words))) if is_finite(words, number)), 0)
    while verb and verb + 1 < len(words) and words.low[verb] in ("has", "had", "will", "is", "was"):
        verb += 1
    return verb > at + 2 and words.low[verb] in product_verbs("launch") and not is_finite(words, at + 2)


def _launched_before(sentence: Sentence, at: int) -> bool:
    name = sentence.name_at[at]
    return name is not None and name.kind in ("product", "unknown") and launched(sentence, name)


def is_called(sentence: Sentence, name: FoundName) -> bool:
    first = sentence.first_word(name)
    before = sentence.words.low[first - 1] if first else ""
    if before == '"' and first > 1:
        before = sentence.words.low[first - 2]
    return before in load("products")["called"]


@cache
def _bodies() -> frozenset[str]:
    return frozenset(load("products")["bodies"])


def is_body(kind: str) -> bool:
    """ "a joint venture", "the holding vehicle of the state": a body, no product."""
    low = f" {kind.lower()} "
    return any(f" {body} " in low for body in _bodies())


def is_there(kind: str) -> bool:
    """ "its current model, called Skylark": it need not be launched any more."""
    return not {"current", "existing", "flagship", "main", "first"}.isdisjoint(kind.lower().split())
