"""Articles in German, French, Portuguese and Spanish: the subject, its rounds, who gave, customers, plans, rivals."""

from __future__ import annotations

import pytest

from briefing.claims import extract, find_subject
from briefing.model.claim import Claim, FundingValues, Rejected, TieValues
from briefing.model.source import Source
from tests.claims.close import source

GERMAN = """Flussband sammelt 24 Millionen Euro für schwimmende Solaranlagen ein
Wirtschaftsbote, 14. März 2025

Das Kölner Start-up Flussband hat in einer Series-A-Finanzierungsrunde 24 Millionen Euro eingesammelt. Die Runde \
wurde von Rheinufer Capital angeführt. Außerdem beteiligten sich Nordlicht Ventures und der Bestandsinvestor \
Kiefer & Söhne. Die Bewertung liegt bei rund 110 Millionen Euro.

Das Unternehmen beschäftigt 85 Mitarbeiter. Zu den Kunden gehören die Stadtwerke Bremen und Hafenkraft AG. \
Bereits 2022 hatte Flussband 5,5 Mio. Euro von Nordlicht Ventures erhalten. Im Juni 2024 kam ein Kredit über 8 \
Millionen Euro hinzu.

Konkurrent Wellenkraft hat 9 Millionen Euro eingesammelt.
"""
TALKS = """Berliner KI-Firma Tonspur steht vor Milliardenbewertung
Von Lena Krug, 3. September 2025

Die Berliner KI-Firma Tonspur verhandelt über eine neue Finanzierungsrunde. Demnach will das Start-up 150 \
Millionen Dollar bei einer Bewertung von 1,2 Milliarden Dollar einsammeln. Angeführt werden soll die Runde vom \
US-Investor Harrow Capital.

Zuletzt hatte Tonspur im Februar 2024 in einer Serie B 40 Millionen Euro eingenommen, unter Führung von Isarbogen \
Partners und mit Beteiligung von Alpha Drei. Eine Beteiligung von Soundwerk kam nicht zustande.
"""
FRENCH = """Lucarne lève 18 millions d’euros pour ses capteurs de toiture
Par Hélène Vasseur, le 12 mai 2025

La start-up lyonnaise Lucarne annonce une levée de fonds de 18 millions d’euros en série A. Le tour de table est \
mené par Bellecour Capital, avec la participation de la Banque du Rhône et de Tilleul Ventures. Les investisseurs \
historiques Garance Partners et Jean Mercier ont également participé à l’opération. Elle valorise la jeune pousse \
à 90 millions d’euros.

L’an dernier, ses revenus ont doublé pour atteindre 4 millions d’euros. En 2021, elle avait déjà levé 3 millions \
d’euros auprès de Garance Partners. Son concurrent belge Slotwerk avait levé 30 millions d’euros en juin.
"""
PORTUGUESE = """Jacarei Agro capta R$ 60 milhões em rodada liderada pela Ipê Investimentos
São Paulo, 22 de abril de 2025

A startup brasileira Jacarei Agro anunciou a captação de R$ 60 milhões em uma rodada Série A liderada pela Ipê \
Investimentos. Também participaram da rodada Cerrado Ventures, Banco do Planalto e o investidor-anjo Rui Prado. \
Com o aporte, a empresa passa a ser avaliada em R$ 320 milhões.

Entre os clientes estão Usina Boa Vista e Grãos do Sul. Em 2024, a receita foi de R$ 48 milhões. Também obteve um \
empréstimo de R$ 25 milhões do Banco Serrano em dezembro de 2024.
"""
SPANISH = """Nopalera levanta 20 millones de dólares para su plástico de cactus
Ciudad de México, 6 de junio de 2025

La startup mexicana Nopalera levantó 20 millones de dólares en una ronda Serie A liderada por Agave Ventures. En \
la ronda participaron también Fondo Pacífico, Sierra Capital y el empresario Luis Ortega. La compañía alcanzó una \
valoración de 95 millones de dólares.

Fundada en 2020 por Ana Robles, Nopalera emplea a 130 personas. En marzo de 2023 había recibido 4 millones de \
dólares de Sierra Capital.
"""


