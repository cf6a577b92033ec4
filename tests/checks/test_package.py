"""Faults of the file itself are named: outside references, lost parts, repeated ids."""

from __future__ import annotations

from tests.checks.planting import findings, ours, planted
from tests.packages import Parts, packed

SLIDE = "ppt/slides/slide2.xml"
RELATIONS = "ppt/slides/_rels/slide2.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def rules(changed: Parts) -> list[tuple[str, int]]:
    found = [item for item in findings(packed(changed)) if item.rule.startswith(("package", "file", "chart.work"))]
    return [(finding.rule, finding.slide) for finding in found]


def related(kind: str, target: str, mode: str = ' TargetMode="External"') -> Parts:
    added = f'<Relationship Id="rId99" Type="{OFFICE}{kind}" Target="{target}"{mode}/></Relationships>'
    return planted(ours(), RELATIONS, "</Relationships>", added)


def test_a_deck_of_ours_has_no_fault() -> None:
    assert rules(ours()) == []


def test_faults_are_named_with_their_slide() -> None:
    assert rules(related("video", "https://example.org/x.mp4")) == [("package.outside", 2)]
    assert rules(related("hyperlink", "sap:open(1)")) == [("package.link", 2)]
    assert rules(planted(ours(), SLIDE, '<p:cNvPr id="3"', '<p:cNvPr id="2"')) == [("package.shape-id", 2)]
    red = planted(ours(), SLIDE, '<a:schemeClr val="tx2"/>', '<a:srgbClr val="FF0000"/>')
    assert rules(red) == [("package.rgb", 2)]
