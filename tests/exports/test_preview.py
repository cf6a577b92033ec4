"""Pages drawn without any office program: what a reader looks for is there, in its place and colour."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from briefing.errors import InputError, WorkspaceError
from briefing.exports import typefaces
from briefing.exports.preview import contact_sheet, dashes, page, pages
from briefing.model.frame import Box, Line, Paint, Paragraph, PictureMark, RuleMark, Run, TextMark, inches
from briefing.model.theme import Logo
from tests.exports.framing import (
    box,
    chart,
    colors_in,
    deck,
    inked,
    look,
    opened,
    organisation_map,
    says,
    slide,
    table,
    words,
)

LIGHT = look()


@pytest.mark.parametrize("width", [320, 1280])
def test_a_page_is_as_wide_as_asked_and_16_to_9(width: int) -> None:
    image = opened(page(slide(), LIGHT, width))
    assert image.size == (width, width * 9 // 16)


def test_the_ground_and_the_footer_rule_come_from_the_theme() -> None:
    for name in ("boardroom", "midnight"):
        theme = look(name)
        image = page(slide(), theme)
        assert colors_in(image, box(1, 2, 3, 3)) == {theme.hex("bg1")}
        assert theme.hex("accent6") in colors_in(image, box(1, 6.9, 3, 0.15))


def test_the_title_slide_has_its_panel_and_no_footer_rule() -> None:
    image = page(slide(kind="title", layout="title"), LIGHT)
    assert colors_in(image, box(10, 1, 2, 5)) == {LIGHT.hex("bg2")}
    assert colors_in(image, box(1, 6.9, 3, 0.15)) == {LIGHT.hex("bg1")}


def test_text_stands_in_its_box_and_wraps() -> None:
    place = box(2, 2, 3, 1)
    image = page(slide(words("Acme raised money from Northwind and from four further houses", place, 14)), LIGHT)
    assert inked(image, box(2, 2, 3, 0.25))
    assert inked(image, box(2, 2.28, 3, 0.2))
    assert not inked(image, box(5.02, 2, 3, 1))
    assert LIGHT.hex("tx1") in colors_in(image, place)


@pytest.mark.parametrize(
    ("align", "inside", "outside"), [("left", 1.0, 7.0), ("right", 7.0, 1.0), ("center", 4.2, 1.0)]
)
def test_text_is_aligned(align: str, inside: float, outside: float) -> None:
    line = Paragraph((Run("Acme", 20),), align=align)  # type: ignore[arg-type]
    image = page(slide(TextMark("Aligned", box(1, 2, 7, 0.5), (line,))), LIGHT)
    assert inked(image, box(inside, 2, 1, 0.5))
    assert not inked(image, box(outside, 2, 1, 0.5))


def test_text_at_the_foot_of_its_box() -> None:
    image = page(slide(words("Acme", box(1, 2, 3, 2), 14, anchor="bottom")), LIGHT)
    assert not inked(image, box(1, 2, 3, 1.5))
    assert inked(image, box(1, 3.7, 3, 0.3))


def test_a_tint_is_mixed_with_what_lies_under_it() -> None:
    panel = TextMark("Panel", box(2, 2, 4, 2), fill=Paint("bg2"))
    tint = TextMark("Tint", box(3, 2.5, 1, 1), fill=Paint("accent1", 13))
    found = colors_in(page(slide(panel, tint), LIGHT), box(3.2, 2.7, 0.5, 0.5))
    assert len(found) == 1
    assert found.isdisjoint({LIGHT.hex("bg2"), LIGHT.hex("accent1"), LIGHT.hex("bg1")})


def test_a_dashed_outline_has_gaps_and_a_solid_one_none() -> None:
    for dash, broken in (("sysDash", True), ("solid", False)):
        mark = TextMark("Pill", box(2, 2, 4, 1), line=Line("accent4", 3, dash))  # type: ignore[arg-type]
        edge = colors_in(page(slide(mark), LIGHT), box(2.5, 1.99, 3, 0.02))
        assert LIGHT.hex("accent4") in edge
        assert (LIGHT.hex("bg1") in edge) is broken


def test_dashes_run_on_around_corners() -> None:
    strokes = list(dashes([(0, 0), (10, 0), (10, 10)], [6, 2]))
    assert strokes == [[(0, 0), (6, 0)], [(8, 0), (10, 0), (10, 4)], [(10, 6), (10, 10)]]


def test_tables_show_fills_words_and_rules() -> None:
    image = page(slide(table()), LIGHT)
    assert LIGHT.hex("bg2") in colors_in(image, box(4, 2.2, 1, 0.4))
    assert LIGHT.hex("tx1") in colors_in(image, box(0.6, 2.06, 6, 0.04))  # the header's rule
    assert inked(image, box(0.6, 2.2, 1, 0.4))


def test_a_row_too_low_for_its_text_grows() -> None:
    low = table()
    cell = replace(low.rows[1].cells[0], paragraphs=(says("Seed " * 40),))
    grown = replace(low, rows=(low.rows[0], replace(low.rows[1], cells=(cell, low.rows[1].cells[1]))))
    below = box(2.7, 2.9, 3.8, 0.3)
    assert LIGHT.hex("bg2") not in colors_in(page(slide(low), LIGHT), below)
    assert LIGHT.hex("bg2") in colors_in(page(slide(grown), LIGHT), below)


def test_a_rumoured_column_is_hatched_and_a_reported_one_solid() -> None:
    image = page(slide(chart(), kind="funding-chart"), LIGHT)
    reported, rumoured = box(2.2, 5.2, 0.6, 0.5), box(6.1, 4, 0.6, 1)
    assert colors_in(image, reported) == {LIGHT.hex("accent1")}
    assert {LIGHT.hex("bg1"), LIGHT.hex("accent4")} <= colors_in(image, rumoured)


def test_groups_and_connectors_are_drawn() -> None:
    image = page(slide(organisation_map(), kind="partnerships"), LIGHT)
    accent = LIGHT.hex("accent1")
    assert accent in colors_in(image, box(5.51, 2.5, 0.4, 2))  # the wire between panel and hub
    assert accent in colors_in(image, box(6.3, 3.4, 0.3, 0.3))
    assert LIGHT.hex("bg2") in colors_in(image, box(4.8, 2, 0.5, 0.5))


def test_a_connector_to_nowhere_is_left_out() -> None:
    group = organisation_map()
    astray = replace(group, marks=tuple(mark for mark in group.marks if mark.name != "Panel"))
    assert not inked(page(slide(astray), LIGHT), box(5.51, 2.5, 0.2, 0.5))


def test_pictures_are_placed() -> None:
    data = contact_sheet([page(slide(), look("midnight"), 320)], 1, 320)
    image = page(slide(PictureMark("Picture", box(2, 2, 3, 2), data, "A page")), LIGHT)
    assert look("midnight").hex("bg1") in colors_in(image, box(3, 2.5, 1, 1))


def test_a_broken_picture_is_named_in_one_line() -> None:
    with pytest.raises(InputError, match="picture"):
        page(slide(PictureMark("Picture", box(2, 2, 3, 2), b"no picture", "")), LIGHT)


def test_the_logo_stands_in_the_corner(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    Image.new("RGB", (130, 36), (200, 30, 30)).save(path)
    branded = replace(LIGHT, logo=Logo(str(path), "Acme"))
    assert "C81E1E" in colors_in(page(slide(), branded), box(11.6, 0.45, 0.8, 0.2))
    path.write_bytes(b"no picture")
    with pytest.raises(WorkspaceError, match="logo"):
        page(slide(), branded)


@pytest.mark.parametrize(
    "text",
    [
        "北極星ロボティクス",
        "Ромашка",
        "شركة النور",
        "נורת'ווינד",
        "Acme 🚀",
        "\u2029a\u00a0b\u00adc\td",
        "",
        " ",
        "x" * 500,
    ],
)
def test_any_script_is_drawn_without_failing(text: str) -> None:
    rtl = any("\u0590" <= character <= "\u08ff" for character in text)
    line = Paragraph((Run(text, 14, rtl=rtl), Run(" Acme", 14)), rtl=rtl)
    assert inked(page(slide(TextMark("Name", box(1, 2, 4, 1), (line,))), LIGHT, 640), box(0.5, 2, 4.6, 1))


def test_lines_break_where_the_text_says_so() -> None:
    line = Paragraph((Run("one\ntwo", 14),))
    image = page(slide(TextMark("Lines", box(1, 2, 4, 1), (line,))), LIGHT)
    assert inked(image, box(1, 2, 4, 0.2))
    assert inked(image, box(1, 2.27, 4, 0.2))


def test_without_any_font_installed_pages_are_drawn_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typefaces, "_folders", lambda: ())
    for cache in (typefaces._known_files, typefaces._installed):
        cache.cache_clear()
    try:
        assert inked(page(slide(words("Acme", box(1, 2, 4, 1), 14)), LIGHT), box(1, 2, 4, 1))
    finally:
        for cache in (typefaces._known_files, typefaces._installed):
            cache.cache_clear()


def test_a_themes_own_font_files_come_first(tmp_path: Path) -> None:
    own = replace(LIGHT, minor="Inter", font_files={"regular": str(tmp_path / "inter.ttf")})
    assert typefaces.font_file("Inter", False, False, own) == str(tmp_path / "inter.ttf")
    assert typefaces.font_file("Inter", True, False, own) == str(tmp_path / "inter.ttf")
    assert typefaces.font_file("Arial", False, False, own) != str(tmp_path / "inter.ttf")


def test_the_same_frame_gives_the_same_bytes() -> None:
    frame = slide(table(), chart(), organisation_map())
    assert page(frame, LIGHT, 640) == page(frame, LIGHT, 640)


def test_pages_of_a_foreign_deck_keep_its_shape_and_have_no_furniture() -> None:
    rule = RuleMark("Rule", 0, inches(1), inches(10), inches(1), Line("accent1", 2))
    foreign = replace(deck(slide(rule)), subject="", width=inches(10), height=inches(7.5))
    (image,) = pages(foreign, LIGHT, 400)
    assert opened(image).size == (400, 300)
    assert colors_in(image, Box(0, inches(6.5), inches(10), inches(0.9)), inches(10)) == {"FFFFFF"}


@pytest.mark.parametrize(("count", "columns", "shape"), [(1, 3, (1, 1)), (4, 3, (3, 2)), (12, 4, (4, 3))])
def test_a_contact_sheet_holds_every_page_in_rows(count: int, columns: int, shape: tuple[int, int]) -> None:
    dark = page(slide(), look("midnight"), 320)
    sheet = opened(contact_sheet([dark] * count, columns, 320))
    gap = 8
    assert sheet.size == (shape[0] * (320 + gap) + gap, shape[1] * (180 + gap) + gap)
    assert sheet.getpixel((gap + 10, gap + 10)) == (0x0B, 0x12, 0x20)


def test_a_contact_sheet_of_nothing_is_empty() -> None:
    assert opened(contact_sheet([])).width > 0
