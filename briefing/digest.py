"""A Briefing and an audience in, the Digest of a mail out: the deck's own wording, short enough for a phone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from briefing.model.audience import Audience
from briefing.model.briefing import Briefing
from briefing.model.digest import Bar, Bars, Digest, DigestDoubt, DigestFact, DigestSource, Tag
from briefing.model.records import replace
from briefing.slides import dates, evidence, funding_chart, overview, risks
from briefing.slides.badges import BADGES, Badge, BadgeKey
from briefing.slides.keyfigures import TILES, Tile, tiles
from briefing.slides.ledger import Ledger
from briefing.slides.prose import Statement
from briefing.slides.wording import capital, cut, shown

LEAST_FACTS, MOST_FACTS, MOST_DOUBTS, MOST_SOURCES = 3, 5, 5, 25
_HEADLINE, _NOTE, _CLAIM, _WHY, _CELL = 130, 120, 170, 200, 110  # characters
_MORE = ("last-round", "valuation", "revenue", "funding-total", "next-round", "target", "growth", "people")


def digest(briefing: Briefing, audience: Audience, changes: Sequence[str] = ()) -> Digest:
    """What the mail says. changes: lines on what became different since an older briefing."""
    ledger = Ledger(briefing)
    facts = tuple(_fact(ledger, tile) for tile in _figures(ledger, audience))
    doubts_title, doubts = _doubts(ledger, briefing, audience)
    used = {tag.word: tag for fact in facts for tag in fact.tags} | {doubt.tag.word: doubt.tag for doubt in doubts}
    order = [badge.word for badge in BADGES.values()]
    return Digest(
        subject=shown(briefing.subject.name),
        audience=audience.label,
        as_of=capital(dates.long(briefing.as_of)),
        headline=_headline(briefing, audience),
        facts=facts,
        doubts_title=doubts_title,
        doubts=doubts,
        sources_title=_sources_title(briefing, audience),
        sources=_sources(ledger),
        legend=tuple(used[word] for word in order if word in used),
        bars=_bars(briefing, audience),
        changed_since=dates.as_of(briefing.since) if briefing.since else "",
        changes=tuple(capital(shown(line)) for line in changes),
    )


def _headline(briefing: Briefing, audience: Audience) -> str:
    """The overview's title: the best key figure, and how far the story holds."""
    titles = [capital(shown(text)).rstrip(".") for plan in overview.plan(briefing, audience) for text in plan.titles]
    return next((text for text in titles if len(text) <= _HEADLINE), cut(titles[-1], _HEADLINE))


# ---------------------------------------------------------------- facts


def _figures(ledger: Ledger, audience: Audience) -> list[Tile]:
    """The deck's key figures; where there are few, others that the sources give."""
    found = list(tiles(ledger, audience))
    for key in _MORE:
        if len(found) >= LEAST_FACTS:
            break
        tile = TILES[key](ledger)
        if tile and tile.value and tile.ids[:1] not in [other.ids[:1] for other in found]:
            found.append(tile)
    return found[:MOST_FACTS]


def _fact(ledger: Ledger, tile: Tile) -> DigestFact:
    note = _fitting(tile.notes, _NOTE)
    tags = tuple(tag(BADGES[key], ledger.subject) for key in tile.badges)
    return DigestFact(tile.label, tile.value, note.text, tags, note.cites, tile.rumoured)


def _fitting(versions: Sequence[Statement], most: int) -> Statement:
    """The longest version of at most `most` characters."""
    return next((version for version in versions if len(version.text) <= most), versions[-1])


def tag(badge: Badge, subject: str) -> Tag:
    """A badge of the deck as a mail shows it."""
    style: Literal["solid", "tint", "line", "dashed"] = "line"
    if badge.fill.color == badge.color:
        style = "solid" if badge.fill.alpha == 100 else "tint"
    elif badge.line and badge.line.dash != "solid":
        style = "dashed"
    return Tag(badge.word, badge.glyph, badge.color, style, badge.means.format(subject=subject))


# ---------------------------------------------------------------- what is open


def _doubts(ledger: Ledger, briefing: Briefing, audience: Audience) -> tuple[str, tuple[DigestDoubt, ...]]:
    plans = risks.plan(briefing, replace(audience, max_risks=MOST_DOUBTS))
    if not plans:
        return "", ()
    return plans[0].titles[0], tuple(_doubt(ledger, row) for row in plans[0].rows)


def _doubt(ledger: Ledger, row: risks.RiskRow) -> DigestDoubt:
    key: BadgeKey = row.badge
    claim = cut(_fitting(row.claim, _CLAIM).text, _CLAIM)
    holder, why, verify = (cut(_fitting(versions, _CELL).text, _CELL) for versions in (row.holder, row.why, row.verify))
    return DigestDoubt(claim, holder, why, verify, tag(BADGES[key], ledger.subject), row.cites)


# ---------------------------------------------------------------- sources, figure


def _sources_title(briefing: Briefing, audience: Audience) -> str:
    """How many independent origins the articles have."""
    plans = evidence.plan(briefing, audience)
    return plans[0].titles[0] if plans else "Sources"


def _sources(ledger: Ledger) -> tuple[DigestSource, ...]:
    origins = {member: shown(origin.name) for origin in ledger.briefing.origins for member in origin.members}
    found = []
    for number, source in enumerate(ledger.briefing.sources[:MOST_SOURCES], 1):
        name = shown(source.title) or ledger.source_name(number)
        origin = origins.get(source.id, "")
        traced = f"traces to {origin}" if origin and source.origin_basis != "self" else ""
        published = dates.long(source.published)
        detail = [part for part in (shown(source.publisher), published, traced) if part]
        url = source.url.strip()
        web = url if url.lower().startswith(("https://", "http://")) and url.isprintable() and " " not in url else ""
        found.append(DigestSource(number, cut(name, 140), ", ".join(detail), web))
    return tuple(found)


def _bars(briefing: Briefing, audience: Audience) -> Bars | None:
    """The deck's funding chart, row by row; None with fewer than three rounds in one currency."""
    for plan in funding_chart.plan(briefing, audience):
        rows = tuple(Bar(point.lines[0], _when(point), point.value, point.label, point.kind) for point in plan.points)
        said = "; ".join(f"{' '.join(filter(None, (row.name, row.date)))}: {row.label}, {row.kind}" for row in rows)
        note = _fitting(plan.note, 160).text
        title = f"{plan.measure} by round"
        return Bars(title, note, rows, f"Bar chart, {title[:1].lower()}{title[1:]}, {plan.unit}: {said}.")
    return None


def _when(point: funding_chart.Point) -> str:
    """The date among the lines under a column: neither its name nor the kind in brackets."""
    return next((line for line in point.lines[1:] if not line.startswith("(")), "")
