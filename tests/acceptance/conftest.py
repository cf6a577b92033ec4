"""A briefing on the invented company Northwind as a file, for decks that need no sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.exports import json
from tests.slides.fixtures.northwind import northwind


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("model") / "northwind.briefing.json"
    path.write_text(json.dump(northwind()))
    return path
