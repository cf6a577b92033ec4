"""An utterance goes in, who gives the money comes out: who leads, who takes part, where in the sentence it is said.

Who leads is read by leaders.py, who takes part by participants.py and joinings.py; here, who stands beside the sum.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from briefing.claims.backerlists import Backing, listed_before, listed_behind, round_words
from briefing.claims.backersabroad import backers_abroad
from briefing.claims.givings import buyers_of, given_by, over_consortium
from briefing.claims.joinings import joinings
from briefing.claims.leaders import leading, led_by
from briefing.claims.participants import (
    are_buyers,
    by_noun,
    in_front_or_behind,
    joining,
    named_after,
    of_which,
    parts_given,
    taking_part,
)
from briefing.claims.partsums import itemises
from briefing.claims.phrases import words_of
from briefing.claims.reading import FoundName
from briefing.claims.rounds import mentions
from briefing.claims.view import View
from briefing.model.records import replace


def backings(view: View, spoken_of: bool, raised: Iterable[int] = (), near: bool = False) -> list[Backing]:
    """All leads and participants that the utterance names, in order.

    spoken_of: it speaks of a round at all. raised: indices of the amounts that were raised. near: a round of the
    company was told just before.
    """
    if view.words(0, 2) in (["my", "buyers"], ["our", "buyers"], ["my", "customers"]):
        return []  # what a customer says of its own
    found = [
        *led_by(view),
        *leading(view, spoken_of or near),
        *taking_part(view, spoken_of, near),
        *joining(view, spoken_of),
    ]
    found += joinings(view, spoken_of, near)
    found += _given(view, raised)
    found += _from(view, raised)
    found += _lending(view, raised)
    found += _itemised(view, raised)
    found += _in_item(view, raised)
    found += are_buyers(view)
    if view.reading.source.language != "en":
        found += backers_abroad(view)
    found += parts_given(view)
    found += of_which(view, spoken_of)
    found += named_after(view, spoken_of)
    if spoken_of:
        found += _sold_to(view)
        found += by_noun(view)
        found += in_front_or_behind(view)
        found += _comes_from(view)
    found = [one for one in _without_speakers(view, found) if not _lists_all(view, one) and not _long_known(view, one)]
    return [one for one in sorted(found, key=lambda backing: (backing.at, backing.part)) if not _negated(view, one.at)]


_INCLUDE = frozenset({"include", "includes", "included"})


def _lists_all(view: View, one: Backing) -> bool:
    """ "Its backers include A, which led a $5 million seed round, and B": the round in the list is of A alone."""
    if len(one.names) < 2 or _INCLUDE.isdisjoint(view.low):
        return False
    opens, first = view.index(one.names[0].start), view.index(one.names[0].end - 1) + 1
    last = view.index(one.names[-1].start)
    if _INCLUDE.isdisjoint(view.words(max(0, opens - 2), opens)) or any(at < opens for at in view.amount_at):
        return False
    who = next((at for at in range(first, last) if view.word(at) in ("which", "who")), last)
    return any(at in view.amount_at for at in range(who, last)) or not round_words().isdisjoint(view.words(who, last))


def _long_known(view: View, one: Backing) -> bool:
    """ "It counts | Northwind | among its investors", "a maker backed by investors including | Northwind |, is in talks
    to raise": who backed it before what is told of."""
    if one.part == "lead":
        return False
    opens, ends = view.index(one.names[0].start), view.index(one.names[-1].end - 1) + 1
    if not _COUNTS.isdisjoint(view.words(max(0, opens - 4), opens)):
        return view.word(ends) in ("among", "as")
    if view.words(0, 2) == ["since", "its"] and view.word(2) in _BEGINNINGS:
        return True  # "Since its inception it has attracted investors, including …"
    ahead = view.words(max(0, opens - 6), opens)
    if "existing" in ahead and not _INCLUDE.isdisjoint(ahead) and not {"its", "'"}.isdisjoint(ahead):
        return True  # "The company's existing investors include …"
    backed = next((at for at, pair in enumerate(pairwise(ahead)) if pair == ("backed", "by")), -1)
    if backed < 0 or not round_words().isdisjoint(view.words(max(0, opens - 12), opens)):
        return False
    return view.word(ends) == "," and any(at > ends for at in view.amount_at)


_BEGINNINGS = frozenset({"inception", "founding", "launch", "foundation"})
_COUNTS = frozenset({"counts", "count", "counted", "counting"})
_SAYS = frozenset({"said", "says", "told", "confirmed", "noted", "explained"})  # "wrote" and "added" tell of money, too


def _without_speakers(view: View, found: list[Backing]) -> list[Backing]:
    """ "… with Northwind Bank, which it does not plan to use, Roe | said": who says it gives nothing."""
    if _SAYS.isdisjoint(view.low):
        return found
    kept = []
    for one in found:
        names = tuple(name for name in one.names if not _only_speaks(view, view.span(name.start, name.end)[1]))
        if names:
            kept.append(one if len(names) == len(one.names) else replace(one, names=names))
    return kept