def _read(text: str) -> tuple[Source, str, tuple[Claim, ...], tuple[Rejected, ...]]:
    one = source(text)
    subject = find_subject([one])
    return one, subject.name, *extract([one], subject)


def _rounds(text: str) -> tuple[list[tuple[Claim, FundingValues]], set[str], set[str], set[float]]:
    """Funding claims, everybody who leads, everybody who takes part, every valuation."""
    _, _, claims, _ = _read(text)
    found = [(one, one.values) for one in claims if isinstance(one.values, FundingValues)]
    leads = {name for _, values in found for name in values.leads}
    others = {name for _, values in found for name in values.participants}
    worth = {sum_.money.value for _, values in found for sum_ in values.amounts if sum_.role == "valuation"}
    return found, leads, others, worth


def _raised(found: list[tuple[Claim, FundingValues]]) -> set[tuple[float, str, str, str]]:
    return {
        (amount.money.value, amount.money.currency, values.instrument, values.when.edtf if values.when else "")
        for _, values in found
        for amount in values.amounts
        if amount.role == "raised"
    }


def test_a_german_round() -> None:
    one, subject, claims, rejected = _read(GERMAN)
    found, leads, others, worth = _rounds(GERMAN)
    assert (one.language, one.published, subject) == ("de", "2025-03-14", "Flussband")
    assert leads == {"Rheinufer Capital"}
    assert others == {"Nordlicht Ventures", "Kiefer & Söhne"}
    assert worth == {110e6}
    raised = _raised(found)
    assert (5.5e6, "EUR", "unknown", "2022") in raised
    assert (8e6, "EUR", "debt", "2024-06") in raised
    assert any(values.name == "Series-A" for _, values in found)
    assert not any(sum_ == 9e6 for sum_, *_ in raised)
    assert any("Wellenkraft" in one.reason for one in rejected)
    customers = {one.values.name for one in claims if isinstance(one.values, TieValues)}
    assert {"Stadtwerke Bremen", "Hafenkraft AG"} <= customers


def test_a_german_loan_of_a_sum_is_not_over_it() -> None:
    found, *_ = _rounds(GERMAN)
    loan = next(sum_.money for _, values in found for sum_ in values.amounts if sum_.money.value == 8e6)
    assert loan.qualifier is None


def test_german_talks_and_what_came_to_nothing() -> None:
    _, subject, claims, rejected = _read(TALKS)
    found, leads, others, worth = _rounds(TALKS)
    assert subject == "Tonspur"
    assert leads == {"Harrow Capital", "Isarbogen Partners"}
    assert others == {"Alpha Drei"}
    assert worth == {1.2e9}
    firm = {sum_.money.value: one.modality for one, values in found for sum_ in values.amounts}
    assert (firm[150e6], firm[40e6]) == ("planned", "asserted")
    ties = {one.values.name for one in claims if isinstance(one.values, TieValues)}
    assert "Soundwerk" not in ties
    assert any("Soundwerk" in one.evidence.quote for one in rejected)


def test_a_french_round() -> None:
    one, subject, _, rejected = _read(FRENCH)
    found, leads, others, worth = _rounds(FRENCH)
    assert (one.published, subject) == ("2025-05-12", "Lucarne")
    assert leads == {"Bellecour Capital"}
    assert others == {"Banque du Rhône", "Tilleul Ventures", "Garance Partners", "Jean Mercier"}
    assert worth == {90e6}
    assert {sum_ for sum_, *_ in _raised(found)} == {18e6, 3e6}
    assert any("Slotwerk" in one.reason for one in rejected)


