"""What `briefing check` prints: slide by slide, JSON, SARIF, the rules; what a baseline accepts; the page of rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from briefing.checks.handbook import page
from briefing.checks.rules import RULES
from tests.checks import foreign
from tests.conftest import ROOT, Run
from tests.packages import packed


def two_faults(deck: Any) -> None:
    foreign.boxed(deck.slides[5], "Late", (8.5, 5, 3, 0.6), "This runs over the edge")
    foreign.described(deck.slides[4].shapes[1], "")


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "a deck.pptx"
    path.write_bytes(packed(foreign.sound(two_faults)))
    return path


def test_findings_are_told_slide_by_slide_and_counted(run: Run, deck: Path) -> None:
    result = run("check", deck)
    assert result.code == 1
    assert result.out.splitlines() == [
        "slide 5: The new crane at work",
        "  warning alt.missing  Photo: it has no alternative text; say in one sentence what it shows",
        "slide 6: How orders are placed",
        "  error   layout.off-slide  Late: it reaches over the edge of the slide; move it or make it smaller",
        "1 error, 1 warning on 2 of 6 slides",
    ]
    assert "\x1b" not in result.out


def test_a_sound_deck_is_told_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "sound.pptx").write_bytes(foreign.unchanged())
    result = run("check", "sound.pptx", "--fail-on", "warning")
    assert (result.code, result.out) == (0, "0 errors, 0 warnings on 0 of 6 slides\n")


def test_json_holds_rule_place_remedy_and_fingerprint(run: Run, deck: Path) -> None:
    found = json.loads(run("check", deck, "--json").out)
    assert [(item["rule"], item["level"], item["slide"], item["where"]) for item in found] == [
        ("layout.off-slide", "error", 6, "Late"),
        ("alt.missing", "warning", 5, "Photo"),
    ]
    assert all(item["remedy"] and len(item["fingerprint"]) == 16 for item in found)


def test_warnings_count_when_they_are_asked_for(run: Run, tmp_path: Path) -> None:
    def change(deck: Any) -> None:
        foreign.described(deck.slides[4].shapes[1], "")

    (tmp_path / "a.pptx").write_bytes(packed(foreign.sound(change)))
    assert run("check", "a.pptx").code == 0
    assert run("check", "a.pptx", "--fail-on", "warning").code == 1


def test_a_baseline_accepts_what_was_there_even_on_another_slide(run: Run, deck: Path, tmp_path: Path) -> None:
    assert run("check", deck, "--write-baseline", "known.json").code == 0
    again = run("check", deck, "--baseline", "known.json")
    assert (again.code, again.out) == (0, "0 errors, 0 warnings on 0 of 6 slides; 2 accepted by the baseline\n")

    opened: Any = Presentation(str(deck))
    order = opened.slides._sldIdLst
    order.insert(0, order[-1])
    foreign.boxed(opened.slides[1], "New", (8.5, 6, 3, 0.6), "This runs over the edge too")
    opened.save(str(tmp_path / "moved.pptx"))
    moved = run("check", "moved.pptx", "--baseline", "known.json", "--json")
    assert moved.code == 1
    assert [(item["rule"], item["where"]) for item in json.loads(moved.out)] == [("layout.off-slide", "New")]


def test_a_file_that_is_no_baseline_is_refused(run: Run, deck: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text("[]")
    result = run("check", deck, "--baseline", "bad.json")
    assert result.code == 2
    assert "no list of accepted findings" in result.err


def test_sarif_names_rules_results_and_places(run: Run, deck: Path) -> None:
    run("check", deck, "--write-baseline", "known.json")
    log = json.loads(run("check", deck, "--sarif").out)
    assert (log["version"], log["$schema"]) == ("2.1.0", "https://json.schemastore.org/sarif-2.1.0.json")
    (sarif,) = log["runs"]
    rules = sarif["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    assert all(rule["shortDescription"]["text"] and rule["help"]["text"] for rule in rules)
    assert {rule["defaultConfiguration"]["level"] for rule in rules} == {"error", "warning"}
    for result in sarif["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning")
        assert result["message"]["text"]
        (location,) = result["locations"]
        assert location["physicalLocation"]["artifactLocation"]["uri"].endswith("/a%20deck.pptx")
        assert result["partialFingerprints"]["briefing/v1"]
    places = [result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] for result in sarif["results"]]
    assert places == ["slide 6/Late", "slide 5/Photo"]
    accepted = json.loads(run("check", deck, "--sarif", "--baseline", "known.json").out)["runs"][0]["results"]
    assert [result["suppressions"][0]["kind"] for result in accepted] == ["external", "external"]


def test_the_rules_are_printed_and_are_json(run: Run) -> None:
    lines = run("check", "--rules").out.splitlines()
    assert len(lines) == len(RULES) + 1
    assert lines[1].split()[:3] == ["package.type", "error", "error"]
    listed = json.loads(run("check", "--rules", "--json").out)
    assert {rule["id"] for rule in listed} == set(RULES)
    assert set(listed[0]) == {"id", "level", "own", "why", "remedy"}


def test_without_a_deck_there_is_nothing_to_check(run: Run) -> None:
    result = run("check")
    assert result.code == 2
    assert "Missing argument 'DECK'" in result.err


def test_rules_are_sentences() -> None:
    for rule in RULES.values():
        assert rule.level or rule.own, rule
        assert rule.why.endswith((".", ".)")), rule
        assert rule.remedy.endswith("."), rule


def test_the_page_of_rules_is_that_of_the_table() -> None:
    written = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    assert written == page(), "run: python -m briefing.checks.handbook > docs/checks.md"


def test_a_finding_is_one_line(run: Run, tmp_path: Path) -> None:
    def change(deck: Any) -> None:
        foreign.boxed(deck.slides[5], "Two\nlines", (8.5, 5, 3, 0.6), "This runs over the edge")

    (tmp_path / "a.pptx").write_bytes(packed(foreign.sound(change)))
    assert "Two lines: it reaches" in run("check", "a.pptx").out
