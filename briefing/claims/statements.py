"""A Reading goes in, what is said rather than known comes out: statements, views, advice, things to watch, cautions.

A company's or officer's own word, somebody's judgement, a plan, a rumour, a hedge: each becomes a claim of kind
"opinion" with the words as they stand, so that a Briefing can list what is not verified. Whatever other extractors make
of the same words, these claims keep who said so and how firmly.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from briefing.claims.addressing import addressed
from briefing.claims.lexicon import load
from briefing.claims.making import make, trimmed
from briefing.claims.modality import boasts
from briefing.claims.reading import Clause, Reading, Utterance
from briefing.claims.verbs import has_finite
from briefing.claims.words import Phrases, cut, plain, row
from briefing.model.claim import Claim, HolderKind, OpinionValues
from briefing.model.records import replace

_SHORTEST = 4  # words of a statement
_SOFT = frozenset({"planned", "rumoured", "hypothetical", "implied", "opinion", "hedged", "denied"})
_MYSELF = row("i my i'm i'll i've")
_MODALS = row("should must can could may might would need")


@cache
def _phrases() -> Phrases:
    table = load("audiences")["phrases"]
    return Phrases([(phrase, label) for label in ("watch", "caution") for phrase in table[label]])


@cache
def _headings() -> Phrases:
    table = load("audiences")["phrases"]
    return Phrases(
        [(phrase, label) for label in ("advice", "watch", "caution") for phrase in table[f"{label}_headings"]]
    )


def extract(reading: Reading) -> Iterator[Claim]:
    """Every statement of the source that concerns the subject or is said to its readers."""
    carried: tuple[str, ...] = ()
    block = -1
    for utterance in reading.utterances:
        if utterance.passage.block != block:
            carried, block = (), utterance.passage.block
        named = addressed(utterance.sentence) if utterance.passage.kind in ("sentence", "item") else ()
        carried = named or carried
        guidance = _guidance(reading, utterance, named, carried)
        if guidance is not None:
            yield guidance
        if utterance.passage.kind != "row":
            yield from _statements(reading, utterance, guidance is not None)


# ------------------------------------------------------------------ advice, watch, caution


def _guidance(reading: Reading, utterance: Utterance, named: tuple[str, ...], carried: tuple[str, ...]) -> Claim | None:
    """What a sentence tells its readers to do, to look for or to be careful with; None if nothing."""
    listed = utterance.passage.kind == "item" and utterance.passage.lead_in is not None
    if utterance.passage.kind not in ("sentence", "item") or utterance.text.rstrip().endswith(":"):
        return None
    if len(utterance.sentence.words) < (2 if listed else _SHORTEST):
        return None
    clause = _softest(utterance)
    held = clause.holders and "promised" not in clause.cues
    if clause.quoted or (held and clause.holder_kind != "author" and not named):
        return None
    role = _role(reading, utterance, named, carried)
    if role is None or (role == "caution" and not _concerns(utterance)):
        return None
    if role == "caution" and any(other.holders for other in utterance.clauses):
        return _aside(reading, utterance)
    values = OpinionValues(role, named or carried, _topic(utterance))  # type: ignore[arg-type]
    modality = "hedged" if role == "caution" and clause.modality == "asserted" else clause.modality
    kind: HolderKind = "author" if reading.source.author else "outlet"
    author = Clause(clause.start, clause.end, modality, (), kind, clause.topic, clause.is_subject, cues=clause.cues)
    passage = utterance.passage
    context = () if passage.lead_in is None else (reading.cite(passage.lead_in.start, passage.lead_in.end),)
    return make(reading, author, "opinion", values, (passage.start, passage.end), context)


def _aside(reading: Reading, utterance: Utterance) -> Claim | None:
    """The part of a sentence that warns, where another part is somebody's word ("…, Doe said, though … not verify")."""
    words = utterance.sentence.words
    hit = next((first for first, _, label in _phrases().all(words.low, 0, len(words)) if label == "caution"), None)
    clause = utterance.clause_at(words.starts[hit]) if hit is not None else None
    if clause is None or clause.holders:
        return None
    own = replace(clause, holder_kind="author", modality="hedged" if clause.modality == "asserted" else clause.modality)
    return make(reading, own, "opinion", OpinionValues("caution", (), _topic(utterance)))


def _softest(utterance: Utterance) -> Clause:
    """The clause whose modality the whole sentence takes: the longest that is less than asserted, else the first."""
    soft = [clause for clause in utterance.clauses if clause.modality in _SOFT and not clause.quoted]
    return max(soft, key=lambda clause: clause.end - clause.start) if soft else utterance.clauses[0]


