"""A source's clause in, the same words without what the slide says elsewhere out: who says it, when, the subject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from briefing.slides.clipping import is_clause
from briefing.slides.wording import capital, shown, word_set

_LINK = re.compile(
    r"^(?:and|but|with|that|so|then|also|yet|still|however|meanwhile|separately|finally|"
    r"in addition|for instance|for example|by comparison|in response|at the time|"
    r"more (?:significantly|importantly|recently)|most (?:importantly|recently)|notably|importantly|specifically|"
    r"crucially|in particular|as a result|additionally|likewise|moreover|furthermore|similarly|overall|indeed|which|"
    r"who|alongside \w+)"
    r"\b,?\s+",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"^(?:(?:in|on|by|since|during|earlier|later|last|this|next|early|late|mid|at the end of|towards)\b[^,;:]{1,34}|"
    r"today|now|currently|recently|to date|so far),\s+",
    re.IGNORECASE,
)
# "In 2024 Acme …", "In March Acme …": no comma behind the time.
_BARE_TIME = re.compile(
    r"^(?:[Ii]n|[Oo]n|[Bb]y|[Ss]ince)\s+(?:(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d|January|February|March|April|May|June|July|"
    r"August|September|October|November|December)\s+(?!and\b|or\b|to\b|\d)(?=\w)"
)
_ADVERBS = r"(?:also|now|recently|already|since|then|just|further|later|separately|currently|reportedly|publicly)"
_SAYING = (
    r"(?:said|says|say|claimed|claims|announced|announces|disclosed|discloses|reported|reports|confirmed|confirms|stated|"
    r"states|told \w+(?: \w+)?|revealed|noted|added|wrote|argues|argued)"
)
_TOWARD = (
    r"(?:(?:is|are|was|were|be|being|been)\s+(?:" + _ADVERBS + r"\s+)*)?"
    r"(?:preparing|planning|plans?|planned|set|expected|expects?|aiming|aims?|going|on track|scheduled|due|looking|"
    r"intending|intends?|poised|hoping|hopes?|wants?|seeking|seeks?|promised|promises|committed|rumou?red|said|believed|"
    r"reported|understood|in talks|in discussions)\s+to\s+(?:be\s+|have\s+)?"
)
_PERSON = (
    r"(?:the (?:(?!other|rival|parent|same|target|holding|whole)[\w-]+ ){0,4}?"
    r"(?:company|start-?up|firm|group|maker|bank)|it|they|he|she|we)"
)
_NAMED = r"(?:[A-Z][\w’'.&-]*(?:\s+(?:[A-Z&][\w’'.&-]*|of|the)){0,5})"


@lru_cache(maxsize=8)
def _subject(names: tuple[str, ...]) -> re.Pattern[str]:
    """The subject of a clause that is about the company, with adverbs and "has" behind it."""
    called = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if name)
    who = rf"(?:{_PERSON}|{called})" if called else _PERSON
    return re.compile(
        rf"^{who}\s+(?:(?:has|have|had)\s+)?(?:{_ADVERBS}\s+)*(?P<toward>{_TOWARD}|will\s+)?", re.IGNORECASE
    )


_ATTRIBUTION = re.compile(
    rf"^(?:{_NAMED}|(?i:{_PERSON}))\s+(?:{_ADVERBS}\s+)*{_SAYING}\s+"
    rf"(?:(?:in|on) (?:an?|the|its) (?:[\w-]+ ){{1,4}}?that\s+|"
    rf"(?:(?:in|on|last|this|earlier this) (?!an? |the |its )\w+\s+)?(?:that\s+)?(?=\S)(?!(?:in|on) (?:an?|the|its) ))"
)
_ACCORDING = re.compile(r"^(?:according to|per)\s+[^,]{2,120},\s+", re.IGNORECASE)
# "In a call from the plant, where it has two lines, he said that …", "A filing of 6 May shows that …".
_OCCASION = re.compile(
    r"^(?:in|on|at|during|speaking|asked|talking)\b[^.;:“”\"]{3,140},\s+"
    rf"(?:{_NAMED}|(?i:{_PERSON}))\s+{_SAYING}\s+that\s+|"
    r"^(?:an?|the)\s+(?:[\w-]+\s+){0,3}(?:filing|document|report|memo|presentation|statement|letter|e-?mail|deck|"
    r"circular|post|prospectus|survey)\b[^,.;:“”\"]{0,60}?\s(?:shows?|says?|said|showed|states?|stated|reveals?|revealed)"
    r"\s+that\s+",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"^(?:its|the company['’]s|the start-?up['’]s)\s+", re.IGNORECASE)
_LEAST_WORDS = 2


def core(text: str, names: Sequence[str]) -> str:
    """The clause without linking words, time opener, attribution and subject; "" never comes out of words.

    names: of the subject. "In May, Acme said it plans to open a plant" → "Open a plant".
    """
    return _core(shown(text), tuple(names))


@lru_cache(maxsize=1_024)
def _core(words: str, names: tuple[str, ...]) -> str:
    for _ in range(4):
        shorter = _stripped(words, names)
        if shorter == words:
            break
        words = shorter
    return capital(words.rstrip(" ,;:"))


def leans(text: str) -> bool:
    """Do the words hang on others that are not there: "who were said …", "That's down from …", "It should …"?"""
    words = text.replace("’", "'").lower().split()
    first = words[0].strip(",'\"“") if words else ""
    return (not first[:1].isalnum() and first[:1] not in "$€£¥₹~") or first.split("'")[0] in _LEANING


_LEANING = word_set(
    "under it they their this that these those such he his she her both neither there here another who whom whose "
    "which where when what how why whether while though although because if so than then and or but with by of to as "
    "for"
)


def before_relative(text: str) -> str:
    """The words before "that", "which" or "who": "a model that will be open" → "a model"."""
    return _RELATIVE.split(text, maxsplit=1)[0]


_RELATIVE = re.compile(r"\s(?:that|which|who|where)\s")


def _stripped(words: str, names: tuple[str, ...]) -> str:
    for pattern in (_LINK, _OCCASION, _TIME, _BARE_TIME, _ACCORDING, _ATTRIBUTION, _POSSESSIVE):
        found = _without(words, pattern)
        if found != words:
            return found
    return _without(words, _subject(names))


def _without(words: str, pattern: re.Pattern[str]) -> str:
    match = pattern.match(words)
    rest = words[match.end() :] if match else words
    if not match or len(rest.split()) < _LEAST_WORDS or rest[:1] in ",;:.)":
        return words
    if pattern is _TIME and is_clause(words[: match.end()].replace("May", "")):
        return words  # "In 2024 Acme bought Globex, a maker of anvils": no time alone stands before the comma
    # "It is a maker of anvils" and "Acme Works" keep their first words: without them the rest is no statement.
    if "toward" in pattern.groupindex and not match["toward"] and not _acts(rest):
        return words
    return rest


def _acts(rest: str) -> bool:
    """Do the words begin with a verb of doing ("launched", "bought")?"""
    first = rest.split(" ", 1)[0].rstrip(",")
    return first.endswith("ed") or first in _DOING


_DOING = word_set(
    "bought built brought began became closed cut drew got grew gave hit held kept launched led left let lost "
    "made met moved opened paid put raised ran rose sold saw sent set shut signed spent struck took told went won "
    "wrote acquires buys builds launches opens raises signs sells takes makes"
)
