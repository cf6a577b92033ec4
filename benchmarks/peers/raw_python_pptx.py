"""The ten slides of a content file, drawn as a plain python-pptx script would: content.json deck.pptx."""

from __future__ import annotations

import json
import sys
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Inches, Pt


def main(content_path: str, deck_path: str) -> None:
    with open(content_path, encoding="utf-8") as stream:
        content = json.load(stream)
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(13.333), Inches(7.5)
    for slide in content["slides"]:
        draw(deck, slide)
    deck.save(deck_path)


def draw(deck: Any, content: dict[str, Any]) -> None:
    kind = content["kind"]
    slide = deck.slides.add_slide(deck.slide_layouts[0 if kind == "title" else 1 if kind == "bullets" else 5])
    slide.shapes.title.text = content["title"]
    if kind == "title":
        slide.placeholders[1].text = content["subtitle"]
    elif kind == "bullets":
        frame = slide.placeholders[1].text_frame
        for number, text in enumerate(content["bullets"]):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            paragraph.text = text
            paragraph.font.size = Pt(20)
    elif kind == "table":
        draw_table(slide, content)
    elif kind == "chart":
        data = CategoryChartData()
        data.categories = content["categories"]
        for series in content["series"]:
            data.add_series(series["name"], series["values"])
        slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(1), Inches(1.8), Inches(11), Inches(5), data)
    elif kind == "diagram":
        draw_diagram(slide, content)
    slide.notes_slide.notes_text_frame.text = content["notes"]


def draw_table(slide: Any, content: dict[str, Any]) -> None:
    rows = [content["header"], *content["rows"]]
    size = (Inches(0.6), Inches(1.8), Inches(12.1), Inches(0.5 * len(rows)))
    table = slide.shapes.add_table(len(rows), len(content["header"]), *size).table
    for i, row in enumerate(rows):
        for j, text in enumerate(row):
            cell = table.cell(i, j)
            cell.text = text
            cell.text_frame.paragraphs[0].font.size = Pt(14)


def draw_diagram(slide: Any, content: dict[str, Any]) -> None:
    boxes = {}
    for box in content["boxes"]:
        left, top = Inches(0.8 + 2.4 * box["col"]), Inches(1.7 + 1.1 * box["row"])
        shape = slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, left, top, Inches(2.0), Inches(0.7))
        shape.text_frame.text = box["label"]
        shape.text_frame.paragraphs[0].font.size = Pt(12)
        boxes[box["id"]] = shape
    for edge in content["edges"]:
        begin, end = edge if isinstance(edge, list) else (edge["from"], edge["to"])
        connector = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, 0, 0, 0, 0)
        connector.begin_connect(boxes[begin], 2)
        connector.end_connect(boxes[end], 0)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
