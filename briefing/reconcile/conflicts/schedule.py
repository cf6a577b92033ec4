"""Plans that are told for days which do not agree: the start of a plant, a listing, a launch."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from briefing.model.briefing import Milestone
from briefing.model.claim import Claim, MilestoneValues
from briefing.model.dates import bounds, sort_key
from briefing.reconcile.conflicts.draft import Draft, Found, position, sentence, sources_of
from briefing.reconcile.folding import content_words, fold
from briefing.reconcile.lexicon import table
from briefing.reconcile.rounds import meet

_MANY = 40  # plans that are compared with one another


class _Plan(NamedTuple):
    """kinds: of plan, those that its words can mean. objects: content words that say what is planned."""

    milestone: Milestone
    kinds: tuple[str, ...]
    objects: frozenset[str]


def schedule(found: Found) -> Iterator[Draft]:
    """A draft for every two plans of one kind and object, told by different sources for dates that do not meet."""
    own = content_words(" ".join((found.ground.subject.name, *found.ground.subject.aliases)))
    plans = [plan for milestone in found.briefing.milestones if (plan := _plan(milestone, own))]
    for one, other in combinations(plans[:_MANY], 2):
        kind = next((kind for kind in one.kinds if kind in other.kinds and _one_object(one, other, kind)), "")
        if not kind:
            continue
        mine, theirs = one.milestone, other.milestone
        if meet(mine.date, theirs.date, 0):
            continue
        sides = [found.of(milestone.claims) for milestone in (mine, theirs)]
        if sources_of(sides[0]) & sources_of(sides[1]):
            continue
        pair = sorted(
            zip((mine, theirs), sides, strict=True), key=lambda side: sort_key(_told(side[1][0].evidence.source, found))
        )
        used = _wording(*pair[-1])
        text = sentence("date", "clash", used=used, why=sentence("amount", "later"))
        positions = tuple(position(_wording(milestone, claims), claims) for milestone, claims in pair)
        yield Draft(f"date of the {kind}", "date", positions, False, used, text, mine.id, 88)


def _wording(milestone: Milestone, claims: Sequence[Claim]) -> str:
    """The source's words for the date; the date itself where there are none."""
    whens = (claim.values.when for claim in claims if isinstance(claim.values, MilestoneValues))
    raw = next((when.raw for when in whens if when is not None and when.raw), "")
    return re.sub(r"^(?:the|by|in)\s+", "", raw.strip(" ,"), flags=re.I) or milestone.date


def _told(source: str, found: Found) -> str:
    return found.ground.sources[source].published


def _plan(milestone: Milestone, own: frozenset[str]) -> _Plan | None:
    if milestone.status != "planned" or not bounds(milestone.date):
        return None
    words = [word.strip(".,;:()\"'“”’") for word in fold(milestone.text).replace("'", " ").split()]
    kinds = tuple(name for name, known in _kinds() if known & set(words))
    if milestone.kind == "funding":
        kinds = tuple(kind for kind in kinds if kind in ("listing", "close"))
    if not kinds:
        return None
    known = frozenset().union(*(dict(_kinds())[kind] for kind in kinds)) | _idle()
    dropped = content_words(" ".join(sorted(known)))
    objects = frozenset(
        word for word in content_words(milestone.text) - dropped - own if not any(sign.isdigit() for sign in word)
    )
    return _Plan(milestone, kinds, objects)


def _one_object(one: _Plan, other: _Plan, kind: str) -> bool:
    words = table("schedule")["words"]
    if kind in words["single"] or one.objects & other.objects:
        return True
    return kind in words["bare"] and not (one.objects and other.objects)


@cache
def _kinds() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((name, frozenset(words)) for name, words in table("schedule")["kinds"].items())


@cache
def _idle() -> frozenset[str]:
    return frozenset(table("schedule")["words"]["idle"])
