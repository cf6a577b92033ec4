"""A sketch of a funding event goes in, the claim with its values comes out; or a Rejected that says why it is none."""

from __future__ import annotations

from briefing.claims.asking import is_only_asked
from briefing.claims.cheques import backers, cheques, investors, itemised, put_into, shared_out
from briefing.claims.dateside import on_side
from briefing.claims.firmness import came_to_nothing, in_relative, is_beyond, is_negated, modality
from briefing.claims.givers import is_giver
from briefing.claims.listings import listing_of, when_listed
from briefing.claims.partsums import blends
from briefing.claims.phrases import words_of
from briefing.claims.rounds import Mention, goes_public, instrument, kind_of_words
from briefing.claims.sharesales import is_sale_of_holders
from briefing.claims.sketches import Memory, Sketch
from briefing.claims.takers import SUBJECT, UNKNOWN, Taker
from briefing.claims.view import View
from briefing.claims.whens import ahead, pledged, when
from briefing.model.claim import Amount, Claim, FundingValues, Instrument, Modality, Rejected
from briefing.model.dates import When
from briefing.model.money import Money, Role
from briefing.model.records import replace
from briefing.model.source import Evidence

_LONGEST = 120  # words of a quote
_WISHED = frozenset({"wanted", "tried", "offered", "hoped", "wished"})
_NAMES = ("stage", "secondary", "ipo")


def claim_of(view: View, sketch: Sketch, memory: Memory) -> Claim | Rejected | None:
    """The claim of one sketch. None: there is nothing to say of the event. Moves the memory on."""
    if not _telling(view, sketch):
        return None
    evidence = quote(view, sketch)
    if sketch.taker != SUBJECT:
        if sketch.taker.who == "other" and not (memory.home and is_giver(sketch.taker.name)):
            memory.taker = sketch.taker
        return not_the_subjects(sketch.taker, evidence)
    clause = view.utterance.clause_at(view.offset(sketch.anchor))
    firm = modality(view, sketch, clause)
    if reason := _reason_against(view, sketch, firm, clause.negated):
        return Rejected(reason, "funding", evidence)
    told = listing_of(view, sketch) if firm in ("planned", "rumoured") else None
    if told is not None and firm == "planned" and told.clauses[0].modality == "rumoured":
        firm = "rumoured"
    values = _values(view, sketch, firm, memory)
    context = _context(view, values, memory, sketch.named)
    if told is not None and values.instrument in ("unknown", "equity"):
        values = replace(values, instrument="ipo", when=when_listed(view, told, values.when))
        context += (view.reading.cite(told.passage.start, told.passage.end),) if told is not view.utterance else ()
    _remember(view, sketch, values, memory, evidence, firm)
    holders, kind = clause.holders, clause.holder_kind
    if kind == "unnamed" and firm == "asserted" and is_beyond(view, sketch, clause):
        holders, kind = (), "outlet"
    return Claim("", "funding", evidence.quote, evidence, holders, kind, firm, values, context, clause.cues)


def not_the_subjects(taker: Taker, evidence: Evidence) -> Rejected:
    return Rejected(f"money of another company: {taker.name or 'one that is not named'}", "funding", evidence)


def quote(view: View, sketch: Sketch | None = None) -> Evidence:
    """The whole utterance; of one that is too long the words round the event."""
    passage = view.utterance.passage
    if len(view.utterance.text.split()) <= _LONGEST or sketch is None:
        return view.reading.cite(passage.start, passage.end)
    low, high = max(0, sketch.anchor - 70), min(len(view.found), sketch.anchor + 90)
    return view.reading.cite(view.offset(low), view.end(high - 1))


def _telling(view: View, sketch: Sketch) -> bool:
    """Has the sketch a sum, or else a name or kind with something to say of it?"""
    if sketch.amount is not None or sketch.valuations or sketch.backings:
        return True
    if sketch.back and blends(view):
        return True
    special = [one for one in sketch.named if one.kind != "plain"]
    if not special or sketch.family not in ("raise", "loose") or not 0 <= sketch.anchor - sketch.verb <= 8:
        return False
    return special[0].kind == "stage" or any(date.when.edtf or date.when.raw for date in sketch.dates)


