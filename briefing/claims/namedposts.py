"""Words behind a verb of speech go in: whether a post in front of a name stands there, and where it begins, come out.

"assure la présidente, Jane Roe", "disse ao Diário do Norte o fundador e CEO, John Roe", "according to its boss, Jane
Roe".
"""

from __future__ import annotations

from functools import cache

from briefing.claims.lexicon import load
from briefing.claims.reading import Sentence
from briefing.claims.words import word_set

_LONGEST = 9  # words of a post
_DEFINITE = frozenset({"the", "its", "their", "his", "her", "our"})
_THEIR = frozenset({"sua", "seu", "sa", "son", "ihre", "ihr", "su", "leur"})
_PLAIN = frozenset({"o", "a", "le", "la", "der", "die"})
_TO = (("ao",), ("à",), ("aos",), ("dem",), ("au",))


@cache
def _articles() -> frozenset[str]:
    return frozenset(load("speech")["speakers"]["foreign_articles"])


def after_post(sentence: Sentence, first: int, at: int) -> bool:
    """Does nothing but an article and a post stand in front of the comma at word `at`?"""
    low = sentence.words.low
    behind = sentence.name_at[at + 1] if at + 1 < len(low) else None
    named = behind is not None and behind.kind == "person"
    shaped = named or (behind is not None and behind.kind == "unknown" and " " in behind.text)
    if shaped and 0 < at - first < _LONGEST and _is_post_abroad(low, first, at):
        return True
    if not 0 < at - first < 4 or low[at - 1] not in word_set("roles", "officer"):
        return False
    return low[first] in _articles() or (low[first] in _DEFINITE and named)


def _is_post_abroad(low: tuple[str, ...], first: int, at: int) -> bool:
    """ "a fundadora e CEO", "o presidente da empresa", "sa fondatrice": "a" alone may be English."""
    posts = word_set("roles", "officer").intersection(low[first:at])
    if low[first] == "a":
        return any(post.endswith(("ora", "ente", "ócia", "dona")) for post in posts)
    return bool(posts) and low[first] in _articles() | _THEIR


def behind_reader(sentence: Sentence, first: int, stop: int) -> int:
    """ "disse | ao Diário do Norte | o fundador …": the word behind whom it is told to; `first` itself without one."""
    if sentence.words.low[first : first + 1] not in _TO:
        return first
    opens = range(first + 2, min(first + 7, stop))
    return next((at for at in opens if sentence.words.low[at] in _THEIR | _PLAIN), first)
