"""A talk with a process beside this one: the same results and the same errors, and no process is left behind."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Generator
from typing import Any

import pytest

from briefing.beside import Here, beside
from briefing.errors import LayoutError
from briefing.pipeline.spreading import spread

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be split here")

HERE = os.getpid()
Work = Generator[Any, Any, None]


@pytest.fixture(autouse=True, params=[4, 1], ids=["beside", "here"])
def processors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Each test with more processors, and with one."""
    monkeypatch.setattr("briefing.beside.processors", lambda: request.param)
    return int(request.param)


def echo(first: Any) -> Work:
    word = yield first
    while word != "stop":
        word = yield word, os.getpid()


def test_large_words_come_across_both_ways(processors: int) -> None:
    data = b"0123456789abcdef" * 100_000
    with beside(echo, {"é": (1, None)}) as talk:
        assert talk.hear() == {"é": (1, None)}
        for word in (data, data[1:]):
            talk.tell(word)
            found, process = talk.hear()
            assert found == word
            assert (process != HERE) is (processors > 1)


def test_an_error_is_raised_as_it_was_where_it_happens() -> None:
    def fail() -> Work:
        yield "begun"
        raise LayoutError("it does not fit", "slide 3", "shorten it")

    with beside(fail) as talk:
        assert talk.hear() == "begun"
        talk.tell(None)
        with pytest.raises(LayoutError) as caught:
            talk.hear()
    assert (caught.value.what, caught.value.where, caught.value.remedy) == ("it does not fit", "slide 3", "shorten it")


@pytest.mark.parametrize("when", ["at once", "later", "with a result that cannot be sent"])
def test_where_the_copy_is_gone_all_is_done_again_here(when: str) -> None:
    def work(number: int) -> Work:
        there = os.getpid() != HERE
        if there and when == "at once":
            os._exit(9)
        factor = yield number
        if there and when == "later":
            os._exit(9)
        yield (lambda: None) if there and when != "later" else number * factor

    with beside(work, 6) as talk:
        assert talk.hear() == 6
        talk.tell(7)
        assert talk.hear() == 42


def test_where_no_process_may_be_started_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(os, "fork", refuse)
    with beside(echo, 1) as talk:
        talk.hear()
        talk.tell(2)
        assert talk.hear() == (2, HERE)


def test_nothing_works_here_before_it_is_heard() -> None:
    begun: list[int] = []

    def work() -> Work:
        begun.append(1)
        yield len(begun)

    talk = Here(work())
    assert not begun
    assert talk.hear() == 1


def test_nothing_is_left_of_a_copy_that_was_not_needed() -> None:
    script = (
        "import os, time\nfrom briefing import beside\nbeside.processors = lambda: 2\n"
        "def work():\n    time.sleep(60)\n    yield 1\n"
        "with beside.beside(work):\n    pass\n"
        "try:\n    os.waitpid(-1, os.WNOHANG)\nexcept ChildProcessError:\n    print('alone')"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=30, check=True)
    assert done.stdout == "alone\n"


@pytest.mark.parametrize("number", [1, 2, 3, 9])
def test_results_of_several_processes_stand_in_the_order_of_the_items(number: int, processors: int) -> None:
    told: list[int] = []
    items = ["a", "bbbb", "cc", "ddd", "e"]
    found = spread(lambda item: (item * 2, os.getpid()), items, [len(item) for item in items], number, told.append)
    assert [result for result, _ in found] == [item * 2 for item in items]
    assert len({process for _, process in found}) == (min(number, 5) if processors > 1 else 1)
    assert told[-1] == 5
    assert told == sorted(told)


def test_an_error_in_a_share_is_raised() -> None:
    def work(item: int) -> int:
        if item == 3:
            raise LayoutError("it does not fit", "slide 3", "shorten it")
        return item

    with pytest.raises(LayoutError):
        spread(work, [1, 2, 3, 4], [4, 3, 2, 1], 2, lambda done: None)
