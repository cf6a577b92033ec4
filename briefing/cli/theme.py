"""`briefing theme`: how a deck can look."""

from __future__ import annotations

from pathlib import Path

import click

from briefing import files, pipeline


@click.group()
def theme() -> None:
    """List and show the themes a deck can wear.

    A theme is a folder with a theme.toml; those in ./themes come before the bundled ones.
    """


@theme.command(name="list")
@click.option("--names", is_flag=True, help="Names only, one a line.")
def list_themes(names: bool) -> None:
    """List all themes.

    \b
    Example:
      briefing theme list
    """
    for name in pipeline.themes(Path.cwd()):
        if names:
            click.echo(name)
        else:
            found = pipeline.theme(name, Path.cwd())
            click.echo(f"{name:<14}{'dark' if found.dark else 'light':<7}{found.description}")


@theme.command()
@click.argument("name")
@click.option("--path", "path_only", is_flag=True, help="Print only the folder it lies in.")
def show(name: str, path_only: bool) -> None:
    """Print the settings of one theme, and its colours as swatches on a terminal.

    \b
    Examples:
      briefing theme show midnight
      cp -r "$(briefing theme show boardroom --path)" themes/ours
    """
    folder = files.choose("theme", name, pipeline.themes(Path.cwd()))
    if path_only:
        click.echo(folder)
        return
    found = pipeline.theme(name, Path.cwd())
    for slot, value in found.colors.items():
        red, green, blue = (int(value[n : n + 2], 16) for n in (0, 2, 4))
        click.echo(f"{click.style('    ', bg=(red, green, blue))} #{value}  {slot}", err=True)
    click.echo(files.read_text(folder / "theme.toml").rstrip("\n"))
