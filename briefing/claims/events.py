"""A view of an utterance goes in, a sketch of every funding event it speaks of comes out, with what belongs to each.

A sum that was raised begins an event; a round that is named begins one if no sum is its. Valuations, dates and backers
go to the nearest event, what follows before what precedes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from briefing.claims.backers import Backing, backings
from briefing.claims.phrases import book, words_of
from briefing.claims.reading import FoundDate, Utterance
from briefing.claims.roles import roles
from briefing.claims.rounds import Mention, mentions
from briefing.claims.takers import (
    SUBJECT,
    UNKNOWN,
    Taker,
    of_clause,
    owner_before,
    subject_before,
    taker_behind,
    verb_before,
)
from briefing.claims.view import View
from briefing.model.money import Role

_NEAR = 16  # tokens within which a round's name belongs to a sum
_RECENT = 4  # utterances over which "now valued at …" still speaks of the round


@dataclass(slots=True)
class Memory:
    """What a reader of one source keeps in mind: whose round was told of last, when it was, what it lacked."""

    taker: Taker = UNKNOWN
    date: str = ""
    told: int = -99  # the utterance that last told of a round of the subject with a sum
    worth: bool = True  # has that round a valuation already?
    spot: tuple[int, int] | None = None  # where the subject's last round stands
    news: tuple[int, int] | None = None  # where its first one does: what the article is about
    turned: int = -1

    def turn(self, utterance: Utterance) -> None:
        self.turned = utterance.index


@dataclass(slots=True)
class Sketch:
    """One event of an utterance. anchor: the token it hangs on. amount: index of its sum, None if it has none.

    family: of the verb that governs it (raise, loose, invest, back, lead, ""). verb: its token, -1 if none.
    """

    anchor: int
    amount: int | None
    taker: Taker
    verb: int = -1
    family: str = ""
    named: list[Mention] = field(default_factory=list)
    equivalents: list[int] = field(default_factory=list)
    valuations: list[int] = field(default_factory=list)
    dates: list[FoundDate] = field(default_factory=list)
    backings: list[Backing] = field(default_factory=list)
    back: bool = False
    reach: tuple[int, int] = (0, 0)

    def end(self, view: View) -> int:
        """The token behind the sketch's own words."""
        ends = [one.after for one in self.named if one.first <= self.anchor + 6]
        ends += [view.amount_span(number)[1] for number in (self.amount, *self.equivalents) if number is not None]
        return max(ends, default=self.anchor + 1)


def sketches(view: View, memory: Memory) -> list[Sketch]:
    """Every event of the utterance in text order."""
    found_roles = roles(view)
    raised = [number for number, role in enumerate(found_roles) if role == "raised"]
    named = mentions(view)
    if not raised and not named and not view.amounts and not _may_back(view):
        return []
    made = [_of_sum(view, number, found_roles, memory) for number in raised]
    loose = _attach(view, made, named)
    made += _of_mentions(view, made, loose, memory)
    backed = backings(view, bool(made or named), raised)
    if not made:
        made += _without_noun(view, found_roles, backed, memory)
    made.sort(key=lambda sketch: sketch.anchor)
    for number, sketch in enumerate(made):
        start = made[number - 1].end(view) if number else 0
        end = made[number + 1].anchor if number + 1 < len(made) else len(view.found)
        sketch.reach = (start, end)
    _give(view, made, [number for number, role in enumerate(found_roles) if role == "valuation"])
    _date(view, made)
    _back(made, backed)
    return made


def _may_back(view: View) -> bool:
    verbs = (
        words_of("rounds", "verbs", "participate")
        | words_of("rounds", "verbs", "lead")
        | words_of("rounds", "verbs", "back")
    )
    nouns = ("investors", "backers", "participation", "participants", "part")
    return any(token.word in verbs or token.word in nouns for token in view.found)


# ---------------------------------------------------------------- what begins an event


def _of_sum(view: View, number: int, found_roles: tuple[Role, ...], memory: Memory) -> Sketch:
    first, after = view.amount_span(number)
    verb, family = verb_before(view, first)
    taker = _taker(view, first, after, verb, family, memory)
    sketch = Sketch(first, number, taker, verb, family)
    for other in range(number + 1, len(view.amounts)):
        if found_roles[other] == "equivalent":
            sketch.equivalents.append(other)
        elif found_roles[other] != "range-end":
            break
    return sketch


