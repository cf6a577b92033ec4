"""A source and an outlet's name in, the sentences out by which the source gives its news as that outlet's.

"… has raised the money, the Harbour Post reports", "a deal first reported by the agency Northern Wire", "she told
the agency" a sentence later: a retelling says so in its news, near its head, and often again further down. A paper
that is cited for one detail only, in the middle of somebody's own story, is no origin.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.model.source import Source
from briefing.reconcile.folding import name_key

_SHORTEST = 4  # letters of a name that is looked for in running text
_LONGEST = 2000  # code points of a sentence; what is longer is no sentence
_AGENCY = r"(?:news|wire|press) ?(?:agency|service)|newswire|newspaper|paper|magazine|outlet|daily|weekly|publication"
_HEARD = "told|telling|tells"
_NEWS = r"reports?|reported|(?:has|had) reported|was first to report|broke the news|wrote|writes"
_DAY = r"(?: (?:on|in|earlier|late|last|this) [\w ]{3,12}?)?"


def credits(source: Source, outlet: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of the sentences by which the source follows the outlet's story; () where it does not."""
    name = outlet.casefold().removeprefix("the ")
    if len(name) < _SHORTEST or name_key(outlet) == name_key(source.publisher) or name not in source.text.casefold():
        return ()
    news, heard, again = _patterns(name)
    told = [p for p in source.passages if p.kind in ("sentence", "item") and p.end - p.start <= _LONGEST]
    leading = False
    found: list[tuple[int, int]] = []
    for place, passage in enumerate(told):
        sentence = source.text[passage.start : passage.end].casefold()
        is_news = news.search(sentence) is not None
        if is_news or heard.search(sentence) or (found and again.search(sentence)):
            found.append((passage.start, passage.end))
            leading = leading or (is_news and 2 * place < len(told))
    return tuple(found) if leading or len(found) > 1 else ()


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
