"""All sources go in, every name that could be a company comes out with what its places and neighbours say of it.

Names are runs of capitals, brands in small letters ("acme" at the head of a sentence) and brands that begin with a
digit ("9Acme"). What is counted: how often and where a name stands, and whether its neighbours make it the taker of
money, the giver, a person, a place, a paper or a product.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.claims.lexicon import load
from briefing.claims.neighbourhood import Sighted, acting_verbs, acts, company_noun, company_verbs, note, vocabulary
from briefing.claims.wordclasses import ADJECTIVE_ENDS, word_classes
from briefing.claims.words import Words, cut, plain, row, word_set
from briefing.model.patterns import late
from briefing.model.source import Passage, Source

_READ = frozenset({"title", "sentence", "item", "heading", "row"})
_REACH = 5000  # code points of a source from its beginning: whom it is about is told there
_TURNS = 3  # lines that begin with a name and a colon, by which it is that of a speaker
_STARTS = '."“:|•-'
_STOPS = '.!?:;”"…'


_FORM = late(r", (?:Inc|LLC|LLP|Ltd|Corp|Co|LP|PLC|plc|GmbH)\b\.?(?=[\s,])")


def _without_forms(text: str) -> str:
    """ "Acme Water, Inc. raises" → "Acme Water       raises": the legal form parts no name from its verb."""
    return _FORM.sub(lambda form: " " * len(form[0]), text) if ", " in text else text


class Run(NamedTuple):
    """Words [first, last) of one passage that look like one proper name."""

    first: int
    last: int


def sighted(sources: Sequence[Source]) -> dict[str, Sighted]:
    """Name as printed → what was seen of it near the beginning of the sources."""
    texts = {source.id: _without_forms(plain(source.text)) for source in sources}
    common = common_words(texts.values())
    read = [(source, passage, _words(texts[source.id], passage)) for source in sources for passage in _near(source)]
    small = _small_brands(read) | _words_as_names(texts.values(), common, [source.title for source in sources])
    found: dict[str, Sighted] = defaultdict(Sighted)
    titles = []
    order: Counter[str] = Counter()
    labels: Counter[str] = Counter()
    for source, passage, words in read:
        if _headline(words) and (passage.kind in ("title", "heading", "item") or words.raw[-1] not in _STOPS):
            titles.append((source, passage, words))
            continue
        german = source.language.startswith("de")
        for run in runs(words, common, small):
            if german:
                run = _without_nouns(words, run)
            name = " ".join(words.raw[run.first : run.last])
            if not name:
                continue
            _weigh(source.id, words, passage, run, order[source.id], found[name])
            if run.first == 0 and words.raw[run.last : run.last + 1] == (":",):
                labels[name] += 1
        order[source.id] += passage.kind == "sentence"
    for name, count in labels.items():
        found[name].person += count if count >= _TURNS else 0  # "Roe: …" in an interview
    _whole_again(found)
    _without_adjectives(found)
    known = {name.casefold(): name for name in sorted({*found, *map(bare, found)}, reverse=True)}
    for source, passage, words in titles:
        _weigh_headline(source.id, words, passage, known, common, found)
    return dict(found)


def _whole_again(found: dict[str, Sighted]) -> None:
    """ "Three Crows", cut to "Crows" where it begins a sentence, is one name if it stands whole inside another."""
    plain = (word_classes().generic | word_classes().common) - vocabulary("articles")
    for long in sorted(found):
        first, _, rest = long.partition(" ")
        if not rest or first.lower() not in plain:
            continue
        for cut_off in sorted(name for name in found if name == rest or name.startswith(f"{rest} ")):
            whole, part = found[f"{first} {cut_off}"], found.pop(cut_off)
            whole.add(part)


def _without_adjectives(found: dict[str, Sighted]) -> None:
    """ "Profitable Acme", once at the head of a sentence, is the "Acme" that is named more often."""
    for long in sorted(found):
        first, _, rest = long.partition(" ")
        if first.lower().endswith(ADJECTIVE_ENDS) and rest in found and found[long].count() * 3 <= found[rest].count():
            found[rest].add(found.pop(long))


def _near(source: Source) -> Iterator[Passage]:
    return (passage for passage in source.passages if passage.kind in _READ and passage.start <= _REACH)


def _words(text: str, passage: Passage) -> Words:
    return cut(text, passage.start, passage.end)


def _words_as_names(texts: Iterable[str], common: Container[str], titles: Iterable[str]) -> frozenset[str]:
    """Common words that stand with a capital inside sentences and nowhere in small letters: "Globex, Delta and |
    Ramp |": they are names at the head of a sentence, too."""
    inside: Counter[str] = Counter()
    for text in texts:
        inside.update(_CAPITAL_INSIDE.findall(text))
    inside.update({title.split(maxsplit=1)[0] for title in titles if title[:1].isupper()} & set(inside))
    classes = word_classes()
    heads = (
        word_set("companies", "neutral_heads") | word_set("companies", "telling_heads") | word_set("companies", "nouns")
    )
    plain = (classes.common | classes.generic) - classes.calendar - classes.titles - classes.nationalities
    plain -= classes.organisation | classes.legal | heads
    return frozenset(
        word.lower()
        for word, count in inside.items()
        if count > 1 and word.lower() in plain and word.lower() not in common
    )


