"""The words behind "et", "e" or "und" go in, whether they begin a clause on what is to come comes out.

"L'entreprise compte 64 salariés | et prévoit d'en recruter 30", "a empresa tem 90 lojas | e a meta é chegar a 200".
"""

from __future__ import annotations

from functools import cache

from briefing.claims.lexicon import load

JOINTS = frozenset({"et", "e", "und"})
_ARTICLES = frozenset({"a", "o", "l'", "le", "la", "das", "il", "elle"})


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(str(load("modality")["abroad"][kind]).split())


def begins_plan(low: tuple[str, ...], at: int) -> bool:
    """Does a verb of planning stand at word `at`, or "the aim is"?"""
    article = low[at : at + 1] and low[at] in _ARTICLES
    first = low[at + bool(article) : at + bool(article) + 1]
    if not first:
        return False
    if first[0] in _words("verbs"):
        return True
    return first[0] in _words("aims") and not _words("being").isdisjoint(low[at + 1 : at + 4])
