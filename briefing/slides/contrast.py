"""Comparisons in, those with the company that is compared most out, and how they set the two apart in a sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from briefing.model.briefing import Briefing, Comparison
from briefing.slides import figures
from briefing.slides.clipping import shortenings
from briefing.slides.wording import capital, common, shown

_LEAST_ROWS = 2
_LONGEST = 36  # characters of a side that a title can hold
_SUMMARY = re.compile(r"trade-?off|bottom line|summary|overall|verdict|choice", re.IGNORECASE)
_NOTHING = re.compile(r"^(?:not|no|none|n/?a|unknown|–|—|-)\b", re.IGNORECASE)


def contrasts(comparisons: Sequence[Comparison]) -> tuple[list[Comparison], str]:
    """The rows on the other company that has most of them: rows of a table, or else contrasts with two sides."""
    whole = [row for row in comparisons if row.subject_position.strip() and row.other_position.strip() and row.other]
    tabular = [row for row in whole if row.tabular]
    rows = tabular if len(tabular) >= _LEAST_ROWS else whole
    counts = Counter(row.other for row in rows)
    best = min(counts, key=lambda name: (-counts[name], name), default="")
    chosen = [row for row in rows if row.other == best]
    return (chosen, shown(best)) if len(chosen) >= _LEAST_ROWS else ([], "")


def summary_row(rows: Sequence[Comparison]) -> Comparison | None:
    """The row in which a source sums up: "Key trade-off", "Bottom line"."""
    return next((row for row in rows if _SUMMARY.search(row.dimension)), None)


def stances(row: Comparison) -> list[tuple[str, str]]:
    """What each side stands for, by a row that sums up: versions, longest first, those without brackets before."""
    own, theirs = (shortenings(shown(side), 2) for side in (row.subject_position, row.other_position))
    found = [(common(left), common(right)) for left in own for right in theirs]
    return sorted(found, key=lambda pair: any(sign in "".join(pair) for sign in "()/|"))


def taken_apart(rows: Sequence[Comparison], name: str, other: str) -> list[str]:
    """ "On price Acme ($5) against Fabrikam ($7)": of the rows whose sides are short and say something, in order."""
    found: list[str] = []
    for row in rows:
        left, right = (
            figures.shortened(shown(side)).rstrip(".") for side in (row.subject_position, row.other_position)
        )
        short = max(len(left), len(right)) <= _LONGEST and not any(sign in f"{left}{right}" for sign in "()/|")
        if short and left != right and not _NOTHING.match(left) and not _NOTHING.match(right) and row.dimension.strip():
            found.append(f"{name} ({_small(left)}) against {other} ({_small(right)}) on {common(shown(row.dimension))}")
    return found


def _small(text: str) -> str:
    """In a sentence: without its capital, unless others have one, too ("Oslo, Norway"), or it stands alone."""
    first, *rest = text.split()
    return common(text) if rest and not any(word[:1].isupper() for word in rest) and first[-1:] != "," else text


def stance(briefing: Briefing, name: str) -> list[str]:
    """ "In one author's view Acme stands for control": versions; [] where no source sums up a comparison."""
    rows, _ = contrasts(briefing.comparisons)
    row = summary_row(rows)
    if row is None:
        return []
    one = len({part.source for item in rows for part in item.evidence}) == 1
    view = "one author's" if one else "the sources'"
    sides = list(dict.fromkeys(left for left, _ in stances(row)))
    plain = sorted(sides, key=lambda text: (", but " in text, -len(text)))
    return [capital(f"in {view} view {name} stands for {side}") for side in plain]