_CAPITAL_INSIDE = re.compile(r"(?:(?<=[a-z] )|(?<=[a-z], ))[A-Z][a-z]{2,}(?=[ ,.'’])(?! [A-Z0-9])")


def common_words(texts: Iterable[str]) -> frozenset[str]:
    """Words that occur in lower case somewhere: a capital at the head of a sentence does not make them names."""
    found = filter(str.islower, set().union(*(text.split() for text in texts)))
    return frozenset(word.strip(".,;:!?()[]\"'—-") for word in found)


# ------------------------------------------------------------------ what looks like a name


def runs(words: Words, common: Container[str], small: Container[str] = ()) -> Iterator[Run]:
    """Rows of words that look like one proper name. common: words that the texts also write in lower case; small:
    brands in lower case."""
    size, done = len(words), 0
    for start in [at for at, raw in enumerate(words.raw) if (not raw.islower() and raw[0].isalnum()) or raw in small]:
        raw = words.raw[start]
        if start < done or not (raw in small or _name_like(raw)):
            continue
        last = start + 1
        while last < size and _continues(words, last):
            last += 1
        first, done = start, last
        while first < last and words.low[first] not in small and _drop_first(words, first, common):
            first += 1
        legal = all(low.strip(".") in word_set("companies", "legal_forms") for low in words.low[first:last])
        if first < last and not legal and not _counted(words, last):
            yield Run(first, last)


def _name_like(raw: str) -> bool:
    """A capital, a capital inside ("xAI") or a digit before letters that is no quantity ("1Password")."""
    if raw[0].isupper():
        if raw[1:2] == "'" and raw[2:3].islower():
            return False  # "L'opération"
        return not ("-" in raw and raw.rsplit("-", 1)[1].islower() and raw.split("-")[0].isalpha())
    if raw[0].isdigit():
        letters = raw.lstrip("0123456789")
        return len(letters) > 2 and letters[0].isupper() and letters.isalnum() and not letters.isupper()
    return raw[0].islower() and len(raw) < 20 and any(char.isupper() for char in raw[1:]) and raw.isalnum()


def _continues(words: Words, index: int) -> bool:
    raw = words.raw[index]
    if words.starts[index] - words.ends[index - 1] > 1 or (words.starts[index] == words.ends[index - 1]):
        return False
    if raw == "&":
        return index + 1 < len(words) and words.raw[index + 1][0].isupper()
    classes = word_classes()
    if words.low[index] in classes.generic or words.low[index] in classes.titles:
        return words.low[index] in word_set("companies", "name_tails", "legal_forms")
    return _name_like(raw) and words.low[index] not in classes.calendar


