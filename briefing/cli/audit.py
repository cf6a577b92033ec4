"""`briefing audit`: what may still be said of a deck that came back."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing.cli.console import Meter, is_quiet, quiet_option
from briefing.pipeline import auditing

if TYPE_CHECKING:
    from briefing.audit import Report, SlideChange, Statement

_COLORS = {"changed": "red", "unbacked": "red", "weakened": "red", "removed": "yellow", "reworded": "yellow"}


@click.command()
@click.argument("deck", type=click.Path(path_type=Path))
@click.option(
    "--model",
    type=click.Path(path_type=Path),
    help="Judge by this briefing (JSON, or a folder of sources), not by the one the deck carries.",
)
@click.option("--sources", type=click.Path(path_type=Path), help="Judge by this folder of sources, read on the spot.")
@click.option("--json", "as_json", is_flag=True, help="Every statement, as one JSON document on standard output.")
@click.option("-v", "--verbose", is_flag=True, help="List the statements that are backed, too.")
@quiet_option
@click.pass_context
def audit(
    ctx: click.Context,
    deck: Path,
    model: Path | None,
    sources: Path | None,
    as_json: bool,
    verbose: bool,
    quiet: bool,
) -> int:
    """Say of every number, date, name and quote in a deck whether a source still stands behind it.

    Compares a deck that came back with what it said when it was made: on its slides, in tables, charts and the sheets
    behind them, in notes and alternative texts. Whatever was added is looked up in the briefing; so is every statement
    of a deck made elsewhere. The exit code is 1 when something is not backed.

    \b
    Examples:
      briefing audit returned.pptx
      briefing audit returned.pptx --model acme.briefing.json
      briefing audit somebodys.pptx --sources articles --json
    """
    verbose = verbose or bool((ctx.obj or {}).get("verbose"))
    with Meter(is_quiet(ctx, quiet)) as meter:
        found = auditing.audit(deck, model, sources, every=as_json or verbose, progress=meter)
    report = found.report
    if as_json:
        _print_json(deck, found)
    else:
        _print(report, verbose)
    return 1 if report.findings or report.slides else 0


def _print(report: Report, verbose: bool) -> None:
    """By slide, then what became of the slides, then the sum of it."""
    shown = report.statements if verbose else report.findings
    for slide, statements in groupby(shown, lambda item: item.slide):
        title = " ".join(report.titles[slide - 1].split())
        click.echo(click.style(f"Slide {slide}", bold=True) + (f": {title}" if title else ""))
        for item in statements:
            click.echo(f"  {_line(item)}")
    for change in report.slides:
        click.echo(_slide(change))
    click.echo(_summary(report))


def _line(item: Statement) -> str:
    """ "changed  amount €4.1B, was €1.7B (Funding rounds, row 3, column 2); no source says it"."""
    said = f"“{_short(item.text)}”" if item.text else f"“{_short(item.was)}” is gone"
    was = f", was “{_short(item.was)}”" if item.was and item.text else ""
    place = ", ".join(part for part in (item.shape, item.place) if part and part != item.shape.lower())
    how = f"; {item.how}" if item.how else ""
    verdict = click.style(f"{item.verdict:<9}", fg=_COLORS.get(item.verdict))
    behind = f" [{' '.join(item.claims[:3])}]" if item.claims and item.verdict == "backed" else ""
    return f"{verdict} {item.kind} {said}{was} ({place}){how}{behind}"


def _slide(change: SlideChange) -> str:
    title = f"“{_short(change.title)}”"
    return {
        "added": f"Slide {change.slide} was added: {title}",
        "deleted": f"Slide {change.was} was deleted: {title}",
        "moved": f"Slide {change.slide} was slide {change.was}: {title}",
        "copied": f"Slide {change.slide} is a copy of slide {change.of}: {title}",
        "hidden": f"Slide {change.slide} is hidden: {title}",
    }[change.change]


def _summary(report: Report) -> str:
    """ "212 statements: 208 backed, 3 computed, 1 changed"."""
    counts = ", ".join(f"{count} {_NAMED.get(verdict, verdict)}" for verdict, count in report.counts if count)
    number = report.total
    return f"{number} statement{'' if number == 1 else 's'}{': ' if counts else ''}{counts}"


_NAMED = {"analyst": "analyst's"}


def _short(text: str, most: int = 90) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _print_json(deck: Path, found: auditing.Audited) -> None:
    import json
    from dataclasses import asdict

    report = found.report
    document: dict[str, Any] = {
        "deck": deck.name,
        "subject": found.subject,
        "against": found.against,
        "baseline": report.baseline,
        "summary": {"statements": report.total, **dict(report.counts)},
        "slides": [asdict(change) for change in report.slides],
        "items": [asdict(item) for item in report.statements],
    }
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))
