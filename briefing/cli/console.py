"""What commands share: progress on stderr, and how loud to be."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing.errors import nearest

if TYPE_CHECKING:
    from briefing.pipeline import Extraction

SEEDS = click.argument("seeds", required=False, default="seeds", type=click.Path(path_type=Path))


def output_folder(holds: str) -> Callable[[Any], Any]:
    """-o for the folder that what a command makes goes to. holds: what that is, in words."""
    return click.option(
        "-o",
        "--output",
        default="output",
        type=click.Path(path_type=Path),
        show_default=True,
        help=f"Folder for the {holds}.",
    )


def quiet_option(function: Any) -> Any:
    """-q behind a command does what it does before it."""
    return click.option("-q", "--quiet", is_flag=True, help="Print nothing but results and errors.")(function)


def is_quiet(ctx: click.Context, quiet: bool = False) -> bool:
    return quiet or bool((ctx.obj or {}).get("quiet"))


def extracted(ctx: click.Context, seeds: Path, quiet: bool) -> Extraction:
    """What the articles in a folder say, with progress, and a word on files without words."""
    from briefing import pipeline

    quiet = is_quiet(ctx, quiet)
    with Meter(quiet) as meter:
        extraction = pipeline.extract(seeds, meter, split=ctx.obj["alone"])
    tell_left_out(extraction, quiet)
    return extraction


def tell_left_out(extraction: Extraction, quiet: bool) -> None:
    """What was in the folder and says nothing."""
    if extraction.left_out and not quiet:
        click.echo(f"left out, no words in it: {', '.join(extraction.left_out)}", err=True)


class Commands(click.Group):
    """A group whose help says of each command a whole sentence, and whose errors name the nearest command."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        commands = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        rows = [(name, command.get_short_help_str(limit=300)) for name, command in commands if command]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            hint = nearest(args[0], self.list_commands(ctx))
            raise click.UsageError(f'no command called "{args[0]}"; {hint}', error.ctx) from None


class Meter:
    """Progress on one line of stderr, for work that takes longer than a moment; nothing when stderr is no terminal.

    The line is gone behind a `with` block.
    """

    def __init__(self, quiet: bool) -> None:
        self.shown = not quiet and sys.stderr.isatty()
        self.began = time.monotonic()
        self.width = 0

    def __call__(self, stage: str, done: int, total: int) -> None:
        if not self.shown or time.monotonic() - self.began < 0.4:
            return
        line = f"{stage} {done}/{total}" if total > 1 else f"{stage} …"
        click.echo(f"\r{line:<{self.width}}", err=True, nl=False)
        self.width = len(line)

    def __enter__(self) -> Meter:
        return self

    def __exit__(self, *_: object) -> None:
        if self.width:
            click.echo("\r" + " " * self.width + "\r", err=True, nl=False)
            self.width = 0
