"""All sources go in, the company that they are about comes out: its name, its other names and the sources' words on it.

The most central organisation wins: named in titles and first sentences, often, in most sources, and standing where
companies stand ("Acme, a startup …", "Acme raised …", "Acme CEO …"). Persons, places and the outlets that tell the
story never win. Nothing here knows a company beforehand.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from briefing.claims.wordclasses import word_classes
from briefing.claims.words import Words, cut, forms, plain, word_set
from briefing.model.briefing import Subject
from briefing.model.source import Passage, Source

_READ = frozenset({"title", "sentence", "item", "heading", "row"})
_SPEECH = ("said", "says", "told", "reported", "reports", "wrote", "writes")
_TELLING = ("to", "with", "by", "told", "tells", "tell", "per", "from")
_ALSO = re.compile(
    r"\s*\(\s*(?:or|aka|a\.k\.a\.|formerly(?: known as| called)?|previously(?: known as| called)?|also known as)?\s*"
    r'"?([A-Z0-9][\w&.\-]*(?: [A-Z][\w&.\-]*){0,2})"?\s*\)'
    r'|,? (?:formerly|previously|also) (?:known as|called) "?([A-Z][\w&.\-]*(?: [A-Z][\w&.\-]*){0,2})'
)
_CLAUSE_END = re.compile(
    r"[,;:]? (?:which|who|whose|where|while|but|although|and (?:has|is|was|now))\b|[;—(]|\.(?:\s|$)"
)
_IS_A = re.compile(r"(?: is|,) (?=(?:a|an|the|one of the|one of) \w)")
_REACH = 5000  # code points of a source from its beginning: whom it is about is told there
_LONGEST = 140  # characters of a description that still reads as one line


@dataclass(slots=True)
class _Candidate:
    """What speaks for and against one name. sources: how often it is named in each; lead: points for its places; first:
    where it is named first in each."""

    sources: Counter[str] = field(default_factory=Counter)
    lead: float = 0.0
    company: int = 0
    person: int = 0
    outlet: int = 0
    place: int = 0
    product: int = 0
    first: dict[str, int] = field(default_factory=dict)

    def count(self) -> int:
        return sum(self.sources.values())


@dataclass(frozen=True, slots=True)
class _Run:
    """Capitalised words [first, last) of one passage. sure: not just the capital of a sentence's first word."""

    first: int
    last: int
    name: str
    sure: bool


def find_subject(sources: Sequence[Source], hint: Subject | None = None) -> Subject:
    """The company the folder is about. A hint's name, aliases and description go before what is found.

    The name is "" if no source names a company at all.
    """
    candidates = _candidates(sources)
    name = hint.name if hint and hint.name else _most_central(candidates, len(sources))
    if not name:
        return hint or Subject("")
    full, aliases = _family(name, candidates, sources)
    if hint and hint.name:
        aliases = tuple(dict.fromkeys((*hint.aliases, *(alias for alias in (full, *aliases) if alias != hint.name))))
        full = hint.name
    described = hint.description if hint and hint.description else _description(sources, (full, *aliases))
    return Subject(full, aliases, described)


# ------------------------------------------------------------------ candidates


def capital_runs(words: Words, common: frozenset[str]) -> Iterator[_Run]:
    """Rows of words that look like one proper name. common: words that the texts also write in lower case."""
    size, done = len(words), 0
    for start in [number for number, raw in enumerate(words.raw) if not raw.islower()]:
        if start < done or not _name_like(words.raw[start]):
            continue
        last = start + 1
        while last < size and _continues(words, last):
            last += 1
        first, done = start, last
        while first < last and _drop_first(words, first, common):
            first += 1
        if first < last:
            name = " ".join(words.raw[first:last])
            sure = first > 0 and words.raw[first - 1] not in _STARTS and words.low[first] not in common
            yield _Run(first, last, name, sure)


def _name_like(raw: str) -> bool:
    """A capital, a capital inside ("xAI") or a digit with letters that is no quantity ("1Password")."""
    if raw[0].isupper():
        return not ("-" in raw and raw.rsplit("-", 1)[1].islower() and raw.split("-")[0].isalpha())
    return raw[0].islower() and len(raw) < 20 and any(char.isupper() for char in raw[1:]) and raw.isalnum()


