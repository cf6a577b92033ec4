"""`briefing audience`: whom a deck can be for."""

from __future__ import annotations

from pathlib import Path

import click

from briefing import files, pipeline


@click.group()
def audience() -> None:
    """List and show the audiences a deck can be built for.

    An audience is a TOML file; those in ./audiences come before the bundled ones.
    """


@audience.command(name="list")
@click.option("--names", is_flag=True, help="Names only, one a line.")
def list_audiences(names: bool) -> None:
    """List all audiences.

    \b
    Example:
      briefing audience list
    """
    for name in pipeline.audiences(Path.cwd()):
        if names:
            click.echo(name)
        else:
            found = pipeline.audience(name, Path.cwd())
            click.echo(f"{name:<14}{found.label:<14}{found.description}")


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
