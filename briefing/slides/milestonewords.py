"""A milestone goes in, the words in which it can stand alone on a timeline come out, longest first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model.briefing import Milestone
from briefing.slides import figures
from briefing.slides.clipping import is_clause, shortenings
from briefing.slides.trimming import before_relative, core, leans
from briefing.slides.wording import capital, shown, word_set

MONTHS = word_set(
    "January February March April May June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday"
)
SMALL = word_set("a an the of to for in on at by with and or is are was its it this that")


def milestone_texts(item: Milestone, names: Sequence[str]) -> tuple[str, ...]:
    """What a milestone says, longest first; () where nothing of it can stand alone."""
    text = figures.shortened(shown(item.text))
    words = _told(_undated(text) if item.status == "past" else text, names)
    heads = [
        part
        for part in (before_relative(words).rstrip("."), words.split(", ", 1)[0].rstrip("."))
        if not _SAID.search(part) and len(_weighty(part)) > 1 and not leans(part) and len(part.split()) > 2
    ]
    versions = [text for text in dict.fromkeys((*shortenings(words, 3), *heads)) if text]
    told = is_clause(before_relative(words))  # "release a model that will …" has its verb in front
    said = [text for text in versions if is_clause(text) or not told]
    whole = [text for text in said or versions if not _cut_off(text) and not _SAID.search(text)]
    itself = _OF_ITSELF.search(words)
    whole += [itself[1].rstrip(".")] if itself and whole else []
    texts = tuple(capital(text) for text in whole)
    hangs = leans(words) or bool(_POINTS_BACK.match(words)) or _points_at(words) or "--" in words
    if not texts or hangs or len(_weighty(words)) < 2 or _broken(words):
        return ()
    return texts


def _points_at(words: str) -> bool:
    """Do they begin with a deal or a number that only the sentence before names: no name, no figure but a date?"""
    head = _POINTS_AT.match(words)
    rest = words[head.end() :] if head else ""
    named = any(word[:1].isupper() and word.strip(".,;:'’") not in MONTHS for word in rest.split())
    counted = any(word[:1] in _SIGNS for word in rest.split())
    return bool(head) and not named and not counted


_SIGNS = frozenset("$€£¥₹~")


def _undated(text: str) -> str:
    """Without "last year" and "earlier this month": the date stands beside it, and counts from another day."""
    undated = _LATELY.sub("", text)
    return _EMPTY_ASIDE.sub("", undated) if undated != text else text


# What is left of ", which was unveiled last fall," without its time.
_EMPTY_ASIDE = re.compile(
    r",? (?:which|who|that) (?:was|were) [a-z]+(?:ed|en|wn|ld|ht)\b,?(?= [a-z])(?! (?:by|in|at|as|to|for|on|from)\b)"
)
_LATELY = re.compile(
    r"(?<!\bof)(?<!\bin)(?<!\bby)(?<!\bto)(?<!\bfor)(?<!\bthan)(?<!\bfrom)(?<!\bthe)(?<!\bsince)(?<!\buntil)(?<!\band)"
    r" (?:earlier |later )?(?:this|last) (?:year|month|week|quarter|spring|summer|autumn|fall|winter)\b"
    r"(?!['’])(?!,? (?:and|or|to|of)\b)"
)
# "Began testing them": what is meant stands in the sentence before.
_POINTS_BACK = re.compile(r"\w+(?: \w+){0,2} (?:them|these|those)\b", re.IGNORECASE)
# "The deal is to close in May": which deal stands in the sentence before, unless a name tells it.
_POINTS_AT = re.compile(
    r"The (?:same |next |other |first )?(?:transactions?|deals?|purchase|acquisition|takeover|merger|agreement|"
    r"contracts?|round|award|move|rest|remainder|others?|numbers?|figure|start|project|shares?|"
    r"(?:two|three|four)(?= (?:are|were|have|had|will|would|\w+ed)\b))(?=[ ,])"
)
_SAID = re.compile(r"\b(?:confirmed|said|says|announced|reported|told)\b[^,]{0,20}$", re.IGNORECASE)
# What somebody says that it does: "Acme confirmed that it was buying …".
_OF_ITSELF = re.compile(r"\bthat (?:it|they) (?:was|were|is|are|will be|would be) (\w+ing\b.+)$")


def _told(text: str, names: Sequence[str]) -> str:
    """The event without who tells it and when; all of it where the rest would hang on what was cut."""
    words = core(text, names)
    return text if leans(words) and not leans(text) else words


def _broken(words: str) -> bool:
    """Do they say nothing without what is not there: cut off, or without a verb, a name and a figure?"""
    named = any(word[:1].isupper() for word in words.split()[1:])
    counted = any(any(sign.isdigit() for sign in word) and not _YEAR.match(word) for word in words.split())
    return _cut_off(words) or not (named or counted or is_clause(words))


def _cut_off(words: str) -> bool:
    """Somebody's "ours", an end that leads on, a beginning without what follows it."""
    told = words.lower().replace("’", "'").split()
    first, last = told[0].strip("“\"'"), told[-1].strip(".,;:”\"'")
    opens = first in _OPENING and "," not in words
    return bool(set(told) & _SPEAKERS) or last in _LEADS_ON or len(last) == 1 or opens


_YEAR = re.compile(r"(?:19|20)\d\d\b")
_SPEAKERS = word_set("i me my mine we us our ours we're we've we'll i'm i've")
_LEADS_ON = word_set(
    "in of on at to for by with from the a an and or but that which who said says say show shows showed is are was "
    "were be been has have had will would as than about into over estimate estimates expect expects add adds added "
    "told announced"
)
_OPENING = word_set("in at on during after before since according came comes citing following speaking despite")


def _weighty(words: str) -> set[str]:
    """The words that say something: not the date and not "launched in"."""
    found = {word.strip(".,;:'\"”“") for word in words.lower().split()} - SMALL - _EMPTY
    return {word for word in found if len(word) > 2 and not re.fullmatch(r"(?:19|20)\d\d", word)}


_EMPTY = word_set(
    "launched founded unveiled announced began last year month week fall spring summer autumn winter since"
)
