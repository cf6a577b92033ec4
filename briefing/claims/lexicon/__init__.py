"""A lexicon's name goes in, its TOML table comes out: the words of language that the grammars of this stage go by."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The table of `<name>.toml` beside this module, read once. Callers must not change it.

    Raises FileNotFoundError if there is no such lexicon: a defect of ours, never of the user.
    """
    return tomllib.loads(resources.files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
