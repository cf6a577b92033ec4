"""A sentence that begins with a place of work goes in, who uses the subject's product there comes out.

"At Globe, a chain of hospitals, doctors use Acme for every scan", "At Globe the app was switched off in May".
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.claims.tiecues import tie_words
from briefing.claims.tiefindings import Finding
from briefing.claims.tiesentence import Sentence
from briefing.claims.wares import singular

_AHEAD = 40  # words within which the product must be used
_OBJECT = 5  # words between the verb and what is used


def site_findings(sentence: Sentence) -> Iterator[Finding]:
    """One finding for the organisation behind the "At" that opens the sentence."""
    words = sentence.words
    if len(words) < 5 or words.low[0] != "at":
        return
    site = next((name for name in sentence.names if words.index_at(name.start) in (1, 2)), None)
    if site is None or site.is_subject or site.kind not in ("organisation", "unknown"):
        return
    if words.low[words.index_at(site.end - 1) + 1 :][:1] in (("'s",), ("'",)):
        return
    for index in range(words.index_at(site.end), min(_AHEAD, len(words))):
        if words.low[index] in tie_words("used_at") and _is_ours(sentence, index):
            yield Finding("customer", (site,), index)
            return


def _is_ours(sentence: Sentence, index: int) -> bool:
    """Is it the subject's: its name behind the verb, or "the software" on either side of it?"""
    words = sentence.words
    start, stop = words.starts[index], words.ends[min(index + _OBJECT, len(words) - 1)]
    if any(sentence.is_ours(name) and start < name.start < stop for name in sentence.names):
        return True
    runs_on = sentence.before_subject or any(clause.is_subject for clause in sentence.utterance.clauses)
    if runs_on and words.low[index + 1 : index + 2] in (("it",), ("them",)):
        return True
    near = [*range(max(index - _OBJECT, 1), index), *range(index + 1, min(index + _OBJECT, len(words)))]
    return runs_on and any(
        (words.low[at] in tie_words("things") or singular(words.low[at]) in sentence.made)
        and words.low[at - 1] in ("the", "its", "this", "two", "three", "four")
        for at in near
    )
