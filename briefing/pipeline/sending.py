"""Prepared mails and a server → delivered mails, their copies, and a journal that survives being killed."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import files
from briefing.errors import BriefingError, DeliveryError, InputError, WorkspaceError
from briefing.model.mail import Address, Envelope, Letter, Recipient, read_address
from briefing.model.records import dataclass, replace
from briefing.pipeline.mailing import Prepared, Wishes, addressed, prepare, write_draft, written

if TYPE_CHECKING:
    from briefing.delivery.journal import Entry, Journal
    from briefing.delivery.outcome import Outcome
    from briefing.delivery.server import Server
    from briefing.delivery.smtp import Connection

JOURNAL = "journal.jsonl"


@dataclass(frozen=True, slots=True)
class Row:
    """One recipient of a list and what became of the mail. state: sent, already sent, refused, failed, uncertain,
    duplicate, draft, to send; detail: the server's words, a path, or why not."""

    recipient: Recipient
    state: str
    detail: str


@dataclass(frozen=True, slots=True)
class Planned:
    """A recipient with the mail that is for them; without one, why not ("duplicate": a line above is the same)."""

    recipient: Recipient
    prepared: Prepared | None
    letter: Letter | None
    problem: str = ""


# ---------------------------------------------------------------- the server


def server(config: Path | None = None) -> Server:
    """The mail server of the environment, the settings file and the key ring. Raises WorkspaceError, InputError."""
    from briefing.delivery.server import read_server, stored_password

    path = config or files.config_folder() / "mail.toml"
    if config is not None and not config.exists():
        raise InputError("no such settings file", str(config), "check --config")
    return read_server(os.environ, files.read_private(path), str(path), stored_password)


def sender(asked: Address | None, known: Server) -> Address:
    """Whom a mail is from: as asked, as the settings say, or the account itself. Raises WorkspaceError."""
    if asked is not None:
        return asked
    text = known.sender or (known.user if "@" in known.user else "")
    if not text:
        raise WorkspaceError("nobody is named as the sender", "", "give --from, or set BRIEFING_SMTP_FROM")
    return read_address(text, "the sender in the settings")


# ---------------------------------------------------------------- one mail


def send(letter: Letter, known: Server, most: int, folder: Path) -> tuple[Outcome, Path]:
    """Send one mail and keep a copy; where the copy lies. Raises DeliveryError where nobody got it."""
    from briefing.delivery.smtp import Connection

    letter = _going_out(letter)
    data = written(letter, most)
    files.prepare_output(folder)
    with Connection(known) as connection:
        outcome = connection.deliver(_envelope(letter), data, _no_journal)
    if outcome.state == "uncertain":
        remedy = "look whether it came before you send it again"
        raise DeliveryError(f"the server may or may not have taken the message: {outcome.reply}", known.host, remedy)
    if outcome.state != "sent":
        remedy = "correct the addresses" if outcome.refused else "try again later"
        who = "; ".join(f"{address}: {why}" for address, why in outcome.refused.items()) or outcome.reply
        raise DeliveryError(f"the message was not sent: {who}", known.host, remedy)
    return outcome, _keep(folder, letter, data)


def _going_out(letter: Letter) -> Letter:
    """A draft as it is sent: no longer marked as one, dated now. Its Message-ID stays what it is."""
    if letter.sender is None:
        raise WorkspaceError("nobody is named as the sender", "", "give --from")
    if not letter.recipients:
        raise InputError("nobody is named to send it to", "", "give --to, --cc or --bcc")
    return replace(letter, unsent=False, created=_now())


def _envelope(letter: Letter) -> Envelope:
    assert letter.sender is not None
    return Envelope(letter.sender.address, tuple(who.address for who in letter.recipients))


