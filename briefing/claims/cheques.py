"""A sketch of a funding event goes in, who gives comes out: backers, sole investors, cheques inside a round told of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from briefing.claims.backerlists import fit, listed_before
from briefing.claims.lists import names_before
from briefing.claims.phrases import words_of
from briefing.claims.reading import FoundName
from briefing.claims.sketches import Memory, Sketch
from briefing.claims.view import View
from briefing.model.claim import Contribution, Instrument
from briefing.model.money import Money

_GIVING = ("invest", "back", "give")
_Given = tuple[FoundName, Money | None]
_NAMING = ("included", "includes", "including", "include", "with", "featuring", "'", "s")


def bare(name: str) -> str:
    """The name without an article in front."""
    return re.sub(r"^[Tt]he\s+", "", name)


def backers(sketch: Sketch, kind: Instrument) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Leads and participants as printed, each once. A company may buy its own shares, but backs no round of its own."""
    leads = _texts((name for one in sketch.backings if one.part == "lead" for name in one.names), False)
    joined = (name for one in sketch.backings if one.part == "participant" for name in one.names)
    return leads, tuple(name for name in _texts(joined, kind == "secondary") if name not in leads)


def _texts(names: Iterable[FoundName], own: bool) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for name in names:
        if own or not name.is_subject:
            kept.setdefault(name.canonical, bare(name.text))
    return tuple(kept.values())


def investors(view: View, sketch: Sketch) -> tuple[FoundName, ...]:
    """Who gives, where the sum is told of as given: the verb's subject, by name or by what its pronoun stands for."""
    if sketch.verb >= 0 and (sketch.family in _GIVING or _leads_with(view, sketch)):
        found = _before_verb(view, sketch.verb)
        if found:
            return tuple(name for name in found if not name.is_subject)
    if _with_cheque(view, sketch):
        clause = view.utterance.clause_at(view.offset(sketch.anchor))
        before = (one for one in view.utterance.names if clause.start <= one.start < view.offset(sketch.anchor))
        return fit(tuple(name for name in before if name.kind != "place" and not name.is_subject)[:1])
    if _heads_cheque(view, sketch) or _of_the_sum(view) or _is_rest(view, sketch):
        return tuple(name for one in sketch.backings for name in one.names)
    if view.utterance.passage.kind == "item" and sketch.anchor <= 1 and sketch.verb < 0 and not sketch.backings:
        return _behind_sum(view, sketch)
    if sketch.family in _GIVING or _is_investment(view, sketch):
        return _named_with(view, sketch) or _by_topic(view, sketch)
    return ()


def _behind_sum(view: View, sketch: Sketch) -> tuple[FoundName, ...]:
    """ "- | $5 million | grant, the agency Northwind (2024)": the name behind the first comma of an entry."""
    end = sketch.end(view)
    comma = next((at for at in range(end, min(end + 8, len(view.found))) if view.word(at) == ","), -1)
    if comma < 0:
        return ()
    name = next((view.name_at[at] for at in range(comma + 1, comma + 5) if at in view.name_at), None)
    return fit((name,)) if name is not None and not name.is_subject else ()


def _before_verb(view: View, verb: int) -> tuple[FoundName, ...]:
    if view.words(verb - 2, verb - 1) in (["which"], ["who"]) and view.word(verb - 1) in ("is", "has", "was"):
        antecedent = view.name_at.get(verb - 4)  # "A, B and now C, which is giving us": one of them
        if antecedent is not None and view.word(verb - 3) == ",":
            return fit((antecedent,))
    if view.word(verb - 1) == "which" and view.word(verb - 2) == "," and (last := view.name_at.get(verb - 3)):
        return fit((last,))  # "A and B, which lent it $5 million": the last of them
    index, idle = verb, words_of("rounds", "backers", "before_verb") | {"agreed", "evaluating", "considering", "as"}
    while index and view.word(index - 1) in idle and index - 1 not in view.name_at:
        index -= 1
    start, names = view.utterance.passage.start, view.utterance.names
    places = dict.fromkeys((index, verb))
    found = next((one for at in places if (one := fit(names_before(view.text, start, view.offset(at), names)))), ())
    return found or listed_before(view, verb)


def _is_investment(view: View, sketch: Sketch) -> bool:
    if sketch.amount is None:
        return False
    after = view.amount_span(sketch.amount)[1]
    return "investment" in view.words(after, min(after + 5, len(view.found)))


