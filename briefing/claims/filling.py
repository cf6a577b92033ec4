"""A sketch of a funding event goes in, the claim with its values comes out; or a Rejected that says why it is none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.claims.backers import fit
from briefing.claims.dates import resolve
from briefing.claims.events import Memory, Sketch
from briefing.claims.lists import names_before
from briefing.claims.phrases import book
from briefing.claims.reading import Clause, FoundName
from briefing.claims.rounds import Mention, instrument
from briefing.claims.takers import SUBJECT
from briefing.claims.tokens import tokens
from briefing.claims.view import View
from briefing.model.claim import Amount, Claim, Contribution, FundingValues, Instrument, Modality, Rejected
from briefing.model.dates import When, bounds
from briefing.model.money import Role
from briefing.model.source import Evidence

_LONGEST = 120  # words of a quote
_LEDE = 6  # utterances at the head of an article that tell its news


def claim_of(view: View, sketch: Sketch, memory: Memory) -> Claim | Rejected | None:
    """The claim of one sketch. None: there is nothing to say of the event. Moves the memory on."""
    clause = view.utterance.clause_at(view.offset(sketch.anchor))
    evidence = quote(view, sketch)
    if not _telling(view, sketch):
        return None
    if sketch.taker != SUBJECT:
        if sketch.taker.who == "other":
            memory.taker = sketch.taker
        who = sketch.taker.name or "a company that is not named"
        return Rejected(f"money of another company: {who}", "funding", evidence)
    modality = _modality(view, sketch, clause)
    if _negated(view, sketch) or (clause.negated and modality not in ("rumoured", "planned", "denied")):
        return Rejected("negated: the source says that it did not happen", "funding", evidence)
    if modality in ("rumoured", "planned", "hedged") and _came_to_nothing(view, sketch):
        return Rejected("called off: the source says that it came to nothing", "funding", evidence)
    if modality == "hypothetical":
        return Rejected("hypothetical: the source says what might happen", "funding", evidence)
    values = _values(view, sketch, modality, memory)
    context = _context(view, values, memory, sketch.named)
    _remember(view, sketch, values, memory, evidence, modality)
    return Claim(
        "",
        "funding",
        evidence.quote,
        evidence,
        clause.holders,
        clause.holder_kind,
        modality,
        values,
        context,
        clause.cues,
    )


_NO = frozenset("not t never no without neither failed declined refused unable".split())


def _negated(view: View, sketch: Sketch) -> bool:
    """Is the verb of the event itself negated ("did not raise", "has yet to raise")?"""
    if sketch.verb < 0:
        return False
    before = [view.word(index) for index in range(max(0, sketch.verb - 4), sketch.verb)]
    yet = "yet" in before and before[-1:] == ["to"]
    only = "only" in before or "just" in before
    return (bool(set(before) & _NO) and not only) or yet


def _came_to_nothing(view: View, sketch: Sketch) -> bool:
    """Do these words or the sentence behind them say that the talks collapsed?"""
    broken = book("rounds", "phrases", "collapsed")
    if next(broken.all(view.found, sketch.anchor), None):
        return True
    following = view.reading.utterances[view.utterance.index + 1 : view.utterance.index + 2]
    for utterance in following:
        ahead = tokens(view.text, utterance.passage.start, utterance.passage.end)
        speaks = {token.word for token in ahead[:6]} & {
            "talks",
            "deal",
            "round",
            "plan",
            "plans",
            "negotiations",
            "discussions",
            "financing",
            "raise",
        }
        if speaks and utterance.passage.block == view.utterance.passage.block:
            return next(broken.all(ahead), None) is not None
    return False


def quote(view: View, sketch: Sketch | None = None) -> Evidence:
    """The whole utterance; of one that is too long the clause round the event."""
    passage = view.utterance.passage
    if len(view.utterance.text.split()) <= _LONGEST or sketch is None:
        return view.reading.cite(passage.start, passage.end)
    low, high = max(0, sketch.anchor - 70), min(len(view.found), sketch.anchor + 90)
    return view.reading.cite(view.offset(low), view.found[high - 1].end)


def _telling(view: View, sketch: Sketch) -> bool:
    """Has the sketch a sum, or else a name or kind with something to say of it?"""
    if sketch.amount is not None:
        return True
    if sketch.valuations or sketch.backings:
        return True
    special = [one for one in sketch.named if one.kind not in ("plain",)]
    if not special or sketch.family not in ("raise", "loose"):
        return False
    dated = any(date.when.edtf or date.when.raw for date in sketch.dates)
    close = 0 <= sketch.anchor - sketch.verb <= 6
    return close and (dated or special[0].kind == "stage")


def _modality(view: View, sketch: Sketch, clause: Clause) -> Modality:
    modality = clause.modality
    if modality in ("rumoured", "denied"):
        return modality
    if sketch.amount is not None and _conditional(view, sketch):
        return "planned"
    if modality in ("planned", "hypothetical") and not _governed(view, sketch, clause):
        return "asserted"
    if modality == "hypothetical" and clause.holder_kind == "unnamed":
        return "rumoured"  # "reports suggested that the raise would be …"
    if (
        any(one.kind == "ipo" for one in sketch.named)
        and sketch.family == "loose"
        and modality in ("asserted", "hedged")
    ):
        return "planned" if view.word(sketch.verb).startswith("file") else modality
    if modality in ("opinion", "implied") and sketch.amount is not None:
        return "asserted"
    return modality


def _conditional(view: View, sketch: Sketch) -> bool:
    """Does a condition stand by the sum ("contingent on …", "milestone-based"), in the same bracket as it?"""
    start, end = max(sketch.reach[0], sketch.anchor - 14), min(sketch.reach[1], sketch.anchor + 16)
    for hit in book("rounds", "phrases", "conditional").all(view.found, start, end):
        low, high = sorted((hit.first, sketch.anchor))
        between = [view.word(index) for index in range(low, high)]
        if between.count("(") == between.count(")"):
            return True
    return False


_AHEAD = frozenset(
    "planned proposed potential possible upcoming next expected targeted prospective would-be future".split()
)
_BREAKS = frozenset("and but while although though ; —".split())


def _governed(view: View, sketch: Sketch, clause: Clause) -> bool:
    """Do the clause's words of planning govern this event, and not another verb behind it or around it?

    "Acme's $5 million raise" is a fact whatever the sentence plans to do with it.
    """
    before = {view.word(index) for index in range(max(0, sketch.anchor - 4), sketch.anchor)}
    if sketch.verb < 0 and not sketch.backings:
        return bool(before & _AHEAD)
    ends = [cue.split()[-1] for cue in clause.cues]
    low, high = view.span(clause.start, clause.end)
    places = [index for index in range(low, high) if view.word(index) in ends]
    if not places:
        return True
    pivot = sketch.verb if sketch.verb >= 0 else sketch.anchor
    near = [place for place in places if place <= pivot]
    behind = [
        place for place in places if place > pivot and not any(view.word(at) in _BREAKS for at in range(pivot, place))
    ]
    return bool(near or behind)


# ---------------------------------------------------------------- values


def _values(view: View, sketch: Sketch, modality: Modality, memory: Memory) -> FundingValues:
    kind = _instrument(view, sketch)
    leads, participants = _backers(view, sketch, kind)
    contributions, is_cheque = _contributions(view, sketch, memory)
    gives = sketch.family in ("invest", "back", "give")
    investors = _investors(view, sketch) if gives or _given(view, sketch) else ()
    new = tuple(name.text for name in investors if name.text not in (*leads, *participants))
    if is_cheque:
        participants = (*participants, *(name for name in new if name not in [one.investor for one in contributions]))
    elif (
        len(new) == 1
        and not leads
        and modality == "asserted"
        and sketch.amount is not None
        and kind not in ("grant", "debt")
    ):
        leads = new
    else:
        participants = (*participants, *new)
    amounts = () if is_cheque else _amounts(view, sketch)
    amounts += tuple(_amount(view, number, "valuation") for number in sketch.valuations)
    when = _when(view, sketch, memory)
    stands = sketch.amount is not None or bool(sketch.valuations and when and when.edtf)  # by figures of its own
    back = is_cheque or (sketch.back and not stands)
    return FundingValues(_name(view, sketch), kind, when, amounts, leads, participants, contributions, back)


def _name(view: View, sketch: Sketch) -> str:
    order = ("stage", "secondary", "ipo")
    if view.word(sketch.verb) in ("added", "adds", "adding", "add") and not any(
        "extension" in one.name.lower() for one in sketch.named
    ):
        return ""  # "added $30 million to its Series A" is no Series A of its own
    named = sorted(
        (one for one in sketch.named if one.kind in order and one.name),
        key=lambda one: (order.index(one.kind), -len(one.name)),
    )
    return " ".join(named[0].name.split()) if named else ""


def _instrument(view: View, sketch: Sketch) -> Instrument:
    before = 8 if sketch.amount is None else 4
    low, high = max(sketch.reach[0], sketch.anchor - before), min(sketch.reach[1], sketch.end(view) + 12)
    if sketch.back and not any(one.kind == "plain" for one in sketch.named):
        low, high = 0, len(view.found)
    after = next((at for at in range(sketch.anchor, high) if view.word(at) in (";", ".") and _spaced(view, at)), high)
    kind = instrument(view, [(low, after)], sketch.named)
    if sketch.back and kind == "equity" and not any(one.kind == "stage" for one in sketch.named):
        return "unknown"  # "the round" is of the kind that was told before
    if (
        kind == "unknown"
        and not sketch.back
        and (sketch.valuations or any(one.part == "lead" for one in sketch.backings))
    ):
        return "equity"
    return kind


def _spaced(view: View, index: int) -> bool:
    return index + 1 < len(view.found) and view.found[index].end != view.offset(index + 1)


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


def _backers(view: View, sketch: Sketch, kind: Instrument) -> tuple[tuple[str, ...], tuple[str, ...]]:
    leads = _texts((name for one in sketch.backings if one.part == "lead" for name in one.names), False)
    own_shares = kind == "secondary"
    participants = _texts(
        (name for one in sketch.backings if one.part == "participant" for name in one.names), own_shares
    )
    return leads, tuple(name for name in participants if name not in leads)


def _texts(names: Iterable[FoundName], own: bool) -> tuple[str, ...]:
    """Names as printed, each once. own: a company may buy its own shares, but does not lead its own round."""
    kept: dict[str, str] = {}
    for name in names:
        if own or not name.is_subject:
            kept.setdefault(name.canonical, bare(name.text))
    return tuple(kept.values())


def bare(name: str) -> str:
    """The name without an article in front."""
    return re.sub(r"^(?:the|The)\s+", "", name)


def _investors(view: View, sketch: Sketch) -> tuple[FoundName, ...]:
    """Who gives, where the verb is one of giving: its subject, by name or by what its pronoun stands for."""
    text, start = view.text, view.utterance.passage.start
    if sketch.verb >= 0 and sketch.family in ("invest", "back", "give"):
        end = view.offset(sketch.verb)
        index = sketch.verb
        while index and view.word(index - 1) in (
            "also",
            "has",
            "have",
            "will",
            "to",
            "is",
            "had",
            "would",
            "was",
            "as",
            "reportedly",
            "and",
            "was",
            "evaluating",
            "considering",
        ):
            index -= 1
        found = fit(names_before(text, start, view.offset(index), view.utterance.names)) or fit(
            names_before(text, start, end, view.utterance.names)
        )
        if found:
            return tuple(name for name in found if not name.is_subject)
    given = _given(view, sketch)
    if given:
        return given
    topic = view.utterance.clause_at(view.offset(sketch.anchor)).topic
    return tuple(name for name in view.utterance.names if name.canonical == topic and not name.is_subject)[:1]


def _given(view: View, sketch: Sketch) -> tuple[FoundName, ...]:
    """ "a partnership with Northwind that included a €5 million investment", "Northwind's $5 million investment"."""
    if sketch.amount is None:
        return ()
    first, after = view.amount_span(sketch.amount)
    if "investment" not in [view.word(index) for index in range(after, min(after + 5, len(view.found)))]:
        return ()
    for index in range(first - 1, max(first - 12, -1), -1):
        if view.word(index) in ("included", "includes", "including", "include", "with", "featuring", "'", "s"):
            name = view.name_at.get(index - 2) or view.name_at.get(index - 1)
            if name is not None and not name.is_subject and name.kind not in ("place", "product"):
                return (name,)
    return _subject_of_evaluating(view, sketch)


def _subject_of_evaluating(view: View, sketch: Sketch) -> tuple[FoundName, ...]:
    clause = view.utterance.clause_at(view.offset(sketch.anchor))
    return tuple(name for name in view.utterance.names if name.canonical == clause.topic and not name.is_subject)[:1]


# ---------------------------------------------------------------- cheques inside a round


def _contributions(view: View, sketch: Sketch, memory: Memory) -> tuple[tuple[Contribution, ...], bool]:
    """One investor's cheque inside a round told of: the round's own sum is another. The flag: this sketch is a cheque."""
    if (
        sketch.amount is None
        or sketch.family not in ("invest", "back", "")
        or not (sketch.family or _given(view, sketch))
    ):
        return (), False
    stake = _stake(view, sketch)
    points = any(one.kind == "plain" and one.back for one in sketch.named) or _in_round(view, sketch)
    near = view.utterance.index - memory.told <= 2
    if not (points or (stake is not None and near)):
        return (), False
    investors = _investors(view, sketch)
    if not investors:
        return (), False
    money = view.amounts[sketch.amount].money
    return tuple(
        Contribution(bare(name.text), money if len(investors) == 1 else None, stake) for name in investors
    ), True


def _in_round(view: View, sketch: Sketch) -> bool:
    joined = " ".join(token.word for token in view.found)
    return (
        any(
            f"{word} {noun}" in joined
            for word in ("that", "the", "this")
            for noun in ("round", "financing", "raise", "deal")
        )
        and sketch.family == "invest"
    )


def _stake(view: View, sketch: Sketch) -> float | None:
    """The percentage of the company that the sum buys."""
    for number in view.utterance.numbers:
        if number.unit != "percent":
            continue
        first, after = view.span(number.start, number.noun_end)
        near = abs(first - sketch.anchor) <= 12
        if near and any(
            view.word(index) in ("stake", "share", "shareholding", "anteil", "participation")
            for index in range(after, after + 4)
        ):
            return number.value
    return None


# ---------------------------------------------------------------- when


def _when(view: View, sketch: Sketch, memory: Memory) -> When | None:
    for date in sketch.dates:
        when = resolve(date.when, memory.date)
        if when.edtf or when.raw:
            return when
    return _published(view, sketch)


def _published(view: View, sketch: Sketch) -> When | None:
    """An undated event in the first sentences of a dated article, told as news, is of its day."""
    source = view.reading.source
    found = bounds(source.published)
    if found and found[0] == found[1] and view.utterance.index < _LEDE and not sketch.back and _is_news(view, sketch):
        return When(source.published, "publication", "")
    if sketch.amount is not None and (window := _window(view)):
        return window
    if "/" in source.coverage and not source.published and sketch.amount is not None and not _is_past(view, sketch):
        return When(source.coverage, "coverage", "")
    return None


def _window(view: View) -> When | None:
    """The span of time that the sentence before sums up ("in May and June 2024. Key developments include …")."""
    utterances, here = view.reading.utterances, view.utterance
    before = utterances[here.index - 1] if here.index else None
    opens = {"include", "includes", "included", "including"} & {view.word(index) for index in range(5)}
    if not opens or before is None or before.passage.block != here.passage.block:
        return None
    spans = [date.when for date in before.dates if "/" in date.when.edtf and ".." not in date.when.edtf]
    return When(spans[0].edtf, "coverage", spans[0].raw) if spans else None


def _is_news(view: View, sketch: Sketch) -> bool:
    verb = view.word(sketch.verb)
    words = [view.word(index) for index in range(max(0, sketch.verb - 4), sketch.verb)]
    present = verb.endswith("s") and verb not in ("was",)
    perfect = bool({"has", "have"} & set(words)) or verb.endswith("ing")
    title = view.utterance.passage.kind == "title"
    return sketch.verb >= 0 and (present or perfect or title) and not _is_past(view, sketch)


def _is_past(view: View, sketch: Sketch) -> bool:
    low = max(sketch.reach[0], sketch.anchor - 10)
    words = {view.word(index) for index in range(low, sketch.anchor)}
    return bool(words & {"previously", "earlier", "last", "had", "previous", "prior", "since"})


# ---------------------------------------------------------------- what is kept in mind


def _context(view: View, values: FundingValues, memory: Memory, named: list[Mention]) -> tuple[Evidence, ...]:
    """The words an anaphor or a date reckoned from an event needs: where the round before stands."""
    if values.when is not None and values.when.anchor == "coverage" and values.when.raw:
        before = view.reading.utterances[view.utterance.index - 1].passage
        return (view.reading.cite(before.start, before.end),)
    needs = values.refers_back or (values.when is not None and values.when.anchor == "previous-event")
    newest = {"new", "latest", "fresh"} & {
        view.word(index) for mention in named for index in range(mention.first - 1, mention.after)
    }
    spot = memory.news if newest else memory.spot
    return (view.reading.cite(*spot),) if needs and spot is not None else ()


def _remember(
    view: View, sketch: Sketch, values: FundingValues, memory: Memory, evidence: Evidence, modality: Modality
) -> None:
    memory.taker = SUBJECT
    if values.when is not None and values.when.edtf:
        memory.date = values.when.edtf
    if (sketch.amount is not None or sketch.valuations) and not values.refers_back and modality != "planned":
        memory.told = view.utterance.index
        memory.worth = bool(sketch.valuations)
        memory.spot = (evidence.start, evidence.end)
        memory.news = memory.news or memory.spot
    elif sketch.valuations:
        memory.worth = True
