"""Text is measured by the rules of the deck: advances of the face, greedy wrapping, 1.22 x pt a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import measure
from briefing.errors import InputError
from briefing.measure.faces import face_key
from briefing.model.frame import EMU_PER_POINT, Paragraph, Run, inches

ARIAL = "Arial"


@pytest.mark.parametrize(
    ("badge", "width"),
    [("○ Company-stated", 1.31), ("● Corroborated", 1.13), ("◊ Rumoured", 0.94), ("○ Target", 0.70)],
)
def test_badges_are_as_wide_as_the_specification_says(badge: str, width: float) -> None:
    measured = measure.text_width(badge, 9, True, ARIAL) / 914_400 + 0.22
    assert measured == pytest.approx(width, abs=0.025)


def test_a_metric_twin_measures_like_its_original() -> None:
    text = "Revenue rose to €3.1B"
    assert measure.text_width(text, 12, True, "Liberation Sans") == measure.text_width(text, 12, True, "Arial")
    assert measure.text_width(text, 12, False, "Carlito") == measure.text_width(text, 12, False, "Calibri")


def test_calibri_is_narrower_and_an_unknown_face_is_taken_wider_than_arial() -> None:
    text = "Acme sells control rather than the best price, and says so often"
    arial = measure.text_width(text, 12, False, "Arial")
    assert measure.text_width(text, 12, False, "Calibri") == pytest.approx(0.91 * arial, rel=0.03)
    assert measure.text_width(text, 12, False, "Nobody Sans") == pytest.approx(1.08 * arial, rel=0.001)
    assert measure.text_width(text, 12, True, "Inter") > measure.text_width(text, 12, True, "Arial")


def test_ideographs_and_emoji_are_one_em_and_marks_nothing() -> None:
    assert measure.text_width("漢字", 10, False, ARIAL) == 2 * 10 * EMU_PER_POINT
    assert measure.text_width("😀", 10, False, ARIAL) == 10 * EMU_PER_POINT
    assert measure.text_width("e\u0301", 10, False, ARIAL) == measure.text_width("e", 10, False, ARIAL)


def test_lines_break_at_spaces_and_after_hyphens_but_not_at_no_break_spaces() -> None:
    width = inches(0.9)
    assert measure.wrap("one two three four", 12, False, width, ARIAL) == ["one two", "three four"]
    assert measure.wrap("self-reported", 12, False, inches(0.8), ARIAL) == ["self-", "reported"]
    assert measure.wrap("alpha beta\u00a0[1]", 12, False, width, ARIAL) == ["alpha", "beta\u00a0[1]"]
    assert measure.wrap("about 3-4", 12, False, inches(0.65), ARIAL) == ["about", "3-4"]


def test_a_word_wider_than_the_line_is_cut_and_nothing_is_lost() -> None:
    word = "Rindfleischetikettierungsgesetz"
    parts = measure.wrap(word, 12, False, inches(0.8), ARIAL)
    assert "".join(parts) == word
    assert len(parts) >= 3
    assert all(measure.text_width(part, 12, False, ARIAL) <= inches(0.8) for part in parts)


def test_ideographs_wrap_without_spaces() -> None:
    assert measure.wrap("漢字漢字漢字", 12, False, inches(0.4), ARIAL) == ["漢字", "漢字", "漢字"]


def test_a_citation_in_a_smaller_run_stays_with_its_word() -> None:
    runs = (Run("Sold in three countries", 12), Run("\u00a0[1,3]", 10))
    for width in range(inches(1.3), inches(3), inches(0.05)):
        assert any(line.endswith("countries\u00a0[1,3]") for line in measure.wrap(runs, 0, False, width, ARIAL))


def test_line_breaks_in_the_text_count() -> None:
    assert measure.wrap("a\nb\n", 12, False, inches(3), ARIAL) == ["a", "b", ""]


def test_height_counts_lines_of_mixed_sizes_and_space_around() -> None:
    small = Paragraph((Run("One line", 10),), after=2)
    large = Paragraph((Run("Large", 20), Run(" small", 10)), before=3)
    height = measure.text_height([small, large], inches(5), ARIAL)
    assert height == round((1.22 * 10 + 2 + 3 + 1.22 * 20) * EMU_PER_POINT)
    assert measure.text_height([Paragraph((Run("", 11),))], inches(5), ARIAL) == measure.line_height(11)


def test_a_theme_brings_its_own_font_files() -> None:
    font = Path("/usr/share/fonts/truetype/liberation/LiberationSans-Bold.ttf")
    if not font.is_file():
        pytest.skip("needs the Liberation fonts")
    face = face_key("Brand", {"bold": str(font)})
    assert measure.text_width("Total", 12, True, face) == measure.text_width("Total", 12, True, ARIAL)


def test_a_file_that_is_no_font_is_named(tmp_path: Path) -> None:
    file = tmp_path / "brand.ttf"
    file.write_bytes(b"wOF2 not for us")
    with pytest.raises(InputError, match=r"brand\.ttf"):
        measure.text_width("x", 12, False, face_key("Brand", {"regular": str(file)}))
    file.write_bytes(b"\x00\x01\x00\x00\x00\x09")
    with pytest.raises(InputError, match="damaged"):
        measure.text_width("x", 13, True, face_key("Brand", {"bold": str(file)}))
