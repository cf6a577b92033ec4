"""Extraction, audience and theme → a deck, checked and written: the last stages, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import files
from briefing.model.briefing import FACTS
from briefing.model.records import dataclass
from briefing.options import Options
from briefing.pipeline.drawing import chosen, draw, load, page_name
from briefing.pipeline.evidence import (
    Extraction,
    Progress,
    extract,
    load_model,
    reconciled,
    silent,
    workspace_of,
)
from briefing.pipeline.looks import audience
from briefing.pipeline.naming import slug

if TYPE_CHECKING:
    from briefing.ahead import Ahead
    from briefing.model.briefing import Briefing
    from briefing.model.finding import Finding
    from briefing.model.frame import Deck


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
    split: bool = False,
    ahead: Ahead | None = None,
) -> Built:
    """Read, extract, draw, check, and only then write. Raises BriefingError; older output stays as it was.

    split: may this process be split, as that of a command may? ahead: what has been begun for this build.
    """
    if not model:
        files.find_sources(seeds)  # for its errors, before all others
        if ahead:
            ahead.tell(seeds)
    reader, look = chosen(seeds, audience_name, theme_name, options)
    if options.notes or {"pdf", "png"} & set(options.formats):
        from briefing.exports import office

        office.require_office()
    files.prepare_output(output)
    known = load_model(model) if model else _found_ahead(ahead) if ahead else None
    extraction = known or extract(seeds, progress, split)
    if options.since:
        from briefing.pipeline.comparing import with_changes

        extraction = with_changes(extraction, Path(options.since))
    progress("Drawing", 0, 1)
    deck, data, findings = draw(extraction, reader, look, options, split)
    stem = slug(extraction.briefing.subject.name)
    name = _beside_the_whole(output, f"{stem}-{reader.name}", reader.name, seeds, options)
    paths = {output / place: made for place, made in exported(deck, data, name, options)}
    if options.page:
        from briefing.pipeline.paging import page

        paths[output / page_name(extraction.briefing, reader)] = page(extraction).encode()
    paths[output / f"{stem}.briefing.json"] = deck.briefing_json.encode()
    kept = _kept(paths)
    files.write_all({place: held for place, (_, held) in kept.items()} | paths)
    progress("Drawing", 1, 1)
    return Built(tuple(paths), extraction, deck, findings, {place: path for place, (path, _) in kept.items()})


def _found_ahead(ahead: Ahead) -> Extraction | None:
    """What copies of this process have found, if that was to be done in silence."""
    load()
    found = ahead.hear()
    if found is None:
        return None
    read, settings, claims = found
    return Extraction(reconciled(read[0], claims, settings), *read)


def _beside_the_whole(output: Path, name: str, reader: str, seeds: Path, options: Options) -> str:
    """The deck's name; with "-part" behind it where some slides would take the place of the audience's whole deck."""
    place = output / f"{name}.pptx"
    if not (options.slides or options.only or options.exclude) or not place.is_file():
        return name
    from briefing.pipeline import keeping

    whole = audience(reader, workspace_of(seeds)).slides
    return f"{name}-part" if keeping.slides_asked(place) == whole else name


def _kept(paths: Iterable[Path]) -> dict[Path, tuple[Path, bytes]]:
    """Older decks that somebody edited, to be written under another name."""
    if not any(path.exists() for path in paths):
        return {}
    from briefing.pipeline import keeping

    return keeping.edited(paths)


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
