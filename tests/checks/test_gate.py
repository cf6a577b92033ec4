"""Hostile and broken files are refused in one line, soon, and in little memory; the rest of the world is let in."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.errors import InputError
from briefing.exports import pptx
from tests.checks.foreign import unchanged
from tests.checks.planting import planted
from tests.packages import Parts, packed, parts_of

SLIDE, RELS, MAIN = "ppt/slides/slide2.xml", "ppt/slides/_rels/slide2.xml.rels", "ppt/presentation.xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
END = "</Relationships>"


def sound() -> Parts:
    return parts_of(unchanged())


def relation(kind: str, target: str, mode: str = ' TargetMode="External"') -> Parts:
    return planted(sound(), RELS, END, f'<Relationship Id="rId88" Type="{OFFICE}{kind}" Target="{target}"{mode}/>{END}')


def stored(change: Callable[[zipfile.ZipFile], None], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in sound().items():
            archive.writestr(name, data)
        change(archive)
    return stream.getvalue()


def encrypted() -> bytes:
    data = bytearray(unchanged())
    data[data.find(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def link(archive: zipfile.ZipFile) -> None:
    entry = zipfile.ZipInfo("ppt/media/link")
    entry.external_attr = 0o120777 << 16
    archive.writestr(entry, b"/etc/passwd")


def nothing(archive: zipfile.ZipFile) -> None:
    pass


def huge_picture() -> bytes:
    header = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + struct.pack(">II", 60_000, 60_000)
    return packed({**sound(), "ppt/media/image1.png": header + b"\x08\x02\0\0\0" + b"\0" * 40})


def bomb() -> bytes:
    """The directory says that a picture unpacks to 600 MB."""
    data = bytearray(stored(lambda archive: archive.writestr("ppt/media/image9.png", b"\0" * 1_000)))
    entry = data.rfind(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<I", 600_000_000)
    return bytes(data)


def without(part: str) -> Parts:
    return {name: data for name, data in sound().items() if name != part}


GROUP = '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="9" name="g"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
DOCTYPE = '<!DOCTYPE sld [<!ENTITY a "b">]>'

REFUSED: list[tuple[str, Callable[[], bytes]]] = [
    ("not a PowerPoint deck", lambda: b"This is no deck. " * 20),
    ("not a PowerPoint deck", lambda: b""),
    ("not a PowerPoint deck", lambda: b"MZ" + b"\0" * 400 + unchanged()),
    ("password-protected, or an old .ppt", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2_040),
    ("password-protected", encrypted),
    ("truncated or damaged", lambda: unchanged()[: len(unchanged()) // 2]),
    ("holds no presentation", lambda: packed({"hello.txt": b"hi"})),
    ("no list of its parts' types", lambda: packed(without("[Content_Types].xml"))),
    ("too large when unpacked", bomb),
    ("too large", lambda: packed({**sound(), SLIDE: sound()[SLIDE] + b" " * 33_000_000})),
    ("too many elements", lambda: packed({**sound(), SLIDE: b"<a>" + b"<b/>" * 700_000 + b"</a>"})),
    ("DOCTYPE", lambda: packed(planted(sound(), SLIDE, "<p:sld ", DOCTYPE + "<p:sld "))),
    ("DOCTYPE", lambda: packed(planted(sound(), SLIDE, "<p:sld ", "<!-- <p:sld> -->" + DOCTYPE + "<p:sld "))),
    (
        "not UTF-8",
        lambda: packed({**sound(), SLIDE: sound()[SLIDE].decode().replace("UTF-8", "UTF-16").encode("utf-16")}),
    ),
    ("not well-formed", lambda: packed(planted(sound(), SLIDE, "</p:sld>", ""))),
    (
        "nested more than",
        lambda: packed(planted(sound(), SLIDE, "</p:spTree>", GROUP * 200 + "</p:grpSp>" * 200 + "</p:spTree>")),
    ),
    (
        "nested more than",
        lambda: packed(planted(sound(), SLIDE, "</p:spTree>", GROUP * 900 + "</p:grpSp>" * 900 + "</p:spTree>")),
    ),
    ("reaches out", lambda: stored(lambda archive: archive.writestr("../../evil.txt", b"x"))),
    ("reaches out", lambda: stored(lambda archive: archive.writestr("..\\evil.txt", b"x"))),
    ("link to another file", lambda: stored(link)),
    ("two parts of one name", lambda: stored(lambda archive: archive.writestr(SLIDE.upper(), b"<x/>"))),
    ("packed in a way", lambda: stored(nothing, zipfile.ZIP_LZMA)),
    ("macros", lambda: packed({**sound(), "ppt/vbaProject.bin": b"x"})),
    ("a template", lambda: packed(planted(sound(), "[Content_Types].xml", "presentation.main", "template.main"))),
    ("outside the file", lambda: packed(relation("image", "http://127.0.0.1:9/pixel.png"))),
    ("outside the file", lambda: packed(relation("attachedTemplate", "http://127.0.0.1:9/t.dotm"))),
    ("no web address", lambda: packed(relation("hyperlink", "javascript:alert(1)"))),
    ("no web address", lambda: packed(relation("hyperlink", "java&#10;script:alert(1)"))),
    ("no web address", lambda: packed(relation("hyperlink", "data:text/html,x"))),
    ("is missing", lambda: packed(relation("image", "../media/gone.png", ""))),
    ("is missing", lambda: packed(relation("image", "NULL", ""))),
    ("contains itself", lambda: packed(relation("slide", "slide2.xml", ""))),
    ("no slide master", lambda: packed(planted(sound(), MAIN, r"<p:sldMasterIdLst>.*?</p:sldMasterIdLst>", ""))),
    (
        "no layouts",
        lambda: packed(
            planted(sound(), "ppt/slideMasters/slideMaster1.xml", r"<p:sldLayoutIdLst>.*?</p:sldLayoutIdLst>", "")
        ),
    ),
    ("no size", lambda: packed(planted(sound(), MAIN, r"<p:sldSz [^>]*/>", ""))),
    ("no size", lambda: packed(planted(sound(), MAIN, r'cx="9144000"', 'cx="0"'))),
    ("too large to be unpacked", huge_picture),
    (
        "names more than",
        lambda: packed(
            planted(
                sound(),
                "[Content_Types].xml",
                "</Types>",
                '<Default Extension="x" ContentType="a/b"/>' * 21_000 + "</Types>",
            )
        ),
    ),
    (
        "Strict",
        lambda: packed(
            planted(sound(), MAIN, "schemas.openxmlformats.org/presentationml/2006", "purl.oclc.org/ooxml/x")
        ),
    ),
]


@pytest.mark.parametrize(
    ("words", "make"), REFUSED, ids=[f"{number}, {words}" for number, (words, _) in enumerate(REFUSED)]
)
def test_it_is_refused_in_one_line(words: str, make: Callable[[], bytes]) -> None:
    with pytest.raises(InputError) as caught:
        pptx.admit(make(), "deck.pptx")
    assert words in str(caught.value)
    assert "deck.pptx" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_names_that_differ_in_case_or_are_escaped_are_found() -> None:
    parts = sound()
    parts["ppt/media/my image1.png"] = parts.pop("ppt/media/image1.png")
    parts = planted(parts, "ppt/slides/_rels/slide5.xml.rels", "image1.png", "My%20Image1.PNG")
    assert pptx.read_opened(pptx.admit(packed(parts)))[0].frames[4].title == "The new crane at work"


def test_films_that_play_online_are_let_in() -> None:
    assert pptx.admit(packed(relation("video", "https://example.org/a.mp4")))


LIMITED = """
import resource, sys, time
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
from briefing.cli import main
try:
    main(["check", sys.argv[1]])
except SystemExit as stop:
    print(stop.code, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def test_the_set_of_hostile_files_is_refused_file_by_file(shared: Path, tmp_path: Path) -> None:
    maker = shared / "tools" / "hostile" / "make.py"
    if not maker.is_file():
        pytest.skip("the hostile set is not beside this checkout")
    pytest.importorskip("pptx")
    if "BRIEFING_HOSTILE" not in __import__("os").environ:
        pytest.skip("making the hostile set takes a quarter of a minute; set BRIEFING_HOSTILE=1")
    subprocess.run([sys.executable, str(maker), str(tmp_path)], check=True, capture_output=True, timeout=300)
    for path in sorted(tmp_path.iterdir()):
        done = subprocess.run([sys.executable, "-c", LIMITED, str(path)], capture_output=True, text=True, timeout=30)
        code, peak = done.stdout.split()
        assert (code, len(done.stderr.splitlines())) == ("2", 1), (path.name, done.stdout, done.stderr)
        assert int(peak) < 300, path.name
