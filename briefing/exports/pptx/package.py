"""A Deck and a Theme in, the bytes of a .pptx out: every part written as a string, related to the others, and packed.

Two builds of the same deck are the same bytes: part names, relations and dates depend on nothing else. Two themes of
one deck differ in the theme part and in the master's colour map, and nowhere else (unless a theme has a logo).
"""

from __future__ import annotations

from briefing.exports.pptx import template
from briefing.exports.pptx.canvas import FIRST_ID, every_mark
from briefing.exports.pptx.carrier import deck_part, properties_part, tags_part
from briefing.exports.pptx.charts import chart_xml
from briefing.exports.pptx.kinds import Content, Kind
from briefing.exports.pptx.layouts import LAYOUTS
from briefing.exports.pptx.parts import Package, Part, picture
from briefing.exports.pptx.slides import SlideXml, notes_xml, slide_xml
from briefing.exports.pptx.text import HEAD, escape, plain
from briefing.exports.pptx.workbook import workbook
from briefing.model.frame import ChartMark, Deck, Frame, Mark, PictureMark
from briefing.model.theme import Theme

FIRST_SLIDE_ID = 256


def write(deck: Deck, theme: Theme) -> bytes:
    """The deck as a PowerPoint file. Marks are trusted to fit: the checks judge them before.

    With a theme that names a template the deck is that template. Raises WorkspaceError, LayoutError for what it lacks.
    """
    if theme.template:
        from briefing.exports.pptx.onto import OntoTemplate  # most themes have none

        builder: Builder = OntoTemplate(deck, theme)
    else:
        builder = Builder(deck, theme)
    builder.dress()
    builder.add_slides()
    builder.add_evidence()
    builder.describe()
    return builder.package.saved()


