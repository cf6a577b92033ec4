"""A cue of a tie goes in, who stands before it and who behind it come out."""

from __future__ import annotations

from briefing.claims.parties import party_before, party_behind
from briefing.claims.tiecontext import (
    names_subject_soon,
    of_subject,
    subject_between,
    uses_products,
)
from briefing.claims.tiecues import Hit, tie_words
from briefing.claims.tiesentence import Party, Sentence
from briefing.claims.words import word_set

_PARTICIPLES = frozenset({"backed", "led", "funded", "financed", "supported"})


def parties_of(sentence: Sentence, hit: Hit) -> tuple[Party, Party]:
    """Who stands before the cue and who behind it."""
    cue = hit.cue
    detour = bool(cue.links) or cue.after in ("customer", "use")
    behind = party_behind(sentence, hit.place, detour, customer=cue.after == "use")
    if cue.follows and not behind.known:
        behind = Party((), names_subject_soon(sentence, hit))
    at = sentence.words.index_at(hit.place)
    if cue.before == "acquirer" and (_own_behind(sentence, hit) or _counts(sentence.words.low[at : at + 1])):
        behind = Party(behind.names)  # "Delta bought its way in", "bought its pump business"
    elif (cue.before == "customer" or not behind.known) and uses_products(sentence, hit):
        behind = Party((), True)
    if hit.first == 0 and cue.parts[0] in _PARTICIPLES and behind.subject and _closes_aside(sentence, behind):
        return Party((), True), Party(behind.names)  # "Backed by Oakfund, Acme raised …"
    before = party_before(sentence, hit.first, cue.noun)
    if not before.subject:
        listed = {name.canonical for name in behind.names}
        took_floor = before.names or sentence.clause(hit.first).topic in listed
        if took_floor and all(name.canonical in listed for name in before.names):
            before = Party((), sentence.before_subject)  # those behind the cue only took the floor
        elif cue.between >= _SOLD and of_subject(sentence, hit):
            before = Party((), True)  # "A sold its stake in Acme to B"
        elif cue.after == "distributor" and subject_between(sentence, hit):
            before = Party((), True)  # "to distribute Acme's models through B"
        elif cue.after == "acquired" and cue.parts[-1] == "of" and _is_topic(sentence, hit, behind):
            before = Party((), True)
        elif cue.setting and not before.known and not _of_another_body(sentence, hit):
            before = Party((), sentence.before_subject or sentence.clause(hit.first).setting_is_subject)
    return before, behind


def _is_topic(sentence: Sentence, hit: Hit, behind: Party) -> bool:
    """ "The | takeover of | Delta | has yet to be approved": nobody else is named, and the text runs on the subject."""
    low = sentence.words.low
    if len(behind.names) != 1 or len(sentence.names) > 1 or low[hit.first - 1] not in ("the", "this", "that"):
        return False
    at = sentence.words.index_at(behind.names[0].end)
    return sentence.before_subject and "by" not in low[at : at + 3]


def _of_another_body(sentence: Sentence, hit: Hit) -> bool:
    """ "The airline signed a | deal | with A": is the clause's subject told by a noun that fits nobody who is named?"""
    clause = sentence.clause(hit.first)
    at = sentence.words.index_at(clause.start)
    if clause.topic or clause.is_subject or sentence.words.low[at] not in ("the", "this", "that"):
        return False
    return not word_set("companies", "telling_heads", "body_heads").isdisjoint(sentence.words.low[at + 1 : at + 3])


_SOLD = frozenset({"stake", "shares", "interest"})  # what "A sold … in Acme to B" is about


def _counts(word: tuple[str, ...]) -> bool:
    """ "bought | 40 of them": machines, and no company."""
    return bool(word) and word[0].isdigit()


def _own_behind(sentence: Sentence, hit: Hit) -> bool:
    low, at = sentence.words.low, sentence.words.index_at(hit.place)
    if low[at : at + 1] == ("the",) and any(word in tie_words("own") for word in low[at + 3 : at + 4]):
        return low[at + 2] in ("of", "for")  # "took over the marketing of its pumps"
    return at < len(low) and low[at] in tie_words("own")


def _closes_aside(sentence: Sentence, behind: Party) -> bool:
    """ "Backed by Oakfund, | Acme raised": only a comma between the names and the subject."""
    if not behind.names:
        return False
    end = behind.names[-1].end
    own = next((name for name in sentence.names if name.start >= end and name.is_subject), None)
    return own is not None and sentence.text[end : own.start].strip() == ","
