"""Which sources tell one and the same story."""

from __future__ import annotations

import pytest

from briefing.model.settings import Settings
from tests.reconcile.desk import Desk

STORY = [
    "Northwind raised $41 million from Alder Partners, Birch Ventures and Cedar Capital in March 2025, people said.",
    "Its factory in Lisbon turns out 12,400 turbines a year, up from 3,150 when Maria Quill took the helm in Porto.",
    "Revenue stood at €87.5 million after a contract with Iberian Rail worth £19.3 million and one with Tagus Ferries.",
    "Rivals such as Zephyr Works, Gale & Sons and Mistwind Energy have struggled with the price of Norwegian copper.",
    "“We would rather build one good machine than sell ten that rattle,” Quill told the Coastal Review in May.",
    "The board now includes Otto Brandt of Danube Holdings and Lena Moss, who once ran the port authority of Antwerp.",
    "A second plant near Setúbal would cost €230 million and employ 1,750 people by the end of 2027, plans say.",
    "Orders from Sonnenfeld Stadtwerke, the Baltic Grid and the city of Turku account for 64% of the present backlog.",
]
RETOLD = [
    "Money came from Alder Partners, Birch Ventures and Cedar Capital, which put in $41 million in March 2025.",
    "Maria Quill has run the firm from Porto since, and its Lisbon factory now makes 12,400 turbines, not 3,150.",
    "Iberian Rail signed for £19.3 million and Tagus Ferries followed, which brought revenue to €87.5 million.",
    "Zephyr Works, Gale & Sons and Mistwind Energy, by contrast, are hurt by the price of Norwegian copper.",
    "“We would rather build one good machine than sell ten that rattle,” said Quill about her rivals’ haste.",
    "Otto Brandt of Danube Holdings and Lena Moss, who once ran the port authority of Antwerp, sit on the board.",
    "Plans for a second plant near Setúbal speak of €230 million and 1,750 people by the end of 2027 at the latest.",
    "Sonnenfeld Stadtwerke, the Baltic Grid and the city of Turku stand for 64% of the present backlog, it is said.",
]
ANNOUNCED = [
    "Northwind said on Monday that it raised $41 million from Alder Partners, Birch Ventures and Cedar Capital.",
    "The money will pay for a test field off the Dutch coast, where gusts of 90 km/h are common in winter.",
    "Analysts had expected a smaller sum after a weak year for makers of wind machines in Europe.",
]
ALSO_ANNOUNCED = [
    "Alder Partners has led an investment of $41 million in Northwind, joined by Birch Ventures and Cedar Capital.",
    "The turbine maker employs engineers in three countries and sells mostly to towns and small utilities.",
    "Its shares are not listed, and the terms of the deal were kept private by all who took part in it.",
]


def page(title: str, lines: list[str]) -> str:
    return title + "\n\n" + "\n\n".join(lines) + "\n"


def groups(desk: Desk, settings: Settings | None = None) -> list[tuple[str, ...]]:
    return [origin.members for origin in desk.reconcile(settings).origins]


def test_reports_of_one_announcement_are_independent() -> None:
    desk = Desk()
    desk.article(page("Northwind raises $41 million", ANNOUNCED))
    desk.article(page("Alder backs turbine maker", ALSO_ANNOUNCED))
    assert groups(desk) == [("s1",), ("s2",)]


def test_a_shortened_copy_counts_with_its_original() -> None:
    desk = Desk()
    desk.article(page("Inside Northwind", STORY))
    desk.article(page("The turbine maker of Lisbon", STORY[1:5]))
    briefing = desk.reconcile()
    assert [origin.members for origin in briefing.origins] == [("s1", "s2")]
    assert {record.origin_basis for record in briefing.sources} == {"inferred"}
    assert all(record.evidence for record in briefing.sources)


def test_the_same_file_twice_is_one_origin() -> None:
    desk = Desk()
    desk.article("Northwind won.\n")
    desk.article("Northwind  won.\n")
    assert groups(desk) == [("s1", "s2")]


def test_two_that_name_one_outlet_and_tell_its_story_share_an_origin() -> None:
    desk = Desk()
    desk.article(page("Inside Northwind", STORY[:4]), declares="Coastal Review")
    desk.article(page("What is Northwind?", RETOLD[:4]), declares="The Coastal Review")
    briefing = desk.reconcile()
    assert [origin.members for origin in briefing.origins] == [("s1", "s2")]
    assert briefing.origins[0].name in ("Coastal Review", "The Coastal Review")
    assert {record.origin_basis for record in briefing.sources} == {"declared"}


def test_two_stories_of_one_outlet_stay_apart() -> None:
    desk = Desk()
    desk.article(page("Inside Northwind", STORY[4:]), declares="Coastal Review")
    desk.article(page("Northwind raises $41 million", ANNOUNCED), declares="Coastal Review")
    briefing = desk.reconcile()
    assert [origin.members for origin in briefing.origins] == [("s1",), ("s2",)]
    assert briefing.origins[0].name != briefing.origins[1].name


