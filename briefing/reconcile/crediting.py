"""Two sources in, the sentences out by which the one gives its news as the other's.

"… has raised the money, the Harbour Post reports", "a deal first reported by the agency Northern Wire", "she told
the agency" a sentence later: a retelling says so in its news, near its head, and often again further down; or it
gives an outlet as the one that heard what the other article quotes. A paper that is cited for one detail only, in the
middle of somebody's own story, is no origin.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from briefing.model.patterns import late
from briefing.model.source import Source
from briefing.reconcile.folding import name_key
from briefing.reconcile.kinship import quotes, spelt

_SHORTEST = 4  # letters of a name that is looked for in running text
_LONGEST = 2000  # code points of a sentence; what is longer is no sentence
_AGENCY = r"(?:news|wire|press) ?(?:agency|service)|newswire|newspaper|paper|magazine|outlet|daily|weekly|publication"
_HEARD = "told|telling|tells"
_HEARING = late(rf"\b(?:{_HEARD}) (?:the )?([A-Z][\w&’'-]+(?: [A-Z][\w&’'-]+){{0,4}})")
_OWN = "told|seen by|obtained by|reviewed by|viewed by|shared with|spoke to|spoke with"  # who hears is who writes
_NAME = r"([A-Z][\w&’'-]+(?: [A-Z][\w&’'-]+){0,3})"
_REPORTED_BY = late(
    rf"\breported(?: \w+){{0,3}} by (?:the )?{_NAME}|\b{_NAME} (?:first )?reported\b"
    rf"|\btold (?:the )?{_NAME}, which (?:was )?(?:the )?first "
)
_INTERVIEW = "said in an interview"
_NEWS = r"reports?|reported|(?:has|had) reported|was first to report|broke the news|wrote|writes"
_DAY = r"(?: (?:on|in|earlier|late|last|this) [\w ]{3,12}?)?"


class Naming(NamedTuple):
    """Sentences of a source that name somebody: heard, whom people told it; reported, who was first to report it, and
    whether that is said in the active."""

    heard: tuple[tuple[int, int, str], ...]
    reported: tuple[tuple[int, int, str, bool], ...]


def naming(source: Source) -> Naming:
    """What `credits` asks of a source, worked out once for all others it is held beside."""
    told = _sentences(source)
    hears = any(verb in source.text for verb in _HEARD.split("|"))
    reports = " reported" in source.text or " first" in source.text
    return Naming(
        tuple(
            (start, end, match[1])
            for start, end in (told if hears else ())
            for match in [_HEARING.search(source.text, start, end)]
            if match
        ),
        tuple(
            (start, end, match[1] or match[2] or match[3], match[2] is not None)
            for start, end in (told[: len(told) // 2 + 1] if reports else ())
            for match in _REPORTED_BY.finditer(source.text, start, end)
        ),
    )


def credits(source: Source, other: Source, named: Naming) -> tuple[tuple[int, int], ...]:
    """(start, end) of the sentences by which the source follows the other's story; () where it does not.

    named: `naming(source)`.
    """
    found = _by_name(source, other.publisher, other.text)
    if found or other.publisher or other.release or source.hints or other.hints:
        return found
    return _by_quote(source, other, named) or _by_own_voice(other, named)


def _by_own_voice(other: Source, named: Naming) -> tuple[tuple[int, int], ...]:
    """ "first reported by Deskwire": the article without a publisher that speaks of "a memo seen by Deskwire" is it."""
    for start, end, name, active in named.reported:
        if name not in other.text and not active and _INTERVIEW in other.text:
            return ((start, end),)  # whoever was first to report it had the interview
        if name in other.text and re.search(rf"\b(?:{_OWN}) (?:the )?{re.escape(name)}\b", other.text):
            return ((start, end),)
    return ()


def _by_name(source: Source, outlet: str, story: str) -> tuple[tuple[int, int], ...]:
    """Sentences that credit the outlet, if one of news does, or two do, or what was said to it stands in the story."""
    name = outlet.casefold().removeprefix("the ")
    if len(name) < _SHORTEST or name_key(outlet) == name_key(source.publisher) or name not in source.text.casefold():
        return ()
    news, heard, again = _patterns(name)
    told = _sentences(source)
    leading = False
    found: list[tuple[int, int]] = []
    for place, (start, end) in enumerate(told):
        sentence = source.text[start:end].casefold()
        is_news = news.search(sentence) is not None
        if is_news or heard.search(sentence) or (found and again.search(sentence)):
            found.append((start, end))
            leading = leading or (is_news and 2 * place < len(told)) or _quoted_in(source.text[start:end], story)
    return tuple(found) if leading or len(found) > 1 else ()


def _by_quote(source: Source, other: Source, named: Naming) -> tuple[tuple[int, int], ...]:
    """ "…", she told the Harbour Post": the article that quotes the words is the Post's, if it names no publisher."""
    return tuple(
        (start, end)
        for start, end, name in named.heard
        if name not in other.text and _quoted_in(source.text[start:end], other.text)
    )


def _sentences(source: Source) -> list[tuple[int, int]]:
    told = (passage for passage in source.passages if passage.kind in ("sentence", "item"))
    return [(passage.start, passage.end) for passage in told if passage.end - passage.start <= _LONGEST]


def _quoted_in(sentence: str, story: str) -> bool:
    """Does the story hold words that the sentence quotes?"""
    found = quotes(sentence)
    return bool(found) and any(f" {quote} " in _spelt(story) for quote in found)


@lru_cache(maxsize=256)
def _spelt(story: str) -> str:
    return f" {spelt(story)} "


@lru_cache(maxsize=64)
def _patterns(name: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """How the outlet's news is spoken of, how people speak to it, and how both go on without its name."""
    who = rf"(?:the )?(?:(?:{_AGENCY}) )?{re.escape(name)}\b"
    news = (
        rf"\breported{_DAY} by {who}|\baccording to (?:a report (?:by|in|from) )?{who}(?!['’]s)"
        rf"|\b{who}(?: first)? (?:{_NEWS})\b|\b{who}['’]s (?:report|story|scoop|article)\b"
        rf"|\b(?:report|story|scoop|article) (?:by|in|from) {who}|\bciting {who}"
    )
    heard = rf"\b(?:{_HEARD}|interview with|speaking to|spoke to|said to) {who}"
    they = rf"the (?:{_AGENCY}|agency)"
    again = rf"\b(?:{_HEARD}|according to|interview with) {they}\b|\b{they} (?:{_NEWS})\b"
    return re.compile(news), re.compile(heard), re.compile(again)
