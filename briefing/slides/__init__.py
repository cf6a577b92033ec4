"""The slide kinds: each file is one whole kind: its plan type, `plan` (what to say), `layout` (where it stands)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from briefing.model.audience import Audience
from briefing.model.briefing import Briefing
from briefing.model.records import dataclass
from briefing.model.theme import Theme
from briefing.slides import (
    changes,
    company,
    conflicts,
    evidence,
    funding,
    funding_chart,
    overview,
    partnerships,
    risks,
    strategy,
    timeline,
    title,
    watchlist,
)
from briefing.slides.canvas import Sheet


@dataclass(frozen=True, slots=True)
class SlideKind:
    """plan: what to say, () where there is nothing; layout: a plan on one slide or more."""

    plan: Callable[[Briefing, Audience], tuple[Any, ...]]
    layout: Callable[[Any, Theme], tuple[Sheet, ...]]


SLIDES: Mapping[str, SlideKind] = MappingProxyType(
    {
        "title": SlideKind(title.plan, title.layout),
        "overview": SlideKind(overview.plan, overview.layout),
        "changes": SlideKind(changes.plan, changes.layout),
        "company": SlideKind(company.plan, company.layout),
        "funding": SlideKind(funding.plan, funding.layout),
        "funding-chart": SlideKind(funding_chart.plan, funding_chart.layout),
        "partnerships": SlideKind(partnerships.plan, partnerships.layout),
        "strategy": SlideKind(strategy.plan, strategy.layout),
        "timeline": SlideKind(timeline.plan, timeline.layout),
        "risks": SlideKind(risks.plan, risks.layout),
        "conflicts": SlideKind(conflicts.plan, conflicts.layout),
        "watchlist": SlideKind(watchlist.plan, watchlist.layout),
        "evidence": SlideKind(evidence.plan, evidence.layout),
    }
)
