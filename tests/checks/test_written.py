"""A build looks over its own file, and writes none in which there is an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import checks
from briefing.checks.subject import found
from briefing.model.finding import Finding
from briefing.model.records import replace
from tests.checks.planting import ours, planted
from tests.conftest import SEEDS, Run
from tests.packages import Parts, packed

SLIDE, RELS = "ppt/slides/slide2.xml", "ppt/slides/_rels/slide2.xml.rels"


def rules(parts: Parts) -> set[tuple[str, int]]:
    return {(item.rule, item.slide) for item in checks.check_written(packed(parts))}


def test_what_we_write_is_sound() -> None:
    assert rules(ours()) == set()


def test_what_powerpoint_would_repair_is_seen() -> None:
    override = '<Override PartName="/gone.xml" ContentType="application/xml"/></Types>'
    assert rules(planted(ours(), "[Content_Types].xml", "</Types>", override)) == {("package.types", 0)}
    assert ("package.relation", 2) in rules(
        planted(ours(), RELS, r'Target="[^"]*slideLayout', 'Target="../gone/slideLayout')
    )
    assert ("package.relation-id", 2) in rules(planted(ours(), RELS, r"(<Relationship [^>]*/>)", r"\1\1"))
    assert ("package.relation", 2) in rules(planted(ours(), SLIDE, r' r:id="[^"]*"', ' r:id="rId99"'))
    assert ("package.shape-id", 2) in rules(planted(ours(), SLIDE, '<p:cNvPr id="3"', '<p:cNvPr id="2"'))


def test_a_deck_with_an_error_is_not_put_in_place(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(data: bytes) -> tuple[Finding, ...]:
        return (replace(found("package.types", 0, "/gone.xml", "a part is not in the file"), level="error"),)

    monkeypatch.setattr(checks, "check_written", broken)
    result = run("-q", "build", SEEDS)
    assert result.code == 2
    assert "a part is not in the file" in result.err
    assert list((tmp_path / "output").glob("*.pptx")) == []
