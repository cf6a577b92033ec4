"""What slides say: titles that keep their standing, rows in the sources' words, questions that something raises."""

from __future__ import annotations

from dataclasses import replace

from briefing.deck import compose
from briefing.measure import title_face, wrap
from briefing.model.briefing import Briefing, Implication
from briefing.model.frame import TextMark
from briefing.model.source import Evidence
from briefing.slides import (
    company,
    conflicts,
    evidence,
    funding,
    funding_chart,
    overview,
    partnerships,
    risks,
    riskwords,
    strategy,
    timeline,
    title,
    watchlist,
)
from briefing.slides.citations import sources_line
from briefing.slides.glance import glances
from briefing.slides.happenings import happenings
from briefing.slides.highlights import goals, latest_raise, rumoured_round
from briefing.slides.keyfigures import tiles
from briefing.slides.ledger import Ledger
from briefing.slides.matrix import matrix
from briefing.slides.remarks import remarks
from briefing.slides.roundwords import own_words
from briefing.slides.sayings import sayings
from briefing.slides.titles import TITLE_WIDTH, choose_title
from tests.slides.fixtures import edges
from tests.slides.fixtures.northwind import northwind
from tests.slides.looks import audience, theme


def without(**lists: object) -> Briefing:
    return replace(northwind(), **lists)  # type: ignore[arg-type]


def test_a_company_stated_figure_is_said_by_the_company() -> None:
    [plan] = overview.plan(northwind(), audience("cto"))
    assert plan.titles[0].startswith(
        "Northwind says it has over $210M in annual recurring revenue; its next round is only"
    )


def test_an_overview_without_revenue_leads_with_the_price() -> None:
    [plan] = overview.plan(without(metrics=()), audience("cto"))
    assert any(title.startswith("Reports value Northwind at €5.2B") for title in plan.titles)


def test_tiles_follow_the_audience() -> None:
    ledger = Ledger(northwind())
    assert [tile.key for tile in tiles(ledger, audience("cto"))] == [
        "revenue",
        "funding-total",
        "valuation",
        "next-round",
    ]
    assert [tile.key for tile in tiles(ledger, audience("investor"))][:2] == ["valuation", "next-round"]


def test_a_part_of_the_sales_is_not_shown_as_the_sales() -> None:
    whole = next(item for item in northwind().metrics if item.amounts and not item.forward_looking)
    fewer = replace(whole.amounts[0], value=whole.amounts[0].value / 20, raw="$11 million")
    part = replace(whole, id="m90", name="run rate", amounts=(fewer,), as_of="2026-06-30")
    tile = tiles(Ledger(without(metrics=(whole, part))), audience("cto"))[0]
    assert (tile.key, tile.ids) == ("revenue", tiles(Ledger(northwind()), audience("cto"))[0].ids)
    rumour = replace(whole, id="m91", standing="rumoured", as_of="2026-06-30")
    assert tiles(Ledger(without(metrics=(rumour, whole))), audience("cto"))[0].ids == tile.ids


def test_a_goal_below_what_there_is_belongs_to_a_part() -> None:
    one = next(item for item in northwind().metrics if item.amounts)
    staff = replace(
        one, id="m90", name="employees", amounts=(), unit="people", value=540, forward_looking=False, as_of=""
    )
    goal = replace(staff, id="m91", unit="staff", value=150, forward_looking=True, standing="forward-looking")
    assert goals(without(metrics=(staff, goal))) == []
    assert goals(without(metrics=(staff, replace(goal, value=900))))[0].value == 900
    assert goals(without(metrics=(staff, replace(goal, value=900, as_of="2019")))) == []  # over


def test_a_valuation_told_in_two_versions_is_badged_disputed() -> None:
    tile = next(tile for tile in tiles(Ledger(northwind()), audience("cto")) if tile.key == "valuation")
    assert (" or " in tile.notes[0].text, tile.badges[-1]) == (True, "disputed")
    tile = next(tile for tile in tiles(Ledger(without(conflicts=())), audience("cto")) if tile.key == "valuation")
    assert "disputed" not in tile.badges


def test_the_key_of_the_evidence_names_every_short_form() -> None:
    frames = compose(northwind(), audience("cto"), theme()).frames
    [page] = [frame for frame in frames if frame.kind == "evidence"]
    key = next(mark for mark in page.marks if isinstance(mark, TextMark) and mark.name == "Key")
    assert "DL: The Dockside Ledger" in "".join(run.text for part in key.paragraphs for run in part.runs)


def test_rumoured_rounds_come_last_and_say_so() -> None:
    [plan] = funding.plan(northwind(), audience("cto"))
    assert plan.rows[-1].rumoured
    assert plan.rows[-1].date == "Mid-2026"
    assert plan.rows[2].amount.text == "€18M\u00a0or\u00a0$19.6M"
    assert plan.rows[2].valuation.text == "Unchanged (implied)"


def test_only_rumoured_rounds_are_never_told_as_raised() -> None:
    rumour = tuple(event for event in northwind().funding if event.standing == "rumoured")
    [plan] = funding.plan(without(funding=rumour), audience("cto"))
    assert "rumour" in plan.titles[0]


def test_the_chart_keeps_one_currency_and_the_implied_column() -> None:
    [plan] = funding_chart.plan(northwind(), audience("cto"))
    assert plan.unit == "US dollars"
    assert [point.kind for point in plan.points] == ["reported", "implied", "reported", "reported", "rumoured"]
    assert "another version" not in plan.titles[0]
    assert plan.titles[0].endswith("the $12.5B figure is only a rumour")


def test_no_chart_from_two_columns() -> None:
    assert funding_chart.plan(without(funding=northwind().funding[:2]), audience("cto")) == ()


