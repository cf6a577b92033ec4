"""A word of a sentence goes in, whether it is a sign that a stretch begins or ends there comes out."""

from __future__ import annotations

from briefing.claims.verbs import (
    clause_ahead,
    is_finite,
    participles,
    skip_adverbs,
)
from briefing.claims.words import Words

_AS_THE = (("the", "company"), ("the", "startup"), ("the", "firm"), ("the", "group"))
CONTRAST = frozenset({"although", "though", "while", "whereas", "unless", "because", "if", "whether"})
_NO_PARTICIPLE = frozenset(
    {"including", "excluding", "regarding", "according", "during", "following", "concerning", "being"}
)


def is_dash(words: Words, index: int) -> bool:
    """No dash between numbers ("2024—2025")."""
    before = words.raw[index - 1] if index else ""
    after = words.raw[index + 1] if index + 1 < len(words.low) else ""
    return not (before[-1:].isdigit() and after[:1].isdigit()) and 0 < index < len(words.low) - 1


def is_part_of_which(words: Words, at: int) -> bool:
    """ "…, proceeds of which pay for the deal", "…, the first of which opens in May"."""
    ahead = words.low[at : at + 5]
    return (
        "of" in ahead
        and any(ahead[place] == "of" and ahead[place + 1] in ("which", "whom") for place in range(1, len(ahead) - 1))
        and not any(sign in ahead for sign in (",", "and", "."))
    )


def is_subordinating(words: Words, at: int) -> bool:
    """Does the word behind a comma begin a clause that hangs on another: "while …", "as it grows", "despite …"?"""
    low = words.low[at]
    return low in CONTRAST or clause_ahead(words, at + 1, len(words.low)) or low in ("even", "despite")


def is_participial(words: Words, at: int) -> bool:
    """ ", | raising $5 million": a participle with something behind it, that is no preposition."""
    at = skip_adverbs(words, at, len(words.low))
    if at >= len(words.low):
        return False
    low = words.low[at]
    after = words.raw[at + 1] if at + 1 < len(words.low) else ","
    return (
        low.endswith("ing")
        and low not in _NO_PARTICIPLE
        and low in participles()
        and after not in ",)"
        and (after not in ("and", "or"))
    )


def tells_meanwhile(words: Words, index: int) -> bool:
    """ "raised $5 million | as it plans to hire", "cut jobs | as the company prepares": what goes on meanwhile."""
    low = words.low
    who = low[index + 1 : index + 3]
    known = who[:1] in (("it",), ("they",), ("he",), ("she",)) or who in _AS_THE
    return known and clause_ahead(words, index + 1, len(words.low))


def lead_ends(words: Words, index: int) -> bool:
    """Does the sentence begin with a circumstance that a comma ends ("Even amid talk of a round, …")?"""
    for at in range(index + 1, min(index + 20, len(words.low))):
        if words.raw[at] == ",":
            return clause_ahead(words, at + 1, len(words.low))
        if is_finite(words, at):
            return False
    return False
