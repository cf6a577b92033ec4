"""Pages in, the JSON that a deck carries of them out, and back: what its slides said when it was made."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from briefing.model.frame import Frame
from briefing.model.page import Page, Said, Shape, page_of


def dump(frames: Iterable[Frame]) -> str:
    """One line of JSON a slide; what is empty is left out."""
    return "[\n" + ",\n".join(_written(_page(page_of(frame))) for frame in frames) + "\n]"


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _page(page: Page) -> dict[str, Any]:
    return {
        "key": page.key,
        "kind": page.kind,
        "title": page.title,
        "notes": page.notes,
        "shapes": [_shape(shape) for shape in page.shapes],
    }


def _shape(shape: Shape) -> dict[str, Any]:
    found: dict[str, Any] = {"name": shape.name, "kind": shape.kind, "box": shape.box}
    if shape.claims:
        found["claims"] = " ".join(shape.claims)
    if shape.title:
        found["title"] = 1
    if shape.said:
        found["said"] = [_said(said) for said in shape.said]
    if shape.rows:
        found["rows"] = [[_said(said) for said in row] for row in shape.rows]
    return found


def _said(said: Said) -> list[Any]:
    return [said.part, said.text, " ".join(said.claims), said.kinds]


def load(text: str) -> tuple[Page, ...]:
    """What `dump` wrote. Raises ValueError for anything else."""
    try:
        return tuple(
            Page(item["key"], item["kind"], item["title"], tuple(map(_shape_of, item["shapes"])), item["notes"])
            for item in json.loads(text)
        )
    except (KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise ValueError("not pages") from error


def _shape_of(item: dict[str, Any]) -> Shape:
    box = item["box"]
    return Shape(
        str(item["name"]),
        item["kind"],
        (box[0], box[1], box[2], box[3]) if box else None,
        tuple(map(_said_of, item.get("said", ()))),
        tuple(tuple(map(_said_of, row)) for row in item.get("rows", ())),
        tuple(item.get("claims", "").split()),
        bool(item.get("title")),
    )


def _said_of(item: list[Any]) -> Said:
    part, text, claims, kinds = item
    return Said(str(part), str(text), tuple(claims.split()), tuple((str(kind), int(end)) for kind, end in kinds))
