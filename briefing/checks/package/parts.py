"""What the rules for files look at: a package that has passed the gate, and the slide of each of its parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from briefing.model.records import dataclass

P, A, R, C = (
    "{http://schemas.openxmlformats.org/presentationml/2006/main}",
    "{http://schemas.openxmlformats.org/drawingml/2006/main}",
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}",
)
PML = "application/vnd.openxmlformats-officedocument.presentationml."
CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"


class Relation(Protocol):
    """kind: last part of the type. target: a part's name, or an address if external."""

    @property
    def kind(self) -> str: ...
    @property
    def target(self) -> str: ...
    @property
    def external(self) -> bool: ...


class Package(Protocol):
    """An opened deck."""

    where: str
    main: str

    def names(self) -> list[str]: ...
    def has(self, name: str) -> bool: ...
    def crc(self, name: str) -> int: ...
    def read(self, name: str) -> bytes: ...
    def head(self, name: str, count: int) -> bytes: ...
    def xml(self, name: str) -> Any: ...
    def relations(self, name: str) -> Mapping[str, Relation]: ...
    def first(self, name: str, kind: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Parts:
    """types: part → content type. slides: those listed, in order. numbers: part → number of its slide, from 1.

    reached: parts that relationships lead to from the root.
    """

    package: Package
    types: Mapping[str, str]
    slides: tuple[str, ...]
    numbers: Mapping[str, int]
    reached: frozenset[str]

    def number(self, name: str) -> int:
        """Of the slide that a part belongs to; 0 for the deck's own parts."""
        return self.numbers.get(name, 0)

    def of_type(self, *types: str) -> Iterator[str]:
        """Parts of these content types, in order of name."""
        return (name for name in self.package.names() if self.types.get(name) in types)


def parts_of(package: Package) -> Parts:
    """What a package holds."""
    related = package.relations(package.main)
    listed = [item.get(f"{R}id", "") for item in package.xml(package.main).iterfind(f"{P}sldIdLst/{P}sldId")]
    slides = tuple(
        dict.fromkeys(related[rid].target for rid in listed if rid in related and package.has(related[rid].target))
    )
    numbers: dict[str, int] = {}
    for number, slide in enumerate(slides, 1):
        numbers[slide] = number
        for relation in package.relations(slide).values():
            if not relation.external and relation.kind in ("chart", "notesSlide", "image", "package", "oleObject"):
                numbers.setdefault(relation.target, number)
                for below in package.relations(relation.target).values() if relation.kind == "chart" else ():
                    numbers.setdefault(below.target, number)
    return Parts(package, _types(package), slides, numbers, _reached(package))


def _types(package: Package) -> dict[str, str]:
    defaults: dict[str, str] = {}
    own: dict[str, str] = {}
    for item in package.xml("[Content_Types].xml"):
        tag = str(item.tag).rpartition("}")[2]
        if tag == "Default":
            defaults[item.get("Extension", "").lower()] = item.get("ContentType", "")
        elif tag == "Override":
            own[item.get("PartName", "").lstrip("/").lower()] = item.get("ContentType", "")
    found: dict[str, str] = {}
    for name in package.names():
        ending = name.rpartition(".")[2].lower() if "." in name else ""
        found[name] = own.get(name.lower()) or defaults.get(ending, "")
    return found


def _reached(package: Package) -> frozenset[str]:
    waiting, seen = [""], set()
    while waiting:
        for relation in package.relations(waiting.pop()).values():
            if not relation.external and relation.target not in seen and package.has(relation.target):
                seen.add(relation.target)
                waiting.append(relation.target)
    return frozenset(seen)
