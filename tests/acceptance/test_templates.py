"""Decks built onto templates as companies have them, each odd in its own way; and onto files that mean harm."""

from __future__ import annotations

import importlib.util
import io
import os
import posixpath
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image
from pptx import Presentation

from briefing.exports.pptx import read_deck
from briefing.exports.pptx.company import Company, CompanyLayout, chosen, read_company
from briefing.model.frame import TableMark, TextMark, every_mark
from tests.conftest import SHARED, Run
from tests.packages import parts_of
from tests.theming.odd_templates import ODD

_KEPT = re.compile(r"ppt/(slideMasters|slideLayouts|theme)/[^/]+\.xml")
_SHARED = (
    "automizer_multi_master.pptx",
    "json2pptx_modern.pptx",
    "labyrinth_16x9.pptx",
    "moneybox_16x9.pptx",
    "posit_bank.pptx",
    "posit_vignette.potx",
    "pptagent_default.pptx",
    "sap_utils.pptx",
)


@pytest.fixture(scope="session")
def validator() -> ModuleType | None:
    """The shared validator of Open XML, where it is beside this checkout."""
    spec = importlib.util.spec_from_file_location("ooxml_validate", SHARED / "tools" / "ooxml" / "validate.py")
    if spec is None or spec.loader is None or not Path(spec.origin or "").is_file():
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def built(run: Run, model: Path, data: bytes, suffix: str = ".pptx") -> bytes:
    """The CTO deck on that template: imported, checked without an error, built."""
    Path(f"corp{suffix}").write_bytes(data)
    imported = run("theme", "import", f"corp{suffix}")
    assert imported.code == 0, imported.err
    assert "error" not in run("theme", "check", "corp").out
    result = run("-q", "build", "--model", model, "-t", "corp")
    assert result.code == 0, result.err
    return Path(result.out.splitlines()[0]).read_bytes()


# ---------------------------------------------------------------- what must hold on every template


def orphans(made: dict[str, bytes]) -> set[str]:
    """Parts that no relation leads to."""
    reached, waiting = set[str](), [""]
    while waiting:
        source = waiting.pop()
        folder, base = posixpath.split(source)
        rels = made.get(posixpath.join(folder, "_rels", f"{base}.rels"), b"").decode()
        for target in re.findall(r'Target="([^"]+)"(?! TargetMode="External")', rels):
            name = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            if name in made and name not in reached:
                reached.add(name)
                waiting.append(name)
    return {name for name in made if name not in reached and ".rels" not in name} - {"[Content_Types].xml"}


def ours(deck: bytes, company: Company, content: CompanyLayout) -> Iterator[tuple[str, int, int, int, int]]:
    """(name, left, top, right, bottom) of what we drew on the content slides, placeholders aside."""
    for slide in list(Presentation(io.BytesIO(deck)).slides)[1:]:
        assert slide.slide_layout.name == content.name
        for shape in slide.shapes:
            if not shape.is_placeholder:
                yield shape.name, shape.left, shape.top, shape.left + shape.width, shape.top + shape.height


def small(deck: bytes, least: float = 8.5) -> list[tuple[str, float, str]]:
    """Text of ours that is too small: (slide, points, words). A template's own footer keeps its size."""
    found = []
    for frame in read_deck(deck)[0].frames:
        for mark in every_mark(frame.marks):
            cells = [cell for row in mark.rows for cell in row.cells] if isinstance(mark, TableMark) else []
            owners = [mark] if isinstance(mark, TextMark) else cells
            runs = (run for owner in owners for item in owner.paragraphs for run in item.runs)
            found += [(frame.key, run.size, run.text) for run in runs if run.text.strip() and run.size < least - 0.01]
    return found


def holds(source: bytes, deck: bytes) -> None:
    before, after = parts_of(source), parts_of(deck)
    kept = [name for name in before if _KEPT.fullmatch(name)]
    assert kept
    assert all(before[name] == after[name] for name in kept)
    assert not orphans(after)
    main = after["ppt/presentation.xml"]
    assert b"custShow" not in main
    assert b"sectionLst" not in main
    assert not [name for name in after if "omment" in name]
    company = read_company(source, "the template")
    _, content = chosen(company, {}, "the template")
    free = content.free
    for name, left, top, right, bottom in ours(deck, company, content):
        assert left >= free.x - 2, name
        assert top >= free.y - 2, name
        assert right <= free.x + free.w + 2, name
        assert bottom <= free.y + free.h + 2, name
    assert small(deck) == []


def new_faults(validator: ModuleType | None, source: bytes, deck: bytes, folder: Path) -> set[tuple[str, str, str]]:
    """What the validator finds in the deck and not in its template."""
    if validator is None:
        return set()
    found = []
    for name, data in (("source.pptx", source), ("deck.pptx", deck)):
        (folder / name).write_bytes(data)
        found.append({tuple(item) for item in validator.check(str(folder / name), strict=True)})
    return found[1] - found[0]


@pytest.mark.parametrize("name", list(ODD))
def test_an_odd_template_carries_the_deck(
    run: Run, model: Path, validator: ModuleType | None, name: str, tmp_path: Path
) -> None:
    source = ODD[name]()
    deck = built(run, model, source)
    holds(source, deck)
    assert b"sample" not in b"".join(data.lower() for part, data in parts_of(deck).items() if part.endswith(".xml"))
    assert new_faults(validator, source, deck, tmp_path) == set()


