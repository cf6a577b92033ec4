"""A figure in its utterance goes in, as of when it holds comes out, and whether it is a target that lies ahead."""

from __future__ import annotations

from itertools import pairwise

from briefing.claims.dates import resolve
from briefing.claims.having import goes_on
from briefing.claims.inturn import date_in_turn
from briefing.claims.phrases import book, words_of
from briefing.claims.reading import Clause, FoundDate
from briefing.claims.saidof import GOALS
from briefing.claims.sumfigures import Figure
from briefing.claims.tokens import tokens
from briefing.claims.view import View
from briefing.model.dates import When, bounds


def is_target(seen: View, figure: Figure, clause: Clause) -> bool:
    """Do words of planning stand in front of the figure in its clause?"""
    if figure.plan or not GOALS.isdisjoint(figure.name.split()) or _is_condition(seen, figure):
        return True
    low, _ = seen.span(clause.start, clause.end)
    if seen.word(figure.at - 1) == "now":
        return False  # "Headcount, now | 220, is to reach 400"
    if seen.words(figure.at - 2, figure.at) in (["of", "its"], ["of", "their"]):
        return False  # "will cut 240 of its | 3,200 jobs"
    if figure.name == "valuation" and _is_worth_now(seen, figure):
        return False
    if clause.modality == "planned" and _cue_before(seen, clause, figure, low):
        return True
    if _listed_plan(seen, figure) or _is_to_come(seen, figure, low):
        return True
    told = figure.number is not None or clause.holder_kind == "company"
    if told and "would" in seen.words(max(low, figure.at - 4), figure.at):
        return True  # "said it would carry | 600 passengers"
    ahead = book("metrics", "gate", "future").all(seen.low, max(low, figure.at - 14), figure.at)
    last = next(reversed(list(ahead)), None)
    held = last is not None and not _HELD.isdisjoint(seen.words(last.after, figure.at))  # "…, and orders were | $5m"
    return last is not None and not held and not _is_base(seen, figure)


def _is_condition(seen: View, figure: Figure) -> bool:
    """ "The rest is paid when revenue passes | $5 million": what is to be reached first."""
    ahead = seen.words(max(0, figure.at - _CONDITION), figure.at)
    opener = next((place for place, word in enumerate(ahead) if word in _OPENING), -1)
    return opener >= 0 and not _REACHING.isdisjoint(ahead[opener:])


_CONDITION = 9  # words from "when" to the figure
_OPENING = frozenset({"when", "once", "if", "until", "unless"})
_REACHING = frozenset("passes reaches hits exceeds tops crosses surpasses pass reach exceed".split())
_HELD = frozenset({"was", "were", "stood", "came", "had", "rose", "grew", "reached", "already"})


def _is_to_come(seen: View, figure: Figure, low: int) -> bool:
    """ "Another | 70 jobs are to be created": the figure is what the verb of planning is said of."""
    subject = _HAVING.isdisjoint(seen.words(low, figure.at)) and figure.at - low < 12
    if figure.number is None or not subject:
        return False
    behind = seen.span(figure.number.start, figure.number.noun_end)[1]
    return any(hit.first <= behind + 1 for hit in book("metrics", "gate", "future").all(seen.low, behind, behind + 5))


_HAVING = frozenset({"has", "have", "had", "is", "are", "was", "were", "said", "says", "employs", "operates", "with"})
_HAVING |= frozenset(
    "compte emploie possède tem emprega possui reúne atende beschäftigt zählt hat hatte são sont sind tiene".split()
)


def _listed_plan(seen: View, figure: Figure) -> bool:
    """ "It intends to: • expand its fleet to | 60 boats": an item of a list whose lead-in plans."""
    lead_in = seen.utterance.passage.lead_in
    if seen.utterance.passage.kind != "item" or lead_in is None or _is_base(seen, figure):
        return False
    words = tuple([token.word for token in tokens(seen.text, lead_in.start, lead_in.end)])
    return (
        words[-2:] in (("to", ":"), ("will", ":"))
        and next(book("metrics", "gate", "future").all(words), None) is not None
    )


