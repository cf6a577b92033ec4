"""An interview printed without quotation marks and names: what "I" and "we" say there is the officer's word."""

from __future__ import annotations

from tests.claims.close import briefing_of, reading

TEXT = """One night a month

The Harbour Round: interviews with the people who change our ports

Jane Roe, chief executive of Acme, was a pilot when she founded it. We met her in Oslo.

You closed a round in February. Has it changed anything?

The coffee. We were 420 at Easter and now we are about 470.

Let's talk about numbers. You told the press 310 harbours.

They are both right, in a way. We have contracts with 310. At 280 of them the cranes were live at the end of January.

When will you make money?

We lost 19 million euros last year. The Norwegian business has been profitable since the summer.

Is Globex a partner?

What day is it? My view is that free is a high price.

What keeps you awake?

Storms. I learnt what a harbour smells like in winter.
"""

ARTICLE = """Acme opens a plant

Jane Roe is chief executive of Acme. We spoke to people in Oslo.

What does Acme do?

It makes pumps. Our readers know them well.

How does it work?

We tried one and it took 12 minutes.

Is it worth the money?

We think so.
"""


def test_answers_are_the_officers() -> None:
    read = reading(TEXT)
    held = {one.text: one.clauses[0].holders for one in read.utterances}
    assert held["We have contracts with 310."] == ("Jane Roe",)
    assert held["The Norwegian business has been profitable since the summer."] == ("Jane Roe",)
    assert held["You told the press 310 harbours."] == ()


def test_answers_are_listed_and_bons_mots_are_not() -> None:
    found = [entry.text for entry in briefing_of(TEXT).unverified]
    assert any("profitable since" in text for text in found)
    assert not any("smells" in text for text in found)


def test_questions_over_an_authors_own_words_are_no_interview() -> None:
    read = reading(ARTICLE)
    assert all(one.clauses[0].holders == () for one in read.utterances if "tried" in one.text or "readers" in one.text)


def test_many_questions_to_you_make_an_interview_that_is_not_called_one() -> None:
    unsaid = TEXT.replace("The Harbour Round: interviews with the people who change our ports\n\n", "")
    unsaid = unsaid.replace(" We met her in Oslo.", "").replace("Is Globex a partner?", "Is Globex your partner?")
    held = {one.text: one.clauses[0].holders for one in reading(unsaid).utterances}
    assert held["We have contracts with 310."] == ("Jane Roe",)
