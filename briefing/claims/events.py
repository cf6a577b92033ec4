"""A view of an utterance goes in, a sketch of every funding event it speaks of comes out, with what belongs to each.

A sum that was raised begins an event; a round that is named begins one if no sum is its. What goes to which event
(valuations, dates, backers) is settled in belongings.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from briefing.claims.backerlists import Backing
from briefing.claims.backers import backings
from briefing.claims.backersabroad import triggers as abroad
from briefing.claims.belongings import settle
from briefing.claims.givings import given_by
from briefing.claims.leaders import recalls
from briefing.claims.phrases import book, words_of
from briefing.claims.reading import Utterance
from briefing.claims.roles import roles
from briefing.claims.rounds import Mention, mentions
from briefing.claims.sketches import Memory, Sketch
from briefing.claims.sumtakers import taken_by_object, taker_of
from briefing.claims.takers import (
    SUBJECT,
    of_clause,
    owner_before,
    subject_before,
    verb_before,
)
from briefing.claims.view import View
from briefing.model.money import Role

_MOST = 60  # sums in a sentence: with more of them it is a heap of data and tells of nothing
_NEAR = 16  # tokens within which a round's name belongs to a sum
_RECENT = 4  # utterances over which "now valued at …" still speaks of the round


def sketches(view: View, memory: Memory) -> list[Sketch]:
    """Every event of the utterance in text order."""
    near = is_near(view.utterance, memory)
    if len(view.amounts) > _MOST or not (may_tell(view.utterance) or near):
        return []
    found_roles = roles(view)
    raised = [number for number, role in enumerate(found_roles) if role == "raised"]
    named = mentions(view)
    made = [_of_sum(view, number, found_roles, memory) for number in raised]
    for one, other in pairwise(made):
        if one.taker == SUBJECT and other.taker.who == "unknown" and view.word(other.anchor - 1) in ("and", "plus"):
            other.taker = SUBJECT  # "lives on a grant of $5 million, awarded in 2024, and | $9 million that Delta gave"
    loose = _attach(view, made, named)
    made += _of_mentions(view, made, loose, memory)
    told_of = memory.taker == SUBJECT and 0 < view.utterance.index - memory.told <= 1
    again = told_of and (
        next(book("rounds", "phrases", "list_openers").all(view.low, 0, 8), None) is not None
        or _lead_closes(view)
        or view.word(0) == "among"
    )
    if memory.taker == SUBJECT and 0 < view.utterance.index - memory.told <= _SOON:
        again = again or _come_again(view)
    spoken_of = bool(made or named) or again or _headed_so(view, memory)
    backed = backings(view, spoken_of, raised, near)
    if not made:
        made += _without_noun(view, found_roles, backed, memory)
    if not made:
        return []
    made.sort(key=lambda sketch: sketch.anchor)
    _joined_not_taken(view, made, backed, memory)
    settle(view, made, [number for number, role in enumerate(found_roles) if role == "valuation"], backed)
    return made


def _joined_not_taken(view: View, made: Iterable[Sketch], backed: Iterable[Backing], memory: Memory) -> None:
    """ "Northwind took part, Oakfund bought new shares": who gives to the company or joins its round takes none."""
    if memory.taker != SUBJECT and not (memory.home and memory.taker.who == "unknown"):
        return
    others = [sketch for sketch in made if sketch.taker.who == "other"]
    if not others:
        return
    told = [one for one in backed if one.told]
    givers = _givers(view) | memory.givers | {name.canonical for one in backed for name in one.names}
    for sketch in others:
        if sketch.amount is None and any(name.canonical == sketch.taker.name for one in told for name in one.names):
            sketch.taker = memory.taker
        elif sketch.amount is not None and sketch.family not in ("raise", "loose") and sketch.taker.name in givers:
            sketch.taker = SUBJECT


def _givers(view: View) -> set[str]:
    """Who gives one of the sums of the utterance."""
    spans = [view.amount_span(number) for number in range(len(view.amounts))]
    return {name.canonical for first, after in spans for name in given_by(view, first, after)}


def is_near(utterance: Utterance, memory: Memory) -> bool:
    """Was a round of the company spoken of just before the utterance?"""
    return memory.taker == SUBJECT and 0 < utterance.index - memory.spoken <= _NEXT


def _headed_so(view: View, memory: Memory) -> bool:
    """ "Who Joined the Round": the heading says what its section speaks of."""
    heading = view.utterance.passage.heading.lower().split()
    return bool(heading) and memory.taker == SUBJECT and not _HEADED.isdisjoint(heading)


_HEADED = frozenset({"round", "investors", "backers", "financing", "funding", "raise"})
_NEXT = 2  # utterances behind a round within which "A came in" speaks of it
_LED = frozenset({"led", "leads"})
_SOON = 3  # utterances behind a round within which backers return
_RETURNING = frozenset({"returned", "reinvested"})
_EARLIER = frozenset({"existing", "earlier", "previous", "current"})
_OWNERS = frozenset({"shareholders", "investors", "backers"})


def _come_again(view: View) -> bool:
    """ "Northwind and Oakfund returned", "The rest comes from existing shareholders Northwind and Oakfund"."""
    if not _RETURNING.isdisjoint(view.low):
        return True
    return any(one in _EARLIER and other in _OWNERS for one, other in pairwise(view.low))


@cache
def _telling() -> frozenset[str]:
    """Words without which a sentence that gives no sum tells of no round."""
    verbs = [words_of("rounds", "verbs", family) for family in ("participate", "lead", "back")]
    staged = words_of("rounds", "names", "lettered") | words_of("rounds", "names", "staged")
    special = {term.split()[-1] for kind in ("secondary", "ipo") for term in words_of("rounds", "nouns", kind)}
    money = {
        "investors",
        "backers",
        "buyers",
        "participation",
        "participants",
        "part",
        "funds",
        "funding",
        "provided",
        "arranged",
        "shareholder",
        "holdings",
    }
    money |= _RETURNING | _CAME_IN | _OWNERS
    foreign = words_of("rounds", "backers", "joining_foreign") | words_of("rounds", "backers", "led_foreign")
    foreign |= abroad()
    return frozenset(money | staged | special | foreign).union(*verbs)


def may_tell(utterance: Utterance) -> bool:
    """Can the utterance tell of an event or a total at all?"""
    return bool(utterance.amounts) or utterance.holds(_telling())


# ---------------------------------------------------------------- a sum that was raised


def _of_sum(view: View, number: int, found_roles: tuple[Role, ...], memory: Memory) -> Sketch:
    first, after = view.amount_span(number)
    verb, family = verb_before(view, first)
    between = view.words(verb, first) if verb >= 0 else []
    parted = "," in between[-4:] or any(verb < at < first for at in view.amount_at)
    if parted and given_by(view, first, after):
        verb, family = -1, ""  # "… with $5 million, and Northwind in 2024 with another | $9 million"
    if family == "loose" and view.word(verb).startswith("add"):
        adder = subject_before(view, verb)
        family = "invest" if adder is not None and adder.who == "other" else family
    sketch = Sketch(first, number, taker_of(view, first, after, verb, family, memory), verb, family)
    for other in range(number + 1, len(view.amounts)):
        if found_roles[other] == "equivalent":
            sketch.equivalents.append(other)
        elif found_roles[other] != "range-end":
            break
    return sketch


# ---------------------------------------------------------------- names of rounds


def _attach(view: View, made: list[Sketch], named: Iterable[Mention]) -> list[Mention]:
    """Give rounds to the sums they belong to; those that belong to none come back."""
    loose: list[Mention] = []
    for mention in named:
        homes = [sketch for sketch in made if _belongs(view, sketch, mention, made)]
        home = min(homes, key=lambda sketch: (_gap(view, sketch, mention), sketch.anchor), default=None)
        if home is None:
            loose.append(mention)
        elif mention.kind != "plain" or not home.named:
            home.named.append(mention)
    return loose


def _gap(view: View, sketch: Sketch, mention: Mention) -> int:
    after = view.amount_span(sketch.amount)[1] if sketch.amount is not None else sketch.anchor
    return mention.first - after if mention.first >= after else sketch.anchor - mention.after + 3


def _belongs(view: View, sketch: Sketch, mention: Mention, made: list[Sketch]) -> bool:
    if _presented_as(view, sketch, mention):
        return True
    if sketch.amount is None or _gap(view, sketch, mention) > _NEAR:
        return False
    low, high = sorted((sketch.anchor, mention.first))
    crossed = view.words(low, high)
    if any(low < other.anchor < high for other in made):
        return False
    if mention.kind == "ipo" and not _IN_MIND.isdisjoint(crossed):
        return False  # "bags $50 million, eyes IPO in 2028"
    if mention.kind != "plain" and {
        ";",
        "alongside",
        "after",
        "since",
        "following",
        "follows",
        "followed",
        "converted",
        "turned",
    } & set(crossed):
        return False
    return mention.first > sketch.anchor or mention.kind != "plain" or _gap(view, sketch, mention) < 10


_IN_MIND = frozenset(
    {"eyes", "eyeing", "plans", "planning", "targets", "mulls", "weighs", "ahead", "before", "prepares"}
)


def _presented_as(view: View, sketch: Sketch, mention: Mention) -> bool:
    """ "…; this was presented as a Series D extension": a name given to what was told before."""
    before = view.words(max(0, mention.first - 5), mention.first)
    named = "as" in before and bool(words_of("rounds", "firmness", "presented") & set(before))
    return sketch.amount is not None and mention.first > sketch.anchor and named


def _of_mentions(view: View, made: list[Sketch], loose: Iterable[Mention], memory: Memory) -> list[Sketch]:
    """Rounds without a sum of their own: those with a stage or kind, and those that point back."""
    found: list[Sketch] = []
    known = {one.name.lower() for sketch in made for one in sketch.named if one.name}
    for mention in loose:
        if (mention.kind == "plain" and (made or found)) or mention.name.lower() in known:
            continue
        if (
            _led_before(view, mention)
            or ((made or found) and _recalled(view, mention))
            or "since" in view.words(mention.first - 3, mention.first)
        ):
            continue
        known |= {mention.name.lower()} - {""}
        verb, family = verb_before(view, mention.first)
        taker = taker_of(view, mention.first, mention.after, verb, family, memory)
        points = mention.back and mention.kind == "plain" and owner_before(view, mention.first) is None
        told = memory.taker if memory.taker.who != "unknown" else memory.aside
        if points and told.who != "unknown":
            taker = told
        found.append(Sketch(mention.first, None, taker, verb, family, [mention], back=mention.back))
    return found


def _recalled(view: View, mention: Mention) -> bool:
    """ "…, which had also led the company's | Series D": a round that is only named to tell who somebody is."""
    before = view.words(max(0, mention.first - 8), mention.first)
    company = before[-2:-1] == ["'"] and before[-3:-2] == ["company"]
    return company and "which" in before and not {"led", "backed", "joined"}.isdisjoint(before)


def _led_before(view: View, mention: Mention) -> bool:
    """ "Elm, which led the | seed, also took part": a round before, led by who takes part in this one."""
    led = next((at for at in range(mention.first - 1, max(mention.first - 6, 0), -1) if view.word(at) == "led"), 0)
    return led > 0 and recalls(view, led)


# ---------------------------------------------------------------- neither sum nor name


def _without_noun(view: View, found_roles: tuple[Role, ...], backed: list[Backing], memory: Memory) -> list[Sketch]:
    """Events told by a verb, a list of backers or a valuation alone."""
    worth = next((number for number, role in enumerate(found_roles) if role == "valuation"), None)
    listed = _told_by_listing(view, worth)
    return (
        listed
        or _told_by_verb(view, worth)
        or _told_by_backers(view, backed, memory)
        or _told_by_worth(view, worth, memory)
    )


def _told_by_listing(view: View, worth: int | None) -> list[Sketch]:
    """ "will go public through a merger with a | blank-check | firm, in a deal that values it at $5 million"."""
    if worth is None or _SHELLS.isdisjoint(view.low):
        return []
    goes = next(book("rounds", "phrases", "going_public").all(view.low), None)
    merges = goes.first if goes else next((at for at, word in enumerate(view.low) if word in _MERGING), -1)
    shell = next(at for at, word in enumerate(view.low) if word in _SHELLS)
    after = shell + (3 if view.word(shell) in ("blank", "special") else 1)
    if merges < 0 or after > len(view.found):
        return []
    name = view.text[view.offset(shell) : view.end(after - 1)]
    return [Sketch(merges, None, of_clause(view, merges), named=[Mention(shell, after, name, "ipo", False)])]


_SHELLS = frozenset({"spac", "blank", "special"})
_MERGING = frozenset({"merger", "merge", "merging", "combining", "combination", "combine", "list", "listing"})


def _told_by_verb(view: View, worth: int | None) -> list[Sketch]:
    """ "raises more than expected, hits $6B valuation"; "A and B back Acme as it hits …"."""
    for index, token in enumerate(view.found):
        if worth is None or index in view.name_at:
            continue
        if token.word in ("raises", "raised", "raising"):
            return [Sketch(index, None, of_clause(view, index), index, "raise")]
        backs = token.word in words_of("rounds", "verbs", "back")
        if backs and view.word(index + 1) not in ("by", "with", "of", "to"):
            taker = taken_by_object(view, index, min(index + 8, len(view.found)))
            if taker == SUBJECT:
                return [Sketch(index, None, taker, index, "back")]
    return []


_CAME_IN = frozenset({"beside", "alongside", "buyers", "buyer", "purchasers", "buying"})


def _told_by_backers(view: View, backed: list[Backing], memory: Memory) -> list[Sketch]:
    """ "New investors include …", "A, B and C also participated": they add to the round told of before."""
    opener = next(book("rounds", "phrases", "list_openers").all(view.low, 0, 8), None)
    joining = words_of("rounds", "verbs", "participate") | {"took", "take", "takes", "taking", "buying", "bought"}
    joining |= words_of("rounds", "backers", "joining_foreign") | {"buyers", "buyer", "purchasers"}
    takes_part = any(joining & set(view.words(one.at, one.at + 2)) for one in backed)
    takes_part = takes_part or _lead_closes(view)
    takes_part = takes_part or any(view.word(one.at) in words_of("rounds", "backers", "led_foreign") for one in backed)
    takes_part = takes_part or any(
        view.words(one.at, one.at + 2) == ["came", "in"] and view.word(one.at + 2) in _CAME_IN for one in backed
    )
    takes_part = takes_part or any(one.told for one in backed)
    if memory.taker.who == "unknown" or not backed or not (opener or takes_part):
        return []
    bare = not opener and all(view.word(one.at) == "joined" and view.word(one.at + 1) in (".", "") for one in backed)
    if bare and view.utterance.index - memory.told > 2:
        return []  # "Northwind joined." far from a round may have joined anything
    return [Sketch(backed[0].at, None, memory.taker, back=True)]


def _lead_closes(view: View) -> bool:
    """ "Northwind is expected to lead.", "Northwind led it.": the round is that of the sentence before."""
    last = len(view.found) - 1
    while last > 0 and view.found[last].kind == "s":
        last -= 1
    comma = 0
    if not _LED.isdisjoint(view.low):
        comma = next((at for at in range(1, last) if view.word(at) in (",", ";") and view.word(at - 1) in _LED), 0)
    if comma > 1 and comma - 2 in view.name_at:
        return True  # "Northwind led, with participation from …"
    if view.word(last) == "it" and view.word(last - 1) in ("led", "leads", "lead"):
        return True
    named = last - 1 in view.name_at and view.name_at[last - 1].kind in ("organisation", "unknown")
    ahead = named or view.word(last - 1) in ("to", "will", "would", "also")
    return last > 1 and view.word(last) in ("lead", "led", "leads") and ahead


def _after_round(view: View, first: int) -> bool:
    """ "was valued at | $5 million after the round": what the round just told of made the company worth."""
    end = min(first + 20, len(view.found))
    at = next((at for at in range(first, end) if view.word(at) == "after" and view.word(at + 1) == "the"), None)
    return at is not None and view.word(at + 2) in words_of("rounds", "nouns", "event") | {"allotment", "raise"}


def _told_by_worth(view: View, worth: int | None, memory: Memory) -> list[Sketch]:
    """ "The company is now valued at …" soon after a round without a valuation: that of the round."""
    recent = view.utterance.index - memory.told <= _RECENT and not memory.worth
    if worth is None or not recent:
        return []
    first, _ = view.amount_span(worth)
    words = set(view.words(max(0, first - 9), first))
    worth_words = {"now", "values", "valuing", "value"} | words_of("rounds", "backers", "worth_foreign")
    if view.reading.source.language != "en":
        words |= set(view.words(first, min(first + 8, len(view.found))))
    now = {"is", "valued"} <= words or bool(worth_words & words)
    if not _after_round(view, first) and (not now or {"last", "was", "previously", "were"} & words):
        return []
    topic = of_clause(view, first)
    return [Sketch(first, None, topic if topic.who != "unknown" else memory.taker, back=True)]
