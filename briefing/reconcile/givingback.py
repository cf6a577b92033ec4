"""Statements that refer back go in, each is given to the event it speaks of: "the round was led by …", "the valuation".

By its own figures, its date, what stands beside it in its source, or as a word on the newest event; where no event is
meant that was told, it is one of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from briefing.model.dates import bounds
from briefing.reconcile.clusters import Cluster, Shelves
from briefing.reconcile.fitting import best_of, near, source_of
from briefing.reconcile.folding import fold
from briefing.reconcile.ground import Ground
from briefing.reconcile.lexicon import words
from briefing.reconcile.rivals import rivalled
from briefing.reconcile.rounds import Statement, all_alike, clash, meet

_MANY = 60  # events that a valuation is compared with


def give_back(
    backward: Iterable[Statement], standing: Iterable[Statement], clusters: list[Cluster], ground: Ground
) -> None:
    """Give each statement to the event it speaks of: that of its own figures, the newest, the nearest in its source."""
    shelves = Shelves(clusters)
    homes = {id(one): number for number, home in enumerate(clusters) for one in home.statements}
    told: dict[str, list[Statement]] = {}  # by source
    for one in standing:
        told.setdefault(one.claim.evidence.source, []).append(one)
    for one in backward:
        beside = told.setdefault(one.claim.evidence.source, [])
        rival = one.values.rival
        if rival:
            number = rivalled(one, clusters)
        else:
            number = best_of(one, clusters, shelves) if one.sums or one.stage or one.valuations else -1
        mood = ""
        if number < 0 and rival:
            continue  # of what it is another figure, nothing tells
        if number < 0:
            text = ground.sources[one.claim.evidence.source].text
            chosen = _beside(one, [(other, clusters[homes[id(other)]]) for other in beside], text)
            number = homes[id(chosen)] if chosen is not None else -1
            mood = chosen.mood if chosen is not None else ""
        if number < 0 and one.valuations:
            number = _of_that_time(one, clusters)
        if number < 0 and one.date and one.leads:
            number = _led_at_that_time(one, clusters)
        if number < 0:
            if not (one.sums or one.stage or one.valuations or (one.date and one.values.instrument != "unknown")):
                continue  # it speaks of no event
            number = len(clusters)
            clusters.append(Cluster())
        home = clusters[number]
        mood = mood or _mood_of(one.claim.evidence.source, home)
        given = one._replace(mood=mood or home.mood, leaning=True) if home.statements else one
        home.take(given)
        shelves.put(number, given)
        homes[id(given)] = number
        beside.append(given)  # later words may refer to these


def _of_that_time(one: Statement, clusters: Sequence[Cluster]) -> int:
    """The number of the only event that a dated valuation can be of, -1 if there are more or none."""
    found = [
        number
        for number, home in enumerate(clusters[:_MANY])
        if one.date and any(meet(one.date, date, 0) for date in home.dates) and _takes_worth(one, home)
    ]
    return found[0] if len(found) == 1 else -1


def _led_at_that_time(one: Statement, clusters: Sequence[Cluster]) -> int:
    """ "Northwind, which led the 2019 round": the number of the only event of that time that it led; -1 else."""
    found = [
        number
        for number, home in enumerate(clusters[:_MANY])
        if one.leads & home.leads and any(meet(one.date, date, 0) for date in home.dates)
    ]
    return found[0] if len(found) == 1 else -1


def _takes_worth(one: Statement, home: Cluster) -> bool:
    """Is it a round that shares are sold in? The worth before and after its money may differ."""
    return all_alike("equity", home.instruments) and all_alike(one.values.instrument, home.instruments)


def _mood_of(source: str, home: Cluster) -> str:
    """In what mood the source speaks of the event, "" if it does not: a rumour's valuation is rumoured, too."""
    moods = {said.mood for said in home.told_by(source)}
    return next((mood for mood in ("fact", "plan", "rumour") if mood in moods), "")


def _beside(one: Statement, told: Sequence[tuple[Statement, Cluster]], text: str) -> Statement | None:
    """The statement of the same source to whose event the words belong: the newest if they say so or stand in a
    paragraph of their own, else the last one before them of the same mood, else the last one before, else the next one.

    text: of the source.
    """
    place = one.claim.evidence.start
    homes = {id(other): home for other, home in told}
    around = [other for other, home in told if not _contradicts(one, home) and not _is_of_next(one, other)]
    if not around:
        return None
    if _speaks_of_newest(one) or _is_worth_now(one):
        if one.mood == "rumour":  # what is whispered of a price is of the round that is whispered of beside it
            around = [other for other in around if other.mood == "rumour"] or around
        first = min(around, key=lambda other: other.claim.evidence.start)
        news = homes[id(first)] if first.mood == "fact" and not homes[id(first)].dates else None
        whispered = [other for other in around if other.mood != "fact"] if one.mood != "fact" else []
        return max(  # talk of a price is of the round that its article only talks of, though it has come since
            whispered or around,
            key=lambda other: (_latest(homes[id(other)])[0], homes[id(other)] is news, _latest(homes[id(other)])),
        )
    before = [other for other in around if other.claim.evidence.start <= place and not _is_aside(one, other)]
    alike_mood = [other for other in before if (other.mood == "fact") == (one.mood == "fact")]
    for choice in (alike_mood, before):
        if choice and _apart(one, choice, text):
            return max(choice, key=lambda other: (_latest(homes[id(other)]), -other.claim.evidence.start))
        if choice:  # of several sums in one sentence the round, not the loan beside it
            lent = one.values.instrument == "debt"
            return max(
                choice,
                key=lambda other: (other.claim.evidence.start, _is_lent(homes[id(other)]) == lent, other.leaning),
            )
    return min(around, key=lambda other: other.claim.evidence.start)


