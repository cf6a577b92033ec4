"""Whom a deck is for: which slides, in what order, with what emphasis and words. Data: one TOML file an audience."""

from __future__ import annotations

from briefing.model.records import dataclass, field

SLIDE_KINDS = (
    "title",
    "overview",
    "changes",
    "company",
    "funding",
    "funding-chart",
    "partnerships",
    "strategy",
    "timeline",
    "risks",
    "conflicts",
    "watchlist",
    "evidence",
)


@dataclass(frozen=True, slots=True)
class Audience:
    """name: the key on the command line ("cto"). label: as shown ("CTO"). slides: kinds in order.

    so_what: heading of the implications panel ("So what for a CTO"). addressed_as: words by which sources address such
    readers, lower case ("cto", "engineering leader"). kpis: names of key figures in order of preference (see
    slides/overview.py). emphasis: topics in order ("product", "funding" …) that rank facts, risks and milestones.
    questions: question templates for the watchlist, keyed by what raises them. path: the file it was read from.
    """

    name: str
    label: str
    slides: tuple[str, ...]
    so_what: str
    addressed_as: tuple[str, ...] = ()
    kpis: tuple[str, ...] = ()
    emphasis: tuple[str, ...] = ()
    max_risks: int = 9
    max_conflicts: int = 6
    questions: dict[str, str] = field(default_factory=dict)
    description: str = ""
    path: str = ""