def _only_speaks(view: View, at: int) -> bool:
    """ "Roe | said", but "Northwind | said on Monday it would lead the round"."""
    return view.word(at) in _SAYS and "it" not in view.words(at + 1, at + 6)


def _negated(view: View, at: int) -> bool:
    words = view.words(max(0, at - 4), at)
    if {"to", "have"} <= set(words) and {"was", "were"} & set(words):
        return True  # "which was to have led the round"
    return bool({"not", "never", "without", "unlikely", "declined", "refused"} & set(words)) or words[-1:] == ["t"]


def _comes_from(view: View) -> Iterator[Backing]:
    """ "Von der Hausbank kommt ein Darlehen", "Da Northwind vem um empréstimo": who gives opens the sentence."""
    if view.reading.source.language == "en" or view.word(0) not in ("von", "vom", "da", "do", "de", "del"):
        return
    names = listed_behind(view, 1)
    if names:
        verb = view.index(names[-1].end - 1) + 1
        if view.word(verb) in ("kommt", "kommen", "stammt", "stammen", "kam", "kamen", "vem", "vêm", "veio", "vient"):
            yield Backing(0, names, "participant")


def _given(view: View, raised: Iterable[int]) -> Iterator[Backing]:
    """ "the $9 million that A and B put up", "$9 million came from A": who gives each sum, where they are several."""
    for number in raised:
        first, after = view.amount_span(number)
        names = given_by(view, first, after)
        if len(names) > 1 or (names and view.index(names[0].start) > first):
            yield Backing(first, names, "participant")
        elif others := buyers_of(view, first, after) or _awarded_by(view, first, after):
            yield Backing(first, others, "participant")


def _sold_to(view: View) -> Iterator[Backing]:
    """ "Early employees sold stock to | A and B | in a secondary transaction": who buys."""
    if "secondary" not in view.low and "tender" not in view.low:
        return
    for index, word in enumerate(view.low):
        if word in ("sold", "sell", "selling") and {"stock", "shares", "stakes"} & set(
            view.words(index + 1, index + 6)
        ):
            to = next((at for at in range(index + 1, index + 10) if view.word(at) == "to"), 0)
            if to and (names := listed_behind(view, over_consortium(view, to + 1))):
                yield Backing(index, names, "participant")


def _awarded_by(view: View, first: int, after: int) -> tuple[FoundName, ...]:
    """ "was awarded | €5 million | by the Northern Council"."""
    gives = words_of("rounds", "verbs", "give")
    verb = next((at for at in range(first - 1, max(first - 6, 0), -1) if view.word(at) in gives), 0)
    if not verb or not {"was", "were", "been", "being", "is"} & set(view.words(max(0, verb - 3), verb)):
        return ()
    by = next((at for at in range(after, after + 6) if view.word(at) in ("by", ",", ".")), after)
    return listed_behind(view, by + 1) if view.word(by) == "by" else ()


def _from(view: View, raised: Iterable[int]) -> Iterator[Backing]:
    """ "raises $20M from A, B and C": who stands behind "from" right after the sum and its noun."""
    givers = {"from"} if view.reading.source.language == "en" else words_of("rounds", "backers", "from_foreign")
    for number in raised:
        after = view.amount_span(number)[1]
        if view.word(after) == "(":  # the sum in another currency
            after = next(
                (at + 1 for at in range(after, min(after + 9, len(view.found))) if view.word(at) == ")"), after
            )
        after = _past_worth(view, number, after)
        for index in range(after, min(after + 9, len(view.found))):
            word = view.word(index)
            if word in givers and (word == "from" or _names_giver(view, index)):
                names = listed_behind(view, _first_giver(view, index))
                if names:
                    yield Backing(index, names, "participant")
                break
            kind = word == "as" and view.word(index + 1) in ("debt", "loan", "equity", "a")  # "comes as debt from A"
            if word == "," and view.word(index + 1) in _AT:
                continue  # "5 millions d'euros depuis 2020, auprès de A"
            if word == "," and view.word(index + 1) == "from" and over_consortium(view, index + 2) == index + 2:
                continue  # "its first money, $2 million, from A"
            if word == "," and (behind := _behind_dated_aside(view, index)) and view.word(behind) in givers:
                if names := listed_behind(view, behind + 1):
                    yield Backing(behind, names, "participant")
                break
            if (word in words_of("rounds", "backers", "before_from") and not kind) or index in view.amount_at:
                break


def _behind_dated_aside(view: View, comma: int) -> int:
    """ "$2 million |, in 2022, | from A": the token behind a date between two commas, 0 where none stands there."""
    for date in view.utterance.dates:
        first, after = view.span(date.start, date.end)
        if comma < first <= comma + 2 and view.word(after) == ",":
            return after + 1
    return 0


