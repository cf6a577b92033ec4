"""A sentence in which somebody praises the subject's product goes in, whom they speak for comes out as a customer.

"We use it for every shift," says Jane Roe, head of nursing at Globex. Jane Roe, head of nursing at Globex, says the
software has cut overtime.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.claims.reading import FoundName
from briefing.claims.tiefindings import Finding
from briefing.claims.tieparts import LOOSE, runs_on
from briefing.claims.tiephrases import phrase
from briefing.claims.tiesentence import Sentence
from briefing.claims.words import forms, row

_SAYING = row("says said told tells recalls adds explains")
_WE = row("we we've our us")
_USING = frozenset(
    form
    for verb in (
        *(
            "use",
            "switch",
            "buy",
            "choose",
            "roll",
            "move",
            "try",
            "run",
            "replace",
            "install",
            "test",
            "adopt",
            "order",
        ),
        *("save", "cut", "reduce", "halve", "pay", "help", "pick", "rely", "introduce", "free", "spare", "speed"),
    )
    for form in forms(verb)
)
# Who speaks of others' products by trade, or no longer for the organisation.
_OUTSIDE = row(
    "analyst analysts professor economist partner investor banker consultant researcher fellow editor broker "
    "strategist lawyer former formerly ex chair founder director-general commentator author"
)
_POST = 12  # words from a person's name to the organisation


def testimonial_triggers() -> frozenset[str]:
    """The words without which nobody testifies."""
    return _SAYING | _GOING_OVER


def testimonial_findings(sentence: Sentence) -> Iterator[Finding]:
    """One finding for the organisation of whoever speaks."""
    low = sentence.words.low
    index = went_over = _went_over(sentence)
    if index < 0 and not _SAYING.isdisjoint(low):
        index = next(at for at, word in enumerate(low) if word in _SAYING)
    if index < 0:
        return
    speaks = _of_speaker(sentence, index)
    if speaks is None or sentence.is_ours(speaks) or speaks.kind not in ("organisation", "unknown"):
        return
    if went_over >= 0 or _used_in_quote(sentence, index) or _praised(sentence, index):
        yield Finding("customer", (speaks,), index, proven=True)


def _went_over(sentence: Sentence) -> int:
    """ "Jane Roe of Globex saw costs fall after | migrating to Acme": the number of that verb, -1 for none."""
    low = sentence.words.low
    for at, word in enumerate(low):
        if word in _GOING_OVER and at and low[at - 1] in _SINCE and low[at + 1 : at + 2] == ("to",):
            name = sentence.utterance.sentence.name_at[at + 2] if at + 2 < len(low) else None
            if name is not None and sentence.is_ours(name):
                return at
    return -1


_GOING_OVER = row("moving migrating switching changing converting turning")
_SINCE = row("after since by when upon")


def _of_speaker(sentence: Sentence, index: int) -> FoundName | None:
    """Whom the person beside the verb of saying at word `index` works for."""
    named, low = sentence.utterance.sentence, sentence.words.low
    for name in sentence.names:
        if name.kind != "person":
            continue
        first, after = named.first_word(name), named.last_word(name) + 1
        if low[after : after + 1] == (",",) and (after - index < 6 or first < index):
            stop = min(len(low), after + _POST) - 1
            ends = next((at for at in range(after + 1, stop) if low[at] in _OUTSIDE or low[at] in _SAYING), stop)
            employer = _employer(sentence, after + 1, ends)
            if employer is not None or ends < stop:
                return employer
        if first > 3 and low[first - 1] == "," and first < index:  # "Globex's head of nursing, Jane Roe, says"
            owner = next((one for one in sentence.names if one.end <= name.start and one.kind != "person"), None)
            if owner is not None and sentence.text[owner.end : owner.end + 2] == "'s":
                between = low[named.last_word(owner) + 1 : first]
                return owner if len(between) < 9 and _OUTSIDE.isdisjoint(between) else None
    return None


def _employer(sentence: Sentence, first: int, stop: int) -> FoundName | None:
    """ "head of nursing | at Globex": who is named behind a preposition in words [first, stop)."""
    named, low = sentence.utterance.sentence, sentence.words.low
    for at in [at for at in range(first, stop) if low[at] in ("at", "of", "for")]:
        place = at + 1 + (low[at + 1] == "the")
        found = named.name_at[place] if place < len(low) else None
        if found is not None and found.kind != "place":
            return found
    return None


def _used_in_quote(sentence: Sentence, index: int) -> bool:
    """ "We switched to Acme in May": do those quoted speak of what they do with it?"""
    low = sentence.words.low
    if '"' not in low[:index] or _WE.isdisjoint(low[:index]) or _USING.isdisjoint(low[:index]):
        return False
    if any(sentence.is_ours(name) and name.end <= sentence.words.starts[index] for name in sentence.names):
        return True
    return not {"it", "them"}.isdisjoint(low[:index]) and runs_on(sentence, index) and "nothing" not in low[:index]


def _praised(sentence: Sentence, index: int) -> bool:
    """ "… says | the software has cut overtime"."""
    low = sentence.words.low
    at = index + 1 + (low[index + 1 : index + 2] == ("that",))
    if at >= len(low) or low[at] in ("it", "them"):
        return False
    return phrase(sentence, at, len(low)).ours >= LOOSE and not _USING.isdisjoint(low[at : at + 10])
