"""An unverified claim goes in, the words of its row come out: the matter, why it is in doubt, what would settle it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model.briefing import Reason, Relationship, Unverified
from briefing.model.claim import TieValues
from briefing.model.source import Evidence
from briefing.slides import figures
from briefing.slides.clipping import shortenings
from briefing.slides.ledger import Ledger
from briefing.slides.matrix import fact_name, fact_of, tie_name
from briefing.slides.prose import Kind, Piece, Statement
from briefing.slides.quoting import around, bearing, figures_in, quoted
from briefing.slides.trimming import core
from briefing.slides.wording import capital, listed, lower_first, shown

_AROUND = 62  # characters of a quote around a figure
_SHORT = 96  # characters that a claim may have in its column
WHY = {
    "rumour": "Rumour, not confirmed by any party",
    "unnamed-source": "Rests on unnamed sources only",
    "forward-looking": "Forward-looking: not yet a fact",
    "company-stated": "Only the company says so",
    "database-estimate": "A database's estimate",
    "opinion": "A judgement, not a finding",
    "inference": "The author's inference",
    "arithmetic": "Worked out by a source, not stated",
    "single-source": "One origin; no other source confirms it",
}
# The same in two words, before the source's own sentence.
_REASON = {
    "rumour": "Rumour",
    "unnamed-source": "Unnamed source",
    "forward-looking": "Forward-looking",
    "company-stated": "Company-stated",
    "database-estimate": "Estimate",
    "opinion": "Opinion",
    "inference": "Inference",
    "arithmetic": "Worked out",
    "single-source": "Single source",
}
VERIFY = {
    "rumour": "Confirmation or denial by the company or a lead investor",
    "unnamed-source": "A named source or a filing",
    "forward-looking": "A later disclosure that it has happened",
    "company-stated": "Audited figures or an independent source",
    "database-estimate": "A filing or the company's own figure",
    "opinion": "An independent test",
    "inference": "A statement by the company or a filing",
    "arithmetic": "The figure itself, from the company",
    "single-source": "A second, independent source",
}


def in_own_words(ledger: Ledger, item: Unverified, reason: Reason) -> tuple[Statement, ...]:
    """The reason in two words and the sentence itself, where the row names the matter and does not quote it yet."""
    return tuple(
        Statement((Piece(f"{_REASON[reason]}: ", "label"), Piece(text))) for text in sentences_told(ledger, item)
    )


def sentences_told(ledger: Ledger, item: Unverified) -> tuple[str, ...]:
    """The sentence that tells of the matter, by its figure or its name; () where the row names none."""
    name = matter_named(ledger, item)
    if not name:
        return _long(ledger, item)[1]
    own = bearing(item.evidence, item.text)
    bare = name.split(",")[0]
    firm = figures_in(name) or (bare, f"{bare[:1].lower()}{bare[1:]}")
    found = _told_by(own, firm) or _told_by(own, figures_in(item.text))
    # What else is told of a fact can be firm: it is quoted only where all of it shares the doubt.
    return found or (() if "unnamed-source" in item.reasons else _told_by(item.evidence, firm))


def _told_by(evidence: Sequence[Evidence], needles: tuple[str, ...]) -> tuple[str, ...]:
    """Versions of the sentence that holds a needle, the shortest last; () where none does."""
    found = quoted(evidence, needles) if needles else ()
    return (*found, around(evidence, needles, _AROUND)) if found else ()


def matter_named(ledger: Ledger, item: Unverified) -> str:
    """The name of the fact in question; "" without one, and where the name is a bare figure."""
    fact = fact_of(ledger, item.about) if item.about else None
    if isinstance(fact, Relationship):
        return tie_name(fact, doubted_ties(ledger, item) or fact.kinds)
    name = fact_name(ledger, item.about) if item.about else ""
    return name if re.search(r"[^\W\d_]{2}", name) else ""


def doubted_ties(ledger: Ledger, item: Unverified) -> tuple[str, ...]:
    """The ties that the doubted statements tell of; those to an organisation itself may be more."""
    return tuple(claim.values.tie for claim in ledger.claims(item) if isinstance(claim.values, TieValues))


def _long(ledger: Ledger, item: Unverified) -> tuple[str, tuple[str, ...]]:
    """Of a claim that no short form of fits its column: the words that name the matter, and the sentence."""
    text = core(figures.shortened(shown(item.text)), ledger.names)
    versions = shortenings(text)
    head = capital(_head(capital(text)))
    if not versions or len(versions[-1]) <= _SHORT or not head or head == capital(text):
        return "", ()
    return head, quoted(item.evidence)


def claim_cells(ledger: Ledger, item: Unverified, ids: tuple[str, ...]) -> tuple[Statement, ...]:
    """The source's words with their head in bold; of a known fact its name in bold, then words as far as they fit."""
    text = core(figures.shortened(shown(item.text)), ledger.names).strip('“”"')
    name = matter_named(ledger, item)
    versions = shortenings(text) or ("Not told in words",)
    head, sentences = _long(ledger, item)
    if head and sentences and not name:
        return (Statement((Piece(head, bold=True),), (), ids),)
    figure = figures_in(fact_name(ledger, item.about)) if item.about and not name else ()
    if figure:
        versions = quoted(item.evidence, figure) or versions
    if not name:
        return tuple(_claim(version, ids) for version in versions)
    lead = Piece(name, bold=True)
    if sentences_told(ledger, item):
        return (Statement((lead,), (), ids),)  # its sentence stands beside it, as the reason
    with_words = [
        Statement((lead, Piece(text_after(version, name))), (), ids)
        for version in versions
        if not _repeats(version, name)
    ]
    return (*with_words, Statement((lead,), (), ids))