def _named_with(view: View, sketch: Sketch) -> tuple[FoundName, ...]:
    """ "a partnership with Northwind that included a €5 million investment", "Northwind's $5 million investment"."""
    if not _is_investment(view, sketch):
        return ()
    for index in range(sketch.anchor - 1, max(sketch.anchor - 12, -1), -1):
        if view.word(index) in _NAMING:
            name = view.name_at.get(index - 2) or view.name_at.get(index - 1)
            if name is not None and not name.is_subject and name.kind not in ("place", "product"):
                return (name,)
    return ()


def _by_topic(view: View, sketch: Sketch) -> tuple[FoundName, ...]:
    topic = view.utterance.clause_at(view.offset(sketch.anchor)).topic
    return tuple(name for name in view.utterance.names if name.canonical == topic and not name.is_subject)[:1]


# ---------------------------------------------------------------- cheques inside a round


def cheques(view: View, sketch: Sketch, givers: tuple[FoundName, ...], memory: Memory) -> tuple[Contribution, ...]:
    """One investor's cheque inside a round told of before: the sum is part of that round, no event of its own."""
    led_with, of_sum = _leads_with(view, sketch), _of_the_sum(view) or _is_rest(view, sketch)
    if (
        sketch.amount is None
        or not givers
        or not _LENT.isdisjoint(view.words(max(0, sketch.anchor - 3), sketch.anchor))
    ):
        return ()
    if (part := put_into(view, sketch)) >= 0:
        return tuple(Contribution(bare(name.text), view.amounts[part].money, None) for name in givers[:1])
    of_loan = sketch.family == "give" and (of_sum or memory.kind == "debt")
    if sketch.family not in ("invest", "back", "") and not led_with and not of_loan:
        return ()
    stake = _stake(view, sketch)
    pointing = (one for one in sketch.named if one.kind == "plain" and one.back)
    points = (
        any(view.word(one.after - 1) not in ("shares", "stock") for one in pointing)
        or _in_round(view, sketch)
        or led_with
    )
    points = points or of_sum
    near = view.utterance.index - memory.told <= 2
    if not points and (stake is None or not near) and not _is_share(view, sketch, memory):
        return ()
    given = _given_by_each(view, sketch.amount, givers)
    return (
        *(Contribution(bare(name.text), money, stake) for name, money in given),
        *_gapped(view, sketch.amount, givers),
    )


def itemised(view: View, sketch: Sketch) -> tuple[Contribution, ...]:
    """ "raised | $70 million |, including $25 million from Northwind and $5 million from Oakfund"."""
    found: list[Contribution] = []
    number = -1 if sketch.amount is None else sketch.amount + 1
    at = view.amount_span(number - 1)[1] if number > 0 else 0
    for part in range(number, len(view.amounts)) if number > 0 else ():
        first, after = view.amount_span(part)
        name = view.name_at.get(after + 1) if view.word(after) == "from" else None
        opens = {"including", "with"} if not found else {"and", ","}
        if name is None or name.is_subject or view.word(first - 1) not in opens or first - at > _BEHIND_WHOLE:
            break
        if not _is_part_of(view.amounts[part].money, view.amounts[number - 1].money):
            break
        found.append(Contribution(bare(name.text), view.amounts[part].money, None))
        at = after
    return tuple(found)


_BEHIND_WHOLE = 14  # tokens between a sum and its first part


def shared_out(view: View, sketch: Sketch) -> tuple[Contribution, ...]:
    """ "raised | $70 million |, with Northwind putting in $25 million and Oakfund $15 million": what each gave."""
    number = -1 if sketch.amount is None else sketch.amount + 1
    if not 0 < number < len(view.amounts):
        return ()
    first = view.amount_span(number)[0]
    verb = first - 1 - (view.word(first - 1) == "in")
    name = view.name_at.get(verb - 1) if view.word(verb) in _PUTTING else None
    if name is None or name.is_subject or not _is_part_of(view.amounts[number].money, view.amounts[number - 1].money):
        return ()
    opens = view.index(name.start)
    if "with" not in view.words(max(view.amount_span(number - 1)[1], opens - 5), opens):
        return ()
    one = Contribution(bare(name.text), view.amounts[number].money, None)
    return (one, *_gapped(view, number, (name,)))


_PUTTING = frozenset({"putting", "investing", "contributing", "providing", "committing", "chipping"})


def put_into(view: View, sketch: Sketch) -> int:
    """ "contributed | $5 million | to the $20 million round": the number of the sum that went into this one, or -1."""
    if not sketch.amount or sketch.verb < 0:
        return -1
    first, after = view.amount_span(sketch.amount)
    ends = view.amount_span(sketch.amount - 1)[1]
    told = sketch.verb < ends <= first and view.words(ends, first) in _INTO
    smaller = _is_part_of(view.amounts[sketch.amount - 1].money, view.amounts[sketch.amount].money)
    return sketch.amount - 1 if told and smaller and view.word(after) in _ROUNDS else -1


