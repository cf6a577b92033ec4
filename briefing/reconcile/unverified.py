"""A Briefing's facts and statements in, those neither corroborated nor plainly reported out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.model.briefing import Briefing, Reason, Standing, Unverified
from briefing.model.claim import Claim, FundingValues, Modality, TieValues
from briefing.model.source import Evidence
from briefing.reconcile import choosing
from briefing.reconcile.doubt import Doubt, Places
from briefing.reconcile.gravity import gravity
from briefing.reconcile.ground import Ground, evidence_of, ids_of
from briefing.reconcile.metrics import is_public
from briefing.reconcile.spoken import spoken
from briefing.reconcile.standing import attribution, judge, reasons
from briefing.reconcile.verifying import Cautions, cautions, kind_of, rule, topic_words, why

_WEIGHTS: dict[str, int] = {
    "funding": 90,
    "metric": 80,
    "total": 70,
    "relationship": 60,
    "infrastructure": 58,
    "product": 50,
    "milestone": 40,
    "comparison": 38,
    "caution": 34,
    "opinion": 30,
}
_RETOLD = 40  # what one article plainly tells, who retells another, is doubted least
_MINOR = ("milestone", "comparison")  # listed only where no other fact cites their words
_SHOWN = 6
_AHEAD = ("planned", "announced")
_REASON_WEIGHT: dict[Reason, int] = {"rumour": 9, "forward-looking": 6, "arithmetic": 6, "unnamed-source": 5}


def find_unverified(briefing: Briefing, ground: Ground) -> tuple[Unverified, ...]:
    """Entries "u1" … in the order of their weight; retellings of one statement are one entry with all evidence."""
    by_id = {claim.id: claim for claim in briefing.claims}
    doubts = [*_facts(briefing, by_id, ground), *_arithmetic(briefing)]
    doubts += spoken(briefing, doubts, ground)
    known = cautions(briefing.claims, ground)
    weighed = sorted(range(len(doubts)), key=lambda place: (-_weight(doubts[place]), place))
    ordered = _folded([doubts[place] for place in weighed], ground)
    return tuple(_entry(doubt, rank, known, ground) for rank, doubt in enumerate(ordered))


def _folded(doubts: Sequence[Doubt], ground: Ground) -> list[Doubt]:
    """Doubts that would be shown in the same words by the same holder become the weightiest of them."""
    kept: dict[object, Doubt] = {}
    for doubt in doubts:
        doubt.text = choosing.telling(_careful(doubt, ground)).text if doubt.claims else doubt.extra[0].quote
        shown = (doubt.text, doubt.holder) if doubt.claims else id(doubt)
        first = kept.setdefault(shown, doubt)
        if first is not doubt:
            first.retold += [*doubt.claims, *doubt.retold]
    return list(kept.values())


def _weight(doubt: Doubt) -> int:
    said = gravity(doubt.claims[0].text) if doubt.kind == "opinion" and doubt.claims else 0
    said -= _RETOLD if doubt.reasons == ("single-source",) else 0
    return said + _WEIGHTS[doubt.kind] + max((_REASON_WEIGHT.get(reason, 0) for reason in doubt.reasons), default=0)


# ---------------------------------------------------------------- facts


class _Fact(NamedTuple):
    ident: str
    kind: str
    name: str
    claims: tuple[str, ...]
    insider: bool = False
    forward: bool = False


def _listed(briefing: Briefing) -> list[_Fact]:
    """All facts that can be in doubt, the weightier kinds first."""
    return [
        *(_Fact(f.id, "funding", f.name, f.claims) for f in briefing.funding),
        *(_Fact(t.id, "total", "", t.claims) for t in briefing.funding_totals),
        *(_Fact(m.id, "metric", m.name, m.claims, not is_public(m.name), m.forward_looking) for m in briefing.metrics),
        *(
            _Fact(r.id, "relationship", r.name, r.claims, False, r.status == "planned")
            for r in briefing.relationships
            if r.kinds != ("competitor",)
        ),
        *(_Fact(i.id, "infrastructure", i.name, i.claims, False, i.status in _AHEAD) for i in briefing.infrastructure),
        *(_Fact(d.id, "product", d.name, d.claims, False, d.status == "planned") for d in briefing.products),
        *(_Fact(e.id, "milestone", "", e.claims, False, e.status == "planned") for e in briefing.milestones),
        *(_Fact(x.id, "comparison", x.dimension, x.claims) for x in briefing.comparisons if not x.tabular),
    ]


def _facts(briefing: Briefing, by_id: dict[str, Claim], ground: Ground) -> list[Doubt]:
    """A doubt for each fact that is not verified; what another cites in full for the same reasons is left to it."""
    doubts: list[Doubt] = []
    alike: dict[object, Doubt] = {}
    cited = Places()
    for fact in _listed(briefing):
        claims = [by_id[ident] for ident in fact.claims]
        verdict = judge(claims, ground, insider=fact.insider, forward=fact.forward)
        given = reasons(claims, verdict, ground)
        if not given or not _worth(fact.kind, given):
            doubts += _details(claims, fact, ground) if fact.kind == "funding" else _intents(claims, fact, ground)
            continue
        made = Doubt(fact.kind, claims, given, (verdict.holder, verdict.standing), fact.ident, fact.name)
        words = (frozenset(claim.evidence for claim in claims), given)
        same = alike.setdefault(words, made)
        if same is not made:
            same.names += made.names if same.kind == fact.kind else []
        elif fact.kind not in _MINOR or not all(cited.holding(claim) for claim in claims):
            doubts.append(made)
            cited.add(made)
    return doubts


def _worth(kind: str, given: Sequence[Reason]) -> bool:
    """Author's interpretations are listed by the statements; a comparison needs more than being a view."""
    return kind not in ("comparison",) or set(given) != {"opinion"}


