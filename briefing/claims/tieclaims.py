"""Findings of ties go in, claims come out: with status, category and evidence, or rejected with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import cast

from briefing.claims.categories import category_of
from briefing.claims.dateside import on_side
from briefing.claims.making import stated
from briefing.claims.modality import negated
from briefing.claims.parties import Sentence
from briefing.claims.reading import Clause, FoundName, Reading
from briefing.claims.tiebiographies import of_a_life
from briefing.claims.tiecues import phrases_by_first, tie_words
from briefing.claims.tiedenials import denied_before
from briefing.claims.tieverbs import frame_words
from briefing.claims.wordclasses import names_people
from briefing.claims.words import word_set
from briefing.model.claim import Claim, Modality, Rejected, Tie, TieStatus, TieValues
from briefing.model.dates import When
from briefing.model.money import Money
from briefing.model.records import dataclass, replace
from briefing.model.source import Evidence

# Whose money counts may be a person's, or something that sounds like a product; the state is a customer or a partner.
_MONEY = frozenset({"investor", "lead-investor", "lender"})
_UNFIRM = frozenset({"planned", "hypothetical", "rumoured"})
_STATES = frozenset({"partner", "customer", "joint-venture"})
_BESIDE = 5  # characters at most between a name of a list and its own date ("A in 2020, B in 2022")
_PRICED = frozenset({"acquired", "acquirer"})


@dataclass(frozen=True, slots=True)
class Finding:
    """Some names with one tie to the subject. index: the word it rests on. refused: why it is not taken, "" if it is.

    presupposed: the tie is taken for granted whatever the sentence says ("could appeal to Acme's backers A and B").
    label: a heading or label the names stand under. status: what the verb itself says of it, None if nothing.
    proven: who they are has been looked at, any kind of name will do. done: the verb tells of
    what has happened, whatever is planned in the rest of its clause.
    """

    tie: str
    names: tuple[FoundName, ...]
    index: int
    refused: str = ""
    presupposed: bool = False
    label: str = ""
    status: TieStatus | None = None
    proven: bool = False
    done: bool = False


def claims_of(
    reading: Reading, sentence: Sentence, findings: Iterable[Finding], said: set[tuple[str, str, int]]
) -> Iterator[Claim | Rejected]:
    """said: (name, tie, offset) of what was taken before; nothing is taken twice from one place."""
    refused: list[tuple[Finding, str]] = []
    for finding in findings:
        named = finding.names
        if finding.tie not in _PRICED:
            named = tuple(dict.fromkeys(_holder(sentence, name) for name in named))
        names = tuple(name for name in named if _fits(sentence, finding, name))
        tie = _tie(sentence, finding, names)
        if not names or not tie:
            continue
        clause = sentence.clause(finding.index)
        reason = _refusal(sentence, clause, finding) or finding.refused
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


def _holder(sentence: Sentence, name: FoundName) -> FoundName:
    """ "built on Delta's | Atlas": whose product it is, if that is said right in front of it."""
    if name.kind != "product" or name.owner:
        return name
    at = sentence.words.index_at(name.start)
    if sentence.words.low[at - 1] not in ("'s", "'"):
        return name
    owner = sentence.utterance.sentence.name_at[at - 2]
    return owner if owner is not None and owner.kind in ("organisation", "unknown") else name


def _kin(tie: str) -> tuple[str, ...]:
    return ("investor", "lead-investor") if tie in _MONEY else (tie,)


def _fits(sentence: Sentence, finding: Finding, name: FoundName) -> bool:
    """Can this name be a party to this tie?"""
    if name.is_subject or name.kind == "event" or name.text.lower() in tie_words("nobody") or names_people(name.text):
        return False
    if finding.tie in _MONEY and sentence.text[name.end :].startswith((" said", " says", " told", " added")):
        return False  # "a facility with Northwind Bank, Roe said"
    at = sentence.words.index_at(name.end)
    if finding.tie not in _MONEY and sentence.words.low[at : at + 1] and sentence.words.low[at] in _STAFF:
        return False  # "turned to | Globe | veteran Jane Roe"
    if finding.proven:
        return True
    if sentence.text[max(0, name.start - 11) : name.start].endswith(("inside the ", "within the ", "inside ")):
        return False
    if name.kind == "person" and sentence.words.low[finding.index] in _OWNING:
        return False  # "Jane Roe owns 40%": a founder's, unless it is told that she invested
    if name.kind == "person" or finding.tie == "investee":
        return finding.tie in _MONEY or (finding.tie == "investee" and name.kind in ("organisation", "unknown"))
    if name.kind == "place":
        if _IN_STATE.match(sentence.text, name.end):
            return False  # "Rye, Norland-based A"
        if sentence.text[max(0, name.start - 3) : name.start].lower() in ("in ", "at ") and not finding.presupposed:
            return False  # "In Norland, the office A uses it"
        others = [other for other in finding.names if other.kind in ("organisation", "unknown", "outlet")]
        return finding.tie in _STATES and (bool(others) or "government" in name.descriptor)
    if name.kind == "product":
        return bool(name.owner) or finding.tie in _MONEY or finding.tie in ("acquired", "acquirer")
    return True


_STAFF = frozenset(
    "veteran veterans alumnus alumna alumni executive executives boss staffer staffers lifer exec hand partner man "
    "engineer engineers researcher researchers".split()
)
_OWNING = frozenset("own owns owned hold holds held has have had".split())
_IN_STATE = re.compile(r", [A-Z][\w. ]{1,20}-based ")


def _tie(sentence: Sentence, finding: Finding, names: tuple[FoundName, ...]) -> str:
    """Cues that fit several ties are settled by what follows the name."""
    if finding.tie == "investee":
        return "partner"
    if finding.tie in _PRICED and names and _bids_for_work(sentence, names[-1]):
        return ""
    if finding.tie in _PRICED and _only_part(sentence, finding.index):
        return "investor" if finding.tie == "acquirer" else "partner"
    if finding.tie == "lead-investor" and _borrows(sentence, finding.index):
        return "lender"
    if finding.tie == "partner" and _delivers_to_us(sentence, finding):
        return "supplier"
    if finding.tie == "partner" and _sells_by_it(sentence, finding):
        return "customer"
    if finding.tie not in ("hardware", "use", "bought-firm"):
        return finding.tie
    words = sentence.words
    if finding.tie == "bought-firm":
        return "acquired" if len(names) == 1 and _is_firm(words.low, words.index_at(names[0].end)) else ""
    at = words.index_at(names[-1].end) if names else len(words)
    owned = bool(names) and all(name.owner or _holds(sentence, name) for name in names)  # "uses Delta's Skyhall"
    return "supplier" if owned or not tie_words("hardware").isdisjoint(words.low[at : at + 4]) else ""


def _holds(sentence: Sentence, name: FoundName) -> bool:
    """Is a product of its named right behind it: "Delta's | Skyhall"?"""
    at, named = sentence.words.index_at(name.end), sentence.utterance.sentence.name_at
    told = named[at + 1] if sentence.words.low[at : at + 1] in (("'s",), ("'",)) and at + 1 < len(named) else None
    return told is not None and told.kind == "product"


def _is_firm(low: tuple[str, ...], at: int) -> bool:
    """ "Delta |, a maker of sensors": what is told of it is told of a company."""
    if low[at : at + 1] != (",",) or low[at + 1 : at + 2] not in (("a",), ("an",), ("the",)):
        return False
    nouns = word_set("companies", "nouns")
    return any(word in nouns or word.endswith("maker") for word in low[at + 2 : at + 7])


def _bids_for_work(sentence: Sentence, name: FoundName) -> bool:
    """ "lost a bid for the Delta contract"."""
    at = sentence.words.index_at(name.end)
    return sentence.words.low[at : at + 1] in (("contract",), ("tender",), ("order",), ("account",), ("licence",))


def _delivers_to_us(sentence: Sentence, finding: Finding) -> bool:
    """ "a supply contract with Delta, for cells from its plant": who delivers what the contract is on."""
    words = sentence.words
    if words.low[finding.index] != "supply" or not finding.names:
        return False
    at = words.index_at(finding.names[-1].end)
    ahead = words.low[at : at + 12]
    if ahead[:1] == ("for",) and not frame_words("supply").isdisjoint(ahead[1:4]):
        return True  # "a supply agreement with Delta | for chips"
    return any(pair in (("from", "its"), ("from", "their")) for pair in pairwise(ahead))


def _sells_by_it(sentence: Sentence, finding: Finding) -> bool:
    """ "most of the output is sold under agreements with Delta": who agreed to buy is a customer."""
    low = sentence.words.low
    before = low[max(0, finding.index - 12) : finding.index]
    return low[finding.index] in _AGREEMENTS and ("sold" in before or "offtake" in before) and "under" in before


_AGREEMENTS = frozenset("agreement agreements contract contracts deal deals".split())


def _only_part(sentence: Sentence, index: int) -> bool:
    """ "bought 20% of Acme", "a 20% stake in Acme", "is owned by Northwind (62%)": not the whole of it."""
    words = sentence.words
    for number in sentence.utterance.numbers:
        at = words.index_at(number.start)
        if number.unit != "percent" or not 0 < number.value < 100 or not index < at <= index + 12:
            continue
        behind = words.low[words.index_at(number.noun_end - 1) + 1 :][:2]
        bracketed = at > 0 and words.low[at - 1] == "(" and behind[:1] == (")",)
        if bracketed or (behind and (behind[0] in ("stake", "of", "share", "interest", "shareholding"))):
            return bracketed or number.value < 50
    return False


def _borrows(sentence: Sentence, index: int) -> bool:
    """ "a credit facility with a syndicate led by A": who leads lenders invests in nothing."""
    before = set(sentence.words.low[max(0, index - 18) : index])
    equity = {"equity", "round", "series", "seed", "raise", "investors", "investment", "ipo"}
    return bool(before & tie_words("borrowing")) and not before & equity


def _refusal(sentence: Sentence, clause: Clause, finding: Finding) -> str:
    if finding.presupposed:
        return ""
    before = sentence.words.low[max(0, finding.index - 6) : finding.index]
    if finding.tie == "acquired" and "you" in before[-3:]:
        return "said to the reader"  # "tells you to buy Delta for it"
    wishing = before if "as" in before[-2:] else before[-4:]  # "hopes to | win | Delta Freight as a customer"
    wishing = (*wishing, sentence.words.low[finding.index])
    if clause.modality == "planned" and not tie_words("wishes").isdisjoint(wishing):
        return "sought, not won"
    if not tie_words("declining").isdisjoint(before[-4:]):
        return "declined"
    if _was_to_have(before) or ("due" in before and before[-2:] == ("to", "have")):
        return "planned once, not done"  # "was to have shifted its payments to Acme"
    if "had" in before and not tie_words("unrealised").isdisjoint(before):
        return "planned once, not done"
    if _was_to_have(before):
        return "planned once, not done"
    if of_a_life(sentence.utterance.sentence, finding.index):
        return "of somebody's working life"
    since = {"since", "until"} & set(sentence.words.low[: finding.index])  # "has not raised since A led its round"
    if (clause.negated and not since and _denied_here(sentence, clause, finding)) or clause.modality == "denied":
        return "denied or negated"
    if finding.tie == "competitor":
        return ""
    if denied_before(sentence.words.low, finding.index) or _has_none(sentence.words.low, finding.index):
        return "denied or negated"
    if finding.status != "ended" and _collapsed(sentence, clause):
        return "came to nothing"
    if sentence.words.low[max(finding.index - 1, 0)] in _MERELY:
        return "hypothetical"  # "discussed a potential | deal with Northwind"
    if _in_the_works(sentence, finding) or (finding.tie == "lender" and not _REPAID.isdisjoint(before)):
        return ""  # "would go toward the repayment of a loan from Delta"
    if clause.modality == "hypothetical" or (clause.conditional and clause.modality != "rumoured"):
        return "" if _announced(sentence, clause) or _depends(sentence, finding) else "hypothetical"
    return ""


def _has_none(low: tuple[str, ...], index: int) -> bool:
    """ "has no commercial | relationship with Delta"."""
    at = next((at for at in range(index - 1, max(index - 4, 0), -1) if low[at] == "no"), 0)
    return bool(at) and low[at - 1] in _HAVING and low[at + 1] not in ("longer", "fewer", "less")


_HAVING = frozenset("has have had having with is was are were signed holds".split())
_MERELY = frozenset({"potential", "possible", "hypothetical", "prospective"})


def _denied_here(sentence: Sentence, clause: Clause, finding: Finding) -> bool:
    """Is it the tie that is negated, and not why or when it holds: "Delta calls on Acme | when its own cannot cope"?"""
    words = sentence.words
    first, last = words.index_at(clause.start), words.index_at(clause.end)
    if finding.tie in _PRICED and "yet" in words.low[finding.index : last]:
        return False  # "The takeover of Delta | has yet to be approved"
    stop = next((at for at in range(finding.index + 1, last) if words.low[at] in _WHEN), 0)
    return not stop or negated(words, range(first, stop))


_WHEN = frozenset({"when", "because", "although", "though", "whenever", "until", "where", "so"})


def _was_to_have(before: tuple[str, ...]) -> bool:
    """ "which was to have | led the round": it was planned, and did not come about."""
    return "have" in before and any(pair in (("was", "to"), ("were", "to")) for pair in pairwise(before))


def _depends(sentence: Sentence, finding: Finding) -> bool:
    """ "Delta | depends on Acme's ledger": what hinges on a party is a fact, what hinges on an event is none."""
    return finding.proven and sentence.words.low[finding.index].startswith("depend")


def _in_the_works(sentence: Sentence, finding: Finding) -> bool:
    """ "A partnership with Delta |, under discussion since May, | would …": it is being talked over."""
    low = sentence.words.low
    if low[finding.index] not in tie_words("agreed") or "would" not in low:
        return False
    last = sentence.words.index_at(max(name.end for name in finding.names))
    near = low[max(0, finding.index - 3) : finding.index]
    return low[last + 1 : last + 3] in _WORKS or not _PROPOSED.isdisjoint(near)


_REPAID = frozenset(
    "repay repaying repayment refinance refinancing retire retiring redeem pay back outstanding".split()
)
_WORKS = (
    ("under", "discussion"),
    ("under", "negotiation"),
    ("in", "preparation"),
    ("now", "being"),
    ("being", "negotiated"),
)
_PROPOSED = frozenset({"planned", "proposed"})


def _announced(sentence: Sentence, clause: Clause) -> bool:
    """ "Delta said it would use Acme's software": what is announced is no mere thought."""
    words = sentence.words
    said = words.low[words.index_at(clause.start) : words.index_at(clause.end)]
    tells = {"said", "says", "announced", "announces", "confirmed"} & {*said, clause.holding}
    return bool(tells or clause.holding) and "would" in said and tie_words("doubts").isdisjoint(said)


def _collapsed(sentence: Sentence, clause: Clause) -> bool:
    """Does the clause itself say that the deal fell through?"""
    words = sentence.words
    low = words.low[words.index_at(clause.start) : words.index_at(clause.end)]
    if phrases_by_first("collapsed").keys().isdisjoint(low):
        return False
    said = f" {' '.join(low)} "
    found = next((phrase for phrase in tie_words("collapsed") if f" {phrase} " in said), "")
    return bool(found) and _NOTHING.isdisjoint(said[: said.index(f" {found} ")].split()[-5:])


_NOTHING = frozenset({"nothing", "none", "never"})  # "of which nothing has been called off"


def _claim(reading: Reading, sentence: Sentence, finding: Finding, tie: str, name: FoundName, clause: Clause) -> Claim:
    evidence = _evidence(reading, sentence, clause, finding.index, [name])
    if clause.modality in _UNFIRM and _is_aside(sentence, finding):
        clause = replace(clause, modality="asserted", holders=(), holder_kind="outlet")
    others = {other for other in (name.canonical, name.owner) if other and other != name.text}
    values = TieValues(
        name=name.text,
        tie=cast(Tie, tie),
        status=_status(sentence, finding, tie, clause),
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
    if (finding.done and modality == "planned") or (modality == "hypothetical" and _depends(sentence, finding)):
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


_OF_TWO = (("in",), ("at",), ("as",), ("being",), ("leading",), ("putting",))  # "with the former | in the lead"


_ENDABLE = frozenset({"customer", "partner", "supplier", "distributor", "joint-venture"})
_ENDING = frozenset(
    {
        "end",
        "ends",
        "ending",
        "terminate",
        "terminates",
        "terminating",
        "cancel",
        "cancels",
        "cancelling",
        "quit",
        "exit",
    }
)


def _ends_it(low: tuple[str, ...], index: int) -> bool:
    """ "decided to end its five-year | contract", "pulled the plug on its | partnership with Delta"."""
    ahead = low[max(0, index - 6) : index]
    at = next((at for at in range(len(ahead) - 1, -1, -1) if ahead[at] in _ENDING), -1)
    if at >= 0 and ahead[at + 1 : at + 2] in (("its",), ("the",), ("their",), ("a",), ("this",)):
        return "not" not in ahead[:at]
    return "plug" in ahead and "on" in ahead


def _status(sentence: Sentence, finding: Finding, tie: str, clause: Clause) -> TieStatus:
    words = sentence.words
    if finding.status is not None:
        return finding.status
    if clause.modality == "hypothetical" and _in_the_works(sentence, finding):
        return "planned"
    if tie == "competitor":
        return "current"
    before = words.low[max(0, finding.index - 4) : finding.index]
    told = words.low[max(0, finding.index - 4) : finding.index + 1]
    if any(word in tie_words("ended") and told[at + 1 : at + 2] not in _OF_TWO for at, word in enumerate(told)):
        return "ended"
    if finding.index and tie in _ENDABLE and _ends_it(words.low, finding.index):
        return "ended"
    ahead = words.low[finding.index + 1 : finding.index + 4]
    lapsed = ahead[:1] == ("until",) or "until" in before or (ahead[:1] == ("from",) and ahead[2:] == ("until",))
    if lapsed and tie in ("customer", "partner", "supplier", "distributor"):
        return "ended"  # "was a customer until May", "until May its largest customer"
    if ("end", "of") in pairwise(words.low[max(0, finding.index - 5) : finding.index]):
        return "ended"  # "since the end of the agreement with Delta"
    last = words.index_at(max(name.end for name in finding.names))
    if words.low[finding.index : finding.index + 2] == ("switched", "off"):
        return "ended"
    if words.low[finding.index] in tie_words("agreed") and _is_over(sentence, last):
        return "ended"
    if tie == "customer" and _is_given_up(words.low[last : last + 24]):
        return "ended"
    if tie_words("agreed") & {words.low[finding.index]} and words.low[last : last + 2] in _AHEAD:
        return "planned"  # "a trial with Delta | begins in October"
    behind = words.low[last : last + 3]
    buys = words.low[finding.index] in tie_words("exits") and finding.names[0].start > words.starts[finding.index]
    exits = () if buys else (*before, words.low[finding.index], *behind)  # "sold its stake to Delta": Delta has it now
    if tie in _MONEY and not tie_words("exits").isdisjoint(exits):
        return "ended"
    if tie == "lender" and "repaid" in (words.low[finding.index], *words.low[last : last + 5]):
        return "ended"
    if clause.modality == "rumoured" and not finding.presupposed:
        return "rumoured"
    if tie in _PRICED and ("option" in before or (clause.negated and "yet" in words.low[finding.index :])):
        return "planned"
    if tie in ("acquired", "acquirer"):
        first, last = words.index_at(clause.start), words.index_at(clause.end)
        if not tie_words("unsure").isdisjoint(words.low[first:last]) or "approach" in words.low[finding.index][:8]:
            return "rumoured"
    if words.low[finding.index : finding.index + 3] in _INTENTS:
        return "planned"
    agreed = words.low[finding.index : finding.index + 2] in (("agreed", "to"), ("agrees", "to"))
    if tie in _STATES and (agreed or ("to" in before[-2:] and not {"agreed", "agrees"}.isdisjoint(before))):
        return "planned"  # "has agreed to try ten of its robots"
    if (clause.modality == "planned" and not finding.presupposed and not finding.done) or not tie_words(
        "planned"
    ).isdisjoint(before):
        return "planned"
    return "current"


_AHEAD = tuple((verb, when) for verb in ("begins", "starts") for when in ("in", "next", "on"))


def _is_given_up(behind: tuple[str, ...]) -> bool:
    """ "Delta, an early user, | changed to a tool of its own", "| pulled out in May"."""
    said = " ".join(behind)
    return any(phrase in said for phrase in frame_words("over"))


_INTENTS = (("letter", "of", "intent"), ("letters", "of", "intent"))


def _is_over(sentence: Sentence, last: int) -> bool:
    """ "A pilot with Delta, which was to …, expired last year": the noun's verb, behind what is said of the name."""
    words = sentence.words
    stop = min(last + 20, words.index_at(sentence.utterance.passage.end))
    return any(
        words.low[at] in tie_words("over") and words.low[at - 1] not in ("not", "never", "to", "a", "the")
        for at in range(last, stop)
    )


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
    if tie not in _PRICED:
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
