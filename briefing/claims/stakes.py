"""A Reading goes in, claims on who holds how much of the subject come out: the holder as an investor, and the share.

"Northwind has bought a 20% stake in Acme", "Acme is owned by Northwind (62%)", "Northwind keeps its 20%".
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.claims.making import stated
from briefing.claims.reading import Clause, FoundName, FoundNumber, Reading, Utterance
from briefing.claims.tokens import has_words
from briefing.claims.words import Words, row
from briefing.model.claim import Claim, MetricValues, TieStatus, TieValues
from briefing.model.dates import When

_HOLDS = row(
    "holds hold held owns own owned has have keeps keep kept retains retain retained controls control controlled "
    "bought buys buy buying acquired acquires acquire acquiring takes take took taking receives receive received gets "
    "get got picked picks snapped hält hielt besitzt übernimmt erwirbt erwarb détient possède acquiert reprend detém "
    "possui comprou adquiriu posee tiene adquirió compró"
)
_BETWEEN = row(
    "a an its his her their some about nearly roughly around almost over under more less than another the further "
    "additional up to just exactly minority majority only still also now rund etwa fast knapp environ près de cerca em "
    "un une uma um"
)
_STAKE = row("stake share shareholding interest holding anteil beteiligung participation participação participación")
_WHOLE = row("it company shares share group business start-up startup firm capital equity stock maker operator")
_OWNED = row("owned owners shareholders shareholder held hands controlled gehört actionnaires accionistas acionistas")
_OF = (("du",), ("de",), ("da",), ("do",), ("del",), ("am",), ("an",), ("der",))
_PARTIES = ("organisation", "unknown", "person")
_ALL = 100.0


def extract(reading: Reading) -> Iterator[Claim]:
    """A tie (for organisations) and a figure for each share of the subject that somebody holds."""
    before: Clause | None = None
    for utterance in reading.utterances:
        if not utterance.passage.cells and any(_is_share(number) for number in utterance.numbers):
            for number in utterance.numbers:
                if _is_share(number) and (holder := _holder(utterance, number, before)) is not None:
                    yield from _claims(reading, utterance, holder, number)
        before = utterance.clauses[-1]


def _is_share(number: FoundNumber) -> bool:
    return number.unit == "percent" and 0 < number.value < _ALL


def _holder(utterance: Utterance, number: FoundNumber, before: Clause | None) -> FoundName | None:
    """Who holds the share, if it is one of the subject."""
    if not has_words(utterance.text):
        return None
    words = utterance.sentence.words
    at, after = words.index_at(number.start), words.index_at(number.noun_end - 1) + 1
    holder = (
        _bracketed(utterance, words, at, after)
        or _held_by(utterance, words, at, after, before)
        or _verbal(utterance, words, at, after, before)
    )
    return None if holder is None or holder.is_subject or holder.kind not in _PARTIES else holder


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


def _verbal(utterance: Utterance, words: Words, at: int, after: int, before: Clause | None) -> FoundName | None:
    """ "Northwind | holds a 20% stake", "Northwind, which gets 20% of Acme"."""
    if at > 2 and words.low[at - 1] == "mit" and "beteiligt" in words.low[after : after + 6]:
        return _german(utterance, words, at)
    verb = at - 1
    while verb >= 0 and (words.low[verb] in _BETWEEN or words.raw[verb] in "~"):
        verb -= 1
    if verb < 0 or words.low[verb] not in _HOLDS or not _of_subject(utterance, words, at, after, before):
        return None
    who = verb - 1
    while who >= 0 and words.low[who] in row("has have had will would also now already itself to agreed is are hat"):
        who -= 1
    if who < 0:
        return None
    if words.low[who] in ("which", "that", "who"):
        who -= 1
        if who >= 0 and words.raw[who] == ",":
            who -= 1
    if who >= 0 and words.raw[who] == "." and words.raw[who - 1 : who] and words.ends[who - 1] == words.starts[who]:
        who -= 1  # "Northwind Inc., which …"
    end = words.ends[who] if who >= 0 else -1
    return next((name for name in utterance.names if name.end in (end, end + 1) or name.start < end <= name.end), None)


def _german(utterance: Utterance, words: Words, at: int) -> FoundName | None:
    """ "Northwind ist | mit 12 Prozent an Acme beteiligt"."""
    if not any(name.is_subject for name in utterance.names):
        return None
    before = [name for name in utterance.names if name.end <= words.starts[at] and not name.is_subject]
    return before[-1] if before else None


def _of_subject(utterance: Utterance, words: Words, at: int, after: int, before: Clause | None) -> bool:
    """Is the share one of the subject: by its name behind, by "the company", or by whom the text runs on?"""
    behind = words.low[after : after + 7]
    told = not _STAKE.isdisjoint(behind[:2]) or behind[:1] in (("of",), ("in",))
    told = told or (behind[:1] in _OF and not _WHOLE.isdisjoint(behind[1:3]))
    kept = words.low[at - 1] in ("its", "his", "her", "their") if at else False
    if not told and not kept and behind[:1] not in ((".",), (",",), (";",), ("after",), ()):
        return False
    link = next((place for place in range(after, min(after + 3, len(words))) if words.low[place] in ("of", "in")), -1)
    if link >= 0:
        start, stop = words.starts[link], words.starts[min(link + 8, len(words) - 1)]
        named = [name for name in utterance.names if start < name.start <= stop]
        if not _WHOLE.isdisjoint(words.low[link + 1 : link + 3]):
            named = []
        elif not named or "," in utterance.text[words.ends[link] - words.starts[0] : named[0].start - words.starts[0]]:
            return False
        if named:
            return named[0].is_subject
    clause = utterance.clause_at(words.starts[at])
    runs = clause.setting_is_subject or clause.is_subject or any(name.is_subject for name in utterance.names)
    return runs or (before is not None and (before.setting_is_subject or before.is_subject))


def _claims(reading: Reading, utterance: Utterance, holder: FoundName, number: FoundNumber) -> Iterator[Claim]:
    clause = utterance.clause_at(number.start)
    if clause.negated or clause.modality in ("denied", "hypothetical"):
        return
    evidence = reading.cite(utterance.passage.start, utterance.passage.end)
    firm = clause.modality if clause.modality in ("rumoured", "planned", "hedged") else "asserted"
    when: When | None = next(
        (date.when for date in utterance.dates if clause.start <= date.start < clause.end and date.when.edtf), None
    )
    if holder.kind != "person":
        statuses: dict[str, TieStatus] = {"planned": "planned", "rumoured": "rumoured"}
        aliases = (holder.canonical,) if holder.canonical != holder.text else ()
        tie = TieValues(
            holder.text, "investor", statuses.get(firm, "current"), holder.descriptor, "", None, None, aliases
        )
        yield stated(clause, "relationship", tie, evidence, firm)
    name = f"{holder.text} stake"
    forward = firm == "planned"
    share = MetricValues(name, number.value, "percent", number.qualifier, (), when, forward)
    yield stated(clause, "metric", share, evidence, firm)
