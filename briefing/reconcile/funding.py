"""Funding claims in, funding events out, numbered "f1" … in the order of their dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal

from briefing.model.briefing import FundingEvent, Standing
from briefing.model.claim import Claim, Contribution, Instrument
from briefing.model.dates import sort_key
from briefing.model.money import Money
from briefing.model.records import replace
from briefing.reconcile import choosing
from briefing.reconcile.clusters import Cluster
from briefing.reconcile.events import cluster
from briefing.reconcile.folding import fold, name_key
from briefing.reconcile.gathering import Sums
from briefing.reconcile.ground import Ground, evidence_of, ids_of
from briefing.reconcile.lexicon import words
from briefing.reconcile.rounds import Statement, agree, any_agree, around_the_money
from briefing.reconcile.standing import judge


def reconcile_funding(claims: Sequence[Claim], ground: Ground) -> tuple[FundingEvent, ...]:
    """All events; each keeps every claim that speaks of it."""
    events = [_event(home, ground) for home in cluster(claims, ground)]
    events.sort(
        key=lambda event: (sort_key(event.date), -max((m.value for m in event.amounts), default=0), event.claims)
    )
    return tuple(replace(event, id=f"f{number}") for number, event in enumerate(events, 1))


def _event(home: Cluster, ground: Ground) -> FundingEvent:
    told = sorted(home.statements, key=lambda one: ground.place(one.claim))
    claims = tuple(one.claim for one in told)
    mood = home.standing_mood
    firm = _with_cheques([one for one in told if one.mood == mood])
    plain = {one.claim.evidence.source for one in firm if not one.leaning}
    own = [one.claim for one in told if not one.leaning and (one.mood == mood or _weakens(one, plain))]
    if any(one.claim.holder_kind == "company" for one in firm):  # a rumour that the company confirmed weakens nothing
        own = [one.claim for one in firm if not one.leaning] or own
    verdict = judge(own or claims, ground)
    raised = _raised(firm) or (_raised(told) if mood == "plan" else ())
    rumoured = [money for one in told if one.mood != mood for money in one.raised]
    instrument = _instrument(firm) if _instrument(firm) != "unknown" else _instrument(told)
    leads, participants = _backers([*firm, *_promised(told, mood)], ground)
    if instrument == "ipo":
        leads = ()  # "Northwind and Elm Bank led the sale": they placed the shares
    valuations = choosing.sums(money for one in firm for money in one.valuations)
    return FundingEvent(
        id="",
        name=_name(firm) or _name(told),
        instrument=instrument,
        date=choosing.date([one.date for one in _dated(firm)] or [one.date for one in told if one.date])
        or _heard(home, ground),
        amounts=raised,
        equivalents=_equivalents(firm, raised),
        valuations=valuations or choosing.sums(money for one in told for money in one.valuations),
        leads=leads,
        participants=participants,
        contributions=_contributions(firm, ground),
        standing=verdict.standing,
        disputed=_disputed(raised) or _disputed(valuations, raised),
        claims=ids_of(claims),
        evidence=evidence_of(claims),
        valuation_note="" if valuations else _valuation_note(firm, ground),
        detail=_detail(firm),
        history=tuple(money for money in choosing.sums(rumoured) if not any_agree((money,), raised))
        + (_foretold(told, mood, valuations) if valuations else ()),
        valuation_standing=_standing_of_worth(firm, verdict.standing, ground) if valuations else "",
    )


_FIRMNESS: tuple[Standing, ...] = ("corroborated", "reported", "company-stated", "rumoured")


def _standing_of_worth(firm: Sequence[Statement], standing: Standing, ground: Ground) -> Standing | Literal[""]:
    """That of the valuation, where it rests on less than the round: two outlets tell the sum, the company its worth."""
    told = [one.claim for one in firm if one.valuations]
    own = judge(told, ground).standing
    if own not in _FIRMNESS or standing not in _FIRMNESS:
        return ""
    return own if _FIRMNESS.index(own) > _FIRMNESS.index(standing) else ""


def _heard(home: Cluster, ground: Ground) -> str:
    """The month, or about, in which a rumour without a date of its own was first told; "" for anything firmer."""
    days = [ground.sources[one.claim.evidence.source].published for one in home.statements]
    known = sorted(day for day in days if len(day) >= 7)
    return f"{known[0][:7]}~" if known and home.standing_mood == "rumour" else ""


def _weakens(one: Statement, plain: set[str]) -> bool:
    """Does a rumour make a fact less firm? Not if its own source tells the fact; a plan never does."""
    return one.mood == "rumour" and one.claim.evidence.source not in plain


def _foretold(told: Sequence[Statement], mood: str, valuations: Sequence[Money]) -> tuple[Money, ...]:
    """What the company was rumoured to be worth, where it came out at another figure."""
    said = choosing.sums(money for one in told if one.mood != mood for money in one.valuations)
    return tuple(money for money in said if not any_agree((money,), valuations))


def _dated(told: Iterable[Statement]) -> list[Statement]:
    """Statements with a date; those reckoned from elsewhere only where nobody states one."""
    known = [one for one in told if one.date and not one.leaning] or [one for one in told if one.date]
    stated = [one for one in known if one.values.when and one.values.when.anchor in ("stated", "publication")]
    ahead = [one for one in stated if one.mood != "fact" and one.values.when and one.values.when.raw]
    return ahead or stated or known  # the day of a rumour's telling is not that of the event


_OF_ROUNDS = frozenset(
    "raised raises raising round series seed secured closed closes led leads funding financing".split()
)


def _with_cheques(told: list[Statement]) -> list[Statement]:
    """ "Oakfund put in $45 million", beside a round of $62 million that Oakfund and others gave: its part of it."""
    return [_as_cheque(one) if _is_cheque(one, told) else one for one in told]


def _is_cheque(one: Statement, told: Sequence[Statement]) -> bool:
    if len(one.backers) != 1 or len(one.raised) != 1 or one.stage or one.values.instrument == "grant":
        return False
    given = one.raised[0]
    larger = any(
        other.backers >= one.backers
        and any(money.currency == given.currency and money.value >= 1.15 * given.value for money in other.raised)
        for other in told
    ) or _is_cheque_abroad(one, told)
    words = {word.strip(".,;:()") for word in one.claim.text.lower().split()}
    return larger and _OF_ROUNDS.isdisjoint(words)


def _is_cheque_abroad(one: Statement, told: Sequence[Statement]) -> bool:
    """Is the sum in a currency of its own, beside those of a round that has a name or more backers?"""
    others = [other for other in told if other is not one and other.sums]
    currencies = {money.currency for other in others for money in other.sums}
    backers = frozenset().union(*(other.backers for other in told))
    many = len(backers) > 1 or any(other.stage for other in others)
    return bool(currencies) and one.raised[0].currency not in currencies and many and not one.equivalents


def _as_cheque(one: Statement) -> Statement:
    investor = next(iter((*one.values.leads, *one.values.participants)), "")
    cheques = (*one.values.contributions, Contribution(investor, one.raised[0])) if investor else ()
    values = replace(one.values, contributions=cheques, leads=(), participants=())
    return one._replace(values=values, raised=())


def _promised(told: Sequence[Statement], mood: str) -> list[Statement]:
    """ "its owners, Northwind and Oakfund, would lend it $40 million", by the company's word before they did; and those
    told of plainly beside what was to come ("Northwind is the main buyer")."""
    if mood == "rumour":
        return [one for one in told if one.mood == "plan"]
    own = {one.claim.evidence.source for one in told if one.mood == "plan" and one.claim.holder_kind == "company"}
    planned = [one for one in told if mood == "fact" and one.mood == "plan"]
    return [one for one in planned if one.claim.evidence.source in own or one.claim.modality == "asserted"]


def _raised(told: Sequence[Statement]) -> tuple[Money, ...]:
    """What was raised; a sum that another source gives as the conversion of it is not raised a second time."""
    own = Sums(money for one in told if not one.values.rival for money in one.raised)
    told = [one for one in told if not (one.values.rival and all(own.agrees(money) for money in one.raised))]
    converted = Sums(money for one in told for money in one.equivalents)
    native = Sums(money for one in told if one.equivalents for money in one.raised)
    turned = _converted_by_others(told, converted, native)
    found = [
        money
        for one in told
        for money in one.raised
        if (not native.agrees(money) if turned else one.equivalents)
        or not native.by_mark
        or (not turned and (native.agrees(money) or not converted.agrees(money)))
    ]
    return choosing.sums(found)


def _converted_by_others(told: Sequence[Statement], converted: Sums, native: Sums) -> bool:
    """Does the company itself tell only what a newspaper elsewhere turned into its own currency?"""
    own = [money for one in told if one.claim.holder_kind == "company" and not one.equivalents for money in one.raised]
    return any(converted.agrees(money) for money in own) and not any(
        native.agrees(money) for one in told if one.claim.holder_kind == "company" for money in one.raised
    )


def _equivalents(told: Sequence[Statement], raised: tuple[Money, ...]) -> tuple[Money, ...]:
    converted = [money for one in told for money in one.equivalents]
    turned = [money for one in told if one.equivalents for money in one.raised]
    found = choosing.sums(converted + turned)
    return tuple(money for money in found if not any_agree((money,), raised))


def _disputed(found: Sequence[Money], raised: Sequence[Money] = ()) -> bool:
    """Two figures in one currency that cannot both be true (those that agree were taken together before)."""
    return any(
        one.currency == other.currency and not agree(one, other) and not around_the_money(one, other, raised)
        for number, one in enumerate(found)
        for other in found[number + 1 :]
    )


def _name(told: Sequence[Statement]) -> str:
    """The printed name that most tellings use; a stage of the usual kind before any other words."""
    named = [one for one in told if one.values.name]
    staged = [one for one in named if one.stage] or named
    votes = Counter(name_key(one.values.name) for one in staged)
    stages = Counter(one.stage for one in staged)
    best = min(
        staged,
        key=lambda one: (
            -stages[one.stage],
            -votes[name_key(one.values.name)],
            not one.values.name[:1].isupper(),
            -len(one.values.name),
            one.claim.id,
        ),
        default=None,
    )
    return best.values.name if best else ""


def _instrument(told: Sequence[Statement]) -> Instrument:
    """The most particular one: a convertible is told as equity by those who do not look closely."""
    found = [one.values.instrument for one in told]
    if any(one.values.refers_back and one.values.instrument == "mixed" for one in told):
        return "mixed"  # "The transaction blends $27 million of equity and $12 million of debt"
    order: tuple[Instrument, ...] = ("mixed", "convertible", "secondary", "ipo", "grant", "debt", "equity")
    plain = {kind for kind in found if kind not in ("mixed", "unknown")}
    if len(plain) == 1 and sum(kind in plain for kind in found) >= 2 * found.count("mixed"):
        return plain.pop()  # "£7M in equity plus a £3M credit line": each is of its own kind
    return next((kind for kind in order if kind in found), "unknown")


def _backers(told: Sequence[Statement], ground: Ground) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Leads, and all others who took part: union over the sources, whoever leads is no mere participant."""
    leads: dict[str, str] = {}
    others: dict[str, str] = {}
    for one in told:
        for name in one.values.leads:
            leads.setdefault(name_key(ground.canonical(name)), ground.canonical(name))
        cheques = [cheque.investor for cheque in one.values.contributions]
        for name in [*one.values.participants, *cheques]:
            others.setdefault(name_key(ground.canonical(name)), ground.canonical(name))
    return tuple(leads.values()), tuple(name for key, name in others.items() if key not in leads)


