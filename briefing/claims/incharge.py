"""A sentence goes in, the persons whom it tells to run a company come out, with the company's name."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.claims.posts import NEUTRAL
from briefing.claims.reading import FoundName, Sentence
from briefing.claims.words import row

RUNNING = row("runs heads chairs led run headed chaired")  # without one of these nobody is told to run a company
_ACTIVE = row("runs heads chairs leads steers")
_PASSIVE = row("led run headed chaired")
_BE = row("is are , - –")
_FIRMS = row("organisation unknown")


def in_charge(sentence: Sentence) -> Iterator[tuple[FoundName, FoundName | None]]:
    """Who runs what: (person, company); None for a company that is not named ("the company is led by …")."""
    low = sentence.words.low
    for at in [at for at, word in enumerate(low) if word in _ACTIVE or word in _PASSIVE]:
        if low[at] in _ACTIVE:
            yield from _active(sentence, at)
        elif low[at + 1 : at + 2] == ("by",) and at and low[at - 1] in _BE:
            yield from _passive(sentence, at)


def _active(sentence: Sentence, at: int) -> Iterator[tuple[FoundName, FoundName | None]]:
    """ "Jane Doe, who runs the company", "Doe heads Acme from a barge"; not "Doe leads Acme's round"."""
    low = sentence.words.low
    subject = at - 1
    while subject > at - 4 and subject > 0 and low[subject] in ("who", ",", "now", "also", "still"):
        subject -= 1
    person = sentence.name_at[subject] if subject >= 0 else None
    if person is None or person.kind != "person":
        return
    noun = at + 2 + 2 * (low[at + 3 : at + 4] == ("-",)) + (low[at + 2 : at + 3] != () and "-" in low[at + 2])
    definite = low[at + 1 : at + 2] == ("the",) and noun < len(low) and low[noun] in NEUTRAL  # "the 12-person company"
    company = None if definite or at + 1 >= len(low) else sentence.name_at[at + 1]
    end = noun + 1 if definite else sentence.last_word(company) + 1 if company is not None else 0
    if end and low[end : end + 1] != ("'s",) and (company is None or company.kind in _FIRMS):
        yield person, company


def _passive(sentence: Sentence, at: int) -> Iterator[tuple[FoundName, FoundName | None]]:
    """ "Acme is run by Jane Doe", "the company, led by Doe,"; not "the round was led by Doe"."""
    low = sentence.words.low
    person = next(
        (sentence.name_at[place] for place in range(at + 2, min(at + 9, len(low))) if _named(sentence, place)), None
    )
    before = at - 2
    if person is None or person.kind != "person" or before < 0:
        return
    company = sentence.name_at[before]
    if company is not None and company.kind in _FIRMS:
        yield person, company
    elif low[before] in NEUTRAL and low[before - 1 : before] in (("the",), ("this",)):
        yield person, None


def _named(sentence: Sentence, place: int) -> bool:
    return sentence.name_at[place] is not None or sentence.words.raw[place] in ",.;:"
