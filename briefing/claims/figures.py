"""A view of an utterance goes in, the figures that measure a company come out, each with the name of its measure."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.claims import measures, rates
from briefing.claims.currencyless import as_sum, is_money
from briefing.claims.existing import asked_for, is_part, is_stated, of_them
from briefing.claims.having import goes_on, is_bare, is_had, of_their_kind
from briefing.claims.inturn import measure_in_turn
from briefing.claims.layoffs import of_cut
from briefing.claims.movements import moved_to
from briefing.claims.partitives import is_part_of_told, part_name
from briefing.claims.phrases import words_of
from briefing.claims.pointing import points_back
from briefing.claims.reading import FoundNumber
from briefing.claims.saidof import driven, labelled, said_of
from briefing.claims.staffing import is_headcount, of_staff
from briefing.claims.sumfigures import Figure, sums
from briefing.claims.usedby import is_used_by
from briefing.claims.view import View, view
from briefing.claims.waresmoved import done_times


def figures(seen: View) -> list[Figure]:
    """Every figure of the utterance that measures somebody, in text order; sums of rounds and deals left out."""
    return sorted([*sums(seen), *_numbers(seen)], key=lambda one: one.at)


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
        if before is not None and _is_other_rate(seen, number, before, first):
            name, unit = before.name, before.unit  # "slipped to 11% in June from | 13% in January", "47% (2024: | 45%)"
        if not name and not unit and before is not None and _continues(seen, before, first):
            name, unit = _carried(before)  # "7 million users, up from 3 million"
        if cut := of_cut(seen, number):
            name, unit = cut, cut
        if times := done_times(seen, number):
            name, unit = times, times
        if not name and not number.unit and (noun := of_them(seen, number)):
            name, unit = noun, noun
        if not name and not number.unit and (noun := asked_for(seen, number)):
            name, unit = noun, noun
        if not name and not number.unit and is_part_of_told(seen, first, after):
            told = (_carried(before) if before and _is_count(before) else None) or _told_before(seen, number.value)
            name, unit = _of_part(seen, after, told) if told else ("", "")
        if not name and not _is_year(seen, number) and (is_bare(seen, number) or _is_pointed(seen, number)):
            name, unit = (_carried(before) if before and _is_count(before) else None) or _told_before(seen) or ("", "")
            name = name.removeprefix("new ")  # "added 900 users and ended the year with | 5,000"
            name = f"new {name}" if name and seen.word(first - 1) in ("added", "adds") else name
        if name:
            name, unit = _without_owner(seen, name), _without_owner(seen, unit or name)
            before = Figure(first, after, name, (), number, unit)
            if number.unit or not is_money(name):
                yield before
            elif (elided := as_sum(seen, number)) is not None:  # no count of "revenues"
                yield Figure(first, after, name, (elided[0],), context=(elided[1],))


def _is_other_rate(seen: View, number: FoundNumber, before: Figure, first: int) -> bool:
    """Is a second percentage what the first one was, or is to be?"""
    if number.unit != "percent" or before.unit != "percent" or before.name.endswith(("growth", "stake")):
        return False
    between = seen.words(before.after, first)
    if len(between) > _APART or not _ENDING.isdisjoint(between):
        return False
    bracketed = between[:1] == ["("] and ")" not in between and (":" in between or not _EARLIER.isdisjoint(between))
    return bracketed or between[-1:] in (["from"], ["against"], ["versus"]) or between[-2:] == ["compared", "with"]


_APART = 8  # words between the two
_ENDING = frozenset({".", ";", "and", "while", "but"})
_EARLIER = frozenset("earlier before prior previous last year".split())


def _is_pointed(seen: View, number: FoundNumber) -> bool:
    return not number.unit and number.value >= 3 and points_back(seen, seen.index(number.start))


_ACTIVE = frozenset({"transacted", "active", "used", "use", "logged", "ordered", "paid", "pay", "bought", "returned"})


def _of_part(seen: View, after: int, told: tuple[str, str]) -> tuple[str, str]:
    """ "Only 640 of them | transacted": of those who were counted the active ones, or those told of."""
    acts = not _ACTIVE.isdisjoint(seen.words(after + 2, after + 6)) and not told[0].startswith("active ")
    if acts and seen.words(after, after + 2) == ["of", "them"]:
        return f"active {told[0].removeprefix('registered ')}", told[1]
    return part_name(seen, after, told[0].removeprefix("new ")), told[1]


def _told_before(seen: View, least: float = 0) -> tuple[str, str] | None:
    """ "It operates 14 boats. It plans to have | 40": what the sentence before counted last."""
    here = seen.utterance
    if here.passage.kind == "row":
        return None
    for other in reversed(seen.reading.utterances[max(here.index - 2, 0) : here.index]):
        if other.passage.block != here.passage.block or other.passage.kind == "row":
            return None
        told = figures(view(seen.reading, other)) if other.numbers else []
        if counts := [one for one in told if one.number is not None and _is_count(one)]:
            whole = counts[-1].number
            return (counts[-1].name, counts[-1].unit) if whole is not None and whole.value >= least else None
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
        spans = [seen.span(one.start, one.noun_end) for one in seen.utterance.numbers if one.unit == number.unit]
        if (told := measure_in_turn(seen, seen.index(number.start), spans, "percent")) is not None:
            return told
        return rates.of_share(seen, number) or said_of(seen, begins) or driven(seen, begins)
    if number.unit in ("months", "years") and measures.is_runway(seen, number):
        return "cash runway"
    if number.unit in _TIMES:
        told = said_of(seen, begins)
        return told if not _LASTING.isdisjoint(told.split()) else ""  # "The median delivery time is | 22 hours"
    if not number.unit and is_headcount(seen, begins, said_of(seen, begins)) and number.value > 2:
        return "" if _is_year(seen, number) else of_staff(seen, begins, said_of(seen, begins))
    if (
        not number.unit
        and number.value > 2
        and not _is_year(seen, number)
        and (name := said_of(seen, begins) or driven(seen, begins) or _moved(seen, number, begins))
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
    if seen.word(first - 1) in ("of", "with", "in", "on") and seen.word(first - 2) in _STUDIES:
        return ""  # "in a study of | 900 patients"
    if is_part(seen, number) and not is_stated(seen, number):
        return ""  # "40 of its engineers have left"
    if not spelt or number.value > 12:
        return measures.of_count(seen, number, further)
    if further and number.unit in _LANDS and seen.word(first - 1) in ("in", "across"):
        return measures.of_count(seen, number, further)  # "at 140 hospitals in | nine countries"
    ahead = set(seen.words(max(0, first - 4), first)) & words_of("metrics", "gate", "has") - _HAVE
    had = ahead or is_had(seen, first) or is_used_by(seen, number) or is_stated(seen, number)
    return measures.of_count(seen, number, further) if had else ""


def _moved(seen: View, number: FoundNumber, first: int) -> str:
    """ "Deliveries rose 17% to | 2.6 million"; not "from 4.1 cents to | 3.6", which has its unit in front."""
    ahead = [one.unit for one in seen.utterance.numbers if one.end < number.start]
    return "" if any(unit not in ("", "percent", "times") for unit in ahead[-1:]) else moved_to(seen, first)


_STUDIES = frozenset({"study", "trial", "survey", "sample", "registry", "cohort", "poll", "experiment"})
_LANDS = frozenset({"countries", "cities", "states", "continents", "markets", "regions", "provinces"})
_HAVE = frozenset({"has", "have", "had"})  # "have heard | three partners say": these must stand right in front
