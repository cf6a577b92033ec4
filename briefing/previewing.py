"""A deck, or the sources for one, in; its pages as PNG and a contact sheet out, by LibreOffice or without it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import files, pipeline
from briefing.errors import InputError
from briefing.model.records import dataclass
from briefing.options import Options

if TYPE_CHECKING:
    from briefing.model.frame import Deck
    from briefing.model.theme import Theme


@dataclass(frozen=True, slots=True)
class Shown:
    """paths: the pages in order, then the contact sheet. drawn_by: what drew them, and why not the other, in words."""

    paths: tuple[Path, ...]
    drawn_by: str


@dataclass(frozen=True, slots=True)
class Subject:
    """What is to be shown. stem: of the file names. read: its Frames and theme, read from the file when needed."""

    stem: str
    data: bytes
    read: Callable[[], tuple[Deck, Theme]]


def preview(subject: Subject, output: Path, width: int = 1280, columns: int = 3, light: bool = False) -> Shown:
    """Write <stem>-01.png … and <stem>-sheet.png. width: pixels of a page. light: not through LibreOffice.

    Raises InputError for a deck that cannot be read, OutputError.
    """
    from briefing.exports.preview import contact_sheet

    files.prepare_output(output)
    images, drawn_by = _images(subject, width, light)
    if not images:
        raise InputError("the deck has no slides", subject.stem, "name a deck with slides")
    paths = {output / f"{subject.stem}-{number:02d}.png": image for number, image in enumerate(images, 1)}
    paths[output / f"{subject.stem}-sheet.png"] = contact_sheet(images, columns)
    files.write_all(paths)
    return Shown(tuple(paths), drawn_by)


def sheet(subject: Subject, output: Path, width: int = 1280, columns: int = 3, light: bool = False) -> Shown:
    """Like `preview`, but only <stem>-sheet.png is written."""
    from briefing.exports.preview import contact_sheet

    files.prepare_output(output)
    images, drawn_by = _images(subject, width, light)
    path = output / f"{subject.stem}-sheet.png"
    files.write_all({path: contact_sheet(images, columns)})
    return Shown((path,), drawn_by)


def _images(subject: Subject, width: int, light: bool) -> tuple[tuple[bytes, ...], str]:
    from briefing.exports import office, preview

    reason = "as asked for"
    if not light:
        try:
            return office.pages(office.pdf(subject.data), width), "LibreOffice"
        except InputError as error:
            reason = error.what
    deck, look = subject.read()
    return preview.pages(deck, look, width), f"the built-in renderer ({reason})"


def deck_file(path: Path) -> Subject:
    """A PowerPoint file. Raises InputError where it is none."""
    from briefing.exports import pptx

    data = files.read_bytes(path)
    read = pptx.read_deck(data, str(path))  # before LibreOffice sees it: what is hostile or broken is refused
    return Subject(path.stem, data, lambda: read)


def from_sample(theme: str, workspace: Path) -> Subject:
    """Every slide kind about an invented company, in a theme. Raises BriefingError."""
    look = pipeline.theme(theme, workspace)
    reader = pipeline.audience("cto", workspace)
    sample = Path(pipeline.__file__).parents[1] / "theming" / "sample.briefing.json"
    deck, data, _ = pipeline.draw(pipeline.load_model(sample), reader, look)
    return Subject(f"{theme}-theme", data, lambda: (deck, look))


def from_sources(
    seeds: Path, audience: str = "", theme: str = "", progress: pipeline.Progress = pipeline.silent
) -> Subject:
    """The deck that `briefing build` would write. Raises BriefingError."""
    reader, look = pipeline.chosen(seeds, audience, theme, Options())
    extraction = pipeline.extract(seeds, progress)
    progress("Drawing", 0, 1)
    deck, data, _ = pipeline.draw(extraction, reader, look)
    stem = f"{pipeline.slug(extraction.briefing.subject.name)}-{reader.name}"
    return Subject(stem, data, lambda: (deck, look))
