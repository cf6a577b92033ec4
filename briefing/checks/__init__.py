"""A deck as Frames in, what is wrong with it out: one file a check, CHECKS lists them, rules.py the rules.

The file itself is judged by checks/package; both give findings that `ruled` sets the levels of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.checks import bounds, citations, contrast, fit, looks, spoken, structure, tracing, wording
from briefing.checks.subject import Judged, made_here
from briefing.model.briefing import Briefing
from briefing.model.finding import Finding
from briefing.model.frame import Deck
from briefing.model.theme import Theme

if TYPE_CHECKING:
    from briefing.checks.package.parts import Package

__all__ = ["CHECKS", "Judged", "check_package", "check_written", "run", "unreadable_model"]

CHECKS: Mapping[str, Callable[[Judged], Iterable[Finding]]] = MappingProxyType(
    {
        "structure": structure.check,
        "fit": fit.check,
        "bounds": bounds.check,
        "contrast": contrast.check,
        "spoken": spoken.check,
        "looks": looks.check,
        "wording": wording.check,
        "citations": citations.check,
        "tracing": tracing.judge,
    }
)


def check_package(package: Package, deck: Deck) -> tuple[Finding, ...]:
    """What is wrong with the file of a deck, apart from its slides: see package/."""
    from briefing.checks import package as files
    from briefing.checks.rules import ruled

    return in_order(ruled(files.check(package), own=made_here(deck)))


def unreadable_model(why: str) -> Finding:
    """The finding of a deck whose own Briefing cannot be read, so that nothing in it is traced."""
    from briefing.checks.rules import ruled
    from briefing.checks.subject import found

    return next(ruled([found("deck.model", 0, "the briefing it carries", why)], own=True))


def check_written(data: bytes) -> tuple[Finding, ...]:
    """What is wrong with the bytes of a deck of ours: see written.py, which parses nothing."""
    from briefing.checks import written

    found = tuple(written.check(data))
    if not found:
        return ()
    from briefing.checks.rules import ruled

    return in_order(ruled(found, own=True))


def run(
    deck: Deck, theme: Theme, briefing: Briefing | None = None, texts: Mapping[str, str] | None = None
) -> tuple[Finding, ...]:
    """All checks; errors first, then by slide. Without a Briefing and texts nothing is traced."""
    judged = Judged(deck, theme, briefing, texts or {})
    found = [finding for check in CHECKS.values() for finding in check(judged)]
    if not found:
        return ()
    from briefing.checks.rules import ruled  # of a sound deck nothing is to be said

    return in_order(ruled(found, own=judged.own))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Errors first, then by slide and rule; nothing twice."""
    once = dict.fromkeys(findings)
    return tuple(sorted(once, key=lambda item: (item.level != "error", item.slide, item.rule)))
