"""Extraction, audience and theme → a deck, checked and written: the last stages, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import __version__, files
from briefing.errors import InputError, LayoutError
from briefing.model.briefing import FACTS
from briefing.model.records import dataclass, replace
from briefing.options import Options, narrowed
from briefing.pipeline.evidence import (
    Extraction,
    Progress,
    extract,
    load_model,
    read_settings,
    silent,
    texts_of,
    workspace_of,
)
from briefing.pipeline.looks import audience, theme
from briefing.pipeline.naming import created, slug

if TYPE_CHECKING:
    from briefing.model.audience import Audience
    from briefing.model.briefing import Briefing
    from briefing.model.finding import Finding
    from briefing.model.frame import Deck
    from briefing.model.theme import Theme

Writer = Callable[["Deck", "Theme"], Callable[[], bytes]]  # begins to write; to be called for the file


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made. paths: the files written, in order. findings: warnings of the deck's own checks.

    kept: where an older deck is kept that somebody edited → where it lay.
    """

    paths: tuple[Path, ...]
    extraction: Extraction
    deck: Deck
    findings: tuple[Finding, ...]
    kept: Mapping[Path, Path]


def build(
    seeds: Path,
    audience_name: str = "",
    theme_name: str = "",
    output: Path = Path("output"),
    model: Path | None = None,
    progress: Progress = silent,
    options: Options = Options(),  # noqa: B008 - frozen
    beside: bool = False,
) -> Built:
    """Read, extract, draw, check, and only then write. Raises BriefingError; older output stays as it was.

    beside: may this process be split in two, as that of a command may?
    """
    reader, look = chosen(seeds, audience_name, theme_name, options)
    if options.notes or {"pdf", "png"} & set(options.formats):
        from briefing.exports import office

        office.require_office()
    if model is None:
        files.find_sources(seeds)
    files.prepare_output(output)
    with _writer(beside) as write:
        extraction = load_model(model) if model else extract(seeds, progress)
        if options.since:
            from briefing.pipeline.comparing import with_changes

            extraction = with_changes(extraction, Path(options.since))
        progress("Drawing", 0, 1)
        deck, data, findings = draw(extraction, reader, look, options, write)
    stem = slug(extraction.briefing.subject.name)
    paths = {output / name: made for name, made in exported(deck, data, f"{stem}-{reader.name}", options)}
    if options.page:
        from briefing.pipeline.paging import page

        paths[output / page_name(extraction.briefing, reader)] = page(extraction).encode()
    paths[output / f"{stem}.briefing.json"] = deck.briefing_json.encode()
    kept = _kept(paths)
    files.write_all({place: held for place, (_, held) in kept.items()} | paths)
    progress("Drawing", 1, 1)
    return Built(tuple(paths), extraction, deck, findings, {place: path for place, (path, _) in kept.items()})


def _kept(paths: Iterable[Path]) -> dict[Path, tuple[Path, bytes]]:
    """Older decks that somebody edited, to be written under another name."""
    if not any(path.exists() for path in paths):
        return {}
    from briefing.pipeline import keeping

    return keeping.edited(paths)


def chosen(seeds: Path, audience_name: str, theme_name: str, options: Options) -> tuple[Audience, Theme]:
    """The reader and the look: as named, else the workspace's, else cto and boardroom. Raises WorkspaceError."""
    workspace, settings = workspace_of(seeds), read_settings(seeds)
    reader = audience(audience_name or settings.audience or "cto", workspace)
    return narrowed(reader, options), theme(theme_name or settings.theme or "boardroom", workspace)


def exported(deck: Deck, data: bytes, stem: str, options: Options) -> Iterator[tuple[str, bytes]]:
    """(file name, contents) of a deck in each format; PDF and PNG through LibreOffice. Raises InputError."""
    if "pptx" in options.formats:
        yield f"{stem}.pptx", data
    if options.notes:
        from briefing.exports import office

        yield f"{stem}-notes.pdf", office.pdf(data, deck.created, notes=True)
    if "pdf" in options.formats or "png" in options.formats:
        from briefing.exports import office

        document = office.pdf(data, deck.created)
        if "pdf" in options.formats:
            yield f"{stem}.pdf", document
        if "png" in options.formats:
            yield from _pictures(office.pages(document), stem)


