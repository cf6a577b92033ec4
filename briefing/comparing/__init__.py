"""An older and a newer Briefing in, the Changes between them out, what matters most first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefing.comparing.facts import PARTS, Part
from briefing.comparing.matching import paired
from briefing.model.briefing import Briefing, Conflict, Standing
from briefing.model.change import Change, ChangeKind
from briefing.model.dates import sort_key
from briefing.model.records import replace
from briefing.model.source import Evidence

__all__ = ["compare"]

# How far a fact can be trusted, from least to most. What is aimed at or thought is no rung of that ladder.
_LADDER: tuple[Standing, ...] = ("rumoured", "company-stated", "reported", "corroborated")
_KINDS: tuple[ChangeKind, ...] = (
    "confirmed",
    "added",
    "revised",
    "removed",
    "disputed",
    "settled",
    "lowered",
    "raised",
)
_WEIGHT = {name: weight for weight, name in enumerate(PARTS)}


def compare(old: Briefing, new: Briefing) -> tuple[Change, ...]:
    """Every difference in facts, conflicts and sources; () where the two say the same. Ids are "n1", "n2" …"""
    found: list[Change] = []
    told: set[str] = set()  # claims of the newer Briefing whose coming is told already
    for name, part in PARTS.items():
        fresh = [change for change in _of_part(name, part, old, new) if part.alone or not told & set(change.claims)]
        told |= {
            claim for change in fresh if change.kind in ("added", "confirmed", "revised") for claim in change.claims
        }
        found += fresh
    found.sort(key=lambda change: (_WEIGHT[change.part] // 4, _KINDS.index(change.kind), _WEIGHT[change.part]))
    return tuple(replace(change, id=f"n{number}", rank=number - 1) for number, change in enumerate(found, 1))


def _of_part(name: str, part: Part, old: Briefing, new: Briefing) -> Iterator[Change]:
    pairs, gone, come = paired(part, getattr(old, name), getattr(new, name))
    for before, after in pairs:
        yield from _between(name, part, before, after)
    for fact in come:
        if earlier := _figure_before(name, fact, old):
            yield _change("revised", name, part, earlier, fact, "value", (part.told(earlier), part.told(fact)))
            continue
        kind: ChangeKind = "disputed" if name == "conflicts" else "added"
        yield _change(kind, name, part, after=fact, told=("", part.told(fact)))
    for fact in gone:
        kind = "settled" if name == "conflicts" else "removed"
        yield _change(kind, name, part, before=fact, told=(part.told(fact), ""))


def _figure_before(name: str, fact: Any, old: Briefing) -> Any:
    """The latest older value of a figure that is measured again; None if it is measured for the first time."""
    if name != "metrics":
        return None
    alike = [
        one for one in old.metrics if PARTS[name].likeness(one, fact) and sort_key(one.as_of) < sort_key(fact.as_of)
    ]
    return max(alike, key=lambda one: sort_key(one.as_of), default=None)


def _between(name: str, part: Part, before: Any, after: Any) -> Iterator[Change]:
    """What became of one fact."""
    if name == "sources" and before.sha256 != after.sha256:
        yield _change("revised", name, part, before, after, "text", (before.published, after.published))
    for field, words in part.fields.items():
        was, now = words(before), words(after)
        if was != now:
            yield _change("revised", name, part, before, after, field, (was, now))
    standing = getattr(before, "standing", ""), getattr(after, "standing", "")
    if standing[0] != standing[1]:
        kind = _moved(*standing)
        yield _change(kind, name, part, before, after, "standing", standing)
    if getattr(after, "disputed", False) != getattr(before, "disputed", False):
        kind = "disputed" if after.disputed else "settled"
        yield _change(kind, name, part, before, after, "disputed", ("", ""))


def _moved(was: str, now: str) -> ChangeKind:
    """What a change of standing means: a rumour confirmed, a fact better or worse founded, an aim reached."""
    if was in ("rumoured", "forward-looking") and now in _LADDER[1:]:
        return "confirmed"
    if was in _LADDER and now in _LADDER:
        return "raised" if _LADDER.index(now) > _LADDER.index(was) else "lowered"
    return "lowered" if now in ("rumoured", "forward-looking", "analysis") else "raised"


def _change(
    kind: ChangeKind,
    name: str,
    part: Part,
    before: Any = None,
    after: Any = None,
    field: str = "",
    told: tuple[str, str] = ("", ""),
) -> Change:
    fact = after if after is not None else before
    earlier = tuple(dict.fromkeys(piece.quote for piece in _evidence(before))) if before is not None else ()
    return Change(
        "",
        kind,
        name,
        part.name(fact) or part.told(fact),
        field,
        *told,
        getattr(fact, "standing", ""),
        after.id if after is not None else None,
        before.id if before is not None else None,
        tuple(getattr(after, "claims", ())),
        _evidence(after) if after is not None else (),
        earlier[:3],
    )


def _evidence(fact: Any) -> tuple[Evidence, ...]:
    if isinstance(fact, Conflict):
        return tuple(piece for position in fact.positions for piece in position.evidence)
    return tuple(fact.evidence)