def _role(reading: Reading, utterance: Utterance, named: tuple[str, ...], carried: tuple[str, ...]) -> str | None:
    low = utterance.sentence.words.low
    hits = {label for _, _, label in _phrases().all(low, 0, len(low))}
    if "caution" in hits:
        return "caution"
    under = _under(reading, utterance)
    if "watch" in hits or under == "watch":
        return "watch" if _concerns(utterance) or under == "watch" else None
    if under == "caution" and utterance.passage.kind == "item":
        return "caution"
    if named == ("you",):
        return "advice" if any(word in _MODALS for word in low) else None
    if named:
        return "advice"
    if carried and carried != ("you",) and any(word in _MODALS for word in low):
        return "advice"
    if under == "advice" and utterance.passage.kind == "item":
        return "advice"
    return None


def _under(reading: Reading, utterance: Utterance) -> str | None:
    """The kind of guidance that the lead-in or the heading promises."""
    passage = utterance.passage
    lines = [passage.heading]
    if passage.lead_in is not None:
        lines.insert(0, reading.source.text[passage.lead_in.start : passage.lead_in.end])
    return next((label for line in lines if line and (label := _promised(line))), None)


@lru_cache(maxsize=256)
def _promised(line: str) -> str | None:
    low = cut(plain(line.lower())).low
    return next((label for _, _, label in _headings().all(low, 0, len(low))), None)


def _concerns(utterance: Utterance) -> bool:
    """Is the sentence about the subject, by name or by the run of its paragraph?"""
    if any(name.is_subject for name in utterance.names):
        return True
    return any(clause.is_subject or clause.setting_is_subject for clause in utterance.clauses)


def _topic(utterance: Utterance) -> str:
    return utterance.passage.heading


# ------------------------------------------------------------------ statements and views


def _statements(reading: Reading, utterance: Utterance, told: bool) -> Iterator[Claim]:
    """The clauses that somebody holds, or that are less than asserted; one inside another only if it differs.

    told: the sentence is guidance already; then only what somebody else says in it is left.
    """
    taken: list[Clause] = []
    own = _own_release(reading)
    for clause in utterance.clauses:
        if told and not clause.holders:
            continue
        clause = _unexpected(utterance, clause, reading)
        if not _worth(reading, utterance, clause) or any(_same(clause, other) for other in taken):
            continue
        taken.append(clause)
        if own and not clause.holders:
            clause = replace(clause, holders=(reading.subject_names[0],), holder_kind="company")
        boast = clause.modality == "asserted" and not clause.holders
        role = "statement" if clause.holder_kind == "company" or boast else "view"
        values = OpinionValues(role, (), _topic(utterance))  # type: ignore[arg-type]
        yield make(reading, clause, "opinion", values)


def _unexpected(utterance: Utterance, clause: Clause, reading: Reading) -> Clause:
    """ "Acme does not expect a profit before 2028": what a company does not plan is its word on what is to come."""
    if clause.modality != "asserted" or not (clause.negated and clause.is_subject) or clause.holders:
        return clause
    words = utterance.sentence.words
    low = words.low[words.index_at(clause.start) : words.index_at(clause.end)]
    no = [at for at, word in enumerate(low[:-1]) if word in ("not", "n't") or word.endswith("n't")]
    if not any(low[at + 1] in _WANTING for at in no):
        return clause
    return replace(clause, modality="planned", holders=(reading.subject_names[0],), holder_kind="company")


_WANTING = row("plan expect intend anticipate aim foresee envisage")


def _is_label(utterance: Utterance) -> bool:
    """ "Acme: owners, products, outlook": a title that tells nothing."""
    words = utterance.sentence.words
    return not has_finite(words, range(len(words)))


def _own_release(reading: Reading) -> bool:
    """Is the source an announcement of the subject's own: whatever it says, the company says it?"""
    if not reading.source.release or not reading.subject_names:
        return False
    return any(name in reading.source.title for name in reading.subject_names)


