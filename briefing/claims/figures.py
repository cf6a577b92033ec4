"""A view of an utterance goes in, the figures that measure a company come out, each with the name of its measure."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.claims import measures, rates, summeasures
from briefing.claims.events import sketches
from briefing.claims.existing import asked_for, is_part, is_stated, of_them
from briefing.claims.having import goes_on, is_bare, is_had, of_their_kind
from briefing.claims.layoffs import of_cut
from briefing.claims.outlays import outlay
from briefing.claims.partitives import is_part_of_told, part_name
from briefing.claims.phrases import book, words_of
from briefing.claims.pointing import points_back
from briefing.claims.reading import FoundNumber
from briefing.claims.roles import is_conversion, roles
from briefing.claims.saidof import driven, labelled, measure_of, said_of
from briefing.claims.sketches import Memory
from briefing.claims.usedby import is_used_by
from briefing.claims.view import View, view
from briefing.claims.volumes import volume
from briefing.model.claim import Amount
from briefing.model.money import Role
from briefing.model.records import dataclass, replace

_CAPITALIZED = frozenset({"cap", "capitalization", "capitalisation"})


@dataclass(frozen=True, slots=True)
class Figure:
    """at, after: its first token and the one behind it. name: of the measure. amounts: a sum and its conversions;
    number, unit: of any other figure. plan: money that is to be spent."""

    at: int
    after: int
    name: str
    amounts: tuple[Amount, ...] = ()
    number: FoundNumber | None = None
    unit: str = ""
    plan: bool = False


def figures(seen: View) -> list[Figure]:
    """Every figure of the utterance that measures somebody, in text order; sums of rounds and deals left out."""
    return sorted([*_sums(seen), *_numbers(seen)], key=lambda one: one.at)


def _sums(seen: View) -> Iterator[Figure]:
    """Sums of trade, valuations told without a round, and plans to spend."""
    found = roles(seen)
    told = sketches(seen, Memory()) if "valuation" in found and "raised" in found else []
    of_rounds = [sketch for sketch in told if sketch.amount is not None]
    in_rounds = {number for sketch in of_rounds for number in sketch.valuations}
    last: tuple[int, str] = (-1, "")
    for number, role in enumerate(found):
        if is_conversion(seen, number):
            continue
        first, after = seen.amount_span(number)
        amounts = _amounts(seen, number, role)
        if role == "revenue":
            last = (after, _spent(seen, first) or summeasures.of_sum(seen, number))
            yield Figure(first, after, last[1], amounts)
        elif points_back(seen, first) and (name := _of_trade(seen, number, "other", last)):
            last = (after, name)
            yield Figure(first, after, name, tuple(replace(one, role="revenue") for one in amounts))
        elif role == "valuation" and number not in in_rounds:
            listed = _CAPITALIZED & set(seen.words(max(0, first - 6), first))
            yield Figure(first, after, "market capitalization" if listed else "valuation", amounts)
        elif name := _of_trade(seen, number, role, last):
            last = (after, name)
            yield Figure(first, after, name, tuple(replace(one, role="revenue") for one in amounts))
        elif role == "capex" and (name := volume(seen, number)) and seen.word(first - 1) not in _SPENDING:
            yield Figure(first, after, name, amounts)  # "manages | $5 billion in annual spending"
        elif role == "capex":
            ahead = seen.words(max(0, first - 6), first)
            spends = not _SPENDING.isdisjoint(seen.words(first - 3, first)) and seen.word(first - 4) != "plans"
            spends = spends or (not _PUT.isdisjoint(ahead[-3:]) and _TO_COME.isdisjoint(ahead))
            name = summeasures.of_plan(seen, number)
            spends_so = spends and name == "investment plan"
            yield Figure(first, after, "spending" if spends_so else name, amounts, plan=not spends)


_SPENDING = frozenset({"spending", "spends", "spent"})
_PUT = frozenset({"put", "invested", "poured", "sank", "sunk", "ploughed", "plowed"})
_TO_COME = frozenset({"will", "would", "to", "plans", "could", "may", "might", "ll", "shall"})


def _of_trade(seen: View, number: int, role: Role, last: tuple[int, str]) -> str:
    """What a sum measures that is neither raised nor a worth; "" for the sums of deals."""
    first, after = seen.amount_span(number)
    if role in ("other", "contract", "fund") and (
        name := volume(seen, number) or _worth(seen, first) or measure_of(seen, first)
    ):
        return name
    if role == "contract" and (name := summeasures.of_contract(seen, first, after)):
        return name
    if role in ("price", "other", "contract") and (name := summeasures.of_piece(seen, first, after)):
        return name
    if role == "price" and seen.words(first - 2, first) in (["paid", "out"], ["pays", "out"]):
        return "payouts"
    if role == "other" and points_back(seen, first):
        return last[1] or _money_before(seen)
    return (_told(seen, number, first, after) or _compared(seen, last, first, after)) if role == "other" else ""


def _money_before(seen: View) -> str:
    """What the last sum of the sentence before measures."""
    here = seen.utterance
    other = seen.reading.utterances[max(here.index - 1, 0)]
    if not here.index or other.passage.block != here.passage.block or not other.amounts:
        return ""
    before = view(seen.reading, other)
    if any(points_back(before, before.amount_span(number)[0]) for number in range(len(other.amounts))):
        return ""
    return next((one.name for one in reversed(figures(before)) if one.amounts), "")


def _worth(seen: View, first: int) -> str:
    """ "The order book is worth | $5 million"."""
    return said_of(seen, first - 1) if seen.word(first - 1) == "worth" else ""


def _compared(seen: View, last: tuple[int, str], first: int, after: int) -> str:
    """ "lost $44 million, compared with | $61 million": the measure of the sum before."""
    between = seen.words(last[0], first) if 0 <= last[0] < first else []
    told = not {"compared", "versus", "against", "from"}.isdisjoint(between) and len(between) <= 12
    told = told or (between[:1] == ["("] and between[-1:] == [":"] and len(between) == 3)  # "$14m (2024: | $25m)"
    told = told or (between == ["to"] and "from" in seen.words(max(0, last[0] - 8), last[0]))  # "from $5m | to $3m"
    if last[1] and not {".", ";"} & set(between) and seen.word(after + 1) == "from" and seen.word(after) in _CAME:
        return _with_source(seen, last[1], after + 1)
    return last[1] if told and not {".", ";"} & set(between) else ""


def _with_source(seen: View, name: str, at: int) -> str:
    """ "Of its revenue of $9 million, | $5 million came | from repairs": "revenue from repairs"."""
    end = at + 1
    while end < at + 7 and seen.word(end).isalpha() and end not in seen.amount_at:
        end += 1
    return f"{name} {seen.text[seen.offset(at) : seen.end(end - 1)]}"


_CAME = frozenset({"came", "comes", "coming"})


def _told(seen: View, number: int, first: int, after: int) -> str:
    """What a sum of no kind measures, by the words around it."""
    if seen.amounts[number].per:
        told = labelled(seen, first) or said_of(seen, first) or _spent(seen, first)
        return told or summeasures.of_price(seen, first)
    return (
        labelled(seen, first)
        or said_of(seen, first)
        or driven(seen, first)
        or summeasures.of_milestones(seen, after)
        or _carried_on(seen, first)
        or _spent(seen, first)
        or summeasures.of_note(seen, first)
        or summeasures.of_orders(seen, first, after)
        or outlay(seen, first, after)
        or summeasures.of_worth(seen, first)
        or _taken_in(seen, after)
    )


def _spent(seen: View, first: int) -> str:
    """ "is burning | $2 million a month", "sells for | $90", "lost | $5 million": by the verb in front of the sum."""
    at = first - 1
    while (
        at >= 0
        and first - at < 5
        and (seen.word(at) in words_of("metrics", "said_of", "small") or seen.word(at) == '"')
    ):
        at -= 1
    if not _EACH.isdisjoint(ahead := seen.words(max(0, first - 7), first)) and "." not in ahead:
        return ""  # "each customer brings in | $5,000 a year"
    for hit in book("metrics", "spent").all(seen.low, max(0, at - 2), first):
        if hit.after >= at + 1:
            return hit.meaning
    return ""


def _taken_in(seen: View, after: int) -> str:
    """ "The | $5 million | that Acme took in last year": by the verb of the relative clause behind the sum."""
    whose = after + (seen.word(after) in ("that", "which"))
    named = seen.name_at.get(whose)
    if seen.word(whose) not in ("it", "we", "they", "the") and (named is None or not named.is_subject):
        return ""
    return next((hit.meaning for hit in book("metrics", "spent").all(seen.low, whose + 1, whose + _TAKING)), "")


_TAKING = 6  # tokens from the relative pronoun to the verb
_EACH = frozenset({"each", "every"})


def _carried_on(seen: View, first: int) -> str:
    """ "Revenue reached $90 million. It expects to hit | $150 million": the measure of the sentence before."""
    here = seen.utterance
    before = set(seen.words(max(0, first - 5), first))
    pointed = seen.word(0) in ("that", "this", "the") and seen.word(1) in (
        "measure",
        "figure",
        "number",
        "metric",
        "sum",
    )
    reaching = pointed or before & words_of("metrics", "gate", "reaching")
    if not here.index or not reaching or "valuation" in before:
        return ""
    other = view(seen.reading, seen.reading.utterances[here.index - 1])
    if other.utterance.passage.block != here.passage.block:
        return ""
    traded = [number for number, role in enumerate(roles(other)) if role == "revenue"]
    if traded:
        return summeasures.of_sum(other, traded[-1])
    told = list(book("metrics", "money").all(other.low))
    return told[-1].meaning if told and (pointed or any(number.unit for number in other.utterance.numbers)) else ""


def _amounts(seen: View, number: int, role: Role) -> tuple[Amount, ...]:
    """The sum, with the source's own conversions of it."""
    last = number + 1
    while last < len(seen.amounts) and is_conversion(seen, last):
        last += 1
    return tuple(Amount(one.money, role, one.start, one.end) for one in seen.amounts[number:last])


