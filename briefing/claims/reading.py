"""The shared nouns of this stage: a Source, read closely. `claims/analyse.py` makes them, every extractor reads them.

All offsets are code points into `Reading.source.text`, half-open. Text for matching may be normalised on the way
(curly quotes, U+2011, U+00A0), but always one code point for one, so that offsets keep.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import Literal

from briefing.claims.words import NO_WORDS, Words
from briefing.model.claim import HolderKind, Modality
from briefing.model.dates import When
from briefing.model.money import Money, Qualifier
from briefing.model.records import dataclass, field
from briefing.model.source import Evidence, Passage, Source


@dataclass(frozen=True, slots=True)
class FoundAmount:
    """Money in the text. start, end cover number, currency and qualifier words that belong to it ("about $41 million").

    range_end: the amount is the upper end of a range ("$300-400 million" gives two amounts). per: "per share" and the
    like: a price, not a sum.
    """

    start: int
    end: int
    money: Money
    range_end: bool = False
    per: bool = False


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number that is not money. unit: normalised ("percent", "times", "MW", "users", "data centers", "" bare);
    noun_end: where the words of the unit end."""

    start: int
    end: int
    value: float
    unit: str
    qualifier: Qualifier | None
    noun_end: int


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date or relative date with its EDTF (anchored if it can be; "" when it stays open)."""

    start: int
    end: int
    when: When


@dataclass(frozen=True, slots=True)
class FoundName:
    """A proper name. kind: what it looks like from its own words and neighbours. canonical: the longest form seen of it
    in the sources; descriptor: the common nouns in front that were cut off ("shipping giant"), or an apposition behind.
    owner: canonical name of the organisation a product or channel belongs to, "" unknown.
    """

    start: int
    end: int
    text: str
    canonical: str
    kind: Literal["organisation", "person", "place", "product", "outlet", "event", "unknown"]
    descriptor: str = ""
    is_subject: bool = False
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence with one modality and one holder chain.

    holders: outermost first, the innermost is who asserts it; () = the source itself (its publisher or author).
    topic: canonical name of the company the clause is about ("" unknown); is_subject: it is the briefing's subject
    (by name, alias, pronoun or "the company"). negated: "did not raise", "talks collapsed". quoted: inside quotation
    marks. cues: the words that set the modality. conditional: under "if", "could", "would".
    setting: canonical name of the company that the paragraph runs on, whoever is the subject of this clause ("Northwind
    made an investment" in an article on Acme: topic Northwind, setting Acme); setting_is_subject likewise.
    holding: what the innermost holder does ("say", "announce", "claim", "judge", "want", "estimate",
    "report", "by", "hearsay", "").
    """

    start: int
    end: int
    modality: Modality
    holders: tuple[str, ...]
    holder_kind: HolderKind
    topic: str
    is_subject: bool
    negated: bool = False
    quoted: bool = False
    cues: tuple[str, ...] = ()
    conditional: bool = False
    setting: str = ""
    setting_is_subject: bool = False
    holding: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A passage as the grammars of clauses see it. words: of the passage. names: in order. name_at: for every word the
    name that covers it, None if none. figures: word numbers at which an amount or another number stands."""

    words: Words
    names: tuple[FoundName, ...]
    name_at: tuple[FoundName | None, ...]
    figures: frozenset[int]

    def first_word(self, name: FoundName) -> int:
        return bisect_right(self.words.ends, name.start)

    def last_word(self, name: FoundName) -> int:
        """Number of the last word of the name."""
        return bisect_right(self.words.ends, name.end - 1)


@dataclass(frozen=True, slots=True)
class Utterance:
    """A passage with everything found in it. index: its place in `Reading.utterances`. names, amounts … in order."""

    index: int
    passage: Passage
    text: str  # source.text[passage.start:passage.end]; offsets of the parts are into the source's text all the same
    clauses: tuple[Clause, ...]
    names: tuple[FoundName, ...]
    amounts: tuple[FoundAmount, ...]
    numbers: tuple[FoundNumber, ...]
    dates: tuple[FoundDate, ...]
    sentence: Sentence = Sentence(NO_WORDS, (), (), frozenset())
    vocabulary: frozenset[str] = frozenset()  # its words in lower case, whole and cut at hyphens and other signs

    def holds(self, triggers: frozenset[str]) -> bool:
        """Does one of the words stand in it?

        How a grammar is skipped where it can find nothing: it states the words (lower case) without which it never
        finds anything, as one cached set, and asks this before it begins. A test reads the corpora with every answer
        "yes" and must find the same claims.
        """
        return not triggers.isdisjoint(self.vocabulary)

    def clause_at(self, offset: int) -> Clause:
        """The innermost (shortest) clause that holds the offset; the first clause if none does."""
        best = self.clauses[0]
        if len(self.clauses) == 1:
            return best
        size = 0  # of the best so far, 0 if it does not hold the offset
        for clause in self.clauses:
            if clause.start <= offset < clause.end and (not size or clause.end - clause.start < size):
                best, size = clause, clause.end - clause.start
        return best


@dataclass(frozen=True, slots=True)
class Reading:
    """A source, read closely. subject_names: every name and alias of the briefing's subject, its own name first.
    aliases: canonical name → other names, learnt from all sources and the alias file. officers: canonical names of
    persons who speak for the subject, from all sources. things: names of its own products and sites. wares:
    nouns, in the singular, for what it makes and sells. views: index of an utterance → its view, made when asked for
    (see `claims/view.py`). strangers: blocks on other companies → the company (see `claims/registers.py`). seats:
    place → company (see `claims/seats.py`). home: is it an article on the subject (see `claims/givers.py`)?"""

    source: Source
    subject_names: tuple[str, ...]
    aliases: dict[str, tuple[str, ...]]
    utterances: tuple[Utterance, ...]
    officers: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    wares: frozenset[str] = frozenset()
    views: dict[int, object] = field(default_factory=dict)
    strangers: Mapping[int, str] = field(default_factory=dict)
    seats: Mapping[str, str] = field(default_factory=dict)
    home: bool = False

    def stranger(self, passage: Passage) -> str:
        """The other company whose section or paragraph of a round-up it is, "" if none's."""
        if not self.strangers:
            return ""
        return self.strangers.get(passage.block, "")

    def cite(self, start: int, end: int) -> Evidence:
        return self.source.cite(start, end)
