"""What every command has in common: help with an example, one line for an error, streams that are closed or full."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from briefing.cli.commands import cli
from tests.conftest import SEEDS, Run


def commands(group: click.Group = cli, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        yield (*path, name)
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


@pytest.mark.parametrize("path", list(commands()), ids=" ".join)
def test_help_says_what_it_does_with_an_example(run: Run, path: tuple[str, ...]) -> None:
    result = run(*path, "--help")
    assert result.code == 0
    example = result.out.split("Example", 1)[1]
    assert f"briefing {' '.join(path)}" in example
    assert "-h, --help" in result.out


@pytest.mark.parametrize("path", [(), ("theme",), ("audience",)], ids=["briefing", "theme", "audience"])
def test_a_group_alone_prints_its_help(run: Run, path: tuple[str, ...]) -> None:
    result = run(*path)
    assert (result.code, result.out) == (2, "")
    assert len(result.err.splitlines()) > 10
    assert "..." not in result.err.split("Commands:")[1]


@pytest.mark.parametrize(
    ("arguments", "remedy"),
    [
        (["biuld"], '"build"'),
        (["theme", "shw"], '"show"'),
        (["audience", "lst"], '"list"'),
        (["build", "--them"], "--theme"),
    ],
)
def test_a_slip_is_answered_with_the_nearest_word(run: Run, arguments: list[str], remedy: str) -> None:
    result = run(*arguments)
    assert result.code == 2
    assert remedy in result.err
    assert len(result.err.splitlines()) == 1


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    line = command.replace("briefing", f'"{sys.executable}" -m briefing')
    return subprocess.run(["sh", "-c", line], cwd=folder, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.skipif(os.name != "posix", reason="redirections of a POSIX shell")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams_do_not_stop_a_build(tmp_path: Path, closed: str) -> None:
    done = shell(f'briefing build "{SEEDS}" --slides title --output out {closed}', tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.glob("out/*.pptx"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_standard_output_is_told_in_a_line(tmp_path: Path) -> None:
    done = shell("briefing theme list > /dev/full", tmp_path)
    assert done.returncode == 2
    assert "standard output" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(os.name != "posix", reason="needs a terminal of POSIX")
@pytest.mark.parametrize(("setting", "coloured"), [("", True), ("1", False)])
def test_colours_are_for_terminals_whose_owner_wants_them(tmp_path: Path, setting: str, coloured: bool) -> None:
    import pty

    ours, theirs = pty.openpty()
    environment = {**os.environ, "NO_COLOR": setting, "TERM": "xterm-256color"}
    line = [sys.executable, "-m", "briefing", "biuld"]
    subprocess.run(line, cwd=tmp_path, env=environment, stdout=theirs, stderr=theirs, timeout=60, check=False)
    os.close(theirs)
    shown = os.read(ours, 4_000)
    os.close(ours)
    assert b"briefing:" in shown
    assert (b"\x1b[" in shown) is coloured


def test_quiet_prints_results_alone(run: Run) -> None:
    built = run("-q", "build", SEEDS)
    deck = built.out.splitlines()[0]
    assert built.err == ""
    for arguments in (["preview", deck, "--light"], ["page", "--model", deck], ["diff", deck, deck], ["email", deck]):
        assert run(*arguments, "--quiet").err == ""
    assert run("check", deck, "--quiet").err == ""
    assert run("audit", deck, "--quiet").err == ""


def test_json_is_one_document_on_standard_output(run: Run) -> None:
    deck = run("build", SEEDS).out.splitlines()[0]
    for arguments in (
        ["extract", SEEDS],
        ["schema"],
        ["theme", "schema"],
        ["sources", SEEDS, "--json"],
        ["claims", SEEDS, "--json"],
        ["diff", SEEDS, deck, "--json"],
        ["check", deck, "--json"],
        ["check", deck, "--sarif"],
        ["check", "--rules", "--json"],
        ["audit", deck, "--json"],
    ):
        json.loads(run(*arguments).out)
