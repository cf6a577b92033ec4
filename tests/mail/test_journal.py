"""Who has got what, whenever the program or the machine stopped."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import files
from briefing.delivery.journal import Entry, Journal
from briefing.delivery.outcome import Outcome
from briefing.errors import InputError, OutputError

ADA = Entry("ada@acme.example", "d" * 64, "Acme", "cto")


def journal(path: Path, boot: str = "b1") -> Journal:
    return Journal(
        files.read_lines(path), lambda line, durable: files.append_line(path, line, durable), lambda: "now", boot
    )


def test_what_was_sent_is_sent(tmp_path: Path) -> None:
    path = tmp_path / "j"
    first = journal(path)
    assert first.state(ADA) == ""
    first.begin(ADA)
    first.intend(ADA)
    first.conclude(ADA, Outcome("sent", "250 ok"))
    assert journal(path).state(ADA) == journal(path, "b2").state(ADA) == "sent"
    assert journal(path).state(Entry("ADA@acme.example", "d" * 64, "Acme")) == "sent"
    assert journal(path).state(Entry("ada@acme.example", "e" * 64, "Acme")) == ""


def test_an_intent_without_result_is_uncertain(tmp_path: Path) -> None:
    path = tmp_path / "j"
    first = journal(path)
    first.begin(ADA)
    first.intend(ADA)
    assert journal(path).state(ADA) == "uncertain"


def test_what_was_only_begun_is_uncertain_once_the_machine_went_down(tmp_path: Path) -> None:
    path = tmp_path / "j"
    journal(path).begin(ADA)
    assert journal(path, "b1").state(ADA) == ""
    assert journal(path, "b2").state(ADA) == "uncertain"
    assert journal(path, "").state(ADA) == "uncertain"


def test_what_was_uncertain_stays_so_when_the_next_try_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "j"
    first = journal(path)
    first.intend(ADA)
    journal(path).begin(ADA)
    assert journal(path).state(ADA) == "uncertain"


@pytest.mark.parametrize("keep", range(1, 400, 7))
def test_a_line_cut_off_never_makes_anybody_get_it_twice(tmp_path: Path, keep: int) -> None:
    path = tmp_path / "j"
    first = journal(path)
    first.begin(ADA)
    first.intend(ADA)
    whole = path.read_bytes()
    first.conclude(ADA, Outcome("sent", "250 ok"))
    result = path.read_bytes()[len(whole) :]
    path.write_bytes(whole + result[: min(keep, len(result) - 2)])
    again = journal(path)
    assert again.state(ADA) == "uncertain"
    again.conclude(ADA, Outcome("sent", "250 ok"))  # the next line begins on a line of its own
    assert journal(path).state(ADA) == "sent"


def test_a_file_for_a_password_must_be_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "mail.toml"
    assert files.read_private(path) == ""
    path.write_text("[smtp]\n")
    path.chmod(0o640)
    with pytest.raises(InputError, match="chmod 600"):
        files.read_private(path)
    path.chmod(0o600)
    assert files.read_private(path) == "[smtp]\n"


def test_a_journal_nobody_may_write_stops_everything(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        files.append_line(tmp_path / "no" / "j", "x")
