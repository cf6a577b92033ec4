"""Every single figure, date, name, badge, caution and chart value that somebody changes is found, and nothing else.

A sample of them here; BRIEFING_ALL_MUTANTS=1 tries all, for all audiences and as another program saves the decks.
"""

from __future__ import annotations

import os
import random

import pytest

from briefing import audit
from briefing.exports import pptx
from briefing.model.briefing import Briefing
from briefing.options import Options
from tests.audit.decks import deck, library
from tests.audit.mutants import caught, mutants
from tests.audit.saving import stripped
from tests.slides.fixtures.northwind import northwind

ALL = bool(os.environ.get("BRIEFING_ALL_MUTANTS"))
AUDIENCES = ("cto", "ceo", "board", "investor", "procurement", "security")
SHARE = 0.008
LOOKS = [(audience, ("boardroom", "midnight", "gazette")[number % 3]) for number, audience in enumerate(AUDIENCES)]


def names(briefing: Briefing) -> list[str]:
    return [tie.name for tie in briefing.relationships if len(tie.name) > 3] + [one.name for one in briefing.people]


@pytest.mark.parametrize("bare", [False, True] if ALL else [False], ids=["as it left", "saved again"][: 1 + ALL])
@pytest.mark.parametrize(("audience", "theme"), LOOKS)
def test_every_change_is_found_in_its_place(audience: str, theme: str, bare: bool) -> None:
    data = deck(audience, theme)
    left = pptx.read_pages(data).left
    chance = random.Random(f"{audience} {theme}")
    found = mutants(
        stripped(data, "Shape") if bare else data, names(northwind()), lambda: ALL or chance.random() < SHARE
    )
    for mutant in found:
        report = audit.audit(pptx.read_pages(mutant.data).pages, left, library())
        assert caught(mutant, report, named=not bare), (mutant.slide, mutant.shape, mutant.was, mutant.now, report)


@pytest.mark.parametrize(("audience", "theme"), LOOKS)
def test_an_untouched_deck_raises_no_alarm(audience: str, theme: str) -> None:
    read = pptx.read_pages(deck(audience, theme))
    report = audit.audit(read.pages, read.left, library())
    assert (report.findings, report.slides) == ((), ())


@pytest.mark.parametrize("options", [Options(draft=True), Options(charts="image"), Options(only=("risks", "funding"))])
def test_nor_does_one_made_with_options(options: Options) -> None:
    read = pptx.read_pages(deck(options=options))
    report = audit.audit(read.pages, read.left, library())
    assert (report.findings, report.slides) == ((), ())
