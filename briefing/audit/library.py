"""A Briefing in, look-ups out: which claims and facts hold a sum, a number, a date, a name, or words verbatim."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cached_property
from typing import Any, NamedTuple

from briefing.audit.grammar import Grammar
from briefing.audit.index import Index, Key, money_key, rounded, texts_of
from briefing.audit.items import Item, Reader
from briefing.audit.names import Names
from briefing.audit.words import PLAIN, same
from briefing.model.briefing import AnalystNote, Briefing, FundingEvent, Standing
from briefing.model.claim import Claim
from briefing.model.money import Money
from briefing.model.source import Evidence

_WORD = re.compile(r"[^\W\d_]+")
_NO_FACTS = frozenset({"sources", "origins", "claims", "rejected", "subject", "analyst"})
_ORDINARY = 100  # a number up to this may stand for anything
_MOST_IDS = 6


class Ground(NamedTuple):
    """What a statement rests on. claims: ids; quote, source: a claim's words and where they stand."""

    claims: tuple[str, ...]
    quote: str = ""
    source: str = ""


class Library:
    """Look-ups in one Briefing; what takes time is made when it is first asked for. texts: source id → its words."""

    def __init__(self, briefing: Briefing, grammar: Grammar, texts: Mapping[str, str]) -> None:
        self.briefing, self._grammar, self._texts = briefing, grammar, texts
        self.claims: dict[str, Claim] = {claim.id: claim for claim in briefing.claims}

    @cached_property
    def facts(self) -> dict[str, Any]:
        """id → fact, of all lists of the Briefing."""
        found: dict[str, Any] = {}
        for part in fields(self.briefing):
            values = getattr(self.briefing, part.name)
            if part.name not in _NO_FACTS and isinstance(values, tuple):
                found.update({fact.id: fact for fact in values if getattr(fact, "id", "")})
        return found

    @cached_property
    def _index(self) -> Index:
        return Index(self.briefing, self.facts, self._grammar, self._texts)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """id of a source → its number in citations."""
        return {source.id: number for number, source in enumerate(self.briefing.sources, 1)}

    @property
    def whole(self) -> bool:
        """Are the sources here with all their words, not only the quotes of claims?"""
        return bool(self._texts)

    @cached_property
    def reader(self) -> Reader:
        """Reads texts with the grammar and the names of this Briefing."""
        return Reader(self._grammar, Names(self.briefing), lambda: self.vocabulary)

    # ------------------------------------------------------------ by claim ids

    def ground(self, ids: Iterable[str], words: str = "") -> Ground:
        """What these ids stand for, with the quote that holds the words, else the first."""
        ids = tuple(ids)
        quotes = [(claim.evidence.quote, claim.evidence.source) for claim in self._behind(ids)]
        quotes = quotes or [(part.quote, part.source) for name in ids for part in _evidence(self.facts.get(name))]
        digits = "".join(char for char in words if char.isdigit() or char in ".,").strip(".,") or words
        chosen = next((pair for pair in quotes if digits and digits.casefold() in pair[0].casefold()), None)
        quote, source = chosen or (quotes[0] if quotes else ("", ""))
        return Ground(ids, quote, source)

    def _behind(self, ids: Iterable[str]) -> Iterator[Claim]:
        seen: set[str] = set()
        for part in ids:
            fact = self.facts.get(part)
            for claim in (part,) if fact is None else (part, *getattr(fact, "claims", ())):
                if claim in self.claims and claim not in seen:
                    seen.add(claim)
                    yield self.claims[claim]

    # ------------------------------------------------------------ by what is said

    def holders(self, key: Key, noun: str = "") -> tuple[str, ...]:
        """Ids of the facts and claims that say what an item says, those first whose own field it is.

        noun: what a number counts; where sources count something else with a small number, nobody says it.
        """
        key = _loose(key)
        found = dict.fromkeys((*self._index.stated.get(key, ()), *self._index.mentioned.get(key, ())))
        if not found or not noun or key[0] != "count":
            return tuple(found)
        alike = tuple(part for part in found if noun in self._index.nouns.get((key, part), ()))
        distinctive = float(str(key[1])) > _ORDINARY
        return alike or (tuple(found) if distinctive else ())

    def stated(self, key: Key) -> tuple[str, ...]:
        """Ids of the facts of which it is a field."""
        return tuple(part for part in self._index.stated.get(_loose(key), ()) if part in self.facts)

    def says(self, ids: Iterable[str], key: Key) -> bool:
        """Does one of these facts and claims, or of the claims behind them, say it?"""
        holding = set(self.holders(key))
        ids = tuple(ids)
        return bool(holding) and (
            not holding.isdisjoint(ids) or any(claim.id in holding for claim in self._behind(ids))
        )

    def support(self, key: Key, words: str, noun: str = "") -> Ground:
        """What stands behind it: a few ids, and the words of a claim that says it."""
        holding = self.holders(key, noun)
        claims = [part for part in holding if part in self.claims]
        behind = [claim.id for claim in self._behind(self.stated(key)) if claim.id in holding]
        chosen = next(iter((*behind, *claims)), "")
        ids = tuple(dict.fromkeys((*self.stated(key), *behind, *claims, *holding)))[:_MOST_IDS]
        ground = self.ground((chosen,) if chosen else ids, words)
        return Ground(ids, ground.quote, ground.source)

    @cached_property
    def moneys(self) -> tuple[Money, ...]:
        """Every sum of the facts and of the claims' values."""
        found = [money for fact in self.facts.values() for money in _moneys(fact)]
        found += [money for claim in self.briefing.claims for money in _moneys(claim.values)]
        return tuple(found)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word of the Briefing and its sources, case-folded."""
        stretches = set("\n".join(set(self._everything())).split())
        plain = {stretch for stretch in stretches if stretch.isalpha()}  # most; only the rest need be taken apart
        return frozenset([word.casefold() for word in plain.union(_WORD.findall("\n".join(stretches - plain)))])

    @cached_property
    def _verbatim(self) -> str:
        return "\n".join(same(text).casefold() for text in self._everything())

    def verbatim(self, words: str) -> bool:
        """Do the words stand somewhere as they are (apart from typography and the case of letters)?"""
        wanted = same(words).casefold().strip(" .,;:…").removesuffix("...").strip()
        return bool(wanted) and wanted in self._verbatim

    def _everything(self) -> Iterator[str]:
        for claim in self.briefing.claims:
            yield from (claim.evidence.quote, claim.text, *(part.quote for part in claim.context))
        for item in self.briefing.rejected:
            yield item.evidence.quote
        for source in self.briefing.sources:
            yield from (part.quote for part in source.evidence)
        for fact in (*self.facts.values(), *self.briefing.sources, *self.briefing.origins, self.briefing.subject):
            yield from texts_of(fact)
        yield from self._texts.values()

    # ------------------------------------------------------------ rounds, standings, conversions

    def analysts(self, ids: Iterable[str], text: str, item: Item) -> AnalystNote | None:
        """The analyst's entry for one of these facts that the statement comes from."""
        ids = frozenset(ids)
        notes = [note for note in self.briefing.analyst if note.fact in ids]
        if not notes:
            return None
        words = text[item.start : item.end].strip().casefold()
        keys = {one.key for one in self.reader.read(text) if one.start < item.end and item.start < one.end}
        for note in notes:
            told = {one.key for one in self.reader.read(note.value)}
            if not note.field or words in note.value.casefold() or keys & told:
                return note
        return None

    def rounds(self, text: str) -> list[FundingEvent]:
        """The named rounds that a text speaks of; of "Series A extension" not "Series A"."""
        named = [event for event in self.briefing.funding if event.name]
        small = text.translate(PLAIN).casefold()
        hits = [event for event in named if re.search(rf"\b{re.escape(event.name.casefold())}\b", small)]
        names = {event.name.casefold() for event in hits}
        covered = {short for short in names for long in names if short != long and long.startswith(short)}
        alone = {name for name in covered if len(re.findall(rf"\b{re.escape(name)}\b", small)) > 1}
        return [event for event in hits if event.name.casefold() not in covered - alone]

    def conversion(self, ids: Iterable[str], old: Item, new: Item) -> str:
        """How `new` is the sources' own conversion of `old` at one of these facts; "" if it is not."""
        for part in ids:
            fact = self.facts.get(part)
            for group in _groups(fact):
                keys = {money_key(money): money for money in group}
                if old.key in keys and new.key in keys and old.key[2:] != new.key[2:]:
                    return f"the sources' own conversion of {keys[old.key].raw}"
        return ""

    def date_words(self, event: FundingEvent) -> str:
        """The date of a round in a source's words, else as EDTF."""
        whens = (getattr(claim.values, "when", None) for claim in self._behind((event.id,)))
        spoken = (when.raw for when in whens if when is not None and when.edtf == event.date)
        return next((raw for raw in spoken if raw), event.date)

    def drawn(self, value: float) -> bool:
        """Is the value of a column a sum that somebody states, in units, thousands, millions or billions?"""
        plain = {rounded(value * factor) for factor in (1.0, 1e3, 1e6, 1e9)}
        stated = (key for table in (self._index.stated, self._index.mentioned) for key in table)
        return any(key[0] in ("sum", "count") and key[1] in plain for key in stated)

    def standing(self, part: str) -> Standing | None:
        standing: Standing | None = getattr(self.facts.get(part), "standing", None)
        return standing