def test_titles_of_the_map() -> None:
    [plan] = partnerships.plan(northwind(), audience("cto"))
    assert plan.titles[0] == (
        "Of 23 named organisations, four are both partner and investor: "
        "Fabrikam, Proseware, Tailspin and Lakeshore Bank"
    )
    [plan] = partnerships.plan(edges.partners(1), audience("cto"))
    assert plan.titles[0] == "The sources name one organisation beside Acme Anvils: Organisation 001"
    investors = tuple(item for item in northwind().relationships if item.category == "investor")
    [plan] = partnerships.plan(without(relationships=investors), audience("cto"))
    assert plan.titles[0] == "The sources name five investors of Northwind and no customer or partner"


def test_rivals_are_not_on_the_map() -> None:
    [plan] = partnerships.plan(northwind(), audience("cto"))
    assert "Adatum" not in [node.name for group in plan.clusters for node in group.nodes]
    assert "Adatum" in " ".join(plan.notes.caution)


def test_comparison_cells_are_the_sources_words() -> None:
    [plan] = strategy.plan(northwind(), audience("cto"))
    assert plan.heads == ("Dimension", "Northwind Robotics", "Adatum", "What it means for a CTO")
    assert plan.rows[1].other[0].text == "Vendor cloud only"
    assert plan.rows[-1].bold
    assert strategy.plan(without(comparisons=()), audience("cto")) == ()


def test_risks_are_told_once_and_weakest_first() -> None:
    [plan] = risks.plan(northwind(), audience("cto"))
    assert [row.badge for row in plan.rows] == [
        "rumoured", "target", "planned", "company-stated", "company-stated", "reported", "reported",
    ]  # fmt: skip
    assert risks.plan(without(unverified=()), audience("cto")) == ()
    [many] = risks.plan(edges.doubts(60), audience("cto"))
    assert many.titles[0] == "60 claims about Acme Anvils are unverified; seven of them matter most here"
    twice = [replace(northwind().unverified[0], id=f"u9{at}", rank=90 + at) for at in range(3)]
    [plan] = risks.plan(without(unverified=(*northwind().unverified, *twice)), audience("cto"))
    assert plan.titles[1].endswith("ten claims are unverified")


def test_a_price_that_is_only_a_rumour_is_not_where_reported_rounds_took_the_company() -> None:
    assert "rounds took" in funding.plan(northwind(), audience("cto"))[0].titles[0]
    rounds = [
        replace(event, valuation_standing="rumoured") if event.valuations else event for event in northwind().funding
    ]
    titles = funding.plan(without(funding=tuple(rounds)), audience("cto"))[0].titles
    assert not any("rounds took" in text for text in titles)
    assert titles[0].lower().startswith("a rumour values")


def test_conflicts_count_contradictions_apart() -> None:
    [plan] = conflicts.plan(northwind(), audience("cto"))
    assert plan.titles[0] == (
        "The sources contradict each other on company valuation; on four other points both versions can be true"
    )
    compatible = tuple(replace(item, compatible=True) for item in northwind().conflicts)
    [plan] = conflicts.plan(without(conflicts=compatible), audience("cto"))
    assert plan.titles[0].endswith("no version excludes another")
    over = (replace(compatible[0], topic="Is the tie with Oakfund over"),)
    [plan] = conflicts.plan(without(conflicts=over), audience("cto"))
    assert "differ on one point, whether the tie with Oakfund is over;" in plan.titles[0]


def test_versions_that_exclude_each_other_are_not_said_to_go_together() -> None:
    known = [replace(item, compatible=True) for item in northwind().conflicts]
    one, other = known[1].positions[:2]
    words = replace(known[1], id="x1", kind="arithmetic", topic="“nearly doubling”", compatible=False)
    itself = replace(words, positions=(one, replace(other, sources=one.sources)))
    for clash, ending in ((itself, "further points; no source contradicts another"), (words, "further points")):
        [plan] = conflicts.plan(without(conflicts=(*known[:1], *known[2:], clash)), audience("cto"))
        assert plan.titles[0].endswith(ending)
        assert not any("exclude" in text for text in plan.titles)
    figure = replace(known[0], id="x2", kind="amount")
    [plan] = conflicts.plan(without(conflicts=(figure, *known[2:], itself)), audience("cto"))
    assert plan.titles[0].endswith("every choice made here is explained")
    [plan] = conflicts.plan(without(conflicts=(*northwind().conflicts, words)), audience("cto"))
    assert "contradict each other" in plan.titles[0]
    assert not any("can be true" in text for text in plan.titles)


def test_a_contradiction_comes_first_and_mere_wording_stays_in_the_data_file() -> None:
    found = [replace(item, compatible=True, rank=at) for at, item in enumerate(northwind().conflicts)]
    worded = [
        replace(found[0], id=f"w{at}", kind=kind, topic=f"wording {kind}", rank=-1)
        for at, kind in enumerate(("precision", "date", "name"))
    ]
    real = replace(found[-1], id="real", kind="amount", compatible=False, topic="who is right", about="f1", rank=99)
    [plan] = conflicts.plan(without(conflicts=(*worded, *found[:-1], real)), audience("cto"))
    assert plan.rows[0].topic == "Who is right"
    assert not [row.topic for row in plan.rows if row.topic.startswith("Wording")]
    assert plan.foot == "Five further differences, all of them of wording, precision or names only: see the data file"
    [plan] = conflicts.plan(without(conflicts=tuple(worded)), audience("cto"))
    assert len(plan.rows) == 3
    assert plan.foot == ""


