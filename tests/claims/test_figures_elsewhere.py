"""Figures and words in German, French, Portuguese and Spanish: whose they are, and how firmly they stand."""

from __future__ import annotations

import pytest

from briefing.model.claim import MetricValues

from .close import claims_of

_PT = "Ventora capta R$ 85 milhões\n\nA Ventora, rede de clínicas do Recife, captou R$ 85 milhões. {}\n"
_FR = "Mousseline lève 22 millions d'euros\n\nLa start-up nantaise Mousseline a levé 22 millions d'euros. {}\n"
_ES = "Cuéntame levanta 25 millones de dólares\n\nLa startup mexicana Cuéntame levantó 25 millones de dólares. {}\n"
_DE = "Solgrid sammelt 45 Millionen Euro ein\n\nDas Start-up Solgrid hat 45 Millionen Euro eingesammelt. {}\n"


def counted(text: str) -> set[float]:
    return {one.values.value for one in claims_of(text) if isinstance(one.values, MetricValues) and one.values.value}


@pytest.mark.parametrize(
    ("frame", "words", "value"),
    [
        (_PT, "A empresa tem 210 trabalhadores e 95 mil clientes ativos.", 95_000),
        (_PT, "A Ventora tem hoje 58 clínicas.", 58),
        (_FR, "L'entreprise emploie 84 salariés.", 84),
        (_FR, "La société compte aujourd'hui 62 boutiques.", 62),
        (_ES, "La empresa atiende a 400.000 usuarios en cinco países.", 400_000),
        (_DE, "Das Unternehmen beschäftigt 130 Mitarbeiter.", 130),
    ],
)
def test_what_the_company_has(frame: str, words: str, value: float) -> None:
    assert value in counted(frame.format(words))


@pytest.mark.parametrize(
    "words",
    [
        "A concorrente OdontoFácil tem 120 clínicas.",
        "O Paraná tem 9.000 clínicas.",
        "O setor emprega 400 mil pessoas no país.",
        "O grupo foi fundado por sócios da Sorridente, que tinha 90 unidades.",
    ],
)
def test_what_others_have(words: str) -> None:
    assert counted(_PT.format(words)) == set()


@pytest.mark.parametrize(
    ("frame", "words", "modality"),
    [
        (_PT, "A Ventora abrirá 40 clínicas até o fim de 2027.", "planned"),
        (_PT, "A receita deverá duplicar este ano.", "planned"),
        (_PT, "A Ventora não está em negociações para comprar a rival.", "denied"),
        (_PT, "Segundo fontes do mercado, a Ventora negocia a compra da rival.", "rumoured"),
        (_FR, "Son usine devrait entrer en service à l'automne 2028.", "planned"),
        (_FR, "Un groupe serait intéressé par un rachat de Mousseline.", "rumoured"),
        (_FR, "Mousseline dément être en discussions avec un groupe.", "denied"),
        (_ES, "Cuéntame abrirá oficinas en cinco países.", "planned"),
        (_DE, "Die Bewertung von Solgrid soll bei 300 Millionen Euro liegen, heißt es in Branchenkreisen.", "rumoured"),
        (_DE, "Gerüchte über einen Verkauf wies der Gründer von Solgrid zurück.", "denied"),
    ],
)
def test_how_firmly_it_is_told(frame: str, words: str, modality: str) -> None:
    told = [
        one.modality for one in claims_of(frame.format(words)) if one.evidence.start > 60 and one.text[:12] in words
    ]
    assert modality in told


def test_a_saying_verb_hands_the_words_on() -> None:
    found = claims_of(_PT.format('"Somos os maiores do Nordeste", afirma Renata Schuster, fundadora da Ventora.'))
    assert ("Renata Schuster",) in {one.holders for one in found}


def test_a_counted_german_noun_needs_no_list() -> None:
    assert 1200 in counted(_DE.format("Solgrid betreibt nach eigenen Angaben 1.200 Batteriespeicher."))