def _evidence(fact: Any) -> Iterator[Evidence]:
    """Of a fact that rests on no claims: a difference between sources has its positions."""
    yield from getattr(fact, "evidence", ())
    for position in getattr(fact, "positions", ()):
        yield from position.evidence


def in_words(money: Money) -> str:
    """As the source prints it, with its word of caution."""
    caution = (money.qualifier or "").replace("-", " ")
    told = not caution or money.raw[:1] in "~<>≤≥" or money.raw[:1].islower()
    return money.raw if told else f"{caution} {money.raw}"


def _loose(key: Key) -> Key:
    """As it is indexed: a count without its unit."""
    if key and key[0] == "count":
        return key[:2]
    if key and key[0] == "digits":
        try:
            return ("count", rounded(float(str(key[1]).replace(",", ""))))
        except ValueError:
            return key
    return key


def _groups(fact: Any) -> Iterator[tuple[Money, ...]]:
    """Sums of a fact that are one sum in several currencies."""
    if isinstance(fact, FundingEvent):
        yield (*fact.amounts, *fact.equivalents)
        yield fact.valuations
    elif hasattr(fact, "amounts"):
        yield fact.amounts


def _moneys(node: Any) -> Iterator[Money]:
    if isinstance(node, Money):
        yield node
    elif isinstance(node, tuple):
        for part in node:
            yield from _moneys(part)
    elif is_dataclass(node) and not isinstance(node, type):
        for part in fields(node):
            if part.name != "evidence":
                yield from _moneys(getattr(node, part.name))