def _continues(words: Words, index: int) -> bool:
    raw = words.raw[index]
    if words.starts[index] - words.ends[index - 1] > 1:
        return False
    if raw == "&":
        return index + 1 < len(words) and words.raw[index + 1][0].isupper()
    classes = word_classes()
    if words.low[index] in classes.generic or words.low[index] in classes.titles:
        return words.low[index] in word_set("companies", "name_tails", "legal_forms")
    return _name_like(raw) and words.low[index] not in classes.calendar


def _drop_first(words: Words, index: int, common: frozenset[str]) -> bool:
    """Is the first word of a row no part of a name: a post, a nationality, a word that only begins the sentence?"""
    low, classes = words.low[index], word_classes()
    if low in classes.generic or low in classes.calendar or low in classes.titles or low in classes.nationalities:
        return True
    starts = index == 0 or words.raw[index - 1] in _STARTS
    return starts and (low in common or low in classes.common)


def _candidates(sources: Sequence[Source]) -> dict[str, _Candidate]:
    texts = {source.id: plain(source.text) for source in sources}
    common = common_words(texts.values())
    found: dict[str, _Candidate] = defaultdict(_Candidate)
    for source in sources:
        sentence = 0
        for passage in source.passages:
            if passage.kind not in _READ or passage.start > _REACH:
                continue
            words = cut(texts[source.id], passage.start, passage.end)
            _weigh(source.id, words, passage, sentence, common, found)
            sentence += passage.kind == "sentence"
    return dict(found)


def common_words(texts: Iterable[str]) -> frozenset[str]:
    """Words that occur in lower case somewhere: a capital at the head of a sentence does not make them names."""
    found = {word for text in texts for word in text.split() if word.islower()}
    return frozenset(word.strip(".,;:!?()[]\"'—-") for word in found)


def _weigh(
    source: str, words: Words, passage: Passage, sentence: int, common: frozenset[str], found: dict[str, _Candidate]
) -> None:
    in_title = passage.kind == "title"
    for run in capital_runs(words, common):
        last = _verb_cut(words, run) if in_title else run.last
        name = " ".join(words.raw[run.first : last])
        if not name:
            continue
        candidate = found[name]
        candidate.sources[source] += 1
        candidate.first.setdefault(source, words.starts[run.first])
        if in_title:
            candidate.lead += 5 if run.first == 0 else 3
        elif sentence < 2 and passage.kind == "sentence":
            candidate.lead += 2 if run.first <= 4 else 1
        _note(words, run.first, last, candidate)


def _verb_cut(words: Words, run: _Run) -> int:
    """In a title in title case the name ends before its verb: "Acme Raises …"."""
    verbs = _company_verbs()
    for index in range(run.first + 1, run.last):
        if words.low[index] in verbs:
            return index
    return run.last


@cache
def _company_verbs() -> frozenset[str]:
    return frozenset(form for verb in word_set("companies", "company_verbs") for form in forms(verb))


def _note(words: Words, first: int, last: int, candidate: _Candidate) -> None:
    """Counts what the neighbours of a name say on what it is."""
    before = words.low[first - 1] if first else ""
    after = (*words.low[last : last + 4], "", "", "", "")
    roles, nouns = word_set("roles", "officer", "other"), word_set("companies", "nouns")
    if before in nouns or after[0] in _company_verbs() or words.low[last - 1] in word_set("companies", "legal_forms"):
        candidate.company += 1
    if after[0] in roles or (after[0] == "'s" and (after[1] in roles or after[2] in roles)):
        candidate.company += 1
    if after[0] == "," and after[1] in ("a", "an", "the", "one"):
        candidate.company += any(word in nouns for word in words.low[last + 2 : last + 14])
    if after[0] in ("is", "was") and after[1] in ("a", "an", "the", "one"):
        candidate.company += any(word in nouns for word in words.low[last + 2 : last + 14])
    if (before in roles and before not in ("investor", "customer")) or (after[0] == "," and after[1] in roles):
        candidate.person += 1
    if before in ("mr", "mrs", "ms", "dr") or after[0] in ("who", "whose"):
        candidate.person += 1
    if after[0] in _SPEECH or (before in _TELLING and first > 1 and words.low[first - 2] in _OUTLET_LEADS):
        candidate.outlet += 1
    if before in ("told", "tells", "tell", "per"):
        candidate.outlet += 1
    if after[0] in ("was", "is") and after[1] in ("founded", "valued", "backed", "based", "headquartered"):
        candidate.company += 1
    if before in _PUT_OUT or before == "'s":
        candidate.product += 1
    if before in ("in", "near", "across", "around", "outside"):
        candidate.place += 1


