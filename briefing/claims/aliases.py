"""Candidates of all texts go in, groups of names that mean the same come out: "X (Y)", "X, formerly Y", acronyms, short
forms, surnames. Only what the texts themselves show, or what the user's alias file says, is joined."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefing.claims.candidates import Candidate
from briefing.claims.capitals import Stretch
from briefing.claims.wordclasses import beside, word_classes
from briefing.model.naming import initials_fit, is_abbreviation, name_key

_RENAMED = re.compile(
    r"[ ,(—–]{1,3}(?:which )?(?:(?:is|was|has been|had been) )?(?:"
    r"(?:formerly|previously|originally|once|until recently)"
    r"(?: (?:known as|called|named|branded|branded as|operating as|trading as))?"
    r"|(?:also|better|sometimes|commonly|more commonly) (?:known|referred to) (?:as|by)"
    r"|also called|aka|a\.k\.a\.|fka|f/k/a|dba|d/b/a"
    r"|(?P<now>(?:now|since|later|recently)"
    r"(?: (?:been )?(?:known as|called|renamed|named|branded|rebranded as|rebranded))"
    r"|(?:renamed|rebranded)(?: itself)?(?: as| to)?|changed its name to)"
    r"|früher|ehemals|vormals|anteriormente|antes|anciennement) [“\"'‘„]?",
    re.IGNORECASE,
)
_PAREN = re.compile(r" \((?P<now>now )?[“\"'‘]?")
_CLOSING = re.compile(r"[”\"'’]?\)")
_JOINTS = frozenset({", ", " and ", ", and ", " & ", " or "})
_FURTHEST = 60  # code points between two names that can be said to be the same
_Pair = tuple[str, str]


class Relations(NamedTuple):
    """What one wording says of its names: who is quoted as a speaker by one word; pairs of name_keys that stand for the
    same (renamed, brackets), side by side in a list (both ways), or as a thing and its owner."""

    speakers: list[str]
    renamed: list[_Pair]
    brackets: list[_Pair]
    beside: list[_Pair]
    owned: list[_Pair]


def relations(piece: Stretch, found: Sequence[Candidate], keys: Sequence[str]) -> Relations | None:
    """keys: the name_key of every candidate. None where nothing of the kind is said, as in most passages."""
    told = Relations([], [], [], [], [])
    for key, one in zip(keys, found, strict=True):
        if " " not in key and piece.low(one.last) in beside("quoted") and not piece.gap(one.last - 1).strip():
            told.speakers.append(key)
    for left, right, one, other in zip(keys, keys[1:], found, found[1:], strict=False):
        if left != right and other.start - one.end <= _FURTHEST:
            _relate(told, piece, (left, right), one, other)
    return told if any(told) else None


def _relate(told: Relations, piece: Stretch, pair: _Pair, one: Candidate, other: Candidate) -> None:
    left, right = pair
    between = piece.text[one.end : other.start]
    if between in _JOINTS:
        told.beside.extend((pair, (right, left)))
    elif match := _RENAMED.fullmatch(between):
        told.renamed.append((right, left) if match["now"] else pair)
    elif (match := _PAREN.fullmatch(between)) and _CLOSING.match(piece.text, other.end):
        (told.renamed if match["now"] else told.brackets).append((right, left) if match["now"] else pair)
    elif one.possessive and between in ("'s ", "’s ") and piece.low(other.last) in beside("channels"):
        told.owned.append((right, left))


class AliasFinder:
    """Collects while reading; `groups` and `owners` give the outcome."""

    def __init__(self) -> None:
        self._renamed: list[_Pair] = []
        self._brackets: list[_Pair] = []
        self._owned: dict[str, str] = {}
        self._first: dict[str, dict[int, int]] = {}  # name_key → source number → offset of its first mention there
        self._beside: set[_Pair] = set()
        self.speakers: set[str] = set()  # single words that are quoted as speakers ("Hartmann said")

    def read(
        self, number: int, offset: int, found: Sequence[Candidate], keys: Sequence[str], told: Relations | None
    ) -> None:
        """Take in one passage, at an offset of source `number`; keys: the name_key of every candidate."""
        for key, one in zip(keys, found, strict=True):
            places = self._first.setdefault(key, {})
            start = offset + one.start
            if places.get(number, start) >= start:
                places[number] = start
        if told is not None:
            self.speakers.update(told.speakers)
            self._renamed += told.renamed
            self._brackets += told.brackets
            self._beside.update(told.beside)
            self._owned.update(told.owned)

    def spread(self, kinds: dict[str, str]) -> None:
        """What is listed beside organisations or people, and is nothing else, is taken for one."""
        for left, right in sorted(self._beside):
            if kinds.get(left) != "unknown":
                continue
            if kinds.get(right) == "organisation":
                kinds[left] = "organisation"
            elif kinds.get(right) == "person" and left.count(" ") == 1:
                kinds[left] = "person"

    def groups(
        self, printed: Mapping[str, str], kinds: Mapping[str, str], extra: Mapping[str, Sequence[str]]
    ) -> dict[str, str]:
        """name_key → name_key of the head of its group, for every key that is not its own head."""
        heads: dict[str, str] = {}

        def join(head: str, other: str) -> None:
            top, low = _top(heads, head), _top(heads, other)
            if top != low:
                heads[low] = top

        for canonical, others in sorted(extra.items()):
            for other in others:
                join(name_key(canonical), name_key(other))
        for head, other in self._renamed:
            if (kinds.get(head) == "person") == (kinds.get(other) == "person") and other not in word_classes().places:
                join(head, other)
        for left, right in self._brackets:
            if _bracket_fits(printed.get(left, left), printed.get(right, right)):
                join(*_longer_first(left, right))
        for short, full in self._short_forms(printed, kinds):
            join(full, short)
        return {key: _top(heads, key) for key in heads}

    def _short_forms(self, printed: Mapping[str, str], kinds: Mapping[str, str]) -> list[_Pair]:
        """(short, full) pairs: acronyms and numeronyms, corporate endings left off, surnames."""
        by_initial: dict[str, list[str]] = {}
        by_last: dict[str, list[str]] = {}
        pairs: list[_Pair] = []
        cuts: dict[str, list[str]] = {}
        for key in sorted(printed):
            words = key.split()
            if len(words) > 1:
                by_initial.setdefault(key[0], []).append(key)
                by_last.setdefault(words[-1], []).append(key)
                for short in _cuts(words):
                    if self._is_short_form(short, key, printed, kinds):
                        cuts.setdefault(short, []).append(key)
        for short, full in cuts.items():
            others = [key for key in by_initial.get(short[0], ()) if key.startswith(f"{short} ") and key not in full]
            siblings = [key for key in others if not any(key.startswith(one) or one.startswith(key) for one in full)]
            if not any(kinds.get(key) == "organisation" for key in siblings):
                pairs += [(short, key) for key in full]  # "Acme" beside Acme Energy and Acme Finance is neither
        for key in sorted(printed):
            if f"{key}s" in printed and printed[f"{key}s"].endswith(("'s", "’s")):
                pairs.append((key, f"{key}s"))  # "McHale's burgers": the possessive was cut off
                continue
            last = key.split()[-1]
            people = [
                full for full in by_last.get(last, ()) if kinds.get(full) == "person" and full.endswith(f" {key}")
            ]
            if " " in key:
                pairs += [(key, people[0])] if len(people) == 1 else []
                continue
            if people:
                pairs += [(key, people[0])] if len(people) == 1 else []
                continue
            first = [full for full in by_initial.get(key[0], ()) if full.startswith(f"{key} ") and full.count(" ") == 2]
            if len(first) == 1 and kinds.get(first[0]) == kinds.get(key) == "person":
                pairs.append((key, first[0]))  # "Mr Koh" of "Koh Wei Ming": the family's name comes first
                continue
            if is_abbreviation(printed[key]):
                full = [full for full in by_initial.get(key[0], ()) if self._abbreviates(key, full, printed, kinds)]
                pairs += [(key, full[0])] if len(full) == 1 else []
        return pairs

    def _abbreviates(self, key: str, full: str, printed: Mapping[str, str], kinds: Mapping[str, str]) -> bool:
        short = printed[key]
        if kinds.get(full) == "person" or not initials_fit(short, printed[full]):
            return False
        numeronym = any(letter.isdigit() for letter in short)
        return numeronym or (
            len(short) > 2 and bool(self._first.get(key, {}).keys() & self._first.get(full, {}).keys())
        )

    def _is_short_form(self, short: str, full: str, printed: Mapping[str, str], kinds: Mapping[str, str]) -> bool:
        if short not in printed or (short, full) in self._beside or kinds.get(short) in ("person", "place"):
            return False
        if short in word_classes().places or short in word_classes().common or kinds.get(full) == "person":
            return False
        rest = full[len(short) + 1 :].split()
        if all(word in beside("corporate") for word in rest) or rest == ["venture", "partners"]:
            return True
        # A venture arm is not its parent: joined only where the short form lives off the full one, text by text.
        ours, theirs = self._first.get(short, {}), self._first.get(full, {})
        return all(number in theirs and theirs[number] < first for number, first in ours.items())

    def owners(self, printed: Mapping[str, str], kinds: Mapping[str, str]) -> dict[str, str]:
        """name_key of a product or channel → printed name of the organisation it belongs to."""
        found: dict[str, str] = {}
        for key in sorted(printed):
            maker = _maker(key, printed, kinds) if kinds.get(key) == "product" else ""
            if maker:
                found[key] = printed[maker]
        for thing, owner in sorted(self._owned.items()):
            if kinds.get(owner) in ("organisation", "unknown", "outlet"):
                found[thing] = printed[owner]
                if f"{owner} {thing}" in printed:
                    found[f"{owner} {thing}"] = printed[owner]
        return found


def _maker(key: str, printed: Mapping[str, str], kinds: Mapping[str, str]) -> str:
    """The organisation whose name a product's name begins with ("Acme Skyline 2"), if it is named alone too."""
    words = key.split()
    for cut in range(len(words) - 1, 0, -1):
        maker = " ".join(words[:cut])
        if maker in printed and kinds.get(maker) in ("organisation", "unknown"):
            return maker
    return ""


def _top(heads: Mapping[str, str], key: str) -> str:
    while key in heads:
        key = heads[key]
    return key


def _longer_first(left: str, right: str) -> _Pair:
    return (left, right) if len(left) >= len(right) else (right, left)


def _cuts(words: list[str]) -> list[str]:
    """Beginnings of a name whose remaining words are all corporate endings."""
    found = []
    for cut in range(len(words) - 1, 0, -1):
        if words[cut] not in beside("corporate") and words[cut] not in beside("arms"):
            break
        found.append(" ".join(words[:cut]))
    return found


def _bracket_fits(left: str, right: str) -> bool:
    """ "Northland Land Bank (NLB)", "NLB (Northland Land Bank)", "Acme Holdings (Acme)": is one short for the other?"""
    short, full = (right, left) if len(right) <= len(left) else (left, right)
    if initials_fit(short, full) or name_key(full).startswith(f"{name_key(short)} "):
        return True
    letters = iter(full.lower())
    capital = [letter.lower() for letter in short if letter.isalpha()]
    return (
        short.isupper()
        and 2 <= len(short) <= 6
        and len(full.split()) > 1
        and all(letter in letters for letter in capital)
    )
