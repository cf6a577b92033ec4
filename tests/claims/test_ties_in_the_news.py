"""Ties as the press tells them: customers named without the company, lists of users, who is only named in passing."""

from __future__ import annotations

import pytest

from briefing.claims import relationships
from briefing.model.claim import Claim, Rejected, TieValues

from .close import reading

_LEAD = "Acme has news\nAcme, a maker of machines, has news for its readers. Acme employs 300 people.\n"
Tie = tuple[str, str]


def told(words: str, lead: str = _LEAD) -> list[TieValues]:
    found = relationships.extract(reading(lead + words))
    return [one.values for one in found if isinstance(one, Claim) and isinstance(one.values, TieValues)]


def ties(words: str, lead: str = _LEAD) -> set[Tie]:
    return {(one.name, one.tie) for one in told(words, lead)}


def customers(*names: str) -> set[Tie]:
    return {(name, "customer") for name in names}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Carmaker Voltera has ordered 40 machines.", customers("Voltera")),
        ("Caldor has signed a letter of intent to buy cells from 2028.", customers("Caldor")),
        ("Port operator Caldor has agreed to test it.", customers("Caldor")),
        ("Acme uses Voltera to run its shops.", {("Voltera", "supplier")}),
        ("The robots will be built in Lagos by contract manufacturer Tarkin.", {("Tarkin", "supplier")}),
        ("The machines work in 300 barns, including those of grower Caldor.", customers("Caldor")),
        (
            "Acme's drones are flown by the parcel company Caldor, by Voltera and, since June, by Tarkin.",
            customers("Caldor", "Voltera", "Tarkin"),
        ),
        ("Acme will supply its tool to the law firm Caldor.", customers("Caldor")),
        ("Other users include Caldor, Voltera and the health trust Tarkin.", customers("Caldor", "Voltera", "Tarkin")),
        ("Acme works with Globe subsidiary Caldor.", {("Caldor", "partner")}),
        ("Its customers include Voltera and pump maker Caldor.", customers("Voltera", "Caldor")),
        ("Acme has won an order for 60 machines from Caldor.", customers("Caldor")),
        ("The carmaker Caldor, already a shareholder, doubled its stake to 10%.", {("Caldor", "investor")}),
        ("Caldor and Tarkin are weighing an investment in Acme.", {("Caldor", "investor"), ("Tarkin", "investor")}),
        (
            "Acme has similar arrangements with the shoemaker Caldor and with carmaker Voltera.",
            {
                ("Caldor", "partner"),
                ("Voltera", "partner"),
            },
        ),
        ("In November it signed with Caldor to sell them abroad.", {("Caldor", "partner")}),
        (
            "Acme's kiosks are live at 400 locations, including stores of Caldor and the campuses of Voltera Health.",
            customers("Caldor", "Voltera Health"),
        ),
        ("The drug is made in Leiden by the contract manufacturer Caldor.", {("Caldor", "supplier")}),
        ("Acme will issue bonds in autumn, with Caldor as coordinator.", {("Caldor", "adviser")}),
        ("In February it displaced Tarkin at Caldor Hospital.", customers("Caldor Hospital")),
        (
            "Its machines are built with motors from Caldor and Voltera.",
            {("Caldor", "supplier"), ("Voltera", "supplier")},
        ),
        ("Caldor Pacific is piloting the software in its wards.", customers("Caldor Pacific")),
        (
            "Named logos in the deck: Caldor, Tarkin and Voltera Clinic.",
            customers("Caldor", "Tarkin", "Voltera Clinic"),
        ),
        ("Acme is in talks with Caldor about a pilot in Sweden.", {("Caldor", "partner")}),
        ("There are 2,150 of its arms at work today, a third of them at Caldor.", customers("Caldor")),
        ("Its customers include *Caldor North* and **Voltera Bank**.", customers("Caldor North", "Voltera Bank")),
        ("Caldor is both a customer and an investor.", {("Caldor", "customer"), ("Caldor", "investor")}),
        (
            "Caldor Bank and Tarkin Finance are lending the company $40 million.",
            {
                ("Caldor Bank", "lender"),
                ("Tarkin Finance", "lender"),
            },
        ),
        ("Acme is a supplier to Caldor and Voltera.", customers("Caldor", "Voltera")),
        ("Its software runs on Caldor's cloud.", {("Caldor", "supplier")}),
        (
            "Acme's largest shareholders are Caldor, with 22%, and Voltera Capital, with 14%.",
            {("Caldor", "investor"), ("Voltera Capital", "investor")},
        ),
        (
            "The work will be done with Caldor, which supplies the company's arms, and with Voltera of Canada.",
            {("Caldor", "partner"), ("Caldor", "supplier"), ("Voltera", "partner")},
        ),
        ("The first to try it was Caldor.", customers("Caldor")),
        ("Acme works with Caldor on a joint bid for the port of Oslo.", {("Caldor", "partner")}),
        ("The Treasury Bank has offered the company a loan of $20 million.", {("Treasury Bank", "lender")}),
    ],
)
def test_who_buys_builds_and_lends(words: str, expected: set[Tie]) -> None:
    assert ties(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Voltera, which competes with Acme, raised $90 million from Oakfund Capital.",
        "Voltera, led by former Acme manager Jane Roe and backed by Oakfund Capital, is looking for $30 million.",
        "Voltera has ordered 40 machines from Tarkin.",
    ],
)
def test_what_another_company_has_is_its_own(words: str) -> None:
    found = ties(words)
    assert not {tie for tie in found if tie[1] != "competitor"}
    assert [one for one in relationships.extract(reading(_LEAD + words)) if isinstance(one, Rejected)] or not found


