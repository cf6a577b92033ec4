"""A Briefing's facts and statements in, those neither corroborated nor plainly reported out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.model.briefing import Briefing, FundingEvent, Metric, Product, Reason, Relationship, Standing, Unverified
from briefing.model.claim import Claim, FundingValues, Modality, OpinionValues, TieValues
from briefing.model.source import Evidence
from briefing.reconcile import choosing
from briefing.reconcile.doubts import Cautions, cautions, rule, topic_of, topic_words, why
from briefing.reconcile.folding import content_words, fold
from briefing.reconcile.ground import Ground, evidence_of, ids_of
from briefing.reconcile.lexicon import words as words_of
from briefing.reconcile.metrics import is_public
from briefing.reconcile.overlaps import within
from briefing.reconcile.standing import Verdict, attribution, judge, reasons

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
_MINOR = ("milestone", "comparison")  # listed only where no other fact cites their words
_AHEAD = ("planned", "announced")
_LEAST_WORDS = 4  # content words below which a clause is a scrap
_REASON_WEIGHT: dict[Reason, int] = {"rumour": 9, "forward-looking": 6, "arithmetic": 6, "unnamed-source": 5}


class _Doubt:
    """An entry while retellings are still put into it.

    claims: those of the fact, or the statement itself; retold: others that say the same; extra: evidence beside theirs.
    """

    def __init__(
        self,
        kind: str,
        claims: list[Claim],
        reasons: tuple[Reason, ...],
        verdict: tuple[str, Standing],
        about: str | None,
        name: str = "",
        extra: tuple[Evidence, ...] = (),
    ) -> None:
        self.kind, self.claims, self.reasons, self.about = kind, claims, reasons, about
        self.holder, self.standing = verdict
        self.names = [name] if name else []
        self.extra = extra
        self.retold: list[Claim] = []
        self.words: frozenset[str] = frozenset()

    @property
    def spans(self) -> frozenset[Evidence]:
        return frozenset(claim.evidence for claim in self.claims)


def find_unverified(briefing: Briefing, ground: Ground) -> tuple[Unverified, ...]:
    """Entries "u1" … in the order of their weight; retellings of one statement are one entry with all evidence."""
    by_id = {claim.id: claim for claim in briefing.claims}
    doubts = [*_facts(briefing, by_id, ground), *_arithmetic(briefing, by_id)]
    _statements(briefing, doubts, ground)
    known = cautions(briefing.claims, ground)
    weighed = sorted(range(len(doubts)), key=lambda place: (-_weight(doubts[place]), place))
    return tuple(_entry(doubts[place], rank, known, ground) for rank, place in enumerate(weighed))


def _weight(doubt: _Doubt) -> int:
    return _WEIGHTS[doubt.kind] + max((_REASON_WEIGHT.get(reason, 0) for reason in doubt.reasons), default=0)


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


def _facts(briefing: Briefing, by_id: dict[str, Claim], ground: Ground) -> list[_Doubt]:
    """A doubt for each fact that is not verified; what another cites in full for the same reasons is left to it."""
    doubts: list[_Doubt] = []
    cited = _Places()
    for fact in _listed(briefing):
        claims = [by_id[ident] for ident in fact.claims]
        verdict = judge(claims, ground, insider=fact.insider, forward=fact.forward)
        given = reasons(claims, verdict, ground)
        if not given or not _worth(fact.kind, given):
            doubts += _details(claims, fact, ground) if fact.kind == "funding" else _intents(claims, fact, ground)
            continue
        made = _Doubt(fact.kind, claims, given, (verdict.holder, verdict.standing), fact.ident, fact.name)
        same = next((one for one in doubts if one.spans == made.spans and one.reasons == given), None)
        if same is not None:
            same.names += made.names if same.kind == fact.kind else []
        elif fact.kind not in _MINOR or not all(cited.holding(claim) for claim in claims):
            doubts.append(made)
            cited.add(made)
    return doubts


def _worth(kind: str, given: Sequence[Reason]) -> bool:
    """Author's interpretations are listed by the statements; a comparison needs more than being a view."""
    return kind not in ("comparison",) or set(given) != {"opinion"}


