"""Products and sites are the company's only if the words around them say so; one site told twice stands once."""

from __future__ import annotations

import pytest

from .close import briefing_of, robots


@pytest.mark.parametrize(
    "sentence",
    [
        "Delivery platform Vidora moved its payments to the company in the spring.",
        "Funding fell by a third, according to data platform Ventrex.",
        "Its agents do the work inside existing software such as Ledgra.",
        "Most robots use Rosalind, an operating system from the 2010s.",
        "At Oak Hill, the machine has been used to stack crates.",
        "Contoso sells a similar tool called Fieldeye.",
        "Acme uses a database called Fastbase from Northwind.",
        "In February the central bank fined Acme Rs 1.2 crore.",
        "Acme Deutschland, a planned joint venture with Contoso, needs an approval.",
    ],
)
def test_what_others_make_is_no_product(sentence: str) -> None:
    assert [product.name for product in briefing_of(robots(sentence)).products] == []


@pytest.mark.parametrize(
    ("sentence", "name", "status"),
    [
        ("Its software, Skylens, found 97% of all cracks in a trial.", "Skylens", "released"),
        ("Acme's answer is Relay, a platform that sorts crates.", "Relay", "released"),
        ("The company launched Plover, a robot for ports, in May.", "Plover", "released"),
        ("Acme plans to bring out a smaller robot, Wren, next year.", "Wren", "planned"),
        (
            "Its current model, called Kestrel, lifts 40 kilos. Roe wants to build a Kestrel a day.",
            "Kestrel",
            "released",
        ),
    ],
)
def test_what_the_company_makes_is_one(sentence: str, name: str, status: str) -> None:
    assert [(product.name, product.status) for product in briefing_of(robots(sentence)).products] == [(name, status)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The robots pick and pack goods in warehouses.",
        "Acme builds whole systems for the customer's own data center.",
        "The company buys motors from Contoso, which makes them at its plant in Turin.",
        "Acme has signed a revolving credit facility with Contoso.",
        "Insurers can run the software in data centres of their own.",
        "The city is looking at it for all public laboratories.",
        "Its office lies in what used to be a distribution center for craft stores.",
    ],
)
def test_sites_of_others_are_none_of_its_own(sentence: str) -> None:
    assert [site.name for site in briefing_of(robots(sentence)).infrastructure] == []


def test_one_site_in_several_wordings_stands_once() -> None:
    body = (
        "Acme wants to open a second plant in Turin, Italy, in 2028. The second factory will be built in Turin. "
        "Acme will spend $90 million on a 60,000-tonne mill in Mo i Rana."
    )
    sites = briefing_of(robots(body)).infrastructure
    assert [(site.location, site.status) for site in sites] == [("Turin, Italy", "planned"), ("Mo i Rana", "planned")]
    assert sites[1].name == "60,000-tonne mill in Mo i Rana"


def test_a_plant_that_is_enlarged_is_there() -> None:
    told = robots("Acme assembles its robots at a plant in Lyon. It wants to expand its plant in Lyon.")
    (site,) = briefing_of(told).infrastructure
    assert site.status == "operating"


def test_a_facility_of_a_bank_is_no_site() -> None:
    found = briefing_of(robots("The company has drawn $15 million of its facility with Contoso Bank since April."))
    assert [site.name for site in found.infrastructure] == []
    built = briefing_of(robots("The company opened a facility in Lyon in May."))
    assert [site.name for site in built.infrastructure] == ["facility in Lyon"]


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("Wren, its sorting software, already checks a third of all crates.", "Wren", "sorting software"),
        ("The software, called Wren, was written in Oslo, she said.", "Wren", "software"),
        ("Its app, Wren, has 2 million users.", "Wren", "app"),
        ("Wren, Acme's chat assistant, has 2 million users.", "Wren", "chat assistant"),
        ("That is where Wren, the in-house model, comes in.", "Wren", "in-house model"),
        ("The company's best-known product is Wren.", "Wren", "best-known product"),
        ("The company calls the system Wren.", "Wren", "system"),
        ("With the launch of Wren Pro last month, Acme entered the market for trucks.", "Wren Pro", ""),
    ],
)
def test_products_are_introduced_in_many_ways(sentence: str, name: str, kind: str) -> None:
    assert [(product.name, product.kind) for product in briefing_of(robots(sentence)).products] == [(name, kind)]


def test_a_former_name_and_another_company_s_thing_are_no_products() -> None:
    for sentence in (
        "In 2019, when the company was still called Argo, it had six weeks of cash left.",
        "Contoso, its logistics partner, moved to Oslo.",
        "Beacon, Contoso's chat assistant, has 3 million users.",
    ):
        assert [product.name for product in briefing_of(robots(sentence)).products] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The company said in May it had signed a loan of €10 million for its plant in Turin.",
        "In May the company again pushed back the start of its plant in Turin.",
        "The company was nearly out of money half a year before opening its plant in Turin.",
    ],
)
def test_a_plant_that_is_paid_for_or_put_off_is_not_said_to_run(sentence: str) -> None:
    assert [site.status for site in briefing_of(robots(sentence)).infrastructure if site.status == "operating"] == []
    [site] = briefing_of(robots("In May the company expanded its plant in Turin.")).infrastructure
    assert site.status == "operating"