_FOREIGN = {
    "de": "Acme sammelt Geld ein\nDas Unternehmen Acme aus Ulm baut Maschinen und beschäftigt 300 Mitarbeiter.\n",
    "fr": "Acme lève des fonds\nLa start-up Acme fabrique des machines et emploie 300 personnes dans son usine.\n",
    "it": "Acme raccoglie fondi\nLa startup Acme produce macchine e ha 300 dipendenti nella sua sede di Torino.\n",
    "pt": "Acme capta R$ 9 milhões\nA Acme, startup com sede em Curitiba, fabrica máquinas e tem 300 funcionários.\n",
    "es": "Acme cierra una ronda\nLa empresa Acme fabrica máquinas y emplea a 300 personas en su sede de Valencia.\n",
}


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("de", "Erster Kunde ist die Supermarktkette Caldor.", customers("Caldor")),
        ("de", "Mit dem Maschinenbauer Tarkin arbeitet das Unternehmen zusammen.", {("Tarkin", "partner")}),
        ("fr", "La société s'est associée au papetier Caldor pour ses machines.", {("Caldor", "partner")}),
        (
            "it",
            "Tra i clienti di Acme ci sono il gruppo alimentare Caldor e la compagnia di spedizioni Voltera.",
            customers("Caldor", "Voltera"),
        ),
        ("it", "La società ha acquisito la concorrente Tarkin.", {("Tarkin", "acquired")}),
        ("es", "La empresa firmó un contrato con Caldor para dos plantas.", customers("Caldor")),
        ("es", "Acme compró en 2024 la ingeniería Tarkin por 3 millones de euros.", {("Tarkin", "acquired")}),
        ("es", "Las membranas las suministra la alemana Filtron.", {("Filtron", "supplier")}),
        ("pt", "A empresa tem entre seus clientes o Banco Caldor e a Telvia.", customers("Banco Caldor", "Telvia")),
        (
            "pt",
            "As placas são fornecidas pela chinesa Caldor e montadas pela Tarkin.",
            {("Caldor", "supplier"), ("Tarkin", "supplier")},
        ),
        ("pt", "A Acme foi comprada pela Northwind em março.", {("Northwind", "acquirer")}),
        ("pt", "O BNDQ aprovou um financiamento de R$ 40 milhões para a empresa.", {("BNDQ", "lender")}),
        ("pt", "Com a Voltbras, a companhia desenvolve uma bateria.", {("Voltbras", "partner")}),
        ("de", "Kunden sind unter anderem Kornblum und der Logistiker Transveld.", customers("Kornblum", "Transveld")),
        ("fr", "Le constructeur Caldor a choisi Acme pour ses machines.", customers("Caldor")),
        ("fr", "Elle fournit déjà Caldor et Voltera.", customers("Caldor", "Voltera")),
        ("de", "Zu den Abnehmern gehören Kornblum und die Firma Transveld.", customers("Kornblum", "Transveld")),
        ("de", "Bisher hatten Kornblum und Ulmen Kapital in das Unternehmen investiert.", {("Kornblum", "investor")}),
        ("de", "Gefertigt wird bei Zollnar in Zandt.", {("Zollnar", "supplier")}),
        ("de", "Mit der TU München forscht die Firma an Motoren.", {("TU München", "partner")}),
        ("de", "Die Kompressoren liefert die Pumpa AG.", {("Pumpa AG", "supplier")}),
        ("de", "Das Geld kommt von Birkpark Ventures und Ulmen Kapital.", {("Ulmen Kapital", "investor")}),
    ],
)
def test_other_languages(language: str, words: str, expected: set[Tie]) -> None:
    assert ties(words, _FOREIGN[language]) >= expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("A joint project with Caldor, which was to have built a plant, was buried last year.", "ended"),
        ("A pilot with Caldor at the port expired last year without a follow-up order.", "ended"),
        ("A deal with Caldor, announced in 2024, has been cancelled; neither side will say why.", "ended"),
        ("Acme has a supply contract with Caldor.", "current"),
        ("Acme has signed a letter of intent with Caldor.", "planned"),
        ("Caldor ended a pilot in 2024.", "ended"),
    ],
)
def test_how_a_tie_stands(words: str, expected: str) -> None:
    assert [one.status for one in told(words)] == [expected]


