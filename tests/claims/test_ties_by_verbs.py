"""Ties told by a verb and its arguments, whatever the verb: who uses, sends, holds, makes, resells or gives up what."""

from __future__ import annotations

import pytest

from briefing.claims import relationships
from briefing.model.claim import Claim, TieValues

from .close import reading

_ABOUT = {
    "pays": "Acme pays the drivers of delivery platforms.",
    "satellites": "Acme builds small radar satellites.",
    "machines": "Acme makes sorting machines for recycling plants.",
    "software": "Acme makes software for hospitals.",
    "robots": "Acme makes delivery robots.",
    "food": "Acme makes protein from mushrooms.",
    "customers": "Acme has 40 customers.",
}


def told(about: str, words: str) -> set[tuple[str, ...]]:
    """Name, tie and, where it is not current, status."""
    text = (
        f"Acme grows up\n\nAcme, a company from Leeds, was founded in 2019.\n\n{_ABOUT[about]} {words}\n\n"
        "Spokesmen for Caldor, Voltera and Tarkin did not want to comment.\n"
    )
    found = [one.values for one in relationships.extract(reading(text)) if isinstance(one, Claim)]
    ties = [values for values in found if isinstance(values, TieValues)]
    return {(one.name, one.tie) if one.status == "current" else (one.name, one.tie, str(one.status)) for one in ties}


