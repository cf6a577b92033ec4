"""What a mail server does to us, and what we make of it. Everything runs against real servers on loopback."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from briefing.delivery.outcome import Outcome
from briefing.delivery.server import Server
from briefing.delivery.smtp import Connection
from briefing.errors import DeliveryError
from briefing.model.mail import Envelope
from tests.mail.servers import LOGIN, Breaking, Mailboxes, certificate, free_port, login, serving

MESSAGE = b"Subject: hello\r\n\r\n" + b"".join(b"line %d\r\n" % number for number in range(400)) + b".hidden dot\r\n"
LARGE = MESSAGE + (b"x" * 70 + b"\r\n") * 150_000  # more than sockets hold: the middle is seen before the end is sent
TO_ADA = Envelope("me@acme.example", ("ada@acme.example",))


def plain(port: int, **more: Any) -> Server:
    return Server("127.0.0.1", port, "none", **{"timeout": 5.0, "retries": 2, "backoff": 0.0, **more})


def deliver(known: Server, envelope: Envelope = TO_ADA, message: bytes = MESSAGE) -> tuple[Outcome, list[str]]:
    """The outcome, and what was written down or waited for on the way."""
    told: list[str] = []
    with Connection(known, lambda seconds: told.append(f"wait {seconds:g}")) as connection:
        outcome = connection.deliver(envelope, message, lambda: told.append("intent"))
    return outcome, told


# ---------------------------------------------------------------- what goes well


def test_a_message_arrives_as_it_was_written() -> None:
    boxes = Mailboxes()
    with serving(boxes) as port:
        outcome, told = deliver(plain(port))
    assert outcome.state == "sent"
    assert outcome.reply == "250 taken"
    assert boxes.delivered == [("me@acme.example", ("ada@acme.example",), MESSAGE)]
    assert told == ["intent"]


def test_starttls_with_login(tmp_path: Path) -> None:
    boxes = Mailboxes()
    context, authority = certificate(tmp_path)
    with serving(boxes, tls_context=context, require_starttls=True, **login(boxes)) as port:
        known = Server("localhost", port, "starttls", *LOGIN, ca_file=str(authority), timeout=5)
        outcome, _ = deliver(known)
    assert (outcome.state, boxes.tls, boxes.logins) == ("sent", 1, 1)


@pytest.mark.filterwarnings("ignore:Requiring AUTH")
def test_tls_from_the_first_byte_with_login(tmp_path: Path) -> None:
    boxes = Mailboxes()
    context, authority = certificate(tmp_path)
    with serving(boxes, ssl_context=context, auth_require_tls=False, **login(boxes)) as port:
        known = Server("localhost", port, "tls", *LOGIN, ca_file=str(authority), timeout=5)
        outcome, _ = deliver(known)
    assert (outcome.state, len(boxes.delivered), boxes.logins) == ("sent", 1, 1)


def test_one_session_serves_many_messages(tmp_path: Path) -> None:
    with Breaking() as server, Connection(plain(server.port)) as connection:
        for _ in range(5):
            assert connection.deliver(TO_ADA, MESSAGE, lambda: None).state == "sent"
        assert server.connections == 1
        assert len(server.delivered) == 5


# ---------------------------------------------------------------- what is refused


def test_a_wrong_password_is_no_reason_to_try_again(tmp_path: Path) -> None:
    boxes = Mailboxes()
    context, authority = certificate(tmp_path)
    with serving(boxes, tls_context=context, **login(boxes)) as port:
        known = Server("localhost", port, "starttls", LOGIN[0], "wrong", ca_file=str(authority), timeout=5)
        with pytest.raises(DeliveryError, match="login is refused"):
            deliver(known)
    assert not boxes.delivered


def test_a_certificate_of_nobody_known_is_refused(tmp_path: Path) -> None:
    context, _ = certificate(tmp_path)
    with (
        serving(Mailboxes(), tls_context=context) as port,
        pytest.raises(DeliveryError, match="certificate is not trusted"),
    ):
        deliver(Server("localhost", port, "starttls", timeout=5))


def test_nothing_goes_out_unencrypted_where_starttls_is_wanted() -> None:
    boxes = Mailboxes()
    with serving(boxes) as port, pytest.raises(DeliveryError, match="STARTTLS"):
        deliver(Server("localhost", port, "starttls", timeout=5))
    assert not boxes.delivered


def test_tls_against_a_plain_port_says_what_to_check() -> None:
    with serving(Mailboxes()) as port, pytest.raises(DeliveryError) as stop:
        deliver(Server("localhost", port, "tls", timeout=5))
    assert "587 with starttls" in str(stop.value)


def test_refused_recipients_are_told_one_by_one() -> None:
    boxes = Mailboxes()
    boxes.answers = {"bob@acme.example": ["550 no such user"], "cy@acme.example": ["551 moved"]}
    envelope = Envelope("me@acme.example", ("ada@acme.example", "bob@acme.example", "cy@acme.example"))
    with serving(boxes) as port:
        outcome, _ = deliver(plain(port), envelope)
    assert (outcome.state, outcome.taken) == ("sent", ("ada@acme.example",))
    assert outcome.refused == {"bob@acme.example": "550 no such user", "cy@acme.example": "551 moved"}


def test_nobody_taken_is_refused_and_writes_no_intent() -> None:
    boxes = Mailboxes()
    boxes.answers = {"ada@acme.example": ["550 no"]}
    with serving(boxes) as port:
        outcome, told = deliver(plain(port))
    assert outcome.state == "refused"
    assert told == []


def test_those_put_off_are_tried_again_alone() -> None:
    boxes = Mailboxes()
    boxes.answers = {"bob@acme.example": ["451 later", "451 later"]}
    envelope = Envelope("me@acme.example", ("ada@acme.example", "bob@acme.example"))
    with serving(boxes) as port:
        outcome, told = deliver(plain(port, backoff=3.0), envelope)
    assert outcome.state == "sent"
    assert boxes.counts == {"ada@acme.example": 1, "bob@acme.example": 1}
    assert told == ["intent", "wait 3", "wait 6", "intent"]


def test_put_off_for_good_is_failed() -> None:
    boxes = Mailboxes()
    boxes.answers = {"ada@acme.example": ["451 later"] * 9}
    with serving(boxes) as port:
        outcome, told = deliver(plain(port, backoff=1.0))
    assert (outcome.state, outcome.reply) == ("failed", "451 later")
    assert told == ["wait 1", "wait 2"]


def test_a_message_over_the_servers_size_is_not_even_begun() -> None:
    boxes = Mailboxes()
    with serving(boxes, data_size_limit=3_000) as port:
        outcome, told = deliver(plain(port))
    assert outcome.state == "refused"
    assert "the server takes at most 0.0 MB" in outcome.reply
    assert told == []


def test_refused_after_the_dot_is_final_and_the_session_goes_on() -> None:
    boxes = Mailboxes()
    boxes.after_dot = ["554 looks like spam"]
    with serving(boxes) as port, Connection(plain(port)) as connection:
        first = connection.deliver(TO_ADA, MESSAGE, lambda: None)
        second = connection.deliver(TO_ADA, MESSAGE, lambda: None)
    assert (first.state, first.reply) == ("refused", "554 looks like spam")
    assert second.state == "sent"


def test_put_off_after_the_dot_is_tried_again() -> None:
    boxes = Mailboxes()
    boxes.after_dot = ["451 out of disk"]
    with serving(boxes) as port:
        outcome, _ = deliver(plain(port))
    assert outcome.state == "sent"
    assert len(boxes.delivered) == 1


# ---------------------------------------------------------------- names in any script


def test_an_address_beyond_ascii_goes_to_servers_that_know_how() -> None:
    boxes = Mailboxes()
    envelope = Envelope("me@acme.example", ("ädä@acme.example",))
    with serving(boxes, enable_SMTPUTF8=True) as port:
        assert deliver(plain(port), envelope)[0].state == "sent"
    assert boxes.counts == {"ädä@acme.example": 1}


def test_to_other_servers_it_is_refused_with_the_reason() -> None:
    boxes = Mailboxes()
    with serving(boxes, enable_SMTPUTF8=False) as port:
        outcome, _ = deliver(plain(port), Envelope("me@acme.example", ("ädä@acme.example",)))
    assert outcome.state == "refused"
    assert "SMTPUTF8" in outcome.reply


# ---------------------------------------------------------------- what breaks


@pytest.mark.parametrize("where", ["greeting", "mail", "rcpt", "data", "body", "busy"])
def test_a_connection_dropped_before_the_dot_is_tried_again(where: str) -> None:
    with Breaking(where) as server:
        outcome, told = deliver(plain(server.port), message=LARGE)
    assert outcome.state == "sent", outcome
    assert len(server.delivered) == 1
    assert told[0] == "wait 0"


def test_a_connection_dropped_after_the_dot_is_uncertain_and_never_tried_again() -> None:
    with Breaking("dot") as server:
        outcome, told = deliver(plain(server.port))
    assert outcome.state == "uncertain"
    assert len(server.delivered) == 1
    assert told == ["intent"]


def test_no_answer_to_the_dot_is_uncertain() -> None:
    with Breaking("hang-dot") as server:
        outcome, _ = deliver(plain(server.port, timeout=0.3))
        assert server.connections == 1
    assert outcome.state == "uncertain"
    assert "no answer within 3 s" in outcome.reply


def test_no_answer_before_is_tried_again() -> None:
    with Breaking("hang-mail") as server:
        outcome, _ = deliver(plain(server.port, timeout=0.3))
    assert outcome.state == "sent"


def test_a_server_that_refuses_in_the_middle_of_the_text_is_believed() -> None:
    with Breaking("full", "full", "full") as server:
        outcome, told = deliver(plain(server.port), message=LARGE)
    assert outcome.state in ("refused", "failed")
    assert "intent" not in told
    assert not server.delivered


def test_nobody_there_is_said_in_one_line() -> None:
    with pytest.raises(DeliveryError, match="no connection: connection refused") as stop:
        deliver(plain(free_port()))
    assert "\n" not in str(stop.value)


def test_a_journal_that_cannot_be_written_sends_nothing() -> None:
    def full() -> None:
        raise OSError("disk full")

    boxes = Mailboxes()
    with serving(boxes) as port, Connection(plain(port)) as connection, pytest.raises(OSError, match="disk full"):
        connection.deliver(TO_ADA, MESSAGE, full)
    assert not boxes.delivered
