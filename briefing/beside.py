"""A generator function goes in, a talk with it comes out: at work in a process beside this one, or here.

A word told is sent into the generator, what it then yields is heard, and in between
each side does something else. Whatever goes wrong with a copy, the generator is run here instead.
"""

from __future__ import annotations

import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from typing import Any, BinaryIO, Literal, NoReturn, Protocol

Generating = Callable[..., Generator[Any, Any, None]]
_Sent = tuple[Literal["made", "raised"], Any]


class Talk(Protocol):
    """A generator at work, here or elsewhere. A first word, None, is told already; each word told is heard of once."""

    def tell(self, word: Any) -> None:
        """Send a word in, and do not wait for what comes of it. Only a short one may be told ahead: the other side may
        have something long to say first, and would wait to be heard."""

    def overhear(self, word: Any) -> None:
        """Know of a word that was told in the process that this one is a copy of, since it was made."""

    def hear(self) -> Any:
        """What the generator yields for the first word not heard of yet, or raises."""


class Here:
    """A talk with a generator in this process. It works when it is heard."""

    def __init__(self, generator: Generator[Any, Any, None]) -> None:
        self._generator = generator
        self._words: deque[Any] = deque([None])

    def tell(self, word: Any) -> None:
        self._words.append(word)

    overhear = tell

    def hear(self) -> Any:
        return self._generator.send(self._words.popleft())


@contextmanager
def beside(function: Generating, *arguments: Any, split: bool = True) -> Iterator[Talk]:
    """A talk with a generator in a copy of this process; here, where there can be none. The copy ends with the block.

    split: may this process be split? Arguments may be anything; what is told and heard can be pickled.
    """
    copy: _Copy | None = None
    if split and processors() > 1:
        with suppress(OSError):  # as where no more processes may be started
            copy = _Copy(function, arguments)
    try:
        yield _Elsewhere(copy, function, arguments) if copy else Here(function(*arguments))
    finally:
        if copy:
            copy.end()


def processors() -> int:
    """How many processors there are for copies of this process; 1 where it cannot be copied."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "fork") and hasattr(os, "sched_getaffinity") else 1


class _Elsewhere:
    """A talk with a copy. What was told is kept, to be told again here if the copy is gone."""

    def __init__(self, copy: _Copy, function: Generating, arguments: tuple[Any, ...]) -> None:
        self._copy = copy
        self._function, self._arguments = function, arguments
        self._here: Here | None = None
        self._told: list[Any] = []
        self._heard = 0

    def tell(self, word: Any) -> None:
        self._told.append(word)
        (self._here or self._copy).tell(word)

    def overhear(self, word: Any) -> None:
        self._told.append(word)

    def hear(self) -> Any:
        if self._here is None:
            sent = self._copy.hear()
            if sent is not None:
                what, made = sent
                if what == "raised":
                    raise made
                self._heard += 1
                return made
            self._here = Here(self._function(*self._arguments))
            for word in self._told:
                self._here.tell(word)
            for _ in range(self._heard):
                self._here.hear()
        return self._here.hear()


class _Copy:
    """A copy of this process that runs a generator: it is told words and sends what comes of them."""

    def __init__(self, function: Generating, arguments: tuple[Any, ...]) -> None:
        heard, self._told = os.pipe()
        answers, answer = os.pipe()
        self._number = os.fork()
        if not self._number:
            os.close(self._told)
            os.close(answers)
            _live(function, arguments, heard, answer)
        os.close(heard)
        os.close(answer)
        self._answers: BinaryIO = os.fdopen(answers, "rb")

    def tell(self, word: Any) -> None:
        """Send it a word; nothing happens if it is gone."""
        before = signal.signal(signal.SIGPIPE, signal.SIG_IGN)  # a copy that is gone must not take us along
        try:
            with suppress(OSError):
                _write(self._told, pickle.dumps(word, pickle.HIGHEST_PROTOCOL))
        finally:
            signal.signal(signal.SIGPIPE, before)

    def hear(self) -> _Sent | None:
        """What it sends next; None if it is gone."""
        try:
            sent: _Sent = pickle.load(self._answers)
        except (OSError, EOFError, pickle.UnpicklingError):
            return None
        return sent

    def end(self) -> None:
        """End it, whatever it is doing."""
        os.kill(self._number, signal.SIGKILL)
        os.waitpid(self._number, 0)
        os.close(self._told)
        self._answers.close()


def _live(function: Generating, arguments: tuple[Any, ...], heard: int, answer: int) -> NoReturn:
    """The life of the copy. It says nothing but its answers, and ends when the process is gone that would hear them."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # is for the process that asks
        with os.fdopen(heard, "rb") as stream:
            for sent in _answers(function(*arguments), stream):
                _write(answer, pickle.dumps(sent, pickle.HIGHEST_PROTOCOL))
    finally:
        os._exit(0)


def _answers(generator: Generator[Any, Any, None], stream: BinaryIO) -> Iterator[_Sent]:
    word = None
    while True:
        try:
            made = generator.send(word)
        except StopIteration:
            return
        except Exception as error:
            yield "raised", error
            return
        yield "made", made
        word = pickle.load(stream)  # raises EOFError when nobody will ask any more


def _write(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]
