"""One organisation, person or product under different names, descriptions or seats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.model.claim import Claim, TieValues
from briefing.model.patterns import late
from briefing.model.source import Evidence
from briefing.reconcile.conflicts.draft import Draft, Found, by_value, position, sentence
from briefing.reconcile.folding import content_words, fold, name_key
from briefing.reconcile.relationships import tells
from briefing.reconcile.signs import holding

_NAME = r"[A-Z][\w.’'&-]{0,40}(?: [A-Z][\w.’'&-]{0,40}){0,3}"
_FORMER = late(
    rf"\b({_NAME})[”\"]?,? ?\(?(?:formerly|previously|originally)(?: (?:known|called|named))?(?: as)? [“\"‘']?({_NAME})"
)
_BEFORE = ("formerly", "previously", "originally")
_SEAT = late(r"\b([A-Z][\w.’'-]{1,40}(?: [A-Z][\w.’'-]{1,40}){0,3})-(?:based|headquartered)\b")


def names(found: Found) -> Iterator[Draft]:
    for relation in found.briefing.relationships:
        claims = [claim for claim in found.of(relation.claims) if isinstance(claim.values, TieValues)]
        yield from _variants(relation.name, relation.aliases, found.of(relation.claims), relation.id)
        yield from _descriptions(relation.name, claims, relation.id)
        yield from _seats(relation.name, relation.id, found)
    yield from _renamed(found)


def _variants(name: str, aliases: Sequence[str], claims: Sequence[Claim], about: str) -> Iterator[Draft]:
    """Forms of a name that differ by more than case, article or genitive."""
    forms = [form for form in (name, *aliases) if form]
    keys = list(dict.fromkeys(name_key(form) for form in forms))
    written = {fold(form) for form in forms}
    if len(keys) < 2 and len(written) < 2:
        return
    told = []
    for form in dict.fromkeys(forms):
        holding = [claim for claim in claims if form in claim.evidence.quote]
        longer = [other for other in forms if other != form and form in other]
        alone = [claim for claim in holding if not any(other in claim.evidence.quote for other in longer)]
        if alone:
            told.append((form, alone))
    if len(told) > 1:
        positions = tuple(position(form, held) for form, held in told)
        yield Draft(f"names of {name}", "name", positions, True, name, sentence("name", "variant"), about, 12)


def _descriptions(name: str, claims: Sequence[Claim], about: str) -> Iterator[Draft]:
    """Descriptions that share no word."""
    said = by_value(
        (claim.values.descriptor, claim)
        for claim in claims
        if isinstance(claim.values, TieValues) and tells(claim.values.descriptor)
    )
    apart = [
        (words, told)
        for place, (words, told) in enumerate(said)
        if not any(content_words(words) & content_words(other) for other, _ in said[:place])
    ]
    if len(apart) > 1:
        positions = tuple(position(words, told) for words, told in apart)
        yield Draft(f"what {name} is", "name", positions, True, apart[0][0], sentence("name", "described"), about, 14)


def _seats(name: str, about: str, found: Found) -> Iterator[Draft]:
    """ "Springfield-based Northwind" here, "Northwind, a Shelbyville-based firm" there."""
    told: dict[str, list[Claim]] = {}
    for claim in found.of(next(r.claims for r in found.briefing.relationships if r.id == about)):
        quote = claim.evidence.quote
        if "-based" not in quote and "-headquartered" not in quote:
            continue
        at = quote.find(name)
        for match in _SEAT.finditer(quote):
            gap = quote[match.end() : at] if at > match.end() else quote[at + len(name) : match.start()]
            if at >= 0 and len(gap) < 40 and gap.count(",") <= 1:
                told.setdefault(match[1], []).append(claim)
    if len(told) > 1:
        positions = tuple(position(f"{seat}-based", held) for seat, held in told.items())
        yield Draft(f"seat of {name}", "name", positions, False, "", sentence("name", "seat"), about, 30)


def _renamed(found: Found) -> Iterator[Draft]:
    """ "Gust (formerly Breeze)": what was called so before, with all sources that say it."""
    told: dict[tuple[str, str], list[Evidence]] = {}
    shown: dict[tuple[str, str], tuple[str, str]] = {}
    for source in found.ground.sources.values():
        for passage in holding(source, _BEFORE):
            for match in _FORMER.finditer(source.text, passage.start, passage.end):
                key = (name_key(match[1]), name_key(match[2]))
                told.setdefault(key, []).append(source.cite(match.start(), match.end()))
                shown.setdefault(key, (match[1], match[2].rstrip(".")))
    for key, spots in told.items():
        new, old = shown[key]
        positions = (position(new, (), spots), position(old, (), spots))
        yield Draft(f"{new} was called {old}", "name", positions, True, new, sentence("name", "renamed"), None, 10)
