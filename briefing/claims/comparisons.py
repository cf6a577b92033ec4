"""A Reading goes in, how the subject differs from others comes out: rows of tables first, contrasts in prose second."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from briefing.claims.lexicon import load
from briefing.claims.making import make
from briefing.claims.reading import FoundName, Reading, Utterance
from briefing.claims.words import Phrases, cut, plain
from briefing.model.claim import Claim, ComparisonValues
from briefing.model.source import Passage, Span

_NO_NAMES = frozenset(
    {
        "dimension",
        "criterion",
        "criteria",
        "feature",
        "category",
        "aspect",
        "metric",
        "factor",
        "topic",
        "attribute",
        "area",
        "",
    }
)


@cache
def _joints() -> Phrases:
    return Phrases((phrase, phrase) for phrase in load("comparisons")["joints"])


def extract(reading: Reading) -> Iterator[Claim]:
    """Every row of a table that sets the subject beside another company, every sentence that sets it against others."""
    rows = [
        utterance for utterance in reading.utterances if utterance.passage.kind == "row" and utterance.passage.cells
    ]
    for utterance in rows:
        yield from _row(reading, utterance)
    for first, second in _transposed(reading, rows):
        yield from _column(reading, first, second)
    for utterance in reading.utterances:
        if utterance.passage.kind in ("sentence", "item"):
            claim = _contrast(reading, utterance)
            if claim is not None:
                yield claim


# ------------------------------------------------------------------ tables


def _row(reading: Reading, utterance: Utterance) -> Iterator[Claim]:
    """A row under a header that names the subject and somebody else: its cells word for word."""
    passage = utterance.passage
    headers = [_text(reading, column) for column in passage.columns]
    own = [place for place, header in enumerate(headers) if _names_subject(reading, header)]
    if len(own) != 1 or len(headers) < 3 or len(passage.cells) != len(headers):
        return
    label = 0 if own[0] != 0 else 1
    implied = [place for place, header in enumerate(headers) if place not in (label, own[0]) and _implies(header)]
    others = [place for place in range(len(headers)) if place not in (label, own[0], *implied) and headers[place]]
    cells = [_text(reading, cell) for cell in passage.cells]
    clause = utterance.clauses[0]
    context = tuple(reading.cite(column.start, column.end) for column in passage.columns if column.end > column.start)
    for place in others:
        if not cells[own[0]] or not cells[place]:
            continue
        values = ComparisonValues(
            cells[label], cells[own[0]], _other_name(headers[place]), cells[place], cells[implied[0]] if implied else ""
        )
        yield make(reading, clause, "comparison", values, (passage.start, passage.end), context)


def _text(reading: Reading, span: Span) -> str:
    return reading.source.text[span.start : span.end].strip()


def _names_subject(reading: Reading, header: str) -> bool:
    return _holds_name(header, reading.subject_names)


@lru_cache(maxsize=512)
def _holds_name(header: str, names: tuple[str, ...]) -> bool:
    low = f" {' '.join(cut(plain(header)).low)} "
    return any(f" {' '.join(cut(plain(name)).low)} " in low for name in names)


def _implies(header: str) -> bool:
    low = header.lower()
    return any(word in low for word in load("comparisons")["implication"])


def _other_name(header: str) -> str:
    """The name in a header, without what stands in brackets behind it."""
    return header.split("(")[0].strip() or header


def _transposed(reading: Reading, rows: Sequence[Utterance]) -> Iterator[tuple[Utterance, Utterance]]:
    """Tables whose rows are companies: the subject's row with every other row of its table."""
    for row in rows:
        if not _names_subject(reading, _text(reading, row.passage.cells[0])) or _heads_subject(reading, row.passage):
            continue
        for other in rows:
            if (
                other is not row
                and other.passage.block == row.passage.block
                and len(other.passage.cells) == len(row.passage.cells)
            ):
                yield row, other


def _heads_subject(reading: Reading, passage: Passage) -> bool:
    return any(_names_subject(reading, _text(reading, column)) for column in passage.columns)


def _column(reading: Reading, own: Utterance, other: Utterance) -> Iterator[Claim]:
    context = (reading.cite(other.passage.start, other.passage.end),)
    named = _text(reading, other.passage.cells[0])
    if named.lower() in _NO_NAMES or not any(
        name.kind in ("organisation", "unknown", "product") for name in other.names
    ):
        return
    for place, column in enumerate(own.passage.columns):
        header = _text(reading, column)
        mine, theirs = _text(reading, own.passage.cells[place]), _text(reading, other.passage.cells[place])
        if place and header and mine and theirs:
            values = ComparisonValues(header, mine, named, theirs)
            yield make(reading, own.clauses[0], "comparison", values, (own.passage.start, own.passage.end), context)