def test_a_portuguese_round() -> None:
    _, subject, claims, _ = _read(PORTUGUESE)
    found, leads, others, worth = _rounds(PORTUGUESE)
    assert subject == "Jacarei Agro"
    assert leads == {"Ipê Investimentos"}
    assert {"Cerrado Ventures", "Banco do Planalto", "Rui Prado"} <= others
    assert worth == {320e6}
    assert (25e6, "BRL", "debt", "2024-12") in _raised(found)
    assert not any(sum_ == 48e6 for sum_, *_ in _raised(found))
    customers = {one.values.name for one in claims if isinstance(one.values, TieValues)}
    assert {"Usina Boa Vista", "Grãos do Sul"} <= customers


def test_a_spanish_round() -> None:
    _, subject, _, _ = _read(SPANISH)
    found, leads, others, worth = _rounds(SPANISH)
    assert subject == "Nopalera"
    assert leads == {"Agave Ventures"}
    assert others == {"Fondo Pacífico", "Sierra Capital", "Luis Ortega"}
    assert worth == {95e6}
    assert (4e6, "USD", "unknown", "2023-03") in _raised(found)


def _ties(text: str) -> dict[str, str]:
    return {one.values.name: one.values.tie for one in _read(text)[2] if isinstance(one.values, TieValues)}


def test_customers_and_partners_in_other_languages() -> None:
    french = _ties(
        "Lucarne s'étend\n\nLa start-up Lucarne emploie 62 personnes. Elle compte parmi ses clients Bâtiment "
        "Durand, la "
        "mairie de Grenoble et Hôtels Miramar. Lucarne a signé un partenariat avec le groupe Toitures de France.\n"
    )
    assert french["Bâtiment Durand"] == french["Hôtels Miramar"] == "customer"
    assert french["Toitures de France"] == "partner"
    spanish = _ties(
        "Nopalera crece\n\nLa startup Nopalera emplea a 130 personas. Entre sus clientes figuran Cervecería "
        "Norte, Grupo "
        "Mercado y la cadena Tienda Azul. La empresa firmó una alianza con Empaques del Golfo.\n"
    )
    assert {name for name, kind in spanish.items() if kind == "customer"} == {
        "Cervecería Norte",
        "Grupo Mercado",
        "Tienda Azul",
    }
    assert spanish["Empaques del Golfo"] == "partner"
    german = _ties(
        "Tonspur wächst\n\nDas Start-up Tonspur beschäftigt 40 Mitarbeiter. Tonspur zählt 3.000 Kunden, "
        "darunter Medusa "
        "Versicherung und die Bäckereikette Krume.\n"
    )
    assert german["Medusa Versicherung"] == "customer"


def _of(text: str) -> list[Claim]:
    one = source(text)
    found, _ = extract([one], find_subject([one]))
    return list(found)


def test_german_round_led_by_whom_the_participle_opens() -> None:
    found = _of(
        "Solgrid sammelt 45 Millionen Euro ein\n\nDas Start-up Solgrid hat eine Finanzierungsrunde über 45 Millionen "
        "Euro abgeschlossen. Angeführt wurde sie von Hansebogen Capital; auch die Bestandsinvestoren Ostkreuz Ventures "
        "und Stadtwerke Lindau beteiligten sich. Zu den Kunden zählen die Supermarktkette Marktfreund und der "
        "Netzbetreiber Elbenetz.\n"
    )
    leads = {name for one in found if isinstance(one.values, FundingValues) for name in one.values.leads}
    others = {name for one in found if isinstance(one.values, FundingValues) for name in one.values.participants}
    customers = {one.values.name for one in found if isinstance(one.values, TieValues) and one.values.tie == "customer"}
    assert leads == {"Hansebogen Capital"}
    assert others == {"Ostkreuz Ventures", "Stadtwerke Lindau"}
    assert customers == {"Marktfreund", "Elbenetz"}


