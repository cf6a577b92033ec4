"""The bytes of somebody's deck in, its parts on demand out; what is hostile or broken is refused in one line.

Limits come from the archive's own directory before anything is unpacked: at most 5,000 entries, 512 MB in all and 32 MB
an XML part. XML with a DOCTYPE is refused before it is parsed, so entities never expand; so is XML of more tags than
any slide has. Of parsed parts no more are kept than fit into some 200 MB: a deck beyond that is parsed as it is read.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from struct import Struct
from struct import error as struct_error
from urllib.parse import unquote

from lxml import etree

from briefing.errors import InputError
from briefing.model.records import dataclass

MAX_ENTRIES, MAX_BYTES, MAX_XML = 5_000, 512_000_000, 32_000_000
MAX_DEPTH = 96
# Counted as "<": a parsed element with an attribute and a text takes about 250 bytes for each.
MAX_TAGS, MAX_ALL_TAGS, KEPT_TAGS = 300_000, 3_000_000, 800_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCAL = Struct("<26xHH")  # what stands before an entry's name: at its end the lengths of the name and of extra fields
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = b"http://purl.oclc.org/ooxml/"
_SAVE_AGAIN = "open it in PowerPoint and save it as .pptx again"
_FIRST_TAG = re.compile(rb"<[A-Za-z_:]")
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


@dataclass(frozen=True, slots=True)
class Related:
    """kind: the last part of the relationship's type ("slide"). target: a part's name, or an address if external."""

    kind: str
    target: str
    external: bool


def shown(text: str) -> str:
    """A name or address out of a file, for one line of an error."""
    return " ".join(text.split())[:80]


class Opened:
    """A package that has passed the limits. where: its name for error messages."""

    def __init__(self, data: bytes, where: str) -> None:
        self.where = where
        self._data = data
        self._archive = _archive(data, where)
        self._entries = {entry.filename: entry for entry in self._archive.infolist()}
        self._folded = {name.lower(): name for name in self._entries}
        self._parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        self._parsed: dict[str, etree._Element] = {}
        self._related: dict[str, dict[str, Related]] = {}
        self._raw: dict[str, bytes] = {}
        self._tags = 0
        self._counted: dict[str, int] = {}
        self._all_tags = 0
        self.main = self._main()

    def names(self) -> list[str]:
        """All parts, in order of name."""
        return sorted(self._entries)

    def has(self, name: str) -> bool:
        return name in self._entries

    def crc(self, name: str) -> int:
        """The checksum that the archive's directory gives for a part."""
        return self._entries[name].CRC

    def entries(self) -> list[zipfile.ZipInfo]:
        """What the archive's directory says of its entries."""
        return list(self._entries.values())

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises InputError if it is missing or damaged."""
        return self._raw.get(name) or self._whole(name) or self.head(name, MAX_BYTES + 1)

    def _whole(self, name: str) -> bytes:
        """The bytes of a plain, sound entry, at half the cost of the standard library's reader; b"" for any other."""
        entry = self._entries.get(name)
        if entry is None or entry.compress_type != zipfile.ZIP_DEFLATED:
            return b""
        start = entry.header_offset
        head = self._data[start : start + _LOCAL.size]
        if len(head) < _LOCAL.size or head[:4] != b"PK\x03\x04":
            return b""
        name_length, extra_length = _LOCAL.unpack(head)
        start += _LOCAL.size
        if self._data[start : start + name_length] != name.encode():
            return b""
        start += name_length + extra_length
        machine = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            data = machine.decompress(self._data[start : start + entry.compress_size], entry.file_size + 1)
        except zlib.error:
            return b""
        sound = machine.eof and len(data) == entry.file_size and zlib.crc32(data) == entry.CRC
        return data if sound else b""

    def head(self, name: str, count: int) -> bytes:
        """The first bytes of a part. Raises InputError if it is missing or damaged."""
        if name not in self._entries:
            raise InputError(f"a part of the deck is missing: {shown(name)}", self.where, _SAVE_AGAIN)
        try:
            with self._archive.open(name) as part:
                return part.read(count)
        except _DAMAGED as error:
            raise InputError(f"a part of the deck is damaged: {shown(name)}", self.where, _SAVE_AGAIN) from error

    def xml(self, name: str) -> etree._Element:
        """A part as XML, parsed once. Raises InputError if it is malformed, too large or brings a DOCTYPE."""
        found = self._parsed.get(name)
        return found if found is not None else self._parse(name)

    def _parse(self, name: str) -> etree._Element:
        data = self.read(name)
        tags = self._sound(name, data)
        try:
            root = etree.fromstring(data, self._parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            if "depth" in str(error):
                raise self.nested(name) from error
            raise InputError(
                f"a part of the deck is not well-formed XML: {shown(name)}", self.where, _SAVE_AGAIN
            ) from error
        if root.getroottree().docinfo.doctype:
            raise InputError(f"a part of the deck brings a DOCTYPE: {shown(name)}", self.where, "do not use this file")
        if self._tags + tags <= KEPT_TAGS:
            self._tags += tags
            self._parsed[name] = root
            self._raw[name] = data
        return root

    def _sound(self, name: str, data: bytes) -> int:
        """How many tags a part has; refused is what must not be parsed."""
        if len(data) > MAX_XML:
            raise InputError(f"a part of the deck is too large: {shown(name)}", self.where, _SAVE_AGAIN)
        if b"\0" in data[:4] or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise InputError(f"a part of the deck is not UTF-8: {shown(name)}", self.where, _SAVE_AGAIN)
        doctype = data.find(b"<!DOCTYPE")
        if doctype >= 0 and not _FIRST_TAG.search(data, 0, doctype):
            raise InputError(f"a part of the deck brings a DOCTYPE: {shown(name)}", self.where, "do not use this file")
        if _STRICT in data[:4_000]:
            raise InputError("the deck is saved as Strict Open XML", self.where, "save it as a normal .pptx")
        tags = data.count(b"<")
        self._all_tags += 0 if name in self._counted else tags
        self._counted[name] = tags
        if tags > MAX_TAGS or self._all_tags > MAX_ALL_TAGS:
            raise InputError(f"a part of the deck holds too many elements: {shown(name)}", self.where, "split the deck")
        return tags

    def tags(self, name: str) -> int:
        """How many tags a part has that was parsed, closing ones too."""
        return self._counted[name]

    def nested(self, name: str) -> InputError:
        """The refusal of a part that is nested beyond reason."""
        return InputError(
            f"a part is nested more than {MAX_DEPTH} deep: {shown(name)}", self.where, "ungroup its shapes"
        )

    def relations(self, name: str) -> dict[str, Related]:
        """Relationship id → what a part is related to; nothing if it has no relationships."""
        if name not in self._related:
            self._related[name] = self._relations(name)
        return self._related[name]

    def _relations(self, name: str) -> dict[str, Related]:
        folder, base = posixpath.split(name)
        place = posixpath.join(folder, "_rels", base + ".rels")
        if place not in self._entries:
            return {}
        found: dict[str, Related] = {}
        for item in self.xml(place).iter(_RELATIONS):
            kind, target = item.get("Type", "").rsplit("/", 1)[-1], item.get("Target", "")
            external = item.get("TargetMode") == "External"
            if not external:
                target = self._named(posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
            found[item.get("Id", "")] = Related(kind, target, external)
        return found

    def _named(self, name: str) -> str:
        """The part meant by a name, which may differ in case or be escaped."""
        if name in self._entries:
            return name
        other = unquote(name)
        return other if other in self._entries else self._folded.get(other.lower(), name)

    def first(self, name: str, kind: str) -> str:
        """The name of the first part of a kind that a part is related to, "" if there is none."""
        targets = (item.target for item in self.relations(name).values() if item.kind == kind and not item.external)
        return next((target for target in targets if target in self._entries), "")

    def _main(self) -> str:
        main = self.first("", "officeDocument")
        if not main:
            raise InputError("the file holds no presentation", self.where, "give a .pptx file")
        if not str(self.xml(main).tag).endswith("}presentation"):
            raise InputError("the file is an Office document, but no presentation", self.where, "give a .pptx file")
        return main


def _archive(data: bytes, where: str) -> zipfile.ZipFile:
    if data[:8] == _OLE:
        what = "the file is password-protected, or an old .ppt"
        raise InputError(what, where, "remove the password and save it as .pptx")
    if data[:4] != b"PK\x03\x04":
        raise InputError("the file is not a PowerPoint deck", where, "give a .pptx file")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except (*_DAMAGED, struct_error, OverflowError, MemoryError) as error:
        raise InputError("the deck is truncated or damaged", where, "get the file again") from error
    names = [entry.filename.lower() for entry in entries]
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_BYTES:
        limit = f"at most {MAX_ENTRIES:,} parts and {MAX_BYTES // 1_000_000} MB"
        raise InputError(f"the deck is too large when unpacked ({limit})", where, "remove media or split it")
    if any(entry.file_size > MAX_XML and entry.filename.lower().endswith((".xml", ".rels")) for entry in entries):
        raise InputError("a part of the deck is too large", where, "split the deck")
    if any(entry.flag_bits & 1 for entry in entries):
        raise InputError("the deck is password-protected", where, "remove the password")
    if len(set(names)) < len(names):
        raise InputError("the deck holds two parts of one name", where, _SAVE_AGAIN)
    return archive