def test_a_worked_out_figure_is_not_shown_as_a_sources() -> None:
    conflict = replace(northwind().conflicts[0], rationale="One amount in two currencies, at 1.09", used="€18 million")
    [plan] = conflicts.plan(without(conflicts=(conflict,)), audience("cto"))
    assert all("1.09" not in statement.text for statement in plan.rows[0].why)


def test_the_matrix_says_who_differs_and_counts_origins() -> None:
    rows = {row.ids[0]: row for row in matrix(Ledger(northwind()), 12)}
    assert rows["f5"].parts[5] == "differs"
    assert rows["f5"].origins == 1
    assert rows["m1"].origins == 0
    assert rows["r14"].origins == 2


def test_evidence_titles_count_origins() -> None:
    [plan] = evidence.plan(northwind(), audience("cto"))
    assert plan.titles[0] == (
        "Five articles rest on two independent origins: four trace to Warehouse Weekly, one to The Dockside Ledger"
    )
    [plan] = evidence.plan(edges.one_round(), audience("cto"))
    assert plan.titles[0] == "Everything here rests on one article, by Portside Daily"
    nobodys = tuple(replace(source, publisher="") for source in edges.one_round().sources)
    [plan] = evidence.plan(replace(edges.one_round(), sources=nobodys), audience("cto"))
    assert plan.titles[0] == "Everything here rests on one article"


def test_words_of_origin_keep_their_capital_in_titles() -> None:
    facts = (replace(northwind().profile[0], name="description", value="Swedish maker of anvils"),)
    [plan] = company.plan(without(profile=facts), audience("cto"))
    assert "Northwind is a Swedish maker of anvils" in plan.titles


def test_organisations_of_no_sector_stand_together_by_their_tie() -> None:
    ties = [replace(item, category="other", kinds=("customer",)) for item in northwind().relationships[:2]]
    ties += [replace(item, category="other", kinds=("acquired",)) for item in northwind().relationships[2:4]]
    [plan] = partnerships.plan(without(relationships=tuple(ties)), audience("cto"))
    assert {group.title: group.verb for group in plan.clusters} == {
        "Customers": "used by",
        "Acquisitions": "has bought",
    }
    [plan] = partnerships.plan(without(relationships=tuple(ties[:3])), audience("cto"))
    assert [group.title for group in plan.clusters] == ["Customers and acquisitions"]


def test_a_fragment_of_a_sentence_is_counted_but_not_shown() -> None:
    odd = replace(northwind().unverified[-1], id="u99", about=None, text="which would be the largest ever", rank=0)
    [plan] = risks.plan(without(unverified=(*northwind().unverified, odd)), audience("cto"))
    assert all("largest ever" not in row.claim[0].text for row in plan.rows)


def test_titles_say_what_the_data_shows() -> None:
    """Rumoured next round, debt beside equity, one origin, no comparison, one partner, nothing unverified."""
    plain = northwind()
    rumour = overview.plan(plain, audience("cto"))[0].titles[0]
    assert "its next round is only a rumour" in rumour
    debt = funding.plan(plain, audience("cto"))[0].titles[0]
    assert "the latest money is" in debt
    assert "debt" in debt
    early = replace(plain.funding[5], date="2023-01")
    beside = funding.plan(without(funding=(*plain.funding[:5], early)), audience("cto"))[0].titles[0]
    assert "debt stands beside the equity" in beside
    origin = replace(plain.origins[0], members=tuple(source.id for source in plain.sources))
    assert evidence.plan(without(origins=(origin,)), audience("cto"))[0].titles[0] == (
        "All five articles trace to one origin, Warehouse Weekly: they count once"
    )
    assert strategy.plan(without(comparisons=()), audience("cto")) == ()
    assert partnerships.plan(edges.one_round(), audience("cto"))[0].titles[0] == (
        "The sources name one investor beside Acme Anvils: Contoso Capital"
    )
    assert risks.plan(without(unverified=()), audience("cto")) == ()
    kinds = [frame.kind for frame in compose(without(unverified=(), conflicts=()), audience("cto"), theme()).frames]
    assert "risks" not in kinds
    assert "conflicts" not in kinds


def test_a_lower_price_is_called_lower() -> None:
    made = edges.rounds(5)
    last = replace(
        made.funding[-1], valuations=(replace(made.funding[0].valuations[0], value=15e6, raw="$15 million"),)
    )
    falling = replace(made, funding=(*made.funding[:-1], last))
    assert (
        funding.plan(falling, audience("cto"))[0].titles[0]
        == "The latest reported price of Acme is $15M, down from $40M"
    )
    assert funding_chart.plan(falling, audience("cto"))[0].titles[0] == (
        "Reported valuation fell from $40M in October 2020 to $15M in January 2021"
    )
    assert "down from $40M" in overview.plan(falling, audience("investor"))[0].titles[0]


def test_a_rumour_that_a_later_round_overtook_is_not_the_next_round() -> None:
    old = [replace(event, date="2020-01") if event.standing == "rumoured" else event for event in northwind().funding]
    assert rumoured_round(northwind()) is not None
    assert rumoured_round(without(funding=tuple(old))) is None


def test_a_round_is_told_in_its_sources_words() -> None:
    quote = "Acme raised $4 million in May 2026, described at the time as the largest seed in Utrecht, with Contoso."
    part = Evidence("s1", 0, len(quote), quote)
    event = replace(edges.one_round().funding[0], evidence=(part,))
    assert own_words(event)[0] == "described at the time as the largest seed in Utrecht"
    other = replace(event, evidence=(replace(part, quote=quote.replace("$4", "$5")),))
    assert own_words(other) == ()  # it tells of another round


