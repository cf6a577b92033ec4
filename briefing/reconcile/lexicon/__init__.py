"""The TOML files of this folder, read once: words and sentences that reconciling needs, by name."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from briefing.lexicons import read


@cache
def table(name: str) -> dict[str, Any]:
    """The tables of `<name>.toml`."""
    return read(Path(__file__).with_name(f"{name}.toml"))


@cache
def words(name: str, key: str) -> tuple[str, ...]:
    """A list of words of `<name>.toml`."""
    return tuple(table(name)[key])


@cache
def framed(name: str, key: str, before: str = " ", behind: str = " ") -> tuple[str, ...]:
    """A list of words of `<name>.toml`, each with signs around it: how it is looked for in a text."""
    return tuple(f"{before}{word}{behind}" for word in words(name, key))
