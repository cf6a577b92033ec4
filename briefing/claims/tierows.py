"""A row of a table goes in, the names in it come out with the tie that a header or a cell of the row tells."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.claims.lists import names_in_list
from briefing.claims.reading import FoundName, Reading
from briefing.claims.tiecues import roles
from briefing.claims.tiefindings import Finding
from briefing.claims.tielabels import tie_of
from briefing.claims.tiesentence import Sentence
from briefing.claims.words import cut, plain
from briefing.model.claim import TieStatus
from briefing.model.source import Passage, Span


def row_findings(reading: Reading, sentence: Sentence) -> Iterator[Finding]:
    """Cells under a header that names a role ("Lead investor", "Partners"), or a name beside a cell that does.

    "| Globex | customer | 2022 |" in a table of the company's own is a tie, "customer (until 2023)" one that is over.
    """
    passage, text = sentence.utterance.passage, reading.source.text
    told = _told_by_cell(reading, sentence)
    if told is not None:
        yield told
        return
    if _is_of_other(sentence):
        return
    for cell, column in zip(passage.cells, passage.columns, strict=False):
        head = text[column.start : column.end]
        tie = tie_of(head) if cell.end > cell.start else ""
        if tie in _BOTH and _of_both(head):
            tie = _by_row(text, passage)
        listed = names_in_list(sentence.text, cell.start, cell.end, sentence.names) if tie else ()
        if not listed or any(name.is_subject for name in listed):
            continue
        leads = tie == "investor" and "lead" in head.lower().split()
        index = sentence.words.index_at(listed[0].start)
        clause = sentence.clause(index)
        ours = clause.is_subject or clause.setting_is_subject
        yield Finding("lead-investor" if leads else tie, listed, index, "" if ours else "of another company")


_BOTH = frozenset({"investor", "lender"})
_LENT = frozenset("loan loans debt credit facility bond bonds".split())
_GIVEN = frozenset("grant grants subsidy subsidies award aid".split())


def _of_both(head: str) -> bool:
    """ "Investors / lenders"."""
    return {roles().get(low) for low in cut(plain(head)).low} >= _BOTH


def _by_row(text: str, passage: Passage) -> str:
    """Whether those in a row lent money or put it in, by what the row is of; "" for a grant."""
    words = {low for cell in passage.cells for low in cut(plain(text[cell.start : cell.end])).low}
    return "" if words & _GIVEN else "lender" if words & _LENT else "investor"


_COMPANIES = frozenset(
    "company companies operator vendor firm startup start-up player competitor maker manufacturer rival provider "
    "supplier name developer platform insurer carrier airline brand bank".split()
)


def _is_of_other(sentence: Sentence) -> bool:
    """Is the row another company's: does its first cell hold nothing but a name that is not the subject's?"""
    passage = sentence.utterance.passage
    first, head = passage.cells[0], passage.columns[0] if passage.columns else None
    if head is None or _COMPANIES.isdisjoint(sentence.text[head.start : head.end].lower().split()):
        return False
    return any(
        name.start == first.start and not sentence.is_ours(name) and name.kind not in ("place", "event")
        for name in sentence.names
    )


def _told_by_cell(reading: Reading, sentence: Sentence) -> Finding | None:
    """The tie of a row whose first cell is a name and of which another cell holds nothing but a role."""
    passage, text = sentence.utterance.passage, reading.source.text
    if len(passage.cells) < 2 or not _is_listing(text, passage):
        return None
    role = next((cell for cell in passage.cells[1:] if _is_role(text, cell)), None)
    named = _named(sentence, passage.cells[0]) if role is not None else None
    if role is None or named is None or sentence.is_ours(named):
        return None
    head, _, behind = text[role.start : role.end].partition("(")
    words = {low for cell in passage.cells[1:] for low in cut(plain(text[cell.start : cell.end])).low}
    over: TieStatus | None = "ended" if words & _OVER else "planned" if words & _AHEAD else None
    index = sentence.words.index_at(named.start)
    clause = sentence.clause(index)
    ours = clause.is_subject or clause.setting_is_subject
    return Finding(tie_of(head), (named,), index, "" if ours else "of another company", True, status=over, label=behind)


def _is_listing(text: str, passage: Passage) -> bool:
    """Does the header call its columns a company and what it is to the reader, or is there none?"""
    if not passage.columns:
        return True
    heads = [set(text[column.start : column.end].lower().split()) for column in passage.columns]
    return bool(heads[0] & (_COMPANIES | _NAMES)) and any(head & _ROLES for head in heads[1:])


def _is_role(text: str, cell: Span) -> bool:
    """ "customer", "Supplier (chips)", "launch partner": few words, the last of which is a role."""
    words = cut(plain(text[cell.start : cell.end].partition("(")[0])).low
    return 0 < len(words) < _ROLE_WORDS and words[-1] in roles() and bool(tie_of(" ".join(words)))


def _named(sentence: Sentence, cell: Span) -> FoundName | None:
    """The name that a cell is; None for a cell of other words."""
    printed = sentence.text[cell.start : cell.end].strip(" *")
    start = sentence.text.find(printed, cell.start, cell.end)
    known = next((name for name in sentence.names if name.start == start and name.end >= start + len(printed)), None)
    words = printed.split()
    if known is not None:
        return known
    if not 0 < len(words) < _NAME_WORDS or not all(
        w[0].isupper() or w in ("of", "and", "&", "for", "de") for w in words
    ):
        return None
    return FoundName(start, start + len(printed), printed, printed, "organisation")


_NAMES = frozenset({"name", "organisation", "organization", "who", "party", "partner", "counterparty"})
_ROLES = frozenset({"role", "relationship", "relation", "type", "kind", "tie", "link", "capacity", "as", "what"})
_OVER = frozenset({"until", "former", "formerly", "ended", "ex", "expired", "terminated", "lapsed"})
_AHEAD = frozenset({"planned", "prospective", "future", "intended"})
_SMALL = frozenset({"of", "and", "&", "for", "de"})
_ROLE_WORDS = 4
_NAME_WORDS = 6