def test_a_doubt_is_not_quoted_with_a_sentence_that_is_firm() -> None:
    """Unnamed sources told of a cheque; that the round was closed, another sentence of the fact states flatly."""
    briefing = northwind()
    event = briefing.funding[-1]
    doubted = "Reports around that round described Contoso as investing €7 million for an 11% stake in the company."
    flat = f"Northwind closed its round of {event.amounts[0].raw} with several investors and a bank on its side."
    item = replace(
        briefing.unverified[0],
        about=event.id,
        text=doubted,
        reasons=("unnamed-source",),
        evidence=tuple(Evidence(briefing.sources[0].id, 0, len(text), text) for text in (flat, doubted)),
    )
    words = " ".join(riskwords.sentences_told(Ledger(briefing), item))
    assert "€7 million" in words
    assert "closed its round" not in words


def test_contradictions_and_the_companys_own_figures_raise_questions_of_their_own() -> None:
    plain = replace(audience("cto"), questions={"revenue": "How does revenue split?"})
    clash = replace(northwind().conflicts[0], kind="amount", compatible=False, topic="amount of Series C", about="f5")
    positions = tuple(
        replace(part, value=value) for part, value in zip(clash.positions, ("€17 million", "€21 million"), strict=False)
    )
    doubt = next(item for item in northwind().unverified if item.about == "m1")
    asked = without(
        conflicts=(replace(clash, positions=positions),), unverified=(replace(doubt, standing="company-stated"),)
    )
    [plan] = watchlist.plan(asked, plain)
    texts = [question.text.text for question in plan.questions]
    assert texts[0] == "How does revenue split?"
    assert texts[1] == "Which holds for the amount of Series C: €17M or €21M?"
    assert texts[2].startswith("Who besides Northwind can confirm the annual recurring revenue")
    assert plan.questions[0].because[0].text.startswith("Given: Annual recurring revenue")
    tie = replace(northwind().relationships[0], id="r90", name="Contoso", kinds=("customer",))
    told = replace(asked.unverified[0], about="r90")
    [plan] = watchlist.plan(replace(asked, relationships=(tie,), unverified=(told,)), plain)
    assert plan.questions[-1].text.text == "Does Contoso confirm that it is a customer?"


def test_a_rumoured_purchase_is_a_step_to_watch_where_there_is_room() -> None:
    tie = replace(northwind().relationships[0], name="Contoso", kinds=("acquired",), status="rumoured")
    [plan] = watchlist.plan(without(relationships=(tie,), milestones=(), products=(), funding=()), audience("cto"))
    [step] = [item for item in plan.items if "Contoso" in item.leads[0].text]
    assert step.leads[0].text == "Deal with Contoso confirmed or denied"
    assert (step.badge, step.date) == ("rumoured", "any time")


def test_what_a_company_plans_to_do_is_told_as_due() -> None:
    quote = "Northwind plans to open a second plant next year."
    step = replace(
        next(item for item in northwind().milestones if item.status == "planned"),
        text="Northwind plans to open a second plant",
        date="2027",
        evidence=(Evidence("s1", 0, len(quote), quote),),
    )
    [plan] = watchlist.plan(
        without(milestones=(step,), metrics=(), products=(), funding=(), infrastructure=()), audience("cto")
    )
    assert plan.titles[0].startswith("Northwind is due to open a second plant in 2027")


def test_the_risks_title_names_what_is_weakest() -> None:
    [plan] = risks.plan(northwind(), audience("cto"))
    assert plan.titles[0].startswith(
        "the round of about $2B is only a rumour and the annual recurring revenue of over $500M"
    )
    stated = tuple(item for item in northwind().unverified if item.standing == "company-stated" and item.about == "m1")
    [plan] = risks.plan(without(unverified=(*stated, *edges.doubts(2).unverified)), audience("cto"))
    assert "rests on the company's own word" in plan.titles[0]


def test_a_rumoured_figure_that_a_later_one_overtook_is_no_risk() -> None:
    doubt = next(item for item in northwind().unverified if item.standing == "company-stated" and item.about == "m1")
    known = next(item for item in northwind().metrics if item.id == "m1")
    rumour = replace(known, id="m90", standing="rumoured", as_of="2024-01")
    told = replace(doubt, id="u90", about="m90", standing="rumoured", reasons=("rumour",), evidence=())
    later = without(metrics=(rumour, replace(known, as_of="2026-02")), unverified=(told,))
    assert risks.plan(later, audience("cto")) == ()
    [plan] = risks.plan(replace(later, metrics=(rumour,)), audience("cto"))
    assert plan.rows[0].badge == "rumoured"


def _saying(text: str, role: str = "advice", *audiences: str) -> Implication:
    return Implication("i90", text, audiences, role, (), (Evidence("s1", 0, len(text), text),))  # type: ignore[arg-type]


def _leads(briefing: Briefing) -> dict[str, str]:
    [plan] = overview.plan(briefing, audience("cto"))
    return {row.lead: row.versions[0].text for row in plan.rows}


_OWN_TALK = (
    "Security is a matter of conscience for our people and for my family.",
    "It’s a calmer market for security than it was last year.",
    "No test has shown that the security seals of the controller hold up in heat.",
)


_THIN: dict[str, tuple[()]] = dict.fromkeys(
    ("implications", "conflicts", "relationships", "infrastructure", "products", "funding", "metrics", "origins"), ()
)


