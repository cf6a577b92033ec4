"""Two decks, models or folders of sources in, what changed between them out, and said in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from briefing import files
from briefing.errors import InputError
from briefing.model.briefing import Briefing
from briefing.model.change import Change
from briefing.model.records import dataclass, replace
from briefing.pipeline.evidence import Extraction, Progress, extract, load_model, silent
from briefing.slides import dates
from briefing.slides.wording import cut

_LONGEST = 160  # characters of a name or a value in one line

HEADINGS = {
    "funding": "Funding",
    "funding_totals": "Funding",
    "metrics": "Figures",
    "relationships": "Organisations",
    "infrastructure": "Infrastructure",
    "products": "Products",
    "people": "People",
    "profile": "Company",
    "comparisons": "Comparisons",
    "milestones": "Milestones",
    "conflicts": "Where sources differ",
    "sources": "Sources",
}
SIGNS = {
    "added": "+",
    "removed": "-",
    "confirmed": "!",
    "revised": "~",
    "raised": "^",
    "lowered": "v",
    "disputed": "?",
    "settled": "=",
}


@dataclass(frozen=True, slots=True)
class Compared:
    """Both sides and the differences, what matters most first."""

    old: Briefing
    new: Briefing
    changes: tuple[Change, ...]


def known(path: Path, progress: Progress = silent) -> Extraction:
    """The Briefing that a deck carries, of a model file, or of a folder of sources. Raises InputError."""
    if path.is_dir():
        return extract(path, progress)
    if path.suffix.lower() != ".pptx":
        return load_model(path)
    from briefing.exports import json, pptx

    deck, _ = pptx.read_deck(files.read_bytes(path), str(path))
    if not deck.briefing_json:
        raise InputError("the deck carries no briefing", str(path), "name the .briefing.json it was made from instead")
    return Extraction(json.load(deck.briefing_json), ())


def compare(old: Path, new: Path, progress: Progress = silent) -> Compared:
    """What changed. Raises InputError, also where the two are about different companies."""
    from briefing.comparing import compare as between

    before, after = known(old, progress).briefing, known(new, progress).briefing
    _one_subject(before, after, old)
    return Compared(before, after, between(before, after))


def with_changes(extraction: Extraction, since: Path) -> Extraction:
    """The Extraction, its Briefing with what changed since an older one. Raises InputError."""
    from briefing.comparing import compare as between

    before = known(since).briefing
    _one_subject(before, extraction.briefing, since)
    changed = replace(extraction.briefing, changes=between(before, extraction.briefing), since=before.as_of)
    return replace(extraction, briefing=changed)


def _one_subject(old: Briefing, new: Briefing, path: Path) -> None:
    names = [{name.casefold() for name in (side.subject.name, *side.subject.aliases) if name} for side in (old, new)]
    if all(names) and not names[0] & names[1]:
        message = f'it is about "{old.subject.name}", not about "{new.subject.name}"'
        raise InputError(message, str(path), "compare two briefings on one company")


def sentence(change: Change) -> str:
    """One change in words, without its heading: "Series C, amount: €1.5 billion → €1.7 billion"."""
    name = cut(" ".join(change.name.split()), _LONGEST)
    match change.kind:
        case "added" | "disputed" if not change.field:
            told = _value(change, change.after)
            return f"{name}: {told}" if told and change.after != change.name else name
        case "removed" | "settled" if not change.field:
            told = _value(change, change.before)
            gone = "agreed on" if change.kind == "settled" else "no longer stated"
            return f"{name}: {told} ({gone})" if told and change.before != change.name else f"{name} ({gone})"
        case "confirmed":
            return f"{name}: was {change.before}, now {change.after}"
        case "raised" | "lowered":
            return f"{name}: standing {change.before} → {change.after}"
        case "disputed" | "settled":
            return f"{name}: {'sources differ now' if change.kind == 'disputed' else 'sources agree now'}"
    before, after = _value(change, change.before) or "none", _value(change, change.after) or "none"
    if change.part == "sources":
        return f"{name}: its text changed"
    return f"{name}, {change.field}: {before} → {after}"


def _value(change: Change, value: str) -> str:
    if change.field in ("date", "as of") or change.part == "milestones":
        return dates.short(value) or value
    value = dates.spoken(value) if change.part == "conflicts" else value
    return cut(" ".join(value.split()), _LONGEST)


def report(changes: Sequence[Change]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """(heading, [(sign, words)]) in the order of what matters; facts that only moved in standing share a line."""
    order = list(dict.fromkeys(HEADINGS.values()))
    ranked = sorted(changes, key=lambda change: (order.index(HEADINGS[change.part]), change.rank))
    for heading, group in groupby(ranked, key=lambda change: HEADINGS[change.part]):
        yield heading, list(_lines(list(group)))


def _lines(changes: Sequence[Change]) -> Iterator[tuple[str, str]]:
    moved: dict[tuple[str, str, str], list[str]] = {}
    for change in changes:
        if change.kind in ("raised", "lowered"):
            moved.setdefault((change.kind, change.before, change.after), []).append(change.name)
        else:
            yield SIGNS[change.kind], sentence(change)
    for (kind, before, after), names in moved.items():
        yield SIGNS[kind], f"standing {before} → {after}: {', '.join(names)}"


def lines(changes: Sequence[Change], most: int = 5) -> list[str]:
    """The changes that matter most, one sentence each, for a mail."""
    telling = [change for change in changes if change.part not in ("sources", "comparisons", "milestones")]
    words = [f"new: {words}" if sign == SIGNS["added"] else words for sign, words in _lines(telling)]
    left = len(words) - most
    return [*words[:most], f"and {left} more"] if left > 0 else words


def counts(compared: Compared) -> str:
    """ "12 changes: 3 added, 1 confirmed, 8 revised"."""
    found: dict[str, int] = {}
    for change in compared.changes:
        found[change.kind] = found.get(change.kind, 0) + 1
    if not found:
        return "no fact has changed"
    number = len(compared.changes)
    parts = ", ".join(f"{found[kind]} {kind}" for kind in SIGNS if kind in found)
    return f"{number} change{'' if number == 1 else 's'}: {parts}"
