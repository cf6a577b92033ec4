"""The bytes of a part in, whether the grammar allows all of it out: a walk over tags as written, many times as fast as
over a tree.

A part repeats itself: a few hundred different tags make up its thousands. Each is judged once for where it stands, and
remembered. Where anything is unusual (other prefixes, comments,
alternatives) or wrong, the answer is None, and the walk over the tree (schema.py) says what.
"""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from briefing.checks.package.schema import SPACES, Type, attribute_faults, grammar

_TAG = re.compile(rb"<[^>]*>")  # one that holds ">" in an attribute is cut, not known, and so left to the tree
_SPACE = re.compile(rb"""xmlns(?::([\w.-]+))?\s*=\s*["']([^"']*)["']""")
_ATTRIBUTE = re.compile(r"""([^\s=<>/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_NAME = re.compile(r"<([^\s/>]+)")
_USUAL = {prefix.encode(): space.encode() for prefix, space in SPACES.items()}
_MOST = 40_000
_ROOT, _ELSEWHERE = 0, 1  # before the root; inside what the grammar does not know


class _State(NamedTuple):
    """Where a walk stands: in an element of some type, behind some of its children. reached: the last one's place in
    the order; seen: those of which there is one, or must be one."""

    kind: int
    reached: int
    seen: frozenset[str]


class _Step(NamedTuple):
    """What a tag leads to. inside: the state of its children, -1 where it has none; behind: that of its parent."""

    inside: int
    behind: int
    references: tuple[tuple[str, str], ...]


# States by number, and numbers by state; (state, tag as written) → step, None where it is not sound; which may end.
_STATES: list[_State] = [_State(-3, 0, frozenset()), _State(-2, 0, frozenset())]
_NUMBERS: dict[_State, int] = {state: number for number, state in enumerate(_STATES)}
_STEPS: dict[tuple[int, bytes], _Step | None] = {}
_MAY_END: list[bool] = [True, True]


def references_if_sound(data: bytes) -> list[tuple[str, str]] | None:
    """(attribute, value) of the references in a sound part; None for any other."""
    if b"<!" in data or b":AlternateContent" in data or not _usual(data):
        return None
    if len(_STEPS) > _MOST:
        _STEPS.clear()
        for gone in _STATES[2:]:
            del _NUMBERS[gone]
        del _STATES[2:], _MAY_END[2:]
    references: list[tuple[str, str]] = []
    state, stack = _ROOT, list[int]()
    steps, may_end = _STEPS, _MAY_END
    for tag in _TAG.findall(data):
        if tag[1] == 0x2F:  # "</"
            if not may_end[state]:
                return None
            state = stack.pop()
            continue
        key = (state, tag)
        step = steps[key] if key in steps else _learn(key)
        if step is None:
            if tag[1] == 0x3F:  # "<?"
                continue
            return None
        inside, behind, found = step
        if found:
            references += found
        if inside < 0:
            state = behind
        else:
            stack.append(behind)
            state = inside
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


def _learn(key: tuple[int, bytes]) -> _Step | None:
    _STEPS[key] = _judged(*key)
    return _STEPS[key]


def _judged(state: int, tag: bytes) -> _Step | None:
    roots, types = grammar()
    text = tag.decode("utf-8", "replace")
    match = _NAME.match(text)
    if match is None:
        return None
    prefix, _, local = match[1].rpartition(":")
    full, closed = f"{{{SPACES[prefix]}}}{local}" if prefix in SPACES else match[1], text.endswith("/>")
    written = [(key, unescape(one or two)) for key, one, two in _ATTRIBUTE.findall(text) if key[:5] != "xmlns"]
    references = tuple((key[2:], value) for key, value in written if key.startswith("r:"))
    kind, behind = _entered(state, full, prefix, roots, types)
    if behind < 0:
        return None
    if kind < 0:
        return _Step(-1 if closed else _ELSEWHERE, behind, references)
    plain = [(key, value) for key, value in written if ":" not in key]
    plain += [(f"{{{SPACES['r']}}}{key}", value) for key, value in references]
    if next(attribute_faults(full, plain, types[kind]), None) is not None or (closed and types[kind].must):
        return None
    return _Step(-1 if closed else _number(_State(kind, 0, frozenset())), behind, references)


def _entered(state: int, full: str, prefix: str, roots: dict[str, int], types: list[Type]) -> tuple[int, int]:
    """(type of a child, -1 for none known; state behind it, -1 where it may not stand)."""
    if state == _ROOT:
        return roots.get(full, -1), _ROOT if full in roots else -1
    if state == _ELSEWHERE:
        return -1, state
    current = _STATES[state]
    parent = types[current.kind]
    entry = parent.children.get(full)
    if entry is None:
        return -1, state if parent.open or prefix not in SPACES else -1
    place, kind, many = entry
    if place < current.reached or (many == 1 and full in current.seen):
        return -1, -1
    kept = many == 1 or any(full in wanted for wanted in parent.must)
    seen = current.seen | {full} if kept else current.seen
    return kind, _number(_State(current.kind, place, seen))


def _number(state: _State) -> int:
    number = _NUMBERS.get(state)
    if number is None:
        _, types = grammar()
        number = _NUMBERS[state] = len(_STATES)
        _STATES.append(state)
        _MAY_END.append(all(not state.seen.isdisjoint(wanted) for wanted in types[state.kind].must))
    return number
