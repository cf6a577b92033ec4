"""The page: grid, zones, hairlines and furniture. A Sheet (one slide's content) in, its Frame with furniture out."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.measure import body_face, text_width
from briefing.model.frame import (
    SLIDE_H,
    SLIDE_W,
    Align,
    Anchor,
    Box,
    Frame,
    GroupMark,
    Layout,
    Line,
    Link,
    Mark,
    Paragraph,
    RuleMark,
    Run,
    TextMark,
    inches,
)
from briefing.model.records import dataclass, replace
from briefing.model.theme import ColorRole, Theme
from briefing.slides.analyst import analysts, marked
from briefing.slides.citations import FOOTER_SIZE, FOOTER_WIDTH, sources_line, used
from briefing.slides.notes import Notes
from briefing.slides.titles import choose_title

LEFT = inches(0.60)
WIDTH = 11_094_720
RIGHT = LEFT + WIDTH
TOP = inches(1.78)
BOTTOM = inches(6.72)
HEADED = inches(2.12)  # where content starts under a panel heading
FOOT = inches(6.52)  # keys and notes at the foot of the content zone
HAIR = Line("accent6", 0.75)
_GUTTER = 182_880
_WIDE = inches(10.6)
_PIXEL = 9_525  # 1/96 in


@dataclass(frozen=True, slots=True)
class Sheet:
    """One slide's content, laid out, without furniture.

    titles: candidates, best first; part, parts: of a continuation. marks: content in reading order.
    label: the section label. sources: replaces the computed sources line.
    """

    kind: str
    layout: Layout
    label: str
    titles: tuple[str, ...]
    marks: tuple[Mark, ...]
    notes: Notes
    part: int = 1
    parts: int = 1
    sources: str = ""

    @property
    def key(self) -> str:
        return self.kind if self.part == 1 else f"{self.kind}-{self.part}"


@dataclass(frozen=True, slots=True)
class Setting:
    """What the furniture of every slide says. names: short names of all sources, in order.

    analyst: (id of a fact, what the analyst changed in it or added): such words are marked as the analyst's.
    """

    subject: str
    audience: str
    as_of: str
    names: tuple[str, ...]
    footer_label: str = ""
    evidence_slide: int = 0
    analyst: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """The zone that content may fill, from LEFT and TOP on: our own, or what a company's template leaves open."""

    width: int = WIDTH
    bottom: int = BOTTOM

    @property
    def right(self) -> int:
        return LEFT + self.width

    @property
    def height(self) -> int:
        return self.bottom - TOP

    @property
    def foot(self) -> int:
        """Where keys and notes at the foot stand."""
        return self.bottom - (BOTTOM - FOOT)

    @property
    def narrow(self) -> bool:
        """Whether two parts side by side would leave neither enough: each takes a slide of its own."""
        return self.width < _WIDE

    def cx(self, column: int) -> int:
        """x of a column, 0 to 11."""
        return LEFT + (self.width + _GUTTER) * column // 12

    def cs(self, columns: int) -> int:
        """Width of so many columns."""
        return (self.width + _GUTTER) * columns // 12 - _GUTTER

    def share(self, width: int) -> int:
        """A width on our own page, in proportion on this one."""
        return width * self.width // WIDTH


OURS = Page()


def page_of(theme: Theme) -> Page:
    """The page of decks in that theme."""
    return Page(theme.room.width, TOP + theme.room.height) if theme.room else OURS


def slide_size(page: Page) -> tuple[int, int]:
    """Width and height of the slides that hold such a page with its furniture."""
    return max(SLIDE_W, page.right + LEFT), max(SLIDE_H, page.bottom + SLIDE_H - BOTTOM)


def cx(column: int) -> int:
    """x of a column of our own page, 0 to 11."""
    return OURS.cx(column)


def cs(columns: int) -> int:
    """Width of so many columns of our own page."""
    return OURS.cs(columns)


def snap(value: int) -> int:
    """The half-pixel (at 96 dpi) nearest to a coordinate: hairlines stay crisp in previews."""
    return round((round(value / _PIXEL - 0.5) + 0.5) * _PIXEL)


def floor_pixel(value: int) -> int:
    """A height in whole pixels, for table rows."""
    return value // _PIXEL * _PIXEL


def hairline(name: str, x: int, y: int, width: int, line: Line = HAIR) -> RuleMark:
    """A horizontal rule."""
    return RuleMark(name, x, snap(y), x + width, snap(y), line)


def text_mark(
    name: str,
    box: Box,
    paragraphs: Iterable[Paragraph],
    *,
    anchor: Anchor = "top",
    claims: tuple[str, ...] = (),
    wrap: bool = True,
    placeholder: int | None = None,
) -> TextMark:
    """A plain text box without insets."""
    return TextMark(name, box, tuple(paragraphs), anchor=anchor, claims=claims, wrap=wrap, placeholder=placeholder)


def plain(
    text: str, size: float, *, bold: bool = False, color: ColorRole = "tx1", align: Align = "left", italic: bool = False
) -> Paragraph:
    """One paragraph of the deck's own wording."""
    return Paragraph((Run(text, size, bold=bold, italic=italic, color=color),), align=align)


def heading(text: str, x: int, width: int, y: int = TOP) -> TextMark:
    """A panel heading."""
    return text_mark(f"Heading: {text}", Box(x, y, width, inches(0.26)), (plain(text, 13, bold=True, color="accent1"),))


