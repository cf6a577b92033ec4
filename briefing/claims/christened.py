"""A source goes in, the names that it gives to the subject's own plants, sites and products come out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from briefing.claims.lexicon import load
from briefing.claims.phrases import words_of
from briefing.claims.words import row
from briefing.model.source import Source

_OWNER = re.compile(r"[\s'’](?=(?:[Ii]ts|[Oo]ur|s) )")
_COMPANIES = frozenset({"arm", "subsidiary", "unit", "brand", "network"})


def christened(text: str, names: Sequence[str], own: bool) -> Iterator[str]:
    """ "its second kiln, Tellus Two", "Acme's first mill Tellus One": Tellus Two, Tellus One.

    names: of the subject. own: the text is about the subject, so that "its" is the subject's.
    """
    behind = 0  # the end of the last one
    for owner in _OWNER.finditer(text):
        match = _pattern().match(text, owner.end()) if owner.end() >= behind else None
        if match is None:
            continue
        behind = match.end()
        if match[1].lower() in ("its", "our"):
            held = own
        else:
            held = text[max(0, match.start() - 80) : match.start() - 1].endswith(tuple(names))
        if held and match[2] not in names:
            yield match[2]
    for comma in _BEHIND.finditer(text):
        match = _apposed(names).match(text, comma.end()) if own or comma[1] not in _ANYBODYS else None
        name = _NAME_BEFORE.search(text, max(0, comma.start() - _NAME_MOST), comma.start()) if match else None
        if name is not None and name[1] not in names:
            yield name[1]


def by_model(text: str, names: Sequence[str]) -> Iterator[str]:
    """ "Acme's Kestrel aircraft", "the scouting drone Kestrel", of a text on the subject: Kestrel, if the text
    speaks of it as of a thing ("two Kestrels", "the Kestrel can"), as it does of no company."""
    told = {match[1] for match in _behind_owner(tuple(names)).finditer(text)}
    told.update(match[1] for match in _behind_noun().finditer(text))
    for name in sorted(told):
        if name not in names and re.search(
            rf"\b(?:{name}s\b|(?:an?|the|each|one|every) {name}(?:['’.,;]| {_DOES}))", text
        ):
            yield name


_DOES = "(?:is|was|can|has|will|does|costs|sells|gets|runs|uses|weighs|carries|flies|needs|takes|makes|in|at|to)\\b"
_PLACES = row("plant factory mine office warehouse site hub campus mill kiln farm park depot lab line store shop")


@cache
def _model_nouns() -> str:
    return "|".join(sorted({*_nouns().split("|"), *_MACHINES} - _PLACES))


_MACHINES = row(
    "instrument aircraft vehicle sorter analyser scanner boat ship engine loader tug machine device robot drone"
)


@cache
def _behind_owner(names: tuple[str, ...]) -> re.Pattern[str]:
    owners = "|".join(map(re.escape, names))
    return re.compile(rf"(?:{owners})['’]s ([A-Z][a-z]{{2,}}) (?:[a-z][\w-]* ){{0,2}}(?:{_model_nouns()})s?\b")


@cache
def _behind_noun() -> re.Pattern[str]:
    return re.compile(
        rf" (?:{_model_nouns()}),? (?:called |named |dubbed )?(?:the )?([A-Z][a-z]{{2,}})(?=[ ,.;'’])(?! [A-Z])"
    )


def listed(source: Source) -> Iterator[str]:
    """The first cells of a table of sites: "| Project | Location | Capacity |". Of a source on the subject."""
    for passage in source.passages:
        if passage.kind != "row" or len(passage.columns) < 3:
            continue
        heads = [source.text[column.start : column.end].strip().lower() for column in passage.columns]
        if heads[0].removesuffix("s") not in _SITES or sum(head in _OF_SITES for head in heads[1:]) < 2:
            continue
        name = source.text[passage.cells[0].start : passage.cells[0].end].strip()
        if name[:1].isupper() and len(name.split()) <= _LONGEST:
            yield name


_BEHIND = re.compile(r", (?=([Ii]ts|[Oo]ur|the|[A-Z]))")
_ANYBODYS = frozenset({"its", "our", "the"})
_NAME_BEFORE = re.compile(r"(?:^|[\s\"'(])([A-Z][\w-]{2,}(?: (?:[A-Z][\w-]*|\d+)){0,2})[\"']?\Z")
_NAME_MOST = 40  # characters of a product's name


@cache
def _apposed(names: tuple[str, ...]) -> re.Pattern[str]:
    """Behind "Skylark, ": "its sorting software,", "Acme's chat assistant", "the company's own chip"."""
    owners = "|".join(
        ["its", "our", "the (?:company|startup|firm)'s", "the in-house", *(f"{re.escape(one)}'s" for one in names)]
    )
    ends = r"(?=[,.;:)]| (?:that|which|for|with|in|on|is|was|will|has)\b)"
    return re.compile(rf"(?:{owners}) (?:[a-z][\w-]* ){{0,4}}(?:{_nouns()}){ends}")


_LONGEST = 4  # words of a site's name
_SITES = row("project site plant asset facility mine farm campus hub park")
_OF_SITES = row(
    "location place state region country type kind technology size capacity output mw power status stage operational "
    "commissioned opened opening start product products use workforce employees"
)


@cache
def _nouns() -> str:
    told = words_of("metrics", "said_of", "things") | words_of("metrics", "said_of", "wares")
    return "|".join(sorted((told | set(load("products")["given_names"])) - _COMPANIES))


@cache
def _pattern() -> re.Pattern[str]:
    name = r"[A-Z][\w-]{2,}(?: (?:[A-Z][\w-]*|\d+)){0,3}"
    return re.compile(
        rf"([Ii]ts|[Oo]ur|s) (?:[\w-]+ ){{0,6}}(?:{_nouns()})(?:,| is)? (?:called |named |dubbed )?({name})"
    )
