"""Theme folders in, checked Themes and what is wrong with them out; new themes made from a colour or a template."""

from __future__ import annotations

from briefing.theming.legibility import contrast_errors, separation_warnings
from briefing.theming.reading import bundled, find_theme, load, read_unchecked, theme_folders

__all__ = [
    "bundled",
    "contrast_errors",
    "find_theme",
    "load",
    "read_unchecked",
    "separation_warnings",
    "theme_folders",
]
