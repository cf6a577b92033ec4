"""The command line: the only place that prints or sets an exit code. What a build needs first is begun before click."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from typing import NoReturn

# A command is over in a moment: to look for cyclic garbage as a long-lived program does, and once more through all of
# it at the end, would take a sixth of the time of a build.
_RARELY = (300_000, 20, 50)


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run a command line; never returns. Exit codes: 0 done, 1 findings, 2 wrong use or bad input, 130 interrupted."""
    gc.set_threshold(*_RARELY)
    _open_closed_streams()
    status = _status(arguments)
    gc.freeze()
    if arguments is None:  # a process of our own: taking its objects apart one by one would take longer than to start
        with contextlib.suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)
    sys.exit(status)


def _status(arguments: list[str] | None) -> int:
    """The exit code. In a process of our own, copies of it begin with a build while click and the commands load."""
    if arguments is None and "build" in sys.argv:
        from briefing.ahead import begun

        with begun() as ahead:
            from briefing.cli.commands import status

            return status(sys.argv[1:], True, ahead)
    from briefing.cli.commands import status

    return status(sys.argv[1:], True) if arguments is None else status(arguments)


def _open_closed_streams() -> None:
    """Where standard output or error was closed (`>&-`), what is printed goes nowhere."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - as long as the process
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
