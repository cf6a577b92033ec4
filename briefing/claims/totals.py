"""A view of an utterance goes in, claims on what was raised to date come out."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.claims.events import Memory
from briefing.claims.filling import quote
from briefing.claims.roles import roles
from briefing.claims.takers import SUBJECT, of_clause, owner_before, verb_before
from briefing.claims.view import View
from briefing.model.claim import Amount, Claim, Rejected, TotalValues


def totals(view: View, memory: Memory) -> Iterator[Claim | Rejected]:
    """One claim for all totals of the utterance, or a Rejected where they are another company's."""
    by_role = roles(view)
    found = [number for number, role in enumerate(by_role) if role == "total"]
    if "fund" in by_role:
        yield Rejected("an investor's fund: no money of the company", "funding", quote(view))
    if not found:
        return
    first, after = view.amount_span(found[0])
    clause = view.utterance.clause_at(view.offset(first))
    taker = _whose(view, first, memory)
    if taker != SUBJECT:
        yield Rejected(f"money of another company: {taker.name or 'one that is not named'}", "funding", quote(view))
        return
    if clause.negated or clause.modality == "hypothetical":
        yield Rejected(
            f"{'negated' if clause.negated else 'hypothetical'}: no total that is stated", "funding", quote(view)
        )
        return
    amounts = tuple(
        Amount(view.amounts[number].money, "total", view.amounts[number].start, view.amounts[number].end)
        for number in found
    )
    values = TotalValues(amounts, _scope(view, first, after))
    evidence = quote(view)
    modality = "asserted" if clause.modality in ("opinion", "implied") else clause.modality
    yield Claim(
        "", "funding", evidence.quote, evidence, clause.holders, clause.holder_kind, modality, values, (), clause.cues
    )


def _whose(view: View, first: int, memory: Memory):  # type: ignore[no-untyped-def]
    owner = owner_before(view, first)
    if owner is not None and owner.who != "unknown":
        return owner
    verb, _ = verb_before(view, first)
    topic = of_clause(view, verb if verb >= 0 else first)
    return topic if topic.who != "unknown" else memory.taker


_SCOPES = frozenset("across in through over prior before since including excluding between".split())
_END = frozenset((".", ";", ",", "(", ")", "according"))


def _scope(view: View, first: int, after: int) -> str:
    """The source's words on what the total counts: "across several rounds", "to date", "prior to this round"."""
    start = after
    while (
        start < len(view.found)
        and start - after < 4
        and view.word(start) not in _SCOPES
        and view.word(start) not in _END
    ):
        if view.word(start) == "to" and view.word(start + 1) == "date":
            break
        start += 1
    if view.word(start) in _SCOPES or view.word(start) == "to":
        if view.word(start) == "in" and view.word(start + 1) in ("total", "funding"):
            return _scope(view, first, start + 2)
        end = start
        while end < len(view.found) and view.word(end) not in _END:
            end += 1
        return view.text[view.offset(start) : view.found[end - 1].end] if end > start else ""
    return _scope_before(view, first)


def _scope_before(view: View, first: int) -> str:
    """ "fueled by venture rounds and debt financing, totaling around $4 billion"."""
    at = next(
        (index for index in range(first - 1, max(first - 5, -1), -1) if view.word(index) in ("totaling", "totalling")),
        None,
    )
    if at is None:
        return ""
    end = at - 1 if view.word(at - 1) == "," else at
    start = end
    while start and view.word(start - 1) not in ("by", "of", "with", "from", ",", ";") and end - start < 9:
        start -= 1
    return view.text[view.offset(start) : view.found[end - 1].end] if end > start else ""
