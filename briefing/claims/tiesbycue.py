"""A cue in a sentence goes in, who is tied to the subject by it comes out: "A partnered with Acme"."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.claims.lists import names_before, names_in_list
from briefing.claims.parties import Party, Sentence, co_subjects, party_before, party_behind
from briefing.claims.reading import FoundName
from briefing.claims.tiecontext import (
    brings_money,
    in_round_of_subject,
    is_money,
    names_subject_soon,
    of_subject,
    only_other,
    owned_by_subject,
    owns_it,
    raised_by_other,
    speaks_of_round,
    subject_between,
    uses_products,
)
from briefing.claims.tiecues import Hit, tie_words
from briefing.claims.tiefindings import Finding
from briefing.claims.tieparts import lost
from briefing.claims.wordclasses import names_post, word_classes
from briefing.claims.words import row, word_set
from briefing.model.records import replace

# Ties whose cue reads the same from either side: "A and Acme partnered".
_MUTUAL = frozenset({"partner", "co-developer", "joint-venture"})
_PARTICIPLES = frozenset({"backed", "led", "funded", "financed", "supported"})
_ELSEWHERE = "in the round of another company"


def cue_findings(sentence: Sentence, hit: Hit) -> Iterator[Finding]:
    """The findings of one cue; none where neither party is the subject's counterpart."""
    cue = hit.cue
    if cue.parts[0] in _BODIES and not _said_of(sentence, hit):
        return
    if (
        cue.after == "supplier"
        and sentence.words.low[max(0, hit.first - 4) : hit.first].count("of")
        and _of_maker(sentence, hit)
    ):
        return
    if cue.parts == ("venture",) and not _FUNDS.isdisjoint(sentence.words.low[hit.first + 1 : hit.first + 3]):
        return  # "the venture fund of Delta"
    if cue.together:
        yield Finding(cue.after, co_subjects(sentence, hit.first).names, hit.first)
    elif cue.object_before:
        yield from _as_object(sentence, hit)
    elif cue.after == "lender" and cue.parts[0].startswith("borrow") and not _of_loans(sentence):
        return
    elif cue.money:
        yield from _giving(sentence, hit)
    elif cue.alone:
        yield from _alone(sentence, hit, *_parties(sentence, hit))
    else:
        yield from _between_two(sentence, hit, *_parties(sentence, hit))


_FUNDS = row("fund arm capital unit firm investor investors studio builder")


def _of_loans(sentence: Sentence) -> bool:
    """ "borrowed €5 million from A", not "a practice borrowed from A"."""
    borrowing = tie_words("borrowing") | {"money", "cash", "funds"}
    return bool(sentence.utterance.amounts) or not borrowing.isdisjoint(sentence.words.low)


def _of_maker(sentence: Sentence, hit: Hit) -> bool:
    """ "A, a maker of night | sensors | from Lund": where A is from, no goods that the subject has from there."""
    low = sentence.words.low[max(0, hit.first - 6) : hit.first]
    at = len(low) - 1 - low[::-1].index("of") if "of" in low else 0
    return at > 1 and low[at - 1] in _MAKERS and low[at - 2] in ("a", "an", "the", "another", "based")


_MAKERS = row("maker makers producer manufacturer developer supplier provider designer builder seller")
_BODIES = frozenset({"subsidiary", "unit", "division"})


def _said_of(sentence: Sentence, hit: Hit) -> bool:
    """ "Acme is a unit of Delta", "Acme, a unit of Delta", but not "… from A and a unit of Delta"."""
    low, at = sentence.words.low, hit.first - 1
    while at > 0 and (low[at] in ("a", "an", "the", "now") or low[at].endswith(("ly", "owned", "listed"))):
        at -= 1
    return at > 0 and low[at] in (",", "is", "was", "became", "become", "are", "were", "remains", "as", "(")