def test_praise_and_silence_are_no_advice() -> None:
    praise = "For CTOs, Northwind's integrated platform presents a compelling option for every warehouse."
    silent = "A spokesperson for Northwind Robotics declined to comment."
    for text, role in ((praise, "advice"), (silent, "caution")):
        told = " ".join(_leads(without(implications=(_saying(text, role, "CTOs"),))).values())
        assert "compelling" not in told
        assert "declined" not in told
    doubt = replace(northwind().unverified[0], standing="company-stated", about=None)
    doubts = [replace(doubt, id=f"u9{at}", text=one) for at, one in enumerate(_OWN_TALK)]
    told = " ".join(_leads(without(unverified=tuple(doubts), **_THIN)).values())
    assert "conscience" not in told
    assert "calmer" not in told
    assert "hold up in heat" in told
    useful = "For CTOs, a pilot in one warehouse should come before any roll-out of the controller."
    assert any("pilot" in text for text in _leads(without(implications=(_saying(useful, "advice", "CTOs"),))).values())


def test_targets_and_the_companys_own_figures_are_told_where_sources_advise_nothing() -> None:
    metric = next(item for item in northwind().metrics if item.id == "m1")
    own = replace(metric, id="m90", name="paying customers", amounts=(), value=300, unit="customers")
    doubt = next(item for item in northwind().unverified if item.about == "m1")
    bare = edges.nothing()
    leads = _leads(
        replace(
            northwind(),
            implications=(), funding=(), relationships=(), conflicts=(), comparisons=(), infrastructure=(), products=(),
            metrics=(own, *(item for item in northwind().metrics if item.forward_looking)),
            unverified=(replace(doubt, id="u90", about="m90", standing="company-stated"),),
            origins=bare.origins or northwind().origins,
        )
    )  # fmt: skip
    assert leads["Treat it as a target"].startswith("The target of over $500M in annual recurring revenue")
    assert leads["Discount its own figures"] == "300 customers rest on the company's word alone"


def test_the_growth_of_a_valuation_is_not_shown_beside_it() -> None:
    metric = next(item for item in northwind().metrics if item.id == "m1")
    growth = replace(metric, id="m90", name="valuation growth", amounts=(), value=40, unit="percent")
    count = replace(metric, id="m91", name="robots at work", amounts=(), value=900, unit="robots")
    found = tiles(Ledger(without(metrics=(growth, count), funding_totals=())), audience("cto"))
    assert "Valuation growth" not in [tile.label for tile in found]
    assert "Robots at work" in [tile.label for tile in found]


def test_the_takeaway_says_what_the_company_stands_for_where_a_source_sums_up() -> None:
    [plan] = title.plan(northwind(), audience("cto"))
    assert plan.takeaway[0].text.startswith("In one author's view Northwind stands for")
    [plan] = title.plan(without(comparisons=()), audience("cto"))
    assert "stands for" not in plan.takeaway[0].text


def test_a_comparison_without_a_summary_is_told_by_its_first_plain_row() -> None:
    rows = northwind().comparisons[:2]
    rows = (
        replace(rows[0], dimension="Price", subject_position="$5 a pick", other_position="$7 a pick"),
        replace(rows[1], dimension="Reach", subject_position="Europe", other_position="Not disclosed"),
    )
    [plan] = strategy.plan(without(comparisons=rows), audience("cto"))
    assert plan.titles[0] == "One author sets Northwind ($5 a pick) against Adatum ($7 a pick) on price"


def _events(*texts: str) -> list[str]:
    known = northwind().milestones[0]
    told = []
    for at, text in enumerate(texts):
        spot = Evidence("s1", at, at + len(text), text)
        told.append(replace(known, id=f"e{90 + at}", text=text, date=f"2025-0{at + 1}", evidence=(spot,)))
    found = happenings(Ledger(without(milestones=tuple(told), funding=(), metrics=())))
    return [item.texts[0] for item in found]


def test_fragments_of_sentences_are_no_events() -> None:
    assert _events(
        "One of the people said",
        "A depot of ours earned plenty",
        "Not before 2028",
        "Accounts filed last week show",
        "Sovereign systems in",
        "Opened a depot in Lyon",
        "Scale from 50 depots to 90",
    ) == ["Opened a depot in Lyon", "Scale from 50 depots to 90"]


def test_what_was_rumoured_or_meant_for_a_time_that_is_past_is_not_still_ahead() -> None:
    event = next(item for item in northwind().funding if item.standing == "rumoured")
    early = replace(event, id="f90", date="2023-01")
    target = replace(
        next(item for item in northwind().metrics if item.forward_looking), id="m90", as_of="2024", name="revenue"
    )
    briefing = replace(without(milestones=(), metrics=(target,)), as_of="2026-07-01")
    found = happenings(Ledger(replace(briefing, funding=(*briefing.funding, early))))
    assert [item.ahead for item in found if "f90" in item.ids] == [False]
    assert [item.ahead for item in found if event.id in item.ids] == [True]
    latest = replace(event, id="f91", date="2026-06-20")
    found = happenings(Ledger(replace(briefing, funding=(latest,), as_of="2026-07-01")))
    assert [item.date for item in found if "f91" in item.ids] == ["Date open"]
    assert not [item for item in found if "m90" in item.ids]


def test_footers_tell_articles_of_one_outlet_apart_by_day_and_month() -> None:
    names = [f"The Portside Courier, {day} March 2026" for day in range(10, 16)]
    line = sources_line([1, 2, 3, 4], names, "Arial", 9)
    assert line == "Sources   " + "   ".join(f"[{at}] The Portside Courier, {9 + at} March" for at in (1, 2, 3, 4))
    assert sources_line([1, 2, 3, 5, 6], names, "Arial", 9).endswith("[1]–[3], [5], [6], listed on slide 9")
    twice = ["Daily: Acme raises five million in a…", "Daily: Acme raises five million in a…"]
    assert "……" not in sources_line([1, 2], twice, "Arial", 9)


