"""Sources in, origins out: which sources tell one and the same story, and by what words that can be seen.

Independence is counted, not assumed. Six ways lead to a shared origin: the text is a copy of the other; both name the
same outlet as theirs and share its details; one names the other's publisher; one credits its news to the other; an
article tells a company's announcement in the announcement's own words; a source that names nobody shares so many rare
details and so much wording with one that does, that it must have the same story before it. Reports that merely share
the figures of one announcement stay apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

from briefing.model.briefing import Origin
from briefing.model.settings import Settings
from briefing.model.source import Evidence, Source
from briefing.reconcile.crediting import Credits
from briefing.reconcile.folding import name_key
from briefing.reconcile.kinship import (
    Features,
    Likeness,
    candidates,
    features,
    likeness,
    shared_passages,
    shared_wording,
)
from briefing.reconcile.titles import clip

_COPY_SHARE, _COPY_RUNS = 0.3, 5  # a third of the shorter text stands in the other
_BRIEF_RUNS, _BRIEF_DETAILS = 3, 0.6
_TITLED_SHARE = 0.12  # … less is enough under one headline
_RETOLD_DETAILS, _RETOLD_SHARE, _RETOLD_GRAMS = 22, 0.3, 18  # an undeclared source beside one that declares
_TOLD_DETAILS, _TOLD_SHARE, _TOLD_GRAMS = 16, 0.35, 25  # much of the wording, beside a release or a named outlet
_ANNOUNCED_DETAILS, _ANNOUNCED_SHARE = 10, 0.4  # an announcement told in other words
_TWIN_DETAILS, _TWIN_SHARE, _TWIN_GRAMS = 40, 0.35, 30  # two that declare nothing
_HEAD = 12  # words by which texts that could be one are found


class Placing(NamedTuple):
    """Where a source stands. basis: declared, inferred or self; evidence: the words that show it."""

    origin: str
    basis: Literal["declared", "inferred", "self"]
    evidence: tuple[Evidence, ...]


class _Followed(NamedTuple):
    """The source (its index) whose news another tells, and where the other says so."""

    original: int
    words: tuple[tuple[int, int], ...]


class _Kin(NamedTuple):
    """A pair of sources (by index) with its likeness."""

    one: int
    other: int
    like: Likeness

    def wording(self, sharing: Sequence[Features], details: int, share: float) -> int:
        """How much wording the two share, if they share so many details; 0 else, since comparing it takes long."""
        if self.like.details < details or self.like.detail_share < share:
            return 0
        return shared_wording(sharing[self.one], sharing[self.other])


def find_origins(
    sources: Sequence[Source], common: frozenset[str], settings: Settings
) -> tuple[tuple[Origin, ...], dict[str, Placing]]:
    """The origins, "o1" … in the order of their first members, and the placing of each source by its id."""
    declared = [_declared(source, settings) for source in sources]
    sharing = [features(source, common) for source in sources]
    groups = _Groups(len(sources))
    _join_identical(sources, groups)
    kin: list[_Kin] = []
    for one, other in candidates(sharing):
        if groups.of(one) != groups.of(other):
            kin.append(_Kin(one, other, likeness(sharing[one], sharing[other])))
            if _is_copy(kin[-1].like):
                groups.join(one, other)
    _join_declared(sources, declared, kin, groups)
    followed = _join_followers(sources, kin, groups)
    _join_told(sources, declared, sharing, kin, groups)
    _join_inferred(declared, sharing, kin, groups)
    return _describe(sources, declared, followed, sharing, kin, groups)


class _Groups:
    """Union-find over indices; the smallest index names a group."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def of(self, index: int) -> int:
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.of(one), self.of(other)))
        self._parent[high] = low


def _declared(source: Source, settings: Settings) -> str:
    """The outlet that the source (or the analyst) names as the origin of its story, "" if none."""
    by_analyst = settings.sources.get(source.path, {}).get("origin", "")
    if by_analyst:
        return by_analyst
    own = {name_key(source.publisher), name_key(source.title)}
    hints = sorted(source.hints, key=lambda hint: (hint.strength != "declared", hint.span.start))
    return next((hint.name for hint in hints if name_key(hint.name) not in own), "")


