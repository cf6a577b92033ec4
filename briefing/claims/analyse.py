"""One source goes in, a Reading comes out: every speaking passage with its names, figures, dates and clauses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from briefing.claims.amounts import find_amounts, find_numbers
from briefing.claims.clauses import clauses
from briefing.claims.dates import find_dates
from briefing.claims.dollars import declared, retold
from briefing.claims.floor import Floor, Topic, home_of
from briefing.claims.givers import tells_of_subject
from briefing.claims.headlines import moderated
from briefing.claims.interviews import interview
from briefing.claims.knowledge import Knowledge, learn_all, subject_names
from briefing.claims.names import find_names
from briefing.claims.quotes import quotations
from briefing.claims.reading import Clause, FoundName, Reading, Sentence, Utterance
from briefing.claims.registers import entries, run_ins, sections
from briefing.claims.scene import Scene, Speaker
from briefing.claims.seats import seats
from briefing.claims.sentence import sentence
from briefing.claims.tokens import vocabulary_of
from briefing.claims.verbs import is_finite
from briefing.claims.words import cut, plain
from briefing.model.briefing import Subject
from briefing.model.naming import name_key
from briefing.model.records import replace
from briefing.model.source import SPEAKING, Passage, Source


def analyse(
    source: Source,
    subject: Subject,
    aliases: Mapping[str, Sequence[str]] | None = None,
    knowledge: Knowledge | None = None,
) -> Reading:
    """Read one source closely.

    aliases: canonical name → other names, from the user's alias file. knowledge: what `learn_all` gathered from all
    sources; without it this source alone is learnt from.
    """
    known = knowledge or learn_all((source,), subject, aliases)
    names = subject_names(subject, dict(aliases or {}))
    text = plain(source.text)
    spoken = [passage for passage in source.passages if passage.kind in SPEAKING]
    found = {passage.start: _Found(source, text, passage, known, names) for passage in spoken}
    scene, floor = _begin(source, subject, known, [found[passage.start] for passage in spoken])
    quotes = _quotes(text, spoken)
    utterances = []
    block = -1
    answers = _answers(source)
    talk = interview(source, text)
    scene.interviewed = _interviewed(spoken, found, known) if talk.asked else None
    if scene.interviewed and talk.answering and not floor.home.name:
        floor.home = Topic(subject.name, True)
    whose = sections(source, names, subject.name) or run_ins(source, names, subject.name)
    whose = {**whose, **entries(source, names, subject.name)}
    home = floor.home
    for index, passage in enumerate(spoken):
        scene.answering = passage.start in answers
        if passage.block != block and passage.kind != "item":
            floor.home = whose.get(passage.block, home)
            floor.paragraph()
        if passage.block != block:
            scene.opened = text[passage.start] == '"'
            scene.carried = scene.opened and index > 0 and _runs_on(text, spoken[index - 1], quotes)
        block = passage.block
        scene.block = block
        if not index or passage.kind == "item" or "\n" in text[spoken[index - 1].end : passage.start]:
            scene.turn = None  # a name and a colon open one line
        if scene.interviewed and block in talk.answering:
            scene.turn = (block, scene.interviewed)
        scene.brief = passage.kind == "item" and floor.home.is_subject
        one = found[passage.start]
        made = clauses(one.sentence, passage, text, _inside(quotes, passage), scene, floor)
        utterances.append(_utterance(index, one, source.text[passage.start : passage.end], made))
    others = {name: tuple(rest) for name, rest in known.book.aliases.items()}
    strangers = {block: topic.name for block, topic in whose.items() if not topic.is_subject}
    return Reading(
        source,
        names,
        others,
        moderated(utterances),
        known.officers,
        known.things,
        known.wares,
        strangers=strangers,
        seats=floor.seats,
        home=tells_of_subject(utterances, names),
    )


def _runs_on(text: str, last: Passage, quotes: Mapping[int, Sequence[tuple[int, int]]]) -> bool:
    """Does the paragraph that ends with a passage end within a quotation?"""
    spans = quotes.get(last.block, ())
    return bool(spans) and spans[-1][1] >= last.end and text[last.end - 1] != '"'


def _inside(quotes: Mapping[int, Sequence[tuple[int, int]]], passage: Passage) -> list[tuple[int, int]]:
    """What of its paragraph's quotations stands in a passage."""
    spans = [span for span in quotes.get(passage.block, ()) if span[0] < passage.end and span[1] > passage.start]
    return [(max(start, passage.start), min(end, passage.end)) for start, end in spans]


def _utterance(index: int, one: _Found, words: str, made: tuple[Clause, ...]) -> Utterance:
    """words: those of the passage. made: its clauses, which a correction denies."""
    passage = one.passage
    if (passage.heading or ":" in words[:30]) and _is_corrected(passage.heading, words):
        made = tuple([replace(clause, modality="denied", negated=True) for clause in made])
    vocabulary = vocabulary_of(words).union(one.sentence.words.low)
    return Utterance(
        index, passage, words, made, one.names, one.amounts, one.numbers, one.dates, one.sentence, vocabulary
    )


_CORRECTIONS = tuple(
    "correction clarification erratum errata berichtigung korrektur rectificat correç corrección".split()
)
_WE = ("we ", "wir ", "nous avons ", "nous avions ", "escrevemos ", "escribimos ")
_WROTE = frozenset(
    "wrote said reported stated gave misstated wrongly incorrectly schrieben écrit escrevemos escribimos".split()
)


