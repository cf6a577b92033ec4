"""A package that has passed the gate in, what is wrong with the file itself out: what PowerPoint would repair or lose.

Rules by what they look at; read CHECKS for the list. What looks right on a slide is judged by the other checks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from briefing.checks.package import charts, content, fonts, media, presentation, properties, relations
from briefing.checks.package.parts import Package, Parts, parts_of
from briefing.model.finding import Finding

CHECKS: Mapping[str, Callable[[Parts], Iterable[Finding]]] = MappingProxyType(
    {
        "relations": relations.check,
        "presentation": presentation.check,
        "content": content.check,
        "charts": charts.check,
        "media": media.check,
        "fonts": fonts.check,
        "properties": properties.check,
    }
)


def check(package: Package) -> Iterator[Finding]:
    """Findings by part. slide: the number of the slide a part belongs to, 0 for the deck's own parts."""
    parts = parts_of(package)
    for judge in CHECKS.values():
        yield from judge(parts)