def _drop_first(words: Words, index: int, common: Container[str]) -> bool:
    """Is the first word of a row no part of a name: a post, a nationality, a word that only begins the sentence?"""
    low, classes = words.low[index], word_classes()
    if low in classes.generic and words.raw[index].istitle() and _heads_name(words, index + 1):
        return False
    if low in classes.generic or low in classes.calendar or low in classes.titles or low in classes.nationalities:
        return True
    starts = index == 0 or words.raw[index - 1] in _STARTS or (index == 1 and words.raw[0] == "'")
    return starts and (low in common or low in classes.common)


def _heads_name(words: Words, index: int) -> bool:
    """ "Level | Health", "Phase | AI": does a word stand here that ends names, with a capital?"""
    tails = word_set("companies", "name_tails")
    return index < len(words) and words.raw[index][0].isupper() and words.low[index] in tails


def _counted(words: Words, last: int) -> bool:
    """Is it the currency of the number behind it ("Rs 410 crore", "R$ 85 milhões")?"""
    if last < len(words) and words.raw[last] in "$€£" and words.starts[last] == words.ends[last - 1]:
        return True
    if last < len(words) and words.raw[last][0].isdigit():
        low = words.low[last - 1]
        return low in load("currency")["prefixes"] or low.upper() in load("currency")["codes"]
    return False


def _headline(words: Words) -> bool:
    """Has (nearly) every word a capital, so that capitals tell nothing?"""
    long = [raw for raw in words.raw if len(raw) > 3 and raw.isalpha()]
    return len(long) > 2 and sum(raw.islower() for raw in long) * 4 <= len(long)


def _without_nouns(words: Words, run: Run) -> Run:
    """The run without the common nouns that German writes with a capital: "Batteriehersteller Acme"."""
    from briefing.claims.germannouns import calling, common_noun  # only where a text is German

    first = run.first
    while first + 1 < run.last and calling(words.low[first]):
        first += 1
    lone = run.last - first == 1
    if lone and common_noun(words.low[first], words.low[first - 1] if first else ""):
        first = run.last
    return Run(first, run.last)


_Read = tuple[Source, Passage, Words]


def _small_brands(read: Sequence[_Read]) -> frozenset[str]:
    """Words in small letters that texts use as a name: at the head of a sentence, before verbs of companies."""
    heads: Counter[str] = Counter()
    titled: set[str] = set()
    for _, passage, words in read:
        if passage.kind in ("title", "sentence") and len(words) > 2:
            first = words.raw[0]
            if _brandlike(first):
                heads[first] += 1
            heads.update(word for word in _behind_nouns(words) if _brandlike(word))
        if passage.kind == "title":
            titled |= {word for word in words.raw if _brandlike(word) and not word.endswith(_NOUNLY)}
    for _, passage, words in read if titled else ():
        if passage.kind == "sentence" and words.raw[0].istitle() and words.raw[0].lower() in titled:
            heads[words.raw[0].lower()] += 1  # "Acme's CEO …" of a brand that is "acme" inside a sentence
    heads.update(dict.fromkeys(titled, 0))
    if not heads:
        return frozenset()
    acting: Counter[str] = Counter()
    against: Counter[str] = Counter()
    uses: Counter[str] = Counter()
    for _, _, words in read:
        for index, raw in enumerate(words.raw):
            if raw in heads:
                uses[raw] += 1
                owns = raw in titled and words.low[index + 1 : index + 2] == ("'s",)
                acting[raw] += acts(words, index + 1) or _apposed(words, index) or owns
                before = words.low[index - 1] if index else ""
                against[raw] += before in vocabulary("articles") or (raw in titled and before in _TELLING)
    told = {word for word in heads if acting[word] >= 2 or (heads[word] >= 2 and _led_by_digit(word))}
    told |= {word for word in heads if heads[word] >= 3 and acting[word]}
    told |= {word for word in titled if uses[word] >= 3 and acting[word] and (heads[word] or not against[word])}
    # A name may stand before a noun now and then ("the acme platform"); a noun has an article most of the time.
    return frozenset(word for word in told if against[word] * 4 <= uses[word])


