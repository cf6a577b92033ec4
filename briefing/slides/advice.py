"""A Briefing and an audience in, the lines of "so what" out: the sources' own advice first, then rules on facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from briefing.model.audience import Audience
from briefing.model.briefing import Implication, Infrastructure, Product
from briefing.model.records import dataclass
from briefing.slides import figures
from briefing.slides.clipping import sentence, shortenings
from briefing.slides.highlights import both, revenue, rumoured_round
from briefing.slides.ledger import Fact, Ledger
from briefing.slides.prose import Piece, Statement
from briefing.slides.storyline import contradictions, metric_noun, topic_phrase
from briefing.slides.topics import rank, topic
from briefing.slides.wording import capital, counted, joined, listed, plural, share, shown, word_set

# "For builders, enterprise buyers and regulators, the news is …": whom a sentence addresses.
_ADDRESS = re.compile(
    r"^For ([^,]{3,90}(?:, (?:and |or )?[^,]{3,40})*?), +"
    r"(?=(?:the|this|that|these|those|a|an|its|it|your|our|in|more|less|what|how|whether|there|each|no)\b|[A-Z“])"
)
_ROLES = {"advice": 0, "caution": 1, "watch": 2}
_LEAST_WORDS = 6
# First words that point back to a sentence that the slide does not show.
_LEANING = word_set("it it's its they this that these those such he she his her their both neither there here another")
# What a reader is to do, or not to rely on.
_DIRECTIVE = re.compile(
    r"\b(?:should|must|need to|needs to|asks?|expect|consider|ensure|budget|avoid|evaluate|verify|test|demand|insist|"
    r"best treated|treat(?:ed)? (?:with|as|carefully)|with care|worth|not backed|no third-party|depends on whether|"
    r"matters? (?:more|most)|be careful|caution)\b",
    re.IGNORECASE,
)
_OPENER = re.compile(r"^(?:likewise|also|still|finally|however|moreover|but|and),?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Advice:
    """lead: two to four words. versions: the text, longest first. emphasis: what it is about, for ranking."""

    lead: str
    versions: tuple[Statement, ...]
    emphasis: str
    quotes: tuple[tuple[int, str], ...] = ()


def advice(ledger: Ledger, audience: Audience, most: int = 4) -> tuple[Advice, ...]:
    """Two sentences addressed to these readers, what the facts say to them, a caution; then whatever else there is."""
    own, general = _sorted(ledger, audience)
    cautions = [item for item in general if item.role == "caution"]
    rules = sorted(_rules(ledger), key=lambda item: rank(audience.emphasis, item.emphasis))
    chosen: list[Advice] = []
    for implications, share_ in ((own, 2), (cautions, 1)):
        until = min(len(chosen) + share_, most)
        for implication in implications:
            if len(chosen) < until:
                _take(_from_source(ledger, implication), chosen, most)
    for item in rules:
        _take(item, chosen, most)
    for implication in (*own, *general):
        if len(chosen) < most:
            _take(_from_source(ledger, implication), chosen, most)
    for item in chain(_unproven(ledger, audience), _one_origin(ledger)):
        if len(chosen) == most:
            break
        _take(item, chosen, most)
    return tuple(chosen)


def _sorted(ledger: Ledger, audience: Audience) -> tuple[list[Implication], list[Implication]]:
    """What is addressed to the audience, and what is addressed to nobody in particular, the best first."""
    own: list[Implication] = []
    general: list[Implication] = []
    for implication in ledger.briefing.implications:
        if not _stands_alone(implication.text):
            continue
        directs = bool(_DIRECTIVE.search(implication.text))
        if _addressed(implication, audience) and (directs or _named_first(implication, audience)):
            own.append(implication)
        elif not implication.audiences:
            general.append(implication)
    return sorted(own, key=lambda item: _order(item, audience)), sorted(
        general, key=lambda item: _order(item, audience)
    )


def _stands_alone(text: str) -> bool:
    """A sentence that can be read without the one before it, not a label or a fragment of a list."""
    words = _plain(text).split()
    first = words[0].lower().strip(",’'") if words else ""
    leans = first in _LEANING or (first == "the" and words[1:2] in (["same"], ["latter"], ["former"], ["other"]))
    return len(words) >= _LEAST_WORDS and not leans and not text[:1].islower()


def _plain(text: str) -> str:
    """The sentence without an opener and without naming whom it addresses."""
    text = figures.shortened(_OPENER.sub("", shown(text)))
    opening = _ADDRESS.match(text)
    return capital(text[opening.end() :] if opening and len(text) - opening.end() > 24 else text)


def _take(item: Advice | None, chosen: list[Advice], most: int) -> None:
    if item is None or not item.versions or len(chosen) >= most:
        return
    if item.lead in {other.lead for other in chosen} or any(_alike(item, other) for other in chosen):
        return
    chosen.append(item)


def _alike(one: Advice, other: Advice) -> bool:
    """Do two lines make the same point, by half of the shorter one's words?"""
    a, b = (set(item.versions[0].text.lower().split()) for item in (one, other))
    return len(a & b) * 2 > min(len(a), len(b))


