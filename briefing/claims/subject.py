"""All sources go in, the company that they are about comes out: its name, its other names and the sources' words on it.

The most central organisation wins: named in titles and first sentences, often, in most sources, and standing where the
company of a story stands ("Acme, a startup …", "Acme raised …", "Acme's Series A", "founders of Acme"). Persons, places
and the outlets that tell the story never win; who invests or buys wins only where nobody else is central.
Nothing here knows a company beforehand.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from briefing.claims.lexicon import load
from briefing.claims.neighbourhood import Sighted, vocabulary
from briefing.claims.sightings import sighted
from briefing.claims.subjectnames import family, key, ordinary, spelled_out, with_first_word
from briefing.claims.subjectwords import description
from briefing.claims.wordclasses import word_classes
from briefing.claims.words import word_set
from briefing.model.briefing import Subject
from briefing.model.naming import name_key
from briefing.model.records import dataclass
from briefing.model.source import Source

_PERIOD = re.compile(r"(?:fy|cy|[hq][1-4] ?)\d{2,4}|[hq][1-4]")
_LETTERS = 8  # of an abbreviation, or of a word in capitals
_ONCE = 2  # mentions that say nothing yet
_HEADED = 6  # points for its places, by which a story is about a publisher
_ACTIVE = 4  # sentences in which a company does something, by which a buyer is more than a buyer


@dataclass(frozen=True, slots=True)
class _Group:
    """All printings of one name. mentions, lead: of all of them, by source; only the sources that name it are there."""

    names: tuple[str, ...]
    members: tuple[Sighted, ...]
    mentions: Counter[str]
    lead: Counter[str]

    def sum(self, kind: str) -> int:
        return int(sum(getattr(member, kind) for member in self.members))


def find_subject(sources: Sequence[Source], hint: Subject | None = None) -> Subject:
    """The company the folder is about. A hint's name, aliases and description go before what is found.

    The name is "" if no source names a company at all.
    """
    seen = sighted(sources)
    name = hint.name if hint and hint.name else _most_central(seen, sources)
    if not name:
        return hint or Subject("")
    full, aliases = family(name if hint and hint.name else _whole(name, sources), seen, sources)
    if hint and hint.name:
        aliases = tuple(dict.fromkeys((*hint.aliases, *(alias for alias in (full, *aliases) if alias != hint.name))))
        full = hint.name
    described = hint.description if hint and hint.description else description(sources, (full, *aliases))
    return Subject(full, aliases, described)


def _whole(name: str, sources: Sequence[Source]) -> str:
    return spelled_out(with_first_word(name, sources), sources)


def _most_central(seen: Mapping[str, Sighted], sources: Sequence[Source]) -> str:
    groups = _groups(seen)
    surnames = _surnames(groups)
    outlets = {name_key(name) for source in sources if not source.release for name in _tellers(source) if name}
    able = {
        one: group
        for one, group in groups.items()
        if (one not in surnames or all(" " in name for name in group.names) or _named_after(group))
        and not (one.count(" ") == 1 and one.split()[-1] in surnames and _called_by_last(one, groups))
        and not (outlets & {name_key(name) for name in group.names} and _only_tells(group))
        and not _is_other(one, group)
    }
    top = {source.id: 0 for source in sources}
    for group in able.values():
        for source, count in group.mentions.items():
            top[source] = max(top[source], count)
    growing = _growing(able.values())
    told = [one for one, group in able.items() if len(group.mentions) == len(sources)]
    buyer = next((one for one in told if any(_buys_in(source.title, able[one]) for source in sources)), "")
    scores = {one: _centrality(group, top, growing) for one, group in able.items()}
    if not scores:
        return ""
    best = min(scores, key=lambda one: (-scores[one], -able[one].lead.total(), one))
    everywhere = len(sources) == 1 or len(able[best].mentions) < len(sources)
    if buyer and everywhere and 2 * able[buyer].mentions.total() >= able[best].mentions.total():
        best = buyer
    if scores[best] <= 0:
        return ""
    return min(groups[best].names, key=lambda name: (-seen[name].count(), len(name), name))


def _growing(groups: Iterable[_Group]) -> int:
    """Mentions of a company that does much else besides buying: then the story may be its, not that of whom it buys."""
    most = 0
    for group in groups:
        others = group.sum("gives") - group.sum("buys")
        if group.sum("buys") and group.sum("company") >= _ACTIVE and not others and not _is_fund(group):
            most = max(most, group.mentions.total())
    return most


def _only_tells(group: _Group) -> bool:
    """Does a publisher's name stand for a publisher, and not for a company that puts out its own news?"""
    firm = group.sum("legal") > 0 or group.sum("takes") > 1
    if not group.sum("outlet") and group.sum("company") and group.lead.total() >= _HEADED:
        return False  # "Acme: the numbers … Acme, the Oslo maker of … Source: Acme"
    return not firm and (group.sum("outlet") > 0 or group.sum("company") < 3)