def test_a_retelling_that_names_nobody_joins_the_one_that_does() -> None:
    desk = Desk()
    desk.article(page("Inside Northwind", STORY), declares="Coastal Review")
    desk.article(page("The turbine maker of Lisbon", RETOLD))
    briefing = desk.reconcile()
    assert [origin.members for origin in briefing.origins] == [("s1", "s2")]
    assert [record.origin_basis for record in briefing.sources] == ["declared", "inferred"]
    source = desk.sources[1]
    assert briefing.sources[1].evidence
    assert all(source.holds(piece) for piece in briefing.sources[1].evidence)


def test_a_source_that_names_another_outlet_is_not_drawn_in() -> None:
    desk = Desk()
    desk.article(page("Inside Northwind", STORY), declares="Coastal Review")
    desk.article(page("The turbine maker of Lisbon", RETOLD), declares="Harbour Post")
    assert groups(desk) == [("s1",), ("s2",)]


def test_a_source_that_names_the_publisher_of_another_belongs_to_it() -> None:
    desk = Desk()
    desk.article(page("Inside Northwind", STORY), publisher="Coastal Review")
    desk.article(page("The turbine maker of Lisbon", RETOLD), declares="Coastal Review")
    assert groups(desk) == [("s1", "s2")]


def test_the_analyst_may_say_where_a_source_comes_from() -> None:
    desk = Desk()
    desk.article(page("Inside Northwind", STORY[:4]))
    desk.article(page("What is Northwind?", RETOLD[:4]))
    settings = Settings(sources={name: {"origin": "Coastal Review"} for name in ("s1.txt", "s2.txt")})
    assert groups(desk, settings) == [("s1", "s2")]


@pytest.mark.parametrize("count", [1, 30])
def test_many_copies_are_one_origin(count: int) -> None:
    desk = Desk()
    for number in range(count):
        desk.article(page(f"Inside Northwind, edition {number}", STORY))
    assert groups(desk) == [tuple(f"s{number}" for number in range(1, count + 1))]


def test_footer_names_are_short_and_unique() -> None:
    desk = Desk()
    long_title = "How a maker of wind machines came to be the most watched company of the Atlantic coast"
    for _ in range(3):
        desk.article(page(long_title, ANNOUNCED))
    desk.article(page("Brief", ALSO_ANNOUNCED), publisher="Coastal Review")
    names = [record.short_name for record in desk.reconcile().sources]
    assert names[3] == "Coastal Review"
    assert all(len(name) <= 34 for name in names)
    assert len(set(names)) == 4


@pytest.mark.parametrize(("opening", "expected"), [(["For immediate release"], 1), ([], 2)])
def test_an_article_in_the_words_of_a_release_shares_its_origin(opening: list[str], expected: int) -> None:
    desk = Desk()
    story = [line.replace("told the Coastal Review", "said") for line in STORY]  # words that all were given
    desk.article(page("Northwind raises $41 million", [*opening, *story]))
    desk.article(page("The turbine maker of Lisbon", RETOLD))
    assert len(groups(desk)) == expected


@pytest.mark.parametrize(("credit", "expected"), [(", the Harbour Post reports", 1), ("", 2)])
def test_a_brief_that_names_the_outlet_of_its_news_shares_its_origin(credit: str, expected: int) -> None:
    desk = Desk()
    desk.article(page("Inside Northwind", STORY[:3]), publisher="The Harbour Post")
    brief = f"Northwind has raised $41 million from Alder Partners, Birch Ventures and Cedar Capital{credit}."
    desk.article(page("Turbine maker raises money", [brief, RETOLD[2]]), publisher="Wind Weekly")
    assert len(groups(desk)) == expected


WIRED = [
    "Northwind, maker of wind machines, has raised $41 million from Alder Partners, Birch Ventures and Cedar Capital.",
    "The deal values the company at $310 million, chief executive Maria Quill told the Coastal Review.",
    "Its factory in Lisbon turns out 12,400 turbines a year, and Iberian Rail and Tagus Ferries are its clients.",
    "Rivals such as Zephyr Works and Mistwind Energy have struggled.",
]
OWN_WORDS = [
    "Zephyr Works has company at last.",
    "Maria Quill's firm makes 12,400 machines a year in Lisbon, for the likes of Iberian Rail and Tagus Ferries.",
    "Alder Partners, Birch Ventures and Cedar Capital wrote the cheques, which puts a price of $310 million on it.",
    "Whether $41 million will do is another matter.",
]


def review_and(lines: list[str]) -> Desk:
    """A desk with the Coastal Review's article and the Harbour Post's, which has these lines."""
    desk = Desk()
    desk.article(page("Northwind raises $41 million", WIRED), publisher="Coastal Review")
    desk.article(page("Wind in the sails", lines), publisher="Harbour Post")
    return desk


