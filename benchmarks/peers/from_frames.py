"""The ten slides of a content file, drawn from Frames by our export: content.json deck.pptx|- [--warm RUNS]."""

from __future__ import annotations

import argparse
import json
import statistics
import time
from pathlib import Path
from typing import Any

from briefing import theming
from briefing.exports import pptx
from briefing.model.frame import (
    Box,
    Cell,
    ChartMark,
    ConnectorMark,
    Deck,
    Frame,
    Line,
    Mark,
    Paint,
    Paragraph,
    Row,
    Run,
    Series,
    TableMark,
    TextMark,
    inches,
)

ROOT = Path(__file__).resolve().parents[2]


def words(text: str, size: float, bold: bool = False) -> tuple[Paragraph, ...]:
    return (Paragraph((Run(text, size, bold),)),)


def box(x: float, y: float, w: float, h: float) -> Box:
    return Box(inches(x), inches(y), inches(w), inches(h))


def frame(number: int, content: dict[str, Any]) -> Frame:
    kind = content["kind"]
    title = TextMark("Title", box(0.6, 0.7, 12.133, 0.86), words(content["title"], 24, True), placeholder=0)
    marks: list[Mark] = [title]
    if kind == "title":
        marks.append(TextMark("Subtitle", box(0.6, 2.95, 7.27, 1.2), words(content["subtitle"], 22), placeholder=1))
        return Frame(f"slide-{number}", kind, "title", content["title"], tuple(marks), content["notes"])
    if kind == "bullets":
        lines = tuple(Paragraph((Run(text, 13),), after=8) for text in content["bullets"])
        marks.append(TextMark("Lines", box(0.6, 1.78, 12.133, 4.94), lines))
    elif kind == "table":
        marks.append(table(content))
    elif kind == "chart":
        marks.append(chart(content))
    elif kind == "diagram":
        marks.extend(diagram(content))
    return Frame(f"slide-{number}", kind, "canvas", content["title"], tuple(marks), content["notes"])


def table(content: dict[str, Any]) -> TableMark:
    rows = [content["header"], *content["rows"]]
    width = inches(12.133) // len(content["header"])
    line = Line("accent6", 0.75)
    cells = [tuple(Cell(words(text, 11, i == 0), bottom=line) for text in row) for i, row in enumerate(rows)]
    height = inches(0.5)
    place = Box(inches(0.6), inches(1.78), width * len(content["header"]), height * len(rows))
    return TableMark("Table", place, (width,) * len(content["header"]), tuple(Row(height, row) for row in cells))


def chart(content: dict[str, Any]) -> ChartMark:
    fills = (Paint("accent1"), Paint("accent3"))
    series = tuple(
        Series(
            one["name"], tuple(map(float, one["values"])), tuple(str(value) for value in one["values"]), fills[n % 2]
        )
        for n, one in enumerate(content["series"])
    )
    top = max(value for one in series for value in one.values if value is not None)
    categories = tuple(content["categories"])
    return ChartMark("Chart", box(0.6, 1.78, 12.133, 4.94), categories, series, top * 1.08, "$M", content["title"])


def diagram(content: dict[str, Any]) -> list[Mark]:
    marks: list[Mark] = []
    for one in content["boxes"]:
        place = box(0.8 + 2.4 * one["col"], 1.78 + 0.98 * one["row"], 2.0, 0.6)
        text = words(one["label"], 10.5, True)
        fill, line = Paint("bg1"), Line("accent6", 0.75)
        marks.append(TextMark(one["id"], place, text, "roundRect", 0.1, fill, line, "middle"))
    for n, edge in enumerate(content["edges"]):
        begin, end = edge if isinstance(edge, list) else (edge["from"], edge["to"])
        marks.append(ConnectorMark(f"Link {n}", (begin, 2), (end, 0), "straight", Line("accent1", 1.25)))
    return marks


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("content", type=Path)
    parser.add_argument("deck")
    parser.add_argument("--warm", type=int, default=0)
    options = parser.parse_args()
    theme = theming.load(ROOT / "themes" / "boardroom")
    content = json.loads(options.content.read_text(encoding="utf-8"))
    frames = tuple(frame(number, slide) for number, slide in enumerate(content["slides"], 1))
    deck = Deck(content["title"], content["title"], "CTO", frames)
    data = pptx.write(deck, theme)
    if options.warm:
        times = []
        for _ in range(options.warm):
            began = time.perf_counter()
            pptx.write(deck, theme)
            times.append(time.perf_counter() - began)
        print(statistics.median(times))
    else:
        Path(options.deck).write_bytes(data)


if __name__ == "__main__":
    main()
