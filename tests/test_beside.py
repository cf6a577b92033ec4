"""A call in a process beside this one: the same results and the same errors, and no process is left behind."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from briefing.errors import LayoutError
from briefing.pipeline.beside import Beside

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be split here")

HERE = os.getpid()


@pytest.fixture(autouse=True, params=[True, False], ids=["beside", "here"])
def beside(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Each test with a second processor, and without."""
    monkeypatch.setattr("briefing.pipeline.beside._is_worth_it", lambda: request.param)
    return bool(request.param)


def call(function: Callable[..., Any], *arguments: Any) -> Any:
    with Beside(lambda: function) as begin:
        return begin(*arguments)()


def test_large_arguments_and_results_come_across(beside: bool) -> None:
    data = b"0123456789abcdef" * 100_000
    found, process = call(lambda one, other: ((other, one), os.getpid()), data, {"é": (1, None)})
    assert found == ({"é": (1, None)}, data)
    assert (process != os.getpid()) is beside


def test_an_error_is_raised_as_it_was() -> None:
    def fail() -> None:
        raise LayoutError("it does not fit", "slide 3", "shorten it")

    with pytest.raises(LayoutError) as caught:
        call(fail)
    assert (caught.value.what, caught.value.where, caught.value.remedy) == ("it does not fit", "slide 3", "shorten it")


@pytest.mark.parametrize("when", ["while loading", "while called", "with a result that cannot be sent"])
def test_where_the_copy_fails_the_call_is_made_here(when: str) -> None:
    def load() -> Callable[[], Any]:
        if when == "while loading" and os.getpid() != HERE:
            os._exit(9)
        return work

    def work(*_: Any) -> Any:
        if when == "while called" and os.getpid() != HERE:
            os._exit(9)
        return "done" if os.getpid() == HERE else (lambda: None)

    with Beside(load) as begin:
        assert begin(b" " * 1_000_000)() == "done"


def test_where_no_process_may_be_started_the_call_is_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(os, "fork", refuse)
    assert call(lambda: os.getpid()) == HERE


def test_nothing_is_left_of_a_copy_that_was_not_needed() -> None:
    script = (
        "import os, time\nfrom briefing.pipeline import beside\nbeside._is_worth_it = lambda: True\n"
        "with beside.Beside(lambda: time.sleep(60)):\n    pass\n"
        "try:\n    os.waitpid(-1, os.WNOHANG)\nexcept ChildProcessError:\n    print('alone')"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=30, check=True)
    assert done.stdout == "alone\n"
