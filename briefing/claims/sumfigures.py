"""A view of an utterance goes in, its sums that measure a company come out, each with the name of its measure."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.claims import summeasures
from briefing.claims.events import sketches
from briefing.claims.inturn import measure_in_turn
from briefing.claims.movements import contributed, moved_to
from briefing.claims.outlays import outlay
from briefing.claims.phrases import book, words_of
from briefing.claims.pointing import points_back
from briefing.claims.reading import FoundNumber
from briefing.claims.roles import is_conversion, roles
from briefing.claims.saidof import driven, labelled, measure_of, said_of
from briefing.claims.sketches import Memory
from briefing.claims.sumparts import is_of_told, of_part, of_use
from briefing.claims.view import View, view
from briefing.claims.volumes import volume
from briefing.model.claim import Amount
from briefing.model.money import Role
from briefing.model.records import dataclass, replace
from briefing.model.source import Evidence

_CAPITALIZED = frozenset({"cap", "capitalization", "capitalisation"})


@dataclass(frozen=True, slots=True)
class Figure:
    """at, after: its first token and the one behind it. name: of the measure. amounts: a sum and its conversions;
    number, unit: of any other figure. plan: money that is to be spent. context: what says the sum's currency."""

    at: int
    after: int
    name: str
    amounts: tuple[Amount, ...] = ()
    number: FoundNumber | None = None
    unit: str = ""
    plan: bool = False
    context: tuple[Evidence, ...] = ()


def sums(seen: View) -> Iterator[Figure]:
    """Sums of trade, valuations told without a round, and plans to spend."""
    found = roles(seen)
    events = sketches(seen, Memory()) if "valuation" in found and "raised" in found else []
    of_rounds = [sketch for sketch in events if sketch.amount is not None]
    in_rounds = {number for sketch in of_rounds for number in sketch.valuations}
    last: tuple[int, str] = (-1, "")
    for number, role in enumerate(found):
        if is_conversion(seen, number):
            continue
        first, after = seen.amount_span(number)
        amounts = _amounts(seen, number, role)
        told = measure_in_turn(seen, first, [seen.amount_span(at) for at in range(len(seen.amounts))], "money")
        if told == "" and role in ("revenue", "other"):
            continue  # of a measure that is not known
        if role == "revenue":
            last = (after, told or _spent(seen, first) or _of_revenue(seen, number, first))
            yield Figure(first, after, last[1], amounts)
        elif points_back(seen, first) and (name := _of_trade(seen, number, "other", last)):
            last = (after, name)
            yield Figure(first, after, name, tuple(replace(one, role="revenue") for one in amounts))
        elif role == "valuation" and (mean := _average(seen, first)):
            last = (after, mean)
            yield Figure(first, after, mean, tuple(replace(one, role="revenue") for one in amounts))
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


def _average(seen: View, first: int) -> str:
    """ "The average ticket value is | $57": no worth of a company's."""
    if {"average", "median", "typical"}.isdisjoint(seen.words(max(0, first - _AVERAGED), first)):
        return ""
    told = said_of(seen, first) or moved_to(seen, first)
    return told if told.startswith(("average", "median", "typical")) else ""


_AVERAGED = 14  # tokens between an average and its figure


def _of_revenue(seen: View, number: int, first: int) -> str:
    """What a sum of trade measures: of "Rentals formed 36% of revenue and grew 21% to | $9m" the former."""
    name, moved = summeasures.of_sum(seen, number), moved_to(seen, first)
    known = not moved or not {word[:4] for word in moved.split()}.isdisjoint(word[:4] for word in name.split())
    return name if known else moved


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
    if role == "price" and (name := _charge(seen, first)):
        return name
    if role == "price" and seen.words(first - 2, first) in (["paid", "out"], ["pays", "out"]):
        return "" if _is_of_person(seen, first - 2) else "payouts"
    if role == "other" and points_back(seen, first):
        return last[1] or _money_before(seen)
    if role == "other" and is_of_told(seen, first) and (whole := last[1] or _money_before(seen)):
        return of_part(seen, after, whole)
    if role in ("other", "contribution", "price", "capex") and (name := of_use(seen, first, after)):
        return name
    if role in ("contract", "price") and (name := moved_to(seen, first)):
        return name
    if role == "price" and _spent(seen, first) == "price" and seen.word(first - 2) != "sold":
        return "price"
    return (_told(seen, number, first, after, last) or _compared(seen, last, first, after)) if role == "other" else ""


