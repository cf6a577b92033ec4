"""Findings of ties go in, claims come out: with status, category and evidence, or rejected with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import cast

from briefing.claims.categories import category_of
from briefing.claims.dateside import on_side
from briefing.claims.making import stated
from briefing.claims.phrases import words_of
from briefing.claims.reading import Clause, FoundName, Reading
from briefing.claims.tiecues import tie_words
from briefing.claims.tiefindings import MONEY, PRICED, STATES, Finding
from briefing.claims.tierefusals import hinges_on_party, refusal
from briefing.claims.tiesentence import Sentence
from briefing.claims.tiesettled import settled_tie
from briefing.claims.tiestatuses import status_of
from briefing.claims.wordclasses import beside, names_people
from briefing.model.claim import Claim, Modality, Rejected, Tie, TieValues
from briefing.model.dates import When
from briefing.model.money import Money
from briefing.model.records import replace
from briefing.model.source import Evidence

_UNFIRM = frozenset({"planned", "hypothetical", "rumoured"})
_BESIDE = 5  # characters at most between a name of a list and its own date ("A in 2020, B in 2022")


def claims_of(
    reading: Reading, sentence: Sentence, findings: Iterable[Finding], said: set[tuple[str, str, int]]
) -> Iterator[Claim | Rejected]:
    """said: (name, tie, offset) of what was taken before; nothing is taken twice from one place."""
    refused: list[tuple[Finding, str]] = []
    for finding in findings:
        named = finding.names
        if finding.tie not in PRICED:
            named = tuple(dict.fromkeys(_holder(sentence, name, finding.tie) for name in named))
        names = tuple(name for name in named if _fits(sentence, finding, name))
        tie = settled_tie(sentence, finding, names)
        if not names or not tie:
            continue
        clause = sentence.clause(finding.index)
        reason = refusal(sentence, clause, finding) or finding.refused
        if reason:
            refused.append((Finding(tie, names, finding.index), reason))
            continue
        for name in names:
            key = (name.canonical, tie, sentence.utterance.index)
            if key not in said:
                said.add(key)
                yield _claim(reading, sentence, finding, tie, name, clause)
    for finding, reason in refused:
        left = [
            name
            for name in finding.names
            if not any((name.canonical, tie, sentence.utterance.index) in said for tie in _kin(finding.tie))
        ]
        if left:
            evidence = _evidence(reading, sentence, sentence.clause(finding.index), finding.index, left)
            yield Rejected(f"{finding.tie} {', '.join(name.text for name in left)}: {reason}", "relationship", evidence)


def _holder(sentence: Sentence, name: FoundName, tie: str) -> FoundName:
    """ "built on Delta's | Atlas", "a Delta X100 chip": whose product it is, if its name or the words before it say."""
    model = _MODEL.search(name.text)
    if model is not None and name.kind in ("unknown", "product"):
        text = name.text[: model.start()]
        return replace(name, end=name.start + len(text), text=text, canonical=text, kind="organisation")
    if name.kind == "product" and name.owner and name.text.startswith(f"{name.owner} "):
        return replace(name, end=name.start + len(name.owner), text=name.owner, canonical=name.owner, owner="")
    if name.kind != "product" or name.owner:
        return name
    at = sentence.words.index_at(name.start)
    if sentence.words.low[at - 1] not in ("'s", "'"):
        return name
    owner = sentence.utterance.sentence.name_at[at - 2]
    ahead = sentence.text[name.end : name.end + 30].split(None, 1)[:1]
    part = (
        sentence.text[name.end : name.end + 1] != " "
        or ahead in ([], ["and"], ["or"])
        or ahead[0].strip(",.;") in beside("offshoots")
    )
    if tie == "customer" and owner is not None and part:
        return replace(name, kind="organisation")  # "customers include Delta's | Atlas |": a part of it that buys
    return owner if owner is not None and owner.kind in ("organisation", "unknown") else name


def _kin(tie: str) -> tuple[str, ...]:
    return ("investor", "lead-investor") if tie in MONEY else (tie,)


def _fits(sentence: Sentence, finding: Finding, name: FoundName) -> bool:
    """Can this name be a party to this tie?"""
    if name.is_subject or name.kind == "event" or name.text.lower() in tie_words("nobody") or names_people(name.text):
        return False
    if name.text.lower() in words_of("metrics", "gate", "lists") and _NUMBERED.match(sentence.text, name.end):
        return False  # "counts Fortune 500 manufacturers among its customers"
    if finding.tie in MONEY and sentence.text[name.end :].startswith((" said", " says", " told", " added")):
        return False  # "a facility with Northwind Bank, Roe said"
    at = sentence.words.index_at(name.end)
    if finding.tie not in MONEY and sentence.words.low[at : at + 1] and sentence.words.low[at] in _STAFF:
        return False  # "turned to | Globe | veteran Jane Roe"
    if name.kind == "person" and _FOUNDED_BY.search(sentence.text[max(0, name.start - _FOUNDERS) : name.start]):
        return False  # "Founded by Jane Doe and | John Roe |, Acme offers loans"
    if finding.tie in MONEY and _HIS_FIRM.match(sentence.text, name.end):
        return False
    if finding.tie == "distributor" and "".join(name.text.lower().split()) == "appstore":
        return False
    first = sentence.words.index_at(name.start)
    filed = finding.tie == "partner" and sentence.words.low[first - 1 : first] == ("with",)
    if filed and not _FILING.isdisjoint(sentence.words.low[max(0, first - _FILED) : first]):
        return False  # "filed its prospectus with | the regulator"
    if finding.proven:
        return True
    if sentence.text[max(0, name.start - 11) : name.start].endswith(("inside the ", "within the ", "inside ")):
        return False
    if name.kind == "person" and sentence.words.low[finding.index] in _OWNING:
        return False  # "Jane Roe owns 40%": a founder's, unless it is told that she invested
    if name.kind == "person" or finding.tie == "investee":
        return finding.tie in MONEY or (finding.tie == "investee" and name.kind in ("organisation", "unknown"))
    if name.kind == "place":
        if _IN_STATE.match(sentence.text, name.end):
            return False  # "Rye, Norland-based A"
        if sentence.text[max(0, name.start - 3) : name.start].lower() in ("in ", "at ") and not finding.presupposed:
            return False  # "In Norland, the office A uses it"
        others = [other for other in finding.names if other.kind in ("organisation", "unknown", "outlet")]
        return finding.tie in STATES and (bool(others) or "government" in name.descriptor)
    if name.kind == "product":
        return bool(name.owner) or finding.tie in MONEY or finding.tie in ("acquired", "acquirer")
    return True


_STAFF = frozenset(
    "veteran veterans alumnus alumna alumni executive executives boss staffer staffers lifer exec hand partner man "
    "engineer engineers researcher researchers".split()
)
_OWNING = frozenset("own owns owned hold holds held has have had".split())
_FOUNDED_BY = re.compile(r"\b[Ff]ounded (?:in (?:19|20)\d\d )?by (?:[^.;]|\b(?:Drs?|Mrs?|Ms|Prof|Jr|Sr)\.)*$")
# "Acme's venture firm leads …": whoever owns it gives nothing himself.
_HIS_FIRM = re.compile(r"['’]s (?:[A-Za-z-]+ ){0,2}(?:firm|company|startup|start-up|outfit)\b")
_FILING = frozenset({"file", "filed", "files", "filing", "lodge", "lodged", "registered", "complaint", "charges"})
_FILED = 14  # words between filing and with whom
_FOUNDERS = 120  # characters that a list of founders can take
# What is behind a maker's name in that of a chip, aircraft or machine: "X100", "A320neo", "MX30-B chip".
_MODEL = re.compile(r"(?<=[a-z]{2}) [A-Z]{1,3}\d{2,4}[A-Za-z]{0,3}\b.*$")
_NUMBERED = re.compile(r" \d{2,4}\b")
_IN_STATE = re.compile(r", [A-Z][\w. ]{1,20}-based ")


def _claim(reading: Reading, sentence: Sentence, finding: Finding, tie: str, name: FoundName, clause: Clause) -> Claim:
    evidence = _evidence(reading, sentence, clause, finding.index, [name])
    if clause.modality in _UNFIRM and _is_aside(sentence, finding):
        clause = replace(clause, modality="asserted", holders=(), holder_kind="outlet")
    others = {other for other in (name.canonical, name.owner) if other and other != name.text}
    values = TieValues(
        name=name.text,
        tie=cast(Tie, tie),
        status=status_of(sentence, finding, tie, clause),
        descriptor=name.descriptor,
        category=category_of(name.text, name.descriptor, finding.label, name.kind),
        when=_to_come(_when(sentence, finding, name, clause, evidence), clause, reading),
        amount=_price(sentence, name, tie, evidence),
        aliases=tuple(sorted(others)),
    )
    # What is taken for granted, or only placed beside the subject, stands however the sentence goes on.
    granted = finding.presupposed or tie == "competitor"
    modality: Modality = "asserted" if granted and clause.modality in _UNFIRM else clause.modality
    if values.status == "planned" and modality == "hypothetical":
        modality = "planned"
    if (finding.done and modality == "planned") or (modality == "hypothetical" and hinges_on_party(sentence, finding)):
        modality = "asserted"
    return stated(clause, "relationship", values, evidence, modality)


def _is_aside(sentence: Sentence, finding: Finding) -> bool:
    """ "Acme, | backed by Oakfund and Birch |, is in talks, sources said": known, and no part of what is whispered."""
    raw, at = sentence.words.raw, finding.index
    if not at or raw[at - 1] != "," or sentence.words.low[at] not in _ASIDES:
        return False
    last = sentence.words.index_at(max(name.end for name in finding.names))
    return raw[last : last + 1] == (",",)


_ASIDES = frozenset({"backed", "owned", "controlled", "founded", "funded"})


def _evidence(reading: Reading, sentence: Sentence, clause: Clause, index: int, names: list[FoundName]) -> Evidence:
    """The clause, made as long as the cue and the names need; the whole passage if that is not much more."""
    passage = sentence.utterance.passage
    start = min(clause.start, sentence.words.starts[index], *(name.start for name in names))
    end = max(clause.end, sentence.words.ends[index], *(name.end for name in names))
    if "'s " in names[0].text.replace("’", "'") and names[0].end - names[0].start < len(names[0].text):
        start = min(start, passage.start)  # its owner stands before it
    opening = sentence.since if any(name.end <= passage.start for name in names) else passage.start
    start, end = max(min(start, opening) if opening < passage.start else start, opening), min(end, passage.end)
    return reading.cite(start, end)


def _to_come(when: When | None, clause: Clause, reading: Reading) -> When | None:
    if when is None or clause.modality != "planned":
        return when
    return on_side(when, "planned", "", reading.source.published) or when  # "…, is to begin in July"


def _when(sentence: Sentence, finding: Finding, name: FoundName, clause: Clause, evidence: Evidence) -> When | None:
    """The date right behind the name, else the clause's first that is not right behind another name of the list."""
    dates = sentence.utterance.dates
    own = next((date for date in dates if 0 <= date.start - name.end <= _BESIDE), None)
    if own is not None and len(finding.names) > 1 and "," not in sentence.text[name.end : own.start]:
        return own.when
    theirs = {date.start for date in dates for other in finding.names if 0 <= date.start - other.end <= _BESIDE}
    if len(finding.names) > 1 and len(theirs) > 1:
        return None
    inside = [date for date in sentence.utterance.dates if evidence.start <= date.start and date.end <= evidence.end]
    return next((date.when for date in inside if clause.start <= date.start < clause.end), None)


def _price(sentence: Sentence, name: FoundName, tie: str, evidence: Evidence) -> Money | None:
    """The first amount soon behind the name ("… Delta for $1.1 billion"), if no other party stands between."""
    if tie not in PRICED:
        return None
    later = [amount for amount in sentence.utterance.amounts if amount.start >= name.end and amount.end <= evidence.end]
    if not later or later[0].start - name.end > 120:
        return None
    apposed = sentence.text[name.end : later[0].start]
    if len(apposed) > 40 and not apposed.endswith((" for ", " for about ")):
        return None  # behind an apposition only "for" leads to a price
    between = [other for other in sentence.names if name.end <= other.start < later[0].start and other.kind != "place"]
    behind = sentence.text[name.end : later[0].start]
    return (
        later[0].money
        if not between and any(word in behind.split() for word in ("for", "worth", "at", "of", "("))
        else None
    )
