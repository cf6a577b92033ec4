"""`briefing email`: a deck → a draft in a mail program, or in somebody's inbox."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing.cli.console import is_quiet, quiet_option
from briefing.errors import BriefingError, InputError, WorkspaceError
from briefing.model.mail import Letter, read_address, read_addresses
from briefing.model.records import dataclass
from briefing.pipeline import mailing, sending
from briefing.pipeline.mailing import Wishes

if TYPE_CHECKING:
    from briefing.delivery.server import Server
    from briefing.pipeline.sending import Planned, Row

_PATH = click.Path(path_type=Path)
_OPTIONS: list[Callable[[Any], Any]] = [
    click.option("--to", multiple=True, metavar="ADDRESS", help='"Ada Roe <ada@acme.example>"; several with comma.'),
    click.option("--cc", multiple=True, metavar="ADDRESS", help="Who gets a copy."),
    click.option("--bcc", multiple=True, metavar="ADDRESS", help="Who gets a copy unseen."),
    click.option("--from", "sender", default="", metavar="ADDRESS", help="Who it is from."),
    click.option("--subject", default="", help="The subject line, instead of company, audience and date."),
    click.option("-a", "--audience", default="", metavar="NAME", help="Whose view, instead of the deck's own."),
    click.option("-o", "--output", type=_PATH, help="The draft's file (default: beside the deck); a folder for lists."),
    click.option("--attach", default="pptx", show_default=True, metavar="FORMATS", help="pptx, pdf, with comma."),
    click.option("--max-size", default="10MB", show_default=True, metavar="SIZE", help="Of the whole message."),
    click.option("--downscale", is_flag=True, help="Make the deck's pictures smaller until the message fits."),
    click.option("--since", type=_PATH, metavar="OLD", help="An older deck or briefing: tell what changed."),
    click.option("--model", type=_PATH, help="This briefing (JSON), not the one the deck carries."),
    click.option("--keep-metadata", is_flag=True, help="Attach the deck with author, comments, hidden slides …"),
    click.option(
        "--recipients", type=_PATH, metavar="CSV", help="A list: name, address, audience. Each gets their deck."
    ),
    click.option("--send", is_flag=True, help="Send it through the mail server of the settings; asks first."),
    click.option("-y", "--yes", is_flag=True, help="Send without asking."),
    click.option("--dry-run", is_flag=True, help="Show what would be sent to whom; write and send nothing."),
    click.option("--config", type=_PATH, help="Settings of the mail server (default: mail.toml of the user)."),
    click.option("--sent", type=_PATH, metavar="FOLDER", help="Copies and journal (default: sent/ beside the deck)."),
    click.option("--resend-uncertain", is_flag=True, help="Of a list, send again what may have got there or not."),
]


def _options(command: Any) -> Any:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class _Call:
    """What was asked for, read and checked."""

    deck: Path
    wishes: Wishes
    output: Path | None
    sent: Path
    config: Path | None
    yes: bool
    quiet: bool


@click.command()
@click.argument("deck", type=_PATH)
@_options
@quiet_option
@click.pass_context
def email(
    ctx: click.Context,
    /,
    deck: Path,
    to: tuple[str, ...],
    cc: tuple[str, ...],
    bcc: tuple[str, ...],
    sender: str,
    recipients: Path | None,
    send: bool,
    dry_run: bool,
    resend_uncertain: bool,
    quiet: bool,
    **asked: Any,
) -> int:
    """Make a mail of DECK: headline, key figures with their standing, what is not verified, sources; the deck attached.

    Writes a draft that mail programs open for editing, and prints its path. With --send it goes through the mail
    server of BRIEFING_SMTP_HOST, _PORT, _SECURITY, _USER, _PASSWORD or of mail.toml (docs/email.md); a copy is kept.
    With --recipients, DECK may be the folder of decks; who has got a deck does not get it again.

    \b
    Examples:
      briefing email output/acme-cto.pptx --to "Ada Roe <ada@acme.example>"
      briefing email output/acme-board.pptx --to ada@acme.example --attach pptx,pdf --since last/acme-board.pptx
      briefing email output --recipients board.csv --subject "Acme, before Tuesday" --send
    """
    call = _read(deck, sender, is_quiet(ctx, quiet), asked)
    people = tuple(read_addresses(texts, option) for texts, option in ((to, "--to"), (cc, "--cc"), (bcc, "--bcc")))
    if recipients is not None:
        if any(people):
            raise click.UsageError("--recipients names everybody; leave out --to, --cc and --bcc")
        return _list(call, recipients, send, dry_run, resend_uncertain)
    if deck.is_dir():
        raise InputError("this is a folder, not a deck", str(deck), "name one deck, or a list with --recipients")
    return _one(call, people, send, dry_run)


def _read(deck: Path, sender: str, quiet: bool, asked: dict[str, Any]) -> _Call:
    wishes = Wishes(
        sender=read_address(sender, "--from") if sender else None,
        subject=asked["subject"],
        audience=asked["audience"],
        attach=mailing.formats(asked["attach"]),
        most=mailing.size(asked["max_size"]),
        downscale=asked["downscale"],
        model=asked["model"],
        since=asked["since"],
        keep_metadata=asked["keep_metadata"],
    )
    folder = deck if deck.is_dir() else deck.parent
    return _Call(deck, wishes, asked["output"], asked["sent"] or folder / "sent", asked["config"], asked["yes"], quiet)


def _say(call: _Call, lines: Iterable[str]) -> None:
    for line in () if call.quiet else lines:
        click.echo(line, err=True)


# ---------------------------------------------------------------- one mail


def _one(call: _Call, people: tuple[Any, ...], send: bool, dry_run: bool) -> int:
    server = sending.server(call.config) if send and not dry_run else None
    wishes = call.wishes
    if server is not None:
        wishes = _from(wishes, server)
    prepared = mailing.prepare(call.deck, wishes)
    letter = mailing.addressed(prepared, *people)
    _say(call, prepared.notes)
    if dry_run:
        return _dry(call, letter)
    if server is not None:
        return _send_one(call, letter, server)
    path = call.output or call.deck.with_suffix(".eml")
    path = path / f"{call.deck.stem}.eml" if path.is_dir() else path
    count, kept = mailing.write_draft(prepared, letter, path, wishes.most)
    _say(call, (f"{path.name} had been edited; that version is kept as {place}" for place in kept))
    _say(call, (*_without_ends(letter), f"a draft of {count / 1e3:,.0f} kB, not sent"))
    click.echo(path)
    return 0


def _from(wishes: Wishes, server: Server) -> Wishes:
    from briefing.model.records import replace

    return replace(wishes, sender=sending.sender(wishes.sender, server))


def _without_ends(letter: Letter) -> Iterable[str]:
    if letter.sender is None:
        yield "no --from: your mail program puts in its own"
    if not letter.recipients:
        yield "no --to: fill it in before you send it"


def _dry(call: _Call, letter: Letter) -> int:
    """What would be sent, where to."""
    click.echo(f"Server: {_server_words(call)}")
    for line in mailing.envelope_lines(letter, len(mailing.written(letter, call.wishes.most))):
        click.echo(line)
    _say(call, ["nothing was written or sent"])
    return 0


def _server_words(call: _Call) -> str:
    try:
        return str(sending.server(call.config))
    except WorkspaceError as error:
        return f"none ({error.what})"


def _send_one(call: _Call, letter: Letter, server: Server) -> int:
    count = len(mailing.written(letter, call.wishes.most))
    for line in mailing.envelope_lines(letter, count):
        click.echo(line, err=True)
    if not letter.recipients:
        raise InputError("nobody is named to send it to", "", "give --to, --cc or --bcc")
    _ask(call, f"Send it through {server}?")
    outcome, copy = sending.send(letter, server, call.wishes.most, call.sent)
    for address, why in outcome.refused.items():
        click.echo(f"refused: {address}: {why}", err=True)
    _say(call, [f"sent to {len(outcome.taken)} of {len(letter.recipients)}: {outcome.reply}"])
    click.echo(copy)
    return 1 if outcome.refused else 0


def _ask(call: _Call, question: str) -> None:
    """Ends the command for a no; raises WorkspaceError where nobody can be asked."""
    if call.yes:
        return
    if not sys.stdin.isatty():
        raise WorkspaceError("there is nobody to ask before sending", "", "give --yes to send without asking")
    if not click.confirm(question, err=True):
        click.echo("nothing was sent", err=True)
        raise click.exceptions.Exit(1)


# ---------------------------------------------------------------- a list


def _list(call: _Call, recipients: Path, send: bool, dry_run: bool, resend_uncertain: bool) -> int:
    server = sending.server(call.config) if send and not dry_run else None
    wishes = _from(call.wishes, server) if server is not None else call.wishes
    planned = list(sending.plan(call.deck, recipients, wishes))
    _say(call, dict.fromkeys(note for one in planned if one.prepared for note in one.prepared.notes))
    if dry_run:
        click.echo(f"Server: {_server_words(call)}", err=True)
        return _table(call, list(sending.states(planned, call.sent, resend_uncertain)))
    if server is None:
        folder = call.output or (call.deck if call.deck.is_dir() else call.deck.parent) / "drafts"
        return _table(call, [sending.write_drafts(one, folder, wishes.most) for one in planned])
    waiting = [row for row in sending.states(planned, call.sent, resend_uncertain) if row.state == "to send"]
    if not waiting:
        return _table(call, list(sending.states(planned, call.sent, resend_uncertain)))
    _ask(call, f"Send to {len(waiting)} of {len(planned)} through {server}, from {wishes.sender}?")
    return _send_list(call, planned, server, resend_uncertain)


def _send_list(call: _Call, planned: list[Planned], server: Server, resend_uncertain: bool) -> int:
    rows: list[Row] = []
    try:
        for row in sending.send_all(planned, server, call.wishes.most, call.sent, resend_uncertain):
            rows.append(row)
            _say(call, [f"{len(rows)}/{len(planned)} {row.state}: {row.recipient.address.address}"])
    except KeyboardInterrupt:
        _table(call, rows)
        click.echo("briefing: interrupted; run the same command again for the rest", err=True)
        return 130
    except BriefingError:
        _table(call, rows)
        raise
    return _table(call, rows)


def _table(call: _Call, rows: list[Row]) -> int:
    """One line a recipient on standard output, the counts on standard error; 1 where somebody is left without."""
    cells = [("name", "address", "audience", "state", "detail")]
    for row in rows:
        who = row.recipient
        detail = " ".join(row.detail.split())
        cells.append((who.address.name, who.address.address, who.audience, row.state, detail))
    _print(cells)
    counts: dict[str, int] = {}
    for row in rows:
        counts[row.state] = counts.get(row.state, 0) + 1
    _say(call, [", ".join(f"{number} {state}" for state, number in counts.items())])
    return 1 if {"failed", "refused", "uncertain"} & set(counts) else 0


def _print(cells: Sequence[tuple[str, ...]]) -> None:
    """Columns on a terminal, tab-separated for other programs."""
    if not sys.stdout.isatty():
        for line in cells:
            click.echo("\t".join(line))
        return
    widths = [max(_columns(line[index]) for line in cells) for index in range(len(cells[0]))]
    for line in cells:
        padded = (cell + " " * (width - _columns(cell)) for cell, width in zip(line, widths, strict=True))
        click.echo("  ".join(padded).rstrip())


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
