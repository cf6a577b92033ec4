"""An utterance goes in, who joins a round comes out, by the grammar of joining: a verb of its kind, a place beside it.

"A came in", "B topped up its stake", "with C following", "also in on the deal was D", "as did E": the verb, with what
must stand behind it (lexicon/joining.toml), tells that money is put in; who puts it in stands in front of the verb,
behind it where the sentence is turned round, or beside a word that stands for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.claims.backerlists import Backing, before_others, fit, listed_before, listed_behind
from briefing.claims.joinverbs import (
    CLOSES,
    PLEDGES,
    Joining,
    joining_words,
    of_the_round,
    pledged,
    predicates,
    triggers,
    turns,
)
from briefing.claims.lists import names_before
from briefing.claims.reading import FoundName
from briefing.claims.view import View


def joinings(view: View, spoken_of: bool, near: bool) -> Iterator[Backing]:
    """Who joins, in order of the verbs.

    spoken_of: the utterance or its heading speaks of a round. near: one of the company's was told just before.
    """
    if not (spoken_of or near) or triggers().isdisjoint(view.low):
        return
    told = [one for one in predicates(view) if one.firm or near or spoken_of]
    done = -1
    for one in told:
        names = _who(view, one)
        if names and not _unmade(view, one, names):
            done = done if done >= 0 else one.first
            yield Backing(one.first, names + _without_verb(view, one), "participant", told=True)
    yield from _drawn(view)
    yield from _by_part(view)
    yield from _under_label(view)
    antecedent = done if done >= 0 else min((one.first for one in told if _is_bare(view, one)), default=-1)
    yield from _stood_for(view, antecedent, near)


# ---------------------------------------------------------------- who joins


def _who(view: View, one: Joining) -> tuple[FoundName, ...]:
    """Behind a colon; in front of the verb; behind it in a sentence turned round; or who the sentence began with."""
    names = _behind_colon(view, one) or _in_front(view, one.first) or _turned(view, one) or _shared(view, one)
    return names if one.firm or any(name.kind != "person" for name in names) else ()


def _without_verb(view: View, one: Joining) -> tuple[FoundName, ...]:
    """ "A will subscribe for $7 million, | and B for $5 million": the verb is said once."""
    if view.word(one.first) not in PLEDGES:
        return ()
    at, found = one.after, []
    while at < len(view.found) and view.word(at) in (",", ";", "and", "while"):
        at += 1
        name = view.name_at.get(at)
        if name is None:
            continue
        at = view.span(name.start, name.end)[1]
        if view.word(at) != "for":
            break
        found.append(name)
        at = pledged(view, at + 1)
    return fit(tuple(found))


def _in_front(view: View, first: int) -> tuple[FoundName, ...]:
    index = first
    while index and view.word(index - 1) in joining_words("words", "between") and index - 1 not in view.name_at:
        index -= 1
    start, names = view.utterance.passage.start, view.utterance.names
    many = not {"all", "both", "each"}.isdisjoint(view.words(index, first))
    relative = view.word(index - 1) in ("which", "who") and view.word(index - 2) == ","
    if relative:
        found = fit(names_before(view.text, start, view.offset(index - 2), names))
        return found if many else found[-1:]
    index = before_others(view, index)
    found = fit(names_before(view.text, start, view.offset(index), names)) if index else ()
    own = next((name for name in found if name.is_subject), None)
    if own is not None:  # "an investment in Acme, in which A and B | take part"
        found = fit(names_before(view.text, own.end, view.offset(index), names))
    if not found and view.word(index - 1) == ",":
        found = listed_before(view, index - 1) if {"which", "who"} & set(view.words(max(0, index - 20), index)) else ()
    if not found and view.word(index - 1) == ",":  # "its earlier investors, A and B, | are on board"
        found = fit(names_before(view.text, start, view.offset(index - 1), names))
        opens = view.index(found[0].start) if found else 0
        named = view.word(opens - 1) in (",", ":") and view.word(opens - 2) in joining_words("words", "parts")
        named = named or "through" in view.words(opens - 4, opens)  # "the state, through the fund Oakfund, | will"
        return found if named else _apposed(view, index - 1)
    return found


def _apposed(view: View, comma: int) -> tuple[FoundName, ...]:
    """ "Northwind |, the oldest owner, | has guaranteed half": in front of what is said of it aside."""
    for at in range(comma - 1, max(comma - 12, 0), -1):
        if view.word(at) == "," and at - 1 in view.name_at:
            said = view.word(at + 1) in ("the", "a", "an", "its", "their", "already", "now", "until", "long", "once")
            names = names_before(view.text, view.utterance.passage.start, view.offset(at), view.utterance.names)
            return fit(names) if said else ()
        if view.word(at) in (".", ";", ":", ","):
            break
    return ()


def _behind_colon(view: View, one: Joining) -> tuple[FoundName, ...]:
    """ "All of them joined in: A, B and C"."""
    return listed_behind(view, one.after + 1) if view.word(one.after) == ":" else ()


def _turned(view: View, one: Joining) -> tuple[FoundName, ...]:
    """ "Also joining were | A and B", "In came A"."""
    verb = turns(view, one)
    return _list_from(view, verb + 1) if verb >= 0 else ()


def _list_from(view: View, after: int) -> tuple[FoundName, ...]:
    """The list behind a verb, with a few small words in front ("two family offices and | A")."""
    for at in range(after, min(after + 8, len(view.found))):
        if names := listed_behind(view, at):
            return tuple(name for name in names if not name.is_subject)
        if at in view.name_at or view.word(at) in (".", ";", ":"):
            break
    return ()


def _shared(view: View, one: Joining) -> tuple[FoundName, ...]:
    """ "A first invested in 2019 | and joined again": the verb goes on from the one that the sentence began with."""
    at = one.first - 1
    while view.word(at) in ("also", "then", "again", "has", "have", "now"):
        at -= 1
    if view.word(at) not in ("and", "but"):
        return ()
    names = listed_behind(view, 0)
    if not names or any(name.is_subject for name in names):
        return ()
    behind = view.index(names[-1].end - 1) + 1
    between = view.words(behind, at)
    later = (name for name in view.utterance.names if behind <= view.index(name.start) < at)
    parted = not {";", ":", "that", '"', "while"}.isdisjoint(between)
    return () if parted or any(not name.is_subject and name.kind != "place" for name in later) else names


def _unmade(view: View, one: Joining, names: tuple[FoundName, ...]) -> bool:
    """Was it of old, only possible, or did it not come about? By the words between who joins and the verb's end."""
    low = view.index(names[-1].end - 1) + 1
    if low > one.first:  # turned round: the verb stands in front
        low = max(0, one.first - 4)
    told = view.words(low, one.first)
    aside = next((at for at in range(len(told) - 1, -1, -1) if told[at] in (",", ";")), -1)
    words = set(told[aside + 1 :])
    if words & joining_words("words", "unmade"):
        return True
    if words & joining_words("words", "older") and "time" not in view.words(one.after, one.after + 4):
        return True
    had = "had" in words
    stated = (date for date in view.utterance.dates if date.when.anchor == "stated")
    behind = any(one.after <= view.index(date.start) <= one.after + 4 for date in stated)
    return had or (behind and not view.amounts)


