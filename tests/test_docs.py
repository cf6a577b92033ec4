"""What README, the guides and the help tell to type can be typed; every command and every guide is told of."""

from __future__ import annotations

import contextlib
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from briefing.cli.commands import cli
from tests.conftest import ROOT

PAGES = (ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md")))
_BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`(briefing [^`\n]+)`")
_CALL = re.compile(r"(?:^|\$\(|&& )(briefing (?:[^)\n]|\([^)]*\))*)", re.MULTILINE)
_LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


def commands(group: click.Group = cli, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


def words(line: str) -> list[str]:
    """The words of a call, up to a comment, a pipe or a place where output goes."""
    found = shlex.split(line, comments=True)
    end = next((at for at, word in enumerate(found) if word in ("|", ">", "&&")), len(found))
    return found[1:end]


def calls() -> Iterator[tuple[str, str, bool]]:
    """(where it is told, the call, is it complete?). In running text it may be a part."""
    for page in PAGES:
        text = page.read_text("utf-8")
        yield from ((page.name, call.strip(), True) for block in _BLOCK.findall(text) for call in _CALL.findall(block))
        yield from ((page.name, call, False) for call in _INLINE.findall(text))
    for path, command in (((), cli), *commands()):
        for line in (command.help or "").splitlines():
            if line.strip().startswith("briefing "):
                yield (" ".join((*path, "--help")), re.split(r"\s{3,}", line.strip())[0], True)


def parse(arguments: list[str], whole: bool) -> None:
    """Parse without running. whole: must it be complete? Raises click.UsageError."""
    command: click.Command = cli
    context: click.Context | None = None
    while True:
        context = command.make_context("briefing", list(arguments), parent=context, resilient_parsing=not whole)
        if not isinstance(command, click.Group):
            return
        rest = [*getattr(context, "_protected_args", ()), *context.args]
        if not rest:
            return
        _, found, arguments = command.resolve_command(context, rest)
        assert found is not None
        command = found


@pytest.mark.parametrize(("page", "call", "whole"), list(calls()))
def test_what_is_told_to_type_is_understood(page: str, call: str, whole: bool) -> None:
    with contextlib.suppress(click.exceptions.Exit):  # --help
        parse(words(call), whole)


@pytest.mark.parametrize(
    "call", ["briefing biuld", "briefing build --thme acme", "briefing theme shwo", "briefing explain"]
)
def test_what_is_not_understood_would_be_seen(call: str) -> None:
    with pytest.raises(click.UsageError):
        parse(words(call), whole=True)


@pytest.mark.parametrize("path", [path for path, _ in commands()], ids=" ".join)
def test_every_command_is_told_of(path: tuple[str, ...]) -> None:
    pages = PAGES[:1] if len(path) == 1 else PAGES
    call = re.compile(rf"\bbriefing {' '.join(path)}\b")
    assert any(call.search(page.read_text("utf-8")) for page in pages)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    missing = [link for link in _LINK.findall(page.read_text("utf-8")) if not (page.parent / link).exists()]
    assert not missing


def test_every_guide_is_told_of_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert not [guide.name for guide in (ROOT / "docs").glob("*.md") if f"docs/{guide.name}" not in readme]
