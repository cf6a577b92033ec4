"""Charts and maps as pictures: in the theme's colours, with their alternative text, the same bytes each time."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from briefing.exports.figures import as_pictures, picture
from briefing.model.frame import EMU_PER_INCH, Box, ChartMark, GroupMark, PictureMark
from tests.exports.framing import box, chart, deck, look, organisation_map, slide, table, words

THEME = look()


def pixel(data: bytes, place: Box, x: float, y: float) -> tuple[int, ...]:
    """The colour at inches x, y of the slide, with its alpha."""
    image = Image.open(io.BytesIO(data)).convert("RGBA")
    scale = image.width / place.w
    found = image.getpixel((round((x * EMU_PER_INCH - place.x) * scale), round((y * EMU_PER_INCH - place.y) * scale)))
    assert isinstance(found, tuple)
    return found


def rgb(role: str) -> tuple[int, int, int]:
    color = THEME.hex(role)
    return int(color[:2], 16), int(color[2:4], 16), int(color[4:], 16)


def test_charts_and_maps_become_pictures_and_all_else_stays() -> None:
    before = deck(
        slide(words("Note", box(1, 6, 3, 0.3)), chart(), kind="funding-chart"),
        slide(organisation_map(), kind="partnerships"),
        slide(table(), organisation_map(), kind="company"),
    )
    after = as_pictures(before, THEME)
    note, figure = after.frames[0].marks
    assert note == before.frames[0].marks[0]
    assert isinstance(figure, PictureMark)
    assert (figure.name, figure.box, figure.descr, figure.claims) == (
        chart().name, chart().box, chart().descr, ("f1", "c1"),
    )  # fmt: skip
    (drawn,) = after.frames[1].marks
    assert isinstance(drawn, PictureMark)
    assert drawn.descr == organisation_map().descr
    assert drawn.claims == ("r1", "c2")
    assert after.frames[2] == before.frames[2]
    assert not any(isinstance(mark, ChartMark) for frame in after.frames for mark in frame.marks)
    assert any(isinstance(mark, GroupMark) for mark in after.frames[2].marks)


def test_the_chart_shows_its_columns_in_the_themes_colours() -> None:
    mark = chart()
    data = picture((mark,), mark.box, THEME)
    assert pixel(data, mark.box, 2.5, 5.6) == (*rgb("accent1"), 255)
    assert pixel(data, mark.box, 4.5, 3.0)[3] == 0  # transparent between the columns
    seen = {pixel(data, mark.box, 6.1 + step / 100, 4.0)[:3] for step in range(40)}
    assert rgb("bg1") in seen  # hatched, not solid
    assert len(seen) > 1


def test_a_picture_is_as_large_as_its_place_at_200_dots_an_inch() -> None:
    mark = organisation_map()
    image = Image.open(io.BytesIO(picture((mark,), mark.box, THEME)))
    assert abs(image.width - 12.133 * 200) <= 1
    assert abs(image.height - 4.64 * 200) <= 1


def test_the_same_marks_give_the_same_bytes_whatever_the_users_settings() -> None:
    import matplotlib

    mark = chart()
    first = picture((mark,), mark.box, THEME)
    with matplotlib.rc_context({"savefig.facecolor": "red", "lines.antialiased": False, "font.size": 30}):
        assert picture((mark,), mark.box, THEME) == first
        assert matplotlib.rcParams["font.size"] == 30
    assert b"Software" not in first


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("text", ["$5M to $6M", "Ромашка", "北極星", "a_b^c \\frac", "شركة"])
def test_any_text_is_set_as_it_is(text: str) -> None:
    place = box(1, 2, 4, 0.5)
    assert picture((words(text, place),), place, THEME).startswith(b"\x89PNG")
