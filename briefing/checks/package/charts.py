"""The chart parts of a deck in, what is wrong with their axes, series, stored values and workbooks out."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from typing import Any

from briefing.checks.package.parts import CHART, C, Parts
from briefing.checks.package.workbook import Unreadable, cells_of
from briefing.checks.subject import found
from briefing.model.finding import Finding

_UNIQUE = "{http://schemas.microsoft.com/office/drawing/2014/chart}uniqueID"
_WITHOUT_AXES = ("pieChart", "doughnutChart", "ofPieChart")
_MOST_AXIS = 2**31 - 1


def check(parts: Parts) -> Iterator[Finding]:
    """Every chart."""
    for name in parts.of_type(CHART):
        root = parts.package.xml(name)
        area = root.find(f"{C}chart/{C}plotArea")
        if area is None:
            continue
        slide = parts.number(name)
        yield from _axes(area, name, slide)
        yield from _series(area, name, slide)
        yield from _caches(root, name, slide)
        yield from _workbook(root, name, slide, parts)


def _axes(area: Any, name: str, slide: int) -> Iterator[Finding]:
    axes = {}
    for item in area:
        axis = item.find(f"{C}axId") if isinstance(item.tag, str) and item.tag.endswith("Ax") else None
        if axis is not None:
            axes[axis.get("val", "")] = item
    for item in area:
        kind = item.tag.rpartition("}")[2] if isinstance(item.tag, str) else ""
        if not kind.endswith("Chart"):
            continue
        used = [axis.get("val", "") for axis in item.findall(f"{C}axId")]
        for axis in used:
            if axis not in axes and not (axis == "0" and "3D" in kind):
                yield found("package.chart-axis", slide, name, f"it uses the axis {axis}, which is missing")
        if kind not in _WITHOUT_AXES and len(used) < 2:
            yield found("package.chart-axis", slide, name, f"a {kind} needs two axes, has {len(used)}")
    for axis, item in axes.items():
        crossing = item.find(f"{C}crossAx")
        if crossing is not None and crossing.get("val") not in axes:
            yield found("package.chart-axis", slide, name, f"an axis crosses {crossing.get('val')}, which is missing")
        if not (axis.isdigit() and len(axis) < 12 and 0 < int(axis) <= _MOST_AXIS):
            yield found("package.chart-axis-id", slide, name, f"the axis id {axis} is not between 1 and 2,147,483,647")


def _series(area: Any, name: str, slide: int) -> Iterator[Finding]:
    for tag in ("idx", "order"):
        counted = Counter(item.get("val") for item in area.iterfind(f".//{C}ser/{C}{tag}"))
        for value, count in counted.items():
            if count > 1:
                yield found("package.chart-series", slide, name, f"{count} series have the {tag} {value}")
    counted = Counter(item.get("val") for item in area.iter(_UNIQUE))
    if any(count > 1 for count in counted.values()):
        yield found("package.chart-series", slide, name, "two series or points have one unique id")
    if next(area.iter(f"{C}ser"), None) is None:
        yield found("package.chart-empty", slide, name, "the chart has no series")


def _caches(root: Any, name: str, slide: int) -> Iterator[Finding]:
    for cache in root.iter(f"{C}numCache", f"{C}strCache", f"{C}numLit"):
        points = cache.findall(f"{C}pt")
        places = [point.get("idx", "") for point in points]
        counted = cache.find(f"{C}ptCount")
        count = _whole(counted.get("val")) if counted is not None else 0
        if len(set(places)) < len(places) or any(_whole(place) >= count or _whole(place) < 0 for place in places):
            yield found("package.chart-cache", slide, name, f"stored points do not fit their count of {count}")
        if not str(cache.tag).endswith("strCache"):
            for point in points:
                text = point.findtext(f"{C}v", "")
                if not _is_number(text):
                    yield found("package.chart-cache", slide, name, f'"{text[:30]}" is stored where a number must be')


def _workbook(root: Any, name: str, slide: int, parts: Parts) -> Iterator[Finding]:
    """The values drawn beside those of the workbook, which PowerPoint takes as soon as somebody edits the data."""
    place = parts.package.first(name, "package")
    if not place:
        yield found("chart.workbook-missing", slide, name, "the chart brings no workbook, so its data cannot be edited")
        return
    try:
        cells = cells_of(parts.package.read(place))
    except Unreadable as error:
        yield found("chart.workbook-missing", slide, place, f"the chart's workbook cannot be read: {error}")
        return
    for reference in root.iter(f"{C}numRef", f"{C}strRef"):
        formula = (reference.findtext(f"{C}f") or "").strip()
        known = cells(formula)
        if known is None:
            continue
        for point in reference.iter(f"{C}pt"):
            index, drawn = _whole(point.get("idx")), (point.findtext(f"{C}v") or "").strip()
            if 0 <= index < len(known) and not _same(drawn, known[index]):
                message = f'it draws "{drawn[:30]}" where its workbook says "{known[index][:30]}" ({formula[:40]})'
                yield found("chart.workbook", slide, name, message)


def _same(drawn: str, known: str) -> bool:
    if drawn == known.strip() or (drawn in ("", "0") and not known.strip()):
        return True
    try:
        return math.isclose(float(drawn), float(known), rel_tol=1e-9, abs_tol=1e-12)
    except ValueError:
        return " ".join(drawn.split()) == " ".join(known.split())


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return text == "#N/A"


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else -1
