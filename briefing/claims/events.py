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
from briefing.claims.belongings import in_aside, settle
from briefing.claims.givings import given_by
from briefing.claims.leaders import recalls
from briefing.claims.phrases import book, words_of
from briefing.claims.reading import Utterance
from briefing.claims.roles import roles
from briefing.claims.rounds import Mention, mentions
from briefing.claims.sharesales import is_sale_of_holders
from briefing.claims.sketches import Memory, Sketch
from briefing.claims.sumtakers import taker_of
from briefing.claims.takers import (
    SUBJECT,
    owner_before,
    subject_before,
    verb_before,
)
from briefing.claims.view import View
from briefing.claims.wordless import CAME_IN, lead_closes, without_noun
from briefing.model.money import Role

_MOST = 60  # sums in a sentence: with more of them it is a heap of data and tells of nothing
_NEAR = 16  # tokens within which a round's name belongs to a sum


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
        or lead_closes(view)
        or view.word(0) == "among"
    )
    if memory.taker == SUBJECT and 0 < view.utterance.index - memory.told <= _SOON:
        again = again or _come_again(view)
    spoken_of = bool(made or named) or again or _headed_so(view, memory)
    backed = backings(view, spoken_of, raised, near)
    if not made:
        made += without_noun(view, found_roles, backed, memory)
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
        "buyer",
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
    money |= _RETURNING | CAME_IN | _OWNERS
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
    elif parted and not _ENDED.isdisjoint(between[-4:]):
        verb, family = -1, ""  # "set out to raise $5 million and ended up with | $9 million"
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


_ENDED = frozenset({"ended", "wound", "finished"})

# ---------------------------------------------------------------- names of rounds


def _attach(view: View, made: list[Sketch], named: Iterable[Mention]) -> list[Mention]:
    """Give rounds to the sums they belong to; those that belong to none come back."""
    loose: list[Mention] = []
    for mention in named:
        if _is_price(view, mention):
            continue
        homes = [sketch for sketch in made if _belongs(view, sketch, mention, made)]
        home = min(homes, key=lambda sketch: (_gap(view, sketch, mention), sketch.anchor), default=None)
        if home is None:
            loose.append(mention)
        elif mention.kind != "plain" or not home.named:
            home.named.append(mention)
    return loose


def _is_price(view: View, mention: Mention) -> bool:
    """ "sold shares at the | Series C | price": no round is told of."""
    return view.word(mention.after) in ("price", "prices", "terms") and mention.kind == "stage"


def _gap(view: View, sketch: Sketch, mention: Mention) -> int:
    after = view.amount_span(sketch.amount)[1] if sketch.amount is not None else sketch.anchor
    return mention.first - after if mention.first >= after else sketch.anchor - mention.after + 3


def _belongs(view: View, sketch: Sketch, mention: Mention, made: list[Sketch]) -> bool:
    if _presented_as(view, sketch, mention):
        return True
    if sketch.amount is None or _gap(view, sketch, mention) > _NEAR:
        return False
    if mention.first < sketch.anchor and in_aside(view, mention.first, sketch.anchor):
        return False  # "Northwind, which led the | Series A | in 2021, put in another"
    if mention.kind == "stage" and is_sale_of_holders(view, *view.amount_span(sketch.amount)):
        return False  # "Oakfund, which wrote a | seed | cheque, sold half of its shares for"
    low, high = sorted((sketch.anchor, mention.first))
    crossed = view.words(low, high)
    if any(low < other.anchor < high for other in made):
        return False
    if mention.kind == "stage" and sketch.staged() and not _other_deed().isdisjoint(crossed):
        return False  # "led its $5 million seed round and participated in the | Series A"
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


@cache
def _other_deed() -> frozenset[str]:
    """Verbs with which a second round of one sentence is told."""
    verbs = (words_of("rounds", "verbs", family) for family in ("participate", "lead", "back", "invest"))
    return frozenset({"took", "came", "follow", "followed"}.union(*verbs))


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
        if taker.who == "unknown" and memory.home and view.words(mention.first - 3, mention.first) in _COMPANYS:
            taker = SUBJECT
        found.append(Sketch(mention.first, None, taker, verb, family, [mention], back=mention.back))
    return found


_COMPANYS = (["company", "'", "s"], ["startup", "'", "s"], ["firm", "'", "s"], ["business", "'", "s"])


def _recalled(view: View, mention: Mention) -> bool:
    """ "…, which had also led the company's | Series D": a round that is only named to tell who somebody is."""
    before = view.words(max(0, mention.first - 8), mention.first)
    company = before[-2:-1] == ["'"] and before[-3:-2] == ["company"]
    return company and "which" in before and not {"led", "backed", "joined"}.isdisjoint(before)


def _led_before(view: View, mention: Mention) -> bool:
    """ "Elm, which led the | seed, also took part": a round before, led by who takes part in this one."""
    led = next((at for at in range(mention.first - 1, max(mention.first - 6, 0), -1) if view.word(at) == "led"), 0)
    return led > 0 and recalls(view, led)
