"""`briefing build`: a folder of articles → a deck and its briefing."""

from __future__ import annotations

from pathlib import Path

import click

from briefing import pipeline
from briefing.cli.console import SEEDS, Meter, is_quiet, quiet_option


@click.command()
@SEEDS
@click.option(
    "-a",
    "--audience",
    default="",
    metavar="NAME",
    help="Whom the deck is for (default: cto). See `briefing audience list`.",
)
@click.option(
    "-t", "--theme", default="", metavar="NAME", help="How it looks (default: boardroom). See `briefing theme list`."
)
@click.option(
    "-o",
    "--output",
    default="output",
    type=click.Path(path_type=Path),
    show_default=True,
    help="Folder for the results.",
)
@click.option("--model", type=click.Path(path_type=Path), help="Draw this briefing (JSON) instead of reading sources.")
@quiet_option
@click.pass_context
def build(
    ctx: click.Context, seeds: Path, audience: str, theme: str, output: Path, model: Path | None, quiet: bool
) -> None:
    """Build a deck from the articles in SEEDS (default: ./seeds).

    Writes <subject>-<audience>.pptx and <subject>.briefing.json and prints their paths, one a line. Older files stay
    as they were if anything goes wrong.

    \b
    Examples:
      briefing build
      briefing build articles --audience board
      briefing build articles --theme midnight --output decks
    """
    quiet = is_quiet(ctx, quiet)
    meter = Meter(quiet)
    try:
        built = pipeline.build(seeds, audience, theme, output, model, meter)
    finally:
        meter.clear()
    if not quiet:
        for line in pipeline.summary(built):
            click.echo(line, err=True)
        for finding in built.findings:
            click.echo(f"warning: slide {finding.slide}, {finding.where}: {finding.message}", err=True)
    for path in built.paths:
        click.echo(path)
