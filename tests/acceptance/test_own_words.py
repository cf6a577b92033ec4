"""Nothing on the slides is invented: names, numbers and dates lead back to the sources, and most words are theirs.

How words are counted is told at the head of `ownwords.py`.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from briefing import pipeline
from briefing.checks import tracing
from briefing.deck import compose
from briefing.model.briefing import Briefing
from briefing.model.dates import bounds
from briefing.model.frame import Deck
from tests.acceptance.ownwords import share, texts_on
from tests.conftest import SEEDS
from tests.slides.looks import NAMES, audience, theme

LEAST_SHARE = 0.85
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE = re.compile(
    r"\b(?:(\d{1,2}) )?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* ((?:19|20)\d\d)\b|\b((?:19|20)\d\d)\b"
)


@cache
def _read(folder: Path = SEEDS) -> tuple[Briefing, dict[str, str]]:
    found = pipeline.extract(folder)
    return found.briefing, dict(pipeline.texts_of(found))


def _deck(name: str) -> Deck:
    return compose(_read()[0], audience(name), theme())


def test_most_words_of_the_twelve_slides_are_the_sources_own() -> None:
    briefing, texts = _read()
    frames = _deck("cto").frames
    assert len(frames) == 12
    found = share(frames, briefing, texts)
    assert found.counted > 1_000
    assert found.part >= LEAST_SHARE, f"{found.part:.1%}; ours:\n" + "\n".join(found.ours)


@pytest.mark.parametrize("name", NAMES)
def test_names_and_numbers_of_every_deck_stand_in_the_sources_cited_for_them(name: str) -> None:
    briefing, texts = _read()
    assert tracing.check(_deck(name), briefing, texts) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_date_of_every_deck_is_one_that_a_fact_or_a_source_carries(name: str) -> None:
    briefing, texts = _read()
    known = _known_days(briefing)
    said = " ".join(texts.values())
    strange = []
    for frame in _deck(name).frames:
        for text in texts_on(frame):
            for match in _DATE.finditer(text):
                year = match[3] or match[4]
                month = _MONTHS.index(match[2].lower()) + 1 if match[2] else 0
                edtf = f"{year}-{month:02}" if month else year
                edtf += f"-{int(match[1]):02}" if match[1] and month else ""
                held = any(_meet(edtf, other) for other in known) or match[0] in said
                strange += [] if held else [(frame.key, match[0], text)]
    assert strange == []


def _known_days(briefing: Briefing) -> set[str]:
    """Every date of a fact, a claim or a source."""
    found = {briefing.as_of, *(source.published for source in briefing.sources)}
    for facts in (briefing.funding, briefing.milestones):
        found |= {fact.date for fact in facts}
    found |= {metric.as_of for metric in briefing.metrics}
    for claim in briefing.claims:
        when = getattr(claim.values, "when", None) or getattr(claim.values, "as_of", None)
        found |= {when.edtf} if when else set()
    return {edtf for edtf in found if bounds(edtf)}


def _meet(one: str, other: str) -> bool:
    a, b = bounds(one), bounds(other)
    return bool(a and b and a[0] <= b[1] and b[0] <= a[1])


@pytest.mark.parametrize("company", ["groq", "stripe", "wayve"])
def test_names_and_numbers_on_other_companies_are_traced_too(company: str, shared: Path) -> None:
    briefing, texts = _read(shared / "corpus" / "dev" / company)
    found = tracing.check(compose(briefing, audience("cto"), theme()), briefing, texts)
    assert [item for item in found if item.rule in ("tracing.number", "tracing.name", "tracing.quote")] == []
