"""Claims that readers take in as they stand (comparisons, advice, plain facts) in, each once, out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from briefing.model.briefing import Comparison, Implication, ProfileFact
from briefing.model.claim import Claim, ComparisonValues, OpinionValues, ProfileValues
from briefing.reconcile import choosing
from briefing.reconcile.describing import description
from briefing.reconcile.folding import content_words, fold
from briefing.reconcile.ground import Ground, evidence_of, ids_of
from briefing.reconcile.overlaps import Wordings, alike
from briefing.reconcile.standing import judge

_ROLES: tuple[Literal["advice", "watch", "caution"], ...] = ("advice", "watch", "caution")


def reconcile_comparisons(claims: Sequence[Claim], ground: Ground) -> tuple[Comparison, ...]:
    """Comparisons ("x1" …), equal ones of several sources together; rows of a table keep their order."""
    groups: dict[tuple[str, ...], list[tuple[Claim, ComparisonValues]]] = {}
    for claim in claims:
        values = claim.values
        if isinstance(values, ComparisonValues):
            key = (values.dimension, values.subject_position, values.other, values.other_position)
            groups.setdefault(tuple(map(fold, key)), []).append((claim, values))
    found = []
    for number, group in enumerate(groups.values(), 1):
        told = tuple(claim for claim, _ in group)
        values = group[0][1]
        found.append(
            Comparison(
                id=f"x{number}",
                dimension=values.dimension,
                subject_position=values.subject_position,
                other=values.other,
                other_position=values.other_position,
                implication=next((other.implication for _, other in group if other.implication), ""),
                standing=judge(told, ground).standing,
                claims=ids_of(told),
                evidence=evidence_of(told),
                tabular=_in_table(told[0], ground),
            )
        )
    return tuple(found)


def _in_table(claim: Claim, ground: Ground) -> bool:
    passage = ground.sources[claim.evidence.source].passage_at(claim.evidence.start)
    return passage is not None and passage.kind == "row"


def reconcile_implications(claims: Sequence[Claim], ground: Ground) -> tuple[Implication, ...]:
    """Advice, what to watch, and cautions ("n1" …); what several sources say alike is one entry."""
    groups: list[list[Claim]] = []
    heads: list[tuple[str, frozenset[str]]] = []
    wordings = Wordings()
    for claim in claims:
        values = claim.values
        if isinstance(values, OpinionValues) and values.role in _ROLES:
            words = content_words(claim.text)
            near = wordings.near(words)
            home = next((n for n in near if heads[n][0] == values.role and alike(words, heads[n][1], 0.6)), -1)
            if home < 0:
                groups.append([claim])
                heads.append((values.role, words))
                wordings.add(words)
            else:
                groups[home].append(claim)
    found = []
    for number, (group, (said, _)) in enumerate(zip(groups, heads, strict=True), 1):
        told = tuple(sorted(group, key=ground.place))
        audiences = [name for c in told if isinstance(c.values, OpinionValues) for name in c.values.audiences]
        role = next(role for role in _ROLES if role == said)
        text = choosing.telling(told).text
        found.append(
            Implication(f"n{number}", text, tuple(dict.fromkeys(audiences)), role, ids_of(told), evidence_of(told))
        )
    return tuple(found)


def reconcile_profile(claims: Sequence[Claim], ground: Ground) -> tuple[ProfileFact, ...]:
    """Plain facts ("q1" …): equal values of one name are one fact; the fullest wording is shown."""
    groups: list[list[tuple[Claim, ProfileValues]]] = []
    for claim in claims:
        values = claim.values
        if isinstance(values, ProfileValues) and claim.modality not in ("denied", "hypothetical"):
            home = next((group for group in groups if any(_same_fact(values, other) for _, other in group)), None)
            if home is None:
                groups.append([(claim, values)])
            else:
                home.append((claim, values))
    found = []
    for number, group in enumerate(groups, 1):
        told = tuple(sorted((claim for claim, _ in group), key=ground.place))
        said = [values.value for _, values in group]
        plain = Counter([one for one in said if not any(sign.isdigit() for sign in one)] or said)
        value = max(plain, key=lambda one: (plain[one], len(one), one))
        if fold(group[0][1].name) == "description":
            value = description(group)
        standing = judge(told, ground).standing
        if standing in ("rumoured", "analysis"):  # "the firm, seated here, is said to …": the seat is no rumour
            standing = "reported"
        found.append(ProfileFact(f"q{number}", group[0][1].name, value, standing, ids_of(told), evidence_of(told)))
    return tuple(found)


def _same_fact(one: ProfileValues, other: ProfileValues) -> bool:
    if fold(one.name) != fold(other.name):
        return False
    if fold(one.name) in ("description", "mission"):
        return True
    mine, theirs = content_words(one.value), content_words(other.value)
    return fold(one.value) == fold(other.value) or (bool(mine & theirs) and (mine <= theirs or theirs <= mine))
