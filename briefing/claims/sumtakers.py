"""A sum or a round, the verb in front of it and what was told before go in, whose money it is comes out.

What the words beside the sum say is read by takers.py; here, what the sentence and those before it make of them.
"""

from __future__ import annotations

from itertools import pairwise

from briefing.claims.germanactors import german_raiser
from briefing.claims.givers import is_giver
from briefing.claims.givings import over_consortium
from briefing.claims.heldcompany import held_company
from briefing.claims.hometakers import comes_to_it
from briefing.claims.itemtakers import by_lead_in, heads_history, item_opener, labelled_taker
from briefing.claims.otherfirms import is_alumnus, is_former_firm, of_former, pointed_to, where_one_worked, who_has
from briefing.claims.phrases import words_of
from briefing.claims.sharesales import is_sale_of_holders
from briefing.claims.sketches import Memory
from briefing.claims.stakeprices import BUYING, buys_stake
from briefing.claims.takers import (
    SUBJECT,
    Taker,
    of_clause,
    of_name,
    opens_at_large,
    owner_before,
    raised_at_large,
    subject_before,
    taker_behind,
)
from briefing.claims.unnamedtakers import (
    invests_elsewhere,
    invests_itself,
    listed_givers,
    unless_giver,
    unless_investor,
)
from briefing.claims.verbs import finite_forms
from briefing.claims.view import View


def taker_of(view: View, first: int, after: int, verb: int, family: str, memory: Memory) -> Taker:
    """Whose money it is; who leads a round does not take it."""
    taker = _told_taker(view, first, after, verb, family, memory)
    if taker.who != "subject" and memory.home and comes_to_it(view, taker, first, after, family, memory):
        return SUBJECT
    if taker.name in view.reading.things:
        return SUBJECT  # "a green loan for Tellus Two", a plant of the subject's
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


_MARKETS = frozenset({"market", "sector", "industry"})


def _buys_into_it(view: View, first: int) -> bool:
    """ "Northwind bought 15 per cent of Acme for | $5 million in new shares": it comes to the company."""
    verb = next((at for at in range(first - 1, max(first - 14, 0), -1) if view.word(at) in BUYING), 0)
    if not verb or not buys_stake(view, verb, first) or _NEW.isdisjoint(view.words(first, first + 10)):
        return False
    return any((name := view.name_at.get(at)) is not None and name.is_subject for at in range(verb, first))


_NEW = frozenset({"new", "newly", "fresh"})


def _of_bracket(view: View, first: int, after: int) -> Taker | None:
    """ "have since founded Northwind ( | $12 million seed, Oakfund)", "Northwind, into which it sank | $5 million": of
    the company named right in front."""
    at = first - 1
    if view.word(at) == "(" and (
        view.word(after) in _OF_ROUND or (view.word(after) == "," and after + 1 in view.name_at)
    ):
        name = view.name_at.get(at - 1)
    else:
        into = next((back for back in range(at, max(at - 4, 1), -1) if view.words(back - 1, back + 1) == _INTO), 0)
        name = view.name_at.get(into - 3) if into and view.word(into - 2) == "," else None
    known = name is not None and name.kind in ("organisation", "unknown") and not name.is_subject
    return of_name(name) if known and name is not None and not is_giver(name.canonical) else None


_INTO = ["into", "which"]
_OF_ROUND = frozenset({"seed", "series", "round", "pre", "raised"})


def _own_staff_sells(view: View, first: int) -> bool:
    """ "Northwind, a rival, let | its employees | sell $5 million of stock": those of whom the clause is about."""
    before = view.words(max(0, first - 6), first)
    staff = any(owner in ("its", "their") and noun in _STAFF for owner, noun in pairwise(before))
    return staff and view.index(view.utterance.clause_at(view.offset(first)).start) in view.name_at


_STAFF = frozenset({"employees", "staff", "workers"})


def _told_taker(view: View, first: int, after: int, verb: int, family: str, memory: Memory) -> Taker:
    """Whose money it is; of the words in this utterance first, then of what was told before it."""
    if (owned := _owned_taker(view, first, after, verb, family, memory)) is not None:
        return owned
    if not _RIVALS.isdisjoint(view.words(0, 5)) and (rival := _last_named(view, first)) is not None:
        return rival
    if family == "raise" and view.word(verb + 1) == "by" and _by_many(view, verb + 2):
        return Taker("other")
    giving = family in ("invest", "lead", "back") or "investment" in view.words(after, after + 4)
    behind = _taker_behind(view, after, verb, giving, memory)
    if behind is not None and (giving or behind == SUBJECT):
        return behind
    return _by_verb(view, first, after, verb, family, memory)