def _taker(view: View, first: int, after: int, verb: int, family: str, memory: Memory) -> Taker:
    owner = owner_before(view, first)
    if owner is not None and owner.who != "unknown":
        return owner
    behind = taker_behind(view, after, investing=True)
    investing = family in ("invest", "lead", "back") or _gives(view, first, after)
    if behind is not None and (investing or behind == SUBJECT):
        return behind
    if family == "give":
        return (
            _taken_by_object(view, verb, first) or taker_behind(view, after, investing=False) or of_clause(view, verb)
        )
    if family == "back" or family == "invest":
        return _taken_by_object(view, verb, first) or _unless_investor(view, first, memory)
    if family in ("raise", "loose"):
        return subject_before(view, verb) or of_clause(view, verb)
    funded = taker_behind(view, after, investing=False)
    if funded is not None:
        return funded
    topic = of_clause(view, first)
    if not family and topic != SUBJECT and _opens_with_subject(view, first):
        return SUBJECT  # "Acme heeft 15 miljoen euro opgehaald": the verb stands behind the sum
    if memory.taker.who != "unknown" and (topic.who == "unknown" or _points(view, first)):
        return memory.taker
    return topic


def _opens_with_subject(view: View, first: int) -> bool:
    """Is the subject the only organisation in front of the sum, with a verb right behind it?"""
    before = [
        name
        for name in view.utterance.names
        if view.index(name.start) < first and name.kind in ("organisation", "unknown")
    ]
    if len(before) != 1 or not before[0].is_subject:
        return False
    follows = view.word(view.span(before[0].start, before[0].end)[1])
    return follows in (
        "has",
        "have",
        "hat",
        "heeft",
        "ha",
        "a",
        "har",
        "tem",
        "haalt",
        "sammelt",
        "lève",
        "capta",
        "recauda",
        "raccoglie",
        "tar",
    )


def _gives(view: View, first: int, after: int) -> bool:
    """Is the sum told of as somebody's investment ("a $5 million investment", "$5 million from Northwind")?"""
    return "investment" in (view.word(index) for index in range(after, min(after + 4, len(view.found))))


def _points(view: View, first: int) -> bool:
    """ "The $5 million round": a definite sum without an owner is that of the round told of before."""
    return any(view.word(index) in ("the", "this", "that") for index in range(max(0, first - 3), first))


def _taken_by_object(view: View, verb: int, first: int) -> Taker | None:
    """ "Northwind backs | Acme | with $5 million"."""
    for index in range(verb + 1, first):
        name = view.name_at.get(index)
        if name is not None and (name.is_subject or name.kind == "organisation"):
            return SUBJECT if name.is_subject else Taker("other", name.canonical)
    return None


def _unless_investor(view: View, first: int, memory: Memory) -> Taker:
    """Somebody invests and no taker is named: whoever the sentence or the round before is about, if that is not the giver."""
    topic = of_clause(view, first)
    if topic.who == "other":
        named = any(name.is_subject for name in view.utterance.names)
        if named or memory.taker == SUBJECT:
            return SUBJECT
        return memory.taker
    return topic


def _attach(view: View, made: list[Sketch], named: list[Mention]) -> list[Mention]:
    """Give rounds to the sums they belong to; those that belong to none come back."""
    loose: list[Mention] = []
    for mention in named:
        home = min(
            (sketch for sketch in made if _belongs(view, sketch, mention, made)),
            key=lambda sketch: (_gap(view, sketch, mention), sketch.anchor),
            default=None,
        )
        if home is None:
            loose.append(mention)
        elif mention.kind != "plain" or not home.named:
            home.named.append(mention)
    return loose


def _gap(view: View, sketch: Sketch, mention: Mention) -> int:
    after = view.amount_span(sketch.amount)[1] if sketch.amount is not None else sketch.anchor
    return mention.first - after if mention.first >= after else sketch.anchor - mention.after + 3


