"""A paragraph → the spans of its sentences: sentencex finds them, general rules mend what it joins or tears apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefing.sources.lines import trim
from briefing.sources.wordlists import table, words

_SPACE = re.compile(r"[^\S ]")
_SIGNS = re.compile(r"[\"'`()\[\]{}<>\u2018-\u201f\u00ab\u00bb\u2039\u203a\u300a-\u300f]")
_PIECE = 20_000  # code points given to the splitter at once; more only slows it down
_TOO_MANY = 400  # quotation marks and brackets in a piece: beyond that they are noise, and pairing them is slow

# "…for comment.Correction: …": a period without a space between a word and a capitalised word.
_GLUED = re.compile(  # begins with what is rare, and looks back from there
    r"[.!?](?:(?<=[a-z]{3}.)|(?<=[0-9]{4}.)|(?<=[a-z][)\]\"\u201d\u2019].))[\"\u201d\u2019)]?"
    r"(?=[\"\u201c(]?[A-Z][a-z']*[ ,:])"
)
# "(It has run two.) The firm …": a sentence in brackets is one by itself.
_BRACKETED = re.compile(r"[.!?][\"\u201d\u2019]?[)\]] +(?=[\"\u201c\u2018(]?[A-Z0-9])")
# "… a Series B. The firm …"
_LETTERED = re.compile(r" [A-Z]\. +(?=[A-Z\"\u201c])")
# "He told me. Acme …": common words that the splitter takes for abbreviations.
_PLAIN_END = re.compile(r" (?:me|ill|miss|art|ore|[Mm]ay|no|ok)[.] +(?=[\"\u201c(]?[A-Z])")
_BEFORE_YEAR = re.compile(r"[a-z\u00df-\u00ff]{4}[.] (?=(?:19|20)\d\d [a-z\u00df-\u00ff])")  # "… erhalten. 2023 hatte"
_WORD_BEFORE = re.compile(r"\b[^\W\d_]{4,8}\Z")
_STOPS = re.compile(r"[.!?\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964]")
_ENUMERATOR = re.compile(r"[\[(]?\w{1,3}[.)]")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}")
_ZONE = re.compile(r"[A-Z]{2,5}\b")


def split_sentences(text: str, start: int, end: int, language: str = "en", brand: str = "") -> list[tuple[int, int]]:
    """Spans of the sentences of text[start:end], trimmed, in order. A quotation stays whole with its sentence.

    brand: a name in small letters that sentences of the text begin with, "" if there is none.
    """
    return [(start + first, start + last) for first, last in _spans(text[start:end], language, brand)]


@lru_cache(maxsize=1024)  # articles repeat one another
def _spans(text: str, language: str, brand: str) -> list[tuple[int, int]]:
    """As `split_sentences`, of a whole paragraph. Callers must not change the list."""
    begin, close = trim(text, 0, len(text))
    if not _STOPS.search(text, begin, close - 1):
        return [(begin, close)] if begin < close else []
    block = _SPACE.sub(" ", text)
    cuts = _missed(block)
    if brand and brand in block:
        cuts.update(match.end() for match in re.finditer(rf"[.!?]['\"”’)]* +(?={re.escape(brand)}\b)", block))
    for first, last in _pieces(block):
        cuts.update(first + cut for cut in _boundaries(block[first:last], language) if _is_open(block, first + cut))
        cuts.add(last)
    kept = [cut for cut in sorted(cuts) if 0 < cut < len(block) and not _false(block, cut, language, brand)]
    spans: list[tuple[int, int]] = []
    for left, right in zip([0, *kept], [*kept, len(block)], strict=True):
        begin, close = trim(text, left, right)
        if begin < close:
            spans.append((begin, close))
    return spans


def _pieces(block: str) -> list[tuple[int, int]]:
    """Stretches of at most _PIECE code points, ending behind a space where there is one."""
    found: list[tuple[int, int]] = []
    first = 0
    while len(block) - first > _PIECE:
        place = block.rfind(". ", first + _PIECE // 2, first + _PIECE)
        last = place + 2 if place > 0 else first + _PIECE
        found.append((first, last))
        first = last
    found.append((first, len(block)))
    return found


def _boundaries(piece: str, language: str) -> list[int]:
    from sentencex import get_sentence_boundaries

    if len(piece) > _TOO_MANY and len(_SIGNS.findall(piece)) > _TOO_MANY:
        piece = _SIGNS.sub(" ", piece)
    found = get_sentence_boundaries(language, piece)
    return [boundary["start_index"] for boundary in found]


def _is_open(block: str, cut: int) -> bool:
    """Is there a space before the cut, or a stop that needs none ("。")? The splitter also cuts "Node.JS"."""
    return 0 < cut < len(block) and (block[cut - 1] == " " or block[cut] == " " or block[cut - 1] > "\u2e7f")


def _missed(block: str) -> set[int]:
    """Ends of sentences that the splitter does not see."""
    found = {match.end() for match in _BRACKETED.finditer(block)}
    found.update(match.end() for match in _lettered(block))
    found.update(match.end() for match in _PLAIN_END.finditer(block))
    found.update(match.end() for match in _BEFORE_YEAR.finditer(block))
    for match in _GLUED.finditer(block):
        follower = re.match(r"[\"\u201c(]?([A-Za-z]+)", block[match.end() : match.end() + 20])
        if follower and follower[1].lower() not in words("abbreviations", "domains") and not _dotted(block, match):
            found.add(match.end())
    return found


def _dotted(block: str, match: re.Match[str]) -> bool:
    """Is it a name with a full stop inside, "Acme.Market"? Both parts have a capital, the second opens no sentence."""
    if block[match.start()] != "." or match.end() - match.start() != 1:
        return False
    before = block.rfind(" ", 0, match.start()) + 1
    told = block[match.end() :].split(maxsplit=1)[0]
    behind = told.strip(",.:;'").lower()
    listed = told.endswith(",") and behind in _COUNTS  # "Acme.One, Oakfund": no sentence begins so
    return block[before].isupper() and (listed or behind not in words("languages", "en"))


_COUNTS = frozenset("one two three four five six seven eight nine ten zero".split())


def _lettered(block: str) -> Iterator[re.Match[str]]:
    """Ends of sentences behind "Series B.", which looks like an initial."""
    for match in _LETTERED.finditer(block):
        before = _WORD_BEFORE.search(block, max(0, match.start() - 9), match.start())
        if before and before[0].lower() in words("abbreviations", "before_letter"):
            yield match


def _false(block: str, cut: int, language: str, brand: str = "") -> bool:
    """Is the boundary before block[cut:] none? Abbreviations, enumerators, "p.m. ET", a sentence that goes on."""
    head = block[max(0, cut - 60) : cut].rstrip()
    tail = block[cut : cut + 40].lstrip()
    if not head or not tail:
        return False
    last = head.rsplit(" ", 1)[-1].lstrip("([\"\u201c\u2018'")
    follower = re.match(r"[^\s,.;:!?)\"\u201d\u2019]+", tail)
    word = follower[0] if follower else ""
    if not last.endswith("."):
        return _goes_on(last, word)
    if _ENUMERATOR.fullmatch(last) and len(head) == len(last):
        return True
    if cut <= _DAY and _is_day(head):
        return True
    small = word.isalpha() and word.islower() and not (brand and tail.startswith(brand))
    return _abbreviation(last, word, language) or small


def _is_day(head: str) -> bool:
    """ "May 2018. A first round …": in a chronicle the day at the head belongs to what it dates."""
    before = head.rstrip(".").replace(",", " ").split()
    if not before or not _YEAR.fullmatch(before.pop()):
        return False
    # A day and a month are the date of the article more often than of what stands behind them.
    return not before or (len(before) == 1 and before[0].strip(".").lower() in table("calendar")["months"])


_DAY = 18  # code points of "September 2018. "
_YEAR = re.compile(r"(?:19|20)\d\d")


def _goes_on(last: str, word: str) -> bool:
    """'"Is it?" he asked': after a closing quotation mark a lower-case word continues."""
    return last[-1:] in "\"\u201d\u2019')" and bool(last) and word.isalpha() and word.islower()


def _abbreviation(last: str, word: str, language: str) -> bool:
    low = last.lower()
    if low in words("abbreviations", "always"):
        return True
    if low in words("abbreviations", "before_number"):
        return word[:1].isdigit()
    if low in words("abbreviations", "clock"):
        return _ZONE.fullmatch(word) is not None
    if low in words("abbreviations", "suffixes") or _INITIALS.fullmatch(last):
        return bool(word) and word.lower() not in words("languages", language if language in _LISTED else "en")
    return False


_LISTED = ("en", "de", "fr", "pt", "es", "it", "nl")
