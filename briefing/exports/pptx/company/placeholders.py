"""A layout and its master in, its placeholders as slides inherit them out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.exports.pptx.company.colors import Colors, fill_of, number
from briefing.exports.pptx.company.parts import Place
from briefing.exports.pptx.inheritance import NS, Element, box_of
from briefing.measure import stand_in
from briefing.model.frame import Align, Anchor, Box

FOOTERS = {"ftr": "footer", "sldNum": "number", "dt": "date"}
TITLES = ("title", "ctrTitle")
BODIES = ("subTitle", "body", "obj", "")
_ALIGN: dict[str, Align] = {"ctr": "center", "r": "right"}
_ANCHOR: dict[str, Anchor] = {"ctr": "middle", "b": "bottom"}
_INSETS = (("lIns", 91_440), ("tIns", 45_720), ("rIns", 91_440), ("bIns", 45_720))


@dataclass(frozen=True, slots=True)
class Holders:
    """tree, master: the two parts. major, minor: the families of the theme."""

    tree: Element
    master: Element
    colors: Colors
    major: str
    minor: str

    def all(self) -> Iterator[tuple[str, Place]]:
        """(type, place) of each placeholder of the layout that has a place, "" being an object."""
        for shape in self.tree.iterfind("p:cSld/p:spTree//p:sp", NS):
            ph = shape.find("p:nvSpPr/p:nvPr/p:ph", NS)
            if ph is None:
                continue
            kind = ph.get("type", "")
            owners = [shape, *self.of_master(kind)]
            box = next((box for owner in owners if (box := box_of(owner.find("p:spPr/a:xfrm", NS)))), None)
            if box is not None and box.w > 0 and box.h > 0:
                yield kind, self._place(ph, kind, owners, box)

    def of_master(self, kind: str) -> list[Element]:
        """The master's placeholder of that kind, if it has one."""
        wanted = "title" if kind in TITLES else kind if kind in FOOTERS else "body"
        return [
            shape
            for shape in self.master.iterfind("p:cSld/p:spTree/p:sp", NS)
            if (ph := shape.find("p:nvSpPr/p:nvPr/p:ph", NS)) is not None and ph.get("type", "body") == wanted
        ][:1]

    def master_body(self) -> Box | None:
        shapes = self.of_master("body")
        return box_of(shapes[0].find("p:spPr/a:xfrm", NS)) if shapes else None

    def master_footers(self) -> list[Box]:
        found = [box_of(shape.find("p:spPr/a:xfrm", NS)) for kind in FOOTERS for shape in self.of_master(kind)]
        return [box for box in found if box is not None]

    def _place(self, ph: Element, kind: str, owners: list[Element], box: Box) -> Place:
        style = "p:titleStyle" if kind in TITLES else "p:otherStyle" if kind in FOOTERS else "p:bodyStyle"
        levels = [level for owner in owners if (level := owner.find("p:txBody/a:lstStyle/a:lvl1pPr", NS)) is not None]
        last = self.master.find(f"p:txStyles/{style}/a:lvl1pPr", NS)
        levels += [last] if last is not None else []
        runs = [run for level in levels if (run := level.find("a:defRPr", NS)) is not None]
        bodies = [body for owner in owners if (body := owner.find("p:txBody/a:bodyPr", NS)) is not None]
        latin = next((found for run in runs if (found := run.find("a:latin", NS)) is not None), None)
        typeface = latin.get("typeface", "") if latin is not None else ""
        insets = [number(_first(bodies, name), default) for name, default in _INSETS]
        theirs = self.major if kind in TITLES else self.minor
        spacing = next((found for level in levels if (found := level.find("a:lnSpc/a:spcPct", NS)) is not None), None)
        solid = next((found for run in runs if (found := run.find("a:solidFill", NS)) is not None), None)
        return Place(
            ph=_ph(ph),
            box=box,
            size=number(_first(runs, "sz"), 1_800) / 100,
            bold=_first(runs, "b") in ("1", "true"),
            align=_ALIGN.get(_first(levels, "algn"), "left"),
            anchor=_ANCHOR.get(_first(bodies, "anchor"), "top"),
            insets=(insets[0], insets[1], insets[2], insets[3]),
            capitals=_first(runs, "cap") == "all",
            face=stand_in({"+mj-lt": self.major, "+mn-lt": self.minor, "": theirs}.get(typeface, typeface)),
            text=words(owners[0]) if kind == "ftr" else "",
            pitch=_pitch(spacing),
            fill=fill_of(solid),
            color=self.colors.hex(solid) or self.colors.slots[self.colors.color_map["tx1"]],
            typeface=typeface,
        )


def _pitch(spacing: Element | None) -> float:
    if spacing is None:
        return 1.0
    share = spacing.get("val", "")
    value = number(share, 100_000)
    return min(max(value / (100 if share.endswith("%") else 100_000), 0.7), 2.0)


def words(shape: Element) -> str:
    """The text of a shape in one line."""
    return " ".join("".join(text.text or "" for text in shape.iter(f"{{{NS['a']}}}t")).split())


def told_apart(places: Sequence[tuple[str, Place]]) -> list[tuple[str, Place]]:
    """Placeholders that slides can name: of several with one index and kind the first alone, as programs take it.

    Those that share their index with another kind are marked: some programs would inherit from that one.
    """
    counted = Counter(_index(place) for _, place in places)
    found: list[tuple[str, Place]] = []
    seen: set[tuple[str, str]] = set()
    for kind, place in places:
        index = _index(place)
        if (kind, index) not in seen:
            seen.add((kind, index))
            found.append((kind, replace(place, shared=counted[index] > 1)))
    return found


def _index(place: Place) -> str:
    match = re.search(r' idx="(\d+)"', place.ph)
    return match[1] if match else "0"


def _ph(ph: Element) -> str:
    kept = {name: value for name, value in ph.attrib.items() if name in ("type", "orient", "sz", "idx")}
    return "<p:ph" + "".join(f' {name}="{value}"' for name, value in kept.items()) + "/>"


def _first(owners: Sequence[Element], name: str) -> str:
    return next((value for owner in owners if (value := owner.get(name))), "")