_INTO = (["to", "the"], ["into", "the"], ["in", "the"], ["towards", "the"], ["toward", "the"], ["of", "the"])
_ROUNDS = frozenset({"round", "raise", "financing", "series", "seed", "fundraising"})


def _given_by_each(view: View, amount: int, givers: tuple[FoundName, ...]) -> tuple[_Given, ...]:
    """Givers with what each of them gave: "A and B put in | $9 million and $4 million respectively": of a series of
    sums this one belongs to one of them. None: what they gave together."""
    money = view.amounts[amount].money
    if len(givers) == 1:
        return ((givers[0], money),)
    first = last = amount
    while first and _beside(view, first - 1):
        first -= 1
    while _beside(view, last):
        last += 1
    ends = view.amount_span(last)[1] if last < len(view.amounts) else 0
    if last + 1 - first == len(givers) and "respectively" in view.words(ends, ends + 2):
        return ((givers[amount - first], money),)
    return tuple((name, None) for name in givers)


def _beside(view: View, amount: int) -> bool:
    """Does the next sum of a series stand right behind this one?"""
    if amount + 1 >= len(view.amounts):
        return False
    return view.words(view.amount_span(amount)[1], view.amount_span(amount + 1)[0]) in ([","], ["and"], [",", "and"])


_LENT = frozenset({"grant", "loan", "facility", "subsidy"})  # "helped with a grant of | $5 million": for itself


def _of_the_sum(view: View) -> bool:
    """ "Of the | $100 million, Northwind provided $60 million", "The round includes | $60 million from Northwind": what
    is told of are parts of one sum."""
    if view.words(0, 2) == ["of", "the"]:
        return 2 in view.amount_at or view.word(2) in _SUMS
    opens = view.word(0) in ("the", "this") and not _SUMS.isdisjoint(view.words(1, 4))
    return opens and not _INCLUDING.isdisjoint(view.words(2, 6))


def _is_rest(view: View, sketch: Sketch) -> bool:
    """ "the balance of | $60 million comes from Northwind"."""
    return not _RESTS.isdisjoint(view.words(max(0, sketch.anchor - 3), sketch.anchor))


_RESTS = frozenset({"balance", "rest", "remainder", "remaining"})
_INCLUDING = frozenset({"includes", "include", "included", "comprises", "comprised"})
_SUMS = frozenset("total funding sum round money amount raise financing new proceeds capital".split())


def _gapped(view: View, amount: int, givers: tuple[FoundName, ...]) -> tuple[Contribution, ...]:
    """ "Northwind put in $30 million, | Oakfund $20 million |, followed by Larch with $5 million": the verb is said
    once."""
    found: list[Contribution] = []
    at = view.amount_span(amount)[1]
    for number in range(amount + 1, len(view.amounts)):
        first, after = view.amount_span(number)
        name = view.name_at.get(first - 1 - (view.word(first - 1) == "with"))
        if name is None or name.is_subject or name in givers or view.amounts[number].range_end:
            break
        opens = view.index(name.start)
        if [word for word in view.words(at, opens) if word not in ("the", "its")] not in _GAPS:
            break
        found.append(Contribution(bare(name.text), view.amounts[number].money, None))
        at = after
    return tuple(found)


_GAPS = ([","], ["and"], [",", "and"], [";"], ["while"], [",", "while"], [";", "and"], [",", "followed", "by"])


def _is_share(view: View, sketch: Sketch, memory: Memory) -> bool:
    """ "Oakfund has put in $55 million", "The fund invested $40 million": soon after a round told as news, with
    neither a date nor a name of its own, and below its sum: what one of them gave to it. "Oakfund will put in" so much
    of a round that is being raised."""
    gives = sketch.family == "invest" or _heads_cheque(view, sketch) or _with_cheque(view, sketch)
    gives = gives or (sketch.family == "give" and memory.kind == "debt")
    if not gives or sketch.amount is None or sketch.dates or sketch.staged():
        return False
    given, here = view.amounts[sketch.amount].money, view.utterance.index
    ahead = 0 < here - memory.planned <= _NEAR
    wholes = (money for money in (memory.sum, memory.equivalent, memory.plan if ahead else None) if money is not None)
    smaller = any(_is_part_of(given, whole) for whole in wholes)
    first, after = view.amount_span(sketch.amount)
    more = {"another", "further", "additional", "more"} & set(view.words(max(0, first - 4), first))
    now = view.words(after, after + 2) in (["this", "time"], ["this", "round"])
    known = not sketch.taker.name and view.utterance.index - memory.told <= _LONG and _are_givers(view, memory)
    plain = (not more or now) and (ahead or not {"plans", "will"} & set(view.words(max(0, first - 4), first)))
    ends = now or view.word(after) in _ENDS or _in_subject(view, after)
    return smaller and plain and ends and (ahead or known or 0 < here - memory.told <= _NEAR)


