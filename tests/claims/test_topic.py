"""Whom a clause is about: names, pronouns, descriptions, paragraphs and articles about somebody else."""

from __future__ import annotations

from briefing.claims.knowledge import learn_all
from briefing.claims.reading import Reading
from briefing.claims.subject import find_subject
from briefing.model.briefing import Subject
from tests.claims.close import clause, reading, sentence, source


def assert_whose(read: Reading, others: tuple[str, ...], own: tuple[str, ...]) -> None:
    assert [words for words in (*others, *own) if clause(read, words).is_subject] == list(own)


def test_pronouns_and_descriptions_mean_the_subject() -> None:
    read = sentence(
        "The Oslo-based startup has 40 staff. It raised $5 million. The company opened a plant. Its sales doubled."
    )
    for words in ("40 staff", "$5 million", "plant", "doubled"):
        assert clause(read, words).is_subject


def test_a_company_that_is_introduced_takes_the_floor_for_its_paragraph() -> None:
    read = sentence(
        "Northwind, a battery maker, raised $80 million. The company employs 400 people.\n\nThe company has grown."
    )
    assert clause(read, "$80 million").topic == "Northwind"
    assert not clause(read, "400 people").is_subject
    assert clause(read, "has grown").is_subject


def test_the_floor_goes_back_to_the_subject_by_name() -> None:
    read = sentence("Northwind, a battery maker, raised $80 million. Acme raised $5 million. The company is small.")
    assert clause(read, "is small").is_subject


def test_the_company_that_says_something_two_sentences_later_is_the_subject() -> None:
    read = sentence(
        "Northwind, a dairy group, bought the first store. A paper mill followed in May. The order backlog stands at "
        "€310 million, the company says."
    )
    assert clause(read, "backlog").holders == ("Acme",)
    assert clause(sentence("Northwind, a dairy group, bought it. Sales rose, the company says."), "Sales").holders == (
        "Northwind",
    )


def test_a_relative_clause_is_about_the_name_before_it() -> None:
    read = sentence("Acme works with Northwind, which raised $80 million last year, and others.")
    assert clause(read, "$80 million").topic == "Northwind"
    assert not clause(read, "$80 million").is_subject


def test_an_investor_who_invests_does_not_become_the_company() -> None:
    read = sentence("In June, Doe Capital invested $15 million. The company will hire engineers.")
    assert clause(read, "$15 million").topic == "Doe Capital"
    assert clause(read, "$15 million").setting_is_subject
    assert clause(read, "engineers").is_subject


def test_the_giant_is_somebody_else() -> None:
    read = sentence("The chip giant raised $80 million.")
    assert not clause(read, "$80 million").is_subject


def test_its_rival_is_the_rival() -> None:
    read = sentence("Its rival Northwind, a Swiss maker of cards, raised $90 million last year.")
    assert clause(read, "$90 million").topic == "Northwind"


def test_companies_at_large_are_nobody() -> None:
    read = sentence("Other startups that raised money this year include Northwind and Bexley Labs.")
    assert not clause(read, "raised money").is_subject


def test_an_article_about_somebody_else_that_mentions_the_subject() -> None:
    read = reading(
        "Acme and Doe Capital back Xylo to fix invoices\n"
        "Xylo, an Indian fintech startup, has raised $16 million from Acme and Doe Capital.\n\n"
        "The startup has 15,000 customers. It processed $1 billion last year.\n\n"
        "Founded in 2021, Xylo offers accounts. The company employs 80 people. Xylo will expand to Dubai.\n"
    )
    for words in ("$16 million", "15,000", "$1 billion", "80 people"):
        assert not clause(read, words).is_subject


