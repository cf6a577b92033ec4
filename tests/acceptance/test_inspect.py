"""Looking inside a briefing: sources, claims, explain."""

from __future__ import annotations

import json
import re

import pytest

from tests.conftest import SEEDS, Run


def test_sources_name_the_origin_of_each(run: Run) -> None:
    result = run("sources", SEEDS)
    assert result.code == 0, result.err
    lines = result.out.splitlines()
    assert len(lines) == 6
    assert sum("inferred" in line for line in lines) == 2


def test_sources_as_json(run: Run) -> None:
    rows = json.loads(run("sources", SEEDS, "--json").out)
    assert [row["id"] for row in rows] == ["s1", "s2", "s3", "s4", "s5"]


def test_claims_are_filtered(run: Run) -> None:
    every = json.loads(run("claims", SEEDS, "--json").out)
    funding = json.loads(run("claims", SEEDS, "--kind", "funding", "--json").out)
    rumoured = json.loads(run("claims", SEEDS, "--kind", "funding", "--standing", "rumoured", "--json").out)
    assert len(every) > len(funding) > len(rumoured) > 0
    assert all(claim["kind"] == "funding" for claim in funding)


def test_rejected_statements_come_with_reasons(run: Run) -> None:
    rows = json.loads(run("claims", SEEDS, "--rejected", "--json").out)
    assert rows
    assert all(row["reason"] for row in rows)


def test_explain_shows_claims_in_context_and_why(run: Run) -> None:
    result = run("explain", "f1", SEEDS)
    assert result.code == 0, result.err
    assert "independent origin" in result.out
    assert re.search(r"c\d+ in s\d", result.out)


def test_explain_of_an_unknown_id_is_one_line(run: Run) -> None:
    result = run("explain", "f999", SEEDS)
    assert result.code == 2
    assert "f999" in result.err
    assert len(result.err.splitlines()) == 1


def test_an_unknown_id_brings_those_there_are_of_its_letter(run: Run) -> None:
    assert "known: f1 … f" in run("explain", "f999", SEEDS).err
    assert "c1 … c" in run("explain", "zz", SEEDS).err


@pytest.mark.parametrize(
    ("option", "value", "remedy"),
    [("--kind", "fundin", '"funding"'), ("--standing", "rumored", '"rumoured"'), ("--source", "s77", "s1")],
)
def test_a_filter_that_cannot_match_is_refused(run: Run, option: str, value: str, remedy: str) -> None:
    result = run("claims", SEEDS, option, value)
    assert (result.code, result.out) == (2, "")
    assert value in result.err
    assert remedy in result.err


def test_what_is_left_out_has_no_standing(run: Run) -> None:
    assert run("claims", SEEDS, "--rejected", "--standing", "rumoured").code == 2


def test_a_difference_without_a_figure_used_gives_its_reason_alone(run: Run) -> None:
    ids = re.findall(r'"id": "(f\d+)"', run("extract", SEEDS).out)
    shown = "".join(run("explain", part, SEEDS).out for part in ids)
    assert "difference k" in shown
    assert "used: ;" not in shown
