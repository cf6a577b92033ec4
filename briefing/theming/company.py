"""A theme that names a company's template in, the same theme with the template's colours, fonts and roles out."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from briefing.errors import WorkspaceError
from briefing.exports.pptx.company import CompanyLayout, chosen, company_of, relative_scale, room_of
from briefing.model.color import contrast
from briefing.model.finding import Finding
from briefing.model.records import replace
from briefing.model.theme import Theme
from briefing.theming.roles import proposed

_SLOT = re.compile(r"(bg1|tx1|bg2|tx2|accent[1-6])( [+-](?:[1-9]|[1-9]\d)%)?")
_MACROS = (".pptm", ".potm", ".ppsm")
_ROLES = ("bg1", "tx1", "bg2", "tx2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
_LIGHT = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_DARK = {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}
_SMALL, _TITLE_SMALL = 0.8, 0.55


def clad(theme: Theme, data: Mapping[str, Any], file: Path) -> Theme:
    """data: the theme.toml. Raises WorkspaceError, InputError naming file, key, value and remedy."""
    for key, instead in (("colors", "[roles]"), ("logo", "the template's master")):
        if key in data:
            raise WorkspaceError(f"{key} has no effect beside a template", str(file), f"take it out; use {instead}")
    for key in ("major", "minor"):
        if key in data.get("fonts", {}):
            what = f"fonts.{key} has no effect beside a template, which brings its own fonts"
            raise WorkspaceError(what, str(file), "take it out; fonts.files may stay")
    path = template_path(data["template"], file)
    company = company_of(str(path))
    layouts = _layouts(data.get("layouts", {}), file)
    _, content = chosen(company, layouts, str(file))
    roles = {**proposal(content), **_named(data.get("roles", {}), file)}
    return replace(wearing(theme, content, roles), template=str(path), layouts=layouts, room=room_of(content, company))


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


def template_path(name: object, file: Path) -> Path:
    """Raises WorkspaceError for a template that is not there or has macros."""
    if not isinstance(name, str) or not name:
        raise WorkspaceError(f"template is not a file name: {name!r}", str(file), 'write template = "ours.potx"')
    if name.lower().endswith(_MACROS):
        what = f"template = {name}: it holds macros, which decks built onto it would carry on"
        raise WorkspaceError(what, str(file), "save it as .pptx or .potx")
    if not name.lower().endswith((".pptx", ".potx")):
        raise WorkspaceError(f"template = {name}: neither .pptx nor .potx", str(file), "save it as .potx")
    path = file.parent / name
    if not path.is_file():
        raise WorkspaceError(f"template: no such file: {name}", str(file), "put it into the theme's folder")
    return path


def _layouts(table: Mapping[str, Any], file: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in table.items():
        wanted = int if key == "master" else str
        if not isinstance(value, wanted) or isinstance(value, bool):
            kind = "a number" if key == "master" else "a layout's name"
            raise WorkspaceError(f"layouts.{key} is not {kind}: {value!r}", str(file), f"write {kind}")
        found[key] = str(value)
    return found


def _named(table: Mapping[str, Any], file: Path) -> dict[str, str]:
    for role, value in table.items():
        if not isinstance(value, str) or not _SLOT.fullmatch(value):
            remedy = 'write one of its colours, lighter or darker: "accent4", "accent4 -25%", "tx2 +40%"'
            raise WorkspaceError(f"roles.{role} = {value!r} is no colour of a template", str(file), remedy)
    return dict(table)


def findings(theme: Theme) -> Iterator[Finding]:
    """What a template cannot give, by name."""
    company = company_of(theme.template)
    where = os.path.join(theme.path, "theme.toml")
    title, content = chosen(company, theme.layouts, where)
    scale = relative_scale(content, company)
    if content.title is None:
        yield _warning(
            content, "has no title placeholder: titles are text boxes", "name one with a title as layouts.content"
        )
    if content.footer is None:
        yield _warning(
            content, "has no footer placeholder: subject, audience and date are left out", "add one, or leave it"
        )
    elif content.footer.text:
        yield _warning(content, f'keeps its own footer "{content.footer.text[:60]}"', "none needed")
    if content.number is None:
        yield _warning(content, "has no slide number placeholder: pages are not numbered", "add one in PowerPoint")
    if content.ground_kind != "solid":
        message = f"stands on a {content.ground_kind}; contrast is judged on its mean colour {content.ground}"
        yield _warning(content, message, "look at the preview, or name a plain layout as layouts.content")
    if scale < _SMALL:
        share = round(100 * scale)
        yield _warning(content, f"leaves room for slides at {share} % of their size", "name one with more free space")
    if title.title is None or title.subtitle is None:
        yield _warning(
            title, "lacks a title or subtitle placeholder for the first slide", "name another as layouts.title"
        )


def _warning(layout: CompanyLayout, message: str, remedy: str) -> Finding:
    return Finding("theme.template", "warning", 0, layout.name, f'layout "{layout.name}" {message}', remedy)