def _parties(sentence: Sentence, hit: Hit) -> tuple[Party, Party]:
    """Who stands before the cue and who behind it."""
    cue = hit.cue
    detour = bool(cue.links) or cue.after in ("customer", "use")
    behind = party_behind(sentence, hit.place, detour, customer=cue.after == "use")
    if cue.follows and not behind.known:
        behind = Party((), names_subject_soon(sentence, hit))
    at = sentence.words.index_at(hit.place)
    if cue.before == "acquirer" and (_own_behind(sentence, hit) or counts(sentence.words.low[at : at + 1])):
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


def counts(word: tuple[str, ...]) -> bool:
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


def _as_object(sentence: Sentence, hit: Hit) -> Iterator[Finding]:
    """ "Acme has a deal with A to co-develop …"."""
    clause = sentence.clause(hit.first)
    if clause.is_subject or clause.setting_is_subject:
        start, stop = sentence.utterance.passage.start, sentence.words.starts[hit.first]
        if hit.cue.parts[0] == "with" and hit.first > 1 and sentence.words.low[hit.first - 1] == ",":
            stop = sentence.words.ends[hit.first - 2]  # "with Delta, | to which it has a connection"
        opening = next((at for at in (0, 1) if sentence.words.low[at] in _WITH), -1) if sentence.foreign else -1
        if opening >= 0:  # "Com a Delta, a empresa desenvolve …"
            objects = names_in_list(sentence.text, sentence.words.ends[opening], stop, sentence.names)
        else:
            objects = names_before(sentence.text, start, stop, sentence.names)
        objects = objects[-1:] if hit.cue.parts[0] == "with" else objects
        yield Finding(hit.cue.object_before, tuple(name for name in objects if not name.is_subject), hit.first)


_WITH = frozenset({"com", "avec", "con", "mit"})


def _giving(sentence: Sentence, hit: Hit) -> Iterator[Finding]:
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
    before, behind = _parties(sentence, hit)
    if cue.after == "lead-investor":
        if _heads_company(sentence, hit, behind):
            return
        behind = replace(behind, names=_before_semicolon(sentence, behind.names))
    if cue.after in ("investor", "lead-investor") and before.subject and raised_by_other(sentence, hit):
        yield Finding(cue.after, behind.names, hit.first, _ELSEWHERE)
    elif behind.subject:
        if not before.subject and cue.before:  # the subject gives to another, or another to the subject
            yield Finding(cue.before, before.names, hit.first)
    elif cue.funding and behind.names and not before.subject:
        ours = sentence.before_subject or sentence.clause(hit.first).setting_is_subject
        yield Finding(cue.after, behind.names, hit.first, "" if ours else _ELSEWHERE)
    elif cue.after == "lead-investor" and (joined := _only_joined(sentence, behind)):
        leads = tuple(name for name in behind.names if name not in joined)
        yield from _between_two(sentence, hit, before, Party(leads))
        yield from _between_two(sentence, replace(hit, cue=replace(cue, after="investor")), before, Party(joined))
    elif cue.alone and not _into_another(sentence, hit):
        yield from _alone(sentence, hit, before, behind)
    else:
        yield from _between_two(sentence, hit, before, behind)


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


def _sum_behind(sentence: Sentence, hit: Hit) -> bool:
    return any(0 <= sentence.words.index_at(amount.start) - hit.last < 4 for amount in sentence.utterance.amounts)


def _heads_company(sentence: Sentence, hit: Hit, behind: Party) -> bool:
    """ "Acme, led by chief executive Jane Roe", "Acme is led by Jane Roe": who runs the company leads no round."""
    words = sentence.words
    if names_post(words.low, hit.last):
        return True
    if behind.names and behind.names[0].kind == "person":
        return True
    at = hit.first - 1
    while at > 0 and words.low[at] in ("is", "was", "now", "currently", ","):
        at -= 1
    led = any(name.is_subject and name.start <= words.starts[max(at, 0)] < name.end for name in sentence.names)
    return led and not sentence.utterance.amounts


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


def _alone(sentence: Sentence, hit: Hit, before: Party, behind: Party) -> Iterator[Finding]:
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
        yield Finding(hit.cue.before, before.names, hit.first, "" if ours else _ELSEWHERE)


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


def _between_two(sentence: Sentence, hit: Hit, before: Party, behind: Party) -> Iterator[Finding]:
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
