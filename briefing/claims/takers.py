"""A place in an utterance that speaks of money goes in, whose money it is comes out: the subject's, another's, unknown.

Asked in turn: an owner in front ("Acme's $5 million round", "its Series A"), a taker behind ("a round in Acme"), the
grammatical subject of the clause, and for "the round" the taker of the round told of before in the same source.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.claims.phrases import words_of
from briefing.claims.reading import FoundName
from briefing.claims.view import View


@dataclass(frozen=True, slots=True)
class Taker:
    """who: the subject, another company or unknown. name: of the other company, "" if unknown."""

    who: Literal["subject", "other", "unknown"]
    name: str = ""


SUBJECT, UNKNOWN = Taker("subject"), Taker("unknown")


def of_name(name: FoundName) -> Taker:
    return SUBJECT if name.is_subject else Taker("other", name.canonical)


def of_clause(view: View, index: int) -> Taker:
    """Whom the clause at a token is about."""
    clause = view.utterance.clause_at(view.offset(index))
    if clause.is_subject or any(clause.topic.endswith(f" {name}") for name in view.reading.subject_names):
        return SUBJECT  # nouns with capitals in front belong to no name ("Das Startup Acme")
    return Taker("other", clause.topic) if clause.topic else UNKNOWN


_AUXILIARY = frozenset(
    "has have had is was are were be been being also recently just now then already reportedly previously quietly officially "
    "successfully first later since today hat haben ha a tem há heeft har will to would could may might should".split()
)


def subject_before(view: View, verb: int) -> Taker | None:
    """The name right before a verb: its grammatical subject, whatever stands further left ("Acme's rival Northwind raised")."""
    index = verb - 1
    while (
        index >= 0 and (view.word(index) in _AUXILIARY or view.word(index).endswith("ly")) and index not in view.name_at
    ):
        index -= 1
    name = view.name_at.get(index)
    if name is None or name.kind not in ("organisation", "unknown"):
        return None
    first = view.index(name.start)
    before = view.word(first - 1)
    if before in ("of", "from", "by", "with", "in", "at", "for", "to", "like", "than"):
        return None
    paired = before in ("and", "or", "&") and first - 2 in view.name_at  # "Acme and Northwind raised"
    return None if paired and not name.is_subject else of_name(name)


def owner_before(view: View, first: int) -> Taker | None:
    """The possessor of the noun phrase that begins about token `first`: "Acme's latest | $5 million round"."""
    index = first - 1
    for _ in range(7):
        word = view.word(index)
        if word == "s" and view.word(index - 1) == "'":
            name = view.name_at.get(index - 2)
            if name is not None:
                return of_name(name) if name.kind not in ("place", "event") else None
            return of_clause(view, index) if view.word(index - 2) in words_of("rounds", "takers", "nouns") else None
        if word == "'" and view.word(index - 1).endswith("s") and view.name_at.get(index - 1):
            return of_name(view.name_at[index - 1])
        if word in ("its", "their", "our"):
            return of_clause(view, index)
        named = view.name_at.get(index)
        if named is not None and index == first - 1 and (named.is_subject or named.kind == "organisation"):
            return of_name(named) if named.is_subject else None  # "the Acme round"
        if index < 0 or not _adjective(view, index):
            return None
        index -= 1
    return None


def _adjective(view: View, index: int) -> bool:
    token = view.found[index]
    if index in view.amount_at or token.word in ("-", "so", "new", "own"):
        return True
    return token.kind == "w" and token.word not in _NO_ADJECTIVE and index not in view.name_at


_NO_ADJECTIVE = frozenset(
    "of in on at to for from by with and or but as that which who the a an is are was were has have had will would could raised "
    "raise raises closed secured announced announces led leads after before following during into over about".split()
)


def taker_behind(view: View, after: int, investing: bool) -> Taker | None:
    """ "a round in Acme", "invests in Acme's next raise", "funding for Acme": who takes, behind the sum or noun."""
    wanted = {"in", "into", "behind", "en", "em", "na", "no", "dans", "à"} if investing else {"for", "für", "pour"}
    for index in range(after, min(after + 12, len(view.found))):
        word = view.word(index)
        if word in (".", ";", ":", ")", ",") and not (word == "." and index + 1 < len(view.found) and not investing):
            return None
        if word not in wanted:
            continue
        for at in range(index + 1, min(index + 8, len(view.found))):
            name = view.name_at.get(at)
            if name is not None:
                fit = name.is_subject or name.kind in ("organisation", "unknown")
                return of_name(name) if fit else None
            if view.word(at) in words_of("rounds", "takers", "nouns") and view.word(index + 1) in (
                "the",
                "this",
                "that",
            ):
                return of_clause(view, at)
            if view.word(at) in (".", ",", "of", "and", "to", "at", "led", "by") or at in view.amount_at:
                break
    return None


def verb_before(view: View, first: int) -> tuple[int, str]:
    """The nearest verb of raising, investing or leading in front of token `first` and its family; (-1, "") if none."""
    families = ("raise", "loose", "invest", "back", "lead", "give")
    for index in range(first - 1, max(first - 16, -1), -1):
        word = view.word(index)
        if word in (";", ":", "?", "!"):
            break
        if index in view.name_at:
            continue
        if (
            word == "made"
            or word in ("making", "makes")
            and "investment" in (view.word(at) for at in range(index, index + 12))
        ):
            return index, "invest"
        for family in families:
            if word in words_of("rounds", "verbs", family) and not _noun_use(view, index, word):
                return index, family
    return -1, ""


def _noun_use(view: View, index: int, word: str) -> bool:
    """ "a raise", "the backing", "its funds": a noun that is spelt like the verb."""
    if word in ("backing", "financing", "funding"):
        return view.word(index - 1) not in ("is", "are", "was", "were", "been", "be", "by")
    return word in (
        "raise",
        "raises",
        "backing",
        "funds",
        "fund",
        "finances",
        "haul",
        "net",
        "lead",
        "land",
        "score",
        "tap",
        "gain",
        "win",
        "close",
        "launch",
        "pick",
        "hit",
        "funded",
        "taps",
    ) and (
        view.word(index - 1)
        in ("the", "a", "an", "this", "its", "new", "of", "s", "their", "latest", "fresh", "in", "total", "from")
        or index - 1 in view.amount_at
    )
