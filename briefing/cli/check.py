"""`briefing check`: what is wrong with a deck."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from briefing import pipeline


@click.command()
@click.argument("deck", type=click.Path(path_type=Path))
@click.option("--model", type=click.Path(path_type=Path), help="Trace against this briefing, not the one it carries.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning"]),
    default="error",
    show_default=True,
    help="The least finding that makes the exit code 1.",
)
def check(deck: Path, model: Path | None, as_json: bool, fail_on: str) -> int:
    """Judge a deck: file, layout, text fit, contrast, accessibility, citations, and tracing of what it says.

    Works on any .pptx. A deck made here carries its briefing, so that its numbers, names and quotes are traced, too.
    The exit code is 1 when something is found.

    \b
    Examples:
      briefing check output/acme-cto.pptx
      briefing check deck.pptx --json --fail-on warning
    """
    findings = pipeline.check(deck, model)
    if as_json:
        import json

        click.echo(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2))
    else:
        for finding in findings:
            place = f"slide {finding.slide}" if finding.slide else "deck"
            where = f", {finding.where}" if finding.where else ""
            remedy = f"; {finding.remedy}" if finding.remedy else ""
            level = click.style(finding.level, fg="red" if finding.level == "error" else "yellow")
            click.echo(f"{level} {finding.rule} ({place}{where}): {finding.message}{remedy}")
        if not findings:
            click.echo("nothing found", err=True)
    counted = [finding for finding in findings if fail_on == "warning" or finding.level == "error"]
    return 1 if counted else 0
