"""What a build is asked for beside its audience and theme: which slides, in which form, as which files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from briefing.errors import WorkspaceError, nearest
from briefing.model.audience import SLIDE_KINDS, Audience
from briefing.model.records import dataclass, replace

FORMATS = ("pptx", "pdf", "png")


@dataclass(frozen=True, slots=True)
class Options:
    """slides: kinds, in this order, instead of the audience's. only, exclude: a choice of the audience's, in its order.

    draft: the ids of facts on the slides. charts: as native objects or as images. formats: files to write.
    since: path of an older deck or model, whose differences to this one get a slide. notes: a handout beside the deck,
    a PDF page for each slide with its notes. page: the evidence page beside the deck, whose citations lead to it.
    """

    slides: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    draft: bool = False
    charts: Literal["native", "image"] = "native"
    formats: tuple[str, ...] = ("pptx",)
    since: str = ""
    notes: bool = False
    page: bool = False


def kinds(text: str) -> tuple[str, ...]:
    """ "title, risks" → slide kinds. Raises WorkspaceError that names the nearest."""
    return _words(text, SLIDE_KINDS, "slide")


def formats(text: str) -> tuple[str, ...]:
    """ "pptx,pdf" → formats, in the order they are written. Raises WorkspaceError that names the nearest."""
    asked = _words(text.lower(), FORMATS, "format")
    if not asked:
        raise WorkspaceError("no format is named", "", f"known: {', '.join(FORMATS)}")
    return tuple(name for name in FORMATS if name in asked)


def _words(text: str, known: Sequence[str], what: str) -> tuple[str, ...]:
    words = tuple(dict.fromkeys(word for word in (part.strip() for part in text.split(",")) if word))
    for word in words:
        if word not in known:
            raise WorkspaceError(f'no {what} called "{word}"', "", nearest(word, known))
    return words


def narrowed(reader: Audience, options: Options) -> Audience:
    """The audience with the slides that were asked for. Raises WorkspaceError where none is left."""
    slides = options.slides or reader.slides
    for kind in options.only:
        if kind not in slides:
            remedy = f"add it with --slides, or choose from: {', '.join(slides)}"
            raise WorkspaceError(f'the deck for {reader.label} has no slide "{kind}"', reader.path, remedy)
    chosen = tuple(
        kind for kind in slides if (not options.only or kind in options.only) and kind not in options.exclude
    )
    if not chosen:
        raise WorkspaceError("no slide is left to draw", "", "exclude fewer")
    return replace(reader, slides=chosen)
