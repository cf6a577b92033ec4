"""Claims in, a function out that gives any form of an organisation's name the one name the Briefing uses."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.model.briefing import Subject
from briefing.model.claim import Claim
from briefing.model.settings import Settings


def canonical_names(claims: Sequence[Claim], subject: Subject, settings: Settings) -> Callable[[str], str]:
    return lambda name: name
