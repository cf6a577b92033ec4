"""Every error a user can meet, as one tree; and the remedy for a word that nobody knows.

BriefingError                what, where, what to try: printed as one line, exit 2
├── InputError               a file or folder that cannot be read as what it should be
│   └── MissingExtra         a source format whose optional library is not installed
├── WorkspaceError           briefing.toml, audience or theme files that say something we do not know
│   └── ThemeError           everything that is wrong with a theme's file
├── LayoutError              text that does not fit its place, whatever was tried
├── OutputError              the place where a result should be written
├── DeliveryError            a mail server that takes nothing from us, or a message that it refused
└── EvidenceError            a quote that does not stand at its offsets: a defect of ours, never of the user

The command line turns each into `briefing: <what> (<where>); <remedy>` and exit code 2.
"""

from __future__ import annotations

from collections.abc import Iterable


class BriefingError(Exception):
    """Something the user can act on.

    what: one clause that says what is wrong; where: the file, line or key, "" if there is none;
    remedy: what to try, "" if nothing can be done.
    """

    def __init__(self, what: str, where: str = "", remedy: str = "") -> None:
        super().__init__(what, where, remedy)
        self.what, self.where, self.remedy = what, where, remedy

    def __str__(self) -> str:
        place = f" ({self.where})" if self.where else ""
        remedy = f"; {self.remedy}" if self.remedy else ""
        return f"{self.what}{place}{remedy}"


class InputError(BriefingError):
    """A file or folder that cannot be read as what it should be."""


class MissingExtra(InputError):  # noqa: N818 - it is named for what is missing
    """A source format whose optional library is not installed."""


class WorkspaceError(BriefingError):
    """A settings file (briefing.toml, audience, theme) that says something unknown or impossible."""


class ThemeError(WorkspaceError):
    """A theme that cannot be worn. faults: all of them, at least one; as a line it says the first."""

    def __init__(self, faults: tuple[WorkspaceError, ...]) -> None:
        first, others = faults[0], len(faults) - 1
        more = f" (and {others} more; `briefing theme check` names all)" if others else ""
        super().__init__(f"{first.what}{more}", first.where, first.remedy)
        self.faults = faults


class LayoutError(BriefingError):
    """Text that does not fit its place, whatever was tried."""


class OutputError(BriefingError):
    """The place where a result should be written cannot take it."""


class DeliveryError(BriefingError):
    """A mail server that takes nothing from us, or a message that could not be sent."""


class EvidenceError(BriefingError):
    """A quote that does not stand at its offsets."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The remedy for an unknown word: a clause such as `did you mean "cto"?`, or what there is to choose from."""
    import difflib  # only a mistake needs it

    choices = list(known)
    close = difflib.get_close_matches(word, choices, n=1, cutoff=0.5)
    return f'did you mean "{close[0]}"?' if close else f"known: {', '.join(choices)}"
