"""A cue in a sentence goes in, who is tied to the subject by it comes out: "A partnered with Acme"."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.claims.cuepairs import alone, between_two
from briefing.claims.cueparties import parties_of
from briefing.claims.cuesofmoney import giving
from briefing.claims.lists import names_before, names_in_list
from briefing.claims.parties import co_subjects
from briefing.claims.tiecues import Hit, tie_words
from briefing.claims.tiefindings import Finding
from briefing.claims.tiesentence import Sentence
from briefing.claims.words import row


def cue_findings(sentence: Sentence, hit: Hit) -> Iterator[Finding]:
    """The findings of one cue; none where neither party is the subject's counterpart."""
    cue = hit.cue
    if cue.parts[0] in _BODIES and not _said_of(sentence, hit):
        return
    if (
        cue.after == "supplier"
        and sentence.words.low[max(0, hit.first - 4) : hit.first].count("of")
        and _of_maker(sentence, hit)
    ):
        return
    if cue.parts == ("venture",) and not _FUNDS.isdisjoint(sentence.words.low[hit.first + 1 : hit.first + 3]):
        return  # "the venture fund of Delta"
    if cue.together:
        yield Finding(cue.after, co_subjects(sentence, hit.first).names, hit.first)
    elif cue.object_before:
        yield from _as_object(sentence, hit)
    elif cue.after == "lender" and cue.parts[0].startswith("borrow") and not _of_loans(sentence):
        return
    elif cue.money:
        yield from giving(sentence, hit)
    elif cue.alone:
        yield from alone(sentence, hit, *parties_of(sentence, hit))
    else:
        yield from between_two(sentence, hit, *parties_of(sentence, hit))


_FUNDS = row("fund arm capital unit firm investor investors studio builder")


def _of_loans(sentence: Sentence) -> bool:
    """ "borrowed €5 million from A", not "a practice borrowed from A"."""
    borrowing = tie_words("borrowing") | {"money", "cash", "funds"}
    return bool(sentence.utterance.amounts) or not borrowing.isdisjoint(sentence.words.low)


def _of_maker(sentence: Sentence, hit: Hit) -> bool:
    """ "A, a maker of night | sensors | from Lund": where A is from, no goods that the subject has from there."""
    low = sentence.words.low[max(0, hit.first - 6) : hit.first]
    at = len(low) - 1 - low[::-1].index("of") if "of" in low else 0
    return at > 1 and low[at - 1] in _MAKERS and low[at - 2] in ("a", "an", "the", "another", "based")


_MAKERS = row("maker makers producer manufacturer developer supplier provider designer builder seller")
_BODIES = frozenset({"subsidiary", "unit", "division"})


def _said_of(sentence: Sentence, hit: Hit) -> bool:
    """ "Acme is a unit of Delta", "Acme, a unit of Delta", but not "… from A and a unit of Delta"."""
    low, at = sentence.words.low, hit.first - 1
    while at > 0 and (low[at] in ("a", "an", "the", "now") or low[at].endswith(("ly", "owned", "listed"))):
        at -= 1
    return at > 0 and low[at] in (",", "is", "was", "became", "become", "are", "were", "remains", "as", "(")


def _as_object(sentence: Sentence, hit: Hit) -> Iterator[Finding]:
    """ "Acme has a deal with A to co-develop …"."""
    clause = sentence.clause(hit.first)
    if clause.is_subject or clause.setting_is_subject:
        start, stop = sentence.utterance.passage.start, sentence.words.starts[hit.first]
        if hit.cue.parts[0] == "with" and hit.first > 1 and sentence.words.low[hit.first - 1] == ",":
            stop = sentence.words.ends[hit.first - 2]  # "with Delta, | to which it has a connection"
        opening = next((at for at in (0, 1) if sentence.words.low[at] in _WITH), -1) if sentence.foreign else -1
        if opening >= 0:  # "Com a Delta, a empresa desenvolve …"
            objects = names_in_list(sentence.text, sentence.words.ends[opening], stop, sentence.names)
        else:
            objects = names_before(sentence.text, start, stop, sentence.names)
        objects = objects[-1:] if hit.cue.parts[0] == "with" else objects
        yield Finding(hit.cue.object_before, tuple(name for name in objects if not name.is_subject), hit.first)


_WITH = frozenset({"com", "avec", "con", "mit"})
