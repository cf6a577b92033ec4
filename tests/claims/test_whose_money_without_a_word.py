"""In an article on the company a sum that somebody gives is the company's, unless the words say that others take it."""

from __future__ import annotations

import pytest

from briefing.model.briefing import Briefing

from .close import briefing_of, satellites


def _told(text: str) -> Briefing:
    return briefing_of(satellites(text))


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("Globex said yes to a trial. Then came £4.5m from Oakfund Capital again.", "£4.5m"),
        ("In September a syndicate handed over $95 million.", "$95 million"),
        ("It became a unicorn in 2021, when Oakfund and Globex parted with $210m.", "$210m"),
        ("Oakfund and Northwind anted up $60 million in February.", "$60 million"),
        ("Oakfund Capital came along with $8m.", "$8m"),
        ("Oakfund Capital and Northwind are putting $18 million into the Osaka-based company.", "$18 million"),
        ("It said little since 2023, when it placed $120 million of Series E stock.", "$120 million"),
        ("The investors agreed to supply $325 million in two instalments.", "$325 million"),
    ],
)
def test_what_is_given_comes_to_the_company(text: str, raw: str) -> None:
    assert [[money.raw for money in one.amounts] for one in _told(text).funding] == [[raw]]


@pytest.mark.parametrize(
    "text",
    [
        "Roe left in March and now runs a reading startup, Globex, that has $8 million in seed money from Oakfund.",
        "Its backer Oakfund Capital had a busy year. It took part in a $150 million round for chip designer Globex.",
        "Globex of Paris, last priced at $5.7bn, has tried it, too.",
        "Its rival Globex grows faster. Then came £4.5m from Oakfund Capital.",
        "Acme Orbital has supplied $40 million of antennas to Globex.",
    ],
)
def test_what_others_take_does_not(text: str) -> None:
    assert not _told(text).funding


def test_a_sum_raised_at_the_head_of_a_sentence_is_a_total() -> None:
    told = _told("After raising $213 million, the company is selling its name.")
    assert not told.funding
    assert [[money.raw for money in one.amounts] for one in told.funding_totals] == [["$213 million"]]


def test_a_date_stands_behind_since_where_a_when_follows() -> None:
    (event,) = _told("It said little since 2023, when it placed $120 million of Series E stock to Oakfund.").funding
    assert event.date == "2023"


def test_a_part_in_another_currency_is_no_round_of_its_own() -> None:
    told = _told(
        "Acme Orbital has raised $385 million in a Series C round led by Northwind. "
        "Globex Capital put in £75 million, its first cheque for a space company."
    )
    (event,) = told.funding
    assert [one.investor for one in event.contributions] == ["Globex Capital"]


def test_a_syndicate_has_a_head_and_members() -> None:
    (event,) = _told(
        "Acme Orbital raised 85 million euros from a syndicate which Oakfund Capital headed and which included "
        "Globex and Larch Ventures."
    ).funding
    assert event.leads == ("Oakfund Capital",)
    assert set(event.participants) == {"Globex", "Larch Ventures"}


def test_the_last_of_two_owners_lent() -> None:
    (event,) = _told("The only outsiders were Oakfund and Northern Growth, which lent it €1.8 million in 2015.").funding
    assert event.participants == ("Northern Growth",)


def test_half_of_a_commitment_that_is_drawn_is_no_event() -> None:
    assert not _told("It has drawn the second half of a $500 million commitment from Birch Bank.").funding


def test_notes_to_come_are_not_the_round_of_before() -> None:
    told = _told(
        "The company will bridge the winter with $72 million in convertible notes taken up by Oakfund and Globex. "
        "In its last priced round, in March 2021, it raised $58 million."
    )
    assert {one.instrument: one.standing for one in told.funding if one.instrument == "convertible"} == {
        "convertible": "forward-looking"
    }
    assert [money.raw for one in told.funding for money in one.amounts] == ["$58 million", "$72 million"]


def test_what_it_was_worth_before_is_no_sum_of_a_round() -> None:
    told = _told("Oakfund Capital bought in at $180 million, versus the $90 million of the Series A.")
    assert not [one for one in told.funding if one.amounts]


def test_a_round_that_was_never_announced_came_in_all_the_same() -> None:
    (event,) = _told("In October Oakfund came in with $42 million in a Series A that we never announced.").funding
    assert [money.raw for money in event.amounts] == ["$42 million"]