@pytest.mark.parametrize("name", _SHARED)
def test_a_template_as_companies_have_them(
    run: Run, model: Path, shared: Path, validator: ModuleType | None, name: str, tmp_path: Path
) -> None:
    path = shared / "templates" / name
    if not path.is_file():
        pytest.skip(f"{name} is not among the shared templates")
    source = path.read_bytes()
    deck = built(run, model, source, path.suffix)
    holds(source, deck)
    assert new_faults(validator, source, deck, tmp_path) == set()


# ---------------------------------------------------------------- single kinds


def test_titles_over_a_photograph_are_read(run: Run, model: Path) -> None:
    deck = built(run, model, ODD["pictures-only"]())
    slide = Presentation(io.BytesIO(deck)).slides[1]
    fill = slide.shapes.title._element.xpath(".//p:spPr/a:solidFill/a:schemeClr")
    assert fill, "a ground of our own under the title"
    assert slide.shapes.title._element.xpath(".//a:rPr/a:solidFill")
    told = run("theme", "check", "corp").out
    assert "has a busy picture under titles" in told
    assert "on a translucent ground" in told


@pytest.mark.parametrize("name", ["four-by-three", "ministry", "dark-master"])
def test_a_deck_on_a_template_passes_its_own_check(run: Run, model: Path, name: str) -> None:
    Path("deck.pptx").write_bytes(built(run, model, ODD[name]()))
    found = run("check", "deck.pptx").out
    assert " error " not in found, found


def test_a_preview_shows_the_template_under_the_slides(run: Run) -> None:
    Path("corp.pptx").write_bytes(ODD["dark-master"]())
    assert run("theme", "import", "corp.pptx").code == 0
    result = run("theme", "preview", "corp", "--light", "--columns", "1")
    assert result.code == 0, result.err
    sheet = Image.open(result.out.strip()).convert("RGB")
    shades = [sheet.getpixel((sheet.width - 30, at)) for at in range(40, 260, 40)]
    assert all(isinstance(shade, tuple) and shade[2] > shade[0] and max(shade) < 120 for shade in shades)


def test_titles_of_a_deck_have_one_size(run: Run, model: Path) -> None:
    deck = Presentation(io.BytesIO(built(run, model, ODD["four-by-three"]())))
    sizes = {slide.shapes.title.text_frame.paragraphs[0].runs[0].font.size for slide in list(deck.slides)[1:]}
    assert len(sizes) == 1


def test_words_keep_their_order_where_the_template_runs_from_the_right(run: Run, model: Path) -> None:
    made = parts_of(built(run, model, ODD["right-to-left"]()))
    slides = [data for name, data in made.items() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
    for slide in slides:
        paragraphs = re.findall(rb"<a:p>(?:<a:pPr[^>]*>)?", slide)
        assert paragraphs
        assert all(b'rtl="' in item for item in paragraphs)


def test_a_narrow_page_leaves_out_a_column_and_keeps_its_words(run: Run, model: Path) -> None:
    deck = Presentation(io.BytesIO(built(run, model, ODD["a4-portrait"]())))
    slide = next(slide for slide in deck.slides if any("Unverified" in shape.name for shape in slide.shapes))
    table = next(shape.table for shape in slide.shapes if shape.has_table)
    heads = [cell.text for cell in table.rows[0].cells]
    assert "What would verify it" not in heads
    assert "FULL LIST" in slide.notes_slide.notes_text_frame.text


def test_a_layout_without_room_is_named_with_others(run: Run, model: Path) -> None:
    Path("corp.pptx").write_bytes(ODD["four-by-three"]())
    assert run("theme", "import", "corp.pptx").code == 0
    file = Path("themes/corp/theme.toml")
    file.write_text(re.sub(r'content = "[^"]*"', 'content = "Vertical Title and Text"', file.read_text()))
    result = run("build", "--model", model, "-t", "corp")
    assert result.code == 2
    assert "Vertical Title and Text" in result.err
    assert result.err.count("\n") == 1


# ---------------------------------------------------------------- what means harm


@pytest.fixture(scope="session")
def hostile(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    maker = shared / "tools" / "hostile" / "make.py"
    if not maker.is_file():
        pytest.skip("the maker of hostile files is not beside this checkout")
    folder = tmp_path_factory.mktemp("hostile")
    if os.environ.get("BRIEFING_HOSTILE") != "1":
        pytest.skip("making the hostile set takes a quarter of a minute; set BRIEFING_HOSTILE=1")
    subprocess.run([sys.executable, str(maker), str(folder)], check=True, capture_output=True)
    return sorted(folder.iterdir())


def test_a_hostile_template_is_one_line_and_nothing_is_written(run: Run, hostile: list[Path]) -> None:
    assert len(hostile) > 40
    for path in hostile:
        if path.suffix == ".potx":  # a template proper, which other programs refuse
            continue
        result = run("theme", "import", path, "--name", "corp")
        assert (result.code, result.err.count("\n")) == (2, 1), (path.name, result.err)
        assert not Path("themes").exists(), path.name
