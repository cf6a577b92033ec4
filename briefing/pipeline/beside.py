"""A function goes in, the same comes out, loaded and called in a process beside this one: for what is long in loading.

A build spends its time on one processor: it reads and composes, and only then needs the library that writes PowerPoint
files, which takes as long to load as a sixth of the build. So a copy of this process loads it meanwhile, waits for the
deck, and sends back what it made of it. Whatever goes wrong with the copy, the function is called here instead.
"""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NoReturn

Load = Callable[[], Callable[..., Any]]


class Beside:
    """Calls a function once, in a process of its own. load: loads what the function needs, and gives it."""

    def __init__(self, load: Load) -> None:
        self._load = load
        self._copy: _Copy | None = None
        if _is_worth_it():
            with suppress(OSError):  # as where no more processes may be started
                self._copy = _Copy(load)

    def __call__(self, *arguments: Any) -> Callable[[], Any]:
        """Begin the call. To be called for what the function returns; raises what it raises."""
        begun = self._copy is not None and self._copy.told(arguments)

        def result() -> Any:
            answer = self._copy.answer() if self._copy is not None and begun else None
            if answer is None:
                return self._load()(*arguments)
            done, found = answer
            if not done:
                raise found
            return found

        return result

    def __enter__(self) -> Beside:
        return self

    def __exit__(self, *_: object) -> None:
        if self._copy is not None:
            self._copy.end()
            self._copy = None


def _is_worth_it() -> bool:
    """Can this process be split, and is there a second processor for the copy?"""
    return hasattr(os, "fork") and hasattr(os, "sched_getaffinity") and len(os.sched_getaffinity(0)) > 1


class _Copy:
    """A copy of this process that is told the arguments of a call and answers with its result."""

    def __init__(self, load: Load) -> None:
        heard, self._told = os.pipe()
        self._answer, answer = os.pipe()
        self._number = os.fork()
        if not self._number:
            os.close(self._told)
            os.close(self._answer)
            _live(load, heard, answer)
        os.close(heard)
        os.close(answer)

    def told(self, arguments: tuple[Any, ...]) -> bool:
        """Tell it the arguments; False if it is gone."""
        before = signal.signal(signal.SIGPIPE, signal.SIG_IGN)  # a copy that is gone must not take us along
        try:
            _write(self._told, pickle.dumps(arguments, pickle.HIGHEST_PROTOCOL))
        except OSError:
            return False
        finally:
            signal.signal(signal.SIGPIPE, before)
        return True

    def answer(self) -> tuple[bool, Any] | None:
        """(True, what was returned) or (False, the error that was raised); None if it is gone."""
        try:
            with os.fdopen(self._answer, "rb", closefd=False) as stream:
                found: tuple[bool, Any] = pickle.load(stream)
        except (OSError, EOFError, pickle.UnpicklingError):
            return None
        return found

    def end(self) -> None:
        """End it, whatever it is doing."""
        os.kill(self._number, signal.SIGKILL)
        os.waitpid(self._number, 0)
        os.close(self._told)
        os.close(self._answer)


def _live(load: Load, heard: int, answer: int) -> NoReturn:
    """The life of the copy. It says nothing but its answer, and ends when the process is gone that would hear it."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # is for the process that asks
        function = load()
        with os.fdopen(heard, "rb") as stream:
            arguments = pickle.load(stream)
        try:
            found = (True, function(*arguments))
        except Exception as error:
            found = (False, error)
        _write(answer, pickle.dumps(found, pickle.HIGHEST_PROTOCOL))
    finally:
        os._exit(0)


def _write(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]
