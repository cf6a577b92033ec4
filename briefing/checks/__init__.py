"""A deck as Frames in, what is wrong with it out: one file a check, read CHECKS for the list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from briefing.checks import bounds, citations, contrast, fit, structure, tracing
from briefing.checks.subject import Judged
from briefing.model.briefing import Briefing
from briefing.model.finding import Finding
from briefing.model.frame import Deck
from briefing.model.theme import Theme

__all__ = ["CHECKS", "Judged", "check_file", "run"]

CHECKS: Mapping[str, Callable[[Judged], Iterable[Finding]]] = MappingProxyType(
    {
        "structure": structure.check,
        "fit": fit.check,
        "bounds": bounds.check,
        "contrast": contrast.check,
        "citations": citations.check,
        "tracing": tracing.judge,
    }
)


def check_file(data: bytes) -> tuple[Finding, ...]:
    """What is wrong with the file of a deck, apart from its slides: see package.py."""
    from briefing.checks import package

    return package.check(data)


def run(
    deck: Deck, theme: Theme, briefing: Briefing | None = None, texts: Mapping[str, str] | None = None
) -> tuple[Finding, ...]:
    """All checks; errors first, then by slide. Without a Briefing and texts nothing is traced."""
    judged = Judged(deck, theme, briefing, texts or {})
    found = [finding for check in CHECKS.values() for finding in check(judged)]
    return tuple(sorted(found, key=lambda item: (item.level != "error", item.slide, item.rule)))
