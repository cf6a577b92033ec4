"""Document, passages, sidecar → title, publisher, author, date, url, coverage of a source; "" where nothing says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from briefing.model.patterns import late
from briefing.model.records import dataclass
from briefing.model.source import Passage
from briefing.sources import furniture
from briefing.sources.dayline import day_of_line, day_without_year
from briefing.sources.names import name_after, name_before
from briefing.sources.stamps import find_stamp, month_number, to_edtf
from briefing.sources.wordlists import starts_with, straight, table

# Names that sidecars and front matter use for the fields.
_ALIASES = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "publication", "outlet", "site", "site_name", "site name", "sitename", "source"),
    "author": ("author", "byline", "authors", "by", "creator"),
    "published": ("published", "date", "publication_date", "published_at", "publish_date", "pubdate"),
    "url": ("url", "link", "canonical", "canonical_url", "source"),
    "language": ("language", "lang"),
    "origin": ("origin", "original", "based_on", "original_source", "isbasedon"),
    "coverage": ("coverage", "as_of", "as-of", "as of"),
}
_BY = ("by ", "von ", "par ", "por ")
_TOP = 8  # passages among which a page says when it was changed
_LONGEST = 1000  # code points of a passage that are searched
_AROUND = frozenset(("boilerplate", "credit", "byline", "caption", "label", "heading"))
# Patterns in the form of text are tried only behind a word that they need: most articles never come to them.
_CANNOT = (
    r" (?:could|can|was|has|did)(?:n't| not) (?:been )?(?:able to )?(?:independently|immediately) (?:verify|confirm)"
)
_POST = r"\b(?:editor|reporter|writer|correspondent|journalist|columnist) (?:at|for|of) (?=[A-Z])"
_CONTRIBUTED = r"[-–—\s]*(.{2,40}?)'s [A-Z].{0,80}? contributed to this (?:story|report|article)"
_NEWS = r"[Rr]ead more (?:from )?(.{2,40}?) (?:\w+ )?(?:news|stories|coverage)$"
_SERIES = r"(.{2,40}?) (?:[Ee]vent|Daily News|Newsletter)$"
_PERSPECTIVE = r"written from the perspective of ([^\s,]{2,40})'s ((?:[A-Z][\w.'-]+ ?){2,4})"
_RIGHTS = r"(?:\u00a9|\([Cc]\)|[Cc]opyright)(?: \u00a9)?(?: \d{4}(?:-\d{4})?)? "
_WIRE = late(r"\(([A-Z][\w .&'-]{1,40})\)|/(PRNewswire|PR Newswire|[A-Z][\w ]{3,30}wire)/")
_URL = late(r"(?:canonical|url|link|published at|posted at|source)\s*[:=]\s*(https?://[^\s<>\"')\]]+)", re.IGNORECASE)
_AS_OF_SAID = ("as of", "up to", "through", "stand")
_AS_OF = re.compile(
    r"\b(?:as of|up to|current (?:to|through)|through|stand:?)\s+(?P<part>early|mid|late)?[- ]?"
    r"(?P<month>[^\W\d_]{3,10})(?: (?P<day>\d{1,2}),)? (?P<year>\d{4})\b",
    re.IGNORECASE,
)
_REFLECTS = re.compile(
    r"\b(?:this|the) (?:article|analysis|report|post|story|piece|profile|page|briefing|guide)\b"
    r"|\binformation\b|\breviewed\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """published, coverage: EDTF. given: names of the fields that came from the sidecar."""

    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    url: str = ""
    language: str = ""
    coverage: str = ""
    origin: str = ""
    given: tuple[str, ...] = ()


def read_metadata(
    text: str, passages: Sequence[Passage], told: dict[str, str], sidecar: dict[str, str] | None
) -> Metadata:
    """What is known about a source: the sidecar wins over what the format told, and that over what the text says."""
    stored, text = text, straight(text)  # offsets keep
    from_sidecar = known_fields(sidecar or {})
    given = {**known_fields(told), **from_sidecar}
    return Metadata(
        title=given.get("title") or _title(stored, passages),
        publisher=given.get("publisher") or _publisher(text, passages),
        author=given.get("author") or _author(text, passages),
        published=given.get("published") or _published(text, passages),
        url=given.get("url") or _url(text, passages),
        coverage=given.get("coverage") or _coverage(text, passages),
        language=given.get("language", ""),
        origin=given.get("origin", ""),
        given=tuple(sorted(from_sidecar)),
    )


def known_fields(raw: dict[str, str]) -> dict[str, str]:
    """The fields under our own names; a date as EDTF, and left out if it is none."""
    low = {str(key).lower().strip(): str(value).strip() for key, value in raw.items() if value is not None}
    found = {}
    for name, others in _ALIASES.items():
        value = next((low[other] for other in others if low.get(other) and _fits(name, low[other])), "")
        if name == "published" and value:
            stamp = find_stamp(value)
            value = stamp.edtf if stamp else (value if re.fullmatch(r"\d{4}", value) else "")
        if value:
            found[name] = value
    return found


def _fits(name: str, value: str) -> bool:
    """A link is a link, and a name is none: clipping tools write either under "source"."""
    return (name == "url") == value.startswith(("http://", "https://"))


def _words(text: str, passage: Passage) -> str:
    return text[passage.start : min(passage.end, passage.start + _LONGEST)]


def _title(text: str, passages: Sequence[Passage]) -> str:
    first = next((one for one in passages if one.kind == "title"), None)
    return " ".join(text[first.start : first.end].split()).rstrip("_ ") if first else ""


def _publisher(text: str, passages: Sequence[Passage]) -> str:
    """The name that the furniture of the page gives, else the one in whose name the text speaks, else the agency."""
    named = [_named_by(_words(text, passage)) for passage in passages if passage.kind in _AROUND]
    if any(named):
        return _commonest(text, [name for name in named if name])
    for passage in passages:
        if passage.kind == "sentence":
            words = _words(text, passage)
            match = re.search(_CANNOT, words) if " independently " in words or " immediately " in words else None
            if match and (name := name_before(words, match.start())):
                return name
    signed = [words for passage in passages[-3:] if furniture.is_sign_off(words := _words(text, passage))]
    if signed:
        return signed[-1].lstrip("-\u2013\u2014 ")
    return _masthead(text, passages) or _wire(text, passages) or _lone(text, passages) or _behind_title(text, passages)


def _masthead(text: str, passages: Sequence[Passage]) -> str:
    """The paper's name on the lines of author and day: "Steel Weekly | 3 June 2025", "By Jane Doe, The Tidal Post"."""
    for passage in passages[:6]:
        words = _words(text, passage)
        if passage.kind != "byline" or len(words) > 110:
            continue
        if way := furniture.trail(words):
            return way[0]
        parts = re.split(r"\s*(?:[|\u00b7\u2022,]| \u2014 | \u2013 | - )\s*", words)
        paper = next((part for part in parts if furniture.is_paper(part)), "")
        if paper:
            return paper.strip().removeprefix("By ").removeprefix("by ")
    return ""


