"""A Briefing in, the events of the timeline out: dated, in lanes, past and still ahead, nothing named twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.model.briefing import FundingEvent, Milestone
from briefing.model.dates import bounds, overlap
from briefing.model.records import dataclass, replace
from briefing.slides import figures
from briefing.slides.ahead import is_ahead
from briefing.slides.badges import BadgeKey, badge_key
from briefing.slides.dates import year_only
from briefing.slides.highlights import chronological, is_revenue, over, overtaken, round_name
from briefing.slides.ledger import Ledger
from briefing.slides.milestonewords import MONTHS, SMALL, milestone_texts
from briefing.slides.storyline import metric_noun
from briefing.slides.wording import capital, common, listed, shown

LANES = (
    ("funding", "Funding"),
    ("partnership", "Partners"),
    ("product", "Products"),
    ("infrastructure", "Infrastructure"),
    ("revenue", "Revenue"),
    ("company", "Company"),
)
_LANE_OF = {"partners": "partnership", "products": "product", "policy": "company", "people": "company"}


@dataclass(frozen=True, slots=True)
class Happening:
    """One event. date: in words. edtf: its time, "" when open. texts: longest first. weight: low matters more."""

    lane: str
    date: str
    edtf: str
    texts: tuple[str, ...]
    badge: BadgeKey
    cites: tuple[int, ...]
    ids: tuple[str, ...]
    ahead: bool
    weight: int
    quotes: tuple[tuple[int, str], ...] = ()
    joined: bool = False


def happenings(ledger: Ledger) -> tuple[Happening, ...]:
    """In order of time; the undated past is left out."""
    found = [*_rounds(ledger), *_milestones(ledger), *_figures(ledger)]
    found = [item if bounds(item.edtf) else replace(item, edtf="") for item in found]
    now = bounds(ledger.briefing.as_of)
    found = [replace(item, ahead=True) if _after(item.edtf, now) else item for item in found]
    dated = [item for item in found if item.edtf or item.ahead]
    dated = [item for item in _without_distant(dated) if not any(_settles(other, item) for other in dated)]
    kept: list[Happening] = []
    for item in sorted(dated, key=lambda item: (not item.edtf, -len(item.cites), item.weight, item.ids)):
        if not any(_same(item, other) for other in kept):
            kept.append(item)
    return tuple(sorted(kept, key=lambda item: (bounds(item.edtf) or (10**7, 10**7), item.ids)))


def _without_distant(found: Sequence[Happening]) -> list[Happening]:
    """Without one or two events of long before all others, which would leave most of the axis empty."""
    days = sorted(bounds(item.edtf)[0] for item in found if bounds(item.edtf) and not item.ahead)  # type: ignore[index]
    for first in (1, 2):
        gap = days[first] - days[first - 1] if len(days) > first + 2 else 0
        if gap > _DISTANT and gap * 2 > days[-1] - days[0]:
            return [item for item in found if not bounds(item.edtf) or bounds(item.edtf)[0] >= days[first]]  # type: ignore[index]
    return list(found)


_DISTANT = 4 * 365


def _after(edtf: str, now: tuple[int, int] | None) -> bool:
    """Does a date lie after the day that the briefing stands at?"""
    when = bounds(edtf)
    return bool(when and now and when[0] > now[1])


def _same(one: Happening, other: Happening) -> bool:
    """Do two events of a lane that may lie at one time share a figure, or most of their words?"""
    if one.lane != other.lane and one.quotes == other.quotes and one.texts[0] == other.texts[0]:
        return True  # one sentence on a product and its site
    if one.lane != other.lane or one.ahead != other.ahead or not overlap(one.edtf, other.edtf):
        return False
    if set(_FIGURE.findall(one.texts[0])) & set(_FIGURE.findall(other.texts[0])):
        return True
    a, b = (_content(item.texts[0]) for item in (one, other))
    if all(_BOUGHT.search(item.texts[0]) for item in (one, other)) and _things(one) & _things(other):
        return True
    if all(_FOUNDED.search(item.texts[0]) for item in (one, other)):
        return True
    c, d = (_content(item.texts[-1]) for item in (one, other))  # … of the shortest versions, too
    return len(a & b) * 2 > min(len(a), len(b)) or (min(len(c), len(d)) > _FEW_WORDS and (c <= b or d <= a))


_FEW_WORDS = 3


def _content(text: str) -> set[str]:
    return {word.strip(".,;:") for word in text.lower().split()} - SMALL


def _settles(firm: Happening, rumour: Happening) -> bool:
    """Is a rumoured deal told as done for a later time?"""
    one, other = bounds(firm.edtf), bounds(rumour.edtf)
    later = one is not None and other is not None and one[0] > other[1]
    told = rumour.badge == "rumoured" and firm.badge != "rumoured" and not firm.ahead and firm.lane == rumour.lane
    return later and told and bool(_BOUGHT.search(firm.texts[0]) and _things(firm) & _things(rumour))


def _things(item: Happening) -> set[str]:
    """Words with a capital that do not begin the text: names of what is bought."""
    return {word.strip(".,;:'’\"") for word in item.texts[0].split()[1:] if word[:1].isupper()} - MONTHS


_FOUNDED = re.compile(r"\b(?:founded|started|established|incorporated)\b.{0,30}\b(?:19|20)\d\d\b", re.IGNORECASE)
_BOUGHT = re.compile(r"\b(?:acqui|purchas|bought|buy)", re.IGNORECASE)


_NEAR = 150  # days between two events that may be told as one
_AMOUNT = re.compile(r"^[~<>≤≥]?[$€£¥₹]\S+\s+")
_FIGURE = re.compile(r"[$€£¥₹]\d[\d.,]*[TBMK]?")


def _rounds(ledger: Ledger) -> Iterator[Happening]:
    for event in chronological(ledger.briefing.funding):
        ahead = event.standing in ("rumoured", "forward-looking") and not overtaken(event, ledger.briefing)
        told_then = ahead and over(event.date, ledger.briefing.as_of)  # the day of the rumour, not of the round
        date = "" if told_then else event.date
        weight = 0 if event.valuations or ahead else 1
        badge: BadgeKey = badge_key(event.standing)
        yield Happening(
            "funding",
            ledger.date(event, date) or "Date open",
            date,
            _round_texts(event),
            badge,
            ledger.cites(event),
            ledger.ids(event),
            ahead,
            weight,
            ledger.quotes(event, most=1),
        )


def _round_texts(event: FundingEvent) -> tuple[str, ...]:
    amount = figures.short(event.amounts[0]) if event.amounts else ""
    price = f" at {figures.short(event.valuations[0])}" if event.valuations else ""
    unnamed = not event.name and (event.standing == "rumoured" or event.instrument == "unknown")
    name = "round" if unnamed else round_name(event)
    name = name if name.startswith("Series") else common(name)
    who = [shown(lead) for lead in (event.leads or event.participants)]
    head = f"{amount} {name}".strip()
    by = f", {listed(who, 1)}" if who and len(who) == 1 else ""
    return tuple(dict.fromkeys(capital(text) for text in (f"{head}{price}{by}", f"{head}{price}", head) if text))


def _milestones(ledger: Ledger) -> Iterator[Happening]:
    rounds = [event.date for event in ledger.briefing.funding if event.date]
    founded = _founded(ledger)
    for item in ledger.briefing.milestones:
        when = bounds(item.date)
        if founded and when and when[1] < founded:
            continue  # what its people did before there was a company
        lane = _LANE_OF.get(item.kind, item.kind)
        lane = lane if lane in dict(LANES) else "company"
        if lane == "funding" and (any(overlap(date, item.date) for date in rounds) or not item.date):
            continue
        if any(_tells(item, event) for event in ledger.briefing.funding):
            continue
        ahead = is_ahead(item, ledger.briefing.as_of)
        texts = milestone_texts(item, ledger.names)
        if not texts:
            continue
        texts += _measured(ledger, item) if lane == "revenue" else ()
        yield Happening(
            lane,
            _when(ledger, item),
            item.date,
            texts,
            _badge(item, ahead),
            ledger.cites(item),
            ledger.ids(item),
            ahead,
            3 - min(len(ledger.cites(item)), 2) + year_only(item.date),
            ledger.quotes(item, most=1),
        )


def _founded(ledger: Ledger) -> int:
    """The first day of the earliest year in which the company is said to have been founded, 0 if none is told."""
    years = [bounds(shown(item.value)) for item in ledger.briefing.profile if item.name == "founded"]
    return min((when[0] for when in years if when), default=0)


def _measured(ledger: Ledger, item: Milestone) -> tuple[str, ...]:
    """The figure that a milestone tells, as its name and value: short enough for any place."""
    told = figures.shortened(shown(item.text))
    return tuple(
        capital(f"{metric_noun(metric)} {figures.metric_in_words(metric)}")
        for metric in ledger.briefing.metrics
        if is_revenue(metric) and overlap(metric.as_of, item.date) and figures.bare(metric.amounts[0]) in told
    )


def _tells(item: Milestone, event: FundingEvent) -> bool:
    """Is the milestone the round itself, told by the same words?"""
    if not item.date or not overlap(item.date, event.date):
        return False
    return all(
        any(
            part.source == other.source and part.start < other.end and other.start < part.end
            for other in event.evidence
        )
        for part in item.evidence
    )


def _badge(item: Milestone, ahead: bool) -> BadgeKey:
    if item.status == "rumoured" or item.standing == "rumoured":
        return "rumoured"
    return "planned" if ahead else badge_key(item.standing)


def _when(ledger: Ledger, item: Milestone) -> str:
    date = ledger.date(item, item.date)
    open_ = item.status != "past" and date and year_only(item.date)
    return f"{date}, date open" if open_ else date or "Date open"


def _figures(ledger: Ledger) -> Iterator[Happening]:
    """Revenue figures and targets with a date, where no milestone tells them."""
    told = [item.date for item in ledger.briefing.milestones if item.kind == "revenue"]
    for metric in ledger.briefing.metrics:
        if metric.forward_looking and over(metric.as_of, ledger.briefing.as_of):
            continue
        if is_revenue(metric) and metric.as_of and not any(overlap(date, metric.as_of) for date in told if date):
            text = capital(f"{metric_noun(metric)} {figures.metric_in_words(metric)}")
            suffix = " as a target" if metric.forward_looking else ""
            short = f"{figures.metric(metric)} {metric_noun(metric)}"
            yield Happening(
                "revenue",
                ledger.date(metric, metric.as_of),
                metric.as_of,
                (f"{text}{suffix}", f"{short}{suffix}", short, figures.metric(metric)),
                badge_key(metric.standing, figure=True),
                ledger.cites(metric),
                ledger.ids(metric),
                metric.forward_looking,
                1,
                ledger.quotes(metric, most=1),
            )


def closest(events: Sequence[Happening], lane: str, until: str) -> tuple[Happening, Happening] | None:
    """The two neighbours of a lane that lie closest in time and look alike; None where nothing can be joined."""
    own = [item for item in events if item.lane == lane]
    pairs = [
        pair
        for pair in pairwise(own)
        if pair[0].badge == pair[1].badge
        and not (pair[0].joined or pair[1].joined)
        and _day(pair[1].edtf, until) - _day(pair[0].edtf, until) <= _NEAR
    ]
    return min(
        pairs, key=lambda pair: (_day(pair[1].edtf, until) - _day(pair[0].edtf, until), pair[0].ids), default=None
    )


def _day(edtf: str, until: str) -> int:
    found = bounds(edtf) or bounds(until) or (0, 0)
    return sum(found) // 2


def merged(one: Happening, other: Happening) -> Happening:
    """Two events as one: "March–Sept 2024", "€18M extension; €310M Series B"."""
    texts = [f"{first}; {second}" for first in one.texts[-2:] for second in other.texts[-2:]]
    names = [_AMOUNT.sub("", item.texts[-1]) for item in (one, other)]
    texts.append("; ".join(capital(name) for name in names))
    return Happening(
        one.lane,
        _range(one.date, other.date),
        one.edtf,
        tuple(sorted(dict.fromkeys(texts), key=lambda text: -len(text))),
        one.badge,
        tuple(sorted({*one.cites, *other.cites})),
        (*one.ids, *other.ids),
        one.ahead,
        min(one.weight, other.weight),
        (*one.quotes, *other.quotes),
        True,
    )


def _range(first: str, last: str) -> str:
    """ "June 2021", "Sept 2021" → "June–Sept 2021"; equal dates stay one."""
    if first == last:
        return first
    head, _, year = first.rpartition(" ")
    if head and year == last.rpartition(" ")[2] and "–" not in first + last:
        return f"{head}–{last}"
    return f"{first} – {last}"