def _intents(claims: Sequence[Claim], fact: _Fact, ground: Ground) -> Iterator[_Doubt]:
    """Ties of a firm relationship that are only planned or rumoured: a partner that means to invest as well."""
    ties: dict[str, list[Claim]] = {}
    for claim in claims:
        if isinstance(claim.values, TieValues):
            ties.setdefault(claim.values.tie, []).append(claim)
    for held in ties.values():
        if all(claim.modality in ("planned", "rumoured") for claim in held):
            verdict = judge(held, ground)
            given = reasons(held, verdict, ground)
            yield _Doubt(fact.kind, held, given, (verdict.holder, verdict.standing), fact.ident, fact.name)


def _details(claims: Sequence[Claim], fact: _Fact, ground: Ground) -> Iterator[_Doubt]:
    """Parts of a firm event that are hedged or inferred: a reported valuation, a cheque that "reports described"."""
    for claim in claims:
        values = claim.values
        if isinstance(values, FundingValues) and claim.modality in ("hedged", "implied", "rumoured"):
            verdict = judge([claim], ground)
            given = reasons([claim], verdict, ground)
            extra: Reason = "inference" if claim.modality == "implied" else "unnamed-source"
            if claim.modality != "rumoured" or "rumour" in given:
                held = (verdict.holder, verdict.standing)
                yield _Doubt("funding", [claim], given or (extra,), held, fact.ident, fact.name)


def _arithmetic(briefing: Briefing, by_id: dict[str, Claim]) -> Iterator[_Doubt]:
    """Words that the stated figures do not bear out."""
    for conflict in briefing.conflicts:
        if conflict.kind == "arithmetic" and not conflict.compatible:
            spots = conflict.positions[0].evidence
            holding = [claim for claim in by_id.values() if any(_inside(spot, claim.evidence) for spot in spots)]
            if spots:
                reason: tuple[Reason, ...] = ("arithmetic",)
                yield _Doubt("milestone", holding[:6], reason, ("", "analysis"), conflict.about, extra=tuple(spots))


def _inside(spot: Evidence, place: Evidence) -> bool:
    return spot.source == place.source and place.start <= spot.start and spot.end <= place.end


# ---------------------------------------------------------------- statements


def _statements(briefing: Briefing, doubts: list[_Doubt], ground: Ground) -> None:
    """Add what companies, officers and others say; a retelling goes to the entry that holds its words already."""
    listed = _Places()
    for doubt in doubts:
        doubt.words = content_words(" ".join(claim.text for claim in doubt.claims[:8]))
        listed.add(doubt)
    firm = _firm(briefing)
    said: list[_Doubt] = []
    for claim in briefing.claims:
        values = claim.values
        if not isinstance(values, OpinionValues) or values.role not in ("statement", "view", "caution"):
            continue
        given = _reasons_of(claim, ground)
        words = content_words(claim.text)
        if not given or len(words) < _LEAST_WORDS or not _claims_something(claim, words, ground):
            continue
        home = listed.holding(claim) or _retold(claim, words, said)
        if home is not None:
            home.retold.append(claim)
        elif claim.modality not in ("asserted", "opinion") or claim.holder_kind == "unnamed" or not firm.holding(claim):
            verdict = judge([claim], ground)
            kind = "caution" if values.role == "caution" else "opinion"
            doubt = _Doubt(kind, [claim], given, (_named(claim, verdict, ground), verdict.standing), None)
            doubt.words = words
            said.append(doubt)
            listed.add(doubt)
    doubts += said


class _Places:
    """Entries by the words they cite."""

    def __init__(self) -> None:
        self._spans: dict[str, list[tuple[int, int, _Doubt]]] = {}

    def add(self, doubt: _Doubt) -> None:
        for claim in doubt.claims:
            piece = claim.evidence
            self._spans.setdefault(piece.source, []).append((piece.start, piece.end, doubt))

    def holding(self, claim: Claim) -> _Doubt | None:
        """The entry that cites at least half of the claim's words, or whose words stand mostly inside the claim's."""
        piece = claim.evidence
        for start, end, doubt in self._spans.get(piece.source, ()):
            shared = min(end, piece.end) - max(start, piece.start)
            if shared > 0 and 2 * shared >= min(end - start, piece.end - piece.start):
                return doubt
        return None


def _firm(briefing: Briefing) -> _Places:
    """The words of facts that are corroborated or plainly reported: nobody need doubt them again."""
    places = _Places()
    by_id = {claim.id: claim for claim in briefing.claims}
    facts: list[FundingEvent | Relationship | Metric | Product] = [*briefing.funding, *briefing.relationships]
    facts += [*briefing.metrics, *briefing.products]
    for fact in facts:
        if fact.standing in ("corroborated", "reported"):
            claims = [by_id[ident] for ident in fact.claims if by_id[ident].modality == "asserted"]
            places.add(_Doubt("opinion", claims, (), ("", fact.standing), fact.id))
    return places


