"""The validator that judges files beside this checkout."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def validator(shared: Path) -> Any:
    """Its module; tests that need it are skipped where it is absent."""
    path = shared / "tools" / "ooxml" / "validate.py"
    if not path.is_file():
        pytest.skip("the validator is not beside this checkout")
    spec = importlib.util.spec_from_file_location("validate", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
