"""A theme folder in, a checked Theme out."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from briefing.errors import WorkspaceError
from briefing.model.theme import ColorRole, Logo, Slot, Theme
from briefing.theming.legibility import contrast_errors

FILE = "theme.toml"
SLOTS: tuple[str, ...] = get_args(Slot)
_KEYS = (
    "name",
    "label",
    "description",
    "dark",
    "inherits",
    "colors",
    "fonts",
    "logo",
    "footer",
    "template",
    "roles",
    "layouts",
)
TABLES: dict[str, tuple[str, ...]] = {
    "colors": SLOTS,
    "fonts": ("major", "minor", "files"),
    "logo": ("path", "alt", "svg"),
    "footer": ("label",),
    "roles": get_args(ColorRole),
    "layouts": ("master", "title", "content"),
}
_HEX = re.compile(r"#?([0-9A-Fa-f]{6})")
_FONT_NAME = re.compile(r"[\w .+-]{1,31}")


def load(place: str | os.PathLike[str]) -> Theme:
    """The theme in a folder (or of a theme.toml). Raises WorkspaceError naming file, key and remedy.

    A theme that inherits takes every colour, font and text it does not name from boardroom or midnight.
    """
    theme = read_unchecked(place)
    errors = contrast_errors(theme)
    if errors:
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        raise WorkspaceError(f"{errors[0].message}{more}", os.path.join(theme.path, FILE), errors[0].remedy)
    return theme


def read_unchecked(place: str | os.PathLike[str]) -> Theme:
    """Like `load`, but a theme that is hard to read is returned all the same, to be reported on."""
    path = Path(place)
    file = path if path.suffix == ".toml" else path / FILE
    data = _parse(file)
    _check_keys(data, str(file))
    base = _base(data, str(file))
    colors = {**(base.colors if base else {}), **_colors(data.get("colors", {}), str(file))}
    missing = [slot for slot in SLOTS if slot not in colors]
    if missing:
        raise WorkspaceError(f"colors.{missing[0]} is missing", str(file), 'add it, or say inherits = "boardroom"')
    fonts = data.get("fonts", {})
    minor = _font(fonts, "minor", base.minor if base else "Arial", str(file))
    keeps = base is not None and minor == base.minor
    theme = Theme(
        name=_text(data, "name", file.parent.name, str(file)),
        label=_text(data, "label", _text(data, "name", file.parent.name, str(file)).capitalize(), str(file)),
        dark=_flag(data, base.dark if base else False, str(file)),
        colors=colors,
        major=_font(fonts, "major", base.major if base else "Arial", str(file)),
        minor=minor,
        font_files=_files(fonts.get("files", {}), file) or (dict(base.font_files) if base and keeps else {}),
        logo=_logo(data.get("logo"), file),
        footer_label=_text(data.get("footer", {}), "label", "", str(file)),
        description=_text(data, "description", "", str(file)),
        path=str(file.parent),
    )
    if "template" not in data:
        for key in ("roles", "layouts"):
            if key in data:
                raise WorkspaceError(f"{key} says nothing without a template", str(file), 'add template = "ours.potx"')
        return theme
    from briefing.theming.company import clad  # most themes have no template

    return clad(theme, data, file)


def find_theme(name: str, folders: Sequence[str | os.PathLike[str]] = ()) -> Theme:
    """The theme called `name` in the folders (nearest first), or a bundled one, or the folder that `name` points to."""
    known = theme_folders(folders)
    if name in known:
        return load(known[name])
    if (Path(name) / FILE).is_file() or name.endswith(".toml"):
        return load(name)
    raise WorkspaceError(f'no theme called "{name}"', "", nearest(name, known))


def theme_folders(folders: Sequence[str | os.PathLike[str]] = ()) -> dict[str, Path]:
    """name → folder of every theme in the folders and of the bundled ones, by name; the nearest of equal names wins."""
    found: dict[str, Path] = {}
    for folder in (*map(Path, folders), bundled()):
        if folder.is_dir():
            for path in sorted(folder.iterdir()):
                if (path / FILE).is_file():
                    found.setdefault(path.name, path)
    return dict(sorted(found.items()))


def bundled() -> Path:
    """The folder of the themes that come with the program: in the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "themes"
    return inside if inside.is_dir() else package.parent / "themes"


def nearest(word: str, known: Iterable[str]) -> str:
    """A clause such as `did you mean "dark"?`, or what there is to choose from."""
    import difflib  # only ever needed for an error

    choices = list(known)
    close = difflib.get_close_matches(word, choices, n=1, cutoff=0.5)
    return f'did you mean "{close[0]}"?' if close else f"known: {', '.join(choices)}"


