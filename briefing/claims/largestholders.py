"""A share in its sentence goes in, the holder that is called the largest, or comes after it, comes out.

"Northwind, its largest shareholder with | 16 per cent", "followed by Oakfund and Birch with 13.9% and | 11.5%".
"""

from __future__ import annotations

from itertools import pairwise

from briefing.claims.reading import FoundName, Reading, Utterance
from briefing.claims.words import Words, row

HOLDERS = row("shareholder shareholders owner owners stakeholder investor holder aktionär anteilseigner actionnaire")
_MOST = row("largest biggest main top leading größte größter premier")
_SMALL = row("a an the some about nearly roughly around almost over under more less than just little still combined")
_LEADS_ON = row("be will would also is are was were remains remain became becomes as its the their still now")
_LONGEST = 18  # words of an apposition


def largest_holder(utterance: Utterance, words: Words, at: int, after: int) -> FoundName | None:
    """ "Northwind remains the largest stakeholder with | 17%", "Northwind, with | 40 per cent | its biggest owner"."""
    low = words.low
    begin = _over(words, at - 1)
    if begin < 1 or low[begin] != "with":
        return None
    name = _ending_at(utterance, words, begin - (words.raw[begin - 1] == ",") - 1)
    if name is not None and _is_called_largest(utterance, words, words.index_at(name.start)):
        return name
    behind = low[after : after + 4]
    if any(one in _MOST and other in HOLDERS for one, other in pairwise(behind)):
        return _ending_at(utterance, words, begin - (words.raw[begin - 1] == ",") - 1)
    noun = next((place for place in range(begin - 1, max(begin - 4, 0), -1) if low[place] in HOLDERS), -1)
    most = (
        next((place for place in range(noun - 1, max(noun - 4, -1), -1) if low[place] in _MOST), -1) if noun > 0 else -1
    )
    if most < 1:
        return None
    who = most - 1
    while who >= 0 and (low[who] in _LEADS_ON or words.raw[who] in ",s'" or low[who] == "'s"):
        who -= 1
    return _ending_at(utterance, words, who)


def _is_called_largest(utterance: Utterance, words: Words, opens: int) -> bool:
    """ "Biggest holder is now | Oakfund", "The largest owner of Acme remains | Oakfund": in front of its name."""
    verb = opens - 1
    while verb > 0 and words.low[verb] in ("now", "still", "the"):
        verb -= 1
    if words.low[verb] not in ("is", "was", "remains", "became"):
        return False
    if any(one.start < words.starts[verb] and not one.is_subject for one in utterance.names):
        return False  # "The largest owner of Contoso is"
    clause = utterance.clause_at(words.starts[verb])
    if not clause.setting_is_subject and not any(one.is_subject for one in utterance.names):
        return False
    ahead = words.low[max(0, verb - 7) : verb]
    return any(one in _MOST and other in HOLDERS for one, other in pairwise(ahead))


def follower(utterance: Utterance, words: Words, at: int) -> FoundName | None:
    """ "followed by Oakfund and Birch with 20% and | 7% | respectively": of names and shares the one in turn."""
    shares = [number for number in utterance.numbers if number.unit == "percent"]
    places = [words.index_at(number.start) for number in shares]
    opens = next((place for place in range(at - 1, max(at - 24, 0), -1) if words.low[place] == "followed"), -1)
    if opens < 0 or words.low[opens + 1] != "by":
        return None
    behind = [place for place in places if place > opens]
    names = [name for name in utterance.names if words.starts[opens] < name.start < words.starts[behind[0]]]
    turn = behind.index(at) if at in behind else -1
    return names[turn] if 0 <= turn < len(names) == len(behind) else None


def relative_before(words: Words, joint: int) -> int:
    """ "Northwind, the firm | that | led its Series F | and | still owns 18%": the pronoun in front of "and"."""
    for place in range(joint - 1, max(joint - _LONGEST, 0), -1):
        if words.low[place] in ("that", "which", "who"):
            return place
        if words.raw[place] in ".;:":
            break
    return joint


def before_apposition(words: Words, end: int) -> int:
    """The word that a name in front of a relative pronoun ends with: "Northwind |, the venture firm | that"."""
    if end < 0 or words.raw[end] == ",":
        return end - 1
    if words.raw[end][:1].isupper():
        return end
    for place in range(end, max(end - 8, 0), -1):
        if words.raw[place] == "," and words.low[place + 1] in ("a", "an", "the", "its"):
            return place - 1
    return end


def meant_by_it(reading: Reading, utterance: Utterance, words: Words, it: int) -> FoundName | None:
    """ "Northwind put in $5 million. For that | it | received 15% of the shares": whom the talk is of, if another."""
    topic = utterance.clause_at(words.starts[it])
    if topic.is_subject or not topic.topic:
        return None
    before = reading.utterances[max(0, utterance.index - 2) : utterance.index + 1]
    names = (name for one in reversed(before) for name in one.names if name.canonical == topic.topic)
    return next((name for name in names if name.kind in ("organisation", "unknown")), None)


def _over(words: Words, at: int) -> int:
    while at >= 0 and words.low[at] in _SMALL:
        at -= 1
    return at


def _ending_at(utterance: Utterance, words: Words, at: int) -> FoundName | None:
    if at < 0:
        return None
    end = words.ends[at]
    return next((name for name in utterance.names if name.start < end <= name.end and not name.is_subject), None)
