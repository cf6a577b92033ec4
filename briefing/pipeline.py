"""The stages in order: files → sources → claims → Briefing → deck → files. The only module that knows them all."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import files
from briefing.errors import InputError, LayoutError, OutputError, WorkspaceError
from briefing.model.dates import bounds
from briefing.model.records import dataclass, replace
from briefing.model.settings import Settings
from briefing.options import Options, narrowed

if TYPE_CHECKING:
    from briefing.model.audience import Audience
    from briefing.model.briefing import Briefing
    from briefing.model.finding import Finding
    from briefing.model.frame import Deck
    from briefing.model.source import Source
    from briefing.model.theme import Theme

Progress = Callable[[str, int, int], None]

# Lists of the Briefing that hold facts.
FACTS = (
    "funding",
    "funding_totals",
    "relationships",
    "metrics",
    "people",
    "products",
    "infrastructure",
    "milestones",
    "comparisons",
    "profile",
)


def silent(stage: str, done: int, total: int) -> None:
    """No progress."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """A Briefing and the sources it was made from (empty when it came from a model file)."""

    briefing: Briefing
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made. paths: the files written, in order. findings: warnings of the deck's own checks."""

    paths: tuple[Path, ...]
    extraction: Extraction
    deck: Deck
    findings: tuple[Finding, ...]


# ---------------------------------------------------------------- what is known


def workspace_of(seeds: Path) -> Path:
    """The folder that holds seeds/, briefing.toml, themes/ and audiences/."""
    return seeds.resolve().parent


def read_settings(seeds: Path) -> Settings:
    """The workspace's briefing.toml; empty Settings without one. Raises WorkspaceError."""
    path = files.settings_path(seeds)
    if path is None:
        return Settings()
    from briefing.settings import read_settings as read

    return read(files.read_text(path), str(path))


def read_sources(seeds: Path, settings: Settings, progress: Progress = silent) -> tuple[Source, ...]:
    """All sources of a folder, s1, s2 … in the order of their names. Raises InputError."""
    from briefing.sources import read

    found = files.find_sources(seeds)
    sources: list[Source] = []
    for number, file in enumerate(found, 1):
        progress("Reading", number - 1, len(found))
        sidecar = {**file.sidecar, **settings.sources.get(file.name, {})}
        try:
            source = read(file.name, files.read_source(file), f"s{number}", sidecar)
        except InputError as error:
            raise type(error)(error.what, str(file.path), error.remedy) from None
        sources.append(source)
    progress("Reading", len(found), len(found))
    unknown = sorted(set(settings.sources) - {file.name for file in found})
    if unknown:
        from briefing.settings import nearest

        hint = nearest(unknown[0], [file.name for file in found])
        raise WorkspaceError(f'no source called "{unknown[0]}"', settings.path, hint)
    return tuple(sources)


def extract(seeds: Path, progress: Progress = silent) -> Extraction:
    """The Briefing of a folder of sources. Raises InputError, WorkspaceError."""
    from briefing import claims, reconcile
    from briefing.model.briefing import Subject

    settings = read_settings(seeds)
    sources = read_sources(seeds, settings, progress)
    hint = Subject(settings.subject, settings.aliases) if settings.subject else None
    subject = claims.find_subject(sources, hint)
    found, rejected = claims.extract(
        sources,
        subject,
        aliases=settings.organisations,
        progress=lambda done: progress("Extracting", done, len(sources)),
    )
    progress("Reconciling", 0, 1)
    briefing = reconcile.reconcile(sources, subject, found, rejected, settings)
    progress("Reconciling", 1, 1)
    return Extraction(briefing, sources)


def load_model(path: Path) -> Extraction:
    """A Briefing from its JSON file. Raises InputError."""
    from briefing.exports import json

    return Extraction(json.load(files.read_text(path)), ())


# ---------------------------------------------------------------- audiences and themes


def audiences(workspace: Path) -> dict[str, Path]:
    """name → TOML file of every audience there is."""
    return files.named_files(files.audience_folders(workspace), ".toml")


def audience(name: str, workspace: Path) -> Audience:
    """Raises WorkspaceError that names the nearest."""
    from briefing.audiences import read_audience

    path = files.choose("audience", name, audiences(workspace))
    return read_audience(files.read_text(path), str(path))


