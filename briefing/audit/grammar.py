"""What the audit asks of a grammar: figures, sums and dates of a text, each with its place and what it means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from briefing.model.records import dataclass


@dataclass(frozen=True, slots=True)
class Sum:
    """Money at [start, end). value: in units of the currency (ISO 4217). qualifier: "about", "over" …, "" for none."""

    start: int
    end: int
    value: float
    currency: str
    qualifier: str


@dataclass(frozen=True, slots=True)
class Count:
    """A number that is neither money nor a date. unit: "percent", "times", "MW", a noun, "" for none."""

    start: int
    end: int
    value: float
    unit: str
    qualifier: str


@dataclass(frozen=True, slots=True)
class Day:
    """A date, as EDTF ("" if it stays open)."""

    start: int
    end: int
    edtf: str


class Grammar(Protocol):
    """Offsets are code points of the text."""

    def sums(self, text: str) -> Sequence[Sum]: ...
    def counts(self, text: str) -> Sequence[Count]: ...
    def days(self, text: str) -> Sequence[Day]: ...
