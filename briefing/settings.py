"""The text of briefing.toml → Settings; every unknown key is named with the nearest known one."""

from __future__ import annotations

from typing import Any, get_args

from briefing.errors import WorkspaceError, nearest
from briefing.model.briefing import Category
from briefing.model.dates import bounds
from briefing.model.settings import Addition, Correction, Settings

_TOP = ("subject", "as_of", "defaults", "sources", "organisations", "corrections", "additions")
_SUBJECT = ("name", "aliases")
_DEFAULTS = ("audience", "theme")
_SOURCE = ("title", "publisher", "author", "published", "url", "origin")
_ORGANISATION = ("aliases", "category")
_CORRECTION = ("fact", "field", "value", "reason")
_CATEGORIES: tuple[str, ...] = get_args(Category)
_ADDABLE = ("relationships", "metrics", "milestones", "products", "people", "implications")


def read_settings(text: str, path: str) -> Settings:
    """Settings from the text of a workspace file. Raises WorkspaceError that names file, key and remedy."""
    import tomllib  # most folders have no such file

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise WorkspaceError(f"this is not valid TOML: {error}", path, "mend the line it names") from None
    _known(data, _TOP, path, "")
    subject = _table(data, "subject", path)
    _known(subject, _SUBJECT, path, "subject.")
    defaults = _table(data, "defaults", path)
    _known(defaults, _DEFAULTS, path, "defaults.")
    as_of = _string(data, "as_of", path)
    if as_of and bounds(as_of) is None:
        raise WorkspaceError(f'as_of is not a date: "{as_of}"', path, 'write it as "2026-07" or "2026-07-04"')
    sources = {
        name: _strings(value, _SOURCE, path, f"sources.{name}.")
        for name, value in _table(data, "sources", path).items()
    }
    organisations = _table(data, "organisations", path)
    for name, value in organisations.items():
        _known(_as_table(value, path, f"organisations.{name}"), _ORGANISATION, path, f"organisations.{name}.")
    return Settings(
        subject=_string(subject, "name", path),
        aliases=_texts(subject, "aliases", path),
        as_of=as_of,
        audience=_string(defaults, "audience", path),
        theme=_string(defaults, "theme", path),
        sources=sources,
        organisations={name: _texts(value, "aliases", path) for name, value in organisations.items()},
        categories={name: _category(value, name, path) for name, value in organisations.items() if "category" in value},
        corrections=tuple(_correction(entry, path) for entry in _entries(data, "corrections", path)),
        additions=tuple(_addition(entry, path) for entry in _entries(data, "additions", path)),
        path=path,
    )


def _known(table: dict[str, Any], keys: tuple[str, ...], path: str, prefix: str) -> None:
    for key in table:
        if key not in keys:
            raise WorkspaceError(f'unknown key "{prefix}{key}"', path, nearest(key, keys))


def _as_table(value: Any, path: str, key: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise WorkspaceError(f'"{key}" must be a table', path, f"write it as [{key}]")
    return value


def _table(data: dict[str, Any], key: str, path: str) -> dict[str, Any]:
    return _as_table(data.get(key, {}), path, key)


def _string(data: dict[str, Any], key: str, path: str) -> str:
    value = data.get(key, "")
    if not isinstance(value, str):
        value = value.isoformat() if hasattr(value, "isoformat") else None
    if value is None:
        raise WorkspaceError(f'"{key}" must be text', path, 'put it in "quotes"')
    return str(value)


def _texts(data: dict[str, Any], key: str, path: str) -> tuple[str, ...]:
    value = data.get(key, [])
    if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
        raise WorkspaceError(f'"{key}" must be a list of texts', path, 'write it as ["one", "two"]')
    return tuple(value)


def _strings(value: Any, keys: tuple[str, ...], path: str, prefix: str) -> dict[str, str]:
    table = _as_table(value, path, prefix.rstrip("."))
    _known(table, keys, path, prefix)
    return {key: _string(table, key, path) for key in table}


def _category(value: dict[str, Any], name: str, path: str) -> str:
    category = _string(value, "category", path)
    if category not in _CATEGORIES:
        raise WorkspaceError(f'unknown category "{category}" of {name}', path, nearest(category, _CATEGORIES))
    return category


def _entries(data: dict[str, Any], key: str, path: str) -> list[dict[str, Any]]:
    value = data.get(key, [])
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise WorkspaceError(f'"{key}" must be a list of tables', path, f"write each as [[{key}]]")
    return value


def _correction(entry: dict[str, Any], path: str) -> Correction:
    values = _strings(entry, _CORRECTION, path, "corrections.")
    for key in _CORRECTION:
        if not values.get(key):
            raise WorkspaceError(f'a correction lacks "{key}"', path, f"add {key} = …")
    return Correction(**values)


def _addition(entry: dict[str, Any], path: str) -> Addition:
    kind, reason = _string(entry, "kind", path), _string(entry, "reason", path)
    if kind not in _ADDABLE:
        raise WorkspaceError(f'an addition of unknown kind "{kind}"', path, nearest(kind, _ADDABLE))
    if not reason:
        raise WorkspaceError('an addition lacks "reason"', path, "say where it comes from")
    values = {key: _string(entry, key, path) for key in entry if key not in ("kind", "reason")}
    return Addition(kind, values, reason)