_PUT_OUT = frozenset(
    {"launched", "launches", "unveiled", "released", "called", "introduced", "its", "platform", "product", "named"}
)
_STARTS = '."“:|•-'
_OUTLET_LEADS = frozenset(
    [
        "according",
        "reporting",
        "reported",
        "published",
        "interview",
        "statement",
        "article",
        "story",
        "report",
        "written",
    ]
)


# ------------------------------------------------------------------ the choice


def _most_central(candidates: dict[str, _Candidate], total: int) -> str:
    scores: dict[str, float] = {}
    cores: dict[str, list[str]] = defaultdict(list)
    for name in candidates:
        cores[core(name)].append(name)
    for key, names in cores.items():
        members = [candidates[name] for name in names]
        score = _centrality(members, total)
        if score > 0:
            scores[key] = score
    if not scores:
        return ""
    best = min(scores, key=lambda key: (-scores[key], key))
    return min(cores[best], key=lambda name: (-candidates[name].count(), len(name), name))


def _centrality(members: list[_Candidate], total: int) -> float:
    count = sum(member.count() for member in members)
    company, person = sum(m.company for m in members), sum(m.person for m in members)
    outlet, place = sum(m.outlet for m in members), sum(m.place for m in members)
    lead = sum(member.lead for member in members)
    if person > company or place > max(company, count / 2) or (outlet > count / 3 and outlet > company):
        return 0.0
    seen = {source for member in members for source in member.sources}
    often = sum(min(sum(member.sources[source] for member in members), 12) for source in sorted(seen)) / 2
    evidence = min(company, 6) if company else -2
    return (lead + often + evidence) * len(seen) / max(total, 1)


def core(name: str) -> str:
    """The name without legal form and words like "AI" or "Labs" behind it: what its short form would be."""
    parts = name.split()
    while len(parts) > 1 and parts[-1].lower().strip(".,") in word_set("companies", "legal_forms", "name_tails"):
        parts.pop()
    return " ".join(parts)


# ------------------------------------------------------------------ names and description


