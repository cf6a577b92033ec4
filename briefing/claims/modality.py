"""The words of one stretch of a sentence go in, how firmly it stands comes out: modality, cues, negation.

Factuality in plain words: asserted, hedged, rumoured, planned, opinion, hypothetical, implied, denied. Only the
stretch's own words count, not those of stretches inside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from briefing.claims.lexicon import load
from briefing.claims.segments import Segment
from briefing.claims.verbs import participles
from briefing.claims.words import Phrases, Words, cut, row
from briefing.model.claim import Modality
from briefing.model.records import dataclass

# The first of these that has a cue decides.
ORDER: tuple[Modality, ...] = ("denied", "rumoured", "hypothetical", "planned", "implied", "opinion", "hedged")
_NEGATION = row("not never neither nor cannot não nunca nem nicht kein keine keinen keiner pas jamais aucun aucune")
_BEHIND_NOUN = row(
    "through department departments in on of for from and or unit units engine with at by handling is are was were"
)
_NEGATIVE_VERBS = row("failed declined refused unable denied denies")
_NEGATING = (
    _NEGATION
    | _NEGATIVE_VERBS
    | row(
        "no yet isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't "
        "shouldn't mustn't needn't ain't shan't"
    )
)
_NOT_ONLY = row("only just merely simply necessarily")
_DEALING = row("acquiring buying raising selling merging purchasing investing acquire buy purchase")
_AIMING = row("planning plans plan aims aiming hopes hoping wants looking seeking seeks")
_INFERRING = ("suggest", "indicat", "argu", "believ", "think", "betting")
_OWNERS = row("its his her their our my your 's")
_MODAL_MONTH = "may"
_FUTURE = ("rá", "rão", "rán")  # of Portuguese and Spanish verbs: "abrirá", "abrirão", "abrirán"


@dataclass(frozen=True, slots=True)
class Stand:
    """How a stretch stands. cues: the words that decided, as printed in lower case. evaluative: words of praise and
    judgement, which make an opinion of what somebody says (not of what the source tells). factual: in a quotation, the
    words tell what was or is done (claims/factual.py)."""

    modality: Modality
    cues: tuple[str, ...] = ()
    negated: bool = False
    conditional: bool = False
    evaluative: tuple[str, ...] = ()
    factual: bool = False


@cache
def _phrases() -> Phrases:
    table = load("modality")
    labelled = [(phrase, str(label)) for label in ORDER for phrase in table[label]]
    labelled += [(phrase, "evaluative") for phrase in table["evaluative"]]
    return Phrases(dict(reversed(labelled)).items())


@cache
def _weak() -> frozenset[str]:
    return frozenset(load("modality")["weak"])


@cache
def _adjectives() -> dict[str, Modality]:
    return {word: label for label, words in load("modality")["adjectives"].items() for word in words}


def cues(words: Words) -> dict[int, tuple[int, str]]:
    """Every cue of a sentence: first word → (word behind it, label). Callers must not change it."""
    return _cues(words.raw, words.low)


@lru_cache(maxsize=1024)  # articles repeat one another
def _cues(raw: tuple[str, ...], low: tuple[str, ...]) -> dict[int, tuple[int, str]]:
    words = Words(raw, low, (), ())
    found = {
        start: (end, label)
        for start, end, label in _phrases().all(words.low, 0, len(words))
        if not _false(words, start, end)
    }
    for index, word in enumerate(raw):
        if word.endswith(_FUTURE) and word.islower() and len(word) > 4:
            found.setdefault(index, (index + 1, "planned"))
    return found


def _false(words: Words, start: int, end: int) -> bool:
    """A word that only looks like a cue: the month of May, "than expected", "not expected"."""
    low = words.low[start]
    before = words.low[start - 1] if start else ""
    if low == _MODAL_MONTH and end == start + 1:
        after = words.raw[end] if end < len(words) else ""
        return (
            (words.raw[start] == "May" and start > 0)
            or after[:1].isdigit()
            or before in ("in", "since", "until", "of", "by")
        )
    if (end == start + 1 and before in ("than", "as")) or (low == "talk" and before in _OWNERS):
        return True  # "its talk of sovereignty": what it says itself
    if (
        low in ("rumor", "rumors", "rumour", "rumours", "speculation")
        and "comment" in words.low[max(start - 4, 0) : start]
    ):
        return True
    behind = words.low[end] if end < len(words) else ""
    if low in ("claim", "claims") and end == start + 1 and behind in _BEHIND_NOUN:
        return True  # "car claims through Acme", "the claims department": somebody's due
    return (
        low in ("claim", "claims", "estimate", "estimates", "target", "forecast")
        and end == start + 1
        and before in ("to", "a", "an")
    )


def stand(
    words: Words,
    segment: Segment,
    found: dict[int, tuple[int, str]],
    figures: Iterable[int],
    used: frozenset[int] = frozenset(),
) -> Stand:
    """The modality of one segment by its own words. found: cues of its sentence. figures: word numbers of figures in
    it. used: words that a holder's verb already accounts for ("claimed", "argues")."""
    if segment.kind == "phrase":
        return _phrase(words, segment)
    if not found and segment.kind != "subordinate":
        return Stand("asserted", negated=negated(words, segment.own))
    own = set(segment.own)
    labels: dict[str, list[str]] = {}
    places: dict[str, int] = {}
    weak = _weak()
    for start, (end, label) in found.items():
        if start in own and start not in used:
            cue = " ".join(words.low[start:end])
            if cue not in weak:
                labels.setdefault(label, []).append(cue)
                places.setdefault(label, start)
    if segment.kind == "subordinate" and words.low[segment.first] in ("if", "whether", "unless"):
        labels.setdefault("hypothetical", []).append(words.low[segment.first])
    praise = () if own & set(figures) else tuple(labels.get("evaluative", ()))
    modality: Modality = next((label for label in ORDER if label in labels), "asserted")
    early = places.get("opinion", len(words))
    if modality == "planned" and early < places["planned"] and words.low[early].startswith(_INFERRING):
        modality = "opinion"  # "suggests that it will …": what is judged is not planned
    no = negated(words, segment.own) or modality == "denied"
    return Stand(modality, tuple(labels.get(modality, ())), no, "hypothetical" in labels, praise)


