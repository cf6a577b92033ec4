"""Messages with their envelopes in, Outcomes out: SMTP with STARTTLS or TLS, login, SIZE, SMTPUTF8 and retries.

A server has taken a message only once it has seen the dot at the end. So the text goes first, then `commit` is called
(the caller writes down that it is about to happen), and only then the dot. Whatever fails before the dot can be tried
again; whatever fails between the dot and the answer is uncertain and is never tried again by itself.
"""

from __future__ import annotations

import contextlib
import select
import smtplib
import ssl
import time
from collections.abc import Callable, Sequence

from briefing.delivery.outcome import Outcome
from briefing.delivery.server import Server
from briefing.errors import DeliveryError
from briefing.model.mail import Envelope

_LONGEST_WAIT = 60.0
_PATIENCE = 10  # times as long: with the dot, a server takes over what it may have to store, scan and pass on
_PIECE = 65_536  # bytes sent in one go: the time limit is for each, so that a slow line is not taken for a dead one
_LISTEN = 0.01  # seconds, before the dot: what breaks now can still be tried again
Commit = Callable[[], None]


class _TryLater(Exception):  # noqa: N818 - no error: a reason to wait
    """Not sent, for a reason that may pass. connected: was there a session at all?"""

    def __init__(self, why: str, connected: bool = True) -> None:
        super().__init__(why)
        self.connected = connected


class _Never(Exception):  # noqa: N818 - no error: an answer
    """Not sent, and it will not be."""


