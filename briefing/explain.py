"""Briefing + id of a fact → why it says what it says: claims, their words in context, standing, conflicts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from briefing.errors import InputError
from briefing.model.briefing import ENTRIES, Briefing, Conflict, Standing
from briefing.model.claim import Claim, Kind
from briefing.model.records import dataclass

KINDS: tuple[str, ...] = get_args(Kind)
STANDINGS: tuple[str, ...] = get_args(Standing)
_AROUND = 90


@dataclass(frozen=True, slots=True)
class Witness:
    """One claim behind a fact. before, quote, after: its words in context. origin: the origin of its source."""

    claim: Claim
    source: str
    origin: str
    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """list: where the fact stands in the Briefing; values: its own fields; why: sentences on its standing."""

    id: str
    list: str
    heading: str
    standing: str
    why: tuple[str, ...]
    values: tuple[tuple[str, str], ...]
    witnesses: tuple[Witness, ...]
    conflicts: tuple[Conflict, ...]


def facts(briefing: Briefing) -> Iterator[tuple[str, Any]]:
    """(list, fact) of every fact with an id, in the order of the Briefing."""
    for name in ENTRIES:
        for fact in getattr(briefing, name):
            yield name, fact


def explain(briefing: Briefing, fact_id: str, texts: Mapping[str, str]) -> Explanation:
    """Everything behind one fact or claim. Raises InputError if there is no such id."""
    by_id = {claim.id: claim for claim in briefing.claims}
    if fact_id in by_id:
        claim = by_id[fact_id]
        witness = _witness(briefing, claim, texts)
        users = [f"{name} {fact.id}" for name, fact in facts(briefing) if fact_id in fact.claims]
        why: tuple[str, ...] = (f"used by {', '.join(users)}" if users else "used by no fact",)
        return Explanation(fact_id, "claims", claim.text, claim.modality, why, (), (witness,), ())
    for name, fact in facts(briefing):
        if fact.id == fact_id:
            return _explained(briefing, name, fact, by_id, texts)
    raise InputError(f'no fact or claim has the id "{fact_id}"', "", _known_ids(briefing, fact_id))


def _known_ids(briefing: Briefing, near: str) -> str:
    """What ids there are of the same letter, else of all: first and last of each."""
    spans: dict[str, list[str]] = {}
    for known in (*(claim.id for claim in briefing.claims), *(fact.id for _, fact in facts(briefing))):
        spans.setdefault(known[:1], []).append(known)
    spans = {near[:1]: spans[near[:1]]} if near[:1] in spans else spans
    told = (ids[0] if len(ids) == 1 else f"{ids[0]} … {ids[-1]}" for ids in spans.values())
    return f"known: {', '.join(told)}"


def explain_all(briefing: Briefing, texts: Mapping[str, str] | None = None) -> Iterator[Explanation]:
    """Everything behind every fact, in the order of the Briefing."""
    by_id = {claim.id: claim for claim in briefing.claims}
    for name, fact in facts(briefing):
        yield _explained(briefing, name, fact, by_id, texts or {})


def _explained(
    briefing: Briefing, name: str, fact: Any, by_id: Mapping[str, Claim], texts: Mapping[str, str]
) -> Explanation:
    claims = [by_id[claim] for claim in fact.claims if claim in by_id]
    witnesses = tuple(_witness(briefing, claim, texts) for claim in claims)
    conflicts = tuple(conflict for conflict in briefing.conflicts if conflict.about == fact.id)
    standing = str(getattr(fact, "standing", ""))
    why = _why(standing, witnesses, bool(getattr(fact, "disputed", False)))
    return Explanation(fact.id, name, _heading(fact), standing, why, _values(fact), witnesses, conflicts)


def _witness(briefing: Briefing, claim: Claim, texts: Mapping[str, str]) -> Witness:
    record = next((source for source in briefing.sources if source.id == claim.evidence.source), None)
    origin = next((one.name for one in briefing.origins if record and one.id == record.origin), "")
    text, start, end = texts.get(claim.evidence.source, ""), claim.evidence.start, claim.evidence.end
    if text[start:end] != claim.evidence.quote:
        text, start, end = claim.evidence.quote, 0, len(claim.evidence.quote)
    before = text[max(0, start - _AROUND) : start].rsplit("\n", 1)[-1]
    after = text[end : end + _AROUND].split("\n", 1)[0]
    return Witness(claim, record.short_name if record else "", origin, before, claim.evidence.quote, after)


def _why(standing: str, witnesses: tuple[Witness, ...], disputed: bool) -> tuple[str, ...]:
    origins = sorted({witness.origin for witness in witnesses})
    sources = sorted({witness.claim.evidence.source for witness in witnesses})
    holders = sorted({witness.claim.holders[-1] for witness in witnesses if witness.claim.holders})
    counted = f"{len(sources)} source{'s' if len(sources) != 1 else ''} of {len(origins)} independent origin"
    lines = [f"stated by {counted}{'s' if len(origins) != 1 else ''}: {', '.join(origins) or 'none'}"]
    reasons = {
        "corroborated": "at least two independent origins assert it, and not on the company's word alone",
        "reported": "one independent origin asserts it; nobody else confirms it",
        "company-stated": "whoever prints it, the only ultimate holder is the company or its officers",
        "forward-looking": "it is planned, targeted or announced, and not yet so",
        "rumoured": "a source calls it a rumour, or it rests on unnamed sources alone",
        "analysis": "it is somebody's interpretation",
    }
    if standing in reasons:
        lines.append(f"{standing}: {reasons[standing]}")
    if holders:
        lines.append(f"held by {', '.join(holders)}")
    if disputed:
        lines.append("disputed: the sources give values that cannot all be true")
    return tuple(lines)


def _heading(fact: Any) -> str:
    for name in ("name", "text", "dimension", "scope"):
        if getattr(fact, name, ""):
            return str(getattr(fact, name))
    return str(fact.id)


def _values(fact: Any) -> tuple[tuple[str, str], ...]:
    left_out = {"id", "name", "text", "claims", "evidence", "standing", "disputed", "rank"}
    found = []
    for name in fact.__slots__:
        value = getattr(fact, name)
        if name not in left_out and value not in ("", None, (), False):
            found.append((name.replace("_", " "), _shown(value)))
    return tuple(found)


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        return "; ".join(_shown(part) for part in value)
    if hasattr(value, "raw"):
        return str(value.raw)
    if hasattr(value, "investor"):
        stake = f", {value.stake:g} %" if value.stake is not None else ""
        return f"{value.investor}: {value.amount.raw if value.amount else ''}{stake}"
    return str(value)
