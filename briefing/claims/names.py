"""A stretch of text goes in, the proper names in it come out: where they stand, what they name, what the text calls them.

    find_names("Rail operator Northwind hired Jane Doe", 0, 38)
    → Northwind (organisation, descriptor "Rail operator"), Jane Doe (person)

Names are found by capitals and shape (`claims/capitals.py`, `claims/candidates.py`) and by what all texts together
show of them (`claims/namebook.py`). No list of companies, people or papers is used.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal, cast

from briefing.claims.candidates import Candidate, candidates
from briefing.claims.capitals import Stretch, bare_script_names, stretch
from briefing.claims.namebook import NameBook, learn, learn_aliases, local_kind
from briefing.claims.reading import FoundName
from briefing.claims.wordclasses import WordClasses, fold, word_classes
from briefing.model.naming import name_key

__all__ = ["EMPTY_BOOK", "NameBook", "find_names", "is_outlet", "is_person", "learn", "learn_aliases"]

NameKind = Literal["organisation", "person", "place", "product", "outlet", "event", "unknown"]
EMPTY_BOOK = NameBook()
_IDLE = frozenset("a an the its their his her our this that and or of in on by with from to for at as is was has both including like".split())


def find_names(
    text: str, start: int, end: int, book: NameBook = EMPTY_BOOK, subject_names: Sequence[str] = ()
) -> tuple[FoundName, ...]:
    """The proper names in text[start:end], in order, never overlapping.

    book: what `learn` has gathered from all sources; without it each name is judged by this place alone.
    subject_names: names of the briefing's subject; FoundName.is_subject tells them.
    """
    piece = stretch(text, start, end)
    classes = word_classes()
    subjects = {name_key(name) for name in subject_names}
    subject = subject_names[0] if subject_names else ""
    found = [_found(piece, one, book, subjects, subject, classes) for one in candidates(piece, book.seen)]
    found = list(_with_bodies(piece, found, classes))
    taken = [FoundName(a, b, text[a:b], book.canonical_of(text[a:b]), "unknown") for a, b in bare_script_names(text, start, end)]
    return tuple(sorted((*found, *taken), key=lambda name: name.start)) if taken else tuple(found)


def is_outlet(name: FoundName) -> bool:
    """Is it a paper, news site or database that texts quote?"""
    return name.kind == "outlet"


def is_person(name: FoundName) -> bool:
    return name.kind == "person"


def _found(
    piece: Stretch, one: Candidate, book: NameBook, subjects: set[str], subject: str, classes: WordClasses
) -> FoundName:
    printed = piece.text[one.start : one.end]
    key = name_key(printed)
    if key in subjects:
        return FoundName(one.start, one.end, printed, subject, "organisation", _descriptor(piece, one, classes), True)
    kind = book.kinds.get(key) or local_kind(piece, one)
    if kind in ("unknown", "organisation") and any(key.startswith(f"{name} ") for name in subjects):
        kind = "product"  # the subject's name with more behind it
    descriptor = _descriptor(piece, one, classes) or _apposition(piece, one, classes)
    return FoundName(one.start, one.end, printed, book.canonical_of(printed), cast(NameKind, kind), descriptor)


def _descriptor(piece: Stretch, one: Candidate, classes: WordClasses) -> str:
    """The common nouns right before a name that say what it is ("rail operator"), "" if there are none."""
    last = one.first - 1
    if last < 0 or piece.gap(last).strip() or piece.words[last].stem_end < piece.words[last].end:
        return ""
    head = piece.low(last)
    if head in _IDLE or not (head in classes.heads or head in classes.product_heads or head.endswith(classes.head_ends)):
        return ""
    first = last
    while first > 0 and last - first < 6 and _describes(piece, first - 1, classes):
        first -= 1
    return piece.text[piece.words[first].start : piece.words[last].end]


def _describes(piece: Stretch, index: int, classes: WordClasses) -> bool:
    word = piece.words[index]
    if piece.gap(index).strip() or word.stem_end < word.end or word.low in _IDLE or word.low in classes.verbs or word.low.endswith("ly"):
        return False
    if word.shape == "name" and index > 0 and word.low not in classes.common:
        return word.low in classes.nationalities or word.low in classes.generic or "-" in word.low or (
            word.low in classes.places and piece.low(index - 1) not in ("in", "from", "of")
        )
    return not word.low.endswith(("ed", "ing")) or "-" in word.low or word.low in ("banking", "shipping", "mining", "trading", "engineering", "computing", "gaming", "ride-hailing", "manufacturing", "consulting", "broadcasting", "advertising", "publishing", "billing", "self-driving", "marketing", "accounting", "clothing", "training", "testing", "funding", "packaging", "recycling", "leading", "airline", "lending", "booking", "food-ordering", "hiring", "clearing", "holding", "hosting", "networking", "processing", "wind", "hearing", "housing", "dating", "fishing", "farming", "catering", "cleaning", "building", "drilling", "parking", "printing", "racing", "rating", "sailing", "schooling", "sequencing", "streaming", "ticketing", "tracking", "unlisted", "listed", "limited")


def _apposition(piece: Stretch, one: Candidate, classes: WordClasses) -> str:
    """ "…, a shipping group founded in Oslo": the noun phrase behind a name, up to its head; "" if there is none."""
    if one.possessive or one.last >= len(piece.words) or piece.gap(one.last - 1).strip() not in (",", "—", "–", "("):
        return ""
    if piece.low(one.last) not in ("a", "an", "the", "one", "ein", "eine", "une", "un", "uma"):
        return ""
    first = one.last + 1
    for index in range(first, min(first + 10, len(piece.words))):
        low = piece.low(index)
        ends = index + 1 == len(piece.words) or bool(piece.gap(index).strip()) or piece.low(index + 1) in _IDLE or (
            piece.low(index + 1) in ("that", "which", "who", "founded", "known", "backed", "based", "led", "owned", "focused", "specializing", "specialising", "building", "behind")
        )
        if ends:
            is_head = low in classes.heads or low in classes.product_heads or low.endswith(classes.head_ends)
            return piece.text[piece.words[first].start : piece.words[index].end] if is_head else ""
    return ""


def _with_bodies(piece: Stretch, found: list[FoundName], classes: WordClasses) -> Iterator[FoundName]:
    """Names with bodies of the state put in: "Norway's army", "the Danish health ministry" (their lower-case nouns count)."""
    taken = 0
    bodies = _bodies(piece, classes)
    for name in found:
        while taken < len(bodies) and bodies[taken].start <= name.start:
            yield bodies[taken]
            taken += 1
        if not any(body.start <= name.start < body.end for body in bodies[max(0, taken - 1) : taken]):
            yield name
    yield from bodies[taken:]


def _bodies(piece: Stretch, classes: WordClasses) -> list[FoundName]:
    found: list[FoundName] = []
    for index, word in enumerate(piece.words):
        if word.shape != "name" or index + 1 >= len(piece.words) or piece.gap(index) not in (" ", "\u00a0"):
            continue
        owned = word.stem_end < word.end and (word.low in classes.places or _key_two(piece, index) in classes.places)
        if not (owned or (word.stem_end == word.end and word.low in classes.nationalities)):
            continue
        last = _body_end(piece, index + 1, classes)
        if last:
            first = index - 1 if owned and word.low not in classes.places else index
            a, b = piece.words[first].start, piece.words[last].end
            found.append(FoundName(a, b, piece.text[a:b], piece.text[a:b], "organisation", ""))
    return found


def _key_two(piece: Stretch, index: int) -> str:
    return f"{piece.low(index - 1)} {piece.low(index)}"


def _body_end(piece: Stretch, index: int, classes: WordClasses) -> int:
    """Number of the word that ends a body of the state beginning at `index`, 0 if none begins there."""
    for at in range(index, min(index + 4, len(piece.words))):
        word = piece.words[at]
        if word.shape != "word" or word.low in _IDLE or word.low in classes.verbs:
            return 0
        after = piece.low(at + 1) if at + 1 < len(piece.words) and not piece.gap(at).strip() else ""
        two = f"{word.low}-{after}"
        if two in classes.bodies:
            return at + 1 if word.stem_end == word.end else 0
        if word.low in classes.bodies:
            more = after and after not in _IDLE and after not in classes.verbs and after not in classes.common and after.endswith("s")
            return 0 if more else at
        if piece.gap(at).strip():
            return 0
    return 0


def with_kind(name: FoundName, kind: NameKind) -> FoundName:
    return replace(name, kind=kind)


def folded(name: FoundName) -> str:
    return fold(name.text)