def foot_note(text: str, x: int, width: int, *, align: Align = "left", y: int = FOOT, name: str = "Note") -> TextMark:
    """A key or note in the last line of the content zone."""
    return text_mark(name, Box(x, y, width, inches(0.20)), (plain(text, 10, color="tx2", align=align),))


def furnish(sheet: Sheet, number: int, setting: Setting, theme: Theme, keys: frozenset[str]) -> Frame:
    """The Frame of a sheet: title, section label, content, sources, deck label, page number. keys: of the deck."""
    if sheet.layout == "title":
        marks = tuple(linked(sheet.marks, keys))
        return Frame(sheet.key, sheet.kind, sheet.layout, sheet.titles[0], marks, sheet.notes.text(sheet.titles[0]))
    title, size = choose_title(sheet.titles, sheet.part, sheet.parts, theme, sheet.key)
    content: list[Mark] = [
        text_mark("Title", _title_box(theme), (plain(title, size, bold=_title_bold(theme)),), placeholder=0),
        text_mark(
            "Section",
            Box(LEFT, inches(0.44), WIDTH, inches(0.22)),
            (plain(sheet.label, 11, bold=True, color="accent1"),),
            placeholder=10,
        ),
        *distinct(linked(sheet.marks, keys)),
    ]
    own = analysts(sheet.marks, setting.analyst)
    if own:
        content = list(marked(content, frozenset(fact for fact, _ in own)))
        sheet = replace(sheet, notes=replace(sheet.notes, caution=(*sheet.notes.caution, *(text for _, text in own))))
    content += _footer(sheet, number, setting, theme, keys)
    return Frame(sheet.key, sheet.kind, sheet.layout, title, tuple(content), sheet.notes.text(title))


def _title_box(theme: Theme) -> Box:
    return Box(LEFT, inches(0.70), theme.room.title_width if theme.room else WIDTH, inches(0.86))


def _title_bold(theme: Theme) -> bool:
    return theme.room.title_bold if theme.room else True


def _footer(sheet: Sheet, number: int, setting: Setting, theme: Theme, keys: frozenset[str]) -> list[Mark]:
    page, face = page_of(theme), body_face(theme)
    y, height = page.bottom + (inches(7.03) - BOTTOM), inches(0.20)
    width = min(FOOTER_WIDTH, page.width)
    line = sheet.sources or sources_line(used(sheet.marks), setting.names, face, setting.evidence_slide, width)
    link = Link(slide="evidence", tip="Sources and their origin") if "evidence" in keys else None
    marks: list[Mark] = []
    own = f"{line or 'Sources'}   [A] the analyst, see notes"
    if analysts(sheet.marks, setting.analyst) and text_width(own, FOOTER_SIZE, False, face) <= width:
        line = own
    if line:
        run = Run(line, FOOTER_SIZE, color="tx2", kind="label")
        box = Box(LEFT, y, inches(8.75), height)
        marks.append(TextMark("Sources", box, (Paragraph((run,)),), placeholder=11, link=link))
    deck_label = label_that_fits(setting, inches(2.86), face)
    marks.append(
        text_mark(
            "Deck label",
            Box(inches(9.45), y, inches(2.86), height),
            (plain(deck_label, FOOTER_SIZE, color="tx2", align="right"),),
            placeholder=12,
        )
    )
    count = Run(str(number), FOOTER_SIZE, bold=True, field="slidenum")
    marks.append(
        text_mark(
            "Page number",
            Box(inches(12.393), y, inches(0.34), height),
            (Paragraph((count,), align="right"),),
            placeholder=13,
        )
    )
    return marks


def label_that_fits(setting: Setting, width: int, face: str) -> str:
    """ "Subject  |  Audience briefing  |  as-of"; drops "briefing" first, then the subject."""
    last = (setting.as_of,) if setting.as_of else ()
    head = setting.footer_label or setting.subject
    choices = (
        (head, f"{setting.audience} briefing", *last),
        (head, setting.audience, *last),
        (f"{setting.audience} briefing", *last),
        (setting.audience,),
    )
    texts = ["  |  ".join(parts) for parts in choices]
    room = width - inches(0.02)  # what lines of text leave at the edge of their box
    return next((text for text in texts if text_width(text, FOOTER_SIZE, False, face) <= room), "")


def linked(marks: Iterable[Mark], keys: frozenset[str]) -> list[Mark]:
    """The marks without links to slides that the deck does not have."""
    kept: list[Mark] = []
    for mark in marks:
        if isinstance(mark, TextMark) and mark.link and mark.link.slide and mark.link.slide not in keys:
            mark = replace(mark, link=None)
        elif isinstance(mark, GroupMark):
            mark = replace(mark, marks=tuple(linked(mark.marks, keys)))  # type: ignore[arg-type]
        kept.append(mark)
    return kept


def distinct(marks: Iterable[Mark], seen: dict[str, int] | None = None) -> list[Mark]:
    """The marks with names of their own: a second "Offer: X" becomes "Offer: X 2"."""
    seen = {} if seen is None else seen
    kept: list[Mark] = []
    for mark in marks:
        seen[mark.name] = seen.get(mark.name, 0) + 1
        if isinstance(mark, GroupMark):
            mark = replace(mark, marks=tuple(distinct(mark.marks, seen)))  # type: ignore[arg-type]
        elif seen[mark.name] > 1:
            mark = replace(mark, name=f"{mark.name} {seen[mark.name]}")
        kept.append(mark)
    return kept
