"""A sentence and a verb of it go in, whether it tells of somebody's working life and so of no tie of the company's.

"Before joining Acme, Jane Doe worked for Northwind", "Doe, who had advised Northwind, …", "he once supplied Northwind".
"""

from __future__ import annotations

from briefing.claims.reading import Sentence
from briefing.claims.verbs import is_adverb
from briefing.claims.words import row

_WORKED = row("worked advised consulted interned studied taught coached served")
_DEALT = row("supplied sold bought partnered")  # of a life only where the words around say when
_ONCE = row("previously formerly once earlier before")
_IDLE = row("had has have was been previously formerly once earlier also then first used to both later and who ,")
_JOINING = row("joining founding starting co-founding launching coming setting becoming")


def of_a_life(sentence: Sentence, verb: int) -> bool:
    """verb: the number of the word that a tie rests on."""
    low = sentence.words.low
    if low[verb] not in _WORKED and low[verb] not in _DEALT and low[verb : verb + 1] != ("work",):
        return False
    if low[verb] == "work" and low[verb - 2 : verb] != ("used", "to"):
        return False
    before = low[:verb]
    career = any(
        word == "before" and low[at + 1 : at + 2] != () and low[at + 1] in _JOINING for at, word in enumerate(low)
    )
    if low[verb] in _DEALT and not career and _ONCE.isdisjoint(before):
        return False
    return _by_person(sentence, verb)


def _by_person(sentence: Sentence, verb: int) -> bool:
    """Is the subject of the verb a person, be it named, "he" or the "who" behind a name?"""
    low = sentence.words.low
    at = verb - 1
    while at >= 0 and sentence.name_at[at] is None and (low[at] in _IDLE or is_adverb(low[at])):
        at -= 1
    if at < 0:
        return False
    name = sentence.name_at[at]
    return low[at] in ("he", "she") or (name is not None and name.kind == "person")