def test_a_continuation_is_not_parted_at_the_end_of_a_line() -> None:
    words = "Acme has seven rounds on record; its product and revenue steps are"
    look = theme("boardroom")
    for extra in ("", " due", " due in", " due in the", " due in the year", " due in the year 2027"):
        told, size = choose_title([words + extra, "Acme, dated"], 2, 2, look, "timeline")
        lines = wrap(told, size, True, TITLE_WIDTH, title_face(look))
        assert "(2 of 2)" in lines[-1]


def test_the_price_and_the_round_that_set_it_are_one_remark() -> None:
    firm = [event for event in northwind().funding if event.valuations and event.standing != "rumoured"][-1]
    led = replace(firm, leads=("Contoso Capital",), contributions=())
    bare = replace(led, id="f90", name="", date="2022-01", valuations=(), valuation_note="", instrument="equity")
    found = remarks(Ledger(without(funding=(bare, led), conflicts=())))
    assert [item.leads[0].text for item in found] == ["Contoso Capital set the latest price", "A round without a price"]


def test_a_chart_of_amounts_names_the_largest_round_and_a_disputed_sum() -> None:
    known = [event for event in northwind().funding if event.amounts and event.instrument != "debt"]
    events = [replace(event, valuations=(), standing="reported") for event in known]
    clash = replace(northwind().conflicts[0], kind="amount", topic="amount", compatible=False, about=events[0].id)
    found = remarks(Ledger(without(funding=tuple(events), conflicts=(clash,))), prices=False)
    assert found[0].badges == ("disputed",)
    assert "The largest round" in [item.leads[0].text for item in found]


def test_a_planned_round_without_a_date_has_a_column_and_an_undated_one_a_word() -> None:
    events = [event for event in northwind().funding if event.standing != "rumoured" and event.amounts][:4]
    plain = [replace(event, valuations=(), valuation_note="", standing="reported") for event in events]
    currency = plain[0].amounts[0].currency
    plain = [replace(event, amounts=(replace(event.amounts[0], currency=currency),), equivalents=()) for event in plain]
    planned = replace(plain[0], id="f90", date="", standing="forward-looking")
    undated = replace(plain[0], id="f91", date="")
    [plan] = funding_chart.plan(without(funding=(*plain, planned, undated)), audience("cto"))
    assert [point.kind for point in plan.points if "f90" in point.ids] == ["planned"]
    assert "one round without a date is left out" in plan.note[0].text
    assert "other currencies" not in plan.note[0].text


def test_a_company_without_announcements_is_told_by_whose_figures_its_size_is() -> None:
    known = northwind().metrics[0]
    own = replace(known, amounts=(), value=40, forward_looking=False, standing="company-stated")
    told = (
        replace(own, id="m91", name="robots", unit="robots"),
        replace(own, id="m92", name="depots", unit="depots"),
        replace(own, id="m93", name="customers", unit="customers", standing="reported"),
    )
    bare = without(metrics=told, products=(), infrastructure=())
    [plan] = company.plan(bare, audience("cto"))
    assert plan.titles[0].endswith("; two of three figures on its size and growth are its own")
    [plan] = company.plan(replace(bare, metrics=told[:2]), audience("cto"))
    assert "figures" not in plan.titles[0]


def test_at_a_glance_says_by_whom_it_was_founded_and_fills_up_with_purchases_and_backers() -> None:
    year = replace(northwind().profile[0], name="founded", value="2019")
    quote = "Northwind was founded in 2019 by two brothers from the U.S. coast, and sells robots."
    spot = Evidence("s1", 0, len(quote), quote)
    bought = replace(northwind().relationships[0], name="Contoso", kinds=("acquired",), status="current")
    few = without(
        profile=(replace(year, evidence=(spot,)),), people=(), funding=(), relationships=(bought,), products=()
    )
    found = glances(Ledger(few))
    assert found[0].texts[0].text == "By two brothers from the U.S. coast"
    assert [item.leads[0].text for item in found][1:] == ["Company bought"]
    assert found[1].texts[0].text == "Contoso"


def test_a_sentence_beside_a_figure_is_not_cut_before_it() -> None:
    quote = "Today, Northwind runs depots across Europe, Asia and Africa, near ports, serving more than 900 carriers."
    spot = Evidence("s1", 0, len(quote), quote)
    metric = replace(
        northwind().metrics[0], id="m90", name="carriers", unit="carriers", amounts=(), value=900, evidence=(spot,)
    )
    told = sayings(Ledger(without(metrics=(replace(metric, forward_looking=False),), milestones=(), unverified=())))
    [saying] = [item for item in told if "900" in item.lead]
    assert all("900" in version.text for version in saying.versions)


def test_the_latest_news_outlives_older_events_where_room_is_scarce() -> None:
    known = northwind().milestones[0]
    told = []
    for at, (date, text) in enumerate(
        (
            ("2021-03", "Opened a first depot for robot arms beside the old ferry port of Rotterdam"),
            ("2026-01", "Acquired the billing start-up Contoso from its founders in Lyon for cash and shares"),
            ("2026-02", "Acquired the warehouse designer Fabrikam from its founders in Porto for cash and shares"),
            ("2026-03", "Acquired the sensor maker Adatum from its founders in Turin for cash and shares"),
            ("2026-06-28", "Confirmed on Wednesday that it was buying the ferry line Litware from a Danish family"),
        )
    ):
        spot = Evidence("s1", at, at + len(text), text)
        item = replace(known, id=f"e{90 + at}", text=text, date=date, kind="company", status="past", evidence=(spot,))
        told.append(replace(item, standing="reported"))
    briefing = replace(without(milestones=tuple(told), funding=(), metrics=()), as_of="2026-06-30")
    [plan] = timeline.plan(briefing, audience("cto"))
    [sheet] = timeline.layout(plan, theme("boardroom"))
    assert "Litware" in " ".join(mark.text for mark in sheet.marks if isinstance(mark, TextMark))


