"""A Briefing in, answers for slides out: the numbers of a fact's sources, its quotes, who says it, its origins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from briefing.model.briefing import Briefing, Origin
from briefing.model.claim import Claim
from briefing.model.dates import overlap
from briefing.model.source import Evidence
from briefing.slides import dates
from briefing.slides.wording import cut, short_name, shown


class Fact(Protocol):
    """What all facts of a Briefing have in common."""

    @property
    def id(self) -> str: ...
    @property
    def claims(self) -> tuple[str, ...]: ...
    @property
    def evidence(self) -> tuple[Evidence, ...]: ...


class Ledger:
    """Look-ups in one Briefing. Sources are numbered from 1 in the Briefing's order."""

    def __init__(self, briefing: Briefing) -> None:
        self.briefing = briefing
        self.subject = short_name(briefing.subject)
        self.number = {source.id: index for index, source in enumerate(briefing.sources, 1)}
        self._claims = {claim.id: claim for claim in briefing.claims}
        self._origin = {member: origin for origin in briefing.origins for member in origin.members}

    def cites(self, *facts: Fact) -> tuple[int, ...]:
        """The numbers of the sources that the facts rest on, ascending."""
        return self.cited(evidence for fact in facts for evidence in fact.evidence)

    def cited(self, evidence: Iterable[Evidence]) -> tuple[int, ...]:
        return tuple(sorted({self.number[part.source] for part in evidence if part.source in self.number}))

    def ids(self, *facts: Fact) -> tuple[str, ...]:
        """The facts' own ids and those of their claims."""
        return tuple(dict.fromkeys(part for fact in facts for part in (fact.id, *fact.claims) if part))

    def claims(self, fact: Fact) -> tuple[Claim, ...]:
        return tuple(self._claims[part] for part in fact.claims if part in self._claims)

    def quotes(self, *facts: Fact, most: int = 2) -> tuple[tuple[int, str], ...]:
        """(number, verbatim quote): of each fact at most `most`, from different sources, fact by fact."""
        return tuple(dict.fromkeys(quote for fact in facts for quote in self.quotes_of(fact.evidence, most)))

    def quotes_of(self, evidence: Iterable[Evidence], most: int = 2) -> tuple[tuple[int, str], ...]:
        """(number, verbatim quote), the most readable of each source, at most `most` sources."""
        best: dict[int, str] = {}
        for part in evidence:
            number = self.number.get(part.source, 0)
            if number and (number not in best or _readable(part.quote) < _readable(best[number])):
                best[number] = part.quote
        return tuple(sorted(best.items())[:most])

    def origins(self, numbers: Iterable[int]) -> tuple[Origin, ...]:
        """The distinct origins of sources, in the order of the Briefing's origins."""
        wanted = {self.briefing.sources[number - 1].id for number in numbers}
        return tuple(origin for origin in self.briefing.origins if wanted & set(origin.members))

    def date(self, fact: Fact, edtf: str, *, long: bool = False) -> str:
        """A fact's date in words; a source's "mid-2026" is kept where it means the same time."""
        raws = sorted({raw for raw in map(_raw_date, self.claims(fact)) if raw[0] and overlap(raw[0], edtf)})
        written = dates.long if long else dates.short
        spoken = [written(found, raw) for found, raw in raws if written("", raw)]
        return spoken[0] if spoken and edtf else written(edtf)

    def holders(self, fact: Fact) -> tuple[str, ...]:
        """Who asserts it: the innermost named holder of each claim, most frequent first."""
        counts: dict[str, int] = {}
        for claim in self.claims(fact):
            name = shown(claim.holders[-1]) if claim.holders else ""
            if name:
                counts[name] = counts.get(name, 0) + 1
        return tuple(sorted(counts, key=lambda name: (-counts[name], name)))

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of the subject, as sources write it."""
        subject = self.briefing.subject
        return tuple(dict.fromkeys(name for name in (self.subject, subject.name, *subject.aliases) if name))

    def outlet(self, number: int) -> str:
        """How to name a source in a sentence: its publisher, else its short name."""
        return shown(self.briefing.sources[number - 1].publisher) or self.source_name(number)

    def by_outlet(self, number: int) -> str:
        """ ", by The Ledger"; "" where a source does not say whose it is."""
        publisher = shown(self.briefing.sources[number - 1].publisher)
        return f", by {publisher}" if publisher else ""

    def source_name(self, number: int) -> str:
        """Its short name; of an article without title and publisher its first words, in quotation marks."""
        source = self.briefing.sources[number - 1]
        name = shown(source.short_name).removesuffix(f" [{source.id}]")  # its number tells it from its namesake
        if name and name.rstrip("…") not in source.path:
            return name
        words = self.first_words(number)
        return f"“{cut(words, 28)}”" if words else shown(source.path) or source.id

    def first_words(self, number: int) -> str:
        """The words of a source that its earliest claim rests on; "" if it has none."""
        source = self.briefing.sources[number - 1].id
        own = [claim.evidence for claim in self.briefing.claims if claim.evidence.source == source]
        own += [item.evidence for item in self.briefing.rejected if item.evidence.source == source]
        return shown(min(own, key=lambda part: part.start).quote) if own else ""


def _readable(quote: str) -> tuple[bool, bool, int]:
    """Orders quotes for the notes: sentences before fragments, prose before table rows, the shorter the better."""
    return (len(quote) < 30, "|" in quote, abs(len(quote) - 120))


def _raw_date(claim: Claim) -> tuple[str, str]:
    when = getattr(claim.values, "when", None) or getattr(claim.values, "as_of", None)
    return (when.edtf, when.raw) if when else ("", "")


def distinct(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))