_TELLING = frozenset({"ai", "his", "her", "every", "each", "any", "new", "our", "your"})
_NOUNLY = ("s", "ing", "ed", "ment", "tion", "er", "ity", "ness", "al", "ive", "ly", "ance", "ence")


def _apposed(words: Words, index: int) -> bool:
    """ "acme, an app that …" at the head of a sentence."""
    return index == 0 and words.raw[1:2] == (",",) and words.low[2:3] in (("a",), ("an",), ("the",))


def _led_by_digit(word: str) -> bool:
    """ "9acme" at the head of two sentences is a name; "20th" and "500km" are none."""
    letters = word.lstrip("0123456789")
    return len(word) > len(letters) > 2 and letters.isalpha() and letters not in word_classes().units


def _brandlike(word: str) -> bool:
    """A word in small letters that no text uses as a word of the language: "acme", "acme.io"."""
    return word.islower() and len(word) > 2 and word.replace(".", "").isalnum() and not _ordinary(word)


def _behind_nouns(words: Words) -> Iterator[str]:
    """ "gold platform acme": a word in small letters where a name would stand."""
    for index in [at for at, low in enumerate(words.low[:-2], 1) if company_noun(low)]:
        if words.raw[index].islower() and acts(words, index + 1):
            yield words.raw[index]


def _ordinary(low: str) -> bool:
    classes = word_classes()
    return (
        low in classes.common
        or low in classes.generic
        or low in classes.verbs
        or low in classes.calendar
        or low in vocabulary("no_brand")
        or low in vocabulary("takes")
        or low in vocabulary("acts")
        or low in vocabulary("gives")
        or low in vocabulary("idle")
        or low in company_verbs()
        or company_noun(low)
    )


def bare(name: str) -> str:
    """The name without legal form behind it."""
    parts, legal = name.split(), word_set("companies", "legal_forms")
    while len(parts) > 1 and parts[-1].lower() in legal and parts[-2] != "&":
        parts.pop()
    return " ".join(parts)


# ------------------------------------------------------------------ what its place says


_TITLE_ASIDES = row("on over against amid with from by for via")


def _weigh(source: str, words: Words, passage: Passage, run: Run, sentence: int, one: Sighted) -> None:
    one.sources[source] += 1
    one.first.setdefault(source, words.starts[run.first])
    if passage.kind == "title":
        behind = run.first > 0 and words.low[run.first - 1] in _TITLE_ASIDES
        one.lead[source] += 5 if run.first == 0 else 2 if behind else 4
    elif sentence < 2 and passage.kind == "sentence":
        one.lead[source] += 2 if run.first <= 6 else 1
    note(words, run.first, run.last, one)


def _weigh_headline(
    source: str,
    words: Words,
    passage: Passage,
    known: dict[str, str],
    common: Container[str],
    found: dict[str, Sighted],
) -> None:
    """Names of a line in which every word has a capital: those known from the text, else what stands before a verb."""
    points = {"title": 5, "heading": 1}.get(passage.kind, 0)
    index, seen = 0, False
    while index < len(words):
        last = next((end for end in range(min(index + 5, len(words)), index, -1) if _at(words, index, end) in known), 0)
        if last:
            one, seen = found[known[_at(words, index, last)]], True
            one.sources[source] += 1
            one.first.setdefault(source, words.starts[index])
            one.lead[source] += points - (index > 0 and points > 1)
            note(words, index, last, one)
        index = last or index + 1
    if seen or passage.kind != "title":
        return
    for run in runs(words, common):
        last = next((at for at in range(run.first + 1, run.last) if words.low[at] in acting_verbs()), run.last)
        if last > run.first and words.low[run.first] not in acting_verbs():
            _weigh(source, words, passage, Run(run.first, last), 0, found[" ".join(words.raw[run.first : last])])


def _at(words: Words, first: int, last: int) -> str:
    return " ".join(words.raw[first:last]).casefold()
