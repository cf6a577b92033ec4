"""A theme folder in, a checked Theme out."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from briefing.errors import BriefingError, ThemeError, WorkspaceError, nearest
from briefing.model.theme import SLOTS, ColorRole, Logo, Theme
from briefing.theming.faults import Faults
from briefing.theming.legibility import contrast_errors

FILE = "theme.toml"
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
_PARENTS = ("boardroom", "midnight")
_HEX = re.compile(r"#?([0-9A-Fa-f]{6})")
_FONT_NAME = re.compile(r"[\w .+-]{1,31}")


def load(place: str | os.PathLike[str]) -> Theme:
    """The theme in a folder (or of a theme.toml). Raises ThemeError naming file, each key, its value and the remedy.

    A theme that inherits takes every colour, font and text it does not name from boardroom or midnight.
    """
    theme = read_unchecked(place)
    where = os.path.join(theme.path, FILE)
    errors = [WorkspaceError(found.message, where, found.remedy) for found in contrast_errors(theme)]
    if errors:
        raise ThemeError(tuple(errors))
    return theme


def read_unchecked(place: str | os.PathLike[str]) -> Theme:
    """Like `load`, but a theme that is hard to read is returned all the same, to be reported on."""
    path = Path(place)
    file = path if path.suffix == ".toml" else path / FILE
    data = _parse(file)
    faults = Faults(str(file))
    data = _known(data, faults)
    theme = _Reader(data, file, faults).theme()
    if "template" not in data:
        for key in ("roles", "layouts"):
            if key in data:
                faults.add(f"{key} says nothing without a template", 'add template = "ours.potx"')
        faults.raised()
        return theme
    from briefing.theming.company import clad  # most themes have no template

    return clad(theme, data, file, faults)


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


def _known(data: Mapping[str, Any], faults: Faults) -> dict[str, Any]:
    """The keys that themes have, each table with the keys that it has; the others are faults."""
    kept: dict[str, Any] = {}
    for key, value in data.items():
        if key not in _KEYS:
            faults.add(f'unknown key "{key}"', nearest(key, _KEYS))
        elif key not in TABLES:
            kept[key] = value
        elif not isinstance(value, dict):
            faults.add(f"{key} is not a table", f"write [{key}] and its keys below it")
        else:
            for inner in value:
                if inner not in TABLES[key]:
                    faults.add(f'unknown key "{key}.{inner}"', nearest(inner, TABLES[key]))
            kept[key] = {inner: item for inner, item in value.items() if inner in TABLES[key]}
    return kept


class _Reader:
    """One theme.toml on its way to a Theme; whatever is wrong is noted and read as if it were not said."""

    def __init__(self, data: Mapping[str, Any], file: Path, faults: Faults) -> None:
        self.data, self.file, self.faults = data, file, faults

    def theme(self) -> Theme:
        """Raises ThemeError at once only where there is nothing to go on from."""
        base = self._base()
        colors = {**(base.colors if base else {}), **self._colors()}
        missing = [slot for slot in SLOTS if slot not in colors]
        if missing:
            verb = "is" if len(missing) == 1 else "are"
            names = ", ".join(f"colors.{slot}" for slot in missing)
            self.faults.add(f"{names} {verb} missing", 'add what is missing, or say inherits = "boardroom"')
            colors |= dict.fromkeys(missing, "000000")
        fonts = self.data.get("fonts", {})
        minor = self._font(fonts, "minor", base.minor if base else "Arial")
        keeps = base is not None and minor == base.minor
        files = self._files(fonts.get("files", {}))
        name = self._text(self.data, "name", self.file.parent.name)
        return Theme(
            name=name,
            label=self._text(self.data, "label", name.capitalize()),
            dark=self._flag(base.dark if base else False),
            colors=colors,
            major=self._font(fonts, "major", base.major if base else "Arial"),
            minor=minor,
            font_files=files or (dict(base.font_files) if base and keeps else {}),
            logo=self._logo(self.data.get("logo")),
            footer_label=self._text(self.data.get("footer", {}), "label", "", "footer."),
            description=self._text(self.data, "description", ""),
            path=str(self.file.parent),
        )

    def _base(self) -> Theme | None:
        name = self.data.get("inherits")
        if name is None:
            return None
        if name not in _PARENTS:
            hint = f"{nearest(name, _PARENTS)} " if isinstance(name, str) else ""
            self.faults.add(f"inherits = {name!r} is not known", f'{hint}write "boardroom" or "midnight"')
            name = "boardroom"
        return read_unchecked(bundled() / name)

    def _colors(self) -> dict[str, str]:
        colors: dict[str, str] = {}
        for slot, value in self.data.get("colors", {}).items():
            match = _HEX.fullmatch(value) if isinstance(value, str) else None
            if match:
                colors[slot] = match[1].upper()
            else:
                self.faults.add(f"colors.{slot} is not a colour: {value!r}", 'write six hex digits: "1B4F8F"')
                colors[slot] = "000000"
        return colors

    def _text(self, table: Mapping[str, Any], key: str, default: str, prefix: str = "") -> str:
        value = table.get(key, default)
        if not isinstance(value, str):
            self.faults.add(f"{prefix}{key} is not a text: {value!r}", "put it in quotation marks")
            return default
        return value.strip()

    def _flag(self, default: bool) -> bool:
        value = self.data.get("dark", default)
        if not isinstance(value, bool):
            self.faults.add(f"dark is not true or false: {value!r}", "write dark = true or dark = false")
            return default
        return value

    def _font(self, table: Mapping[str, Any], key: str, default: str) -> str:
        name = self._text(table, key, default, "fonts.")
        if not _FONT_NAME.fullmatch(name):
            self.faults.add(f"fonts.{key} is not a font's name: {name!r}", 'write a family: "Arial"')
            return default
        return name

    def _files(self, table: object) -> dict[str, str]:
        if not isinstance(table, dict):
            self.faults.add(f"fonts.files is not a table: {table!r}", 'write files = { regular = "a.ttf" }')
            return {}
        found: dict[str, str] = {}
        for weight, name in table.items():
            if weight not in ("regular", "bold"):
                self.faults.add(f'unknown key "fonts.files.{weight}"', nearest(weight, ("regular", "bold")))
            elif path := self._beside(name, f"fonts.files.{weight}"):
                found[weight] = path
        self._measurable(found)
        return found

    def _measurable(self, files: Mapping[str, str]) -> None:
        from briefing.measure.faces import face_key, widths

        for weight, path in files.items():
            try:
                widths(face_key("", {"regular": path}), False)
            except BriefingError as error:
                self.faults.add(f"fonts.files.{weight} = {os.path.basename(path)!r}: {error.what}", error.remedy)

    def _logo(self, table: Mapping[str, Any] | None) -> Logo | None:
        if not table:
            return None
        if "path" not in table:
            self.faults.add("logo.path is missing", "name a PNG, JPEG or SVG file beside the theme")
            return None
        from briefing.theming import logos  # most themes have none

        path = self._beside(table["path"], "logo.path")
        svg = self._beside(table["svg"], "logo.svg") if "svg" in table else ""
        alt = self._text(table, "alt", "", "logo.")
        for key, value in (("logo.path", path), ("logo.svg", svg)):
            if value:
                try:
                    logos.sound(value, key, self.faults.where)
                except BriefingError as error:
                    self.faults.add(error.what, error.remedy)
        return self._paired(path, svg, alt)

    def _paired(self, path: str, svg: str, alt: str) -> Logo | None:
        """A drawing named alone takes the picture of its name beside it, or is painted where that can be done."""
        from briefing.exports import vector

        if not path.lower().endswith(".svg"):
            return Logo(path, alt, svg) if path else None
        picture = next((found for end in (".png", ".jpg") if os.path.isfile(found := path[:-4] + end)), "")
        if not picture and not vector.installed():
            what = f"logo.path = {os.path.basename(path)!r}: older viewers need a PNG, and painting one needs an extra"
            self.faults.add(what, f"{vector.INSTALL}, or put a PNG of the same name beside it")
        return Logo(picture or path, alt, path)

    def _beside(self, name: object, key: str) -> str:
        """The path of a file that the theme names, relative to its folder; "" for none."""
        if not isinstance(name, str) or not name:
            self.faults.add(f"{key} is not a file name: {name!r}", "name a file beside the theme")
            return ""
        path = self.file.parent / name
        if path.is_file():
            return str(path)
        there = [item.name for item in sorted(self.file.parent.iterdir())] if self.file.parent.is_dir() else []
        import difflib  # only ever needed for an error

        close = difflib.get_close_matches(name, there, n=1, cutoff=0.6)
        hint = f'did you mean "{close[0]}"?' if close else "put it into the theme's folder"
        self.faults.add(f"{key}: no such file: {name}", hint)
        return ""
