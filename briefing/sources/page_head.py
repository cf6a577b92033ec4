"""A parsed web page → what its head declares: title, publisher, author, date, link, and the work it is based on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from briefing.model.records import dataclass

_SAVED = re.compile(r"saved from url=\(\d+\)(\S+)")
_META = {
    "title": ("og:title", "twitter:title", "dc.title"),
    "publisher": ("og:site_name", "application-name", "dc.publisher"),
    "author": ("author", "article:author", "dc.creator", "parsely-author", "byl"),
    "published": ("article:published_time", "date", "dc.date", "dc.date.issued", "parsely-pub-date", "publish-date"),
    "url": ("og:url",),
    "language": ("og:locale", "content-language"),
}  # fmt: skip
_SOURCES = ("syndication-source", "original-source")
_DEPTH = 12  # of JSON-LD: beyond that it is no description of an article


@dataclass(frozen=True, slots=True)
class Head:
    """metadata: fields as the page declares them. origins: names of works or outlets it says it is taken from."""

    metadata: dict[str, str]
    origins: tuple[str, ...]


def read_head(tree: Any, markup: str) -> Head:
    """JSON-LD first, then meta elements, then the link of the page itself."""
    told = _linked_data(tree)
    meta = _meta(tree)
    fields = {
        name: told.get(name) or next((meta[key] for key in keys if key in meta), "") for name, keys in _META.items()
    }
    canonical = _canonical(tree)
    saved = _SAVED.search(markup, 0, 4096)
    fields["url"] = canonical or fields["url"] or (saved[1] if saved else "")
    fields["title"] = fields["title"] or _first_text(tree, "h1") or _first_text(tree, "title")
    fields["language"] = (tree.get("lang") or fields["language"]).split("-")[0].split("_")[0].lower()
    if fields["author"].startswith("http"):
        fields["author"] = ""
    if not fields["published"]:
        fields["published"] = next((time.get("datetime") or "" for time in tree.iter("time")), "")
    return Head({name: value for name, value in fields.items() if value}, _origins(told, meta, canonical))


def _origins(told: dict[str, str], meta: dict[str, str], canonical: str) -> tuple[str, ...]:
    """What the page is based on, and the host of its canonical link where that is not its own."""
    found = [told.get("origin", ""), *(host_of(meta.get(key, "")) for key in _SOURCES)]
    own = host_of(meta.get("og:url", ""))
    if own and canonical and host_of(canonical) != own:
        found.append(host_of(canonical))
    return tuple(dict.fromkeys(name for name in found if name))


def host_of(url: str) -> str:
    """ "news.example.com" of a link, without "www."; "" if it is no link."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        value = " ".join((element.get("content") or "").split())
        if key and value:
            found.setdefault(key, value)
    return found


def _canonical(tree: Any) -> str:
    for element in tree.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split() and host_of(element.get("href") or ""):
            return str(element.get("href")).strip()
    return ""


def _first_text(tree: Any, tag: str) -> str:
    element = next(tree.iter(tag), None)
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def _linked_data(tree: Any) -> dict[str, str]:
    """Fields of the first article described in JSON-LD."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data, 0):
            if "headline" in node or "datePublished" in node or "isBasedOn" in node:
                return _article(node)
    return {}


def _nodes(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEPTH:
        return
    if isinstance(data, dict):
        yield data
        for value in data.values():
            yield from _nodes(value, depth + 1)
    elif isinstance(data, list):
        for value in data:
            yield from _nodes(value, depth + 1)


def _article(node: dict[str, Any]) -> dict[str, str]:
    based = node.get("isBasedOn") or node.get("isBasedOnUrl") or ""
    return {
        "title": _named(node.get("headline")),
        "publisher": _named(node.get("publisher")),
        "author": _named(node.get("author")),
        "published": _named(node.get("datePublished")),
        "language": _named(node.get("inLanguage")),
        "origin": _work(based[0] if isinstance(based, list) and based else based),
    }


def _named(value: Any) -> str:
    """The name in a value that may be text, an object with a name, or a list of them."""
    if isinstance(value, list):
        return " and ".join(name for name in (_named(one) for one in value[:4]) if name)
    if isinstance(value, dict):
        return _named(value.get("name"))
    return " ".join(value.split()) if isinstance(value, str) else ""


def _work(value: Any) -> str:
    """Whose a work is: its publisher, else the host of its link, else its name."""
    if isinstance(value, dict):
        link = value.get("url") or value.get("@id") or ""
        return _named(value.get("publisher")) or host_of(link if isinstance(link, str) else "") or _named(value)
    return host_of(value) or value.strip() if isinstance(value, str) else ""
