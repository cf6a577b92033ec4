"""A fact in, its source's sentence out: whole or clipped at a clause boundary, verbatim, in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from briefing.model.source import Evidence
from briefing.slides.clipping import shortenings
from briefing.slides.wording import cut, number_word, shown

_LEAST, _LEAST_CLIPPED = 5, 7  # words that a whole quote, and a part of one, must have
_MOST = 190  # characters of a quote
_CUTS = (104, 72)  # and of one that is cut after a word
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_MARKS = '“”"'
_BREAK = re.compile(r"[,;:]\s+|\s*—\s*|\s+–\s+")
_LINK = re.compile(
    r"^(?:and|but|with|which|while|though|although|as|so|where|who|that|after|because)\s+", re.IGNORECASE
)


def quoted(evidence: Iterable[Evidence], needles: Sequence[str] = ()) -> tuple[str, ...]:
    """Versions of the clearest sentence, longest first: “… raised $5 million …”.

    needles: what the sentence is quoted for, any of which every version holds; without them all versions count.
    """
    found = [part.quote for part in evidence if _readable(part.quote)]
    found = [quote for quote in found if _holds(quote, needles)]
    best = sorted(found, key=lambda quote: (abs(len(quote) - 110), quote))
    return tuple(dict.fromkeys(f"“{version}”" for version in _versions(best[0], needles))) if best else ()


def around(evidence: Iterable[Evidence], needles: Sequence[str], most: int, before: float = 0.5) -> str:
    """The words around a needle in some sentence, cut between words on both sides: “… took a $5 million loan to …”.

    most: characters. before: the share of the room that goes to what stands before the needle. "" where none holds one.
    """
    for part in sorted(evidence, key=lambda part: (not _readable(part.quote), len(part.quote), part.start)):
        whole = shown(part.quote).rstrip(".")
        at = next((whole.find(needle) for needle in needles if needle and needle in whole), -1)
        if at >= 0 and "|" not in whole:
            needle = next(needle for needle in needles if needle and needle in whole)
            return f"“{_window(whole, at, at + len(needle), most, before)}”"
    return ""


def _window(whole: str, start: int, end: int, most: int, before: float) -> str:
    """At most so many characters of the text with what stands from start to end in it."""
    room = max(most - (end - start), 0)
    left = max(start - round(room * before), 0)
    right = min(end + room - (start - left), len(whole))
    left = max(min(left, right - most), 0) if right == len(whole) else left
    if left:
        left = whole.find(" ", left, start) + 1 or start
        left = _clause_start(whole, left, start)
    if right < len(whole):
        right = max(whole.rfind(" ", end, right + 1), end)
    text = whole[left:right].strip(" ,;:–—-(")
    return f"{'… ' if left else ''}{text}{' …' if right < len(whole) else ''}"


def _clause_start(whole: str, left: int, start: int) -> int:
    """Where a clause begins between the cut and the needle, else the cut: quotes begin with a clause if they can."""
    breaks = [match.end() for match in _BREAK.finditer(whole, left, start)]
    return breaks[0] if breaks and breaks[0] - left < 24 else left


def bearing(evidence: Iterable[Evidence], text: str) -> tuple[Evidence, ...]:
    """The evidence in which a quoted text stands."""
    words = text.strip("“”…").strip()
    return tuple(part for part in evidence if words in shown(part.quote))


def figures_in(text: str) -> tuple[str, ...]:
    """The numbers in a text as a quote may print them: "$13.8B" → "13.8"."""
    return tuple(re.findall(r"\d[\d.,]*\d|\d", text))


def borne_out(versions: Iterable[str], evidence: Iterable[Evidence]) -> list[str]:
    """The versions whose every figure stands in the quotes (what was worked out from them does not)."""
    quotes = " ".join(part.quote for part in evidence)
    spelt = quotes.lower()

    def told(number: str) -> bool:
        return number in quotes or (number.isdigit() and int(number) < 13 and number_word(int(number)) in spelt)

    return [text for text in versions if all(map(told, _NUMBER.findall(text)))]


def _holds(text: str, needles: Sequence[str]) -> bool:
    return not needles or any(needle in text for needle in needles)


def _readable(quote: str) -> bool:
    """A sentence of prose: not a row of a table, not a label, not a headline."""
    if len(quote.split()) < _LEAST or "|" in quote or "\n" in quote:
        return False
    return quote.rstrip().endswith((".", "!", "”", '"'))


def _versions(quote: str, needles: Sequence[str]) -> Iterator[str]:
    """The sentence, its beginning up to a clause's end, then the clauses from the one that holds a needle."""
    whole = shown(quote)
    texts = [text for text in shortenings(whole, _LEAST_CLIPPED) if text in whole]
    if needles:
        starts = [0, *(match.end() for match in _BREAK.finditer(whole))]
        tails = [_LINK.sub("", whole[start:]) for start in reversed(starts[1:])]
        tail = next((text for text in tails if _holds(text, needles)), "")
        texts += [f"… {text}" for text in shortenings(tail, _LEAST_CLIPPED - 2) if text in whole] if tail else []
    plain = not any(mark in whole for mark in _MARKS)
    texts += [cut(whole, most) for most in _CUTS]
    for text in texts:
        if len(text) <= _MOST and _holds(text, needles) and (plain or not any(mark in text for mark in _MARKS)):
            yield text
