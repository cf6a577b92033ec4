"""Whose word a statement is: marked in a bracket or over a table, of somebody unnamed, of an officer by any post."""

from __future__ import annotations

import pytest

from briefing.claims import metrics
from briefing.model.claim import Claim
from tests.claims.close import pumps, reading


def holder(words: str) -> tuple[str, tuple[str, ...]]:
    clause = pumps(words).utterances[-1].clauses[0]
    return clause.holder_kind, clause.holders


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Order book: €2.4 billion (company figure, December 2025)", "company"),
        ("The plan is to let the team grow from 70 people to 90.", "company"),
        ("The company makes no profit and does not expect to before 2031.", "outlet"),
        ("The price was $9 million, according to a former Northwind shareholder.", "unnamed"),
        ("The pumps arrive late, says an executive at Northwind.", "unnamed"),
        ("Acme's head of product, Bo Lund, says that the pumps are quiet.", "company"),
        ("The order stands, says Bo Lund, the finance chief.", "company"),
    ],
)
def test_whose_word_it_is(words: str, kind: str) -> None:
    assert holder(words)[0] == kind


def test_what_the_company_does_not_plan_is_its_word() -> None:
    clause = pumps("The company makes no profit and does not expect to before 2031.").utterances[-1].clauses[-1]
    assert (clause.modality, clause.holder_kind) == ("planned", "company")


_TABLE = """Four vendors compared
Published: 4 July 2026

Acme, a maker of pumps, was compared with its rivals. Acme answered, too.

{}

| | Acme | Northwind |
| --- | --- | --- |
| Platforms served | 160 | 15,000 |
| Homes served | 44 | 16,000 |
"""


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        ("The figures below are the vendors' own if not marked.", "company"),
        ("We measured all figures ourselves, over the claims of the vendors' own sheets.", "outlet"),
        ("They differ more than one would think.", "outlet"),
    ],
)
def test_a_note_over_a_table_says_whose_figures_it_holds(note: str, kind: str) -> None:
    found = [one for one in metrics.extract(reading(_TABLE.format(note))) if isinstance(one, Claim)]
    assert {one.holder_kind for one in found} == {kind}