def _is_copy(like: Likeness) -> bool:
    if like.runs < _COPY_RUNS and like.run_share < 0.8:
        # versions of a short report: few runs, but much of it, and nearly all of its details
        return like.runs >= _BRIEF_RUNS and like.run_share >= _COPY_SHARE and like.detail_share >= _BRIEF_DETAILS
    return like.run_share >= _COPY_SHARE or (like.same_title and like.run_share >= _TITLED_SHARE)


def _join_identical(sources: Sequence[Source], groups: _Groups) -> None:
    """Texts that differ in white space alone; only such as begin with the same words are compared."""
    begun: dict[tuple[str, ...], list[int]] = {}
    for index, source in enumerate(sources):
        begun.setdefault(tuple(source.text.split(None, _HEAD)[:_HEAD]), []).append(index)
    for indices in (found for found in begun.values() if len(found) > 1):
        seen: dict[str, int] = {}
        for index in indices:
            groups.join(seen.setdefault(" ".join(sources[index].text.split()), index), index)


def _join_declared(sources: Sequence[Source], declared: Sequence[str], kin: Sequence[_Kin], groups: _Groups) -> None:
    """Two that name one outlet, or one that names the other's publisher: together if they tell the same story."""
    outlets = [name_key(name) for name in declared]
    publishers = [name_key(source.publisher) for source in sources]
    for pair in kin:
        one, other = outlets[pair.one], outlets[pair.other]
        same_outlet = bool(one) and one == other
        names_other = (one and not other and one == publishers[pair.other]) or (
            other and not one and other == publishers[pair.one]
        )
        if (same_outlet or names_other) and _same_story(pair.like):
            groups.join(pair.one, pair.other)


def _join_told(
    sources: Sequence[Source],
    declared: Sequence[str],
    sharing: Sequence[Features],
    kin: Sequence[_Kin],
    groups: _Groups,
) -> None:
    """An article in the words of a company's announcement, or of one that names the outlet it follows."""
    for pair in kin:
        released = sources[pair.one].release != sources[pair.other].release
        if released and pair.like.details >= _ANNOUNCED_DETAILS and pair.like.detail_share >= _ANNOUNCED_SHARE:
            groups.join(pair.one, pair.other)
        elif not released and bool(declared[pair.one]) == bool(declared[pair.other]):
            continue
        elif pair.wording(sharing, _TOLD_DETAILS, _TOLD_SHARE) >= _TOLD_GRAMS:
            groups.join(pair.one, pair.other)


def _join_followers(sources: Sequence[Source], kin: Sequence[_Kin], groups: _Groups) -> dict[int, _Followed]:
    """Articles that credit their news to another of the folder stand with it; the words by which each says so."""
    followed: dict[int, _Followed] = {}
    credits: dict[int, Credits] = {}
    for pair in kin:
        if _same_story(pair.like):
            for index in (pair.one, pair.other):
                if index not in credits:
                    credits[index] = Credits(sources[index])
            for one, other in ((pair.one, pair.other), (pair.other, pair.one)):
                words = credits[one].to(credits[other])
                if words:
                    groups.join(one, other)
                    followed.setdefault(one, _Followed(other, words))
    return followed


def _same_story(like: Likeness) -> bool:
    return (like.details >= 8 and like.detail_share >= 0.25) or (like.details >= 4 and like.detail_share >= 0.5)


