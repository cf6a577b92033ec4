"""Briefing, audience and theme → a deck, checked by its own checks, and its file."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing import __version__
from briefing.beside import beside, processors
from briefing.errors import InputError, LayoutError
from briefing.model.records import replace
from briefing.options import Options, narrowed
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


def load() -> None:
    """Load what comes behind extraction, for whoever has time before it is done."""
    from briefing import checks, deck, reconcile  # noqa: F401
    from briefing.exports import json, pptx  # noqa: F401
    from briefing.model import patterns

    pptx.load()
    patterns.compile_all()


def _judging(briefing: Briefing, texts: Mapping[str, str]) -> Generator[Any, Any, None]:
    """First the Briefing as JSON; for a deck as composed and its theme, what the deck's own checks find.

    texts: source id → its words.
    """
    from briefing import checks
    from briefing.exports import json

    text = json.dump(briefing)
    deck, look = yield text
    yield checks.run(replace(deck, briefing_json=text), look, briefing, texts)


_LONG = ("overview", "timeline", "risks")  # take about three times as long to lay out as the others


def _in_two(function: Callable[[str], Any], kinds: Sequence[str]) -> list[Any]:
    """What a function makes of each kind of slide, worked out in two processes."""
    return spread(function, kinds, [3 if kind in _LONG else 1 for kind in kinds], 2, lambda done: None)


def draw(
    extraction: Extraction,
    reader: Audience,
    look: Theme,
    options: Options = Options(),  # noqa: B008 - frozen
    split: bool = False,
) -> tuple[Deck, bytes, tuple[Finding, ...]]:
    """The deck, its file, and the warnings of its own checks. split: may this process be split?

    What is checked is the deck as composed, without the ids of a draft and with charts that are no pictures: beside
    this process, if it may be, while that writes the file. The file that comes of it is looked over once more before
    anybody gets it. Raises LayoutError where something cannot be set or a check finds an error, InputError where there
    is nothing for the slides asked for.
    """
    from briefing import checks
    from briefing.exports import pptx

    briefing = extraction.briefing
    with beside(_judging, briefing, texts_of(extraction), split=split) as judge:
        deck = _composed(briefing, reader, look, options, split)
        finished = _finished(deck, briefing, reader, look, options)
        text: str = judge.hear()
        judge.tell((deck, look))
        finished = replace(finished, briefing_json=text)
        data = pptx.write(finished, look)
        findings: tuple[Finding, ...] = judge.hear()
        judge.tell(None)  # that nothing more is wanted: a copy takes a moment to end
        _refuse_errors(findings)
        _refuse_errors(checks.check_written(data))
    return finished, data, findings


def _composed(briefing: Briefing, reader: Audience, look: Theme, options: Options, split: bool) -> Deck:
    from briefing.deck import compose

    composed = compose(briefing, reader, look, _in_two if split and processors() > 2 else map)
    deck = replace(composed, created=created(briefing.as_of), made=_made(reader, options))
    if not deck.frames:
        remedy = "name others with --slides, or none for the whole deck"
        raise InputError(f"the sources say nothing for the slides asked for: {', '.join(reader.slides)}", "", remedy)
    return deck


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


def _finished(deck: Deck, briefing: Briefing, reader: Audience, look: Theme, options: Options) -> Deck:
    """The deck with what was asked for beside its slides: ids of facts, pictures for charts, links to the page."""
    if options.draft:
        from briefing.exports.draft import with_ids

        deck = with_ids(deck, briefing, look)
    if options.charts == "image":
        from briefing.exports.figures import as_pictures

        deck = as_pictures(deck, look)
    if options.page:
        from briefing.exports.citing import linked

        deck = linked(deck, briefing, page_name(briefing, reader))
    return deck


def _made(reader: Audience, options: Options) -> tuple[tuple[str, str], ...]:
    """What a deck carries of its making beside its Briefing; its theme is in the file anyway."""
    draft = (("draft", "yes"),) if options.draft else ()
    charts = (("charts", options.charts),) if options.charts != "native" else ()
    return (("audience", reader.name), ("slides", ",".join(reader.slides)), *draft, *charts, ("version", __version__))
