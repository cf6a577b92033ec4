"""`briefing diff`: what changed in the facts between two briefings."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.console import Meter, is_quiet, quiet_option

_COLORS = {"+": "green", "-": "red", "!": "green", "~": "yellow", "^": "green", "v": "red", "?": "red", "=": "green"}


@click.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 when something changed.")
@quiet_option
@click.pass_context
def diff(ctx: click.Context, old: Path, new: Path, as_json: bool, exit_code: bool, quiet: bool) -> int:
    """Show what changed in the facts from OLD to NEW: decks, models (.briefing.json) or folders of sources.

    + new, - no longer stated, ! rumour or aim confirmed, ~ revised, ^ better founded, v less well founded,
    ? sources differ now, = sources agree now. Wording, slides and looks are not compared.

    \b
    Examples:
      briefing diff last-week/acme-cto.pptx output/acme-cto.pptx
      briefing diff output/acme.briefing.json seeds --json
      briefing build --since last-week/acme-cto.pptx      a deck with a slide on what changed
    """
    from briefing.pipeline import comparing

    with Meter(is_quiet(ctx, quiet)) as meter:
        compared = comparing.compare(old, new, meter)
    if as_json:
        _print_json(compared)
    else:
        for number, (heading, told) in enumerate(comparing.report(compared.changes)):
            click.echo(("\n" if number else "") + click.style(heading, bold=True))
            for sign, words in told:
                click.echo(f"  {click.style(sign, fg=_COLORS[sign])} {words}")
        if not is_quiet(ctx, quiet):
            click.echo(comparing.counts(compared), err=True)
    return 1 if exit_code and compared.changes else 0


def _print_json(compared: object) -> None:
    import json

    from briefing.exports.json import plain
    from briefing.pipeline.comparing import Compared, sentence

    assert isinstance(compared, Compared)
    sides = {
        name: {"subject": side.subject.name, "as_of": side.as_of, "sources": len(side.sources)}
        for name, side in (("old", compared.old), ("new", compared.new))
    }
    changes = [plain(change) | {"text": sentence(change)} for change in compared.changes]
    click.echo(json.dumps({**sides, "changes": changes}, ensure_ascii=False, indent=2))