@pytest.mark.parametrize(
    ("about", "words", "expected"),
    [
        (
            "pays",
            "Its records are being moved from Caldor to Voltera.",
            {("Caldor", "supplier", "ended"), ("Voltera", "supplier")},
        ),
        ("software", "Acme is listed in Caldor's app store.", {("Caldor", "partner")}),
        ("pays", "Caldor, a Danish insurer, pays its garages via Acme.", {("Caldor", "customer")}),
        ("pays", "Claims of the insurer Caldor are settled through Acme.", {("Caldor", "customer")}),
        (
            "pays",
            "Travel platform Caldor moved its hotel payments in Norway and Chile to Acme in the autumn.",
            {("Caldor", "customer")},
        ),
        (
            "pays",
            "British insurer Caldor is due to go live with Acme for home claims in September.",
            {("Caldor", "customer", "planned")},
        ),
        ("pays", "Caldor went live on Acme in March.", {("Caldor", "customer")}),
        (
            "pays",
            "Ticket site Caldor, on the other hand, left for Tarkin at the start of the year.",
            {("Caldor", "customer", "ended")},
        ),
        ("pays", "Two clients have gone: Caldor went back to paper last year.", {("Caldor", "customer", "ended")}),
        ("pays", "Caldor ran all of its payouts on Acme until May.", {("Caldor", "customer", "ended")}),
        (
            "pays",
            "The money is held at Caldor and at Voltera Bank, and in America at Tarkin Bank.",
            {("Caldor", "supplier"), ("Tarkin Bank", "supplier"), ("Voltera Bank", "supplier")},
        ),
        (
            "pays",
            "It keeps its ledger on three clouds, two on Caldor Web and on Tarkin Cloud and one with Vandelay.",
            {("Caldor Web", "supplier"), ("Tarkin Cloud", "supplier"), ("Vandelay", "supplier")},
        ),
        ("pays", "Its data are stored with Caldor in Frankfurt.", {("Caldor", "supplier")}),
        (
            "pays",
            "For identity checks it relies on Caldor, now a part of Tarkin, and for screening on Voltera.",
            {("Caldor", "supplier"), ("Voltera", "supplier")},
        ),
        (
            "pays",
            "Today it operates through a sponsor bank, Ohio-based Caldor Bank.",
            {("Caldor Bank", "supplier")},
        ),
        ("pays", "Acme has been a certified partner of Caldor since last year.", {("Caldor", "partner")}),
        ("pays", "Caldor has been one of Acme's settlement banks since 2019.", {("Caldor", "supplier")}),
        ("pays", "It has signed fourteen platforms, the largest of which is Caldor.", {("Caldor", "customer")}),
        (
            "pays",
            "Most of the matching is done with software of Caldor, the Ghent start-up that it took over in 2024.",
            {("Caldor", "acquired")},
        ),
        ("pays", "Caldor uses Acme to pay its couriers.", {("Caldor", "customer")}),
        ("pays", "The retailer Caldor has been using its ledger ever since.", {("Caldor", "customer")}),
        ("pays", "In Belgium, the payroll office Caldor has been using it since last year.", {("Caldor", "customer")}),
        ("pays", "Caldor has entrusted its supplier payments to Acme.", {("Caldor", "customer")}),
        ("pays", "Caldor has handed its refunds to Acme.", {("Caldor", "customer")}),
        ("pays", "Caldor replaced its own system with Acme's last year.", {("Caldor", "customer")}),
        ("pays", "Caldor will switch to Acme in the autumn.", {("Caldor", "customer", "planned")}),
        ("pays", "Acme's cards are issued by Caldor.", {("Caldor", "partner"), ("Caldor", "supplier")}),
        ("pays", "Payments at Caldor run on Acme.", {("Caldor", "customer")}),
        ("pays", "Acme sends the money out through Caldor.", {("Caldor", "supplier")}),
        ("pays", "Customers can book Acme through Caldor.", {("Caldor", "distributor")}),
        ("pays", "Buyers so far include Caldor and Voltera.", {("Caldor", "customer"), ("Voltera", "customer")}),
        (
            "machines",
            "It has delivered nine machines, among them one to Caldor and another to a plant run by Voltera.",
            {("Caldor", "customer"), ("Voltera", "customer")},
        ),
        (
            "machines",
            "Caldor tried one of its machines and went back to hand sorting last year.",
            {("Caldor", "customer", "ended")},
        ),
        (
            "machines",
            "The Caldor Research Laboratory in Austin, Texas, has had a machine since 2019.",
            {("Caldor Research Laboratory", "customer")},
        ),
        (
            "machines",
            "In September the Danish Waste Agency signed for two more machines, at a price of $27 million.",
            {("Danish Waste Agency", "customer")},
        ),
        (
            "machines",
            "Caldor, which has used Acme's machines for years, ordered one of its own in April.",
            {("Caldor", "customer")},
        ),
        (
            "machines",
            "The camera chips come from Caldor in Taiwan, the lenses from Voltera.",
            {("Caldor", "supplier"), ("Voltera", "supplier")},
        ),
        ("machines", "The lenses, boxes of them, are from a nearby firm, Caldor, of Marfa.", {("Caldor", "supplier")}),
        (
            "machines",
            '"Caldor in Minnesota is going to make cameras for us from 2027," said chief executive Jane Roe.',
            {("Caldor", "supplier", "planned")},
        ),
        (
            "machines",
            "Acme buys in its cameras from Caldor and its motors from Voltera.",
            {("Caldor", "supplier"), ("Voltera", "supplier")},
        ),
        (
            "machines",
            "The software was developed together with Caldor, the state laboratory, and with Voltera.",
            {("Caldor", "co-developer"), ("Caldor", "partner"), ("Voltera", "co-developer"), ("Voltera", "partner")},
        ),
        ("machines", "Acme is developing a new arm jointly with Caldor.", {("Caldor", "partner")}),
        (
            "machines",
            "Acme moved its archive, some nine terabytes of it, from Caldor to Voltera last winter.",
            {("Caldor", "supplier", "ended"), ("Voltera", "supplier")},
        ),
        ("machines", "Caldor added the machine to its catalogue in June.", {("Caldor", "distributor")}),
        ("machines", "Caldor has stocked Acme's machines since June.", {("Caldor", "distributor")}),
        ("machines", "Caldor sells the machines in Japan under an exclusive agreement.", {("Caldor", "distributor")}),
        ("machines", "At Caldor in Leeds, two machines have run since May.", {("Caldor", "customer")}),
        (
            "machines",
            "The first machine went to Caldor, the second to Voltera.",
            {("Caldor", "customer"), ("Voltera", "customer")},
        ),
        ("machines", "Two machines stand at Caldor in Leeds.", {("Caldor", "customer")}),
        ("machines", "Caldor is thought to be close to an order.", {("Caldor", "customer", "rumoured")}),
        ("machines", "A dozen machines are at work, four of them at Caldor.", {("Caldor", "customer")}),
        ("machines", "Caldor picked Acme in November for the second stage of a programme.", {("Caldor", "customer")}),
        ("machines", "The Danish environment agency, Caldor, picked Acme in November.", {("Caldor", "customer")}),
        ("machines", "The grippers are cast by Caldor.", {("Caldor", "supplier")}),
        ("machines", "Its machines are assembled in Leeds by Caldor.", {("Caldor", "supplier")}),
        ("machines", "Caldor maintains the machines across Germany.", {("Caldor", "supplier")}),
        ("machines", "Acme has outsourced its support to Caldor.", {("Caldor", "supplier")}),
        ("satellites", "Launches have so far been performed mainly by Caldor.", {("Caldor", "supplier")}),
        (
            "satellites",
            "The Danish ministry of transport, which has been trying the service since last year, is expected to sign.",
            {("Danish ministry of transport", "customer")},
        ),
        (
            "satellites",
            "Chile signed a two-year contract worth 70 million euros in June for three satellites.",
            {("Chile", "customer")},
        ),
        ("satellites", "Its pictures end up with Caldor, a cloud service from Paris.", {("Caldor", "supplier")}),
        ("satellites", "Caldor was its first customer.", {("Caldor", "customer")}),
        ("satellites", "Caldor remains its largest account.", {("Caldor", "customer")}),
        ("satellites", "Acme rents its antennas from Caldor.", {("Caldor", "supplier")}),
        ("satellites", "Its ground stations are run by Caldor.", {("Caldor", "supplier")}),
        ("satellites", "Acme lost Caldor to Tarkin in the spring.", {("Caldor", "customer", "ended")}),
        ("robots", "The robot is being piloted with Caldor in three cities.", {("Caldor", "partner")}),
        (
            "robots",
            "The chip was designed with Caldor and is made by Voltera.",
            {("Caldor", "partner"), ("Voltera", "supplier")},
        ),
        ("robots", "Acme shares a test track with Caldor.", {("Caldor", "partner")}),
        ("robots", "Caldor has bought 40 of them.", {("Caldor", "customer")}),
        ("robots", "Caldor took ten robots in March.", {("Caldor", "customer")}),
        ("robots", "Caldor has ordered a further 12.", {("Caldor", "customer")}),
        ("robots", "Caldor has 40 of its robots in service.", {("Caldor", "customer")}),
        ("robots", "Caldor runs 40 robots in Leeds.", {("Caldor", "customer")}),
        (
            "robots",
            "The robots carry parcels for Caldor and Voltera.",
            {("Caldor", "customer"), ("Voltera", "customer")},
        ),
        ("robots", "The robots are on trial at Caldor.", {("Caldor", "customer")}),
        ("robots", "The batteries are from Caldor.", {("Caldor", "supplier")}),
        ("robots", "Caldor handles logistics for the company.", {("Caldor", "supplier")}),
        ("robots", "Caldor looks after the robots in Germany.", {("Caldor", "supplier")}),
        (
            "robots",
            "Acme switched from Caldor to Voltera for its chips.",
            {("Caldor", "supplier", "ended"), ("Voltera", "supplier")},
        ),
        ("robots", "Caldor supplies the wheels.", {("Caldor", "supplier")}),
        ("robots", "The wheels, supplied by Caldor, are made of rubber.", {("Caldor", "supplier")}),
        ("robots", "It has the robots built by Caldor.", {("Caldor", "supplier")}),
        ("robots", "Forty robots were delivered to Caldor in May.", {("Caldor", "customer")}),
        ("robots", "It shipped the first robots to Caldor in May.", {("Caldor", "customer")}),
        ("robots", "The first robots will go to Caldor.", {("Caldor", "customer", "planned")}),
        ("robots", "Caldor has signed up for 40 robots.", {("Caldor", "customer")}),
        ("robots", "Caldor has an option on 40 robots.", {("Caldor", "customer")}),
        ("robots", "Caldor has committed to 40 robots.", {("Caldor", "customer")}),
        ("robots", "Caldor is to get 40 robots.", {("Caldor", "customer", "planned")}),
        ("robots", "Under a contract with Caldor, 40 robots will be delivered.", {("Caldor", "customer", "planned")}),
        ("robots", "Caldor expects 40 robots by May.", {("Caldor", "customer", "planned")}),
        ("robots", "Chips come from Caldor, wheels from Voltera.", {("Caldor", "supplier"), ("Voltera", "supplier")}),
        ("robots", "Caldor's chips steer the robots.", {("Caldor", "supplier")}),
        ("robots", "Acme buys its chips from Caldor.", {("Caldor", "supplier")}),
        ("robots", "Acme has its robots assembled by Caldor.", {("Caldor", "supplier")}),
        ("robots", "Its robots are put together at a plant of Caldor in Hungary.", {("Caldor", "supplier")}),
        ("robots", "Caldor assembles the robots in Hungary.", {("Caldor", "supplier")}),
        ("robots", "Acme leaves assembly to Caldor.", {("Caldor", "supplier")}),
        ("robots", "For assembly, it has turned to Caldor.", {("Caldor", "supplier")}),
        ("robots", "Repairs are done by Caldor.", {("Caldor", "supplier")}),
        ("software", "It runs a joint laboratory with Caldor.", {("Caldor", "partner")}),
        ("software", "Acme works hand in glove with Caldor.", {("Caldor", "partner")}),
        ("software", "With help from Caldor, the company is building a model of its own.", {("Caldor", "partner")}),
        ("software", "Caldor is helping Acme to train its models.", {("Caldor", "partner")}),
        (
            "software",
            "It has been working with Caldor and Voltera on a new tool.",
            {("Caldor", "partner"), ("Voltera", "partner")},
        ),
        (
            "software",
            "Acme is part of a consortium that also includes Caldor and Voltera.",
            {("Caldor", "partner"), ("Voltera", "partner")},
        ),
        ("software", "Acme and Caldor are bidding together for the tender.", {("Caldor", "partner")}),
        ("software", "Caldor, its partner in Japan, has trained 70 people.", {("Caldor", "partner")}),
        ("software", "Its Japanese partner, Caldor, has trained 70 people.", {("Caldor", "partner")}),
        ("software", "Acme's software integrates with Caldor.", {("Caldor", "partner")}),
        ("software", "It has been certified by Caldor and sits in its app store.", {("Caldor", "partner")}),
        ("software", "Acme has signed a referral agreement with Caldor.", {("Caldor", "partner")}),
        ("software", "The company has teamed up with Caldor on a tool for nurses.", {("Caldor", "partner")}),
        ("software", "The tool is the fruit of a collaboration with Caldor.", {("Caldor", "partner")}),
        ("software", "A tie-up between Acme and Caldor was announced in May.", {("Caldor", "partner")}),
        ("software", "Caldor has rolled out the software in 200 clinics.", {("Caldor", "customer")}),
        ("software", "Caldor's 3,000 nurses use the app.", {("Caldor", "customer")}),
        ("software", "Caldor pays Acme about 2 million euros a year.", {("Caldor", "customer")}),
        ("software", "Caldor accounts for a fifth of its revenue.", {("Caldor", "customer")}),
        ("software", "The first to sign was Caldor, in 2021.", {("Caldor", "customer")}),
        (
            "software",
            "Its first customer was Caldor. Then came Voltera.",
            {("Caldor", "customer"), ("Voltera", "customer")},
        ),
        (
            "software",
            "Caldor was its first customer. Voltera joined in May.",
            {("Caldor", "customer"), ("Voltera", "customer")},
        ),
        ("software", "Acme won Caldor from Tarkin last year.", {("Caldor", "customer")}),
        ("software", "Caldor, a customer since 2021, has extended its contract.", {("Caldor", "customer")}),
        ("software", "Caldor has been a customer since 2021.", {("Caldor", "customer")}),
        ("software", "Caldor swears by it.", {("Caldor", "customer")}),
        ("software", "Caldor chose Acme over Tarkin.", {("Caldor", "customer")}),
        (
            "software",
            "Its software is in daily use at Caldor and at Voltera.",
            {("Caldor", "customer"), ("Voltera", "customer")},
        ),
        (
            "software",
            "The software is used by hospital groups such as Caldor and Voltera.",
            {("Caldor", "customer"), ("Voltera", "customer")},
        ),
        (
            "software",
            "It has signed up names such as Caldor and Voltera.",
            {("Caldor", "customer"), ("Voltera", "customer")},
        ),
        ("software", "Its customers range from Caldor to Voltera.", {("Caldor", "customer"), ("Voltera", "customer")}),
        ("software", "Caldor and Voltera are on board.", {("Caldor", "customer"), ("Voltera", "customer")}),
        ("software", "Acme's software drives the booking service of Caldor.", {("Caldor", "customer")}),
        ("software", "Caldor's chatbot is built on Acme's models.", {("Caldor", "customer")}),
        ("software", "Caldor renewed its contract in May.", {("Caldor", "customer")}),
        ("software", "Caldor dropped it after a year.", {("Caldor", "customer", "ended")}),
        ("software", "In May, Acme lost Caldor as a customer.", {("Caldor", "customer", "ended")}),
        (
            "software",
            "From January, Caldor will use the software in all of its clinics.",
            {("Caldor", "customer", "planned")},
        ),
        ("software", "Caldor is said to be testing it.", {("Caldor", "customer", "rumoured")}),
        ("software", "Acme landed a contract with Caldor worth 5 million euros.", {("Caldor", "customer")}),
        ("software", "Acme beat Tarkin to a contract with Caldor.", {("Caldor", "customer")}),
        ("software", "Acme plans the shifts of Caldor and Voltera.", {("Caldor", "customer"), ("Voltera", "customer")}),
        ("software", "Caldor gave Acme its first order.", {("Caldor", "customer")}),
        ("software", "Caldor has put the software through its paces since May.", {("Caldor", "customer")}),
        ("software", "Doctors at Caldor have used it since 2020.", {("Caldor", "customer")}),
        ("software", "At Caldor, doctors have used it since 2020.", {("Caldor", "customer")}),
        ("software", "The software runs in the data centres of Caldor.", {("Caldor", "supplier")}),
        ("software", "It rents computing power from Caldor.", {("Caldor", "supplier")}),
        ("software", "Its models are trained on chips made by Caldor.", {("Caldor", "supplier")}),
        ("software", "Acme uses models from Caldor.", {("Caldor", "supplier")}),
        (
            "software",
            '"We use it for every shift," says Jane Roe, head of nursing at Caldor.',
            {("Caldor", "customer")},
        ),
        (
            "software",
            "Jane Roe, head of nursing at Caldor, says the software has cut overtime by a third.",
            {("Caldor", "customer")},
        ),
        ("software", "Caldor is understood to be a customer.", {("Caldor", "customer", "rumoured")}),
        (
            "software",
            "The website shows the logos of Caldor and Voltera.",
            {("Caldor", "customer"), ("Voltera", "customer")},
        ),
        ("software", "It names Caldor and Voltera as references.", {("Caldor", "customer"), ("Voltera", "customer")}),
        (
            "software",
            "Its three largest customers, Caldor, Voltera and Tarkin, account for half of revenue.",
            {("Caldor", "customer"), ("Tarkin", "customer"), ("Voltera", "customer")},
        ),
        (
            "software",
            "Caldor and Voltera, both of them customers, declined to comment.",
            {("Caldor", "customer"), ("Voltera", "customer")},
        ),
        ("software", "Among the first users was Caldor.", {("Caldor", "customer")}),
        ("software", "One of the first users, Caldor, has 3,000 nurses.", {("Caldor", "customer")}),
        ("software", "Caldor, one of the first users, has 3,000 nurses.", {("Caldor", "customer")}),
        ("software", "The biggest of its contracts is with Caldor.", {("Caldor", "customer")}),
        ("software", "Its biggest contract, with Caldor, runs until 2028.", {("Caldor", "customer")}),
        ("software", "A contract with Caldor runs until 2028.", {("Caldor", "customer")}),
        ("software", "An order from Caldor followed in May.", {("Caldor", "customer")}),
        ("software", "The order came from Caldor.", {("Caldor", "customer")}),
        ("software", "Acme works for Caldor and Voltera.", {("Caldor", "customer"), ("Voltera", "customer")}),
        ("software", "Acme has convinced Caldor and Voltera.", {("Caldor", "customer"), ("Voltera", "customer")}),
        ("software", "It has Caldor and Voltera as customers.", {("Caldor", "customer"), ("Voltera", "customer")}),
        ("software", "Caldor relies on Acme to plan its shifts.", {("Caldor", "customer")}),
        ("software", "Caldor manages its shifts with the help of Acme.", {("Caldor", "customer")}),
        ("software", "Caldor decided in favour of Acme in March.", {("Caldor", "customer")}),
        ("software", "Caldor gave the contract to Acme.", {("Caldor", "customer")}),
        ("software", "Since May, Caldor has had the software in 200 clinics.", {("Caldor", "customer")}),
        ("software", "Caldor introduced it in May.", {("Caldor", "customer")}),
        ("software", "The software has been running at Caldor since May.", {("Caldor", "customer")}),
        ("software", "The software has been in use with Caldor since May.", {("Caldor", "customer")}),
        ("software", "The software went live at Caldor in May.", {("Caldor", "customer")}),
        ("software", "In May it went live at Caldor.", {("Caldor", "customer")}),
        ("software", "A roll-out at Caldor is planned for May.", {("Caldor", "customer", "planned")}),
        ("software", "A pilot at Caldor ended in May.", {("Caldor", "customer", "ended")}),
        ("software", "After a trial at Caldor, the company raised its prices.", {("Caldor", "customer")}),
        ("software", "Caldor has been trying it out since May.", {("Caldor", "customer")}),
        ("software", "Caldor began a trial in May.", {("Caldor", "customer")}),
        ("software", "Caldor had used the software until May.", {("Caldor", "customer", "ended")}),
        ("software", "Caldor was a customer until May.", {("Caldor", "customer", "ended")}),
        ("software", "Caldor hosts the software.", {("Caldor", "supplier")}),
        ("software", "The data are kept in Caldor's cloud.", {("Caldor", "supplier")}),
        ("software", "Acme is a customer of Caldor.", {("Caldor", "supplier")}),
        ("software", "Acme pays Caldor for computing power.", {("Caldor", "supplier")}),
        ("software", "Its software can be bought through Caldor.", {("Caldor", "distributor")}),
        ("software", "It sells through Caldor and Voltera.", {("Caldor", "distributor"), ("Voltera", "distributor")}),
        ("software", "In Spain, Caldor sells the software.", {("Caldor", "distributor")}),
        ("software", "Sales in Spain are handled by Caldor.", {("Caldor", "distributor")}),
        ("software", "Caldor, its distributor in Spain, has 40 people.", {("Caldor", "distributor")}),
        ("software", "Caldor is its distributor in Spain.", {("Caldor", "distributor")}),
        ("software", "The software is sold in Spain by Caldor.", {("Caldor", "distributor")}),
        ("software", "Acme cooperates with Caldor.", {("Caldor", "partner")}),
        ("software", "Acme has an alliance with Caldor.", {("Caldor", "partner")}),
        ("software", "Acme and Caldor have been partners since 2021.", {("Caldor", "partner")}),
        ("software", "Caldor has been a partner since 2021.", {("Caldor", "partner")}),
        ("software", "Its partners are Caldor and Voltera.", {("Caldor", "partner"), ("Voltera", "partner")}),
        ("software", "Acme is a partner of Caldor.", {("Caldor", "partner")}),
        ("software", "Caldor and Acme are building a joint platform.", {("Caldor", "partner")}),
        ("software", "Acme is developing a tool for nurses, along with Caldor.", {("Caldor", "partner")}),
        (
            "software",
            "The project is being carried out with Caldor and the University of Leeds.",
            {("Caldor", "partner"), ("University of Leeds", "partner")},
        ),
        ("software", "Partner on the project is Caldor.", {("Caldor", "partner")}),
        ("software", "In a project with Caldor, the company is training a model.", {("Caldor", "partner")}),
        ("software", "A project with Caldor is to begin in May.", {("Caldor", "partner", "planned")}),
        ("food", "The product was developed in conjunction with Caldor.", {("Caldor", "partner")}),
        ("food", "Researchers at Caldor are testing the protein together with Acme.", {("Caldor", "partner")}),
        ("food", "A study with the Caldor Institute is under way.", {("Caldor Institute", "partner")}),
        ("food", "Acme is working on a yoghurt with the dairy group Caldor.", {("Caldor", "partner")}),
        ("food", "Acme has licensed its process to Caldor.", {("Caldor", "customer")}),
        (
            "food",
            "Its products are on the shelves of Caldor and Voltera.",
            {("Caldor", "distributor"), ("Voltera", "distributor")},
        ),
        ("food", "Caldor puts the protein into its burgers.", {("Caldor", "customer")}),
        (
            "food",
            "The burgers are sold at Caldor and Voltera.",
            {("Caldor", "distributor"), ("Voltera", "distributor")},
        ),
        ("food", "The plant is powered by Caldor.", {("Caldor", "supplier")}),
        ("food", "Caldor is its sole supplier of sugar.", {("Caldor", "supplier")}),
        ("food", "It gets its sugar from Caldor.", {("Caldor", "supplier")}),
        (
            "food",
            "Acme buys sugar from Caldor and tanks from Voltera.",
            {("Caldor", "supplier"), ("Voltera", "supplier")},
        ),
        (
            "food",
            "The tanks were built by Caldor, the pumps by Voltera.",
            {("Caldor", "supplier"), ("Voltera", "supplier")},
        ),
        ("food", "Caldor built the plant.", {("Caldor", "supplier")}),
    ],
)
def test_who_is_tied_by_what_is_done(about: str, words: str, expected: set[tuple[str, ...]]) -> None:
    assert told(about, words) == expected


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ("pays", "Tarkin sends its payments through Voltera."),
        ("pays", "Tarkin, a rival, keeps its ledger on Caldor Cloud."),
        ("pays", "Caldor does not use Acme."),
        ("pays", "Caldor could move its payments to Acme one day."),
        ("pays", "Acme moved its headquarters from Leeds to Porto."),
        ("pays", "Jane Roe left Caldor for Acme in 2021."),
        ("pays", "She worked at Caldor before she joined Acme."),
        ("pays", "Caldor employs 500 people in Leeds."),
        ("pays", "Caldor reported that Acme had raised 5 million euros."),
        ("pays", "Tarkin sells a rival product called Tarkin Pay."),
        ("pays", "Tarkin did the opposite; it got its banking licence in 2011."),
        ("pays", "Mollie Tarkin, the other Leeds rival, serves bakers."),
        ("machines", "Tarkin makes most of its sales with rentals and contracts."),
        ("machines", "Caldor makes tanks."),
        ("machines", "Tarkin of Finland makes machines for plastics."),
        ("machines", "The story comes from Caldor News."),
        ("machines", "The founders come from Caldor and Voltera."),
        ("machines", "The engineers were trained at Caldor."),
        ("machines", "Acme moved two of its staff to Caldor's old building."),
        ("machines", "The city of Leeds has waived permit fees."),
        ("machines", "She studied at Caldor University and keeps a dog."),
        ("machines", "Caldor tests showed that the machine works."),
        ("satellites", "Caldor launched a satellite of its own in May."),
        ("satellites", "Caldor built 40 satellites for Tarkin."),
        ("satellites", "Eutel ordered 340 more satellites from Tarkin."),
        ("satellites", "Germany, Italy and Sweden have all announced national projects."),
        ("satellites", "Acme sent an engineer to Caldor."),
        ("satellites", "Acme said the satellites fly over Caldor Island."),
        ("satellites", "According to Caldor, the market for satellites is growing."),
        ("satellites", "Acme told Caldor Daily that it had seven satellites."),
        ("software", "Caldor has a rival product."),
        ("software", "Caldor runs 40 clinics in Leeds."),
        ("software", "Caldor sells beds to clinics."),
        ("software", "Tarkin supplies Caldor."),
        ("software", "Tarkin won Caldor last year."),
        ("software", "Doctors at Caldor are sceptical."),
        ("software", "Caldor studied 200 clinics."),
        ("software", "Acme hired Jane Roe from Caldor."),
        ("software", "Jane Roe worked with Caldor before."),
        ("software", "The market is dominated by Caldor and Tarkin."),
        ("software", "Software from Caldor is dearer."),
        ("software", "Its offices are next to those of Caldor."),
        ("software", "Caldor accounts for half of the market."),
        ("software", "Acme has been compared with Caldor."),
        ("software", "The talks with Caldor have ended without a deal."),
        ("software", "Caldor would like to use it."),
        ("software", "Acme ranks second behind Caldor."),
        ("software", "The founders met at Caldor."),
        ("software", "A report by Caldor says that clinics buy more software."),
        ("software", '"We use nothing of the kind," says Jane Roe of Caldor.'),
        ("software", '"Hospitals will buy more software," says Jane Roe, an analyst at Caldor.'),
        ("software", "Jane Roe, an analyst at Caldor, says that the software is too dear."),
        ("software", "Caldor's Jane Roe says the market is growing."),
        ("software", "The website of Caldor shows other figures."),
        ("software", "Caldor plans its shifts with Tarkin."),
        ("software", "Caldor works for Voltera."),
        ("software", "The contract went to Caldor."),
        ("software", "Acme lost the contract to Caldor."),
        ("software", "Caldor left the market in May."),
        ("software", "With Caldor, Tarkin has a rival in Spain."),
        ("software", "Caldor and Voltera have been partners since 2021."),
        ("software", "Acme and Caldor have fallen out."),
        ("robots", "Caldor has robots of its own."),
        ("robots", "Caldor builds its robots in China."),
        ("robots", "Robots made by Caldor are faster."),
        ("robots", "Caldor expects sales of robots to double."),
        ("robots", "Caldor sold 40 robots of its own."),
        ("robots", "Caldor's chips are faster."),
        ("food", "Caldor makes burgers from peas."),
        ("food", "Prices of sugar have risen, says Caldor."),
        ("food", "The recipe was first described by Caldor University."),
    ],
)
def test_what_others_do_among_themselves_ties_nobody(about: str, words: str) -> None:
    assert told(about, words) == set()


