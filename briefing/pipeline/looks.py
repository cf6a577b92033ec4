"""Names of audiences and themes → what they hold; new ones → files in the workspace."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import files
from briefing.errors import OutputError, ThemeError
from briefing.pipeline.naming import slug

if TYPE_CHECKING:
    from briefing.model.audience import Audience
    from briefing.model.finding import Finding
    from briefing.model.theme import Theme


def audiences(workspace: Path) -> dict[str, Path]:
    """name → TOML file of every audience there is."""
    return files.named_files(files.audience_folders(workspace), ".toml")


def audience(name: str, workspace: Path) -> Audience:
    """Raises WorkspaceError that names the nearest."""
    from briefing.audiences import read_audience

    path = files.choose("audience", name, audiences(workspace))
    return read_audience(files.read_text(path), str(path))


def new_audience(name: str, source: str, workspace: Path, label: str = "") -> Path:
    """Write audiences/<name>.toml in the workspace, a copy of another to edit. Raises WorkspaceError, OutputError."""
    from briefing.audiences.copying import copied

    text = copied(files.read_text(files.choose("audience", source, audiences(workspace))), name, source, label)
    path = workspace / "audiences" / f"{name}.toml"
    if path.exists():
        raise OutputError("there is such an audience already", str(path), "choose another name, or edit that file")
    files.prepare_output(path.parent)
    files.write_all({path: text.encode()})
    return path


def themes(workspace: Path) -> dict[str, Path]:
    """name → folder of every theme there is."""
    return files.named_folders(files.theme_folders(workspace), "theme.toml")


def theme(name: str, workspace: Path) -> Theme:
    """Raises WorkspaceError that names the nearest."""
    from briefing import theming

    return theming.load(files.choose("theme", name, themes(workspace)))


def theme_findings(name: str, workspace: Path) -> tuple[Finding, ...]:
    """What is wrong with a theme, errors first. Raises WorkspaceError for one that cannot be read at all."""
    from briefing.theming import read_unchecked
    from briefing.theming.judging import faults, judge

    try:
        return judge(read_unchecked(files.choose("theme", name, themes(workspace))))
    except ThemeError as error:
        return faults(error)


def new_theme(
    name: str,
    base: str,
    workspace: Path,
    primary: str = "",
    font: str = "",
    logo: Path | None = None,
    dark: bool | None = None,
) -> Path:
    """Write themes/<name>/: a commented theme.toml and its logo. Raises WorkspaceError, OutputError."""
    from briefing.theming import creating, logos

    origin = theme(base, workspace)
    pictures: dict[str, bytes] = {}
    if logo is not None:
        pictures = logos.ready(files.read_bytes(logo), "--logo", str(logo))
    path, svg = (next((name for name in pictures if name.endswith(ends)), "") for ends in ((".png", ".jpg"), ".svg"))
    text, _ = creating.created(name, origin, creating.Wishes(primary, font, dark, path, svg))
    return _write_theme(name, workspace, {**pictures, "theme.toml": text.encode()})


def import_theme(template: Path, workspace: Path, name: str = "") -> tuple[Path, Sequence[str]]:
    """Write themes/<name>/ that builds onto a company's template; its folder and what was read, for a person.

    Raises InputError, WorkspaceError, OutputError; then nothing is written.
    """
    from briefing.theming.importing import imported

    name = name or slug(template.stem)[:40].strip("-")
    found = imported(name, files.read_bytes(template), str(template))
    return _write_theme(name, workspace, found.files), found.told


def _write_theme(name: str, workspace: Path, made: Mapping[str, bytes]) -> Path:
    folder = workspace / "themes" / name
    if folder.exists():
        raise OutputError("there is such a theme already", str(folder), "choose another name, or edit its theme.toml")
    files.prepare_output(folder)
    files.write_all({folder / file: data for file, data in made.items()})
    return folder


def theme_schema() -> dict[str, object]:
    """The JSON Schema of theme.toml."""
    from briefing.theming.schema import schema

    return schema()
