"""A stretch of a source's text in, the figures printed in it out: of what kind, how much, what is counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.model.patterns import late
from briefing.reconcile.folding import content_words, fold

_DIGITS = late(r"\d[\d.,]*\d|\d")
_SMALL = {
    name: float(number)
    for number, name in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        2,
    )
} | {"thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0}
_PARTS = {
    **{"half": 50.0, "a third": 33.3, "two thirds": 66.7, "two-thirds": 66.7, "a quarter": 25.0},
    **{"three quarters": 75.0, "three-quarters": 75.0, "a fifth": 20.0, "two fifths": 40.0, "two-fifths": 40.0},
    **{"a tenth": 10.0, "one in ten": 10.0, "one in five": 20.0, "one in three": 33.3, "one in four": 25.0},
}
_TIMES = {
    **dict.fromkeys(("bn", "billion", "billions", "b", "mrd", "milliarden", "milliards"), 1e9),
    **dict.fromkeys(("m", "mn", "million", "millions", "mio", "millionen", "milhoes"), 1e6),
    **dict.fromkeys(("k", "thousand", "tausend", "mil", "mille"), 1e3),
    **{"lakh": 1e5, "crore": 1e7, "tn": 1e12, "trillion": 1e12},
}
_SIGNS = "$€£¥₹"
_CODES = frozenset("usd eur gbp chf sek nok dkk inr cad aud sgd jpy pln brl rs rs. zar ksh".split())
_NAMED = {
    **{"euro": "eur", "euros": "eur", "dollars": "usd", "dollar": "usd", "pounds": "gbp", "francs": "chf"},
    **{"crowns": "crowns", "kronor": "sek", "kroner": "kroner", "zlotys": "pln", "yen": "jpy", "rupees": "inr"},
    **{"reais": "brl"},
}
_CODED = {
    "$": "usd",
    "€": "eur",
    "£": "gbp",
    "¥": "jpy",
    "₹": "inr",
    "C$": "cad",
    "A$": "aud",
    "S$": "sgd",
    "R$": "brl",
}
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.0}
_SHARE = ("%", "per cent", "percent", "prozent", "por cento", "pour cent")
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec".split()
)
_BARE = frozenset(
    "and or to in by that who which at on when from until as for with but is was are were had has have per than so "
    "according after before since because while although though over under instead rather he she it they we".split()
)
_QUALIFYING = frozenset("paying active live real genuine unique such ones actual different".split())
_AGO = frozenset("ago later earlier old before after from".split())
_AHEAD = 48  # code points behind a figure in which its unit stands


class Figure(NamedTuple):
    """kind: "share", "days", "count" or a currency. noun: content words of what is counted, none for a bare number.
    unit: what the printed number was multiplied by."""

    kind: str
    value: float
    start: int
    end: int
    text: str
    noun: frozenset[str]
    unit: float = 1.0


def figures_in(text: str, start: int, end: int) -> Iterator[Figure]:
    """The figures printed in [start, end) of a text, years and days of months left out."""
    spoken = text[start:end].lower()
    plain = text if len(spoken) != end - start else f"{text[:start]}{spoken}"  # "Half of its pumps …"
    for begin, stop in places_in(plain, start, end):
        figure = figure_at(text, begin, stop, end)
        if figure is not None:
            yield figure


def places_in(text: str, start: int, end: int, words: Sequence[str] = (*_SMALL, *_PARTS)) -> list[tuple[int, int]]:
    """Where figures may stand in [start, end) of a text, in order: their digits, or one of some words."""
    found = [match.span() for match in _DIGITS.finditer(text, start, end)]
    for word in words:
        at = text.find(f" {word}", max(0, start - 1), end) + 1
        while at:
            stop = at + len(word)
            if not text[stop : stop + 1].isalpha() and not (text[stop : stop + 1] == "-" and word in _PARTS):
                found.append((at, stop))
            at = text.find(f" {word}", stop, end) + 1
    return sorted(found)


def figure_at(text: str, start: int, stop: int, end: int) -> Figure | None:
    """The figure whose digits stand at [start, stop) of a text that is read up to `end`; None for parts of names."""
    word = text[start:stop].lower()
    if word in _PARTS:
        return Figure("share", _PARTS[word], start, stop, word, frozenset())
    value = _number(word) if word[0].isdigit() else _SMALL[word]
    before, behind = text[max(0, start - 5) : start], text[stop : min(end, stop + _AHEAD)]
    if value is None or before[-1:].isalpha() or (before[-1:] in "-–." and before[-2:-1].isalnum()):
        return None
    times, size = _scale(behind)
    rest = behind[size:]
    close = start, stop + size, times * value
    kind, sign = _currency(before)
    if kind:
        return _made(text, kind, (start - sign, *close[1:]), frozenset())
    plain = fold(rest)
    share = next((one for one in _SHARE if plain.startswith(one)), "")
    if share:
        return _made(text, "share", (start, close[1] + rest.lower().index(share) + len(share), value), frozenset())
    return _counted(text, close, rest, year=not size and 1900 <= value <= 2100 and stop - start == 4, before=before)


def _counted(text: str, close: tuple[int, int, float], rest: str, year: bool, before: str) -> Figure | None:
    """A sum in named coin, a stretch of time, or so many of something."""
    told = rest.replace("-", " ").split()
    words = [fold(word).strip(".,;:()\"'!?") for word in told[:4]]
    first = words[0] if words else ""
    stretch = first.rstrip("'").removesuffix("'s").removesuffix("s")
    if first in _NAMED:
        return _made(
            text, _NAMED[first], (close[0], close[1] + rest.lower().index(told[0].lower()) + len(told[0]), close[2])
        )
    if stretch in _DAYS:
        if len(words) > 1 and words[1] in _AGO:
            return None
        spread = close[1] + rest.index(told[0].split("-")[0]) + len(told[0])
        return _made(text, "days", (close[0], spread, close[2] * _DAYS[stretch]))._replace(unit=_DAYS[stretch])
    if year or first in _MONTHS or (before.split()[-1:] and fold(before.split()[-1]).strip(".") in _MONTHS):
        return None
    if first in ("to", "or") and words[1:2] and (words[1][:1].isdigit() or words[1] in _SMALL):
        return None  # "six to fourteen weeks": the unit stands behind the end of the range
    ends = not rest[:1].isspace() and rest[:1] not in "-"  # "41."
    nouns = (
        [] if ends or first in _BARE else words[: next((n for n, w in enumerate(told[:4], 1) if w[-1:] in ".,;:)"), 3)]
    )
    return _made(text, "count", close, content_words(" ".join(word for word in nouns if word not in _QUALIFYING)))


def _made(text: str, kind: str, close: tuple[int, int, float], noun: frozenset[str] = frozenset()) -> Figure:
    return Figure(kind, close[2], close[0], close[1], text[close[0] : close[1]].strip(" .,"), noun)


def _currency(before: str) -> tuple[str, int]:
    """The currency that stands right before a figure, and how many signs it takes."""
    near = before.rstrip()
    if near[-1:] and near[-1:] in _SIGNS:
        letters = 0
        while letters < 2 and near[-2 - letters : -1 - letters].isupper():
            letters += 1
        mark = near[len(near) - 1 - letters :]
        return _CODED.get(mark.removeprefix("US"), mark), len(before) - len(near) + len(mark)
    word = near.split()[-1].lower() if near.split() else ""
    return (
        ({"rs": "inr"}.get(word.strip("."), word.strip(".")), len(before) - len(near) + len(word))
        if word in _CODES
        else ("", 0)
    )


def _scale(behind: str) -> tuple[float, int]:
    """What a figure is multiplied by ("million", "bn"), and how many signs that takes."""
    gap = 1 if behind[:1] in (" ", "-", "\u00a0") else 0
    size = gap
    while size < len(behind) and behind[size].isalpha():
        size += 1
    times = _TIMES.get(fold(behind[gap:size]), 0.0)
    return (times, size) if times else (1.0, 0)


def _number(digits: str) -> float | None:
    """ "1,240" and "1.240" are twelve hundred and forty, "1.24" and "0,8" are not."""
    parts = digits.replace(",", ".").split(".")
    if len(parts) > 1 and all(len(part) == 3 for part in parts[1:]) and parts[0] != "0":
        return float("".join(parts))
    if len(parts) > 2:
        whole = digits.replace(",", "")
        return float(whole) if whole.count(".") < 2 else None
    return float(".".join(parts))
