"""Who says so, and which sources drop it: attributions lost, rumours confirmed, targets told as facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.model.briefing import Metric
from briefing.model.claim import Claim, FundingValues, OpinionValues, TieValues
from briefing.model.source import SPEAKING, Evidence, Source
from briefing.reconcile.conflicts.draft import Draft, Found, by_value, position, sentence, sources_of
from briefing.reconcile.conflicts.labels import event_label, metric_label, total_label
from briefing.reconcile.folding import fold
from briefing.reconcile.lexicon import words
from briefing.reconcile.metrics import is_public, measure_of
from briefing.reconcile.standing import judge

_SOON = 600  # code points behind a claim in which a caution still speaks of it


def attributions(found: Found) -> Iterator[Draft]:
    yield from _of_metrics(found)
    for event in found.briefing.funding:
        told = [claim for claim in found.of(event.claims) if _tells_sum(claim)]
        yield from _lost(event_label(event), told, event.id, found, 66, insider=False)
    for total in found.briefing.funding_totals:
        yield from _lost(total_label(total), found.of(total.claims), total.id, found, 58, insider=False)
    for relation in found.briefing.relationships:
        yield from _confirmed(relation.name, found.of(relation.claims), relation.id, found)


def _of_metrics(found: Found) -> Iterator[Draft]:
    """One draft for each measure: its figures of this year and last stand and fall together."""
    measures: dict[frozenset[str], list[Metric]] = {}
    for metric in found.briefing.metrics:
        measures.setdefault(measure_of(metric.name), []).append(metric)
        if metric.forward_looking:
            yield from _drift(metric_label(metric), found.of(metric.claims), metric.id)
    for metrics in measures.values():
        claims = list({claim.id: claim for metric in metrics for claim in found.of(metric.claims)}.values())
        first = next((metric for metric in metrics if not metric.forward_looking), metrics[0])
        label = first.name if len(metrics) > 1 else metric_label(first)
        weight = 78 if first.amounts else 60
        yield from _lost(label, claims, first.id, found, weight, insider=not is_public(first.name))


def _tells_sum(claim: Claim) -> bool:
    """Speaks of the round as a whole, not of one investor's cheque or of who led it."""
    return isinstance(claim.values, FundingValues) and bool(claim.values.amounts) and not claim.values.refers_back


def _lost(
    label: str, claims: Sequence[Claim], about: str, found: Found, weight: int, *, insider: bool
) -> Iterator[Draft]:
    """Within one origin: sources that state flatly what others of it attribute."""
    verdict = judge(claims, found.ground, insider=insider)
    lost, kept = list(verdict.lost), list(verdict.kept)
    if insider and kept:
        told = {claim.id for claim in (*kept, *lost)}
        lost += [claim for claim in claims if claim.id not in told and not claim.holders]
        keeping = sources_of(kept)
        lost = [claim for claim in lost if claim.evidence.source not in keeping]
    if not lost or not kept:
        return
    flat = len(sources_of(lost))
    everyone = len(sources_of(claims))
    name = "unnamed" if verdict.holder_kind == "unnamed" else "lost"
    text = sentence("attribution", name, lost=str(flat), all=str(everyone), kept=str(len(sources_of(kept))))
    holder = verdict.holder or found.ground.subject.name
    warned = [caution.evidence for claim in kept for caution in _warnings(claim, found)]
    positions = (position(f"according to {holder}", kept, warned), position("stated flatly", lost))
    yield Draft(f"who says it: {label}", "attribution", positions, True, f"according to {holder}", text, about, weight)


def _warnings(claim: Claim, found: Found) -> list[Claim]:
    """A source's own cautions soon after a claim: "the numbers are company-reported"."""
    return [
        other
        for other in found.by_source[claim.evidence.source]
        if 0 <= other.evidence.start - claim.evidence.end < _SOON
        and isinstance(other.values, OpinionValues)
        and other.values.role == "caution"
    ]


def _drift(label: str, claims: Sequence[Claim], about: str) -> Iterator[Draft]:
    """A target told in different words by different sources ("on track to", "projections")."""
    groups = by_value((" … ".join(claim.cues) or claim.text, claim) for claim in claims)
    if len(groups) > 1 and len(sources_of(claims)) > 1:
        positions = tuple(position(words, told) for words, told in groups)
        text = sentence("attribution", "drift")
        yield Draft(f"target or forecast: {label}", "attribution", positions, True, "target", text, about, 56)


def _confirmed(name: str, claims: Sequence[Claim], about: str, found: Found) -> Iterator[Draft]:
    """A tie that one source reports as a rumour and another as a fact; who would not comment belongs to the rumour."""
    ties = [claim for claim in claims if _tie(claim) not in ("", "investor", "lead-investor", "lender", "competitor")]
    loose = [claim for claim in ties if claim.modality == "rumoured"]
    firm = [
        claim for claim in ties if claim.modality == "asserted" and any(_tie(claim) == _tie(other) for other in loose)
    ]
    if loose and firm and sources_of(loose) != sources_of(firm):
        silent = [piece for ident in sorted(sources_of(loose)) for piece in _silences(found.ground.sources[ident])]
        positions = (position("reported", loose, silent), position("confirmed", firm))
        text = sentence("attribution", "confirmed")
        yield Draft(f"standing of the deal with {name}", "attribution", positions, True, "confirmed", text, about, 74)


def _silences(source: Source) -> list[Evidence]:
    """Sentences that say that somebody would not comment, two at most."""
    signs = words("language", "silent")
    spoken = [passage for passage in source.passages if passage.kind in SPEAKING]
    held = [p for p in spoken if any(sign in fold(source.text[p.start : p.end]) for sign in signs)]
    return [source.cite(passage.start, passage.end) for passage in held[:2]]


def _tie(claim: Claim) -> str:
    return claim.values.tie if isinstance(claim.values, TieValues) else ""
