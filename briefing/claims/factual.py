"""A stretch of what an officer says goes in, whether it tells what was or is done, and so can be checked, comes out.

"We made money in seven of the last nine quarters", "we turn down two out of three": the company's word on itself, not
its view of the world ("nobody wants an agent").
"""

from __future__ import annotations

from briefing.claims.modality import Stand
from briefing.claims.reading import Sentence
from briefing.claims.segments import Segment
from briefing.claims.verbs import finite_forms
from briefing.claims.words import row

_MUSING = row(
    "would could should might must may can can't cannot couldn't wouldn't shouldn't hope hopes believe believes think "
    "thinks thought feel feels felt wish guess expect expects confident proud excited thrilled delighted love loved "
    "want wanted knew need imagine suppose bet dream like if best better worst great greatest"
)
_NUMBERS = row(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty forty fifty "
    "sixty seventy eighty ninety hundred thousand million billion half third quarter fifth twice dozen"
)
_DOERS = row("we i")
_DONE = row("were was had did didn't haven't hasn't wasn't weren't hadn't never")
_HAVE_DONE = row("we've i've")
_ARE = row("we're i'm")
_HAD = row("to a an the state got")
_HAVING = row("have 've has haven't hasn't")


def tells_fact(sentence: Sentence, segment: Segment, own: Stand) -> bool:
    """By its own words: a figure, a deed of the past, or what there is, and no praise, modal or feeling."""
    words = [sentence.words.low[number] for number in segment.own]
    if own.evaluative or not _MUSING.isdisjoint(words):
        return False
    if not _NUMBERS.isdisjoint(words) or any(number in sentence.figures for number in segment.own):
        return True
    return any(_is_deed(words, at) for at in range(len(words) - 1))


def _is_deed(words: list[str], at: int) -> bool:
    """ "we looked for", "we have never been", "we're not raising", "there are no talks", "are being tested"."""
    word, behind = words[at], words[at + 1]
    if word == "there" and behind in ("is", "are", "was", "were"):
        return not {"no", "never", "none"}.isdisjoint(words[at + 2 : at + 5])
    if word in ("is", "are") and behind == "being":
        return words[at + 2 : at + 3] != [] and words[at + 2].endswith("ed")
    if word in _HAVE_DONE:
        return behind not in _HAD
    if word in _ARE:
        return behind == "not" and (words[at + 2 : at + 3] or [""])[0].endswith("ing")
    if word not in _DOERS:
        return False
    if behind in _HAVING:
        return (words[at + 2 : at + 3] or ["to"])[0] not in _HAD
    if behind == "are":
        return words[at + 2 : at + 3] == ["not"] and (words[at + 3 : at + 4] or [""])[0].endswith("ing")
    return behind in _DONE or (behind.endswith("ed") and behind in finite_forms())
