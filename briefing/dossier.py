"""A Briefing and its sources' words in, the Dossier out: facts, differences and texts that lead to one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from briefing.comparing.facts import PARTS
from briefing.explain import explain_all
from briefing.model.briefing import ENTRIES, Briefing, Conflict, SourceRecord, Standing
from briefing.model.claim import Claim
from briefing.model.dossier import GUIDANCE, NOT_VERIFIED, Card, Difference, Dossier, Place, Quote, Side, Stamp, Text
from briefing.model.source import Evidence
from briefing.slides import dates
from briefing.slides.badges import BADGES, BadgeKey, badge_key
from briefing.slides.wording import capital, shown

GROUPS: Mapping[str, str] = {
    "funding": "Funding",
    "funding_totals": "Funding",
    "metrics": "Figures",
    "relationships": "Organisations",
    "products": "Products",
    "infrastructure": "Infrastructure",
    "people": "People",
    "profile": "Company",
    "comparisons": "Comparisons",
    "milestones": "Milestones",
    "implications": GUIDANCE,
    "unverified": NOT_VERIFIED,
}
_GAP = "\n\n[…]\n\n"
_MODALITIES = {"asserted": "", "opinion": "as an opinion", "denied": "as a denial", "hypothetical": "as a possibility"}


def dossier(briefing: Briefing, texts: Mapping[str, str]) -> Dossier:
    """texts: source id → its whole text, or only some of its words."""
    made = _Maker(briefing, texts)
    cards = tuple(made.cards())
    differences = tuple(made.difference(conflict) for conflict in sorted(briefing.conflicts, key=lambda one: one.rank))
    used = {stamp.key for card in cards for stamp in card.stamps}
    stamps = tuple(_stamp(key, briefing.subject.name) for key in BADGES if key in used)
    return Dossier(
        shown(briefing.subject.name) or "Company",
        shown(briefing.subject.description),
        dates.as_of(briefing.as_of),
        len(briefing.origins),
        stamps,
        cards,
        differences,
        tuple(made.texts()),
    )


def span_id(part: Evidence) -> str:
    """The place of a quote as an id that a link can name."""
    return f"{part.source}-{part.start}-{part.end}"


def _stamp(key: BadgeKey, subject: str) -> Stamp:
    badge = BADGES[key]
    return Stamp(key, badge.word, badge.glyph, badge.means.replace("{subject}", shown(subject) or "the company"))


class _Maker:
    """What the parts share: numbers of sources, names of origins, and who quotes which place."""

    def __init__(self, briefing: Briefing, texts: Mapping[str, str]) -> None:
        self.briefing, self.given = briefing, texts
        self.number = {source.id: number for number, source in enumerate(briefing.sources, 1)}
        self.record = {source.id: source for source in briefing.sources}
        self.origin = {origin.id: origin.name for origin in briefing.origins}
        self.quoted: dict[str, dict[tuple[int, int], dict[str, None]]] = {source.id: {} for source in briefing.sources}

    # ------------------------------------------------------------ facts

    def cards(self) -> Iterator[Card]:
        about: dict[str, list[tuple[str, str]]] = {}
        for conflict in self.briefing.conflicts:
            about.setdefault(conflict.about or "", []).append((conflict.id, shown(conflict.topic)))
        order = list(dict.fromkeys(GROUPS))
        for found in sorted(explain_all(self.briefing), key=lambda one: order.index(one.list)):
            fact = next(item for item in getattr(self.briefing, found.list) if item.id == found.id)
            claims = [witness.claim for witness in found.witnesses]
            yield Card(
                found.id,
                GROUPS[found.list],
                capital(shown(_heading(found.list, fact, found.heading))),
                tuple(self._stamps(found.list, fact)),
                tuple((capital(label), shown(_in_words(label, words))) for label, words in found.values),
                tuple(map(capital, found.why)),
                tuple(self._quotes(found.id, claims, fact.evidence)),
                tuple(about.get(found.id, ())),
            )

    def _stamps(self, part: str, fact: Any) -> Iterator[Stamp]:
        name = self.briefing.subject.name
        standing: Standing | None = getattr(fact, "standing", None)
        if standing:
            yield _stamp(badge_key(standing, figure=part == "metrics"), name)
        if getattr(fact, "disputed", False):
            yield _stamp("disputed", name)

    def _quotes(self, fact: str, claims: Iterable[Claim], evidence: Iterable[Evidence]) -> Iterator[Quote]:
        """The claims' words, then what else the fact rests on; each place once."""
        seen: set[str] = set()
        for claim in claims:
            if span_id(claim.evidence) not in seen:
                seen.add(span_id(claim.evidence))
                manner = _MODALITIES.get(claim.modality, f"as {claim.modality}")
                yield self.quote(claim.evidence, fact, " ← ".join(map(shown, reversed(claim.holders))), manner)
        for part in evidence:
            if span_id(part) not in seen:
                seen.add(span_id(part))
                yield self.quote(part, fact)

    def quote(self, part: Evidence, fact: str, holder: str = "", manner: str = "") -> Quote:
        places = self.quoted.setdefault(part.source, {})
        places.setdefault((part.start, part.end), {})[fact] = None
        name = self.record[part.source].short_name if part.source in self.record else part.source
        return Quote(span_id(part), self.number.get(part.source, 0), shown(name), part.quote, holder, manner)

    # ------------------------------------------------------------ where sources differ

    def difference(self, conflict: Conflict) -> Difference:
        sides = tuple(
            Side(
                dates.spoken(shown(position.value)),
                tuple(self.quote(part, conflict.id) for part in position.evidence[:4]),
            )
            for position in conflict.positions
        )
        used, why = dates.spoken(shown(conflict.used)), shown(conflict.rationale)
        return Difference(
            conflict.id, capital(shown(conflict.topic)), conflict.compatible, used, why, conflict.about or "", sides
        )

    # ------------------------------------------------------------ texts

    def texts(self) -> Iterator[Text]:
        for source in self.briefing.sources:
            places = sorted(self.quoted[source.id].items())
            whole = self.given.get(source.id, "")
            quotes = {(part.start, part.end): part.quote for part in self._evidence(source.id)}
            fits = bool(whole) and all(whole[start:end] == quotes.get((start, end)) for (start, end), _ in places)
            text, spans = (whole, [span for span, _ in places]) if fits else _passages(quotes, [s for s, _ in places])
            yield Text(
                self.number[source.id],
                shown(source.short_name),
                shown(source.title) or source.path,
                ", ".join(filter(None, (shown(source.publisher), shown(source.author), dates.long(source.published)))),
                source.url if source.url.startswith(("https://", "http://")) else "",
                self._told(source),
                text,
                tuple(
                    Place(f"{source.id}-{start}-{end}", *span, tuple(facts))
                    for ((start, end), facts), span in zip(places, spans, strict=True)
                ),
                fits,
            )

    def _told(self, source: SourceRecord) -> str:
        name = shown(self.origin.get(source.origin, ""))
        basis = {"declared": "as it says itself", "inferred": "by what they share", "self": ""}[source.origin_basis]
        if source.origin_basis == "self" or not name:
            return "a story of its own"
        return f"retells {name}, {basis}"

    def _evidence(self, source: str) -> Iterator[Evidence]:
        for claim in self.briefing.claims:
            for part in (claim.evidence, *claim.context):
                if part.source == source:
                    yield part
        for name in ENTRIES:
            for fact in getattr(self.briefing, name):
                yield from (part for part in fact.evidence if part.source == source)
        for conflict in self.briefing.conflicts:
            yield from (part for side in conflict.positions for part in side.evidence if part.source == source)


def _passages(
    quotes: Mapping[tuple[int, int], str], places: Sequence[tuple[int, int]]
) -> tuple[str, list[tuple[int, int]]]:
    """Quoted passages alone as a text, in their order, and where each place stands in it."""
    text, spans = "", []
    last: tuple[int, int] | None = None
    begins = 0
    for start, end in places:
        if last is not None and start >= last[0] and end <= last[1]:  # a quote inside the one before
            spans.append((begins + start - last[0], begins + end - last[0]))
            continue
        text += _GAP if text else ""
        begins, last = len(text), (start, end)
        text += quotes[(start, end)]
        spans.append((begins, len(text)))
    return text, spans


def _heading(part: str, fact: Any, told: str) -> str:
    """What a fact is called; a round without a name by what it is."""
    return PARTS[part].name(fact) if part in ("funding", "funding_totals") else told


def _in_words(label: str, words: str) -> str:
    return "; ".join(dates.long(part) or part for part in words.split("; ")) if label in ("date", "as of") else words
