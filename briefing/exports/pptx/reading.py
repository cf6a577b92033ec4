"""The bytes of any .pptx in, a Deck of Frames and its Theme out, as well as they can be known.

Our own decks come back with their keys, kinds, claims and the Briefing they carry; other people's with what their
shapes say, inherited sizes and colours resolved, colours as the nearest role of their theme.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefing.errors import InputError
from briefing.exports.pptx import pages
from briefing.exports.pptx.carrier import CLAIMS_TAG, DECK_NS, SLIDE_TAG, unpacked
from briefing.exports.pptx.gate import admit
from briefing.exports.pptx.inheritance import NS, A, Element, Level, P, R, Surroundings, number
from briefing.exports.pptx.layouts import LAYOUTS
from briefing.exports.pptx.opening import Opened
from briefing.exports.pptx.reading_colors import Palette
from briefing.exports.pptx.reading_ground import beneath, color_map, on_slide
from briefing.exports.pptx.reading_identity import SlideParts
from briefing.exports.pptx.reading_kinds import with_kinds
from briefing.exports.pptx.reading_shapes import marks
from briefing.model.frame import SLIDE_H, SLIDE_W, Backdrop, Box, Deck, Frame, Layout, Mark, TextMark
from briefing.model.page import Page
from briefing.model.records import dataclass, field, replace
from briefing.model.theme import SLOTS, Theme

_NAMED: dict[str, Layout] = {spec.name: layout for layout, spec in LAYOUTS.items()}
_D = f"{{{DECK_NS}}}"


@dataclass(frozen=True, slots=True)
class Carried:
    """What our custom part says. kinds: key → kind. claims: (key, shape's name) → ids and cells as written.

    pages: the JSON of what the slides said when the deck was made. made: what it was made with. zone: where content
    stands on the company's template that the deck is.
    """

    model: str = ""
    subject: str = ""
    audience: str = ""
    created: str = ""
    kinds: Mapping[str, str] = field(default_factory=dict)
    claims: Mapping[tuple[str, str], str] = field(default_factory=dict)
    pages: str = ""
    made: Mapping[str, str] = field(default_factory=dict)
    zone: Box | None = None


def read_deck(data: bytes, where: str = "the deck") -> tuple[Deck, Theme]:
    """where: the file's name, for errors. Raises InputError for what is no deck, hostile or broken."""
    return read_opened(admit(data, where, template=False))


def read_opened(package: Opened) -> tuple[Deck, Theme]:
    """A package that has passed the gate. Raises InputError."""
    main = package.xml(package.main)
    carried = carried_by(package)
    names = slide_names(package)
    keys = _keys(package, names)
    reader = _Reader(package, main, carried, keys)
    frames = tuple(reader.frame(name) for name in names)
    if carried.zone:
        frames = tuple(_by_kind(frame) for frame in frames)
    size = main.find(f"{P}sldSz")
    deck = Deck(
        _title(package) or (frames[0].title if frames else ""),
        carried.subject,
        carried.audience,
        frames,
        carried.model,
        carried.created or "2000-01-01T00:00:00Z",
        (number(size.get("cx"), 0) if size is not None else 0) or SLIDE_W,
        (number(size.get("cy"), 0) if size is not None else 0) or SLIDE_H,
        tuple(carried.made.items()),
        carried.zone,
    )
    return deck, reader.theme


_OURS = {"title": 0, "ctrTitle": 0, "ftr": 12, "sldNum": 13}  # the index that a kind has among our own placeholders


def _by_kind(frame: Frame) -> Frame:
    """A slide of ours on a company's template: its placeholders by the indices of our own, whatever theirs are."""
    if not frame.kind:
        return frame
    marks: list[Mark] = []
    for mark in frame.marks:
        if isinstance(mark, TextMark):
            kind = mark.seen.kind if mark.seen else ""
            plain = 11 if mark.name == "Sources" and not kind else None
            mark = replace(mark, placeholder=_OURS.get(kind, plain))
        marks.append(mark)
    return replace(frame, marks=tuple(marks), layout="title" if frame.kind == "title" else frame.layout)


def slide_names(package: Opened) -> list[str]:
    """The parts of the slides, in the order of the presentation."""
    related = package.relations(package.main)
    names = [
        related[rid].target
        for item in package.xml(package.main).iterfind(f"{P}sldIdLst/{P}sldId")
        if (rid := item.get(f"{R}id", "")) in related and package.has(related[rid].target)
    ]
    return list(dict.fromkeys(names))


def read_frames(data: bytes, where: str = "the deck") -> tuple[Frame, ...]:
    """The slides of any deck as Frames. Raises InputError."""
    return read_deck(data, where)[0].frames


def _title(package: Opened) -> str:
    """What the file's properties give as its title."""
    place = package.first("", "core-properties")
    return package.xml(place).findtext("{http://purl.org/dc/elements/1.1/}title", "") if place else ""


def _keys(package: Opened, names: list[str]) -> dict[str, str]:
    """Slide part → key: of its tags, else its name, else its number. A copied slide gets a key of its own."""
    keys: dict[str, str] = {}
    taken: set[str] = set()
    for index, name in enumerate(names, 1):
        slide = package.xml(name).find(f"{P}cSld")
        key = _tags(package, name).get(SLIDE_TAG) or (slide.get("name", "") if slide is not None else "")
        keys[name] = key if key and key not in taken else f"{key or 'slide'}-{index}"
        taken.add(keys[name])
    return keys


def _tags(package: Opened, slide: str) -> dict[str, str]:
    place = package.first(slide, "tags")
    if not place:
        return {}
    return {tag.get("name", ""): tag.get("val", "") for tag in package.xml(place).iter(f"{P}tag")}


class _Reader:
    """One deck being read. theme: the first slide's, whose roles colours are named by."""

    def __init__(self, package: Opened, main: Element, carried: Carried, keys: dict[str, str]) -> None:
        self.package, self.carried, self.keys = package, carried, keys
        self.default = main.find(f"{P}defaultTextStyle")
        first = next(iter(keys), "")
        layout = package.first(first, "slideLayout") if first else ""
        master = package.first(layout, "slideMaster") if layout else package.first(package.main, "slideMaster")
        self.themes: dict[str, Theme] = {}
        self.theme = self._theme(master)
        self.levels: dict[str, Level] = {}
        self.known: dict[tuple[str, str], tuple[Surroundings, Backdrop]] = {}
        self.table_styles = _table_styles(package)
        self.left = _left(carried)

    def frame(self, name: str) -> Frame:
        """One slide."""
        package = self.package
        slide = package.xml(name)
        around, backdrop = self._around(name, slide)
        lang = next((item.get("lang") for item in slide.iter(f"{A}rPr") if item.get("lang")), "en-GB")
        key = self.keys[name]
        claims, cells = _claims(package, name, slide, key, self.carried)
        parts = SlideParts(around.said_in(lang), package.relations(name), self.keys, claims, cells, package)
        tree = slide.find(f"{P}cSld/{P}spTree")
        found = marks(tree, parts) if tree is not None else ()
        title = next((mark.text for mark in found if isinstance(mark, TextMark) and mark.placeholder == 0), "")
        original = key if key in self.carried.kinds else key.rpartition("-")[0]
        frame = Frame(
            key,
            self.carried.kinds.get(original, ""),
            _NAMED.get(backdrop.layout, "canvas"),
            title,
            found,
            _notes(package, name),
            lang,
            backdrop,
        )
        return with_kinds(frame, self.left[original]) if original in self.left else frame

    def _around(self, name: str, slide: Element) -> tuple[Surroundings, Backdrop]:
        """What a slide inherits from and stands on; kept for the next with the same layout and colours."""
        layout_name = self.package.first(name, "slideLayout")
        master_name = self.package.first(layout_name, "slideMaster") if layout_name else ""
        layout, master = self._level(layout_name), self._level(master_name)
        mapping = color_map(slide, layout.root, master.root)
        key = (layout_name, str(mapping))
        if key not in self.known:
            theme = self._theme(master_name)
            palette = Palette(self.theme, theme.colors, mapping)
            around = Surroundings(self.theme, palette, layout, master, self.default, table_styles=self.table_styles)
            fills = self._fills(master_name)
            self.known[key] = around, beneath(layout.root, master.root, palette, fills)
        around, backdrop = self.known[key]
        return around, on_slide(slide, backdrop, around.palette, self._fills(master_name))

    def _level(self, name: str) -> Level:
        if name not in self.levels:
            self.levels[name] = Level(name, self.package.xml(name) if name else None)
        return self.levels[name]

    def _theme(self, master: str) -> Theme:
        if master not in self.themes:
            self.themes[master] = _theme(self.package, master)
        return self.themes[master]

    def _fills(self, master: str) -> Element | None:
        place = self.package.first(master, "theme") if master else ""
        return self.package.xml(place).find(f"{A}themeElements/{A}fmtScheme/{A}bgFillStyleLst") if place else None


def _left(carried: Carried) -> dict[str, Page]:
    """Key → page, of those that a deck of ours left with; none where they are damaged."""
    try:
        return {page.key: page for page in pages.load(carried.pages)} if carried.pages else {}
    except ValueError:
        return {}


def _table_styles(package: Opened) -> dict[str, Element]:
    place = package.first(package.main, "tableStyles")
    if not place:
        return {}
    return {item.get("styleId", "").upper(): item for item in package.xml(place).iter(f"{A}tblStyle")}


Claims = dict[tuple[int, str], tuple[str, ...]]
Cells = dict[tuple[int, str], str]


def _claims(package: Opened, name: str, slide: Element, key: str, carried: Carried) -> tuple[Claims, Cells]:
    """(shape id, name) → claim ids: from the slide's tags, else from the custom part."""
    tags = _tags(package, name)
    claims: Claims = {}
    cells: Cells = {}
    for shape in slide.iter(f"{P}cNvPr"):
        place = number(shape.get("id"), 0), shape.get("name", "")
        written = tags.get(f"{CLAIMS_TAG}{place[0]}") or carried.claims.get((key, place[1]), "")
        if written:
            ids, _, cell = written.partition("|")
            claims[place], cells[place] = tuple(ids.split()), cell
    return claims, cells


def _notes(package: Opened, slide: str) -> str:
    place = package.first(slide, "notesSlide")
    if not place:
        return ""
    for shape in package.xml(place).iterfind("p:cSld/p:spTree/p:sp", NS):
        ph = shape.find(".//p:nvPr/p:ph", NS)
        if ph is not None and ph.get("type") == "body":
            return "\n".join("".join(item.itertext()) for item in shape.iterfind("p:txBody/a:p", NS))
    return ""


def carried_by(package: Opened) -> Carried:
    """Our custom XML part, wherever it stands among others: LibreOffice relates it to the package itself."""
    for related in (*package.relations(package.main).values(), *package.relations("").values()):
        if related.kind != "customXml" or not package.has(related.target):
            continue
        try:
            root = package.xml(related.target)
        except InputError:
            continue
        if root.tag == f"{_D}deck":
            return Carried(
                _model(package, root.find(f"{_D}model")),
                root.get("subject", ""),
                root.get("audience", ""),
                root.get("created", ""),
                {slide.get("key", ""): slide.get("kind", "") for slide in root.iter(f"{_D}slide")},
                {
                    (slide.get("key", ""), shape.get("name", "")): shape.get("claims", "")
                    for slide in root.iter(f"{_D}slide")
                    for shape in slide
                },
                _model(package, root.find(f"{_D}pages")),
                {item.get("name", ""): item.get("value", "") for item in root.iter(f"{_D}with")},
                _box(root.get("zone", "")),
            )
    return Carried()


def _box(text: str) -> Box | None:
    """The box that four numbers say; None for anything else."""
    values = [number(value, -1) for value in text.split()]
    return Box(*values) if len(values) == 4 and min(values) >= 0 else None


def _model(package: Opened, element: Element | None) -> str:
    if element is None:
        return ""
    try:
        return unpacked(element.text or "", element.get("encoding", ""))
    except ValueError as error:
        raise InputError("the model in the deck is damaged", package.where, "give the model with --model") from error


def _theme(package: Opened, master: str) -> Theme:
    """Colours, fonts and the colour map of a master; black on white in Arial where they are missing."""
    colors = dict.fromkeys(SLOTS, "444444") | {"dk1": "000000", "lt1": "FFFFFF", "lt2": "EEEEEE"}
    fonts, label, dark = {"major": "Arial", "minor": "Arial"}, "", False
    place = package.first(master, "theme") if master else ""
    if place:
        root = package.xml(place)
        label = root.get("name", "")
        for slot in SLOTS:
            found = root.find(f"a:themeElements/a:clrScheme/a:{slot}", NS)
            value = (found[0].get("lastClr") or found[0].get("val", "")) if found is not None and len(found) else ""
            if len(value) == 6:
                colors[slot] = value.upper()
        for font in fonts:
            latin = root.find(f"a:themeElements/a:fontScheme/a:{font}Font/a:latin", NS)
            fonts[font] = (latin.get("typeface") if latin is not None else "") or "Arial"
        clr_map = package.xml(master).find("p:clrMap", NS)
        dark = clr_map is not None and clr_map.get("bg1") in ("dk1", "dk2")
    return Theme(label, label, dark, colors, fonts["major"], fonts["minor"], {})