def _without_owner(seen: View, counted: str) -> str:
    """ "900 | Acme drones": drones."""
    own = next((own for own in seen.reading.subject_names if counted.startswith(f"{own} ")), "")
    return counted[len(own) :].lstrip()


def _numbers(seen: View) -> Iterator[Figure]:
    before: Figure | None = None
    for number in of_their_kind(seen):
        first, after = seen.span(number.start, number.end)
        further = before is not None and _is_count(before) and number.value > 2 and goes_on(seen, before.after, first)
        name, unit = _measure(seen, number, further), measures.unit_of(seen, number)
        if not name and not unit and before is not None and _continues(seen, before, first):
            name, unit = _carried(before)  # "7 million users, up from 3 million"
        if cut := of_cut(seen, number):
            name, unit = cut, cut
        if not name and not number.unit and (noun := of_them(seen, number)):
            name, unit = noun, noun
        if not name and not number.unit and (noun := asked_for(seen, number)):
            name, unit = noun, noun
        if not name and not number.unit and is_part_of_told(seen, first, after):
            told = (_carried(before) if before and _is_count(before) else None) or _told_before(seen)
            name, unit = _of_part(seen, after, told) if told else ("", "")
        if not name and not _is_year(seen, number) and (is_bare(seen, number) or _is_pointed(seen, number)):
            name, unit = (_carried(before) if before and _is_count(before) else None) or _told_before(seen) or ("", "")
            name = name.removeprefix("new ")  # "added 900 users and ended the year with | 5,000"
        if name:
            name, unit = _without_owner(seen, name), _without_owner(seen, unit or name)
            before = Figure(first, after, name, (), number, unit)
            yield before


