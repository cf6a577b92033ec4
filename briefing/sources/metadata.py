"""Document, passages and sidecar → title, publisher, author, date, url and coverage of a source; "" where nothing says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model.source import Passage
from briefing.sources import furniture
from briefing.sources.stamps import find_stamp, month_number, to_edtf
from briefing.sources.wordlists import STRAIGHT, table

# Names that sidecars and front matter use for the fields.
_ALIASES = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "publication", "outlet", "site", "site_name", "site name", "sitename"),
    "author": ("author", "byline", "authors", "by", "creator"),
    "published": ("published", "date", "publication_date", "published_at", "publish_date", "pubdate"),
    "url": ("url", "link", "canonical", "canonical_url"),
    "language": ("language", "lang"),
    "origin": ("origin", "original", "based_on", "original_source", "isbasedon", "source"),
    "coverage": ("coverage", "as_of", "as-of", "as of"),
}
_NAME = r"(?P<name>(?:[Tt]he )?[A-Z0-9][\w.&+'-]*(?: (?:of|the|for|and|&|[A-Z0-9][\w.&+'-]*))*)"
# Where a text names who publishes it. Each is a phrase that only a publisher uses of itself.
_PUBLISHERS = (
    re.compile(rf"\bcuration by {_NAME}"),
    re.compile(rf"^Related on {_NAME}$"),
    re.compile(rf"^{_NAME}'s (?:[A-Z][\w.'-]+ ?)+.{{0,80}}? contributed to this (?:story|report|article)"),
    re.compile(rf"\bwritten from the perspective of {_NAME}'s [A-Z]"),
    re.compile(rf"\b(?:editor|reporter|writer|correspondent|journalist|columnist) (?:at|for|of) {_NAME}"),
    re.compile(rf"^Read more (?:from )?{_NAME} (?:\w+ )?(?:news|stories|coverage)$"),
    re.compile(rf"^{_NAME} (?:Daily News|Newsletter|Weekly)$"),
    re.compile(rf"^{_NAME} event$"),
    re.compile(rf"^(?:\u00a9|\(c\)|Copyright)(?: \u00a9)?(?: \d{{4}}(?:-\d{{4}})?)? {_NAME}"),
    re.compile(rf"^Welcome (?:back )?to {_NAME},"),
)
_SELF = re.compile(rf"\b{_NAME} (?:could|can|was|has)(?:n't| not) (?:been able to |been able |able to )?(?:independently|immediately) (?:verify|confirm|reach)")
_WIRE = re.compile(r"\(([A-Z][\w .&'-]{1,40})\)|/(PRNewswire|PR Newswire|[A-Z][\w ]{3,30}wire)/")
_URL = re.compile(r"(?:canonical|url|link|originally (?:published|posted) at|source)\s*[:=]\s*(https?://[^\s<>\"')\]]+)", re.IGNORECASE)
_AS_OF = re.compile(
    r"\b(?:as of|up to|current (?:as of|to|through)|information (?:as of|through)|stand:?)\s+(?P<part>early|mid|late)?[- ]?"
    r"(?P<month>[^\W\d_]{3,10})(?: (?P<day>\d{1,2}),)? (?P<year>\d{4})\b",
    re.IGNORECASE,
)
_REFLECTS = re.compile(r"\b(?:this|the) (?:article|analysis|report|post|story|piece|profile|page|briefing|guide)\b|\binformation\b|\blast (?:reviewed|updated)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Metadata:
    """published, coverage: EDTF. given: names of the fields that came from the sidecar or the front matter."""

    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    url: str = ""
    language: str = ""
    coverage: str = ""
    origin: str = ""
    given: tuple[str, ...] = ()


def read_metadata(text: str, passages: Sequence[Passage], told: dict[str, str], sidecar: dict[str, str] | None) -> Metadata:
    """What is known about a source: the sidecar wins over what the format told, and that over what the text says."""
    given = _fields({**told, **(sidecar or {})})
    stated = {
        "title": lambda: _title(text, passages),
        "publisher": lambda: _publisher(text, passages),
        "author": lambda: _author(text, passages),
        "published": lambda: _published(text, passages),
        "url": lambda: _url(text, passages),
        "coverage": lambda: _coverage(text, passages),
    }
    values = {name: given.get(name) or find() for name, find in stated.items()}
    known = tuple(sorted(name for name in _fields(sidecar or {})))
    return Metadata(**values, language=given.get("language", ""), origin=given.get("origin", ""), given=known)


def _fields(raw: dict[str, str]) -> dict[str, str]:
    """The fields under our own names; a date that is none is left out."""
    low = {str(key).lower().strip(): str(value).strip() for key, value in raw.items() if value is not None}
    found = {}
    for name, others in _ALIASES.items():
        value = next((low[other] for other in others if low.get(other)), "")
        if name == "published" and value:
            stamp = find_stamp(value)
            value = stamp.edtf if stamp else (value if re.fullmatch(r"\d{4}", value) else "")
        if value:
            found[name] = value
    return found


def _words(text: str, passage: Passage) -> str:
    return text[passage.start : passage.end].translate(STRAIGHT)


def _title(text: str, passages: Sequence[Passage]) -> str:
    first = next((one for one in passages if one.kind == "title"), None)
    return " ".join(text[first.start : first.end].split()).rstrip("_ ") if first else ""


def _publisher(text: str, passages: Sequence[Passage]) -> str:
    """The first name that the text's own furniture gives, in the order of _PUBLISHERS."""
    around = [_words(text, one) for one in passages if one.kind in ("boilerplate", "credit", "byline", "caption", "label", "heading")]
    for pattern in _PUBLISHERS:
        for words in around:
            match = pattern.search(words)
            if match:
                return _spelt(text, match["name"].strip(" .,"))
    for one in passages:
        match = _SELF.search(_words(text, one)) if one.kind == "sentence" else None
        if match:
            return match["name"]
    return _wire(text, passages)


