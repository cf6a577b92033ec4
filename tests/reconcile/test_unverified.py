"""What nobody has verified, why, and what would verify it."""

from __future__ import annotations

import pytest

from tests.reconcile.articles import told
from tests.reconcile.desk import Desk
from tests.reconcile.test_origins import ANNOUNCED, RETOLD, STORY, page


def test_a_rumour_says_what_would_confirm_it() -> None:
    desk = Desk()
    one = "Northwind is rumoured to be raising $90 million."
    s = desk.article(f"News\n\n{one}\n")
    desk.round(s, one, raised="$90 million", modality="rumoured")
    entry = desk.reconcile().unverified[0]
    assert entry.text == one
    assert entry.reasons[0] == "rumour"
    assert entry.about == "f1"
    assert "announcement" in entry.would_verify
    assert entry.why


def test_a_sources_own_words_on_what_to_ask_for_come_first() -> None:
    desk = Desk()
    one = "Northwind said that turbine output tripled."
    two = "Watch for turbine output figures from the grid operators."
    s = desk.article(f"News\n\n{one}\n\n{two}\n\n" + "\n\n".join(ANNOUNCED) + "\n")
    desk.opinion(s, one, holders=("Northwind",), holder_kind="company")
    desk.opinion(s, two, role="watch")
    for number, line in enumerate(ANNOUNCED):
        desk.opinion(s, line, role="view" if number else "advice")
    entries = {entry.text: entry for entry in desk.reconcile().unverified}
    assert entries[one].would_verify == two


def test_plain_reports_are_not_listed() -> None:
    desk = Desk()
    one = "Northwind raised $20 million from Alder."
    s = desk.article(f"News\n\n{one}\n")
    desk.round(s, one, participants=("Alder",), raised="$20 million")
    assert desk.reconcile().unverified == ()


def test_a_single_retelling_of_an_unseen_original_is_a_single_source() -> None:
    desk = Desk()
    one = "Northwind borrowed $20 million."
    s = desk.article(page("Digest", [one, *ANNOUNCED]), declares="Coastal Review")
    desk.round(s, one, instrument="debt", raised="$20 million")
    entry = desk.reconcile().unverified[0]
    assert entry.reasons == ("single-source",)
    assert entry.standing == "reported"


def test_one_statement_told_twice_is_one_entry_with_both_quotes() -> None:
    desk = Desk()
    one = "“We have closed the gap to the largest makers of turbines in Europe,” Maria Quill said."
    two = "Quill said that Northwind closed the gap to the largest makers of turbines in Europe."
    a = desk.article(page("Inside Northwind", [*STORY, one]), declares="Coastal Review")
    b = desk.article(page("Turbines", [*RETOLD, two]), declares="Coastal Review")
    desk.opinion(a, one, holders=("Maria Quill",), holder_kind="company", modality="opinion")
    desk.opinion(b, two, holders=("Quill",), holder_kind="company")
    briefing = desk.reconcile()
    assert len(briefing.unverified) == 1
    assert {piece.source for piece in briefing.unverified[0].evidence} == {"s1", "s2"}


def test_money_comes_before_mere_words() -> None:
    desk = Desk()
    one = "“We will lead the world in turbines,” Maria Quill said."
    two = "Northwind expects $1 billion in revenue next year."
    s = desk.article(f"News\n\n{one}\n\n{two}\n")
    desk.opinion(s, one, holders=("Maria Quill",), holder_kind="company", modality="opinion")
    desk.metric(s, two, "revenue", "$1 billion", forward=True, holders=("Northwind",), holder_kind="company")
    entries = desk.reconcile().unverified
    assert [entry.text for entry in entries] == [two, one]
    assert [entry.rank for entry in entries] == [0, 1]


def test_a_headline_is_left_to_the_fact_it_announces() -> None:
    desk = Desk()
    title = "Northwind to raise money from Alder for turbines"
    one = "Northwind plans to raise $90 million from Alder for forty turbines in Norway."
    s = desk.article(f"{title}\n\n{one}\n")
    desk.round(s, one, participants=("Alder",), raised="$90 million", modality="planned")
    desk.opinion(s, title, modality="planned")
    assert [entry.text for entry in desk.reconcile().unverified] == [one]


def test_what_only_says_that_somebody_spoke_is_not_listed() -> None:
    desk = Desk()
    one = "Northwind's chief executive outlined where the company stands against its rivals."
    s = desk.article(f"News\n\n{one}\n")
    desk.opinion(s, one, holders=("Jane Doe",), holder_kind="company")
    assert desk.reconcile().unverified == ()


