"""What a company is, in the words that tell a reader most soberly what it does."""

from __future__ import annotations

import pytest

from briefing import claims
from briefing.reconcile import reconcile
from briefing.sources import read


def _description(*articles: str) -> str:
    bodies = [f"News on Acme {number}\n\n{text}\n" for number, text in enumerate(articles)]
    sources = tuple(read(f"{n}.txt", body.encode(), f"s{n}") for n, body in enumerate(bodies, 1))
    subject = claims.find_subject(sources)
    return reconcile(sources, subject, *claims.extract(sources, subject)).subject.description


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        (
            (
                "Acme, the leading pump platform for the industry, today announced a round.",
                "On Wednesday, Acme, an Oslo-based startup that sells pumps to shipyards, said it has closed a round.",
            ),
            "an Oslo-based startup that sells pumps to shipyards",
        ),
        (
            ("The Oslo startup Acme has raised money. Acme makes pumps that clean the holds of ships.",),
            "makes pumps that clean the holds of ships",
        ),
        (("Acme, the Oslo outfit whose pumps are red, has hired 40 people.",), ""),
        (("Acme, which builds pumps for small ships, has hired 40 people.",), "builds pumps for small ships"),
        (
            (
                "Pump maker Acme has filed for a listing in Oslo.",
                "Acme, a global leader in pumps, today announced the closing of a financing round.",
            ),
            "Pump maker",
        ),
        (("Acme is a maker of pumps. Acme operates in nine countries and builds on steel.",), "a maker of pumps"),
    ],
)
def test_the_words_that_tell_what_it_does_are_taken(articles: tuple[str, ...], expected: str) -> None:
    assert _description(*articles) == expected
