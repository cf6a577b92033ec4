"""An utterance goes in, who leads a round by another word than a verb of leading comes out.

"A was the lead investor", "B took the lead", "the lead came from C", "at the head of the round stood D", "A and B put
it up, with the former in the lead", "E is in pole position to lead", "talks with F about leading the round".
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.claims.backerlists import Backing, fit, listed_before, listed_behind, round_words
from briefing.claims.joinverbs import of_the_round
from briefing.claims.lists import names_before
from briefing.claims.reading import FoundName
from briefing.claims.view import View

_FAR = 12  # tokens between who is to lead and "to lead"


def lead_roles(view: View) -> Iterator[Backing]:
    """Leads that the words for the part tell of, in order."""
    low = view.low
    if "lead" in low or "leads" in low:
        for index, word in enumerate(low):
            if word in ("lead", "leads"):
                names = _named_lead(view, index)
                if names:
                    yield Backing(index, names, "lead", told=True)
    if view.amounts and not _LED.isdisjoint(low):
        yield from _gapped_lead(view)
    if not _MAKING.isdisjoint(low):
        yield from _put_together(view)
    if not _AHEAD.isdisjoint(low):
        yield from _stands_ahead(view)


# ---------------------------------------------------------------- the noun


def _named_lead(view: View, index: int) -> tuple[FoundName, ...]:
    """ "A and B were the | lead | investors", "A, the lead investor,", "A took the lead", "the lead came from A"."""
    after = index + 1 + (view.word(index + 1) in _INVESTORS)
    first = index
    while first and view.word(first - 1) in _BEFORE_LEAD:
        first -= 1
    ahead = view.words(first, index)
    before = view.word(first - 1)
    noun = after > index + 1 or bool(ahead)
    if not noun:
        return ()
    if before in _TOOK and "the" in ahead and (of_the_round(view, after) or view.word(after) == "role"):
        return listed_before(view, first - 1)
    if "the" in ahead and view.word(after) in _COMING:
        return (
            listed_behind(view, after + 2) if view.word(after + 1) in ("from", "to", "by") else _taken_by(view, after)
        )
    if before in _BEING and (after > index + 1 or of_the_round(view, after)):
        return listed_before(view, first - 1)
    if "as" in ahead and (after > index + 1 or of_the_round(view, after)):
        return listed_before(view, first - (before in _SERVING))
    if before == "," and after > index + 1 and "the" in ahead and first - 2 in view.name_at:
        return fit((view.name_at[first - 2],))
    return ()


def _taken_by(view: View, after: int) -> tuple[FoundName, ...]:
    """ "the lead | was taken by A"."""
    by = next((at for at in range(after, after + 4) if view.word(at) == "by"), 0)
    return listed_behind(view, by + 1) if by else ()


_INVESTORS = frozenset("investor investors backer backers role sponsor financer financers financier financiers".split())
_BEFORE_LEAD = frozenset({"the", "a", "its", "as", "joint", "sole", "main", "only", "co", "-", "new", "their", "two"})
_SERVING = frozenset({"served", "acted", "serves", "acts", "serving", "acting"})
_BEING = frozenset({"is", "are", "was", "were", "be", "been", "being", "became", "remain", "remains"})
_TOOK = frozenset({"took", "takes", "take", "taken", "taking", "assumed", "assuming", "had", "has", "have", "having"})
_TOOK |= {"shared", "share", "shares", "sharing", "split"}
_COMING = frozenset({"came", "comes", "went", "goes", "fell", "falls", "was", "is"})


def _gapped_lead(view: View) -> Iterator[Backing]:
    """ "A led a $7 million Series A in 2019, | B the $40 million Series B | in 2020": the verb is said once."""
    for number in range(len(view.amounts)):
        first, after = view.amount_span(number)
        name = view.name_at.get(first - 2)
        if view.word(first - 1) not in ("the", "a", "its") or name is None or not fit((name,)):
            continue
        joined = view.word(view.index(name.start) - 1) in (",", "and", ";", "while")
        behind = not round_words().isdisjoint(view.words(after, after + 4))
        if joined and behind and not _LED.isdisjoint(view.words(0, view.index(name.start))) and not name.is_subject:
            yield Backing(first, (name,), "lead")


_LED = frozenset({"led", "leads", "headed", "lead"})


# ---------------------------------------------------------------- making a round, standing at its head


def _put_together(view: View) -> Iterator[Backing]:
    """ "when A and B | put together | a round of"."""
    for index, word in enumerate(view.low):
        if word not in _MAKING or index in view.name_at:
            continue
        after = index + 1 + (view.word(index + 1) == "together")
        plain = after == index + 1
        if plain and word in _NEED_TOGETHER:
            continue
        if round_words().isdisjoint(view.words(after, after + 6)) or view.word(after) not in (
            "a",
            "the",
            "its",
            "this",
        ):
            continue
        names = listed_before(view, index)
        if names and not any(name.is_subject for name in names):
            yield Backing(index, names, "lead")


_NEED_TOGETHER = frozenset({"put", "puts", "putting", "pulled", "stitched", "brought"})
_MAKING = _NEED_TOGETHER | {"organised", "organized", "assembled", "orchestrated", "engineered", "initiated"}
_AHEAD = frozenset({"head", "front", "lead", "leading", "heading", "former", "latter"})
_STANDING = frozenset({"stood", "stands", "is", "are", "was", "were", "came"})


def _stands_ahead(view: View) -> Iterator[Backing]:
    """ "At the head of the round stood A", "Leading the round was A", "with the former in the lead"."""
    opening = view.words(0, 4)
    if opening[:1] in (["at"], ["in"], ["leading"], ["heading"], ["out"]) and not _AHEAD.isdisjoint(opening):
        verb = next((at for at in range(1, min(10, len(view.found))) if view.word(at) in _STANDING), 0)
        if verb and not any(at in view.name_at for at in range(verb)):
            names = listed_behind(view, verb + 1)
            if names:
                yield Backing(0, names, "lead", told=True)
    for index, word in enumerate(view.low):
        if word in ("former", "latter") and view.word(index - 1) == "the" and _leads_on(view, index + 1):
            pair = _pair_before(view, index - 1)
            if len(pair) > 1:
                yield Backing(index, pair[-2:-1] if word == "former" else pair[-1:], "lead")


def _leads_on(view: View, at: int) -> bool:
    """ "in the lead", "leading", "as lead", "took the lead": of the one just pointed to."""
    return not {"lead", "leading", "leads", "led", "front", "helm"}.isdisjoint(view.words(at, at + 4))


def _pair_before(view: View, index: int) -> tuple[FoundName, ...]:
    """The last names listed together in front of "the former"."""
    names = [name for name in view.utterance.names if view.index(name.start) < index and not name.is_subject]
    return next((found for name in reversed(names) if len(found := _ending(view, name)) > 1), ())


def _ending(view: View, last: FoundName) -> tuple[FoundName, ...]:
    return fit(names_before(view.text, view.utterance.passage.start, last.end, view.utterance.names))


# ---------------------------------------------------------------- who is to lead


def asked_to_lead(view: View, index: int) -> tuple[FoundName, ...]:
    """ "A is in pole position to | lead", "talks with A about leading", "A, it is said, may lead": the nearest name in
    front, the company itself left out."""
    word = view.word(index - 1)
    if word not in _TO_COME and not (view.word(index) == "leading" and word in ("about", "on", "over", "of", "for")):
        return ()
    for at in range(index - 1, max(index - _FAR, -1), -1):
        name = view.name_at.get(at)
        if name is not None and not name.is_subject and fit((name,)):
            return _ending(view, name) or (name,)
        if view.word(at) in (";", ".", ":", ","):
            return ()
    return ()


_TO_COME = frozenset({"to", "may", "might", "could", "would", "will", "should"})


def by_cleft(view: View, index: int) -> tuple[FoundName, ...]:
    """ "It was A and B that | led": the names between "it was" and "that"."""
    if view.word(index - 1) not in ("that", "who", "which") or view.words(0, 2) not in (["it", "was"], ["it", "is"]):
        return ()
    return listed_before(view, index - 1)
