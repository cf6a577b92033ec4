"""A Reading goes in, claims on who holds how much of the subject come out: the holder as an investor, and the share.

"Northwind has bought a 20% stake in Acme", "Acme is owned by Northwind (62%)", "Northwind keeps its 20%".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, cast

from briefing.claims.heldcompany import held_company
from briefing.claims.largestholders import HOLDERS as _HOLDERS
from briefing.claims.largestholders import before_apposition, follower, largest_holder, meant_by_it, relative_before
from briefing.claims.lists import names_before
from briefing.claims.making import stated
from briefing.claims.reading import Clause, FoundName, FoundNumber, Reading, Utterance
from briefing.claims.shareholdings import JOINTLY, before_aside, in_turn, is_traded, joined, listed, of_own, of_whom
from briefing.claims.tokens import has_words
from briefing.claims.words import Words, row
from briefing.model.claim import Claim, MetricValues, TieStatus, TieValues
from briefing.model.dates import When

_HOLDS = row(
    "holds hold held owns own owned has have keeps keep kept retains retain retained controls control controlled "
    "bought buys buy buying acquired acquires acquire acquiring takes take took taking receives receive received gets "
    "get got end ends emerge emerges picked picks snapped built builds amassed disclosed commands command "
    "hält hielt besitzt übernimmt erwirbt erwarb détient possède acquiert reprend detém "
    "possui comprou adquiriu posee tiene adquirió compró"
)
_BETWEEN = row(
    "with a an its his her their some about nearly roughly around almost over under more less than another the further "
    "additional up to just exactly minority majority only still also now rund etwa fast knapp environ près de cerca em "
    "un une uma um"
)
_STAKE = row("stake share shareholding interest holding anteil beteiligung participation participação participación")
_WHOLE = row("it company shares share group business start-up startup firm capital equity stock maker operator")
_POINTING = row("the this it its his her their our equity capital shares stock company")
_OWNED = row("owned owners shareholders shareholder held hands controlled gehört actionnaires accionistas acionistas")
# "Northwind's holding | falls | to 12%", "which | goes down | to 21.6%".
_MOVES = row(
    "goes go went going falls fall fell falling drops drop dropped slips slipped sinks sank shrinks shrank rises rise "
    "rose rising climbs climbed grows grew comes came sees saw diluted reduced cut down up"
)
_SELLS = row("sold sells sell selling offloaded offloads disposed divested")
_ALL_OF_IT = row("remaining entire whole last all")
_EACH = row(
    "still each both together jointly now also already has have had will would still to agreed is are hat itself said "
    "thought believed understood reported estimated known was"
)
_OF = (("du",), ("de",), ("da",), ("do",), ("del",), ("am",), ("an",), ("der",))
_PARTIES = ("organisation", "unknown", "person")
_ROUNDS = frozenset({"ipo", "listing", "offering", "round", "flotation"})
_ENDS = (
    *[(word,) for word in sorted(JOINTLY)],
    (".",),
    (",",),
    (";",),
    ("after",),
    ("through",),
    ("via",),
    ("once",),
    ("following",),
    (),
)
_ALL = 100.0
_OPENING = 12  # characters in which a clause gives its date: "In 2024, …"
_REACH = 4  # sentences over which a text goes on about stakes
_STAKES = frozenset({"stake", "stakes", "holding", "holdings", "shareholding", "shareholder", "shareholders", "shares"})


def extract(reading: Reading) -> Iterator[Claim]:
    """A tie (for organisations) and a figure for each share of the subject that somebody holds."""
    before: Clause | None = None
    told = -99  # the utterance that last spoke of a stake in the subject
    for utterance in reading.utterances:
        if not utterance.passage.cells and any(_is_share(number) for number in utterance.numbers):
            held = False
            near = 0 <= utterance.index - told <= _REACH
            for number in filter(_is_share, utterance.numbers):
                place = _place(utterance, number)
                if place is None:
                    continue
                owned, holders = _holders(reading, utterance, place, before, held, near)
                held = held or owned
                if holders:
                    yield from _held(reading, utterance, holders, number, place)
                elif not held or owned:
                    yield from _unnamed(reading, utterance, place, number, before, near)
                if near or held:
                    yield from _sellers(reading, utterance, place, number)
            if held:
                told = utterance.index
        if _speaks_of_stake(utterance):
            told = utterance.index
        before = utterance.clauses[-1]


def _held(
    reading: Reading, utterance: Utterance, holders: tuple[FoundName, ...], number: FoundNumber, place: _Place
) -> Iterator[Claim]:
    """Claims on what those hold who bear names: each a share of its own, or all of them together one."""
    turns = in_turn(utterance, number, holders)
    together = "" if turns else joined(holders, place.words, place.at)
    for at, holder in enumerate(holders):
        yield from _claims(reading, utterance, holder, turns[at] if turns else number, together or holder.text)


def _unnamed(
    reading: Reading, utterance: Utterance, place: _Place, number: FoundNumber, before: Clause | None, near: bool
) -> Iterator[Claim]:
    """A share of the subject that somebody holds who bears no name here."""
    words, at, after = place
    title = listed(utterance, words, at)
    ours = bool(title) or _of_subject(utterance, words, at, after, before, near)
    verb = _over(words, at - 1, _BETWEEN)
    holds = verb > 0 and words.low[verb] in _HOLDS
    if not title and holds and not ours:
        title = of_own(utterance, words, at, after, _over(words, verb - 1, _EACH))
    if not title and ours:
        who = before_aside(words, _over(words, verb - 1, _EACH)) if holds else -1
        if who > 1 and words.low[who] in ("which", "that", "who"):
            who -= 1 + (words.raw[who - 1] == ",")
        pointed = who >= 0 and words.low[who] == "it" and not utterance.clause_at(words.starts[at]).is_subject
        title = "stake" if pointed else of_whom(words, who)
        title = title or ("stake" if is_traded(words, at) and words.low[after : after + 1] == ("of",) else "")
    if title:
        yield from _share(reading, utterance, title, number)


class _Place(NamedTuple):
    """Where a share stands: the words of its sentence, the number of its first word and that behind its last."""

    words: Words
    at: int
    after: int


def _place(utterance: Utterance, number: FoundNumber) -> _Place | None:
    if not has_words(utterance.text):
        return None
    words = utterance.sentence.words
    return _Place(words, words.index_at(number.start), words.index_at(number.noun_end - 1) + 1)


def _speaks_of_stake(utterance: Utterance) -> bool:
    """Is a stake in the subject spoken of, so that the next sentences may go on about its shares?"""
    if _STAKES.isdisjoint(utterance.vocabulary):
        return False
    clause = utterance.clauses[0]
    return clause.is_subject or clause.setting_is_subject or any(name.is_subject for name in utterance.names)


def _is_share(number: FoundNumber) -> bool:
    return number.unit == "percent" and 0 < number.value < _ALL


def _holders(
    reading: Reading, utterance: Utterance, place: _Place, before: Clause | None, held: bool, near: bool
) -> tuple[bool, tuple[FoundName, ...]]:
    """Is the share one of the subject that somebody holds; and who does, as far as they have names."""
    words, at, after = place
    one = _bracketed(utterance, words, at, after) or _held_by(utterance, words, at, after, before)
    one = one or largest_holder(utterance, words, at, after)
    if one is None and held:
        one = follower(utterance, words, at) or _gapped(utterance, words, at) or _by(utterance, words, after)
    if one is None and near:
        one = _moved(utterance, words, at)
    owned, found = (one is not None, (one,)) if one else _verbal(reading, utterance, place, before, near)
    return owned, tuple(name for name in found if name and not name.is_subject and name.kind in _PARTIES)


def _gapped(utterance: Utterance, words: Words, at: int) -> FoundName | None:
    """ "Northwind holds 12%, and | Oakfund, the pension fund, | 9%": the verb is said once."""
    end = _over(words, at - 1, _BETWEEN | {"at", "with", "("})
    if end > 0 and words.raw[end] == ",":
        opened = next((place for place in range(end - 1, max(end - 9, 0), -1) if words.raw[place] == ","), 0)
        end = opened - 1 if opened else end
    name = next((name for name in utterance.names if end >= 0 and name.end == words.ends[end]), None)
    if name is None:
        return None
    first = _over(words, words.index_at(name.start) - 1, frozenset(name.descriptor.lower().split()) | {"the", "its"})
    return name if first >= 0 and words.low[first] in (",", "and", ";", "while", "by") else None


def _by(utterance: Utterance, words: Words, after: int) -> FoundName | None:
    """ "is 62% owned by Northwind, | 20% | by Oakfund": who stands behind the next "by"."""
    return _named_soon(utterance, words, after) if words.low[after : after + 1] == ("by",) else None


def _over(words: Words, at: int, idle: frozenset[str]) -> int:
    """The word in front of a row of idle words that ends at `at`."""
    while at >= 0 and words.low[at] in idle:
        at -= 1
    return at


def _moved(utterance: Utterance, words: Words, at: int) -> FoundName | None:
    """ "Oakfund, which goes down | to 21.6%", "Oakfund's holding falls | to 12%", where stakes are spoken of."""
    verb = _over(words, at - 1, _BETWEEN - {"to"})
    if verb < 1 or words.low[verb] not in ("to", "at") or words.low[verb - 1] not in _MOVES:
        return None
    who = _over(words, verb - 1, _MOVES | _EACH | {"be"})
    if who > 0 and words.low[who] in _STAKE:
        who -= 1
        if words.low[who] in ("'s", "'", "s"):
            who -= 1
    elif who > 0 and words.low[who] in ("which", "that"):
        who -= 1 + (words.raw[who - 1] == ",")
    end = words.ends[who] if who >= 0 else -1
    return next((name for name in utterance.names if name.end in (end, end + 2) or name.start < end <= name.end), None)


def _sellers(reading: Reading, utterance: Utterance, place: _Place, number: FoundNumber) -> Iterator[Claim]:
    """ "bought a further 10% from | Oakfund", " | Oakfund sold its remaining 8% to Northwind"."""
    words, at, after = place
    verb = _over(words, at - 1, _BETWEEN | _ALL_OF_IT)
    if verb < 1:
        return
    seller: FoundName | None = None
    buyer: FoundName | None = None
    behind = next((p for p in range(after, min(after + 3, len(words))) if words.low[p] in ("from", "to")), -1)
    named = _named_soon(utterance, words, behind) if behind >= 0 else None
    if words.low[verb] in _SELLS and {"its", "his", "her", "their"} & set(words.low[verb:at]):
        who = _over(words, verb - 1, _EACH)
        seller = next((name for name in utterance.names if who >= 0 and name.end == words.ends[who]), None)
        buyer = named if behind >= 0 and words.low[behind] == "to" else None
    elif words.low[verb] in ("bought", "buys", "acquired", "acquires", "purchased") and behind >= 0:
        seller = named if words.low[behind] == "from" else None
    if seller is None or seller.is_subject:
        return
    gone = not _ALL_OF_IT.isdisjoint(words.low[verb:at])
    for holder, status in ((seller, "ended" if gone else "current"), (buyer, "current")):
        if holder is not None and not holder.is_subject and holder.kind in ("organisation", "unknown"):
            yield from _tie(reading, utterance, holder, number, cast(TieStatus, status))


def _named_soon(utterance: Utterance, words: Words, at: int) -> FoundName | None:
    """The name behind word `at`, with an article and a descriptor at most between."""
    start, stop = words.starts[at], words.starts[min(at + 6, len(words) - 1)]
    name = next((name for name in utterance.names if start < name.start <= stop), None)
    between = utterance.text[words.ends[at] - words.starts[0] : name.start - words.starts[0]] if name else ","
    return name if "," not in between and " and " not in between else None


def _bracketed(utterance: Utterance, words: Words, at: int, after: int) -> FoundName | None:
    """ "is owned by Northwind | (62%)"."""
    if not at or words.raw[at - 1] != "(" or words.low[after : after + 1] != (")",):
        return None
    if _OWNED.isdisjoint(words.low[max(0, at - 30) : at]):
        return None
    clause = utterance.clause_at(words.starts[at])
    if not (clause.is_subject or clause.setting_is_subject or any(name.is_subject for name in utterance.names)):
        return None
    end = words.ends[at - 2] if at > 1 else 0
    return next((name for name in utterance.names if name.end == end), None)


def _held_by(utterance: Utterance, words: Words, at: int, after: int, before: Clause | None) -> FoundName | None:
    """ "the remaining 30 percent is held by | private equity firm Northwind"."""
    low = words.low
    by = next((place for place in range(after, min(after + 9, len(low))) if low[place] == "by"), -1)
    if by < 0 or low[by - 1] not in ("held", "owned", "controlled") or _named_between(utterance, words, after, by):
        return None
    clause = utterance.clause_at(words.starts[at])
    ours = clause.is_subject or clause.setting_is_subject or any(name.is_subject for name in utterance.names)
    if not ours and not (before is not None and before.setting_is_subject):
        return None
    return next((name for name in utterance.names if words.starts[by] < name.start <= words.starts[by] + 60), None)


def _named_between(utterance: Utterance, words: Words, first: int, last: int) -> bool:
    """Is somebody else named there, of whom the share would be?"""
    start, end = words.starts[first] if first < len(words) else 0, words.starts[last]
    return any(start <= name.start < end and not name.is_subject for name in utterance.names)


def _verbal(
    reading: Reading, utterance: Utterance, place: _Place, before: Clause | None, near: bool
) -> tuple[bool, tuple[FoundName, ...]]:
    """ "Northwind | holds a 20% stake", "Northwind, which gets 20% of Acme", "Northwind and Oakfund each own 9%"."""
    words, at, after = place
    if at > 2 and words.low[at - 1] == "mit" and "beteiligt" in words.low[after : after + 6]:
        one = _german(utterance, words, at)
        return one is not None, (one,) if one else ()
    verb = _over(words, at - 1, _BETWEEN | {"~"})
    if verb < 0 or words.low[verb] not in _HOLDS or not _of_subject(utterance, words, at, after, before, near):
        return False, ()
    who = before_aside(words, _over(words, verb - 1, _EACH | JOINTLY))
    if who < 0:
        return True, ()
    if _is_pointing(words, who) and (meant := meant_by_it(reading, utterance, words, who)) is not None:
        return True, (meant,)
    if words.low[who] == "and":
        who = relative_before(words, who)
    if words.low[who] in ("which", "that", "who"):
        who = before_apposition(words, who - 1)
        if who >= 0 and words.raw[who] == ",":
            who -= 1
    if who >= 0 and words.raw[who] == "." and words.raw[who - 1 : who] and words.ends[who - 1] == words.starts[who]:
        who -= 1  # "Northwind Inc., which …"
    end = words.ends[who] if who >= 0 else -1
    several = names_before(reading.source.text, utterance.passage.start, end, utterance.names) if end > 0 else ()
    if len(several) > 1:
        return True, several
    one = next((name for name in utterance.names if name.end in (end, end + 1) or name.start < end <= name.end), None)
    return True, (one,) if one else ()


def _is_pointing(words: Words, who: int) -> bool:
    """ "it", "the firm": one that was named before."""
    return words.low[who] == "it" or (words.low[who] in _FUNDS and words.low[who - 1 : who] == ("the",))


_FUNDS = row("firm fund investor activist bank")


def _german(utterance: Utterance, words: Words, at: int) -> FoundName | None:
    """ "Northwind ist | mit 12 Prozent an Acme beteiligt"."""
    if not any(name.is_subject for name in utterance.names):
        return None
    before = [name for name in utterance.names if name.end <= words.starts[at] and not name.is_subject]
    return before[-1] if before else None


def _of_subject(utterance: Utterance, words: Words, at: int, after: int, before: Clause | None, near: bool) -> bool:
    """Is the share one of the subject: by its name behind, by "the company", or by whom the text runs on?"""
    if (held := held_company(utterance, words.starts[at])) is not None:
        return held.is_subject
    behind = words.low[after : after + 7]
    told = not _STAKE.isdisjoint(behind[:2]) or behind[:1] in (("of",), ("in",))
    told = told or (behind[:1] in _OF and not _WHOLE.isdisjoint(behind[1:3]))
    told = told or (behind[:1] == ("and",) and not _HOLDERS.isdisjoint(behind))  # "and is the largest shareholder"
    told = told or (
        behind[:1] == ("and",) and behind[1][:1].isdigit() if len(behind) > 1 else False
    )  # "15% and 8%, respectively"
    kept = words.low[at - 1] in ("its", "his", "her", "their") if at else False
    traded = near and behind[:1] in (("from",), ("for",), ("and",))
    if not told and not kept and not traded and behind[:1] not in _ENDS:
        return False
    listed = behind[:2] == ("in", "the") and not _ROUNDS.isdisjoint(behind[2:3])  # "which bought 12% in the IPO"
    link = next((place for place in range(after, min(after + 3, len(words))) if words.low[place] in ("of", "in")), -1)
    if link >= 0 and not listed:
        start, stop = words.starts[link], words.starts[min(link + 8, len(words) - 1)]
        named = [name for name in utterance.names if start < name.start <= stop]
        if not _WHOLE.isdisjoint(words.low[link + 1 : link + 3]) and words.low[link + 1] in _POINTING:
            named = []
        elif not named or "," in utterance.text[words.ends[link] - words.starts[0] : named[0].start - words.starts[0]]:
            return False
        if named:
            return named[0].is_subject
    clause = utterance.clause_at(words.starts[at])
    runs = clause.setting_is_subject or clause.is_subject or any(name.is_subject for name in utterance.names)
    return runs or (before is not None and (before.setting_is_subject or before.is_subject))


def _claims(
    reading: Reading, utterance: Utterance, holder: FoundName, number: FoundNumber, title: str
) -> Iterator[Claim]:
    """title: whose share it is, of the holder alone or of several."""
    clause = utterance.clause_at(number.start)
    if clause.negated or clause.modality in ("denied", "hypothetical"):
        return
    firm = clause.modality if clause.modality in ("rumoured", "planned", "hedged") else "asserted"
    statuses: dict[str, TieStatus] = {"planned": "planned", "rumoured": "rumoured"}
    if holder in utterance.names:  # what "it" stands for is no words of this sentence
        yield from _tie(reading, utterance, holder, number, statuses.get(firm, "current"))
    yield from _share(reading, utterance, f"{title} stake", number)


def _share(reading: Reading, utterance: Utterance, name: str, number: FoundNumber) -> Iterator[Claim]:
    """The figure alone."""
    clause = utterance.clause_at(number.start)
    if clause.negated or clause.modality in ("denied", "hypothetical"):
        return
    firm = clause.modality if clause.modality in ("rumoured", "planned", "hedged") else "asserted"
    dates = [date for date in utterance.dates if clause.start <= date.start < clause.end and date.when.edtf]
    near = (date.when for date in dates if date.start > number.start or date.start - clause.start < _OPENING)
    when: When | None = next(near, None)
    share = MetricValues(name, number.value, "percent", number.qualifier, (), when, firm == "planned")
    evidence = reading.cite(utterance.passage.start, utterance.passage.end)
    yield stated(clause, "metric", share, evidence, firm)


def _tie(
    reading: Reading, utterance: Utterance, holder: FoundName, number: FoundNumber, status: TieStatus
) -> Iterator[Claim]:
    clause = utterance.clause_at(number.start)
    if holder.kind == "person" or clause.negated or clause.modality in ("denied", "hypothetical"):
        return
    firm = clause.modality if clause.modality in ("rumoured", "planned", "hedged") else "asserted"
    aliases = (holder.canonical,) if holder.canonical != holder.text else ()
    tie = TieValues(holder.text, "investor", status, holder.descriptor, "", None, None, aliases)
    yield stated(clause, "relationship", tie, reading.cite(utterance.passage.start, utterance.passage.end), firm)
