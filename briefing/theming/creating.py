"""A name, a brand colour, a font and a logo in, the text of a commented theme.toml out."""

from __future__ import annotations

import re

from briefing.errors import WorkspaceError
from briefing.model.records import dataclass, replace
from briefing.model.theme import Theme
from briefing.theming.palette import palette
from briefing.theming.separation import difference

_NAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,38}[a-z0-9])?")
_HEX = re.compile(r"#?([0-9A-Fa-f]{6})")
_SHORT_HEX = re.compile(r"#?([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])")
_MEANING = {
    "accent1": "the brand accent; standing: reported",
    "accent2": "corroborated",
    "accent3": "company-stated, target, planned",
    "accent4": "rumoured",
    "accent5": "disputed",
    "accent6": "hairlines; never text",
    "hlink": "links",
    "folHlink": "visited links",
}
_INKS = {
    False: {"dk1": "text", "lt1": "canvas", "dk2": "secondary text", "lt2": "surfaces"},
    True: {"dk1": "canvas", "lt1": "text", "dk2": "surfaces", "lt2": "secondary text"},
}


@dataclass(frozen=True, slots=True)
class Wishes:
    """primary: as typed, "" keeps the base's palette. dark: None keeps the base's. logo, svg: the files of the picture
    and of the drawing beside the theme."""

    primary: str = ""
    font: str = ""
    dark: bool | None = None
    logo: str = ""
    svg: str = ""
    label: str = ""


def checked_name(name: str) -> str:
    """The name of a theme's folder. Raises WorkspaceError."""
    if not _NAME.fullmatch(name):
        remedy = "use lower-case letters, digits and hyphens, at most 40"
        raise WorkspaceError(f'"{name[:60]}" is not a name for a theme', "", remedy)
    return name


def checked_color(text: str) -> str:
    """Six hex digits, upper case, of "#0A5C63", "0a5c63" or "#0ac". Raises WorkspaceError."""
    match = _HEX.fullmatch(text.strip())
    if match:
        return match[1].upper()
    short = _SHORT_HEX.fullmatch(text.strip())
    if short:
        return "".join(digit * 2 for digit in short.groups()).upper()
    raise WorkspaceError(f"{text[:40]!r} is not a colour", "--primary", 'write six hex digits: "#0A5C63"')


def created(name: str, base: Theme, wishes: Wishes) -> tuple[str, Theme]:
    """The theme.toml and the theme that it will be read as. Raises WorkspaceError."""
    checked_name(name)
    dark = base.dark if wishes.dark is None else wishes.dark
    primary = checked_color(wishes.primary) if wishes.primary else ""
    colors = dict(base.colors)
    if primary or dark != base.dark:
        colors = palette(primary or base.hex("accent1"), dark)
    font = wishes.font.strip()
    theme = replace(
        base,
        name=name,
        label=wishes.label or name.replace("-", " ").replace("_", " ").title(),
        dark=dark,
        colors=colors,
        major=font or base.major,
        minor=font or base.minor,
        font_files={} if font else base.font_files,
        description=f"From the brand colour #{primary}" if primary else f"Made from {base.name}",
        logo=None,
    )
    return text_of(theme, primary, wishes.logo, wishes.svg), theme


def text_of(theme: Theme, primary: str = "", logo: str = "", svg: str = "") -> str:
    """A theme as commented TOML that `theming.load` reads back as the same theme."""
    parent = "midnight" if theme.dark else "boardroom"
    lines = [
        "# How a deck looks. Change what you like, then: briefing theme check " + theme.name,
        "# Colours are six hex digits. Whatever a line here does not say is inherited.",
        f'name = "{theme.name}"',
        f"label = {quoted(theme.label)}",
        f"description = {quoted(theme.description)}",
        f'inherits = "{parent}"',
        f"dark = {'true' if theme.dark else 'false'}  # dark decks show dk1 as the canvas and lt1 as the text",
        "",
        "# Text needs a contrast of 7 (tx1) or 4.5 on canvas and surface; accent1-5 should be 25 apart (CIEDE2000).",
        "[colors]",
    ]
    for slot, value in theme.colors.items():
        comment = _MEANING.get(slot) or _INKS[theme.dark][slot]
        lines.append(f'{slot} = "{value}"'.ljust(22) + f"# {comment}{_moved(slot, value, primary)}")
    lines += [
        "",
        "# Fonts the readers of the deck have: Arial, Calibri, Times New Roman, Verdana are measured exactly.",
        "[fonts]",
        f"major = {quoted(theme.major)}  # titles",
        f"minor = {quoted(theme.minor)}  # everything else",
        '# files = { regular = "Our-Regular.ttf", bold = "Our-Bold.ttf" }  # beside this file, for measuring alone',
        "",
    ]
    if logo:
        lines += ["[logo]", f"path = {quoted(logo)}", f"alt = {quoted(theme.label)}"]
        lines += [f"svg = {quoted(svg)}  # for viewers that draw it", ""] if svg else [""]
    else:
        lines += [
            "# [logo]",
            '# path = "logo.png"  # PNG, JPEG or SVG beside this file',
            f"# alt = {quoted(theme.label)}",
            "",
        ]
    lines += ["# [footer]", '# label = "Confidential"  # instead of subject, audience and date at the foot', ""]
    return "\n".join(lines)


def _moved(slot: str, value: str, primary: str) -> str:
    if slot != "accent1" or not primary or value == primary:
        return ""
    return f" (#{primary} moved by {difference(value, primary):.0f} for legibility)"


def quoted(text: str) -> str:
    """A TOML basic string."""
    inner = "".join(
        {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}.get(sign, sign) if sign >= " " or sign in "\n\t" else ""
        for sign in text
        if sign != "\x7f"
    )
    return f'"{inner}"'
