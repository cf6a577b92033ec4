"""A Briefing in, the gravest trouble told in it out: insolvency, inquiries, jobs cut, in the sources' words."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model.claim import Claim
from briefing.model.patterns import late
from briefing.slides import figures
from briefing.slides.clipping import shortenings
from briefing.slides.ledger import Ledger
from briefing.slides.lessons import Advice
from briefing.slides.prose import Piece, Statement
from briefing.slides.trimming import leans
from briefing.slides.wording import capital, shown

# What one asks of a company in that trouble, and how the trouble is told; the gravest first.
_TROUBLES = (
    (
        "Check that it goes on",
        ("bankrupt", "insolven", "administration", "creditor", "chapter 11", "liquidat", "receivership"),
        late(
            r"\b(?:fil(?:ed|es|ing)|appl(?:ied|ies|ying)) for (?:[\w-]+ ){0,3}?"
            r"(?:bankruptcy|insolvency|administration|liquidation|creditor protection|Chapter 11)|"
            r"\bdeclared (?:itself )?(?:bankruptcy|bankrupt|insolvent)|\b(?:went|gone|goes) bankrupt\b|"
            r"\b(?:enter(?:ed|s)|went into|fell into) (?:administration|insolvency|liquidation|receivership)",
            2,
        ),
    ),
    (
        "Ask about the inquiry",
        ("investigat", "probe", "inquiry", "froze", "indict", "sued", "lawsuit"),
        late(
            r"\bunder (?:[\w-]+ )?investigation\b|\bsubject of (?:a|an) [\w -]{0,40}?(?:probe|investigation|inquiry)\b|"
            r"\bopened an? [\w -]{0,40}?(?:investigation|probe|inquiry)\b|\b(?:has|have|had) frozen\b|\bfroze\b|"
            r"\b(?:was|were|been) (?:sued|indicted)\b|\blawsuits? against\b",
            2,
        ),
    ),
    (
        "Ask what the cuts mean",
        ("lay", "laid", "job", "workforce", "staff"),
        late(
            r"\b(?:laying|laid|lays|lay) off\b|"
            r"\bcut(?:s|ting)? (?:[\w%.,]+ ){0,4}?(?:jobs|workforce|staff|positions)\b",
            2,
        ),
    ),
)
_WHO = late(r"\bthe (?:[\w-]+ ){0,4}?(?:company|start-?up|firm|group|bank|maker)\b", 2)
_ON_A_DAY = late(r"^(?:late |early |earlier )?on (?:mon|tues|wednes|thurs|fri|satur|sun)day,? ", 2)
_LONGEST = 190  # characters that two lines hold


def trouble(ledger: Ledger) -> Iterator[Advice]:
    """One line at most: the gravest kind, as the latest article tells it."""
    days = {source.id: source.published for source in ledger.briefing.sources}
    told = [claim for claim in ledger.briefing.claims if claim.modality in ("asserted", "hedged")]
    told.sort(key=lambda claim: (days.get(claim.evidence.source, ""), -claim.evidence.start), reverse=True)
    for lead, stems, pattern in _TROUBLES:
        for claim in told:
            quote = claim.evidence.quote
            if not any(map(quote.lower().__contains__, stems)) or not pattern.search(quote):
                continue
            versions = [text for text in _versions(ledger, claim) if pattern.search(text)]
            if versions:
                cites = ledger.cited((claim.evidence,))
                texts = tuple(Statement((Piece(capital(text)),), cites, (claim.id,)) for text in versions)
                yield Advice(lead, texts, "risk", ((cites[0], quote),))
                return


def _versions(ledger: Ledger, claim: Claim) -> list[str]:
    """The sentence at several lengths, where it names the company and hangs on no other."""
    words = _ON_A_DAY.sub("", figures.shortened(shown(claim.evidence.quote)))
    found = [text for text in shortenings(words) if len(text) <= _LONGEST]
    return [text for text in found if not leans(text) and _names(ledger, text)]


def _names(ledger: Ledger, text: str) -> bool:
    return any(name in text for name in ledger.names) or bool(_WHO.search(text))
