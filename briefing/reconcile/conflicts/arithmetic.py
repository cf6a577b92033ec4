"""Words that claim a ratio ("nearly doubling") against the figures that the sources state."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from briefing.model.briefing import FundingEvent, Metric
from briefing.model.claim import Claim
from briefing.model.dates import sort_key
from briefing.model.money import Money
from briefing.model.source import Evidence, Source
from briefing.reconcile.conflicts.draft import Draft, Found, position, sentence
from briefing.reconcile.folding import fold
from briefing.reconcile.lexicon import table


class Ratio(NamedTuple):
    """What words claim: factor between low and high."""

    words: str
    factor: float
    low: float
    high: float


def arithmetic(found: Found) -> Iterator[Draft]:
    """Valuations that are said to double (and the like), checked against the valuation before them."""
    for event in found.briefing.funding:
        for money in event.valuations:
            before = _before(event, money, found.briefing.funding)
            if before is not None:
                yield from _check(event, money, before, found)
    yield from _metrics(found)


def _check(event: FundingEvent, money: Money, before: tuple[FundingEvent, Money], found: Found) -> Iterator[Draft]:
    told = [(spot, ratio) for spot, ratio in _claimed(event, found) if ratio.factor > 1]
    if not told:
        return
    ratio = told[0][1]
    factor = money.value / before[1].value
    spots = [spot for spot, _ in told]
    base = [claim for claim in found.of(before[0].claims) if before[1].raw in claim.evidence.quote]
    fits = ratio.low <= factor <= ratio.high
    shown = f"{money.raw} / {before[1].raw} = {factor:.2f}×"
    name = "fits" if fits else "ratio"
    text = sentence("arithmetic", name, words=f"“{ratio.words}”", claimed=f"{ratio.factor:g}×", factor=shown)
    positions = (position(ratio.words, (), spots), position(shown, base))
    yield Draft(f"“{ratio.words}”", "arithmetic", positions, fits, shown, text, event.id, 84 if not fits else 20)


def _before(event: FundingEvent, money: Money, events: Iterable[FundingEvent]) -> tuple[FundingEvent, Money] | None:
    """The valuation in the same currency that was the last before the event."""
    earlier = [
        (other, worth)
        for other in events
        if other is not event and sort_key(other.date) < sort_key(event.date) and other.standing != "rumoured"
        for worth in (*other.valuations,)
        if worth.currency == money.currency and worth.value > 0
    ]
    return max(earlier, key=lambda pair: sort_key(pair[0].date), default=None)


def _claimed(event: FundingEvent, found: Found) -> list[tuple[Evidence, Ratio]]:
    """Ratio words in the sentences that state the event's valuation."""
    spots: dict[tuple[str, int], tuple[Evidence, Ratio]] = {}
    for claim in found.of(event.claims):
        source = found.ground.sources[claim.evidence.source]
        passage = source.passage_at(claim.evidence.start)
        for match, ratio in ratios(source, passage.start, passage.end) if passage else ():
            spots.setdefault((source.id, match[0]), (source.cite(*match), ratio))
    return list(spots.values())


def _metrics(found: Found) -> Iterator[Draft]:
    """Figures of one measure at two dates in one sentence, with a ratio claimed there."""
    seen: set[tuple[str, int]] = set()
    for metric in (one for one in found.briefing.metrics if one.amounts):
        for claim in found.of(metric.claims):
            source = found.ground.sources[claim.evidence.source]
            passage = source.passage_at(claim.evidence.start)
            if passage is None or (source.id, passage.start) in seen:
                continue
            seen.add((source.id, passage.start))
            claimed_there = ratios(source, passage.start, passage.end)
            others = _beside(metric, claim, passage.start, passage.end, found) if claimed_there else []
            for match, ratio in claimed_there:
                for shown in [_missed(ratio, metric.amounts[0].value, other.amounts[0].value) for other in others]:
                    if shown:
                        words, claimed = f"“{ratio.words}”", f"{ratio.factor:g}×"
                        text = sentence("arithmetic", "ratio", words=words, claimed=claimed, factor=shown)
                        positions = (position(ratio.words, (), [source.cite(*match)]), position(shown, [claim]))
                        yield Draft(words, "arithmetic", positions, False, shown, text, metric.id, 70)


def _missed(ratio: Ratio, one: float, other: float) -> str:
    """The reckoning of two figures that a claimed ratio misses ("9 / 4 = 2.25×"), "" where it holds."""
    high, low = max(one, other), min(one, other)
    factor = high / low if low > 0 else 0.0
    missed = ratio.factor > 1 and 0 < factor < 20 and not ratio.low <= factor <= ratio.high
    return f"{high:,.10g} / {low:,.10g} = {factor:.2f}×" if missed else ""


def _beside(metric: Metric, claim: Claim, start: int, end: int, found: Found) -> list[Metric]:
    """Other money metrics of the same name stated in the same sentence."""
    return [
        other
        for other in found.briefing.metrics
        if other is not metric
        and other.name == metric.name
        and other.amounts
        and other.amounts[0].currency == metric.amounts[0].currency
        and any(
            c.evidence.source == claim.evidence.source and start <= c.evidence.start < end
            for c in found.of(other.claims)
        )
    ]


def ratios(source: Source, start: int, end: int) -> list[tuple[tuple[int, int], Ratio]]:
    """Ratio words in a stretch of text, with the place of the words and what stands behind them up to four words."""
    found = []
    for match in _pattern().finditer(source.text, start, end):
        before, word = fold(match[1] or ""), fold(match[2])
        factor = next(float(row["factor"]) for row in table("ratios")["ratio"] if word in row["words"])
        low, high = table("ratios")["reach"].get(before or "plain", (0.9, 1.1))
        words = " ".join(source.text[match.start() : match.end()].split())
        found.append(
            (
                (match.start(), match.end(3) if match[3] else match.end()),
                Ratio(words, factor, factor * low, factor * high),
            )
        )
    return found


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for row in table("ratios")["ratio"] for word in row["words"])
    reach = "|".join(re.escape(word) for word in table("ratios")["reach"] if word != "plain")
    return re.compile(rf"\b(?:({reach})\s+)?({words})\b((?:\s+[\w’'-]+){{0,4}})", re.I)
