"""A Reading goes in, plain facts on the subject come out: founded, headquarters, description, headcount, mission."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.claims.deeds import deed_of
from briefing.claims.doers import is_company
from briefing.claims.making import make
from briefing.claims.reading import Clause, FoundName, Reading, Utterance
from briefing.claims.words import row, word_set
from briefing.model.claim import Claim, ProfileValues
from briefing.model.patterns import late
from briefing.model.records import replace

_FOUNDED = frozenset(
    {"founded", "co-founded", "established", "started", "incorporated", "launched", "created", "formed"}
    | {
        "fundada",
        "fundado",
        "criada",
        "criado",
        "creada",
        "fondée",
        "fondé",
        "créée",
        "créé",
        "gegründet",
        "gegründete",
    }
)
_AMBIGUOUS = frozenset({"started", "launched", "created"})
_STAFF = frozenset({"employees", "people", "staff", "workers", "staffers", "engineers"})
_MANY = 10
_EMPLOYS = frozenset({"employs", "employ", "employed", "employing", "headcount", "workforce", "staff", "team"})
_HOUSES = frozenset({"equity", "capital", "investment", "law", "consulting", "accounting", "advisory", "research"})
_MISSION = late(
    r"\bmission\b[^.]{0,80}?(?:is to|:|to)\s*[\"“]?(?P<text>[^.”\"]{15,300})"
    r"|[\"“](?P<quote>We exist to [^.”\"]{15,300})",
    re.I,
)
_IS = re.compile(
    r"\s*(?:is|was)\s+(?=(?:a|an|the|one of)\s)|,\s+(?=(?:a|an|the)\s)"
    r"|(?P<does>(?:, which)? (?=(?:makes|builds|develops|designs|manufactures|sells|provides|operates|runs) "
    r"(?!(?:on|in|at|from|what|with|for|as|by|its|out|or) )\w))"
)
_END = re.compile(
    r"[.;—”\"]|\((?![A-Z]{2,6}\))|,?\s(?:which|who|whose|where|while|but|although)\b|,\s(?:has|have|is|was|said|raised|announced)\b"
)
_LONGEST = 220
_MOST_WORDS = 16  # of what a company makes, told as what it is
_FIRST_WORDS = 24  # code points of a day or place before the name ("On Wednesday, Acme, a …")


def extract(reading: Reading) -> Iterator[Claim]:
    """A claim for each plain fact that a sentence about the subject states."""
    for utterance in reading.utterances:
        if utterance.passage.kind not in ("sentence", "item"):
            continue
        for find in (_founded, _based, _headcount, _description, _mission):
            for clause, values, span in find(reading, utterance):
                planned = clause.modality == "planned" and values.name in ("mission", "founded")
                if not clause.negated and (planned or clause.modality in ("asserted", "hedged", "opinion")):
                    made = make(reading, clause, "profile", values, span)
                    past = planned and values.name == "founded"  # "the chain founded in 2020 plans to …"
                    yield replace(made, modality="asserted") if past else made


_Found = Iterator[tuple[Clause, ProfileValues, tuple[int, int] | None]]


def _founded(reading: Reading, utterance: Utterance) -> _Found:
    """ "was founded in Oslo in 2017", "Founded in 2010 by …, Acme …", "was spun off by the university in 2016"."""
    words = utterance.sentence.words
    if _BEGINNING.isdisjoint(words.low):
        return
    for date in utterance.dates:
        clause = utterance.clause_at(date.start)
        at = words.index_at(date.start)
        verb = _beginning(utterance, at)
        dated = date.when.edtf and len(date.when.edtf.split("/")) == 1 and _YEAR.search(date.when.raw)
        english = reading.source.language == "en"
        if verb >= 0 and dated and _founds_it(utterance, verb):
            yield clause, ProfileValues("founded", reading.source.text[date.start : date.end]), None
            continue
        if english and verb >= 0 and not is_company(utterance, deed_of(utterance, clause, date.start)):
            continue
        if verb < 2 and not _leads_to_subject(utterance, at):
            continue
        if verb >= 0 and dated and clause.is_subject and _of_subject(utterance, verb if at - verb > 3 else at):
            yield clause, ProfileValues("founded", reading.source.text[date.start : date.end]), None


_REACH = 14  # words between a verb of founding and its date
_BEGINNING = _FOUNDED | {"foundation", "founding", "registered", "spun", "set", "began"}
_BESIDE = {"spun": ("out", "off"), "set": ("up",), "began": ("life", "trading"), "registered": ("in", "as")}


def _beginning(utterance: Utterance, at: int) -> int:
    """The word of the verb by which a company begins on the date at word `at`, -1 if none."""
    words = utterance.sentence.words
    for number in range(at - 1, max(at - _REACH, -1), -1):
        low = words.low[number]
        if words.raw[number] == ":" and number == 1 and at - number <= 3 and words.low[0] in _BEGINNING:
            return 0  # "Founded: 2018"
        if words.raw[number] in ",;:—" or (low[0].isdigit() and len(low) == 4):
            return -1
        if low not in _BEGINNING:
            continue
        behind = words.low[number + 1] if number + 1 < len(words) else ""
        if low in _BESIDE:
            return number if behind in _BESIDE[low] else -1
        if low in _AMBIGUOUS:
            named = utterance.sentence.name_at[number + 1] if number + 1 < len(words) else None
            own = named is not None and named.is_subject and low == "started"
            bare = at - number <= 3 and words.low[max(at - 4, 0) : at][-3:-1] and _intransitive(utterance, at)
            passive = low == "started" and behind == "in" and words.low[number - 1 : number] == ("was",)
            aside = low == "started" and behind == "in" and words.low[number - 1 : number] == (",",)
            return number if own or bare or passive or aside else -1
        return number
    return -1


_YEAR = re.compile(r"(?:19|20)\d\d")
_OBJECT = row("it company business firm start-up startup group")


def _founds_it(utterance: Utterance, verb: int) -> bool:
    """ "Roe | founded | the company in 2011", "who | set | Acme | up in 2017": somebody does it to the subject."""
    words, at = utterance.sentence.words, verb + 1
    if words.low[verb] not in ("founded", "co-founded", "cofounded", "started", "set") or words.low[verb - 1] in (
        "was",
        "were",
    ):
        return False
    at += words.low[at : at + 1] in (("up",), ("the",))
    at += words.low[at : at + 1] == ("the",)
    if at >= len(words):
        return False
    named = utterance.sentence.name_at[at]
    if named is not None:
        return named.is_subject and verb > 0
    return words.low[at] in _OBJECT and (words.low[at] == "it" or words.low[at - 1] == "the") and verb > 0


def _leads_to_subject(utterance: Utterance, at: int) -> bool:
    """ "Founded in 2014, | Acme makes …": whoever stands behind the comma was founded."""
    words = utterance.sentence.words
    comma = next((n for n in range(at, min(at + 6, len(words))) if words.raw[n] == ","), -1)
    named = [utterance.sentence.name_at[n] for n in range(comma + 1, min(comma + 4, len(words)))] if comma >= 0 else []
    found = next((name for name in named if name is not None), None)
    return found is None or found.is_subject or found.kind == "place"


def _of_subject(utterance: Utterance, at: int) -> bool:
    """Is the nearest company before word `at` the subject, if there is one?"""
    first = utterance.sentence.first_word
    firms = [name for name in utterance.names if name.kind in ("organisation", "unknown") and first(name) < at]
    return not firms or firms[-1].is_subject


def _intransitive(utterance: Utterance, at: int) -> bool:
    """ "which launched in 2017": nothing stands between the verb and the date but "in"."""
    low = utterance.sentence.words.low
    return (
        at > 2
        and low[at - 1] == "in"
        and low[at - 2] in _FOUNDED
        and (
            low[at - 3] in ("which", "was", "company", "startup", "that")
            or (low[at - 3] == "," and "by" in low[at : at + 4])
        )
    )


def _based(reading: Reading, utterance: Utterance) -> _Found:
    """ "Oslo-based Acme", "the Oslo-based company", "Acme is based in Oslo"."""
    words, text = utterance.sentence.words, reading.source.text
    printed = utterance.text.lower()
    if "based" not in printed and "headquartered" not in printed:
        return
    for at, low in enumerate(words.low):
        if low.endswith("-based") and _modifies_subject(utterance, at):
            place_start = words.starts[at]
            name = utterance.sentence.name_at[at]
            start = min(name.start, place_start) if name else _place_start(utterance, at)
            clause = utterance.clause_at(place_start)
            end = words.ends[at] - len("-based")
            if start < end:
                yield clause, ProfileValues("headquarters", text[start:end]), None
        elif low in ("based", "headquartered") and words.low[at + 1 : at + 2] == ("in",):
            place = utterance.sentence.name_at[at + 2] if at + 2 < len(words) else None
            clause = utterance.clause_at(words.starts[at])
            near = utterance.sentence.words.low[max(at - 4, 0) : at]
            if (
                place is not None
                and clause.is_subject
                and not any(word in ("customers", "investors", "rivals") for word in near)
                and _own_base(utterance, at)
            ):
                yield clause, ProfileValues("headquarters", place.text), None


def _own_base(utterance: Utterance, at: int) -> bool:
    """Is the nearest name in front the subject, or none? ("Acme, based in Oslo", not "a bank based in Oslo")."""
    before = [
        name
        for name in utterance.names
        if name.kind in ("organisation", "person") and utterance.sentence.first_word(name) < at
    ]
    behind = next(
        (name for name in utterance.names if utterance.sentence.first_word(name) > at and name.kind == "organisation"),
        None,
    )
    if before:
        return before[-1].is_subject
    return at <= 1 and behind is not None and behind.is_subject


def _modifies_subject(utterance: Utterance, at: int) -> bool:
    """Does "…-based" stand before the subject's name, or before a common noun that means the subject?"""
    sentence = utterance.sentence
    for number in range(at + 1, min(at + 7, len(sentence.words))):
        name = sentence.name_at[number]
        if name is not None and name is not sentence.name_at[at]:
            return name.is_subject
        if sentence.words.raw[number] in ",.;:":
            break
    own = utterance.clause_at(sentence.words.starts[at])
    heads = word_set("companies", "neutral_heads")
    near = sentence.words.low[at + 1 : at + 5]
    apposition = at > 2 and sentence.words.low[at - 1] in ("a", "an") and sentence.words.raw[at - 2] == ","
    if apposition:
        before = sentence.name_at[at - 3]
        return before is not None and before.is_subject
    definite = at > 0 and sentence.words.low[at - 1] in ("the", "this")
    copula = any(low in ("is", "was") for low in sentence.words.low[max(at - 3, 0) : at])
    house = any(low in _HOUSES for low in near)  # "the Oslo-based private equity firm"
    return (definite or copula) and own.is_subject and any(low in heads for low in near) and not house


