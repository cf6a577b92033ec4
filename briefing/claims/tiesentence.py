"""One utterance as the grammar of ties sees it, and who stands at one end of a tie."""

from __future__ import annotations

from briefing.claims.reading import Clause, FoundName, Utterance
from briefing.claims.words import Words
from briefing.model.records import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """One utterance as the grammar of ties sees it. before_subject: the sentence before it ran on the subject.
    before: that sentence. foreign: not in English. subject: its fullest name. near: the vocabularies of the two
    sentences before it. made: nouns, in the singular, for what the subject makes and sells. things: names of such.
    tied: the tie that the sentence before told last, "" if none. fresh: it begins a paragraph of an article on the
    subject. about: the article is on the subject. mostly: it names the subject far more often than others. others:
    who is named in the sentence before, where this one points back with a noun ("the two", "the airline"). since:
    where that sentence begins.

    text: the source's text, plain; names: all names of the utterance.
    """

    utterance: Utterance
    words: Words
    text: str
    before_subject: bool
    before: str = ""
    foreign: bool = False
    subject: str = ""
    near: tuple[frozenset[str], ...] = ()
    made: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    tied: str = ""
    fresh: bool = False
    about: bool = False
    others: tuple[FoundName, ...] = ()
    since: int = 0
    mostly: bool = False

    def is_ours(self, name: FoundName) -> bool:
        """Is it a name of the subject, or of a product of its?"""
        if name.is_subject or (bool(self.subject) and name.owner == self.subject):
            return True
        return name.canonical in self.things

    @property
    def names(self) -> tuple[FoundName, ...]:
        return self.utterance.names

    def clause(self, index: int) -> Clause:
        return self.utterance.clause_at(self.words.starts[index])


@dataclass(frozen=True, slots=True)
class Party:
    """names: who is named there, the subject left out. subject: the subject is one of them. known: anybody is."""

    names: tuple[FoundName, ...] = ()
    subject: bool = False

    @property
    def known(self) -> bool:
        return self.subject or bool(self.names)