def _is_bare(view: View, one: Joining) -> bool:
    """A verb whose subject is no name: "two funds took part, as did A"."""
    words = set(view.words(max(0, one.first - 6), one.first))
    return not words & joining_words("words", "unmade")


# ---------------------------------------------------------------- what the round draws, and words for the verb


_NEWCOMERS = frozenset({"newcomer", "newcomers"})


def _drawn(view: View) -> Iterator[Backing]:
    """ "The round also drew | A and B", "brought A and B in as new shareholders", "a newcomer in A"."""
    draws = joining_words("verbs", "draws")
    for index in [at for at, word in enumerate(view.low) if word in draws or word in _NEWCOMERS]:
        word = view.low[index]
        if word in _NEWCOMERS and (view.word(index + 1) in ("in", ":", ",") or index + 1 in view.name_at):
            names = listed_behind(view, index + 1 + (index + 1 not in view.name_at))
            if names:
                yield Backing(index, names, "participant", told=True)
        elif word in draws and index not in view.name_at:
            after = index + 1 + (view.word(index + 1) in ("in", "on", "from"))
            after += view.word(after) == "from"
            names = listed_behind(view, after)
            if not names or any(name.is_subject for name in names):
                continue
            end = view.index(names[-1].end - 1) + 1
            taken = view.word(end) in ("in", "aboard") or view.words(end, end + 2) == ["on", "board"]
            carried = word.startswith(("br", "pull")) and taken and of_the_round(view, end + 1)
            if (carried and view.word(end + 1) in ("", ".", ",", "as")) or _has_host(view, index):
                yield Backing(index, names, "participant", told=True)