def test_portuguese_partners_with_what_they_are() -> None:
    found = _of(
        "Ventora capta R$ 85 milhões\n\nA Ventora, rede de clínicas do Recife, captou R$ 85 milhões. Entre os "
        "parceiros estão o plano de saúde VidaMais e a fabricante de implantes Neodental.\n"
    )
    partners = {one.values.name for one in found if isinstance(one.values, TieValues) and one.values.tie == "partner"}
    assert partners == {"VidaMais", "Neodental"}


_BRAZIL = (
    "Ventora levanta R$ 85 milhões para abrir clínicas\n\n"
    "A Ventora, rede de clínicas de Curitiba, levantou R$ 85 milhões em rodada liderada pela Ipê Investimentos.\n"
    "A empresa trabalha com a transportadora Rápido Norte. "
    "A Ventora tem parceria com a Cargolux e com o Banco Serrano.\n"
    "Entre os clientes da Ventora estão a Cocamar, a SLC Agrícola e o grupo Amaggi. "
    "A Raízen usa a plataforma da Ventora.\n"
    "A Ventora fornece software para a Bunge. A Neodental fornece os implantes.\n"
    "A Ventora comprou a startup OdontoMax em 2024. A Ventora concorre com a Oral Sul e a Dentix.\n"
    "A gestora Monte Sul e a KPTL são acionistas da empresa.\n"
)


def test_portuguese_names_have_articles() -> None:
    one = source(_BRAZIL)
    subject = find_subject([one])
    assert subject.name == "Ventora"
    found, _ = extract([one], subject)
    ties = {(claim.values.name, claim.values.tie) for claim in found if isinstance(claim.values, TieValues)}
    assert {name for name, tie in ties if tie == "customer"} == {"Cocamar", "SLC Agrícola", "Amaggi", "Raízen", "Bunge"}
    assert {name for name, tie in ties if tie == "partner"} >= {"Rápido Norte", "Cargolux", "Banco Serrano"}
    assert ("Neodental", "supplier") in ties
    assert ("OdontoMax", "acquired") in ties
    assert {name for name, tie in ties if tie == "competitor"} == {"Oral Sul", "Dentix"}
    assert {name for name, tie in ties if tie == "investor"} >= {"Monte Sul", "KPTL"}


def _tied(text: str) -> set[tuple[str, str]]:
    return {(one.values.name, one.values.tie) for one in _of(text) if isinstance(one.values, TieValues)}


def test_french_ties_by_verb() -> None:
    found = _tied(
        "Mousseline lève 22 millions d'euros\n\nLa start-up nantaise Mousseline a levé 22 millions d'euros. "
        "L'entreprise travaille avec le transporteur Rapido. Laiterie Breizh utilise ses emballages. "
        "Ses machines sont fournies par l'allemand Maschinenbau Krug. Le groupe Norpac détient 15 % du capital. "
        "Marchal distribue les emballages de Mousseline.\n"
    )
    assert found >= {
        ("Rapido", "partner"),
        ("Laiterie Breizh", "customer"),
        ("Maschinenbau Krug", "supplier"),
        ("Norpac", "investor"),
        ("Marchal", "distributor"),
    }


def test_german_ties_by_verb() -> None:
    found = _tied(
        "Solgrid sammelt 45 Millionen Euro ein\n\nDas Berliner Start-up Solgrid hat 45 Millionen Euro eingesammelt. "
        "Solgrid hat den Wettbewerber Enpower übernommen. Die Software nutzen unter anderem Ostnetz und die Stadtwerke "
        "Gera. Der Chemiekonzern Bayrol ist mit 12 Prozent an Solgrid beteiligt.\n"
    )
    assert found >= {
        ("Enpower", "acquired"),
        ("Ostnetz", "customer"),
        ("Stadtwerke Gera", "customer"),
        ("Bayrol", "investor"),
    }