def _spelt(text: str, name: str) -> str:
    """The name as the text mostly spells it ("Techcrunch event" beside "TechCrunch")."""
    spellings = re.findall(re.escape(name), text, re.IGNORECASE)
    return max(spellings, key=lambda one: (spellings.count(one), one)) if spellings else name


def _wire(text: str, passages: Sequence[Passage]) -> str:
    """The agency of a dateline: "LONDON (Wire) —"."""
    for one in passages[:8]:
        match = _WIRE.search(_words(text, one)) if one.kind == "byline" else None
        if match:
            return (match[1] or match[2]).strip()
    return ""


def _author(text: str, passages: Sequence[Passage]) -> str:
    """"By Jane Doe", a name alone below the headline, "written from the perspective of …'s Jane Doe"."""
    openings = tuple(table("furniture")["author_starts"])
    for one in passages:
        words = _words(text, one)
        if one.kind != "byline" or len(words) > 160:
            continue
        low = words.lower()
        opening = next((start for start in openings if low.startswith(start)), "")
        name = re.split(r"\s*(?:\||\u00b7|\u2022|;| \u2014 | - )\s*", words[len(opening) :].strip(" :"))[0]
        name = re.split(r",| (?:Published|Posted|Updated)\b", name)[0].strip()
        if (opening or name == words) and furniture.is_name(name.split(" and ")[0]) and not find_stamp(words[:40]):
            return name
    match = re.search(r"written from the perspective of .{0,60}?'s ((?:[A-Z][\w.'-]+ ?){2,4})", text.translate(STRAIGHT))
    return match[1].strip() if match else ""


def _published(text: str, passages: Sequence[Passage]) -> str:
    """The first date of a byline or dateline; one that speaks of an update only if there is no other."""
    updated = ""
    for one in passages:
        if one.kind != "byline":
            continue
        words = text[one.start : one.end]
        stamp = find_stamp(words)
        if stamp and re.match(r"(?:last )?(?:updated|modified)", words, re.IGNORECASE):
            updated = updated or stamp.edtf
        elif stamp:
            return stamp.edtf
    return updated


def _url(text: str, passages: Sequence[Passage]) -> str:
    """A link that is declared to be the article's own."""
    for one in passages:
        match = _URL.search(text[one.start : one.end]) if one.kind in ("boilerplate", "credit", "byline", "label") else None
        if match:
            return match[1].rstrip(".,;")
    return ""


def _coverage(text: str, passages: Sequence[Passage]) -> str:
    """"This article reflects … information as of early July 2026": a month, or a day, with "~" where a part of it is named."""
    for one in passages:
        words = text[one.start : one.end] if one.kind in ("sentence", "byline", "boilerplate") else ""
        match = _AS_OF.search(words)
        if match and _REFLECTS.search(words) and (month := month_number(match["month"])):
            edtf = to_edtf(int(match["year"]), month, int(match["day"] or 0))
            return edtf + "~" if edtf and match["part"] else edtf
    return ""
