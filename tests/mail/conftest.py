"""Small decks of an invented company for three audiences, built once, and the settings of a server on loopback."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

ARTICLES = {
    "01.txt": (
        "Acme Robotics raises $40 million to build warehouse arms\n\n"
        "By Ada Roe, The Daily Ledger, 4 March 2026\n\n"
        "Acme Robotics, a Lisbon-based maker of warehouse robots, has raised $40 million in a Series B round led by "
        "Harbor Fund in March 2026, at a valuation of $300 million.\n\n"
        "The company raised a $5 million seed round in June 2022 at a valuation of $25 million, and a $12 million "
        "Series A in May 2024 at a valuation of $90 million. Northwind Logistics is a customer.\n\n"
        "Acme says it has $18 million in annual revenue, up from $6 million a year ago. It aims at $50 million in "
        "2027. It is rumored to be raising another $100 million at a $900 million valuation.\n"
    ),
    "02.txt": (
        "Acme Robotics closes its Series B\n\nOriginal reporting by The Daily Ledger\n\n"
        "Acme Robotics closed a $40 million Series B in March 2026. Harbor Fund led the round. "
        "The company employs 120 people in Lisbon.\n"
    ),
}


@pytest.fixture(scope="session")
def decks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with acme-robotics-cto.pptx, -board.pptx and -investor.pptx. Tests copy what they change."""
    from briefing import pipeline

    folder = tmp_path_factory.mktemp("decks")
    (folder / "seeds").mkdir()
    for name, text in ARTICLES.items():
        (folder / "seeds" / name).write_text(text)
    for audience in ("cto", "board", "investor"):
        pipeline.build(folder / "seeds", audience, output=folder / "output")
    return folder / "output"


@pytest.fixture
def deck(decks: Path) -> Path:
    return decks / "acme-robotics-cto.pptx"


@pytest.fixture
def through(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Name the server in the environment: through(port, timeout="1")."""

    def name(port: int, **more: str) -> None:
        settings = {"host": "127.0.0.1", "port": str(port), "security": "none", "retries": "2", "backoff": "0"}
        for key, value in (settings | {"from": "me@acme.example"} | more).items():
            monkeypatch.setenv(f"BRIEFING_SMTP_{key.upper()}", value)

    return name
