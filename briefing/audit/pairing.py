"""The shapes of a slide as they were and as they are in, pairs of places that should say the same out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

from briefing.audit.words import same, tokens
from briefing.model.page import Page, Said, Shape
from briefing.model.records import dataclass

_ALIKE = 0.5
_NEAR = 0.6
_UNSEEN = ("picture", "sheet", "alternative text")  # programs drop these when they save, and nothing else is said then


@dataclass(frozen=True, slots=True)
class Pair:
    """One place before and now; None where it did not exist or does no more. shape: its name now, else before.

    claims: what the place shows. lost: a whole shape, row or column is gone, not one text of it.
    """

    shape: str
    part: str
    was: Said | None
    now: Said | None
    claims: tuple[str, ...]
    title: bool = False
    lost: bool = False


def pairs(before: Page, now: Page, elsewhere: Sequence[Shape] = ()) -> Iterator[Pair]:
    """In the order of the slide now; what is gone last. elsewhere: shapes of other slides that may have been copied."""
    partner = _partners(before.shapes, now.shapes)
    for index, shape in enumerate(now.shapes):
        was = before.shapes[partner[index]] if index in partner else _origin(shape, (*before.shapes, *elsewhere))
        yield from _within(was, shape)
    for index in sorted(set(range(len(before.shapes))) - set(partner.values())):
        yield from _lost(before.shapes[index])


def _lost(shape: Shape) -> Iterator[Pair]:
    """A table or chart that is gone is one loss, not one of each of its cells."""
    said = [item for item in shape.texts() if item.text.strip() and not item.part.startswith(_UNSEEN)]
    if len(said) > 1:
        said = [Said("", f"{shape.kind} with {'; '.join(same(item.text) for item in said[:12])}")]
    for item in said:
        yield Pair(shape.name, item.part, item, None, item.claims or shape.claims, shape.title, True)


def _origin(shape: Shape, known: Sequence[Shape]) -> Shape | None:
    """The shape that a new one is a copy of."""
    words = [same(said.text) for said in shape.texts()]
    for other in known:
        if other.kind == shape.kind and [same(said.text) for said in other.texts()] == words:
            return other
    return next(
        (
            other
            for other in known
            if other.kind == shape.kind and other.name == shape.name and shape.claims and other.claims == shape.claims
        ),
        None,
    )


def _partners(before: Sequence[Shape], now: Sequence[Shape]) -> dict[int, int]:
    """Number of a shape of now → number of the one it was."""
    partner: dict[int, int] = {}
    free = set(range(len(before)))

    def match(fits: Callable[[Shape, Shape], float]) -> None:
        """Best first; fits: 0 for no."""
        ranked = [
            (-score, abs(index - was), index, was)
            for index, shape in enumerate(now)
            if index not in partner
            for was in sorted(free)
            if before[was].kind == shape.kind and (score := fits(before[was], shape))
        ]
        for _, _, index, was in sorted(ranked):
            if index not in partner and was in free:
                partner[index] = was
                free.discard(was)

    _by_name(before, now, partner, free)
    for fits in (_equal, _close, _similar):
        if free and len(partner) < len(now):
            match(fits)
    return partner


def _by_name(before: Sequence[Shape], now: Sequence[Shape], partner: dict[int, int], free: set[int]) -> None:
    """Names are unique where a slide was made; a copy has that of its model: then the one in place counts."""
    named: dict[tuple[str, str], int] = {(shape.kind, shape.name): index for index, shape in enumerate(before)}
    rivals: dict[int, list[int]] = {}
    for index, shape in enumerate(now):
        was = named.get((shape.kind, shape.name))
        if was is not None and shape.name:
            rivals.setdefault(was, []).append(index)
    for was, indices in rivals.items():
        best = max(
            indices, key=lambda index: (_equal(before[was], now[index]), _close(before[was], now[index]), -index)
        )
        partner[best] = was
        free.discard(was)


def _equal(one: Shape, other: Shape) -> float:
    return float([same(said.text) for said in one.texts()] == [same(said.text) for said in other.texts()])


def _close(one: Shape, other: Shape) -> float:
    """How far two boxes cover each other, from the least share on."""
    if one.box is None or other.box is None:
        return 0.0
    (x, y, w, h), (x2, y2, w2, h2) = one.box, other.box
    across, down = min(x + w, x2 + w2) - max(x, x2), min(y + h, y2 + h2) - max(y, y2)
    shared = max(across, 0) * max(down, 0)
    union = w * h + w2 * h2 - shared
    share = shared / union if union else 0.0
    return share if share >= _NEAR else 0.0


def _similar(one: Shape, other: Shape) -> float:
    a = [token.word for said in one.texts() for token in tokens(said.text)][:400]
    b = [token.word for said in other.texts() for token in tokens(said.text)][:400]
    if not a or not b or 2 * min(len(a), len(b)) < _ALIKE * (len(a) + len(b)):
        return 0.0
    ratio = SequenceMatcher(None, a, b, autojunk=False).ratio()
    return ratio if ratio >= _ALIKE else 0.0


# ---------------------------------------------------------------- inside a shape


def _within(was: Shape | None, now: Shape) -> Iterator[Pair]:
    if was is None:
        for said in now.texts():
            if said.text.strip() and said.part != "picture":
                yield Pair(now.name, said.part, None, said, now.claims, now.title)
        return
    parts = {said.part: said for said in was.said}
    for said in now.said:
        before = parts.pop(said.part, None)
        yield Pair(now.name, said.part, before, said, said.claims or was.claims, was.title)
    for said in parts.values():
        if said.text.strip() and not said.part.startswith(_UNSEEN):
            yield Pair(now.name, said.part, said, None, was.claims, was.title)
    if was.rows or now.rows:
        yield from _table(was, now)


def _table(was: Shape, now: Shape) -> Iterator[Pair]:
    """Rows by what they have in common, columns by the words of their head."""
    rows = _rows(was.rows, now.rows)
    columns = _columns(was.rows, now.rows)
    for index, row in enumerate(now.rows):
        before = was.rows[rows[index]] if index in rows else ()
        for column, said in enumerate(row):
            at = columns.get(column)
            old = before[at] if at is not None and at < len(before) else None
            if old is None and not said.text.strip():
                continue
            claims = (old.claims if old else ()) or _of_row(before) or was.claims
            yield Pair(now.name, said.part, old, said, claims)
        for at in sorted(set(range(len(before))) - set(columns.values())):
            if before[at].text.strip():
                yield Pair(now.name, before[at].part, before[at], None, before[at].claims or was.claims, False, True)
    for index in sorted(set(range(len(was.rows))) - set(rows.values())):
        for said in was.rows[index]:
            if said.text.strip():
                yield Pair(now.name, said.part, said, None, said.claims or was.claims, False, True)


def _of_row(row: Sequence[Said]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim for said in row for claim in said.claims))


def _rows(before: Sequence[Sequence[Said]], now: Sequence[Sequence[Said]]) -> dict[int, int]:
    """Number of a row of now → of before: equal ones in order, then those most alike, then what stands in place."""
    old = [tuple(same(said.text) for said in row) for row in before]
    new = [tuple(same(said.text) for said in row) for row in now]
    found: dict[int, int] = {}
    free = dict.fromkeys(range(len(old)))
    for index, row in enumerate(new):
        was = index if index in free and old[index] == row else next((at for at in free if old[at] == row), None)
        if was is not None:
            found[index] = was
            free.pop(was)
    ranked = sorted(
        (-score, abs(index - was), index, was)
        for index in range(len(new))
        if index not in found
        for was in free
        if (score := _shared(old[was], new[index]))
    )
    for _, _, index, was in ranked:
        if index not in found and was in free:
            found[index] = was
            free.pop(was)
    for index in range(len(new)):
        if index not in found and index in free and len(old) == len(new):
            found[index] = index
            free.pop(index)
    return found


def _shared(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of filled cells that are equal, counted by their length so that long texts tell more."""
    filled = [text for text in (*one, *other) if text]
    equal = sum(2 * len(a) for a, b in zip(one, other, strict=False) if a and a == b)
    total = sum(map(len, filled))
    if not total:
        return 0.0
    words = SequenceMatcher(
        None,
        [token.word for text in one for token in tokens(text)],
        [token.word for text in other for token in tokens(text)],
        autojunk=False,
    ).ratio()
    score = max(equal / total, words)
    return score if score >= _ALIKE else 0.0


def _columns(before: Sequence[Sequence[Said]], now: Sequence[Sequence[Said]]) -> dict[int, int]:
    """Number of a column of now → of before, by the words of the first row where their number has changed."""
    width, old = max(map(len, now), default=0), max(map(len, before), default=0)
    if width == old or not before or not now:
        return {column: column for column in range(width)}
    heads = [same(said.text) for said in before[0]]
    found: dict[int, int] = {}
    for column, said in enumerate(now[0]):
        at = next((at for at, head in enumerate(heads) if head == same(said.text) and at not in found.values()), None)
        if at is not None:
            found[column] = at
    return found
