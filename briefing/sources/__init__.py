"""Files → Sources: one reader for each kind of file, then the same passages, metadata and origin hints for all."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from types import MappingProxyType

from briefing.errors import InputError
from briefing.model.source import OriginHint, Source
from briefing.sources.document import Document

__all__ = ["READERS", "load", "read"]

Reader = Callable[[str, bytes], Document]


def _text(path: str, data: bytes) -> Document:
    from briefing.sources.text import convert

    return convert(path, data)


def _markdown(path: str, data: bytes) -> Document:
    from briefing.sources.markdown import convert

    return convert(path, data)


def _html(path: str, data: bytes) -> Document:
    from briefing.sources.html import convert

    return convert(path, data)


def _pdf(path: str, data: bytes) -> Document:
    from briefing.sources.pdf import convert

    return convert(path, data)


def _docx(path: str, data: bytes) -> Document:
    from briefing.sources.docx import convert

    return convert(path, data)


def _eml(path: str, data: bytes) -> Document:
    from briefing.sources.eml import convert

    return convert(path, data)


# Suffix of a file name, lower case → its reader: (path, bytes) → Document. The imports wait for the first such file.
READERS: MappingProxyType[str, Reader] = MappingProxyType(
    {
        ".txt": _text,
        ".text": _text,
        ".md": _markdown,
        ".markdown": _markdown,
        ".html": _html,
        ".htm": _html,
        ".pdf": _pdf,
        ".docx": _docx,
        ".eml": _eml,
    }
)


def read(path: str, data: bytes, source_id: str, sidecar: dict[str, str] | None = None) -> Source:
    """One file as a Source.

    path: as it should be shown, "/" between parts; its suffix chooses the reader. data: the file's bytes.
    source_id: "s1", "s2" … sidecar: title, publisher, author or byline, date or published, url, origin, language: they
    win over what the file says. An empty file is a Source without passages.
    Raises InputError (no text, damaged, too large, unknown kind) and MissingExtra (a library is not installed).
    """
    from briefing.sources import hints, language, metadata, passages
    from briefing.sources.composing import place_of

    document = reader_of(path)(path, data)
    told = {**document.metadata, **(sidecar or {})}
    tongue = told.get("language") or language.guess(document.text[document.body :])
    parts = passages.read_passages(document, tongue)
    facts = metadata.read_metadata(document.text, parts, document.metadata, sidecar)
    found = (*document.hints, *hints.find_hints(document.text, parts, facts.title))
    if facts.origin:
        found = (OriginHint(facts.origin, "declared", place_of(document.text, facts.origin)), *found)
    return Source(
        id=source_id,
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        text=document.text,
        title=facts.title,
        publisher=facts.publisher,
        author=facts.author,
        published=facts.published,
        url=facts.url,
        language=tongue,
        coverage=facts.coverage,
        passages=parts,
        hints=found,
        metadata_from=facts.given,
        release=metadata.is_release(document.text, parts),
    )


def load() -> None:
    """Load what reads texts, for whoever has time before there are any."""
    from briefing.sources import hints, language, metadata, passages, text  # noqa: F401


def reader_of(path: str) -> Reader:
    """The reader for a file name. Raises InputError for a suffix that no reader takes."""
    name = path.rsplit("/", 1)[-1]
    suffix = "." + name.rsplit(".", 1)[-1].lower() if "." in name else ".txt"
    if suffix not in READERS:
        raise InputError(f"no reader for {suffix} files", path, f"give one of {', '.join(sorted(READERS))}")
    return READERS[suffix]
