"""A source's text goes in, the nouns that it has for what the subject makes, sells or runs come out, in the singular.

"Acme's machines", "an Acme machine", "its machines", "Acme builds sorting machines", "sorting machine maker Acme".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.claims.verbs import is_adverb, is_determiner, is_finite, is_preposition
from briefing.claims.words import Words, cut, forms, row

_MAKING = frozenset(
    form
    for verb in (
        *("build", "make", "sell", "design", "develop", "produce", "operate", "offer", "manufacture", "supply"),
        *("run", "rent", "deliver", "install", "ship"),
    )
    for form in forms(verb)
)
_MAKERS = row("maker makers developer manufacturer builder operator producer seller designer")
_NO_THINGS = row(
    "agreement arm asset backer bank board branch brand business case ceo chief claim client company "
    "competitor contract cost customer deal debt decision director division employee engineer executive "
    "factory finance firm first founder founding funding future growth head headquarters history home investor "
    "last launch lender life loan loss market member money name new office officer operation order own owner "
    "partner partnership plan plant policy position president price profit project relationship revenue rival "
    "round sale series share shareholder since site spokesman spokeswoman staff stake startup stock story "
    "strategy subsidiary success supplier team time travel unit until user valuation way work year "
    "figure headcount headquarter kind latest neighbour other people quarter size statement website"
)
_COUNTING = row("more than some about over nearly around several two three four five six seven eight nine ten such")
_SIZE = 4
_ENDS = row("and or to that which up out off end ends back again before when while outside inside them")
_SOON = 6  # words behind a name within which it makes something
_SENTENCE = 600  # characters in front that are looked through for the beginning of a sentence
_AHEAD = 80  # characters behind a name that are looked at
_OWN = re.compile(
    r"\b(?:its|our|the company's) (?=[a-z])"
    r"|\b(?:it|company|startup|firm|that|which) (?=(?:builds?|makes?|sells?|develops?|runs?|rents?|operates?) )"
    r"|\b(?:has|have) (?=(?:sold|delivered|installed|shipped|built|made|rented|launched) )"
)


def singular(noun: str) -> str:
    """ "machines" → "machine"."""
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def wares(text: str, names: Sequence[str], own: bool) -> Iterator[str]:
    """text: plain. names: of the subject. own: the text is about the subject, so that "its" is the subject's."""
    for name in names:
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            yield from _kept(_behind_name(text, at, end))
            yield from _kept(_before_name(text, at))
            at = text.find(name, end)
    if own:
        for match in _OWN.finditer(text):
            words = cut(text[match.end() : match.end() + _AHEAD])
            if words.low and _speaks_of(text, match.start(), names):
                yield from _kept(_head(words, 1 if words.low[0] in _MAKING else 0))


def _speaks_of(text: str, at: int, names: Sequence[str]) -> bool:
    """Does the sentence begin with the subject, by name or as "it"?"""
    farthest = max(at - _SENTENCE, 0)
    begun = max(text.rfind(". ", farthest, at), text.rfind("\n", farthest, at), farthest - 1) + 1
    opening = text[begun : at + 1].lstrip()[:40]
    return opening.startswith(("It", "Our", "The company", "The startup", "The firm", *names)) or " it " in opening


def _kept(noun: str) -> Iterator[str]:
    if noun and noun not in _NO_THINGS:
        yield noun


def _behind_name(text: str, start: int, end: int) -> str:
    """ "an Acme | machine", "Acme | 's machines", "Acme | now makes machines"."""
    noun = text[end : end + 2] == "'s" or text[max(0, start - 4) : start].endswith((" a ", " an ", "the "))
    if not noun and _MAKING.isdisjoint(text[end : end + _AHEAD].lower().split()[:_SOON]):
        return ""
    words = cut(text[end : end + _AHEAD])
    low = words.low
    at = 1 if low[:1] == ("'s",) else 0
    while at < len(low) and is_adverb(low[at]):
        at += 1
    if at < len(low) and low[at] in _MAKING:
        return _head(words, at + 1)
    if low[at + 1 : at + 3] == ("maker", "of") or "maker" in low[at : at + 5]:
        return ""
    return _head(words, at) if at == 1 or text[max(0, start - 4) : start].endswith((" a ", " an ", "the ")) else ""


def _before_name(text: str, start: int) -> str:
    """ "sorting machine maker | Acme"."""
    before = text[max(0, start - 14) : start].split()
    if not before or before[-1].lower() not in _MAKERS:
        return ""
    low = cut(text[max(0, start - 60) : start]).low
    if len(low) < 3 or low[-1] not in _MAKERS or not low[-2].isalpha() or text[start - 1] != " ":
        return ""
    return singular(low[-2])


def _head(words: Words, at: int) -> str:
    """The head of the short noun phrase that begins at word `at`, "" if none does."""
    head = ""
    for index in range(at, min(at + _SIZE + 1, len(words.low))):
        word, raw = words.low[index], words.raw[index]
        if is_determiner(word) or (not head and (word[0].isdigit() or word in _COUNTING)):
            continue
        if not word.isalpha() or not raw.islower() or is_preposition(word) or is_adverb(word):
            break
        if is_finite(words, index) or word in _ENDS:
            break
        head = word
    return singular(head) if head else ""