def _is_corrected(heading: str, words: str) -> bool:
    """Under "Correction": what the paper itself wrote before is what it takes back."""
    low = words.lower()
    label = low.partition(":")[0].removeprefix("a ") if ":" in low[:30] else ""
    if not heading.lower().lstrip("# ").startswith(_CORRECTIONS) and not label.startswith(_CORRECTIONS):
        return False
    return any(we in low for we in _WE) and not _WROTE.isdisjoint(low.split())


class _Found:
    """Names and figures of one passage."""

    __slots__ = ("amounts", "dates", "names", "numbers", "passage", "sentence")

    def __init__(self, source: Source, text: str, passage: Passage, known: Knowledge, names: Sequence[str]) -> None:
        start, end, language = passage.start, passage.end, source.language
        self.passage = passage
        self.names: tuple[FoundName, ...] = find_names(source.text, start, end, known.book, names)
        self.amounts = retold(find_amounts(source.text, start, end, language), declared(source.text))
        self.numbers = find_numbers(source.text, start, end, language)
        self.dates = find_dates(source.text, start, end, source.published, source.coverage, language)
        if led := {name.start for name in self.names if name.text[0].isdigit()}:
            self.dates = tuple(date for date in self.dates if date.start not in led)  # "2048 Ventures"
        figures = [(amount.start, amount.end) for amount in self.amounts]
        figures += [(number.start, number.end) for number in self.numbers]
        self.sentence: Sentence = sentence(cut(text, start, end), self.names, figures)


def _begin(source: Source, subject: Subject, known: Knowledge, found: Sequence[_Found]) -> tuple[Scene, Floor]:
    """What a reader has in mind before the first sentence: whom the article is about, who is whose officer."""
    counts: Counter[str] = Counter()
    title: list[FoundName] = []
    firsts: list[FoundName | None] = []
    block = -1
    for one in found:
        counts.update(
            subject.name if name.is_subject else name.canonical
            for name in one.names
            if name.is_subject or name.kind == "organisation"
        )
        if one.passage.kind == "title":
            title.extend(one.names)
        elif one.passage.block != block and one.passage.kind == "sentence":
            block = one.passage.block
            firsts.append(_head(one.sentence))
    home = home_of(title, firsts, counts, subject.name, _throughout(found), _late(found))
    retells = frozenset(name_key(name) for name in (source.publisher, *(hint.name for hint in source.hints)) if name)
    english = source.language == "en"
    scene = Scene(subject.name, retells, known.officers, known.persons, english=english)
    floor = Floor(
        home, home, home, known.startups, known.heads, known.employers, known.owned, english, things=known.things
    )
    floor.seats = seats(one.sentence for one in found)
    return scene, floor


_PARTS = 5


def _throughout(found: Sequence[_Found]) -> bool:
    """Is the subject named in all parts of the text but one at most?"""
    if len(found) < 2 * _PARTS:
        return False
    named = {
        _PARTS * place // len(found) for place, one in enumerate(found) if any(name.is_subject for name in one.names)
    }
    return len(named) >= _PARTS - 1


def _late(found: Sequence[_Found]) -> bool:
    """Is the subject named neither in the first paragraph nor in the title, or there only behind another's round?"""
    first = next((one.passage.block for one in found if one.passage.kind == "sentence"), -1)
    if any(name.is_subject for one in found if one.passage.block == first for name in one.names):
        return False
    for one in found:
        own = [name for name in one.names if name.is_subject]
        if one.passage.kind == "title" and own:
            before = [name for name in one.names if name.end < own[0].start]
            sums = [amount for amount in one.amounts if amount.end < own[0].start]
            if not before or not sums:  # "Northwind raises $5M and goes after Acme"
                return False
    return True


def _head(read: Sentence) -> FoundName | None:
    """The first company before the first finite verb of a sentence."""
    for number in range(min(len(read.words), 24)):
        name = read.name_at[number]
        if name is not None and (name.is_subject or name.kind in ("organisation", "unknown")):
            return name
        if is_finite(read.words, number):
            return None
    return None


def _answers(source: Source) -> frozenset[int]:
    """Starts of the passages that answer a question of an interview: they stand behind one, up to the next heading."""
    found: set[int] = set()
    asked = False
    for passage in source.passages:
        if passage.kind in ("question", "heading", "title"):
            asked = passage.kind == "question"
        elif asked and passage.kind in SPEAKING:
            found.add(passage.start)
    return frozenset(found)


_LEAD = 8  # passages in which an interview says with whom it is


def _interviewed(spoken: Sequence[Passage], found: Mapping[int, _Found], known: Knowledge) -> Speaker | None:
    """The officer of the subject whom the text names first."""
    lead = (name for passage in spoken[:_LEAD] for name in found[passage.start].names)
    officer = next((name.canonical for name in lead if name.canonical in known.officers), "")
    return Speaker(officer, "company", True) if officer else None


def _quotes(text: str, spoken: Sequence[Passage]) -> dict[int, list[tuple[int, int]]]:
    """Block → its quotations: one can run over several sentences."""
    spans: dict[int, tuple[int, int]] = {}
    for passage in spoken:
        first, last = spans.get(passage.block, (passage.start, passage.end))
        spans[passage.block] = (min(first, passage.start), max(last, passage.end))
    return {block: quotations(text, start, end) for block, (start, end) in spans.items()}
