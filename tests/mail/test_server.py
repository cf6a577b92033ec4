"""Where the mail server's settings come from, and what is refused."""

from __future__ import annotations

import pytest

from briefing.delivery.server import Server, read_server
from briefing.errors import WorkspaceError


def known(environment: dict[str, str] | None = None, text: str = "", password: str | None = None) -> Server:
    given = {f"BRIEFING_SMTP_{key}": value for key, value in (environment or {}).items()}
    return read_server(given, text, "mail.toml", lambda service, user: password)


def test_the_environment_goes_before_the_file() -> None:
    found = known({"HOST": "mail.acme.example"}, '[smtp]\nhost = "other"\nport = 2525\nuser = "me"\npassword = "p"\n')
    assert (found.host, found.port, found.user, found.password) == ("mail.acme.example", 2525, "me", "p")


@pytest.mark.parametrize(("security", "port"), [("starttls", 587), ("tls", 465), ("none", 25)])
def test_each_security_has_its_port(security: str, port: int) -> None:
    assert known({"HOST": "h", "SECURITY": security}).port == port


def test_the_key_ring_is_asked_last() -> None:
    assert known({"HOST": "h", "USER": "me"}, password="ringed").password == "ringed"
    assert known({"HOST": "h", "USER": "me", "PASSWORD": "said"}, password="ringed").password == "said"


def test_a_password_is_never_shown() -> None:
    found = known({"HOST": "h", "USER": "me", "PASSWORD": "secret"})
    assert "secret" not in repr(found) + str(found)


@pytest.mark.parametrize(
    ("environment", "text", "said"),
    [
        ({}, "", "no mail server is named; set BRIEFING_SMTP_HOST"),
        ({"HOST": "h", "SECURITY": "ssl"}, "", "choose starttls, tls or none"),
        ({"HOST": "h", "PORT": "many"}, "", "a number from 1 to 65535"),
        ({"HOST": "h", "USER": "me"}, "", "keyring set briefing me@h"),
        ({"HOST": "h", "USER": "me", "PASSWORD": "p", "SECURITY": "none"}, "", "unencrypted"),
        ({}, "[smtp]\nhots = 1\n", 'unknown key "hots" (mail.toml); did you mean "host"?'),
        ({}, "smtp = 1\n", "must be a table"),
        ({}, "[smtp\n", "not valid TOML"),
    ],
)
def test_what_is_refused(environment: dict[str, str], text: str, said: str) -> None:
    with pytest.raises(WorkspaceError) as stop:
        known(environment, text)
    assert said in str(stop.value)
