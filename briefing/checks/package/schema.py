"""A part's XML in, what the format does not allow there out: children in a wrong place, missing, unknown; bad values.

Walks the tree beside the grammar that collect.py makes of the ISO schemas. Of alternatives (mc:AlternateContent) the
fallback counts; elements of other namespaces and whatever stands in extension lists are left alone.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

SPACES = {
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
MOST = 20  # faults told of a part
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TRUTH = frozenset({"0", "1", "true", "false"})
_COORDINATE = re.compile(r"-?[0-9]{1,18}|-?[0-9]{1,15}(?:\.[0-9]{1,15})?(?:mm|cm|in|pt|pc|pi)")
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_PREFIX = {space: f"{prefix}:" for prefix, space in SPACES.items()}


class Type(NamedTuple):
    """children: tag → (place in the order, type or -1, how often or -1). must: one of each. open: anything may stand
    in it. attributes: name → kind (see collect.py). needed: attributes."""

    children: dict[str, tuple[int, int, int]]
    must: tuple[tuple[str, ...], ...]
    open: bool
    attributes: dict[str, Any]
    needed: tuple[str, ...]


class Fault(NamedTuple):
    """element: the nearest that is at fault."""

    element: Any
    message: str


@cache
def grammar() -> tuple[dict[str, int], list[Type]]:
    """(tag of a part's root → type, the types)."""
    with open(os.path.join(os.path.dirname(__file__), "grammar.json"), encoding="ascii") as file:
        found = json.load(file)
    types = [
        Type(
            {_full(tag): tuple(entry) for tag, entry in item.get("c", {}).items()},
            tuple(tuple(_full(tag) for tag in tags) for tags in item.get("m", ())),
            bool(item.get("o")),
            {name: _kind(kind) for name, kind in item.get("a", {}).items()},
            tuple(_full(name) if ":" in name else name for name in item.get("r", ())),
        )
        for item in found["types"]
    ]
    return {_full(tag): number for tag, number in found["roots"].items()}, types


def _full(tag: str) -> str:
    prefix, _, name = tag.partition(":")
    return f"{{{SPACES[prefix]}}}{name}"


def _kind(kind: Any) -> Any:
    """Words as a set, so that a look is enough."""
    return frozenset(kind[1:]) if isinstance(kind, list) and kind and kind[0] == "" else kind


def faults(root: Any) -> Iterator[Fault]:
    """At most MOST of a part; nothing for parts that the grammar does not know."""
    roots, types = grammar()
    if root.tag not in roots:
        return
    told = 0
    stack = [(root, roots[root.tag])]
    while stack and told < MOST:
        element, number = stack.pop()
        kind = types[number]
        children = list(_children(element))
        messages = [
            *attribute_faults(element.tag, element.items(), kind),
            *order_faults(element.tag, [child.tag for child in children], kind),
        ]
        told += len(messages)
        yield from [Fault(element, message) for message in messages]
        for child in reversed(children):
            entry = kind.children.get(child.tag)
            if entry is not None and entry[1] >= 0:
                stack.append((child, entry[1]))


def _children(element: Any) -> Iterator[Any]:
    for child in element:
        tag = child.tag
        if not isinstance(tag, str):
            continue  # a comment
        if tag == _ALTERNATIVES:
            fallback = child.find(_FALLBACK)
            yield from _children(fallback) if fallback is not None else ()
        else:
            yield child


def order_faults(parent: str, tags: Iterable[str], kind: Type) -> Iterator[str]:
    """What is wrong with the children of an element, by their tags."""
    reached, seen, name = 0, set(), short(parent)
    for tag in tags:
        entry = kind.children.get(tag)
        if entry is None:
            if not kind.open and tag[1:].partition("}")[0] in _PREFIX:
                yield f"{short(tag)} may not stand in {name}"
            continue
        place, _, many = entry
        if place < reached:
            yield f"{short(tag)} stands in the wrong place in {name}"
        if many == 1 and tag in seen:
            yield f"{short(tag)} stands more than once in {name}"
        reached = max(reached, place)
        seen.add(tag)
    for wanted in kind.must:
        if seen.isdisjoint(wanted):
            yield f"{name} lacks {' or '.join(short(tag) for tag in wanted[:3])}"


def attribute_faults(tag: str, items: Iterable[tuple[str, str]], kind: Type) -> Iterator[str]:
    """What is wrong with the attributes of an element; those of namespaces are only looked for."""
    known, given = kind.attributes, set()
    for name, value in items:
        given.add(name)
        if name[0] == "{" or kind.open:
            continue
        allowed = known.get(name)
        if allowed is None:
            yield f"{short(tag)} knows no attribute {name}"
        elif allowed and not _allowed(value, allowed):
            yield f'{name}="{value[:30]}" is no value that {short(tag)} may have'
    for name in kind.needed:
        if name not in given:
            yield f"{short(tag)} lacks its {name.rpartition('}')[2]}"


def _allowed(value: str, kind: Any) -> bool:
    if isinstance(kind, frozenset):
        return value in kind
    if kind == "b":
        return value in _TRUTH
    if kind == "c":
        return _COORDINATE.fullmatch(value) is not None
    if kind == "h":
        return _HEX.fullmatch(value) is not None
    least, most = kind
    text = value.strip()
    if len(text) > 20:
        return False
    try:
        return bool(least <= int(text) <= most)
    except ValueError:
        return False


def short(tag: str) -> str:
    """ "a:tbl" of a tag in braces."""
    space, _, name = tag.rpartition("}")
    return _PREFIX.get(space[1:], "") + name