def _belongs(view: View, sketch: Sketch, mention: Mention, made: list[Sketch]) -> bool:
    if sketch.amount is not None and _presented_as(view, sketch, mention):
        return True
    if sketch.amount is None or _gap(view, sketch, mention) > _NEAR:
        return False
    low, high = sorted((sketch.anchor, mention.first))
    if any(low < other.anchor < high for other in made):
        return False
    crossed = [view.word(index) for index in range(low, high)]
    if mention.kind != "plain" and any(word in (";", "alongside", "after", "since", "following") for word in crossed):
        return False
    if mention.first < sketch.anchor and mention.kind == "plain":
        return _gap(view, sketch, mention) < 10
    return True


_PRESENTED = frozenset(
    "presented described structured billed labelled labeled treated framed characterized considered announced".split()
)


def _presented_as(view: View, sketch: Sketch, mention: Mention) -> bool:
    """ "…; this was presented as a Series A extension": a name given to what was told before."""
    before = [view.word(index) for index in range(max(0, mention.first - 5), mention.first)]
    return mention.first > sketch.anchor and "as" in before and bool(_PRESENTED & set(before))


def _of_mentions(view: View, made: list[Sketch], loose: Iterable[Mention], memory: Memory) -> list[Sketch]:
    """Rounds without a sum of their own: those with a stage or kind, and those that point back."""
    found: list[Sketch] = []
    known = {one.name.lower() for sketch in made for one in sketch.named if one.name}
    for mention in loose:
        if (mention.kind == "plain" and (made or found)) or mention.name.lower() in known:
            continue
        known |= {mention.name.lower()} - {""}
        verb, family = verb_before(view, mention.first)
        taker = _taker(view, mention.first, mention.after, verb, family, memory)
        if (
            mention.back
            and mention.kind == "plain"
            and memory.taker.who != "unknown"
            and owner_before(view, mention.first) is None
        ):
            taker = memory.taker
        sketch = Sketch(mention.first, None, taker, verb, family, [mention])
        sketch.back = mention.back
        found.append(sketch)
    return found


def _without_noun(view: View, found_roles: tuple[Role, ...], backed: list[Backing], memory: Memory) -> list[Sketch]:
    """ "raises more than expected, hits $6B valuation"; "A and B back Acme"; "A, B and C also participated"; "now valued at"."""
    worth = next((number for number, role in enumerate(found_roles) if role == "valuation"), None)
    for index, token in enumerate(view.found):
        raises = token.word in ("raises", "raised", "raising") and worth is not None
        backs = token.word in words_of("rounds", "verbs", "back") and view.word(index + 1) not in (
            "by",
            "with",
            "of",
            "to",
        )
        if raises:
            return [Sketch(index, None, of_clause(view, index), index, "raise")]
        if backs and worth is not None and index not in view.name_at:
            taker = _taken_by_object(view, index, min(index + 8, len(view.found)))
            if taker == SUBJECT:
                return [Sketch(index, None, taker, index, "back")]
    opener = next(book("rounds", "phrases", "list_openers").all(view.found, 0, 8), None)
    joining = words_of("rounds", "verbs", "participate") | {"took", "take", "takes", "taking"}
    takes_part = [one for one in backed if view.word(one.at) in joining]
    if memory.taker.who != "unknown" and ((opener and backed) or takes_part):
        sketch = Sketch(backed[0].at, None, memory.taker)
        sketch.back = True
        return [sketch]
    recent = view.utterance.index - memory.told <= _RECENT and not memory.worth
    if worth is not None and recent and _now_worth(view, worth):
        first, _ = view.amount_span(worth)
        topic = of_clause(view, first)
        sketch = Sketch(first, None, topic if topic.who != "unknown" else memory.taker)
        sketch.back = True
        return [sketch]
    return []


def _now_worth(view: View, number: int) -> bool:
    """ "which is now valued at …", "values the company at …": today's, not an old figure."""
    first, _ = view.amount_span(number)
    words = [view.word(index) for index in range(max(0, first - 9), first)]
    return bool({"now", "values", "valuing"} & set(words)) and not {"last", "was", "previously", "were"} & set(words)


# ---------------------------------------------------------------- what belongs to which event