def _worth(reading: Reading, utterance: Utterance, clause: Clause) -> bool:
    if not clause.holders and clause.modality not in _SOFT and not _boasts(utterance, clause):
        return False
    if clause.negated and clause.modality == "asserted" and clause.holder_kind != "company":
        return False
    if not clause.holders and (_is_question(utterance) or _first_person(utterance, clause)):
        return False
    if utterance.passage.kind == "title" and clause.modality == "asserted" and _is_label(utterance):
        return False
    if not clause.holders and clause.modality == "planned" and _is_noun_alone(utterance, clause):
        return False
    start, end = trimmed(reading, clause.start, clause.end)
    least = 2 if clause.modality == "denied" and clause.holder_kind == "company" else _SHORTEST
    if len(reading.source.text[start:end].split()) < least:
        return False
    if clause.is_subject or any(
        name.is_subject and clause.start <= name.start < clause.end for name in utterance.names
    ):
        return True
    if clause.holder_kind == "company":
        return True
    if clause.modality == "opinion" and clause.quoted and clause.holders:
        return clause.setting_is_subject or _told_of_subject(reading, utterance)
    if clause.holder_kind == "unnamed" and clause.modality in _WHISPERED and _told_of_subject(reading, utterance):
        return True
    if clause.modality in ("planned", "hypothetical") and _of_the_matter(utterance, clause):
        return _told_of_subject(reading, utterance)
    near_company = clause.holders and clause.modality in _SOFT and _speaks_of_company(utterance, clause)
    if near_company and _told_of_subject(reading, utterance):
        return True
    near = any(other.is_subject for other in utterance.clauses) or any(name.is_subject for name in utterance.names)
    return clause.setting_is_subject and (near or not clause.topic or clause.modality in ("planned", "rumoured"))


def _is_noun_alone(utterance: Utterance, clause: Clause) -> bool:
    """ "Expect the bigger news — Acme's $20 million raise — to be here": between the dashes nothing is to come."""
    if clause.start == utterance.passage.start:
        return False
    words = utterance.sentence.words
    first, last = words.index_at(clause.start), words.index_at(clause.end)
    return (
        "to" not in words.low[first:last]
        and not has_finite(words, range(first, last))
        and not any(clause.start <= one.start < clause.end for one in utterance.dates)
    )


def _speaks_of_company(utterance: Utterance, clause: Clause) -> bool:
    """ "Globex sounded out | the company | on a merger, the Coastal Review reported"."""
    words = utterance.sentence.words
    low = words.low[words.index_at(clause.start) : words.index_at(clause.end)]
    return any(low[at] == "the" and low[at + 1] in _COMPANY for at in range(len(low) - 1))


_COMPANY = row("company startup start-up firm group")
_WHISPERED = frozenset({"rumoured", "opinion", "hedged", "denied"})
_BACK = 5  # sentences
_NAMED = 3  # … in which it is enough that the subject is named


def _told_of_subject(reading: Reading, utterance: Utterance) -> bool:
    """Is the subject spoken of shortly before, in the same part of the text, where an unnamed source or the author adds
    what somebody else does or what is to come?"""
    back = 2 if utterance.passage.kind == "item" else _BACK
    before = reading.utterances[max(utterance.index - back, 0) : utterance.index]
    part = utterance.passage.heading
    near = [one for one in before if one.passage.heading == part]
    if any(clause.is_subject for one in near for clause in one.clauses):
        return True
    return any(name.is_subject for one in near[-_NAMED:] for name in one.names)


def _of_the_matter(utterance: Utterance, clause: Clause) -> bool:
    """ "Closing is expected in March", "if all goes well, the line opens in May": something to come that is dated and
    names nobody else."""
    if (
        clause.holders
        or not utterance.dates
        or not any(clause.start <= one.start < clause.end for one in utterance.dates)
    ):
        return False
    return not any(name.kind in ("organisation", "unknown", "person") for name in utterance.names)


def _is_question(utterance: Utterance) -> bool:
    return "?" in utterance.sentence.words.raw


def _first_person(utterance: Utterance, clause: Clause) -> bool:
    """Does the author speak of himself ("I will be in Oslo", "My goal is …")?"""
    words = utterance.sentence.words
    low = words.low[words.index_at(clause.start) : words.index_at(clause.end)]
    if low[:2] in _JUDGING or low[:3] == ("in", "my", "view"):
        return False  # what the author reckons
    return not _MYSELF.isdisjoint(low[:6])


_JUDGING = frozenset(
    [("i", verb) for verb in ("think", "believe", "expect", "reckon", "estimate", "suspect", "doubt", "put", "hear")]
    + [("i", verb) for verb in ("understand", "gather", "assume")]
    + [("my", noun) for noun in ("view", "model", "estimate", "guess", "bet", "sense", "understanding", "own", "hunch")]
)


def _boasts(utterance: Utterance, clause: Clause) -> bool:
    """A superlative of the subject that nobody is named for."""
    if not clause.is_subject or clause.negated:
        return False
    words = utterance.sentence.words
    return boasts(words, words.index_at(clause.start), words.index_at(clause.end))


def _same(clause: Clause, other: Clause) -> bool:
    """Does the other clause say it already: around it, as firmly, by the same holders?"""
    inside = other.start <= clause.start and clause.end <= other.end
    return inside and clause.modality == other.modality and clause.holders == other.holders
