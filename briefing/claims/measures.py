"""A count in an utterance goes in, what it measures comes out in plain words: "developers", "share of the market"."""

from __future__ import annotations

from functools import cache

from briefing.claims.beside import is_distance
from briefing.claims.having import is_had, is_moved
from briefing.claims.layoffs import CUTTING, OF_ITS, PEOPLE, is_whole_cut
from briefing.claims.ownthings import is_own_thing
from briefing.claims.phrases import words_of
from briefing.claims.reading import FoundNumber
from briefing.claims.saidof import driven
from briefing.claims.staffing import are_staff, is_of_firm, team_of, with_others
from briefing.claims.usedby import is_ordered_of, is_used_by
from briefing.claims.view import View
from briefing.claims.waresmoved import is_in_hands, is_named_ware, is_ordered


@cache
def _measure_nouns() -> frozenset[str]:
    return words_of("metrics", "counts", "nouns")


def is_runway(view: View, number: FoundNumber) -> bool:
    """ "a cash runway of 24 months", "cash for 18 months"."""
    first = view.index(number.start)
    before = view.words(max(0, first - 6), first)
    behind = view.words(view.span(number.start, number.noun_end)[1], len(view.found))[:4]
    if not {"of", "worth"}.isdisjoint(behind[:2]) and not {"cash", "money", "runway"}.isdisjoint(behind[:3]):
        return True  # "has "over 30 months" of cash"
    return "runway" in before + [word for word in behind if behind[0] in ("of", '"')] or (
        "cash" in before and before[-1:] in (["for"], ["another"], ["last"])
    )


def of_count(view: View, number: FoundNumber, further: bool = False) -> str:
    """The noun a number counts, "" where it is none that companies are measured by. further: it goes on a list."""
    words = number.unit.split()
    first = view.index(number.start)
    if not words:
        return team_of(view, first)
    if _is_year_of(view, number, first) or view.word(first - 1) in words_of("metrics", "gate", "lists"):
        return ""
    head = words[-1].lower()
    if head in words_of("metrics", "counts", "stuff"):
        return of_output(view, number)
    staffed = head in ("jobs", "staff", "employees", "workers", "people", "roles", "positions", "posts")
    if staffed and (view.words(first - 2, first) in OF_ITS or is_whole_cut(view, first)):
        return "employees"  # "will cut 240 of its | 3,200 jobs"
    staff = words_of("metrics", "counts", "staff") | PEOPLE
    if staffed | (head in staff) and set(view.words(max(0, first - 4), first)) & words_of(
        "metrics", "naming", "leaving"
    ):
        return ""
    added = view.word(first - 1) in ("add", "adding", "added") and head in _measure_nouns() and head not in staff
    hired = view.word(first - 1) in words_of("metrics", "naming", "hiring") and not added
    hired = hired or (view.word(first - 1) == "on" and view.word(first - 2) in ("taking", "take", "took", "takes"))
    if not _ASKED.isdisjoint(view.words(max(0, first - 3), first)):
        return ""  # "interviews with | 17 former employees"
    trade = head.endswith(("ers", "ists", "ians", "ors")) and head not in _measure_nouns()  # "technicians", "welders"
    if hired and (head in staff | {"jobs"} or trade) and number.value >= 10:
        return "new employees"  # "plans to hire | 150 engineers in Oslo"
    if head in words_of("metrics", "gate", "no_measure") or hired:
        return ""
    if head == "shares" and number.value >= 1000 and not _ISSUING.isdisjoint(view.words(max(0, first - 10), first)):
        return number.unit
    if head in ("person", "strong", "employee") and is_of_firm(view, number):
        return "employees"
    if number.unit == "people" and number.value >= 1000 and is_used_by(view, number):
        return f"{number.unit} served"
    if len(words) == 1 and head in words_of("metrics", "counts", "staff") and are_staff(view, number, first, head):
        return "employees"
    if head == "jobs" and (_creates(view, first) or _is_listed_work(view, number)):
        return number.unit
    if with_others(view, number):
        return "employees"
    if head == "people" and _is_served(view, first):
        return f"{number.unit} served"
    if head in words_of("metrics", "naming", "people"):
        return ""
    if is_ordered_of(view, number) or is_ordered(view, number):
        return f"{number.unit} ordered"
    if is_in_hands(view, number):
        topic = view.utterance.clause_at(number.start)
        return number.unit if topic.is_subject or not topic.topic else f"{number.unit} at {topic.topic}"
    if is_named_ware(view, number):
        return number.unit
    if is_distance(view, number) or not _COMPETING.isdisjoint(view.words(max(0, first - 4), first)):
        return ""
    own = head not in _ANYBODYS or (len(words) > 1 and words[-2].lower() in _OF_ONES_OWN)  # "paying companies"
    known = (head in _measure_nouns() and own) or words[-1].isupper() or words[-1][:-1].isupper()
    known = (
        known
        or further
        or _is_entry(view, first)
        or _is_expected(view, first)
        or view.word(view.span(number.start, number.end)[1]) == "of"
    )  # "7 of the top 9 banks"
    known = (
        known
        or is_used_by(view, number)
        or (number.value >= 10 and (_does(view, first) or _is_done(view, number) or _bears_name(view, number)))
    )
    known = known or (
        number.value >= 3 and head[:-1] in _things() and _does(view, first)
    )  # "has built | three reactors"
    known = known or (number.value > 12 and (_is_rate(view, number) or driven(view, first) != ""))
    known = known or (number.value > 2 and view.word(first - 1) in ("its", "our"))  # "half of its | 26 depots"
    name = _co_ordinated(view, number) if known else ""
    return f"new {name}" if name and view.word(first - 1) in ("added", "adds", "gained", "add", "adding") else name