def _place_start(utterance: Utterance, at: int) -> int:
    """Take "Palo" into "Palo Alto-based"."""
    words = utterance.sentence.words
    while (
        at > 0
        and words.raw[at - 1][0].isupper()
        and words.raw[at - 1].isalpha()
        and words.starts[at] - words.ends[at - 1] == 1
        and at > 1
    ):
        at -= 1
    return words.starts[at]


def _headcount(reading: Reading, utterance: Utterance) -> _Found:
    words = utterance.sentence.words
    if _STAFF.isdisjoint(words.low):
        return
    for number in utterance.numbers:
        clause = utterance.clause_at(number.start)
        at, after = words.index_at(number.start), words.index_at(number.end)
        if (
            clause.is_subject
            and number.value > 1  # "a third of its staff"
            and (number.value >= _MANY or "engineers" not in words.low[after : after + 3])  # "just two sales engineers"
            and not _STAFF.isdisjoint(words.low[after : after + 3])
            and not _EMPLOYS.isdisjoint(words.low[max(at - 6, 0) : at + 5])
        ):
            value = reading.source.text[number.start : max(number.noun_end, number.end)]
            yield clause, ProfileValues("headcount", value), None


def _description(reading: Reading, utterance: Utterance) -> _Found:
    """ "Acme is a …", "Acme, a …,": what the source says it is."""
    text, first = reading.source.text, _leading_subject(utterance)
    if first is None:
        return
    match = _IS.match(text, first.end, utterance.passage.end)
    if match is None or utterance.clause_at(first.start).quoted or "”" in text[first.end : match.end()]:
        return
    ends = _END.search(text, match.end(), utterance.passage.end)
    end = ends.start() if ends else utterance.passage.end
    if match[0].lstrip().startswith(","):
        comma = text.find(",", match.end(), end)
        end = comma if comma > 0 else end
    words = text[match.end() : end].lower().split()
    told = any(word.strip(",") in word_set("companies", "nouns") for word in words)
    if match["does"]:
        told = 3 < len(words) < _MOST_WORDS and not any(map(str.isdigit, text[match.end() : end]))
    if end - match.end() <= _LONGEST and told:
        if len(words) <= _FEW_WORDS and words[-1:] and words[-1].strip(",") in _POINTING:
            return  # "the firm that makes it": what is made stands in another sentence
        clause = utterance.clause_at(first.start)
        told_by = None if end <= clause.end else (clause.start, end)
        if match[0].lstrip().startswith(",") and not match["does"] and clause.modality != "asserted":
            # "Acme, a maker of pumps, is in talks": only the talks are rumoured.
            clause = replace(clause, modality="asserted", holders=(), holder_kind="outlet", negated=False, cues=())
            told_by = (utterance.passage.start, end)
        yield clause, ProfileValues("description", text[match.end() : end].strip()), told_by


_POINTING = frozenset({"it", "them", "this", "these", "those"})
_FEW_WORDS = 7  # of a description in which nothing stands that a pronoun could mean


def _leading_subject(utterance: Utterance) -> FoundName | None:
    """The subject, if the sentence begins with its name, or does so behind "On Wednesday, "."""
    for name in utterance.names:
        before = utterance.text[: name.start - utterance.passage.start]
        if name.is_subject and (len(before) < 3 or (len(before) < _FIRST_WORDS and before.endswith(", "))):
            return name
    return None


def _mission(reading: Reading, utterance: Utterance) -> _Found:
    clause = utterance.clauses[0]
    own = clause.is_subject or clause.setting_is_subject
    if not own or not ("mission" in utterance.text.lower() or "We exist" in utterance.text):
        return
    match = _MISSION.search(utterance.text)
    if match:
        start = match.start("text") if match["text"] else match.start("quote")
        end = match.end("text") if match["text"] else match.end("quote")
        base = utterance.passage.start
        value = reading.source.text[base + start : base + end].strip(' “”"')
        yield utterance.clause_at(base + start), ProfileValues("mission", value), (base, utterance.passage.end)
