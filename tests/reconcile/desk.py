"""A desk on which tests lay out invented articles and hand-made claims, and reconcile them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from briefing.model.briefing import Briefing, Subject
from briefing.model.claim import (
    Amount,
    Claim,
    Contribution,
    FundingValues,
    HolderKind,
    InfrastructureValues,
    Instrument,
    Kind,
    MetricValues,
    Modality,
    OpinionValues,
    Rejected,
    Tie,
    TieStatus,
    TieValues,
    TotalValues,
    Values,
)
from briefing.model.dates import When
from briefing.model.money import Money, Qualifier, Role
from briefing.model.settings import Settings
from briefing.model.source import OriginHint, Source, Span
from briefing.reconcile import reconcile
from briefing.sources import read

SIGNS = {"$": "USD", "€": "EUR", "£": "GBP"}
SCALES = {"million": 1e6, "billion": 1e9, "M": 1e6, "B": 1e9}
QUALIFIERS: dict[str, Qualifier] = {"about": "about", "over": "over", "roughly": "about", "more than": "over"}


def money(raw: str) -> Money:
    """ "over $3.5 billion" as Money."""
    qualifier = next((kind for word, kind in QUALIFIERS.items() if raw.startswith(word)), None)
    sign = next(sign for sign in SIGNS if sign in raw)
    digits = raw[raw.index(sign) + 1 :]
    scale = next((factor for word, factor in SCALES.items() if digits.rstrip().endswith(word)), 1.0)
    number = "".join(c for c in digits if c.isdigit() or c == ".")
    return Money(float(number) * scale, SIGNS[sign], qualifier, raw)


class Desk:
    def __init__(self, subject: str = "Northwind", aliases: tuple[str, ...] = ()) -> None:
        self.subject = Subject(subject, aliases)
        self.sources: list[Source] = []
        self.claims: list[Claim] = []
        self.rejected: list[Rejected] = []

    def article(self, text: str, declares: str = "", **meta: str) -> str:
        """Lay down an article; returns its id."""
        ident = f"s{len(self.sources) + 1}"
        source = read(f"{ident}.txt", text.encode(), ident)
        hints = (OriginHint(declares, "declared", Span(0, 12)),) if declares else ()
        self.sources.append(replace(source, hints=hints, **meta))  # type: ignore[arg-type]
        return ident

    def articles(self, *texts: str) -> list[str]:
        """Lay down an article for each text, under titles of their own; returns their ids."""
        return [self.article(f"{title}\n\n{text}\n") for title, text in zip(("One", "Two"), texts, strict=True)]

    def claim(
        self,
        kind: Kind,
        source: str,
        quote: str,
        values: Values,
        modality: Modality = "asserted",
        holders: tuple[str, ...] = (),
        holder_kind: HolderKind = "author",
    ) -> Claim:
        place = next(one for one in self.sources if one.id == source)
        start = place.text.index(quote)
        evidence = place.cite(start, start + len(quote))
        made = Claim("", kind, quote, evidence, holders, holder_kind, modality, values)
        self.claims.append(made)
        return made

    def amounts(self, source: str, quote: str, **roles: str) -> tuple[Amount, ...]:
        """raised="$20 million", valuation="$1 billion": amounts at their places in the quote."""
        text = next(one for one in self.sources if one.id == source).text
        at = text.index(quote)
        found = []
        for role, raw in roles.items():
            start = text.index(raw, at)
            kind: Any = role
            found.append(Amount(money(raw), kind, start, start + len(raw)))
        return tuple(found)

    def round(
        self,
        source: str,
        quote: str,
        name: str = "",
        when: str = "",
        instrument: Instrument = "equity",
        leads: tuple[str, ...] = (),
        participants: tuple[str, ...] = (),
        contributions: tuple[Contribution, ...] = (),
        refers_back: bool = False,
        modality: Modality = "asserted",
        holders: tuple[str, ...] = (),
        holder_kind: HolderKind = "author",
        **roles: str,
    ) -> Claim:
        values = FundingValues(
            name,
            instrument,
            When(when) if when else None,
            self.amounts(source, quote, **roles),
            leads,
            participants,
            contributions,
            refers_back,
        )
        return self.claim("funding", source, quote, values, modality, holders, holder_kind)

    def tie(
        self,
        source: str,
        quote: str,
        name: str,
        tie: Tie = "partner",
        status: TieStatus = "current",
        descriptor: str = "",
        when: str = "",
        amount: str = "",
        **how: Any,
    ) -> Claim:
        values = TieValues(
            name, tie, status, descriptor, when=When(when) if when else None, amount=money(amount) if amount else None
        )
        return self.claim("relationship", source, quote, values, **how)

    def metric(
        self,
        source: str,
        quote: str,
        name: str,
        amount: str = "",
        value: float | None = None,
        unit: str = "",
        qualifier: str | None = None,
        as_of: str = "",
        forward: bool = False,
        role: Role = "revenue",
        **how: Any,
    ) -> Claim:
        amounts = self.amounts(source, quote, **{role: amount}) if amount else ()
        when = When(as_of) if as_of else None
        return self.claim(
            "metric", source, quote, MetricValues(name, value, unit, qualifier, amounts, when, forward), **how
        )

    def total(self, source: str, quote: str, amount: str, scope: str = "", **how: Any) -> Claim:
        return self.claim(
            "funding", source, quote, TotalValues(self.amounts(source, quote, total=amount), scope), **how
        )

    def site(self, source: str, quote: str, name: str, amount: str = "", location: str = "", **how: Any) -> Claim:
        amounts = self.amounts(source, quote, capex=amount) if amount else ()
        return self.claim(
            "infrastructure", source, quote, InfrastructureValues(name, amounts, location, "planned"), **how
        )

    def opinion(self, source: str, quote: str, role: Any = "statement", **how: Any) -> Claim:
        return self.claim("opinion", source, quote, OpinionValues(role), **how)

    def reconcile(self, settings: Settings | None = None) -> Briefing:
        return reconcile(self.sources, self.subject, self.claims, self.rejected, settings)