def _reason_against(view: View, sketch: Sketch, firm: Modality, negated: bool) -> str:
    """Why the event is none, "" if it is one."""
    if firm == "denied":
        return ""
    after = sketch.end(view)
    if sketch.amount is not None and view.words(after, after + 2) in (["comes", "if"], ["follows", "if"], ["if", "it"]):
        return "hypothetical: the source says what might happen"  # "a second tranche of $15 million comes if …"
    if "if" in view.words(max(0, sketch.verb - 3), max(0, sketch.verb)) and sketch.amount is not None:
        return "hypothetical: the source says what might happen"
    wished = view.words(max(0, sketch.verb - 2), max(0, sketch.verb))
    if sketch.family in ("invest", "back", "lead") and wished[1:] == ["to"] and wished[0] in _WISHED:
        return "hypothetical: the source says what might happen"  # "Northwind wanted to invest | $9 million in it"
    if firm in ("asserted", "hedged") and is_only_asked(view, sketch):
        return "hypothetical: the source says what might happen"
    since = {"since", "until"} & set(view.words(0, max(0, sketch.verb)))
    told = firm in ("rumoured", "planned") and sketch.amount is not None
    apart = in_relative(view, sketch.anchor) or _never_told(view, sketch)
    if (is_negated(view, sketch) and not apart) or (negated and not apart and not since and not told):
        return "negated: the source says that it did not happen"
    if firm in ("rumoured", "planned", "hedged") and came_to_nothing(view, sketch):
        return "called off: the source says that it came to nothing"
    return "hypothetical: the source says what might happen" if firm == "hypothetical" else ""


def _never_told(view: View, sketch: Sketch) -> bool:
    """ "put up $5 million for an A round | that was never announced": it came in all the same."""
    behind = view.words(sketch.end(view), sketch.end(view) + 10)
    never = next((at for at, word in enumerate(behind) if word in ("never", "not", "t")), 0)
    told = not _TELLING.isdisjoint(behind[never + 1 : never + 6])
    return bool(never) and told and not {"that", "which"}.isdisjoint(behind[:never])


_TELLING = frozenset("announced announce wrote writing publicised publicized disclosed disclose telling told".split())

# ---------------------------------------------------------------- values


def _values(view: View, sketch: Sketch, firm: Modality, memory: Memory) -> FundingValues:
    kind = _instrument(view, sketch)
    leads, participants = backers(sketch, kind)
    if kind == "ipo" and _ANCHORS.isdisjoint(view.low):
        leads = participants = ()  # banks that lead a listing put in nothing
    givers = investors(view, sketch)
    contributions = cheques(view, sketch, givers, memory)
    others = () if contributions else shared_out(view, sketch) or itemised(view, sketch)
    new = tuple(name.text for name in givers if name.text not in (*leads, *participants))
    sole = len(new) == 1 and not leads and firm == "asserted" and kind not in ("grant", "debt", "secondary")
    if not contributions and sole and sketch.amount is not None:
        leads = new  # the one who gives it all
    else:
        participants = (*participants, *(name for name in new if not contributions))
    participants = tuple(dict.fromkeys((*participants, *(one.investor for one in others if one.investor not in leads))))
    part = (bool(contributions) and put_into(view, sketch) < 0) or (
        firm != "planned" and _is_close(view, sketch, memory)
    )
    amounts = () if part else _amounts(view, sketch)
    amounts += tuple(_amount(view, number, "valuation") for number in sketch.valuations)
    date = when(view, sketch, memory)
    if date is not None and date.anchor == "publication" and len(date.edtf) == len("2026-05") and firm == "asserted":
        date = on_side(date, firm, "", view.reading.source.published) or date  # "helped it close a round in May"
    if firm in ("planned", "rumoured") and date is not None:
        date = ahead(view, sketch, date)
    elif firm == "planned":
        date = pledged(view, sketch, memory)
    name = _name(view, sketch)
    back = part or not _stands(sketch, name, kind, date)
    return FundingValues(name, kind, date, amounts, leads, participants, contributions or others, back)


_IN_MIND = frozenset({"eyes", "eyeing", "mulls", "weighs", "mulling", "weighing"})  # "bags $5 million, | eyes bond"
_ANCHORS = frozenset({"cornerstone", "anchor", "investors"})
_CLOSES = frozenset({"close", "closing", "tranche", "instalment", "installment"})


def _is_close(view: View, sketch: Sketch, memory: Memory) -> bool:
    """ "The second close of | €20 million follows a first close of | €55 million", where the whole round was told."""
    if sketch.amount is None or memory.sum is None or view.word(sketch.anchor - 1) != "of":
        return False
    money, whole = view.amounts[sketch.amount].money, memory.sum
    ordinal = view.word(sketch.anchor - 3) in ("first", "second", "third", "initial", "final")
    smaller = money.currency == whole.currency and money.value < whole.value
    return ordinal and smaller and view.word(sketch.anchor - 2) in _CLOSES


