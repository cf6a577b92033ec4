"""A source's text with its quoted places in, the text as HTML out: each quoted stretch marked where it stands.

Places overlap: a sentence is quoted whole by one fact and in part by another. The text is cut at every edge of a place;
each piece knows the places it belongs to and leads back to the first fact that quotes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element

from briefing.exports.web.markup import Child, tag
from briefing.model.dossier import Place, Text


def text(source: Text) -> Element:
    """One source: what it is, where it comes from, and its words."""
    title: Child = (
        tag("a", source.title, href=source.url, rel="noreferrer noopener", dir="auto") if source.url else source.title
    )
    whole = None if source.whole else tag("p", "Only the quoted passages are in this file.", class_="why")
    return tag(
        "section",
        tag("h3", f"[{source.number}] ", title, dir="auto"),
        tag(
            "p",
            f"{source.detail}. " if source.detail else "",
            f"Source {source.number} is {_told(source)}.",
            class_="why",
        ),
        whole,
        tag("div", *_marked(source.text, source.places), class_="words", dir="auto"),
        id=f"s{source.number}",
        class_="source",
        tabindex="-1",
    )


def _told(source: Text) -> str:
    return source.origin if source.origin.startswith("a ") else f"no story of its own: it {source.origin}"


def _marked(words: str, places: Sequence[Place]) -> Iterator[Child]:
    edges = sorted({0, len(words), *(edge for place in places for edge in (place.start, place.end))})
    for start, end in pairwise(edges):
        for place in places:
            if place.start == start:
                yield tag("span", id=place.span, class_="place")
        over = [place for place in places if place.start <= start and end <= place.end]
        yield _piece(words[start:end], over) if over else words[start:end]


def _piece(words: str, over: Sequence[Place]) -> Element:
    facts = list(dict.fromkeys(fact for place in over for fact in place.facts))
    spans = " ".join(place.span for place in over)
    if not words.strip():  # the space between two places inside a third: nothing to press
        return tag("span", words, class_="quoted", data_places=spans)
    return tag("a", words, href=f"#{facts[0]}", class_="quoted", data_places=spans, data_facts=" ".join(facts))