def _addressed(implication: Implication, audience: Audience) -> bool:
    """Does the source speak to these readers, by its own naming of them or in its first words?"""
    named = " ".join(implication.audiences).lower()
    opening = _ADDRESS.match(implication.text)
    words = f"{named} {opening[1].lower() if opening else ''}"
    return any(re.search(rf"\b{re.escape(word)}(?:s|es)?\b", words) for word in audience.addressed_as)


def _order(implication: Implication, audience: Audience) -> tuple[bool, bool, int, int, str]:
    about = topic(implication.text)
    directs = bool(_DIRECTIVE.search(implication.text))
    direct = _named_first(implication, audience)
    return (not directs, not direct, _ROLES[implication.role], rank(audience.emphasis, about.emphasis), implication.id)


def _named_first(implication: Implication, audience: Audience) -> bool:
    """Is the audience itself named, not merely somebody like it?"""
    words = " ".join(implication.audiences).lower()
    return any(re.search(rf"\b{re.escape(word)}s?\b", words) for word in audience.addressed_as[:2])


def _from_source(ledger: Ledger, implication: Implication) -> Advice | None:
    text = _plain(implication.text)
    about = topic(text)
    cites, ids = ledger.cites(implication), ledger.ids(implication)
    first = sentence(text)
    texts = [*shortenings(text), *shortenings(first)]
    versions = tuple(Statement((Piece(capital(version)),), cites, ids) for version in dict.fromkeys(texts))
    if not versions:
        return None
    return Advice(about.lead(implication.role), versions, about.emphasis, ledger.quotes(implication, most=1))


def _unproven(ledger: Ledger, audience: Audience) -> Iterator[Advice]:
    """Claims that are not verified, in the source's words with who says it, those that the audience cares for first."""
    found = [item for item in ledger.briefing.unverified if _stands_alone(item.text) and item.standing != "rumoured"]
    for item in sorted(found, key=lambda item: (rank(audience.emphasis, topic(item.text).emphasis), item.rank)):
        text = figures.shortened(shown(item.text))
        about = topic(text)
        holder = shown(item.holder)
        authors = {
            name for source in ledger.briefing.sources for name in (shown(source.author), shown(source.publisher))
        }
        told = not holder or holder in authors or bool(_SAYING.search(text)) or holder.split()[-1] in text
        tail = "" if told else f"; only {holder} says so"
        cites, ids = ledger.cites(item), ledger.ids(item)
        versions = tuple(Statement((Piece(f"{capital(part)}{tail}"),), cites, ids) for part in shortenings(text, 6))
        yield Advice(about.lead("caution"), versions, about.emphasis, ledger.quotes(item, most=1))


_SAYING = re.compile(
    r"\b(?:says?|said|claim(?:s|ed)?|according to|told|stated?|announced|disclosed|letter)\b", re.IGNORECASE
)


def _rules(ledger: Ledger) -> Iterator[Advice]:
    """What facts say to any reader; each line carries its sources."""
    yield from _rumour(ledger)
    yield from _own_word(ledger)
    yield from _trade_off(ledger)
    yield from _not_operating(ledger)
    yield from _double_roles(ledger)
    yield from _clashes(ledger)
    sources = ledger.briefing.sources
    largest = max((len(origin.members) for origin in ledger.briefing.origins), default=0)
    if len(sources) == 1 or largest * 2 > len(sources):
        yield from _one_origin(ledger)


