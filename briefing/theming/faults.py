"""What is wrong with one theme's file, collected while it is read, so that all of it is told at once."""

from __future__ import annotations

from briefing.errors import ThemeError, WorkspaceError


class Faults:
    """where: the theme.toml."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.found: list[WorkspaceError] = []

    def add(self, what: str, remedy: str) -> None:
        """what: names key and value; remedy: what to write instead."""
        self.found.append(WorkspaceError(what, self.where, remedy))

    def raised(self) -> None:
        """Raises ThemeError if there is anything."""
        if self.found:
            raise ThemeError(tuple(self.found))
