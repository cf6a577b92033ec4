"""The bytes of a part in, whether the grammar allows all of it out: a walk over tags as written, many times as fast as
over a tree.

A part repeats itself: a few hundred different tags make up its thousands. Each is judged once for the type it stands
in, each row of children once for theirs, and both are remembered. Where anything is unusual (other prefixes, comments,
alternatives) or wrong, the answer is None, and the walk over the tree (schema.py) says what.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from briefing.checks.package.schema import SPACES, Type, attribute_faults, grammar, order_faults

_TAG = re.compile(rb"<[^>]*>")  # one that holds ">" in an attribute is cut, not known, and so left to the tree
_SPACE = re.compile(rb"""xmlns(?::([\w.-]+))?\s*=\s*["']([^"']*)["']""")
_ATTRIBUTE = re.compile(r"""([^\s=<>/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_NAME = re.compile(r"<([^\s/>]+)")
_FOREIGN, _SIMPLE = -2, -1
_USUAL = {prefix.encode(): space.encode() for prefix, space in SPACES.items()}
_MOST = 40_000

# (type it stands in, tag as written) → (its own type, which child it is, is it closed, references); None: not sound.
_Entry = tuple[int, str, bool, tuple[tuple[str, str], ...]]
_TAGS: dict[tuple[int, bytes], _Entry | None] = {}
_ROWS: dict[tuple[int, tuple[str, ...]], bool] = {}


def references_if_sound(data: bytes) -> list[tuple[str, str]] | None:
    """(attribute, value) of the references in a sound part; None for any other."""
    if b"<!" in data or b":AlternateContent" in data or not _usual(data):
        return None
    if len(_TAGS) > _MOST or len(_ROWS) > _MOST:
        _TAGS.clear()
        _ROWS.clear()
    references: list[tuple[str, str]] = []
    current = -3
    row: list[str] = []
    stack: list[tuple[int, list[str]]] = []
    known, rows = _TAGS, _ROWS
    for tag in _TAG.findall(data):
        if tag[1] == 0x2F:  # "</"
            if current >= 0 and not rows.get((current, tuple(row))) and not _row(current, tuple(row)):
                return None
            current, row = stack.pop()
            continue
        key = (current, tag)
        entry = known[key] if key in known else _learn(key)
        if entry is None:
            if tag[1] == 0x3F:  # "<?"
                continue
            return None
        number, name, closed, found = entry
        row.append(name)
        if found:
            references += found
        if not closed:
            stack.append((current, row))
            current, row = number, []
    return references


def _usual(data: bytes) -> bool:
    """Does every prefix stand for what it usually does?"""
    for prefix, space in set(_SPACE.findall(data)):
        if prefix in _USUAL:
            if _USUAL[prefix] != space:
                return False
        elif space in _USUAL.values():
            return False
    return True


def _learn(key: tuple[int, bytes]) -> _Entry | None:
    if len(_TAGS) < _MOST:
        _TAGS[key] = _judged(*key)
        return _TAGS[key]
    return _judged(*key)


def _judged(current: int, tag: bytes) -> _Entry | None:
    roots, types = grammar()
    text = tag.decode("utf-8", "replace")
    match = _NAME.match(text)
    if match is None or text.startswith("<?"):
        return None
    name, closed = match[1], text.endswith("/>")
    prefix, _, local = name.rpartition(":")
    full = f"{{{SPACES[prefix]}}}{local}" if prefix in SPACES else name
    number = _number(current, full, prefix, roots, types)
    if number is None:
        return None
    written = {
        found[0]: unescape(found[1] or found[2])
        for found in _ATTRIBUTE.findall(text)
        if not found[0].startswith("xmlns")
    }
    references = tuple((key[2:], value) for key, value in written.items() if key.startswith("r:"))
    if number >= 0:
        items = [
            (f"{{{SPACES['r']}}}{key[2:]}" if key.startswith("r:") else key, value) for key, value in written.items()
        ]
        plain = [(key, value) for key, value in items if key[0] == "{" or ":" not in key]
        if next(attribute_faults(full, plain, types[number]), None) is not None:
            return None
        if closed and types[number].must:
            return None
    return number, full, closed, references


def _number(current: int, full: str, prefix: str, roots: dict[str, int], types: list[Type]) -> int | None:
    """The type of a child; None where it may not stand."""
    if current == -3:
        return roots.get(full)
    if current in (_FOREIGN, _SIMPLE):
        return _FOREIGN
    entry: Any = types[current].children.get(full)
    if entry is not None:
        return int(entry[1])
    return _FOREIGN if types[current].open or prefix not in SPACES else None


def _row(current: int, row: tuple[str, ...]) -> bool:
    _, types = grammar()
    sound = next(order_faults("", row, types[current]), None) is None
    if sound and len(_ROWS) < _MOST and len(row) < 200:
        _ROWS[current, row] = True
    return sound