def _parse(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise WorkspaceError(f"the theme cannot be read: {reason}", str(file), "check its name") from None
    except UnicodeDecodeError:
        raise WorkspaceError("the theme is not UTF-8 text", str(file), "save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise WorkspaceError(f"this is not valid TOML: {error}", str(file), "mend the line it names") from None


def _check_keys(data: Mapping[str, Any], where: str) -> None:
    for key, value in data.items():
        if key not in _KEYS:
            raise WorkspaceError(f'unknown key "{key}"', where, nearest(key, _KEYS))
        if key not in TABLES:
            continue
        if not isinstance(value, dict):
            raise WorkspaceError(f"{key} is not a table", where, f"write [{key}] and its keys below it")
        for inner in value:
            if inner not in TABLES[key]:
                raise WorkspaceError(f'unknown key "{key}.{inner}"', where, nearest(inner, TABLES[key]))


def _base(data: Mapping[str, Any], where: str) -> Theme | None:
    name = data.get("inherits")
    if name is None:
        return None
    if name not in ("boardroom", "midnight"):
        raise WorkspaceError(f'inherits = "{name}" is not known', where, 'write "boardroom" or "midnight"')
    return read_unchecked(bundled() / name)


def _colors(table: Mapping[str, Any], where: str) -> dict[str, str]:
    colors: dict[str, str] = {}
    for slot, value in table.items():
        match = _HEX.fullmatch(value) if isinstance(value, str) else None
        if not match:
            raise WorkspaceError(f"colors.{slot} is not a colour: {value!r}", where, 'write six hex digits: "1B4F8F"')
        colors[slot] = match[1].upper()
    return colors


def _text(table: Mapping[str, Any], key: str, default: str, where: str) -> str:
    value = table.get(key, default)
    if not isinstance(value, str):
        raise WorkspaceError(f"{key} is not a text: {value!r}", where, "put it in quotation marks")
    return value.strip()


def _flag(data: Mapping[str, Any], default: bool, where: str) -> bool:
    value = data.get("dark", default)
    if not isinstance(value, bool):
        raise WorkspaceError(f"dark is not true or false: {value!r}", where, "write dark = true or dark = false")
    return value


def _font(table: Mapping[str, Any], key: str, default: str, where: str) -> str:
    name = _text(table, key, default, where)
    if not _FONT_NAME.fullmatch(name):
        raise WorkspaceError(f"fonts.{key} is not a font's name: {name!r}", where, 'write a family: "Arial"')
    return name


def _files(table: object, file: Path) -> dict[str, str]:
    if not isinstance(table, dict):
        raise WorkspaceError("fonts.files is not a table", str(file), 'write files = { regular = "a.ttf" }')
    found: dict[str, str] = {}
    for weight, name in table.items():
        if weight not in ("regular", "bold"):
            raise WorkspaceError(f'unknown key "fonts.files.{weight}"', str(file), nearest(weight, ("regular", "bold")))
        found[weight] = _beside(name, f"fonts.files.{weight}", file)
    return found


def _logo(table: Mapping[str, Any] | None, file: Path) -> Logo | None:
    if not table:
        return None
    if "path" not in table:
        raise WorkspaceError("logo.path is missing", str(file), "name a PNG or JPEG file beside the theme")
    path = _beside(table["path"], "logo.path", file)
    if path.lower().endswith(".svg"):
        remedy = "export it as PNG for logo.path, and name the drawing as logo.svg"
        raise WorkspaceError("logo.path is an SVG, which older viewers do not draw", str(file), remedy)
    if not path.lower().endswith((".png", ".jpg", ".jpeg")):
        raise WorkspaceError(f"logo.path is neither PNG nor JPEG: {table['path']}", str(file), "save the logo as PNG")
    from briefing.theming import logos  # most themes have none

    logos.sound(path, "logo.path", str(file))
    svg = _beside(table["svg"], "logo.svg", file) if "svg" in table else ""
    if svg:
        if not svg.lower().endswith(".svg"):
            raise WorkspaceError(f"logo.svg is no SVG file: {table['svg']}", str(file), "name the vector drawing")
        logos.sound(svg, "logo.svg", str(file))
    return Logo(path, _text(table, "alt", "", str(file)), svg)


def _beside(name: object, key: str, file: Path) -> str:
    """The path of a file that the theme names, relative to its folder."""
    if not isinstance(name, str) or not name:
        raise WorkspaceError(f"{key} is not a file name: {name!r}", str(file), "name a file beside the theme")
    path = file.parent / name
    if not path.is_file():
        raise WorkspaceError(f"{key}: no such file: {name}", str(file), "put it into the theme's folder")
    return str(path)
