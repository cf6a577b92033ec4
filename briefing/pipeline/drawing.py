"""Briefing, audience and theme → a deck, checked by its own checks, and its file."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing import __version__
from briefing.errors import InputError, LayoutError
from briefing.model.records import replace
from briefing.options import Options, narrowed
from briefing.pipeline.beside import Here, Talk, processors
from briefing.pipeline.evidence import Extraction, read_settings, texts_of, workspace_of
from briefing.pipeline.looks import audience, theme
from briefing.pipeline.naming import created, slug
from briefing.pipeline.spreading import spread

if TYPE_CHECKING:
    from briefing.model.audience import Audience
    from briefing.model.briefing import Briefing
    from briefing.model.finding import Finding
    from briefing.model.frame import Deck
    from briefing.model.theme import Theme

Drawing = Generator[Any, Any, None]


def drawing(seeds: Path, audience_name: str, theme_name: str, options: Options, split: bool) -> Drawing:
    """First yields whom the deck is for and how it looks, as `chosen`; then, with all it needs loaded, as `drawn`."""
    reader, look = chosen(seeds, audience_name, theme_name, options)
    yield reader, look
    from briefing import deck  # noqa: F401
    from briefing.exports import pptx

    pptx.load()
    yield from drawn(reader, look, options, split)


def drawn(reader: Audience, look: Theme, options: Options, split: bool = False) -> Drawing:
    """Yields None when ready for a Briefing; for that, the deck as composed and as it is to be written; for the
    Briefing as JSON, the file.

    So whoever asks can check the deck while the file is made. split: may this process be split? Raises LayoutError
    where something cannot be set, InputError where there is nothing for the slides asked for.
    """
    briefing: Briefing = yield None
    from briefing.deck import compose
    from briefing.exports import pptx

    composed = compose(briefing, reader, look, _in_two if split and processors() > 2 else map)
    deck = replace(composed, created=created(briefing.as_of), made=_made(reader, options))
    if not deck.frames:
        remedy = "name others with --slides, or none for the whole deck"
        raise InputError(f"the sources say nothing for the slides asked for: {', '.join(reader.slides)}", "", remedy)
    finished = _finished(deck, briefing, look, options)
    if options.page:
        from briefing.exports.citing import linked

        finished = linked(finished, briefing, page_name(briefing, reader))
    text: str = yield deck, finished
    yield pptx.write(replace(finished, briefing_json=text), look)


_LONG = ("overview", "timeline", "risks")  # take about three times as long to lay out as the others


def _in_two(function: Callable[[str], Any], kinds: Sequence[str]) -> list[Any]:
    """What a function makes of each kind of slide, worked out in two processes."""
    return spread(function, kinds, [3 if kind in _LONG else 1 for kind in kinds], 2, lambda done: None)


def draw(
    extraction: Extraction,
    reader: Audience,
    look: Theme,
    options: Options = Options(),  # noqa: B008 - frozen
    talk: Talk | None = None,
) -> tuple[Deck, bytes, tuple[Finding, ...]]:
    """The deck, its file, and the warnings of its own checks. talk: with `drawn`, begun already.

    What is checked is the deck as composed, without the ids of a draft and with charts that are no pictures. The file
    that comes of it is looked over once more before anybody gets it. Raises LayoutError where a check finds an error.
    """
    talk = talk or Here(drawn(reader, look, options))
    talk.hear()
    talk.tell(extraction.briefing)
    from briefing import checks
    from briefing.exports import json

    text = json.dump(extraction.briefing)
    deck, finished = talk.hear()
    talk.tell(text)
    deck, finished = replace(deck, briefing_json=text), replace(finished, briefing_json=text)
    findings = checks.run(deck, look, extraction.briefing, texts_of(extraction))
    _refuse_errors(findings)
    data: bytes = talk.hear()
    talk.tell(None)  # that nothing more is wanted: a copy takes a moment to end
    _refuse_errors(checks.check_written(data))
    return finished, data, findings


def chosen(seeds: Path, audience_name: str, theme_name: str, options: Options) -> tuple[Audience, Theme]:
    """The reader and the look: as named, else the workspace's, else cto and boardroom. Raises WorkspaceError."""
    workspace, settings = workspace_of(seeds), read_settings(seeds)
    reader = audience(audience_name or settings.audience or "cto", workspace)
    return narrowed(reader, options), theme(theme_name or settings.theme or "boardroom", workspace)


def page_name(briefing: Briefing, reader: Audience) -> str:
    """The file of the evidence page that belongs to a deck."""
    return f"{slug(briefing.subject.name)}-{reader.name}-evidence.html"


def _refuse_errors(findings: Sequence[Finding]) -> None:
    """Nothing that a check calls an error is put in place. Raises LayoutError."""
    errors = [finding for finding in findings if finding.level == "error"]
    if errors:
        first = errors[0]
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        raise LayoutError(f"{first.message}{more}", f"slide {first.slide}, {first.where}", first.remedy)


def _finished(deck: Deck, briefing: Briefing, look: Theme, options: Options) -> Deck:
    """The deck with what was asked for beside its slides: ids of facts, pictures for charts."""
    if options.draft:
        from briefing.exports.draft import with_ids

        deck = with_ids(deck, briefing, look)
    if options.charts == "image":
        from briefing.exports.figures import as_pictures

        deck = as_pictures(deck, look)
    return deck


def _made(reader: Audience, options: Options) -> tuple[tuple[str, str], ...]:
    """What a deck carries of its making beside its Briefing; its theme is in the file anyway."""
    draft = (("draft", "yes"),) if options.draft else ()
    charts = (("charts", options.charts),) if options.charts != "native" else ()
    return (("audience", reader.name), ("slides", ",".join(reader.slides)), *draft, *charts, ("version", __version__))
