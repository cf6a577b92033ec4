"""A Reading goes in, the subject's sites and machines come out: data centres, plants, what they cost and hold."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

from briefing.claims.lexicon import load
from briefing.claims.making import make
from briefing.claims.reading import Clause, FoundName, Reading, Sentence, Utterance
from briefing.claims.roles import roles
from briefing.claims.sitesowned import is_held, is_own_site
from briefing.claims.verbs import is_determiner, is_finite, is_preposition
from briefing.claims.view import view
from briefing.claims.words import Phrases, Words, forms
from briefing.model.claim import Amount, Claim, InfrastructureValues
from briefing.model.dates import When, bounds

Status = Literal["operating", "planned", "acquired", "announced"]
_AT = frozenset({"in", "near", "at", "across", "outside", "around", "throughout"})
_LINKS = frozenset({"i", "am", "an", "sur", "de", "la", "del", "do", "da", "upon", "on"})
_COSTS = frozenset({"capex", "price"})


@cache
def _sites() -> Phrases:
    return Phrases((phrase, "site") for phrase in load("infrastructure")["sites"])


@cache
def _named() -> Phrases:
    return Phrases((phrase, "named") for phrase in load("infrastructure")["named"])


@cache
def _verbs(key: str) -> frozenset[str]:
    return frozenset(form for verb in load("infrastructure")[key] for form in forms(verb))


@cache
def _words_of(key: str) -> frozenset[str]:
    return frozenset(load("infrastructure")[key])


def extract(reading: Reading) -> Iterator[Claim]:
    """A claim for each site, named platform of machines, or bought piece of infrastructure of the subject."""
    for utterance in reading.utterances:
        if utterance.passage.kind not in ("sentence", "item", "title"):
            continue
        seen: set[tuple[int, int]] = set()
        for clause, values in _found(reading, utterance):
            claim = make(reading, clause, "infrastructure", values)
            key = (claim.evidence.start, claim.evidence.end)
            if key not in seen:
                seen.add(key)
                yield claim


def _found(reading: Reading, utterance: Utterance) -> Iterator[tuple[Clause, InfrastructureValues]]:
    sentence = utterance.sentence
    low = sentence.words.low
    for first, last, _ in _sites().all(low, 0, len(low)):
        if low[last - 1].startswith("facilit") and not _words_of("of_debt").isdisjoint(low):
            continue
        clause = utterance.clause_at(sentence.words.starts[first])
        status = _status(sentence, clause, first) or _held_status(utterance, clause, first)
        if _is_own(clause) and status is not None and sentence.name_at[first] is None and _is_head(sentence, last):
            location, end = _location(reading, sentence, last)
            start = _phrase_start(sentence, first)
            if not is_own_site(reading, utterance, clause, start, first):
                continue
            printed = reading.source.text[sentence.words.starts[start] : end or sentence.words.ends[last - 1]]
            at = sentence.words.starts[first]
            yield clause, _values(reading, utterance, clause, (printed, at), location, status)
    for name in utterance.names:
        found = _platform(utterance, name)
        if not found or name.is_subject:
            continue
        clause = utterance.clause_at(name.start)
        if _is_own(clause) or found == "acquired":
            if found != "acquired" and clause.topic and not clause.is_subject:
                continue
            yield clause, _values(reading, utterance, clause, (name.text, name.start), "", found)


def _held_status(utterance: Utterance, clause: Clause, at: int) -> Status | None:
    """Of "its plant": there, unless the talk is of what comes before that ("delayed the opening of its plant")."""
    words = utterance.sentence.words
    near = words.low[words.index_at(clause.start) : words.index_at(clause.end)]
    if not _words_of("not_there").isdisjoint(near):
        return None
    return "operating" if is_held(utterance, clause, at) else None


def _is_head(sentence: Sentence, behind: int) -> bool:
    """Does the noun phrase end here? ("data center plans" is about plans.)"""
    if behind >= len(sentence.words):
        return True
    low, raw = sentence.words.low[behind], sentence.words.raw[behind]
    return (
        not raw[0].isalpha()
        or is_preposition(low)
        or is_finite(sentence.words, behind)
        or low in ("and", "or", "that", "to", "where", "which", "located", "powered", "by", "this", "next", "last")
    )


def _is_own(clause: Clause) -> bool:
    return clause.is_subject and not clause.negated


def _values(
    reading: Reading, utterance: Utterance, clause: Clause, named: tuple[str, int], location: str, status: Status
) -> InfrastructureValues:
    """named: the site's name and where it stands in the source."""
    purposes = roles(view(reading, utterance)) if utterance.amounts else ()
    amounts = tuple(
        Amount(amount.money, role, amount.start, amount.end)
        for amount, role in zip(utterance.amounts, purposes, strict=False)
        if (role in _COSTS or (role == "equivalent" and "capex" in purposes))
        and clause.start <= amount.start < clause.end
    )
    when = _when(reading, utterance, clause, named[1], status)
    return InfrastructureValues(named[0], amounts, location, status, _capacity(reading, utterance, clause), when)