def _cue_before(seen: View, clause: Clause, figure: Figure, low: int) -> bool:
    ends = {cue.split()[-1] for cue in clause.cues}
    return not ends or (bool(ends & set(seen.words(low, figure.at))) and not _is_base(seen, figure))


def _is_base(seen: View, figure: Figure) -> bool:
    """ "from 30 tonnes to more than 70", "after $64 million in 2025": where things stood."""
    before = seen.words(max(0, figure.at - 3), figure.at)
    risen = "from" in before and "to" in before[before.index("from") :]  # "from 2 | to 4.5": the second is the new one
    if figure.amounts and _is_compared(seen, figure):
        return True
    return ("from" in before and not risen) or bool(_COMPARING & set(before) and figure.amounts)


_COMPARING = frozenset({"after", "against", "versus", "ante", "contre", "nach", "gegenüber"})


def _is_compared(seen: View, figure: Figure) -> bool:
    """ "…, compared with a net loss of | $5m on revenue of $9m a year earlier"."""
    for at in range(figure.at - 1, max(figure.at - 8, -1), -1):
        if at in seen.amount_at:
            return False
        if seen.word(at) in ("compared", "against", "versus"):
            return True
    return False


def _is_worth_now(seen: View, figure: Figure) -> bool:
    """ "will let staff sell shares at a price that values it at $9 billion": the price is of today."""
    before = seen.words(max(0, figure.at - 6), figure.at)
    puts = "puts" in before and "value" in before  # "at a price that puts its value at | $5 million"
    return (puts or "values" in before) and not {"would", "will", "could"} & set(before)


def as_of(seen: View, figure: Figure, forward: bool) -> When | None:
    """The date of a figure: its own, reckoned from the other's ("a year earlier"), else the article's day."""
    if len(seen.utterance.dates) > 1 and (paired := date_in_turn(seen, figure.at, _alike(seen, figure))) is not None:
        return paired.when
    dates = [date for date in seen.utterance.dates if _can_date(seen, date)]
    firm = [date for date in dates if date.when.anchor != "previous-event"]
    growth = figure.number is not None and figure.number.unit in ("percent", "times")
    ends = firm if growth else dates  # growth is of the time it ends in, not of its base
    own = _nearest(seen, figure, ends, forward)
    if own is None:
        return _of_period(seen, figure, forward) or _published(seen, figure, forward)
    if own.when.anchor != "previous-event":
        return own.when
    ahead = [date for date in firm if date.start < seen.offset(figure.at)]
    other = _nearest(seen, figure, ahead or firm, forward, of_base=True)
    return resolve(own.when, other.when.edtf if other is not None else "")


def _alike(seen: View, figure: Figure) -> list[tuple[int, int]]:
    """First token and token after of every figure of the utterance like this one."""
    if figure.number is None:
        return [seen.amount_span(number) for number in range(len(seen.amounts))]
    return [
        seen.span(one.start, one.noun_end) for one in seen.utterance.numbers if one.unit in ("", figure.number.unit)
    ]


