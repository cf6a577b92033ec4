"""Two sources in, the sentences out by which the one gives its news as the other's.

"… has raised the money, the Harbour Post reports", "a deal first reported by the agency Northern Wire", "she told
the agency" a sentence later: a retelling says so in its news, near its head, and often again further down; or it
gives an outlet as the one that heard what the other article quotes. A paper that is cited for one detail only, in the
middle of somebody's own story, is no origin.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from briefing.model.patterns import late
from briefing.model.source import Source
from briefing.reconcile.folding import name_key
from briefing.reconcile.kinship import quotes, spelt

_SHORTEST = 4  # letters of a name that is looked for in running text
_LONGEST = 2000  # code points of a sentence; what is longer is no sentence
_AGENCY = r"(?:news|wire|press) ?(?:agency|service)|newswire|newspaper|paper|magazine|outlet|daily|weekly|publication"
_HEARD = "told|telling|tells"
_HEARING = late(rf"\b(?:{_HEARD}) (?:the )?([A-Z][\w&’'-]+(?: [A-Z][\w&’'-]+){{0,4}})")
_OWN = late(  # who hears is who writes
    r"\b(?:told|seen by|obtained by|reviewed by|viewed by|shared with|spoke to|spoke with) (?:the )?$"
)
_BEFORE = 20  # characters before a name in which such words stand
_NAME = r"([A-Z][\w&’'-]+(?: [A-Z][\w&’'-]+){0,3})"
_REPORTED_BY = late(
    rf"\breported(?: \w+){{0,3}} by (?:the )?{_NAME}|\b{_NAME} (?:first )?reported\b"
    rf"|\btold (?:the )?{_NAME}, which (?:was )?(?:the )?first "
)
_INTERVIEW = "said in an interview"
_NEWS = r"reports?|reported|(?:has|had) reported|was first to report|broke the news|wrote|writes"
_DAY = r"(?: (?:on|in|earlier|late|last|this) [\w ]{3,12}?)?"


class Credits:
    """What a source says of others, and what others could credit to it: worked out once, asked for each pair."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._told = _sentences(source)
        self._by_outlet: dict[str, tuple[tuple[int, int, bool], ...]] = {}

    @cached_property
    def heard(self) -> tuple[tuple[int, int, str, list[str]], ...]:
        """Sentences with the one whom people told it, and with what they quote, spelt as `spelt` does."""
        text = self.source.text
        hears = any(verb in text for verb in _HEARD.split("|"))
        return tuple(
            (start, end, match[1], quoted)
            for start, end in (self._told if hears else ())
            for match in [_HEARING.search(text, start, end)]
            if match
            for quoted in [quotes(text[start:end])]
            if quoted
        )

    @cached_property
    def reported(self) -> tuple[tuple[int, int, str, bool], ...]:
        """Sentences with the one who was first to report it, and whether that is said in the active."""
        text = self.source.text
        reports = " reported" in text or " first" in text
        return tuple(
            (start, end, match[1] or match[2] or match[3], match[2] is not None)
            for start, end in (self._told[: len(self._told) // 2 + 1] if reports else ())
            for match in _REPORTED_BY.finditer(text, start, end)
        )

    @cached_property
    def small(self) -> str:
        return self.source.text.casefold()

    @cached_property
    def spelt(self) -> str:
        return f" {spelt(self.source.text)} "

    def to(self, other: Credits) -> tuple[tuple[int, int], ...]:
        """(start, end) of the sentences by which the source follows the other's story; () where it does not."""
        found = self._by_name(other)
        mine, theirs = self.source, other.source
        if found or theirs.publisher or theirs.release or mine.hints or theirs.hints:
            return found
        return self._by_quote(other) or self._by_own_voice(theirs.text)

    def _by_own_voice(self, story: str) -> tuple[tuple[int, int], ...]:
        """ "first reported by Deskwire": an article without a publisher that has "a letter Deskwire has" is it."""
        for start, end, name, active in self.reported:
            if name not in story and not active and _INTERVIEW in story:
                return ((start, end),)  # whoever was first to report it had the interview
            if name in story and any(
                _OWN.search(story, max(0, match.start() - _BEFORE), match.start())
                for match in re.finditer(rf"{re.escape(name)}\b", story)
            ):
                return ((start, end),)
        return ()

    def _by_name(self, other: Credits) -> tuple[tuple[int, int], ...]:
        """Sentences that credit its outlet, if one of news does, or two do, or one quotes what stands in its story."""
        outlet = other.source.publisher
        if outlet not in self._by_outlet:
            self._by_outlet[outlet] = self._crediting(outlet)
        found = self._by_outlet[outlet]
        if len(found) > 1 or any(leading for _, _, leading in found):
            return tuple((start, end) for start, end, _ in found)
        quoted = [(start, end) for start, end, _ in found if other.holds(quotes(self.source.text[start:end]))]
        return tuple(quoted)

    def _crediting(self, outlet: str) -> tuple[tuple[int, int, bool], ...]:
        """Sentences that credit the outlet, and whether each is one of news, near the head."""
        name = outlet.casefold().removeprefix("the ")
        if len(name) < _SHORTEST or name_key(outlet) == name_key(self.source.publisher) or name not in self.small:
            return ()
        news, heard, again = _patterns(name)
        found: list[tuple[int, int, bool]] = []
        for place, (start, end) in enumerate(self._told):
            sentence = self.source.text[start:end].casefold()
            is_news = news.search(sentence) is not None
            if is_news or heard.search(sentence) or (found and again.search(sentence)):
                found.append((start, end, is_news and 2 * place < len(self._told)))
        return tuple(found)

    def _by_quote(self, other: Credits) -> tuple[tuple[int, int], ...]:
        """ "…", she told the Harbour Post": an article without a publisher that quotes the words is the Post's."""
        return tuple(
            (start, end)
            for start, end, name, quoted in self.heard
            if other.holds(quoted) and name not in other.source.text
        )

    def holds(self, quoted: list[str]) -> bool:
        """Do words of one of the quotations stand in the source?"""
        return any(f" {quote} " in self.spelt for quote in quoted)


def _sentences(source: Source) -> list[tuple[int, int]]:
    told = (passage for passage in source.passages if passage.kind in ("sentence", "item"))
    return [(passage.start, passage.end) for passage in told if passage.end - passage.start <= _LONGEST]


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