def _claims_something(claim: Claim, words: frozenset[str], ground: Ground) -> bool:
    """Author's words count where they foretell or conclude something of the subject; mere judgement does not."""
    text = fold(claim.text)
    if any(sign in text for sign in words_of("language", "silent")):
        return False
    if isinstance(claim.values, OpinionValues) and claim.values.role == "caution":
        return len(words) >= 2 * _LEAST_WORDS
    supposed = claim.modality == "hypothetical" and text.startswith(words_of("language", "supposing"))
    if claim.modality == "denied" or supposed:
        return False
    if claim.holder_kind != "author" and (claim.holders or claim.modality != "planned"):
        return True
    own = content_words(" ".join((ground.subject.name, *ground.subject.aliases)))
    dated = any(sign.isdigit() for sign in text)
    about = (
        dated or bool(words & own) or any(word in f" {text} " for word in (" company ", " it ", " its ", " startup "))
    )
    if claim.modality in ("planned", "hedged", "implied", "rumoured"):
        return about or claim.modality == "rumoured"
    return claim.modality == "opinion" and any(f" {sign}" in text for sign in words_of("language", "inferring"))


def _retold(claim: Claim, words: frozenset[str], said: Iterable[_Doubt]) -> _Doubt | None:
    """The statement of the same holder (in any source) that shares most of its words."""
    holder = fold(claim.holders[-1]) if claim.holders else ""
    for doubt in said:
        first = doubt.claims[0]
        theirs = fold(first.holders[-1]) if first.holders else ""
        akin = holder == theirs or holder in theirs or theirs in holder
        if akin and within(words, doubt.words, 0.72):
            return doubt
    return None


def _reasons_of(claim: Claim, ground: Ground) -> tuple[Reason, ...]:
    """Why a statement is not verified; () for a plain report."""
    verdict = judge([claim], ground)
    given = list(reasons([claim], verdict, ground))
    values = claim.values
    statement = isinstance(values, OpinionValues) and values.role == "statement"
    if claim.holder_kind == "company" and "company-stated" not in given:
        given.append("company-stated")
    if claim.modality == "opinion" and "opinion" not in given:
        given.append("opinion")
    caution = isinstance(values, OpinionValues) and values.role == "caution"
    told_of = claim.holder_kind == "outlet" and bool(claim.holders)
    if caution and not given:
        given.append("inference")
    if (statement or told_of) and not given:
        given.append("single-source")
    return tuple(given)


def _named(claim: Claim, verdict: Verdict, ground: Ground) -> str:
    if claim.holders:
        return claim.holders[-1]
    source = ground.sources[claim.evidence.source]
    return verdict.holder or source.author or source.publisher


# ---------------------------------------------------------------- the entry


def _entry(doubt: _Doubt, rank: int, known: Cautions, ground: Ground) -> Unverified:
    held = {claim.id: claim for claim in (*doubt.claims, *doubt.retold)}
    told = tuple(sorted(held.values(), key=ground.place))
    evidence = tuple(dict.fromkeys((*doubt.extra, *evidence_of(told))))
    text = choosing.telling(_careful(doubt, ground)).text if doubt.claims else evidence[0].quote
    name = " and ".join(doubt.names)
    words = topic_words(f"{text} {name}") | topic_of(doubt.kind)
    sources = {piece.source for piece in evidence}
    return Unverified(
        id=f"u{rank + 1}",
        text=choosing.tidy(text),
        reasons=doubt.reasons,
        holder=doubt.holder,
        would_verify=known.near(words, held, sources) or rule(doubt.reasons, doubt.kind, name, doubt.holder, ground),
        standing=doubt.standing,
        about=doubt.about,
        claims=ids_of(told),
        evidence=evidence,
        why=why(doubt.kind, doubt.reasons, doubt.holder, ground),
        rank=rank,
    )


def _careful(doubt: _Doubt, ground: Ground) -> list[Claim]:
    """The claims that keep hedge and attribution, so that the words shown are the careful ones."""
    wanted: dict[Standing, Modality] = {"rumoured": "rumoured", "forward-looking": "planned"}
    hedged = [c for c in doubt.claims if c.modality == wanted.get(doubt.standing, c.modality)] or doubt.claims
    if "company-stated" in doubt.reasons:
        return [claim for claim in hedged if attribution(claim, ground) == "company"] or hedged
    return hedged
