"""A figure in its utterance goes in, as of when it holds comes out, and whether it is a target that lies ahead."""

from __future__ import annotations

from briefing.claims.dates import resolve
from briefing.claims.figures import Figure
from briefing.claims.phrases import book, words_of
from briefing.claims.reading import Clause, FoundDate
from briefing.claims.view import View
from briefing.model.dates import When, bounds


def is_target(seen: View, figure: Figure, clause: Clause) -> bool:
    """Do words of planning stand in front of the figure in its clause?"""
    if figure.plan:
        return True
    low, _ = seen.span(clause.start, clause.end)
    if figure.name == "valuation" and _is_worth_now(seen, figure):
        return False
    if clause.modality == "planned" and _cue_before(seen, clause, figure, low):
        return True
    ahead = book("metrics", "gate", "future").all(seen.low, max(low, figure.at - 14), figure.at)
    return next(ahead, None) is not None and not _is_base(seen, figure)


def _cue_before(seen: View, clause: Clause, figure: Figure, low: int) -> bool:
    ends = {cue.split()[-1] for cue in clause.cues}
    return not ends or (bool(ends & set(seen.words(low, figure.at))) and not _is_base(seen, figure))


def _is_base(seen: View, figure: Figure) -> bool:
    """ "from 54 megawatts to more than 200", "after $64 million in 2025": where things stood."""
    before = seen.words(max(0, figure.at - 3), figure.at)
    return "from" in before or bool({"after", "against", "versus"} & set(before) and figure.amounts)


def _is_worth_now(seen: View, figure: Figure) -> bool:
    """ "will let staff sell shares at a price that values it at $9 billion": the price is of today."""
    before = seen.words(max(0, figure.at - 6), figure.at)
    return "values" in before and not {"would", "will", "could"} & set(before)


def as_of(seen: View, figure: Figure, forward: bool) -> When | None:
    """The date of a figure: its own, reckoned from the other's ("a year earlier"), else the article's day."""
    dates = [date for date in seen.utterance.dates if _can_date(seen, date)]
    firm = [date for date in dates if date.when.anchor != "previous-event"]
    growth = figure.number is not None and figure.number.unit in ("percent", "times")
    own = _nearest(seen, figure, firm if growth else dates)  # growth is of the time it ends in, not of its base
    if own is None:
        return _published(seen, figure, forward)
    if own.when.anchor != "previous-event":
        return own.when
    other = _nearest(seen, figure, firm, of_base=True)
    return resolve(own.when, other.when.edtf if other is not None else "")


def _nearest(seen: View, figure: Figure, dates: list[FoundDate], of_base: bool = False) -> FoundDate | None:
    """The date behind a figure and before the next one, else the one in front, else one shared with the next.

    What stands in front of a base figure ("from $20 million") dates the figure that it is compared with: of_base.
    """
    places = [(seen.index(date.start), date) for date in dates]
    following = _next_figure(seen, figure)
    for place, date in places:
        if figure.after <= place < following and place - figure.after < 16:
            return date
    if _is_base(seen, figure) and not of_base:
        return None
    before = [(place, date) for place, date in places if place < figure.at and _reaches(seen, date, figure)]
    if before and figure.at - before[-1][0] < 30:
        return before[-1][1]
    between = seen.words(figure.after, following)
    shared = len(dates) == 1 and "and" in between and "from" not in between
    return next((date for place, date in places if place >= following), None) if shared else None


def _next_figure(seen: View, figure: Figure) -> int:
    starts = [seen.index(amount.start) for amount in seen.amounts]
    starts += [seen.index(number.start) for number in seen.utterance.numbers]
    return min((place for place in starts if place >= figure.after), default=len(seen.found))


def _reaches(seen: View, date: FoundDate, figure: Figure) -> bool:
    """A date in an inserted clause ("which raised $5 million in 2022, now has …") does not date what follows it."""
    clause = seen.utterance.clause_at(date.start)
    return clause.start <= seen.offset(figure.at) < clause.end or clause.start == seen.utterance.clauses[0].start


def _can_date(seen: View, date: FoundDate) -> bool:
    """No date of comparison ("compared with 2023") or of founding."""
    place = seen.index(date.start)
    before = seen.words(max(0, place - 2), place)
    base = (before[-1:] and before[-1] in words_of("metrics", "naming", "bases")) or before == ["compared", "with"]
    return not base or (date.when.anchor == "previous-event" and before[-1:] != ["over"])


def _published(seen: View, figure: Figure, forward: bool) -> When | None:
    """A figure told in the present tense without a date is of the day the article came out."""
    published = seen.reading.source.published
    found = bounds(published)
    if forward or not found or found[0] != found[1] or _is_base(seen, figure):
        return None
    words = set(seen.words(max(0, figure.at - 12), figure.at))
    return When(published, "publication", "") if words & words_of("metrics", "naming", "present") else None