def _rumour(ledger: Ledger) -> Iterator[Advice]:
    event = rumoured_round(ledger.briefing)
    if event and event.amounts:
        price = f" at a {figures.bare(event.valuations[0])} valuation" if event.valuations else ""
        text = (
            f"A raise of {figures.in_words(event.amounts[0])}{price} is only rumoured; no source reports it as closed"
        )
        yield _rule(ledger, "Wait for confirmation", text, "funding", event)


def _own_word(ledger: Ledger) -> Iterator[Advice]:
    metric = revenue(ledger.briefing)
    if metric and metric.standing == "company-stated":
        text = f"{capital(metric_noun(metric))} of {figures.metric_in_words(metric)} rests on the company's word alone"
        yield _rule(ledger, "Discount growth figures", text, "revenue", metric)


def _trade_off(ledger: Ledger) -> Iterator[Advice]:
    for row in ledger.briefing.comparisons:
        if (
            re.search(r"trade-?off|choice|bottom line|summary|overall", row.dimension, re.IGNORECASE)
            and row.implication
        ):
            cites, ids = ledger.cites(row), ledger.ids(row)
            versions = tuple(
                Statement((Piece(capital(text)),), cites, ids) for text in shortenings(shown(row.implication))
            )
            yield Advice("Settle the trade-off", versions, "deployment", ledger.quotes(row, most=1))
            return


def _not_operating(ledger: Ledger) -> Iterator[Advice]:
    planned = [site for site in ledger.briefing.infrastructure if site.status in ("planned", "announced")]
    coming = [item for item in ledger.briefing.products if item.status != "released"]
    found: list[Infrastructure | Product] = [*planned, *coming]
    if found:
        names = listed(list(dict.fromkeys(shown(item.name) for item in found)), 3)
        statuses = joined(list(dict.fromkeys(item.status for item in found)), "or")
        text = f"{capital(names)} {plural(len(found), 'is')} only {statuses}, not in operation"
        emphasis = "infrastructure" if planned else "product"
        yield _rule(ledger, "Not yet operating", text, emphasis, *found[:3])


def _double_roles(ledger: Ledger) -> Iterator[Advice]:
    found = both(ledger.briefing)
    if found:
        names = [shown(item.name) for item in found]
        verb = "hold shares and do" if len(found) > 1 else "holds shares and does"
        texts = [
            f"{joined(names)} {verb} business with {ledger.subject}",
            f"{listed(names, 3)} {verb} business with it",
        ]
        cites, ids = ledger.cites(*found), ledger.ids(*found)
        versions = tuple(Statement((Piece(text),), cites, ids) for text in texts)
        yield Advice("Partners hold shares", versions, "partnership", ledger.quotes(*found[:2], most=1))


def _clashes(ledger: Ledger) -> Iterator[Advice]:
    found = contradictions(ledger)
    if found:
        topics = joined(list(dict.fromkeys(topic_phrase(conflict) for conflict in found[:3])))
        evidence = [part for conflict in found[:3] for position in conflict.positions for part in position.evidence]
        ids = tuple(conflict.id for conflict in found[:3])
        text = f"The sources contradict each other on {counted(len(found), 'point')}: {topics}"
        yield Advice("Mind the contradiction", (Statement((Piece(text),), ledger.cited(evidence), ids),), "risk")


def _one_origin(ledger: Ledger) -> Iterator[Advice]:
    sources, origins = ledger.briefing.sources, ledger.briefing.origins
    if len(sources) == 1:
        text = f"Everything here rests on one article{ledger.by_outlet(1)}; nothing is cross-checked"
        yield Advice("One source only", (Statement((Piece(text, "label"),), (1,), ()),), "risk")
        return
    largest = max(origins, key=lambda origin: len(origin.members), default=None)
    if largest and len(largest.members) > 1:
        numbers = tuple(sorted(ledger.number[member] for member in largest.members))
        text = (
            f"{capital(share(len(largest.members), len(sources)))} articles trace to one origin, "
            f"{shown(largest.name)}, and count once"
        )
        yield Advice("Count the origins", (Statement((Piece(text, "label"),), numbers, (largest.id,)),), "risk")


def _rule(ledger: Ledger, lead: str, text: str, emphasis: str, *facts: Fact) -> Advice:
    cites, ids = ledger.cites(*facts), ledger.ids(*facts)
    return Advice(lead, (Statement((Piece(text),), cites, ids),), emphasis, ledger.quotes(*facts, most=1))
