"""A list of recipients: each gets the deck of their audience once, whatever fails and whoever pulls the plug."""

from __future__ import annotations

import email
import email.policy
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.delivery.recipients import read_recipients
from briefing.errors import InputError
from tests.conftest import Run
from tests.mail.servers import Breaking, Mailboxes, free_port, serving

Through = Callable[..., None]


@pytest.fixture
def folder(decks: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(decks, tmp_path / "output"))


def a_list(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(("name,address,audience", *lines)) + "\n", encoding="utf-8")
    return path


def rows(out: str) -> dict[str, tuple[str, str]]:
    """address → (state, detail) of a printed table."""
    cells = [line.split("\t") for line in out.splitlines()[1:]]
    return {cell[1]: (cell[3], cell[4]) for cell in cells}


# ---------------------------------------------------------------- reading


@pytest.mark.parametrize(
    "data",
    [
        b"name,address,audience\nAda,ada@acme.example,cto\n",
        b"\xef\xbb\xbfName;E-Mail;Audience\r\nAda;ada@acme.example;CTO\r\n",
        b"sep=;\r\naddress;audience;name\r\nada@acme.example;cto;Ada\r\n\r\n",
        "name\taddress\taudience\r\nAda\tada@acme.example\tcto\r\n".encode("utf-16"),
        b'address,name,audience,remarks\n"ada@acme.example","Ada",cto,"says ""hi"",\nand more"\n',
    ],
)
def test_lists_as_programs_write_them(data: bytes) -> None:
    (found,) = read_recipients(data, "list.csv")
    assert (found.address.name, found.address.address, found.audience, found.problem) == (
        "Ada",
        "ada@acme.example",
        "cto",
        "",
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the list is empty"),
        (b"who,what\nAda,1\n", "no column of addresses"),
        (b"name,address\n", "names nobody"),
        (b"name,address\nJ\xfcrgen,j@acme.example\n", 'not UTF-8 text (list.csv); save it as "CSV UTF-8"'),
        (b"PK\x03\x04\0\0", "no text file"),
    ],
)
def test_what_is_no_list(data: bytes, said: str) -> None:
    with pytest.raises(InputError) as stop:
        read_recipients(data, "list.csv")
    assert said in str(stop.value)


def test_a_bad_line_is_told_and_the_others_go_on() -> None:
    data = 'name,address,audience\nAda,ada@acme.example,cto\nBob,bob,cto\n,,board\n"Cy\nX",cy@acme.example,cto\n'
    good, bad, empty, injected = read_recipients(data.encode(), "list.csv")
    assert not good.problem
    assert "no e-mail address" in bad.problem
    assert "there is no address" in empty.problem
    assert "line break" in injected.problem


# ---------------------------------------------------------------- sending


def test_each_gets_the_deck_of_their_audience(run: Run, folder: Path, through: Through) -> None:
    boxes = Mailboxes()
    names = a_list(
        folder / "l.csv", "Ada Roe,ada@acme.example,cto", "Zoë,zoe@acme.example,board", ",cy@acme.example,ceo"
    )
    with serving(boxes) as port:
        through(port)
        result = run("email", folder, "--recipients", names, "--send", "--yes")
    assert result.code == 1  # one has no deck
    found = rows(result.out)
    assert [state for state, _ in found.values()] == ["sent", "sent", "failed"]
    assert "briefing build --audience ceo" in found["cy@acme.example"][1]
    for _, (address,), data in boxes.delivered:
        message = email.message_from_bytes(data, policy=email.policy.default)
        (attached,) = message.iter_attachments()
        audience = {"ada@acme.example": "cto", "zoe@acme.example": "board"}[address]
        assert attached.get_content() == (folder / f"acme-robotics-{audience}.pptx").read_bytes()
        assert message["X-Unsent"] is None
        assert [one.addr_spec for one in message["To"].addresses] == [address]
    assert len(list((folder / "sent").glob("*.eml"))) == 2


def test_one_deck_may_stand_for_its_folder(run: Run, folder: Path, through: Through) -> None:
    boxes = Mailboxes()
    shutil.copy(folder / "acme-robotics-board.pptx", folder / "northwind-board.pptx")
    names = a_list(folder / "l.csv", "A,a@acme.example,", "B,b@acme.example,board")
    with serving(boxes) as port:
        through(port)
        assert run("email", folder, "--recipients", names, "--dry-run").out.count("several decks") == 1
        result = run("email", folder / "acme-robotics-cto.pptx", "--recipients", names, "--send", "--yes")
    assert result.code == 0, result
    assert boxes.counts == {"a@acme.example": 1, "b@acme.example": 1}