def _nearest(
    seen: View, figure: Figure, dates: list[FoundDate], forward: bool, of_base: bool = False
) -> FoundDate | None:
    """The date behind a figure and before the next one, else the one in front, else one shared with the next.

    What stands in front of a base figure ("from $20 million") dates the figure that it is compared with: of_base.
    """
    places = [(seen.index(date.start), date) for date in dates]
    before = [(place, date) for place, date in places if place < figure.at and _reaches(seen, date, figure, place)]
    before = [one for one in before if forward or not _is_ahead(seen, one[1])]
    following = _behind_list(seen, figure)
    abroad = seen.reading.source.language != "en"
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    for place, date in places:
        near = figure.after <= place < following and place - figure.after < 16
        near = near and ";" not in seen.words(figure.after, place) and not _opens(seen, place)
        parted = before and seen.utterance.clause_at(date.start) != clause and "and" in seen.words(figure.after, place)
        other = seen.utterance.clause_at(date.start)
        elsewhere = other != clause and (_is_ahead(seen, date) or (abroad and other.modality == "planned"))
        if near and not parted and (forward or not (elsewhere or _of_a_plan(seen, figure, place))):
            return date
    if _is_base(seen, figure) and not of_base:
        ends = figure.after + 10
        later = [
            date for place, date in places if figure.after <= place < ends and date.when.anchor == "previous-event"
        ]
        return later[0] if later and "on" in seen.words(figure.after, figure.after + 1) else None
    if before and figure.at - before[-1][0] < 30:
        return before[-1][1]
    between = seen.words(figure.after, _next_figure(seen, figure.after))
    told_apart = ("and", "that") in pairwise(between)  # "said that revenue was | $5m and that orders were $9m in May"
    shared = (
        len(dates) == 1
        and "and" in between
        and "from" not in between
        and not told_apart
        and _OF_VERBS.isdisjoint(between)
    )
    last = next(((place, date) for place, date in places if place >= following), None) if shared else None
    return last[1] if last is not None and (forward or not _of_a_plan(seen, figure, last[0])) else None


def _is_ahead(seen: View, date: FoundDate) -> bool:
    """ "aims to break even by Q4 2026 and has cut its staff to | 1,540": a date to come is none of what has been."""
    published, found = bounds(seen.reading.source.published), bounds(date.when.edtf)
    return published is not None and found is not None and found[0] > published[1]


def _opens(seen: View, place: int) -> bool:
    """ "employs 1,700 people, and | last year lost $9 million": the date is of what follows it."""
    if seen.word(place - 1) == "and" and place > 1 and not seen.word(place)[:1].isdigit():
        return True
    if seen.word(place - 1) in ("bis", "ab") and seen.word(place - 2) == ",":
        return bool({"soll", "sollen", "will", "wollen", "werden", "wird"} & set(seen.words(place, place + 5)))
    if seen.word(place + 1) == ":":
        return True  # "$14m (2024: $25m)"
    return {"waren", "war", "was", "were"} & set(
        seen.words(place + 1, place + 4)
    ) != set()  # "…, a year ago it was | 120"


def _of_a_plan(seen: View, figure: Figure, place: int) -> bool:
    """ "has 640 customers and aims to break even by | 2027": between a figure of today and the date a plan begins."""
    return next(book("metrics", "gate", "future").all(seen.low, figure.after, place), None) is not None


def _behind_list(seen: View, figure: Figure) -> int:
    """The next figure that is none of a list with this one ("1,200 people in | five offices at the end of 2025")."""
    after = figure.after
    place = _next_figure(seen, after)
    if figure.number is None and seen.word(after) == "on" and place - after < 5:
        return _next_figure(seen, place + 1)  # "a net loss of $5m | on revenue of $9m in 2025": the date is of both
    if figure.number is None or figure.unit in ("percent", "times"):
        return place
    for _ in range(4):
        if not after < place < len(seen.found) or not goes_on(seen, after, place) or _is_dated(seen, after, place):
            break
        if not _OF_VERBS.isdisjoint(seen.words(after, place)) or "from" in seen.words(after, place):
            break
        after, place = place + 1, _next_figure(seen, place + 1)
    return place


_OF_VERBS = frozenset(
    "says said grew lost earned has have had would will could is are was were booked made sells plans expects".split()
)


def _is_dated(seen: View, first: int, after: int) -> bool:
    return any(first <= seen.index(date.start) < after for date in seen.utterance.dates)


def _next_figure(seen: View, after: int) -> int:
    starts = [seen.index(amount.start) for amount in seen.amounts]
    starts += [seen.index(number.start) for number in seen.utterance.numbers]
    return min((place for place in starts if place >= after), default=len(seen.found))