class Builder:
    """One deck on its way from a presentation without slides to all its parts."""

    def __init__(self, deck: Deck, theme: Theme) -> None:
        self.deck, self.theme = deck, theme
        self.package = self.opened()
        self.main = self.package.root.related(Kind.DOCUMENT)[0]
        self.slides = self.drawn()
        self.charts = 0
        self.pictures: dict[bytes, Part] = {}

    def opened(self) -> Package:
        """The presentation without slides that all begins with."""
        return template.package(self.theme)

    def drawn(self) -> list[tuple[Frame, SlideXml]]:
        """The slides in order."""
        keys = frozenset(frame.key for frame in self.deck.frames)
        return [(frame, slide_xml(frame, keys)) for frame in self.deck.frames]

    def layout_parts(self) -> list[Part]:
        """The layout of each slide."""
        layouts = dict(zip(LAYOUTS, self.main.related(Kind.MASTER)[0].related(Kind.LAYOUT), strict=False))
        return [layouts[frame.layout] for frame, _ in self.slides]

    def chart(self, mark: ChartMark, lang: str) -> str:
        """The chart part's XML."""
        return chart_xml(mark, lang, "rId1")

    def dress(self) -> None:
        """The theme's logo."""
        if self.theme.logo:
            from briefing.exports.pptx.logo import add_logo  # most themes have none

            add_logo(self.main, self.theme.logo)

    def add_slides(self) -> None:
        """Slide parts with everything they are related to, in the order of the Frames."""
        layouts = self.layout_parts()
        parts = {
            frame.key: self._part(f"/ppt/slides/slide{number}.xml", Content.SLIDE, slide.xml)
            for number, (frame, slide) in enumerate(self.slides, 1)
        }
        self.list_slides([self.main.relate(Kind.SLIDE, part) for part in parts.values()])
        for number, (frame, slide) in enumerate(self.slides, 1):
            part, marks = parts[frame.key], dict(enumerate(every_mark(frame.marks), FIRST_ID))
            for place, wanted in enumerate(slide.relations, 1):
                match wanted.kind:
                    case "layout":
                        relation: tuple[str, Part | str] = Kind.LAYOUT, layouts[number - 1]
                    case "notes":
                        relation = Kind.NOTES, self._notes(number, frame, part)
                    case "tags":
                        tags = tags_part(frame, slide)
                        relation = Kind.TAGS, self._part(f"/ppt/tags/tag{number}.xml", Content.TAGS, tags)
                    case "slide":
                        relation = Kind.SLIDE, parts[wanted.target]
                    case "url":
                        relation = Kind.LINK, wanted.target
                    case "chart":
                        relation = Kind.CHART, self._chart(marks[int(wanted.target)], frame.lang)
                    case "image":
                        relation = Kind.IMAGE, self._picture(marks[int(wanted.target)])
                part.relations[f"rId{place}"] = relation

    def list_slides(self, ids: list[str]) -> None:
        """Name the slides in the presentation part. ids: of the relations to them."""
        listed = "".join([f'<p:sldId id="{number}" r:id="{rid}"/>' for number, rid in enumerate(ids, FIRST_SLIDE_ID)])
        if listed:
            found = f"<p:sldIdLst>{listed}</p:sldIdLst>".encode()
            self.main.data = self.main.data.replace(template.NO_SLIDES.encode(), found)

    def _notes(self, number: int, frame: Frame, slide: Part) -> Part:
        xml = notes_xml(frame.notes, frame.lang)
        notes = self._part(f"/ppt/notesSlides/notesSlide{number}.xml", Content.NOTES, xml)
        notes.relate(Kind.NOTES_MASTER, self.main.related(Kind.NOTES_MASTER)[0])
        notes.relate(Kind.SLIDE, slide)
        return notes

    def _chart(self, mark: Mark, lang: str) -> Part:
        assert isinstance(mark, ChartMark)
        self.charts += 1
        chart = self._part(f"/ppt/charts/chart{self.charts}.xml", Content.CHART, self.chart(mark, lang))
        name = self.name(f"/ppt/embeddings/Microsoft_Excel_Sheet{self.charts}.xlsx")
        chart.relate(Kind.PACKAGE, Part(name, Content.WORKBOOK, workbook(mark)))
        return chart

    def _picture(self, mark: Mark) -> Part:
        """A picture that is shown twice is one part."""
        assert isinstance(mark, PictureMark)
        if mark.data not in self.pictures:
            part = picture(f"/ppt/media/image{len(self.pictures) + 1}", mark.data)
            part.name = self.name(part.name)
            self.pictures[mark.data] = part
        return self.pictures[mark.data]

    def add_evidence(self) -> None:
        """The custom XML part with the Briefing and the claims of every shape."""
        item = self._part("/customXml/item1.xml", Content.XML, deck_part(self.deck, self.slides))
        properties = self._part("/customXml/itemProps1.xml", Content.CUSTOM_XML_PROPERTIES, properties_part())
        item.relate(Kind.CUSTOM_XML_PROPERTIES, properties)
        self.main.relate(Kind.CUSTOM_XML, item)

    def describe(self) -> None:
        """What the file says of itself: no person, no program's name, the deck's own date."""
        data = _properties(self.deck).encode()
        for part in self.package.root.related(Kind.CORE_PROPERTIES):
            part.data = data
            return
        self.package.root.relate(Kind.CORE_PROPERTIES, Part("/docProps/core.xml", Content.CORE_PROPERTIES, data))

    def _part(self, name: str, content_type: str, xml: str) -> Part:
        return Part(self.name(name), content_type, xml.encode())

    def name(self, wanted: str) -> str:
        """The name of a new part."""
        return wanted


def _properties(deck: Deck) -> str:
    """The core properties."""
    lang = deck.frames[0].lang if deck.frames else "en-GB"
    date = f'xsi:type="dcterms:W3CDTF">{escape(deck.created)}</dcterms:'
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(plain(deck.title)[:255])}</dc:title>"
        f"<dc:subject>{escape(plain(deck.subject)[:255])}</dc:subject>"
        "<dc:creator></dc:creator><cp:lastModifiedBy></cp:lastModifiedBy><cp:keywords></cp:keywords>"
        "<dc:description></dc:description>"
        f"<dcterms:created {date}created><dcterms:modified {date}modified>"
        f"<cp:revision>1</cp:revision><dc:language>{escape(lang)}</dc:language></cp:coreProperties>"
    )
