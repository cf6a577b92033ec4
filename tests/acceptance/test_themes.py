"""Themes on the command line: made, checked, shown, imported; and the guide, every command of it."""

from __future__ import annotations

import io
import json
import re
import shlex
import shutil
import zipfile
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from pptx import Presentation
from pptx.util import Inches

from tests.conftest import ROOT, Run
from tests.packages import Parts, packed, parts_of

GUIDE = ROOT / "docs" / "themes.md"


def logo(path: Path, color: str = "#203040") -> Path:
    image = Image.new("RGBA", (900, 400), (0, 0, 0, 0))
    ImageDraw.Draw(image).rectangle((150, 100, 749, 299), fill=color)
    image.save(path)
    return path


def template(path: Path, wide: bool = True) -> Path:
    """The library's own template with two sample slides, as .pptx or .potx."""
    deck = Presentation()
    if wide:
        deck.slide_width = Inches(13.333)
    for _ in range(2):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = "A sample"
        slide.notes_slide.notes_text_frame.text = "sample notes"
    stream = io.BytesIO()
    deck.save(stream)
    if path.suffix == ".potx":
        with zipfile.ZipFile(stream) as archive, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as copy:
            for name in archive.namelist():
                data = archive.read(name)
                copy.writestr(name, data.replace(b"presentationml.presentation.main", b"presentationml.template.main"))
    else:
        path.write_bytes(stream.getvalue())
    return path


def parts(path: Path) -> Parts:
    return parts_of(path.read_bytes())


# ---------------------------------------------------------------- the guide


def commands() -> list[str]:
    blocks = re.findall(r"```sh\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.S)
    return [line for block in blocks for line in block.splitlines() if line.strip()]


def test_every_command_of_the_guide_does_what_it_says(run: Run, seeds: Path) -> None:
    shutil.copytree(seeds, "seeds")
    logo(Path("logo.png"))
    template(Path("corporate.potx"))
    assert len(commands()) > 10
    for command in commands():
        words = shlex.split(command)
        assert words[0] == "briefing"
        result = run(*words[1:])
        assert result.code == (1 if "theme check corporate" in command else 0), (command, result.err)
    assert len(list(Path("decks").glob("*.pptx"))) == 1
    assert Path("output/acme-theme-sheet.png").is_file()


# ---------------------------------------------------------------- new, check, show


def test_new_writes_a_theme_that_check_finds_nothing_in(run: Run) -> None:
    result = run("theme", "new", "ours", "--primary", "#E3000F", "--logo", logo(Path("mark.png")))
    assert (result.code, result.out) == (0, "themes/ours/theme.toml\n")
    assert Image.open("themes/ours/logo.png").size == (600, 200)
    assert "ours" in run("theme", "list", "--names").out.split()
    found = run("theme", "check", "ours")
    assert (found.code, found.out) == (0, "")


def test_new_never_overwrites(run: Run) -> None:
    assert run("theme", "new", "ours").code == 0
    before = Path("themes/ours/theme.toml").read_text()
    result = run("theme", "new", "ours", "--primary", "0A5C63")
    assert result.code == 2
    assert "themes/ours" in result.err
    assert Path("themes/ours/theme.toml").read_text() == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("ours", "--primary", "teal"), "'teal' is not a colour"),
        (("Our Theme",), "not a name for a theme"),
        (("ours", "--from", "bordroom"), 'did you mean "boardroom"?'),
        (("ours", "--logo", "nowhere.png"), "nowhere.png"),
        (("ours", "--logo", "text.png"), "cannot be read as a picture"),
    ],
)
def test_a_wrong_wish_is_one_line_and_writes_nothing(run: Run, arguments: tuple[str, ...], words: str) -> None:
    Path("text.png").write_text("no picture")
    result = run("theme", "new", *arguments)
    assert result.code == 2
    assert words in result.err
    assert result.err.count("\n") == 1
    assert not Path("themes").exists()


def test_check_tells_what_to_write_instead(run: Run) -> None:
    folder = Path("themes/pale")
    folder.mkdir(parents=True)
    logo(folder / "logo.png", "#FDFDFD")
    (folder / "theme.toml").write_text(
        'inherits = "boardroom"\n[colors]\ndk2 = "9AA0A6"\n[fonts]\nminor = "Frutiger"\n[logo]\npath = "logo.png"\n'
    )
    result = run("theme", "check", "pale")
    assert result.code == 1
    for words in (
        "error: tx2 on bg1 (canvas): contrast",
        "colors.dk2 = 9AA0A6",
        "passes",
        'fonts.minor = "Frutiger"',
        "hardly shows on the canvas",
        "transparent margins",
        "logo.alt is missing",
    ):
        assert words in result.out
    better = re.search(r'colors\.dk2 = "(\w{6})" passes', result.out)
    assert better
    (folder / "theme.toml").write_text(f'inherits = "boardroom"\n[colors]\ndk2 = "{better[1]}"\n')
    assert "error" not in run("theme", "check", "pale").out


def test_changing_a_colour_changes_the_theme_part_alone(run: Run, model: Path) -> None:
    assert run("theme", "new", "ours", "--primary", "0A5C63").code == 0
    assert run("build", "--model", model, "-t", "ours", "-o", "one").code == 0
    file = Path("themes/ours/theme.toml")
    file.write_text(re.sub(r'(accent3 = )"\w+"', r'\1"7F5600"', file.read_text()))
    assert run("build", "--model", model, "-t", "ours", "-o", "two").code == 0
    one, two = (parts(next(Path(folder).glob("*.pptx"))) for folder in ("one", "two"))
    assert {name for name in one if one[name] != two[name]} == {"ppt/theme/theme1.xml"}


