"""What a check looks for, and what it found, in words a user can act on."""

from __future__ import annotations

from typing import Literal

from briefing.model.records import dataclass

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Rule:
    """id: stable, "fit.overflow". level: in decks of anybody; own: in decks that were made here. "" for not judged.

    why: why it matters, one sentence. remedy: how to mend it.
    """

    id: str
    level: Level | Literal[""]
    own: Level | Literal[""]
    why: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Finding:
    """rule: stable id ("fit.overflow"); slide: 1-based, 0 for the whole deck; where: shape or part name.

    fingerprint: the same for the same fault of a later version of the deck, wherever its slide has gone; "" where
    nobody has asked for it.
    """

    rule: str
    level: Level
    slide: int
    where: str
    message: str
    remedy: str = ""
    fingerprint: str = ""