def _pictures(images: Sequence[bytes], stem: str) -> Iterator[tuple[str, bytes]]:
    """The pages, numbered, and all of them on one sheet."""
    from briefing.exports.preview import contact_sheet

    for number, image in enumerate(images, 1):
        yield f"{stem}-{number:02d}.png", image
    yield f"{stem}-sheet.png", contact_sheet(images, 3)


def _written_here(deck: Deck, look: Theme) -> Callable[[], bytes]:
    """Gives the file of a deck when it is asked for."""
    from briefing.exports import pptx

    return lambda: pptx.write(deck, look)


def _writer(beside: bool) -> AbstractContextManager[Writer]:
    """What writes a deck; in a process beside this one, which has loaded it by then, where that may be."""
    if not beside:
        return nullcontext(_written_here)
    from briefing.exports import pptx
    from briefing.pipeline.beside import Beside

    return Beside(pptx.writer)


def draw(
    extraction: Extraction,
    reader: Audience,
    look: Theme,
    options: Options = Options(),  # noqa: B008 - frozen
    write: Writer = _written_here,
) -> tuple[Deck, bytes, tuple[Finding, ...]]:
    """The deck, its file, and the warnings of its own checks. Raises LayoutError where a check finds an error.

    What is checked is the deck as composed, without the ids of a draft and with charts that are no pictures. The file
    that comes of it is looked over once more before anybody gets it.
    """
    from briefing import checks
    from briefing.deck import compose
    from briefing.exports import json

    briefing = extraction.briefing
    deck = replace(
        compose(briefing, reader, look),
        briefing_json=json.dump(briefing),
        created=created(briefing.as_of),
        made=_made(reader, options),
    )
    if not deck.frames:
        remedy = "name others with --slides, or none for the whole deck"
        raise InputError(f"the sources say nothing for the slides asked for: {', '.join(reader.slides)}", "", remedy)
    finished = _finished(deck, briefing, look, options)
    if options.page:
        from briefing.exports.citing import linked

        finished = linked(finished, briefing, page_name(briefing, reader))
    written = write(finished, look)
    findings = checks.run(deck, look, briefing, texts_of(extraction))
    _refuse_errors(findings)
    data = written()
    _refuse_errors(checks.check_written(data))
    return finished, data, findings


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


def summary(built: Built) -> Sequence[str]:
    """What a build made, in a few lines for a person."""
    briefing, deck = built.extraction.briefing, built.deck
    facts = sum(len(getattr(briefing, part)) for part in FACTS)
    told = {claim.evidence.source for claim in briefing.claims}
    wordless = [source.path for source in briefing.sources if source.id not in told]
    unverified, differences = count(len(briefing.unverified), "claim"), count(len(briefing.conflicts), "difference")
    return (
        f"{briefing.subject.name or 'No subject found'}: {count(len(deck.frames), 'slide')} for {deck.audience}",
        f"{count(facts, 'fact')} from {count(len(briefing.sources), 'source')} "
        f"with {count(len(briefing.origins), 'independent origin')}",
        f"{unverified} not verified, {differences} between sources",
        *_advice(briefing, wordless),
    )


def _advice(briefing: Briefing, wordless: Sequence[str]) -> Iterator[str]:
    """What a person may want to look into: no subject, or articles that say nothing of it."""
    if not briefing.subject.name:
        yield 'no company was found; name it in briefing.toml beside the folder: [subject] name = "…"'
    elif wordless:
        more = f" and {len(wordless) - 3} more" if len(wordless) > 3 else ""
        yield f"nothing on {briefing.subject.name} was found in {', '.join(wordless[:3])}{more}"


def count(number: int, noun: str) -> str:
    """ "1 slide", "5 slides"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
