"""Dated claims and dated facts in, milestones out ("e1" …) in the order of time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from briefing.model.briefing import FundingEvent, Milestone, Standing
from briefing.model.claim import Claim, InfrastructureValues, MilestoneValues, ProductValues, TieValues
from briefing.model.dates import When, overlap, sort_key
from briefing.model.records import replace
from briefing.model.source import Evidence
from briefing.reconcile import choosing
from briefing.reconcile.calendar import Calendar
from briefing.reconcile.folding import content_words
from briefing.reconcile.ground import Ground, evidence_of, ids_of
from briefing.reconcile.overlaps import Wordings, alike, touch, within
from briefing.reconcile.retellings import marks, name_in, one_figure, tells_of_money
from briefing.reconcile.rounds import meet
from briefing.reconcile.standing import judge

Status = Literal["past", "planned", "rumoured"]
_HEADS = 6  # wordings of one milestone that others are compared with
_STATUS: dict[Standing, Status] = {"forward-looking": "planned", "rumoured": "rumoured"}


def reconcile_milestones(
    claims: Sequence[Claim], events: Sequence[FundingEvent], ground: Ground
) -> tuple[Milestone, ...]:
    """What the sources date, and what is dated by other facts: rounds, acquisitions, launches.

    What a round covers is left to it, and so is what nobody dates and another fact tells.
    """
    found = [_from_event(event) for event in events if event.date]
    rounds = _Places(piece for event in events for piece in event.evidence)
    dated = _Rounds(events)
    others = _Places(claim.evidence for claim in claims if claim.kind not in ("milestone", "opinion"))
    stated = [
        claim
        for claim in claims
        if isinstance(claim.values, MilestoneValues)
        and not (claim.values.topic in ("funding", "company") and rounds.touch(claim.evidence))
        and not dated.told_again(claim)
        and (_told(claim)[0] or not others.touch(claim.evidence))
    ]
    found += [_from_claims(group, ground) for group in _groups(stated, ground)]
    known = _Places(piece for milestone in found for piece in milestone.evidence)
    derived = [
        claim
        for claim in claims
        if _when(claim)
        and not known.touch(claim.evidence)
        and not rounds.touch(claim.evidence)
        and not dated.told_again(claim)
    ]
    found += [_from_claims(group, ground) for group in _groups(derived, ground)]
    found.sort(key=lambda one: (sort_key(one.date), one.text))
    return tuple(replace(one, id=f"e{number}") for number, one in enumerate(found, 1))


def _from_event(event: FundingEvent) -> Milestone:
    """ "Series B: €20 million", slots filled from the event."""
    money = event.amounts or event.valuations
    label = event.name[:1].upper() + event.name[1:] or {
        "debt": "Debt",
        "secondary": "Share sale",
        "grant": "Grant",
        "ipo": "Listing",
    }.get(event.instrument, "Funding")
    figure = money[0].raw if money else ""
    at = " at a valuation of " if not event.amounts and event.valuations else ": "
    return Milestone(
        id="",
        date=event.date,
        text=f"{label}{at}{figure}" if figure else label,
        status=_STATUS.get(event.standing, "past"),
        kind="funding",
        standing=event.standing,
        claims=event.claims,
        evidence=event.evidence,
    )


def _when(claim: Claim) -> When | None:
    """The date of an acquisition, a launch or a site; of other ties none, they begin at no day."""
    values = claim.values
    if not isinstance(values, _DATED) or claim.modality in ("denied", "hypothetical"):
        return None
    if values.when is None or not values.when.edtf or _is_of_state(claim, values.when):
        return None
    if isinstance(values, TieValues) and (
        values.tie not in _DEEDS or (values.tie == "acquired" and "|" in claim.text)  # a cell of a table on others
    ):
        return None
    return values.when


_DATED = (TieValues, ProductValues, InfrastructureValues)
_DEEDS = frozenset({"acquired", "acquirer", "joint-venture", "partner", "distributor", "co-developer"})


def _is_of_state(claim: Claim, when: When) -> bool:
    """ "has an integration today", "an agreement until 2030", "a partner since 2019": how things stand, no event."""
    if not when.raw:
        return False
    if when.raw.lower() in _NOW or "/.." in when.edtf:
        return True
    before = claim.text.lower().partition(when.raw.lower())[0].split()[-2:]
    return not _LASTING.isdisjoint(before)


_NOW = frozenset({"today", "now", "currently"})
_LASTING = frozenset({"until", "till", "through", "since"})


def _told(claim: Claim) -> tuple[str, str]:
    """Date and kind of a claim."""
    values = claim.values
    when = values.when if isinstance(values, MilestoneValues) else _when(claim)
    edtf = when.edtf if when else ""
    if isinstance(values, MilestoneValues):
        return edtf, values.topic
    if isinstance(values, TieValues):
        return edtf, "company" if values.tie in ("acquired", "acquirer") else "partnership"
    return edtf, "product" if isinstance(values, ProductValues) else "infrastructure"


class _Rounds:
    """Funding events with a date, for asking whether a claim tells one again."""

    def __init__(self, events: Sequence[FundingEvent]) -> None:
        self._events = [(event, " ".join(money.raw for money in event.amounts)) for event in events if event.date]
        self._calendar = Calendar()
        for number, (event, _) in enumerate(self._events):
            self._calendar.put(number, event.date)

    def told_again(self, claim: Claim) -> bool:
        """Does it tell, with its name or kind and its sum, of a round, loan or grant of that time?"""
        date, topic = _told(claim)
        if topic not in ("funding", "company", "partnership") or not date or _ahead(claim):
            return False
        if topic != "funding" and not tells_of_money(claim.text):
            return False
        near = self._calendar.near(date)
        for number in near if near is not None else range(len(self._events)):
            event, sums = self._events[number]
            if overlap(date, event.date) and (
                (event.name and name_in(event.name, claim.text)) or one_figure(claim.text, sums)
            ):
                return True
        return False


class _Places:
    """Spans by source, for asking whether words are cited already."""

    def __init__(self, pieces: Iterable[Evidence]) -> None:
        self._spans: dict[str, list[tuple[int, int]]] = {}
        for piece in pieces:
            self._spans.setdefault(piece.source, []).append((piece.start, piece.end))

    def touch(self, piece: Evidence) -> bool:
        return any(start < piece.end and piece.start < end for start, end in self._spans.get(piece.source, ()))


def _groups(claims: Iterable[Claim], ground: Ground) -> list[list[Claim]]:
    """Claims that tell of one thing at one time."""
    groups: list[list[Claim]] = []
    heads: list[list[frozenset[str]]] = []
    wordings = Wordings()
    for claim in claims:
        date, topic = _told(claim)
        if claim.modality in ("denied", "hypothetical"):
            continue
        words = content_words(claim.text)
        keys = words | marks(claim.text)
        for number in wordings.near(keys, 1):
            group, known = groups[number], heads[number]
            other_date, other_topic = _told(group[0])
            if not meet(date, other_date, 31):
                continue
            if _retold(claim, group[0]) or (
                topic == other_topic
                and (
                    any(_one_thing(claim, group[0], words, head) for head in known)
                    or touch([claim.evidence], [group[0].evidence])
                    or _one_name(claim, group[0], ground)
                )
            ):
                group.append(claim)
                if len(known) < _HEADS:
                    known.append(words)
                    wordings.also(number, keys)
                break
        else:
            groups.append([claim])
            heads.append([words])
            wordings.add(keys)
    return groups


def _retold(one: Claim, other: Claim) -> bool:
    """Milestones of one time with one figure, or both of the founding or both of the first profit."""
    if not (isinstance(one.values, MilestoneValues) and isinstance(other.values, MilestoneValues)):
        return False
    if one.values.status != other.values.status or not (_told(one)[0] and _told(other)[0]):
        return False
    return not marks(one.text).isdisjoint(marks(other.text)) and overlap(_told(one)[0], _told(other)[0])


def _one_thing(one: Claim, other: Claim, words: frozenset[str], head: frozenset[str]) -> bool:
    """Much the same words; of things to come half of the shorter wording will do."""
    return alike(words, head, 0.4) or within(words, head, 0.5 if _ahead(one) and _ahead(other) else 0.75)


def _ahead(claim: Claim) -> bool:
    return claim.modality == "planned" or (
        isinstance(claim.values, MilestoneValues) and claim.values.status == "planned"
    )


def _one_name(one: Claim, other: Claim, ground: Ground) -> bool:
    names = [
        c.values.name for c in (one, other) if isinstance(c.values, TieValues | ProductValues | InfrastructureValues)
    ]
    return len(names) == 2 and bool(names[0]) and ground.same_name(names[0], names[1])


def _rambles(claim: Claim) -> bool:
    """Is what is done told in passing, or among other things?"""
    return (
        claim.modality == "asserted" and "|" not in claim.text and (len(claim.text) > _LONG or claim.text[0].islower())
    )


_LONG = 110  # characters


def _from_claims(group: Sequence[Claim], ground: Ground) -> Milestone:
    told = tuple(sorted(group, key=ground.place))
    statuses = [claim.values.status for claim in told if isinstance(claim.values, MilestoneValues)]
    verdict = judge(told, ground, forward="planned" in statuses)
    best = choosing.telling(told)
    text = best.values.text if isinstance(best.values, MilestoneValues) else best.text
    if isinstance(best.values, TieValues) and best.values.tie == "acquired" and _rambles(best):
        text = f"Acquisition: {ground.canonical(best.values.name)}"  # slots filled, as for rounds
    return Milestone(
        id="",
        date=choosing.date([date for claim in told if (date := _told(claim)[0])]),
        text=choosing.tidy(text),
        status=_STATUS.get(verdict.standing, "past"),
        kind=_told(best)[1],
        standing=verdict.standing,
        claims=ids_of(told),
        evidence=evidence_of(told),
    )
