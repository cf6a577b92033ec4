"""Words that no page of the deck had before in, statements out: each sentence against what the Briefing knows.

This is all there is to go by in a deck of somebody else, and for what was added to one of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.audit.computing import computed
from briefing.audit.index import rounded
from briefing.audit.items import DOUBTFUL, Item, Reader, quotes
from briefing.audit.library import Ground, Library, in_words
from briefing.audit.report import Kind, Verdict
from briefing.audit.words import language, tokens
from briefing.model.briefing import FundingEvent
from briefing.model.dates import overlap
from briefing.model.money import Money
from briefing.model.naming import name_key
from briefing.model.records import dataclass

_SENTENCE = re.compile(r"[^\n]+?(?:[.!?;](?=\s+[A-ZÀ-Þ“\"(])|\n|$)")
_LED = re.compile(r"\b(?:led|headed|anchored) by\b", re.IGNORECASE)
_SMALL = 12
_WORDS = 4
_UNFIRM = {
    "rumoured": (frozenset({"rumour", "plan", "open"}), "only a rumour"),
    "forward-looking": (frozenset({"plan", "rumour", "open"}), "planned or aimed at, not a fact"),
    "company-stated": (frozenset({"attribution"}), "only the company says so"),
}
_NO_GROUND = Ground(())
NAMES = frozenset({"organisation", "person", "product", "name"})


@dataclass(frozen=True, slots=True)
class Around:
    """What surrounds a text. strange: its deck is none of ours, so that words without figures and names are nobody's
    business. cautions: classes of caution that its row, its slide's badges and title show.
    """

    strange: bool
    cautions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Verdicts:
    """One statement looked up. start, end: where it stands in the text."""

    start: int
    end: int
    kind: Kind
    verdict: Verdict
    was: str = ""
    ground: Ground = Ground(())
    how: str = ""


def cautions(text: str, reader: Reader) -> frozenset[str]:
    """The classes of caution that its words and badges show."""
    found: set[str] = set()
    for item in reader.read(text):
        if item.kind == "hedge":
            found.add(str(item.key[1]))
        elif item.kind == "badge":
            found |= {name for word, name in language()["badge_cautions"].items() if word in str(item.key[1])}
    return frozenset(found)


def look_up(text: str, reader: Reader, library: Library, around: Around) -> Iterator[Verdicts]:
    """Every statement of a text, sentence by sentence."""
    for match in _SENTENCE.finditer(text):
        sentence, at = match[0], match.start()
        found = list(_sentence(sentence, reader, library, around))
        if not found and not around.strange:
            found = list(_plain(sentence, library))
        for item in found:
            yield Verdicts(item.start + at, item.end + at, item.kind, item.verdict, item.was, item.ground, item.how)


def _plain(sentence: str, library: Library) -> Iterator[Verdicts]:
    """A sentence of words alone, added to a deck of ours."""
    words = sentence.strip()
    if len(tokens(words)) >= _WORDS and not library.verbatim(words):
        yield Verdicts(0, len(sentence), "text", "unbacked", how="added; no source has these words")


def _sentence(sentence: str, reader: Reader, library: Library, around: Around) -> Iterator[Verdicts]:
    items = tuple(item for item in reader.read(sentence) if item.qualifier != DOUBTFUL)
    rounds = library.rounds(sentence)
    hedges = cautions(sentence, reader) | around.cautions
    plain, strange = not around.strange, around.strange
    names_only = not any(item.kind in ("amount", "number", "date") for item in items)
    quoted: list[tuple[int, int]] = []
    for start, end in quotes(sentence):
        if len(tokens(sentence[start:end])) >= _WORDS:
            known = library.verbatim(sentence[start:end])
            quoted += [(start, end)] if known else []
            how = "" if known else "no source has these words"
            yield Verdicts(start, end, "quote", "backed" if known else "unbacked", how=how)
    for item in items:
        words = sentence[item.start : item.end].strip()
        if item.kind not in ("hedge", "badge") and any(start <= item.start < end for start, end in quoted):
            yield _verdict(item, "backed", "", library.support(item.key, words, item.noun))
        elif item.kind == "amount":
            yield _sum(item, words, items, rounds, hedges, library)
        elif item.kind == "date":
            yield _date(item, rounds, library)
        elif item.kind == "number":
            yield from _count(item, words, items, library)
        elif item.kind in NAMES:
            verdict = _name(item, words, sentence, rounds, library, strange)
            if verdict is not None and (verdict.verdict != "backed" or not names_only or strange):
                plain = plain and verdict.verdict == "backed"
                yield verdict
    if names_only and plain and any(item.kind in NAMES for item in items):
        yield from _plain(sentence, library)


def _verdict(
    item: Item, verdict: Verdict, was: str = "", ground: Ground = _NO_GROUND, how: str = "", kind: Kind | None = None
) -> Verdicts:
    return Verdicts(item.start, item.end, kind or item.kind, verdict, was, ground, how)


def _sum(
    item: Item,
    words: str,
    items: tuple[Item, ...],
    rounds: list[FundingEvent],
    hedges: frozenset[str],
    library: Library,
) -> Verdicts:
    holding = library.holders(item.key)
    misplaced = bool(rounds) and not any(library.says((event.id,), item.key) for event in rounds)
    if misplaced and "open" not in hedges and not _elsewhere(item, rounds, holding, items, library):
        said = " or ".join(dict.fromkeys(in_words(money) for event in rounds for money in _moneys(event)))
        where = "" if not holding else f"; {_cited(holding, library)} it of something else"
        names = " and ".join(event.name for event in rounds)
        return _verdict(item, "changed", said, library.ground([event.id for event in rounds]), f"of {names}{where}")
    if not holding:
        how = computed(item, items, library)
        if how:
            return _verdict(item, "computed", how=how)
        return _verdict(item, "unbacked", how="no source says it")
    ground = library.support(item.key, words)
    plain = _plain_somewhere(item, library)
    if plain is not None and not item.qualifier:
        said = in_words(plain)
        return _verdict(item, "weakened", said, ground, f"the sources say “{said}”", "hedge")
    standing = _unfirm(library.stated(item.key), hedges, library)
    if standing:
        return _verdict(item, "weakened", "", ground, standing)
    return _verdict(item, "backed", "", ground)


def _moneys(event: FundingEvent) -> tuple[Money, ...]:
    return (*event.amounts, *event.equivalents)


def _elsewhere(
    item: Item, rounds: list[FundingEvent], holding: tuple[str, ...], items: tuple[Item, ...], library: Library
) -> bool:
    """Does some one claim hold both the sum and the round's name, or is the sum stated beside a figure of its own?"""
    for part in holding:
        claim = library.claims.get(part)
        words = (claim.evidence.quote if claim else "").casefold()
        if any(event.name.casefold() in words for event in rounds):
            return True
    own = sum(other.kind == "amount" for other in items)
    held = sum(any(library.says((event.id,), other.key) for event in rounds) for other in items if other != item)
    return own > 1 and bool(holding) and held > 0