def _money_before(seen: View) -> str:
    """What the last sum of the sentence before measures."""
    here = seen.utterance
    other = seen.reading.utterances[max(here.index - 1, 0)]
    if not here.index or other.passage.block != here.passage.block or not other.amounts:
        return ""
    before = view(seen.reading, other)
    if any(points_back(before, before.amount_span(number)[0]) for number in range(len(other.amounts))):
        return ""
    return next((one.name for one in reversed(list(sums(before))) if one.amounts), "")


def _worth(seen: View, first: int) -> str:
    """ "The order book is worth | $5 million"."""
    return said_of(seen, first - 1) if seen.word(first - 1) == "worth" else ""


def _compared(seen: View, last: tuple[int, str], first: int, after: int) -> str:
    """ "lost $44 million, compared with | $61 million": the measure of the sum before."""
    between = seen.words(last[0], first) if 0 <= last[0] < first else []
    told = not {"compared", "versus", "against", "from"}.isdisjoint(between) and len(between) <= 12
    told = told or (between[-1:] == ["and"] and "in" in between[:-1] and len(between) <= 6 and seen.word(after) == "in")
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


def _told(seen: View, number: int, first: int, after: int, last: tuple[int, str]) -> str:
    """What a sum of no kind measures, by the words around it."""
    if seen.amounts[number].per:
        told = labelled(seen, first) or said_of(seen, first) or _of_one(seen, number, _spent(seen, first))
        return told or _charge(seen, first) or summeasures.of_price(seen, first) or _compared(seen, last, first, after)
    return (
        labelled(seen, first)
        or said_of(seen, first)
        or driven(seen, first)
        or moved_to(seen, first)
        or contributed(seen, first)
        or summeasures.of_milestones(seen, after)
        or _carried_on(seen, first)
        or _spent(seen, first)
        or summeasures.of_note(seen, first)
        or summeasures.of_orders(seen, first, after)
        or outlay(seen, first, after)
        or summeasures.of_worth(seen, first)
        or _taken_in(seen, after)
        or _left(seen, first, after)
        or _fined(seen, first)
        or _subscribed(seen, after)
        or _order_put_at(seen, first)
        or (last[1] or _money_before(seen) if _is_multiplied(seen, first) else "")
        or _charge(seen, first)
    )


def _of_one(seen: View, number: int, name: str) -> str:
    """ "loses | $4 per flight": no loss of the company's as a whole."""
    each = seen.amounts[number].money.raw.partition(" per ")[2]
    return f"{_EACH_TOLD[name]} per {each}" if each and name in _EACH_TOLD else name


_EACH_TOLD = {"net loss": "loss", "earnings": "earnings", "revenue": "revenue", "savings": "savings"}


def _is_multiplied(seen: View, first: int) -> bool:
    """ "That's nearly double the | $19 million of the year before": the figure that another is a multiple of."""
    ahead = seen.words(max(0, first - 4), first)
    return ahead[-1:] == ["the"] and not _MULTIPLES.isdisjoint(ahead)


_MULTIPLES = frozenset("double triple treble quadruple twice thrice times half".split())


def _subscribed(seen: View, after: int) -> str:
    """ "a | $25 monthly subscription": what customers pay."""
    at = after + (seen.word(after) in ("monthly", "annual", "yearly", "weekly", "a"))
    return seen.word(at) if seen.word(at) in _CHARGES and seen.word(at + 1) in (".", ",", "and", "that", "for") else ""


def _order_put_at(seen: View, first: int) -> str:
    """ "The order is its biggest; its value was put at | $30 million"."""
    at = first - 1
    while at > 0 and (
        seen.word(at) in words_of("metrics", "said_of", "small") or seen.word(at) in ('"', "north", "of")
    ):
        at -= 1
    told = seen.word(at) in ("put", "estimated", "given") and "value" in seen.words(max(0, at - 4), at)
    order = next((word for word in seen.low[:first] if word in ("order", "contract", "agreement")), "")
    return f"{order} value" if told and order else ""