# Who is counted in every article: a company's own only where it has them, or they use what it makes.
_ANYBODYS = frozenset({"companies", "startups", "firms", "engineers", "researchers", "scientists", "consumers"})
_OF_ONES_OWN = frozenset({"paying", "client", "customer", "member", "partner", "portfolio", "own"})
_ASKED = frozenset({"interviews", "interviewed", "spoke", "talked", "conversations", "surveyed"})
_COMPETING = frozenset({"competes", "compete", "competing", "rivals", "competitors"})


@cache
def _things() -> frozenset[str]:
    return words_of("metrics", "said_of", "things") | words_of("metrics", "said_of", "wares")


_ISSUING = frozenset(
    "issue issued issues issuing allot allotted allots place placed places offer offering sale sell option".split()
)


def _is_rate(view: View, number: FoundNumber) -> bool:
    """ "checks | 5 million invoices a month", "faz | 1,3 milhão de entregas por mês": done so often, by any verb."""
    after = view.span(number.start, number.noun_end)[1]
    times = view.words(after, after + 2)
    return len(times) == 2 and times[0] in _EVERY and times[1] in _TIMES


_EVERY = frozenset({"a", "an", "per", "each", "every", "por", "par", "pro", "im", "al"})
_TIMES = frozenset(
    "hour day week month year quarter night mês dia ano semana mes día año mois jour an semaine monat tag jahr".split()
)


def _is_entry(view: View, first: int) -> bool:
    """ "- | 640 school partnerships at quarter-end": the number that an entry of a list begins with."""
    return view.utterance.passage.kind == "item" and first == 0


def _is_expected(view: View, first: int) -> bool:
    """ "expects revenue of $5 million and at least | 900 visits"."""
    ahead = view.words(max(0, first - 16), first)
    return ahead[-1:] == ["and"] and not {"expects", "forecasts", "targets", "projects"}.isdisjoint(ahead)


def _is_year_of(view: View, number: FoundNumber, first: int) -> bool:
    """ "the | 2025 accounts": four digits without a mark of thousands, behind an article."""
    shown = view.text[number.start : number.end]
    return shown.isdigit() and len(shown) == 4 and 1900 < number.value < 2100 and view.word(first - 1) in _DETERMINERS


_DETERMINERS = frozenset({"the", "its", "their", "our", "in", "for", "since", "of"})


def _is_served(view: View, first: int) -> bool:
    """ "supplies water to | 2.4 million people", "serves | 3 million people"."""
    ahead = view.words(max(0, first - 12), first)
    if ahead[-1:] in (["to"], ["for"]):
        return not _SUPPLYING.isdisjoint(ahead)
    return ahead[-1:] in (["serves"], ["serving"], ["served"], ["covers"], ["covered"], ["covering"], ["insures"])


_SUPPLYING = frozenset(
    "supplies supply supplying provides provide providing delivers produce produces services".split()
)


def _creates(view: View, first: int) -> bool:
    """ "has created | 600 skilled jobs", "another | 70 jobs are to be created"."""
    around = view.words(max(0, first - 6), first) + view.words(first, min(first + 9, len(view.found)))
    return not _CREATING.isdisjoint(around)


def _is_listed_work(view: View, number: FoundNumber) -> bool:
    """ "• | 70 jobs at the height of building": an entry of its own, and no jobs that go."""
    after = view.span(number.start, number.noun_end)[1]
    return _is_entry(view, view.index(number.start)) and CUTTING.isdisjoint(view.words(after, after + 5))


_CREATING = frozenset(
    "create creates created creating promises promised bring brings bringing support supports".split()
)


