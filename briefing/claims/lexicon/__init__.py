"""A lexicon's name goes in, its TOML table comes out: the words of language that the grammars of this stage go by."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from briefing.lexicons import read


@cache
def load(name: str) -> dict[str, Any]:
    """The table of `<name>.toml` beside this module, read once. Callers must not change it.

    Raises FileNotFoundError if there is no such lexicon: a defect of ours, never of the user.
    """
    return read(Path(__file__).with_name(f"{name}.toml"))
