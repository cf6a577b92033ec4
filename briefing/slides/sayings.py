"""A Briefing in, what its sources say of the company in their own words out: rows of a lead and a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.measure import text_height
from briefing.model.frame import Box, Mark, inches
from briefing.model.records import dataclass
from briefing.model.source import Evidence
from briefing.slides import figures
from briefing.slides.canvas import hairline, heading, text_mark
from briefing.slides.clipping import shortenings
from briefing.slides.ledger import Ledger
from briefing.slides.matrix import metric_names
from briefing.slides.prose import Piece, Statement, Style, fitted, label, paragraph
from briefing.slides.quoting import figures_in
from briefing.slides.trimming import leans
from briefing.slides.wording import alike, capital, shown

LEAST_ROOM = inches(1.30)  # heading and one row
_HEAD = inches(0.34)
_ROW, _LEAST_ROW = inches(0.80), inches(0.60)
_LEAD = inches(1.90)
_LEAST_WORDS, _MOST_CHARACTERS = 6, 260
_DOING = (
    "makes builds provides develops offers operates sells designs runs produces manufactures powers enables "
    "specialises specializes serves delivers supplies"
)
_KINDS = {"product": "Product", "partnership": "Partner", "infrastructure": "Infrastructure", "company": "Company"}


@dataclass(frozen=True, slots=True)
class Saying:
    """lead: what it is about. versions: of the sentence, longest first."""

    lead: str
    versions: tuple[Statement, ...]
    ids: tuple[str, ...]


def sayings(ledger: Ledger, most: int = 6) -> tuple[Saying, ...]:
    """What it does, its figures, what happened last: each sentence once."""
    found: list[Saying] = []
    spans: list[tuple[str, int, int]] = []
    for lead, evidence, ids in (*_doing(ledger), *_figures(ledger), *_happened(ledger), *_stated(ledger)):
        part = evidence[0]
        if any(part.source == source and part.start < end and start < part.end for source, start, end in spans):
            continue
        saying = _saying(ledger, lead, evidence, ids)
        if saying and not any(
            saying.lead == other.lead or alike(saying.versions[0].text, other.versions[0].text) for other in found
        ):
            found.append(saying)
            spans += [(other.source, other.start, other.end) for other in evidence]
        if len(found) == most:
            break
    return tuple(found)


_Found = tuple[str, Sequence[Evidence], tuple[str, ...]]


def _doing(ledger: Ledger) -> Iterator[_Found]:
    """The sentence that says what the company does."""
    names = "|".join(re.escape(name) for name in sorted(ledger.names, key=len, reverse=True))
    verbs = "|".join(_DOING.split())
    pattern = re.compile(
        rf"\b(?:{names})\b(?:,? (?!that|which|who)[\w-]+){{0,3}}? (?:{verbs}|is (?:building|developing|an? ))\b"
    )
    told = [claim for claim in ledger.briefing.claims if pattern.search(claim.evidence.quote)]
    told.sort(key=lambda claim: (bool(re.search(r"[$€£¥₹]", claim.evidence.quote)), claim.kind != "profile"))
    for claim in told[:3]:
        yield "What it does", (claim.evidence,), (claim.id,)


def _figures(ledger: Ledger) -> Iterator[_Found]:
    """Figures that are neither money raised nor a price."""
    for metric in ledger.briefing.metrics:
        if "valuation" not in metric.name.lower() and metric.evidence and not metric.forward_looking:
            yield metric_names(metric)[0], metric.evidence[:1], ledger.ids(metric)


def _happened(ledger: Ledger) -> Iterator[_Found]:
    for item in reversed(ledger.briefing.milestones):
        if item.status == "past" and item.kind in _KINDS and item.evidence:
            when = capital(ledger.date(item, item.date))
            yield when or _KINDS[item.kind], item.evidence[:1], ledger.ids(item)


def _stated(ledger: Ledger) -> Iterator[_Found]:
    """Claims that nobody else confirms; their sentence says who makes them."""
    for item in sorted(ledger.briefing.unverified, key=lambda item: (item.rank, item.id)):
        if item.standing in ("company-stated", "analysis") and item.evidence and not item.about:
            if item.standing == "analysis" and not _is_of_company(ledger, item.evidence[0].quote):
                continue  # an investor on the world at large
            holder = shown(item.holder)
            yield f"{holder} says" if holder else "Not confirmed", item.evidence[:1], ledger.ids(item)


def _is_of_company(ledger: Ledger, quote: str) -> bool:
    return any(name in quote for name in ledger.names) or bool(_THE_COMPANY.search(quote))


_THE_COMPANY = re.compile(
    r"\b(?:the (?:\w+ )?(?:company|start-?up|firm|group|business|maker|bank)|its?|they|their)\b", re.I
)


def _saying(ledger: Ledger, lead: str, evidence: Sequence[Evidence], ids: tuple[str, ...]) -> Saying | None:
    quote = figures.shortened(shown(evidence[0].quote))
    if "|" in quote or not quote.rstrip().endswith((".", "!", "”", '"')):
        return None
    words = quote.strip()
    if leans(words) or len(words.split()) < _LEAST_WORDS or len(words) > _MOST_CHARACTERS:
        return None
    cites = ledger.cited(evidence)
    # What stands beside a figure tells it: a version that leaves it out is none.
    told = figures_in(lead) if not _DATE.search(lead) else ()
    texts = [text for text in shortenings(words, _LEAST_WORDS) if all(number in text for number in told)]
    versions = tuple(Statement((Piece(capital(text)),), cites, ids) for text in texts)
    return Saying(lead, versions, ids) if versions else None


_DATE = re.compile(r"\b(?:19|20)\d\d$")


def saying_marks(found: Sequence[Saying], box: Box, face: str) -> list[Mark]:
    """As many rows as the box holds, under their heading."""
    marks: list[Mark] = [heading("In the sources' words", box.x, box.w, box.y)]
    room = box.h - _HEAD
    rows = found[: max(room // _LEAST_ROW, 1)]
    height = min(room // max(len(rows), 1), _ROW)
    bold, style = Style(12.0, bold=True), Style(12.0)
    for at, saying in enumerate(rows):
        y = box.y + _HEAD + at * height
        lead = fitted([label(saying.lead)], bold, _LEAD - inches(0.15), 2, face)
        text = paragraph(fitted(saying.versions, style, box.w - _LEAD, 2, face), style)
        tall = max(height, text_height([text], box.w - _LEAD, face))
        marks += [
            hairline(f"Rule: {saying.lead}", box.x, y, box.w),
            text_mark(
                f"About: {saying.lead}",
                Box(box.x, y, _LEAD - inches(0.15), height),
                (paragraph(lead, bold),),
                anchor="middle",
            ),
            text_mark(
                f"Saying: {saying.lead}",
                Box(box.x + _LEAD, y, box.w - _LEAD, tall),
                (text,),
                anchor="middle",
                claims=saying.ids,
            ),
        ]
    return marks
