"""A cue of rounds and stakes goes in, who gives to whom comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.claims.cuepairs import ELSEWHERE, alone, between_two
from briefing.claims.cueparties import parties_of
from briefing.claims.reading import FoundName
from briefing.claims.tiecontext import (
    is_money,
    raised_by_other,
    speaks_of_round,
)
from briefing.claims.tiecues import Hit
from briefing.claims.tiefindings import Finding
from briefing.claims.tiesentence import Party, Sentence
from briefing.claims.wordclasses import names_post
from briefing.model.records import replace


def giving(sentence: Sentence, hit: Hit) -> Iterator[Finding]:
    """Cues of rounds and stakes: somebody gives, somebody takes."""
    cue = hit.cue
    if not is_money(sentence, hit) or (cue.funding and not speaks_of_round(sentence)):
        return
    if cue.parts[0] == "the" and not any(name.end == sentence.words.ends[hit.first - 1] for name in sentence.names):
        return  # "… and A | the rest", not "together with the rest of"
    if cue.parts == ("returned",) and sentence.words.low[hit.first - 1] in ("being", "been", "were", "was", "be"):
        return  # "calls were not returned"
    if cue.parts == ("put", "in") and not _ORDERED.isdisjoint(sentence.words.low[hit.last : hit.last + 4]):
        return  # "put in | an order for"
    if cue.parts == ("put",) and sentence.words.low[hit.last : hit.last + 1] == ("at",):
        return  # "was put | at $5 million in June": what it is worth
    if cue.parts[0] == "alongside" and not _PERMITS.isdisjoint(sentence.words.low[max(0, hit.first - 10) : hit.first]):
        return  # "was awarded a permit, alongside Delta"
    if cue.parts[0] in ("added", "adds") and not _sum_behind(sentence, hit):
        return  # "…, one of them added"
    if cue.parts[0].startswith("join") and _takes_post(sentence, hit):
        return
    if cue.after == "investee" and (_by_person(sentence, hit) or not _WRITERS.isdisjoint(sentence.words.low[:5])):
        return
    if cue.after in ("investor", "lead-investor") and _of_bought(sentence, hit):
        return
    before, behind = parties_of(sentence, hit)
    if cue.after == "lead-investor":
        if _heads_company(sentence, hit, behind):
            return
        behind = replace(behind, names=_before_semicolon(sentence, behind.names))
    if cue.after in ("investor", "lead-investor") and before.subject and raised_by_other(sentence, hit):
        yield Finding(cue.after, behind.names, hit.first, ELSEWHERE)
    elif behind.subject:
        if not before.subject and cue.before:  # the subject gives to another, or another to the subject
            yield Finding(cue.before, before.names, hit.first)
    elif cue.funding and behind.names and not before.subject:
        ours = sentence.before_subject or sentence.clause(hit.first).setting_is_subject
        yield Finding(cue.after, behind.names, hit.first, "" if ours else ELSEWHERE)
    elif cue.after == "lead-investor" and (joined := _only_joined(sentence, behind)):
        leads = tuple(name for name in behind.names if name not in joined)
        yield from between_two(sentence, hit, before, Party(leads))
        yield from between_two(sentence, replace(hit, cue=replace(cue, after="investor")), before, Party(joined))
    elif cue.alone and not _into_another(sentence, hit):
        yield from alone(sentence, hit, before, behind)
    else:
        yield from between_two(sentence, hit, before, behind)


def _into_another(sentence: Sentence, hit: Hit) -> bool:
    """ "Globe | invested | $5 million in Delta": is somebody else named as the one who takes it?"""
    low = sentence.words.low
    for at in range(hit.last, min(hit.last + _REACH, len(low) - 1)):
        if low[at] in _STOPS:
            return False
        name = sentence.utterance.sentence.name_at[at + 1] if low[at] in ("in", "into") else None
        if name is not None and name.kind in ("organisation", "unknown"):
            return not name.is_subject
    return False


_REACH = 10  # words behind the verb
_STOPS = frozenset({",", ";", ".", "and", "but", "alongside", "with"})


def _takes_post(sentence: Sentence, hit: Hit) -> bool:
    """ "…, who is joining | its board", "… joined as | finance director": no money is brought."""
    ahead = sentence.words.low[hit.last : hit.last + 6]
    if hit.cue.parts[-1] != "as":
        return "board" in ahead
    return _GIVERS.isdisjoint(ahead)


_GIVERS = frozenset("investor investors backer backers lead co-lead anchor shareholder shareholders partner".split())


def _of_bought(sentence: Sentence, hit: Hit) -> bool:
    """ "Acme paid €20 million for Delta. The startup | had | raised €5 million from Globe": the one that was bought."""
    low = sentence.words.low
    if "had" not in low[max(0, hit.first - 2) : hit.first] or any(name.is_subject for name in sentence.names):
        return False
    return any(not _BOUGHT.isdisjoint(words) for words in sentence.near)


_BOUGHT = frozenset("paid bought acquired acquire acquisition takeover purchase buy buys buying".split())
_PERMITS = frozenset("awarded selected chosen shortlisted permit licence license contract tender".split())
_ORDERED = frozenset("order orders bid bids request offer work hours time appearance word".split())
_WRITERS = frozenset({"writer", "author", "reporter", "columnist"})  # "The author's wife owns shares of …"


def _by_person(sentence: Sentence, hit: Hit) -> bool:
    """ "She previously | backed Delta": a person's money, not the company's."""
    at = hit.first - 1
    while at > 0 and (sentence.words.low[at] in ("had", "has", "also") or sentence.words.low[at].endswith("ly")):
        at -= 1
    return at >= 0 and sentence.words.low[at] in ("he", "she")


def _sum_behind(sentence: Sentence, hit: Hit) -> bool:
    return any(0 <= sentence.words.index_at(amount.start) - hit.last < 4 for amount in sentence.utterance.amounts)


def _heads_company(sentence: Sentence, hit: Hit, behind: Party) -> bool:
    """ "Acme, led by chief executive Jane Roe", "Acme is led by Jane Roe": who runs the company leads no round."""
    words = sentence.words
    if names_post(words.low, hit.last):
        return True
    if behind.names and behind.names[0].kind == "person":
        return True
    if behind.names and (post := _AS_POST.match(sentence.text, behind.names[-1].end)):
        return names_post(words.low, words.index_at(post.start("post")))
    at = hit.first - 1
    while at > 0 and words.low[at] in ("is", "was", "now", "currently", ","):
        at -= 1
    led = any(name.is_subject and name.start <= words.starts[max(at, 0)] < name.end for name in sentence.names)
    return led and not sentence.utterance.amounts


_AS_POST = re.compile(r",? as (?:its |joint )?(?P<post>[A-Za-z])")  # "led by Roe and Doe | as co-chief executives"


def _before_semicolon(sentence: Sentence, names: tuple[FoundName, ...]) -> tuple[FoundName, ...]:
    """ "led by A and B; C and D also took part": A and B."""
    kept: list[FoundName] = []
    for name in names:
        if kept and ";" in sentence.text[kept[-1].end : name.start]:
            break
        kept.append(name)
    return tuple(kept)


def _only_joined(sentence: Sentence, behind: Party) -> tuple[FoundName, ...]:
    """ "led by A and including B and C", "led by A, alongside B and C": B and C; nobody where all of them lead."""
    for number in range(1, len(behind.names)):
        between = sentence.text[behind.names[number - 1].end : behind.names[number].start]
        if not _JOINED.isdisjoint(between.replace(",", " ").split()):
            return behind.names[number:]
    return ()


_JOINED = frozenset({"including", "alongside", "includes", "included"})