def _is_done(view: View, number: FoundNumber) -> bool:
    """ "So far | 31 pumps have been delivered": whose else, without a place or a year?"""
    at = view.span(number.start, number.noun_end)[1]
    at += view.words(at, at + 2) in (["have", "been"], ["had", "been"])
    made = view.word(at) in ("been", "were") and view.word(at + 1) in _MADE
    return made and any(view.low[at : at + 2] in _BY_NOW for at in range(len(view.low)))


_BY_NOW = (("so", "far"), ("to", "date"), ("by", "now"))
_MADE = frozenset({"delivered", "shipped", "sold", "installed", "built", "deployed", "produced", "ordered"})


def _bears_name(view: View, number: FoundNumber) -> bool:
    """ "2,150 Acme arms": the subject's name stands in what is counted."""
    return any(name.is_subject and number.end <= name.start < number.noun_end for name in view.utterance.names)


def _does(view: View, first: int) -> bool:
    """Does a verb by which a company has what is counted stand in front?"""
    if view.reading.source.language == "en":
        return is_had(view, first) or is_moved(view, first)
    ahead = set(view.words(max(0, first - 7), first))  # whose verbs and nouns are less well known here
    return bool(ahead & (words_of("metrics", "naming", "doing") | words_of("metrics", "gate", "has")))


def _co_ordinated(view: View, number: FoundNumber) -> str:
    """ "7 million schools, clinics, and shops": all that the number counts together."""
    after = view.span(number.start, number.noun_end)[1]
    if view.word(after) != ",":
        return number.unit
    end, joined = after, False
    for _ in range(4):
        while view.word(end) in (",", "and"):
            joined = joined or view.word(end) == "and"
            end += 1
        heads = (at for at in range(end, min(end + 4, len(view.found))) if view.word(at) in _measure_nouns())
        head = next(heads, None)
        if head is None or any(
            view.found[at].kind == "n" or (view.found[at].kind == "s" and view.word(at) != "-")
            for at in range(end, head)
        ):
            break
        end = head + 1
        if joined:
            return f"{number.unit}{view.text[view.end(after - 1) : view.end(head)]}"
    return number.unit


def of_output(view: View, number: FoundNumber) -> str:
    """Stuff that is made or used: "capacity" near words of making, else the stuff itself ("tonnes of clinker")."""
    first, after = view.span(number.start, number.noun_end)
    around = set(view.words(max(0, first - 8), min(len(view.found), after + 6)))
    able = {"can", "could", "designed", "able", "should", "will", "would"} & set(view.words(max(0, first - 8), first))
    if around & words_of("metrics", "naming", "emitted"):
        return "emissions"
    if around & words_of("metrics", "naming", "capacity") or (able and around & words_of("metrics", "naming", "made")):
        things = [name for name in view.utterance.names if is_own_thing(view.reading, name.canonical)]
        return f"capacity of {things[0].canonical}" if things else "capacity"
    if around & words_of("metrics", "naming", "made"):
        return "output" if _per_time(view, after) or "last" in around else number.unit
    return number.unit


def unit_of(view: View, number: FoundNumber) -> str:
    """The unit with the time it is of: "tonnes per year", "flights per day"."""
    if number.unit in ("person", "strong", "employee"):
        return "people"  # "the 240-person startup"
    if number.unit.split()[-1:] and number.unit.split()[-1].lower() in words_of("metrics", "counts", "stuff"):
        span = _per_time(view, view.span(number.start, number.noun_end)[1])
        return f"{number.unit} per {span}" if span else number.unit
    if number.unit and number.noun_end > number.end:
        after = view.span(number.start, number.noun_end)[1]
        span = view.word(after + 1) if view.word(after) in ("a", "per", "every", "each") else ""
        told = span in _SPANS and number.unit not in _RATES and view.word(after + 2) not in ("earlier", "ago", "before")
        return f"{number.unit} per {span}" if told else number.unit
    return number.unit


_RATES = frozenset({"percent", "times", "percentage points", "basis points", "fraction"})
_SPANS = frozenset({"year", "day", "month", "week", "hour"})


def _per_time(view: View, after: int) -> str:
    """ "a year", "per day", "annually" behind the stuff, up to four words on."""
    for at in range(after, after + 5):
        word, behind = view.word(at), view.word(at + 1)
        if word in ("annually", "yearly"):
            return "year"
        if word in ("a", "per", "every", "each", "/") and behind in (
            "year",
            "day",
            "month",
            "week",
            "hour",
            "annum",
            "yr",
        ):
            return "year" if behind in ("annum", "yr") else behind
    return ""


def of_power(view: View, number: FoundNumber) -> str:
    """Capacity, with what has it: "data center capacity"."""
    after = view.span(number.start, number.noun_end)[1]
    owner = view.words(after, after + 3)
    if owner[0] == "data" and owner[1].startswith("cent"):
        return "data center capacity"
    return f"{owner[0]} capacity" if owner[0] in words_of("metrics", "naming", "plants") else "capacity"
