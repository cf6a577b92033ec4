"""An utterance goes in, a sentence by which the subject is set against others comes out as a claim, or none.

"Unlike Northwind, which …, Acme …", "Acme is smaller than Northwind", "Where rivals sell …, Acme rents …".
"""

from __future__ import annotations

from functools import cache

from briefing.claims.deeds import deed_of
from briefing.claims.doers import is_subjects
from briefing.claims.lexicon import load
from briefing.claims.making import make
from briefing.claims.reading import FoundName, Reading, Utterance
from briefing.claims.words import Phrases, row
from briefing.model.claim import Claim, ComparisonValues


@cache
def _joints() -> Phrases:
    return Phrases((phrase, phrase) for phrase in load("comparisons")["joints"])


def contrast(reading: Reading, utterance: Utterance) -> Claim | None:
    """A sentence about the subject that sets it against a named company or a group of others."""
    words, clause = utterance.sentence.words, utterance.clauses[0]
    if not (clause.is_subject or clause.setting_is_subject) or clause.modality in ("denied", "rumoured"):
        return None
    joint, opens = next(_joints().all(words.low, 0, len(words)), None), words.low[0] in _OPENERS
    if not (joint or opens) or not _MONEY.isdisjoint(words.low):
        return None
    turn = _turn(utterance)
    opened = (0, 1, words.low[0]) if turn and opens else None
    joint = opened or joint
    if joint is None:
        return None
    first, last, phrase = joint
    if phrase in _ASIDE:
        return _against_before(reading, utterance)
    other = _opposite(utterance, joint, opened is not None)
    reach = range(last, min(last + _NEAR, len(words))) if first else range(last, len(words))
    group = next((at for at in reach if words.low[at] in _others()), -1) if other is None else -1
    if other is None and not (phrase in load("comparisons")["strong"] and group >= 0):
        return None
    if not _is_of_subject(reading, utterance, first, turn, phrase):
        return None
    named = other.text if other is not None else _group(reading, utterance, group)
    start, end = utterance.passage.start, utterance.passage.end
    mine, theirs = _sides(reading.source.text, start, words.starts[first], end, turn)
    if (
        other is not None
        and theirs
        and start + len(mine) > other.start
        and not (turn and words.starts[first] - start <= 1)
        and not _has_subject(utterance, start, start + len(mine))
    ):
        mine, theirs = theirs, mine
    values = ComparisonValues(_heading(utterance), mine, named, theirs)
    return make(reading, clause, "comparison", values, (start, end))


def _against_before(reading: Reading, utterance: Utterance) -> Claim | None:
    """ "Acme rents its machines. For comparison, Northwind sells them.": the sentence before is on the subject, this
    one is on the other."""
    other = _other(utterance)
    if not utterance.index or other is None:
        return None
    before = reading.utterances[utterance.index - 1]
    own = before.clauses[0].is_subject and any(name.is_subject for name in before.names)
    if before.passage.block != utterance.passage.block or not own:
        return None
    values = ComparisonValues(_heading(utterance), before.text, other.text, utterance.text)
    return make(reading, utterance.clauses[0], "comparison", values, (before.passage.start, utterance.passage.end))


_ASIDE = frozenset({"for comparison", "in comparison", "by contrast", "in contrast"})
_NEAR = 9  # words behind a joint within which the other stands
_MONEY = row("stake stakes stakeholder stakeholders shareholder shareholders shares participate participated investor")
_FURNITURE = row("share save listen subscribe comments home print menu login follow")


def _heading(utterance: Utterance) -> str:
    """The heading over the sentence, if it says something of it: not "Share  Print  Listen (9 min)", "Home > News"."""
    heading = utterance.passage.heading
    said = heading.lower().replace("(", " ").split()
    return "" if ">" in heading or len(_FURNITURE.intersection(said)) > (len(said) > 2) else heading


