"""German, French and Portuguese articles: who leads and joins, whose money it is, what is over, what is to come."""

from __future__ import annotations

from .close import briefing_of

_GERMAN = briefing_of(
    "Nordlicht KI sammelt 45 Millionen Euro ein\nWirtschaftsblatt\nStand: 04.02.2026, 16:22 Uhr\n\n"
    "Das Hamburger Unternehmen Nordlicht KI hat in einer Finanzierungsrunde 45 Mio. Euro eingesammelt. "
    "Angeführt wird die Series C von dem Wagniskapitalgeber Oakfund Partners, als neuer Gesellschafter kommt "
    "außerdem Larch Invest an Bord.\n"
    "Nicht mitgezogen hat die Beteiligungsgesellschaft Elm Invest, die vor drei Jahren noch die Series B über "
    "8,5 Mio. Euro angeführt hatte.\n"
    "Der Umsatz ist im vergangenen Jahr um 70 Prozent auf 4,3 Millionen Euro gestiegen. "
    "Rund 320 Mitarbeiter hat das 2018 gegründete Unternehmen, bis Ende 2027 sollen es 500 sein.\n"
    "Die Konkurrenz schläft nicht: Das Münchner Start-up Globex hatte erst im Januar 60 Millionen Euro bekommen.\n"
)
_FRENCH = briefing_of(
    "Lumière Santé boucle un tour de table de 63 millions d’euros\nLa Dépêche\nPublié le mardi 16 septembre 2025\n\n"
    "La start-up nantaise Lumière Santé a levé 63 millions d’euros en série B. L’opération est menée par le fonds "
    "Oakfund Partners.\nÀ cette levée s’ajoute un prêt de 12,5 M€ de la Banque nordique d’investissement.\nEn mars "
    "2023, Lumière Santé avait déjà levé 9,2 millions d’euros auprès d’Elm Participations, qui était chef de file, et "
    "de plusieurs particuliers. Son outil est utilisé dans plus de 310 hôpitaux, dont ceux de la Fabrikam et le CHU de "
    "Nantes.\n"
)
_PORTUGUESE = briefing_of(
    "Ventoluz recebe aporte de R$ 180 milhões\nJornal do Norte\nPublicado em 21/08/2025\n\nA Ventoluz, startup de "
    "energia de Recife, anunciou nesta quinta-feira (21) uma rodada série B de R$ 180 milhões. A captação foi liderada "
    "pela Oakfund. Segundo duas pessoas que acompanharam a negociação, a avaliação ficou perto de R$ 1,1 bilhão.\nEm "
    "novembro de 2023, a Larch liderou uma série A de R$ 42,5 milhões.\nO contrato com a Globex foi encerrado em 2023. "
    "A receita cresceu 85% em 2024, para R$ 96 milhões. A meta é chegar a R$ 300 milhões em 2026.\nA rival Contoso "
    "captou US$ 212 milhões em 2021, e a argentina Mercato Largo investe R$ 34 bilhões no Brasil neste ano.\n"
)


def test_german_rounds() -> None:
    found = {one.name: (one.date, one.leads, one.participants) for one in _GERMAN.funding}
    assert found == {
        "Series B": ("2023-02~", ("Elm Invest",), ()),
        "Series C": ("2026-02-04~", ("Oakfund Partners",), ("Larch Invest",)),
    }


def test_german_figures_of_today_and_of_a_plan() -> None:
    staff = {one.value: one.standing for one in _GERMAN.metrics if one.name == "employees"}
    assert staff == {320: "reported", 500: "forward-looking"}
    assert [one.value for one in _GERMAN.metrics if one.name.endswith("growth")] == [70]


def test_french_rounds_have_their_sums() -> None:
    told = {one.amounts[0].raw: one.leads for one in _FRENCH.funding if one.amounts}
    assert told["63 millions d’euros"] == ("Oakfund Partners",)
    assert len(_FRENCH.funding) == 3


def test_french_lenders_leads_and_users() -> None:
    ties = {one.name: one.kinds for one in _FRENCH.relationships}
    assert ties["Banque nordique d’investissement"] == ("lender",)
    assert "lead-investor" in ties["Elm Participations"]
    assert (ties["Fabrikam"], ties["CHU de Nantes"]) == (("customer",), ("customer",))


def test_portuguese_rounds_are_not_those_of_rivals() -> None:
    assert [(one.name, one.amounts[0].raw) for one in _PORTUGUESE.funding] == [
        ("série A", "R$ 42,5 milhões"),
        ("série B", "R$ 180 milhões"),
    ]
    assert not {"Contoso", "Mercato Largo"} & {one.name for one in _PORTUGUESE.relationships if "investor" in one.kinds}


def test_portuguese_contracts_end_targets_lie_ahead_and_people_are_unnamed() -> None:
    (globex,) = [one for one in _PORTUGUESE.relationships if one.name == "Globex"]
    assert globex.status == "ended"
    standing = {(one.name, one.amounts[0].raw if one.amounts else ""): one.standing for one in _PORTUGUESE.metrics}
    assert standing["revenue", "R$ 300 milhões"] == "forward-looking"
    assert standing["valuation", "perto de R$ 1,1 bilhão"] == "rumoured"