def test_who_has_got_it_gets_it_once(run: Run, folder: Path, through: Through) -> None:
    boxes = Mailboxes()
    names = a_list(folder / "l.csv", "A,a@acme.example,cto", "A again,A@Acme.example,cto", "B,b@acme.example,cto")
    boxes.answers = {"b@acme.example": ["550 unknown"]}
    with serving(boxes) as port:
        through(port)
        first = run("email", folder, "--recipients", names, "--send", "--yes")
        second = run("email", folder, "--recipients", names, "--send", "--yes")
        third = run("email", folder, "--recipients", names, "--send", "--yes")
        other = run("email", folder, "--recipients", names, "--send", "--yes", "--subject", "Once more")
    assert (first.code, second.code, third.code, other.code) == (1, 0, 0, 0)
    assert "duplicate" in first.out
    assert "550 unknown" in first.out
    assert "already sent" in second.out
    assert "sent\t" not in third.out.replace("already sent\t", "")
    assert boxes.counts == {"a@acme.example": 2, "b@acme.example": 2}  # each once a subject
    assert "Zo" not in other.out


def test_a_lost_answer_is_uncertain_until_somebody_decides(run: Run, folder: Path, through: Through) -> None:
    names = a_list(folder / "l.csv", "A,a@acme.example,cto")
    with Breaking("dot") as server:
        through(server.port)
        first = run("email", folder, "--recipients", names, "--send", "--yes")
        again = run("email", folder, "--recipients", names, "--send", "--yes")
        assert len(server.delivered) == 1
        forced = run("email", folder, "--recipients", names, "--send", "--yes", "--resend-uncertain")
        assert len(server.delivered) == 2
    assert (first.code, again.code, forced.code) == (1, 1, 0)
    assert rows(again.out)["a@acme.example"][0] == "uncertain"
    ids = {data.partition(b"Message-ID: ")[2].partition(b"\r\n")[0] for data in server.delivered}
    assert len(ids) == 1  # mailboxes that know the first drop the second


def test_a_server_that_is_away_is_not_asked_two_hundred_times(run: Run, folder: Path, through: Through) -> None:
    names = a_list(folder / "l.csv", *(f"A,a{number}@acme.example,cto" for number in range(50)))
    through(free_port())
    result = run("email", folder, "--recipients", names, "--send", "--yes")
    assert result.code == 1
    assert result.out.count("not tried: no connection") == 49


def test_two_runs_at_once_do_not_send_twice(run: Run, folder: Path, through: Through) -> None:
    from briefing import files

    names = a_list(folder / "l.csv", "A,a@acme.example,cto")
    through(1)
    (folder / "sent").mkdir()
    with files.alone(folder / "sent" / "journal.jsonl.lock"):
        result = run("email", folder, "--recipients", names, "--send", "--yes")
    assert result.code == 2
    assert "another run is at work here" in result.err


def test_without_send_each_gets_a_draft(run: Run, folder: Path) -> None:
    names = a_list(folder / "l.csv", "Ada Roe,ada@acme.example,cto", "Zoë,zoe@acme.example,board")
    result = run("email", folder, "--recipients", names, "--output", folder / "drafts")
    assert result.code == 0
    drafts = sorted((folder / "drafts").glob("*.eml"))
    assert [path.name for path in drafts] == ["0002-ada@acme.example.eml", "0003-zoe@acme.example.eml"]
    message = email.message_from_bytes(drafts[1].read_bytes(), policy=email.policy.default)
    assert (message["X-Unsent"], str(message["To"])) == ("1", "Zoë <zoe@acme.example>")


# ---------------------------------------------------------------- killed half-way


def test_two_hundred_recipients_some_failing_killed_half_way_and_run_again(folder: Path) -> None:
    """Everybody gets it exactly once: ten of them only at the second or third try, one while the plug is pulled."""
    everybody = [f"r{number:03d}@acme.example" for number in range(200)]
    names = a_list(folder / "l.csv", *(f"R {address[1:4]},{address},cto" for address in everybody))
    boxes = Mailboxes()
    boxes.answers = {address: ["451 later"] for address in everybody[5::40]}  # fail once
    boxes.answers |= {address: ["drop"] for address in everybody[25::80]}  # the line breaks
    boxes.answers |= {address: ["450 greylisted"] * 3 for address in everybody[55::80]}  # fail in the whole first run
    with serving(boxes) as port:
        settings = {"HOST": "127.0.0.1", "PORT": port, "SECURITY": "none", "FROM": "me@acme.example"}
        settings |= {"RETRIES": 2, "BACKOFF": 0}
        environment = os.environ | {f"BRIEFING_SMTP_{key}": str(value) for key, value in settings.items()}
        words = ["email", str(folder), "--recipients", str(names), "--send", "--yes"]
        command = [sys.executable, "-m", "briefing", *words]
        first = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        # The message is in the mailbox, and the program dies before it hears of that.
        boxes.on_accept = lambda number: first.send_signal(signal.SIGKILL) if number == 100 else None
        first.communicate(timeout=120)
        assert first.returncode == -signal.SIGKILL
        assert len(boxes.delivered) == 100
        again = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
        third = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert boxes.counts == dict.fromkeys(everybody, 1)
    states = [state for state, _ in rows(again.stdout).values()]
    assert (states.count("uncertain"), states.count("failed")) == (1, 1)
    states = [state for state, _ in rows(third.stdout).values()]
    assert (states.count("uncertain"), states.count("sent") + states.count("already sent")) == (1, 199)
