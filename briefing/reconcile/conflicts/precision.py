"""One figure printed with different qualifiers, one deal told more or less exactly, one utterance quoted twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.model.claim import Claim, FundingValues, MetricValues, OpinionValues
from briefing.model.money import Money
from briefing.reconcile.conflicts.draft import Draft, Found, by_value, position, sentence, sources_of
from briefing.reconcile.conflicts.labels import event_label, metric_label
from briefing.reconcile.folding import content_words, fold, name_key
from briefing.reconcile.overlaps import within


def precision(found: Found) -> Iterator[Draft]:
    for event in found.briefing.funding:
        claims = found.of(event.claims)
        yield from _qualified(event_label(event), claims, event.id, ("raised", "equivalent"), 34)
        yield from _qualified(f"valuation at {event_label(event)}", claims, event.id, ("valuation",), 33)
        yield from _instruments(event_label(event), claims, event.id)
        yield from _stakes(event_label(event), claims, event.id)
    for metric in found.briefing.metrics:
        yield from _qualified(metric_label(metric), found.of(metric.claims), metric.id, (), 36)
    yield from _quoted(found)


def _qualified(label: str, claims: Sequence[Claim], about: str, roles: tuple[str, ...], weight: int) -> Iterator[Draft]:
    """The same digits with and without "about", "over" …"""
    said: list[tuple[float, str, str, Claim]] = []
    for claim in claims:
        for money in _monies(claim, roles):
            said.append((money.value, money.qualifier or "", money.raw, claim))
        values = claim.values
        if isinstance(values, MetricValues) and values.value is not None and not values.amounts:
            said.append((values.value, values.qualifier or "", _printed(values), claim))
    by_figure: dict[float, list[tuple[float, str, str, Claim]]] = {}
    for one in said:
        by_figure.setdefault(one[0], []).append(one)
    for mine in by_figure.values():
        groups = by_value((qualifier, claim) for _, qualifier, _, claim in mine)
        if len(groups) > 1:
            raws = {qualifier: raw for _, qualifier, raw, _ in reversed(mine)}
            if len(set(raws.values())) < len(raws):  # the qualifier stands apart from the figure ("to surpass")
                raws = {qualifier: f"{raw} ({qualifier or 'plain'})" for qualifier, raw in raws.items()}
            positions = tuple(position(raws[qualifier], told) for qualifier, told in groups)
            used = next(raw for qualifier, raw in raws.items() if qualifier)
            text = sentence("precision", "hedged")
            yield Draft(f"wording of {label}", "precision", positions, True, used, text, about, weight)


def _monies(claim: Claim, roles: tuple[str, ...]) -> list[Money]:
    values = claim.values
    if isinstance(values, FundingValues):
        return [amount.money for amount in values.amounts if amount.role in roles]
    if isinstance(values, MetricValues):
        return [amount.money for amount in values.amounts]
    return []


def _printed(values: MetricValues) -> str:
    return f"{values.qualifier or ''} {values.value:,.10g} {values.unit}".strip()


def _instruments(label: str, claims: Sequence[Claim], about: str) -> Iterator[Draft]:
    """A convertible that others tell as a plain investment; a round that only some give its name."""
    firm = [c for c in claims if isinstance(c.values, FundingValues) and c.modality != "rumoured"]
    kinds = by_value((c.values.instrument, c) for c in firm if isinstance(c.values, FundingValues))
    named = [kind for kind, _ in kinds if kind in ("convertible", "mixed", "debt")]
    if named and len(kinds) > 1:
        used = named[0]
        positions = tuple(position(kind if kind != "unknown" else "investment", told) for kind, told in kinds)
        text = sentence("precision", "instrument", used=used)
        yield Draft(f"kind of {label}", "precision", positions, True, used, text, about, 37)


def _stakes(label: str, claims: Sequence[Claim], about: str) -> Iterator[Draft]:
    """A stake printed with and without a qualifier, or a cheque told in prose and in a table."""
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        if isinstance(claim.values, FundingValues):
            for cheque in claim.values.contributions:
                if cheque.stake is not None:
                    told.setdefault(name_key(cheque.investor), []).append(claim)
    for held in told.values():
        wordings = {piece for claim in held for piece in [claim.evidence.quote]}
        if len(wordings) > 1:
            positions = tuple(position(claim.text, [claim]) for claim in held)
            text = sentence("precision", "hedged")
            yield Draft(f"stake bought in {label}", "precision", positions, True, "", text, about, 26)


def _quoted(found: Found) -> Iterator[Draft]:
    """One person's words in several sources: in full, in part, in other words."""
    spoken = [
        claim
        for claim in found.briefing.claims
        if isinstance(claim.values, OpinionValues) and claim.holders and not found.ground.is_subject(claim.holders[-1])
    ]
    by_holder: dict[str, list[Claim]] = {}
    for claim in spoken:
        by_holder.setdefault(fold(claim.holders[-1]), []).append(claim)
    for held in by_holder.values():
        for group in _utterances(held[:400]):
            forms = {fold(claim.text) for claim in group}
            quoted = any(sign in claim.evidence.quote for claim in group for sign in '“”"«»')
            if len(sources_of(group)) > 1 and len(forms) > 1 and quoted:
                positions = tuple(position(claim.text, [claim]) for claim in group)
                used = max(group, key=lambda claim: len(claim.text)).text
                text = sentence("precision", "quoted")
                topic = f"words of {group[0].holders[-1]}"
                yield Draft(topic, "precision", positions, True, used, text, None, 24)


def _utterances(claims: Sequence[Claim]) -> list[list[Claim]]:
    groups: list[tuple[frozenset[str], list[Claim]]] = []
    for claim in claims:
        words = content_words(claim.text)
        home = next((group for head, group in groups if within(words, head, 0.6)), None)
        if home is None:
            groups.append((words, [claim]))
        else:
            home.append(claim)
    return [group for _, group in groups if len(group) > 1]
