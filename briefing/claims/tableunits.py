"""The words beside a measure or over a column go in, the currency and scale of its cells come out: "(€M)"."""

from __future__ import annotations

from functools import lru_cache

from briefing.claims.lexicon import load
from briefing.claims.numerals import words
from briefing.claims.tokens import tokens
from briefing.model.records import dataclass

_SMALL = frozenset({"in", "of", "figures", "all", ".", "'", "’", "s"})
_THOUSANDS = frozenset({"000", "000s"})


@dataclass(frozen=True, slots=True)
class TableUnit:
    """What a figure of a table is printed in. currency: ISO 4217; factor: of its scale words, 1 if none."""

    currency: str
    factor: int
    wording: str


@lru_cache(maxsize=512)
def table_unit(wording: str, language: str) -> TableUnit | None:
    """The unit that all words of a wording spell ("€M", "Rs crore"); None if any says something else."""
    if not 0 < len(wording) < 40:
        return None
    lexicon, scales, currency, factor = load("currency"), words(language).scales, "", 1
    for token in tokens(wording, 0, len(wording)):
        word = token.word
        known = lexicon["signs"].get(word) or lexicon["prefixes"].get(word) or _code(wording[token.start : token.end])
        known = known or lexicon["words"].get(word) or lexicon["words_after_scale"].get(word)
        if known:
            currency = currency or known
        elif word in scales or word in _THOUSANDS or word[:-1] in scales:
            factor *= 1_000 if word in _THOUSANDS else scales.get(word) or scales[word[:-1]]
        elif word not in _SMALL and word not in lexicon["dollars"]:
            return None
    return TableUnit(currency, factor, wording) if currency else None


def _code(word: str) -> str:
    lexicon = load("currency")
    return lexicon["aliases"].get(word, word) if word in lexicon["codes"] else ""


def unit_in(cell: str, language: str) -> TableUnit | None:
    """The unit that a cell gives in brackets or behind its last comma: "Revenue (€M)", "Net loss, $ million"."""
    bracket = cell.partition("(")[2].partition(")")[0]
    return table_unit((bracket or cell.rpartition(",")[2]).strip(), language)
