"""Figures in French, Portuguese and German: of today beside a plan, jobs that go or come, years of founding."""

from __future__ import annotations

import pytest

from .close import briefing_of

_OPENING = {
    "de": "Acme baut Pumpen in Kiel\n4. März 2026\n\nDas Start-up Acme aus Kiel baut Pumpen für die Fischerei.\n\n{}\n",
    "fr": "Acme construit des pompes à Brest\n4 mars 2026\n\nLa start-up Acme, installée à Brest, construit des pompes "
    "pour la pêche.\n\n{}\n",
    "pt": "Acme constrói bombas em Natal\n4 de março de 2026\n\nA startup Acme, com sede em Natal, constrói bombas "
    "para a pesca.\n\n{}\n",
}


@pytest.mark.parametrize(
    ("language", "words", "name", "value", "as_of", "standing"),
    [
        ("fr", "Fondée en 2018 par Jane Roe, l'entreprise compte 64 salariés.", "employees", 64, "", "reported"),
        (
            "fr",
            "Elle compte 64 salariés et prévoit d'en recruter une trentaine d'ici la fin de l'année.",
            "employees",
            64,
            "",
            "reported",
        ),
        ("fr", "Elle va supprimer 60 postes.", "jobs cut", 60, "", "reported"),
        ("fr", "L'usine devait créer 800 emplois.", "jobs to be created", 800, "", "reported"),
        ("pt", "Fundada em 2020, a empresa tem 130 funcionários.", "employees", 130, "", "reported"),
        ("pt", "A empresa demitiu 70 funcionários em agosto.", "jobs cut", 70, "2025-08", "reported"),
        ("pt", "A empresa emprega 260 pessoas e visa o equilíbrio em 2026.", "employees", 260, "", "reported"),
        ("pt", "A expectativa é chegar a R$ 9 milhões de receita em 2027.", "revenue", None, "2027", "forward-looking"),
        ("de", "In Husum entstehen 150 Arbeitsplätze.", "jobs to be created", 150, "", "reported"),
    ],
)
def test_figures(language: str, words: str, name: str, value: float | None, as_of: str, standing: str) -> None:
    told = briefing_of(_OPENING[language].format(words)).metrics
    found = {(one.name, one.value, one.as_of, one.standing) for one in told}
    assert (name, value, as_of, standing) in found
