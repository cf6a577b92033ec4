"""A count of those who use what the company makes goes in, who of them is named comes out as its customers.

"in daily use at over 90 clinics in six lands, including A and B", "some 60 banks run it, among them A".
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.claims.lists import names_in_list
from briefing.claims.reading import Reading
from briefing.claims.tiefindings import Finding
from briefing.claims.tieparts import runs_on
from briefing.claims.tiesentence import Sentence
from briefing.claims.usedby import is_used_by
from briefing.claims.view import view
from briefing.claims.words import row

_PARTIES = frozenset({"organisation", "unknown"})
_NAMING = (("including",), ("among", "them"), ("such", "as"), ("notably",), ("namely",))
_REACH = 16  # words from what is counted to those who are named
_ENDS = row(". ; : — which who while but")


def user_findings(reading: Reading, sentence: Sentence) -> Iterator[Finding]:
    """One finding for every count of users with names behind it."""
    low, words = sentence.words.low, sentence.words
    if _OPENERS.isdisjoint(low) or not sentence.utterance.numbers:
        return
    for number in sentence.utterance.numbers:
        first = words.index_at(number.noun_end)
        at = _naming(low, first)
        if not at or not number.unit.endswith("s") or not runs_on(sentence, first):
            continue
        if not is_used_by(view(reading, sentence.utterance), number):
            continue
        listed = names_in_list(sentence.text, words.ends[at - 1], sentence.utterance.passage.end, sentence.names)
        names = tuple(name for name in listed if name.kind in _PARTIES and not sentence.is_ours(name))
        if names:
            yield Finding("customer", names, at - 1, proven=True)


_OPENERS = frozenset(phrase[-1] for phrase in _NAMING)


def _naming(low: tuple[str, ...], first: int) -> int:
    """The word behind what leads to names, 0 where nothing does before the clause ends."""
    for at in range(first, min(first + _REACH, len(low))):
        found = next((phrase for phrase in _NAMING if low[at : at + len(phrase)] == phrase), None)
        if found is not None:
            return at + len(found) if low[at - 1] == "," else 0
        if low[at] in _ENDS:
            return 0
    return 0
