"""`briefing check`: what is wrong with a deck."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Literal

import click

from briefing.cli.console import is_quiet, quiet_option
from briefing.model.finding import Finding, Rule
from briefing.pipeline import checking
from briefing.pipeline.decks import count


@click.command()
@click.argument("deck", required=False, type=click.Path(path_type=Path))
@click.option("--model", type=click.Path(path_type=Path), help="Trace against this briefing, not the one it carries.")
@click.option("--json", "form", flag_value="json", help="One JSON document on standard output.")
@click.option("--sarif", "form", flag_value="sarif", help="A SARIF 2.1.0 log on standard output.")
@click.option("--rules", is_flag=True, help="Print the rules, why each matters and how to mend it; no deck is read.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning"]),
    default="error",
    show_default=True,
    help="The least finding that makes the exit code 1.",
)
@click.option("--baseline", type=click.Path(path_type=Path), help="Leave out the findings that this file accepts.")
@click.option("--write-baseline", type=click.Path(path_type=Path), help="Write a file that accepts all findings.")
@quiet_option
def check(
    deck: Path | None,
    model: Path | None,
    form: Literal["json", "sarif"] | None,
    rules: bool,
    fail_on: str,
    baseline: Path | None,
    write_baseline: Path | None,
    quiet: bool,
) -> int:
    """Judge a deck: file, layout, text fit, contrast, accessibility, citations, and tracing of what it says.

    Works on any .pptx. Files that are hostile or no deck are refused before anything in them is read. A deck made here
    carries its briefing, so that its numbers, names and quotes are traced, too, and it is held to more: `--rules` shows
    both levels. The exit code is 1 when an error is found (or a warning, with --fail-on warning), 2 for a file that is
    refused.

    \b
    Examples:
      briefing check output/acme-cto.pptx
      briefing check deck.pptx --json --fail-on warning
      briefing check deck.pptx --sarif > deck.sarif
      briefing check deck.pptx --write-baseline accepted.json
      briefing check deck.pptx --baseline accepted.json
      briefing check --rules
    """
    if rules:
        _print_rules(checking.rules(), form)
        return 0
    if deck is None:
        raise click.UsageError("Missing argument 'DECK'.", click.get_current_context())
    checked = checking.judged(deck, model, baseline)
    if write_baseline is not None:
        checking.accept((*checked.findings, *checked.known), write_baseline)
        click.echo(write_baseline)
        return 0
    if form == "json":
        _print_json([asdict(finding) for finding in checked.findings])
    elif form == "sarif":
        click.echo(checking.sarif(checked, deck))
    else:
        _print(checked, is_quiet(click.get_current_context(), quiet))
    levels = {finding.level for finding in checked.findings}
    return 1 if "error" in levels or (fail_on == "warning" and levels) else 0


def _print(checked: checking.Checked, quiet: bool) -> None:
    """Slide by slide, then, if not to be quiet, how many there are."""
    by_slide = sorted(checked.findings, key=lambda item: item.slide)
    for slide, found in groupby(by_slide, key=lambda item: item.slide):
        title = " ".join(checked.titles[slide - 1].split()) if 0 < slide <= len(checked.titles) else ""
        name = f"slide {slide}{': ' if title else ''}{title[:90]}" if slide else "the file"
        click.echo(click.style(name, bold=True))
        for finding in found:
            _print_finding(finding)
    if not quiet:
        click.echo(_count(checked))


def _print_finding(finding: Finding) -> None:
    level = click.style(f"{finding.level:7}", fg="red" if finding.level == "error" else "yellow")
    where = f"{finding.where}: " if finding.where and finding.where != "slide" else ""
    remedy = f"; {finding.remedy}" if finding.remedy else ""
    click.echo(f"  {level} {finding.rule}  {' '.join(f'{where}{finding.message}{remedy}'.split())}")


def _count(checked: checking.Checked) -> str:
    errors = sum(1 for finding in checked.findings if finding.level == "error")
    slides = len({finding.slide for finding in checked.findings if finding.slide})
    counted = f"{count(errors, 'error')}, {count(len(checked.findings) - errors, 'warning')}"
    known = f"; {len(checked.known)} accepted by the baseline" if checked.known else ""
    return f"{counted} on {slides} of {count(len(checked.titles), 'slide')}{known}"


def _print_rules(rules: Sequence[Rule], form: str | None) -> None:
    if form == "json":
        _print_json([asdict(rule) for rule in rules])
        return
    width = max(len(rule.id) for rule in rules)
    click.echo(f"{'rule':{width}}  {'any deck':8}  {'ours':8}  why it matters; how to mend it")
    for rule in rules:
        level, own = rule.level or "-", rule.own or "-"
        click.echo(f"{rule.id:{width}}  {level:8}  {own:8}  {rule.why} {rule.remedy}")


def _print_json(document: object) -> None:
    import json

    click.echo(json.dumps(document, ensure_ascii=False, indent=2))
