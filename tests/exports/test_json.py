"""The Briefing as JSON: the contract's names, the same bytes, and back again."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from briefing.errors import InputError
from briefing.exports.json import dump, load, plain, schema
from briefing.model.briefing import (
    AnalystNote,
    Briefing,
    Comparison,
    Conflict,
    FundingEvent,
    FundingTotal,
    Implication,
    Infrastructure,
    Metric,
    Milestone,
    Origin,
    Person,
    Position,
    Product,
    ProfileFact,
    Relationship,
    SourceRecord,
    Subject,
    Unverified,
)
from briefing.model.change import Change
from briefing.model.claim import (
    ComparisonValues,
    Contribution,
    MilestoneValues,
    PersonValues,
    ProductValues,
    ProfileValues,
)
from briefing.model.dates import When
from tests.reconcile.desk import Desk

LINES = [
    "Northwind raised €20 million (about $22 million) from Alder in May 2024.",
    "Revenue is over $400 million.",
    "Tagus Ferries is a client.",
    "Maria Quill is chief executive.",
    "Gust is a turbine under an open licence.",
    "It launched Gust in 2023.",
    "Northwind sells machines, Zephyr sells power.",
    "Northwind was founded in 2011.",
    "It will build a plant for €230 million in Setúbal.",
    "It has raised $90 million in all.",
]


@pytest.fixture
def briefing() -> Briefing:
    desk = Desk("Northwind", ("NW",))
    s = desk.article("News\n\n" + "\n\n".join(LINES) + "\n", published="2024-06")
    desk.round(
        s, LINES[0], when="2024-05", participants=("Alder",), raised="€20 million", equivalent="about $22 million"
    )
    desk.metric(s, LINES[1], "revenue", "over $400 million", holders=("Northwind",), holder_kind="company")
    desk.tie(s, LINES[2], "Tagus Ferries", "customer")
    desk.claim("person", s, LINES[3], PersonValues("Maria Quill", "chief executive"))
    desk.claim("product", s, LINES[4], ProductValues("Gust", "turbine", "released", "open", When("2023")))
    desk.claim("milestone", s, LINES[5], MilestoneValues("launched Gust", When("2023"), "past", "product"))
    desk.claim("comparison", s, LINES[6], ComparisonValues("business", "sells machines", "Zephyr", "sells power"))
    desk.claim("profile", s, LINES[7], ProfileValues("founded", "2011"))
    desk.site(s, LINES[8], "plant", "€230 million", "Setúbal")
    desk.total(s, LINES[9], "$90 million")
    desk.opinion(s, LINES[1], holders=("Northwind",), holder_kind="company")
    return desk.reconcile()


def test_what_is_written_is_read_back_equal(briefing: Briefing) -> None:
    text = dump(briefing)
    assert load(text) == briefing
    assert dump(load(text)) == text


def test_writing_is_that_of_the_standard_library(briefing: Briefing) -> None:
    assert dump(briefing) == json.dumps(plain(briefing), ensure_ascii=False, indent=1) + "\n"


def test_names_are_those_of_the_contract(briefing: Briefing) -> None:
    data = json.loads(dump(briefing))
    assert list(data)[:4] == ["schema_version", "subject", "as_of", "sources"]
    event = data["funding"][0]
    assert event["amounts"] == [{"value": 20000000, "currency": "EUR", "qualifier": None, "raw": "€20 million"}]
    assert event["equivalents"][0]["qualifier"] == "about"
    assert event["participants"] == ["Alder"]
    assert set(event["evidence"][0]) == {"source", "start", "end", "quote"}
    assert {"id", "name", "aliases", "category", "kinds", "status", "standing", "disputed"} <= set(
        data["relationships"][0]
    )
    assert {"value", "sources", "evidence"} == {
        key for c in data["conflicts"] for p in c["positions"] for key in p
    } or (not data["conflicts"])


def test_the_values_of_a_claim_stand_beside_its_fields(briefing: Briefing) -> None:
    claims = json.loads(dump(briefing))["claims"]
    product = next(claim for claim in claims if claim["values_of"] == "product")
    assert (product["kind"], product["product_kind"], product["name"]) == ("product", "turbine", "Gust")
    milestone = next(claim for claim in claims if claim["values_of"] == "milestone")
    assert milestone["text"] == LINES[5]
    assert milestone["milestone_text"] == "launched Gust"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "not valid JSON"),
        ("[]", "version"),
        ('{"schema_version": "0"}', "version"),
        ('{"schema_version": "1"}', "not a briefing"),
        ('{"schema_version": "1", "claims": [{"id": "c1"}]}', "not a briefing"),
        ('{"schema_version": "1", "claims": 5}', "not a briefing"),
    ],
)
def test_what_is_no_briefing_is_refused_kindly(text: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        load(text)


def test_unknown_fields_are_refused_by_name(briefing: Briefing) -> None:
    data = json.loads(dump(briefing))
    data["funding"][0]["colour"] = "red"
    with pytest.raises(InputError) as refused:
        load(json.dumps(data))
    assert "colour" in refused.value.where
    data = json.loads(dump(briefing))
    data["claims"][0]["colour"] = "red"
    with pytest.raises(InputError):
        load(json.dumps(data))


def test_the_schema_knows_every_list_and_every_kind_of_claim() -> None:
    made = schema()
    assert set(made["required"]) >= {"schema_version", "subject", "sources", "claims", "funding", "conflicts"}
    branches = {branch["properties"]["values_of"]["const"] for branch in made["$defs"]["Claim"]["oneOf"]}
    assert len(branches) == 11
    assert json.dumps(made)


def test_writing_does_not_load_pydantic() -> None:
    code = "import sys; import briefing.exports.json, briefing.reconcile; print('pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_page_on_the_json_names_every_field_of_the_briefing() -> None:
    page = (Path(__file__).parents[2] / "docs" / "briefing-json.md").read_text(encoding="utf-8")
    records = [
        Briefing,
        Subject,
        SourceRecord,
        Origin,
        FundingEvent,
        FundingTotal,
        Relationship,
        Metric,
        Person,
        Product,
    ]
    records += [Infrastructure, Milestone, Comparison, Implication, ProfileFact, Unverified, Position, Conflict]
    records += [AnalystNote, Change, Contribution]
    missing = {name.name for record in records for name in fields(record) if f"`{name.name}`" not in page}
    assert not missing
