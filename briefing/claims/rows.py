"""A row of a table goes in, its clauses come out: one for the row, one for every cell.

Headers hedge their cells ("Valuation (reported)"); a rumour named in any cell makes the row one.
"""

from __future__ import annotations

from briefing.claims.floor import Floor, Topic
from briefing.claims.modality import header_hedge
from briefing.claims.reading import Clause
from briefing.model.claim import HolderKind, Modality
from briefing.model.source import Passage


def row_clauses(passage: Passage, text: str, floor: Floor) -> tuple[Clause, ...]:
    """A table row: one clause for the row, one for every cell. Headers hedge their cells, brackets the whole row."""
    row = _row_hedge(text, passage)
    topic = floor.home
    made = [_cell(passage.start, passage.end, row, topic)]
    headers = {
        cell.start: text[head.start : head.end] for cell, head in zip(passage.cells, passage.columns, strict=False)
    }
    for cell in passage.cells:
        if cell.end <= cell.start:
            continue
        hedge = header_hedge(text[cell.start : cell.end]) if "(" in text[cell.start : cell.end] else None
        own = row or _bracketed(headers.get(cell.start, "")) or hedge
        made.append(_cell(cell.start, cell.end, own, topic))
    return tuple(made)


def _bracketed(header: str) -> tuple[Modality, str] | None:
    """Only what stands in brackets or as an adjective in front hedges: "Valuation (reported)", "Reported valuation"."""
    return header_hedge(header)


def _row_hedge(text: str, passage: Passage) -> tuple[Modality, str] | None:
    """A rumour named in any cell makes the row one."""
    for cell in passage.cells:
        found = header_hedge(text[cell.start : cell.end])
        if found and found[0] == "rumoured":
            return found
    return None


def _cell(start: int, end: int, hedge: tuple[Modality, str] | None, topic: Topic) -> Clause:
    modality: Modality = hedge[0] if hedge else "asserted"
    unnamed = modality == "rumoured" or (hedge is not None and hedge[0] == "hedged" and not hedge[1].startswith("est"))
    holders = ("unnamed sources",) if unnamed else ()
    kind: HolderKind = "unnamed" if unnamed else "outlet"
    cue = (hedge[1],) if hedge else ()
    return Clause(
        start,
        end,
        modality,
        holders,
        kind,
        topic.name,
        topic.is_subject,
        cues=cue,
        setting=topic.name,
        setting_is_subject=topic.is_subject,
    )