def test_items_under_customers_are_customers_and_an_intent_is_planned() -> None:
    items = "Customers\n- Caldor: 40 robots since May\n- Voltera: letter of intent\n"
    text = f"Acme: a profile\n\nAcme makes robots.\n\n{items}"
    found = [one.values for one in relationships.extract(reading(text)) if isinstance(one, Claim)]
    ties = {(one.name, one.tie, one.status) for one in found if isinstance(one, TieValues)}
    assert ties == {("Caldor", "customer", "current"), ("Voltera", "customer", "planned")}


def test_the_customers_in_another_companys_row_are_its_own() -> None:
    table = (
        "Robots compared\n\nAcme makes robots, and so do others.\n\n"
        "| Company | Robots | Largest customer |\n| --- | --- | --- |\n"
        "| Acme | 300 | Caldor |\n| Tarkin Robotics | 900 | Voltera |\n"
    )
    found = [one.values for one in relationships.extract(reading(table)) if isinstance(one, Claim)]
    assert {(one.name, one.tie) for one in found if isinstance(one, TieValues)} == {("Caldor", "customer")}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Acme said it would expand its use of Caldor Cloud.", {("Caldor Cloud", "supplier")}),
        ("When Caldor switched off Acme's software in May, it did so at night.", {("Caldor", "customer", "ended")}),
        ("Caldor pulled the plug on Acme's system.", {("Caldor", "customer", "ended")}),
        ("Caldor has signed up for the pilot.", {("Caldor", "customer", "planned")}),
        (
            "Caldor and the grower Voltera are on a list of firms that have signed up for early access to it.",
            {("Caldor", "customer", "planned"), ("Voltera", "customer", "planned")},
        ),
        ("The testing is being done with Caldor.", {("Caldor", "partner")}),
        ("A second supplier, Caldor in Lagos, has been qualified.", {("Caldor", "supplier")}),
        ("A second customer, the drug company Caldor, had tried it.", {("Caldor", "customer")}),
    ],
)
def test_ties_that_begin_and_end(words: str, expected: set[tuple[str, ...]]) -> None:
    assert told("software", words) == expected


@pytest.mark.parametrize("words", ["Another firm did it with Caldor, for $650m.", "Caldor did a deal with Voltera."])
def test_what_others_did_with_others_is_no_tie(words: str) -> None:
    assert not told("software", words)
