"""The sources' sentences in, those out that answer a figure with another one by somebody else's word.

"Acme speaks of 400 users. | Its own filing counts 310." What is answered stands up to three sentences before; the
answer names no measure of its own, so that it can only be of the same. "The accounts tell another story" says of what
follows that it is an answer, however it is put.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

from briefing.model.claim import Claim, MetricValues
from briefing.model.patterns import late
from briefing.model.source import Passage, Source
from briefing.reconcile.conflicts.draft import Draft, Found, position, sentence
from briefing.reconcile.conflicts.printed import Figure, figure_at, figures_in, places_in
from briefing.reconcile.folding import fold
from briefing.reconcile.lexicon import table
from briefing.reconcile.signs import holding

_BACK = 3  # sentences before an answer in which the figure stands that it answers
_MANY = 5000  # figures of one source that are looked at
_FAR = 8  # … with the scraps between
_SCRAP = 40  # code points of a sentence that is none
_ON = 3  # sentences behind "tells another story" in which the answer stands
_REACH = 70  # code points before a figure in which the verb of an answer stands
_APART = 6.0  # times: figures further apart are of a part and of the whole
_SAME = 0.02  # figures as near as this are one
_SPOKEN = ("sentence", "question", "heading")


class _Answer(NamedTuple):
    """verb: where the verb stands that gives the figure. free: it may name what it counts. part: it is of what was
    told before."""

    figure: Figure
    verb: int
    place: int
    free: bool = False
    part: bool = False


class _Text(NamedTuple):
    """One source with what is said in it and by whom."""

    source: Source
    claims: Sequence[Claim]

    def passage(self, place: int) -> Passage:
        return self.source.passages[place]

    def words(self, place: int) -> str:
        passage = self.source.passages[place]
        return self.source.text[passage.start : passage.end]


def countered(found: Found) -> Iterator[Draft]:
    """One draft for each figure that another voice of the same article answers with another."""
    for source in found.ground.sources.values():
        claims = found.by_source.get(source.id)
        if not claims:
            continue
        told = _Text(source, claims)
        places = {passage.start: place for place, passage in enumerate(source.passages)}
        for answer in (*_answers(source, places), *_turned(told, places), *_parts(source, places)):
            figures = _answered(answer, told)
            if figures:
                yield _draft(answer, figures, told, found)


# ---------------------------------------------------------------- answers


def _answers(source: Source, places: dict[int, int]) -> Iterator[_Answer]:
    """Figures right behind a verb that gives them: "the filing counts | 310"."""
    text = source.text
    for start, stop in places_in(text, 0, len(text), _USUAL)[:_MANY]:
        if text[start:stop] in _AFTER_A:
            if not text.endswith(" a", 0, start - 1):
                continue
            start -= 2
        ahead = _giving(text[max(0, start - _REACH) : start])
        passage = source.passage_at(start) if ahead else None
        if passage is None or passage.kind not in _SPOKEN or start - ahead < passage.start:
            continue
        figure = figure_at(text, start, stop, passage.end)
        if figure is not None and not _has_measure(figure, text) and not _counts_tellers(figure, text):
            yield _Answer(figure, start - ahead, places[passage.start])


_AFTER_A = ("third", "quarter", "fifth", "tenth")
_USUAL = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "half", *_AFTER_A)


def _giving(before: str) -> int:
    """How many signs before a figure the verb stands that gives it, with nothing but hedges between; 0 for none."""
    words = before.split()
    last = words[-1].strip("$€£¥₹\"'“”(").lower() if words else ""
    if last and last not in _endings() and last not in _CODES:
        return 0
    at, hedges = len(words), _hedges()
    while at and (not (word := _plain(words[at - 1])) or word in hedges or _is_sign(words[at - 1])):
        at -= 1
    if at and _plain(words[at - 1]) in _HAVING and not _PAPERS.isdisjoint(map(_plain, words[:at])):
        return len(before) - _place_of(before, words, at - 1)  # "a forecast from May, seen by us, | has"
    size = next(
        (size for size in (4, 3, 2, 1) if at >= size and " ".join(map(_plain, words[at - size : at])) in _verbs()), 0
    )
    if not size and at >= 2 and _plain(words[at - 1]) in _BEING:
        told = set(map(_plain, words[at:]))
        nearer = not told.isdisjoint(_nearer())
        subject = _plain(words[at - 2])
        if subject in _FIGURE or (nearer and subject in _IT) or (told & _MORE and "at" in told):
            size = 2
    return len(before) - _place_of(before, words, at - size) if size else 0


def _place_of(before: str, words: Sequence[str], number: int) -> int:
    """Where a word begins, counted from the end."""
    place = len(before)
    for word in reversed(words[number:]):
        place = before.rfind(word, 0, place)
    return place


def _plain(word: str) -> str:
    return fold(word).strip("\"'“”‘’(,:–-")


def _is_sign(word: str) -> bool:
    """A currency, alone or before the figure: "US$"."""
    return word[-1:] in "$€£¥₹" or (word.isupper() and len(word) == 3)


_CODES = frozenset("us c a s r usd eur gbp chf sek nok dkk inr rs cad aud".split())
_PAPERS = frozenset(
    "forecast budget plan document documents deck presentation register filing filings accounts notice memo slides "
    "paper spreadsheet prospectus audit report survey database".split()
)
_HAVING = frozenset(("has", "had", "have"))
_BEING = frozenset(("is", "are", "was", "were", "be", "been"))
_FIGURE = frozenset("figure number total sum answer".split())
_IT = frozenset("it they that would had have could".split())
_MORE = frozenset(("lower", "higher", "smaller", "larger"))


@cache
def _endings() -> frozenset[str]:
    """What can stand right before an answer's figure: hedges, and the last words of its verbs."""
    return _hedges() | {verb.split()[-1] for verb in _verbs()} | _BEING | _HAVING


