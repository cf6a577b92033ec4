"""Names that look odd to a check and are right: an analyst's name for an organisation, a source's own filler words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run

ARTICLE = """Acme Orbital raises $40M

Acme Orbital, a maker of satellites based in Lyon, raised $40 million in a Series B round led by {lead} in May 2025.
NHW joined the round. Acme Orbital was valued at $300 million. It says it has 120 customers, including Contoso.
"""
SETTINGS = '[subject]\nname = "Acme Orbital"\n[organisations."Northwind Holdings"]\naliases = ["NHW"]\n'


def workspace(place: Path, lead: str) -> None:
    seeds = place / "seeds"
    seeds.mkdir()
    (seeds / "article.txt").write_text(ARTICLE.format(lead=lead))
    (place / "briefing.toml").write_text(SETTINGS)


def test_a_name_that_only_the_analyst_uses_raises_no_alarm(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace(tmp_path, "Fabrikam")
    monkeypatch.chdir(tmp_path)
    built = run("build")
    assert built.code == 0
    assert "no source" not in built.err
    checked = run("check", "output/acme-orbital-cto.pptx")
    assert checked.code == 0, checked.out


def test_a_source_may_use_words_that_are_a_templates_filler_elsewhere(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace(tmp_path, "Lorem Ipsum Capital")
    monkeypatch.chdir(tmp_path)
    built = run("build")
    assert built.code == 0, built.err
    assert "filler" not in built.err
