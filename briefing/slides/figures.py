"""Money and numbers as a source prints them in, the short style of the deck out: "$13.8B", "~$4B", ">$400M", "11%"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from briefing.model.briefing import Metric
from briefing.model.money import Money
from briefing.model.patterns import late

_SIGNS: dict[str | None, str] = {"about": "~", "over": ">", "under": "<", "up-to": "≤", "at-least": "≥", "nearly": "~"}
_WORDS: dict[str | None, str] = {
    "about": "about ",
    "over": "over ",
    "under": "under ",
    "up-to": "up to ",
    "at-least": "at least ",
    "nearly": "nearly ",
}
_CURRENCIES = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "KRW": "₩"}
_MARK = re.compile(r"(?:US|A|AU|C|CA|HK|NZ|S|R)?\$|[€£¥₹₩₪₺₽₫]")
_CODE = re.compile(r"(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])")
_NUMBER = re.compile(
    r"(\d[\d.,' \u00a0\u202f]*\d|\d)[\s\u00a0\u2010\u2011-]*(?:dollars?\s+)?"
    r"(trillion|billion|million|thousand|trn|tn|bln|bn|mln|mn|mio|crores?|lakhs?|k|m|b|t)?\b",
    re.IGNORECASE,
)
_SCALES = {
    "trillion": "T",
    "trn": "T",
    "tn": "T",
    "t": "T",
    "billion": "B",
    "bln": "B",
    "bn": "B",
    "b": "B",
    "million": "M",
    "mln": "M",
    "mn": "M",
    "mio": "M",
    "m": "M",
    "thousand": "K",
    "k": "K",
    "crore": " crore",
    "crores": " crore",
    "lakh": " lakh",
    "lakhs": " lakh",
}
_FACTORS = {"T": 1e12, "B": 1e9, "M": 1e6, "K": 1e3, " crore": 1e7, " lakh": 1e5, "": 1.0}
_UNITS = {"percent": "%", "times": "×", "x": "×"}


def short(money: Money) -> str:
    """ "~$13.8B": sign of the qualifier, currency as printed, digits as printed, scale as one letter."""
    return _SIGNS.get(money.qualifier, "") + bare(money)


def in_words(money: Money) -> str:
    """For sentences: "about $13.8B", "over $400M"."""
    return _WORDS.get(money.qualifier, "") + bare(money)


def bare(money: Money) -> str:
    """Without the qualifier: "$13.8B"."""
    sign = _currency(money)
    match = _NUMBER.search(money.raw)
    if match:
        letter = _SCALES.get((match[2] or "").lower(), "")
        digits = match[1].strip(" \u00a0\u202f.,'")
        if _is_value(digits, _FACTORS[letter], money.value):
            return f"{sign}{digits}{letter}"
    return sign + _scaled(money.value)


def _is_value(digits: str, factor: float, value: float) -> bool:
    """Do the printed digits mean the value when read the English way? (Not so "1,7 Mrd." or "1.700.000".)"""
    if not re.fullmatch(r"\d{1,3}(?:,\d{3})*(?:\.\d+)?|\d+(?:\.\d+)?", digits):
        return False
    return abs(float(digits.replace(",", "")) * factor - value) <= 1e-6 * max(abs(value), 1.0)


def _currency(money: Money) -> str:
    mark = _MARK.search(money.raw)
    if mark:
        return mark[0]
    if money.currency in _CURRENCIES:
        return _CURRENCIES[money.currency]
    code = _CODE.search(money.raw)
    return f"{code[0] if code else money.currency} "


def _scaled(value: float) -> str:
    """A value without printed digits to go by: 650000000 → "650M"."""
    for letter in "TBM":
        if abs(value) >= _FACTORS[letter]:
            return f"{value / _FACTORS[letter]:.6g}{letter}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"


def pair(amounts: Sequence[Money], equivalents: Sequence[Money]) -> tuple[str, str]:
    """The figure to lead with and, where the sources give one, the same sum in another currency."""
    if not amounts and not equivalents:
        return ("", "")
    first, *others = [*amounts, *equivalents]
    rest = next((other for other in others if other.currency != first.currency), None)
    return (short(first), short(rest) if rest else "")


def metric(found: Metric) -> str:
    """Money as money, percentages and multiples with their sign, the rest as a plain number."""
    if found.amounts:
        return short(found.amounts[0])
    if found.value is None:
        return ""
    sign = _SIGNS.get(found.qualifier, "")
    unit = _UNITS.get(found.unit, "")
    unit = f" {found.unit}" if not unit and re.fullmatch(r"[kMGTP]?(?:W|Wh|B|bit|bps|Hz)", found.unit) else unit
    return f"{sign}{number(found.value)}{unit}"


def metric_in_words(found: Metric) -> str:
    """For sentences: "over $400M", "about 350M users", "30%"."""
    if found.amounts:
        return in_words(found.amounts[0])
    if found.value is None:
        return ""
    unit = _UNITS.get(found.unit)
    noun = f" {found.unit}" if found.unit and unit is None else unit or ""
    return f"{_WORDS.get(found.qualifier, '')}{number(found.value)}{noun}"


def number(value: float) -> str:
    """ "350M", "13,800", "4.5"."""
    if abs(value) >= 1e6:
        return _scaled(value)
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6g}"


_LONG_MONEY = re.compile(
    r"((?:US|A|C|HK|NZ|S|R)?[$€£¥₹]\s?\d[\d.,]*\d|(?:US|A|C|HK|NZ|S|R)?[$€£¥₹]\s?\d)[\s\u00a0-](million|billion|trillion)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4_096)
def shortened(text: str) -> str:
    """A source's words with "$13.8 billion" and "5 million euros" written "$13.8B", "€5M"; nothing else changes."""
    small = text.lower()
    if "illion" not in small:
        return text
    text = _LONG_MONEY.sub(lambda match: match[1] + _SCALES[match[2].lower()], text)
    if not any(word in small for word in _SPELT):
        return text
    return _SPELT_MONEY.sub(lambda match: _SPELT[match[3].lower()] + match[1] + _SCALES[match[2].lower()], text)


_SPELT = {"euro": "€", "yen": "¥", "dollar": "$", "pound": "£"}
_SPELT_MONEY = late(
    r"(?<![\w$€£¥₹.,])(\d{1,3}(?:,\d{3})*(?:\.\d+)?)[\s\u00a0-](million|billion|trillion)[\s\u00a0-]"
    r"(euro|yen|dollar|pound)s?\b(?! of\b)",
    re.IGNORECASE,
)
