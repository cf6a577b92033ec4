"""A table's style in, the fill and the text colour that it gives each cell out.

Styles are read from the deck's own list. PowerPoint knows seventy-four more by their id alone: of these the default
("Medium Style 2", in seven colours) and those without fills are known here; under any other the ground is "mixed", so
that nothing is said of its contrast.
"""

from __future__ import annotations

from briefing.exports.pptx.inheritance import A, Element, Surroundings
from briefing.exports.pptx.reading_colors import Color
from briefing.exports.pptx.reading_identity import fill_of
from briefing.model.color import over
from briefing.model.frame import Paint
from briefing.model.records import dataclass

_ON = ("1", "true")
_PLAIN = frozenset({"", "{2D5ABB26-0587-4C30-8999-92F81FD0307C}", "{5940675A-B579-460E-94D1-54222C63F5DA}"})
# Medium Style 2: header in the accent with bg1 words, bands in its tints.
_MEDIUM_2 = {
    "{073A0DAA-6AF3-43AB-8588-CEC1D06C72B9}": "dk1",
    "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}": "accent1",
    "{21E4AEA4-8DFA-4A89-87EB-49C32662AFE0}": "accent2",
    "{F5AB1C69-6EDB-4FF4-983F-18BD219EF322}": "accent3",
    "{00A15C55-8517-42AA-B614-E9B94910E393}": "accent4",
    "{7DF18680-E054-41AD-8BC1-D1AEF772440D}": "accent5",
    "{93296810-A885-4BE3-A3E7-6D5BEEA58F35}": "accent6",
}
_Part = tuple[Paint | None, Color | None, bool]


@dataclass(frozen=True, slots=True)
class TableLook:
    """parts: name of a part of the style → its fill, text colour and weight. rows, columns: how many there are."""

    parts: dict[str, _Part]
    rows: int
    columns: int
    header: bool = False
    last_row: bool = False
    first_column: bool = False
    last_column: bool = False
    bands: bool = False

    def fill(self, row: int, column: int) -> Paint | None:
        """What lies under a cell that says nothing itself."""
        fills = (self.parts[name][0] for name in self._names(row, column) if name in self.parts)
        return next((fill for fill in fills if fill is not None), None)

    def text(self, row: int, column: int) -> tuple[Color | None, bool]:
        """Colour and weight of the words of a cell that say nothing themselves."""
        for name in self._names(row, column):
            if name in self.parts and (self.parts[name][1] is not None or self.parts[name][2]):
                return self.parts[name][1], self.parts[name][2]
        return None, False

    def _names(self, row: int, column: int) -> tuple[str, ...]:
        """Parts of the style that hold for a cell, strongest first."""
        if not self.parts:
            return ()
        if self.header and row == 0:
            return "firstRow", "wholeTbl"
        if self.last_row and row == self.rows - 1:
            return "lastRow", "wholeTbl"
        if self.first_column and column == 0:
            return "firstCol", "wholeTbl"
        if self.last_column and column == self.columns - 1:
            return "lastCol", "wholeTbl"
        if self.bands:
            return "band2H" if (row - self.header) % 2 else "band1H", "wholeTbl"
        return ("wholeTbl",)


def table_look(properties: Element | None, around: Surroundings, rows: int, columns: int) -> TableLook:
    """properties: the a:tblPr. rows, columns: of the table."""
    if properties is None:
        return TableLook({}, rows, columns)
    flags = [properties.get(name) in _ON for name in ("firstRow", "lastRow", "firstCol", "lastCol", "bandRow")]
    style = (properties.findtext(f"{A}tableStyleId") or "").strip().upper()
    return TableLook(_parts(style, around), rows, columns, *flags)


def _parts(style: str, around: Surroundings) -> dict[str, _Part]:
    if style in around.table_styles:
        found = around.table_styles[style]
        return {str(part.tag).rpartition("}")[2]: _part(part, around) for part in found}
    if style in _PLAIN:
        return {}
    if style in _MEDIUM_2:
        return _medium(_MEDIUM_2[style], around)
    return {"wholeTbl": (Paint("bg2", ink="mixed"), None, False)}


def _part(part: Element, around: Surroundings) -> _Part:
    palette = around.palette
    fill = fill_of(part.find(f"{A}tcStyle/{A}fill"), palette)
    if fill is None and part.find(f"{A}tcStyle/{A}fillRef") is not None:
        fill = Paint("bg2", ink="mixed")
    text = part.find(f"{A}tcTxStyle")
    color = palette.color(text) if text is not None else None
    return fill, color, text is not None and text.get("b") == "on"


def _medium(slot: str, around: Surroundings) -> dict[str, _Part]:
    palette = around.palette
    accent = palette.hex("tx1" if slot == "dk1" else slot)
    head = Color("bg1", "" if palette.hex("bg1") == palette.theme.hex("bg1") else palette.hex("bg1"), 100)
    solid: _Part = Paint("accent1", ink=accent), head, True
    light, less = (Paint("bg2", ink=over(accent, share, palette.hex("bg1"))) for share in (20, 40))
    return {
        "wholeTbl": (light, None, False),
        "band1H": (less, None, False),
        "firstRow": solid,
        "lastRow": solid,
        "firstCol": solid,
        "lastCol": solid,
    }
