"""Whatever is done to a deck, there are findings or one line of refusal, never a traceback.

Some hundred damaged decks in a few seconds; `python -m tests.checks.fuzzing 3600` goes on for an hour.
"""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.checks import fuzzing

QUICK = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@QUICK
@given(st.integers(0, 2**32))
def test_damaged_xml_is_told_or_refused(seed: int) -> None:
    fuzzing.judged(fuzzing.with_damaged_xml(seed))


@QUICK
@given(st.integers(0, 2**32))
def test_damaged_bytes_are_told_or_refused(seed: int) -> None:
    fuzzing.judged(fuzzing.with_damaged_bytes(seed))


@QUICK
@given(st.binary(max_size=300))
def test_anything_at_all_is_refused(data: bytes) -> None:
    fuzzing.judged(data)
    fuzzing.judged(b"PK\x03\x04" + data)
