"""Who leads, joins, lends and grants in German, French and Portuguese, wherever the verb stands."""

from __future__ import annotations

import pytest

from briefing.model.briefing import FundingEvent

from .close import briefing_of

_OPENING = {
    "de": "Acme baut Pumpen in Kiel\n4. März 2026\n\nDas Start-up Acme aus Kiel baut Pumpen für die Fischerei und hat "
    "in einer Finanzierungsrunde 20 Millionen Euro erhalten. {}\n",
    "fr": "Acme construit des pompes à Brest\n4 mars 2026\n\nLa start-up Acme, installée à Brest, construit des pompes "
    "pour la pêche et a bouclé une levée de fonds de 20 millions d'euros. {}\n",
    "pt": "Acme constrói bombas em Natal\n4 de março de 2026\n\nA startup Acme, com sede em Natal, constrói bombas "
    "para a pesca e captou R$ 20 milhões em uma rodada. {}\n",
}


def _told(language: str, words: str) -> tuple[FundingEvent, ...]:
    return briefing_of(_OPENING[language].format(words)).funding


@pytest.mark.parametrize(
    ("language", "words", "leads", "others"),
    [
        (
            "de",
            "Die Runde wird von Oakfund und dem Fonds Larch Invest gemeinsam angeführt.",
            "Oakfund, Larch Invest",
            "",
        ),
        (
            "de",
            "Angeführt wurde sie von Oakfund, auch die Bestandsinvestoren Larch Ventures und Elm Invest haben sich "
            "erneut beteiligt.",
            "Oakfund",
            "Elm Invest, Larch Ventures",
        ),
        ("de", "Neu an Bord sind Oakfund und die Sparkasse Husum.", "", "Oakfund, Sparkasse Husum"),
        ("de", "Hauptgeldgeber ist der norwegische Reeder Larch Invest.", "Larch Invest", ""),
        (
            "de",
            "Ebenfalls beteiligt sind Larch Ventures sowie Elm Invest, das bereits 2019 mit 1,2 Mio. Euro eingestiegen "
            "war.",
            "",
            "Elm Invest, Larch Ventures",
        ),
        (
            "fr",
            "Le tour, mené par Oakfund, a réuni le fonds Larch Ventures et ses actionnaires, dont Elm Invest.",
            "Oakfund",
            "Elm Invest, Larch Ventures",
        ),
        ("fr", "Celui-ci a été codirigé par Oakfund Partners et Larch Invest.", "Oakfund Partners, Larch Invest", ""),
        ("fr", "Le fonds Oakfund mènerait l'opération.", "Oakfund", ""),
        (
            "fr",
            "Oakfund dirige le tour, avec participation de Larch Invest, d'Elm Ventures et de la coopérative Globex.",
            "Oakfund",
            "Elm Ventures, Globex, Larch Invest",
        ),
        ("fr", "Y ont aussi pris part Larch Invest et Elm Ventures.", "", "Elm Ventures, Larch Invest"),
        ("pt", "Também participaram a Larch Invest e o banco Globex.", "", "Globex, Larch Invest"),
        (
            "pt",
            "A rodada foi liderada pela Oakfund e contou com a Larch Invest e o Grupo Globex.",
            "Oakfund",
            "Grupo Globex, Larch Invest",
        ),
        ("pt", "O fundo Oakfund deve liderar o investimento.", "Oakfund", ""),
        ("pt", "A rodada teve a Larch Invest como líder.", "Larch Invest", ""),
    ],
)
def test_who_leads_and_who_joins(language: str, words: str, leads: str, others: str) -> None:
    (event,) = _told(language, words)
    assert ", ".join(event.leads) == leads
    assert ", ".join(sorted(event.participants)) == others


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "Der Versicherer Globex ist mit acht Prozent beteiligt."),
        ("de", "Im Jahr darauf beteiligte sich Oakfund an Globex."),
        ("fr", "Dirigée par Jane Roe, ancienne de Globex, la société vise la Norvège."),
        ("pt", "A equipe foi liderada por Jane Roe."),
    ],
)
def test_nobody_who_does_something_else(language: str, words: str) -> None:
    assert all(not event.leads + event.participants for event in _told(language, words))


