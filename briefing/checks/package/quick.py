"""The bytes of a part in, whether the grammar allows all of it out: a walk over tags as written, many times as fast as
over a tree.

A part repeats itself: a few hundred different tags make up its thousands. Each is judged once for where it stands, and
remembered. Where anything is unusual (other prefixes, comments, alternatives) or wrong, the answer is None, and the
walk over the tree (schema.py) says what.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any, ClassVar, TypeAlias

from briefing.checks.package.schema import SPACES, Type, attribute_faults, grammar

_SPACE = re.compile(rb"""xmlns(?::([\w.-]+))?\s*=\s*["']([^"']*)["']""")
_ATTRIBUTE = re.compile(r"""([^\s=<>/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_NAME = re.compile(r"[^\s/>]+")
_USUAL = {prefix.encode(): space.encode() for prefix, space in SPACES.items()}
_MOST = 40_000


class _State(dict[bytes, Any]):
    """Where a walk stands, in an element of some type, behind some of its children: tag as written → where it leads.

    kind: the type, below zero outside the grammar. reached: the last child's place in the order; seen: children of
    which there is one, or must be one. may_end: are all there that must be? A tag leads to None if it is not sound.
    """

    __slots__ = ("kind", "may_end", "reached", "seen")
    learnt: ClassVar[int] = 0  # tags, by all states

    def __init__(self, kind: int, reached: int, seen: frozenset[str], may_end: bool) -> None:
        self.kind, self.reached, self.seen, self.may_end = kind, reached, seen, may_end

    def __missing__(self, piece: bytes) -> _Step | None:
        """Judged once; what has a text behind it, as the tag that it begins with."""
        # A ">" in an attribute ends a tag too soon: then it is not known, and so left to the tree.
        tag = piece[: piece.index(b">") + 1]
        if tag not in self:
            self[tag] = _judged(self, tag.decode("utf-8", "replace"))
            _State.learnt += 1
        found: _Step | None = self[tag]
        return found


# What a tag leads to: the state of its children (None where it has none), that of its parent behind it, its references.
# A plain tuple, which is taken apart several times as fast as a named one.
_Step: TypeAlias = tuple[_State | None, _State, tuple[tuple[str, str], ...]]
_ROOT = _State(-3, 0, frozenset(), True)  # before the root
_ELSEWHERE = _State(-2, 0, frozenset(), True)  # inside what the grammar does not know
_STATES: dict[tuple[int, int, frozenset[str]], _State] = {}


def references_if_sound(data: bytes) -> list[tuple[str, str]] | None:
    """(attribute, value) of the references in a sound part; None for any other. data: well-formed."""
    if b"<!" in data or data.count(b"<?") > 1 or b":AlternateContent" in data or not _usual(data):
        return None
    if _State.learnt > _MOST:
        _forget()
    references: list[tuple[str, str]] = []
    state, stack = _ROOT, list[_State]()
    # Cut at "<", which takes a third of what an expression for tags takes; a text is still behind its tag.
    for tag in data.split(b"<")[2 if b"<?" in data else 1 :]:
        if tag[0] == 0x2F:  # "/"
            if not state.may_end:
                return None
            state = stack.pop()
            continue
        step = state[tag]
        if step is None:
            return None
        inside, behind, found = step
        if found:
            references += found
        if inside is None:
            state = behind
        else:
            stack.append(behind)
            state = inside
    return references


def _forget() -> None:
    """Everything, so that many different decks in one process take no more room."""
    _State.learnt = 0
    _STATES.clear()
    for state in (_ROOT, _ELSEWHERE):
        state.clear()


def _usual(data: bytes) -> bool:
    """Does every prefix stand for what it usually does?"""
    for prefix, space in set(_SPACE.findall(data)):
        if prefix in _USUAL:
            if _USUAL[prefix] != space:
                return False
        elif space in _USUAL.values():
            return False
    return True


def _judged(state: _State, tag: str) -> _Step | None:
    roots, types = grammar()
    match = _NAME.match(tag)
    if match is None:
        return None
    name = match[0]
    prefix, _, local = name.rpartition(":")
    full, closed = f"{{{SPACES[prefix]}}}{local}" if prefix in SPACES else name, tag.endswith("/>")
    written = [(key, unescape(one or two)) for key, one, two in _ATTRIBUTE.findall(tag) if key[:5] != "xmlns"]
    references = tuple((key[2:], value) for key, value in written if key.startswith("r:"))
    kind, behind = _entered(state, full, prefix, roots, types)
    if behind is None:
        return None
    if kind < 0:
        return None if closed else _ELSEWHERE, behind, references
    plain = [(key, value) for key, value in written if ":" not in key]
    plain += [(f"{{{SPACES['r']}}}{key}", value) for key, value in references]
    if next(attribute_faults(full, plain, types[kind]), None) is not None or (closed and types[kind].must):
        return None
    return None if closed else _state(kind, 0, frozenset()), behind, references


def _entered(
    state: _State, full: str, prefix: str, roots: dict[str, int], types: list[Type]
) -> tuple[int, _State | None]:
    """(type of a child, -1 for none known; state behind it, None where it may not stand)."""
    if state is _ROOT:
        return roots.get(full, -1), _ROOT if full in roots else None
    if state is _ELSEWHERE:
        return -1, state
    parent = types[state.kind]
    entry = parent.children.get(full)
    if entry is None:
        return -1, state if parent.open or prefix not in SPACES else None
    place, kind, many = entry
    if place < state.reached or (many == 1 and full in state.seen):
        return -1, None
    kept = many == 1 or any(full in wanted for wanted in parent.must)
    return kind, _state(state.kind, place, state.seen | {full} if kept else state.seen)


def _state(kind: int, reached: int, seen: frozenset[str]) -> _State:
    """The one state of its kind."""
    key = kind, reached, seen
    if key not in _STATES:
        _, types = grammar()
        _STATES[key] = _State(*key, all(not seen.isdisjoint(wanted) for wanted in types[kind].must))
    return _STATES[key]
