"""A view of an utterance that names neither sum nor round goes in, the events that it tells of all the same come out.

Told by a verb ("raises more than expected"), a list of backers ("New investors include …") or a valuation alone.
"""

from __future__ import annotations

from briefing.claims.backerlists import Backing
from briefing.claims.phrases import book, words_of
from briefing.claims.rounds import Mention
from briefing.claims.sketches import Memory, Sketch
from briefing.claims.sumtakers import taken_by_object
from briefing.claims.takers import SUBJECT, of_clause
from briefing.claims.view import View
from briefing.model.money import Role

_RECENT = 4  # utterances over which "now valued at …" still speaks of the round
_LED = frozenset({"led", "leads"})


def without_noun(view: View, found_roles: tuple[Role, ...], backed: list[Backing], memory: Memory) -> list[Sketch]:
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
    """ "is to list by joining a | blank-check | company at $5 million"."""
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


CAME_IN = frozenset({"beside", "alongside", "buyers", "buyer", "purchasers", "buying"})


def _told_by_backers(view: View, backed: list[Backing], memory: Memory) -> list[Sketch]:
    """ "New investors include …", "A, B and C also participated": they add to the round told of before."""
    opener = next(book("rounds", "phrases", "list_openers").all(view.low, 0, 8), None)
    joining = words_of("rounds", "verbs", "participate") | {"took", "take", "takes", "taking", "buying", "bought"}
    joining |= words_of("rounds", "backers", "joining_foreign") | {"buyers", "buyer", "purchasers"}
    takes_part = any(joining & set(view.words(one.at, one.at + 2)) for one in backed)
    takes_part = takes_part or lead_closes(view)
    takes_part = takes_part or any(view.word(one.at) in words_of("rounds", "backers", "led_foreign") for one in backed)
    takes_part = takes_part or any(
        view.words(one.at, one.at + 2) == ["came", "in"] and view.word(one.at + 2) in CAME_IN for one in backed
    )
    takes_part = takes_part or any(one.told for one in backed)
    if memory.taker.who == "unknown" or not backed or not (opener or takes_part):
        return []
    bare = not opener and all(view.word(one.at) == "joined" and view.word(one.at + 1) in (".", "") for one in backed)
    if bare and view.utterance.index - memory.told > 2:
        return []  # "Northwind joined." far from a round may have joined anything
    return [Sketch(backed[0].at, None, memory.taker, back=True)]


def lead_closes(view: View) -> bool:
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
    worth_words = {"now", "values", "valuing", "value", "prices", "priced", "price", "hands", "money"} | words_of(
        "rounds", "backers", "worth_foreign"
    )
    if view.reading.source.language != "en":
        words |= set(view.words(first, min(first + 8, len(view.found))))
    now = {"is", "valued"} <= words or bool(worth_words & words)
    now = now or (first == 1 and "valuation" in view.words(first, first + 8))
    if not _after_round(view, first) and (not now or {"last", "was", "previously", "were"} & words):
        return []
    topic = of_clause(view, first)
    return [Sketch(first, None, topic if topic.who != "unknown" else memory.taker, back=True)]
