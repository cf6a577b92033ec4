"""A source's text goes in, the names that it gives to the subject's own plants, sites and products come out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from briefing.claims.phrases import words_of

_COMPANIES = frozenset({"arm", "subsidiary", "unit", "brand", "network"})


def christened(text: str, names: Sequence[str], own: bool) -> Iterator[str]:
    """ "its second kiln, Tellus Two", "Acme's first mill Tellus One": Tellus Two, Tellus One.

    names: of the subject. own: the text is about the subject, so that "its" is the subject's.
    """
    for match in _pattern().finditer(text):
        if match[1] in ("its", "our"):
            held = own
        else:
            held = text[max(0, match.start() - 80) : match.start() - 1].endswith(tuple(names))
        if held and match[2] not in names:
            yield match[2]


@cache
def _pattern() -> re.Pattern[str]:
    things = "|".join(sorted(words_of("metrics", "said_of", "things") - _COMPANIES))
    name = r"[A-Z][\w-]{2,}(?: (?:[A-Z][\w-]*|\d+)){0,3}"
    return re.compile(
        rf"(?:(?<=\s)|(?<=['’]))(its|our|s) (?:[\w-]+ ){{0,6}}(?:{things}),? (?:called |named |dubbed )?({name})"
    )