def _contributions(told: Sequence[Statement], ground: Ground) -> tuple[Contribution, ...]:
    merged: dict[str, Contribution] = {}
    for one in told:
        for cheque in one.values.contributions:
            name = ground.canonical(cheque.investor)
            have = merged.get(name_key(name))
            if have is None:
                merged[name_key(name)] = Contribution(name, cheque.amount, cheque.stake)
            else:
                stake = have.stake if have.stake is not None else cheque.stake
                merged[name_key(name)] = Contribution(have.investor, have.amount or cheque.amount, stake)
    return tuple(merged.values())


def _valuation_note(told: Sequence[Statement], ground: Ground) -> str:
    """Words on a valuation without a figure: the cell of a table's valuation column, or "an unchanged valuation"."""
    for one in told:
        source = ground.sources[one.claim.evidence.source]
        start, end = one.claim.evidence.start, one.claim.evidence.end
        row = source.passage_at(start)
        if row is None or row.kind != "row" or end > row.end:
            continue
        for cell, column in zip(row.cells, row.columns, strict=False):
            words_in = source.text[cell.start : cell.end].strip()
            if "valuation" in fold(source.text[column.start : column.end]) and words_in.strip("-–— "):
                return "" if any(sign.isdigit() for sign in words_in) else words_in
    for one in told:
        quote = one.claim.evidence.quote
        match = _unstated().search(quote) if "valuation" in quote.lower() else None
        if match:
            return " ".join(match[0].split())
    return ""


@cache
def _unstated() -> re.Pattern[str]:
    told = "|".join(re.escape(word) for word in words("rounds", "unstated_valuation"))
    return re.compile(rf"\b(?:{told})\b(?:\s+\w+){{0,3}}?\s+valuation\b", re.I)


@cache
def _purpose() -> re.Pattern[str]:
    verbs = "|".join(words("rounds", "purposes"))
    return re.compile(rf"\bto (?:{verbs}) \S+(?: \S+){{1,15}}", re.I)


def _detail(told: Sequence[Statement]) -> str:
    """What the money is for, in a source's words, up to the next comma or full stop; the last cell of a table's row."""
    for one in told:
        match = _purpose().search(one.claim.text) if one.claim.text.count("|") < 2 else None
        if match:
            return re.split(r"[,;.](?:\s|$)", match[0])[0].strip()
    return ""