def new_audience(name: str, source: str, workspace: Path, label: str = "") -> Path:
    """Write audiences/<name>.toml in the workspace, a copy of another to edit. Raises WorkspaceError, OutputError."""
    from briefing.audiences.copying import copied

    text = copied(files.read_text(files.choose("audience", source, audiences(workspace))), name, source, label)
    path = workspace / "audiences" / f"{name}.toml"
    if path.exists():
        raise OutputError("there is such an audience already", str(path), "choose another name, or edit that file")
    files.prepare_output(path.parent)
    files.write_all({path: text.encode()})
    return path


def themes(workspace: Path) -> dict[str, Path]:
    """name → folder of every theme there is."""
    return files.named_folders(files.theme_folders(workspace), "theme.toml")


def theme(name: str, workspace: Path) -> Theme:
    """Raises WorkspaceError that names the nearest."""
    from briefing import theming

    return theming.load(files.choose("theme", name, themes(workspace)))


def theme_findings(name: str, workspace: Path) -> tuple[Finding, ...]:
    """What is wrong with a theme, errors first. Raises WorkspaceError for one that cannot be read at all."""
    from briefing.theming import read_unchecked
    from briefing.theming.judging import judge

    return judge(read_unchecked(files.choose("theme", name, themes(workspace))))


def new_theme(
    name: str,
    base: str,
    workspace: Path,
    primary: str = "",
    font: str = "",
    logo: Path | None = None,
    dark: bool | None = None,
) -> Path:
    """Write themes/<name>/: a commented theme.toml and its logo. Raises WorkspaceError, OutputError."""
    from briefing.theming import creating, logos

    origin = theme(base, workspace)
    picture: dict[str, bytes] = {}
    if logo is not None:
        data, suffix = logos.ready(files.read_bytes(logo), "--logo", str(logo), str(logo))
        picture = {f"logo{suffix}": data}
    wishes = creating.Wishes(primary, font, dark, next(iter(picture), ""))
    text, _ = creating.created(name, origin, wishes)
    return _write_theme(name, workspace, {**picture, "theme.toml": text.encode()})


def import_theme(template: Path, workspace: Path, name: str = "") -> tuple[Path, Sequence[str]]:
    """Write themes/<name>/ that builds onto a company's template; its folder and what was read, for a person.

    Raises InputError, WorkspaceError, OutputError; then nothing is written.
    """
    from briefing.theming.importing import imported

    name = name or slug(template.stem)[:40].strip("-")
    found = imported(name, files.read_bytes(template), str(template))
    return _write_theme(name, workspace, found.files), found.told


def _write_theme(name: str, workspace: Path, made: Mapping[str, bytes]) -> Path:
    folder = workspace / "themes" / name
    if folder.exists():
        raise OutputError("there is such a theme already", str(folder), "choose another name, or edit its theme.toml")
    files.prepare_output(folder)
    files.write_all({folder / file: data for file, data in made.items()})
    return folder


def theme_schema() -> dict[str, object]:
    """The JSON Schema of theme.toml."""
    from briefing.theming.schema import schema

    return schema()


# ---------------------------------------------------------------- the deck


def build(
    seeds: Path,
    audience_name: str = "",
    theme_name: str = "",
    output: Path = Path("output"),
    model: Path | None = None,
    progress: Progress = silent,
    options: Options = Options(),  # noqa: B008 - frozen
) -> Built:
    """Read, extract, draw, check, and only then write. Raises BriefingError; older output stays as it was."""
    reader, look = chosen(seeds, audience_name, theme_name, options)
    if {"pdf", "png"} & set(options.formats):
        from briefing.exports import office

        office.require_office()
    if model is None:
        files.find_sources(seeds)
    files.prepare_output(output)
    extraction = load_model(model) if model else extract(seeds, progress)
    progress("Drawing", 0, 1)
    deck, data, findings = draw(extraction, reader, look, options)
    stem = slug(extraction.briefing.subject.name)
    paths = {output / name: made for name, made in exported(deck, data, f"{stem}-{reader.name}", options.formats)}
    paths[output / f"{stem}.briefing.json"] = deck.briefing_json.encode()
    files.write_all(paths)
    progress("Drawing", 1, 1)
    return Built(tuple(paths), extraction, deck, findings)


def chosen(seeds: Path, audience_name: str, theme_name: str, options: Options) -> tuple[Audience, Theme]:
    """The reader and the look: as named, else the workspace's, else cto and boardroom. Raises WorkspaceError."""
    workspace, settings = workspace_of(seeds), read_settings(seeds)
    reader = audience(audience_name or settings.audience or "cto", workspace)
    return narrowed(reader, options), theme(theme_name or settings.theme or "boardroom", workspace)


