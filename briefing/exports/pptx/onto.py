"""A Deck and a theme with a company's template in, that template with our slides in place of its samples out.

Masters, layouts and themes stay byte for byte what they were; colours are written as slots of the template's own
theme, through the theme's roles.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
from typing import Any

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from briefing.errors import WorkspaceError
from briefing.exports.pptx.direction import from_the_right, turned
from briefing.exports.pptx.fitting import on_template
from briefing.exports.pptx.holders import LOOSE_TITLE, holder, place_of
from briefing.exports.pptx.layouts import BASE
from briefing.exports.pptx.package import Builder
from briefing.exports.pptx.slides import MAP, SlideXml, slide_xml
from briefing.exports.pptx.variations import scheme_xml
from briefing.model.frame import ChartMark, Deck, Frame, TextMark
from briefing.model.theme import Theme

_SCHEME = re.compile(r'<a:schemeClr val="(\w+)"(/>|>)')
_TEMPLATE_TYPE = b"presentationml.template.main+xml"
_DECK_TYPE = b"presentationml.presentation.main+xml"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
# What belongs to the samples or to the machine that saved the template, not to its design.
_DROPPED = (RT.SLIDE, RT.PRINTER_SETTINGS, RT.COMMENT_AUTHORS)
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"


class OntoTemplate(Builder):
    """A Builder whose presentation is a company's."""

    def __init__(self, deck: Deck, theme: Theme) -> None:
        self.theme = theme
        self.data = template_bytes(theme.template)
        fitted = on_template(deck, theme)
        self.placed, self.inked = fitted.layouts, fitted.inked
        super().__init__(fitted.deck)

    def opened(self) -> Any:
        presentation = Presentation(io.BytesIO(_as_deck(self.data)))
        main, root = presentation.part, presentation.part._element
        self.rtl = from_the_right(presentation)
        for tag in ("sldIdLst", "custShowLst", "smartTags", "photoAlbum"):
            for item in root.findall(f"{_P}{tag}"):
                root.remove(item)
        for extension in root.findall(f"{_P}extLst/{_P}ext"):
            if extension.get("uri") == _SECTIONS:
                extension.getparent().remove(extension)
        for listed in root.findall(f"{_P}extLst"):
            if not len(listed):
                root.remove(listed)
        for relation_id, relation in list(main.rels.items()):
            if relation.reltype in _DROPPED:
                main.rels.pop(relation_id)
        package = main.package
        for relation_id, relation in list(package._rels.items()):
            if relation.reltype.endswith("/thumbnail"):
                package._rels.pop(relation_id)
        self._forget_samples(package)
        self._keep(package)
        self.taken = {str(part.partname).lower() for part in package.iter_parts()}
        return presentation

    def _keep(self, package: Any) -> None:
        """Masters and layouts are written as they came, not as they would be written anew."""
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            for part in list(package.iter_parts()):
                if part.content_type in (CT.PML_SLIDE_MASTER, CT.PML_SLIDE_LAYOUT):
                    part.__class__ = _kept(type(part), archive.read(str(part.partname).lstrip("/")))

    @staticmethod
    def _forget_samples(package: Any) -> None:
        """Lists of slide titles and custom shows that would speak of slides which are gone."""
        for part in package.iter_parts():
            name = str(part.partname)
            if name == "/docProps/app.xml":
                part._blob = _PROPERTIES
            elif name == "/ppt/presProps.xml" and b"custShow" in part.blob:
                part._blob = re.sub(rb"<p:custShow [^>]*/>", b"<p:sldAll/>", part.blob)

    def drawn(self) -> list[tuple[Frame, SlideXml]]:
        keys = frozenset(frame.key for frame in self.deck.frames)
        slides = []
        for frame, layout in zip(self.deck.frames, self.placed, strict=True):
            holders = {
                mark.placeholder: holder(place, mark, (layout.part, mark.placeholder) in self.inked)
                for mark in frame.marks
                if isinstance(mark, TextMark) and mark.placeholder is not None
                if (place := place_of(layout, mark.placeholder)) is not None
            }
            holders.setdefault(0, LOOSE_TITLE)
            override = f"<p:clrMapOvr>{layout.map_override}</p:clrMapOvr>" if layout.map_override else MAP
            slide = slide_xml(frame, keys, holders, override)
            xml = self._recolored(slide.xml)
            slides.append((frame, SlideXml(turned(xml) if self.rtl else xml, slide.relations, slide.claims)))
        return slides

    def layout_parts(self) -> list[Part]:
        parts = {
            str(layout.part.partname).lstrip("/"): layout.part
            for master in self.presentation.slide_masters
            for layout in master.slide_layouts
        }
        return [parts[layout.part] for layout in self.placed]

    def chart(self, mark: ChartMark, lang: str) -> str:
        return self._recolored(super().chart(mark, lang))

    def dress(self, theme: Theme) -> None:
        """Nothing but a notes master where the template has none: the rest is the company's."""
        for relation_id, relation in self.main.rels.items():
            if relation.reltype == RT.NOTES_MASTER:
                self._list_notes_master(relation_id)
                return
        base = Presentation(BASE).part.part_related_by(RT.NOTES_MASTER)
        look = base.part_related_by(RT.THEME)
        master = Part(self.uri("/ppt/notesMasters/notesMaster1.xml"), CT.PML_NOTES_MASTER, self.package, base.blob)
        master.relate_to(Part(self.uri("/ppt/theme/theme1.xml"), CT.OFC_THEME, self.package, look.blob), RT.THEME)
        self._list_notes_master(self.main.relate_to(master, RT.NOTES_MASTER))

    def _list_notes_master(self, relation_id: str) -> None:
        """Named where programs look for it; some templates do not."""
        root = self.main._element
        if root.find(f"{_P}notesMasterIdLst") is not None:
            return
        listed = root.makeelement(f"{_P}notesMasterIdLst", {})
        listed.append(listed.makeelement(f"{_P}notesMasterId", {_R_ID: relation_id}))
        root.find(f"{_P}sldMasterIdLst").addnext(listed)

    def uri(self, name: str) -> PackURI:
        """The name, or the next number of it that the template has not taken."""
        stem, suffix = os.path.splitext(name)
        base, number = stem.rstrip("0123456789"), int(re.sub(r".*?(\d*)$", r"\1", stem) or 1)
        while name.lower() in self.taken:
            number += 1
            name = f"{base}{number}{suffix}"
        self.taken.add(name.lower())
        return PackURI(name)

    def _recolored(self, xml: str) -> str:
        """Our roles as slots of the template."""

        def slot(match: re.Match[str]) -> str:
            name, inner = scheme_xml(self.theme.roles.get(match[1], match[1]))
            if match[2] == ">":
                return f'<a:schemeClr val="{name}">{inner}'
            return f'<a:schemeClr val="{name}">{inner}</a:schemeClr>' if inner else f'<a:schemeClr val="{name}"/>'

        return _SCHEME.sub(slot, xml)


_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/'
    b'officeDocument/2006/extended-properties"><Application>briefing</Application></Properties>'
)


def _kept(kind: type, raw: bytes) -> type:
    """The same kind of part, which is written as these bytes."""

    def blob(part: Any) -> bytes:
        return raw

    return type(kind.__name__, (kind,), {"blob": property(blob)})


def template_bytes(path: str) -> bytes:
    """Raises WorkspaceError."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise WorkspaceError("the theme's template cannot be read", path, "put it into the theme's folder") from error


def _as_deck(data: bytes) -> bytes:
    """A .potx as .pptx: only the content type of its main part differs."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        types = archive.read("[Content_Types].xml")
        if _TEMPLATE_TYPE not in types:
            return data
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as copy:
            for entry in archive.infolist():
                content = types.replace(_TEMPLATE_TYPE, _DECK_TYPE) if entry.filename == "[Content_Types].xml" else None
                copy.writestr(entry.filename, archive.read(entry) if content is None else content)
    return stream.getvalue()
