"""A Briefing in, up to three remarks on its rounds out: who set the price, what did not, what is only a rumour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefing.model.briefing import Conflict, FundingEvent
from briefing.model.records import dataclass, replace
from briefing.slides import figures
from briefing.slides.badges import BadgeKey, badge_keys
from briefing.slides.clipping import shortenings
from briefing.slides.dates import month, phrase
from briefing.slides.highlights import (
    chronological,
    debt_rounds,
    firm_rounds,
    latest_raise,
    latest_valued,
    price_standing,
    round_name,
    round_phrase,
    rumoured_round,
)
from briefing.slides.ledger import Ledger
from briefing.slides.matrix import used_position
from briefing.slides.prose import Piece, Statement, claim, label
from briefing.slides.quoting import around, bearing, borne_out, figures_in, quoted
from briefing.slides.wording import capital, joined, listed, lower_first, shown

MOST = 3


@dataclass(frozen=True, slots=True)
class Remark:
    """leads: versions of the bold line; versions: of the text, longest first."""

    badges: tuple[BadgeKey, ...]
    leads: tuple[Statement, ...]
    versions: tuple[Statement, ...]
    ids: tuple[str, ...]
    quotes: tuple[tuple[int, str], ...] = ()


def remarks(ledger: Ledger, *, prices: bool = True) -> tuple[Remark, ...]:
    """The price first, the rumour last; between them what else a reader should know. prices: does the chart show them?

    The price and the round that set it are one remark.
    """
    last = [item for item in _rumour(ledger) if item.versions]
    found = [*_price(ledger), *_other_price(ledger), *_other_amount(ledger)]
    found += [*(_unchanged(ledger) if prices else ()), *_debt(ledger)]
    found += [*(_unpriced(ledger) if prices else _largest(ledger)), *_latest(ledger)]
    found = [item for item in found if item.versions]
    by_lead: dict[str, Remark] = {}
    for item in found:
        by_lead.setdefault(item.leads[0].text, item)
    kept = list(by_lead.values())
    return (*kept[: MOST - len(last)], *last)


def _own(event: FundingEvent, figure: str) -> list[str]:
    """The sentence of a source that holds a figure of the round, never cut inside a clause."""
    return [text for text in quoted(event.evidence, figures_in(figure)) if not text.endswith("…”")]


def _remark(ledger: Ledger, event: FundingEvent, leads: tuple[str, ...], texts: tuple[str, ...]) -> Remark:
    cites, ids = ledger.cites(event), ledger.ids(event)
    versions = tuple(
        Statement((Piece(capital(text)),), ledger.cited(bearing(event.evidence, text)) or cites, ids)
        for text in dict.fromkeys(filter(None, texts))
    )
    badges = badge_keys(event.standing, event.disputed)
    return Remark(badges, tuple(claim(lead) for lead in leads), versions, ids, ledger.quotes(event, most=1))


def _price(ledger: Ledger) -> Iterator[Remark]:
    """Who led the round with the latest price, and with how much."""
    event = latest_valued(ledger.briefing)
    if not event:
        return
    event = replace(event, standing=price_standing(event))
    price, name = figures.in_words(event.valuations[0]), shown(event.name)
    leads = [shown(lead) for lead in event.leads]
    round_ = round_phrase(event) if name else "the round"
    if not leads:
        text = f"{round_} valued {ledger.subject} at {price}; no lead investor is named"
        yield _remark(
            ledger,
            event,
            (f"{capital(round_)} set the price" if name else "The latest price",),
            (text, f"{round_} valued it at {price}"),
        )
        return
    paid = next((part for part in event.contributions if part.investor == event.leads[0] and part.amount), None)
    texts = [f"{joined(leads)} led {round_} at {price}", f"{listed(leads, 2)} led {round_} at {price}"]
    if paid and paid.amount:
        stake = f" for {paid.stake:g}%" if paid.stake else ""
        texts.insert(0, f"{leads[0]} led {round_} at {price} and put in {figures.in_words(paid.amount)}{stake}")
        texts[:0] = _own(event, figures.bare(paid.amount))
    heads = (f"{joined(leads)} set the latest price", f"{leads[0]} led at the latest price", "The latest price")
    yield _remark(ledger, event, heads, tuple(texts))


def _other_price(ledger: Ledger) -> Iterator[Remark]:
    """Another version of a valuation."""
    ids = {event.id for event in firm_rounds(ledger.briefing) if event.valuations}
    for conflict in ledger.briefing.conflicts:
        told = conflict.kind in ("amount", "currency") and len(conflict.positions) > 1
        topic = conflict.topic.lower()
        if told and conflict.about in ids and "valuation" in topic and "rumour" not in topic:
            kept = used_position(conflict)
            other = next(position for at, position in enumerate(conflict.positions) if at != kept)
            cites = ledger.cited(part for position in (conflict.positions[kept], other) for part in position.evidence)
            used = figures.shortened(shown(conflict.positions[kept].value))
            text = f"{used} in one version, {figures.shortened(shown(other.value))} in another"
            words = [around(side.evidence, (shown(side.value),), 62) for side in (conflict.positions[kept], other)]
            versions = [text]
            if all(words):
                versions.append(f"{words[0]} and {words[1]}")
            else:
                versions += [f"{text}. {why}" for why in _why(conflict)[:1]]
            statements = tuple(Statement((Piece(capital(part)),), cites, (conflict.id,)) for part in reversed(versions))
            quotes = tuple((ledger.number[part.source], part.quote) for part in other.evidence[:1])
            yield Remark(("disputed",), (label("The price has two versions"),), statements, (conflict.id,), quotes)
            return


def _why(conflict: Conflict) -> list[str]:
    """Why one version is shown, longest first, in figures of the sources alone."""
    evidence = [part for position in conflict.positions for part in position.evidence]
    return [capital(why) for why in borne_out(shortenings(figures.shortened(shown(conflict.rationale))), evidence)]


def _unchanged(ledger: Ledger) -> Iterator[Remark]:
    for event in reversed(firm_rounds(ledger.briefing)):
        note = shown(event.valuation_note)
        if note and not event.valuations:
            who = [shown(name) for name in (*event.leads, *event.participants)]
            lead = (
                f"{who[0]} did not reprice it"
                if len(who) == 1
                else f"{shown(event.name) or 'One round'} set no new price"
            )
            own = [capital(version) for version in shortenings(note, 2)]
            if len(note.split()) < 4:
                own = [f"{round_name(event)} came at an unchanged valuation, as the source implies"]
            yield _remark(ledger, event, (lead, "No new price"), tuple(own))
            return


def _debt(ledger: Ledger) -> Iterator[Remark]:
    found = debt_rounds(ledger.briefing)
    if found and found[-1].amounts:
        event = found[-1]
        head = f"{figures.in_words(event.amounts[0])} came as debt"
        texts = [f"{head}, {lower_first(version)}" for version in shortenings(figures.shortened(shown(event.detail)))]
        when = f" {phrase(month(event.date, ledger.date(event, event.date, long=True)))}" if event.date else ""
        yield _remark(ledger, event, ("Debt sets no price",), (*texts, f"{head}{when}", head))


def _other_amount(ledger: Ledger) -> Iterator[Remark]:
    """A round whose sum the sources give in two ways."""
    events = {event.id: event for event in firm_rounds(ledger.briefing)}
    for conflict in sorted(ledger.briefing.conflicts, key=lambda item: (item.rank, item.id)):
        event = events.get(conflict.about or "")
        sums = conflict.kind == "amount" and "valuation" not in conflict.topic.lower()
        if event and sums and not conflict.compatible:
            kept = used_position(conflict)
            other = next(position for at, position in enumerate(conflict.positions) if at != kept)
            values = [figures.shortened(shown(side.value)) for side in (conflict.positions[kept], other)]
            cites = ledger.cited(part for side in (conflict.positions[kept], other) for part in side.evidence)
            text = f"{values[0]} in one version, {values[1]} in another"
            why = [f"{text}. {part}" for part in _why(conflict)]
            said = tuple(Statement((Piece(capital(part)),), cites, (conflict.id,)) for part in (*why, text))
            leads = (claim(f"The sum of {round_phrase(event)} has two versions"), label("One sum has two versions"))
            yield Remark(("disputed",), leads, said, (conflict.id, event.id))
            return


def _unpriced(ledger: Ledger) -> Iterator[Remark]:
    """The latest round beside which no source puts a price."""
    for event in reversed(firm_rounds(ledger.briefing)):
        money = event.instrument in ("equity", "unknown", "mixed", "ipo") and event.amounts
        if money and not event.valuations and not event.valuation_note:
            when = f" {phrase(month(event.date, ledger.date(event, event.date, long=True)))}" if event.date else ""
            text = f"No source gives a valuation for the {figures.in_words(event.amounts[0])} raised{when}"
            yield _remark(ledger, event, ("A round without a price",), (text,))
            return


def _largest(ledger: Ledger) -> Iterator[Remark]:
    """The round that brought most, in the currency in which most rounds are told."""
    told = [event for event in firm_rounds(ledger.briefing) if event.amounts and event.instrument != "secondary"]
    counts = Counter(event.amounts[0].currency for event in told)
    if len(told) < _SEVERAL:
        return
    currency = min(counts, key=lambda item: (-counts[item], item))
    event = max((item for item in told if item.amounts[0].currency == currency), key=lambda item: item.amounts[0].value)
    name = round_phrase(event)
    when = f" {phrase(month(event.date, ledger.date(event, event.date, long=True)))}" if event.date else ""
    leads = [shown(lead) for lead in event.leads]
    by = f", led by {listed(leads, 2)}" if leads else ", with no lead investor named"
    amount = figures.in_words(event.amounts[0])
    texts = (f"{name} brought {amount}{when}{by}", f"{name} brought {amount}{when}", f"{name} brought {amount}")
    yield _remark(ledger, event, ("The largest round",), texts)


_SEVERAL = 3  # rounds of which one can be called the largest


def _latest(ledger: Ledger) -> Iterator[Remark]:
    event, priced = latest_raise(ledger.briefing), latest_valued(ledger.briefing)
    if event and event.leads and (priced is None or priced.id != event.id):
        leads = [shown(name) for name in event.leads]
        amount = figures.in_words(event.amounts[0])
        texts = (f"{joined(leads)} led the raise of {amount}", f"{listed(leads, 2)} led the raise of {amount}")
        yield _remark(ledger, event, (f"{leads[0]} led the latest raise", "The latest raise"), texts)


def _rumour(ledger: Ledger) -> Iterator[Remark]:
    event = rumoured_round(ledger.briefing)
    if not event:
        planned = [
            item
            for item in chronological(ledger.briefing.funding)
            if item.standing == "forward-looking" and item.amounts
        ]
        for item in planned[-1:]:
            text = f"{figures.in_words(item.amounts[0])} is announced and not yet raised"
            yield _remark(ledger, item, ("Not yet raised",), (text,))
        return
    amount = figures.in_words(event.amounts[0]) if event.amounts else "the raise"
    base = f"no source reports {amount} as closed"
    own = _own(event, figures.bare(event.amounts[0])) if event.amounts else ()
    details = [f"{base}; {lower_first(text)}" for text in shortenings(figures.shortened(shown(event.detail)))]
    yield _remark(ledger, event, ("Only a rumour so far",), (*own, *details, base))