def _stands(sketch: Sketch, name: str, kind: Instrument, date: When | None) -> bool:
    """Is the event told of for itself: by its sum, its name, or as a dated sale of shares? Else it adds to another."""
    if sketch.amount is not None:
        return True
    dated = bool(sketch.valuations and date and date.edtf)
    return (bool(name) and not sketch.back) or (kind == "secondary" and dated)


def _name(view: View, sketch: Sketch) -> str:
    """The stage or kind as printed; "added $30 million to its Series A" is no Series A of its own."""
    adds = view.word(sketch.verb) in ("added", "adds", "adding", "add")
    if adds and not any("extension" in one.name.lower() for one in sketch.named):
        return ""
    named = [one for one in sketch.named if one.kind in _NAMES and one.name]
    best = min(named, key=lambda one: (_NAMES.index(one.kind), -len(one.name)), default=None)
    return " ".join(best.name.split()) if best else ""


_LENDING = frozenset({"lent", "lend", "lends", "loaned", "borrow", "borrowed", "borrows", "borrowing"})


def _instrument(view: View, sketch: Sketch) -> Instrument:
    if sketch.amount is not None and is_sale_of_holders(view, *view.amount_span(sketch.amount)):
        return "secondary"
    low = max(sketch.reach[0], sketch.anchor - (8 if sketch.amount is None else 4))
    high = min(sketch.reach[1], sketch.end(view) + 12)
    if sketch.back and (blends(view) or not any(one.kind == "plain" for one in sketch.named)):
        low, high = 0, len(view.found)
    if {"form", "shape", "way"} & set(view.words(high - 4, high + 6)):
        high = min(sketch.reach[1], high + 8)  # "from A and B, by way of a convertible note"
    ends = (at for at in range(sketch.anchor, high) if _stops(view, at) or view.word(at) in _IN_MIND)
    stop = next(ends, high)
    if sketch.amount is not None and sketch.amount + 1 < len(view.amounts):
        behind = view.amount_span(sketch.amount + 1)[0]
        if "including" in view.words(behind - 3, behind):
            stop = min(stop, behind)  # "raised | $70 million |, including $25 million of debt"
    kind = instrument(view, [(low, stop)], sketch.named)
    if sketch.amount is None and not _LENDERS.isdisjoint(view.words(0, 3)):
        return "debt"  # "The lender was Northwind"
    if kind == "secondary" and _sells_new_shares(view, sketch):
        return "equity"
    if kind in ("unknown", "equity") and (paper := _of_paper(view, sketch)) in ("debt", "convertible", "grant"):
        return paper
    if sketch.back and kind == "equity" and not sketch.staged() and not _says_equity(view, sketch):
        return "unknown"  # "the round" is of the kind that was told before
    if kind == "unknown" and "project financ" in " ".join(view.words(max(0, sketch.anchor - 9), high)):
        return "debt"
    if kind == "unknown" and _public(sketch) and sketch.family in ("raise", "give", "loose"):
        return "grant"
    if kind == "unknown" and not sketch.staged() and view.word(sketch.verb).startswith(("award", "grant")):
        return "grant"
    if kind == "unknown" and sketch.verb < 0 and "granted" in view.words(sketch.end(view), sketch.end(view) + 8):
        return "grant"  # "$5 million that the Northern Council granted"
    if kind in ("unknown", "equity") and not sketch.staged() and view.word(sketch.verb) in _LENDING:
        return "debt"
    if kind in ("unknown", "equity") and not sketch.staged() and goes_public(view, sketch.anchor, sketch.end(view)):
        return "ipo"
    if kind == "unknown" and sketch.family == "invest" and not sketch.back and "bridge" not in view.low:
        return "equity"
    led = bool(sketch.valuations) or any(one.part == "lead" for one in sketch.backings)
    return "equity" if kind == "unknown" and led and not sketch.back else kind


def _says_equity(view: View, sketch: Sketch) -> bool:
    """ "participated in the | equity round": not the loan told of in between."""
    return any("equity" in view.words(one.first, one.after) for one in sketch.named)


_LENDERS = frozenset({"lender", "lenders", "creditor", "creditors"})


