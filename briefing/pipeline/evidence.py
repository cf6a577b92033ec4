"""Folder of sources or a model file → Extraction: the first stages, read, extract and reconcile, in order."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import files
from briefing.errors import InputError, WorkspaceError, nearest
from briefing.model.records import dataclass
from briefing.model.settings import Settings
from briefing.pipeline.beside import Talk, processors
from briefing.pipeline.spreading import spread

if TYPE_CHECKING:
    from briefing.files import SourceFile
    from briefing.model.briefing import Briefing
    from briefing.model.source import Source

Progress = Callable[[str, int, int], None]
Read = tuple[tuple["Source", ...], tuple[str, ...]]  # sources, names of files without words
_QUICK = (".txt", ".text", ".md", ".markdown")
_MUCH = 1_000_000  # bytes
_WORTH_A_PROCESS = 10_000  # letters: so many take longer to read than a process to start


def silent(stage: str, done: int, total: int) -> None:
    """No progress."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """A Briefing and the sources it was made from (empty when it came from a model file).

    left_out: names of the files that hold no words.
    """

    briefing: Briefing
    sources: tuple[Source, ...]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """A folder whose files are known already. talk: with `few_sources`, where it reads them beside this process."""

    files: Sequence[SourceFile]
    talk: Talk | None = None


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


def read_sources(
    seeds: Path, settings: Settings, progress: Progress = silent, found: Sequence[SourceFile] = ()
) -> Read:
    """The sources of a folder, s1, s2 … in the order of their names, and the names of files that hold no words.

    found: the folder's files, if they are known already. Raises InputError.
    """
    from briefing.sources import read

    found = found or files.find_sources(seeds)
    sources: list[Source] = []
    left_out: list[str] = []
    for number, file in enumerate(found, 1):
        progress("Reading", number - 1, len(found))
        sidecar = {**file.sidecar, **settings.sources.get(file.name, {})}
        try:
            source = read(file.name, files.read_source(file), f"s{len(sources) + 1}", sidecar)
        except InputError as error:
            raise type(error)(error.what, str(file.path), error.remedy) from None
        if source.text.strip():  # what says nothing is nobody's word, and no origin of its own
            sources.append(source)
        else:
            left_out.append(file.name)
    if not sources:
        raise InputError("no source in this folder holds any words", str(seeds), "put articles there")
    progress("Reading", len(found), len(found))
    unknown = sorted(set(settings.sources) - {file.name for file in found})
    if unknown:
        hint = nearest(unknown[0], [file.name for file in found])
        raise WorkspaceError(f'no source called "{unknown[0]}"', settings.path, hint)
    return tuple(sources), tuple(left_out)


def few_sources(seeds: Path, found: Sequence[SourceFile]) -> Generator[Read | None, None, None]:
    """The sources in files of a folder, read without progress; None where that could take more than a moment."""
    settings = read_settings(seeds)
    quick = all(file.path.suffix.lower() in _QUICK for file in found)
    quick = quick and sum(file.path.stat().st_size for file in found) < _MUCH
    yield read_sources(seeds, settings, found=found) if quick else None


def load_grammars() -> None:
    """Load what `extract` needs, for whoever has time before the sources are read."""
    from briefing import claims, reconcile  # noqa: F401


def extract(seeds: Path, progress: Progress = silent, listed: Listed | None = None, split: bool = False) -> Extraction:
    """The Briefing of a folder of sources. Raises InputError, WorkspaceError.

    listed: the folder's files, if somebody has looked. split: may this process be split, as that of a command may?
    """
    from briefing import claims, reconcile
    from briefing.model.briefing import Subject

    settings = read_settings(seeds)
    listed = listed or Listed(files.find_sources(seeds))
    heard = listed.talk.hear() if listed.talk else None
    sources, left_out = heard or read_sources(seeds, settings, progress, listed.files)
    hint = Subject(settings.subject, settings.aliases) if settings.subject else None
    subject = claims.find_subject(sources, hint)

    def each(function: Callable[[Source], claims.Found], items: Sequence[Source]) -> Sequence[claims.Found]:
        sizes = [len(source.text) for source in items]
        number = min(processors() - 1, sum(sizes) // _WORTH_A_PROCESS) if split else 1
        return spread(function, items, sizes, number, lambda done: progress("Extracting", done, len(items)))

    found, rejected = claims.extract(sources, subject, settings.organisations, each)
    progress("Reconciling", 0, 1)
    briefing = reconcile.reconcile(sources, subject, found, rejected, settings)
    progress("Reconciling", 1, 1)
    return Extraction(briefing, sources, left_out)


def load_model(path: Path) -> Extraction:
    """A Briefing from its JSON file. Raises InputError."""
    from briefing.exports import json

    return Extraction(json.load(files.read_text(path)), ())


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
    sides = (side for conflict in extraction.briefing.conflicts for side in conflict.positions)
    for piece in (piece for side in sides for piece in side.evidence):  # a report that no claim was drawn from
        texts.setdefault(piece.source, []).append(piece.quote)
    return {source: "\n".join(dict.fromkeys(quotes)) for source, quotes in texts.items()}
