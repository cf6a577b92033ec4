"""A source's text goes in, the names that it gives to the subject's own plants, sites and products come out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from briefing.claims.phrases import words_of

_OWNER = re.compile(r"[\s'’](?=(?:[Ii]ts|[Oo]ur|s) )")
_COMPANIES = frozenset({"arm", "subsidiary", "unit", "brand", "network"})


def christened(text: str, names: Sequence[str], own: bool) -> Iterator[str]:
    """ "its second kiln, Tellus Two", "Acme's first mill Tellus One": Tellus Two, Tellus One.

    names: of the subject. own: the text is about the subject, so that "its" is the subject's.
    """
    behind = 0  # the end of the last one
    for owner in _OWNER.finditer(text):
        match = _pattern().match(text, owner.end()) if owner.end() >= behind else None
        if match is None:
            continue
        behind = match.end()
        if match[1].lower() in ("its", "our"):
            held = own
        else:
            held = text[max(0, match.start() - 80) : match.start() - 1].endswith(tuple(names))
        if held and match[2] not in names:
            yield match[2]


@cache
def _pattern() -> re.Pattern[str]:
    told = words_of("metrics", "said_of", "things") | words_of("metrics", "said_of", "wares")
    things = "|".join(sorted(told - _COMPANIES))
    name = r"[A-Z][\w-]{2,}(?: (?:[A-Z][\w-]*|\d+)){0,3}"
    return re.compile(rf"([Ii]ts|[Oo]ur|s) (?:[\w-]+ ){{0,6}}(?:{things}),? (?:called |named |dubbed )?({name})")
