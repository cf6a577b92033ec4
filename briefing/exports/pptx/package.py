"""A Deck and a Theme in, the bytes of a .pptx out: python-pptx keeps the package, parts are written as strings.

Two builds of the same deck are the same bytes: part names, relationships and dates depend on nothing else. Two themes
of one deck differ in the theme part and in the master's colour map, and nowhere else (unless a theme has a logo).
"""

from __future__ import annotations

import datetime
import io
from typing import Any

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.oxml import serialize_part_xml
from pptx.opc.package import Part
from pptx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from pptx.opc.serialized import _ContentTypesItem
from pptx.parts.presentation import PresentationPart

from briefing.exports.pptx.archive import Ahead, Archive
from briefing.exports.pptx.canvas import FIRST_ID
from briefing.exports.pptx.carrier import deck_part, properties_part, tags_part
from briefing.exports.pptx.charts import chart_xml, workbook
from briefing.exports.pptx.layouts import BASE, LAYOUTS
from briefing.exports.pptx.slides import SlideXml, notes_xml, slide_xml
from briefing.exports.pptx.text import attribute, plain
from briefing.exports.pptx.theme_part import theme_xml
from briefing.model.frame import ChartMark, Deck, Frame, PictureMark, every_mark
from briefing.model.theme import Theme

_FIRST_SLIDE_ID = 256
_RELATIONS = (
    "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
)


def write(deck: Deck, theme: Theme) -> bytes:
    """The deck as a PowerPoint file. Marks are trusted to fit: the checks judge them before.

    With a theme that names a template the deck is that template. Raises WorkspaceError, LayoutError for what it lacks.
    """
    if theme.template:
        from briefing.exports.pptx.onto import OntoTemplate  # most themes have none

        builder: Builder = OntoTemplate(deck, theme)
    else:
        builder = Builder(deck)
    builder.dress(theme)
    builder.add_slides()
    builder.add_evidence()
    builder.describe()
    return builder.save()


