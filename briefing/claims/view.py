"""An utterance goes in, its tokens come out with the names and amounts laid over them: what money grammars read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import cast

from briefing.claims.phrases import words_of
from briefing.claims.reading import FoundAmount, FoundName, Reading, Utterance
from briefing.claims.tokens import Token, tokens
from briefing.model.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """found: its tokens; name_at: token → the name over it; amount_at: token → index of the amount over it.

    Tokens are numbered; `offset` and `end` say where one stands in the source's text.
    """

    reading: Reading
    utterance: Utterance
    found: tuple[Token, ...]
    name_at: dict[int, FoundName]
    amount_at: dict[int, int]
    low: tuple[str, ...]  # the tokens' words
    _starts: tuple[int, ...]  # of the tokens, counted from the utterance's first character, as in `found`
    _spans: list[tuple[int, int]]  # of the amounts

    @property
    def text(self) -> str:
        return self.reading.source.text

    @property
    def amounts(self) -> tuple[FoundAmount, ...]:
        return self.utterance.amounts

    def word(self, index: int) -> str:
        return self.low[index] if 0 <= index < len(self.low) else ""

    def words(self, first: int, after: int) -> list[str]:
        """The words of tokens[first:after]."""
        if first >= 0 and after <= len(self.low):
            return [*self.low[first:after]]
        return [self.word(index) for index in range(first, after)]

    def index(self, offset: int) -> int:
        """The token at or behind an offset."""
        inside = offset - self.utterance.passage.start
        place = bisect_right(self._starts, inside) - 1
        if place >= 0 and inside < self.found[place].end:
            return place
        return bisect_left(self._starts, inside)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """First token and token after a stretch of text."""
        return self.index(start), bisect_left(self._starts, end - self.utterance.passage.start)

    def offset(self, index: int) -> int:
        """Where token index begins; the end of the utterance for one past the last."""
        passage = self.utterance.passage
        return passage.start + self.found[index].start if index < len(self.found) else passage.end

    def end(self, index: int) -> int:
        """Where token index ends."""
        return self.utterance.passage.start + self.found[index].end

    def amount_span(self, number: int) -> tuple[int, int]:
        return self._spans[number]


def view(reading: Reading, utterance: Utterance) -> View:
    """The view of an utterance: one for all who ask, so that what they work out of it is worked out once."""
    kept = reading.views.get(utterance.index)
    if kept is None:
        kept = reading.views[utterance.index] = _made(reading, utterance)
    return cast(View, kept)


def _made(reading: Reading, utterance: Utterance) -> View:
    found = tokens(utterance.text, 0, len(utterance.text))
    starts, _, _, low = zip(*found, strict=True) if found else ((), (), (), ())
    if reading.source.language == "de":
        low = tuple([_head(word) for word in low])
    made = View(reading, utterance, found, {}, {}, low, starts, [])
    for name in utterance.names:
        made.name_at.update(dict.fromkeys(range(*made.span(name.start, name.end)), name))
    for number, amount in enumerate(utterance.amounts):
        first, after = made.span(amount.start, amount.end)
        made._spans.append((first, after))
        made.amount_at.update(dict.fromkeys(range(first, after), number))
    return made


@lru_cache(maxsize=4096)
def _head(word: str) -> str:
    """A German compound as its last noun, where money is raised by that: "wachstumsfinanzierung" → "finanzierung"."""
    if word.endswith("runde"):
        return "runde" if word.removesuffix("runde") in words_of("rounds", "abroad", "of_rounds") else word
    ends = (one for one in words_of("rounds", "abroad", "heads") if word.endswith(one) and len(word) > len(one))
    return max(ends, key=len, default=word)