def _lone(text: str, passages: Sequence[Passage]) -> str:
    """A name alone on a line above "By Jane Doe": it is not the author's, so it is the paper's."""
    alone = ""
    for passage in passages[:6]:
        words = _words(text, passage)
        if passage.kind == "byline" and words.lower().startswith(_BY) and _named_author(words):
            return alone
        if passage.kind == "byline" and furniture.is_name(words):
            alone = alone or words
    return ""


def _behind_title(text: str, passages: Sequence[Passage]) -> str:
    """The site's name as pages put it behind their titles: "Acme: company profile | Northwind Data"."""
    title, _, site = _title(text, passages).rpartition(" | ")
    return site if len(title.split()) > 2 and 0 < len(site.split()) <= 4 and site[0].isupper() else ""


def _named_by(words: str) -> str:
    """The publisher in a line that only a publisher writes about itself; "" if it is none."""
    low = words.lower()
    for opening in ("related on ", "welcome back to ", "welcome to "):
        if low.startswith(opening):
            return name_after(words, len(opening))
    if (place := low.find("curation by ")) >= 0:
        return name_after(words, place + len("curation by "))
    if low.startswith(("\u00a9", "(c)", "copyright")) and (rights := re.match(_RIGHTS, words)):
        return _without_form(re.sub(r"(?:[ ,]*\b\d{4}\b[ -]*)+$", "", name_after(words, rights.end())))
    if " contributed to this " in low and (match := re.match(_CONTRIBUTED, words)):
        return match[1]
    if low.startswith("read more ") and (match := re.match(_NEWS, words)):
        return match[1]
    if low.endswith((" event", " daily news", " newsletter")) and (match := re.match(_SERIES, words)):
        return name_before(match[1], len(match[1]))
    if " perspective of " in low and (match := re.search(_PERSPECTIVE, words)):
        return match[1]
    post = re.search(_POST, words)
    return name_after(words, post.end()) if post else ""


def _without_form(name: str) -> str:
    """ "Northwind Press Ltd." → "Northwind Press"."""
    parts = name.split()
    while len(parts) > 1 and parts[-1].lower() in table("furniture")["legal"]:
        parts.pop()
    return " ".join(parts).rstrip(",")