def _of_paper(view: View, sketch: Sketch) -> Instrument:
    """ "The convertible loan that shareholders granted last spring, | $5 million |, has become shares": by the noun
    that opens the sentence, where it tells of one sum."""
    if sketch.amount != 0 or sketch.staged() or view.word(0) not in _OPENING or sketch.anchor < 5:
        return "unknown"
    return kind_of_words(view.words(1, 4)) if {"that", "which", ",", "from"} & set(view.words(2, 6)) else "unknown"


_OPENING = frozenset({"the", "a", "an", "its", "this", "that", "under"})
_PRIMARY = frozenset({"share sale", "stock sale", "sale of shares"})
_HOLDERS = frozenset(
    "employees staff shareholder shareholders holders existing secondary tender founders early".split()
)


def _sells_new_shares(view: View, sketch: Sketch) -> bool:
    """ "raise | $5 million | in a share sale", "a share sale that could raise | $5 million": what the company raises it
    sells shares of its own for."""
    named = any(one.name.lower() in _PRIMARY for one in sketch.named)
    return named and sketch.family == "raise" and sketch.amount is not None and _HOLDERS.isdisjoint(view.low)


def _public(sketch: Sketch) -> bool:
    """Are all who give bodies of a state or union: "the Northern Growth Fund", "the Department of Works"?"""
    names = [name.text for one in sketch.backings for name in one.names]
    words = words_of("rounds", "givers", "public")
    return bool(names) and all(set(name.lower().split()) & words for name in names)


def _stops(view: View, index: int) -> bool:
    """Does a part of the text end here, at a semicolon or at a full stop with a space behind it?"""
    word = view.word(index)
    if word != ".":
        return word == ";"
    return index + 1 < len(view.found) and view.end(index) != view.offset(index + 1)


def _amounts(view: View, sketch: Sketch) -> tuple[Amount, ...]:
    if sketch.amount is None:
        return ()
    found = [_amount(view, sketch.amount, "raised")]
    if sketch.amount + 1 < len(view.amounts) and view.amounts[sketch.amount + 1].range_end:
        found.append(_amount(view, sketch.amount + 1, "range-end"))
    return (*found, *(_amount(view, number, "equivalent") for number in sketch.equivalents))


def _amount(view: View, number: int, role: Role) -> Amount:
    found = view.amounts[number]
    return Amount(found.money, role, found.start, found.end)


# ---------------------------------------------------------------- what is kept in mind


def _context(view: View, values: FundingValues, memory: Memory, named: list[Mention]) -> tuple[Evidence, ...]:
    """The words an anaphor or a date reckoned from an event needs: where the round before stands."""
    if values.when is not None and values.when.anchor == "coverage" and values.when.raw:
        before = view.reading.utterances[view.utterance.index - 1].passage
        return (view.reading.cite(before.start, before.end),)
    needs = values.refers_back or (values.when is not None and values.when.anchor == "previous-event")
    pointing = {word for one in named for word in view.words(max(0, one.first - 1), one.after)}
    spot = memory.news if pointing & {"new", "latest", "fresh"} else memory.spot
    return (view.reading.cite(*spot),) if needs and spot is not None else ()


def _remember(
    view: View, sketch: Sketch, values: FundingValues, memory: Memory, evidence: Evidence, firm: Modality
) -> None:
    memory.taker, memory.aside = SUBJECT, UNKNOWN
    memory.spoken = view.utterance.index
    memory.givers |= {name.canonical for one in sketch.backings for name in one.names}
    if values.when is not None and values.when.edtf:
        memory.date = values.when.edtf
    if (sketch.amount is not None or sketch.valuations) and not values.refers_back and firm != "planned":
        memory.told, memory.kind = view.utterance.index, values.instrument
        memory.sum = _larger(memory.sum, next((one.money for one in values.amounts if one.role == "raised"), None))
        memory.equivalent = next((one.money for one in values.amounts if one.role == "equivalent"), memory.equivalent)
        memory.worth = bool(sketch.valuations)
        memory.spot = (evidence.start, evidence.end)
        memory.news = memory.news or memory.spot
    elif sketch.amount is not None and not values.refers_back:
        memory.plan, memory.planned = view.amounts[sketch.amount].money, view.utterance.index
    elif sketch.valuations:
        memory.worth = True


def _larger(told: Money | None, new: Money | None) -> Money | None:
    """The sum to hold a cheque against: of a package and its parts told one after the other the largest."""
    if told is None or new is None or told.currency != new.currency:
        return new or told
    return max(told, new, key=lambda money: money.value)
