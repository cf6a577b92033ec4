"""A theme with a template in, what of it cannot be honoured out, by name and with a remedy, before a deck is built."""

from __future__ import annotations

import os
from collections.abc import Iterator

from briefing.exports.pptx.company import Company, CompanyLayout, Place, chosen, company_of, relative_scale
from briefing.exports.pptx.titling import BUSY, ink_of
from briefing.measure import stand_in
from briefing.model.finding import Finding
from briefing.model.theme import ColorRole, Theme

_SMALL = 0.8
_TITLE_SIZE = 24.0
_LEAST, _LEAST_TITLE = 4.5, 3.0
_READ: tuple[ColorRole, ...] = ("tx1", "tx2", "accent1", "accent2", "accent3", "accent4", "accent5")


def findings(theme: Theme) -> Iterator[Finding]:
    """What a template cannot give."""
    company = company_of(theme.template)
    title, content = chosen(company, theme.layouts, os.path.join(theme.path, "theme.toml"))
    yield from judged(theme, company, title, content)


def judged(theme: Theme, company: Company, title: CompanyLayout, content: CompanyLayout) -> Iterator[Finding]:
    """The same of layouts already chosen."""
    yield from _lacking(content)
    yield from _fonts(theme, title, content)
    yield from _on_its_ground(theme, content)
    yield from _in_its_color(theme, content, content.title, "titles")
    if relative_scale(content, company) < _SMALL:
        share = round(100 * relative_scale(content, company))
        message = f"leaves {share} % of the room of our own slides: decks take more slides"
        yield _warning(content, message, "name one with more free space as layouts.content")
    if title.title is None or title.subtitle is None:
        yield _warning(
            title, "lacks a title or subtitle placeholder for the first slide", "name another as layouts.title"
        )
    if title is not content:
        yield from _in_its_color(theme, title, title.title, "the subject")
    yield from _in_its_color(theme, title, title.subtitle, "the takeaway")


def _lacking(content: CompanyLayout) -> Iterator[Finding]:
    if content.title is None:
        yield _warning(
            content,
            "has no title placeholder: titles stand in the area it leaves",
            "name one with a title as layouts.content",
        )
    if content.footer is None:
        yield _warning(
            content, "has no footer placeholder: subject, audience and date are left out", "add one, or leave it"
        )
    elif content.footer.text:
        yield _warning(content, f'keeps its own footer "{content.footer.text[:60]}"', "none needed")
    if content.number is None:
        yield _warning(content, "has no slide number placeholder: pages are not numbered", "add one in PowerPoint")


def _fonts(theme: Theme, title: CompanyLayout, content: CompanyLayout) -> Iterator[Finding]:
    """Families whose widths are not known, and what they are measured with."""
    if theme.font_files:
        return
    for family in dict.fromkeys((content.major, content.minor)):
        measured = stand_in(family)
        if measured != family:
            message = (
                f'has the font "{family}", which not every machine has: text is measured as {measured}, which is wide'
            )
            yield _warning(content, message, "name its files: fonts.files = { regular, bold }")


def _on_its_ground(theme: Theme, layout: CompanyLayout) -> Iterator[Finding]:
    """Colours that are not read everywhere on an uneven ground."""
    if layout.ground_kind == "solid":
        return
    for role in _READ:
        ratio = layout.backdrop.contrast(layout.free, theme.hex(role), 0.01)
        if ratio < _LEAST:
            message = f"stands on a {layout.ground_kind}: {role} ({theme.hex(role)}) keeps a contrast of {ratio:.1f}"
            message += f" with its least legible part, needs {_LEAST:g}"
            yield _warning(
                layout, message, f"name another colour as roles.{role}, or a plain layout as layouts.content"
            )


def _in_its_color(theme: Theme, layout: CompanyLayout, place: Place | None, what: str) -> Iterator[Finding]:
    """A placeholder whose own colour is not read on what lies under it."""
    if place is None:
        return
    size, backdrop = min(place.size, _TITLE_SIZE), layout.backdrop
    ink, veil = ink_of(place.inner, place.color, backdrop, theme, size)
    ratio = backdrop.contrast(place.inner, place.color)
    has = f"has {place.color} for {what}"
    if ink is None:
        if ratio < _LEAST_TITLE:
            message = f"{has}, a contrast of {ratio:.1f} with what lies under it; it stays, as the template has it"
            yield _warning(layout, message, "change the colour in the layout")
        return
    if backdrop.unevenness(place.inner) > BUSY:
        message = f"has a busy picture under {what}"
    else:
        message = f"{has}, which keeps a contrast of {ratio:.1f} with what lies under it"
    message += f": where needed the text is written in {ink} ({theme.hex(ink)})"
    yield _warning(
        layout,
        message + (" on a translucent ground" if veil else ""),
        "name a layout with a plain ground there, or change the layout",
    )


def _warning(layout: CompanyLayout, message: str, remedy: str) -> Finding:
    return Finding("theme.template", "warning", 0, layout.name, f'layout "{layout.name}" {message}', remedy)