def test_who_delivers_what_a_supply_contract_is_on() -> None:
    words = "Acme has signed a second supply contract with Caldor, for cells from its plant in Oslo."
    assert ties(words) == {("Caldor", "supplier")}
    assert ties("Caldor supplies transformers and inverters for all sites.") == {("Caldor", "supplier")}


def test_an_aside_does_not_end_a_list() -> None:
    words = (
        "Acme's customers include the grid operator Caldor, for which it runs two batteries, and utilities such as "
        "Voltera Works and Tarkin Works."
    )
    assert ties(words) == customers("Caldor", "Voltera Works", "Tarkin Works")


def test_an_arm_is_listed_and_not_its_owner() -> None:
    words = (
        "Acme raised $9 million. Oakfund Invest, the investment arm of Globe, Birch Ventures and Caldor also invested."
    )
    found = ties(words)
    assert {("Oakfund Invest", "investor"), ("Birch Ventures", "investor"), ("Caldor", "investor")} <= found
    assert "Globe" not in {name for name, _ in found}
    assert ("Oak i Ventures", "investor") in ties(
        "Acme raised $9 million. Birch Capital and Oak i Ventures, its earlier backers, also took part."
    )


@pytest.mark.parametrize(
    "words",
    [
        "Acme raised $9 million. Caldor Capital has studied the deal but is unlikely to join.",
        "Acme raised $9 million. Caldor Capital also looked at the deal, one of them added.",
        "The family company Voltera, now partly owned by Caldor, is building pumps.",
        "Among the large players are Voltera, a unit of Caldor, and Tarkin.",
        "Oslo-based Voltera secured $90 million from a group led by Caldor in January.",
        "Caldor bought its way in.",
        "The chairman dismissed speculation that Caldor would buy the company.",
        "The Ledger reported in May that Caldor had offered to buy Acme. Acme denied the report at the time.",
        "Caldor and Tarkin sold pumps by the piece, Acme rents them out and makes its money that way.",
        "The pump maker Mendly is small. Mendly is backed by Caldor and Tarkin.",
        "Acme lost a bid for the Caldor contract to Tarkin.",
        "Its investors have also backed Caldor and Tarkin.",
        "Unlike Voltera, which sells to Caldor and Tarkin, Acme sells to states.",
        "Acme raised less than Voltera, which got $90 million from Caldor Capital.",
        "Debt in the sector has grown, with Caldor and others warning of trouble.",
        "Acme collected $9 million from financiers, among them a subsidiary of Caldor.",
        "Jane Roe, who is joining the startup's supervisory board, spoke of a round.",
    ],
)
def test_who_is_named_beside_it_has_no_tie(words: str) -> None:
    assert not ties(words)