def test_an_article_on_a_rival_is_about_the_rival_however_often_it_names_the_company() -> None:
    read = reading(
        "Xylo lands $90M to automate ports\n"
        "Xylo, a startup from Denver, said on Tuesday that it has closed a $90 million round.\n\n"
        'Enemy number one is Acme. "Acme built a robot for trucks," its CEO said. Acme did not comment.\n\n'
        "Xylo says it seldom bids against Acme. It serves 85 ports and has 160 employees. "
        "Acme's customers are mills.\n\n"
        "Acme has 300 people.\n"
    )
    for words in ("85 ports", "160 employees"):
        assert not clause(read, words).is_subject
    assert clause(read, "300 people").is_subject


def test_a_rival_s_round_in_the_title_makes_the_article_the_rival_s() -> None:
    read = reading(
        "Xylo raises $500M and takes on Acme at home\n"
        "Xylo likes to be noticed. On Tuesday the startup from Austin hung a flag from the roof next door.\n\n"
        "The round was led by Oakfund. It values Xylo at $4 billion.\n\nAcme has 300 people.\n"
    )
    assert not clause(read, "led by Oakfund").is_subject
    assert clause(read, "300 people").is_subject
    sold = reading(
        "Contoso will sell Acme's $12 agents in its shop\n"
        "Contoso has told its customers to wait for two years. On Tuesday it gave one of them a card.\n\n"
        "The startup has 400 customers.\n\nAcme has 300 people.\n"
    )
    assert clause(sold, "400 customers").is_subject


def test_labels_under_a_name_open_no_section_of_their_own() -> None:
    one = (
        "\nWhat it does: Robots\nWhy it is on the list: The startup raised ${} million in June. It has {} customers.\n"
    )
    names = ("Nimbus", "Acme", "Quill", "Terrafirm")
    read = reading(
        "4 startups to watch\nWe asked investors to name those that will break out this fall. Here they are.\n"
        + "".join(name + one.format(10 + at, 40 + at) for at, name in enumerate(names))
    )
    for words in ("$10 million", "42 customers", "$13 million"):
        assert not clause(read, words).is_subject
    assert clause(read, "$11 million").is_subject
    assert clause(read, "41 customers").is_subject


def test_a_newsletter_gives_each_paragraph_its_company() -> None:
    read = reading(
        "Deals of the week\nBrightwell, a health startup, raised $12 million. It will hire engineers.\n\n"
        "Cobalt Grid secured a $50 million loan. The company operates 12 sites.\n\n"
        "Acme raised $40 million in a Series B. The startup plans to expand to Europe.\n\n"
        "Dunmore Labs, which makes batteries, closed a $7 million round. The firm was founded in 2024.\n\n"
        "Elmo Pay bought Fargo Cards for $3 million. It has 9 employees.\n"
    )
    assert_whose(
        read,
        others=("engineers", "12 sites", "founded in 2024", "9 employees"),
        own=("$40 million", "expand to Europe"),
    )


def test_an_officer_speaks_about_the_company() -> None:
    read = sentence('"We have 500 customers," said Jane Doe, chief executive of Acme.')
    assert clause(read, "500").is_subject


def test_the_descriptor_of_a_rival_is_not_the_subject_of_the_sentence() -> None:
    assert clause(sentence("Northwind chip challenger Acme raised $5 million."), "$5 million").is_subject


# ------------------------------------------------------------------ whom a folder is about


def test_the_company_in_titles_and_leads_wins() -> None:
    sources = [
        source(
            "Doe Capital leads round in Acme\nAcme, a payments startup, raised $5 million. Acme said so.",
            "s1",
        ),
        source("Acme opens an office\nThe startup Acme opened an office in Oslo. Acme has 40 staff.", "s2"),
        source("Northwind report\nNorthwind and Acme are rivals. Northwind is larger.", "s3"),
    ]
    assert find_subject(sources).name == "Acme"


def test_named_only_in_the_title() -> None:
    one = source("Skylark Robotics raises $40 million\nThe company makes arms for factories. It has sold 300 machines.")
    assert find_subject([one]).name == "Skylark Robotics"


