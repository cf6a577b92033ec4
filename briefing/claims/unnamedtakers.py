"""A sum goes in that somebody gives to one who is not named; whom the talk is of takes it, and never who gives."""

from __future__ import annotations

from briefing.claims.backerlists import listed_before
from briefing.claims.givers import is_giver
from briefing.claims.givings import giving_verb
from briefing.claims.phrases import words_of
from briefing.claims.sketches import Memory
from briefing.claims.takers import (
    SUBJECT,
    Taker,
    of_clause,
    of_name,
    subject_before,
)
from briefing.claims.view import View


def _is_giving(view: View, verb: int) -> bool:
    families = ("lead", "invest", "back", "give")
    word = view.word(verb)
    wrote = word in _GIVING or giving_verb(view, verb) > 0
    return wrote or any(word in words_of("rounds", "verbs", family) for family in families)


_GIVING = frozenset("paid pays wrote writes put puts added adds took takes acquired bought arranging arranged".split())


def invests_elsewhere(view: View, verb: int, first: int, after: int) -> bool:
    """ "VCs put | $5 billion | into space tech", "Northwind plans to invest $5 million | to build plants of its own": a
    whole trade's money, or what another company plans to spend."""
    if view.word(verb - 1) in _AT_LARGE and view.word(verb - 2) not in _THOSE and verb - 1 not in view.name_at:
        return view.word(after) in ("in", "into", "across")
    if view.word(after) != "to" or after + 1 in view.name_at or view.word(verb - 1) not in ("to", "will", "would"):
        return False
    other = of_clause(view, verb)
    rest = range(after + 1, len(view.found))
    ours = any(at in view.name_at and view.name_at[at].is_subject for at in rest)
    return other.who == "other" and not is_giver(other.name) and not ours and _BACKING.isdisjoint(view.low)


_AT_LARGE = frozenset({"vcs", "capitalists", "investors", "funds"})
_THOSE = frozenset({"the", "its", "these", "those", "their", "existing", "new", "whose", "and", ","})
_BACKING = frozenset({"round", "stake", "investor", "backer", "shares", "equity"})


def invests_itself(view: View, verb: int) -> bool:
    """ "It took a stake in Northwind, | investing $5 million": the clause's own subject is the one who invests."""
    if not view.word(verb).startswith("invest"):
        return False
    participle = view.word(verb).endswith("ing") and view.word(verb - 1) == ","
    stake = not {"stake", "acquired", "bought", "shareholding"}.isdisjoint(view.words(0, verb))
    return participle and stake and view.utterance.clause_at(view.offset(verb)).is_subject


def unless_investor(view: View, first: int, verb: int, family: str, memory: Memory) -> Taker:
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
        SUBJECT if named else memory.taker if memory.taker.who != "unknown" else unless_giver(view, verb, topic, memory)
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


def unless_giver(view: View, verb: int, topic: Taker, memory: Memory) -> Taker:
    """Who gives, or is a fund that has the floor, takes no money: whom the round before or the article is about."""
    passive = view.word(verb - 1) in ("was", "were", "been", "being", "is", "are")
    active = verb >= 0 and (not passive or view.word(verb).endswith("ing"))
    gives = active and _is_giving(view, verb) and (subject_before(view, verb) or _antecedent(view, verb)) == topic
    gives = gives or (active and _is_giving(view, verb) and topic.name in listed_givers(view, verb))
    if topic.who != "other" or not (gives or is_giver(topic.name)):
        return topic
    if memory.taker.who != "unknown" and not is_giver(memory.taker.name):
        return memory.taker
    return SUBJECT if memory.home else topic


def listed_givers(view: View, verb: int) -> list[str]:
    """ "Northwind and Oakfund | put up": who gives together."""
    return [name.canonical for name in listed_before(view, verb)]


def _antecedent(view: View, verb: int) -> Taker | None:
    """ "Northwind, | which first | bought its 15% …": whom the relative pronoun in front of the verb stands for."""
    index = verb - 1
    while index > 1 and view.word(index) in words_of("rounds", "owners", "auxiliary"):
        index -= 1
    name = view.name_at.get(index - 2) if view.words(index - 1, index + 1) == [",", "which"] else None
    return of_name(name) if name is not None else None
