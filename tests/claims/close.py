"""Small invented articles, read closely: what the tests of this folder share."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.claims import extract, metrics
from briefing.claims.analyse import analyse
from briefing.claims.knowledge import learn_all
from briefing.claims.reading import Clause, Reading
from briefing.claims.subject import find_subject
from briefing.model.briefing import Briefing, Subject
from briefing.model.claim import Claim, MetricValues, Rejected
from briefing.model.source import Source
from briefing.reconcile import reconcile
from briefing.sources import read

DAY = {"date": "2025-09-17", "publisher": "The Daily"}  # a Wednesday


def source(text: str, ident: str = "s1", **sidecar: str) -> Source:
    """An article as it would be read from a text file; its first line is the title."""
    return read(f"{ident}.txt", text.encode(), ident, dict(sidecar) or None)


def reading(text: str, subject: str = "Acme", **sidecar: str) -> Reading:
    """The article, read closely for the given subject."""
    one = source(text, **sidecar)
    found = find_subject([one], Subject(subject))
    return analyse(one, found, None, learn_all([one], found))


def claims_of(text: str, **sidecar: str) -> tuple[Claim, ...]:
    """All that an article says of the company that it is about."""
    one = source(text, **sidecar)
    return extract([one], find_subject([one]))[0]


def briefing_of(text: str, **sidecar: str) -> Briefing:
    """The Briefing of a single article."""
    one = source(text, **sidecar)
    subject = find_subject([one])
    return reconcile([one], subject, *extract([one], subject))


def robots(words: str) -> str:
    """The text of an article about Acme, a maker of robots with one officer, with the words behind its lead."""
    return (
        "Acme builds robots in Lyon\nPublished: 12 October 2026\n\nAcme is a robot maker based in Lyon. "
        f'"We are busy," said Jane Roe, chief executive of Acme. {words}\n'
    )


def satellites(words: str) -> str:
    """The text of an article about Acme Orbital, a maker of satellites, with the words behind its lead."""
    return (
        "Acme Orbital builds satellites\nPublished: 4 March 2026\n\n"
        f"Acme Orbital is a satellite maker from Kawasaki. {words}\n"
    )


def sentence(words: str, subject: str = "Acme") -> Reading:
    """One sentence in an article about the subject."""
    return reading(
        f"{subject} has news\n{subject}, a payments startup, has news for its readers.\n\n{words}\n", subject
    )


def pumps(words: str) -> Reading:
    """The words behind the lead of an article about Acme, a maker of pumps with a staff of 300."""
    return reading(
        f"Acme has news\nAcme, a maker of pumps, has news for its readers. Acme employs 300 people.\n\n{words}"
    )


def weekly(text: str, title: str = "The week at Northwind", day: dict[str, str] | None = DAY) -> Reading:
    """The text below a title, read closely for Northwind and by itself: nothing is learned from the article before."""
    return analyse(read("01.txt", f"{title}\n\n{text}\n".encode(), "s1", day), Subject("Northwind"))


def metric_values(found: Iterable[Claim | Rejected]) -> list[MetricValues]:
    """What the claims on figures among the given say."""
    return [one.values for one in found if isinstance(one, Claim) and isinstance(one.values, MetricValues)]


def amount_of(one: MetricValues) -> float:
    """The first sum of a figure, or its number."""
    return one.amounts[0].money.value if one.amounts else one.value or 0.0


def printed(one: MetricValues) -> str:
    """A figure's sum as its source prints it, or its number and unit."""
    return one.amounts[0].money.raw if one.amounts else f"{one.value:g} {one.unit}"


def figures(words: str) -> list[tuple[str, float]]:
    """Name and number of each figure that an article about a maker of pumps gives, without its staff."""
    return [(one.name, amount_of(one)) for one in metric_values(metrics.extract(pumps(words)))][1:]


def told(words: str) -> dict[str, float]:
    """The same by name."""
    return dict(figures(words))


def clause(read_closely: Reading, words: str) -> Clause:
    """The clause in which the given words stand."""
    at = read_closely.source.text.index(words)
    for utterance in read_closely.utterances:
        if utterance.passage.start <= at < utterance.passage.end:
            return utterance.clause_at(at)
    raise AssertionError(f"nobody speaks there: {words}")
