"""Folder of sources or a model file → Extraction: the first stages, read, extract and reconcile, in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import files
from briefing.beside import processors
from briefing.errors import InputError, WorkspaceError, nearest
from briefing.model.records import dataclass
from briefing.model.settings import Settings
from briefing.pipeline.spreading import spread

if TYPE_CHECKING:
    from briefing.files import SourceFile
    from briefing.model.briefing import Briefing, Subject
    from briefing.model.claim import Claim, Rejected
    from briefing.model.source import Source

Progress = Callable[[str, int, int], None]
Stated = tuple["Subject", tuple["Claim", ...], tuple["Rejected", ...]]
Read = tuple[tuple["Source", ...], tuple[str, ...]]  # sources, names of files without words
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
    seeds: Path, settings: Settings, progress: Progress = silent, listed: Sequence[SourceFile] = ()
) -> Read:
    """The sources of a folder, s1, s2 … in the order of their names, and the names of files that hold no words.

    listed: the folder's files, if they are known already. Raises InputError.
    """
    from briefing.sources import read

    listed = listed or files.find_sources(seeds)
    sources: list[Source] = []
    left_out: list[str] = []
    for number, file in enumerate(listed, 1):
        progress("Reading", number - 1, len(listed))
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
    progress("Reading", len(listed), len(listed))
    unknown = sorted(set(settings.sources) - {file.name for file in listed})
    if unknown:
        hint = nearest(unknown[0], [file.name for file in listed])
        raise WorkspaceError(f'no source called "{unknown[0]}"', settings.path, hint)
    return tuple(sources), tuple(left_out)


def extract(seeds: Path, progress: Progress = silent, split: bool = False) -> Extraction:
    """The Briefing of a folder of sources. Raises InputError, WorkspaceError.

    split: may this process be split, as that of a command may?
    """
    settings = read_settings(seeds)
    sources, left_out = read_sources(seeds, settings, progress)
    found = stated(sources, settings, progress, split)
    return Extraction(reconciled(sources, found, settings, progress), sources, left_out)


def stated(sources: Sequence[Source], settings: Settings, progress: Progress = silent, split: bool = False) -> Stated:
    """The company that sources are about, and what they state of it."""
    from briefing import claims
    from briefing.model.briefing import Subject

    hint = Subject(settings.subject, settings.aliases) if settings.subject else None
    subject = claims.find_subject(sources, hint)

    def each(function: Callable[[Source], claims.Found], items: Sequence[Source]) -> Sequence[claims.Found]:
        sizes = [len(source.text) for source in items]
        number = min(processors() - 1, sum(sizes) // _WORTH_A_PROCESS) if split else 1
        return spread(function, items, sizes, number, lambda done: progress("Extracting", done, len(items)))

    return subject, *claims.extract(sources, subject, settings.organisations, each)


def reconciled(sources: Sequence[Source], found: Stated, settings: Settings, progress: Progress = silent) -> Briefing:
    """The Briefing of what sources state."""
    from briefing import reconcile

    progress("Reconciling", 0, 1)
    briefing = reconcile.reconcile(sources, *found, settings)
    progress("Reconciling", 1, 1)
    return briefing


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
