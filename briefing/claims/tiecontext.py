"""A cue of a tie and its sentence go in, what the words around it tell comes out: whose round, what money."""

from __future__ import annotations

from itertools import pairwise

from briefing.claims.reading import FoundName
from briefing.claims.tiecues import Hit, tie_words
from briefing.claims.tieparts import with_others
from briefing.claims.tiesentence import Party, Sentence


def in_round_of_subject(sentence: Sentence, hit: Hit) -> bool:
    """Is the round that somebody joins the subject's? By its name behind the verb, else by what the text runs on."""
    words = sentence.words
    start, stop = words.starts[hit.first], words.starts[min(hit.last + 12, len(words) - 1)]
    owners = [
        name
        for name in sentence.names
        if start < name.start <= stop and sentence.text[name.end : name.end + 2] in ("'s", "s'")
    ]
    if owners:
        return owners[0].is_subject
    taker = _taker(sentence, hit.last)
    if taker is not None:
        return taker.is_subject
    if raised_by_other(sentence, hit, 40):
        return False
    return sentence.clause(hit.first).setting_is_subject or sentence.before_subject


def _taker(sentence: Sentence, at: int) -> FoundName | None:
    """ "led a €30 million round | at the rival Delta": who is named behind the round and its preposition."""
    words = sentence.words
    after = next((place for place in range(at, min(at + 9, len(words))) if words.low[place] in tie_words("rounds")), -1)
    if after < 0 or words.low[after + 1 : after + 2] not in (("at",), ("in",), ("into",)):
        return None
    start, stop = words.starts[after + 1], words.starts[min(after + 7, len(words) - 1)]
    named = next((name for name in sentence.names if start < name.start <= stop), None)
    fits = named is not None and (named.is_subject or named.kind == "organisation")
    return named if fits and "," not in sentence.text[start : named.start] else None  # type: ignore[union-attr]


def raised_by_other(sentence: Sentence, hit: Hit, reach: int = 14) -> bool:
    """ "…, and Delta last week raised $5 million led by A": does somebody else's name stand right before the verb?"""
    words = sentence.words
    dated = {
        at
        for date in sentence.utterance.dates
        for at in range(words.index_at(date.start), words.index_at(date.end - 1) + 1)
    }
    for index in range(hit.first - 1, max(hit.first - reach, 0), -1):
        if words.low[index] in (";", ".") or words.low[index] in tie_words("raisers"):
            at = index - 1
            if words.low[at] == ",":  # "Delta, a Lund startup, | raised"
                opened = next((place for place in range(at - 1, max(at - 14, 0), -1) if words.low[place] == ","), at)
                at = opened - 1
            while at >= 0 and (at in dated or words.low[at] in tie_words("auxiliaries")):
                at -= 1
            name = next((name for name in sentence.names if at >= 0 and name.end == words.ends[at]), None)
            return (
                words.low[index] not in (";", ".")
                and name is not None
                and not sentence.is_ours(name)
                and (name.kind in ("organisation", "unknown", "product"))
            )
    return False


def owned_by_subject(sentence: Sentence, place: int) -> bool:
    named = next((name for name in sentence.names if name.start >= place), None)
    return named is not None and named.is_subject and sentence.text[named.end : named.end + 2] == "'s"


def owns_it(sentence: Sentence, hit: Hit) -> bool:
    """Is what stands right behind the cue a thing of the subject's: "Acme's drug", or "its trials" behind its name?"""
    words, at = sentence.words, sentence.words.index_at(hit.place)
    named = next((name for name in sentence.names if name.start >= hit.place), None)
    behind = sentence.text[named.end : named.end + 2] if named is not None else ""
    if named is not None and named.is_subject and behind in ("'s", "s'") and words.index_at(named.start) - at < 4:
        return True
    if at + 1 >= len(words) or words.low[at] not in tie_words("own") or words.low[at + 1] == "own":
        return False
    before = sentence.words.low[:at]
    told = any(name.is_subject for name in sentence.names if name.start < hit.place)
    return told or not tie_words("own").isdisjoint(before)


