"""What one slide's XML is written on: shape ids, relationships in the order they are asked for, claims by shape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from briefing.exports.pptx.layouts import Holder
from briefing.exports.pptx.layouts import holder as own_holder
from briefing.exports.pptx.text import attribute
from briefing.model.frame import (
    Box,
    ConnectorMark,
    Frame,
    Link,
    RuleMark,
    Run,
    TextMark,
    every_mark,
    is_beside,
)
from briefing.model.records import dataclass, field

DECORATIVE = (
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
)
# Our own extension: the claims a shape shows travel with it when it is copied to another slide or deck.
CLAIMS_URI = "{5B0E6C0A-6C9B-4E53-9C1D-2F6A8D3B7E10}"
CLAIMS_NS = "urn:briefing:claims:1"

FIRST_ID = 2  # 1 is the shape tree itself

RelationKind = Literal["layout", "notes", "tags", "slide", "url", "chart", "image"]


@dataclass(frozen=True, slots=True)
class Relation:
    """kind and target: "layout" its name, "slide" a Frame's key, "url" an address, "chart"/"image" its shape id."""

    kind: RelationKind
    target: str


@dataclass(slots=True)
class Canvas:
    """Collects while the marks of one Frame are written. relations: rId1 is the first. claims: shape id → claim ids."""

    frame: Frame
    keys: frozenset[str]
    relations: list[Relation] = field(default_factory=list)
    claims: dict[int, tuple[str, str]] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)
    boxes: dict[str, tuple[Box, str]] = field(default_factory=dict)
    holders: Mapping[int, Holder] | None = None
    _taken: int = 0

    def holder(self, idx: int | None) -> Holder | None:
        """The placeholder that a mark fills: of our own layouts, or of a company's where `holders` lists them."""
        if idx is None:
            return None
        return own_holder(self.frame.layout, idx) if self.holders is None else self.holders.get(idx)

    def relate(self, kind: RelationKind, target: str) -> str:
        """The rId of a relationship, new or the one there is."""
        relation = Relation(kind, target)
        if relation not in self.relations:
            self.relations.append(relation)
        return f"rId{self.relations.index(relation) + 1}"

    def survey(self) -> None:
        """Learns the shape id and place of every named mark before anything is written: connectors need them."""
        for shape_id, mark in enumerate(every_mark(self.frame.marks), FIRST_ID):
            self.ids.setdefault(mark.name, shape_id)
            if not isinstance(mark, RuleMark | ConnectorMark):
                geometry = mark.geometry if isinstance(mark, TextMark) else "rect"
                self.boxes.setdefault(mark.name, (mark.box, geometry))

    def take_id(self) -> int:
        """The next shape id; marks are written in the order of `every_mark`."""
        self._taken += 1
        return self._taken + FIRST_ID - 1

    def identity(
        self,
        shape_id: int,
        name: str,
        *,
        descr: str = "",
        decorative: bool = False,
        link: Link | None = None,
        claims: tuple[str, ...] = (),
        cells: str = "",
    ) -> str:
        """The p:cNvPr of a shape. cells: claims of single cells of a table, "row,column:ids" separated by "|"."""
        extensions = DECORATIVE if decorative else ""
        if claims or cells:
            listed = " ".join(claims)
            self.claims[shape_id] = (name, f"{listed}|{cells}" if cells else listed)
            inside = f' cells="{attribute(cells)}"' if cells else ""
            shown = f'<bf:claims xmlns:bf="{CLAIMS_NS}" ids="{attribute(listed)}"{inside}/>'
            extensions += f'<a:ext uri="{CLAIMS_URI}">{shown}</a:ext>'
        inner = self._click(link) if link else ""
        if extensions:
            inner += f"<a:extLst>{extensions}</a:extLst>"
        described = f' descr="{attribute(descr)}"' if descr and not decorative else ""
        head = f'<p:cNvPr id="{shape_id}" name="{attribute(name)}"{described}'
        return f"{head}>{inner}</p:cNvPr>" if inner else f"{head}/>"

    def click_on(self, run: Run) -> str:
        """The link of words to an address of the web; "" for words without one."""
        look = run.look
        return self._click(Link(url=look.link, tip=look.tip)) if look and look.link not in ("", "#") else ""

    def _click(self, link: Link) -> str:
        tip = f' tooltip="{attribute(link.tip)}"' if link.tip else ""
        if link.slide:
            if link.slide not in self.keys or link.slide == self.frame.key:
                return ""
            relation = self.relate("slide", link.slide)
            return f'<a:hlinkClick r:id="{relation}" action="ppaction://hlinksldjump"{tip}/>'
        if link.url.lower().startswith(("http://", "https://", "mailto:")):
            return f'<a:hlinkClick r:id="{self.relate("url", web_address(link.url))}"{tip}/>'
        if is_beside(link.url):
            return f'<a:hlinkClick r:id="{self.relate("url", link.url)}"{tip}>{_OWN_COLOR}</a:hlinkClick>'
        return ""


# A citation that is a link stays as quiet as it was.
_OWN_COLOR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr'
    ' xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
)


def web_address(url: str) -> str:
    """An address without white space, quotation marks and what is not ASCII: a valid relationship target."""
    from urllib.parse import quote

    return quote(url.strip(), safe="%/:=&?~#+!$,;'@()*[]")


def xfrm(box: Box, tag: str = "a:xfrm", flips: str = "") -> str:
    """The place of a shape."""
    return f'<{tag}{flips}><a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.w}" cy="{box.h}"/></{tag}>'
