"""Ties of organisations to the subject: what counts, what does not, and how firmly it stands."""

from __future__ import annotations

import pytest

from briefing.claims.analyse import analyse
from briefing.claims.relationships import extract
from briefing.model.briefing import Subject
from briefing.model.claim import Claim, Rejected, TieValues
from briefing.sources import read

from .close import briefing_of

Tie = tuple[str, str]


def found(text: str, title: str = "Acme grows\n\n", subject: str = "Acme") -> list[Claim | Rejected]:
    source = read("a.txt", (title + text).encode(), "s1")
    return list(extract(analyse(source, Subject(subject))))


def values(text: str, title: str = "Acme grows\n\n") -> list[TieValues]:
    return [one.values for one in found(text, title) if isinstance(one, Claim) and isinstance(one.values, TieValues)]


def ties(text: str, title: str = "Acme grows\n\n") -> set[Tie]:
    return {(one.tie, one.name) for one in values(text, title)}


def refused(text: str, title: str = "Acme grows\n\n") -> str:
    return "; ".join(one.reason for one in found(text, title) if isinstance(one, Rejected))


def named(tie: str, *names: str) -> set[Tie]:
    return {(tie, name) for name in names}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Acme partnered with the University of Norden, the NHS and Delta on trials.",
            named("partner", "University of Norden", "NHS", "Delta"),
        ),
        ("Acme has signed memoranda of understanding with Alder and Birch.", named("partner", "Alder", "Birch")),
        (
            "It has worked with a wide set of firms, including Alder, Norway’s army and Sweden.",
            named("partner", "Alder", "Norway’s army", "Sweden"),
        ),
        ("Delta has struck a licensing agreement with chip maker Acme.", named("partner", "Delta")),
        (
            "Alder, which also makes pumps, has had a close relationship with Acme since 2018.",
            named("partner", "Alder"),
        ),
        ("Alder and Acme announced a partnership.", named("partner", "Alder")),
        (
            "Its customers include Hale & Wren, Ikoa and easyNorth.",
            named("customer", "Hale & Wren", "Ikoa", "easyNorth"),
        ),
        (
            "Growth is driven by clients like Alder and the Danish Ministry of Defence.",
            named("customer", "Alder", "Danish Ministry of Defence"),
        ),
        ("Alder and Birch are both Acme customers.", named("customer", "Alder", "Birch")),
        ("Companies such as Alder and Birch use Acme to plan routes.", named("customer", "Alder", "Birch")),
        ("Giants like Alder and Birch are increasingly turning to its offerings.", named("customer", "Alder", "Birch")),
        (
            "More than half of the big banks are using its products, including Alder and Birch.",
            named("customer", "Alder", "Birch"),
        ),
        ("The Norland Air Force awarded Acme a $20 million contract.", named("customer", "Norland Air Force")),
        (
            "Acme's scanners are deployed at Alder Airport and used by Birch.",
            named("customer", "Alder Airport", "Birch"),
        ),
        ("Acme counts the likes of Alder and Birch as customers.", named("customer", "Alder", "Birch")),
        ("Alder and Birch have both signed up as customers.", named("customer", "Alder", "Birch")),
        ("Acme licenses its engine to Alder.", named("customer", "Alder")),
        ("Norway's army and tax agency are also clients.", named("customer", "Norway's army", "Norway's tax agency")),
        ("Acme Compute is powered by Alder processors.", named("supplier", "Alder")),
        (
            "Acme runs its models on Alder Web Services and uses chips from Birch.",
            named("supplier", "Alder Web Services", "Birch"),
        ),
        (
            "Acme is available on the Alder App Store and sells through Birch.",
            named("distributor", "Alder App Store", "Birch"),
        ),
        ("Acme co-developed the engine with Alder.", named("co-developer", "Alder")),
        ("Alder and Acme will jointly develop a network.", named("co-developer", "Alder")),
        ("Acme formed a joint venture with Alder and Birch.", named("joint-venture", "Alder", "Birch")),
        ("Acme acquired sensor maker Alder and bought Birch, a Madrid-based lab.", named("acquired", "Alder", "Birch")),
        ("As for Alder, the payment platform that Acme acquired last year, it grew.", named("acquired", "Alder")),
        ("Acme was acquired by Alder.", named("acquirer", "Alder")),
        ("Existing investors Birch Capital and 5i joined the round.", named("investor", "Birch Capital", "5i")),
        (
            "New investors include the Quebec Pension Plan, Alder and others, the company said.",
            named("investor", "Quebec Pension Plan", "Alder"),
        ),
        (
            "Acme is backed by Alder, Birch Ventures and Delta founder Jane Doe.",
            named("investor", "Alder", "Birch Ventures", "Jane Doe"),
        ),
        ("Alder, which is also a backer, stayed away.", named("investor", "Alder")),
        ("Alder Steel owns 15% of Acme.", named("investor", "Alder Steel")),
        ("Alder, Acme's largest shareholder, holds on.", named("investor", "Alder")),
        ("Alder-backed Acme opened an office.", named("investor", "Alder")),
        (
            "Acme signed a deal with Alder that included a €15 million investment.",
            named("partner", "Alder") | named("investor", "Alder"),
        ),
        (
            "The round was led by Alder. They were joined by Birch Growth.",
            named("lead-investor", "Alder") | named("investor", "Birch Growth"),
        ),
        ("Alder led the round.", named("lead-investor", "Alder")),
        ("Investors buying the shares include Alder, Birch and Acme itself.", named("investor", "Alder", "Birch")),
        ("The Norden Investment Bank granted Acme a €25 million loan.", named("lender", "Norden Investment Bank")),
        ("Acme borrowed $100 million from Alder and Birch.", named("lender", "Alder", "Birch")),
        ("Acme hired Alder as adviser on a sale.", named("adviser", "Alder")),
        ("Acme competes with Alder and Birch.", named("competitor", "Alder", "Birch")),
    ],
)
def test_ties(text: str, expected: set[Tie]) -> None:
    assert ties(text) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Delta raised $50 million from Alder. Delta's customers include Ikoa.", "Delta"),
        ("Follow-on partnerships with companies like Alder would help Acme.", "hypothetical"),
        ("Acme is not working with Alder.", "negated"),
        ("Acme denied that it is in talks to acquire Alder.", "negated"),
        ("Acme hopes to win customers such as Alder.", "sought"),
        ("Acme had hoped to sign a partnership with Alder.", "planned once"),
        ("Talks to acquire Alder fell apart in January.", "came to nothing"),
        ("Delta, a battery maker, said that it had partnered with Alder.", "Delta"),
    ],
)
def test_what_is_left_out_is_kept_with_its_reason(text: str, reason: str) -> None:
    assert not ties("Acme makes robots. " + text) - named("competitor", "Delta")
    assert reason in refused("Acme makes robots. " + text)


