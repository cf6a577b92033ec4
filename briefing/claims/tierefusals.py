"""A finding of a tie goes in, why it is not taken comes out: denied, declined, a mere thought, come to nothing."""

from __future__ import annotations

from itertools import pairwise

from briefing.claims.modality import negated
from briefing.claims.reading import Clause
from briefing.claims.tiebiographies import of_a_life
from briefing.claims.tiecues import phrases_by_first, tie_words
from briefing.claims.tiedenials import denied_before
from briefing.claims.tiefindings import PRICED, Finding
from briefing.claims.tiesentence import Sentence
from briefing.claims.words import word_set


def refusal(sentence: Sentence, clause: Clause, finding: Finding) -> str:
    """The reason in a few words, "" if the finding is taken."""
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
    if finding.tie == "customer" and _takes_person(sentence.words.low, finding.index):
        return "of a person"
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
    if is_in_the_works(sentence, finding) or (finding.tie == "lender" and not _REPAID.isdisjoint(before)):
        return ""  # "would go toward the repayment of a loan from Delta"
    if clause.modality == "hypothetical" or (clause.conditional and clause.modality != "rumoured"):
        return "" if _announced(sentence, clause) or hinges_on_party(sentence, finding) else "hypothetical"
    return ""


def _takes_person(low: tuple[str, ...], index: int) -> bool:
    """ "has | hired Acme's head of sales": somebody, and no goods."""
    ahead = low[index + 1 : index + 7]
    return low[index] in _HIRING and not word_set("roles", "officer").isdisjoint(ahead)


_HIRING = frozenset("hired hires hiring poached poaches lured appointed recruited named tapped engaged".split())


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
    if finding.tie in PRICED and "yet" in words.low[finding.index : last]:
        return False  # "The takeover of Delta | has yet to be approved"
    stop = next((at for at in range(finding.index + 1, last) if words.low[at] in _WHEN), 0)
    return not stop or negated(words, range(first, stop))


_WHEN = frozenset({"when", "because", "although", "though", "whenever", "until", "where", "so"})


def _was_to_have(before: tuple[str, ...]) -> bool:
    """ "which was to have | led the round": it was planned, and did not come about."""
    return "have" in before and any(pair in (("was", "to"), ("were", "to")) for pair in pairwise(before))


def hinges_on_party(sentence: Sentence, finding: Finding) -> bool:
    """ "Delta | depends on Acme's ledger": what hinges on a party is a fact, what hinges on an event is none."""
    return finding.proven and sentence.words.low[finding.index].startswith("depend")


def is_in_the_works(sentence: Sentence, finding: Finding) -> bool:
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