def is_money(sentence: Sentence, hit: Hit) -> bool:
    """ "received $5 million from", not "received an order from"."""
    if not hit.cue.links or hit.cue.between or hit.cue.after == "lender":
        return True
    between = sentence.words.low[hit.last : sentence.words.index_at(hit.place)]
    if not tie_words("no_gifts").isdisjoint(between):
        return False
    amounts = any(
        hit.first <= sentence.words.index_at(amount.start) and amount.end <= hit.place
        for amount in sentence.utterance.amounts
    )
    return amounts or not tie_words("gifts").isdisjoint(between)


def subject_between(sentence: Sentence, hit: Hit) -> bool:
    start = sentence.words.ends[hit.last - 1]
    if any(name.is_subject and start <= name.start < hit.place for name in sentence.names):
        return True
    between = sentence.words.low[hit.last : sentence.words.index_at(hit.place)]
    return not tie_words("own").isdisjoint(between) and sentence.clause(hit.first).setting_is_subject


def of_subject(sentence: Sentence, hit: Hit) -> bool:
    """ "sold a stake in | Acme | to", "… in | the company | to": is what changes hands the subject's?"""
    start = sentence.words.ends[hit.last - 1]
    named = [name for name in sentence.names if start <= name.start < hit.place and name.kind != "place"]
    if named:
        return any(name.is_subject for name in named)
    between = sentence.words.low[hit.last : sentence.words.index_at(hit.place)]
    return ("the", "company") in pairwise(between) and sentence.before_subject


def brings_money(sentence: Sentence, behind: Party) -> bool:
    """ "a deal with A that included a $5 million investment": A put money in, too."""
    words = sentence.words
    at = words.index_at(behind.names[-1].end)
    ahead = words.low[at : at + 12]
    stop = next((place for place, low in enumerate(ahead) if low in (".", ";", ",")), len(ahead))
    ahead = ahead[:stop]
    if tie_words("brings").isdisjoint(ahead[:3]) or "in" in ahead[:3]:
        return False
    return any(low in tie_words("stakes") for low in ahead)


def only_other(sentence: Sentence, hit: Hit) -> tuple[FoundName, ...]:
    """ "Delta, which sells pumps, has had ties with Acme": the one organisation named before the cue."""
    earlier = [name for name in sentence.names if name.end <= sentence.words.starts[hit.first]]
    if any(name.is_subject for name in earlier) or not hit.cue.noun:
        return ()
    others = [name for name in earlier if name.kind in ("organisation", "unknown")]
    return tuple(others[:1]) if len({name.canonical for name in others}) == 1 else ()


def speaks_of_round(sentence: Sentence) -> bool:
    said = {*sentence.words.low, *sentence.before.lower().replace(",", " ").replace(".", " ").split()}
    return not said.isdisjoint(tie_words("gifts") | tie_words("rounds") | {"led", "investor", "investors"})


def uses_products(sentence: Sentence, hit: Hit) -> bool:
    """ "are turning to its offerings": what the subject calls its own stands for it."""
    words = sentence.words
    index = words.index_at(hit.place)
    if index + 1 >= len(words) or words.low[index] not in tie_words("own") or words.low[index + 1] == "own":
        return False
    return sentence.before_subject or sentence.clause(hit.first).setting_is_subject


def names_subject_soon(sentence: Sentence, hit: Hit) -> bool:
    """Is the subject the first to be named in the dozen words behind the cue (or does the text run on it)?"""
    words = sentence.words
    start, stop = words.starts[hit.last - 1], words.starts[min(hit.last + 14, len(words) - 1)]
    named = [name for name in sentence.names if start < name.start <= stop]
    if any(name.is_subject for name in named):
        return True
    return not named and sentence.before_subject and not with_others(sentence, hit.last)