def _opposite(utterance: Utterance, joint: tuple[int, int, str], opened: bool) -> FoundName | None:
    """The other company of a joint: right behind it ("than Northwind", "Unlike Northwind, …"), or the subject of the
    clause that "while" joins."""
    sentence = utterance.sentence
    first, last, phrase = joint
    if phrase in ("while", "whereas", "where") or opened:
        other = _other(utterance, loose=opened)
        return other if other is not None and _beside(utterance, other, first, opened) else None
    for name in utterance.names:
        at = sentence.first_word(name)
        if name.is_subject or at < last or name.kind not in ("organisation", "unknown", "product"):
            continue
        between = sentence.words.low[last:at]
        if phrase.startswith("nor "):
            return name  # "Nor does Acme sell abroad, as Northwind does"
        far = at - last >= _NEAR or not _STOPS.isdisjoint(between)
        return None if far or (name.kind != "organisation" and between) else name
    return None


_CLOSE = 4
_STOPS = frozenset({",", ";", "that", "which", "who", "said", "says", '"', "(", "—"})


def _is_of_subject(reading: Reading, utterance: Utterance, first: int, turn: int, phrase: str) -> bool:
    """Is the company, or a thing of its own, what is compared?"""
    words = utterance.sentence.words
    if first == 0:
        return bool(turn) or words.low[0] == "nor"
    if reading.source.language != "en":
        return utterance.clauses[0].is_subject
    if phrase in ("while", "whereas"):
        return any(name.is_subject for name in utterance.names) or not _OWN.isdisjoint(words.low)
    if any(name.is_subject and 0 < first - utterance.sentence.last_word(name) <= _CLOSE for name in utterance.names):
        return True  # "treat Acme as an | alternative to"
    clause = utterance.clause_at(words.starts[first])
    deed = deed_of(utterance, clause, words.starts[first], False)
    if deed.verb is not None and deed.verb < 0:
        return clause.is_subject and any(name.is_subject for name in utterance.names)
    return clause.is_subject and is_subjects(reading, utterance, clause, deed)


@cache
def _others() -> frozenset[str]:
    return frozenset(load("comparisons")["others"])


_OPENERS = frozenset({"while", "whereas", "where", "unlike"})


def _turn(utterance: Utterance) -> int:
    """The offset of the comma right before the subject ("Unlike Northwind, which burns oil, | Acme sails", "…, | its
    software", "…, | the French company"); 0 if there is none."""
    words, names = utterance.sentence.words, utterance.sentence.name_at
    for at in range(1, len(words) - 1):
        if words.raw[at] != ",":
            continue
        name = names[at + 1]
        told = words.low[at + 2 : at + 5] if words.low[at + 1] == "the" else ()
        own = words.low[at + 1] in _OWN and utterance.clauses[0].is_subject
        if (name is not None and name.is_subject) or own or not _COMPANY.isdisjoint(told):
            return words.starts[at]
    return 0


_OWN = row("it its")
_COMPANY = row("company startup firm start-up")


def _sides(text: str, start: int, joint: int, end: int, turn: int) -> tuple[str, str]:
    """What stands on either side of the joint: "Unlike Northwind, Acme …" or "Acme …, whereas Northwind …"; the whole
    sentence and "" where no comma parts it. turn: of the comma before the subject's name, 0 if there is none."""
    if text[start : start + 4].lower() == "nor ":
        comma = text.find(", as ", joint, end)
        return (text[start:comma].strip(), text[comma + 1 : end].strip()) if comma > 0 else (text[start:end], "")
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


def _beside(utterance: Utterance, other: FoundName, joint: int, opened: bool) -> bool:
    """ "Acme does …, while Northwind does …": the other is the subject of the clause behind "while", or Acme is."""
    words = utterance.sentence.words
    if abs(utterance.sentence.first_word(other) - joint) <= 3 or words.low[0] == "unlike":
        return True
    if opened:  # "Where rivals such as Northwind and Contoso sell …, Acme rents"
        return "as" in words.low[: utterance.sentence.first_word(other)][-4:]
    return any(name.is_subject and abs(words.index_at(name.start) - joint) <= 3 for name in utterance.names)


def _group(reading: Reading, utterance: Utterance, at: int) -> str:
    """A group of others with the words that belong to it ("most self-driving programs")."""
    words = utterance.sentence.words
    first = at
    while (
        first > 0
        and at - first < 4
        and words.low[first - 1] not in ("the", "a", "of", "than", "to", "with", ",", "from", "not", "for", "in")
        and words.raw[first - 1][0].isalnum()
    ):
        first -= 1
    return reading.source.text[words.starts[first] : words.ends[at]]