def _owned_taker(view: View, first: int, after: int, verb: int, family: str, memory: Memory) -> Taker | None:
    """Whoever a label, a sale of shares, a firm of before or an owner in front of the sum tells of."""
    if (labelled := labelled_taker(view, first)) is not None:
        return labelled
    if _buys_into_it(view, first):
        return SUBJECT
    if view.word(0) == "the" and any(view.word(at) in _MARKETS and view.word(at + 1) == "," for at in range(1, 6)):
        return Taker("other")  # "The market for pumps, in which Acme is small, drew | $9 billion"
    if is_sale_of_holders(view, first, after):
        named = any(name.is_subject for name in view.utterance.names)
        own = named or (memory.home and not _own_staff_sells(view, first))
        return SUBJECT if own else of_clause(view, first)
    if (former := where_one_worked(view, first) or _of_bracket(view, first, after)) is not None:
        return former
    if is_former_firm(view, verb) or is_alumnus(view, first):
        return Taker("other")
    if (pointed := pointed_to(view, verb)) is not None:
        return pointed
    if family == "invest" and (held := held_company(view.utterance, view.offset(first))) is not None:
        return of_name(held)
    if (theirs := who_has(view, first)) is not None:
        return theirs
    owner = owner_before(view, first)
    if owner is None and (round_noun := _told_behind_which(view, first)):
        owner = owner_before(view, round_noun)
    if not family and memory.taker == SUBJECT and _owes(view, first, after, memory):
        return SUBJECT
    if (
        owner is not None
        and owner.who == "other"
        and family in ("lead", "invest")
        and _led_its_own(view, first, memory)
    ):
        return SUBJECT
    return owner if owner is not None and owner.who != "unknown" else None


def _told_behind_which(view: View, first: int) -> int:
    """ "joined Acme's latest | round |, which totalled $5 million": the token of the noun in front; 0 for none."""
    at = first - 1
    while at > 0 and view.word(at) in ("to", "about", "over", "nearly", "almost", "around", "in", "a", "total", "of"):
        at -= 1
    if view.word(at) not in _TOTALLED or view.word(at - 1) not in ("which", "that"):
        return 0
    noun = at - 2 - (view.word(at - 2) == ",")
    return noun if view.word(noun) in ("round", "raise", "financing", "fundraising", "series") else 0


_TOTALLED = frozenset({"totalled", "totaled", "totals", "came", "amounted", "comes", "brought"})


def _taker_behind(view: View, after: int, verb: int, giving: bool, memory: Memory) -> Taker | None:
    """Who is named behind the sum; not who gives it, in "Northwind put $5 million in the startup"."""
    behind = taker_behind(view, after, investing=True)
    gives = verb >= 0 and giving and behind is not None and bool(behind.name)
    if (
        gives
        and behind is not None
        and (behind == subject_before(view, verb) or behind.name in listed_givers(view, verb))
    ):
        return SUBJECT if memory.home or memory.taker == SUBJECT else None
    return behind


def _by_verb(view: View, first: int, after: int, verb: int, family: str, memory: Memory) -> Taker:
    """Whom the verb's family makes the taker, where no words beside the sum do."""
    match family:
        case "give":
            taker = taken_by_object(view, verb, first) or _given_to(view, after) or taker_behind(view, after, False)
            if taker is None and _company_between(view, verb, first) and memory.home:
                return SUBJECT
            taker = taker or unless_giver(view, verb, of_clause(view, verb), memory)
            told_of = memory.taker == SUBJECT and view.utterance.index - memory.spoken <= 1
            return SUBJECT if taker.who == "unknown" and told_of else taker
        case "back" | "invest" | "lead":
            if family == "invest" and (invests_itself(view, verb) or invests_elsewhere(view, verb, first, after)):
                return Taker("other")
            return taken_by_object(view, verb, first) or unless_investor(view, first, verb, family, memory)
        case "raise" | "loose":
            if raised_at_large(view, verb):
                return Taker("other")
            if view.word(verb).endswith("ing") and (former := of_former(view, verb)) is not None:
                return former
            return (
                subject_before(view, verb)
                or item_opener(view, verb)
                or ((stranger := german_raiser(view, verb)) and Taker("other", stranger))
                or of_clause(view, verb)
            )
    if not family and (actor := _acts_here(view, first)) is not None:
        return actor
    return taker_behind(view, after, investing=False) or _by_context(view, first, verb, family, memory)


_RIVALS = frozenset({"competitors", "rivals", "peers", "challengers"})


def _last_named(view: View, first: int) -> Taker | None:
    """ "Among its competitors are A and Northwind, which in May obtained | $5 million": the name last in front."""
    for at in range(first - 1, 0, -1):
        name = view.name_at.get(at)
        if name is not None and name.kind in ("organisation", "unknown"):
            return None if name.is_subject else of_name(name)
    return None


def _acts_here(view: View, first: int) -> Taker | None:
    """ "…, Northwind enlarged its Series D with | $5 million": the other company that this part of the sentence begins
    with, right in front of its verb."""
    start = first - 1
    while start >= 0 and view.word(start) not in (",", ";", ":") and start not in view.amount_at:
        start -= 1
    opens = next((at for at in range(start + 1, first) if at in view.name_at and not _is_place(view, at)), -1)
    if opens < 0 or opens > start + 4:
        return None
    name = view.name_at[opens]
    verb = view.span(name.start, name.end)[1]
    acts = view.word(verb) in finite_forms() or view.word(verb).endswith("ed")
    return of_name(name) if acts and name.kind in ("organisation", "unknown") and not name.is_subject else None


