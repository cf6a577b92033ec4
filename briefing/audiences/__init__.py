"""The TOML text of an audience in, an Audience out. The files beside this one are the bundled audiences."""

from __future__ import annotations

import tomllib
from typing import Any

from briefing.errors import WorkspaceError, nearest
from briefing.model.audience import SLIDE_KINDS, Audience

KPIS = (
    "revenue",
    "funding-total",
    "valuation",
    "next-round",
    "last-round",
    "target",
    "growth",
    "people",
    "organisations",
)
EMPHASES = (
    "product",
    "infrastructure",
    "deployment",
    "security",
    "partnership",
    "revenue",
    "funding",
    "company",
    "risk",
)
QUESTIONS = (
    "product",
    "performance",
    "openness",
    "deployment",
    "infrastructure",
    "dependency",
    "reference",
    "revenue",
    "growth",
    "funding",
    "valuation",
    "debt",
    "security",
    "people",
    "support",
)
_TEXTS = ("name", "label", "so_what", "description")
_LISTS = {"slides": SLIDE_KINDS, "addressed_as": (), "kpis": KPIS, "emphasis": EMPHASES}
_NUMBERS = {"max_risks": (1, 60), "max_conflicts": (1, 60)}
_KEYS = (*_TEXTS, *_LISTS, *_NUMBERS, "questions")
_NEEDED = ("name", "label", "slides", "so_what")


def read_audience(text: str, path: str) -> Audience:
    """The Audience of a TOML text. path: for messages. Raises WorkspaceError that names key, file and nearest known."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise WorkspaceError(f"this is not valid TOML: {error}", path, "mend the line it names") from None
    for key in data:
        _known(key, _KEYS, "key", path)
    missing = [key for key in _NEEDED if not data.get(key)]
    if missing:
        raise WorkspaceError(f'an audience needs "{missing[0]}"', path, f"add {missing[0]} = …")
    for key in _TEXTS:
        _of_type(data, key, str, "text", path)
    return Audience(
        name=data["name"],
        label=data["label"],
        slides=_slides(data, path),
        so_what=data["so_what"],
        addressed_as=tuple(word.lower() for word in _list(data, "addressed_as", path)),
        kpis=_list(data, "kpis", path),
        emphasis=_list(data, "emphasis", path),
        max_risks=_number(data, "max_risks", 9, path),
        max_conflicts=_number(data, "max_conflicts", 6, path),
        questions=_questions(data, path),
        description=data.get("description", ""),
        path=path,
    )


def _slides(data: dict[str, Any], path: str) -> tuple[str, ...]:
    slides = _list(data, "slides", path)
    twice = [kind for kind in slides if slides.count(kind) > 1]
    if twice:
        raise WorkspaceError(f'the slide "{twice[0]}" is named twice', path, "name each slide once")
    return slides


def _list(data: dict[str, Any], key: str, path: str) -> tuple[str, ...]:
    """A list of texts; where the words are ours, each must be a known one."""
    values = data.get(key, [])
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise WorkspaceError(f'"{key}" must be a list of texts', path, f'write {key} = ["…", "…"]')
    if _LISTS[key]:
        for value in values:
            _known(value, _LISTS[key], f'entry of "{key}":', path)
    return tuple(values)


def _number(data: dict[str, Any], key: str, default: int, path: str) -> int:
    value = data.get(key, default)
    low, high = _NUMBERS[key]
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise WorkspaceError(f'"{key}" must be a whole number from {low} to {high}', path, f"write {key} = {default}")
    return value


def _questions(data: dict[str, Any], path: str) -> dict[str, str]:
    table = data.get("questions", {})
    if not isinstance(table, dict) or not all(isinstance(value, str) for value in table.values()):
        raise WorkspaceError('"questions" must be a table of texts', path, 'write [questions] and lines topic = "…?"')
    for key in table:
        _known(key, QUESTIONS, "topic of a question:", path)
    return dict(table)


def _of_type(data: dict[str, Any], key: str, kind: type, name: str, path: str) -> None:
    if key in data and not isinstance(data[key], kind):
        raise WorkspaceError(f'"{key}" must be {name}', path, f'write {key} = "…"')


def _known(word: str, known: tuple[str, ...], what: str, path: str) -> None:
    if word not in known:
        raise WorkspaceError(f'unknown {what} "{word}"', path, nearest(word, known))
