"""The names of an article go in, where each company sits comes out, so that "the Osaka group" and "the Swiss firm" mean
the one that was told of with that place: "Northwind of Osaka", "Boston-based Oakfund", "Germany's Delta".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefing.claims.reading import FoundName, Sentence

_NEAR = 12  # words behind the subject in which its place may be told
_SHORTEST = 4  # letters that a land and what comes from it share: "Peru", "Peruvian"
_NO_PLACES = frozenset({"the", "a", "an", "new", "its", "and", "ceo", "series"})


def seats(sentences: Iterable[Sentence]) -> dict[str, str]:
    """Place or adjective in lower case → the company; places that more than one is told of with are left out."""
    found: dict[str, str] = {}
    for sentence in sentences:
        taken: set[int] = set()
        for name in sorted(sentence.names, key=lambda name: name.is_subject):  # the subject gets what is left
            if name.is_subject:
                near = [at for at in _near(sentence, name) if at not in taken]
            elif name.kind in ("organisation", "unknown"):
                near = _places(sentence, name)
                taken.update(near)
            else:
                continue
            for place in _lowered(sentence, near):
                found[place] = name.canonical if found.get(place, name.canonical) == name.canonical else ""
    return {place: name for place, name in found.items() if name}


def _places(sentence: Sentence, name: FoundName) -> list[int]:
    """Words that may be a place in the phrase of a name, by its grammar."""
    words, low = sentence.words, sentence.words.low
    first, after = words.index_at(name.start), words.index_at(name.end - 1) + 1
    said = name.descriptor.split()
    places = [at for at in range(max(0, first - len(said) - 1), first) if words.raw[at] in said]
    if low[after : after + 1] in (("of",), ("from",)):
        places += range(after + 1, min(after + 2, len(low)))
    if first and low[first - 1].endswith("based"):  # "Boston-based" is one word or three
        places += range(max(0, first - 3), first)
    elif first > 1 and low[first - 1] == "'s":
        places.append(first - 2)
    return places


def _near(sentence: Sentence, name: FoundName) -> list[int]:
    """Whatever may be a place near the subject may be its own: "Acme, a young Boston firm"."""
    words = sentence.words
    first, after = words.index_at(name.start), words.index_at(name.end - 1) + 1
    return [*range(max(0, first - 6), first), *range(after, min(after + _NEAR, len(words.low)))]


def _lowered(sentence: Sentence, places: Sequence[int]) -> list[str]:
    raw = (sentence.words.raw[at] for at in places)
    lowered = [word.lower().removesuffix("-based") for word in raw if word[0].isupper()]
    return [word for word in lowered if word not in _NO_PLACES]


def seated(word: str, known: Mapping[str, str]) -> str:
    """The company that a word for a place, or for what comes from there, stands for; "" if it is none's alone."""
    if word in known or len(word) < _SHORTEST:
        return known.get(word, "")
    kin = {
        known[place]
        for place in known
        if len(place) >= _SHORTEST and (word.startswith(place) or place.startswith(word))
    }
    return kin.pop() if len(kin) == 1 else ""
