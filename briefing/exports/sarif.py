"""Findings and their rules in, a SARIF 2.1.0 log out, as services that review documents and code read it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from briefing.model.finding import Finding, Rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def log(findings: Sequence[Finding], known: Sequence[Finding], rules: Iterable[Rule], path: str, version: str) -> str:
    """findings: to be mended; known: accepted before. path: of the deck, as the user named it."""
    listed = list(rules)
    numbers = {rule.id: number for number, rule in enumerate(listed)}
    uri = _uri(PurePath(path))
    results = [_result(finding, numbers[finding.rule], uri) for finding in findings]
    for finding in known:
        result = _result(finding, numbers[finding.rule], uri)
        results.append({**result, "suppressions": [{"kind": "external", "justification": "accepted in the baseline"}]})
    driver = {"name": "briefing", "semanticVersion": version, "rules": [_rule(rule) for rule in listed]}
    run = {
        "tool": {"driver": driver},
        "artifacts": [{"location": {"uri": uri}}],
        "results": results,
        "columnKind": "unicodeCodePoints",
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=2)


def _uri(path: PurePath) -> str:
    """A relative path as a relative reference, to be found from where the reader stands; any other as a file URI."""
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.id.replace(".", "-").split("-")),
        "shortDescription": {"text": rule.why},
        "help": {"text": rule.remedy},
        "defaultConfiguration": {"level": rule.level or rule.own},
    }


def _result(finding: Finding, number: int, uri: str) -> dict[str, Any]:
    slide = f"slide {finding.slide}" if finding.slide else "deck"
    places = [{"name": slide, "fullyQualifiedName": slide, "kind": "module" if finding.slide else "namespace"}]
    if finding.where and finding.where != "slide":
        places = [{"name": finding.where, "fullyQualifiedName": f"{slide}/{finding.where}", "kind": "element"}]
    return {
        "ruleId": finding.rule,
        "ruleIndex": number,
        "level": finding.level,
        "message": {"text": f"{finding.message}; {finding.remedy}" if finding.remedy else finding.message},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri, "index": 0}}, "logicalLocations": places}],
        "partialFingerprints": {"briefing/v1": finding.fingerprint},
    }
