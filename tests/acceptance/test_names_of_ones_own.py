"""Names that look odd to a check and are right: an analyst's name for an organisation, a source's own filler words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Result, Run

ARTICLE = """Acme Orbital raises $40M

Acme Orbital, a maker of satellites based in Lyon, raised $40 million in a Series B round led by {lead} in May 2025.
NHW joined the round. Acme Orbital was valued at $300 million. It says it has 120 customers, including Contoso.
"""
SETTINGS = '[subject]\nname = "Acme Orbital"\n[organisations."Northwind Holdings"]\naliases = ["NHW"]\n'


@pytest.fixture
def built(run: Run, tmp_path: Path) -> Callable[[str], Result]:
    """Build a deck from an article whose round the given organisation leads, in a workspace of its own."""

    def build(lead: str) -> Result:
        seeds = tmp_path / "seeds"
        seeds.mkdir()
        (seeds / "article.txt").write_text(ARTICLE.format(lead=lead))
        (tmp_path / "briefing.toml").write_text(SETTINGS)
        return run("build")

    return build


def test_a_name_that_only_the_analyst_uses_raises_no_alarm(run: Run, built: Callable[[str], Result]) -> None:
    made = built("Fabrikam")
    assert made.code == 0
    assert "no source" not in made.err
    checked = run("check", "output/acme-orbital-cto.pptx")
    assert checked.code == 0, checked.out


def test_a_source_may_use_words_that_are_a_templates_filler_elsewhere(built: Callable[[str], Result]) -> None:
    made = built("Lorem Ipsum Capital")
    assert made.code == 0, made.err
    assert "filler" not in made.err
