"""LibreOffice, or what stands in for it in tests: found or not, failing, silent for too long, and its clock."""

from __future__ import annotations

import stat
import sys
import time
from pathlib import Path

import pytest

from briefing.errors import InputError
from briefing.exports import office, pptx
from briefing.model.records import replace
from tests.conftest import SEEDS, Run
from tests.exports.framing import box, deck, look, slide, words

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program called soffice, first on the path; write its script."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    program = folder / "soffice"
    program.write_text("#!/bin/sh\nexit 0\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


def test_its_absence_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(office, "_USUAL_PLACES", ())
    assert office.find_office() == ""
    with pytest.raises(InputError, match="LibreOffice is not installed") as caught:
        office.pdf(b"")
    assert "--format" in caught.value.remedy


@needs_posix
def test_a_failing_program_is_quoted(stand_in: Path) -> None:
    stand_in.write_text("#!/bin/sh\necho 'no such filter' >&2\nexit 77\n")
    with pytest.raises(InputError, match="code 77: no such filter"):
        office.pdf(b"")


@needs_posix
def test_a_program_that_makes_nothing_is_named(stand_in: Path) -> None:
    with pytest.raises(InputError, match="made no PDF") as caught:
        office.pdf(b"")
    assert caught.value.where == str(stand_in)


@needs_posix
def test_a_program_that_cannot_be_run(stand_in: Path) -> None:
    stand_in.write_text("#!/no/such/interpreter\n")
    with pytest.raises(InputError, match="does not start"):
        office.pdf(b"")


@needs_posix
def test_a_program_that_never_answers_is_ended_with_its_children(stand_in: Path, tmp_path: Path) -> None:
    mark = tmp_path / "still-running"
    stand_in.write_text(f"#!/bin/sh\n(sleep 1; touch {mark}) &\nsleep 60\n")
    with pytest.raises(InputError, match="no answer within"):
        office.pdf(b"", timeout=0.3)
    time.sleep(1.2)
    assert not mark.exists()


def test_the_clock_leaves_no_trace_in_a_pdf() -> None:
    def made(stamp: str, key: str, when: str) -> bytes:
        return (
            f"<</Creator<FEFF0049006D00700072006500730073>/CreationDate(D:{stamp}Z')>>\n<xmp:CreateDate>{when}"
            f"</xmp:CreateDate>\ntrailer <</ID [ <{key}>\n<{key}> ]\n/DocChecksum /{key}>>\n"
        ).encode()

    one = made("20261122060626", "A" * 32, "2026-11-22T06:06:26Z")
    other = made("20270101000000", "B" * 32, "2027-01-01T00:00:00Z")
    assert office._pinned(one, "2026-07-04T00:00:00Z") == office._pinned(other, "2026-07-04T00:00:00Z")
    pinned = office._pinned(one, "2026-07-04T00:00:00Z")
    assert len(pinned) == len(one)  # offsets in a PDF must stay
    assert b"(D:20260704000000Z')" in pinned
    assert b"<FEFF0049006D00700072006500730073>" in pinned


@pytest.mark.skipif(not office.find_office(), reason="LibreOffice is not installed")
def test_a_deck_becomes_one_page_a_slide() -> None:
    frames = [slide(words(f"Slide {n}", box(1, 2, 4, 1)), kind=kind) for n, kind in enumerate(("overview", "risks"))]
    document = office.pdf(pptx.write(deck(*frames), look()), "2026-07-04T00:00:00Z")
    assert document.startswith(b"%PDF")
    assert b"(D:20260704000000" in document
    images = office.pages(document, 320)
    assert len(images) == 2
    assert all(image.startswith(b"\x89PNG") for image in images)


@pytest.mark.skipif(not office.find_office(), reason="LibreOffice is not installed")
def test_a_handout_has_a_page_a_slide_with_all_of_its_notes() -> None:
    import pypdfium2

    words_of = "“A sentence of a source that is long enough to fill most of a line of it.”"
    notes = "\n".join(f"[{number}] {words_of}" for number in range(20))
    frame = slide(words("Slide", box(1, 2, 4, 1)))
    made = office.pdf(pptx.write(deck(replace(frame, notes=notes)), look()), notes=True)
    document = pypdfium2.PdfDocument(made)
    assert len(document) == 1
    page = document[0]
    assert page.get_height() > page.get_width()
    text = page.get_textpage().get_text_bounded()  # what lies outside the page is not among it
    assert "[0]" in text
    assert "[19]" in text


@pytest.mark.skipif(not office.find_office(), reason="LibreOffice is not installed")
def test_a_build_in_every_format_is_tagged_titled_and_has_its_fonts(run: Run, tmp_path: Path) -> None:
    import pypdfium2
    from pptx import Presentation

    result = run("-q", "build", SEEDS, "-o", tmp_path, "--format", "pptx,pdf,png")
    assert result.code == 0, result.err
    made = {path.suffix: path for path in tmp_path.iterdir() if path.suffix in (".pptx", ".pdf")}
    slides = len(Presentation(str(made[".pptx"])).slides)
    raw, document = made[".pdf"].read_bytes(), pypdfium2.PdfDocument(made[".pdf"])
    assert len(document) == slides == len(list(tmp_path.glob("*-[0-9][0-9].png")))
    assert len(list(tmp_path.glob("*-sheet.png"))) == 1
    assert b"/MarkInfo<</Marked true>>" in raw
    assert document.get_metadata_value("Title")
    assert len(list(document.get_toc())) >= slides
    assert raw.count(b"/FontFile") >= raw.count(b"/FontDescriptor ") > 0
