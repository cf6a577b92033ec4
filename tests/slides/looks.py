"""The theme and the audiences that slide tests use: the bundled ones."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from briefing import theming
from briefing.audiences import read_audience
from briefing.model.audience import Audience
from briefing.model.theme import Theme

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("board", "ceo", "cto", "investor", "procurement", "security")


@cache
def audience(name: str) -> Audience:
    path = ROOT / "briefing" / "audiences" / f"{name}.toml"
    return read_audience(path.read_text(encoding="utf-8"), str(path))


@cache
def theme(name: str = "boardroom") -> Theme:
    return theming.load(ROOT / "themes" / name)