def test_what_would_verify_a_figure_fits_what_it_counts() -> None:
    desk = Desk()
    lines = [
        "Northwind says it has 300 turbines.",
        "Northwind says it made $40 million in annual revenue.",
        "Northwind says its blades turn 3 times faster.",
    ]
    s = desk.article("News\n\n" + "\n\n".join(lines) + "\n")
    own = {"holders": ("Northwind",), "holder_kind": "company"}
    desk.metric(s, lines[0], "turbines", value=300, unit="turbines", **own)
    desk.metric(s, lines[1], "annual revenue", amount="$40 million", **own)
    desk.metric(s, lines[2], "speed", value=3, unit="times", **own)
    told = {entry.text: entry.would_verify for entry in desk.reconcile().unverified}
    assert told[lines[0]] == "A count of turbines by somebody outside Northwind."
    assert told[lines[1]] == "The same annual revenue in audited accounts."
    assert told[lines[2]] == "An independent test under stated conditions."


def test_a_refusal_to_speak_settles_nothing() -> None:
    desk = Desk()
    one = "Northwind is rumoured to be raising $90 million from Alder."
    two = "Alder declined to confirm the $90 million raise of Northwind, or to disclose its share of the round."
    s = desk.article(f"News\n\n{one}\n\n{two}\n\n" + "\n\n".join(ANNOUNCED) + "\n")
    desk.round(s, one, raised="$90 million", modality="rumoured")
    desk.opinion(s, two, role="caution")
    for line in ANNOUNCED:
        desk.opinion(s, line, role="view")
    assert "declined" not in desk.reconcile().unverified[0].would_verify


def _listed(sentence: str) -> set[str]:
    lead = "Northwind, a maker of pumps, is run by chief executive Maria Quill. It raised $20 million in May 2024."
    found = told(("2026-03-04", f"{lead}\n\n{sentence}"))
    return {entry.text for entry in found.unverified}


def test_what_unnamed_people_say_is_listed() -> None:
    for words in (
        "Two funds walked away over the price, one of them said.",
        "A reader at a Lisbon fund says Northwind paid $9 million for Globe.",
        "It is understood that the company is exploring a sale.",
        "The ministry wanted further papers in May, two people familiar with the letters say.",
    ):
        assert _listed(words), words


def test_what_an_author_reckons_of_the_company_is_listed() -> None:
    assert _listed("In my view Northwind is about two years ahead in pumps, and as far behind in motors.")


def test_mere_talk_is_not_listed() -> None:
    assert not _listed("Maria Quill: We like to look at motors when they stand still.")
    assert _listed("Maria Quill: We make the cheapest motors that anybody sells.")


def listed(*lines: str) -> list[str]:
    text = "Northwind makes pumps in Oslo. Jane Roe is chief executive of Northwind."
    return [entry.text for entry in told(("2026-03-10", f"{text} " + " ".join(lines))).unverified]


@pytest.mark.parametrize(
    "colour",
    [
        "“Nobody thanks the plumber, but everybody notices the water,” Roe said.",
        "“My mother believes it is all a misunderstanding,” Roe said.",
        "“They need a maker whose ovens they can see by bus,” Roe said.",
        "The market for pumps is expected to grow to $4 billion in 2034.",
        "Pump companies have drawn $7.4 billion of venture capital this year, according to the Ledger.",
        "$74.2 billion: Global VC funding in the second quarter, per the Ledger.",
        "This press release contains forward-looking statements that involve risks and uncertainties.",
    ],
)
def test_mere_colour_is_not_listed(colour: str) -> None:
    assert not [text for text in listed(colour) if text.strip("“”")[:20] in colour]


@pytest.mark.parametrize(
    "words",
    [
        "“We are the only company in Europe that makes such pumps,” Roe said.",
        "“Nobody else in Norway has our foundry and our people under one roof,” Roe said.",
        "“Our pumps last 30 percent longer than any from China,” Roe said.",
        "“We were profitable in each of the last quarters,” Roe said.",
    ],
)
def test_a_boast_that_could_be_checked_is_listed(words: str) -> None:
    assert [text for text in listed(words) if text.strip("“”")[:20] in words]


def test_a_bullet_on_another_company_is_no_rumour_of_the_subject() -> None:
    text = (
        "Northwind makes pumps in Oslo. Northwind is in talks to raise $50 million, two people said.\n\nShort takes\n\n"
    )
    text += "- Globex is said to be shopping its boiler business.\n- Northwind is said to be looking for a new chief.\n"
    found = [entry.text for entry in told(("2026-03-10", text)).unverified]
    assert not [one for one in found if "Globex" in one]
    assert [one for one in found if "new chief" in one]


def test_claims_on_an_insurer_are_no_hedge() -> None:
    briefing = told(
        ("2026-03-10", "Northwind makes software. Globex sends its travel and car claims through Northwind.")
    )
    assert not [claim for claim in briefing.claims if claim.modality == "hedged"]


def test_a_step_that_is_ruled_out_is_listed_as_forward_looking() -> None:
    text = (
        "Northwind makes pumps in Oslo. Jane Roe is chief executive of Northwind. She ruled out a listing before 2028."
    )
    found = [entry for entry in told(("2026-03-10", text)).unverified if "ruled out" in entry.text]
    assert len(found) == 1
    assert "forward-looking" in found[0].reasons
