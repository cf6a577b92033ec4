"""Relationships in, the groups of the partnership map out, each with a verb that its members bear out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.model.briefing import FundingEvent, Relationship
from briefing.model.records import dataclass
from briefing.slides import figures
from briefing.slides.highlights import chronological, is_investor, is_partner, organisations
from briefing.slides.ledger import Ledger
from briefing.slides.map_geometry import COMPACT, arrange
from briefing.slides.prose import Piece, Statement
from briefing.slides.wording import capital, common, joined, shown

MOST_CLUSTERS = 7
_MOST_DESCRIPTION = 44
_CATEGORY = {
    "government": "public",
    "defence": "public",
    "enterprise-technology": "technology",
    "infrastructure": "infrastructure",
    "industry": "industry",
    "media": "media",
    "finance": "finance",
    "health": "health",
    "research": "research",
    "investor": "finance",
    "other": "other",
}
_TITLES = {
    "public": "Government and defence",
    "technology": "Enterprise technology",
    "infrastructure": "Infrastructure and chips",
    "industry": "Industry",
    "media": "Media",
    "finance": "Finance",
    "health": "Health",
    "research": "Research",
    "other": "Other organisations",
    "services": "Industry and services",
    "sectors": "Other sectors",
    "systems": "Technology and infrastructure",
    "customers": "Customers",
    "acquired": "Acquisitions",
    "ties": "Partners",
    "investors": "Investors",
}
_ORDER = tuple(_TITLES)
_KINDRED = (
    (("technology", "infrastructure"), "systems"),
    (("industry", "sectors", "services", "other"), "services"),
    (("technology", "other"), "technology"),
    (("finance", "investors"), "investors"),
)
_SMALL = 3
_FOLDED = ("media", "finance", "health", "research", "other")
_VERBS = {
    "customer": "used by",
    "distributor": "sold through",
    "supplier": "supplied by",
    "partner": "works with",
    "co-developer": "works with",
    "joint-venture": "works with",
    "acquired": "has bought",
    "acquirer": "bought by",
    "adviser": "advised by",
    "lender": "financed by",
    "investor": "financed by",
    "lead-investor": "financed by",
}
_NOUNS = {
    "acquired": "Acquired",
    "acquirer": "Acquirer",
    "customer": "Customer",
    "distributor": "Distributor",
    "supplier": "Supplier",
    "co-developer": "Co-developer",
    "joint-venture": "Joint venture",
    "partner": "Partner",
    "lender": "Lender",
    "adviser": "Adviser",
}


@dataclass(frozen=True, slots=True)
class Node:
    """One organisation. relations: versions of the line under its name, longest first."""

    name: str
    relations: tuple[Statement, ...]
    cites: tuple[int, ...]
    ids: tuple[str, ...]
    also_investor: bool = False
    planned: bool = False
    rumoured: bool = False


@dataclass(frozen=True, slots=True)
class Cluster:
    key: str
    title: str
    verb: str
    nodes: tuple[Node, ...]


def clusters(ledger: Ledger) -> tuple[Cluster, ...]:
    """Largest first, those who only finance last. Within one: most independent origins, most sources, then by name.

    Of the groupings that make sense, the first that the map can show with more than bare names.
    """
    groups: dict[str, list[Relationship]] = {}
    for found in organisations(ledger.briefing):
        groups.setdefault(_key(found), []).append(found)
    groups = _by_tie(groups)
    options = list(_groupings(_folded(groups)))
    best = next((option for option in options if arrange(_sizes(option)).mode is not COMPACT), options[0])
    partners = any(is_partner(found) and is_investor(found) for found in organisations(ledger.briefing))
    return tuple(_cluster(ledger, key, best[key], partners) for key in _ordered(best))


def _by_tie(groups: dict[str, list[Relationship]]) -> dict[str, list[Relationship]]:
    """Those whose sector no source tells in groups by their tie, where each has two members and there is room."""
    parts: dict[str, list[Relationship]] = {}
    for found in groups.get("other", []):
        parts.setdefault(_tie(found), []).append(found)
    if len(parts) < 2 or min(map(len, parts.values())) < 2 or len(groups) - 1 + len(parts) > _MOST_BY_TIE:
        return groups
    return {**{key: found for key, found in groups.items() if key != "other"}, **parts}


_MOST_BY_TIE = 5


def _tie(found: Relationship) -> str:
    kinds = set(found.kinds)
    if kinds & {"acquired", "acquirer"}:
        return "acquired"
    return "customers" if "customer" in kinds and not kinds & {"supplier", "distributor"} else "ties"


def _ties_title(found: Iterable[Relationship]) -> str:
    """ "Customers and partners": what ties the members of a group that no sector holds together."""
    present = {_tie(item) for item in found}
    names = [_TITLES[key] for key in ("customers", "ties", "acquired") if key in present]
    return joined([names[0], *(name.lower() for name in names[1:])])


def _ordered(groups: dict[str, list[Relationship]]) -> list[str]:
    return sorted(groups, key=lambda key: (key == "investors", -len(groups[key]), _ORDER.index(key)))


def _sizes(groups: dict[str, list[Relationship]]) -> list[int]:
    return [len(groups[key]) for key in _ordered(groups)]


def _groupings(groups: dict[str, list[Relationship]]) -> Iterator[dict[str, list[Relationship]]]:
    """As it is; then with kindred groups put together."""
    yield groups
    for keys, name in _KINDRED:
        present = [key for key in keys if key in groups]
        if len(present) > 1:
            yield _together(groups, present, name)
    for keys, name in _KINDRED[:1]:
        present = [key for key in keys if key in groups]
        rest = [key for key in _KINDRED[1][0] if key in groups]
        if len(present) > 1 and len(rest) > 1:
            yield _together(_together(groups, present, name), rest, _KINDRED[1][1])


def _key(found: Relationship) -> str:
    money_only = set(found.kinds) <= {"investor", "lead-investor", "lender", "competitor"}
    return "investors" if money_only else _CATEGORY[found.category]


def _folded(groups: dict[str, list[Relationship]]) -> dict[str, list[Relationship]]:
    """Small sectors are put together; a lone one goes to industry; so do the smallest beyond seven groups."""
    small = [key for key in _FOLDED if 0 < len(groups.get(key, [])) < _SMALL]
    if len(groups) <= 3:
        small = []
    members = sum(len(groups[key]) for key in small)
    if members == 1 and "industry" in groups:
        groups = _together(groups, [*small, "industry"], "services")
    elif len(small) > 1:
        groups = _together(groups, small, "sectors")
    while len(groups) > MOST_CLUSTERS:
        free = [key for key in groups if key not in ("investors", "sectors")]
        least = min(free, key=lambda key: (len(groups[key]), key))
        groups = _together(groups, [least, *(key for key in ("sectors",) if key in groups)], "sectors")
    return groups


def _together(groups: dict[str, list[Relationship]], keys: list[str], name: str) -> dict[str, list[Relationship]]:
    merged = [found for key in _ORDER if key in keys for found in groups[key]]
    return {**{key: found for key, found in groups.items() if key not in keys}, name: merged}


def _sectors_title(found: Iterable[Relationship]) -> str:
    """ "Media, health and finance"; "Other sectors" for more than three."""
    keys = {_CATEGORY[item.category] for item in found}
    names = [_TITLES[key] for key in _ORDER if key in keys and key != "other"]
    if len(names) > 3 or not names or "other" in keys:
        return "Other sectors"
    return joined([names[0], *(name.lower() for name in names[1:])])


def _cluster(ledger: Ledger, key: str, found: list[Relationship], partners_invest: bool) -> Cluster:
    title = _TITLES[key]
    if key == "investors":
        lenders = any("lender" in item.kinds for item in found)
        title = "Investors and lenders" if lenders else "Investors only" if partners_invest else title
    if key == "sectors":
        title = _sectors_title(found)
    if key == "other":
        title = _ties_title(found)
    ranked = sorted(found, key=lambda item: _rank(ledger, item))
    verb = "" if key == "other" else _verb(found)  # the title of others says the ties
    return Cluster(key, title, verb, tuple(_node(ledger, item) for item in ranked))


def _rank(ledger: Ledger, found: Relationship) -> tuple[int, int, str]:
    cites = ledger.cites(found)
    return (-len(ledger.origins(cites)), -len(cites), shown(found.name).casefold())


def _verb(found: Iterable[Relationship]) -> str:
    """The ties that most members have; two where they share the group; "" for what every partner is."""
    counts: dict[str, int] = {}
    members = list(found)
    for item in members:
        business = [kind for kind in item.kinds if kind in _NOUNS] or list(item.kinds)
        for verb in dict.fromkeys(_VERBS[kind] for kind in business if kind in _VERBS):
            counts[verb] = counts.get(verb, 0) + 1
    ranked = sorted(counts, key=lambda verb: (-counts[verb], verb))
    if len(ranked) > 1 and counts[ranked[1]] * 4 >= len(members):
        return f"{ranked[0]}, {ranked[1]}"
    return ranked[0] if ranked and ranked[0] != _VERBS["partner"] else ""


def _node(ledger: Ledger, found: Relationship) -> Node:
    cites, ids = ledger.cites(found), ledger.ids(found)
    planned, rumoured = found.status == "planned", found.status == "rumoured" or found.standing == "rumoured"
    suffix = ", rumoured" if rumoured else ", planned" if planned else ""
    versions = tuple(
        Statement((Piece(f"{text}{suffix}"),), cites, ids) for text in _relations(ledger.briefing.funding, found)
    )
    return Node(
        shown(found.name),
        versions,
        cites,
        ids,
        also_investor=is_investor(found) and is_partner(found),
        planned=planned and not rumoured,
        rumoured=rumoured,
    )


def _relations(events: Iterable[FundingEvent], found: Relationship) -> tuple[str, ...]:
    nouns = [_NOUNS[kind] for kind in _NOUNS if kind in found.kinds]
    money = _money_role(events, found)
    roles = [*([money] if money else []), *nouns]
    if len(nouns) > 1 and "Partner" in nouns:
        roles.remove("Partner")
    said = joined([roles[0], *(role.lower() for role in roles[1:])]) if roles else "Named"
    words = _description(found)
    plain = said == "Partner" or said == "Named"
    texts = [*([capital(words)] if plain else []), f"{said}, {words}"] if words else []
    texts.append(said)
    business = [role for role in roles if role != money]
    if len(business) > 1:
        texts.append(joined([business[0], *(role.lower() for role in business[1:])]))
    texts.append(business[0] if business else said)
    return tuple(dict.fromkeys(texts))


_EMPTY = frozenset("vehicle provider company firm startup start-up investor group unit arm".split())


def _description(found: Relationship) -> str:
    """The source's words on the organisation, where they are a plain descriptor ("shipping giant")."""
    text = figures.shortened(shown(found.description)).rstrip(".")
    first, _, rest = text.partition(" ")
    text = rest if first.lower() in ("a", "an", "the") else text
    if text.lower() in _EMPTY or "," in text or found.name.lower() in text.lower() or len(text) > _MOST_DESCRIPTION:
        return ""
    return common(text)


def _money_role(events: Iterable[FundingEvent], found: Relationship) -> str:
    """ "Led Series C", "Series C investor", "Investor"; "" for who does not finance."""
    if not is_investor(found):
        return ""
    names = {found.name, *found.aliases}
    firm = [event for event in chronological(events) if event.standing not in ("rumoured", "forward-looking")]
    led = [shown(event.name) for event in firm if names & set(event.leads) and event.name]
    took = [shown(event.name) for event in firm if names & set(event.participants) and event.name]
    if led:
        return f"Led {_round(led[-1])}" if len(led[-1]) <= 20 else "Lead investor"
    if took and len(took[-1]) <= 16:
        return f"{capital(took[-1])} investor"
    return "Lead investor" if "lead-investor" in found.kinds else "Investor"


def _round(name: str) -> str:
    """ "Seed" in the middle of a line is "seed"; "Series A" stays."""
    return name if name.lower().startswith("series") else common(name)