def _is_pointed(seen: View, number: FoundNumber) -> bool:
    return not number.unit and number.value >= 3 and points_back(seen, seen.index(number.start))


_ACTIVE = frozenset({"transacted", "active", "used", "use", "logged", "ordered", "paid", "pay", "bought", "returned"})


def _of_part(seen: View, after: int, told: tuple[str, str]) -> tuple[str, str]:
    """ "Only 640 of them | transacted": of those who were counted the active ones, or those told of."""
    acts = not _ACTIVE.isdisjoint(seen.words(after + 2, after + 6)) and not told[0].startswith("active ")
    if acts and seen.words(after, after + 2) == ["of", "them"]:
        return f"active {told[0].removeprefix('registered ')}", told[1]
    return part_name(seen, after, told[0].removeprefix("new ")), told[1]


def _told_before(seen: View) -> tuple[str, str] | None:
    """ "It operates 14 boats. It plans to have | 40": what the sentence before counted last."""
    here = seen.utterance
    if here.passage.kind == "row":
        return None
    for other in reversed(seen.reading.utterances[max(here.index - 2, 0) : here.index]):
        if other.passage.block != here.passage.block or other.passage.kind == "row":
            return None
        told = figures(view(seen.reading, other)) if other.numbers else []
        if counts := [one for one in told if one.number is not None and _is_count(one)]:
            return counts[-1].name, counts[-1].unit
    return None


def _is_count(figure: Figure) -> bool:
    return figure.unit not in ("percent", "times") and figure.unit not in words_of("metrics", "counts", "power")


