"""`briefing build`: a folder of articles → a deck and its briefing."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from briefing import options as option
from briefing import pipeline
from briefing.cli.console import SEEDS, Meter, is_quiet, output_folder, quiet_option, tell_left_out
from briefing.options import Options


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
@output_folder("results")
@click.option("--slides", default="", metavar="KINDS", help="These slides in this order, comma between: title,risks.")
@click.option("--only", default="", metavar="KINDS", help="Only these of the audience's slides, in its order.")
@click.option("--exclude", default="", metavar="KINDS", help="All of the audience's slides but these.")
@click.option(
    "--charts",
    default="native",
    show_default=True,
    type=click.Choice(["native", "image"]),
    help="Image: chart and map as pictures, for viewers that cannot draw native charts.",
)
@click.option("--draft", is_flag=True, help="Show the id of each fact on the slides, for `briefing explain`.")
@click.option(
    "--format",
    "formats",
    default="pptx",
    show_default=True,
    metavar="FORMATS",
    help="Files to write: pptx, pdf, png with comma between; pdf and png need LibreOffice.",
)
@click.option("--notes", is_flag=True, help="Also a handout: <deck>-notes.pdf, each slide with its speaker notes.")
@click.option(
    "--page", is_flag=True, help="Also the evidence page: <deck>-evidence.html; citations of the deck lead to it."
)
@click.option("--since", default="", metavar="OLD", help="Add a slide on what changed since this older deck or model.")
@click.option("--model", type=click.Path(path_type=Path), help="Draw this briefing (JSON) instead of reading sources.")
@quiet_option
@click.pass_context
def build(
    ctx: click.Context,
    seeds: Path,
    audience: str,
    theme: str,
    output: Path,
    slides: str,
    only: str,
    exclude: str,
    charts: Literal["native", "image"],
    draft: bool,
    formats: str,
    notes: bool,
    page: bool,
    since: str,
    model: Path | None,
    quiet: bool,
) -> None:
    """Build a deck from the articles in SEEDS (default: ./seeds).

    Writes <subject>-<audience>.pptx and <subject>.briefing.json and prints their paths, one a line. Older files stay
    as they were if anything goes wrong; a deck that was edited is kept beside the new one, as <deck>.edited.pptx, and
    some slides alone take the place of no whole deck: they become <deck>-part.pptx.

    \b
    Examples:
      briefing build
      briefing build articles --audience board
      briefing build articles --theme midnight --output decks
      briefing build --exclude strategy,timeline --format pptx,pdf
      briefing build --since last-week/acme-cto.pptx
      briefing build --slides overview,funding,risks,evidence --draft
    """
    options = Options(
        option.kinds(slides),
        option.kinds(only),
        option.kinds(exclude),
        draft,
        charts,
        option.formats(formats),
        since,
        notes,
        page,
    )
    quiet = is_quiet(ctx, quiet)
    with Meter(quiet) as meter:
        begun = {"split": ctx.obj["alone"], "ahead": ctx.obj["ahead"]}
        built = pipeline.build(seeds, audience, theme, output, model, meter, options, **begun)
    if not quiet:
        for line in pipeline.summary(built):
            click.echo(line, err=True)
        tell_left_out(built.extraction, quiet)
        for kept, path in built.kept.items():
            click.echo(f"{path.name} had been edited; that version is kept as {kept}", err=True)
        for finding in built.findings:
            click.echo(f"warning: slide {finding.slide}, {finding.where}: {finding.message}", err=True)
    for path in built.paths:
        click.echo(path)