def _give(view: View, made: list[Sketch], valuations: list[int]) -> None:
    """Valuations to the nearest event; one in another currency beside it goes along."""
    for number in valuations:
        first, after = view.amount_span(number)
        if _of_the_past(view, first):
            continue
        homes = [(_distance(sketch.anchor, first), sketch.anchor, sketch) for sketch in made]
        if homes:
            home = min(homes, key=lambda one: one[:2])[2]
            home.valuations.append(number)


def _of_the_past(view: View, first: int) -> bool:
    """ "up from a $2 billion valuation", "double the $2 billion valuation of last year"."""
    words = [view.word(index) for index in range(max(0, first - 5), first)]
    if "than" in words and "more" not in words:
        return True
    return (
        "from" in words[-3:]
        or ("double" in words[-3:] and "doubling" not in words)
        or "previous" in words[-3:]
        or "down" in words[-3:]
    )


def _distance(anchor: int, place: int) -> int:
    """What follows belongs to an event rather than what precedes."""
    return place - anchor if place >= anchor else anchor - place + 4


def _date(view: View, made: list[Sketch]) -> None:
    """Dates to events one to one, nearest first; a lone date goes to rounds held side by side."""
    dates = [date for date in view.utterance.dates if _of_event(view, date)]
    pairs = sorted(
        (_cost(view, sketch, date, made), date.start, number) for number, sketch in enumerate(made) for date in dates
    )
    taken: set[int] = set()
    given: set[int] = set()
    for cost, start, number in pairs:
        if start in taken or number in given or cost > 60:
            continue
        made[number].dates.append(next(date for date in dates if date.start == start))
        taken.add(start)
        given.add(number)
    words = {token.word for token in view.found}
    if len(dates) == 1 and len(made) == 2 and len(given) == 1 and words & {"alongside", "both"}:
        made[({0, 1} - given).pop()].dates.append(dates[0])


def _cost(view: View, sketch: Sketch, date: FoundDate, made: list[Sketch]) -> int:
    place = view.index(date.start)
    low, high = sorted((sketch.anchor, place))
    crossed = sum(low < other.anchor < high for other in made if other is not sketch)
    apart = view.utterance.clause_at(date.start) != view.utterance.clause_at(view.offset(sketch.anchor))
    stops = sum(view.word(index) in (";", ":", "(", "—") for index in range(low, high))
    return _distance(sketch.anchor, place) + 30 * crossed + 4 * apart + 8 * stops


_NOT_OF_EVENT = frozenset(
    "founded launched established started born since formed incorporated until through than due maturing matures".split()
)
_AHEAD = frozenset(
    "will would plans plan planning expects expected aims intends hopes seeks raising seeking looking rumored rumoured".split()
)


def _of_event(view: View, date: FoundDate) -> bool:
    place = view.index(date.start)
    before = [view.word(index) for index in range(max(0, place - 3), place)]
    if set(before) & _NOT_OF_EVENT:
        return False
    if before[-1:] == ["by"] and not any(token.word in _AHEAD for token in view.found[:place]):
        later = any(token.word in _AHEAD for token in view.found)
        if not later:
            return False
    if _of_base(view, place):
        return False
    if before[-2:] == ["up", "from"] or before[-1:] == ["from"] or before[-1:] == ["than"]:
        return False
    following = [view.word(index) for index in range(*_after(view, date))]
    return not (date.when.anchor == "previous-event" and following[:1] == ["than"])


def _of_base(view: View, place: int) -> bool:
    """ "up from $2 billion a year ago": the date belongs to the figure it is up from."""
    for index in range(place - 1, max(place - 4, -1), -1):
        if index in view.amount_at:
            first = view.amount_span(view.amount_at[index])[0]
            return "from" in (view.word(first - 1), view.word(first - 2), view.word(first - 3))
    return False


def _after(view: View, date: FoundDate) -> tuple[int, int]:
    after = view.span(date.start, date.end)[1]
    return after, min(after + 2, len(view.found))


def _back(made: list[Sketch], backed: list[Backing]) -> None:
    """Backers to the event before them; to the first one if none is."""
    for one in backed:
        before = [sketch for sketch in made if sketch.anchor <= one.at]
        home = before[-1] if before else made[0] if made else None
        if home is not None:
            home.backings.append(one)