def text_after(text: str, name: str) -> str:
    """What follows a bold name: the rest of words that begin with it, else the words behind a colon."""
    if text.lower().startswith(name.lower()):
        return text[len(name) :]
    return f": {common_start(text)}"


def _repeats(text: str, name: str) -> bool:
    """Does a text say no more than the name: fewer than three further words of any weight?"""
    stems = {word[:4] for word in re.findall(r"[a-z]{4,}", name.lower())}
    return len({word[:4] for word in re.findall(r"[a-z]{4,}", text.lower())} - stems) < 4


def common_start(text: str) -> str:
    """The text as it goes on behind a colon: small where it began with a common word."""
    first = text.split(" ", 1)[0]
    verb = first.endswith(("ed", "ing", "s")) and first.isalpha() and first[1:].islower()
    return text[:1].lower() + text[1:] if verb or lower_first(text) != text else text


def _claim(text: str, ids: tuple[str, ...]) -> Statement:
    """The claim with its head in bold: up to its first figure, or its first words."""
    text = capital(text)
    head = _head(text)
    if not head or head == text:
        return Statement((Piece(text, bold=bool(head)),), (), ids)
    return Statement((Piece(head, bold=True), Piece(text[len(head) :])), (), ids)


def _head(text: str) -> str:
    """The words that name the matter: to the end of the first figure, or up to the verb; "" where neither is near."""
    words = text.split(" ")
    if len(words) <= 5:
        return text
    for index, word in enumerate(words[:7]):
        if any(sign.isdigit() for sign in word) and any(sign in "$€£¥₹%" for sign in word):
            return " ".join(words[: index + 1]).rstrip(",;:")
    before = _VERB.split(text, maxsplit=1)[0].rstrip(",;:")
    return before if 2 <= len(before.split()) <= 7 else ""


_VERB = re.compile(
    r",? (?:is|are|was|were|will|would|has|have|had|can|could|may|might|does|do|did|said|says|that|which|to|with|for|"
    r"in|on)\b"
)


def cell_words(item: Unverified, text: str, rule: str) -> tuple[Statement, ...]:
    """A source's own words where it has them, else the rule's."""
    words = figures.shortened(shown(text))
    if not shortenings(words):
        return (Statement((Piece(rule, "label"),)),)
    versions = list(shortenings(words))
    before = _WILL.split(versions[-1], maxsplit=1)[0]
    versions += [before] if len(before.split()) > 3 else []
    versions = versions[::-1] if len(versions) > 1 and ". " in words else versions  # our rules: the first says enough
    told = any(words.lower() in figures.shortened(shown(part.quote)).lower() for part in item.evidence)
    kind: Kind = "claim" if told else "label"
    return tuple(Statement((Piece(capital(version), kind),)) for version in dict.fromkeys(versions))


_WILL = re.compile(r"\s(?:will|would|should|could|may|might) (?=\w)")


def outlets_told(ledger: Ledger, item: Unverified) -> str:
    """The outlets that tell of the claim, where it names nobody who says it."""
    names = list(dict.fromkeys(ledger.outlet(number) for number in ledger.cites(item)))
    return listed(names, 2) if names else "Not named"