def _now() -> str:
    """The time of sending: SOURCE_DATE_EPOCH, else the clock. Only what is really sent is dated by it."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    when = datetime.datetime.fromtimestamp(int(epoch), datetime.UTC) if epoch.isdigit() else None
    return (when or datetime.datetime.now(datetime.UTC)).strftime("%Y-%m-%dT%H:%M:%SZ")


def _no_journal() -> None:
    """A single mail keeps no journal: it is asked for each time."""


def _keep(folder: Path, letter: Letter, data: bytes) -> Path:
    """The copy of what was sent, under a name of its own."""
    who = letter.recipients[0].address
    stem = re.sub(r"[^\w.@+-]+", "_", f"{letter.created[:10]}-{who}")[:120]
    path = folder / f"{stem}.eml"
    number = 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.eml"
    files.write_all({path: data})
    return path


# ---------------------------------------------------------------- a list


def plan(deck: Path, path: Path, wishes: Wishes) -> Iterator[Planned]:
    """Each line of the list with the mail for its audience. Raises InputError for a list that is none."""
    from briefing.delivery.recipients import read_recipients

    recipients = read_recipients(files.read_bytes(path), str(path))
    if not deck.exists():
        raise InputError("no such deck or folder of decks", str(deck), "check the name")
    made: dict[Path, Prepared | str] = {}
    seen: set[tuple[str, str]] = set()
    for recipient in recipients:
        problem = recipient.problem
        prepared: Prepared | str = ""
        if not problem:
            try:
                found = _deck_of(deck, recipient.audience)
                prepared = made[found] if found in made else _prepared(found, wishes)
                made[found] = prepared
                problem = prepared if isinstance(prepared, str) else ""
            except BriefingError as error:
                problem = str(error)
        if isinstance(prepared, str):
            yield Planned(recipient, None, None, problem)
            continue
        place = recipient.address.key, prepared.deck
        if place in seen:
            yield Planned(recipient, None, None, "duplicate")
            continue
        seen.add(place)
        yield Planned(recipient, prepared, addressed(prepared, [recipient.address], (), ()))


def _prepared(path: Path, wishes: Wishes) -> Prepared | str:
    try:
        return prepare(path, wishes)
    except BriefingError as error:
        return str(error)


def _deck_of(deck: Path, name: str) -> Path:
    """The deck for an audience: `…-<audience>.pptx` in the folder, or beside the deck and of the same company."""
    if deck.is_file() and not name:
        return deck
    if not name:
        raise InputError("no audience is named", "", "fill its column, or give one deck instead of a folder")
    folder = deck if deck.is_dir() else deck.parent
    ending = f"-{name}.pptx"
    found = sorted(path for path in folder.glob("*.pptx") if path.name.lower().endswith(ending))
    if deck.is_file():
        if deck in found:
            return deck
        company = deck.stem.rpartition("-")[0]
        found = [path for path in found if path.name[: -len(ending)] == company]
    if not found:
        raise InputError(f'no deck for "{name}"', str(folder), f"build it: briefing build --audience {name}")
    if len(found) > 1:
        remedy = "give the deck of one company instead of the folder"
        raise InputError(f'several decks for "{name}": {", ".join(path.name for path in found)}', str(folder), remedy)
    return found[0]


def write_drafts(planned: Planned, folder: Path, most: int) -> Row:
    """The draft of one line of a list, as a file."""
    who = planned.recipient
    if planned.letter is None or planned.prepared is None:
        return Row(who, "duplicate" if planned.problem == "duplicate" else "failed", planned.problem)
    stem = re.sub(r"[^\w.@+-]+", "_", f"{who.line:04d}-{who.address.address}")[:120]
    path = folder / f"{stem}.eml"
    try:
        write_draft(planned.prepared, planned.letter, path, most)
    except BriefingError as error:
        return Row(who, "failed", str(error))
    return Row(who, "draft", str(path))


def send_all(
    planned: list[Planned],
    known: Server,
    most: int,
    folder: Path,
    resend_uncertain: bool = False,
    progress: Callable[[Row], None] = lambda row: None,
) -> Iterator[Row]:
    """Send to each who has not got it, one after another; the journal and the copies lie in `folder`.

    Raises OutputError where the journal cannot be written or another run is at work.
    """
    from briefing.delivery.journal import Journal
    from briefing.delivery.smtp import Connection

    files.prepare_output(folder)
    path = folder / JOURNAL
    with files.alone(folder / f"{JOURNAL}.lock"), Connection(known) as connection:
        lines = files.read_lines(path)
        journal = Journal(lines, lambda line, durable: files.append_line(path, line, durable), _now, files.boot())
        hopeless = ""
        for one in planned:
            row = _settled(one, journal, resend_uncertain)
            if row is None and hopeless:
                row = Row(one.recipient, "failed", f"not tried: {hopeless}")
            if row is None:
                try:
                    row = _send_one(one, journal, connection, most, folder)
                except DeliveryError as error:  # no mail can be sent this way
                    hopeless = error.what
                    row = Row(one.recipient, "failed", str(error))
            progress(row)
            yield row


def states(planned: list[Planned], folder: Path, resend_uncertain: bool = False) -> Iterator[Row]:
    """What `send_all` would do, without sending."""
    from briefing.delivery.journal import Journal

    journal = Journal(files.read_lines(folder / JOURNAL), lambda line, durable: None, _now, files.boot())
    for one in planned:
        yield _settled(one, journal, resend_uncertain) or Row(one.recipient, "to send", _subject(one))


def _subject(planned: Planned) -> str:
    return planned.letter.subject if planned.letter else ""


def _settled(planned: Planned, journal: Journal, resend_uncertain: bool) -> Row | None:
    """The row of a line that is not to be sent; None for one that is."""
    if planned.letter is None or planned.prepared is None:
        return Row(
            planned.recipient, "duplicate" if planned.problem == "duplicate" else "failed", _why(planned.problem)
        )
    state = journal.state(_entry(planned))
    if state == "sent":
        return Row(planned.recipient, "already sent", "in an earlier run")
    if state == "uncertain" and not resend_uncertain:
        detail = "an earlier run ended before the server's answer; ask, or give --resend-uncertain"
        return Row(planned.recipient, "uncertain", detail)
    return None


def _why(problem: str) -> str:
    return "the same address and deck stand above" if problem == "duplicate" else problem


def _entry(planned: Planned) -> Entry:
    from briefing.delivery.journal import Entry

    assert planned.prepared is not None
    who = planned.recipient
    return Entry(who.address.address, planned.prepared.deck, planned.prepared.letter.subject, who.audience)


def _send_one(planned: Planned, journal: Journal, connection: Connection, most: int, folder: Path) -> Row:
    assert planned.letter is not None
    entry = _entry(planned)
    try:
        letter = _going_out(planned.letter)
        data = written(letter, most)
    except BriefingError as error:
        return Row(planned.recipient, "failed", str(error))
    journal.begin(entry)
    outcome = connection.deliver(_envelope(letter), data, lambda: journal.intend(entry))
    journal.conclude(entry, outcome)
    if outcome.state != "sent":
        return Row(planned.recipient, outcome.state, next(iter(outcome.refused.values()), outcome.reply))
    try:
        return Row(planned.recipient, "sent", str(_keep(folder, letter, data)))
    except BriefingError as error:
        return Row(planned.recipient, "sent", f"no copy could be kept: {error}")