@pytest.mark.parametrize(
    "text",
    [
        "Founder Jane Doe previously worked at Alder and Birch.",
        "Acme follows what some call the Alder playbook, an Alder-like approach.",
        "Jane Doe spoke at Alder in Davos. Acme told Alder Daily that it grew.",
        "Acme is suing Alder. Birch fined Acme £2 million.",
        "Jane Doe, a partner at Alder, joins the board.",
        "Alder bought Acme's sensor unit.",
        "Acme received final approval from the Bank of Norland.",
        "He teamed up with another Alder engineer, John Roe, to start Acme.",
        "Acme runs open versions of popular models, like those from Alder and Birch.",
        "Acme reportedly had to outbid others interested in the firm, including Alder.",
        "“Acme is the next Alder,” said Ann Lee, analyst at Birch.",
    ],
)
def test_no_ties(text: str) -> None:
    assert ties(text) == set()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Acme plans to partner with Alder.", "planned"),
        ("Acme reported a planned campus venture with Alder.", "planned"),
        ("Acme is weighing a deal to buy some or all of Alder, sources said.", "rumoured"),
        ("Alder is in talks to acquire Acme, people familiar with the matter said.", "rumoured"),
        ("Acme ended its partnership with Alder.", "ended"),
        ("Alder sold its stake in Acme.", "ended"),
        ("Acme confirmed that it was buying Alder.", "current"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert [one.status for one in values(text)] == [status]


def test_an_acquisition_keeps_its_price_and_date() -> None:
    one = next(
        one
        for one in values("Acme bought payment startup Alder for $1.1 billion in May 2025.")
        if one.tie == "acquired"
    )
    assert one.amount is not None
    assert one.amount.value == 1_100_000_000
    assert one.when is not None
    assert one.when.edtf == "2025-05"
    assert one.descriptor == "payment startup"


def test_items_take_their_tie_from_the_lead_in_and_their_category_from_the_label() -> None:
    text = (
        "Acme has secured partners across sectors. These include collaborations with:\n"
        "- Government and Defence: Norway's army, Sweden, and German defence startup Falk, indicating trust\n"
        "- Industry: Shipping giant Norvik and press agency Agence Norden\n\n"
        "Customers:\n- Alder\n- Birch, the brewer\n- Port of Norden\n"
    )
    told = {one.name: (one.tie, one.category) for one in values(text)}
    assert told["Norway's army"] == ("partner", "defence")
    assert told["Sweden"][0] == "partner"
    assert told["Norvik"] == ("partner", "industry")
    assert told["Agence Norden"] == ("partner", "media")
    assert [told[name][0] for name in ("Alder", "Birch", "Port of Norden")] == ["customer"] * 3


def test_table_columns_name_the_tie() -> None:
    text = (
        "Rounds of Acme:\n\n| Round | Lead investor | Other investors |\n|---|---|---|\n"
        "| Seed | Alder Ventures | Birch, Cedar |\n| A | Dorn | Alder Ventures |\n"
    )
    assert ties(text) >= named("lead-investor", "Alder Ventures", "Dorn") | named(
        "investor", "Birch", "Cedar", "Alder Ventures"
    )


def test_a_newsletter_keeps_other_companies_deals_apart() -> None:
    text = (
        "Acme raised $90 million led by Tidewater.\n\n"
        "Boreal, a heat-pump maker backed by Nordex, raised €30 million in a round led by Verda.\n\n"
        "Ember acquired Flint Batteries. Terms were not disclosed.\n\n"
        "Dune Labs signed Emira as customer. The company partnered with Masda in May.\n\n"
        "Gale is backed by Sequo."
    )
    assert ties(text) == named("lead-investor", "Tidewater")
    assert "Verda" in refused(text)


def test_every_claim_quotes_its_name_word_for_word() -> None:
    text = "Acme’s clients include Hale & Wren, Norway’s army and job agency, and Birch."
    text += " It was led by Alder (b12n), a fund."
    for one in found(text):
        if isinstance(one, Claim) and isinstance(one.values, TieValues):
            assert all(word in one.evidence.quote for word in one.values.name.split())


def test_the_owner_of_a_channel_is_an_alias() -> None:
    text = "Acme sells through Delta’s Skyhall platform. Its models are available on Skyhall."
    assert ("Delta",) in {one.aliases for one in values(text) if one.name == "Skyhall"}


def test_holders_and_modality_are_those_of_the_clause() -> None:
    claims = [
        one
        for one in found("Acme said on Monday that its customers include Alder. Acme bought Birch.")
        if isinstance(one, Claim)
    ]
    assert [(one.holder_kind, one.modality) for one in claims] == [("company", "asserted"), ("outlet", "asserted")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Acme lève 40 millions d'euros\n\nLa jeune pousse Acme a levé 40 millions d'euros "
            "lors d'un tour mené par Lumière Capital, avec la participation de Bpinord "
            "et de la Banque Nordique. Parmi ses clients figurent la SNCN et Carrefin.",
            named("lead-investor", "Lumière Capital")
            | named("investor", "Bpinord", "Banque Nordique")
            | named("customer", "SNCN", "Carrefin"),
        ),
        (
            "Acme capta R$ 40 milhões\n\nA fintech Acme captou R$ 40 milhões "
            "em uma rodada liderada por Monte Verde Capital, com participação da Kasper e do Itaru.",
            named("lead-investor", "Monte Verde Capital") | named("investor", "Kasper", "Itaru"),
        ),
        (
            "Acme sammelt Geld ein\n\nDas Start-up Acme hat 40 Millionen Euro eingesammelt. "
            "Angeführt wurde die Runde von Nordlicht Ventures, auch der Altinvestor "
            "Birkenholz Capital beteiligte sich. Zu den Kunden gehören Siemag und die Deutsche Post.",
            named("lead-investor", "Nordlicht Ventures")
            | named("investor", "Birkenholz Capital")
            | named("customer", "Siemag", "Deutsche Post"),
        ),
    ],
)
def test_other_languages(text: str, expected: set[Tie]) -> None:
    assert ties(text, title="") >= expected


def test_what_a_plant_has_is_no_lender() -> None:
    told = ties("Acme took $70 million in debt to build a 9MW wind park near Oslo with 30 Globex turbines.")
    assert "lender" not in {tie for tie, _ in told}


def test_a_people_is_no_investor() -> None:
    told = "Acme raised $30 million in a round led by Oakfund, the South Korean wealth fund, and the Canadians."
    found = briefing_of(f"Acme has news\n\nAcme, a maker of pumps, has news.\n\n{told}").relationships
    assert {one.name for one in found} == {"Oakfund"}


def test_who_tells_of_a_loan_has_not_lent() -> None:
    told = "Separately, Acme agreed on a $30 million credit facility with Pinebank, which it plans to use, Roe said."
    found = briefing_of(f"Acme has news\n\nAcme, a maker of pumps, has news.\n\n{told}")
    assert [one.name for one in found.relationships] == ["Pinebank"]
    assert [(*one.leads, *one.participants) for one in found.funding] == [("Pinebank",)]