_SAID = {
    "pt": "Acme capta R$ 120 milhões\n\nA Acme, startup de energia solar com sede em Curitiba, tem 30 lojas.\n\n",
    "de": "Acme sammelt Geld ein\n\nDas Münchner Start-up Acme baut Maschinen und beschäftigt 90 Mitarbeiter.\n\n",
    "fr": "Acme lève des fonds\n\nLa start-up lyonnaise Acme fabrique des machines et emploie 120 personnes.\n\n",
    "es": "Acme cierra una ronda\n\nLa empresa Acme fabrica máquinas y emplea a 80 personas en Valencia.\n\n",
    "it": "Acme raccoglie fondi\n\nLa startup Acme produce macchine e ha 60 dipendenti nella sua sede di Torino.\n\n",
}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("pt", "Segundo a companhia, a receita anual chegou a R$ 80 milhões em 2025."),
        ("pt", "A empresa afirma que reduz em 30% a conta de luz dos clientes."),
        ("de", "Nach Angaben des Unternehmens lag der Umsatz 2025 bei 9 Millionen Euro."),
        ("de", "Nach eigenen Angaben spart das System 40 Prozent Strom."),
        ("fr", "D'après l'entreprise, son chiffre d'affaires a atteint 12 millions d'euros en 2025."),
        ("fr", "Selon la société, ses emballages se décomposent en 30 jours."),
        ("es", "Según la compañía, factura 11 millones de euros al año."),
        ("es", "La empresa asegura que su tecnología consume un 40% menos."),
        ("it", "Secondo l'azienda, i ricavi del 2025 sono stati pari a 6 milioni di euro."),
    ],
)
def test_what_the_company_says_is_its_word(language: str, words: str) -> None:
    read = source(_SAID[language] + words + "\n")
    claims, _ = extract((read,), find_subject((read,)))
    held = [one for one in claims if one.evidence.quote[:12] in words]
    assert held
    assert {one.holder_kind for one in held} == {"company"}


@pytest.mark.parametrize(
    ("language", "words", "leads", "participants"),
    [
        (
            "fr",
            "Acme a levé 18 millions d'euros auprès de Rhône Capital, chef de file, et de ses investisseurs "
            "historiques Altivest et Caisse Nord.",
            {"Rhône Capital"},
            {"Altivest", "Caisse Nord"},
        ),
        (
            "fr",
            "La levée de 18 millions d'euros a été menée par Rhône Capital, rejoint par Altivest et Caisse Nord.",
            {"Rhône Capital"},
            {"Altivest", "Caisse Nord"},
        ),
        (
            "pt",
            "A rodada de R$ 9 milhões foi liderada pela Pedra Capital e teve participação da Igarapé Ventures, do "
            "fundo Mirante e da Telvia.",
            {"Pedra Capital"},
            {"Igarapé Ventures", "Mirante", "Telvia"},
        ),
        (
            "it",
            "Acme ha raccolto 9 milioni di euro in un round guidato da Alpe Ventures. Hanno partecipato anche il fondo "
            "Mole Capital e la banca Intera.",
            {"Alpe Ventures"},
            {"Mole Capital", "Intera"},
        ),
        ("fr", "Elle est dirigée par Claire Morel, sa présidente.", set(), set()),
    ],
)
def test_who_gives(language: str, words: str, leads: set[str], participants: set[str]) -> None:
    read = source(_SAID[language] + words + "\n")
    claims, _ = extract((read,), find_subject((read,)))
    values = [one.values for one in claims if isinstance(one.values, FundingValues)]
    assert {name for one in values for name in one.leads} == leads
    assert {name for one in values for name in one.participants} == participants


def test_french_quotation_marks_stand_apart_from_their_words() -> None:
    words = (
        "« Nous serons rentables dès 2027 », assure la présidente, Claire Morel. L'entreprise vise 9 millions d'euros."
    )
    read = source(_SAID["fr"] + words + "\n")
    claims, _ = extract((read,), find_subject((read,)))
    quoted = [one for one in claims if "rentables" in one.evidence.quote]
    assert {(one.holders, one.holder_kind) for one in quoted} == {(("Claire Morel",), "company")}
    assert not any("Claire Morel" in one.holders for one in claims if "9 millions" in one.evidence.quote)
