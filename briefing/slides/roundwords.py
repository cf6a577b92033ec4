"""A round in, what its sources say of it besides names, date and figures out: clauses in their own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.model.briefing import FundingEvent
from briefing.model.patterns import late
from briefing.slides import figures
from briefing.slides.wording import shown

_END = r"[^,;:—–|()]+"
_PURPOSES = "fuel|fund|finance|build|expand|kick off|scale|support|accelerate|develop|grow|open|launch"
# What a clause about a round begins with, each behind words of which one must be there, so that only the expressions
# that can find something are made; the first that finds a clause wins.
_CLAUSES = (
    (("described",), late(rf"\bdescribed (?:at the time )?as {_END}", re.IGNORECASE)),
    (("making it", "leaving it"), late(rf"\b(?:making|leaving) it {_END}", re.IGNORECASE)),
    (
        ("tied to", "contingent on", "conditional on", "dependent on"),
        late(rf"\b(?:tied to|contingent on|conditional on|dependent on) {_END}(?:, beginning {_END})?", re.IGNORECASE),
    ),
    (
        ("doubling", "tripling", "quadrupling"),
        late(rf"\b(?:nearly |more than |almost )?(?:doubling|tripling|quadrupling) {_END}", re.IGNORECASE),
    ),
    (
        ("confirmed",),
        late(r"(?:explicitly |only )?(?:as )?(?:a )?rumou?r,? \(?(?:and )?not (?:a )?confirmed \w+", re.IGNORECASE),
    ),
    (
        tuple(f"to {purpose} " for purpose in _PURPOSES.split("|")),
        late(rf"\bto (?:{_PURPOSES}) {_END}", re.IGNORECASE),
    ),
    (("as it ", "as the company "), late(rf"\bas (?:it|the company) (?:\w+s|is \w+ing) {_END}", re.IGNORECASE)),
    (("% ",), late(rf"\b(?:an? )?\d[\d.]*% (?:increase|jump|rise|decrease|drop) {_END}", re.IGNORECASE)),
    (("essentially",), late(rf"\bessentially {_END}", re.IGNORECASE)),
    (("confirming",), late(r"\bconfirming earlier reports", re.IGNORECASE)),
)
_CUT = late(r"\s(?=(?:that|which|who|and|as|at|with|led by|from|in|to|through|for) )", re.IGNORECASE)
_LEAST, _MOST = 3, 84
# A clause that points at another round than the one the sentence tells of.
_ELSEWHERE = late(r"\b(?:previous|previously|last year|earlier round|next raise|next round)\b", re.IGNORECASE)


def own_words(event: FundingEvent) -> tuple[str, ...]:
    """The best clause and shorter forms of it, longest first; () where no sentence on this round says more."""
    told = _figures(event)
    quotes = list(_sentences(event, told))
    small = [quote.lower() for quote in quotes]
    for signs, pattern in _CLAUSES:
        for quote, folded in zip(quotes, small, strict=True):
            match = pattern.search(quote) if any(map(folded.__contains__, signs)) else None
            if match and not any(figure in match[0] for figure in told):
                found = tuple(_versions(shown(match[0])))
                if found:
                    return found
    return ()


def _sentences(event: FundingEvent, told: list[str]) -> Iterator[str]:
    """The quotes that hold a figure of this very round, not those that tell of it beside another."""
    for part in event.evidence:
        quote = figures.shortened(shown(part.quote))
        if any(figure in quote for figure in told) and not _ELSEWHERE.search(quote):
            yield quote


def _figures(event: FundingEvent) -> list[str]:
    """What the row of the round shows already, as it prints it."""
    amounts = [*event.amounts, *event.equivalents, *event.valuations]
    amounts += [part.amount for part in event.contributions if part.amount]
    return [figures.bare(money) for money in amounts]


def _versions(clause: str) -> Iterator[str]:
    """The clause, then what stands before each of its prepositions from the fifth word on."""
    whole = clause.strip(" .,;:–—-(")
    heads = [whole[: match.start()].rstrip(" ,") for match in _CUT.finditer(whole)]
    for text in dict.fromkeys((whole, *reversed(heads))):
        if len(text.split()) >= (_LEAST if text == whole else _LEAST + 2) and len(text) <= _MOST:
            yield text
