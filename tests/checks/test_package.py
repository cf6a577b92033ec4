"""Faults of the file itself are named: macros, outside references, lost parts, repeated ids."""

from __future__ import annotations

import io
import zipfile

from briefing import checks, theming
from briefing.exports import pptx
from tests.exports.pptx.specimen import specimen

SLIDE = "ppt/slides/slide2.xml"
RELATIONS = "ppt/slides/_rels/slide2.xml.rels"


def deck(**changes: tuple[str, bytes, bytes]) -> bytes:
    """The specimen with text replaced in parts, and parts added (with an empty old text)."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(pptx.write(specimen(), theming.find_theme("boardroom")))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, old, new in changes.values():
        parts[name] = parts[name].replace(old, new, 1) if old else new
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def relation(kind: str, target: str, mode: str = ' TargetMode="External"') -> tuple[str, bytes, bytes]:
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    added = f'<Relationship Id="rId99" Type="{base}{kind}" Target="{target}"{mode}/></Relationships>'
    return RELATIONS, b"</Relationships>", added.encode()


def rules(**changes: tuple[str, bytes, bytes]) -> list[tuple[str, int]]:
    return [(finding.rule, finding.slide) for finding in checks.check_file(deck(**changes))]


def test_a_deck_of_ours_has_no_fault() -> None:
    assert rules() == []


def test_faults_are_named_with_their_slide() -> None:
    assert rules(a=relation("image", "http://example.org/x.png")) == [("package.outside", 2)]
    assert rules(a=relation("hyperlink", "javascript:alert(1)")) == [("package.link", 2)]
    assert rules(a=relation("image", "../media/gone.png", "")) == [("package.lost", 2)]
    assert rules(a=("ppt/vbaProject.bin", b"", b"x")) == [("package.macros", 0)]
    assert rules(a=("../../evil.txt", b"", b"x")) == [("package.name", 0)]
    assert rules(a=(SLIDE, b'<p:cNvPr id="3"', b'<p:cNvPr id="2"')) == [("package.ids", 2)]
    assert rules(a=(SLIDE, b'<a:schemeClr val="tx2"/>', b'<a:srgbClr val="FF0000"/>')) == [("package.rgb", 2)]
    assert rules(a=(SLIDE, b"</p:sld>", b"")) == [("package.xml", 2)]
    assert rules(a=(SLIDE, b"<p:sld ", b'<!DOCTYPE x [<!ENTITY a "b">]><p:sld ')) == [("package.doctype", 2)]