class Builder:
    """One package on its way from the template to bytes."""

    def __init__(self, deck: Deck) -> None:
        self.deck = deck
        self.presentation = self.opened()
        self.main: PresentationPart = self.presentation.part
        self.package = self.main.package
        self.created = datetime.datetime.fromisoformat(deck.created)
        self.slides = self.drawn()
        self.evidence = Ahead(deck_part(deck, self.slides).encode())
        self.charts = 0

    def opened(self) -> Any:
        """The presentation without slides that all begins with."""
        return Presentation(BASE)

    def drawn(self) -> list[tuple[Frame, SlideXml]]:
        """The slides in order."""
        keys = frozenset(frame.key for frame in self.deck.frames)
        return [(frame, slide_xml(frame, keys)) for frame in self.deck.frames]

    def layout_parts(self) -> list[Part]:
        """The layout of each slide."""
        layouts = {layout.name: layout.part for layout in self.presentation.slide_layouts}
        return [layouts[LAYOUTS[frame.layout].name] for frame, _ in self.slides]

    def chart(self, mark: ChartMark, lang: str) -> str:
        """The chart part's XML."""
        return chart_xml(mark, lang, "rId1")

    def dress(self, theme: Theme) -> None:
        """The theme's colours, fonts and colour map; its logo."""
        master = self.presentation.slide_master
        master.part.part_related_by(RT.THEME).blob = theme_xml(theme).encode()
        color_map = master.element.find(".//{*}clrMap")
        for role, slot in theme.color_map.items():
            color_map.set(role, slot)
        if theme.logo:
            from briefing.exports.pptx.logo import add_logo  # most themes have none

            add_logo(self.presentation, theme.logo)

    def add_slides(self) -> None:
        """Slide parts with everything they are related to, in the order of the Frames."""
        layouts = self.layout_parts()
        parts = {
            frame.key: self._part(f"/ppt/slides/slide{number}.xml", CT.PML_SLIDE, slide.xml)
            for number, (frame, slide) in enumerate(self.slides, 1)
        }
        for part in parts.values():  # first of all: pictures are numbered by those that the package reaches
            self.main.relate_to(part, RT.SLIDE)
        for number, (frame, slide) in enumerate(self.slides, 1):
            part, marks = parts[frame.key], dict(enumerate(every_mark(frame.marks), FIRST_ID))
            for relation in slide.relations:
                match relation.kind:
                    case "layout":
                        part.relate_to(layouts[number - 1], RT.SLIDE_LAYOUT)
                    case "notes":
                        part.relate_to(self._notes(number, frame, part), RT.NOTES_SLIDE)
                    case "tags":
                        tags = self._part(f"/ppt/tags/tag{number}.xml", CT.PML_TAGS, tags_part(frame, slide))
                        part.relate_to(tags, RT.TAGS)
                    case "slide":
                        part.relate_to(parts[relation.target], RT.SLIDE)
                    case "url":
                        part.relate_to(relation.target, RT.HYPERLINK, is_external=True)
                    case "chart":
                        mark = marks[int(relation.target)]
                        assert isinstance(mark, ChartMark)
                        part.relate_to(self._chart(mark, frame.lang), RT.CHART)
                    case "image":
                        mark = marks[int(relation.target)]
                        assert isinstance(mark, PictureMark)
                        part.relate_to(self.package.get_or_add_image_part(io.BytesIO(mark.data)), RT.IMAGE)
        listed = self.main._element.get_or_add_sldIdLst()
        for number, (frame, _) in enumerate(self.slides):
            entry = listed._add_sldId()
            entry.id, entry.rId = _FIRST_SLIDE_ID + number, self.main.relate_to(parts[frame.key], RT.SLIDE)

    def _notes(self, number: int, frame: Frame, slide: Part) -> Part:
        xml = notes_xml(frame.notes, frame.lang)
        notes = self._part(f"/ppt/notesSlides/notesSlide{number}.xml", CT.PML_NOTES_SLIDE, xml)
        notes.relate_to(self.main.part_related_by(RT.NOTES_MASTER), RT.NOTES_MASTER)
        notes.relate_to(slide, RT.SLIDE)
        return notes

    def _chart(self, mark: ChartMark, lang: str) -> Part:
        self.charts += 1
        chart = self._part(f"/ppt/charts/chart{self.charts}.xml", CT.DML_CHART, self.chart(mark, lang))
        book = Part(
            self.uri(f"/ppt/embeddings/Microsoft_Excel_Sheet{self.charts}.xlsx"),
            CT.SML_SHEET,
            self.package,
            workbook(mark, self.created),
        )
        chart.relate_to(book, RT.PACKAGE)
        return chart

    def add_evidence(self) -> None:
        """The custom XML part with the Briefing and the claims of every shape."""
        item = Part(self.uri("/customXml/item1.xml"), CT.XML, self.package, self.evidence.blob)
        properties = self._part("/customXml/itemProps1.xml", CT.OFC_CUSTOM_XML_PROPERTIES, properties_part())
        item.relate_to(properties, RT.CUSTOM_XML_PROPS)
        self.main.relate_to(item, RT.CUSTOM_XML)

    def describe(self) -> None:
        """What the file says of itself: no person, no program's name, the deck's own date."""
        properties = self.presentation.core_properties
        properties.title, properties.subject = plain(self.deck.title)[:255], plain(self.deck.subject)[:255]
        properties.author = properties.last_modified_by = properties.keywords = properties.comments = ""
        properties.created = properties.modified = self.created.replace(tzinfo=None)
        properties.revision = 1
        properties.language = self.deck.frames[0].lang if self.deck.frames else "en-GB"

    def save(self) -> bytes:
        """What python-pptx writes, in the same order."""
        archive, parts = Archive(self.evidence), tuple(self.package.iter_parts())
        archive.write(CONTENT_TYPES_URI, serialize_part_xml(_ContentTypesItem.xml_for(parts)))
        archive.write(PACKAGE_URI.rels_uri, relations_xml(self.package._rels))
        for part in parts:
            archive.write(part.partname, part.blob)
            if part.rels:
                archive.write(part.partname.rels_uri, relations_xml(part.rels))
        return archive.bytes()

    def _part(self, name: str, content_type: str, xml: str) -> Part:
        return Part(self.uri(name), content_type, self.package, xml.encode())

    def uri(self, name: str) -> PackURI:
        """The name of a new part."""
        return PackURI(name)


def relations_xml(relations: Any) -> bytes:
    """A part's relationships, by the numbers in their ids."""

    def order(ident: str) -> tuple[int, str]:
        return (int(ident[3:]) if ident.startswith("rId") and ident[3:].isdigit() else 0, ident)

    listed = []
    for relation in map(relations.__getitem__, sorted(relations, key=order)):
        ident, kind, target = map(attribute, (relation.rId, relation.reltype, relation.target_ref))
        outside = ' TargetMode="External"' if relation.is_external else ""
        listed.append(f'<Relationship Id="{ident}" Type="{kind}" Target="{target}"{outside}/>')
    return f"{_RELATIONS}{''.join(listed)}</Relationships>".encode()
