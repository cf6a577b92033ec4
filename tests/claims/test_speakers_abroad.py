"""Who speaks in Portuguese and French articles: behind a post, a reader it is told to, or nobody named."""

from __future__ import annotations

import pytest

from .close import briefing_of

_PT = (
    "Acme constrói bombas em Natal\n4 de março de 2026\n\nA startup Acme, com sede em Natal, constrói bombas para a "
    "pesca.\n\n{}\n"
)


@pytest.mark.parametrize(
    "words",
    [
        "“Não vendemos bombas, vendemos tempo”, afirma a fundadora e CEO, Jane Roe.",
        "“Queremos crescer no exterior”, disse o presidente da empresa, John Roe.",
        "“Queremos crescer no exterior”, disse ao Diário do Norte o fundador e CEO, John Roe.",
    ],
)
def test_an_officer_behind_his_post(words: str) -> None:
    (doubt,) = briefing_of(_PT.format(words)).unverified
    assert "company-stated" in doubt.reasons


def test_a_source_without_a_name() -> None:
    words = "A empresa passa a ser avaliada em R$ 90 milhões, segundo uma fonte próxima às negociações."
    (doubt,) = briefing_of(_PT.format(words)).unverified
    assert "rumour" in doubt.reasons
