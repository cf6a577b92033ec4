"""The events of an utterance go in; valuations, dates and backers are given to the one each belongs to.

The nearest event has it, what follows an event sooner than what precedes it. Dates go one to one.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from briefing.claims.backerlists import Backing
from briefing.claims.leaders import recalls
from briefing.claims.phrases import words_of
from briefing.claims.reading import FoundDate
from briefing.claims.sketches import Sketch
from briefing.claims.view import View

_FARTHEST = 60


def settle(view: View, made: list[Sketch], valuations: Iterable[int], backed: Iterable[Backing]) -> None:
    """Fill the sketches (in text order) with what belongs to them."""
    for number, sketch in enumerate(made):
        start = made[number - 1].end(view) if number else 0
        end = made[number + 1].anchor if number + 1 < len(made) else len(view.found)
        sketch.reach = (start, end)
    valuations = list(valuations)
    worths = [view.amount_span(valuation)[0] for valuation in valuations]
    for valuation in valuations:
        _give_worth(view, made, valuation, worths)
    _give_dates(view, made)
    for one in backed:
        own = [
            sketch
            for sketch in made
            if sketch.verb == one.at and sketch.family == "lead" and view.word(one.at + 1) not in ("by", ",")
        ]  # "which led its | Series A"
        before = own[:1] or [sketch for sketch in made if sketch.anchor <= one.at] or made[:1]
        for home in before if view.word(one.at - 1) in ("both", "each", "all") else before[-1:]:
            home.backings.append(one)


def _distance(anchor: int, place: int) -> int:
    return place - anchor if place >= anchor else anchor - place + 4


# ---------------------------------------------------------------- valuations


def _give_worth(view: View, made: list[Sketch], number: int, worths: Iterable[int]) -> None:
    """The valuation to the nearest event; one in another currency beside it goes along. worths: the tokens of all."""
    first, _ = view.amount_span(number)
    if made and not _of_the_past(view, first):
        home = min(
            made, key=lambda sketch: (_distance(sketch.anchor, first) + _parted(view, sketch, first), sketch.anchor)
        )
        low, high = sorted((first, home.anchor))
        between = view.words(low, high)
        if first < home.anchor and not _ROSE.isdisjoint(pairwise(between)):
            return  # "at a | $210 million valuation, up from $120 million in 2023's Series B": of the deal before
        if ";" not in view.words(low, high) or not any(low < at < high for at in worths):
            home.valuations.append(number)  # not of "could seek | $3 billion; it was worth $7 billion in its Series E"


_ROSE = frozenset({("up", "from"), ("down", "from")})


def _parted(view: View, sketch: Sketch, place: int) -> int:
    """A semicolon between a sum and an event keeps the two apart."""
    low, high = sorted((sketch.anchor, place))
    return 20 * (";" in view.low[low:high])


def _of_the_past(view: View, first: int) -> bool:
    """ "up from a $2 billion valuation", "double the $2 billion valuation of last year"."""
    before = view.words(max(0, first - 5), first)
    ahead = view.words(max(0, first - 6), first)
    if "than" in before and "more" not in ahead and "less" not in ahead:
        return True
    grown = next((at for at, word in enumerate(before) if word in _MULTIPLYING), -1)
    if grown >= 0 and before[grown + 1 : grown + 2] in (["its"], ["the"], ["their"], ["a"], ["from"]):
        return "to" not in before[grown:] and "at" not in before[grown:]  # "tripling its | $2 billion | valuation"
    return bool(set(before[-3:]) & (words_of("rounds", "dating", "base") - {"than"})) and grown < 0


_MULTIPLYING = frozenset(
    {"doubling", "tripling", "quadrupling", "doubles", "triples", "quadruples", "doubled", "tripled"}
)


# ---------------------------------------------------------------- dates


def _give_dates(view: View, made: list[Sketch]) -> None:
    """Dates to events one to one, nearest first; a lone date goes to rounds held side by side."""
    dates = [date for date in view.utterance.dates if _of_event(view, date)]
    if _in_turn(view, made, dates):
        for sketch, date in zip(made, dates, strict=True):
            sketch.dates.append(date)
        return
    pairs = sorted(
        (_cost(view, sketch, date, made), date.start, number) for number, sketch in enumerate(made) for date in dates
    )
    by_start = {date.start: date for date in dates}
    given: set[int] = set()
    for cost, start, number in pairs:
        if start in by_start and number not in given and cost <= _FARTHEST:
            made[number].dates.append(by_start.pop(start))
            given.add(number)
    if len(dates) == 1 and view.word(view.index(dates[0].start) - 1) == "of":
        return  # "the $7 million Series B | of May | plus a $3 million loan": of the one it stands behind
    aside = {"alongside", "both"} & {token.word for token in view.found}
    if len(dates) == 1 and len(made) == 2 and len(given) == 1 and (aside or _side_by_side(view, made)):
        made[({0, 1} - given).pop()].dates.append(dates[0])


def _in_turn(view: View, made: list[Sketch], dates: list[FoundDate]) -> bool:
    """ "$5 million in 2022, $9 million in 2024 and …": as many dates as events, in turn."""
    if len(dates) != len(made) or len(made) < 2:
        return False
    places = sorted([(sketch.anchor, 0) for sketch in made] + [(view.index(date.start), 1) for date in dates])
    kinds = [kind for _, kind in places]
    return kinds in ([0, 1] * len(made), [1, 0] * len(made))


def _side_by_side(view: View, made: list[Sketch]) -> bool:
    """ "In 2022 came a $3 million grant from Delta and | a $5 million loan": one date for both."""
    first, last = made[0].end(view), made[1].anchor
    if any(first <= view.index(date.start) < last for date in view.utterance.dates):
        return False  # "a grant of $5 million, awarded in 2024, and $9 million that Delta gave"
    between = view.words(first, last)
    told = {verb for family in ("raise", "loose", "invest", "lead") for verb in words_of("rounds", "verbs", family)}
    return (
        len(between) <= 14 and "and" in between[-6:] and not set(between) & ({";", ".", ":", "after", "since"} | told)
    )


def _cost(view: View, sketch: Sketch, date: FoundDate, made: list[Sketch]) -> int:
    place = view.index(date.start)
    if place < sketch.anchor and in_aside(view, place, sketch.anchor):
        return _FARTHEST + 1
    low, high = sorted((sketch.anchor, place))
    crossed = sum(low < other.anchor < high for other in made if other is not sketch)
    apart = view.utterance.clause_at(date.start) != view.utterance.clause_at(view.offset(sketch.anchor))
    stops = sum(word in (";", ":", "(", "—") for word in view.words(low, high))
    earlier = place < sketch.anchor and any(other.anchor < place for other in made)
    closed = earlier and (",", "and") in pairwise(
        view.words(place, sketch.anchor)
    )  # ", awarded in 2024, and | $9 million"
    return _distance(sketch.anchor, place) + 30 * (crossed + closed) + 4 * apart + 8 * stops


def in_aside(view: View, place: int, anchor: int) -> bool:
    """Does a token in front of an event stand in a relative clause that is closed before it?

    "Oakfund, which rescued it in | 2023 |, sold shares for | $9 million": the date of what is told in between.
    """
    opener = next((at for at in range(place - 1, max(place - _ASIDE, 0), -1) if _opens_aside(view, at)), 0)
    if not opener or ";" in view.low[opener:place] or any(at in view.amount_at for at in range(opener, place)):
        return False
    closer = next((at for at in range(place, anchor) if view.word(at) == ","), 0)
    return closer > 0 and _WHO.isdisjoint(view.words(closer, anchor)) and view.word(closer + 1) != "and"


def _opens_aside(view: View, at: int) -> bool:
    word, before = view.word(at), view.word(at - 1)
    return (word in _WHO and before == ",") or word == "who" or (word == "that" and before in _THOSE)


_THOSE = frozenset({"investor", "fund", "firm", "group", "company", "bank", "backer", "shareholder"})
_ASIDE = 12  # words of "which it founded with two friends in"
_WHO = frozenset({"which", "who", "whose"})
_BEGINS = frozenset({"open", "launch", "start", "begin", "ship", "enter"})


def _of_round_before(view: View, place: int) -> bool:
    """ "valued at $9 million, up 2.3X from its previous round in | March 2024": the date of another round."""
    ahead = view.words(max(0, place - 9), place)
    rise = next((at for at, word in enumerate(ahead) if word in ("up", "down")), -1)
    return rise >= 0 and "from" in ahead[rise:] and not _EARLIER.isdisjoint(ahead[rise:]) and "round" in ahead[rise:]


_EARLIER = frozenset({"previous", "prior", "last", "earlier", "preceding"})


def _of_event(view: View, date: FoundDate) -> bool:
    """Can the date be that of a round, and not of founding, maturity, a deadline or another figure?"""
    place = view.index(date.start)
    before = view.words(max(0, place - 3), place)
    behind = view.span(date.start, date.end)[1]
    if before[-1:] == ["since"] and view.word(behind + (view.word(behind) == ",")) == "when":
        return True  # "the first news since 2023, when it sold $5 million of shares"
    opens = before[:1] == ["to"] and before[1] in _BEGINS  # "new plant to open in 2027"
    if (
        opens
        or set(before) & words_of("rounds", "dating", "not_of_event")
        or (before[-1:] == ["from"] and not _owns_sum(view, date))
    ):
        return False
    if not _TOLD.isdisjoint(before) and not _BY_US.isdisjoint(view.words(max(0, place - 6), place)):
        return False  # "which bears out our report in January"
    if {"record", "strong", "best", "weak"} & set(before) and date.when.anchor == "publication":
        return False  # "… investment, record second quarter"
    if _of_another_deed(view, place) or _of_round_before(view, place):
        return False
    after = view.span(date.start, date.end)[1]
    if not _PRICES.isdisjoint(view.words(after, after + 4)) and view.word(after) in ("'", "closing"):
        return False  # "a discount to Friday's price"
    clause = view.utterance.clause_at(date.start)
    if clause.modality == "planned" and view.word(view.index(clause.start)) == "as" and clause.start > view.offset(0):
        return False  # "raised $5 million as it plans to hire 40 people by 2027"
    ahead = words_of("rounds", "dating", "ahead")
    if before[-1:] == ["by"] and not any(token.word in ahead for token in view.found):
        return False
    if any(recalls(view, at) for at in range(max(place - 8, 1), place) if view.word(at) == "led"):
        return False  # "…, which had led its Series A in 2022"
    return not (_of_base(view, place) or _compared(view, place) or _of_round_added_to(view, place))


def _of_round_added_to(view: View, place: int) -> bool:
    """ "put $5 million on top of the Series A it closed | in spring", "as part of the round that Acme closed in | May":
    the date of the round that grows, not of what comes on top."""
    verb = next((at for at in range(place - 1, max(place - 4, 0), -1) if view.word(at) in _HELD), 0)
    if not verb:
        return False
    who = verb - 1
    while view.word(who) in ("had", "first", "originally"):
        who -= 1
    noun = who - 1 - (view.word(who - 1) in ("that", "which", "the"))
    noun -= view.word(noun) in ("that", "which")
    named = view.word(noun) in ("round", "seed", "financing") or view.word(noun - 1) == "series"
    opener = next((at for at in range(noun, max(noun - 5, 0), -1) if view.word(at) in ("the", "its")), 0)
    return named and who in range(noun + 1, verb) and opener > 0 and view.word(opener - 1) in ("to", "of", "into")


_HELD = frozenset({"announced", "closed", "raised", "unveiled", "disclosed", "completed", "opened", "reported"})


def _owns_sum(view: View, date: FoundDate) -> bool:
    """ "a discount from | last June's | $5 million round"."""
    after = view.span(date.start, date.end)[1]
    return view.word(after) == "'" and after + 2 in view.amount_at


def _of_another_deed(view: View, place: int) -> bool:
    """ "from Northwind, which became an investor in | 2020", "aims for a listing in | 2028": not when it raised."""
    near = view.words(max(0, place - 7), place)
    if not _LISTINGS.isdisjoint(near[-4:]) and not _AIMING.isdisjoint(near):
        return True
    which = next((at for at, word in enumerate(near) if word in ("which", "who")), -1)
    if view.reading.source.language != "en" and not _ALREADY.isdisjoint(near[-2:]):
        return not _RELATIVE.isdisjoint(near)  # "der Fonds Oakfund, der bereits | 2019 | eingestiegen war"
    return (
        which >= 0
        and not _BECAME.isdisjoint(near[which:])
        and not any(place - len(near) + which < at < place for at in view.amount_at)
    )


_ALREADY = frozenset({"bereits", "schon", "déjà", "já", "ya", "già"})
_RELATIVE = frozenset({"der", "die", "das", "qui", "que", "che"})
_LISTINGS = frozenset({"listing", "ipo", "float", "flotation"})
_AIMING = frozenset(
    {"aims", "aiming", "eyes", "eyeing", "plans", "planning", "targets", "targeting", "hopes", "considers"}
)
_BECAME = frozenset({"became", "become"})
_PRICES = frozenset({"close", "closing", "price", "high", "low"})
_TOLD = frozenset({"reported", "wrote", "revealed", "scooped"})
_BY_US = frozenset({"we", "first", "as"})
_WAS = ("it", "was"), ("they", "were"), ("the", "company")
_THAN = frozenset({"at", "in", "its", "during", "it", "when", "last"})


def _compared(view: View, place: int) -> bool:
    """ "more than it was worth at its last round | two years ago", "more than at its last raise in 2023":
    the date of what the news is measured by."""
    sum_between = False
    for index in range(place - 1, max(place - 14, -1), -1):
        word, after = view.word(index), view.word(index + 1)
        if word in (",", ";", "."):
            return False
        sum_between = sum_between or index in view.amount_at
        if word == "compared" and after in ("with", "to"):
            return True
        if sum_between:
            continue
        if word == "what" and (after, view.word(index + 2)) in _WAS:
            return True
        if word == "than" and after in _THAN:
            return True
    return False


def _of_base(view: View, place: int) -> bool:
    """ "up from $2 billion a year ago": the date belongs to the figure it is up from."""
    if view.word(place + 1) == "'" and place + 3 in view.amount_at:
        return False  # "2023's $27 million Series B"
    told = {"round", "raise", "financing", "funding"} & set(view.words(max(0, place - 5), place))
    for index in range(place - 1, max(place - (9 if told else 4), -1), -1):
        if view.word(index) in (".", ";", ","):
            return False
        if index in view.amount_at:
            first = view.amount_span(view.amount_at[index])[0]
            return "from" in view.words(max(0, first - 3), first) or _of_the_past(view, first)
    return False
