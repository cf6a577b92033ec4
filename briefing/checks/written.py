"""The bytes of a deck that was just written in, what would make PowerPoint repair it out: by looks, without parsing.

A build asks this of its own file before it is put in place. The parts are ours, so that patterns tell what elsewhere
needs a parser; what comes from anybody is judged by package/.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

from briefing.checks.subject import found
from briefing.model.finding import Finding

_RELATION = re.compile(rb"<Relationship ([^>]*)>")
_ID = re.compile(rb'\bId="([^"]*)"')
_TARGET = re.compile(rb'\bTarget="([^"]*)"')
_OVERRIDE = re.compile(rb'<Override [^>]*PartName="/([^"]*)"')
_SHAPE = re.compile(rb'<p:cNvPr id="(\d+)"')
_REFERENCE = re.compile(rb' r:(?:id|embed|link)="([^"]*)"')
_SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml")
_JUDGED = ("ppt/slides/", "ppt/charts/")


def check(data: bytes) -> Iterator[Finding]:
    """Parts listed and there, relationships that lead somewhere, ids that stand once."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        known = set(names)
        if len(known) < len(names):
            yield found("package.types", 0, "", "two parts have one name")
        for name in _OVERRIDE.findall(archive.read("[Content_Types].xml")):
            if name.decode() not in known:
                yield found("package.types", 0, name.decode(), "the list of types names a part that is not in the file")
        for name in names:
            if name.endswith(".rels"):
                yield from _relations(name, archive, known)


def _relations(name: str, archive: zipfile.ZipFile, known: set[str]) -> Iterator[Finding]:
    folder, base = posixpath.split(name)
    source = posixpath.join(posixpath.dirname(folder), base[: -len(".rels")]).lstrip("/")
    match = _SLIDE.fullmatch(source)
    slide = int(match[1]) if match else 0
    ids: list[bytes] = []
    for relation in _RELATION.findall(archive.read(name)):
        ids += _ID.findall(relation)
        target = _TARGET.findall(relation)[0].decode()
        place = posixpath.normpath(posixpath.join("/", posixpath.dirname(folder), target)).lstrip("/")
        if b'TargetMode="External"' not in relation and place not in known:
            yield found("package.relation", slide, name, f"a relationship leads to {target}, which is not in the file")
    if len(set(ids)) < len(ids):
        yield found("package.relation-id", slide, name, "an id stands more than once")
    if source.startswith(_JUDGED):
        part = archive.read(source)
        for missing in sorted(set(_REFERENCE.findall(part)) - set(ids) - {b""}):
            message = f"it names the relationship {missing.decode()}, which is missing"
            yield found("package.relation", slide, source, message)
        for shape, count in Counter(_SHAPE.findall(part)).items():
            if count > 1:
                yield found("package.shape-id", slide, source, f"{count} shapes have the id {shape.decode()}")
