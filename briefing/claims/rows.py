"""A row of a table goes in, its clauses come out: one for the row, one for every cell.

Headers hedge their cells ("Valuation (reported)"); a rumour named in any cell makes the row one.
"""

from __future__ import annotations

from briefing.claims.floor import Floor, Topic
from briefing.claims.modality import header_hedge
from briefing.claims.reading import Clause
from briefing.claims.words import Words, row
from briefing.model.claim import HolderKind, Modality
from briefing.model.source import Passage


def row_clauses(passage: Passage, text: str, floor: Floor, own: bool = False) -> tuple[Clause, ...]:
    """A table row: one clause for the row, one for every cell. Headers hedge their cells, brackets the whole row.

    own: the text says that the figures of the table are the companies' own.
    """
    told = _row_hedge(text, passage)
    topic = floor.home
    holders = (topic.name,) if own and topic.is_subject else ()
    made = [_cell(passage.start, passage.end, told, topic, holders)]
    headers = {
        cell.start: text[head.start : head.end] for cell, head in zip(passage.cells, passage.columns, strict=False)
    }
    for cell in passage.cells:
        if cell.end <= cell.start:
            continue
        hedge = header_hedge(text[cell.start : cell.end]) if "(" in text[cell.start : cell.end] else None
        hedged = told or _bracketed(headers.get(cell.start, "")) or hedge
        made.append(_cell(cell.start, cell.end, hedged, topic, holders))
    return tuple(made)


_FIGURES = row("answers figures numbers values data claims specifications specs information entries results")
_MAKERS = row(
    "vendor vendors supplier suppliers operator operators manufacturer manufacturers maker makers provider providers "
    "company companies firms"
)
_GIVEN = row("own supplied provided claimed stated disclosed self-reported unless reported submitted")
_DOUBTED = row("estimates estimate estimated filings failing independent measured tested")


def gives_own_figures(words: Words) -> bool:
    """ "These figures are the makers' own", "Vendor numbers unless marked": of the table that follows."""
    if _GIVEN.isdisjoint(words.low):
        return False
    low = {word.rstrip("'") for word in words.low}
    told = not (_FIGURES.isdisjoint(low) or _MAKERS.isdisjoint(low))
    return told and _DOUBTED.isdisjoint(low)


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


def _cell(start: int, end: int, hedge: tuple[Modality, str] | None, topic: Topic, own: tuple[str, ...] = ()) -> Clause:
    modality: Modality = hedge[0] if hedge else "asserted"
    unnamed = modality == "rumoured" or (hedge is not None and hedge[0] == "hedged" and not hedge[1].startswith("est"))
    holders = ("unnamed sources",) if unnamed else own
    kind: HolderKind = "unnamed" if unnamed else "company" if own else "outlet"
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
