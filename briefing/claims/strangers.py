"""A place in a view goes in, whether the clause there is told of somebody who is no company comes out.

"The campaign has gathered 700 names", "Grid operators have received requests for 500 gigawatts": where no
company is named, the talk may still be of the subject; not if the words in front of the verb say who else acts.
"""

from __future__ import annotations

from functools import cache

from briefing.claims.phrases import words_of
from briefing.claims.verbs import is_adverb, is_preposition
from briefing.claims.view import View
from briefing.claims.wordclasses import word_classes
from briefing.claims.words import word_set

_FARTHEST = 14
_OPENERS = frozenset({"the", "a", "an", "every", "each", "some", "many", "most", "several", "all", "these", "those"})
_NOUNS_OF_SPEECH = frozenset(
    "it they we i he she its their our his her this that there you who which what and but so yet".split()
)


def is_strangers(view: View, at: int) -> bool:
    """Is the clause round token `at` said of a group, a body or a thing that is neither a company nor one's own?"""
    if view.reading.source.language != "en":
        return False
    clause = view.utterance.clause_at(view.offset(at))
    low, _ = view.span(clause.start, clause.end)
    first = _behind_lead(view, low, at)
    verb = next((index for index in range(first, min(first + _FARTHEST, at)) if view.word(index) in _verbs()), -1)
    if verb <= first or any(index in view.name_at for index in range(first, verb)):
        return False
    end = next((index for index in range(first, verb) if view.word(index) in (",", "(", "—", "–")), verb)
    words = [word for word in view.words(first, end) if word.isalpha() and not is_adverb(word)]
    if not words or words[0] in _NOUNS_OF_SPEECH or not _NOUNS_OF_SPEECH.isdisjoint(words[1:]):
        return False
    if words[0] in ("the", "this") and words[1:2] and words[1] in word_set("companies", "neutral_heads"):
        return False  # "The company checks 40 invoices a month, has …": its first verb may be any
    head = next((index for index, word in enumerate(words) if index and is_preposition(word)), len(words)) - 1
    opened = words[0] in _OPENERS or (words[head].endswith("s") and len(words) < 4)
    return opened and head >= 0 and words[head] not in _own()


def is_group(view: View, at: int) -> bool:
    """ "Grocers generated | $3 billion of revenue", "The top five carmakers alone spent …": firms at large."""
    if view.reading.source.language != "en":
        return False
    clause = view.utterance.clause_at(view.offset(at))
    low, _ = view.span(clause.start, clause.end)
    first = _behind_lead(view, low, at)
    group = next((index for index in range(first, min(first + _WIDEST, at)) if view.word(index) in _groups()), -1)
    if group < 0 or any(index in view.name_at for index in range(first, group + 1)):
        return False
    ahead = view.words(first, group)
    if not all(word.isalpha() or word == "-" for word in ahead) or not _NOUNS_OF_SPEECH.isdisjoint(ahead):
        return False
    if ahead[:1] == ["the"] and _RANKED.isdisjoint(ahead):
        return False  # "The banks lent it | $5 million": some that were told of before
    if any(is_preposition(word) for word in ahead):
        return False
    verb = group + 1 + (view.word(group + 1) in ("alone", "together", "collectively", "now", "already"))
    return view.word(verb) in _verbs() or view.word(verb) in _DOING or view.word(verb).endswith("ed")


_WIDEST = 6  # tokens of "The top five pump makers"
_RANKED = frozenset({"top", "largest", "biggest", "leading", "big", "major"})
_DOING = frozenset("lost spent spend lose earn make made sold sell pay paid bought buy get got take took".split())


@cache
def _groups() -> frozenset[str]:
    """Plural nouns of firms and households that are nobody's own."""
    firms = {word for word in word_classes().heads if word.endswith("s") and not word.endswith("ss")}
    return frozenset((firms | _AT_LARGE) - _ONES_OWN)


_AT_LARGE = frozenset(
    "startups ups ventures carriers schools grocers households consumers governments insurers brewers bookmakers "
    "refiners shipbuilders steelmakers universities charities broadcasters supermarkets".split()
)
_ONES_OWN = frozenset(
    "customers clients partners investors backers apps brands labs platforms funds leaders sites businesses services "
    "hospitals chains ups players developers operators suppliers".split()
)


def _behind_lead(view: View, low: int, at: int) -> int:
    """The token behind "In Germany alone, …", "By the end of 2028, …"."""
    low += view.word(low) in (",", "and", "but")
    dated = not {"later", "earlier", "ago"}.isdisjoint(view.words(low, low + 4))  # "A year later, …"
    if not dated and not is_preposition(view.word(low)) and not is_adverb(view.word(low)):
        return low
    comma = next((index for index in range(low, min(low + 10, at)) if view.word(index) == ","), -1)
    return comma + 1 if comma > 0 else low


@cache
def _verbs() -> frozenset[str]:
    having = words_of("metrics", "gate", "has") | words_of("metrics", "naming", "doing")
    planning = {"will", "plans", "intends", "expects", "wants", "aims", "hopes", "is", "are", "was", "were", "would"}
    driving = {word for word in words_of("metrics", "said_of", "driving") if not word.endswith("s")}  # "the job cuts"
    return (having | planning | driving | words_of("metrics", "said_of", "moving")) - {
        "used",
        "using",
        "reported",
        "made",
    }


_AIMS = frozenset({"aim", "goal", "target", "plan", "ambition", "objective"})


@cache
def _own() -> frozenset[str]:
    """Nouns that stand for the company, what it has and what is told of it."""
    heads = word_set("companies", "neutral_heads", "telling_heads", "nouns")
    things = words_of("metrics", "said_of", "things") | words_of("metrics", "said_of", "heads")
    things |= words_of("metrics", "said_of", "wares")
    return _AIMS | heads | things | words_of("metrics", "counts", "nouns") | words_of("metrics", "said_of", "tellings")
