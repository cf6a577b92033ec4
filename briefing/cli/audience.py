"""`briefing audience`: whom a deck can be for."""

from __future__ import annotations

from pathlib import Path

import click

from briefing import files, pipeline
from briefing.cli.console import Commands


@click.group(cls=Commands)
def audience() -> None:
    """List, show and add the audiences a deck can be built for.

    An audience is a TOML file; those in a folder `audiences` beside the sources or here come before the bundled ones.

    \b
    Examples:
      briefing audience list
      briefing audience new partners --from board
      briefing build --audience partners
    """


@audience.command(name="list")
@click.option("--names", is_flag=True, help="Names only, one a line.")
def list_audiences(names: bool) -> None:
    """List all audiences.

    \b
    Example:
      briefing audience list
    """
    known = {name: None if names else pipeline.audience(name, Path.cwd()) for name in pipeline.audiences(Path.cwd())}
    wide = max(map(len, known)) + 2
    shown = max((len(found.label) for found in known.values() if found), default=0) + 2
    for name, found in known.items():
        click.echo(f"{name:<{wide}}{found.label:<{shown}}{found.description}" if found else name)


@audience.command()
@click.argument("name")
def show(name: str) -> None:
    """Print the TOML of one audience.

    \b
    Example:
      briefing audience show board
    """
    path = files.choose("audience", name, pipeline.audiences(Path.cwd()))
    pipeline.audience(name, Path.cwd())
    click.echo(files.read_text(path).rstrip("\n"))


@audience.command()
@click.argument("name")
@click.option("--from", "source", default="cto", metavar="NAME", show_default=True, help="The audience to begin from.")
@click.option("--label", default="", metavar="TEXT", help="As shown on slides (default: made of NAME).")
def new(name: str, source: str, label: str) -> None:
    """Write ./audiences/NAME.toml, a copy of another audience to edit, and print its path.

    The file says what each line does and what there is to choose from. An existing file is never overwritten.

    \b
    Examples:
      briefing audience new clinical-board --from board
      briefing audience new ciso --from security --label CISO
      briefing build --audience clinical-board
    """
    click.echo(pipeline.new_audience(name, source, Path.cwd(), label).relative_to(Path.cwd()))