def test_a_rumoured_purchase_gives_way_to_its_confirmation() -> None:
    known = northwind().milestones[0]
    talks, done = "Northwind and Contoso were in acquisition talks", "Northwind confirmed that it was buying Contoso"
    rumour = replace(
        known, id="e91", text=talks, date="2026-04", kind="company", status="rumoured", standing="rumoured",
        evidence=(Evidence("s1", 0, len(talks), talks),),
    )  # fmt: skip
    fact = replace(
        known, id="e92", text=done, date="2026-06", kind="company", status="past", standing="reported",
        evidence=(Evidence("s1", 900, 900 + len(done), done),),
    )  # fmt: skip
    both = happenings(Ledger(without(milestones=(rumour, fact), funding=(), metrics=())))
    assert [item.texts[0] for item in both] == [done]
    alone = happenings(Ledger(without(milestones=(rumour,), funding=(), metrics=())))
    assert [item.texts[0] for item in alone] == [talks]


def test_the_map_counts_ties_that_more_than_one_origin_confirms() -> None:
    known = northwind().relationships[0]
    ties = tuple(
        replace(known, id=f"r9{at}", name=name, kinds=("customer",), standing=standing, status=status)
        for at, (name, standing, status) in enumerate(
            (
                ("Contoso", "corroborated", "current"),
                ("Fabrikam", "reported", "current"),
                ("Adatum", "rumoured", "rumoured"),
            )
        )
    )
    [plan] = partnerships.plan(without(relationships=ties), audience("cto"))
    assert plan.titles[0] == (
        "Of three ties that the sources name, one is confirmed by more than one origin; "
        "one tie is only rumoured or planned"
    )
    [plan] = partnerships.plan(without(relationships=ties[1:]), audience("cto"))
    assert "none is confirmed" in plan.titles[0]


def test_an_undated_round_or_a_grant_is_not_the_latest() -> None:
    dated = next(
        event for event in northwind().funding if event.standing == "reported" and event.amounts and event.date
    )
    undated = replace(dated, id="f90", date="", instrument="equity")
    grant = replace(dated, id="f91", date="2026-06", instrument="grant")
    equity = replace(dated, instrument="equity")
    found = latest_raise(without(funding=(equity, undated, grant)))
    assert found is not None
    assert found.id == dated.id
    alone = latest_raise(without(funding=(undated,)))
    assert alone is not None
    assert alone.id == "f90"


def test_somebody_of_whom_nothing_is_said_is_not_at_a_glance() -> None:
    known = northwind().people[0]
    bare = replace(known, id="p90", name="Ada Quill", role="", background="")
    leads = [item.leads[0].text for item in glances(Ledger(without(people=(known, bare))))]
    assert not [lead for lead in leads if "Quill" in lead]
    assert any(known.name in lead for lead in leads)


def test_versions_that_read_alike_stand_once_and_the_seat_of_a_backer_is_no_contradiction() -> None:
    known = northwind().conflicts[0]
    one, other = known.positions[:2]
    twice = (replace(other, value="Tuesday"), replace(other, value="Tuesday", evidence=one.evidence))
    same = replace(known, kind="date", topic="date of Series C", about="f5", compatible=False)
    same = replace(same, positions=(replace(one, value="May"), *twice))
    seat = replace(known, id="seat", kind="name", topic="seat of Contoso", about="r1", compatible=False)
    [plan] = conflicts.plan(without(conflicts=(same, seat)), audience("cto"))
    assert len(plan.rows[0].others) == 1
    assert plan.titles[0] == "The sources contradict each other on the date of Series C"


def test_a_target_is_told_in_its_sources_words_unless_a_source_says_what_to_look_for() -> None:
    doubt = next(item for item in northwind().unverified if item.about == "m3")
    target = next(item for item in northwind().metrics if item.id == "m3")
    bare = without(milestones=(), products=(), infrastructure=(), funding=(), metrics=(target,), implications=())
    rule = replace(doubt, would_verify="The annual recurring revenue reported for that date.")
    [plan] = watchlist.plan(replace(bare, unverified=(rule,)), audience("cto"))
    assert plan.items[0].texts[0].text.startswith("“")
    words = "Look for audited accounts of the recurring revenue of Northwind before you rely on it"
    advised = replace(bare, unverified=(replace(doubt, would_verify=words),), implications=(_saying(words, "advice"),))
    [plan] = watchlist.plan(advised, audience("cto"))
    assert "audited accounts" in plan.items[0].texts[0].text


def test_a_group_of_partners_needs_no_verb_a_group_of_suppliers_does() -> None:
    known = northwind().relationships[0]

    def verbs(kind: str) -> set[str]:
        ties = tuple(
            replace(known, id=f"r9{at}", name=name, kinds=(kind,), category="industry")
            for at, name in enumerate(("Contoso", "Fabrikam", "Adatum", "Litware"))
        )
        [plan] = partnerships.plan(without(relationships=ties), audience("cto"))
        return {group.verb for group in plan.clusters}

    assert verbs("partner") == {""}
    assert verbs("supplier") == {"supplied by"}


