"""One line or sentence → is it furniture (boilerplate, byline, caption, credit, label), or words of the article?"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from briefing.model.source import PassageKind
from briefing.sources.stamps import find_stamp, month_number
from briefing.sources.wordlists import starts_with, table, words

_CREDIT_LIMIT = 200
SHORT = 240  # code points: above it a line is a paragraph, whatever it begins with

_WORK = "(?:story|article|post|report|piece|analysis|interview|newsletter)"
_CREDIT = re.compile(
    rf"(?:this|the) {_WORK} (?:was |is |has been )?(?:first |originally |initially )?"
    r"(?:appeared|published|posted|produced|syndicated|provided|republished|adapted|ran)\b"
    r".{0,30}?\b(?:in|on|by|at|from|with)\b"
    rf"|(?:.{{0,80}}?\b)?original (?:reporting|source|{_WORK[3:]} ?"
    r"(?:was )?(?:published |posted )?(?:by|in|on|at|from)\b"
    r"|(?:first|originally) (?:appeared|published|posted|reported|ran) (?:in|on|by|at)\b"
    r"|(?:republished|reprinted|syndicated|adapted) (?:with permission )?(?:from|by)\b"
    r"|.{0,80}?\bcuration by\b"
    r"|(?:sources?|quelle|fonte|fuente|bron|via|h/t): (?=[^\d$\u20ac\u00a3]*$)|(?:via|h/t) .{3,30}$"
    r"|.{0,80}?\b(?:erschien zuerst|zuerst erschienen|publi\u00e9 initialement|article original publi\u00e9"
    r"|publicado originalmente|originalmente publicado|pubblicato originariamente)\b"
)
# A credit holds one of these; the pattern above is slow and is tried on nothing else.
_CREDITED = (
    "origina",
    "first ",
    "produced",
    "syndicat",
    "provided",
    "publish",
    "reprint",
    "adapted",
    "curation",
    "zuerst",
    "publi\u00e9",
    "pubblicato",
)
_CREDIT_OPENS = ("source", "quelle", "fonte", "fuente", "bron", "via", "h/t")
_PLACE_DATE = re.compile(r"[A-Z][\w.' -]+(?:, [A-Z][\w. ]+)? [|\u00b7\u2022] .{0,12}\b\d{1,2}\b.*")
_CAPITAL = r"[A-Z\u00c0-\u00de][\w.'\u2019-]*"
_PARTICLE = r"(?:de|da|di|dos|van|von|der|la|le|el|bin|al)\b"
_NAME = re.compile(rf"(?:{_CAPITAL}|{_PARTICLE})(?: (?:{_CAPITAL}|{_PARTICLE})){{1,4}}")
_BIOGRAPHY = re.compile(
    rf"(I am|I'm|{_CAPITAL}(?: {_CAPITAL}){{0,3}}) (?:is|was|has been|covers|writes|reports|joined|ist|est|\u00e9|es)"
    r"\b(.*)",
    re.DOTALL,
)
# "I am Jane Doe, a consultant …": outside quotation marks only an author speaks so of herself.
_INTRODUCTION = re.compile(rf"(?:I am|I\u2019m|I'm|My name is) {_CAPITAL}(?: {_CAPITAL}){{1,3}}\b")
_AROUND = " .:\u2026!<>\u00ab\u00bb\u2190\u2192-_*"  # signs around the words of a button or a link
_FEED = re.compile(r"(?:https?://|www\.)\S+|[@#]\w+|[\w.+-]+@[\w-]+\.[\w.]+")
_MAIL = re.compile(r"[\w.+-]@[\w-]+\.[a-z]{2}")
_RIGHTS = re.compile(r"copyright (?:\u00a9|\(c\)|.{0,60}\b(?:19|20)\d\d\b)")
_CLOCK = re.compile(r"\b\d{1,2}:\d\d\b")


def kind_of(text: str, low: str) -> PassageKind | None:
    """Kind of a line that is furniture by its own words; None: words of the article, as far as they tell.

    low: the text in lower case with straight quotes.
    """
    if len(text) <= SHORT:
        if not _is_credit(low) and (_is_caption(low) or is_picture_credit(text)):
            return "caption"
        if is_byline(text, low):
            return "byline"
    return kind_of_sentence(text, low)


@lru_cache(maxsize=2048)  # articles repeat one another
def kind_of_sentence(text: str, low: str) -> PassageKind | None:
    """As kind_of, for a sentence inside a paragraph, where no caption and no date line stands."""
    if len(text) > SHORT:
        return "byline" if len(text) < 2 * SHORT and _holds(low, "perspectives") else None
    if _is_credit(low):
        return "credit"
    if low.strip(_AROUND) in words("furniture", "whole") or not any(map(str.isalnum, low)):
        return "boilerplate"
    if _holds(low, "byline_holds") or _holds(low, "perspectives"):
        return "byline"
    if starts_with(low.lstrip("([*_> "), "furniture", "starts"):
        return "boilerplate"
    if (":" in low[:_LABEL] and _labels_furniture(low.partition(":")[0])) or (text.count(" | ") > 1 and promotes(low)):
        return "boilerplate"
    if low.startswith(("get the ", "download the ")) and " app" in low[:40]:
        return "boilerplate"
    if _RIGHTS.match(low) or _holds(low, "holds") or _FEED.fullmatch(text):
        return "boilerplate"
    return "boilerplate" if "@" in text and _MAIL.search(text) else None


_LABEL = 40  # characters before a colon that may still be a label


def _labels_furniture(label: str) -> bool:
    """ "More from The Gazette: …", "Most read: …", "About the author: …" on one line."""
    return (
        label in table("furniture")["opens_links"]
        or label in table("furniture")["opens_biography"]
        or label.startswith(("more from ", "more in ", "more on "))
    )


def _is_credit(low: str) -> bool:
    if any(map(low.__contains__, _CREDITED)) or low.startswith(_CREDIT_OPENS):
        return len(low) < _CREDIT_LIMIT and _CREDIT.match(low) is not None
    return False


def _holds(low: str, key: str) -> bool:
    return any(map(low.__contains__, table("furniture")[key]))


def _is_caption(low: str) -> bool:
    return bool(starts_with(low, "furniture", "caption_starts")) or (len(low) < 120 and _holds(low, "caption_holds"))


def is_picture_credit(text: str) -> bool:
    """Capitalised names with bars or slashes between them: "Jane Doe | Northwind Pictures"; "Courtesy: Acme"."""
    low = text.lower()
    if low.startswith(("courtesy:", "courtesy of ")) and len(text) < 80:
        return True
    if low.endswith((" photo)", " image)", " rendering)", " illustration)", " via ap)")) and text.count(". ") < 2:
        return True  # "Rockets in a hall in Leeds. (Acme Photo)"
    if not any(map(str.isdigit, text)) and any(map(low[-_CREDITED_AT:].__contains__, _CREDITING)):
        return True  # "Acme is at it again. Photograph: Jane Doe"
    if len(text) >= 80 or ("|" not in text and "/" not in text):
        return False
    parts = re.split(r" ?[|/] ?", text)
    if len(parts) > 4 or not any(map(is_name, parts)) or is_paper(parts[0]):
        return False
    return all(part and (is_name(part) or _is_word(part)) for part in parts)


_CREDITED_AT = 60  # characters at the end of a caption in which its credit stands
_CREDITING = ("photograph: ", "photo: ", "picture: ", "image: ", "photo by ", "photo credit: ")


def _is_word(part: str) -> bool:
    return part.isalnum() and part[0].isupper() and not part.isdigit()


def is_byline(text: str, low: str) -> bool:
    """A line that says who wrote it or when, and nothing else."""
    if _holds(low, "byline_holds") or _holds(low, "perspectives"):
        return True
    if starts_with(low.lstrip("(["), "furniture", "desk_starts") and not any(map(str.isdigit, low)):
        return True
    if trail(text):
        return True
    if low.endswith(" ago") and len(low.split()) < 7 and _AGED.intersection(low):
        return True  # "The Ledger \u00b7 11m ago"
    if is_sign_off(text):
        return True
    opening = starts_with(low, "furniture", "byline_starts")
    rest = text[len(opening) :].strip(" :") if opening else text
    if opening and (not rest or is_name(rest) or is_stamp(rest) or _names_with_joints(rest)):
        return True
    dated = opening and opening not in table("furniture")["author_starts"] and len(text) < 100
    return is_stamp(text) or bool(dated and not text.endswith(".") and find_stamp(rest))


def tells_length(low: str) -> bool:
    """ "4 min read"."""
    return len(low) < 30 and low[:1].isdigit() and "min" in low and "read" in low


def is_sign_off(text: str) -> bool:
    """ "-TIDAL NEWS": the paper or agency under its story."""
    name = text.lstrip("-\u2013\u2014 ")
    return name != text and len(text) < 40 and name.isupper() and is_paper(name.title())


_AGED = frozenset("0123456789")


def is_signature(text: str) -> bool:
    """A name with a trade, a date or a place behind it: "Jane Doe, Staff Writer", "Jane Doe in London"."""
    if " and " in text:
        return all(is_signature(part) for part in text.split(" and "))
    first, _, rest = text.replace("|", ",").replace("\u00b7", ",").partition(",")
    author, _, place = text.partition(" in ")
    if is_name(author) and (is_name(place) or _is_word(place)):
        return True
    if not rest or len(text) > 100 or not is_name(first.strip()):
        return False
    spoken = re.findall(r"[^\W\d_]+", rest.lower())
    return any(word in words("furniture", "trades") for word in spoken) or is_stamp(rest)


def _names_with_joints(rest: str) -> bool:
    """Names with joints between them: "Jane Doe and Max Roe, Senior Editor | June 3, 2025"."""
    parts = [part for part in re.split(r"\s*(?:,| and | & | und | et | y | e |\||\u00b7|;)\s*", rest) if part]
    return 0 < len(parts) <= 6 and is_name(parts[0]) and len(rest) < 120 and not rest.endswith((".", "?", "!"))


def is_stamp(text: str) -> bool:
    """A date, perhaps with a time of day, and hardly a word more."""
    if len(text) > 80 or not any(map(str.isdigit, text)):
        return False
    stamp = find_stamp(text)
    if not stamp:
        return _CLOCK.search(text) is not None and len(text) < 30
    left = re.findall(r"[^\W\d_]+", text[: stamp.start] + " " + text[stamp.end :])
    return all(word.lower() in words("calendar", "around") or (word.isupper() and len(word) < 6) for word in left)


def is_masthead(text: str) -> bool:
    """A day with a paper's name, a place or a section beside it: "Oslo, 3 June 2025", "The Gazette | 3 June 2025"."""
    if len(text) > 90 or text.endswith((".", "!", "?", ":", ",", ";")) or not any(map(str.isdigit, text)):
        return False
    stamp = find_stamp(text)
    if not stamp or len(stamp.edtf) < 10:
        return False
    left = re.findall(r"[^\W\d_]+", text[: stamp.start] + " " + text[stamp.end :])
    return len(left) <= 8 and sum(word[0].islower() for word in left) <= max(2, len(left) // 2)


def trail(text: str) -> tuple[str, ...]:
    """Where on a site a page stands: "Tidal Post | Business | Energy", "Northwind > Companies > Acme"; () if none."""
    if len(text) > 110 or text.endswith((".", "!", "?")):
        return ()
    for mark in (" > ", " \u203a ", " \u00bb "):
        parts = text.split(mark)
        if len(parts) > 2 and all(part[:1].isupper() and len(part.split()) <= 5 for part in parts):
            return tuple(parts)
    parts = text.split(" | ")
    if len(parts) > 1 and is_paper(parts[0]) and all(part[:1].isupper() and len(part.split()) <= 3 for part in parts):
        return tuple(parts)
    return ()


def is_paper(text: str) -> bool:
    """A name that papers and sites have, and hardly people or places: with a word like "Weekly", or glued together."""
    parts = text.split()
    if not 0 < len(parts) <= 5 or not text[0].isupper() or any(map(str.isdigit, text)):
        return False
    glued = len(parts) == 1 and any(one.islower() and two.isupper() for one, two in pairwise(text))
    return glued or any(part.lower().endswith(tuple(words("furniture", "papers"))) for part in parts)


def is_name(text: str) -> bool:
    """Two to five capitalised words and nothing else, as a person's name is written."""
    return len(text) < 60 and _NAME.fullmatch(text) is not None


def is_event_line(text: str) -> bool:
    """Place and day of an event that is advertised: "Austin, TX | May 7, 2019"."""
    if len(text) >= 90 or not _PLACE_DATE.fullmatch(text):
        return False
    return any(month_number(word) for word in re.findall(r"[^\W\d_]+", text))


def promotes(low: str) -> bool:
    """Could the line advertise an event? It says so only beside the event's place and day."""
    return _holds(low, "promotes")


def is_biography(text: str, authors: str) -> bool:
    """Says who an author is: "Jane Doe is a reporter who covers …". authors: the words of the bylines above."""
    if len(text) > 1500:
        return False
    if _INTRODUCTION.match(text):
        return True
    match = _BIOGRAPHY.match(text)
    if not match:
        return False
    if len(match[1].split()) > 1 and match[1] in authors:
        return True
    spoken = re.findall(r"[^\W\d_]+", match[2][:120].lower())
    return any(word in words("furniture", "trades") for word in spoken)
