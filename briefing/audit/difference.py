"""What a place said and what it says in, every difference between the two out: figures, names, cautions, words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from briefing.audit.items import DOUBTFUL, Item, Reader, quotes
from briefing.audit.report import Kind
from briefing.audit.words import Token, plain_words, tokens
from briefing.model.records import dataclass, replace


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. what: "changed", "removed", "added", "qualified" (another word of caution), "reworded".

    was, now: the words. old, new: the statements, None where there is none. start, end: where `now` stands.
    """

    what: Literal["changed", "removed", "added", "qualified", "reworded"]
    kind: Kind
    was: str
    now: str
    old: Item | None
    new: Item | None
    start: int
    end: int


@dataclass(slots=True)
class _Column:
    """Aligned tokens: old[i1:i2] became new[j1:j2]."""

    i1: int
    i2: int
    j1: int
    j2: int
    changed: bool


def differences(old: str, new: str, reader: Reader) -> list[Change]:
    """In the order of the new text. What is written otherwise and means the same is none."""
    before, after = tokens(old), tokens(new)
    columns = _aligned(before, after)
    if not any(column.changed for column in columns):
        return []
    was, now = reader.read(old), reader.read(new)
    olds = [_columns_of(item, before, [(c.i1, c.i2) for c in columns]) for item in was]
    news = [_columns_of(item, after, [(c.j1, c.j2) for c in columns]) for item in now]
    marked = _spread([column.changed for column in columns], [*olds, *news])
    found: list[Change] = []
    for first, last in _runs(marked):
        inside = range(first, last)
        one = [item for item, place in zip(was, olds, strict=True) if place and place[0] in inside]
        other = [item for item, place in zip(now, news, strict=True) if place and place[0] in inside]
        changes = list(_items(one, other, old, new))
        found += changes
        if not changes:
            certain = _certain(one), _certain(other)
            found += _wording(columns[first:last], before, after, certain, old, new)
    return _gathered(found)


def _gathered(found: list[Change]) -> list[Change]:
    """Words exchanged here and there in one text are told of once."""
    words = [change for change in found if change.what == "reworded"]
    if len(words) < 2:
        return found
    first = words[0]
    was, now = (
        " … ".join(part for part in parts if part) for parts in zip(*((w.was, w.now) for w in words), strict=True)
    )
    kind: Kind = "quote" if any(change.kind == "quote" for change in words) else "text"
    places = [(change.start, change.end) for change in words if change.end] or [(0, 0)]
    whole = replace(first, kind=kind, was=was, now=now, start=places[0][0], end=places[-1][1])
    return [whole if change is first else change for change in found if change is first or change not in words]


def _aligned(before: Sequence[Token], after: Sequence[Token]) -> list[_Column]:
    matcher = SequenceMatcher(None, [token.word for token in before], [token.word for token in after], autojunk=False)
    columns: list[_Column] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            columns += [_Column(i1 + step, i1 + step + 1, j1 + step, j1 + step + 1, False) for step in range(i2 - i1)]
        else:
            columns.append(_Column(i1, i2, j1, j2, True))
    return columns


