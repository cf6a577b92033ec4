"""What commands share: progress on stderr, and how loud to be."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import click

SEEDS = click.argument("seeds", required=False, default="seeds", type=click.Path(path_type=Path))


def quiet_option(function: Any) -> Any:
    """-q behind a command does what it does before it."""
    return click.option("-q", "--quiet", is_flag=True, help="Print nothing but results and errors.")(function)


def is_quiet(ctx: click.Context, quiet: bool = False) -> bool:
    return quiet or bool((ctx.obj or {}).get("quiet"))


class Meter:
    """Progress on one line of stderr, for work that takes longer than a moment; nothing when stderr is no terminal."""

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

    def clear(self) -> None:
        if self.width:
            click.echo("\r" + " " * self.width + "\r", err=True, nl=False)
            self.width = 0
