"""What a check found, in words a user can act on."""

from __future__ import annotations

from typing import Literal

from briefing.model.records import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """rule: stable id ("fit.overflow"); slide: 1-based, 0 for the whole deck; where: shape or part name."""

    rule: str
    level: Literal["error", "warning"]
    slide: int
    where: str
    message: str
    remedy: str = ""