def _past_worth(view: View, number: int, after: int) -> int:
    """ "raised $5 million | at $90 million from A", "at a $90 million valuation from A": the token behind the worth."""
    if view.word(after) != "at" or number + 1 == len(view.amounts):
        return after
    first, end = view.amount_span(number + 1)
    return end if first - after <= 2 else after


def _lending(view: View, raised: Iterable[int]) -> Iterator[Backing]:
    """ "a $7 million credit line with A", "… that it agreed with A", "in talks with A for a loan of": who lends."""
    for number in raised:
        if names := _negotiating(view, *view.amount_span(number)):
            yield Backing(view.amount_span(number)[0], names, "participant")
            continue
        first, after = view.amount_span(number)
        debt = view.word(first - 1) == "of" and view.word(first - 2) in words_of("rounds", "nouns", "debt") | {"line"}
        for index in range(after, min(after + 10, len(view.found))):
            word = view.word(index)
            debt = debt or word == "line" or word in words_of("rounds", "nouns", "debt")
            near = view.word(index - 1)
            if (
                word == "with"
                and debt
                and (index == after or near in _AGREED or near in words_of("rounds", "nouns", "debt") | {"line"})
            ):
                names = listed_behind(view, index + 1)
                if names:
                    yield Backing(index, names, "participant")
                break
            if word in ("that", "which") and debt and (names := _granting(view, index + 1)):
                yield Backing(index, names, "participant")
                break
            if word in (",", ".", ";", "and", "from", "by"):
                break


def _negotiating(view: View, first: int, after: int) -> tuple[FoundName, ...]:
    """ "in talks with | Birch Bank | about a loan of $5 million": who may lend; an adviser is not asked for a loan."""
    talks = next((at for at in range(first - 1, max(first - 16, -1), -1) if view.word(at) in _TALKS), -1)
    if talks < 0 or view.word(talks + 1) != "with":
        return ()
    names = listed_behind(view, talks + 2)
    behind = view.index(names[-1].end - 1) + 1 if names else first
    asked = view.word(behind) in ("for", "about", "over", "on") or view.words(behind, behind + 2) == ["to", "borrow"]
    about = {*view.words(behind, first), *view.words(after, after + 4)}
    return names if asked and not words_of("rounds", "nouns", "debt").isdisjoint(about) else ()


_TALKS = frozenset({"talks", "discussions", "negotiations"})


def _granting(view: View, after: int) -> tuple[FoundName, ...]:
    """ "a $5 million facility that | Birch Bank granted": who lends, in front of the verb of giving."""
    verb = next((at for at in range(after + 1, min(after + 9, len(view.found))) if view.word(at) in _GRANTED), 0)
    return listed_before(view, verb) if verb else ()


_GRANTED = frozenset("granted grants provided provides extended extends gave lent lends agreed approved".split())


def _itemised(view: View, raised: Iterable[int]) -> Iterator[Backing]:
    """ "received $9 million: $5 million from A, $4 million from B": who gives the parts behind the colon."""
    for number in raised:
        if view.word(view.amount_span(number)[1]) != ":":
            continue
        for part in range(number + 1, len(view.amounts)):
            first, after = view.amount_span(part)
            if view.word(after) == "from" and itemises(view, first) and (names := listed_behind(view, after + 1)):
                yield Backing(after, names[:1], "participant")


def _in_item(view: View, raised: Iterable[int]) -> Iterator[Backing]:
    """ "- Seed, 2020: $2 million, | A and B", "- $5 million Series B, May 2026 (| A, B)": an entry names who gave."""
    if view.utterance.passage.kind != "item":
        return
    opens = next((one.first for one in mentions(view) if one.kind == "stage"), len(view.found))
    for number in raised:
        first, after = view.amount_span(number)
        for at in range(after, min(after + 14, len(view.found)) if min(opens, first) <= 4 else after):
            word, name = view.word(at), view.name_at.get(at + 1)
            if word in (",", "(") and name is not None and name.kind in ("organisation", "unknown"):
                yield from (Backing(at, names, "participant") for names in [listed_behind(view, at + 1)] if names)
                break
            if word in _ENTRY_ENDS or at in view.amount_at:
                break


_ENTRY_ENDS = frozenset({"led", "from", "with", "by", ";", ".", "and", "to", "in", "for", "at"})
_AGREED = frozenset({"agreed", "arranged", "signed", "negotiated", "secured"})


def _first_giver(view: View, index: int) -> int:
    """The token where the list of givers begins: "auprès de | A"."""
    at = index + 1
    if view.word(index) in _AT:
        while view.word(at) in _OF and at < index + 5:
            at += 1
    return at


_AT = frozenset({"auprès", "junto"})
_OF = frozenset({"notamment", "de", "d", "du", "des", "la", "l", "'", "à", "ao", "aos", "a", "principalement"})


def _names_giver(view: View, index: int) -> bool:
    """Does a name follow, with an article and a noun at most in front: "do fundo A", "com a A"?"""
    return any(at in view.name_at for at in range(index + 1, min(index + 6, len(view.found))))