def _is_place(view: View, at: int) -> bool:
    return view.name_at[at].kind == "place"


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


def _by_many(view: View, index: int) -> bool:
    """ "raised by | fintech startups in …": what a whole sector raised."""
    many = {"startups", "start-ups", "companies", "firms", "ups", "businesses", "funds", "banks"}
    return any(view.word(at) in many for at in range(index, index + 5) if at not in view.name_at) and not any(
        at in view.name_at and view.name_at[at].is_subject for at in range(index, index + 5)
    )


def _by_context(view: View, first: int, verb: int, family: str, memory: Memory) -> Taker:
    topic = of_clause(view, first)
    if not any(name.is_subject for name in view.utterance.names) and opens_at_large(view, first):
        return Taker("other")
    if (announcer := _announced_by(view, first)) is not None:
        return announcer
    if view.utterance.passage.kind == "item" and memory.home and heads_history(view):
        return SUBJECT
    if (
        view.utterance.passage.kind == "item"
        and first <= 1
        and verb < 0
        and memory.home
        and memory.taker.who != "other"
    ):
        return SUBJECT  # "- | $5 million | grant, the agency Northwind": who stands behind gives
    if not family and topic != SUBJECT and _opens_with_subject(view, first):
        return SUBJECT  # "Acme heeft 15 miljoen euro opgehaald": the verb stands behind the sum
    if view.utterance.passage.kind == "item" and (listed := by_lead_in(view, first, memory)) is not None:
        return listed
    points = bool({"the", "this", "that"} & set(view.words(max(0, first - 3), first)))
    if memory.taker.who != "unknown" and (topic.who == "unknown" or points):
        return memory.taker
    return unless_giver(view, verb, topic, memory)


def _announced_by(view: View, first: int) -> Taker | None:
    """ "the $50 million Series B, which Acme announced on Thursday"."""
    for index in range(first, min(first + 12, len(view.found))):
        if view.word(index) in ("which", "that") and (name := view.name_at.get(index + 1)) is not None:
            verb = view.word(view.span(name.start, name.end)[1])
            telling = verb in words_of("rounds", "verbs", "raise") or verb in words_of("rounds", "verbs", "loose")
            return of_name(name) if telling else None
    return None


def _opens_with_subject(view: View, first: int) -> bool:
    """Is the subject the only organisation in front of the sum, with a verb right behind it?"""
    kinds = ("organisation", "unknown")
    before = [name for name in view.utterance.names if view.index(name.start) < first and name.kind in kinds]
    if len(before) != 1 or not before[0].is_subject:
        return False
    return view.word(view.span(before[0].start, before[0].end)[1]) in words_of("rounds", "owners", "opening_verbs")


def taken_by_object(view: View, verb: int, first: int) -> Taker | None:
    """ "Northwind backs | Acme | with $5 million"; not "led by Northwind, and the $5 million round"."""
    if view.word(verb + 1) == "by":
        return None
    if view.word(verb + 1) == "us" and view.word(verb) in _TO_WHOM and view.utterance.clauses[0].setting_is_subject:
        return SUBJECT  # "The bank lent us | $5 million"
    for index in range(verb + 1, first):
        name = view.name_at.get(index)
        gets = index == verb + 1 and view.word(verb) in _TO_WHOM  # "gave | Northwind | $5 million"
        kinds = ("organisation", "unknown") if gets else ("organisation",)
        if name is not None and (name.is_subject or name.kind in kinds):
            return SUBJECT if name.is_subject else Taker("other", name.canonical)
    return None


def _given_to(view: View, after: int) -> Taker | None:
    """ "granted $5 million | to Northwind", "to a consortium headed by Northwind"."""
    at = next((at for at in range(after, after + 3) if view.word(at) == "to"), 0)
    if not at:
        return None
    at = over_consortium(view, at + 1)
    at += view.word(at) == "the"
    near = any(view.name_at[i].is_subject for i in range(at, at + 5) if i in view.name_at)
    if view.word(at) in ("a", "an") and not near:
        return Taker("other")  # "gave $5 million to a school"
    name = view.name_at.get(at)
    return of_name(name) if name is not None and name.kind in ("organisation", "unknown") else None


_TO_WHOM = frozenset({"gave", "gives", "lent", "lends", "handed", "hands", "granted", "awarded", "loaned"})


def _company_between(view: View, verb: int, first: int) -> bool:
    """ "gave | the company | a grant of"."""
    nouns = words_of("rounds", "takers", "nouns")
    return any(
        view.word(at) in ("the", "it") and (view.word(at) == "it" or view.word(at + 1) in nouns)
        for at in range(verb + 1, min(verb + 4, first))
    )
