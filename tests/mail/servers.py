"""Real mail servers on loopback: one that behaves (aiosmtpd, with TLS, login, limits), one that breaks off as told."""

from __future__ import annotations

import socket
import ssl
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, Session

LOGIN = ("postmaster", "correct horse")


class Mailboxes:
    """What was delivered, and the answers that were scripted. answers: address → replies to RCPT, used up in order."""

    def __init__(self) -> None:
        self.delivered: list[tuple[str, tuple[str, ...], bytes]] = []
        self.answers: dict[str, list[str]] = {}
        self.after_dot: list[str] = []
        self.on_accept: Callable[[int], None] = lambda number: None
        self.logins = 0
        self.tls = 0

    @property
    def counts(self) -> Counter[str]:
        return Counter(address for _, addresses, _ in self.delivered for address in addresses)

    async def handle_RCPT(  # noqa: N802
        self, server: Any, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        waiting = self.answers.get(address, [])
        reply = waiting.pop(0) if waiting else "250 OK"
        if reply.startswith("drop"):
            server.transport.abort()
            return "421 gone"
        if reply.startswith("250"):
            envelope.rcpt_tos.append(address)
        return reply

    async def handle_DATA(self, server: Any, session: Session, envelope: Envelope) -> str:  # noqa: N802
        reply = self.after_dot.pop(0) if self.after_dot else "250 taken"
        if reply.startswith("250"):
            self.tls += session.ssl is not None
            self.delivered.append((envelope.mail_from or "", tuple(envelope.rcpt_tos), bytes(envelope.content or b"")))
            self.on_accept(len(self.delivered))
        return reply


@contextmanager
def serving(boxes: Mailboxes, **options: Any) -> Iterator[int]:
    """The port of a running server. options: those of aiosmtpd's SMTP, and ssl_context for TLS from the first byte."""
    port = free_port()
    controller = Controller(boxes, hostname="127.0.0.1", port=port, **{"ready_timeout": 20, **options})
    controller.start()
    try:
        yield port
    finally:
        controller.stop()


def login(boxes: Mailboxes) -> dict[str, Any]:
    """Options of a server that wants a login."""

    def check(server: Any, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
        good = (data.login, data.password) == (LOGIN[0].encode(), LOGIN[1].encode())
        boxes.logins += good
        return AuthResult(success=good, handled=good)

    return {"authenticator": check, "auth_required": True}


def certificate(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """A server's side with a certificate for localhost, and the file of the authority that signed it."""
    import trustme

    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost", "127.0.0.1").configure_cert(context)
    path = folder / "authority.pem"
    authority.cert_pem.write_to_path(str(path))
    return context, path


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


class Breaking:
    """A server that breaks off. script: one entry a connection, "ok" once it is used up:

    "greeting", "mail", "rcpt", "data", "body" (in the middle), "dot" (after the dot, before its answer): gone there;
    "hang-mail", "hang-dot": no answer there; "busy": 421 at the beginning; "full": 552 in the middle of the text.
    """

    def __init__(self, *script: str) -> None:
        self.script = list(script)
        self.delivered: list[bytes] = []
        self.connections = 0
        self._listening = socket.socket()
        self._listening.bind(("127.0.0.1", 0))
        self._listening.listen(8)
        self.port: int = self._listening.getsockname()[1]
        self._open: list[socket.socket] = []
        threading.Thread(target=self._serve, daemon=True).start()

    def __enter__(self) -> Breaking:
        return self

    def __exit__(self, *_: object) -> None:
        self._listening.close()
        for connection in self._open:
            connection.close()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            self._open.append(connection)
            self.connections += 1
            act = self.script.pop(0) if self.script else "ok"
            threading.Thread(target=self._talk, args=(connection, act), daemon=True).start()

    def _talk(self, connection: socket.socket, act: str) -> None:
        with suppress(OSError, ValueError):
            self._session(connection, act)
        if not act.startswith("hang"):
            connection.close()

    def _session(self, connection: socket.socket, act: str) -> None:
        if act == "greeting":
            return
        stream = connection.makefile("rwb")

        def say(line: str) -> None:
            stream.write(line.encode() + b"\r\n")
            stream.flush()

        say("421 busy" if act == "busy" else "220 breaking")
        while command := stream.readline().strip().upper():
            word = command.split(b":")[0].split(b" ")[0].decode().lower()
            if word == act:
                return
            if act == f"hang-{word}":
                threading.Event().wait(30)
            if word == "data":
                say("354 go on")
                if not self._text(stream, act, say):
                    return
            elif word == "quit":
                say("221 bye")
                return
            else:
                say("250 OK")

    def _text(self, stream: Any, act: str, say: Callable[[str], None]) -> bool:
        lines: list[bytes] = []
        while (line := stream.readline()) != b".\r\n":
            if not line:
                return False
            lines.append(line)
            if len(lines) == 20 and act in ("body", "full"):
                if act == "full":
                    say("552 mailbox full")
                    threading.Event().wait(0.2)
                return False
        if act == "dot":
            self.delivered.append(b"".join(lines))
            return False
        if act == "hang-dot":
            self.delivered.append(b"".join(lines))
            threading.Event().wait(30)
        self.delivered.append(b"".join(lines))
        say("250 taken")
        return True
