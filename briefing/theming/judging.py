"""A theme in, everything that a person should know before decks wear it out: errors and warnings."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.errors import ThemeError
from briefing.measure.faces import measured_as
from briefing.model.finding import Finding
from briefing.model.theme import Theme
from briefing.theming import logos
from briefing.theming.legibility import contrast_errors, separation_warnings


def judge(theme: Theme) -> tuple[Finding, ...]:
    """Errors first: contrast, distance of the standings, fonts, logo, and what a template cannot give."""
    found = [*contrast_errors(theme), *separation_warnings(theme), *logos.findings(theme)]
    if theme.template:
        from briefing.theming.honouring import findings  # most themes have none

        found += findings(theme)
    else:
        found += _fonts(theme)
    return tuple(sorted(found, key=lambda item: item.level != "error"))


def faults(error: ThemeError) -> tuple[Finding, ...]:
    """What keeps a theme from being read, each as an error."""
    return tuple(Finding("theme.file", "error", 0, fault.where, fault.what, fault.remedy) for fault in error.faults)


def _fonts(theme: Theme) -> Iterator[Finding]:
    for key, family in (("major", theme.major), ("minor", theme.minor)):
        if (theme.font_files and family == theme.minor) or measured_as(family):
            continue
        message = f'fonts.{key} = "{family}": its widths are not known, so text is measured as Arial 8 % wider'
        remedy = "name its files: fonts.files = { regular, bold }; readers without the font see another"
        yield Finding("theme.font", "warning", 0, f"fonts.{key}", message, remedy)
