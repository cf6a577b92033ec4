"""A .pptx of anybody → what is wrong with it, and which of that is accepted; the rules it is judged by."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import __version__, files
from briefing.errors import InputError
from briefing.model.finding import Finding
from briefing.model.records import dataclass
from briefing.pipeline.evidence import Extraction, texts_of

if TYPE_CHECKING:
    from briefing.model.finding import Rule


@dataclass(frozen=True, slots=True)
class Checked:
    """findings: to be mended, errors first. known: accepted by the baseline. titles: of the slides, in order."""

    findings: tuple[Finding, ...]
    known: tuple[Finding, ...]
    titles: tuple[str, ...]


def check(path: Path, model: Path | None = None) -> tuple[Finding, ...]:
    """What is wrong with any deck; traced against the briefing it carries, or that of `model`. Raises InputError."""
    return judged(path, model).findings


def judged(path: Path, model: Path | None = None, baseline: Path | None = None) -> Checked:
    """The same, without what the baseline accepts. Raises InputError."""
    from briefing import checks
    from briefing.checks.fingerprints import accepted, marked
    from briefing.exports import json, pptx

    known = accepted(files.read_text(baseline), str(baseline)) if baseline else frozenset[str]()
    package = pptx.admit(files.read_bytes(path), str(path))
    deck, look = pptx.read_opened(package)
    findings = [*checks.check_package(package, deck)]
    extraction: Extraction | None = None
    try:
        text = files.read_text(model) if model else deck.briefing_json
        extraction = Extraction(json.load(text), ()) if text else None
    except InputError as error:
        if model:
            raise
        findings.append(checks.unreadable_model(error.what))
    if extraction is None:
        findings += checks.run(deck, look)
    else:
        findings += checks.run(deck, look, extraction.briefing, texts_of(extraction))
    all_of_them = tuple(marked(checks.in_order(findings), deck))
    return Checked(
        tuple(finding for finding in all_of_them if finding.fingerprint not in known),
        tuple(finding for finding in all_of_them if finding.fingerprint in known),
        tuple(frame.title for frame in deck.frames),
    )


def accept(findings: Sequence[Finding], path: Path) -> None:
    """Write a baseline that accepts findings. Raises OutputError."""
    from briefing.checks.fingerprints import baseline

    files.write_all({path: baseline(findings).encode()})


def sarif(checked: Checked, path: Path) -> str:
    """The log of a check, for services that read SARIF."""
    from briefing.exports import sarif

    return sarif.log(checked.findings, checked.known, rules(), str(path), __version__)


def rules() -> tuple[Rule, ...]:
    """All rules, in the order of the table."""
    from briefing.checks.rules import RULES

    return tuple(RULES.values())
