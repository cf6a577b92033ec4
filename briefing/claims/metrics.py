"""A Reading goes in, claims on figures of the subject come out: revenue, counts, capacity, growth, shares, valuations.

Only the subject's figures: the clause must be about it. Sums that belong to a round (funding.py) or to a deal are left
alone; sums of other companies and of markets are handed on as Rejected.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.claims import metric_tables
from briefing.claims.dateside import on_side
from briefing.claims.figuredates import as_of, is_target
from briefing.claims.figureowners import owner
from briefing.claims.figures import figures
from briefing.claims.filling import quote
from briefing.claims.making import stated
from briefing.claims.reading import Clause, Reading
from briefing.claims.saidof import driven
from briefing.claims.sumfigures import Figure
from briefing.claims.takers import SUBJECT
from briefing.claims.view import View, view
from briefing.model.claim import Claim, MetricValues, Modality, Rejected
from briefing.model.dates import When, bounds
from briefing.model.records import replace


def extract(reading: Reading) -> Iterator[Claim | Rejected]:
    """Metric claims of one source in text order."""
    for utterance in reading.utterances:
        if not utterance.amounts and not utterance.numbers:
            continue
        if utterance.passage.kind == "row":
            yield from metric_tables.extract(reading, utterance)
            continue
        seen = view(reading, utterance)
        rejected: set[str] = set()
        for figure in figures(seen):
            made = _claim(seen, figure)
            if isinstance(made, Claim):
                yield made
            elif made is not None and made.reason not in rejected:
                rejected.add(made.reason)
                yield made


def _claim(seen: View, figure: Figure) -> Claim | Rejected | None:
    """The claim of one figure; a Rejected for a sum that is somebody else's, None for what is no figure of anybody."""
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    whose, evidence = owner(seen, figure), quote(seen)
    if whose != SUBJECT:
        reason = f"a figure of another company or of a market: {whose.name or 'nobody that is named'}"
        return Rejected(reason, "metric", evidence) if figure.amounts else None
    announced = clause.modality == "hypothetical" and _announced(seen, figure, clause)
    if (clause.modality in ("hypothetical", "denied") and not announced) or (
        clause.negated and _denied(seen, figure, clause)
    ):
        return None
    if figure.amounts and "you" in seen.words(figure.after, figure.after + 3):
        return None  # "at $2 billion you'd pay 16 times sales"
    if not _SET_BESIDE.isdisjoint(zip(near := seen.words(max(0, figure.at - 6), figure.at), near[1:], strict=False)):
        return None  # "a figure that is at odds with the | $5 million of the spring": mentioned, not told by who speaks
    if "would" in (said := seen.words(max(0, figure.at - 6), figure.at)) and not _PREFERRING.isdisjoint(said):
        return None  # "would rather have | 20 guests than 900"
    forward = announced or is_target(seen, figure, clause)
    values = _values(seen, figure, forward)
    if not forward and values.as_of is not None and _lies_ahead(seen, values.as_of):
        over = _of_last_year(seen, figure, clause, values.as_of)
        forward, values = over is None, replace(values, forward_looking=over is None, as_of=over or values.as_of)
    return stated(clause, "metric", values, evidence, _modality(clause, forward), figure.context)


def _of_last_year(seen: View, figure: Figure, clause: Clause, when: When) -> When | None:
    """ "employed | 63 people at year-end", told in April: of the year before; None without a verb of the past."""
    begin = seen.span(clause.start, clause.end)[0]
    before = seen.words(max(begin, figure.at - 8), figure.at)
    verb = next((word for word in reversed(before) if word in _PAST or word.endswith("ed")), "")
    if not verb or clause.modality != "asserted":
        return None
    plain = replace(when, raw="year-end") if _YEAR_END.issubset(when.raw.lower().split()) else when
    told = on_side(plain, "asserted", verb, seen.reading.source.published)
    return None if told is None or _lies_ahead(seen, told) else replace(told, raw=when.raw)


_PAST = frozenset({"had", "was", "were", "stood", "came", "made", "ran", "sold", "held", "kept"})
_YEAR_END = frozenset({"end", "year"})


_SET_BESIDE = frozenset(
    {
        ("square", "with"),
        ("squared", "with"),
        ("odds", "with"),
        ("reconcile", "with"),
        ("reconciled", "with"),
        ("clashes", "with"),
        ("conflicts", "with"),
        ("differs", "from"),
    }
)
_PREFERRING = frozenset({"rather", "sooner", "prefer"})


def _announced(seen: View, figure: Figure, clause: Clause) -> bool:
    """ "She told us that Acme would have | 300 boats by 2027": a target that somebody gives, no mere thought."""
    words = seen.words(*seen.span(clause.start, clause.end))
    thought = {"if", "could", "may", "might", "unless", "should"} & set(words)
    if figure.name == "milestone payments" and "eligible" in words:
        return True
    given = clause.holder_kind not in ("unnamed", "author") and bool(clause.holders)
    if figure.number is not None and "would" in words and not thought and driven(seen, figure.at):
        return True  # "The deal would lift its customers to | 900"
    if figure.number is not None and not thought and _PROMISED.issuperset(seen.words(figure.at - 2, figure.at)):
        return True  # "The plant would create | 260 jobs"
    if figure.number is not None and "would" in words and not thought and _comes(seen, clause):
        return True  # "The second plant would turn out | 700 tonnes a year from 2031"
    counted = figure.number is not None or clause.holder_kind == "company"
    return counted and given and "would" in words and not thought and is_target(seen, figure, clause)


_PROMISED = frozenset({"would", "create", "employ", "bring", "add", "support"})


def _comes(seen: View, clause: Clause) -> bool:
    """Does the clause name a time to come?"""
    dates = (date.when for date in seen.utterance.dates if clause.start <= date.start < clause.end)
    return any(_lies_ahead(seen, when) for when in dates)


_NO = frozenset({"not", "no", "never", "t", "without", "neither", "nor", "cannot"})
_ONLY = frozenset({"only", "least", "just", "longer"})


def _denied(seen: View, figure: Figure, clause: Clause) -> bool:
    """Does a word of denial stand in front of the figure, and not of something said behind it?"""
    low, _ = seen.span(clause.start, clause.end)
    ahead = range(low, figure.at)
    return not figure.plan and any(seen.word(at) in _NO and seen.word(at + 1) not in _ONLY for at in ahead)


def _lies_ahead(seen: View, when: When) -> bool:
    """Does the figure's date begin after the article came out?"""
    published, date = bounds(seen.reading.source.published), bounds(when.edtf)
    return published is not None and date is not None and date[0] > published[1]


def _modality(clause: Clause, forward: bool) -> Modality:
    """A target is planned; a figure is a figure, whatever opinion is built on it."""
    if clause.modality == "rumoured":
        return "rumoured"
    if forward:
        return "planned"
    return "hedged" if clause.modality == "hedged" else "asserted"


def _values(seen: View, figure: Figure, forward: bool) -> MetricValues:
    when = as_of(seen, figure, forward)
    if figure.number is not None:
        number = figure.number
        return MetricValues(figure.name, number.value, figure.unit, number.qualifier, (), when, forward)
    money = figure.amounts[0].money
    return MetricValues(figure.name, None, money.currency, money.qualifier, figure.amounts, when, forward)