def _join_inferred(declared: Sequence[str], sharing: Sequence[Features], kin: Sequence[_Kin], groups: _Groups) -> None:
    """Sources that name nobody join the nearest one that does; then such as could be twins of one another."""
    nearest: dict[int, tuple[int, int, int]] = {}
    for pair in kin:
        if bool(declared[pair.one]) != bool(declared[pair.other]):
            grams = pair.wording(sharing, _RETOLD_DETAILS, _RETOLD_SHARE)
            plain, naming = (pair.other, pair.one) if declared[pair.one] else (pair.one, pair.other)
            if grams >= _RETOLD_GRAMS:
                nearest[plain] = max(nearest.get(plain, (0, 0, 0)), (pair.like.details, grams, -naming))
    for plain, (_, _, naming) in sorted(nearest.items()):
        groups.join(plain, -naming)
    outlets: dict[int, set[str]] = {}
    for index, name in enumerate(declared):
        outlets.setdefault(groups.of(index), set()).update([name_key(name)] if name else [])
    for pair in kin:
        one, other = groups.of(pair.one), groups.of(pair.other)
        if one == other or len(outlets[one] | outlets[other]) > 1:
            continue
        if pair.wording(sharing, _TWIN_DETAILS, _TWIN_SHARE) >= _TWIN_GRAMS:
            groups.join(one, other)
            outlets[groups.of(one)] = outlets[one] | outlets[other]


def _describe(
    sources: Sequence[Source],
    declared: Sequence[str],
    followed: dict[int, _Followed],
    sharing: Sequence[Features],
    kin: Sequence[_Kin],
    groups: _Groups,
) -> tuple[tuple[Origin, ...], dict[str, Placing]]:
    members: dict[int, list[int]] = {}
    for index in range(len(sources)):
        members.setdefault(groups.of(index), []).append(index)
    closest = _closest(kin, groups)
    originals = {one.original for one in followed.values()}
    outlets = [name or _outlet(followed.get(index), sources) for index, name in enumerate(declared)]
    origins: list[Origin] = []
    placings: dict[str, Placing] = {}
    taken: set[str] = set()
    for number, (_, indices) in enumerate(sorted(members.items()), 1):
        ident = f"o{number}"
        name = _name([sources[index] for index in indices], [outlets[index] for index in indices], taken)
        taken.add(name)
        origins.append(Origin(ident, name, tuple(sources[index].id for index in indices)))
        for index in indices:
            source = sources[index]
            if declared[index]:
                spans = [(hint.span.start, hint.span.end) for hint in source.hints if hint.name == declared[index]]
                placings[source.id] = Placing(ident, "declared", _cite(source, spans[:2]))
            elif index in followed:
                placings[source.id] = Placing(ident, "declared", _cite(source, followed[index].words[:2]))
            elif len(indices) > 1 and index not in originals:
                spans = _shown(sharing, closest, index)
                placings[source.id] = Placing(ident, "inferred", _cite(source, spans))
            else:
                placings[source.id] = Placing(ident, "self", ())
    return tuple(origins), placings


def _outlet(followed: _Followed | None, sources: Sequence[Source]) -> str:
    return sources[followed.original].publisher if followed else ""


def _closest(kin: Sequence[_Kin], groups: _Groups) -> dict[int, int]:
    """For each source the member of its group with which it shares most."""
    best: dict[int, tuple[int, int]] = {}
    for pair in kin:
        if groups.of(pair.one) == groups.of(pair.other):
            weight = pair.like.details + pair.like.runs
            for mine, theirs in ((pair.one, pair.other), (pair.other, pair.one)):
                best[mine] = max(best.get(mine, (0, 0)), (weight, -theirs))
    return {index: -theirs for index, (_, theirs) in best.items()}


def _shown(sharing: Sequence[Features], closest: dict[int, int], index: int) -> list[tuple[int, int]]:
    relative = closest.get(index)
    return [] if relative is None else shared_passages(sharing[index], sharing[relative])


def _cite(source: Source, spans: Sequence[tuple[int, int]]) -> tuple[Evidence, ...]:
    return tuple(source.cite(start, end) for start, end in spans if source.text[start:end].strip())


def _name(members: Sequence[Source], declared: Sequence[str], taken: set[str]) -> str:
    """The outlet named by most, else the publisher, else the title; told apart from names already taken."""
    title = next((source.title for source in members if source.title), members[0].path)
    named = Counter(name for name in declared if name)
    name = max(named, key=named.__getitem__) if named else members[0].publisher
    if not name:
        return clip(title, 70)
    return name if name not in taken else f"{name}: {clip(title, 60)}"
