"""A cue and the parties beside it go in, who is tied to the subject comes out."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.claims.lists import names_in_list
from briefing.claims.reading import FoundName
from briefing.claims.tiecontext import (
    brings_money,
    in_round_of_subject,
    names_subject_soon,
    only_other,
    owned_by_subject,
    owns_it,
)
from briefing.claims.tiecues import Hit
from briefing.claims.tiefindings import Finding
from briefing.claims.tieparts import lost
from briefing.claims.tiesentence import Party, Sentence
from briefing.claims.wordclasses import word_classes
from briefing.claims.words import row
from briefing.model.records import replace

# Ties whose cue reads the same from either side: "A and Acme partnered".
_MUTUAL = frozenset({"partner", "co-developer", "joint-venture"})
ELSEWHERE = "in the round of another company"


def _by_founder(sentence: Sentence, hit: Hit) -> bool:
    """ "In 2021 she | teamed up with Jane Roe": two people, however they went on to found the company."""
    low = sentence.words.low[max(0, hit.first - 3) : hit.first]
    return "he" in low or "she" in low


def _is_person(sentence: Sentence, name: FoundName) -> bool:
    """ "Jane Roe", "Wren Hale, an engineer who", "Wren Hale, a former banker"."""
    if name.kind == "person":
        return True
    at = sentence.words.index_at(name.end)
    ahead = sentence.words.low[at : at + 6]
    told = "who" in ahead or not word_classes().person_heads.isdisjoint(ahead)
    return ahead[:1] == (",",) and (ahead[1:3] == ("a", "former") or told)


def alone(sentence: Sentence, hit: Hit, before: Party, behind: Party) -> Iterator[Finding]:
    """ "A and B also participated": only who stands before the cue counts."""
    crossed = behind.names and hit.cue.before != "customer"
    if hit.cue.between and not names_subject_soon(sentence, hit):
        return
    if hit.cue.before == "customer" and not behind.subject and _dealt_with_other(sentence, hit):
        return
    one = before.names[0] if len(before.names) == 1 else None
    if one is not None and sentence.text[max(0, one.start - 5) : one.start].lower() == "both ":
        return  # "Both Roes have signed on for four years"
    if before.names and not before.subject and not crossed:
        ours = in_round_of_subject(sentence, hit) or (hit.cue.before == "lender" and _only_lender(sentence, before))
        yield Finding(hit.cue.before, before.names, hit.first, "" if ours else ELSEWHERE)


def _only_lender(sentence: Sentence, before: Party) -> bool:
    """ "In May | the Delta Bank | agreed to lend €6 million": in an article on the subject, nobody else is named."""
    others = {name.canonical for name in sentence.names if name.kind in ("organisation", "unknown")}
    return sentence.mostly and others == {name.canonical for name in before.names}


def _dealt_with_other(sentence: Sentence, hit: Hit) -> bool:
    """ "Delta has ordered 40 machines from | Globe": whose machines they are, if not the subject's."""
    words, end = sentence.words, sentence.clause(hit.first).end
    for name in sentence.names:
        if hit.place <= name.start < end and not sentence.is_ours(name) and name.kind != "place":
            before = words.low[max(0, words.index_at(name.start) - 3) : words.index_at(name.start)]
            if not {"from", "with", "by", "of"}.isdisjoint(before):
                return True
    return False


