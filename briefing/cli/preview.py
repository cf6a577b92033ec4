"""`briefing preview`: a deck as pictures."""

from __future__ import annotations

from pathlib import Path

import click

from briefing import previewing
from briefing.cli.console import Meter, is_quiet, output_folder, quiet_option


@click.command()
@click.argument("deck", required=False, default="seeds", type=click.Path(path_type=Path))
@output_folder("pictures")
@click.option(
    "-w", "--width", default=1280, show_default=True, type=click.IntRange(320, 3840), help="Of a page, pixels."
)
@click.option("--columns", default=3, show_default=True, type=click.IntRange(1, 12), help="Of the contact sheet.")
@click.option("--light", is_flag=True, help="Draw without LibreOffice, even where it is installed.")
@click.option("-a", "--audience", default="", metavar="NAME", help="Whom a deck from sources is for (default: cto).")
@click.option("-t", "--theme", default="", metavar="NAME", help="How a deck from sources looks (default: boardroom).")
@quiet_option
@click.pass_context
def preview(
    ctx: click.Context,
    deck: Path,
    output: Path,
    width: int,
    columns: int,
    light: bool,
    audience: str,
    theme: str,
    quiet: bool,
) -> None:
    """Show the slides of DECK as PNG pages and one contact sheet.

    DECK is a .pptx, or a folder of articles (default: ./seeds) whose deck is drawn but not written. Pages are drawn by
    LibreOffice where it is installed, else by a built-in renderer that comes close; standard error says by which.

    \b
    Examples:
      briefing preview output/acme-cto.pptx
      briefing preview --theme midnight --output pictures
      briefing preview old-deck.pptx --light --width 640
    """
    quiet = is_quiet(ctx, quiet)
    if deck.is_file() or (deck.suffix and not deck.is_dir()):
        subject = previewing.deck_file(deck)
    else:
        with Meter(quiet) as meter:
            subject = previewing.from_sources(deck, audience, theme, meter)
    shown = previewing.preview(subject, output, width, columns, light)
    if not quiet:
        click.echo(f"Drawn by {shown.drawn_by}", err=True)
    for path in shown.paths:
        click.echo(path)
