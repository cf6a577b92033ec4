"""A portrait of a company is about it all the way, whatever its title names; a letter of news is about many."""

from __future__ import annotations

from briefing import sources
from briefing.claims import extract, find_subject
from briefing.model.claim import TieValues

_OTHERS = ("Birch Labs", "Harborline", "Oakfund Capital", "Delmar Group", "Ostrava Steel")
_NEWS = "Acme raises $5 million\n\nAcme, a maker of pumps, has raised $5 million. Acme employs 40 people.\n"


def _ties(title: str, paragraphs: list[str]) -> set[tuple[str, str]]:
    read = [sources.read("1.txt", _NEWS.encode(), "s1")]
    read.append(sources.read("2.txt", f"{title}\n\n{chr(10).join(p + chr(10) for p in paragraphs)}".encode(), "s2"))
    found = extract(read, find_subject(read))[0]
    return {(one.values.name, one.values.tie) for one in found if isinstance(one.values, TieValues)}


def test_its_customer_in_a_portrait_is_the_companys() -> None:
    paragraphs = [f"{other} is a firm of the trade that Acme knows. The trade is old." for other in _OTHERS]
    paragraphs[3:3] = ["The shed is cold.", "Its largest customer is Voltera, the German carmaker."]
    assert ("Voltera", "customer") in _ties("Inside the shed that wants to end Birch's reign", paragraphs)


def test_its_customer_in_a_letter_of_news_is_not() -> None:
    paragraphs = [f"{other} is a firm of the trade. It has opened an office, {other} says." for other in _OTHERS]
    paragraphs.insert(1, "Acme has raised $5 million. Acme sells pumps.")
    paragraphs.insert(5, "Its largest customer is Voltera, the German carmaker.")
    assert _ties("Pumps weekly: the week in pipes", paragraphs) == set()
