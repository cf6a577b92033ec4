"""Findings with the same fault's same mark, whatever slide it has moved to; and files of findings that are accepted."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator

from briefing.errors import InputError
from briefing.model.finding import Finding
from briefing.model.frame import Deck
from briefing.model.records import replace

_VERSION = 1


def marked(findings: Iterable[Finding], deck: Deck) -> Iterator[Finding]:
    """Each with its fingerprint: rule, title of its slide, shape or part, and which of several such it is."""
    counted: Counter[tuple[str, str, str]] = Counter()
    for finding in findings:
        place = (finding.rule, _place(finding.slide, deck), finding.where)
        counted[place] += 1
        text = "\n".join((*place, str(counted[place])))
        yield replace(finding, fingerprint=hashlib.sha256(text.encode()).hexdigest()[:16])


def _place(slide: int, deck: Deck) -> str:
    if not 0 < slide <= len(deck.frames):
        return ""
    return " ".join(deck.frames[slide - 1].title.split()) or f"slide {slide}"


def accepted(text: str, where: str) -> frozenset[str]:
    """The fingerprints in a baseline file. Raises InputError."""
    try:
        listed = json.loads(text)["accepted"]
        return frozenset(str(item["fingerprint"]) for item in listed)
    except (ValueError, KeyError, TypeError):
        remedy = "write one with --write-baseline"
        raise InputError("the file is no list of accepted findings", where, remedy) from None


def baseline(findings: Iterable[Finding]) -> str:
    """A file that accepts these findings. Only the fingerprints count; the rest is for people."""
    listed = [
        {
            "fingerprint": finding.fingerprint,
            "rule": finding.rule,
            "slide": finding.slide,
            "where": finding.where,
            "message": finding.message,
        }
        for finding in findings
    ]
    return json.dumps({"version": _VERSION, "accepted": listed}, ensure_ascii=False, indent=2) + "\n"
