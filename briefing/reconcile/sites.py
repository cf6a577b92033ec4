"""Two sites as told go in; whether they are one comes out: "the Lyon plant" and "a factory in Lyon, France"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefing.model.claim import InfrastructureValues
from briefing.reconcile.folding import fold
from briefing.reconcile.lexicon import table

_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][\w-]{2,}")


def one_site(one: InfrastructureValues, other: InfrastructureValues) -> bool:
    """Of one kind, and of one place or of one number ("the second line")."""
    mine, theirs = _kinds(one.name), _kinds(other.name)
    if not mine & theirs:
        return False
    here, there = places(f"{one.name} {one.location}"), places(f"{other.name} {other.location}")
    if here and there:
        return bool(here & there)
    numbered = _numbers(one.name) & _numbers(other.name)
    return bool(numbered) or not (here or _numbers(one.name)) or not (there or _numbers(other.name))


def apart(one: InfrastructureValues, other: InfrastructureValues) -> bool:
    """Do both have a number, and different ones ("the first plant", "a second plant")?"""
    mine, theirs = _numbers(one.name), _numbers(other.name)
    return bool(mine and theirs) and not mine & theirs


@lru_cache(maxsize=1024)
def places(text: str) -> frozenset[str]:
    """Words with a capital, folded: of a site's name and place they are places."""
    return frozenset(fold(word) for word in _CAPITAL.findall(text))


@lru_cache(maxsize=1024)
def _kinds(name: str) -> frozenset[str]:
    said = set(fold(name).replace("-", " ").split())
    return frozenset(kind for kind, nouns in _table().items() if not said.isdisjoint(nouns))


@lru_cache(maxsize=1024)
def _numbers(name: str) -> frozenset[str]:
    return frozenset(_ORDINALS.intersection(fold(name).split()))


@cache
def _table() -> dict[str, frozenset[str]]:
    return {kind: frozenset(nouns) for kind, nouns in table("sites")["kinds"].items()}


_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())
