"""A lexicon's file in, its tables out: what `tomllib` makes of it, several times faster, as every start reads them all.

Word lists are plain TOML: headers, strings, numbers, arrays of them, inline tables on one line. Their values are turned
into JSON, whose reader is compiled. What is not so plain is left to `tomllib`; a test compares the two on each.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

_COMMENT = re.compile(r'("(?:[^"\\]|\\.)*+")|[ \t]*#.*')
_INLINE_KEY = re.compile(r"([\w-]+) =")
_GROUPED = re.compile(r"(?<=\d)_(?=\d)")


def read(path: Path) -> dict[str, Any]:
    """The tables of a TOML file of ours."""
    text = path.read_text(encoding="utf-8")
    try:
        return plain(text)
    except (ValueError, LookupError, StopIteration):
        import tomllib

        return tomllib.loads(text)


@cache
def praise() -> frozenset[str]:
    """Words of praise and rank, folded: claims and reconcile both choose among descriptions by them."""
    return frozenset(read(Path(__file__).with_name("lexicon") / "praise.toml")["praise"])


def plain(text: str) -> dict[str, Any]:
    """The tables of a plain file. Raises ValueError, LookupError or StopIteration at any other."""
    root: dict[str, Any] = {}
    places: list[tuple[dict[str, Any], str]] = []
    values: list[str] = []
    table = root
    lines = iter(text.split("\n"))
    for line in lines:
        if line.startswith("["):
            table = _table(root, _bare(line))
        elif line and not line.startswith("#"):
            name, _, first = line.partition(" = ")
            key = name[1:-1] if name.startswith('"') else name
            if key in table or "\\" in name or ("." in name and key is name):
                raise ValueError(key)
            table[key] = None  # its place in the order
            places.append((table, key))
            values.append(_value(first, lines))
    for (holder, key), value in zip(places, json.loads(f"[{','.join(values)}]"), strict=True):
        holder[key] = value
    return root


def _table(root: dict[str, Any], header: str) -> dict[str, Any]:
    """The table that a header opens: [name], [outer.name] or [[row]]."""
    if '"' in header:
        raise ValueError(header)
    if header.startswith("[["):
        rows: list[dict[str, Any]] = root.setdefault(header[2:-2], [])
        rows.append({})
        return rows[-1]
    table = root
    for name in header[1:-1].split("."):
        table = table.setdefault(name, {})
    return table


def _value(first: str, lines: Iterator[str]) -> str:
    """The JSON of the value that begins with `first`; arrays and texts over several lines take theirs from `lines`."""
    if first.startswith('"""'):
        return json.dumps(_text(first[3:], lines))
    value = _bare(first)
    if value.startswith("["):
        parts = [value]
        while not parts[-1].endswith("]"):
            parts.append(_bare(next(lines)))
        value = " ".join(parts)[:-1].rstrip(", ") + "]"
    elif value.startswith("{"):
        value = _INLINE_KEY.sub(r'"\1":', value.replace('" =', '":'))
    return _GROUPED.sub("", value) if "_" in value else value


def _bare(line: str) -> str:
    """The line without a comment."""
    return (_COMMENT.sub(r"\1", line) if "#" in line else line).strip()


def _text(first: str, lines: Iterator[str]) -> str:
    """A text in three quotes; a line end right behind the first three is none of it."""
    parts = [first] if first else []
    while not (parts and parts[-1].endswith('"""')):
        parts.append(next(lines))
    text = "\n".join(parts)[:-3]
    if "\\" in text or '"""' in text:
        raise ValueError(text)
    return text