class Connection:
    """A session with one server, opened when needed and kept for the next message."""

    def __init__(self, server: Server, sleep: Callable[[float], None] = time.sleep) -> None:
        self.server, self.sleep = server, sleep
        self._smtp: smtplib.SMTP | None = None

    def __enter__(self) -> Connection:
        return self

    def __exit__(self, *_: object) -> None:
        if self._smtp is not None:
            with contextlib.suppress(smtplib.SMTPException, OSError):
                self._smtp.quit()
            self._drop()

    def deliver(self, envelope: Envelope, message: bytes, commit: Commit) -> Outcome:
        """Send to all of the envelope; those who can be reached later are tried again by themselves.

        commit: called just before the message may count as taken, at each try. Raises DeliveryError where no message
        can be sent this way at all (login, certificate).
        """
        taken: list[str] = []
        refused: dict[str, str] = {}
        waiting = dict.fromkeys(envelope.recipients, "")
        connected = True
        for attempt in range(self.server.retries + 1):
            if attempt:
                self.sleep(min(self.server.backoff * 2 ** (attempt - 1), _LONGEST_WAIT))
            try:
                done = self._once(Envelope(envelope.sender, tuple(waiting)), message, commit)
            except _TryLater as reason:
                self._drop()
                waiting, connected = dict.fromkeys(waiting, str(reason)), reason.connected
                continue
            except _Never as answer:
                self._reset()
                done = Outcome("refused", str(answer), (), dict.fromkeys(waiting, str(answer)))
            if done.state == "uncertain":
                return Outcome("uncertain", done.reply, tuple(taken), refused | done.refused)
            taken += done.taken
            waiting = {who: why for who, why in done.refused.items() if why.startswith("4")}
            refused |= {who: why for who, why in done.refused.items() if who not in waiting}
            if not waiting:
                return Outcome("sent" if taken else "refused", done.reply, tuple(taken), refused)
        why = next(iter(waiting.values()))
        if not connected:
            raise DeliveryError(why, str(self.server), "check host, port and network; nothing was sent")
        return Outcome("sent" if taken else "failed", why, tuple(taken), refused | waiting)

    # ------------------------------------------------------------ one try

    def _once(self, envelope: Envelope, message: bytes, commit: Commit) -> Outcome:
        """One transaction. An Outcome whose refused may name recipients with 4xx, to be tried again."""
        try:
            smtp = self._open()
            options = _options(smtp, envelope, message)
            code, words = smtp.mail(envelope.sender, options)
            _expect(code, words)
            taken, refused = _recipients(smtp, envelope.recipients)
            if not taken:
                self._reset()
                return Outcome("refused", next(iter(refused.values())), (), refused)
            code, words = smtp.docmd("DATA")
            _expect(code, words, 354)
            _send(smtp, _stuffed(message))
            _still_there(smtp)
        except OSError as error:  # smtplib's own are OSErrors, too
            raise _TryLater(self._broken(error), self._smtp is not None) from None
        try:
            commit()
        except BaseException:
            self._drop()  # without the dot nothing was sent
            raise
        return self._finish(smtp, taken, refused)

    def _finish(self, smtp: smtplib.SMTP, taken: Sequence[str], refused: dict[str, str]) -> Outcome:
        """The dot and the server's answer to it."""
        patience = self.server.timeout * _PATIENCE
        try:
            if smtp.sock is not None:
                smtp.sock.settimeout(patience)
            smtp.send(b".\r\n")
            code, words = smtp.getreply()
            if smtp.sock is not None:
                smtp.sock.settimeout(self.server.timeout)
        except OSError as error:
            why = self._broken(error, patience)
            self._drop()
            return Outcome("uncertain", f"the whole message had gone out, then: {why}", (), refused)
        reply = _line(code, words)
        if 200 <= code < 300:
            return Outcome("sent", reply, tuple(taken), refused)
        if 400 <= code < 500:
            raise _TryLater(reply)
        if code < 0:
            self._drop()
            return Outcome("uncertain", "the server's answer could not be read", (), refused)
        raise _Never(reply)

    # ------------------------------------------------------------ the session

    def _open(self) -> smtplib.SMTP:
        """The session as it is, or a new one: connected, encrypted, logged in."""
        if self._smtp is not None:
            return self._smtp
        server = self.server
        try:
            context = _context(server.ca_file)
            smtp = (
                smtplib.SMTP_SSL(server.host, server.port, timeout=server.timeout, context=context)
                if server.security == "tls"
                else smtplib.SMTP(server.host, server.port, timeout=server.timeout)
            )
            self._smtp = smtp
            smtp.ehlo_or_helo_if_needed()
            if server.security == "starttls":
                smtp.starttls(context=context)
                smtp.ehlo()
            if server.user:
                smtp.login(server.user, server.password)
        except ssl.SSLCertVerificationError as error:
            remedy = "check the host's name; of a private authority, name its certificate: BRIEFING_SMTP_CA_FILE"
            raise self._hopeless(f"the server's certificate is not trusted: {error.verify_message}", remedy) from None
        except ssl.SSLError as error:
            remedy = "check port and security: 587 with starttls, 465 with tls"
            raise self._hopeless(f"no encrypted connection: {error.reason or error}", remedy) from None
        except smtplib.SMTPAuthenticationError as error:
            if 400 <= error.smtp_code < 500:
                raise _TryLater(_line(error.smtp_code, error.smtp_error)) from None
            words = _line(error.smtp_code, error.smtp_error)
            raise self._hopeless(f"the login is refused: {words}", "check user and password") from None
        except smtplib.SMTPNotSupportedError as error:
            remedy = "check port and security; without encryption nothing is sent unless security is none"
            raise self._hopeless(str(error).rstrip("."), remedy) from None
        except smtplib.SMTPResponseException as error:
            words = _line(error.smtp_code, error.smtp_error)
            if 400 <= error.smtp_code < 500:
                raise _TryLater(words) from None
            raise self._hopeless(f"the server will not talk to us: {words}", "ask its keeper") from None
        except smtplib.SMTPServerDisconnected:
            raise
        except smtplib.SMTPException as error:
            raise self._hopeless(str(error).rstrip("."), "ask the server's keeper how to log in") from None
        return smtp

    def _broken(self, error: OSError, waited: float = 0.0) -> str:
        """Why there is no answer, in words. waited: seconds, 0 for the usual time."""
        if isinstance(error, TimeoutError) or "timed out" in str(error):
            return f"no answer within {waited or self.server.timeout:g} s"
        if self._smtp is None:
            return f"no connection: {_reason(error)}"
        return "the connection was dropped"

    def _hopeless(self, what: str, remedy: str) -> DeliveryError:
        self._drop()
        return DeliveryError(what, f"{self.server.host}:{self.server.port}", remedy)

    def _reset(self) -> None:
        try:
            if self._smtp is not None:
                self._smtp.rset()
        except (smtplib.SMTPException, OSError):
            self._drop()

    def _drop(self) -> None:
        if self._smtp is not None:
            self._smtp.close()
        self._smtp = None