def _commonest(text: str, names: list[str]) -> str:
    """The name that the text has most often, of two the shorter ("Acme" beside "Acme Weekly"), as it spells it."""
    found: dict[str, Counter[str]] = {}
    for name in names[:20]:
        found[name] = Counter(re.findall(re.escape(name), text, re.IGNORECASE))
    best = max(found, key=lambda name: (found[name].total(), -len(name), name))
    spellings = found[best]
    return max(spellings, key=lambda one: (spellings[one], sum(map(str.isupper, one)), one)) if spellings else best


def _wire(text: str, passages: Sequence[Passage]) -> str:
    """The agency of a dateline: "LONDON (Wire) —"."""
    for passage in passages[:8]:
        match = _WIRE.search(_words(text, passage)) if passage.kind == "byline" else None
        if match:
            return str(match[1] or match[2]).strip()
    return ""


def _author(text: str, passages: Sequence[Passage]) -> str:
    """The name of "By Jane Doe", alone below the headline, or of "written from the perspective of …'s Jane Doe"."""
    lines = [words for one in passages if one.kind == "byline" and len(words := _words(text, one)) <= 160]
    for words in sorted(lines, key=lambda words: not words.lower().startswith(_BY)):  # of two names the one behind "By"
        if not (furniture.is_paper(words) or furniture.trail(words)) and (name := _named_author(words)):
            return name
    for passage in passages:
        match = re.search(_PERSPECTIVE, _words(text, passage)) if passage.kind == "byline" else None
        if match:
            return match[2].strip()
    return ""


def _named_author(words: str) -> str:
    low = words.lower()
    opening = next((start for start in table("furniture")["author_starts"] if low.startswith(start)), "")
    name = re.split(r"\s*(?:[|;\u00b7\u2022]| \u2014 | - )\s*", words[len(opening) :].strip(" :"))[0]
    name = re.split(r",| (?:Published|Posted|Updated)\b", name)[0].strip()
    if by := re.search(r"\bby ((?:[A-Z][\w.'-]+ ?){2,4})$", words):
        return by[1].strip()
    name = re.split(r" in [A-Z]", name)[0]
    written = (opening or words.startswith(name)) and all(furniture.is_name(part) for part in name.split(" and "))
    written = written and _without_form(name) == name
    return name if written and not find_stamp(words[:40]) else ""


def _published(text: str, passages: Sequence[Passage]) -> str:
    """The first date of a byline or dateline; one that speaks of an update only if there is no other."""
    updated = ""
    for place, passage in enumerate(passages):
        words = _words(text, passage) if passage.kind == "byline" else ""
        if not words and place < _TOP:  # "Last updated: 14 October 2025. Data compiled from …"
            opening = text[passage.start : min(passage.end, passage.start + 50)]
            words = opening if starts_with(opening.lower(), "furniture", "update_starts") else ""
        stamp = find_stamp(words) if words else None
        if stamp and starts_with(words.lower(), "furniture", "update_starts"):
            updated = updated or stamp.edtf
        elif stamp:
            return stamp.edtf
    return day_of_line(text, passages) or day_without_year(text, passages) or updated


def _url(text: str, passages: Sequence[Passage]) -> str:
    """A link that is declared to be the article's own."""
    if "://" not in text:
        return ""
    for passage in passages:
        match = _URL.search(_words(text, passage)) if passage.kind in _AROUND else None
        if match:
            return match[1].rstrip(".,;")
    return ""


def _coverage(text: str, passages: Sequence[Passage]) -> str:
    """Month or day of "… reflects information as of early July 2026", with "~" where a part of it is named."""
    for passage in passages if any(map(text.lower().__contains__, _AS_OF_SAID)) else ():
        words = _words(text, passage) if passage.kind in ("sentence", "byline", "boilerplate") else ""
        match = _AS_OF.search(words) if _REFLECTS.search(words) else None
        if match and (month := month_number(match["month"])):
            edtf = to_edtf(int(match["year"]), month, int(match["day"] or 0))
            return edtf + "~" if edtf and match["part"] else edtf
    return ""


_HEAD = 1200  # characters of a text's head
_FOOT = 45  # percent of a text before its foot


def is_release(text: str, passages: Sequence[Passage]) -> bool:
    """Is it a company's own announcement: a line that says so, a service that only distributes such, or its form?

    The form: "today announced" at its head, and whom to ask or what the company is at its foot.
    """
    whole = text.lower()
    if any(sign in whole[:_HEAD] for sign in table("origins")["announcing"]):
        foot = whole[_FOOT * len(whole) // 100 :]
        if any(sign in foot for sign in table("origins")["asking"]):
            return True
    phrases = [phrase for phrase in table("origins")["releases"] if phrase in whole]
    for passage in passages if phrases else ():
        low = _words(text, passage).lower()
        if passage.kind in _AROUND and len(low) < 200 and any(map(low.__contains__, phrases)):
            return True
    return False
