"""A view of an utterance goes in, a sketch of every funding event it speaks of comes out, with what belongs to each.

A sum that was raised begins an event; a round that is named begins one if no sum is its. What goes to which event
(valuations, dates, backers) is settled in belongings.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from briefing.claims.backers import Backing, backings
from briefing.claims.belongings import settle
from briefing.claims.givers import is_giver
from briefing.claims.phrases import book, words_of
from briefing.claims.reading import Utterance
from briefing.claims.roles import roles
from briefing.claims.rounds import Mention, mentions
from briefing.claims.sketches import Memory, Sketch
from briefing.claims.takers import (
    SUBJECT,
    Taker,
    of_clause,
    of_name,
    owner_before,
    subject_before,
    taker_behind,
    verb_before,
)
from briefing.claims.view import View
from briefing.claims.wordclasses import word_classes
from briefing.model.money import Role

_MOST = 60  # sums in a sentence: with more of them it is a heap of data and tells of nothing
_NEAR = 16  # tokens within which a round's name belongs to a sum
_RECENT = 4  # utterances over which "now valued at …" still speaks of the round


def sketches(view: View, memory: Memory) -> list[Sketch]:
    """Every event of the utterance in text order."""
    if len(view.amounts) > _MOST or not may_tell(view.utterance):
        return []
    found_roles = roles(view)
    raised = [number for number, role in enumerate(found_roles) if role == "raised"]
    named = mentions(view)
    made = [_of_sum(view, number, found_roles, memory) for number in raised]
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
    backed = backings(view, bool(made or named) or again, raised)
    if not made:
        made += _without_noun(view, found_roles, backed, memory)
    made.sort(key=lambda sketch: sketch.anchor)
    settle(view, made, [number for number, role in enumerate(found_roles) if role == "valuation"], backed)
    return made


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
    }
    money |= _RETURNING | _CAME_IN | _OWNERS
    foreign = words_of("rounds", "backers", "joining_foreign") | words_of("rounds", "backers", "led_foreign")
    return frozenset(money | staged | special | foreign).union(*verbs)


def may_tell(utterance: Utterance) -> bool:
    """Can the utterance tell of an event or a total at all?"""
    return bool(utterance.amounts) or utterance.holds(_telling())


# ---------------------------------------------------------------- a sum that was raised


def _of_sum(view: View, number: int, found_roles: tuple[Role, ...], memory: Memory) -> Sketch:
    first, after = view.amount_span(number)
    verb, family = verb_before(view, first)
    if family == "loose" and view.word(verb).startswith("add"):
        adder = subject_before(view, verb)
        family = "invest" if adder is not None and adder.who == "other" else family
    sketch = Sketch(first, number, _taker(view, first, after, verb, family, memory), verb, family)
    for other in range(number + 1, len(view.amounts)):
        if found_roles[other] == "equivalent":
            sketch.equivalents.append(other)
        elif found_roles[other] != "range-end":
            break
    return sketch


def _taker(view: View, first: int, after: int, verb: int, family: str, memory: Memory) -> Taker:
    """Whose money it is; who leads a round does not take it."""
    taker = _told_taker(view, first, after, verb, family, memory)
    leader = subject_before(view, verb) if family == "lead" else None
    if leader is None and family == "lead" and _leads_by_arm(view, verb, taker.name):
        leader = taker
    if leader is None or (taker.who == "other" and taker.name != leader.name):
        return taker
    opening = view.utterance.clauses[0]
    if any(clause.is_subject for clause in view.utterance.clauses):
        return SUBJECT  # "It was worth $1 billion in May, when Northwind led its Series C"
    about_other = opening.topic not in ("", leader.name) and not _leads_by_arm(view, verb, opening.topic)
    if about_other and not any(name.is_subject for name in view.utterance.names):
        return Taker("other", opening.topic)  # "Globex was worth $1 billion, when Northwind led its Series C"
    if taker == SUBJECT or memory.taker.who == "unknown":
        return SUBJECT if opening.setting_is_subject else taker
    return memory.taker


def _leads_by_arm(view: View, verb: int, name: str) -> bool:
    """ "Northwind's growth fund | led": does what leads belong to somebody of that name?"""
    for at in range(max(0, verb - 8), verb - 1):
        found = view.name_at.get(at)
        if found is not None and found.canonical == name and view.words(at + 1, at + 3) == ["'", "s"]:
            return True
    return False


def _told_taker(view: View, first: int, after: int, verb: int, family: str, memory: Memory) -> Taker:
    """Whose money it is; of the words in this utterance first, then of what was told before it."""
    if (labelled := _labelled(view, first)) is not None:
        return labelled
    owner = owner_before(view, first)
    if not family and memory.taker == SUBJECT and _owes(view, first, after, memory):
        return SUBJECT
    if owner is not None and owner.who == "other" and family == "lead" and _led_its_own(view, first, memory):
        return SUBJECT
    if owner is not None and owner.who != "unknown":
        return owner
    if family == "raise" and view.word(verb + 1) == "by" and _by_many(view, verb + 2):
        return Taker("other")
    behind = taker_behind(view, after, investing=True)
    giving = family in ("invest", "lead", "back") or "investment" in view.words(after, after + 4)
    if behind is not None and (giving or behind == SUBJECT):
        return behind
    match family:
        case "give":
            taker = _taken_by_object(view, verb, first) or taker_behind(view, after, investing=False)
            if taker is None and _company_between(view, verb, first) and memory.home:
                return SUBJECT
            return taker or _unless_giver(view, verb, of_clause(view, verb), memory)
        case "back" | "invest" | "lead":
            return _taken_by_object(view, verb, first) or _unless_investor(view, first, verb, family, memory)
        case "raise" | "loose":
            return subject_before(view, verb) or _item_opener(view, verb) or of_clause(view, verb)
    return taker_behind(view, after, investing=False) or _by_context(view, first, verb, family, memory)


def _owes(view: View, first: int, after: int, memory: Memory) -> bool:
    """ "Northwind took part. It also has | $5 million of venture debt": who owes is no backer, but whom it backed."""
    has = view.word(0) == "it" and not {"has", "had", "took", "owes"}.isdisjoint(view.words(1, first))
    debt = not words_of("rounds", "nouns", "debt").isdisjoint(view.words(after, after + 4))
    return has and debt and view.utterance.index - memory.told <= 1


def _led_its_own(view: View, first: int, memory: Memory) -> bool:
    """ "Northwind, which had led | its | $5 million Series A": nobody leads a round of its own."""
    ahead = view.words(max(0, first - 5), first)
    nouns = words_of("rounds", "takers", "nouns")
    pronoun = not {"its", "their"}.isdisjoint(ahead) or ("'" in ahead and not nouns.isdisjoint(ahead))
    told = memory.taker == SUBJECT or any(clause.is_subject for clause in view.utterance.clauses)
    return pronoun and told


def _labelled(view: View, first: int) -> Taker | None:
    """ "- Northwind: | $20m Series A, led by Oakfund": in a list of deals the name in front of the colon takes it."""
    passage = view.utterance.passage
    colon = next((at for at in range(1, 4) if view.word(at) == ":"), 0)
    if passage.kind != "item" or not colon or not colon < first <= colon + 4:
        return None
    lead = view.text[passage.lead_in.start : passage.lead_in.end].lower() if passage.lead_in else ""
    if any(word in lead for word in ("investor", "backer", "lender", "participant", "shareholder", "who ", "gave")):
        return None
    label = view.text[view.offset(0) : view.end(colon - 1)]
    if not label[0].isupper() or not _no_label().isdisjoint(view.words(0, colon)):
        return None
    own = any(name.lower() == label.lower() for name in view.reading.subject_names)
    return None if own else Taker("other", label)


@cache
def _no_label() -> frozenset[str]:
    """Words in front of a colon that say what the sum is, and name nobody."""
    kinds = ("company", "date", "valuation", "total", "round", "amount", "backers")
    columns = [words_of("rounds", "columns", kind) for kind in kinds]
    nouns = [words_of("rounds", "nouns", kind) for kind in ("round", "debt", "grant", "equity", "valuation", "ipo")]
    names = words_of("rounds", "names", "lettered") | words_of("rounds", "names", "staged")
    classes = word_classes()
    return frozenset(names | classes.common | classes.generic | classes.calendar).union(*columns, *nouns)


def _is_giving(view: View, verb: int) -> bool:
    families = ("lead", "invest", "back", "give")
    word = view.word(verb)
    wrote = word in _GIVING
    return wrote or any(word in words_of("rounds", "verbs", family) for family in families)


_GIVING = frozenset("paid pays wrote writes put puts added adds took takes acquired bought".split())


def _item_opener(view: View, verb: int) -> Taker | None:
    """ "- Northwind, a payment platform, raised …": in a list of deals the name an item begins with takes the money."""
    passage = view.utterance.passage
    first = view.name_at.get(0)
    if passage.kind != "item" or first is None or first.is_subject or first.owner or first.kind in ("place", "person"):
        return None
    behind = view.span(first.start, first.end)[1]
    between = [view.word(at) for at in range(behind, verb) if at not in view.name_at]
    apposed = not between or (between[0] in (",", "(") and between[-1] in (",", ")"))
    return Taker("other", first.canonical) if apposed else None


def _by_many(view: View, index: int) -> bool:
    """ "raised by | fintech startups in …": what a whole sector raised."""
    many = {"startups", "start-ups", "companies", "firms", "ups", "businesses", "funds", "banks"}
    return any(view.word(at) in many for at in range(index, index + 5) if at not in view.name_at) and not any(
        at in view.name_at and view.name_at[at].is_subject for at in range(index, index + 5)
    )


def _by_context(view: View, first: int, verb: int, family: str, memory: Memory) -> Taker:
    topic = of_clause(view, first)
    if (announcer := _announced_by(view, first)) is not None:
        return announcer
    if not family and topic != SUBJECT and _opens_with_subject(view, first):
        return SUBJECT  # "Acme heeft 15 miljoen euro opgehaald": the verb stands behind the sum
    if view.utterance.passage.kind == "item" and (listed := _by_lead_in(view, first, memory)) is not None:
        return listed
    points = bool({"the", "this", "that"} & set(view.words(max(0, first - 3), first)))
    if memory.taker.who != "unknown" and (topic.who == "unknown" or points):
        return memory.taker
    return _unless_giver(view, verb, topic, memory)


def _announced_by(view: View, first: int) -> Taker | None:
    """ "the $50 million Series B, which Acme announced on Thursday"."""
    for index in range(first, min(first + 12, len(view.found))):
        if view.word(index) in ("which", "that") and (name := view.name_at.get(index + 1)) is not None:
            verb = view.word(view.span(name.start, name.end)[1])
            telling = verb in words_of("rounds", "verbs", "raise") or verb in words_of("rounds", "verbs", "loose")
            return of_name(name) if telling else None
    return None


def _by_lead_in(view: View, first: int, memory: Memory) -> Taker | None:
    """A list item that names nobody in front of its sum is about whom its lead-in or the item before is about."""
    if any(view.index(name.start) < first for name in view.utterance.names):
        return None
    lead_in = view.utterance.passage.lead_in
    words = view.text[lead_in.start : lead_in.end] if lead_in else view.utterance.passage.heading
    if any(name in words for name in view.reading.subject_names):
        return SUBJECT
    return memory.taker if memory.taker.who != "unknown" else None


def _opens_with_subject(view: View, first: int) -> bool:
    """Is the subject the only organisation in front of the sum, with a verb right behind it?"""
    kinds = ("organisation", "unknown")
    before = [name for name in view.utterance.names if view.index(name.start) < first and name.kind in kinds]
    if len(before) != 1 or not before[0].is_subject:
        return False
    return view.word(view.span(before[0].start, before[0].end)[1]) in words_of("rounds", "owners", "opening_verbs")


def _taken_by_object(view: View, verb: int, first: int) -> Taker | None:
    """ "Northwind backs | Acme | with $5 million"; not "led by Northwind, and the $5 million round"."""
    if view.word(verb + 1) == "by":
        return None
    for index in range(verb + 1, first):
        name = view.name_at.get(index)
        if name is not None and (name.is_subject or name.kind == "organisation"):
            return SUBJECT if name.is_subject else Taker("other", name.canonical)
    return None


def _company_between(view: View, verb: int, first: int) -> bool:
    """ "gave | the company | a grant of"."""
    nouns = words_of("rounds", "takers", "nouns")
    return any(
        view.word(at) in ("the", "it") and (view.word(at) == "it" or view.word(at + 1) in nouns)
        for at in range(verb + 1, min(verb + 4, first))
    )


def _unless_investor(view: View, first: int, verb: int, family: str, memory: Memory) -> Taker:
    """Somebody invests and no taker is named: whom the sentence or the round before is about, if not the giver."""
    topic = of_clause(view, first)
    if (owned := _owned_by_givers(view, verb)) is not None:
        return owned
    if topic.who == "unknown" and view.utterance.clause_at(view.offset(first)).setting_is_subject:
        return memory.taker if memory.taker.who == "other" else SUBJECT  # "The fund Northwind put in $5 million"
    if topic.who != "other" or (family == "back" and view.word(verb + 1) == "by"):
        return topic  # "Globex, backed by Northwind, seeks $5 million"
    named = any(name.is_subject for name in view.utterance.names)
    return (
        SUBJECT
        if named
        else memory.taker
        if memory.taker.who != "unknown"
        else _unless_giver(view, verb, topic, memory)
    )


_HOLDERS = frozenset({"shareholders", "investors", "backers", "owners"})
_TAKEN_OVER = frozenset({"bought", "acquired", "backed", "funded", "financed", "owned"})


def _owned_by_givers(view: View, verb: int) -> Taker | None:
    """ "Globex's investors, such as Northwind, invested …", "Globex was bought by Northwind, which gave …": Globex."""
    name = view.name_at.get(0) or view.name_at.get(1)
    if name is None or name.is_subject or name.kind not in ("organisation", "unknown") or verb < 3:
        return None
    behind = view.span(name.start, name.end)[1]
    ahead = view.words(behind, min(behind + 4, verb))
    held = ahead[:1] == ["'"] and not _HOLDERS.isdisjoint(ahead)
    passive = ahead[:1] in (["was"], ["is"], ["were"]) and not _TAKEN_OVER.isdisjoint(ahead)
    taken = passive and "by" in view.words(behind, min(behind + 7, verb))
    return of_name(name) if held or taken else None


def _unless_giver(view: View, verb: int, topic: Taker, memory: Memory) -> Taker:
    """Who gives, or is a fund that has the floor, takes no money: whom the round before or the article is about."""
    passive = view.word(verb - 1) in ("was", "were", "been", "being", "is", "are")
    active = verb >= 0 and (not passive or view.word(verb).endswith("ing"))
    gives = active and _is_giving(view, verb) and (subject_before(view, verb) or _antecedent(view, verb)) == topic
    if topic.who != "other" or not (gives or is_giver(topic.name)):
        return topic
    if memory.taker.who != "unknown" and not is_giver(memory.taker.name):
        return memory.taker
    return SUBJECT if memory.home else topic


def _antecedent(view: View, verb: int) -> Taker | None:
    """ "Northwind, | which first | bought its 15% …": whom the relative pronoun in front of the verb stands for."""
    index = verb - 1
    while index > 1 and view.word(index) in words_of("rounds", "owners", "auxiliary"):
        index -= 1
    name = view.name_at.get(index - 2) if view.words(index - 1, index + 1) == [",", "which"] else None
    return of_name(name) if name is not None else None


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
    if mention.kind != "plain" and {";", "alongside", "after", "since", "following", "converted", "turned"} & set(
        crossed
    ):
        return False
    return mention.first > sketch.anchor or mention.kind != "plain" or _gap(view, sketch, mention) < 10


_IN_MIND = frozenset(
    {"eyes", "eyeing", "plans", "planning", "targets", "mulls", "weighs", "ahead", "before", "prepares"}
)


def _presented_as(view: View, sketch: Sketch, mention: Mention) -> bool:
    """ "…; this was presented as a Series A extension": a name given to what was told before."""
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
        if (made or found) and _recalled(view, mention):
            continue
        known |= {mention.name.lower()} - {""}
        verb, family = verb_before(view, mention.first)
        taker = _taker(view, mention.first, mention.after, verb, family, memory)
        points = mention.back and mention.kind == "plain" and owner_before(view, mention.first) is None
        if points and memory.taker.who != "unknown":
            taker = memory.taker
        found.append(Sketch(mention.first, None, taker, verb, family, [mention], back=mention.back))
    return found


def _recalled(view: View, mention: Mention) -> bool:
    """ "…, which also led the company's | Series B": a round that is only named to tell who somebody is."""
    before = view.words(max(0, mention.first - 8), mention.first)
    company = before[-2:-1] == ["'"] and before[-3:-2] == ["company"]
    return company and "which" in before and not {"led", "backed", "joined"}.isdisjoint(before)


# ---------------------------------------------------------------- neither sum nor name


def _without_noun(view: View, found_roles: tuple[Role, ...], backed: list[Backing], memory: Memory) -> list[Sketch]:
    """Events told by a verb, a list of backers or a valuation alone."""
    worth = next((number for number, role in enumerate(found_roles) if role == "valuation"), None)
    return _told_by_verb(view, worth) or _told_by_backers(view, backed, memory) or _told_by_worth(view, worth, memory)


def _told_by_verb(view: View, worth: int | None) -> list[Sketch]:
    """ "raises more than expected, hits $6B valuation"; "A and B back Acme as it hits …"."""
    for index, token in enumerate(view.found):
        if worth is None or index in view.name_at:
            continue
        if token.word in ("raises", "raised", "raising"):
            return [Sketch(index, None, of_clause(view, index), index, "raise")]
        backs = token.word in words_of("rounds", "verbs", "back")
        if backs and view.word(index + 1) not in ("by", "with", "of", "to"):
            taker = _taken_by_object(view, index, min(index + 8, len(view.found)))
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
    if memory.taker.who == "unknown" or not ((opener and backed) or takes_part):
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