def _by_part(view: View) -> Iterator[Backing]:
    """ "The other participants were | A and B", "Among the new backers are | A and B"."""
    parts = joining_words("words", "parts")
    for index in [index for index, word in enumerate(view.low[:8]) if word in parts and index]:
        if index in view.name_at:
            continue
        ahead = view.words(0, index)
        if any(word not in _IN_FRONT_OF_PART for word in ahead) or _SOME.isdisjoint(ahead):
            return
        after = index + 1
        while after < index + 6 and (
            view.word(after) in _OF_IT or view.word(after) in joining_words("words", "places")
        ):
            after += 1
        if view.word(after) in _OPENING and (names := _list_from(view, after + 1)):
            yield Backing(index, names, "participant", told=True)
        return


def _under_label(view: View) -> Iterator[Backing]:
    """ "Also in: | A and B", "The cheque writers are the usual suspects: | A", "The investors, old and new, are"."""
    at = next((at for at, word in enumerate(view.low[:_LABEL]) if word in (":", "are", "were")), 0)
    if at and view.word(at) != ":" and at + 1 not in view.name_at:
        later = next((to for to in range(at + 1, at + 5) if view.word(to) == ":"), 0)
        at = later or at
    ahead = view.words(0, at)
    if not at or any(index in view.name_at for index in range(at)) or not _LABELS.issuperset(ahead):
        return
    if not _LABELLING.isdisjoint(ahead) and (names := listed_behind(view, at + 1)):
        yield Backing(0, names, "participant", told=True)


_LABEL = 10  # words of "The cheque writers, old and new, are"
_LABELLING = frozenset(
    "in joining names writers suspects investors backers participants subscribers syndicate line-up paid aboard".split()
)
_LABELS = _LABELLING | frozenset(
    "also other others on the list new old existing cheque check usual and , who else them it full money rest board "
    "are were of this round our its too here cap table".split()
)
_SOME = frozenset({"other", "others", "new", "further", "additional", "remaining", "returning", "participating", "the"})
_IN_FRONT_OF_PART = _SOME | {
    "among",
    "two",
    "three",
    "four",
    "five",
    "equity",
    "all",
    "known",
    "named",
    "largest",
    "main",
}
_OF_IT = frozenset({"in", "of", "to", "the", "this", "that", "new"})
_OPENING = frozenset({"include", "included", "includes", "are", "were", "is", "was", ":"})


def _has_host(view: View, index: int) -> bool:
    """Is a round, or a group of those who give it, the verb's subject?"""
    at = index - 1
    while view.word(at) in ("also", "further", "which", "has", "had", "itself", "reportedly", ","):
        at -= 1
    at -= 2 * (view.words(at - 1, at + 1) in (["behind", "it"], ["behind", "them"]))
    if view.word(at) in ("b", "c", "d", "e", "a") and view.word(at - 1) == "series":
        return True
    return view.word(at) in joining_words("words", "hosts") and at not in view.name_at


def _stood_for(view: View, antecedent: int, near: bool) -> Iterator[Backing]:
    """ "…, as did A", "So have B and C", "D did too", "E too": the verb said before is not said again."""
    pro = joining_words("words", "stands_for")
    for index, word in enumerate(view.low):
        if word in ("as", "so") and view.word(index + 1) in pro and index > 0:
            names = _list_from(view, index + 2) if 0 <= antecedent < index else ()
        elif word in pro and _said_again(view, index) and 0 <= antecedent < index:
            names = _in_front(view, index)
        elif word == "so" and index == 0 and near and (verb := _behind_so(view)) and view.word(verb) in pro:
            names = _list_from(view, verb + 1)
        elif word == "too" and index - 1 in view.name_at and view.word(index + 1) in CLOSES and 0 <= antecedent < index:
            names = _in_front(view, index)
        else:
            continue
        if names:
            yield Backing(index, names, "participant", told=True)


def _behind_so(view: View) -> int:
    """ "So | did A", "So, too, | did A": the token behind "so" and its commas."""
    at = 1
    while at < _SO and view.word(at) in (",", "too"):
        at += 1
    return at


_SO = 4


def _said_again(view: View, index: int) -> bool:
    return view.word(index + 1) in ("too", "likewise", "so") or view.words(index + 1, index + 3) in (
        ["as", "well"],
        ["the", "same"],
    )