def _columns_of(item: Item, found: Sequence[Token], spans: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The first column that a statement touches, and the one after its last."""
    first = bisect_left(found, item.start, key=lambda token: token.end - 1)
    last = bisect_left(found, item.end, key=lambda token: token.start)
    if first >= last:
        return None
    begins = bisect_left(spans, first + 1, key=lambda span: span[1])
    ends = bisect_left(spans, last, key=lambda span: span[1])
    return begins, ends + 1


def _spread(marked: list[bool], places: Sequence[tuple[int, int] | None]) -> list[bool]:
    """Whatever a change touches belongs to it as a whole: "€1.7B" changes even if only its scale did."""
    grown = True
    while grown:
        grown = False
        for place in places:
            if place and any(marked[place[0] : place[1]]) and not all(marked[place[0] : place[1]]):
                marked[place[0] : place[1]] = [True] * (place[1] - place[0])
                grown = True
    return marked


def _runs(marked: Sequence[bool]) -> Iterator[tuple[int, int]]:
    start = None
    for index, value in enumerate([*marked, False]):
        if value and start is None:
            start = index
        elif not value and start is not None:
            yield (start, index)
            start = None


_NAMES = frozenset({"organisation", "person", "product", "name"})


def _items(one: list[Item], other: list[Item], old: str, new: str) -> Iterator[Change]:
    """Statements of a changed stretch against each other: first those that mean the same, then those of a kind."""
    rest, left = list(one), []
    for item in other:
        twin = next((known for known in rest if known.key == item.key), None)
        if twin is None:
            left.append(item)
            continue
        rest.remove(twin)
        if twin.qualifier != item.qualifier and DOUBTFUL not in (twin.qualifier, item.qualifier):
            yield Change("qualified", "hedge", _of(twin, old), _of(item, new), twin, item, item.start, item.end)
    for alike in (lambda a, b: a.kind == b.kind, lambda a, b: _family(a) == _family(b)):
        for item in list(left):
            twin = next((known for known in rest if alike(known, item) and not _doubtful(known, item)), None)
            if twin is not None:
                rest.remove(twin)
                left.remove(item)
                kind = item.kind if item.kind == twin.kind or twin.kind == "name" else twin.kind
                yield Change("changed", kind, _of(twin, old), _of(item, new), twin, item, item.start, item.end)
    rest, left = _certain(rest), _certain(left)
    for item in rest:
        yield Change("removed", item.kind, _of(item, old), "", item, None, 0, 0)
    for item in left:
        yield Change("added", item.kind, "", _of(item, new), None, item, item.start, item.end)


def _certain(items: list[Item]) -> list[Item]:
    return [item for item in items if item.qualifier != DOUBTFUL]


def _doubtful(one: Item, other: Item) -> bool:
    """Are both no names but for a capital?"""
    return one.qualifier == other.qualifier == DOUBTFUL


def _family(item: Item) -> str:
    if item.kind in _NAMES:
        return "name"
    return "figure" if item.kind in ("amount", "number", "date") else item.kind


def _of(item: Item, text: str) -> str:
    return text[item.start : item.end].strip()


def _wording(
    columns: Sequence[_Column],
    before: Sequence[Token],
    after: Sequence[Token],
    items: tuple[list[Item], list[Item]],
    old: str,
    new: str,
) -> Iterator[Change]:
    """Other words around the same statements. Signs and words without a meaning of their own are let pass."""
    gone = [token for c in columns if c.changed for token in before[c.i1 : c.i2] if _speaks(token, items[0])]
    come = [token for c in columns if c.changed for token in after[c.j1 : c.j2] if _speaks(token, items[1])]
    if sorted(token.word for token in gone) == sorted(token.word for token in come):
        return
    figures = any(char.isdigit() for token in (*gone, *come) for char in token.word)
    if figures:  # in a name: "B52"
        gone = [token for c in columns for token in before[c.i1 : c.i2]]
        come = [token for c in columns for token in after[c.j1 : c.j2]]
    was = old[gone[0].start : gone[-1].end] if gone else ""
    now = new[come[0].start : come[-1].end] if come else ""
    place = (come[0].start, come[-1].end) if come else (0, 0)
    if figures:
        yield Change("changed", "number", was, now, None, None, *place)
        return
    quoted = any(gone and start <= gone[0].start < end for start, end in quotes(old))
    quoted = quoted or any(come and start <= come[0].start < end for start, end in quotes(new))
    yield Change("reworded", "quote" if quoted else "text", was, now, None, None, *place)


def _speaks(token: Token, items: Sequence[Item]) -> bool:
    if any(item.start <= token.start < item.end for item in items):
        return False
    return token.word[0].isalnum() and token.word not in plain_words()