def _when(reading: Reading, utterance: Utterance, clause: Clause, at: int, status: Status) -> When | None:
    """The first date behind the site, else one before it that no comma parts from it; what is planned is not past."""
    dates = [date for date in utterance.dates if clause.start <= date.start < clause.end]
    text, published = reading.source.text, bounds(reading.source.published)
    dates = [d for d in dates if d.start > at or "," not in text[d.start : at] or len(text[clause.start : d.start]) < 8]
    for date in sorted(dates, key=lambda date: (date.start < at, date.start)):
        told = bounds(date.when.edtf)
        if status != "planned" or not told or not published or told[1] >= published[0]:
            return date.when
    return None


def _status(sentence: Sentence, clause: Clause, at: int) -> Status | None:
    """Planned, announced, operating or bought, by the verb nearest in front; None if nobody does anything with it."""
    low = sentence.words.low
    future = clause.modality in ("planned", "hypothetical", "rumoured")
    first = sentence.words.index_at(clause.start)
    for number in range(at - 1, max(first - 1, at - 16), -1):
        word = low[number]
        if word in _verbs("buying") and not _is_parted(sentence, number, at):
            return "planned" if future else "acquired"
        if word in _verbs("building"):
            if low[at - 1] in ("its", "our") and word in _verbs("enlarging"):
                return "operating"  # "wants to expand its plant"
            bare = word in load("infrastructure")["building"] and (not number or low[number - 1] not in ("they", "we"))
            ahead = bare or word.endswith("ing")  # "to open", "and open"; "a list: open a second line"
            return "planned" if ahead or future else "operating"
        if word in ("invested", "invest", "investing", "investment", "investments", "plans", "spend", "spending"):
            return "planned" if future else "announced"
        if word in _HAVING and not _words_of("apart").isdisjoint(low[number + 1 : at]):
            continue  # "has banks behind | its plant", "had signed a loan for | its plant"
        if word in _verbs("running") or (word in _verbs("producing") and "at" in low[number:at]):
            return "planned" if future else "operating"
    return "planned" if future else None


_HAVING = frozenset({"has", "have", "had", "having"})


def _is_parted(sentence: Sentence, verb: int, at: int) -> bool:
    """ "buys cells, assembles them at | a plant": does a comma or a place stand between?"""
    between = sentence.words.low[verb + 1 : at]
    return "," in between or "at" in between or "from" in between


def _phrase_start(sentence: Sentence, at: int) -> int:
    """The first word of the noun phrase that ends in a site: "44MW data center", "13 data centers"."""
    words = sentence.words
    while at > 0 and not (
        not _is_thousands(words, at - 1)
        and (
            is_determiner(words.low[at - 1])
            or is_preposition(words.low[at - 1])
            or is_finite(words, at - 1)
            or words.low[at - 1] in ("to", "and", "or", "'s")
            or words.low[at - 1] in _verbs("building")
            or words.low[at - 1] in _verbs("running")
            or words.raw[at - 1] in ',;:()"—.'
        )
    ):
        at -= 1
    return at