@pytest.mark.parametrize(
    ("language", "words", "lender"),
    [
        ("de", "Zudem gewährte die Sparkasse Husum ein Darlehen über 5 Millionen Euro.", "Sparkasse Husum"),
        ("fr", "Un prêt de 5 millions d'euros a été accordé par la Banque de Larch.", "Banque de Larch"),
        ("pt", "A Globex aprovou um crédito de R$ 5 milhões para o projeto.", "Globex"),
    ],
)
def test_who_lends(language: str, words: str, lender: str) -> None:
    loan = next(event for event in _told(language, words) if event.instrument == "debt")
    assert loan.leads + loan.participants == (lender,)


def test_the_name_of_a_backer_is_no_round() -> None:
    events = _told("fr", "Y ont pris part Larch Invest et le nantais Maple Seed.")
    assert [event.name for event in events] == [""]


@pytest.mark.parametrize(
    ("words", "amount", "givers"),
    [
        (
            "2023 hatte sich der Konzern Larch Invest mit 7 Mio. Euro an Acme beteiligt.",
            "7 Mio. Euro",
            ("Larch Invest",),
        ),
        ("Im Jahr 2023 flossen 7 Mio. Euro, angeführt von Oakfund Partners.", "7 Mio. Euro", ("Oakfund Partners",)),
        ("Das Land Hessen fördert das Werk mit 7 Mio. Euro.", "7 Mio. Euro", ("Hessen",)),
        (
            "Zudem stellt die Sparkasse Husum einen Bankkredit von 7 Mio. Euro bereit.",
            "7 Mio. Euro",
            ("Sparkasse Husum",),
        ),
        ("Für 12 Prozent der Anteile zahlt Larch Invest 7 Mio. Euro.", "7 Mio. Euro", ("Larch Invest",)),
    ],
)
def test_a_verb_that_closes_its_clause_tells_what_a_sum_is(words: str, amount: str, givers: tuple[str, ...]) -> None:
    event = next(one for one in _told("de", words) if any(money.raw == amount for money in one.amounts))
    assert event.leads + event.participants == givers


def test_what_a_company_is_worth_is_no_round() -> None:
    found = _told("de", "Acme hat 30 Mio. Euro eingesammelt und wird nun mit 1,2 Mrd. Euro bewertet.")
    assert {money.raw for event in found for money in event.amounts} == {"20 Millionen Euro", "30 Mio. Euro"}


def test_what_another_company_is_worth_is_not_the_company_s() -> None:
    found = briefing_of(_OPENING["de"].format("Globex aus Bonn war zuletzt mit 5 Mrd. Euro bewertet."))
    assert not found.metrics


def test_who_tells_a_paper_joins_no_round() -> None:
    (event,) = _told("pt", "A empresa captou com um fundo, contou a fundadora Jane Roe.")
    assert not event.participants


def test_who_stands_beside_the_lead() -> None:
    (event,) = _told("pt", "A rodada foi puxada pela Oakfund, com a Larch Invest e a Elm Ventures.")
    assert (event.leads, sorted(event.participants)) == (("Oakfund",), ["Elm Ventures", "Larch Invest"])


def test_who_puts_a_sum_into_the_company() -> None:
    words = "Weitere 7 Mio. Euro stecken der Fonds Larch Invest und der Reeder Elm Ventures in das Unternehmen."
    events = _told("de", words)
    assert sorted(name for event in events for name in event.participants) == ["Elm Ventures", "Larch Invest"]


def test_the_customers_of_another_company() -> None:
    found = briefing_of(_OPENING["fr"].format("Globex, racheté par Fabrikam, revendique 200.000 clients."))
    assert not found.metrics


def test_a_noun_behind_an_article_begins_another_name() -> None:
    words = "Kunden sind neben Larch & Sohn der Zulieferer Globex und das Modehaus Elm."
    found = briefing_of(_OPENING["de"].format(words))
    assert {"Globex"} <= {one.name for one in found.relationships}
    assert not any("der" in one.name.split() for one in found.relationships)


def test_a_loan_by_its_portuguese_name() -> None:
    found = _told("pt", "No ano passado, a empresa contratou um financiamento de R$ 5 milhões junto ao Banco do Larch.")
    loan = next(event for event in found if event.instrument == "debt")
    assert loan.leads + loan.participants == ("Banco do Larch",)
