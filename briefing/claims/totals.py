"""A view of an utterance goes in, claims on what was raised to date come out."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.claims.filling import not_the_subjects, quote
from briefing.claims.givers import is_giver
from briefing.claims.governors import speaks_of_funding
from briefing.claims.making import stated
from briefing.claims.phrases import book, words_of
from briefing.claims.roles import roles
from briefing.claims.runningsums import is_running
from briefing.claims.sketches import Memory
from briefing.claims.takers import SUBJECT, Taker, of_clause, owner_before, raised_at_large, subject_before, verb_before
from briefing.claims.view import View
from briefing.model.claim import Amount, Claim, Rejected, TotalValues
from briefing.model.money import Role

_SCOPES = frozenset({"across", "in", "through", "over", "prior", "before", "since", "excluding", "between"})
_END = frozenset({".", ";", ",", "(", ")", "according", "and", "but"})


def totals(view: View, memory: Memory) -> Iterator[Claim | Rejected]:
    """One claim for all totals of the utterance, or a Rejected where they are another company's."""
    by_role = roles(view)
    found = [
        number for number, role in enumerate(by_role) if role == "total" and view.amounts[number].money.value >= _LEAST
    ]
    for reason in dict.fromkeys(_no_totals(view, by_role)):
        yield Rejected(reason, "funding", quote(view))
    if not found:
        return
    first, after = view.amount_span(found[0])
    clause = view.utterance.clause_at(view.offset(first))
    taker, evidence = _whose(view, first, memory), quote(view)
    if taker != SUBJECT:
        yield not_the_subjects(taker, evidence)
        return
    if clause.negated or clause.modality == "hypothetical":
        why = "negated" if clause.negated else "hypothetical"
        yield Rejected(f"{why}: no total that is stated", "funding", evidence)
        return
    amounts = (view.amounts[number] for number in found)
    values = TotalValues(
        tuple(Amount(one.money, "total", one.start, one.end) for one in amounts), _scope(view, first, after)
    )
    firm = "asserted" if clause.modality in ("opinion", "implied") else clause.modality
    yield stated(clause, "funding", values, evidence, firm)


_LEAST = 5_000  # less is the price of a share


def _no_totals(view: View, by_role: tuple[Role, ...]) -> Iterator[str]:
    """Why sums that look like money raised are none: an investor's fund, what a round might or did come to."""
    for number, role in enumerate(by_role):
        first, _ = view.amount_span(number)
        if role == "fund":
            yield "an investor's fund: no money of the company"
        elif role == "other" and is_running(view, first):
            yield "running total: what the round has come to, not raised once more"
        elif role == "other" and _might_reach(view, first):
            yield "hypothetical: a total that might be reached"


def _might_reach(view: View, first: int) -> bool:
    hits = book("rounds", "phrases", "hypothetical_total").all(view.low, max(0, first - 5), first)
    return any(hit.after == first for hit in hits) and speaks_of_funding(view)


def _whose(view: View, first: int, memory: Memory) -> Taker:
    owner = owner_before(view, first)
    if owner is None or owner.who == "unknown":
        owner = _owner_of_total(view, first, memory)
    if owner is not None and owner.who != "unknown":
        return owner
    verb, family = verb_before(view, first)
    if family in ("raise", "loose") and raised_at_large(view, verb):
        return Taker("other")
    told = subject_before(view, verb) if family == "raise" else None
    if told == SUBJECT:
        return told  # "Together with the loan, which the bank granted in May, Acme has raised …"
    topic = of_clause(view, verb if verb >= 0 else first)
    if memory.home and (is_giver(topic.name) or topic.name in memory.givers):
        return SUBJECT  # "Northwind led the round. All told it has raised …": not who gives
    return topic if topic.who != "unknown" else memory.taker


def _owner_of_total(view: View, first: int, memory: Memory) -> Taker | None:
    """ "brings | Acme's total funding to date to | $5 million": whose total the words in front of the sum name."""
    for at in range(first - 1, max(first - 9, 0), -1):
        if view.word(at) == "total":
            told = memory.taker.who != "unknown" and view.words(at - 2, at) == ["'", "s"]
            generic = told and view.word(at - 3) in words_of("rounds", "takers", "nouns")
            return memory.taker if generic else owner_before(view, at)
        if view.word(at) in _END:
            break
    return None


def _scope(view: View, first: int, after: int) -> str:
    """The source's words on what the total counts: "across several rounds", "to date", "prior to this round"."""
    start = after
    while (
        start < len(view.found) and start - after < 4 and not _opens_scope(view, start) and view.word(start) not in _END
    ):
        start += 1
    if not _opens_scope(view, start):
        return _scope_before(view, first)
    if view.word(start) == "in" and view.word(start + 1) in ("total", "funding"):
        return _scope(view, first, start + 2)
    end = next((index for index in range(start, len(view.found)) if view.word(index) in _END), len(view.found))
    return view.text[view.offset(start) : view.end(end - 1)] if end > start else ""


def _opens_scope(view: View, index: int) -> bool:
    return view.word(index) in _SCOPES or (view.word(index) == "to" and view.word(index + 1) == "date")


def _scope_before(view: View, first: int) -> str:
    """ "fed by share sales and loans, totaling around $7 million"."""
    places = range(first - 1, max(first - 5, -1), -1)
    at = next((index for index in places if view.word(index) in ("totaling", "totalling")), None)
    if at is None:
        return ""
    end = at - 1 if view.word(at - 1) == "," else at
    start = end
    while start and view.word(start - 1) not in ("by", "of", "with", "from", ",", ";") and end - start < 9:
        start -= 1
    return view.text[view.offset(start) : view.end(end - 1)] if end > start else ""
