"""A Briefing in, an index out: every sum, number, date and name in it, with the ids of whatever says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from briefing.audit.grammar import Grammar
from briefing.audit.nouns import noun_of
from briefing.model import records
from briefing.model.briefing import Briefing
from briefing.model.claim import Amount
from briefing.model.dates import When, bounds
from briefing.model.money import Money
from briefing.model.naming import name_key

Key = tuple[object, ...]
_NO_WORDS = frozenset({"id", "claims", "evidence", "sources", "sha256", "path"})


class Index:
    """Made when it is first asked for. facts: by id. texts: source id → its words.

    nouns: of (key, id) what the number counts there.
    """

    def __init__(
        self, briefing: Briefing, facts: Mapping[str, Any], grammar: Grammar, texts: Mapping[str, str]
    ) -> None:
        self._briefing, self._facts, self._grammar, self._texts = briefing, facts, grammar, texts
        self.nouns: dict[tuple[Key, str], set[str]] = {}
        self._said: dict[str, tuple[tuple[Key, str | None], ...]] = {}

    @cached_property
    def stated(self) -> dict[Key, dict[str, None]]:
        """By the fields of facts and of claims' values."""
        found: dict[Key, dict[str, None]] = {}
        for part, fact in self._facts.items():
            for key in _keys(fact):
                found.setdefault(key, {})[part] = None
        for claim in self._briefing.claims:
            for key in _keys(claim.values):
                found.setdefault(key, {})[claim.id] = None
        for source in self._briefing.sources:
            for key in _date_keys(source.published):
                found.setdefault(key, {})[source.id] = None
        for key in _date_keys(self._briefing.as_of):
            found.setdefault(key, {})["as_of"] = None
        return found

    @cached_property
    def mentioned(self) -> dict[Key, dict[str, None]]:
        """By words: quotes of claims first, then those of facts, of sources, and the sources themselves."""
        found: dict[Key, dict[str, None]] = {}
        for claim in self._briefing.claims:
            for text in (claim.evidence.quote, claim.text, *(part.quote for part in claim.context), *claim.holders):
                self._read(text, claim.id, found)
        for part, fact in self._facts.items():
            for text in texts_of(fact):
                self._read(text, part, found)
        for source in self._briefing.sources:
            for part_of in source.evidence:
                self._read(part_of.quote, source.id, found)
            for text in (source.title, source.publisher, source.author, source.short_name):
                self._read(text, source.id, found)
        for source_id, text in self._texts.items():
            for line in text.split("\n"):
                self._read(line, source_id, found)
        return found

    def _read(self, text: str, owner: str, found: dict[Key, dict[str, None]]) -> None:
        said = self._said.get(text)
        if said is None:  # words of facts are those of claims, again and again
            said = self._said[text] = tuple(self._in_words(text)) if text else ()
        for key, noun in said:
            found.setdefault(key, {})[owner] = None
            if noun is not None:
                self.nouns.setdefault((key, owner), set()).add(noun)

    def _in_words(self, text: str) -> Iterator[tuple[Key, str | None]]:
        """What a text says; of a number also what it counts."""
        for amount in self._grammar.sums(text):
            yield ("sum", rounded(amount.value), amount.currency), None
        for number in self._grammar.counts(text):
            yield ("count", rounded(number.value)), noun_of(number.unit)
        for day in self._grammar.days(text):
            for date in _date_keys(day.edtf):
                yield date, None


def rounded(value: float) -> float:
    """Without the noise of floating point."""
    return float(f"{value:.10g}")


def money_key(money: Money) -> Key:
    return ("sum", rounded(money.value), money.currency)


def _keys(node: Any) -> Iterator[Key]:
    """What the fields of a fact or of a claim's values say, by their types."""
    if isinstance(node, Money):
        yield money_key(node)
    elif isinstance(node, Amount):
        yield money_key(node.money)
    elif isinstance(node, When):
        yield from _date_keys(node.edtf)
    elif isinstance(node, tuple):
        for part in node:
            yield from _keys(part)
    elif records.is_record(type(node)):
        for part in records.names(type(node)):
            value = getattr(node, part)
            if part in ("date", "as_of") and isinstance(value, str):
                yield from _date_keys(value)
            elif isinstance(value, float | int) and not isinstance(value, bool):
                yield ("count", rounded(float(value)))
            elif part in ("name", "other", "leads", "participants", "investor", "aliases"):
                for name in (value,) if isinstance(value, str) else value:
                    yield ("name", name_key(name))
            elif part != "evidence" and not isinstance(value, str):
                yield from _keys(value)


def _date_keys(edtf: str) -> Iterator[Key]:
    """The date and all coarser ones: of 2025-09-09 also 2025-09 and 2025."""
    if not edtf:
        return
    text = edtf.rstrip("~?%")
    yield ("date", text)
    for piece in text.split("/"):
        parts = piece.rstrip("~?%").split("-")
        for count in range(1, len(parts) + 1):
            if parts[0].isdigit() and bounds("-".join(parts[:count])):
                yield ("date", "-".join(parts[:count]))


def texts_of(fact: Any) -> Iterator[str]:
    """All words of a fact, those of its evidence left out."""
    if isinstance(fact, str):
        yield fact
    elif isinstance(fact, tuple):
        for part in fact:
            yield from texts_of(part)
    elif records.is_record(type(fact)):
        for part in records.names(type(fact)):
            if part not in _NO_WORDS:
                yield from texts_of(getattr(fact, part))