def _is_part_of(given: Money, whole: Money) -> bool:
    """Can the sum be a part of the other? Of sums in two of the currencies that are near in worth, if far smaller."""
    if given.currency == whole.currency:
        return given.value < whole.value
    return {given.currency, whole.currency} <= _NEAR_IN_WORTH and 2 * given.value < whole.value


_NEAR_IN_WORTH = frozenset({"USD", "EUR", "GBP", "CHF"})


def _are_givers(view: View, memory: Memory) -> bool:
    """Does the sentence open with those who were told to have put money in?"""
    opening = [name.canonical for name in view.utterance.names[:2]]
    return "respectively" in view.low and not memory.givers.isdisjoint(opening)


_LONG = 9  # utterances behind a round within which its backers' shares are told "respectively"
_NEAR = 4  # utterances behind a round in which what one of its backers gave is told
_ENDS = frozenset({".", ",", "", "and", ";", "each", "apiece", "while", "respectively"})


def _in_subject(view: View, after: int) -> bool:
    """ "invested $5 million | in the Oslo-based Acme", "| in the startup"."""
    if view.word(after) not in ("in", "into"):
        return False
    ahead = range(after + 1, after + 6)
    found = (view.name_at[at] for at in ahead if at in view.name_at and view.word(at + 1) != "-")
    named = next((name for name in found if name.kind != "place"), None)
    return named.is_subject if named is not None else view.words(after + 1, after + 3) in _THE_COMPANY


_THE_COMPANY = (["the", "company"], ["the", "startup"], ["the", "firm"], ["the", "business"])


def _leads_with(view: View, sketch: Sketch) -> bool:
    """ "will lead the round with | $20 million", "led the round with | a $40 million cheque", "led it with a cheque of
    | $5 million"."""
    if sketch.amount is None:
        return False
    first, after = view.amount_span(sketch.amount)
    before = view.words(max(0, first - 5), first)
    if view.word(first - 1) in _WORTH and not _LED_WITH.isdisjoint(before) and not _WRITTEN.isdisjoint(before):
        return not _LEADING.isdisjoint(view.words(max(0, first - 10), first))
    if sketch.family != "lead":
        return False
    if view.word(first - 1) == "with":
        return True
    cheque = view.word(after) in _LED_WITH or view.word(after + 1) in _LED_WITH
    return cheque and "with" in view.words(max(0, first - 3), first)


_WORTH = frozenset({"of", "for", "worth"})
_WRITTEN = frozenset({"with", "writing", "wrote"})
_LEADING = frozenset({"led", "leads", "lead", "leading", "co-led"})


def _heads_cheque(view: View, sketch: Sketch) -> bool:
    """ "The largest cheque, | $45 million, was written by Northwind"."""
    return view.word(0) == "the" and sketch.anchor < 8 and not _CHEQUES.isdisjoint(view.words(1, sketch.anchor))


def _with_cheque(view: View, sketch: Sketch) -> bool:
    """ "Northwind joins as a new backer, with a cheque of | $45 million"."""
    ahead = view.words(max(0, sketch.anchor - 4), sketch.anchor)
    return ahead[-1:] == ["of"] and not _CHEQUES.isdisjoint(ahead[-2:]) and "with" in ahead


_CHEQUES = frozenset({"cheque", "check", "ticket", "commitment", "contribution", "slice"})
_LED_WITH = _CHEQUES | {"investment"}


def _in_round(view: View, sketch: Sketch) -> bool:
    """ "… invested $20 million in the round"."""
    words = [token.word for token in view.found]
    pairs = set(pairwise(words))
    nouns = ("round", "financing", "raise", "deal")
    points = any((word, noun) in pairs for word in ("that", "the", "this") for noun in nouns)
    return points and sketch.family == "invest"


def _stake(view: View, sketch: Sketch) -> float | None:
    """The percentage of the company that the sum buys."""
    for number in view.utterance.numbers:
        first, after = view.span(number.start, number.noun_end)
        bought = {"stake", "share", "shareholding", "anteil", "participation"} & set(view.words(after, after + 4))
        if number.unit == "percent" and abs(first - sketch.anchor) <= 12 and bought:
            return number.value
    return None