# ---------------------------------------------------------------- what is said


def _options(smtp: smtplib.SMTP, envelope: Envelope, message: bytes) -> list[str]:
    """SIZE and SMTPUTF8, where the server knows them. Raises _Never where it cannot take the message."""
    options = []
    if smtp.has_extn("size"):
        limit = smtp.esmtp_features.get("size", "")
        if limit.isdigit() and 0 < int(limit) < len(message):
            most, size = int(limit) / 1e6, len(message) / 1e6
            raise _Never(f"the server takes at most {most:.1f} MB, the message has {size:.1f} MB")
        options.append(f"SIZE={len(message)}")
    if not all(address.isascii() for address in (envelope.sender, *envelope.recipients)):
        if not smtp.has_extn("smtputf8"):
            raise _Never("the server takes no addresses beyond ASCII (it lacks SMTPUTF8)")
        smtp.command_encoding = "utf-8"
        options += ["SMTPUTF8", *(["BODY=8BITMIME"] if smtp.has_extn("8bitmime") else [])]
    else:
        smtp.command_encoding = "ascii"
    return options


def _recipients(smtp: smtplib.SMTP, recipients: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    taken, refused = [], {}
    for address in recipients:
        code, words = smtp.rcpt(address)
        if code == 421:
            raise _TryLater(_line(code, words))
        if code in (250, 251):
            taken.append(address)
        else:
            refused[address] = _line(code, words)
    return taken, refused


def _expect(code: int, words: bytes | str, wanted: int = 250) -> None:
    if code == wanted:
        return
    if 400 <= code < 500 or code < 0:
        raise _TryLater(_line(code, words))
    raise _Never(_line(code, words))


def _send(smtp: smtplib.SMTP, text: bytes) -> None:
    for start in range(0, len(text), _PIECE):
        smtp.send(text[start : start + _PIECE])


def _still_there(smtp: smtplib.SMTP) -> None:
    """A server that speaks or leaves before the end has not taken the message. Raises _TryLater, _Never or OSError."""
    sock = smtp.sock
    if sock is None or not select.select([sock], [], [], _LISTEN)[0]:
        return
    sock.settimeout(1.0)
    code, words = smtp.getreply()  # it says why, or this raises
    if 500 <= code < 600:
        raise _Never(_line(code, words))
    raise _TryLater(_line(code, words))


def _stuffed(message: bytes) -> bytes:
    """The message with dots at the beginning of lines doubled, ending with a line end, without the last dot."""
    doubled = message.replace(b"\r\n.", b"\r\n..")
    doubled = b"." + doubled if doubled.startswith(b".") else doubled
    return doubled if doubled.endswith(b"\r\n") else doubled + b"\r\n"


def _context(ca_file: str) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=ca_file or None)
    except OSError as error:
        raise DeliveryError(f"the certificates cannot be read: {_reason(error)}", ca_file, "check the file") from None


def _line(code: int, words: bytes | str) -> str:
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    printable = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(f"{code} {printable}".split())[:200]


def _reason(error: OSError) -> str:
    return (error.strerror or str(error) or type(error).__name__).lower()