def between_two(sentence: Sentence, hit: Hit, before: Party, behind: Party) -> Iterator[Finding]:
    """ "A partnered with Acme": the subject on one side of the cue, its counterpart on the other."""
    cue, index = hit.cue, hit.first
    if cue.before == "acquirer" and behind.subject and owned_by_subject(sentence, hit.place):
        return  # "bought Acme's sensor unit"
    if cue.owned and not owns_it(sentence, hit):
        return
    if cue.after == "supplier" and cue.links and cue.parts[0].startswith("us") and _sum_between(sentence, hit):
        return  # "using $9 million from Delta"
    if cue.parts[-1] == "purchase" and not _BOUGHT_FOR.isdisjoint(sentence.words.low[hit.last : hit.last + 1]):
        return  # "a former purchase | manager"
    if cue.after == "partner" and behind.names and _by_founder(sentence, hit):
        behind = replace(behind, names=tuple(name for name in behind.names if not _is_person(sentence, name)))
    if cue.noun and cue.after in _MUTUAL and behind.subject and behind.names and not before.names:
        yield Finding(cue.after, behind.names, index)  # "a consortium of Acme, A and B"
        return
    if cue.owned and before.names and _subject_since(sentence, before.names[-1].end, index):
        return  # "Delta sold pumps, Acme rents them out and makes its money that way"
    if behind.subject and cue.before == "customer":
        yield from _users(sentence, hit)
    if before.subject and not behind.names and cue.after == "acquired":
        yield from _relative(sentence, hit)
    elif before.subject and behind.names and cue.after:
        if before.names and cue.after in _MUTUAL:
            yield Finding(cue.after, before.names, index)
        yield Finding(cue.after, behind.names, index)
        if cue.after == "partner" and brings_money(sentence, behind):
            yield Finding("investor", behind.names[-1:], index)
    elif before.names and cue.before and (behind.subject or _both_before(cue.before, before, behind)):
        yield Finding(cue.before, before.names, index)
    elif before.subject and behind.subject and cue.before:
        yield Finding(cue.before, only_other(sentence, hit), index)
    elif behind.names and not behind.subject and not before.subject and cue.after:
        about = before.names[-1].canonical if before.names else sentence.clause(index).topic
        refused = f"said of {about}" if about else "said of nobody named"
        yield Finding(cue.after, behind.names, index, "" if lost(sentence, index) else refused)


_BOUGHT_FOR = row("manager managers department order orders price prices agreement agreements power head director")


def _sum_between(sentence: Sentence, hit: Hit) -> bool:
    start = sentence.words.starts[hit.first]
    return any(start < amount.start < hit.place for amount in sentence.utterance.amounts)


def _subject_since(sentence: Sentence, start: int, index: int) -> bool:
    return any(name.is_subject and start <= name.start < sentence.words.starts[index] for name in sentence.names)


def _both_before(tie: str, before: Party, behind: Party) -> bool:
    """ "A and Acme teamed up": both parties stand before the cue."""
    return before.subject and tie in _MUTUAL and not behind.known


def _users(sentence: Sentence, hit: Hit) -> Iterator[Finding]:
    """ "… are using its products, including A and B"."""
    words = sentence.words
    index = words.index_at(hit.place)
    for at in range(index, min(index + 8, len(words) - 1)):
        if words.low[at] in (".", ";"):
            return
        if words.low[at] == "," and words.low[at + 1] in ("including", "like", "notably", "among"):
            users = names_in_list(sentence.text, words.ends[at + 1], sentence.utterance.passage.end, sentence.names)
            yield Finding("customer", tuple(name for name in users if not name.is_subject), hit.first)
            return


def _relative(sentence: Sentence, hit: Hit) -> Iterator[Finding]:
    """ "Delta, the payment platform that Acme acquired last year": the name before the relative clause."""
    words = sentence.words
    for at in range(hit.first - 1, max(hit.first - 6, 0), -1):
        if words.low[at] in ("that", "which", "whom"):
            named = [
                name
                for name in sentence.names
                if name.end <= words.starts[at] and not name.is_subject and name.kind not in ("place", "person")
            ]
            between = sentence.text[named[-1].end : words.starts[at]].strip() if named else "?"
            if len(between) < 90 and (not between or between[0] in ",(—"):
                yield Finding(hit.cue.after, (named[-1],), hit.first)
            return
    yield from _contact(sentence, hit)


def _contact(sentence: Sentence, hit: Hit) -> Iterator[Finding]:
    """ "Delta, the imaging unit | Acme | bought in 2022": the name before the apposition that the clause is part of."""
    words = sentence.words
    ours = next((name for name in sentence.names if name.is_subject and name.end == words.ends[hit.first - 1]), None)
    at = words.index_at(ours.start) - 1 if ours is not None else -1
    while at > 1 and words.low[at].replace("-", "").isalpha() and words.low[at] not in ("the", "a", "an"):
        at -= 1
    if at > 1 and words.low[at] in ("the", "a", "an") and words.low[at - 1] == ",":
        named = next((name for name in sentence.names if name.end == words.ends[at - 2]), None)
        if named is not None and not named.is_subject and named.kind not in ("place", "person"):
            yield Finding(hit.cue.after, (named,), hit.first)