def _tellers(source: Source) -> tuple[str, ...]:
    return (source.publisher, *(hint.name for hint in source.hints))


def _groups(seen: Mapping[str, Sighted]) -> dict[str, _Group]:
    """Names by what they share; a longer name goes to the short one that stands alone beside it."""
    by_key: dict[str, list[str]] = defaultdict(list)
    for name in seen:
        by_key[key(name)].append(name)
    for long in sorted(by_key, key=lambda one: (-len(one), one)):
        short = next((one for one in _beginnings(long) if one in by_key and not ordinary(one)), "")
        if short and _belongs(by_key[long], by_key[short], seen):
            by_key[short] += by_key.pop(long)
    return {one: _group(sorted(names), seen) for one, names in by_key.items()}


def _group(names: Sequence[str], seen: Mapping[str, Sighted]) -> _Group:
    members = tuple([seen[name] for name in names])
    mentions: Counter[str] = Counter()
    lead: Counter[str] = Counter()
    for member in members:
        mentions.update(member.sources)
        lead.update(member.lead)
    return _Group(tuple(names), members, mentions, lead)


def _beginnings(long: str) -> list[str]:
    """Shorter names that could stand for it; who calls "Jones & Reed" "Jones" means a person."""
    parts = long.split()
    sizes = range(len(parts) - 1, parts.index("&") + 1 if "&" in parts else 0, -1)
    return [" ".join(parts[:size]) for size in sizes]


def _belongs(long: Sequence[str], short: Sequence[str], seen: Mapping[str, Sighted]) -> bool:
    """Is the short name the long one's, not a person's first name or a place in front of another name?"""
    persons = sum(seen[name].person for name in (*long, *short))
    return persons <= sum(seen[name].company for name in (*long, *short))


def _surnames(groups: Mapping[str, _Group]) -> frozenset[str]:
    """Last words of names of people."""
    people = [
        one.split()[-1]
        for one, group in groups.items()
        if " " in one
        and (
            group.sum("person") > group.sum("company")
            or one.split()[0] in word_classes().first_names
            or _called_by_last(one, groups)
        )
    ]
    return frozenset(people)


def _called_by_last(one: str, groups: Mapping[str, _Group]) -> bool:
    """ "Jane Doe" is called "Doe" later on, "Acme Water" is called "Acme"."""
    first, _, last = one.partition(" ")
    short = groups.get(last)
    if short is None or first in groups or groups[one].sum("takes") + short.sum("takes") > 0:
        return False
    firm = groups[one].sum("company") + short.sum("company") + short.sum("legal") + short.lead.total()
    if one.replace(" ", "").isalpha() and not firm:
        return True  # a company is called by its first word
    return groups[one].sum("person") + short.sum("person") > 0


