"""`briefing page`: the evidence as one HTML file."""

from __future__ import annotations

from pathlib import Path

import click

from briefing import pipeline
from briefing.cli.console import SEEDS, Meter, is_quiet, quiet_option, tell_left_out


@click.command()
@SEEDS
@click.option(
    "-o",
    "--output",
    default="evidence.html",
    type=click.Path(path_type=Path),
    show_default=True,
    help="The file to write; into a folder, evidence.html.",
)
@click.option(
    "--model",
    type=click.Path(path_type=Path),
    help="Show this deck or briefing (JSON) instead of SEEDS; of its sources only the quoted passages are known.",
)
@quiet_option
@click.pass_context
def page(ctx: click.Context, seeds: Path, output: Path, model: Path | None, quiet: bool) -> None:
    """Write one HTML page with every fact, its standing, and the words behind it, marked in the sources' texts.

    The file needs nothing else: no network, no other files. Facts can be filtered by standing, kind, source and words;
    each quote leads to its place in the text and back. Keys: / searches, j and k go from fact to fact, Esc goes back.

    \b
    Examples:
      briefing page
      briefing page articles --output output
      briefing page --model output/acme-cto.pptx -o acme-evidence.html
    """
    from briefing.pipeline import paging

    with Meter(is_quiet(ctx, quiet)) as meter:
        path, extraction = paging.write_page(seeds, output, model, meter)
    tell_left_out(extraction, is_quiet(ctx, quiet))
    if not is_quiet(ctx, quiet):
        briefing = extraction.briefing
        facts = sum(len(getattr(briefing, part)) for part in pipeline.FACTS)
        sources = len(briefing.sources)
        click.echo(f"{briefing.subject.name}: {facts} facts, {sources} source{'' if sources == 1 else 's'}", err=True)
    click.echo(path)
