"""A place behind a listed name goes in, where the bracket, dashed aside or apposition there ends comes out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefing.claims.listjoints import WORD
from briefing.claims.reading import FoundName
from briefing.claims.wordclasses import beside, fold, word_classes

FARTHEST = 260  # characters between two names of a list
_OPENS_ASIDE = re.compile(r"\s*,?\s*(?:[—–]|--|\()\s*")
_APPOSITION = re.compile(
    r"\s*,\s+(?:(?:(?:already |still |long )?(?:an?|the)|one of|its?|whose|which|who"
    r"|(?:for|with|to|from|in|by|through) wh(?:ich|om)|(?:all|both) of (?:which|whom)|where|formerly|now|then|also"
    r"|part of|owned by|backed by"
    r"|known (?:for|as)|called|best known|based in|headquartered in"
    r"|ein|eine|der|die|das|une?|le|la|uma?|o|a)\s|(?:chef de file|investidora? líder|inversora? (?:principal|líder)"
    r"|als lead-?investor|capofila|lead investor)(?=,)|(?P<word>[a-z-]+)(?: [a-z-]+){0,2} (?:of|at|for) )",
    re.IGNORECASE,
)


def past_aside(text: str, position: int, end: int, inside: Sequence[FoundName]) -> int:
    """The offset behind a bracket, dashed aside or apposition that begins at `position`; `position` if none does."""
    limit = min(end, position + FARTHEST)
    if match := _OPENS_ASIDE.match(text, position, limit):
        opener = match.group().strip(" ,")
        closers = ")" if opener == "(" else "—–" if opener in "—–" else "-"
        for at in range(match.end(), limit):
            if text[at] in closers:
                return at + 1
        return position
    match = _APPOSITION.match(text, position, limit)
    if match and text[match.end() - 2] == "a" and (verb := WORD.match(text, match.end(), limit)):
        match = None if fold(verb.group()) in beside("stops") else match  # "mené par Acme, a | réuni Globe"
    if match and (match["word"] is None or fold(match["word"]) in _posts()):
        told = match[0].strip(" ,").startswith(("whose", "which", "who "))
        if told and _NAMES_OTHERS.match(text, match.end(), limit):
            return position  # "Acme, whose other bets include Delta and Globe": no items of this list
        for at in range(match.end(), limit):
            if text[at] in ";—–" or (text[at] == "," and text[at + 1 : at + 2].isspace()):
                return at
            if text.startswith((" and ", " as well as ", " & ", " et ", " und ", " y ", " sowie "), at):
                if told and any(name.end == at and name.kind != "place" for name in inside):
                    continue  # "Acme, which backs Delta and Globe": no items of this list
                if " between " in text[position:at] and text.rfind(",", position, at) < text.rfind(" between ", 0, at):
                    continue  # "Acme, which flies between Lund and Oslo"
                return at
    return position


_NAMES_OTHERS = re.compile(r"[^,;.]{0,60}?\b(?:includ(?:e[sd]?|ing)|such as)\b")


@cache
def _posts() -> frozenset[str]:
    return word_classes().titles | word_classes().title_words