def _fined(seen: View, first: int) -> str:
    """ "Regulators fined Acme | $310,000"."""
    verb = next((at for at in range(first - 2, max(first - 6, -1), -1) if seen.word(at) in ("fined", "fines")), -1)
    named = seen.name_at.get(verb + 1)
    return "fine" if verb >= 0 and named is not None and named.is_subject else ""


def _left(seen: View, first: int, after: int) -> str:
    """ "There's | $9m left"."""
    held = {"s", "is", "has", "have", "had", "with", "still", "about"} & set(seen.words(max(0, first - 3), first))
    return "cash" if held and seen.word(after) == "left" and seen.word(after + 1) not in ("for", "of", "to") else ""


def _charge(seen: View, first: int) -> str:
    """ "a subscription of | $6 a flight", "Shops pay between | $90 and $120 a week": what customers pay."""
    at = first - 1
    while at > 0 and (seen.word(at) in words_of("metrics", "said_of", "small") | _BETWEEN):
        at -= 1
    if seen.word(at) == "of" and seen.word(at - 1) in _CHARGES:
        return seen.word(at - 1)
    if not _ASKING_FOR.isdisjoint(seen.words(max(0, at - 3), at)) and seen.word(at - 1) in (
        "the",
        "each",
        "its",
        "a",
        "every",
    ):
        return "price"  # "We charge the owner | $9 per head"
    paid = seen.word(at) in ("pay", "pays") and seen.word(at - 1) in _PAYING
    return "price" if paid else ""


_ASKING_FOR = frozenset({"charge", "charges", "charging"})
_BETWEEN = frozenset({"between", "from", "average", "on", "typically", "anything"})
_CHARGES = frozenset({"subscription", "fee", "fare", "rent", "toll", "tariff", "premium", "licence", "license"})
_PAYING = frozenset(
    "customers clients users employers merchants shops buyers subscribers members hospitals retailers companies "
    "farmers growers schools landlords sellers drivers patients families parents tenants airlines banks insurers "
    "they who households businesses operators customer client user buyer subscriber member".split()
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
    each = not _EACH.isdisjoint(ahead := seen.words(max(0, first - 7), first)) and "." not in ahead
    for hit in book("metrics", "spent").all(seen.low, max(0, at - 2), first):
        if hit.after >= at + 1:
            anybodys = _is_of_person(seen, hit.first) or (each and hit.meaning != "price")
            return "" if anybodys else hit.meaning  # not "each customer brings in | $5,000 a year"
    return ""


def _is_of_person(seen: View, verb: int) -> bool:
    """ "He saved, he thinks, $9 a day and paid out | $5": what somebody has of his own."""
    before = seen.words(max(0, verb - 3), verb)
    if before[-1:] == ["and"]:
        return seen.word(0) in ("he", "she") and "company" not in seen.low
    return not {"he", "she"}.isdisjoint(before[-2:])


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
    if here.index and _it_stood(seen, first):
        other = view(seen.reading, seen.reading.utterances[here.index - 1])
        opens = next(book("metrics", "money").all(other.low[:_OPENING]), None)
        return opens.meaning if opens is not None and other.utterance.passage.block == here.passage.block else ""
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


def _it_stood(seen: View, first: int) -> bool:
    """ "It was | $47 million last year", "The year before it was | $39 million", "In 2024 it had been | $5 million"."""
    verb = next((at for at in range(first - 1, max(first - 4, 0), -1) if seen.word(at) in _STOOD), 0)
    it = verb - 1 - (seen.word(verb - 1) in ("had", "has"))
    if not verb or seen.word(it) != "it":
        return False
    dated = any(date.start < seen.offset(it) for date in seen.utterance.dates) or "before" in seen.words(0, it)
    return it == 0 or (it <= _LED_IN and dated)


_LED_IN = 9  # tokens of a time in front of "it"
_STOOD = frozenset("was is been stood came fell rose reached hit".split())
_OPENING = 4  # tokens in which the sentence before names its measure


def _amounts(seen: View, number: int, role: Role) -> tuple[Amount, ...]:
    """The sum, with the source's own conversions of it."""
    last = number + 1
    while last < len(seen.amounts) and is_conversion(seen, last):
        last += 1
    return tuple(Amount(one.money, role, one.start, one.end) for one in seen.amounts[number:last])
