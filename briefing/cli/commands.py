"""The words of a command line in, the command run and its exit code out. Commands are imported when they are called."""

from __future__ import annotations

import errno
import importlib
import os
import signal
from typing import TYPE_CHECKING, Any

import click

from briefing import __version__
from briefing.cli.console import Commands
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from briefing.ahead import Ahead

# command → module of this package that defines it under the same name
COMMANDS = {
    "build": "build",
    "extract": "extract",
    "schema": "extract",
    "sources": "inspect",
    "claims": "inspect",
    "explain": "inspect",
    "diff": "diff",
    "page": "page",
    "email": "email",
    "check": "check",
    "audit": "audit",
    "preview": "preview",
    "audience": "audience",
    "theme": "theme",
}


class LazyGroup(Commands):
    """A group whose commands are imported when they are called, so that starting costs nothing more than click."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"briefing.cli.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, cmd_name)
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="briefing")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but results and errors.")
@click.option("-v", "--verbose", is_flag=True, help="Say more: `audit` lists what is backed, too.")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.pass_context
def cli(ctx: click.Context, quiet: bool, verbose: bool, debug: bool) -> None:
    """Turn a folder of articles about a company into a deck that an executive can trust.

    \b
    Examples:
      briefing build                       the CTO's deck from ./seeds into ./output
      briefing build articles --audience board --theme midnight
      briefing extract articles --output - | jq .funding
    """
    alone, ahead = ctx.obj or (False, None)
    ctx.obj = {"quiet": quiet, "verbose": verbose, "debug": debug, "alone": alone, "ahead": ahead}


def status(arguments: list[str], alone: bool = False, ahead: Ahead | None = None) -> int:
    """Run a command line; its exit code. alone: is there nothing else in this process? ahead: a build begun already."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    debug = "--debug" in arguments
    arguments = [argument for argument in arguments if argument != "--debug"] if debug else arguments
    try:
        result: Any = cli.main(
            arguments, prog_name="briefing", standalone_mode=False, obj=(alone, ahead), color=_color()
        )
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx is not None else error.format_message(), err=True)
        return 2
    except click.UsageError as error:
        help_line = f"; see {error.ctx.command_path} --help" if error.ctx is not None else ""
        _say(error.format_message().rstrip(".") + help_line)
        return 2
    except (click.Abort, KeyboardInterrupt):
        _say("interrupted; nothing was written")
        return 130
    except BriefingError as error:
        if debug:
            raise
        _say(str(error))
        return 2
    except Exception as error:
        if debug:
            raise
        _say(_unforeseen(error))
        return 2


def _unforeseen(error: Exception) -> str:
    """What nobody has put into words yet: a full disk behind `>`, else a defect."""
    if isinstance(error, OSError) and error.filename is None and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EIO):
        return f"standard output takes no more: {(error.strerror or '').lower()}; see where it leads to"
    return f"a defect of this program: {type(error).__name__}: {str(error)[:200]}; --debug shows where"


def _say(message: str) -> None:
    one_line = " ".join(message.split())
    click.echo(f"{click.style('briefing:', fg='red')} {one_line}", err=True, color=_color())


def _color() -> bool | None:
    """No colour for those who ask for none (no-color.org), else on terminals."""
    return False if os.environ.get("NO_COLOR") else None
