"""A theme that names a company's template in, the same theme with the template's colours, fonts and roles out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from briefing.errors import WorkspaceError
from briefing.exports.pptx.company import Company, CompanyLayout, chosen, company_of, room_of
from briefing.model.color import contrast
from briefing.model.records import replace
from briefing.model.theme import Theme
from briefing.theming.faults import Faults
from briefing.theming.roles import proposed

_SLOT = re.compile(r"(bg1|tx1|bg2|tx2|accent[1-6])( [+-](?:[1-9]|[1-9]\d)%)?")
_MACROS = (".pptm", ".potm", ".ppsm")
_ROLES = ("bg1", "tx1", "bg2", "tx2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
_LIGHT = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_DARK = {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}
_LEAST_TITLE = (0.25, 216_000)  # share of the slide's width; EMU, a line of 14 points


def clad(theme: Theme, data: Mapping[str, Any], file: Path, faults: Faults) -> Theme:
    """data: the theme.toml. Raises ThemeError with these faults and its own, InputError for a template of no use."""
    for key, instead in (("colors", "[roles]"), ("logo", "the template's master")):
        if key in data:
            faults.add(f"{key} has no effect beside a template", f"take it out; use {instead}")
    for key in ("major", "minor"):
        if key in data.get("fonts", {}):
            what = f"fonts.{key} has no effect beside a template, which brings its own fonts"
            faults.add(what, "take it out; fonts.files may stay")
    path = _template_path(data["template"], file, faults)
    layouts, named = _layouts(data.get("layouts", {}), faults), _named(data.get("roles", {}), faults)
    if not path:
        faults.raised()
    company = company_of(str(path))
    try:
        title, content = chosen(company, layouts, str(file))
    except WorkspaceError as error:
        faults.found.append(error)
        faults.raised()
        raise
    _sized(title, "title", company, faults)
    _sized(content, "content", company, faults)
    faults.raised()
    roles = {**proposal(content), **named}
    return replace(wearing(theme, content, roles), template=str(path), layouts=layouts, room=room_of(content, company))


def _sized(layout: CompanyLayout, key: str, company: Company, faults: Faults) -> None:
    """A title placeholder that holds no sentence is a fault, before anything is built."""
    if layout.title is None:
        return
    inner = layout.title.inner
    small = inner.w < _LEAST_TITLE[0] * company.width or inner.h < _LEAST_TITLE[1]
    if small or "vert" in layout.title.ph:
        size = f"{layout.title.box.w / 914_400:.1f} x {layout.title.box.h / 914_400:.1f} in"
        what = f'layouts.{key} = "{layout.name}": its title placeholder, {size}, holds no sentence'
        faults.add(what, "name a layout with a wider one")


def wearing(theme: Theme, content: CompanyLayout, roles: dict[str, str]) -> Theme:
    """The theme with the colours its roles have on that layout, and the template's fonts."""
    hexed = {role: content.hex(slot) for role, slot in roles.items()}
    dark = contrast(hexed["bg1"], "FFFFFF") > contrast(hexed["bg1"], "000000")
    slots = _DARK if dark else _LIGHT
    colors = {slots.get(role, role): hexed[role] for role in _ROLES}
    colors = {slot: colors[slot] for slot in ("dk1", "lt1", "dk2", "lt2", *_ROLES[4:])}
    links = {"hlink": content.colors["hlink"], "folHlink": content.colors["folHlink"]}
    return replace(
        theme,
        dark=dark,
        colors={**colors, **links},
        major=content.major,
        minor=content.minor,
        roles={role: roles[role] for role in _ROLES},
        logo=None,
    )


def proposal(content: CompanyLayout) -> dict[str, str]:
    """Role → slot, as the layout's palette best allows."""
    from briefing.theming.reading import bundled, read_unchecked

    dark = contrast(content.ground, "FFFFFF") > contrast(content.ground, "000000")
    ideal = read_unchecked(bundled() / ("midnight" if dark else "boardroom"))
    return proposed(content.hex, content.ground, {role: ideal.hex(role) for role in _ROLES})


def _template_path(name: object, file: Path, faults: Faults) -> Path | None:
    """None, and a fault, for a template that is not there or has macros."""
    if not isinstance(name, str) or not name:
        faults.add(f"template is not a file name: {name!r}", 'write template = "ours.potx"')
        return None
    if name.lower().endswith(_MACROS):
        what = f"template = {name}: it holds macros, which decks built onto it would carry on"
        faults.add(what, "save it as .pptx or .potx")
        return None
    if not name.lower().endswith((".pptx", ".potx")):
        faults.add(f"template = {name}: neither .pptx nor .potx", "save it as .potx")
        return None
    path = file.parent / name
    if not path.is_file():
        faults.add(f"template: no such file: {name}", "put it into the theme's folder")
        return None
    return path


def _layouts(table: Mapping[str, Any], faults: Faults) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in table.items():
        wanted = int if key == "master" else str
        if not isinstance(value, wanted) or isinstance(value, bool):
            kind = "a number" if key == "master" else "a layout's name"
            faults.add(f"layouts.{key} is not {kind}: {value!r}", f"write {kind}")
        else:
            found[key] = str(value)
    return found


def _named(table: Mapping[str, Any], faults: Faults) -> dict[str, str]:
    found: dict[str, str] = {}
    for role, value in table.items():
        if isinstance(value, str) and _SLOT.fullmatch(value):
            found[role] = value
        else:
            remedy = 'write one of its colours, lighter or darker: "accent4", "accent4 -25%", "tx2 +40%"'
            faults.add(f"roles.{role} = {value!r} is no colour of a template", remedy)
    return found