def test_a_denial_of_something_else_takes_nothing_back() -> None:
    words = "The Ledger reported in May that Caldor had offered to buy Acme. Acme denied that it had lost customers."
    assert ties(words) == {("Caldor", "acquirer")}


def test_who_uses_it_where_people_work() -> None:
    assert ties("At Caldor Clinic in Oslo, doctors use Acme for every scan.") == customers("Caldor Clinic")
    gone = told("At Caldor Clinic, a chain of 22 hospitals, the software was switched off in December.")
    assert [(one.name, one.status) for one in gone] == [("Caldor Clinic", "ended")]
    assert not ties("At Caldor Clinic, doctors use pencils.")


def test_the_software_is_that_of_whom_the_text_runs_on() -> None:
    assert ties("Norway's coastguard uses the data to find trawlers.") == customers("Norway's coastguard")
    assert not ties("Norway's coastguard uses the road to find trawlers.")


def test_a_short_name_that_fits_two_companies_is_neither() -> None:
    words = "Caldor Finance took part in the round. Caldor Energy supplies transformers for all its sites. "
    found = told(words + "Acme raised $9 million from Caldor Finance and Birch Ventures. Caldor is big.")
    assert {one.name for one in found} == {"Caldor Finance", "Caldor Energy", "Birch Ventures"}
    assert not any("Caldor" in one.aliases or "Caldor Energy" in one.aliases for one in found)


def test_backers_are_backers_whatever_the_rest_is() -> None:
    words = "Acme, whose backers include Caldor and Tarkin, is also negotiating with a bank, a person close to it said."
    assert {(one.name, one.status) for one in told(words)} == {("Caldor", "current"), ("Tarkin", "current")}


def test_angels_are_nobody_by_name() -> None:
    words = "| Date | Round | Amount | Investors |\n|---|---|---|---|\n| 2019 | Seed | $2M | Caldor Capital, Angels |\n"
    assert ties(words) == {("Caldor Capital", "investor")}


def test_who_sells_a_stake_and_who_buys_it() -> None:
    words = "Caldor Industries has sold its 15% stake in Acme, the machine maker, to the fund Tarkin Holding."
    assert {(one.name, one.tie, one.status) for one in told(words)} >= {("Tarkin Holding", "investor", "current")}
    assert not {one.name for one in told("Caldor has sold its stake in Voltera to Tarkin Holding.")} & {
        "Tarkin Holding"
    }


@pytest.mark.parametrize(
    "words",
    [
        "In 2021 she teamed up with Tomas Hale, an engineer who had worked on fraud, and the pair built a prototype.",
        "Tarkin Machines, also of Lagos and also a tenant, sold one to the Varda Space Centre this year.",
        "Tarkin Machines, like many of its peers, sold one to the Varda Space Centre.",
        "Technicians took to the machine, called Rounds; four in five of them use it daily.",
    ],
)
def test_people_and_what_others_sell_are_no_ties(words: str) -> None:
    assert not ties(words)


def test_backers_at_a_worth_are_no_partners() -> None:
    words = "Acme was put at $1.2 billion in June, when it raised $150 million from backers including Caldor."
    assert ties(words) == {("Caldor", "investor")}


def test_an_agency_of_two_fields_is_one() -> None:
    words = "Customers include the Food and Drug Agency, the Trade and Investment Council and Caldor."
    assert ties(words) == customers("Food and Drug Agency", "Trade and Investment Council", "Caldor")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Acme signed a deal with an Osaka startup backed by Caldor Ventures.", set()),
        ("Acme will buy 5,000 motors from a young company backed by Caldor Ventures.", set()),
        ("Acme, a startup backed by Caldor Ventures, makes motors.", {("Caldor Ventures", "investor")}),
        ("Acme is a company backed by Caldor Ventures.", {("Caldor Ventures", "investor")}),
    ],
)
def test_who_backs_an_unnamed_counterpart_is_no_investor_of_the_company(words: str, expected: set[Tie]) -> None:
    assert {tie for tie in ties(words) if tie[1] == "investor"} == expected