def _is_thousands(words: Words, at: int) -> bool:
    """The comma of "60,000"."""
    return words.raw[at] == "," and at > 0 and words.raw[at - 1].isdigit() and words.starts[at] == words.ends[at - 1]


def _location(reading: Reading, sentence: Sentence, at: int) -> tuple[str, int]:
    """ "near Paris", "in France and Sweden": the places behind a site, and where they end."""
    words = sentence.words
    if at >= len(words) or words.low[at] not in _AT:
        return "", 0
    first = last = at + 1
    while last < len(words):
        name = sentence.name_at[last]
        if name is not None and name.kind in ("place", "unknown"):
            last = sentence.last_word(name) + 1
        elif len(words.low[last]) <= 3 and words.low[last] in _LINKS and words.raw[last + 1 : last + 2] != (",",):
            if last + 1 >= len(words) or not words.raw[last + 1][0].isupper():
                break
            last += 2
        elif words.low[last] in (
            "and",
            ",",
            "the",
            "north",
            "south",
            "northern",
            "southern",
            "eastern",
            "western",
            "&",
        ) and last + 1 < len(words):
            last += 1
        else:
            break
    while last > first and words.low[last - 1] in ("and", ",", "the", "&"):
        last -= 1
    if last < len(words) and words.low[last - 2] == "the" and _is_noun(words, last):
        last = next((at for at in range(last - 1, first, -1) if words.raw[at] == ","), last)  # "Lyon, the Rhône | city"
    if last == first:
        return "", 0
    start, end = words.starts[first], words.ends[last - 1]
    return reading.source.text[start:end], end


def _is_noun(words: Words, at: int) -> bool:
    low = words.low[at]
    other = is_preposition(low) or is_finite(words, at) or low in ("and", "that", "to", "or", "where", "which")
    return words.raw[at].isalpha() and words.raw[at].islower() and not other


def _capacity(reading: Reading, utterance: Utterance, clause: Clause) -> str:
    """Figures with a unit of power or machines, as printed."""
    units = {unit.lower() for unit in load("infrastructure")["units"]}
    found = [
        reading.source.text[number.start : max(number.noun_end, number.end)]
        for number in utterance.numbers
        if clause.start <= number.start < clause.end and number.unit and number.unit.lower().split()[-1] in units
    ]
    return ", ".join(found)


def _platform(utterance: Utterance, name: FoundName) -> Status | None:
    """ "Acme Compute, a European cloud …" or "acquired Northwind, an infrastructure startup": its status, else None."""
    sentence = utterance.sentence
    words = sentence.words
    end = sentence.last_word(name) + 1
    described = name.descriptor.lower()
    if end + 1 < len(words) and words.raw[end] == "," and words.low[end + 1] in ("a", "an", "the"):
        stop = next(
            (at for at in range(end + 1, len(words)) if words.raw[at] in ",.;(" or words.low[at] in ("that", "which")),
            len(words),
        )
        described = f"{described} {' '.join(words.low[end + 1 : stop])}"
    low = tuple(described.split())
    if not low or next(_named().all(low, 0, len(low)), None) is None:
        return None
    clause = utterance.clause_at(name.start)
    if words.low[sentence.first_word(name) - 1 : sentence.first_word(name)] in (("on",), ("via",), ("through",)):
        return None  # "runs on Northwind, a cloud platform"
    before = words.low[max(sentence.first_word(name) - 5, 0) : sentence.first_word(name)]
    if any(word in _verbs("buying") for word in before):
        return "acquired" if clause.is_subject or clause.setting_is_subject else None
    if name.kind == "organisation" or name.kind == "person":
        return None
    return "planned" if clause.modality in ("planned", "hypothetical") else "operating"
