"""Environment, keyring or a private file in, the mail server to use out; a password is never on the command line."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from typing import Any, Literal

from briefing.errors import WorkspaceError, nearest
from briefing.model.records import dataclass

Security = Literal["starttls", "tls", "none"]
_PREFIX = "BRIEFING_SMTP_"
_KEYS = ("host", "port", "security", "user", "password", "from", "ca_file", "timeout", "retries", "backoff")
_PORTS: Mapping[str, int] = {"starttls": 587, "tls": 465, "none": 25}
_LOCAL = frozenset(("localhost", "127.0.0.1", "::1"))
KEYRING = "briefing"


class Secret(str):
    """Text that does not show itself in messages and tracebacks."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "'…'" if self else "''"


@dataclass(frozen=True, slots=True)
class Server:
    """security: STARTTLS, TLS from the first byte, or none. sender: used where --from is not given, "" for none.

    timeout: seconds without an answer, ten times as long at the end of a message. retries: further tries after a
    temporary failure, `backoff` seconds before the first, twice as long before each next. ca_file: certificates to
    trust besides the system's, "" for none.
    """

    host: str
    port: int
    security: Security = "starttls"
    user: str = ""
    password: str = Secret()
    sender: str = ""
    ca_file: str = ""
    timeout: float = 60.0
    retries: int = 3
    backoff: float = 2.0

    def __str__(self) -> str:
        how = {"starttls": "STARTTLS", "tls": "TLS", "none": "no encryption"}[self.security]
        return f"{self.host}:{self.port} ({how}{f', as {self.user}' if self.user else ''})"


def read_server(
    environment: Mapping[str, str], text: str, path: str, keyring: Callable[[str, str], str | None]
) -> Server:
    """The environment's BRIEFING_SMTP_*, then the file's keys, then (for the password) the keyring.

    text: the settings file as TOML, "" without one; path: its name. keyring: service and user → password, None if it
    has none. Raises WorkspaceError.
    """
    settings = _of_file(text, path) | _of_environment(environment)
    host = str(settings.get("host", ""))
    if not host:
        remedy = f"set {_PREFIX}HOST, or write host = … into {path}"
        raise WorkspaceError("no mail server is named", "", remedy)
    security = str(settings.get("security", "starttls")).lower()
    if security not in _PORTS:
        raise WorkspaceError(f'unknown security "{security}"', f"mail server {host}", "choose starttls, tls or none")
    user = str(settings.get("user", ""))
    password = str(settings.get("password", "")) or (user and keyring(KEYRING, f"{user}@{host}")) or ""
    if user and not password:
        remedy = f"set {_PREFIX}PASSWORD, or store it: keyring set {KEYRING} {user}@{host}"
        raise WorkspaceError(f"there is no password for {user}", f"mail server {host}", remedy)
    if password and security == "none" and host not in _LOCAL:
        raise WorkspaceError("a password would go out unencrypted", f"mail server {host}", "use starttls or tls")
    return Server(
        host,
        int(_number(settings, "port", _PORTS[security], 1, 65535)),
        security,  # type: ignore[arg-type]
        user,
        Secret(password),
        str(settings.get("from", "")),
        str(settings.get("ca_file", "")),
        _number(settings, "timeout", 60.0, 0.1, 3600),
        int(_number(settings, "retries", 3, 0, 20)),
        _number(settings, "backoff", 2.0, 0, 600),
    )


def stored_password(service: str, name: str) -> str | None:
    """A password from the system's key ring, where the library for it is installed and has one."""
    try:
        import keyring
    except ImportError:
        return None
    try:
        return keyring.get_password(service, name)
    except Exception:  # a locked or missing key ring is none; backends raise what they like
        return None


def _of_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    found = {key: environment.get(_PREFIX + key.upper(), "") for key in _KEYS}
    return {key: value for key, value in found.items() if value}


def _of_file(text: str, path: str) -> dict[str, Any]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise WorkspaceError(f"this is not valid TOML: {error}", path, "mend the line it names") from None
    table = data.get("smtp", {})
    if not isinstance(table, dict):
        raise WorkspaceError('"smtp" must be a table', path, "write it as [smtp]")
    for key in [*(key for key in data if key != "smtp"), *(key for key in table if key not in _KEYS)]:
        raise WorkspaceError(f'unknown key "{key}"', path, nearest(key, _KEYS))
    return table


def _number(settings: Mapping[str, Any], key: str, default: float, low: float, high: float) -> float:
    try:
        value = float(settings.get(key, default))
    except (TypeError, ValueError):
        value = float("nan")
    if not low <= value <= high:
        raise WorkspaceError(f'"{key}" of the mail server must be a number from {low:g} to {high:g}', "", "mend it")
    return value
