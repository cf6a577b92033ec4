"""From any brand colour comes a palette that can be read and told apart, light and dark."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import theming
from briefing.errors import WorkspaceError
from briefing.model.theme import Theme
from briefing.theming.creating import Wishes, checked_color, checked_name, created, text_of
from briefing.theming.palette import oklch, palette, to_oklch
from briefing.theming.separation import difference

COLORS = st.integers(0, 0xFFFFFF).map(lambda number: f"{number:06X}")


@settings(max_examples=20, deadline=None)
@given(COLORS, st.booleans())
def test_any_brand_colour_gives_a_palette_that_passes_every_rule(primary: str, dark: bool) -> None:
    theme = Theme("ours", "Ours", dark, palette(primary, dark), "Arial", "Arial", {})
    assert theming.contrast_errors(theme) == ()
    assert theming.separation_warnings(theme) == ()


@pytest.mark.parametrize("primary", ["000000", "FFFFFF", "808080", "FF0000", "FFFF00", "B3261E", "7A2E8C", "E6EDF0"])
@pytest.mark.parametrize("dark", [False, True])
def test_greys_and_the_reserved_hues_themselves_do_too(primary: str, dark: bool) -> None:
    theme = Theme("ours", "Ours", dark, palette(primary, dark), "Arial", "Arial", {})
    assert (theming.contrast_errors(theme), theming.separation_warnings(theme)) == ((), ())


def test_a_legible_brand_colour_stays_what_it_is() -> None:
    for primary in ("1B4F8F", "0A5C63", "0F6B5C", "8B1A1A"):
        assert palette(primary, dark=False)["accent1"] == primary


@given(COLORS)
@settings(max_examples=30, deadline=None)
def test_oklch_and_back(color: str) -> None:
    assert difference(oklch(*to_oklch(color)), color) < 1.5


def test_the_written_theme_is_read_back_as_it_was(tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path)) / "ours"
    folder.mkdir()
    base = theming.find_theme("boardroom")
    for wishes in (Wishes("#0a5c63", "Calibri"), Wishes("#e3000f", dark=True), Wishes(label='Ours "and" theirs\\')):
        text, theme = created("ours", base, wishes)
        (folder / "theme.toml").write_text(text, encoding="utf-8")
        found = theming.load(folder)
        assert (found.colors, found.dark, found.major, found.minor, found.label) == (
            theme.colors, theme.dark, theme.major, theme.minor, theme.label,
        )  # fmt: skip
        assert text == text_of(theme, wishes.primary.strip("#").upper())


@pytest.mark.parametrize("text", ["blue", "#12345", "12345G", "", "#1234567"])
def test_what_is_no_colour_is_refused(text: str) -> None:
    with pytest.raises(WorkspaceError, match="not a colour"):
        checked_color(text)


@pytest.mark.parametrize("name", ["", "Ours", "../x", "a/b", "-x", "x" * 41, "con."])
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(WorkspaceError, match="not a name"):
        checked_name(name)
