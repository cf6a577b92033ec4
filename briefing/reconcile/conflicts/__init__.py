"""Facts and claims in, the differences between the sources out, the most material first ("k1" …)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from briefing.model.briefing import Briefing, Conflict, Position
from briefing.model.claim import Claim
from briefing.reconcile.conflicts.absent import absent
from briefing.reconcile.conflicts.amounts import amounts
from briefing.reconcile.conflicts.arithmetic import arithmetic
from briefing.reconcile.conflicts.assured import assured
from briefing.reconcile.conflicts.attributions import attributions
from briefing.reconcile.conflicts.corrections import corrections
from briefing.reconcile.conflicts.countered import countered
from briefing.reconcile.conflicts.coverage import coverage
from briefing.reconcile.conflicts.currencies import currencies
from briefing.reconcile.conflicts.dating import dates
from briefing.reconcile.conflicts.denials import denials
from briefing.reconcile.conflicts.draft import Draft, Found
from briefing.reconcile.conflicts.figures import figures
from briefing.reconcile.conflicts.leading import leading
from briefing.reconcile.conflicts.naming import names
from briefing.reconcile.conflicts.parted import parted
from briefing.reconcile.conflicts.precision import precision
from briefing.reconcile.conflicts.roles import roles
from briefing.reconcile.conflicts.schedule import schedule
from briefing.reconcile.conflicts.sums import sums
from briefing.reconcile.ground import Ground

DETECTORS: tuple[Callable[[Found], Iterable[Draft]], ...] = (
    amounts,
    figures,
    currencies,
    dates,
    schedule,
    corrections,
    countered,
    roles,
    denials,
    assured,
    leading,
    absent,
    parted,
    coverage,
    attributions,
    arithmetic,
    sums,
    precision,
    names,
)


def find_conflicts(briefing: Briefing, ground: Ground) -> tuple[Conflict, ...]:
    """All differences, ranked: what cannot be true together first, then by weight, then in the order of the texts."""
    by_source: dict[str, list[Claim]] = {}
    for claim in briefing.claims:
        by_source.setdefault(claim.evidence.source, []).append(claim)
    found = Found(briefing, ground, {claim.id: claim for claim in briefing.claims}, by_source)
    drafts: list[Draft] = []
    seen: set[object] = set()
    for draft in (draft for detect in DETECTORS for draft in detect(found)):
        shown = (draft.kind, draft.topic, tuple(one.value for one in draft.positions))
        if draft.positions and shown not in seen:
            seen.add(shown)
            drafts.append(draft)
    drafts = _told_once(drafts)
    order = sorted(range(len(drafts)), key=lambda place: (drafts[place].compatible, -drafts[place].weight, place))
    return tuple(
        Conflict(
            id=f"k{rank + 1}",
            topic=draft.topic,
            kind=draft.kind,
            positions=draft.positions,
            compatible=draft.compatible,
            used=draft.used,
            rationale=draft.rationale,
            about=draft.about,
            rank=rank,
        )
        for rank, draft in enumerate(drafts[place] for place in order)
    )


def _told_once(drafts: Sequence[Draft]) -> list[Draft]:
    """Without those that another one tells: the same days of a plan, one round's sum in a second currency."""
    kept: list[Draft] = []
    for draft in drafts:
        home = next((place for place, other in enumerate(kept) if _is_told(draft, other)), -1)
        if home < 0:
            kept.append(draft)
        elif draft.weight > kept[home].weight:
            kept[home] = draft
    return kept


def _is_told(one: Draft, other: Draft) -> bool:
    if one.kind != other.kind or one.compatible or other.compatible:
        return False
    values, others = ({position.value for position in draft.positions} for draft in (one, other))
    if one.kind == "date" and (values == others or _one_saying(one, other)):
        return True
    if one.kind == "role" and one.topic == other.topic == "reported and denied":
        return _touch(one.positions[-1], other.positions[-1])
    if one.kind == "amount" and one.topic == other.topic and _figures(values) == _figures(others):
        return True  # "60 jobs" here, "60" there
    inside = one.topic == other.topic and (values <= others or others <= values)
    return inside or (one.kind == "amount" and (one.topic, one.about) == (other.topic, other.about) and bool(one.about))


def _figures(values: Iterable[str]) -> set[str]:
    return {" ".join(word for word in value.split() if any(map(str.isdigit, word))) or value for value in values}


def _one_saying(one: Draft, other: Draft) -> bool:
    """Do both give the same day by the same words of one source?"""
    return any(
        mine.value == theirs.value and mine.sources[-1:] == theirs.sources[-1:] and _touch(mine, theirs)
        for mine in one.positions
        for theirs in other.positions
    )


def _touch(one: Position, other: Position) -> bool:
    return any(
        mine.source == theirs.source and mine.start < theirs.end and theirs.start < mine.end
        for mine in one.evidence
        for theirs in other.evidence
    )
