"""Themes are read from TOML, inherit, and are refused kindly when they say something unknown or unreadable."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from briefing import theming
from briefing.errors import InputError, MissingExtra, ThemeError, WorkspaceError
from briefing.exports import pptx, vector
from briefing.model.color import contrast, over
from briefing.model.frame import Deck
from briefing.theming import logos
from briefing.theming.judging import judge
from briefing.theming.separation import delta_e

BUNDLED = sorted(theming.theme_folders())


def write(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "theme.toml").write_text(text, encoding="utf-8")
    return folder


def test_three_themes_come_with_the_program() -> None:
    assert {"boardroom", "midnight", "gazette"} <= set(BUNDLED)


@pytest.mark.parametrize("name", BUNDLED)
def test_every_bundled_theme_is_legible(name: str) -> None:
    theme = theming.find_theme(name)
    assert theme.name == name
    assert theming.contrast_errors(theme) == ()
    assert len(theme.colors) == 12


def test_the_contrasts_are_those_of_the_specification() -> None:
    light, dark = theming.find_theme("boardroom"), theming.find_theme("midnight")
    assert round(contrast(light.hex("tx1"), light.hex("bg1")), 2) == 17.68
    assert round(contrast(light.hex("accent3"), over(light.hex("accent3"), 13, light.hex("bg2"))), 2) == 4.75
    assert round(contrast(dark.hex("accent5"), over(dark.hex("accent5"), 13, dark.hex("bg2"))), 2) == 5.77


def test_colour_difference_agrees_with_published_pairs() -> None:
    assert delta_e((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert delta_e((50, 2.5, 0), (73, 25, -18)) == pytest.approx(27.1492, abs=1e-4)
    assert delta_e((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514)) == pytest.approx(0.9082, abs=1e-4)


@pytest.mark.parametrize("name", BUNDLED)
def test_every_bundled_theme_passes_its_own_check(name: str) -> None:
    assert judge(theming.find_theme(name)) == ()


def test_standing_colours_too_close_are_a_warning(tmp_path: Path) -> None:
    folder = write(tmp_path / "acme", 'inherits = "boardroom"\n[colors]\naccent5 = "8D3A01"\n')
    [found] = theming.separation_warnings(theming.load(folder))
    assert found.level == "warning"
    assert found.where == "accent3 and accent5"
    assert "should be 25" in found.message


def test_a_theme_inherits_what_it_does_not_name(tmp_path: Path) -> None:
    folder = write(tmp_path / "acme", 'name = "acme"\ninherits = "midnight"\n[colors]\naccent1 = "#8fc7ff"\n')
    theme = theming.load(folder)
    base = theming.find_theme("midnight")
    assert theme.dark
    assert theme.label == "Acme"
    assert theme.colors == {**base.colors, "accent1": "8FC7FF"}


def test_the_nearest_folder_wins_and_a_path_works(tmp_path: Path) -> None:
    folder = write(tmp_path / "boardroom", 'inherits = "midnight"\nlabel = "Ours"')
    assert theming.find_theme("boardroom", [tmp_path]).label == "Ours"
    assert theming.find_theme(str(folder)).label == "Ours"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('colours = "x"', ["unknown key", "colours", 'did you mean "colors"']),
        ('inherits = "boardroom"\n[colors]\naccent7 = "000000"', ["colors.accent7", "did you mean"]),
        ('inherits = "boardroom"\n[colors]\naccent1 = "blue"', ["colors.accent1", "'blue'", "six hex digits"]),
        ('inherits = "boardroom"\n[colors]\naccent1 = 12', ["colors.accent1", "12"]),
        ('inherits = "bordroom"', ["bordroom", "boardroom"]),
        ('[colors]\ndk1 = "000000"', ["colors.lt1", "are missing", "inherits"]),
        ('inherits = "boardroom"\n[colors]\ntx2 = "000000"', ["colors.tx2"]),
        ('inherits = "boardroom"\n[colors]\ndk2 = "9AA0A6"', ["tx2 on bg1 (canvas)", "needs 4.5", "make tx2 darker"]),
        ('inherits = "boardroom"\ndark = "yes"', ["dark", "'yes'"]),
        ('inherits = "boardroom"\n[fonts]\nminor = ""', ["fonts.minor"]),
        ('inherits = "boardroom"\n[fonts]\nfiles = { light = "x.ttf" }', ["fonts.files.light", "regular"]),
        ('inherits = "boardroom"\n[logo]\npath = "logo.png"', ["logo.path", "no such file"]),
        ('inherits = "boardroom"\n[logo]\nalt = "Acme"', ["logo.path is missing"]),
        ('inherits = "boardroom"\nfonts = "Arial"', ["fonts is not a table"]),
        ("name = ", ["not valid TOML"]),
    ],
)
def test_a_faulty_theme_is_refused_in_one_line(tmp_path: Path, text: str, words: list[str]) -> None:
    folder = write(tmp_path / "acme", text)
    with pytest.raises(WorkspaceError) as caught:
        theming.load(folder)
    line = str(caught.value)
    assert "theme.toml" in line
    assert "\n" not in line
    for word in words:
        assert word in line


def test_an_unknown_theme_names_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match='did you mean "boardroom"'):
        theming.find_theme("bordroom", [tmp_path])


def test_a_folder_without_a_theme_says_so(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="cannot be read"):
        theming.load(tmp_path)


# ---------------------------------------------------------------- all faults, drawings


def test_every_fault_of_a_file_is_named_at_once(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "acme",
        'inherits = "midnigt"\ncolour = 1\n[colors]\naccent1 = "teal"\naccent9 = "000000"\n[fonts]\nminor = 5\n'
        'files = { regular = "a.ttf" }\n[logo]\npath = "lgo.png"\n[roles]\ntx1 = "tx1"\n',
    )
    (folder / "logo.png").write_bytes(b"")
    with pytest.raises(ThemeError) as caught:
        theming.load(folder)
    lines = [str(fault) for fault in caught.value.faults]
    assert all("theme.toml" in line for line in lines)
    for words in (
        'unknown key "colour"',
        'did you mean "colors"',
        'unknown key "colors.accent9"',
        "inherits = 'midnigt'",
        'did you mean "midnight"',
        "colors.accent1 is not a colour: 'teal'",
        "fonts.minor is not a text: 5",
        "fonts.files.regular: no such file: a.ttf",
        'did you mean "logo.png"',
        "roles says nothing without a template",
    ):
        assert any(words in line for line in lines), words
    assert f"and {len(lines) - 1} more" in str(caught.value)


def test_a_font_file_that_is_none_is_named(tmp_path: Path) -> None:
    folder = write(tmp_path / "acme", 'inherits = "boardroom"\n[fonts]\nfiles = { bold = "b.ttf" }\n')
    (folder / "b.ttf").write_bytes(b"no font at all")
    with pytest.raises(ThemeError, match=r"fonts\.files\.bold = 'b\.ttf': not a TrueType"):
        theming.load(folder)


DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 80"><rect x="40" y="20" width="220" height="40" '
    'fill="#0A5C63"/></svg>'
)


def test_a_drawing_takes_the_picture_beside_it(tmp_path: Path) -> None:
    folder = write(tmp_path / "acme", 'inherits = "boardroom"\n[logo]\npath = "mark.svg"\nalt = "Acme"\n')
    (folder / "mark.svg").write_text(DRAWING)
    Image.new("RGB", (400, 100), "#0A5C63").save(folder / "mark.png")
    logo = theming.load(folder).logo
    assert logo is not None
    assert (Path(logo.path).name, Path(logo.svg).name) == ("mark.png", "mark.svg")


def test_a_drawing_alone_needs_the_extra_or_a_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path / "acme", 'inherits = "boardroom"\n[logo]\npath = "mark.svg"\n')
    (folder / "mark.svg").write_text(DRAWING)
    monkeypatch.setattr(vector, "installed", lambda: False)
    with pytest.raises(ThemeError, match=r"briefing\[svg\]"):
        theming.load(folder)
    with pytest.raises(MissingExtra, match=r"briefing\[svg\]"):
        vector.png_of(b"<svg/>", "mark.svg")


def test_a_drawing_is_painted_for_older_viewers(tmp_path: Path) -> None:
    pytest.importorskip("resvg_py")
    folder = write(tmp_path / "acme", 'inherits = "boardroom"\n[logo]\npath = "mark.svg"\nalt = "Acme"\n')
    (folder / "mark.svg").write_text(DRAWING)
    theme = theming.load(folder)
    data = pptx.write(Deck("Acme", "Acme", "CTO", ()), theme)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        media = {name: archive.read(name) for name in archive.namelist() if "media" in name}
    assert sorted(name.rpartition(".")[2] for name in media) == ["png", "svg"]
    picture = next(Image.open(io.BytesIO(content)) for name, content in media.items() if name.endswith(".png"))
    assert picture.width == 1_600
    ready = logos.ready(DRAWING.encode(), "--logo", "mark.svg")
    assert set(ready) == {"logo.png", "logo.svg"}
    assert Image.open(io.BytesIO(ready["logo.png"])).size == pytest.approx((1174, 214), abs=3)


@pytest.mark.parametrize(
    "drawing",
    [
        '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/hostname"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="http://127.0.0.1:9/x.png"/></svg>',
        "no drawing",
    ],
)
def test_a_hostile_drawing_is_refused(tmp_path: Path, drawing: str) -> None:
    folder = write(tmp_path / "acme", 'inherits = "boardroom"\n[logo]\npath = "mark.svg"\n')
    (folder / "mark.svg").write_text(drawing)
    with pytest.raises(ThemeError, match=r"logo\.path: mark\.svg"):
        theming.load(folder)


@pytest.mark.parametrize("drawing", ['<svg viewBox="0 0 1 100000"/>', '<svg width="0" height="5"/>', "<svg"])
def test_a_drawing_of_no_logos_shape_is_one_error(drawing: str) -> None:
    pytest.importorskip("resvg_py")
    with pytest.raises(InputError, match="cannot be painted"):
        vector.png_of(drawing.encode(), "mark.svg")