def _named_after(group: _Group) -> bool:
    """Does a name that a person bears, too, mostly stand for the firm? (It takes money, and heads stories.)"""
    firm = group.sum("company") + group.sum("takes")
    return group.sum("takes") > 1 and firm > 3 * group.sum("person") and group.lead.total() > group.mentions.total() / 3


def _is_other(one: str, group: _Group) -> bool:
    """A person, a place, a paper, a thing that is only put out, a letter ("Series B"), or a word that is no name."""
    if len(one) == 1 or one[0] == "&":
        return True
    count = sum(member.count() for member in group.members)
    company, takes = group.sum("company"), group.sum("takes")
    if group.sum("outlet") and not takes and one.split()[-1] in word_classes().news:
        return True
    if one.isalpha() and len(one) <= _LETTERS and all(name.isupper() for name in group.names) and not company + takes:
        return True  # "ARR", or a speaker's initials in front of what he says
    if _PERIOD.fullmatch(one) or one in load("currency")["prefixes"]:
        return True
    first = one.split()[0]
    if " " in one and first in word_classes().first_names and group.sum("takes") == 0:
        return True
    if group.sum("product") and not company + takes and one.replace(" ", "").isalpha() and one.count(" ") == 1:
        return True  # "Acme's Jane Roe on …"
    if one in word_classes().places or one in word_set("companies", "neutral_heads"):
        return True
    told = group.sum("person") == 1 and " " not in one and group.lead.total() >= _HEADED and count > _ONCE
    return (
        (group.sum("person") > company and not told)  # "…, says Acme" alone makes nobody of the one in the title
        or group.sum("place") > max(company, count / 2)
        or (group.sum("outlet") > count / 3 and group.sum("outlet") > company)
        or (group.sum("articled") * 2 > count and company + takes < group.sum("articled"))
    )


def _centrality(group: _Group, top: Mapping[str, int], growing: int) -> float:
    """The mean over all sources of place and frequency, more for what companies do, less for what investors do.

    growing: mentions of a company that buys others and is told of for more than that, 0 if there is none.
    """
    points = 0.0
    for source, most in top.items():
        count = group.mentions.get(source)
        if count:
            points += min(group.lead[source], 8) + 6 * count / most + min(count, 6) / 3
    points /= max(len(top), 1)
    company, takes, gives = group.sum("company"), group.sum("takes"), group.sum("gives")
    if growing > group.mentions.total():
        takes -= group.sum("bought")  # the buyer is named more often: it is no story of whom it buys
    elif growing and group.sum("buys") and company >= _ACTIVE:
        gives -= group.sum("buys")
    points += min(company, 6) / 2 + min(takes, 6) * 0.7 if company + takes else -1
    points *= 1 + 0.08 * max(min(takes - gives, 5), -3)
    if _is_fund(group):
        points *= 0.35
    if gives > takes:
        points *= 0.7
    if group.sum("big") > 0 and takes <= gives + 1:
        points *= 0.7
    return points


def _buys_in(title: str, group: _Group) -> bool:
    """ "Acme acquires Northwind": the title of the only source tells of the one that acts."""
    told = next((title[len(name) :] for name in group.names if title.startswith(f"{name} ")), "")
    words = [word.strip(",:").lower() for word in told.split()[:9]]
    part = not _PART.isdisjoint(words) or any(word.endswith("%") for word in words)
    return not _ACQUIRES.isdisjoint(words[:4]) and not part and not _is_fund(group)


_PART = frozenset(
    {"stake", "shares", "percent", "cent", "part", "minority", "majority", "fifth", "third", "half", "into"}
)
_ACQUIRES = frozenset({"acquires", "acquire", "acquired", "buys", "buy", "acquiring"})


def _is_fund(group: _Group) -> bool:
    """Does its name say that it invests for a living?"""
    funds = vocabulary("funds")
    return any(not funds.isdisjoint(name.lower().split()[1:]) for name in group.names)
