"""`briefing sources`, `claims`, `explain`: looking inside what was found."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from briefing import pipeline
from briefing.cli.console import SEEDS, extracted, quiet_option
from briefing.errors import InputError, nearest

MODEL = click.option(
    "--model", type=click.Path(path_type=Path), help="Look into this briefing (JSON) instead of SEEDS."
)
JSON = click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")


def _extraction(ctx: click.Context, seeds: Path, model: Path | None, quiet: bool) -> pipeline.Extraction:
    return pipeline.load_model(model) if model else extracted(ctx, seeds, quiet)


def _table(columns: list[str], rows: list[list[str]]) -> None:
    """A table as wide as the terminal; without one, tab-separated lines that other programs can cut."""
    import sys

    if not sys.stdout.isatty():
        for row in [columns, *rows]:
            click.echo("\t".join(" ".join(cell.split()) for cell in row))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*columns, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(*map(Text, row))
    Console().print(table)


def _dump(value: Any) -> None:
    import json

    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def _known(option: str, value: str | None, known: Sequence[str]) -> None:
    """Raises InputError that names the nearest; nothing given is known."""
    if value and value not in known:
        raise InputError(f'nothing is called "{value}"', option, nearest(value, known))


@click.command()
@SEEDS
@MODEL
@JSON
@quiet_option
@click.pass_context
def sources(ctx: click.Context, seeds: Path, model: Path | None, as_json: bool, quiet: bool) -> None:
    """List the sources with title, publisher, date, and the origin each traces back to.

    \b
    Examples:
      briefing sources articles
      briefing sources --json
    """
    from briefing.exports import json

    briefing = _extraction(ctx, seeds, model, quiet).briefing
    if as_json:
        _dump([json.plain(record) for record in briefing.sources])
        return
    names = {origin.id: origin.name for origin in briefing.origins}
    rows = [
        [one.id, one.title or one.short_name, one.publisher, one.published, names.get(one.origin, ""), one.origin_basis]
        for one in briefing.sources
    ]
    _table(["id", "title", "publisher", "date", "origin", "basis"], rows)


@click.command()
@SEEDS
@MODEL
@click.option("--kind", metavar="KIND", help="Only claims of this kind (funding, relationship, metric …).")
@click.option("--standing", metavar="STANDING", help="Only claims behind facts of this standing (rumoured …).")
@click.option("--source", metavar="ID", help="Only claims of this source (s1 …).")
@click.option("--rejected", is_flag=True, help="What was left out instead, and why.")
@JSON
@quiet_option
@click.pass_context
def claims(
    ctx: click.Context,
    seeds: Path,
    model: Path | None,
    kind: str | None,
    standing: str | None,
    source: str | None,
    rejected: bool,
    as_json: bool,
    quiet: bool,
) -> None:
    """List every claim: who says what, how firmly, in which words.

    \b
    Examples:
      briefing claims --kind funding
      briefing claims articles --standing rumoured --json
      briefing claims --rejected
    """
    from briefing.explain import KINDS, STANDINGS, facts
    from briefing.exports import json

    if rejected and standing:
        raise click.UsageError("what is left out has no standing; leave out --standing or --rejected", ctx)
    _known("--kind", kind, KINDS)
    _known("--standing", standing, STANDINGS)
    briefing = _extraction(ctx, seeds, model, quiet).briefing
    _known("--source", source, [one.id for one in briefing.sources])
    chosen: list[Any] = list(briefing.rejected if rejected else briefing.claims)
    if kind:
        chosen = [claim for claim in chosen if claim.kind == kind]
    if source:
        chosen = [claim for claim in chosen if claim.evidence.source == source]
    if standing:
        wanted = {c for _, fact in facts(briefing) if getattr(fact, "standing", "") == standing for c in fact.claims}
        chosen = [claim for claim in chosen if claim.id in wanted]
    if as_json:
        _dump([json.plain(claim) for claim in chosen])
    elif rejected:
        _table(
            ["source", "kind", "reason", "words"],
            [[c.evidence.source, c.kind, c.reason, c.evidence.quote] for c in chosen],
        )
    else:
        rows = [
            [c.id, c.evidence.source, c.kind, c.modality, " > ".join(c.holders) or c.holder_kind, c.text]
            for c in chosen
        ]
        _table(["id", "source", "kind", "modality", "holder", "words"], rows)


@click.command()
@click.argument("fact_id", metavar="ID")
@SEEDS
@MODEL
@quiet_option
@click.pass_context
def explain(ctx: click.Context, fact_id: str, seeds: Path, model: Path | None, quiet: bool) -> None:
    """Show one fact: its claims with their words in context, who holds them, and why it has its standing.

    ID is that of a fact or claim, as in the briefing's JSON (f1, r3, m2, c17 …).

    \b
    Examples:
      briefing explain f5
      briefing explain r3 articles
    """
    from briefing.explain import explain as explained

    extraction = _extraction(ctx, seeds, model, quiet)
    found = explained(extraction.briefing, fact_id, pipeline.texts_of(extraction))
    click.secho(f"{found.id}  {found.heading}", bold=True)
    for name, value in found.values:
        click.echo(f"  {name}: {value}")
    for line in found.why:
        click.echo(f"  {line}")
    for witness in found.witnesses:
        claim = witness.claim
        held = " > ".join(claim.holders) or claim.holder_kind
        click.echo(f"\n  {claim.id} in {claim.evidence.source} ({witness.source}), {claim.modality}, held by {held}")
        click.echo(f"    …{witness.before}{click.style(witness.quote, bold=True)}{witness.after}…")
    for conflict in found.conflicts:
        click.echo(f"\n  difference {conflict.id}: {conflict.topic} ({conflict.kind})")
        for position in conflict.positions:
            click.echo(f"    {position.value}  [{', '.join(position.sources)}]")
        used = f"used: {conflict.used}; " if conflict.used else ""
        click.echo(f"    {used}{conflict.rationale}")