# ------------------------------------------------------------------ sentences


def _contrast(reading: Reading, utterance: Utterance) -> Claim | None:
    """A sentence about the subject that sets it against a named company or a group of others."""
    words = utterance.sentence.words
    turn = _turn(utterance)
    opened = (0, 1, words.low[0]) if turn and words.low[0] in _OPENERS else None
    joint = opened or next(_joints().all(words.low, 0, len(words)), None)
    clause = utterance.clauses[0]
    if (
        joint is None
        or not (clause.is_subject or clause.setting_is_subject)
        or clause.modality in ("denied", "rumoured")
    ):
        return None
    first, _, phrase = joint
    other = _other(utterance, loose=opened is not None)
    group = next((low for low in words.low[max(first - 12, 0) :] if low in _others()), "") if other is None else ""
    strong = phrase in load("comparisons")["strong"]
    if other is None and not (strong and group):
        return None
    if not strong and not any(name.is_subject for name in utterance.names) and not clause.is_subject:
        return None
    if phrase == "while" and (other is None or not _beside(utterance, other, first)):
        return None
    named = other.text if other is not None else _group(reading, utterance, group)
    start, end = utterance.passage.start, utterance.passage.end
    if phrase in ("for comparison", "in comparison", "by contrast", "in contrast") and utterance.index:
        before = reading.utterances[utterance.index - 1]
        if before.passage.block == utterance.passage.block:
            values = ComparisonValues(utterance.passage.heading, before.text, named, utterance.text)
            return make(reading, clause, "comparison", values, (before.passage.start, end))
    mine, theirs = _sides(reading.source.text, start, words.starts[first], end, turn)
    if (
        other is not None
        and theirs
        and start + len(mine) > other.start
        and not (turn and words.starts[first] - start <= 1)
        and not _has_subject(utterance, start, start + len(mine))
    ):
        mine, theirs = theirs, mine
    values = ComparisonValues(utterance.passage.heading, mine, named, theirs)
    return make(reading, clause, "comparison", values, (start, end))


@cache
def _others() -> frozenset[str]:
    return frozenset(load("comparisons")["others"])


_OPENERS = frozenset({"while", "whereas", "where", "unlike"})


def _turn(utterance: Utterance) -> int:
    """The offset of the comma right before the subject's name ("Unlike Northwind, which burns oil, | Acme sails");
    0 if there is none."""
    base, text = utterance.passage.start, utterance.text
    for name in utterance.names:
        before = text[: name.start - base].rstrip()
        if name.is_subject and before.endswith(","):
            return base + len(before) - 1
    return 0


def _sides(text: str, start: int, joint: int, end: int, turn: int) -> tuple[str, str]:
    """What stands on either side of the joint: "Unlike Northwind, Acme …" or "Acme …, whereas Northwind …"; the whole
    sentence and "" where no comma parts it. turn: of the comma before the subject's name, 0 if there is none."""
    if joint - start <= 1:
        comma = turn or text.find(",", joint, end)
        return (text[comma + 1 : end].strip(), text[joint:comma].strip()) if comma > 0 else (text[start:end], "")
    if text[start:joint].rstrip().endswith(","):
        return text[start:joint].strip(" ,"), text[joint:end].strip()
    return text[start:end], ""


def _has_subject(utterance: Utterance, start: int, end: int) -> bool:
    return any(name.is_subject and start <= name.start < end for name in utterance.names)


def _other(utterance: Utterance, loose: bool = False) -> FoundName | None:
    """The first other company; loose: whatever else may be one, too, where the sentence sets two sides apart."""
    kinds = ("organisation", "unknown") if loose else ("organisation",)
    return next((name for name in utterance.names if name.kind in kinds and not name.is_subject), None)


def _beside(utterance: Utterance, other: FoundName, joint: int) -> bool:
    """ "Acme does …, while Northwind does …": the other is the subject of the clause behind "while", or Acme is."""
    words = utterance.sentence.words
    return abs(utterance.sentence.first_word(other) - joint) <= 3 or any(
        name.is_subject and abs(words.index_at(name.start) - joint) <= 3 for name in utterance.names
    )


def _group(reading: Reading, utterance: Utterance, noun: str) -> str:
    """A group of others with the words that belong to it ("most self-driving programs")."""
    words = utterance.sentence.words
    at = words.low.index(noun)
    first = at
    while (
        first > 0
        and at - first < 4
        and words.low[first - 1] not in ("the", "a", "of", "than", "to", "with", ",", "from", "not", "for", "in")
        and words.raw[first - 1][0].isalnum()
    ):
        first -= 1
    return reading.source.text[words.starts[first] : words.ends[at]]
