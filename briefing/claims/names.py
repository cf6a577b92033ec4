"""A stretch of text goes in, the proper names in it come out: where they stand, what they name, what they are called.

    find_names("Rail operator Northwind hired Jane Doe", 0, 38)
    → Northwind (organisation, descriptor "Rail operator"), Jane Doe (person)

Names are found by capitals and shape (`claims/capitals.py`, `claims/candidates.py`) and by what all texts together
show of them (`claims/namebook.py`). No list of companies, people or papers is used.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.claims.namebook import EMPTY_BOOK, Draft, NameBook, draft, learn
from briefing.claims.reading import FoundName
from briefing.claims.wordclasses import beside, word_classes
from briefing.model.naming import name_key

__all__ = ["EMPTY_BOOK", "NameBook", "find_names", "learn"]


def find_names(
    text: str, start: int, end: int, book: NameBook = EMPTY_BOOK, subject_names: Sequence[str] = ()
) -> tuple[FoundName, ...]:
    """The proper names in text[start:end], in order, never overlapping.

    book: what `learn` has gathered from all sources; without it each name is judged by this place alone.
    subject_names: names of the briefing's subject, the fullest first; FoundName.is_subject tells them.
    """
    drafts = book.drafts.get((text, start, end))
    if drafts is None:
        drafts = draft(text, start, end, book.seen)
    own = _own(tuple(subject_names))
    found = tuple([_found(text, start, one, book, own, subject_names) for one in drafts])
    small = own.small
    return _with_small(text, start, end, found, small, subject_names[0]) if small else found


class _Own(NamedTuple):
    """What the subject's names are known by. keys: their name_keys; longer: what longer names begin with; small: those
    whose capitals show nothing, the longest first: in small letters, or of words that are no names ("Level AI")."""

    keys: frozenset[str]
    longer: tuple[str, ...]
    small: tuple[str, ...]


@lru_cache(maxsize=8)
def _own(names: tuple[str, ...]) -> _Own:
    keys = frozenset(name_key(name) for name in names)
    small = tuple(sorted((name for name in names if _is_hidden(name)), key=lambda name: (-len(name), name)))
    return _Own(keys, tuple(f"{key} " for key in sorted(keys)), small)


def _is_hidden(name: str) -> bool:
    words = name.rstrip(".").split()
    if words[-1].lower() in beside("comma_legal") and len(words) > 2:
        words = words[:-1]
    plain = word_classes().generic
    return name.islower() or (len(words) > 1 and all(word.lower() in plain for word in words))


def _with_small(
    text: str, start: int, end: int, found: tuple[FoundName, ...], small: Sequence[str], subject: str
) -> tuple[FoundName, ...]:
    """Also the places of a subject that no capital shows; what was taken for a name inside it ("AI Inc.") gives way."""
    more = list(found)
    for name in small:
        at = text.find(name, start, end)
        while at >= 0:
            to = at + len(name)
            alone = not (text[at - 1 : at].isalnum() or text[to : to + 1].isalnum() or text[at - 1 : at] in ("@", "."))
            inside = [one for one in more if at < one.start < to and not one.is_subject]
            if alone and not any(one.start < to and at < one.end for one in more if one not in inside):
                more = [one for one in more if one not in inside]
                more.append(FoundName(at, to, name, subject, "organisation", is_subject=True))
            at = text.find(name, to, end)
    return tuple(sorted(more, key=lambda one: one.start))


def _found(text: str, offset: int, one: Draft, book: NameBook, own: _Own, subject_names: Sequence[str]) -> FoundName:
    first, last, key, kind, descriptor, fixed = one
    start, end = first + offset, last + offset
    printed = text[start:end]
    if "  " in printed:
        printed = " ".join(printed.split())
    if key in own.keys:
        return FoundName(start, end, printed, subject_names[0], "organisation", descriptor, True)
    if not fixed:
        kind = book.kinds.get(key, kind)
    owner = book.owners.get(key, "")
    if kind in ("unknown", "organisation", "product") and key.startswith(own.longer):
        kind, owner = "product", subject_names[0]  # the subject's name with more behind it
    canonical = book.canonical.get(key, printed)
    return FoundName(start, end, printed, canonical, kind, descriptor, False, owner)  # type: ignore[arg-type]
