"""An utterance goes in, who gives the money comes out: who leads, who takes part, where in the sentence it is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from briefing.claims.lists import names_before, names_in_list
from briefing.claims.phrases import book, words_of
from briefing.claims.reading import FoundName
from briefing.claims.view import View

_NO_BACKER = frozenset({"place", "product", "event", "outlet"})
# Cues that tell of backers only beside a round, not of old shareholders: "a round backed by …", "came from …".
_ONLY_BEHIND_ROUND = frozenset(
    {
        "alongside",
        "along with",
        "together with",
        "featured",
        "came from",
        "investors like",
        "investors such as",
        "backers like",
        "shareholders including",
        "support from",
        "backing from",
    }
)
_DIRECT = frozenset(
    {
        "returning backers",
        "returning investors",
        "existing investors",
        "existing backers",
        "new investors",
        "new backers",
        "previous investors",
        "current investors",
        "angel investors",
    }
)


@dataclass(frozen=True, slots=True)
class Backing:
    """at: the token of the cue. names: as found, in order. part: lead or participant."""

    at: int
    names: tuple[FoundName, ...]
    part: Literal["lead", "participant"]


def backings(view: View, spoken_of: bool, raised: Iterable[int] = ()) -> list[Backing]:
    """All leads and participants that the utterance names, in order.

    spoken_of: it speaks of a round at all. raised: indices of the amounts that were raised.
    """
    found = [*_led_by(view), *_leading(view), *_taking_part(view, spoken_of), *_joining(view, spoken_of)]
    found += _from(view, raised)
    kept: list[Backing] = []
    for one in sorted(found, key=lambda backing: (backing.at, backing.part)):
        if not _negated(view, one.at):
            kept.append(one)
    return kept


def fit(names: tuple[FoundName, ...]) -> tuple[FoundName, ...]:
    """Names that can be backers: organisations and people, and what is not known to be anything else."""
    return tuple(name for name in names if name.kind not in _NO_BACKER)


def _negated(view: View, at: int) -> bool:
    words = [view.word(index) for index in range(max(0, at - 4), at)]
    return "not" in words or "never" in words or "without" in words or (words[-1:] == ["t"])


def _listed(view: View, after: int) -> tuple[FoundName, ...]:
    """The names listed from token `after` on, up to the next cue, semicolon or "while"."""
    end = len(view.found)
    for hit in _cues(view):
        if hit > after:
            end = min(end, hit)
            break
    for index in range(after, end):
        if view.word(index) in (";", "while", "|", "alongside") and index > after:
            end = index
            break
    start, stop = view.offset(after), view.offset(end)
    return fit(names_in_list(view.text, start, stop, view.utterance.names)) if start < stop else ()


def _cues(view: View) -> list[int]:
    keys = ("leads", "participants")
    return sorted(hit.first for key in keys for hit in book("rounds", "phrases", key).all(view.found))


def _led_by(view: View) -> Iterator[Backing]:
    for hit in book("rounds", "phrases", "leads").all(view.found):
        names = _listed(view, hit.after)
        if not names and hit.meaning.startswith("lead investor"):
            names = fit(
                names_before(view.text, view.utterance.passage.start, view.offset(hit.first), view.utterance.names)
            )
        if names:
            yield Backing(hit.first, names, "lead")


def _leading(view: View) -> Iterator[Backing]:
    """ "Northwind led the round", "with Northwind leading", "A and B co-led"."""
    verbs, nouns = words_of("rounds", "verbs", "lead"), words_of("rounds", "nouns", "event") | {"series", "seed"}
    for index, token in enumerate(view.found):
        word = token.word
        joint = word == "co" and view.word(index + 1) == "-" and view.word(index + 2) in verbs
        verb_end = index + 3 if joint else index + 1
        if (
            not (joint or word in verbs)
            or view.word(verb_end) in ("by", "investor", "investors", "to")
            or view.word(verb_end) == "jointly"
        ):
            continue
        if word != "co" and view.word(index - 1) == "-":
            continue
        ahead = [view.word(at) for at in range(verb_end, min(verb_end + 9, len(view.found)))]
        amount = any(at in view.amount_at for at in range(verb_end, min(verb_end + 5, len(view.found))))
        with_leading = word == "leading" and not ahead[:1]
        if not (set(ahead) & nouns or amount or with_leading):
            continue
        names = fit(_before(view, index))
        if names:
            yield Backing(index, names, "lead")
    for hit in book("rounds", "phrases", "leads_behind").all(view.found):
        if hit.meaning.startswith("as ") or hit.meaning == "angeführt":
            names = fit(_before(view, hit.first))
            if names:
                yield Backing(hit.first, names, "lead")


def _before(view: View, index: int) -> tuple[FoundName, ...]:
    """Names listed right before a token; a clause in commas between them and their verb is stepped over."""
    start, end = view.utterance.passage.start, view.offset(index)
    while index and view.word(index - 1) in (
        "also",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "will",
        "both",
        "jointly",
        "again",
        "is",
        "be",
        "did",
        "reportedly",
        "now",
        "to",
        "previously",
        "itself",
        "all",
        "being",
        "been",
        "would",
        "which",
        "who",
        ",",
        "each",
        "recently",
        "too",
    ):
        index -= 1
        end = view.offset(index)
    return names_before(view.text, start, end, view.utterance.names)


def _taking_part(view: View, spoken_of: bool) -> Iterator[Backing]:
    for hit in book("rounds", "phrases", "participants").all(view.found):
        if hit.meaning in _ONLY_BEHIND_ROUND and not spoken_of:
            continue
        if hit.meaning == "backed by" and view.word(hit.first - 1) not in words_of("rounds", "nouns", "event"):
            continue
        after = hit.after
        if view.word(after) in ("include", "includes", "included", "are", "were", "in") and hit.meaning in _DIRECT:
            after += 1  # "New investors include …" adds to the round told of before
        elif hit.meaning in _DIRECT and not spoken_of:
            continue
        names = _listed(view, after)
        if hit.meaning in ("alongside", "along with", "together with") and not _person_or_firm(names):
            continue
        if names:
            yield Backing(hit.first, names, "participant")


def _person_or_firm(names: tuple[FoundName, ...]) -> bool:
    return any(name.kind in ("organisation", "person") and not name.is_subject for name in names)


def _joining(view: View, spoken_of: bool) -> Iterator[Backing]:
    """ "A, B and C also participated", "D joined as a new backer", "E, one of the funds participating in the round"."""
    verbs = words_of("rounds", "verbs", "participate")
    for index, token in enumerate(view.found):
        takes_part = token.word in ("took", "take", "takes", "taking") and view.word(index + 1) == "part"
        if token.word not in verbs and not takes_part:
            continue
        ahead = [view.word(at) for at in range(index + 1, min(index + 9, len(view.found)))]
        joins = token.word.startswith("join")
        event = bool(set(ahead) & (words_of("rounds", "nouns", "event") | {"series", "seed"}))
        backer = bool(set(ahead) & {"backer", "backers", "investor", "investors", "shareholder"})
        if joins and not (event or backer or (spoken_of and not ahead[:1])):
            continue
        if not joins and "in" in ahead[:2] and not event:
            continue
        if not joins and not event and not spoken_of and "also" not in (view.word(index - 1), view.word(index - 2)):
            continue
        names = fit(_before(view, _of_funds(view, index)))
        if names:
            yield Backing(index, names, "participant")


def _of_funds(view: View, index: int) -> int:
    """ "Northwind, one of the funds participating": the token where "one of …" begins."""
    for at in range(index - 1, max(index - 8, -1), -1):
        if view.word(at) == "one" and view.word(at + 1) == "of":
            return at - 1 if view.word(at - 1) == "," else at
    return index


def _from(view: View, raised: Iterable[int]) -> Iterator[Backing]:
    """ "raises $20M from A, B and C": who stands behind "from" right after the sum and its noun."""
    for number in raised:
        after = view.amount_span(number)[1]
        for index in range(after, min(after + 7, len(view.found))):
            word = view.word(index)
            if word == "from":
                names = _listed(view, index + 1)
                if names:
                    yield Backing(index, names, "participant")
                break
            if (
                word in (",", ".", ";", "(", "to", "at", "by", "led", "and", "as", "that", "which", "for")
                or index in view.amount_at
            ):
                break
