"""Where things stand: water-filled tables, the map's algorithm, an axis without collisions."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest

from briefing.deck import compose
from briefing.errors import LayoutError
from briefing.measure import text_width, title_face, wrap
from briefing.model.frame import Box, GroupMark, TextMark, enclosed, inches
from briefing.slides import map_geometry as geometry
from briefing.slides.badges import BADGES, pill_width
from briefing.slides.canvas import cs, cx, floor_pixel, snap
from briefing.slides.funding_chart import rounded_up
from briefing.slides.notes import Notes, verbatim_head
from briefing.slides.tables import split, water_fill
from briefing.slides.timeline_axis import LEFT, Row, axis
from briefing.slides.titles import choose_title
from tests.slides.fixtures import edges
from tests.slides.looks import audience, theme


def test_the_grid_is_the_specified_one() -> None:
    assert cx(0) == 548_640
    assert cx(8) == 548_640 + 8 * 939_800
    assert cs(12) == 11_094_720
    assert floor_pixel(19_049) == 9_525
    assert abs(snap(100_000) - 10.5 * 9_525) <= 1


def test_rows_fill_the_zone_and_keep_their_need() -> None:
    needs = [300_000, 300_000, 700_000]
    heights = water_fill([floor_pixel(need) for need in needs], 2_000_000, 10_000_000)
    assert heights[2] == floor_pixel(700_000)
    assert heights[0] == heights[1]
    assert 2_000_000 - 3 * 9_525 < sum(heights) <= 2_000_000


def test_few_rows_leave_white_below() -> None:
    assert water_fill([200_000], 4_000_000) == [floor_pixel(inches(0.80))]


@pytest.mark.parametrize(
    ("count", "most", "parts"), [(25, 12, [9, 9, 7]), (13, 12, [7, 6]), (10, 9, [5, 5]), (7, 9, [7])]
)
def test_parts_are_even_and_the_last_has_three_rows(count: int, most: int, parts: list[int]) -> None:
    assert split(count, most) == parts


@pytest.mark.parametrize(
    ("sizes", "mode"),
    [([2, 2, 2, 2, 2], "detail"), ([5, 4, 5, 4, 5], "standard"), ([14, 12, 11, 11, 12], "compact"), ([7], "detail")],
)
def test_the_map_takes_the_fullest_mode_that_fits(sizes: list[int], mode: str) -> None:
    assert geometry.arrange(sizes).mode.name == mode


@pytest.mark.parametrize("sizes", [[1], [40], [3, 2], [5, 5, 4], [20] * 5, [30, 2, 2, 2, 2, 2, 9], [9] * 9])
def test_panels_and_nodes_stay_inside_and_count_right(sizes: list[int]) -> None:
    drawn = geometry.arrange(sizes)
    for panel in drawn.panels:
        place = panel.place
        assert place.y + place.h <= geometry.BOTTOM + 0.011
        assert place.x >= geometry.LEFT - 0.001
        assert place.x + place.w <= geometry.RIGHT + 0.001
        shown = len(panel.nodes) - (1 if panel.more else 0)
        assert shown + panel.more == sizes[panel.cluster]
        for node in panel.nodes:
            assert node.y + node.h <= place.y + place.h + 0.001
            assert node.x + node.w <= place.x + place.w - geometry.MARGIN + 0.001
    assert sorted(panel.cluster for panel in drawn.panels) == list(range(len(sizes)))


def test_an_odd_number_of_groups_has_a_base() -> None:
    sides = [panel.side for panel in geometry.arrange([5, 4, 3]).panels]
    assert sides == ["left", "right", "base"]


def _day(text: str) -> int:
    return datetime.date.fromisoformat(text).toordinal()


def test_years_grow_where_events_crowd() -> None:
    days = tuple(map(_day, ("2021-06-15", "2023-03-01", "2023-07-01", "2024-05-01")))
    line = axis([Row(days, (1.2,) * 4)], _day("2024-12-31"), 10.0)
    assert line.missing <= 0.01
    places = [line.x(day) for day in days]
    assert all(b - a >= 1.19 for a, b in pairwise(places))
    assert line.starts[0] == LEFT
    assert abs(line.starts[-1] - 10.0) < 1e-6


def test_an_axis_says_what_room_is_missing() -> None:
    days = tuple(map(_day, ("2024-01-01", "2024-01-01")))
    assert axis([Row(days, (1.0, 1.0))], _day("2024-12-31"), 10.0).missing >= 1.0


def test_pills_have_the_specified_widths() -> None:
    widths = {"company-stated": 1.31, "corroborated": 1.13, "rumoured": 0.94, "reported": 0.88, "target": 0.70}
    for key, width in widths.items():
        assert abs(pill_width(key, "Arial") / 914_400 - width) < 0.03, key  # type: ignore[arg-type]
    assert len(BADGES) == 8


def test_the_first_title_that_fits_is_taken() -> None:
    long = "A title " + "that goes on and on " * 8
    assert choose_title((long, "Short enough"), 1, 1, theme(), "x") == ("Short enough", 24.0)
    assert choose_title(("Short enough",), 2, 3, theme(), "x")[0] == "Short enough (2 of 3)"
    with pytest.raises(LayoutError, match="no title"):
        choose_title((long,), 1, 1, theme(), "x")


def test_notes_leave_out_whole_quotes_when_room_ends() -> None:
    notes = Notes(
        "Message", tuple((1, f"Quote {number} " + "word " * 40) for number in range(30)), ("Careful.",), "A, B"
    )
    text = notes.text("Title")
    assert len(text) <= 1_800
    assert text.startswith("KEY MESSAGE\nMessage.\n\nEVIDENCE\n[1] “Quote 0")
    assert text.endswith("CAUTION\nCareful.\n\nFULL LIST\nA, B")


def test_a_long_quote_is_cut_to_a_verbatim_head() -> None:
    quote = "word " * 100
    assert quote.startswith(verbatim_head(quote))
    assert len(verbatim_head(quote)) <= 240
    assert verbatim_head("one\ntwo") == "one"


def test_an_axis_of_values_ends_on_round_figures() -> None:
    assert rounded_up(24.3) == 25
    assert rounded_up(1.08 * 23.15e9) == 26e9
    assert text_width("M", 10, False, "Arial") > 0


def test_round_corners_take_room_from_text_and_nodes_allow_for_it() -> None:
    pill = TextMark("Pill", Box(0, 0, 1_000_000, 200_000), geometry="roundRect", adjust=0.5)
    assert enclosed(pill) == (29_289, 29_289)
    assert enclosed(TextMark("Box", Box(0, 0, 1_000_000, 200_000))) == (0, 0)
    assert enclosed(TextMark("Hub", Box(0, 0, 1_000_000, 1_000_000), geometry="ellipse")) == (146_447, 146_447)
    frames = compose(edges.partners(10), audience("cto"), theme()).frames
    groups = [mark for frame in frames for mark in frame.marks if isinstance(mark, GroupMark)]
    nodes = [mark for group in groups for mark in group.marks if mark.name.startswith("Org ")]
    assert nodes
    for node in nodes:
        assert isinstance(node, TextMark)
        assert abs(node.insets[0] + enclosed(node)[0] - inches(0.10)) <= 1


def test_no_short_word_stands_alone_in_the_second_line_of_a_title() -> None:
    text = "Next for Northwind: release a major new controller, in September 2026; six questions are open"
    title, size = choose_title((text,), 1, 1, theme(), "x")
    assert size == 24.0
    assert title.replace("\u00a0", " ") == text
    last = wrap(title, size, True, inches(12.133), title_face(theme()))[-1]
    assert len(last.split()) > 1 or "\u00a0" in last
