"""`briefing extract` and `briefing schema`: the Briefing as JSON, and the JSON Schema it keeps to."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from briefing import files
from briefing.cli.console import SEEDS, extracted, quiet_option

_OUTPUT = click.option(
    "-o", "--output", default="-", metavar="FILE|-", help="Where to write it (default: standard output)."
)


@click.command()
@SEEDS
@_OUTPUT
@quiet_option
@click.pass_context
def extract(ctx: click.Context, seeds: Path, output: str, quiet: bool) -> None:
    """Print what the articles in SEEDS (default: ./seeds) say, as JSON; no deck is made.

    \b
    Examples:
      briefing extract | jq '.funding[] | {name, date, amounts, standing}'
      briefing extract articles --output acme.briefing.json
    """
    from briefing.exports import json

    found = extracted(ctx, seeds, quiet).briefing
    _deliver(b"".join([piece.encode() for piece in json.pieces(found)]), output)


@click.command()
@_OUTPUT
def schema(output: str) -> None:
    """Print the JSON Schema of a briefing.

    \b
    Example:
      briefing schema --output briefing.schema.json
    """
    import json as standard

    from briefing.exports import json

    _deliver((standard.dumps(json.schema(), indent=2, sort_keys=True) + "\n").encode(), output)


def _deliver(data: bytes, output: str) -> None:
    if output == "-":
        sys.stdout.buffer.write(data)
        return
    path = Path(output)
    files.prepare_output(path.parent)
    files.write_all({path: data})
    click.echo(path)
