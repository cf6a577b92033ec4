"""The bytes of any .pptx in, a Deck of Frames and its Theme out, as well as they can be known.

Our own decks come back with their keys, kinds, claims and the Briefing they carry; other people's with what their
shapes say, inherited sizes and colours resolved, colours as the nearest role of their theme.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefing.errors import InputError
from briefing.exports.pptx.carrier import CLAIMS_TAG, DECK_NS, SLIDE_TAG, unpacked
from briefing.exports.pptx.inheritance import NS, A, Element, P, R, Surroundings, number
from briefing.exports.pptx.layouts import LAYOUTS
from briefing.exports.pptx.opening import Opened
from briefing.exports.pptx.reading_identity import SlideParts
from briefing.exports.pptx.reading_shapes import marks
from briefing.model.frame import SLIDE_H, SLIDE_W, Deck, Frame, Layout, TextMark
from briefing.model.records import dataclass, field
from briefing.model.theme import Theme

_SLOTS = (
    "dk1",
    "lt1",
    "dk2",
    "lt2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
)
_NAMED: dict[str, Layout] = {spec.name: layout for layout, spec in LAYOUTS.items()}
_D = f"{{{DECK_NS}}}"


@dataclass(frozen=True, slots=True)
class Carried:
    """What our custom part says. kinds: key → kind. claims: (key, shape's name) → ids and cells as written.

    pages: the JSON of what the slides said when the deck was made. made: what it was made with.
    """

    model: str = ""
    subject: str = ""
    audience: str = ""
    created: str = ""
    kinds: Mapping[str, str] = field(default_factory=dict)
    claims: Mapping[tuple[str, str], str] = field(default_factory=dict)
    pages: str = ""
    made: Mapping[str, str] = field(default_factory=dict)


def read_deck(data: bytes, where: str = "the deck") -> tuple[Deck, Theme]:
    """where: the file's name, for errors. Raises InputError for what is no deck, hostile or broken."""
    package = Opened(data, where)
    main = package.xml(package.main)
    carried = carried_by(package)
    related = package.relations(package.main)
    names = [
        related[rid].target
        for item in main.iterfind("p:sldIdLst/p:sldId", NS)
        if (rid := item.get(f"{R}id", "")) in related and package.has(related[rid].target)
    ]
    slides = {name: package.xml(name) for name in names}
    keys = _keys(package, slides)
    looks: dict[str, Theme] = {}
    default = main.find("p:defaultTextStyle", NS)
    frames = tuple(_frame(package, name, slides[name], keys, carried, looks, default) for name in slides)
    theme = next(iter(looks.values()), None) or _theme(package, package.first(package.main, "slideMaster"))
    size = main.find("p:sldSz", NS)
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
    )
    return deck, theme


def read_frames(data: bytes, where: str = "the deck") -> tuple[Frame, ...]:
    """The slides of any deck as Frames. Raises InputError."""
    return read_deck(data, where)[0].frames


def _title(package: Opened) -> str:
    """What the file's properties give as its title."""
    place = package.first("", "core-properties")
    return package.xml(place).findtext("{http://purl.org/dc/elements/1.1/}title", "") if place else ""


def _keys(package: Opened, slides: Mapping[str, Element]) -> dict[str, str]:
    """Slide part → key: of its tags, else its name, else its number. A copied slide gets a key of its own."""
    keys: dict[str, str] = {}
    for index, (name, slide) in enumerate(slides.items(), 1):
        key = _tags(package, name).get(SLIDE_TAG) or slide.find("p:cSld", NS).get("name", "")
        keys[name] = key if key and key not in keys.values() else f"{key or 'slide'}-{index}"
    return keys


def _tags(package: Opened, slide: str) -> dict[str, str]:
    place = package.first(slide, "tags")
    if not place:
        return {}
    return {tag.get("name", ""): tag.get("val", "") for tag in package.xml(place).iter(f"{P}tag")}


def _frame(
    package: Opened,
    name: str,
    slide: Element,
    keys: dict[str, str],
    carried: Carried,
    looks: dict[str, Theme],
    default: Element | None,
) -> Frame:
    layout_name = package.first(name, "slideLayout")
    layout = package.xml(layout_name) if layout_name else None
    master_name = package.first(layout_name, "slideMaster") if layout_name else ""
    if master_name not in looks:
        looks[master_name] = _theme(package, master_name)
    master = package.xml(master_name) if master_name else None
    lang = next((item.get("lang") for item in slide.iter(f"{A}rPr") if item.get("lang")), "en-GB")
    around = Surroundings(looks[master_name], layout, master, default, lang)
    claims, cells = _claims(package, name, slide, keys[name], carried)
    parts = SlideParts(around, package.relations(name), keys, claims, cells, package)
    tree = slide.find("p:cSld/p:spTree", NS)
    found = marks(tree, parts) if tree is not None else ()
    title = next((mark.text for mark in found if isinstance(mark, TextMark) and mark.placeholder == 0), "")
    kind = layout.find("p:cSld", NS).get("name", "") if layout is not None else ""
    original = keys[name] if keys[name] in carried.kinds else keys[name].rpartition("-")[0]
    return Frame(
        keys[name],
        carried.kinds.get(original, ""),
        _NAMED.get(kind, "canvas"),
        title,
        found,
        _notes(package, name),
        lang,
    )


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
            )
    return Carried()


def _model(package: Opened, element: Element | None) -> str:
    if element is None:
        return ""
    try:
        return unpacked(element.text or "", element.get("encoding", ""))
    except ValueError as error:
        raise InputError("the model in the deck is damaged", package.where, "give the model with --model") from error


def _theme(package: Opened, master: str) -> Theme:
    """Colours, fonts and the colour map of a master; black on white in Arial where they are missing."""
    colors = dict.fromkeys(_SLOTS, "444444") | {"dk1": "000000", "lt1": "FFFFFF", "lt2": "EEEEEE"}
    fonts, label, dark = {"major": "Arial", "minor": "Arial"}, "", False
    place = package.first(master, "theme") if master else ""
    if place:
        root = package.xml(place)
        label = root.get("name", "")
        for slot in _SLOTS:
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