def exported(deck: Deck, data: bytes, stem: str, formats: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """(file name, contents) of a deck in each format; PDF and PNG through LibreOffice. Raises InputError."""
    if "pptx" in formats:
        yield f"{stem}.pptx", data
    if "pdf" in formats or "png" in formats:
        from briefing.exports import office

        document = office.pdf(data, deck.created)
        if "pdf" in formats:
            yield f"{stem}.pdf", document
        if "png" in formats:
            for number, image in enumerate(office.pages(document), 1):
                yield f"{stem}-{number:02d}.png", image


def draw(
    extraction: Extraction,
    reader: Audience,
    look: Theme,
    options: Options = Options(),  # noqa: B008 - frozen
) -> tuple[Deck, bytes, tuple[Finding, ...]]:
    """The deck, its file, and the warnings of its own checks. Raises LayoutError where a check finds an error.

    What is checked is the deck as composed; ids of a draft and pictures for charts are put in afterwards.
    """
    from briefing import checks
    from briefing.deck import compose
    from briefing.exports import json, pptx

    briefing = extraction.briefing
    deck = replace(compose(briefing, reader, look), briefing_json=json.dump(briefing), created=created(briefing.as_of))
    if not deck.frames:
        remedy = "name others with --slides, or none for the whole deck"
        raise InputError(f"the sources say nothing for the slides asked for: {', '.join(reader.slides)}", "", remedy)
    findings = checks.run(deck, look, briefing, texts_of(extraction))
    errors = [finding for finding in findings if finding.level == "error"]
    if errors:
        first = errors[0]
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        raise LayoutError(f"{first.message}{more}", f"slide {first.slide}, {first.where}", first.remedy)
    if options.draft:
        from briefing.exports.draft import with_ids

        deck = with_ids(deck, briefing, look)
    if options.charts == "image":
        from briefing.exports.figures import as_pictures

        deck = as_pictures(deck, look)
    return deck, pptx.write(deck, look), findings


def check(path: Path, model: Path | None = None) -> tuple[Finding, ...]:
    """What is wrong with any deck; traced against the briefing it carries, or that of `model`. Raises InputError."""
    from briefing import checks
    from briefing.exports import json, pptx

    data = files.read_bytes(path)
    deck, look = pptx.read_deck(data, str(path))
    text = files.read_text(model) if model else deck.briefing_json
    if not text:
        return (*checks.check_file(data), *checks.run(deck, look))
    extraction = Extraction(json.load(text), ())
    return (*checks.check_file(data), *checks.run(deck, look, extraction.briefing, texts_of(extraction)))


def texts_of(extraction: Extraction) -> Mapping[str, str]:
    """source id → its words: the whole text, or of a loaded model the quotes that it holds."""
    if extraction.sources:
        return {source.id: source.text for source in extraction.sources}
    texts: dict[str, list[str]] = {
        record.id: [record.title, *(piece.quote for piece in record.evidence)] for record in extraction.briefing.sources
    }
    for claim in extraction.briefing.claims:
        texts.setdefault(claim.evidence.source, []).append(claim.evidence.quote)
        for context in claim.context:
            texts.setdefault(context.source, []).append(context.quote)
    return {source: "\n".join(quotes) for source, quotes in texts.items()}


def created(as_of: str) -> str:
    """The date a deck gives as its own, ISO 8601: SOURCE_DATE_EPOCH, else the briefing's as-of; never the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    found = bounds(as_of)
    day = datetime.date.fromordinal(found[1]) if found else datetime.date(2000, 1, 1)
    return f"{day.isoformat()}T00:00:00Z"


def slug(name: str) -> str:
    """A file name from a company's name, in any script."""
    if not name.isascii():
        from anyascii import anyascii

        name = anyascii(name)
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60].strip("-") or "briefing"


def summary(built: Built) -> Sequence[str]:
    """What a build made, in a few lines for a person."""
    briefing, deck = built.extraction.briefing, built.deck
    facts = sum(len(getattr(briefing, part)) for part in FACTS)
    unverified, differences = count(len(briefing.unverified), "claim"), count(len(briefing.conflicts), "difference")
    return (
        f"{briefing.subject.name or 'No subject found'}: {count(len(deck.frames), 'slide')} for {deck.audience}",
        f"{count(facts, 'fact')} from {count(len(briefing.sources), 'source')} "
        f"with {count(len(briefing.origins), 'independent origin')}",
        f"{unverified} not verified, {differences} between sources",
    )


def count(number: int, noun: str) -> str:
    """ "1 slide", "5 slides"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