def _reaches(seen: View, date: FoundDate, figure: Figure, place: int) -> bool:
    """A date in an inserted clause ("which raised $5 million in 2022, now has …") does not date what follows it, nor
    does one of a base ("against $36 million in 2024, while its loss widened to …")."""
    ahead = seen.words(max(0, place - 7), place)
    if {"against", "versus", "from"} & set(ahead) and any(
        at in seen.amount_at for at in range(max(0, place - 4), place)
    ):
        return False
    clause = seen.utterance.clause_at(date.start)
    return clause.start <= seen.offset(figure.at) < clause.end or clause.start == seen.utterance.clauses[0].start


def _can_date(seen: View, date: FoundDate) -> bool:
    """No date of comparison ("compared with 2023"), of founding, or of the day on which something was said."""
    place = seen.index(date.start)
    before = seen.words(max(0, place - 2), place)
    base = (before[-1:] and before[-1] in words_of("metrics", "naming", "bases")) or before == ["compared", "with"]
    if date.when.anchor == "previous-event":
        return before[-1:] not in (["over"], ["than"])
    return not base and not _is_of_telling(seen, place)


def _is_of_telling(seen: View, place: int) -> bool:
    """ "…, according to accounts filed on | Tuesday", "founded in | 2018": a date of something else."""
    at = place - 1
    while at > 0 and seen.word(at) in _BEFORE_DATES:
        at -= 1
    word = seen.word(at)
    if any(behind.startswith("gegründet") for behind in seen.words(place + 1, place + 9)):
        return True  # "Das 2019 von Doe gegründete Unternehmen hat …"
    for before in range(place - 1, max(place - 8, -1), -1):
        if seen.word(before) in (",", ";", "."):
            break
        if seen.word(before) in _FOUNDED:
            return True  # "founded at the university in | 2021", "Fondée en | 2018"
    if word in words_of("metrics", "naming", "told"):
        return place - at > 1 or word not in ("report", "accounts", "results")
    return word in words_of("metrics", "naming", "begun") and seen.word(at + 1) != "since"


_FOUNDED = frozenset(
    "founded established incorporated fondée fondé créée créé fundada fundado criada criado gegründet fundó".split()
)
_BEFORE_DATES = frozenset(
    {"on", "in", "late", "early", "mid", "-", "back", "last", "earlier", "this", "at", "the", "end"}
)
_FLOWS = frozenset({"revenue", "revenues", "sales", "loss", "profit", "turnover", "income", "ebitda", "earnings"})


def _of_period(seen: View, figure: Figure, forward: bool) -> When | None:
    """ "Last year's figures are not out yet. Revenue came to | $5m": the period that the text has opened."""
    here = seen.utterance
    flow = bool(figure.amounts) and not _FLOWS.isdisjoint(figure.name.split()) and "recurring" not in figure.name
    if forward or not flow or not here.index or _is_base(seen, figure):
        return None
    before = seen.reading.utterances[here.index - 1]
    if before.passage.block != here.passage.block or len(before.dates) != 1:
        return None
    date = before.dates[0]
    opened = before.passage.start == date.start and seen.text[date.end : date.end + 2] in ("'s", "’s", "s ")
    told = before.text[date.end - before.passage.start :].split()[1:2] if opened else []
    return date.when if told and told[0] in ("figures", "accounts", "results", "numbers") else None


def _published(seen: View, figure: Figure, forward: bool) -> When | None:
    """A figure told in the present tense without a date is of the day the article came out."""
    published = seen.reading.source.published
    found = bounds(published)
    if forward or not found or found[0] != found[1] or _is_base(seen, figure):
        return None
    words = set(seen.words(max(0, figure.at - 12), figure.at))
    return When(published, "publication", "") if words & words_of("metrics", "naming", "present") else None
