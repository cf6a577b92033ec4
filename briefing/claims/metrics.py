"""A Reading goes in, claims on figures of the subject come out: revenue, counts, capacity, growth, shares, valuations.

Only the subject's figures: the clause must be about it. Sums that belong to a round (funding.py), to a deal or to
somebody else are left alone; figures of other companies are handed on as Rejected.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.claims import measures
from briefing.claims.dates import resolve
from briefing.claims.events import Memory, sketches
from briefing.claims.filling import quote
from briefing.claims.phrases import book, words_of
from briefing.claims.reading import Clause, FoundDate, FoundNumber, Reading
from briefing.claims.roles import is_conversion, roles
from briefing.claims.takers import SUBJECT, Taker, of_clause, owner_before
from briefing.claims.view import View, view
from briefing.model.claim import Amount, Claim, MetricValues, Modality, Rejected
from briefing.model.dates import When, bounds
from briefing.model.money import Role


def extract(reading: Reading) -> Iterator[Claim | Rejected]:
    """Metric claims of one source in text order."""
    for utterance in reading.utterances:
        if utterance.passage.kind == "row" or not (utterance.amounts or utterance.numbers):
            continue
        seen = view(reading, utterance)
        rejected: set[str] = set()
        for figure in sorted([*_sums(seen), *_numbers(seen)], key=lambda one: one.at):
            made = _claim(seen, figure)
            if isinstance(made, Claim):
                yield made
            elif made is not None and made.reason not in rejected:
                rejected.add(made.reason)
                yield made


class _Figure:
    """One figure of an utterance. at: its token; after: the token behind it; values: without date and firmness."""

    __slots__ = ("after", "amount", "amounts", "at", "name", "number", "plan", "unit")

    def __init__(
        self,
        at: int,
        after: int,
        name: str,
        amounts: tuple[Amount, ...] = (),
        number: FoundNumber | None = None,
        unit: str = "",
        plan: bool = False,
    ) -> None:
        self.at, self.after, self.name, self.amounts, self.number, self.plan = at, after, name, amounts, number, plan
        self.amount = amounts[0] if amounts else None
        self.unit = unit


# ---------------------------------------------------------------- which figures


def _sums(seen: View) -> Iterator[_Figure]:
    found = roles(seen)
    in_rounds = {
        number for sketch in sketches(seen, Memory()) if sketch.amount is not None for number in sketch.valuations
    }
    for number, role in enumerate(found):
        if is_conversion(seen, number):
            continue
        first, after = seen.amount_span(number)
        if role == "revenue":
            yield _Figure(first, after, measures.of_sum(seen, number), _amounts(seen, number, role))
        elif role == "valuation" and number not in in_rounds:
            listed = {"cap", "capitalization", "capitalisation"} & {
                seen.word(index) for index in range(max(0, first - 6), first)
            }
            yield _Figure(
                first, after, "market capitalization" if listed else "valuation", _amounts(seen, number, role)
            )
        elif role == "capex":
            yield _Figure(first, after, measures.of_plan(seen, number), _amounts(seen, number, role), plan=True)


def _amounts(seen: View, number: int, role: Role) -> tuple[Amount, ...]:
    """The sum, with the source's own conversions of it."""
    last = number + 1
    while last < len(seen.amounts) and is_conversion(seen, last):
        last += 1
    return tuple(Amount(one.money, role, one.start, one.end) for one in seen.amounts[number:last])


def _numbers(seen: View) -> Iterator[_Figure]:
    before: _Figure | None = None
    for number in seen.utterance.numbers:
        first, after = seen.span(number.start, number.end)
        name = _measure(seen, number)
        unit = number.unit
        if not name and not unit and before is not None and _continues(seen, before, first):
            name, unit = before.name, before.unit  # "2 million developers, up from 356,000"
        if name:
            before = _Figure(first, after, name, (), number, unit or name)
            yield before


def _continues(seen: View, before: _Figure, first: int) -> bool:
    between = [seen.word(index) for index in range(before.after, first)]
    return len(between) <= 10 and bool(set(between) & {"from", "to", "versus", "than"}) and before.unit != "times"