def _plain_somewhere(item: Item, library: Library) -> Money | None:
    """A sum that every source gives with a word of caution: one of them; None if one gives it plainly."""
    found = [money for money in library.moneys if ("sum", rounded(money.value), money.currency) == item.key]
    if not found or any(money.qualifier is None for money in found):
        return None
    return found[0]


def _unfirm(holding: tuple[str, ...], hedges: frozenset[str], library: Library) -> str:
    """What is missing where only rumours, plans or the company itself say so, and the sentence does not."""
    standings = {standing for part in holding if part[0] in "ftmi" and (standing := library.standing(part))}
    if not standings or not standings <= set(_UNFIRM):
        return ""
    for standing in sorted(standings):
        if _UNFIRM[standing][0] & hedges:
            return ""
    return " and ".join(_UNFIRM[standing][1] for standing in sorted(standings))


def _date(item: Item, rounds: list[FundingEvent], library: Library) -> Verdicts:
    holding = library.holders(item.key)
    edtf = str(item.key[1])
    if len(rounds) == 1 and rounds[0].date and edtf[:2].isdigit() and not overlap(edtf, rounds[0].date):
        event = rounds[0]
        if not library.says((event.id,), item.key):
            was, ground = library.date_words(event), library.ground((event.id,))
            return _verdict(item, "changed", was, ground, f"of {event.name}")
    if holding:
        return _verdict(item, "backed", "", library.support(item.key, ""))
    return _verdict(item, "unbacked", how="no source gives this date")


def _count(item: Item, words: str, items: tuple[Item, ...], library: Library) -> Iterator[Verdicts]:
    value = item.key[1]
    if library.holders(item.key, item.noun):
        yield _verdict(item, "backed", "", library.support(item.key, words, item.noun))
        return
    how = computed(item, items, library)
    if how:
        yield _verdict(item, "computed", how=how)
    elif isinstance(value, float) and (value > _SMALL or not value.is_integer() or item.key[2:] != ("",)):
        yield _verdict(item, "unbacked", how="no source says it")


def _name(
    item: Item, words: str, sentence: str, rounds: list[FundingEvent], library: Library, strange: bool
) -> Verdicts | None:
    key = name_key(str(item.key[1]))
    known = item.kind != "name" or library.holders(("name", key)) or library.verbatim(words)
    if not known:
        unheard = [word.word for word in tokens(words) if word.word not in library.vocabulary and word.word.isalpha()]
        title = sentence.istitle() or sentence.isupper()
        if not unheard or title or (strange and len(tokens(words)) < 2):
            return None
        return _verdict(item, "unbacked", how="no source names it")
    led = _LED.search(sentence)
    if led and len(rounds) == 1 and rounds[0].leads and led.end() <= item.start <= led.end() + 2:
        leads = {name_key(lead) for lead in rounds[0].leads}
        if key not in leads and str(item.key[1]) not in leads:
            was, ground = ", ".join(rounds[0].leads), library.ground((rounds[0].id,))
            return _verdict(item, "changed", was, ground, f"led {rounds[0].name}")
    return _verdict(item, "backed", "", library.support(("name", key), words))


def _cited(holding: tuple[str, ...], library: Library) -> str:
    """ "[1] says", by the source of the first claim that holds it."""
    for part in holding:
        source = library.ground((part,)).source
        if source:
            return f"[{library.numbers.get(source, 0)}] says"
    return "a source says"