@cache
def _hedges() -> frozenset[str]:
    return frozenset(table("countered")["words"]["hedges"]) | _nearer()


@cache
def _nearer() -> frozenset[str]:
    return frozenset(table("countered")["words"]["nearer"])


@cache
def _verbs() -> frozenset[str]:
    return frozenset(table("countered")["words"]["giving"])


def _has_measure(figure: Figure, text: str) -> bool:
    """ "Shows $3 million | of cash": the answer is of a measure of its own."""
    behind = text[figure.end : figure.end + 9].lower()
    whole = behind.startswith((" of them", " of that", " of these", " of those", " of this"))
    return figure.kind != "share" and behind.startswith((" of ", " in ", " for ")) and not whole


def _counts_tellers(figure: Figure, text: str) -> bool:
    """ "Said | two of the people": who said it, not what."""
    behind = text[figure.end : figure.end + 24].lower().replace(" of the ", " ").split()
    return figure.kind == "count" and figure.value < 20 and behind[:1] != [] and behind[0].strip(".,") in _TELLERS


_TELLERS = frozenset("people persons sources of others former insiders investors bankers analysts".split())


def _turned(told: _Text, places: dict[int, int]) -> Iterator[_Answer]:
    """Figures behind a sentence that says that they are others: "The accounts tell another story. Sales were | €3m"."""
    source = told.source
    words = table("countered")["words"]
    for passage in holding(source, words["keys"], source.text.lower()):
        said = source.text[passage.start : passage.end].lower()
        if not any(map(said.__contains__, words["turning"])):
            continue
        at = places[passage.start]
        for place in range(at, min(at + _ON, len(source.passages))):
            spoken = source.passages[place]
            if spoken.kind in _SPOKEN:
                for figure in figures_in(source.text, spoken.start, spoken.end):
                    yield _Answer(figure, passage.start, at, free=True)


def _parts(source: Source, places: dict[int, int]) -> Iterator[_Answer]:
    """The part that counts of what was given as a whole: "It speaks of 400 pumps. Only | 310 | of them are in use"."""
    text = source.text
    for passage in holding(source, table("countered")["words"]["partly"]):
        for figure in figures_in(text, passage.start, passage.end):
            match = _PART.match(text, figure.end, passage.end)
            if match:
                yield _Answer(figure, figure.start, places[passage.start], part=True)


_PART = late(
    r"\W{0,2}of (?:that|this|it|these|those|them|which) (?:is|are|was|were|has|have)\s(?:been\s)?(?:\w+\s)?"
    r"(?:binding|firm|signed|paid|paying|active|live|in use|running|real|confirmed|used|installed|delivered|working)\b"
)


# ---------------------------------------------------------------- what they answer


def _answered(answer: _Answer, told: _Text) -> list[tuple[Figure, int]]:
    """The figures that another voice gave before, each with the place of its sentence: in the same one or up to three
    before it."""
    own = told.source.passage_at(answer.figure.start)
    if (
        own is None
        or _is_plan(answer, told)
        or _is_idle(answer.figure, told.source.text[own.start : own.end], own.start)
    ):
        return []
    found: list[tuple[Figure, int]] = []
    for back in _back_from(answer.place, answer.free, told):
        passage = told.passage(answer.place - back)
        end = answer.verb if not back else passage.end
        given = [one for one in figures_in(told.source.text, passage.start, end) if _of_one_thing(one, answer, back)]
        if any(_apart(one, answer.figure) <= 1 + _SAME for one in given):
            return []
        given = [one for one in given if _apart(one, answer.figure) <= _APART]
        if answer.part:
            given = [one for one in given if one.value > answer.figure.value]
        elif not back:
            given = given if given and _has_turn(told.source.text[given[-1].end : answer.verb]) else []
        elif _voice(answer.figure.start, own, told) in [_voice(one.start, passage, told) for one in given] or any(
            _has_moved(one, passage, answer, own, told) for one in given
        ):
            return []
        if given:
            found.append((given[0] if answer.free else given[-1], answer.place - back))
        if found and not answer.free:
            break
    return found[:2]


def _back_from(place: int, free: bool, told: _Text) -> Iterator[int]:
    """The steps back to the sentences that an answer can mean; a scrap ("Signed and paid.") counts for none."""
    left = _BACK
    for back in range(min(_FAR, place) + 1):
        passage = told.passage(place - back)
        if passage.kind in _SPOKEN:
            yield back
            left -= bool(back) and (free or passage.end - passage.start > _SCRAP)
        if not left:
            return


