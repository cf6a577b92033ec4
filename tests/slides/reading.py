"""A Frame in, a page of text that a person can read out: what stands where, in which size, with which claims."""

from __future__ import annotations

from briefing.model.frame import (
    EMU_PER_INCH,
    Box,
    ChartMark,
    ConnectorMark,
    Frame,
    GroupMark,
    Mark,
    Paragraph,
    RuleMark,
    TableMark,
    TextMark,
)


def written(frame: Frame) -> str:
    """The frame as lines; geometry in inches to two places."""
    lines = [f"# {frame.key} ({frame.kind}, {frame.layout})", f"title: {frame.title}", ""]
    for mark in frame.marks:
        lines += _mark(mark, "")
    lines += ["", "notes:", *(f"  {line}" for line in frame.notes.splitlines())]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _mark(mark: Mark, indent: str) -> list[str]:
    if isinstance(mark, RuleMark):
        return [f"{indent}rule {mark.name} {_inch(mark.x1)},{_inch(mark.y1)} → {_inch(mark.x2)},{_inch(mark.y2)}"]
    if isinstance(mark, ConnectorMark):
        return [f"{indent}connector {mark.kind} {mark.begin} → {mark.end}"]
    if isinstance(mark, GroupMark):
        inside = [line for part in mark.marks for line in _mark(part, indent + "  ")]
        return [f"{indent}group {mark.name} {_box(mark.box)}", f"{indent}  alt: {mark.descr}", *inside]
    if isinstance(mark, TableMark):
        return _table(mark, indent)
    if isinstance(mark, ChartMark):
        return _chart(mark, indent)
    if isinstance(mark, TextMark):
        return _text(mark, indent)
    return [f"{indent}picture {mark.name} {_box(mark.box)}"]


def _text(mark: TextMark, indent: str) -> list[str]:
    facts = [
        mark.geometry if mark.geometry != "rect" else "",
        f"[{mark.placeholder}]" if mark.placeholder is not None else "",
    ]
    facts += [f"fill {mark.fill.color} {mark.fill.alpha}" if mark.fill else ""]
    facts += [f"line {mark.line.color} {mark.line.width} {mark.line.dash}" if mark.line else ""]
    facts += ["→ " + (mark.link.slide or mark.link.url) if mark.link else "", " ".join(mark.claims[:3])]
    head = f"{indent}text {mark.name} {_box(mark.box)} {' | '.join(part for part in facts if part)}"
    return [head, *(f"{indent}  {_paragraph(item)}" for item in mark.paragraphs)]


def _table(mark: TableMark, indent: str) -> list[str]:
    columns = " ".join(_inch(width) for width in mark.columns)
    lines = [f"{indent}table {mark.name} {_box(mark.box)} columns {columns}"]
    for row in mark.rows:
        cells = [
            " / ".join(_paragraph(item) for item in cell.paragraphs) if not cell.covered else "^" for cell in row.cells
        ]
        rule = row.cells[-1].bottom
        lines.append(
            f"{indent}  {_inch(row.height)} | {' | '.join(cells)} | {f'{rule.color} {rule.dash}' if rule else ''}"
        )
    return lines


def _chart(mark: ChartMark, indent: str) -> list[str]:
    lines = [
        f"{indent}chart {mark.name} {_box(mark.box)} max {mark.maximum:g} {mark.unit}",
        f"{indent}  alt: {mark.descr}",
    ]
    lines += [f"{indent}  category: {category!r}" for category in mark.categories]
    return lines + [f"{indent}  {series.name}: {series.values} {series.labels}" for series in mark.series]


def _paragraph(item: Paragraph) -> str:
    parts = []
    for run in item.runs:
        style = f"{run.size:g}{'b' if run.bold else ''}{'i' if run.italic else ''} {run.color} {run.kind}"
        parts.append(f"«{run.text}» {style}{f' {run.lang}' if run.lang else ''}{' rtl' if run.rtl else ''}")
    return " + ".join(parts)


def _box(box: Box) -> str:
    return f"({_inch(box.x)} {_inch(box.y)} {_inch(box.w)} {_inch(box.h)})"


def _inch(value: int) -> str:
    return f"{value / EMU_PER_INCH:.2f}"
