"""A Reading goes in, claims of ties to the subject come out: partners, customers, investors, suppliers, acquisitions …

Who is tied to somebody else, or only perhaps, or no longer in the running, is kept as Rejected with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from briefing.claims.lists import names_before, names_in_list
from briefing.claims.parties import Party, Sentence, co_subjects, party_before, party_behind
from briefing.claims.reading import FoundName, Reading, Utterance
from briefing.claims.tieclaims import Finding, claims_of
from briefing.claims.tiecues import Hit, hits, tie_words, trigger_words
from briefing.claims.tielists import listed_findings, tie_of
from briefing.claims.tieroles import role_findings
from briefing.claims.words import cut, plain
from briefing.model.claim import Claim, Rejected

# Ties whose cue reads the same from either side: "A and Acme partnered".
_LONGEST = 5000  # characters of a passage: what is longer is no sentence
_MUTUAL = frozenset({"partner", "co-developer", "joint-venture"})


def extract(reading: Reading) -> Iterator[Claim | Rejected]:
    """Claims of kind "relationship" (values: TieValues), one for each named party, and what was left out."""
    text = plain(reading.source.text)
    said: set[tuple[str, str, int]] = set()
    before_subject, before = False, ""
    subject = reading.subject_names[0] if reading.subject_names else ""
    # Who "it" is, is known for English only: elsewhere an article that begins with the subject stays with it.
    foreign = not reading.source.language.startswith("en") and any(
        name.is_subject for utterance in reading.utterances[:2] for name in utterance.names
    )
    lists: dict[int, bool] = {}  # lead-in → whether the text ran on the subject where its list began
    for utterance in reading.utterances:
        if _may_hold(utterance):
            words = cut(text, utterance.passage.start, utterance.passage.end)
            lead = utterance.passage.lead_in
            ours = lists.setdefault(lead.start, before_subject) if lead else before_subject
            sentence = Sentence(
                utterance, words, text, ours or (foreign and not _rivalled(utterance)), before, foreign, subject
            )
            yield from claims_of(reading, sentence, _findings(reading, sentence), said)
        last, before = utterance.clauses[-1], utterance.text
        before_subject = last.setting_is_subject or any(clause.is_subject for clause in utterance.clauses)


def _may_hold(utterance: Utterance) -> bool:
    if len(utterance.text) > _LONGEST or not any(not name.is_subject for name in utterance.names):
        return False
    passage = utterance.passage
    if passage.cells:
        return True
    if passage.lead_in is not None or (passage.kind == "item" and tie_of(passage.heading)):
        return True
    return not _triggers().isdisjoint(
        utterance.text.lower().replace(",", " ").replace(".", " ").replace("-", " ").split()
    )


def _rivalled(utterance: Utterance) -> bool:
    """Does a sentence begin with the name of somebody else?"""
    return (
        bool(utterance.names)
        and not utterance.names[0].is_subject
        and utterance.names[0].start == utterance.passage.start
    )


@cache
def _triggers() -> frozenset[str]:
    return trigger_words()


def _findings(reading: Reading, sentence: Sentence) -> Iterable[Finding]:
    yield from listed_findings(reading, sentence)
    yield from role_findings(sentence)
    for hit in hits(sentence.words):
        yield from _by_cue(sentence, hit)


def _by_cue(sentence: Sentence, hit: Hit) -> Iterator[Finding]:
    cue = hit.cue
    if cue.together:
        yield Finding(cue.after, co_subjects(sentence, hit.first).names, hit.first)
        return
    if cue.funding and not _speaks_of_round(sentence):
        return
    behind = party_behind(sentence, hit.place, detour=bool(cue.links) or cue.after in ("customer", "use"))
    if cue.before == "acquirer" and behind.subject and _owned_by_subject(sentence, hit.place):
        return  # "bought Acme's sensor unit"
    if cue.follows and not behind.known:
        start, stop = hit.last, min(hit.last + 14, len(sentence.words) - 1)
        named = [
            name
            for name in sentence.names
            if sentence.words.starts[start - 1] < name.start <= sentence.words.starts[stop]
        ]
        behind = Party((), any(name.is_subject for name in named) or (not named and sentence.before_subject))
    if cue.before == "customer" or not behind.known:
        behind = _using_products(sentence, hit, behind)
    before = party_before(sentence, hit.first, cue.noun)
    listed = {name.canonical for name in behind.names}
    topic = sentence.clause(hit.first).topic
    if (
        all(name.canonical in listed for name in before.names)
        and not before.subject
        and (before.names or topic in listed)
    ):
        before = Party((), sentence.before_subject)  # those behind the cue only took the floor
    if cue.object_before:
        objects = names_before(
            sentence.text, sentence.utterance.passage.start, sentence.words.starts[hit.first], sentence.names
        )
        if sentence.clause(hit.first).setting_is_subject or sentence.clause(hit.first).is_subject:
            yield Finding(cue.object_before, tuple(name for name in objects if not name.is_subject), hit.first)
        return
    if cue.money and not _is_money(sentence, hit):
        return
    if cue.after == "distributor" and not before.subject and _subject_between(sentence, hit):
        before = Party((), True)  # "to distribute Acme's models through B"
    if cue.money and behind.subject:
        if (
            not before.subject and cue.before
        ):  # the subject gives, another takes; or another gives and the subject takes
            yield Finding(cue.before, before.names, hit.first)
        return
    if cue.funding and behind.names and not before.subject:
        ours = sentence.before_subject or sentence.clause(hit.first).setting_is_subject
        yield Finding(cue.after, behind.names, hit.first, "" if ours else "in the round of another company")
        return
    if cue.alone:
        if before.names and not before.subject and not (behind.names and cue.before != "customer"):
            ours = _in_round_of_subject(sentence, hit)
            yield Finding(cue.before, before.names, hit.first, "" if ours else "in the round of another company")
        return
    if before.subject and not behind.names and cue.after == "acquired":
        yield from _relative(sentence, hit)
        return
    if behind.subject and cue.before == "customer":
        yield from _users(sentence, hit)
    if before.subject and behind.names and cue.after:
        if before.names and cue.after in _MUTUAL:
            yield Finding(cue.after, before.names, hit.first)
        yield Finding(cue.after, behind.names, hit.first)
        if cue.after == "partner" and _brings_money(sentence, behind):
            yield Finding("investor", behind.names[-1:], hit.first)
    elif (behind.subject and before.names and cue.before) or (
        before.subject and before.names and cue.before in _MUTUAL and not behind.known
    ):
        yield Finding(cue.before, before.names, hit.first)
    elif before.subject and behind.subject and cue.before:
        yield Finding(cue.before, before.names or _only_other(sentence, hit), hit.first)
    elif behind.names and not behind.subject and not before.subject and cue.after:
        about = before.names[-1].canonical if before.names else sentence.clause(hit.first).topic
        yield Finding(cue.after, behind.names, hit.first, f"said of {about}" if about else "said of nobody named")


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


def _in_round_of_subject(sentence: Sentence, hit: Hit) -> bool:
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
    return sentence.clause(hit.first).setting_is_subject or sentence.before_subject


def _owned_by_subject(sentence: Sentence, place: int) -> bool:
    named = next((name for name in sentence.names if name.start >= place), None)
    return named is not None and named.is_subject and sentence.text[named.end : named.end + 2] == "'s"


def _is_money(sentence: Sentence, hit: Hit) -> bool:
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


def _subject_between(sentence: Sentence, hit: Hit) -> bool:
    start = sentence.words.ends[hit.last - 1]
    if any(name.is_subject and start <= name.start < hit.place for name in sentence.names):
        return True
    between = sentence.words.low[hit.last : sentence.words.index_at(hit.place)]
    return not tie_words("own").isdisjoint(between) and sentence.clause(hit.first).setting_is_subject


def _brings_money(sentence: Sentence, behind: Party) -> bool:
    """ "a deal with A that included a $5 million investment": A put money in, too."""
    words = sentence.words
    at = words.index_at(behind.names[-1].end)
    ahead = words.low[at : at + 12]
    stop = next((place for place, low in enumerate(ahead) if low in (".", ";", ",")), len(ahead))
    ahead = ahead[:stop]
    if tie_words("brings").isdisjoint(ahead[:3]) or "in" in ahead[:3]:
        return False
    return any(low in tie_words("stakes") for low in ahead)


def _only_other(sentence: Sentence, hit: Hit) -> tuple[FoundName, ...]:
    """ "Delta, which sells pumps, has had ties with Acme": the one organisation named before the cue."""
    earlier = [name for name in sentence.names if name.end <= sentence.words.starts[hit.first]]
    if any(name.is_subject for name in earlier) or not hit.cue.noun:
        return ()
    others = [name for name in earlier if name.kind in ("organisation", "unknown")]
    return tuple(others[:1]) if len({name.canonical for name in others}) == 1 else ()


def _speaks_of_round(sentence: Sentence) -> bool:
    said = {*sentence.words.low, *sentence.before.lower().replace(",", " ").replace(".", " ").split()}
    return not said.isdisjoint(tie_words("gifts") | tie_words("rounds") | {"led", "investor", "investors"})


def _using_products(sentence: Sentence, hit: Hit, behind: Party) -> Party:
    """ "are turning to its offerings": what the subject calls its own stands for it."""
    words = sentence.words
    index = words.index_at(hit.place)
    runs_on = sentence.before_subject or sentence.clause(hit.first).setting_is_subject
    if index + 1 < len(words) and words.low[index] in tie_words("own") and runs_on and words.low[index + 1] != "own":
        return Party((), True)
    return behind


def _relative(sentence: Sentence, hit: Hit) -> Iterator[Finding]:
    """ "Delta, the payment platform that Acme acquired last year": the name before the relative clause."""
    words = sentence.words
    for at in range(hit.first - 1, max(hit.first - 6, 0), -1):
        if words.low[at] in ("that", "which", "whom"):
            named = [name for name in sentence.names if name.end <= words.starts[at] and not name.is_subject]
            if named and words.starts[at] - named[-1].end < 90:
                yield Finding(hit.cue.after, (named[-1],), hit.first)
            return