def _family(name: str, candidates: dict[str, _Candidate], sources: Sequence[Source]) -> tuple[str, tuple[str, ...]]:
    """The fullest form of the name without its legal form, and its other forms, longest first."""
    short = core(name)
    same = [other for other in candidates if core(other) == short]
    longer = [
        other
        for other, candidate in sorted(candidates.items())
        if other.startswith(f"{short} ")
        and other not in same
        and candidate.company > candidate.product
        and candidate.lead >= 2
        and _introduces(candidate, candidates.get(short))
    ]
    legal = word_set("companies", "legal_forms")
    forms_found = {_bare(form, legal) for form in (*same, *longer, name)}
    counts = {form: sum(c.count() for n, c in candidates.items() if _bare(n, legal) == form) for form in forms_found}
    most = max(counts.values(), default=0)
    fit = [form for form in counts if counts[form] >= max(1, most // 20) or form in longer] or [name]
    full = min(fit, key=lambda form: (-len(form), form))
    forms_found |= _short_forms(full, candidates)
    also = _other_names(sources, forms_found)
    rest = {*forms_found, *also, *same} - {full}
    return full, tuple(sorted(rest, key=lambda form: (-len(form), form)))


def _short_forms(full: str, candidates: dict[str, _Candidate]) -> set[str]:
    """First words of the name that the texts use alone ("Acme" for "Acme Pay"), unless they begin other names too."""
    parts = full.split()
    found = set()
    for size in range(1, len(parts)):
        short = " ".join(parts[:size])
        alone = candidates.get(short)
        rivals = [
            n
            for n in candidates
            if n.startswith(f"{short} ") and n != full and candidates[n].company > candidates[n].product
        ]
        if alone and alone.person <= alone.company and not rivals and not _ordinary(short):
            found.add(short)
    return found


def _ordinary(word: str) -> bool:
    """Would the word alone mean something else ("General", "Berlin")?"""
    classes, low = word_classes(), word.lower()
    return low in classes.common or low in classes.generic or low in classes.places or low in classes.first_names


def _introduces(longer: _Candidate, short: _Candidate | None) -> bool:
    """Is the long form what a text begins with before it goes on with the short one?"""
    if short is None:
        return True
    both = [source for source in longer.first if source in short.first]
    return any(longer.first[source] < short.first[source] for source in both) or not both


def _bare(name: str, legal: frozenset[str]) -> str:
    parts = name.split()
    while len(parts) > 1 and parts[-1].lower() in legal:
        parts.pop()
    return " ".join(parts)


def _other_names(sources: Sequence[Source], names: set[str]) -> set[str]:
    """Names given in brackets or as former ones: "Acme Fusion Systems (AFS)", "Acme, formerly known as Northwind"."""
    found = set()
    for source in sources:
        text = plain(source.text)
        for name in sorted(names):
            position = text.find(name)
            while position >= 0:
                match = _ALSO.match(text, position + len(name))
                if match and (match[2] or "formerly" in match[0] or "known" in match[0] or _initials(name, match[1])):
                    found.add(match[1] or match[2])
                position = text.find(name, position + len(name))
    return found


def _initials(name: str, short: str) -> bool:
    return (
        short.isupper() and len(short) > 1 and short == "".join(part[0] for part in name.split() if part[0].isupper())
    )


def _description(sources: Sequence[Source], names: tuple[str, ...]) -> str:
    """The sources' words from "Acme is a …", else from "Acme, a …", else "payments startup" from "payments startup
    Acme"; clipped at a clause; "" if nobody says what it is."""
    nouns = word_set("companies", "nouns")
    best: list[tuple[int, int, str]] = []
    for order, source in enumerate(sources):
        text = plain(source.text)
        for passage in source.passages:
            if passage.kind != "sentence":
                continue
            found = _described(text, passage, names) or _descriptor(text, passage, names)
            if found:
                start, end, rank = found
                low = cut(text, start, end).low
                known = any(word in nouns for word in low[:16])
                if known or rank < 2:
                    best.append((rank if known else rank + 3, order, source.text[start:end]))
    return min(best, key=lambda entry: entry[:2])[2] if best else ""


def _described(text: str, passage: Passage, names: tuple[str, ...]) -> tuple[int, int, int] | None:
    """Start, end and rank (0 for "is a", 1 for an apposition) of the words on what the company is."""
    for name in names:
        if not text.startswith(name, passage.start):
            continue
        match = _IS_A.match(text, passage.start + len(name), passage.end)
        if not match:
            continue
        ends = _CLAUSE_END.search(text, match.end(), passage.end)
        end = ends.start() if ends else passage.end
        rank = 0
        if match[0].startswith(","):
            rank, comma = 1, text.find(",", match.end(), end)
            end = comma if comma >= 0 else end
        if end - match.end() > _LONGEST:
            comma = text.rfind(",", match.end(), match.end() + _LONGEST)
            space = text.rfind(" ", match.end(), match.end() + _LONGEST)
            end = comma if comma > match.end() + 30 else space
        return match.end(), match.end() + len(text[match.end() : end].rstrip()), rank
    return None


def _descriptor(text: str, passage: Passage, names: tuple[str, ...]) -> tuple[int, int, int] | None:
    """ "Payments startup Acme has …": the words before the name at the head of a sentence."""
    for name in names:
        at = text.find(f" {name} ", passage.start, min(passage.start + 60, passage.end))
        if at > 0 and all(word.isalpha() or "-" in word for word in text[passage.start : at].split()):
            return passage.start, at, 2
    return None