@pytest.mark.parametrize(
    "credit",
    [
        "Northwind has picked up $41 million, Coastal Review reports.",
        "The firm closed the round on Monday, a deal first reported by the news agency Coastal Review.",
        "The news was first reported on Tuesday by the Coastal Review, which put the price at $310 million.",
        "According to the Coastal Review, the money is in the bank already.",
        "The money is in the bank already, the newspaper Coastal Review reported on Monday.",
    ],
)
def test_a_retelling_that_credits_its_news_stands_with_the_paper(credit: str) -> None:
    desk = review_and([OWN_WORDS[0], credit, *OWN_WORDS[1:]])
    briefing = desk.reconcile()
    assert [(one.name, one.members) for one in briefing.origins] == [("Coastal Review", ("s1", "s2"))]
    assert [record.origin_basis for record in briefing.sources] == ["self", "declared"]
    assert [piece.quote for piece in briefing.sources[1].evidence] == [credit]


@pytest.mark.parametrize(
    "aside",
    [
        "The Coastal Review wanted to know more.",
        "Mistwind Energy, whose boss once told the Coastal Review that he was afraid of heights, is up for sale.",
        "The Coastal Review is based in Porto.",
    ],
)
def test_an_article_that_only_mentions_the_paper_stands_by_itself(aside: str) -> None:
    desk = review_and([*OWN_WORDS, aside])
    assert groups(desk) == [("s1",), ("s2",)]


def test_one_detail_credited_to_a_paper_makes_it_no_retelling() -> None:
    desk = review_and([*ALSO_ANNOUNCED, "It has had an approach, the Coastal Review reported.", *STORY[5:]])
    assert groups(desk) == [("s1",), ("s2",)]


QUOTED = "“We would rather build one good machine than sell ten that rattle,” {}"


def test_who_told_an_outlet_what_another_article_quotes_retells_that_article() -> None:
    desk = Desk()
    desk.article(page("Northwind raises $41 million", [*WIRED, QUOTED.format("Quill said over coffee.")]))
    lines = [*OWN_WORDS, QUOTED.format("Quill told Startup Ledger.")]
    desk.article(page("What is Northwind?", lines), publisher="Harbour Post")
    briefing = desk.reconcile()
    assert [one.members for one in briefing.origins] == [("s1", "s2")]
    assert [piece.quote for piece in briefing.sources[1].evidence] == [lines[-1]]


def test_words_of_an_announcement_are_no_interview() -> None:
    desk = Desk()
    wired = [line.replace("told the Coastal Review", "said") for line in WIRED]
    desk.article(
        page("Northwind raises $41 million", [*wired, QUOTED.format("Quill said.")]), publisher="Coastal Review"
    )
    lines = [*OWN_WORDS, QUOTED.format("Quill told Startup Ledger.")]
    desk.article(page("What is Northwind?", lines), publisher="Harbour Post")
    assert groups(desk) == [("s1",), ("s2",)]


def test_the_article_with_a_memo_seen_by_the_outlet_is_the_outlets() -> None:
    desk = Desk()
    memo = "“We are not for sale,” Quill wrote in a memo seen by Deskwire."
    desk.article(
        page("Northwind raises $41 million", [line.replace("the Coastal Review", "staff") for line in WIRED] + [memo])
    )
    credit = "The plan was first reported by Deskwire, which also has a letter."
    desk.article(page("The week in wind", [OWN_WORDS[0], credit, *OWN_WORDS[1:]]))
    briefing = desk.reconcile()
    assert [one.members for one in briefing.origins] == [("s1", "s2")]
    assert [piece.quote for piece in briefing.sources[1].evidence] == [credit]


@pytest.mark.parametrize(("opening", "expected"), [(["For immediate release"], 1), ([], 2)])
def test_an_announcement_told_in_other_words_is_one_story_with_it(opening: list[str], expected: int) -> None:
    desk = Desk()
    lines = [line.replace("told the Coastal Review", "said") for line in WIRED]
    desk.article(page("Northwind raises $41 million", [*opening, *lines]))
    desk.article(
        page("Wind in the sails", ["Northwind said this week that it is richer.", *OWN_WORDS]), publisher="Post"
    )
    assert len(groups(desk)) == expected


@pytest.mark.parametrize(
    ("said", "expected"), [("Quill said in an interview", [("s1", "s2")]), ("Quill said", [("s1",), ("s2",)])]
)
def test_who_was_first_to_report_had_the_interview(said: str, expected: list[tuple[str, ...]]) -> None:
    desk = Desk()
    lines = [line.replace("Maria Quill told the Coastal Review", f"Maria {said}") for line in WIRED]
    desk.article(page("Northwind raises $41 million", lines))
    credit = "The chief executive told Deskwire, which was first to report the deal, that more is to come."
    desk.article(page("The week in wind", [OWN_WORDS[0], credit, *OWN_WORDS[1:]]))
    assert groups(desk) == expected
