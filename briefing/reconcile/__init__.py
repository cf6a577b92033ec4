"""Claims in, a Briefing out: origins counted, claims of one event put together, differences and doubts listed.

The parts in their order are the functions called by `reconcile`; reading it is reading what reconciling does.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model.briefing import SCHEMA_VERSION, Briefing, Origin, SourceRecord, Subject
from briefing.model.claim import Claim, PersonValues, Rejected
from briefing.model.dates import sort_key
from briefing.model.records import replace
from briefing.model.settings import Settings
from briefing.model.source import Source
from briefing.reconcile.analyst import apply
from briefing.reconcile.asof import as_of
from briefing.reconcile.conflicts import find_conflicts
from briefing.reconcile.describing import described, description
from briefing.reconcile.folding import fold, name_key
from briefing.reconcile.funding import reconcile_funding
from briefing.reconcile.ground import Ground
from briefing.reconcile.infrastructure import reconcile_infrastructure
from briefing.reconcile.metrics import reconcile_metrics
from briefing.reconcile.milestones import reconcile_milestones
from briefing.reconcile.numbering import number
from briefing.reconcile.organisations import canonical_names
from briefing.reconcile.origins import Placing, find_origins
from briefing.reconcile.people import reconcile_people
from briefing.reconcile.products import reconcile_products
from briefing.reconcile.readings import reconcile_comparisons, reconcile_implications, reconcile_profile
from briefing.reconcile.relationships import reconcile_relationships
from briefing.reconcile.titles import short_names
from briefing.reconcile.totals import reconcile_totals
from briefing.reconcile.unverified import find_unverified


def reconcile(
    sources: Sequence[Source],
    subject: Subject,
    claims: Sequence[Claim],
    rejected: Sequence[Rejected],
    settings: Settings | None = None,
) -> Briefing:
    """The Briefing of all claims. Raises EvidenceError if a quote does not stand at its offsets."""
    settings = settings or Settings()
    by_id = {source.id: source for source in sources}
    order = {source.id: place for place, source in enumerate(sources)}
    numbered, thrown = number(claims, by_id, order)
    common = frozenset(fold(name) for name in (subject.name, *subject.aliases))
    origins, placings = find_origins(sources, common, settings)
    ground = _ground(sources, origins, placings, subject, numbered, settings)
    funding = reconcile_funding(numbered, ground)
    profile = reconcile_profile(numbered, ground)
    subject = replace(subject, description=description(described(numbered), subject.description))
    briefing = Briefing(
        schema_version=SCHEMA_VERSION,
        subject=subject,
        as_of=settings.as_of or as_of(sources, numbered),
        sources=_records(sources, subject, placings),
        origins=origins,
        claims=numbered,
        rejected=(*rejected, *thrown),
        funding=funding,
        funding_totals=reconcile_totals(numbered, ground),
        relationships=reconcile_relationships(numbered, funding, ground),
        metrics=reconcile_metrics(numbered, ground),
        people=reconcile_people(numbered, ground),
        products=reconcile_products(numbered, ground),
        infrastructure=reconcile_infrastructure(numbered, ground),
        milestones=reconcile_milestones(numbered, funding, ground),
        comparisons=reconcile_comparisons(numbered, ground),
        implications=reconcile_implications(numbered, ground),
        profile=profile,
        unverified=(),
        conflicts=(),
    )
    briefing = replace(briefing, conflicts=find_conflicts(briefing, ground))
    briefing = replace(briefing, unverified=find_unverified(briefing, ground))
    return apply(briefing, settings)


def _ground(
    sources: Sequence[Source],
    origins: Sequence[Origin],
    placings: dict[str, Placing],
    subject: Subject,
    claims: Sequence[Claim],
    settings: Settings,
) -> Ground:
    alone = {origin.id for origin in origins if len(origin.members) == 1}
    return Ground(
        sources={source.id: source for source in sources},
        origins={ident: placing.origin for ident, placing in placings.items()},
        outlets={name_key(origin.name): origin.id for origin in reversed(origins)},
        subject=subject,
        settings=settings,
        canonical=canonical_names(claims, settings),
        order={source.id: place for place, source in enumerate(sources)},
        officers=frozenset(fold(claim.values.name) for claim in claims if isinstance(claim.values, PersonValues)),
        second_hand=frozenset(
            ident for ident, placing in placings.items() if placing.basis == "declared" and placing.origin in alone
        ),
        own_voice=frozenset(source.id for source in sources if _is_own(source, subject)),
        told=_told(sources, placings),
    )


def _told(sources: Sequence[Source], placings: dict[str, Placing]) -> dict[str, str]:
    """When each source was told: its date, else the earliest of those that tell the same story; "" if none has one."""
    first: dict[str, str] = {}
    for source in sorted((one for one in sources if one.published), key=lambda one: sort_key(one.published)):
        first.setdefault(placings[source.id].origin, source.published)
    return {source.id: source.published or first.get(placings[source.id].origin, "") for source in sources}


def _is_own(source: Source, subject: Subject) -> bool:
    """Does the company publish it, or is it an announcement with the company in its title?"""
    names = (subject.name, *subject.aliases)
    if source.publisher and name_key(source.publisher) in {name_key(name) for name in names} - {""}:
        return True
    return source.release and any(name in source.title for name in names)


def _records(sources: Sequence[Source], subject: Subject, placings: dict[str, Placing]) -> tuple[SourceRecord, ...]:
    names = short_names(sources, (subject.name, *subject.aliases))
    return tuple(
        SourceRecord(
            id=source.id,
            path=source.path,
            sha256=source.sha256,
            title=source.title,
            publisher=source.publisher,
            author=source.author,
            published=source.published,
            url=source.url,
            origin=placings[source.id].origin,
            origin_basis=placings[source.id].basis,
            short_name=names[source.id],
            evidence=placings[source.id].evidence,
        )
        for source in sources
    )
