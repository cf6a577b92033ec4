"""A sentence that counts acquisitions goes in, those made before come out: "its fourth deal, after A in 2020 and B"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.claims.reading import FoundName
from briefing.claims.tiefindings import Finding
from briefing.claims.tiesentence import Sentence
from briefing.claims.words import row
from briefing.model.patterns import late

_DEALS = row("acquisition acquisitions takeover takeovers purchase purchases buyout buyouts")
_COUNTS = row("second third fourth fifth sixth seventh eighth ninth tenth latest 2nd 3rd 4th 5th")
_NO_LINKS = row("in of for from by with who which was is")
_OWN = frozenset(("its", "their", "our"))
_MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
# When it was, between two names: "in 2020", "in March 2021", "last year", "the year before".
_WHEN = late(
    rf"^(?: \(\d{{4}}\)| in (?:early |late |mid-)?(?:(?:{_MONTH})[a-z]*\.? )?(?:\d{{4}}|{_MONTH})[a-z]*"
    r"| (?:earlier )?(?:last|this) (?:year|month|week|spring|summer|autumn|fall|winter)"
    r"| (?:a|the) year (?:earlier|before))",
    re.IGNORECASE,
)
_LINK = late(r"^\s*(?:,\s*and|,|and|;)?(?:\s+and)?(?:\s+(?:the|a|an))?(?:\s+[A-Z]?[\w-]+){0,5}\s*$")


def series_findings(sentence: Sentence) -> Iterator[Finding]:
    """One finding with all that were bought before, where the purchase counted is the subject's."""
    low = sentence.words.low
    if _DEALS.isdisjoint(low):
        return
    for index, word in enumerate(low):
        if word not in _COUNTS or not _is_ours(sentence, index):
            continue
        at = index + 1
        while at < len(low) and at - index < 5 and low[at] not in ("after", "following"):
            at += 1
        if at < len(low) and low[at] in ("after", "following") and low[at - 1] in {",", *_DEALS, word}:
            listed = tuple(name for name in _dated_list(sentence, sentence.words.ends[at]) if not name.is_subject)
            if listed:
                yield Finding("acquired", listed, index)
        return


def _is_ours(sentence: Sentence, index: int) -> bool:
    """ "Acme's fourth", "its third": the owner right before the number."""
    words = sentence.words
    before = words.low[index - 1] if index else ""
    if before in _OWN:
        return sentence.clause(index).setting_is_subject or sentence.before_subject
    if before not in ("'s", "'"):
        return False
    end = words.starts[index - 1]
    return any(name.is_subject and name.end in (end, end + 1, end + 2) for name in sentence.names)


def _dated_list(sentence: Sentence, start: int) -> Iterator[FoundName]:
    """The names from `start` on, each with or without a date behind it, as long as commas and "and" link them."""
    position = start
    for name in sentence.names:
        if name.start < start:
            continue
        between = sentence.text[position : name.start]
        dated = _WHEN.match(between)
        between = between[dated.end() :] if dated else between
        joined = position == start or between.lstrip().startswith((",", "and", ";"))
        if not _LINK.match(between) or not joined or not _NO_LINKS.isdisjoint(between.split()):
            return
        if name.kind in ("organisation", "unknown", "product"):
            yield name
        position = name.end