def _measure(seen: View, number: FoundNumber) -> str:
    if number.unit == "percent":
        return measures.of_share(seen, number)
    if number.unit == "times":
        return measures.of_multiple(seen, number)
    if number.unit in words_of("metrics", "counts", "power"):
        return measures.of_power(seen, number)
    first = seen.index(number.start)
    if number.unit == "fraction" or (number.value < 3 and number.unit) or seen.word(first - 1) == "by":
        return ""
    spelt = not any(char.isdigit() for char in seen.text[number.start : number.end])
    if spelt and number.value < 13 and not _had(seen, first):
        return ""
    return measures.of_count(seen, number)


def _had(seen: View, first: int) -> bool:
    """Does a verb of having stand right before ("operates five plants")?"""
    return bool({seen.word(index) for index in range(max(0, first - 4), first)} & words_of("metrics", "gate", "has"))


# ---------------------------------------------------------------- whose, how firm, as of when


def _claim(seen: View, figure: _Figure) -> Claim | Rejected | None:
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    owner = _owner(seen, figure)
    evidence = quote(seen)
    if owner != SUBJECT:
        who = owner.name or "nobody that is named"
        return (
            Rejected(f"a figure of another company or of a market: {who}", "metric", evidence)
            if figure.amount
            else None
        )
    if clause.modality in ("hypothetical", "denied") or (clause.negated and not figure.plan):
        return None
    forward = _forward(seen, figure, clause)
    modality: Modality = (
        "planned" if forward and clause.modality in ("asserted", "hedged", "opinion", "implied") else clause.modality
    )
    if modality == "planned" and not forward:
        modality = "asserted"
    if modality in ("opinion", "implied"):
        modality = "asserted"
    values = _values(seen, figure, forward)
    return Claim(
        "", "metric", evidence.quote, evidence, clause.holders, clause.holder_kind, modality, values, (), clause.cues
    )


def _values(seen: View, figure: _Figure, forward: bool) -> MetricValues:
    when = _as_of(seen, figure, forward)
    if figure.amount is not None:
        money = figure.amount.money
        return MetricValues(figure.name, None, money.currency, money.qualifier, figure.amounts, when, forward)
    assert figure.number is not None  # a figure is one or the other
    number = figure.number
    return MetricValues(figure.name, number.value, figure.unit, number.qualifier, (), when, forward)


def _owner(seen: View, figure: _Figure) -> Taker:
    """Whose figure it is: an owner in front of it or of its measure, else whom the clause is about."""
    owner = owner_before(seen, figure.at)
    if owner is not None and owner.who != "unknown":
        return owner
    owner = _owner_of_measure(seen, figure)
    if owner is not None:
        return owner
    if _of_market(seen, figure):
        return Taker("other", "a market")
    return of_clause(seen, figure.at)


def _owner_of_measure(seen: View, figure: _Figure) -> Taker | None:
    """ "Acme's revenue reached …", "OtherCo's valuation of …": the owner of the measure's noun in front of the figure."""
    heads = (
        set(figure.name.split()[-1:]) | {"valuation"} if figure.amount is not None else set(figure.name.split()[-1:])
    )
    for index in range(figure.at - 1, max(figure.at - 12, -1), -1):
        if seen.word(index) in (".", ";"):
            return None
        if seen.word(index) in heads:
            first = index
            while (
                first
                and seen.word(first - 1) not in ("s", "its", "their", "the", "of", "'", "a")
                and figure.at - first < 14
            ):
                first -= 1
            owner = owner_before(seen, first)
            return owner if owner is not None and owner.who != "unknown" else None
    return None


def _of_market(seen: View, figure: _Figure) -> bool:
    """ "The market is worth $50 billion", "worldwide volume": nobody's own figure."""
    low, _ = seen.span(*_clause_span(seen, figure))
    words = [seen.word(index) for index in range(max(low, figure.at - 10), figure.at)]
    heads = words_of("metrics", "gate", "market_heads")
    if figure.amount is not None and set(words) & heads and not {"cap", "share", "capitalization", "its"} & set(words):
        return True
    return bool({"worldwide", "globally", "nationwide"} & set(words)) and figure.amount is not None


def _clause_span(seen: View, figure: _Figure) -> tuple[int, int]:
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    return clause.start, clause.end