def _intents(claims: Sequence[Claim], fact: _Fact, ground: Ground) -> Iterator[Doubt]:
    """Ties of a firm relationship that are only planned or rumoured: a partner that means to invest as well."""
    ties: dict[str, list[Claim]] = {}
    for claim in claims:
        if isinstance(claim.values, TieValues):
            ties.setdefault(claim.values.tie, []).append(claim)
    for held in ties.values():
        if all(claim.modality in ("planned", "rumoured") for claim in held):
            verdict = judge(held, ground)
            given = reasons(held, verdict, ground)
            yield Doubt(fact.kind, held, given, (verdict.holder, verdict.standing), fact.ident, fact.name)


def _details(claims: Sequence[Claim], fact: _Fact, ground: Ground) -> Iterator[Doubt]:
    """Parts of a firm event that are not: the rumour before it, a reported valuation, a cheque "described"."""
    told = [claim for claim in claims if isinstance(claim.values, FundingValues)]
    rumours = [claim for claim in told if claim.modality == "rumoured"]
    firm = any(claim.modality == "asserted" for claim in told)  # then who credits another paper adds no doubt
    hedged = [
        [claim]
        for claim in told
        if claim.modality in ("hedged", "implied") and not (firm and claim.holder_kind == "outlet" and claim.holders)
    ]
    for held in [rumours, *hedged] if rumours else hedged:
        verdict = judge(held, ground)
        given = reasons(held, verdict, ground)
        extra: Reason = "inference" if held[0].modality == "implied" else "unnamed-source"
        yield Doubt("funding", held, given or (extra,), (verdict.holder, verdict.standing), fact.ident, fact.name)


def _arithmetic(briefing: Briefing) -> Iterator[Doubt]:
    """Words that the stated figures do not bear out."""
    by_source: dict[str, list[Claim]] = {}
    for claim in briefing.claims:
        by_source.setdefault(claim.evidence.source, []).append(claim)
    for conflict in briefing.conflicts:
        if conflict.kind == "arithmetic" and not conflict.compatible:
            spots = conflict.positions[0].evidence
            holding = [
                c for spot in spots[:_SHOWN] for c in by_source.get(spot.source, ()) if _inside(spot, c.evidence)
            ]
            if spots:
                reason: tuple[Reason, ...] = ("arithmetic",)
                yield Doubt("milestone", holding[:_SHOWN], reason, ("", "analysis"), conflict.about, extra=tuple(spots))


def _inside(spot: Evidence, place: Evidence) -> bool:
    return spot.source == place.source and place.start <= spot.start and spot.end <= place.end


# ---------------------------------------------------------------- the entry


def _entry(doubt: Doubt, rank: int, known: Cautions, ground: Ground) -> Unverified:
    held = {claim.id: claim for claim in (*doubt.claims, *doubt.retold)}
    told = tuple(sorted(held.values(), key=ground.place))
    evidence = evidence_of(told)
    if doubt.extra:
        evidence = tuple(dict.fromkeys((*doubt.extra[:_SHOWN], *evidence)))
    name = " and ".join(dict.fromkeys(doubt.names[:1] if doubt.kind == "metric" else doubt.names))
    words = topic_words(f"{doubt.text} {name}")
    sources = {piece.source for piece in evidence}
    return Unverified(
        id=f"u{rank + 1}",
        text=choosing.tidy(doubt.text),
        reasons=doubt.reasons,
        holder=doubt.holder,
        would_verify=known.near(words, doubt.kind, held, sources, "rumour" in doubt.reasons)
        or rule(doubt.reasons, kind_of(doubt.kind, doubt.claims), name, doubt.holder, ground),
        standing=doubt.standing,
        about=doubt.about,
        claims=ids_of(told),
        evidence=evidence,
        why=why(doubt.kind, doubt.reasons, doubt.holder, ground),
        rank=rank,
    )


def _careful(doubt: Doubt, ground: Ground) -> list[Claim]:
    """The claims that keep hedge and attribution, so that the words shown are the careful ones."""
    wanted: dict[Standing, Modality] = {"rumoured": "rumoured", "forward-looking": "planned"}
    hedged = [c for c in doubt.claims if c.modality == wanted.get(doubt.standing, c.modality)] or doubt.claims
    if "company-stated" in doubt.reasons:
        return [claim for claim in hedged if attribution(claim, ground) == "company"] or hedged
    return hedged
