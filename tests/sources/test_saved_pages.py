"""Pages as they are saved from the web: what stands around the article says nothing of anybody."""

from __future__ import annotations

import pytest

from briefing.model.source import SPEAKING, Source
from briefing.sources import read

_BODY = (
    "Acme Orbital has raised $30 million in a round led by Oakfund, it said on Monday.\n\n"
    "The satellite maker from Kawasaki employs 300 people in two plants.\n\n"
    "It will use the money to build a third plant, its chief executive said.\n\n"
)


def _page(around: str) -> Source:
    return read("a.txt", around.replace("{body}", _BODY).encode(), "s1")


def _told(source: Source) -> str:
    return " ".join(source.text[one.start : one.end] for one in source.passages if one.kind in SPEAKING)


@pytest.mark.parametrize(
    "line",
    [
        "Chevron icon It indicates an expandable section or menu, or sometimes previous options. HOMEPAGE",
        "Satellites are under construction at the Kawasaki plant. (Acme Orbital Photo)",
        "Acme Orbital is building again at its plant in Kawasaki. Photograph: Tom Birch",
        "The Ledger \u00b7 11m ago",
        "Discover the stories of your interest",
        "KRTV On is streaming now",
        "Your email address will not be published.",
        "Join us at Space Summit 2026 in Leeds, where the chief of Lyrane will speak. Tickets cost $400.",
        "(Except for the headline, this story has not been edited by our staff.)",
    ],
)
def test_a_line_around_the_article_says_nothing(line: str) -> None:
    assert line not in _told(_page(f"Acme Orbital raises $30 million\n\n{{body}}{line}\n"))
    assert line not in _told(_page(f"Acme Orbital raises $30 million\n\n{line}\n\n{{body}}"))


def test_beginnings_of_other_stories_are_left_out() -> None:
    told = _told(
        _page(
            "Acme Orbital raises $30 million\n\n{body}Similar News: You can also read stories like this one.\n"
            "Lyrane, a rocket maker from Leeds, has raised $90 million from Larch Capital.\nRead more \u00bb\n"
            "Northwind buys Pebble for $400 million, the two companies said on Tuesday.\nRead more \u00bb\n"
        )
    )
    assert "Kawasaki" in told
    assert "$90 million" not in told
    assert "$400 million" not in told


def test_what_readers_wrote_is_left_out() -> None:
    told = _told(_page("Acme Orbital raises $30 million\n\n{body}3 comments\nspacefan12\nLyrane has 500 staff.\n"))
    assert "500 staff" not in told


def test_paper_day_and_author_are_read_from_lines_of_their_own() -> None:
    source = _page(
        "Acme Orbital raises $30 million\n\nNews\n\nJane O\u2019Brien\n\n4 min read\n\n"
        "2025/07/14 00:32\n\n{body}-TIDAL NEWS\n"
    )
    assert (source.author, source.published, source.publisher) == ("Jane O'Brien", "2025-07-14", "TIDAL NEWS")


def test_a_name_above_the_length_of_reading_is_the_author_below_a_standfirst_too() -> None:
    source = _page(
        "Acme Orbital raises $30 million\n\nThe satellite maker from Kawasaki will build a third plant with money from "
        "a fund that has never put anything into space before\n\nJane O\u2019Brien\n\n4 min read\n\n{body}"
    )
    assert source.author == "Jane O'Brien"


def test_an_agency_behind_by_is_the_publisher() -> None:
    assert _page("Acme Orbital raises $30 million\nBy Tidal Press\n\n{body}").publisher == "Tidal Press"


def test_an_agency_is_read_before_a_dash_without_a_space() -> None:
    assert _page("Acme Orbital raises $30 million\n\nBERLIN (Tidal) -{body}").publisher == "Tidal"


def test_a_season_is_no_month() -> None:
    assert _page("Acme Orbital raises $30 million\nSeason 2011/12\n\n{body}").published == ""


def test_who_wrote_it_is_no_part_of_the_story() -> None:
    told = _told(
        _page(
            "Acme Orbital raises $30 million\nBy Tom Birch\n\n{body}Tom Birch is a reporter at the Ledger. He covered "
            "Lyrane's $90 million round.\n\nThe Ledger is a paper.\n\nMore lines.\n\nAnd more.\n\nAnd more again.\n"
        )
    )
    assert "$90 million" not in told
