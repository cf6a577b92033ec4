"""What `briefing check --sarif` prints holds to SARIF 2.1.0: its objects, their values, and what refers to what."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from briefing.checks.rules import RULES
from briefing.exports import sarif
from tests.checks import foreign
from tests.conftest import Run
from tests.packages import packed

LEVELS = {"none", "note", "warning", "error"}
TEXT, WHOLE, OBJECT = str, int, dict
# Of each kind of object that we write: what it must have, and all that it may have, as the standard's tables say.
OBJECTS: dict[str, tuple[set[str], dict[str, Any]]] = {
    "log": ({"version", "runs"}, {"$schema": TEXT, "version": TEXT, "runs": ["run"]}),
    "run": ({"tool"}, {"tool": "tool", "artifacts": ["artifact"], "results": ["result"], "columnKind": TEXT}),
    "tool": ({"driver"}, {"driver": "component"}),
    "component": ({"name"}, {"name": TEXT, "version": TEXT, "semanticVersion": TEXT, "rules": ["rule"]}),
    "rule": (
        {"id"},
        {
            "id": TEXT,
            "name": TEXT,
            "shortDescription": "words",
            "fullDescription": "words",
            "help": "words",
            "helpUri": TEXT,
            "defaultConfiguration": "configuration",
        },
    ),
    "words": ({"text"}, {"text": TEXT, "markdown": TEXT}),
    "configuration": (set(), {"level": TEXT, "enabled": bool}),
    "artifact": (set(), {"location": "place"}),
    "place": (set(), {"uri": TEXT, "uriBaseId": TEXT, "index": WHOLE}),
    "result": (
        {"message"},
        {
            "ruleId": TEXT,
            "ruleIndex": WHOLE,
            "level": TEXT,
            "message": "words",
            "locations": ["location"],
            "partialFingerprints": OBJECT,
            "suppressions": ["suppression"],
        },
    ),
    "location": (set(), {"physicalLocation": "physical", "logicalLocations": ["logical"]}),
    "physical": ({"artifactLocation"}, {"artifactLocation": "place"}),
    "logical": (set(), {"name": TEXT, "fullyQualifiedName": TEXT, "kind": TEXT}),
    "suppression": ({"kind"}, {"kind": TEXT, "justification": TEXT}),
}


def faults(kind: str, value: Any, where: str = "log") -> Iterator[str]:
    """What of an object is not as the standard has it."""
    required, known = OBJECTS[kind]
    for name in required - set(value):
        yield f"{where} lacks {name}"
    for name, part in value.items():
        expected = known.get(name)
        if expected is None:
            yield f"{where} knows no {name}"
        elif isinstance(expected, str):
            yield from faults(expected, part, f"{where}.{name}")
        elif isinstance(expected, list):
            for index, item in enumerate(part):
                yield from faults(expected[0], item, f"{where}.{name}[{index}]")
        elif not isinstance(part, expected) or (expected is int and isinstance(part, bool)):
            yield f"{where}.{name} is no {expected.__name__}"


NAME = "Q3 & Q4, 50 % größer #1.pptx"


@pytest.fixture
def log(run: Run, tmp_path: Path) -> dict[str, Any]:
    """Of a deck in the folder of the command, with one fault accepted and one left."""

    def change(deck: Any) -> None:
        foreign.described(deck.slides[4].shapes[1], "")

    (tmp_path / NAME).write_bytes(packed(foreign.sound(change)))
    run("check", NAME, "--write-baseline", "known.json")

    def more(deck: Any) -> None:
        change(deck)
        foreign.boxed(deck.slides[5], "Late / 100 %", (8.5, 5, 3, 0.6), "This runs over the edge")

    (tmp_path / NAME).write_bytes(packed(foreign.sound(more)))
    made: dict[str, Any] = json.loads(run("check", NAME, "--sarif", "--baseline", "known.json").out)
    return made


def test_objects_have_what_they_must_and_nothing_unknown(log: dict[str, Any]) -> None:
    assert list(faults("log", log)) == []
    assert log["version"] == "2.1.0"
    assert urlsplit(log["$schema"]).path.endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    assert len(run["results"]) == 2


def test_a_fault_of_the_log_would_be_seen(log: dict[str, Any]) -> None:
    broken = json.loads(json.dumps(log))
    del broken["runs"][0]["results"][0]["message"]
    broken["runs"][0]["results"][1]["ruleIndex"] = "3"
    broken["runs"][0]["tools"] = {}
    assert len(list(faults("log", broken))) == 3


def test_rules_are_listed_once_and_results_point_at_theirs(log: dict[str, Any]) -> None:
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert re.fullmatch(r"\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?", driver["semanticVersion"])
    rules = driver["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules) == len(RULES)
    assert all(re.fullmatch(r"(?:[A-Z][A-Za-z0-9]*)+", rule["name"]) for rule in rules)
    assert {rule["defaultConfiguration"]["level"] for rule in rules} <= LEVELS
    for result in run["results"]:
        assert result["level"] in LEVELS
        assert 0 <= result["ruleIndex"] < len(rules)
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_the_deck_is_named_by_a_relative_reference(log: dict[str, Any]) -> None:
    (run,) = log["runs"]
    listed = [artifact["location"]["uri"] for artifact in run["artifacts"]]
    places = [
        place["physicalLocation"]["artifactLocation"] for result in run["results"] for place in result["locations"]
    ]
    assert all(listed[place["index"]] == place["uri"] for place in places)
    for uri in listed:
        assert re.fullmatch(r"(?:[A-Za-z0-9._~/!$&'()*+,;=@-]|%[0-9A-F]{2})+", uri), uri
        assert urlsplit(uri)[:2] == ("", "")
        assert not uri.startswith("/")
        assert unquote(urlsplit(uri).path) == NAME


def test_a_deck_elsewhere_is_named_by_a_file_uri() -> None:
    made = json.loads(sarif.log([], [], RULES.values(), "/decks/of acme/q3.pptx", "0.1.0"))
    assert made["runs"][0]["artifacts"][0]["location"]["uri"] == "file:///decks/of%20acme/q3.pptx"
    assert made["runs"][0]["results"] == []


def test_results_are_known_again_by_versioned_fingerprints(log: dict[str, Any]) -> None:
    results = log["runs"][0]["results"]
    told = [result["partialFingerprints"] for result in results]
    assert all(re.fullmatch(r"[\w.-]+(?:/[\w.-]+)*/v\d+", name) for each in told for name in each)
    assert all(isinstance(value, str) and value for each in told for value in each.values())
    assert len({json.dumps(each) for each in told}) == len(results)


def test_only_what_the_baseline_accepts_is_suppressed(log: dict[str, Any]) -> None:
    suppressed = {result["ruleId"]: result.get("suppressions") for result in log["runs"][0]["results"]}
    assert suppressed["layout.off-slide"] is None
    (one,) = suppressed["alt.missing"]
    assert one["kind"] in ("inSource", "external")
    assert one["justification"]


def test_shapes_are_told_as_places_inside_the_deck(log: dict[str, Any]) -> None:
    places = [result["locations"][0]["logicalLocations"][0] for result in log["runs"][0]["results"]]
    assert ("Late / 100 %", "slide 6/Late / 100 %") in [(one["name"], one["fullyQualifiedName"]) for one in places]
