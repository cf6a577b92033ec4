"""What a source says on money raised, read from small texts on invented companies."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import sources
from briefing.claims import funding
from briefing.claims.analyse import analyse
from briefing.model.briefing import Subject
from briefing.model.claim import Claim, FundingValues, Rejected, TotalValues

from .close import DAY, weekly


def _read(text: str, title: str = "The week at Northwind", day: dict[str, str] | None = DAY) -> list[Claim | Rejected]:
    return list(funding.extract(weekly(text, title, day)))


def _rounds(text: str, title: str = "The week at Northwind", day: dict[str, str] | None = DAY) -> list[Claim]:
    return [one for one in _read(text, title, day) if isinstance(one, Claim) and isinstance(one.values, FundingValues)]


def _values(claim: Claim) -> FundingValues:
    assert isinstance(claim.values, FundingValues)
    return claim.values


def _sums(claim: Claim, role: str = "raised") -> list[str]:
    return [amount.money.raw for amount in _values(claim).amounts if amount.role == role]


def _only(text: str) -> tuple[Claim, FundingValues]:
    (claim,) = _rounds(text)
    return claim, _values(claim)


def _rejected(text: str) -> Iterator[str]:
    return (one.reason for one in _read(text) if isinstance(one, Rejected))


def test_a_round_with_everything() -> None:
    claim, values = _only(
        "Northwind raised €385 million (about $415 million) in its Series B round in June 2024, led by Harbour Capital "
        "at a €2.1 billion valuation (roughly $2.3 billion), with participation from Blue Fund, "
        "Oak Ventures and Jane Doe."
    )
    assert (values.name, values.instrument, values.when and values.when.edtf) == ("Series B", "equity", "2024-06")
    assert _sums(claim) == ["€385 million"]
    assert _sums(claim, "equivalent") == ["about $415 million"]
    assert _sums(claim, "valuation") == ["€2.1 billion", "roughly $2.3 billion"]
    assert values.leads == ("Harbour Capital",)
    assert values.participants == ("Blue Fund", "Oak Ventures", "Jane Doe")
    assert claim.modality == "asserted"


def test_every_value_stands_in_the_quote() -> None:
    for claim in _rounds("Northwind closed a $30 million Series A led by Harbour Capital and Oak Ventures on Monday."):
        values = _values(claim)
        for words in (values.name, *values.leads, *(amount.money.raw for amount in values.amounts)):
            assert words in claim.evidence.quote


@pytest.mark.parametrize(
    "text",
    [
        "Northwind has raised $40 million.",
        "Northwind bagged $40 million in fresh funding.",
        "Northwind, a wind-farm operator, has secured $40 million.",
        "The $40 million round was led by Harbour Capital.",
        "Harbour Capital led a $40 million round in Northwind.",
        "Contoso Corp invests $40 million in Northwind.",
        "Northwind's $40 million raise drew attention.",
        "Northwind announced a new $40 million funding round.",
        "Investors poured $40 million into Northwind.",
        "Fresh off a $40 million Series B, Northwind is hiring.",
        "Northwind emerged from stealth with $40 million in funding from Harbour Capital.",
        "It was last valued at $900 million following a $40 million round in May.",
        "Northwind pulled in $40 million from investors.",
    ],
)
def test_ways_to_say_that_money_was_raised(text: str) -> None:
    assert [_sums(claim) for claim in _rounds(text, "The week at Northwind")] == [["$40 million"]]


@pytest.mark.parametrize(
    "text",
    [
        "Northwind won a $200 million contract from the Navy.",
        "Northwind landed a $50 million deal with Contoso to supply turbines.",
        "Northwind acquired Contoso for $300 million.",
        "Northwind posted revenue of $45 million.",
        "Northwind will invest $2 billion in a new factory in Spain.",
        "Northwind was fined $5 million.",
        "Northwind closed a multibillion-dollar round.",
        "Northwind shares closed at $20.",
        "The wind market is worth $60 billion.",
    ],
)
def test_other_sums_are_no_rounds(text: str) -> None:
    assert _rounds(text) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Southgale raised $80 million in a Series C led by Oak Ventures.", "money of another company: Southgale"),
        ("Northwind's rival Southgale recently raised $300 million.", "money of another company: Southgale"),
        ("Northwind led Contoso's $40 million Series B.", "money of another company: Contoso"),
        ("Northwind did not raise $50 million.", "negated"),
        ("Northwind had planned to raise $200 million, but the talks collapsed.", "called off"),
        ("If Northwind raises $500 million, it could buy a rival.", "hypothetical"),
        ("Harbour Capital, which backs Northwind, has closed a $900 million fund.", "an investor's fund"),
    ],
)
def test_what_is_left_out_is_kept_with_the_reason(text: str, reason: str) -> None:
    assert _rounds(text) == []
    assert any(one.startswith(reason) for one in _rejected(text))


def test_a_newsletter_of_other_peoples_rounds() -> None:
    text = (
        "Northwind has raised $20 million in a Series A.\n\n"
        "Einhorn, a battery maker, secured $113 million in new funding.\n\n"
        "Zephyr, a drone startup, raised $25 million. About $20 million of that was an equity fundraise "
        "led by Oak Ventures."
    )
    assert [_sums(claim) for claim in _rounds(text)] == [["$20 million"]]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Northwind is in talks to raise $500 million, people familiar with the matter said.", "rumoured"),
        ("Northwind is reportedly raising $500 million.", "rumoured"),
        ("Northwind plans to raise $500 million next year.", "planned"),
        ("Northwind denied that it had raised $500 million.", "denied"),
        ("Contoso will invest up to an additional $500 million in Northwind.", "planned"),
    ],
)
def test_how_firm_it_is(text: str, modality: str) -> None:
    assert [claim.modality for claim in _rounds(text)] == [modality]


def test_a_conditional_tranche_is_planned_and_the_possible_total_is_no_event() -> None:
    text = (
        "Northwind has raised $1.2 billion. The total could reach $1.5 billion with another "
        "$300 million from "
        "Contoso contingent on opening ten plants."
    )
    firm, tranche = _rounds(text)
    assert (firm.modality, _sums(firm)) == ("asserted", ["$1.2 billion"])
    assert (tranche.modality, _sums(tranche)) == ("planned", ["$300 million"])
    assert _values(tranche).participants == ("Contoso",)


def test_words_that_point_back_to_the_round() -> None:
    first, lead, more, worth = _rounds(
        "Northwind has raised $350 million. The round was led by Harbour Capital, a Boston firm, and Oak Ventures. New "
        "investors include Blue Fund and Contoso. The new capital values the company at $3.5 billion."
    )
    assert not _values(first).refers_back
    assert all(_values(one).refers_back for one in (lead, more, worth))
    assert _values(lead).leads == ("Harbour Capital", "Oak Ventures")
    assert _values(more).participants == ("Blue Fund", "Contoso")
    assert _sums(worth, "valuation") == ["$3.5 billion"]
    assert first.evidence in lead.context


def test_a_date_reckoned_from_the_round_before() -> None:
    first, second = _rounds(
        "In June 2023 Northwind raised a $13 million seed round. Six months later, it closed a $40 million Series A.",
        day=None,
    )
    assert _values(first).when is not None
    when = _values(second).when
    assert when is not None
    assert (when.edtf, when.anchor) == ("2023-12~", "previous-event")
    assert first.evidence in second.context


def test_news_of_a_dated_article_is_of_its_day() -> None:
    _, values = _only("Northwind has raised $40 million.")
    assert values.when is not None
    assert (values.when.edtf, values.when.anchor) == ("2025-09-17~", "publication")
    (undated,) = _rounds("Northwind has raised $40 million.", day=None)
    assert _values(undated).when is None


def test_several_rounds_in_a_sentence_keep_their_dates() -> None:
    found = _rounds("In 2021, Northwind raised $20 million, and in 2023 $50 million.")
    assert [(_sums(one), (w := _values(one).when) and w.edtf) for one in found] == [
        (["$20 million"], "2021"),
        (["$50 million"], "2023"),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Northwind secured $830 million in debt to build a plant.", "debt"),
        ("Northwind secured a credit facility of up to €150 million.", "debt"),
        ("Northwind raised $600 million in a mix of equity and debt.", "mixed"),
        ("Contoso made a $16 million convertible investment in Northwind.", "convertible"),
        ("Northwind received a €5 million grant from the European Commission in 2023.", "grant"),
        ("Northwind raised $800 million in its IPO.", "ipo"),
        ("Northwind launches an $85 million employee tender offer at an $8.5 billion valuation.", "secondary"),
        ("Northwind raised a $20 million Series A.", "equity"),
        ("Northwind sold $300 million of convertible notes.", "convertible"),
    ],
)
def test_kinds_of_money(text: str, kind: str) -> None:
    assert [_values(claim).instrument for claim in _rounds(text)] == [kind]


def test_a_share_sale_is_a_valuation_and_nothing_raised() -> None:
    claim, values = _only("Northwind is now valued at $15 billion after a secondary stock sale for employees.")
    assert values.instrument == "secondary"
    assert (_sums(claim), _sums(claim, "valuation")) == ([], ["$15 billion"])


def test_a_tender_offer_beside_a_round_are_two_events_of_one_date() -> None:
    offer, round_ = _rounds("Northwind held a tender offer alongside its $1.05 billion Series C round in May 2024.")
    assert (_values(offer).name, _sums(offer)) == ("tender offer", [])
    assert (_values(round_).name, _sums(round_)) == ("Series C", ["$1.05 billion"])
    assert [(w := _values(one).when) and w.edtf for one in (offer, round_)] == ["2024-05", "2024-05"]


def test_an_extension_is_not_the_round_once_more() -> None:
    claim, values = _only("Northwind has added $30 million to its Series A, bringing the round to $80 million.")
    assert _sums(claim) == ["$30 million"]
    assert values.name == ""


def test_a_name_given_afterwards() -> None:
    _, values = _only(
        "In February 2024, Contoso made a $16 million convertible investment in Northwind; "
        "this was presented as a Series A extension."
    )
    assert (values.name, values.leads) == ("Series A extension", ("Contoso",))


def test_a_cheque_inside_a_round() -> None:
    _, cheque = _rounds(
        "In May 2025, Northwind closed a $500 million Series C. Reporting around that round described "
        "Harbour Capital as "
        "investing $130 million for an 11% stake."
    )
    (contribution,) = _values(cheque).contributions
    assert (contribution.investor, contribution.stake) == ("Harbour Capital", 11.0)
    assert contribution.amount is not None
    assert contribution.amount.raw == "$130 million"
    assert _values(cheque).refers_back
    assert _sums(cheque) == []


def test_a_range_keeps_both_ends() -> None:
    claim, _ = _only("Northwind aims to raise between $300 million and $400 million.")
    assert (_sums(claim), _sums(claim, "range-end")) == (["$300 million"], ["$400 million"])


@pytest.mark.parametrize(
    ("text", "total", "scope"),
    [
        ("Northwind has now raised over $3 billion to date.", "over $3 billion", "to date"),
        ("It brings Northwind's total funding to $42 million.", "$42 million", ""),
        ("Northwind previously raised about $1 billion.", "about $1 billion", ""),
        (
            "Northwind had raised upwards of $1 billion before this round.",
            "upwards of $1 billion",
            "before this round",
        ),
        ("Northwind has raised more than $500 million from investors.", "more than $500 million", ""),
        (
            "Northwind's rise was fueled by venture rounds and debt financing, totaling around $4 billion.",
            "around $4 billion",
            "venture rounds and debt financing",
        ),
    ],
)
def test_totals_are_no_rounds(text: str, total: str, scope: str) -> None:
    found = [one for one in _read(text) if isinstance(one, Claim)]
    (values,) = [one.values for one in found if isinstance(one.values, TotalValues)]
    assert ([amount.money.raw for amount in values.amounts], values.scope) == ([total], scope)
    assert len(found) == 1


TABLE = """
| Date | Round | Amount | Valuation (reported) | Lead / notable detail |
|---|---|---|---|---|
| Jun 2023 | Seed | $13M | $60M | Led by Harbour Capital |
| ~Dec 2023 | Series A | €38M (~$41M at the time) | $200M | Led by Oak Ventures; participants: Blue Fund, Contoso |
| Feb 2024 | Series A extension (convertible) | $1.6M | Unchanged (implied) | Contoso investment tied to a supply deal |
| Sep 2025 | Series C | €170M | €1.1B (~$1.3B) | Led by Harbour Capital; reporting described €130M for ~11% stake |
| Mid-2026 | Reported/rumored raise | ~$350M | ~$2.3B | Reported as a rumor (not a confirmed round) |
"""


def test_a_table_of_rounds() -> None:
    seed, a, extension, c, rumour = _rounds(TABLE)
    assert [_values(one).name for one in (seed, a, extension, c)] == [
        "Seed",
        "Series A",
        "Series A extension",
        "Series C",
    ]
    assert (_sums(a), _sums(a, "equivalent"), _sums(a, "valuation")) == (["€38M"], ["~$41M"], ["$200M"])
    assert (_values(a).leads, _values(a).participants) == (("Oak Ventures",), ("Blue Fund", "Contoso"))
    assert (_values(extension).instrument, _values(extension).leads) == ("convertible", ("Contoso",))
    assert [(one.investor, one.stake) for one in _values(c).contributions] == [("Harbour Capital", 11.0)]
    assert rumour.modality == "rumoured"
    assert {one.modality for one in (seed, a, extension, c)} == {"asserted"}
    assert [(w := _values(one).when) and w.edtf for one in (seed, a, rumour)] == [
        "2023-06",
        "2023-12~",
        "2026-06/2026-07",
    ]


def test_a_table_of_many_companies_gives_only_the_subjects_rows() -> None:
    table = (
        "| Company | Round | Amount |\n|---|---|---|\n| Southgale | Series B | $80M |\n| Northwind | Seed | $20M |\n"
    )
    assert [_sums(claim) for claim in _rounds(table)] == [["$20M"]]


@pytest.mark.parametrize(
    ("text", "raised", "lead"),
    [
        ("Das Berliner Startup Northwind hat in einer Runde 20 Millionen Euro eingesammelt.", "20 Millionen Euro", ()),
        (
            "Im Februar 2024 erhielt Northwind rund 1,7 Mrd. Euro unter Führung von Oak Ventures.",
            "rund 1,7 Mrd. Euro",
            ("Oak Ventures",),
        ),
        (
            "La start-up Northwind a levé 20 millions d’euros lors d’un tour de table mené par Oak Ventures.",
            "20 millions d’euros",
            ("Oak Ventures",),
        ),
        (
            "A startup Northwind captou R$ 50 milhões em uma rodada Série A liderada pela Oak Ventures.",
            "R$ 50 milhões",
            ("Oak Ventures",),
        ),
    ],
)
def test_other_languages(text: str, raised: str, lead: tuple[str, ...]) -> None:
    found = [one for one in _rounds(text, "Northwind") if _sums(one)]
    assert [(_sums(one), _values(one).leads) for one in found] == [([raised], lead)]


@given(
    st.text(alphabet="$€(),.;: 0123456789mbn%-–\n", max_size=60),
    st.sampled_from(
        ["raised", "round led by", "at a valuation of", "to date", "invested", "Series A", "in talks to", ""]
    ),
)
def test_no_text_breaks_it_and_every_quote_stands(noise: str, words: str) -> None:
    text = f"The week at Northwind\n\nNorthwind {words} {noise} from Oak Ventures and {noise} in 2024.\n"
    source = sources.read("01.txt", text.encode(), "s1", DAY)
    for one in funding.extract(analyse(source, Subject("Northwind"))):
        assert source.holds(one.evidence)


@pytest.mark.parametrize("unit", ["$5 million ", "raised ", "led by ", "the round ", "Series A "])
def test_a_long_line_ends(unit: str) -> None:
    _read("Northwind " + unit * (20_000 // len(unit)))


def test_in_front_leads_and_behind_takes_part() -> None:
    _, values = _only("A $48 million Series A came in 2019, with Oakfund in front and Castwell and Larch behind it.")
    assert (values.leads, values.participants) == (("Oakfund",), ("Castwell", "Larch"))


def test_secondary_sales_beside_new_money_bring_nothing_in() -> None:
    claim, _ = _only("Northwind raised $90 million of fresh capital and $20 million in secondary sales by employees.")
    assert _sums(claim) == ["$90 million"]


@pytest.mark.parametrize(
    ("text", "leads", "participants"),
    [
        (
            "In May, Oakfund Capital, the Oslo investor, led a $48 million round in Northwind with the bank Globe.",
            ("Oakfund Capital",),
            ("Globe",),
        ),
        (
            "Northwind raised $9 million. Oakfund Capital, Globe and the Norden Bank, all existing shareholders, took "
            "part alongside newcomer Birch Ventures.",
            (),
            ("Oakfund Capital", "Globe", "Norden Bank", "Birch Ventures"),
        ),
        (
            "Northwind raised $9 million. The round was led by Oakfund Capital, with a $2 million cornerstone "
            "commitment from the Norden Fund.",
            ("Oakfund Capital",),
            ("Norden Fund",),
        ),
        (
            "Northwind raised $9 million. Oakfund Capital and Globe's venture arm also took part.",
            (),
            ("Oakfund Capital", "Globe"),
        ),
        (
            "Northwind raised $9 million. Oakfund Capital and the Norden Fund lead.",
            ("Oakfund Capital", "Norden Fund"),
            (),
        ),
        (
            "Northwind raised $9 million. Oakfund Capital and Globe returned, and two others joined: Birch Ventures, "
            "the venture arm of the Birch Clinic, and Caldor.",
            (),
            ("Oakfund Capital", "Globe", "Birch Ventures", "Caldor"),
        ),
        (
            "Northwind has signed a five-year, $60 million credit facility with the Norden Bank.",
            (),
            ("Norden Bank",),
        ),
        (
            "Northwind raised $9 million. The round was led by Oakfund, which also led the company's Series B. Globe "
            "and Birch Ventures returned.",
            ("Oakfund",),
            ("Globe", "Birch Ventures"),
        ),
        (
            "Northwind raised $9 million. Oakfund led, with participation from Globe and Birch Ventures.",
            ("Oakfund",),
            ("Globe", "Birch Ventures"),
        ),
        (
            "Northwind raised $9 million from 8VQ, Hale & Sons Ventures and Harbor and Vine Partners.",
            (),
            ("8VQ", "Hale & Sons Ventures", "Harbor and Vine Partners"),
        ),
        (
            "Northwind raised $9 million. Oakfund and Birch Seed led; Globe and the fund RA Peak bought shares, too.",
            ("Oakfund", "Birch Seed"),
            ("Globe", "RA Peak"),
        ),
        (
            "Northwind raised $9 million in a round that Oakfund led and in which Globe took part.",
            ("Oakfund",),
            ("Globe",),
        ),
        (
            "Northwind drew on a $50 million credit line that it agreed with Globe Banking.",
            (),
            ("Globe Banking",),
        ),
        (
            "Northwind raised $90 million in a Series C, in which Oakfund Capital and Globe took the largest stakes.",
            (),
            ("Oakfund Capital", "Globe"),
        ),
        (
            "Northwind's $20 million Series B was led by Oakfund, with Globe and the Norden Bank following it.",
            ("Oakfund",),
            ("Globe", "Norden Bank"),
        ),
        (
            "Northwind closed a $20 million seed round. Among the backers: Oakfund Capital and angel Jane Roe.",
            (),
            ("Oakfund Capital", "Jane Roe"),
        ),
        (
            "Northwind's $30 million round drew Oakfund Capital as lead and Globe as a new investor.",
            ("Oakfund Capital",),
            ("Globe",),
        ),
        (
            "Northwind is raising $9 million in a round, people said. Sovereign fund Mubara is in talks to lead it.",
            ("Mubara",),
            (),
        ),
    ],
)
def test_who_leads_and_who_joins(text: str, leads: tuple[str, ...], participants: tuple[str, ...]) -> None:
    told = [_values(one) for one in _rounds(text)]
    assert tuple(name for one in told for name in one.leads) == leads
    assert {name for one in told for name in one.participants} == set(participants)


def test_what_a_stranger_got_is_its_own() -> None:
    assert not _rounds("Northwind raised less than Voltera, which got $90 million from Caldor Capital.")