def test_a_raise_told_before_the_as_of_day_is_not_due_on_the_day_of_its_telling() -> None:
    known = next(event for event in northwind().funding if event.standing == "rumoured")
    planned = replace(known, standing="forward-looking", date="2026-02-19~", claims=())
    bare = without(funding=(planned,), milestones=(), metrics=(), products=(), infrastructure=())
    [plan] = watchlist.plan(replace(bare, as_of="2026-07-01"), audience("cto"))
    assert plan.items[0].date == ""
    [plan] = watchlist.plan(replace(bare, as_of="2026-01-01"), audience("cto"))
    assert "February 2026" in plan.items[0].date


def test_that_all_named_sites_are_plans_does_not_say_that_the_company_sells_nothing() -> None:
    plans = tuple(replace(site, status="planned") for site in northwind().infrastructure[:2])
    [plan] = company.plan(without(products=(), infrastructure=plans, relationships=(), metrics=()), audience("cto"))
    assert "operating" not in plan.titles[0]
    assert "announced" not in plan.titles[0]


def _key_of(briefing: Briefing) -> str:
    """The lines of the key under the matrix."""
    frames = compose(briefing, audience("cto"), theme("boardroom")).frames
    marks = [mark for frame in frames if frame.kind == "evidence" for mark in frame.marks]
    keys = [mark for mark in marks if isinstance(mark, TextMark) and mark.name.startswith("Key")]
    return "   |   ".join(run.text for mark in keys for part in mark.paragraphs for run in part.runs)


def test_short_forms_over_the_columns_of_the_matrix_are_always_explained() -> None:
    known = northwind()
    assert "Company alone: no origin" in _key_of(known)
    long = replace(known.origins[1], name="The Gazette of Overseas Warehouses and Harbours and of All Things")
    for name, short in (
        ("The Dockside and Overseas Ledger", "DAOL"),
        ("The Dockside Overseas-and-Home-and-Further-Afield-Warehouse-and-Harbour-and-Container Ledger", "DOAH"),
    ):
        assert f"{short}: {name}" in _key_of(replace(known, origins=(known.origins[0], replace(long, name=name))))


def test_the_version_that_is_used_stands_first_even_where_another_is_a_part_of_it() -> None:
    known = northwind().conflicts[0]
    one, other = known.positions[:2]
    both = (replace(one, value="€18 million"), replace(other, value="up to €18 million"))
    found = replace(known, positions=both, used="up to €18 million")
    [plan] = conflicts.plan(without(conflicts=(found,)), audience("cto"))
    assert "p to €18" in plan.rows[0].used[0].text
    assert plan.rows[0].one[0].cites == Ledger(northwind()).cited(other.evidence)


def test_a_target_that_only_the_company_states_counts_no_origin() -> None:
    def origins(*reasons: str) -> int:
        """Of a target that articles state flatly, doubted for these reasons."""
        claims = tuple(replace(item, holder_kind="outlet") for item in known.claims)
        doubts = [replace(item, reasons=reasons) if item.about == "m3" else item for item in known.unverified]  # type: ignore[arg-type]
        rows = matrix(Ledger(replace(known, claims=claims, unverified=tuple(doubts))), 12)
        return next(row.origins for row in rows if row.ids[0] == "m3")

    known = northwind()
    assert origins("forward-looking") > 0
    assert origins("forward-looking", "company-stated") == 0


def test_what_is_told_as_a_product_and_as_a_site_is_shown_and_counted_once() -> None:
    def chips(briefing: Briefing) -> list[str]:
        [plan] = company.plan(briefing, audience("cto"))
        return [chip.versions[-1] for band in plan.bands for chip in band.chips]

    known = northwind()
    product = next(item for item in known.products if item.status == "planned")
    site = next(item for item in known.infrastructure if item.status == "planned")
    same = replace(site, id="i90", name=product.name)
    assert chips(without(infrastructure=(*known.infrastructure, same))) == chips(known)
    runs = replace(same, status="operating")
    assert len(chips(without(infrastructure=(*known.infrastructure, runs)))) == len(chips(known)) + 1


def test_the_first_half_of_a_sentence_is_no_risk_of_its_own() -> None:
    doubt = next(item for item in northwind().unverified if item.about is None)
    for text in (
        "Even with talk of a sale",
        "Even with talk of a sale, its means are called smaller than those of its rivals",
    ):
        half = replace(doubt, id="u90", text=text, evidence=(), rank=-1)
        [plan] = risks.plan(without(unverified=(*northwind().unverified, half)), audience("cto"))
        assert not [row for row in plan.rows if "Even with" in row.claim[0].text]


def test_a_doubt_about_a_round_raises_no_question_on_deployment() -> None:
    def asked(about: str | None) -> list[str]:
        doubt = replace(northwind().unverified[0], text="depends on deploying arms at ten sites", about=about)
        [plan] = watchlist.plan(without(unverified=(doubt,), implications=()), audience("cto"))
        return [question.text.text for question in plan.questions]

    assert any("on our own premises" in text for text in asked(None))
    assert not any("on our own premises" in text for text in asked("f7"))


def test_a_source_that_prints_the_figure_as_the_row_shows_it_states_it() -> None:
    known = next(item for item in northwind().conflicts if item.about == "f5")
    event = next(item for item in northwind().funding if item.id == "f5")
    one, other = known.positions[:2]
    raw = event.amounts[0].raw
    both = (replace(one, value=raw), replace(other, value=f"up to {raw}"))
    found = replace(known, kind="precision", compatible=True, positions=both, used=f"up to {raw}")
    ledger = Ledger(without(conflicts=(found,)))
    parts = next(row.parts for row in matrix(ledger, 12) if row.ids[0] == "f5")
    assert {parts[number] for number in ledger.cited(one.evidence)} == {"states"}
    assert {parts[number] for number in ledger.cited(other.evidence)} == {"partly"}
