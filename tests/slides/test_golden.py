"""Each slide kind of an invented company, as text. Set UPDATE_GOLDEN=1 to write the pages anew, then read them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.comparing import compare
from briefing.deck import compose
from briefing.model.audience import SLIDE_KINDS
from briefing.model.briefing import Briefing
from briefing.model.records import replace
from tests.slides.fixtures.northwind import northwind
from tests.slides.looks import audience, theme
from tests.slides.reading import written

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "slides"


def since_last_week() -> Briefing:
    """The invented company, a week after a briefing with fewer rounds, less money and a partner since gone."""
    now = northwind()
    first, *rounds = now.funding
    older = replace(first, amounts=tuple(replace(sum_, value=sum_.value * 2, raw="$12M") for sum_ in first.amounts))
    gone = replace(now.relationships[0], id="r99", name="Juniper Freight", aliases=())
    then = replace(now, funding=(older, *rounds[:-1]), relationships=(gone, *now.relationships[3:]), as_of="2025-01-10")
    return replace(now, changes=compare(then, now), since=then.as_of)


@pytest.mark.parametrize("name", ["boardroom", "gazette"])
@pytest.mark.parametrize("kind", SLIDE_KINDS)
def test_slide_looks_as_it_did(kind: str, name: str) -> None:
    """Gazette has other fonts, so other lines and places; midnight is boardroom in other colours (below)."""
    briefing = since_last_week() if kind == "changes" else northwind()
    frames = compose(briefing, audience("cto"), theme(name)).frames
    page = "\n".join(written(frame) for frame in frames if frame.kind == kind)
    path = GOLDEN / f"{kind}.txt" if name == "boardroom" else GOLDEN / name / f"{kind}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8")
    assert page == path.read_text(encoding="utf-8")


def test_theme_changes_no_place_and_no_word() -> None:
    """Boardroom and midnight differ in colours only, and Frames know no colours but roles."""
    light = compose(northwind(), audience("cto"), theme("boardroom")).frames
    dark = compose(northwind(), audience("cto"), theme("midnight")).frames
    assert [written(frame) for frame in light] == [written(frame) for frame in dark]