def _has_turn(between: str) -> bool:
    """Does somebody else begin to speak: "94, says the maker | ; the institute | measured"?"""
    match = _BUT.search(between)
    return match is not None and len(set(between[match.end() :].lower().split()) - _PRONOUNS) > 1


_BUT = late(r"[;:]|\b(?:but|while|whereas|though|although|yet)\b")
_PRONOUNS = frozenset("it he she they we that has have had now only also who which then in by".split())


def _of_one_thing(one: Figure, answer: _Answer, back: int) -> bool:
    mine, theirs = answer.figure, one
    if not mine.noun and mine.kind == "count" and theirs.kind in ("days", "share"):
        return not answer.free and back < 2 and mine.value < 100  # "takes 5 days. The brochure promises | 3"
    if mine.kind != theirs.kind:
        return False
    return bool(mine.noun & theirs.noun) or not mine.noun


def _apart(one: Figure, other: Figure) -> float:
    """How many times the larger is the smaller; a bare number is in the other's unit."""
    value = other.value * (one.unit if other.kind != one.kind else 1.0)
    low, high = sorted((one.value, value))
    return high / low if low else _APART + 1


def _is_idle(figure: Figure, sentence: str, start: int) -> bool:
    """Is the sentence on a rival, is its figure reckoned from others, or one that it gives itself in other words?"""
    said = sentence.lower()
    if any(map(said.__contains__, (*_OTHERS, *_RECKONED))):
        return True
    before = figures_in(sentence, 0, figure.start - start)
    return any(abs(one.value / scale - figure.value) <= _SAME * figure.value for one in before for scale in _SCALES)


_OTHERS = (" rival ", " rivals ", " competitor", " competing ", "would have ", "would've")
_RECKONED = (
    "division",
    "multipl",
    "arithmetic",
    "work it out",
    "works out",
    "do the math",
    "do the sum",
    "implie",
    "imply",
)
_SCALES = (1e3, 1e6, 1e9)


def _is_plan(answer: _Answer, told: _Text) -> bool:
    """A target answers nothing, nor does what would have been, nor the company itself where an article has begun to
    tell another story."""
    saying = list(_saying(answer.figure.start, told.claims))
    return any(one.modality in ("planned", "hypothetical") for one in saying) or (
        answer.free and any(one.holder_kind == "company" for one in saying)
    )


def _saying(at: int, claims: Iterable[Claim]) -> Iterator[Claim]:
    return (claim for claim in claims if claim.evidence.start <= at < claim.evidence.end)


def _voice(at: int, passage: Passage, told: _Text) -> str:
    """Who says what stands at a place; the sentence itself where nobody is named."""
    if passage.kind != "sentence":
        return passage.kind
    held = islice((claim.holders[-1] for claim in _saying(at, told.claims) if claim.holders), 1)
    return fold(next(held, f"{passage.start}"))


def _has_moved(one: Figure, passage: Passage, answer: _Answer, own: Passage, told: _Text) -> bool:
    """Is it more now, in another month or year than it was? Then it has grown."""
    text = told.source.text
    then, now = (_time_words(text[spoken.start : spoken.end]) for spoken in (passage, own))
    return one.value < answer.figure.value and bool(then and now) and then.isdisjoint(now)


def _time_words(text: str) -> frozenset[str]:
    words = {word.strip(".,;:()\"'“”’") for word in text.split()}
    return frozenset(word for word in words if word in _MONTHS or (len(word) == 4 and word[:2] in ("19", "20")))


_MONTHS = frozenset("January February March April May June July August September October November December".split())


# ---------------------------------------------------------------- the draft


def _draft(answer: _Answer, figures: Sequence[tuple[Figure, int]], told: _Text, found: Found) -> Draft:
    source = told.source
    topic, about = _topic(figures, told, found)
    own = source.passage_at(answer.figure.start)
    spoken = [(figure, told.passage(place)) for figure, place in reversed(figures)]
    spoken += [(answer.figure, own)] if own is not None else []
    positions = tuple(position(one.text, (), [source.cite(at.start, at.end)]) for one, at in spoken)
    text = sentence("amount", "partly" if answer.part else "countered")
    return Draft(topic, "amount", positions, answer.part, "", text, about, 83 - 15 * answer.part)


def _topic(figures: Sequence[tuple[Figure, int]], told: _Text, found: Found) -> tuple[str, str | None]:
    """The measure of a figure that is answered, where a claim holds it."""
    facts = {ident: metric.id for metric in found.briefing.metrics for ident in metric.claims}
    for figure, place in figures:
        passage = told.passage(place)
        for claim in told.claims:
            if passage.start <= claim.evidence.start < passage.end and isinstance(claim.values, MetricValues):
                given = [amount.money.value for amount in claim.values.amounts] or [claim.values.value or 0.0]
                if any(abs(one - figure.value) <= 1e-6 * figure.value for one in given):
                    return claim.values.name, facts.get(claim.id)
    return "figure told otherwise", None