def _forward(seen: View, figure: _Figure, clause: Clause) -> bool:
    """Is the figure a target? Words of planning must stand in front of it in its clause, or its date lie ahead."""
    low, _ = seen.span(clause.start, clause.end)
    before = range(max(low, figure.at - 14), figure.at)
    if figure.plan:
        return True
    if clause.modality == "planned" and _cue_before(seen, clause, figure):
        return True
    if next(book("metrics", "gate", "future").all(seen.found, before.start, before.stop), None):
        return not _base(seen, figure)
    return False


def _cue_before(seen: View, clause: Clause, figure: _Figure) -> bool:
    low, _ = seen.span(clause.start, clause.end)
    ends = {cue.split()[-1] for cue in clause.cues}
    return not ends or any(seen.word(index) in ends for index in range(low, figure.at)) and not _base(seen, figure)


def _base(seen: View, figure: _Figure) -> bool:
    """ "from 54 megawatts to more than 200": the lower figure is where things stand."""
    return "from" in [seen.word(index) for index in range(max(0, figure.at - 3), figure.at)]


# ---------------------------------------------------------------- as of


def _as_of(seen: View, figure: _Figure, forward: bool) -> When | None:
    dates = [date for date in seen.utterance.dates if _dates_figures(seen, date)]
    if figure.number is not None and figure.number.unit in ("percent", "times"):
        dates = [date for date in dates if date.when.anchor != "previous-event"]  # the base, not the time of growth
    own = _nearest(seen, figure, dates)
    if own is not None:
        if own.when.anchor == "previous-event":
            other = _nearest(seen, figure, [date for date in dates if date.when.anchor != "previous-event"])
            return resolve(own.when, other.when.edtf if other is not None else "")
        return own.when
    return _published(seen, figure, forward)


def _nearest(seen: View, figure: _Figure, dates: list[FoundDate]) -> FoundDate | None:
    """The date of a figure: behind it and before the next figure, else in front of it."""
    others = sorted(
        seen.index(one.start)
        for one in (*seen.amounts, *seen.utterance.numbers)
        if not figure.at <= seen.index(one.start) < figure.after
    )
    following = next((place for place in others if place >= figure.after), len(seen.found))
    behind = [
        date
        for date in dates
        if figure.after <= seen.index(date.start) < following and seen.index(date.start) - figure.after < 16
    ]
    if behind:
        return behind[0]
    before = [date for date in dates if seen.index(date.start) < figure.at and _reaches(seen, date, figure)]
    if before and (figure.at - seen.index(before[-1].start) < 30):
        return before[-1]
    after = [date for date in dates if seen.index(date.start) >= following]
    joined = "and" in [seen.word(index) for index in range(figure.after, following)]
    compared = "from" in [seen.word(index) for index in range(figure.after, following)]
    return after[0] if after and not joined and not compared and len(dates) == 1 and not _base(seen, figure) else None


def _reaches(seen: View, date: FoundDate, figure: _Figure) -> bool:
    """A date in an inserted clause ("which raised $5 million in 2022, now has …") does not date what follows it."""
    clause = seen.utterance.clause_at(date.start)
    return clause.start <= seen.offset(figure.at) < clause.end or clause.start == seen.utterance.clauses[0].start


_BASES = frozenset("over than versus vs compared against since founded launched".split())


def _dates_figures(seen: View, date: FoundDate) -> bool:
    place = seen.index(date.start)
    before = [seen.word(index) for index in range(max(0, place - 2), place)]
    base = set(before[-1:]) & _BASES or before == ["compared", "with"]
    return not base or date.when.anchor == "previous-event" and not before[-1:] == ["over"]


def _published(seen: View, figure: _Figure, forward: bool) -> When | None:
    """A figure told in the present tense without a date is of the day the article came out."""
    published = seen.reading.source.published
    found = bounds(published)
    if forward or not found or found[0] != found[1] or _base(seen, figure):
        return None
    words = {seen.word(index) for index in range(max(0, figure.at - 12), figure.at)}
    present = words & {
        "is",
        "has",
        "now",
        "are",
        "currently",
        "says",
        "operates",
        "serves",
        "employs",
        "runs",
        "powers",
        "counts",
        "processes",
    }
    return When(published, "publication", "") if present else None