def _phrase(words: Words, segment: Segment) -> Stand:
    adjectives = _adjectives()
    for number in segment.own[:6]:
        label = adjectives.get(words.low[number])
        if label:
            return Stand(label, (words.low[number],), conditional=label == "hypothetical")
    return Stand("asserted")


def negated(words: Words, numbers: Sequence[int]) -> bool:
    """Is the verb of these words negated ("did not raise", "has yet to", "declined to")?"""
    if _NEGATING.isdisjoint(words.low):
        return False
    for place, number in enumerate(numbers):
        low = words.low[number]
        after = words.low[numbers[place + 1]] if place + 1 < len(numbers) else ""
        if (low in _NEGATION or low.endswith("n't")) and after not in _NOT_ONLY and not _spares(words, number):
            return True
        if low in _NEGATIVE_VERBS or (low == "no" and after == "longer"):
            return True
        if low == "yet" and after == "to" and not _undrawn(words, number):
            return True
    return False


def _spares(words: Words, number: int) -> bool:
    """Does the negation leave untouched what the words tell?"""
    return _unnamed(words, number) or _undrawn(words, number) or _of_apposition(words, number)


def _of_apposition(words: Words, number: int) -> bool:
    """ "alongside Northwind, a fund that had | not owned shares before": said of what is named, not of the deed."""
    who = next((at for at in range(number - 1, max(number - 4, 0), -1) if words.low[at] in _WHO), 0)
    if not who or not _HAVING.issuperset(words.low[who + 1 : number]):
        return False
    for at in range(who - 1, max(who - 9, 0), -1):
        if words.raw[at] == ",":
            return at > 2 and words.low[at + 1] in ("a", "an", "the", "one")
    return False


def _undrawn(words: Words, number: int) -> bool:
    """ "a credit line from Birch Bank that it has | not drawn", "has | yet to draw": the line is there all the same."""
    drawing = not _DRAWING.isdisjoint(words.low[number + 1 : number + 4])
    return drawing and not _LINES.isdisjoint(words.low[:number])


_WHO = frozenset({"that", "which", "who"})
_HAVING = frozenset({"has", "had", "have", "is", "was", "does", "did", "were", "previously", "so", "far", "yet"})
_DRAWING = frozenset({"drawn", "draw", "tapped", "tap", "touched", "touch", "used", "use"})
_LINES = frozenset({"credit", "loan", "facility", "overdraft"})


def _unnamed(words: Words, number: int) -> bool:
    """ "a person who asked not | to be quoted": nothing is denied."""
    behind = words.low[number + 1 : number + 4]
    return behind[:2] == ("to", "be") and behind[2:] in (("named",), ("identified",), ("quoted",), ("disclosed",))


def dealing(words: Words, segment: Segment) -> bool:
    """Is a deal told as going on ("is acquiring", "a deal to buy")? Behind an outlet's word that is a report, not news
    from those who act."""
    for place, number in enumerate(segment.own[1:], 1):
        before = words.low[segment.own[place - 1]]
        if words.low[number] in _DEALING and before in ("is", "are", "was", "were", "to"):
            return True
        if words.low[number] == "raise" and before == "to" and words.low[segment.own[place - 2]] in _AIMING:
            return True  # "is planning | to raise $5 million", the paper reported
    return False


def promises(words: Words, behind: int) -> bool:
    """Is what is announced from word `behind` on a plan ("announced a … strategy to build")?"""
    nouns = set(load("modality")["future"]["nouns"])
    for number in range(behind, min(behind + 9, len(words))):
        if words.low[number] in nouns:
            return True
        if words.raw[number] in ",.;:—" or words.low[number] in ("that", "for", "with"):
            return False
    return False


def on_deals(words: Words, segment: Segment) -> bool:
    """Does the stretch tell of a round, a takeover or talks?"""
    deals = set(load("modality")["future"]["deals"])
    return any(words.low[number] in deals for number in segment.own)


def boasts(words: Words, first: int, last: int) -> bool:
    """Do words[first:last) hold a superlative or a comparison that only a benchmark could bear out?"""
    return next(_boasts().all(words.low, first, last), None) is not None


@cache
def _boasts() -> Phrases:
    return Phrases([(phrase, "boast") for phrase in load("modality")["boasts"]["phrases"]])


def future_title(words: Words) -> bool:
    """A headline in the infinitive: "Northwind to buy Acme"."""
    return any(
        words.low[number] == "to" and words.low[number + 1] in _lemmas() and words.raw[number - 1][:1].isupper()
        for number in range(1, min(len(words) - 1, 8))
    )


@cache
def _lemmas() -> frozenset[str]:
    return frozenset(load("verbs")["common"])


@cache
def _header() -> dict[str, Modality]:
    return {word: label for label, words in load("modality")["header"].items() for word in words}


def header_hedge(header: str) -> tuple[Modality, str] | None:
    """What a column's header ("Valuation (reported)") or a bracketed word in a row makes of its cells."""
    table = _header()
    found = [(table[word], word) for word in cut(header.lower().replace("/", " ")).low if word in table]
    return next((pair for pair in found if pair[0] == "rumoured"), found[0] if found else None)


def participle(low: str) -> bool:
    return low in participles()