def test_the_users_own_themes_are_found(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "config" / "briefing" / "themes" / "mine"
    folder.mkdir(parents=True)
    (folder / "theme.toml").write_text('inherits = "midnight"\n')
    assert run("theme", "show", "mine", "--path").out.strip() == str(folder)


def test_the_schema_beside_the_themes_is_the_programs(run: Run) -> None:
    printed = json.loads(run("theme", "schema").out)
    assert printed == json.loads((ROOT / "themes" / "theme.schema.json").read_text(encoding="utf-8"))
    assert printed["additionalProperties"] is False


# ---------------------------------------------------------------- templates


@pytest.mark.parametrize("wide", [True, False], ids=["16:9", "4:3"])
def test_a_deck_on_a_template_is_that_template(run: Run, model: Path, wide: bool) -> None:
    source = template(Path("corporate.potx" if wide else "corporate.pptx"), wide)
    assert run("-q", "theme", "import", source, "--name", "corp").code == 0
    result = run("-q", "build", "--model", model, "-t", "corp")
    assert result.code == 0, result.err
    deck = Path(result.out.splitlines()[0])
    before, after = parts(source), parts(deck)
    kept = [name for name in before if re.match(r"ppt/(slideMasters|slideLayouts|theme/theme1)", name)]
    assert all(before[name] == after[name] for name in kept if not name.endswith(".rels"))
    assert b"sample" not in b"".join(data.lower() for name, data in after.items() if "slides/" in name.lower())
    assert not [name for name in after if name.startswith("ppt/slides/") and b"srgbClr" in after[name]]
    names = [name for name in after if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
    slides = Presentation(str(deck)).slides
    assert len(names) == len(slides) >= 13
    assert {slide.slide_layout.name for slide in slides} == {"Title Slide", "Title and Content"}
    assert all(slide.shapes.title is not None and slide.shapes.title.text for slide in slides)


def test_two_builds_onto_a_template_are_the_same_bytes(run: Run, model: Path) -> None:
    assert run("-q", "theme", "import", template(Path("corporate.pptx")), "--name", "corp").code == 0
    for folder in ("one", "two"):
        assert run("-q", "build", "--model", model, "-t", "corp", "-o", folder).code == 0
    one, two = (next(Path(folder).glob("*.pptx")).read_bytes() for folder in ("one", "two"))
    assert one == two


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ('[layouts]\ncontent = "Titel Only"', 'did you mean "Title Only"?'),
        ("[layouts]\nmaster = 3", "the template has 1"),
        ('[roles]\naccent4 = "purple"', "roles.accent4 = 'purple'"),
        ('[roles]\ntx1 = "bg1 -15%"', "tx1 on bg1"),
        ('[colors]\naccent1 = "000000"', "colors has no effect beside a template"),
    ],
)
def test_what_a_template_cannot_give_is_said_before_anything_is_built(
    run: Run, model: Path, lines: str, words: str
) -> None:
    folder = Path("themes/corp")
    folder.mkdir(parents=True)
    template(folder / "corporate.pptx")
    (folder / "theme.toml").write_text(f'inherits = "boardroom"\ntemplate = "corporate.pptx"\n{lines}\n')
    result = run("build", "--model", model, "-t", "corp")
    assert result.code == 2
    assert words in result.err
    assert result.err.count("\n") == 1
    assert not Path("output").exists()


def _without_layouts(data: dict[str, bytes]) -> None:
    name = "ppt/slideMasters/slideMaster1.xml"
    data[name] = re.sub(rb"<p:sldLayoutIdLst>.*?</p:sldLayoutIdLst>", b"", data[name], flags=re.S)


def _with_macros(data: dict[str, bytes]) -> None:
    data["ppt/vbaProject.bin"] = b"\0" * 64


def _with_entities(data: dict[str, bytes]) -> None:
    name = "ppt/presentation.xml"
    data[name] = data[name].replace(b"<p:presentation", b'<!DOCTYPE x [<!ENTITY a "b">]><p:presentation', 1)


def _with_outside(data: dict[str, bytes]) -> None:
    name = "ppt/_rels/presentation.xml.rels"
    link = b'<Relationship Id="rId99" Type="http://x/attachedTemplate" Target="http://x/t" TargetMode="External"/>'
    data[name] = data[name].replace(b"</Relationships>", link + b"</Relationships>")


@pytest.mark.parametrize("spoil", [_without_layouts, _with_macros, _with_entities, _with_outside])
def test_a_hostile_template_is_one_line_and_writes_nothing(run: Run, spoil: object) -> None:
    data = parts(template(Path("corporate.pptx")))
    spoil(data)  # type: ignore[operator]
    Path("bad.pptx").write_bytes(packed(data))
    result = run("theme", "import", "bad.pptx")
    assert result.code == 2
    assert "bad.pptx" in result.err
    assert result.err.count("\n") == 1
    assert not Path("themes").exists()


@pytest.mark.parametrize("name", ["old.ppt", "deck.pptm", "notes.txt", "missing.pptx", "empty.pptx"])
def test_what_is_no_template_is_one_line(run: Run, name: str) -> None:
    if name != "missing.pptx":
        Path(name).write_bytes(b"" if name == "empty.pptx" else b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512)
    result = run("theme", "import", name)
    assert result.code == 2
    assert result.err.count("\n") == 1
    assert not Path("themes").exists()
