"""A company's .pptx or .potx in, a theme folder that builds onto it out: theme.toml, the template, logo candidates."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.errors import InputError
from briefing.exports.pptx.company import Company, CompanyLayout, chosen, read_company, relative_scale
from briefing.exports.pptx.opening import Opened
from briefing.theming.company import proposal, wearing
from briefing.theming.creating import checked_name

_MEANING = {
    "bg1": "canvas",
    "tx1": "text",
    "bg2": "surfaces",
    "tx2": "secondary text",
    "accent1": "the brand accent; standing: reported",
    "accent2": "corroborated",
    "accent3": "company-stated, target, planned",
    "accent4": "rumoured",
    "accent5": "disputed",
    "accent6": "hairlines",
}
_MOST_LOGOS = 4
_MACROS = (".pptm", ".potm", ".ppsm")


@dataclass(frozen=True, slots=True)
class Imported:
    """files: name → contents of the theme's folder. told: what was read, in a few lines for a person."""

    files: dict[str, bytes]
    told: tuple[str, ...]


def imported(name: str, data: bytes, where: str) -> Imported:
    """where: the template's path. Raises InputError, WorkspaceError for what must not or cannot be built on."""
    checked_name(name)
    suffix = posixpath.splitext(where.lower())[1]
    if suffix in _MACROS:
        what = "the template holds macros, which decks built onto it would carry on"
        raise InputError(what, where, "save it as .pptx or .potx without macros")
    if suffix not in (".pptx", ".potx"):
        raise InputError("the file is neither .pptx nor .potx", where, "give a PowerPoint file or template")
    company = read_company(data, where)
    title, content = chosen(company, {}, where)
    roles = proposal(content)
    logos = dict(_logos(Opened(data, where)))
    text = _toml(name, f"template{suffix}", company, title, content, roles, tuple(logos))
    files = {f"template{suffix}": data, "theme.toml": text.encode(), **logos}
    told = [*_told(company, title, content, logos), *_unhonoured(company, title, content, roles)]
    return Imported(files, tuple(told))


def _told(company: Company, title: CompanyLayout, content: CompanyLayout, logos: dict[str, bytes]) -> Iterator[str]:
    inches = f"{company.width / 914_400:.2f} x {company.height / 914_400:.2f} in"
    masters = len({layout.master for layout in company.layouts})
    parts = f"{masters} master{'s' * (masters > 1)}, {len(company.layouts)} layouts"
    yield f"Slides {inches}, {parts}; fonts {_fonts(content)}"
    yield f'First slide on "{title.name}", all others on "{content.name}" ({_room(content, company)} of full size)'
    if company.samples:
        yield f"{company.samples} sample slide{'s' * (company.samples > 1)} will not be in your decks"
    if logos:
        yield f"Logo candidates: {', '.join(logos)}"


def _unhonoured(company: Company, title: CompanyLayout, content: CompanyLayout, roles: dict[str, str]) -> Iterator[str]:
    """What of the template decks will not honour, each with its remedy."""
    from briefing.theming.honouring import judged
    from briefing.theming.reading import bundled, read_unchecked

    theme = wearing(read_unchecked(bundled() / "boardroom"), content, roles)
    for finding in judged(theme, company, title, content):
        yield f"Mind: {finding.message}; {finding.remedy}"


def _fonts(layout: CompanyLayout) -> str:
    return layout.major if layout.major == layout.minor else f"{layout.major} and {layout.minor}"


def _room(layout: CompanyLayout, company: Company) -> str:
    return f"{round(100 * min(relative_scale(layout, company), 1.0))} %"


def _toml(
    name: str,
    template: str,
    company: Company,
    title: CompanyLayout,
    content: CompanyLayout,
    roles: dict[str, str],
    logos: tuple[str, ...],
) -> str:
    from briefing.theming.creating import quoted

    lines = [
        f"# Decks built onto {template}. Its masters, layouts, footers and fonts stay as they are.",
        "# Change what you like, then: briefing theme check " + name,
        f'name = "{name}"',
        f"label = {quoted(name.replace('-', ' ').replace('_', ' ').title())}",
        f"description = {quoted(f'Built onto a template with {len(company.layouts)} layouts')}",
        'inherits = "boardroom"',
        f'template = "{template}"',
        "",
        "# Which of its layouts our slides take, by name; what a line does not say is chosen.",
        "[layouts]",
        f"master = {content.master}",
        f"title = {quoted(title.name)}",
        f"content = {quoted(content.name)}",
    ]
    names = ", ".join(f"{layout.name} ({_room(layout, company)})" for layout in company.layouts if layout.title)
    lines += [
        f"# There are, with the size content would have: {names}"[:400],
        "",
        "# Which of its colours takes which part: a slot of its palette, or as much darker (-) or lighter (+).",
        "[roles]",
    ]
    for role, slot in roles.items():
        lines.append(f'{role} = "{slot}"'.ljust(26) + f"# {content.hex(slot)}  {_MEANING[role]}")
    palette = ", ".join(f"{slot} {value}" for slot, value in content.colors.items())
    lines += ["", f"# Its palette: {palette}", f"# Its fonts: {_fonts(content)}"]
    lines += [f"# Logo candidates, for a theme without the template: {', '.join(logos)}"] if logos else []
    lines += ["", "# [footer]", '# label = "Confidential"  # in the footer, where the template leaves it free', ""]
    return "\n".join(lines)


def _logos(opened: Opened) -> Iterator[tuple[str, bytes]]:
    """Pictures on masters and layouts that may be logos: PNG or JPEG, not as large as a background."""
    from PIL import Image

    seen: set[str] = set()
    for part in opened.names():
        if not part.startswith(("ppt/slideMasters/slide", "ppt/slideLayouts/slide")):
            continue
        for relation in opened.relations(part).values():
            if relation.kind != "image" or relation.external or relation.target in seen:
                continue
            seen.add(relation.target)
            data = opened.read(relation.target)
            try:
                with Image.open(io.BytesIO(data)) as image:
                    kind, (width, height) = image.format, image.size
            except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
                continue
            if kind in ("PNG", "JPEG") and min(width, height) >= 16 and width * height <= 1_500_000:
                yield f"logo-{len(seen)}.{'png' if kind == 'PNG' else 'jpg'}", data
            if len(seen) >= _MOST_LOGOS:
                return
