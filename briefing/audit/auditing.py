"""The pages of a deck now and when it was made in, every statement with its verdict out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Literal

from briefing.audit.aligning import Aligned, aligned, changes, likeness
from briefing.audit.judging import Desk
from briefing.audit.library import Library
from briefing.audit.report import SOUND, VERDICTS, Report, SlideChange, Statement
from briefing.model.page import Page

# How much of the texts must have stood in the deck before: less, and it is another deck; less than nearly all, and what
# was made again is not what it once was (another version of this program, a company's template).
_FAMILIAR, _SAME = 0.3, 0.95


def audit(
    now: Sequence[Page],
    before: Sequence[Page],
    library: Library,
    *,
    carried: bool = True,
    another: bool = False,
    every: bool = False,
) -> Report:
    """before: the pages the deck was made with, () if nothing tells them. library: of the Briefing to judge by.

    carried: the deck itself says what it was; else `before` was made again from the Briefing. another: the Briefing is
    not the one the deck was made from, so that what stands unchanged is looked up, too. every: list all statements.
    """
    alike = 1.0 if carried else likeness(before, now)
    if alike < _FAMILIAR:
        before = ()
    found = aligned(before, now) if before else Aligned((None,) * len(now), frozenset())
    unnoted = not any(page.notes.strip() for page in now)
    drifted = bool(before) and not carried and alike < _SAME
    desk = Desk(library, library.reader, carried, another, not before, every, unnoted, drifted)
    told = changes(before, now, found, whole=carried) if before and not drifted else _hidden(now)
    shapes = tuple(chain.from_iterable(page.shapes for page in before))
    statements: list[Statement] = []
    counts = desk.counts
    for number, page in enumerate(now, 1):
        was = found.pairs[number - 1]
        for statement in desk.page(number, before[was] if was is not None else None, page, shapes):
            counts[statement.verdict] += 1
            if every or statement.verdict not in SOUND:
                statements.append(desk.grounded(statement) if every else statement)
    baseline: Literal["carried", "made again", "none"] = (
        "none" if not before else "carried" if carried else "made again"
    )
    titles = tuple(page.title for page in now)
    return Report(titles, tuple(told), tuple(statements), tuple((v, counts[v]) for v in VERDICTS), baseline)


def _hidden(now: Sequence[Page]) -> list[SlideChange]:
    return [SlideChange("hidden", number, 0, page.title) for number, page in enumerate(now, 1) if page.hidden]
