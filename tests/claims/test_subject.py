"""Whom a folder of articles is about: names of many shapes, among investors, buyers, papers, people and "
"currencies."""

from __future__ import annotations

import pytest

from briefing.claims.subject import find_subject
from briefing.model.briefing import Subject
from tests.claims.close import source


def subject(*texts: str) -> Subject:
    return find_subject([source(text, f"s{number}") for number, text in enumerate(texts, 1)])


CASES = {
    "not an arm of its with a longer name": (
        "Wren Pay",
        "Wren Pay raises money\n\nWren Pay, an Oslo firm, has raised $9 million. Wren Lending Ltd, its arm, is new. "
        "Half of it goes to Wren Lending, the rest to Wren in Denmark. Wren has 30 shops. Wren Lending has none.\n",
    ),
    "the one in the title, though it speaks once": (
        "Ploughbot",
        "Ploughbot's passport fills up\n\nPloughbot gets about. The Lund firm has signed in four lands. Once "
        "the founders, Mette and Tore Lindahl, had borrowed money. Mette Lindahl lobbies. The robots cost little, says "
        "Ploughbot.\n",
    ),
    "no letter of a round": (
        "Wetherby Water",
        "More for Wetherby as the Series B grows\n\nWetherby Water, which cleans wells, has added $9 million to the "
        "Series B. That brings the Series B to $30 million; the Series A was in 2020.\n",
    ),
    "a name in small letters at the head of lines, told of once as what it is": (
        "bedly",
        "bedly raises €9m to fill empty rooms\n\nbedly, an app that finds rooms for nurses, announced a Series A. "
        "Oak, Elm and Larch Partners led. bedly (no capital, please) has 30 employees.\n",
    ),
    "a common word in front of a word that ends names": (
        "Phase AI",
        "Phase AI in funding talks with Contoso, Globex\n\nPhase AI Inc., a startup for robots, is in talks to raise "
        "$90 million in a round led by Contoso Corp. and Globex. Contoso would invest $40 million.\n",
    ),
    "not the magazine that tells it": (
        "Brack",
        "Brack valued at over 1 billion euros, says Kaufleute Magazin\n\nBrack took on new funding, Kaufleute Magazin "
        "reported on Friday. Kaufleute Magazin said the company declined to comment. Brack did not respond.\n",
    ),
    "no year of a business": (
        "Moorgate",
        "FY26: Moorgate in figures\n\nFY26 was a good year. In FY26 Moorgate grew. FY26 ended with a profit. "
        "FY26 brought 30 staff.\n",
    ),
    "the one that begins with a digit and is written small": (
        "9acmes",
        "Meet 9acmes and the people who pay for it\n\n9acmes, the Oslo start-up, has raised €23 million led by Hale & "
        "Wren, LLP. It sells software. 9acmes was founded in 2022. Hale & Wren, LLP joins the board.\n",
    ),
    "the taker of a round, not its lead": (
        "Bramley",
        "Oakmoor Ventures leads $12M round in Bramley\n12 May 2025\n\nOakmoor Ventures has led a $12 million "
        "Series A in "
        "Bramley, a maker of heat pumps for flats. Oakmoor Ventures was joined by Tern Capital. Bramley will hire 40 "
        "people. “We met Bramley early,” said Ada Quill, partner at Oakmoor Ventures.\n",
    ),
    "the start-up that a fund talks about": (
        "Tidegate",
        "Harrow Capital raises its fourth fund at $300 million\n\nHarrow Capital has closed its fourth fund. "
        "The London "
        "firm is known for its early bet on Tidegate, whose pumps clean rivers. Harrow Capital led Tidegate's "
        "$8 million "
        "seed round in 2022. Tidegate’s founders, Jo Hale and Kim Brand, are back with 60 staff. Tidegate serves "
        "nine cities.\n",
    ),
    "the company that is bought, not the consumer group": (
        "Hazelby",
        "Consumer giant Marlowe Foods buys oat-drink maker Hazelby for €200M\n\nMarlowe Foods, the listed "
        "consumer group, "
        "has bought Hazelby, a maker of oat drinks, for €200 million. Hazelby was founded in 2016 by Una Birk. "
        "Hazelby "
        "raised €30 million from Elm Partners in 2021 and employs 140 people. Marlowe Foods said it would keep the "
        "brand.\n",
    ),
    "a brand in small letters among rupees": (
        "pennyloom",
        "Payments startup pennyloom set to raise Rs 90 Cr\n\nMumbai-based payments platform pennyloom is "
        "raising Rs 90 "
        "crore in its Series A. Rs 40 crore will come from Sal Capital.\n\npennyloom did not respond to our queries. "
        "pennyloom's revenue grew to Rs 12 crore, from Rs 4 crore in FY23.\n",
    ),
    "a brand that begins with a digit": (
        "7Barrels",
        "7Barrels raises €4M to sell wine in cans\n\nLisbon-based startup 7Barrels has raised €4 million led by "
        "Sobreiro "
        "Capital. 7Barrels sells canned wine in nine countries. Sobreiro Capital said that it liked the taste.\n",
    ),
    "a name with a capital inside": (
        "eKiln",
        "eKiln gets $9M for electric cement\n\nCement startup eKiln has raised $9 million from Ash Partners. "
        "Ash Partners "
        "backed the company in 2022 too. eKiln runs one plant.\n",
    ),
    "a headline in title case": (
        "Rookwood",
        "Rookwood Lands $25 Million To Bring Cargo Bikes To Every City\n\nBerlin-based Rookwood has raised $25 "
        "million. "
        "The company rents out cargo bikes. Rookwood employs 90 people.\n",
    ),
    "nothing but a headline": ("Rookwood", "Rookwood raises $25 million for cargo bikes\n"),
    "a wire in capital letters": (
        "Rookwood",
        "BRIEF-Rookwood Ltd says CEO to step down\nMarch 3 (Wire) - Rookwood Ltd:\n* SAYS CEO TO STEP DOWN IN MAY\n"
        "* SAYS FIRST-HALF REVENUE 12 MLN STG\n* ROOKWOOD LTD SAYS DIVIDEND UNCHANGED\n",
    ),
    "the maker, not the paper that tells": (
        "Quernstone",
        "Quernstone in talks to raise money\n\nThe Morning Ledger reported that Quernstone is in talks to raise $50 "
        "million. The Morning Ledger cited three people. According to The Morning Ledger, the flour mill "
        "startup wants "
        "to build in Ohio. Quernstone declined to comment.\n",
    ),
    "the company, not its chief": (
        "Quernstone",
        "Ada Marlow wants to mill flour without water\n\nAda Marlow starts her day at five. Marlow is the founder of "
        "Quernstone, a flour startup. “We save water,” says Marlow. Marlow studied physics. Quernstone raised "
        "$5 million "
        "last year, and Marlow wants more. Quernstone employs 12.\n",
    ),
    "a German article": (
        "Rotbuche Systeme",
        "Rotbuche Systeme erhält 12 Millionen Euro\n\nDas Hamburger Start-up Rotbuche Systeme GmbH hat 12 "
        "Millionen Euro "
        "eingesammelt. Angeführt wurde die Finanzierungsrunde von Alsterufer Capital. Das Unternehmen baut "
        "Sensoren für "
        "Brücken. Die Investoren sehen großes Potenzial. Rotbuche beschäftigt 40 Mitarbeiter.\n",
    ),
    "a French article": (
        "Lucarne",
        "Lucarne lève 8 millions d'euros pour ses capteurs\n\nLa start-up lyonnaise Lucarne a levé 8 millions "
        "d'euros "
        "auprès de Bellecour Capital et de Banque du Rhône. Fondée en 2019 par Jeanne Morel, l'entreprise emploie 35 "
        "personnes. Le tour de table est mené par Bellecour Capital. Lucarne compte 200 clients.\n",
    ),
    "a Portuguese article": (
        "Jacarei Agro",
        "Jacarei Agro capta R$ 40 milhões em rodada liderada pela Ipê Investimentos\n\nA startup Jacarei Agro "
        "captou R$ 40 "
        "milhões em uma rodada liderada pela Ipê Investimentos. A Ipê Investimentos já havia investido na empresa em "
        "2021. A Jacarei Agro atende 300 fazendas. “Vamos contratar”, diz Rui Prado, fundador da Jacarei Agro.\n",
    ),
    "a Spanish article": (
        "Nopalera",
        "Nopalera levanta 6 millones de dólares\n\nLa startup mexicana Nopalera levantó 6 millones de dólares "
        "en una ronda "
        "liderada por Agave Ventures. La compañía emplea a 50 personas. Nopalera tiene 900 clientes en México.\n",
    ),
    "a stock-exchange listing with its symbol": (
        "Fennimore Therapeutics",
        "Fennimore Therapeutics, Inc. Announces Pricing of Initial Public Offering\n\nBOSTON, May 2, 2025 -- "
        "Fennimore "
        "Therapeutics, Inc. (Nasdaq: FNMR), a biotechnology company, today announced the pricing of its initial "
        "public "
        "offering. Fennimore expects gross proceeds of $90 million. Gull Securities is acting as book-running "
        "manager.\n",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_company_of_one_article(case: str) -> None:
    name, text = CASES[case]
    assert subject(text).name == name


MORE = {
    "the company that will be bought": (
        "Wexford Bio",
        "Wexford Bio to be acquired by Norgrove Pharma for $1.2 billion\n\nHalden Pharma said that it would "
        "acquire Wexford "
        "Bio for $1.2 billion in cash. Norgrove, based in Basel, gains a drug for gout. Norgrove shares rose 2%. "
        "Wexford's "
        "CEO, Ann Poole, will leave. Wexford Bio was founded in 2014 and has raised $310 million from Arc Ridge "
        "Capital.\n",
    ),
    "an ampersand": (
        "Kelp & Co",
        "Kelp & Co raises £3m\n\nKelp & Co, the London seaweed snack brand, has raised £3m from Mudlark "
        "Ventures. Kelp & "
        "Co sells in 40 shops.\n",
    ),
    "a domain in small letters": (
        "tiny.health",
        "How tiny.health wants to fix sleep\n\nBerlin-based start-up tiny.health has raised €6 million. "
        "tiny.health's app "
        "has 90,000 users. The round was led by Spree Capital.\n",
    ),
    "the group that buys a stake": (
        "Voltwerk",
        "Hansen steigt bei Voltwerk ein\n\nDer Technologiekonzern Hansen beteiligt sich am Münchner "
        "Batterie-Start-up "
        "Voltwerk. Hansen zahlt 30 Millionen Euro für 12 Prozent. Voltwerk wurde 2018 gegründet. Hansen will "
        "die Zellen "
        "in Werkzeugen einsetzen.\n",
    ),
    "a big customer": (
        "Lark",
        "Lark wins contract\n\nMarlowe Stores has chosen Lark to cool its shops. Marlowe Stores will install "
        "Lark's units "
        "in 300 shops. Marlowe Stores said it hoped to save energy. Lark, a cooling start-up from Leeds, was "
        "founded in "
        "2017.\n",
    ),
    "a company that puts out its own news": (
        "Fennimore Therapeutics",
        "Fennimore Therapeutics, Inc. reports results\n\nFennimore Therapeutics, Inc. reported revenue of $9 "
        "million. "
        "Fennimore ended March with $90 million in cash.\n\nSource: Fennimore Therapeutics, Inc.\n",
    ),
}


@pytest.mark.parametrize("case", MORE)
def test_the_company_among_stronger_neighbours(case: str) -> None:
    name, text = MORE[case]
    assert subject(text).name == name


def test_most_sources_decide() -> None:
    found = subject(
        "Marlowe Foods wins in Asia\n\nMarlowe Foods, the consumer group, grew 4%. Its partner Hazelby makes "
        "oat drinks.\n",
        "Hazelby raises €30M\n\nOat drink maker Hazelby has raised €30 million from Elm Partners.\n",
        "Elm Partners hires two\n\nElm Partners, which backed Hazelby, has hired Jo Hale and Kim Brand.\n",
    )
    assert found.name == "Hazelby"


def test_languages_may_mix() -> None:
    found = subject(
        "7Barrels capta € 4 milhões\n\nA 7Barrels captou € 4 milhões em rodada liderada pela Sobreiro Capital. "
        "A empresa vende vinho.\n",
        "7Barrels sammelt 4 Millionen Euro ein\n\nDas Start-up 7Barrels hat 4 Millionen Euro von Sobreiro "
        "Capital erhalten.\n",
        "Sobreiro Capital backs 7Barrels\n\nSobreiro Capital has led a €4 million round in 7Barrels. Sobreiro "
        "Capital has €90 million.\n",
    )
    assert found.name == "7Barrels"


def test_short_and_legal_names_are_aliases() -> None:
    found = subject(
        "Fennimore Therapeutics, Inc. reports\n\nFennimore Therapeutics, Inc. reported results. Fennimore lost "
        "$9 million. "
        "“Good,” said the CEO of Fennimore.\n"
    )
    assert found.name == "Fennimore Therapeutics"
    assert "Fennimore" in found.aliases


def test_a_firm_named_after_its_founder_is_no_person() -> None:
    found = subject(
        "Falk & Ohm signs loan\n\nFalk & Ohm, a Swedish maker of kilns, has signed a €10 million loan. Falk & Ohm was "
        "founded by Ida Falk. Falk, a former smith, said the F&O plant would open in May.\n",
        "F&O delays plant\n\nFalk & Ohm has delayed its plant, said chief executive Ida Falk. F&O raised €5 million.\n",
    )
    assert found.name == "Falk & Ohm"
    assert "F&O" in found.aliases
    assert "Falk" not in found.aliases


def test_a_brand_in_small_letters_may_stand_before_a_noun() -> None:
    found = subject(
        "quillo raises $40M\n\nBig day: quillo has raised $40 million. quillo said the quillo platform sells to "
        "Contoso. "
        "A spokesperson for quillo declined to comment.\n",
        "quillo buys Copperleaf\n\nThe startup quillo buys Copperleaf, a maker of labels. Copperleaf was founded in "
        "2019.\n",
    )
    assert found.name == "quillo"


def test_what_is_said_before_the_name_is_only_a_description_where_it_calls_it_something() -> None:
    texts = ["Acme grows\n\nThere is something of the harbour inn about Acme to this day. Acme raised $5 million.\n"]
    assert subject(*texts).description == ""
    assert subject("Acme grows\n\nPayments startup Acme raised $5 million.\n").description == "Payments startup"


def test_the_name_of_the_register_is_only_an_alias() -> None:
    found = subject(
        "pennyloom opens\n\nThe payments startup pennyloom has raised Rs 4 crore. pennyloom's founders are glad.\n\n"
        "pennyloom says that it will hire.\n",
        "pennyloom fined\n\nPennyloom Technologies Limited was fined Rs 2 lakh. The company pays.\n",
    )
    assert found.name == "pennyloom"
    assert {"Pennyloom Technologies", "Pennyloom Technologies Limited"} <= set(found.aliases)


def test_an_investor_is_the_subject_of_a_folder_on_it() -> None:
    found = subject(
        "Harrow Capital closes fund\n\nHarrow Capital, the London investor, has raised $300 million for its "
        "fourth fund. "
        "Harrow Capital manages $2 billion and employs 30 people.\n",
        "Harrow Capital hires partner\n\nHarrow Capital has hired Ada Quill. The firm backed Bramley in 2020.\n",
    )
    assert found.name == "Harrow Capital"


def test_without_a_company_there_is_no_subject() -> None:
    assert subject("The weather\n\nIt will rain on Tuesday in Oslo.\n").name == ""


def test_a_hint_wins() -> None:
    texts = [source("Acme raises\n\nAcme, a startup, raised $5 million with Northwind.\n")]
    assert find_subject(texts, Subject("Northwind")).name == "Northwind"


def test_a_site_named_after_the_company_is_not_its_name():
    text = (
        "Brackwell raises $20 million for its battery plant\n12 May 2025\n\nBrackwell, a maker of batteries, raised "
        "$20 million. Brackwell was founded in 2019 by Jo Hale. Brackwell has 90 employees and builds two sites, "
        "Brackwell One in Lund and Brackwell Labs in Ystad. Brackwell said the cash pays for both. Brackwell sells to "
        "makers of trucks. Investors in Brackwell want more. Brackwell will hire, Hale said. Brackwell ships in May.\n"
    )
    assert subject(text).name == "Brackwell"


def test_a_headline_below_the_headline_names_nobody():
    small = (
        "Parcels in the air\nSwiftlane Raises $25 Million to Deliver Medical Supplies\n11 May 2025\n\nThis week, "
        "Swiftlane, a drone start-up, closed a $25 million round led by Elm Partners. Swiftlane says it will hire 40 "
        "people.\n"
    )
    large = "Drone Delivery Firm Swiftlane Raises $30M at $420M Valuation\n\nSwiftlane has just raised $30 million.\n"
    assert subject(small, large).name == "Swiftlane"


def test_capitals_that_shorten_the_name_are_not_the_name():
    text = (
        "Acme Fusion Systems secures $86M\n\nAcme Fusion Systems (AFS) has raised $86 million. AFS builds its reactor "
        "in Cork. AFS expects to switch it on in May. AFS has 90 employees, and AFS will hire 40 more.\n"
    )
    other = "AFS buys magnets\n\nAFS said that it has bought magnets for $5 million. AFS was founded in 2018.\n"
    found = subject(text, other, other.replace("magnets", "pumps"))
    assert (found.name, found.aliases) == ("Acme Fusion Systems", ("AFS",))


ONE_ARTICLE = {
    "whom the fund backs, not the fund": (
        "Quernstone",
        "Rookwood Capital closes a fund\n\nRookwood Capital said on Monday that its second fund came to $300 million. "
        "Rookwood likes mills.\n\nQuernstone, a maker of flour mills, closed its $20 million Series B in April. "
        "Rookwood led it. Quernstone has 80 employees.\n",
    ),
    "a name that begins with a number": (
        "Nine Elms Robotics",
        "Nine Elms Robotics lands $30m\n\nNine Elms Robotics, a Lund startup, has raised $30 million. Nine Elms builds "
        "arms. The round of Nine Elms was led by Oakfund.\n",
    ),
    "not who bids for it": (
        "Quernstone",
        "Globex weighs bid for flour mill maker Quernstone\n\nGlobex is weighing a bid for Quernstone, people said. "
        "Quernstone makes flour mills and raised $20 million in May. Globex declined to comment.\n",
    ),
    "not whom it sends to talk": (
        "Quernstone",
        "Five minutes with Quernstone's Jane Roe\n\nJane Roe founded it in 2019. Quernstone employs 80 people.\n",
    ),
    "in small letters but where a sentence begins": (
        "quern",
        "What is quern really worth?\n\nOakfund spent two days with quern in May. Quern's chief, Jane Roe, said no. In "
        "March, quern raised $20 million. Customers of quern pay late.\n",
    ),
    "a founder's own name on the company": (
        "Rookwood",
        "How Rookwood went from a garage to the world\n\nOdalys Rookwood keeps a brick. Rookwood's mortar sets in an "
        "hour. Globex uses it at two plants.\n",
    ),
    "figures before a word": (
        "1204 Labs",
        "What is 1204 Labs worth?\n\nThe report of Oakfund Trust is out. It owns 2% of 1204 Labs.\n",
    ),
    "a name behind its country": (
        "Quern Freight",
        "Japan's Quern Freight to go public\n\nQuern Freight will sell shares in May. Quern moves parcels.\n",
    ),
    "not who its figures are from": (
        "Quernstone",
        "Quernstone: the numbers\n\nQuernstone, the Lund maker of mills, has put out accounts.\n\n"
        "Source: Quernstone\n\n"
        "Others, like Globex, have none, said Ute Roe.\n",
    ),
}


@pytest.mark.parametrize("case", ONE_ARTICLE)
def test_the_company_that_one_article_is_about(case: str) -> None:
    name, text = ONE_ARTICLE[case]
    assert subject(text).name == name