def test_full_name_legal_form_and_aliases() -> None:
    one = source(
        "Acme Labs raises money\nAcme Labs Inc. is a payments startup. Acme has 40 staff. Acme said it will grow."
    )
    found = find_subject([one])
    assert found.name == "Acme Labs"
    assert "Acme" in found.aliases
    assert "Inc" not in found.name


def test_a_former_name_is_an_alias() -> None:
    one = source("Acme grows\nAcme, formerly known as PayKwik, is a payments startup. Acme has 40 staff.")
    assert "PayKwik" in find_subject([one]).aliases


def test_the_outlet_and_the_founder_never_win() -> None:
    one = source(
        "Acme grows\nAcme, a payments startup, has 40 staff, according to the Oslo Times. "
        "The Oslo Times reported that Acme grew. Jane Doe told the Oslo Times that she is happy. "
        "Doe, chief executive of Acme, founded it. Doe said it will grow. Doe left Bexley. "
        "The Oslo Times said so."
    )
    assert find_subject([one]).name == "Acme"


def test_the_description_is_in_the_sources_words() -> None:
    one = source("Acme grows\nAcme is a payments startup based in Oslo, which has 40 staff. Acme said so.")
    found = find_subject([one])
    assert found.description == "a payments startup based in Oslo"
    assert found.description in one.text


def test_a_hint_goes_before_what_is_found() -> None:
    one = source("Acme grows\nAcme is a payments startup. Acme said so.\nNorthwind is a rival.")
    assert find_subject([one], Subject("Northwind", ("NW",))).name == "Northwind"


def test_no_company_at_all() -> None:
    assert find_subject([source("a day at sea\nthe sea was calm and nobody came.")]).name == ""
    assert find_subject([]).name == ""


def test_a_list_of_startups_gives_each_its_own_sentences() -> None:
    read = reading(
        "5 startups to watch\n"
        "1. Nimbus Bio\nNimbus Bio designs enzymes. The Copenhagen startup raised $18 million in March.\n"
        "2. Acme\nAcme builds wallets. It raised $60 million in January, and it plans a second office.\n"
        "3. Quill\nQuill's app has 2 million users. Its founder, Dana Lee, says revenue tripled.\n"
        "4. Terrafirm\nTerrafirm sells soil sensors. The company was bought for $200 million in May.\n"
    )
    assert_whose(
        read, others=("$18 million", "2 million users", "tripled", "$200 million"), own=("$60 million", "second office")
    )


def test_who_somebody_speaks_for_does_not_change_whom_it_is_about() -> None:
    read = sentence('"The economics are unproven," said John Roe, an analyst at Doe Research. The company is small.')
    assert clause(read, "is small").is_subject


def test_who_speaks_between_a_subject_and_its_verb_holds_the_sentence() -> None:
    read = sentence("Jane Roe is chief executive of Acme. The company, Roe said, has spent none of the money.")
    assert clause(read, "none of the money").holders == ("Jane Roe",)
    read = sentence("Jane Roe is chief executive of Acme. It will break even in 2027, Roe expects.")
    assert clause(read, "break even").holders == ("Jane Roe",)


def test_a_company_whose_name_begins_with_a_digit_has_officers() -> None:
    text = "7Vale makes pumps in Oslo. 7Vale has 40 people. “We are busy,” co-founder and CEO Ida Dhaal said."
    assert learn_all((source(text),), Subject("7Vale")).officers == {"Ida Dhaal"}


def test_who_calls_a_report_fiction_denies_it_and_who_calls_a_suit_names_says_so() -> None:
    read = sentence("Jane Roe is chief executive of Acme. Jane Roe, in a message, called the report “fiction”.")
    assert clause(read, "fiction").holders == ("Jane Roe",)
    assert clause(read, "fiction").modality == "denied"
    assert clause(sentence("Acme calls the action “without merit”."), "merit").holders == ("Acme",)
    assert clause(sentence("Half of it is ready, says one of them."), "Half").holders == ("one of them",)