def _is_of_next(one: Statement, other: Statement) -> bool:
    """ "is in talks at $9 billion", beside a round that was closed before: what is whispered is of the next one."""
    if one.mood != "rumour" or not one.valuations or other.mood != "fact":
        return False
    return looks_ahead(one)


def looks_ahead(one: Statement) -> bool:
    """Do the words speak of a deal that is being made?"""
    told = one.claim.text.lower()
    return not _AHEAD.isdisjoint(told.split()) or any(map(told.__contains__, _NEXT))


_NEXT = ("new round", "new funding", "new financing", "fresh round", "fresh funds", "next round")
_AHEAD = frozenset("talks discussions negotiating seeking seeks could might weighing raise raising".split())


def _apart(one: Statement, before: Sequence[Statement], text: str) -> bool:
    """Does other talk stand between, up to another paragraph? Then "the round" is the one the article is about."""
    end = max(min(other.claim.evidence.end, one.claim.evidence.start) for other in before)
    return "\n" in text[end : one.claim.evidence.start].strip()


def _is_lent(home: Cluster) -> bool:
    kinds = home.instruments - {"mixed"}  # a loan told beside the shares of its package
    return bool(kinds) and kinds <= {"debt", "grant"}


def _is_aside(one: Statement, other: Statement) -> bool:
    """ "The round was led by Northwind, which also led its Series A": a round named in passing."""
    return other.claim.evidence.start == one.claim.evidence.start and not (other.sums or other.date or other.leaning)


def _contradicts(one: Statement, home: Cluster) -> bool:
    part = "mixed" in home.instruments and one.values.refers_back and not one.sums  # "The debt was provided by …"
    if not part and not all_alike(one.values.instrument, home.instruments):
        return True
    if one.stage and home.stages and one.stage not in home.stages:
        return True
    if one.date and home.dates and not near(one.date, home.dates):
        return True
    if one.date and not home.dates and one.values.instrument not in ("equity", "unknown"):
        return True
    if one.date and one.valuations and not home.dates and not _BEFORE.isdisjoint(one.claim.text.lower().split()):
        return True  # "the price in its previous round, in May 2021": not that of the news
    if one.valuations and _is_lent(home):
        return True  # who lends buys no share of the company
    if _outgrows(one, home):
        return True
    if clash(one.sums, home.sums):
        return True  # what another source says it was worth is a difference, not another event
    told = [said for said in home.told_by(source_of(one)) if said.mood == home.mood] if one.valuations else []
    return clash(one.valuations, [money for said in told for money in said.valuations])


def _outgrows(one: Statement, home: Cluster) -> bool:
    """Did one of its backers put in more than the whole round came to?"""
    given = [part.amount for part in one.values.contributions if part.amount is not None]
    return bool(home.sums) and any(
        all(money.currency == whole.currency and money.value > whole.value for whole in home.sums) for money in given
    )


_BEFORE = frozenset({"previous", "prior", "preceding"})


def _speaks_of_newest(one: Statement) -> bool:
    if "are the newcomers" in one.claim.text:
        return True  # to the round that the article is about
    match = _newest().search(fold(one.claim.text)[:60])
    return match is not None and not fold(one.claim.text)[: match.start()].endswith(_BESIDE_WORTH)


_PRESENT = frozenset({"is", "values", "gives", "puts", "comes"})
_PAST = frozenset({"was", "valued", "had", "gave", "were"})


def _is_worth_now(one: Statement) -> bool:
    """ "The post-money valuation is $140 million": of the news, whatever older round was told of in between."""
    words = set(one.claim.text.lower().split())
    return bool(one.valuations) and not one.sums and not _PRESENT.isdisjoint(words) and _PAST.isdisjoint(words)


_BESIDE_WORTH = ("including the ", "including ", "excluding the ", "before the ", "after the ")  # "… new money"


@cache
def _newest() -> re.Pattern[str]:
    newest, nouns = "|".join(words("rounds", "newest")), "|".join(words("rounds", "nouns"))
    return re.compile(rf"\b(?:{newest})\s+(?:\w+\s+)?(?:{nouns})\b")


def _latest(home: Cluster) -> tuple[int, int]:
    """Rumours and plans are newer than facts; among facts the last date."""
    days = [found[1] for date in home.dates if (found := bounds(date))]
    return (home.mood != "fact", max(days, default=0))