def _carried(before: Figure) -> tuple[str, str]:
    """Name and unit of a bare number behind a figure: behind a growth ("fell by 3% to 2.4 million") what grew."""
    if before.unit not in ("percent", "times"):
        return before.name, before.unit
    grown = before.name.removesuffix("growth").strip()
    return grown, grown


def _continues(seen: View, before: Figure, first: int) -> bool:
    between = seen.words(before.after, first)
    if between[-2:] == ["it", "was"] and len(between) <= 12 and {"ago", "earlier", "before"} & set(between):
        return before.unit != "times"  # "works with 340 hospitals; a year ago it was | 150"
    if between[-2:] in (["waren", "es"], ["war", "es"]) and len(between) <= 12:
        return before.unit != "times"  # "beschäftigt 185 Mitarbeiter, vor einem Jahr waren es | 120"
    if between[-2:] in (["sollen", "es"], ["werden", "es"], ["es", "sein"]) and len(between) <= 18:
        return before.unit != "times"  # "Rund 320 Mitarbeiter hat das Unternehmen, bis 2027 sollen es | 500 sein"
    if between[-1:] == ["against"] and len(between) <= 20:  # "9,400 in the first half, against | 6,100 in all of 2024"
        return before.unit not in ("percent", "times")
    if between[-2:] in (["up", "from"], ["down", "from"]) and len(between) <= 16:
        return before.unit != "times"  # "45 clinics use at least one of its products, up from | seven"
    return len(between) <= 10 and bool(set(between) & {"from", "to", "versus", "than"}) and before.unit != "times"


def _is_year(seen: View, number: FoundNumber) -> bool:
    """ "Founded: 2019": four digits without a unit or a mark of thousands."""
    shown = seen.text[number.start : number.end]
    return not number.unit and shown.isdigit() and len(shown) == 4 and 1700 < number.value < 2200


_TIMES = frozenset({"seconds", "minutes", "hours", "days", "weeks", "months", "years"})
_LASTING = frozenset(
    {"time", "lifetime", "life", "period", "tenor", "term", "delay", "wait", "payback", "duration", "runway"}
)


def _measure(seen: View, number: FoundNumber, further: bool) -> str:
    """The name of what the number measures, "" if it is none of a company's figures. further: it follows another."""
    begins = seen.index(number.start)
    if seen.reading.source.language != "en" and not any(
        char.isdigit() for char in seen.text[number.start : number.end]
    ):
        return ""  # a small number in words, in a language in which "four" and "one" may be many things
    if name := labelled(seen, begins):
        return "" if number.unit == "fraction" or _is_year(seen, number) else name
    if number.unit == "percent":
        return rates.of_share(seen, number) or said_of(seen, begins) or driven(seen, begins)
    if number.unit in ("months", "years") and measures.is_runway(seen, number):
        return "cash runway"
    if number.unit in _TIMES:
        told = said_of(seen, begins)
        return told if not _LASTING.isdisjoint(told.split()) else ""  # "The median delivery time is | 22 hours"
    if not number.unit and measures.is_headcount(seen, begins, said_of(seen, begins)) and number.value > 2:
        return "" if _is_year(seen, number) else measures.of_staff(seen, begins, said_of(seen, begins))
    if (
        not number.unit
        and number.value > 2
        and not _is_year(seen, number)
        and (name := said_of(seen, begins) or driven(seen, begins))
    ):
        return name  # "Total capacity is 60,000"
    if number.unit == "times":
        return rates.of_multiple(seen, number)
    if number.unit in words_of("metrics", "counts", "power"):
        return said_of(seen, begins) or measures.of_power(seen, number)
    first = seen.index(number.start)
    if seen.word(first - 1) == "by" and is_used_by(seen, number):
        return measures.of_count(seen, number, True)  # "The app is used by | 310,000 drivers"
    if number.unit == "fraction" or (number.value < 3 and number.unit) or seen.word(first - 1) in ("by", "per", "top"):
        return ""
    spelt = not any(char.isdigit() for char in seen.text[number.start : number.end])
    if is_part(seen, number) and not is_stated(seen, number):
        return ""  # "40 of its engineers have left"
    if not spelt or number.value > 12:
        return measures.of_count(seen, number, further)
    ahead = set(seen.words(max(0, first - 4), first)) & words_of("metrics", "gate", "has") - _HAVE
    had = ahead or is_had(seen, first) or is_used_by(seen, number) or is_stated(seen, number)
    return measures.of_count(seen, number, further) if had else ""


_HAVE = frozenset({"has", "have", "had"})  # "have heard | three partners say": these must stand right in front
