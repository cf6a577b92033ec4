"""A mail before it is bytes: who to, what it says, what hangs on it. Addresses are read here, so that none is ill."""

from __future__ import annotations

import re
import unicodedata

from briefing.errors import InputError
from briefing.model.records import dataclass

# Signs that end a line or that no reader sees: a header must never hold them.
_ENDING = frozenset(("Cc", "Zl", "Zp", "Cs"))
_LOCAL = re.compile(r"[^\s\"(),:;<>@\[\\\]]+")
_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")
_BRACKETED = re.compile(r"(?P<name>[^<>]*)<(?P<address>[^<>]*)>")
# Commas and semicolons between addresses, not those inside quotation marks or angle brackets.
_BETWEEN = re.compile(r'((?:[^",;<]|"(?:[^"\\]|\\.)*"|<[^>]*>?|")+)')


@dataclass(frozen=True, slots=True)
class Address:
    """name: as shown, "" for none. address: local@domain, the domain in ASCII (IDNA), the local part in any script."""

    name: str
    address: str

    @property
    def local(self) -> str:
        return self.address.rpartition("@")[0]

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2]

    @property
    def key(self) -> str:
        """By which two spellings of one mailbox are known to be one."""
        return self.address.casefold()

    def __str__(self) -> str:
        return f"{self.name} <{self.address}>" if self.name else self.address


@dataclass(frozen=True, slots=True)
class Attachment:
    """name: of the file, in any script. kind: MIME type."""

    name: str
    kind: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail. created: ISO 8601 with Z. key: what its Message-ID and boundaries follow from. unsent: marked as a draft.

    picture: PNG shown in the HTML under `picture_id`, b"" for none.
    """

    sender: Address | None
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    bcc: tuple[Address, ...]
    subject: str
    created: str
    key: str
    text: str
    html: str
    picture: bytes = b""
    picture_id: str = ""
    attachments: tuple[Attachment, ...] = ()
    unsent: bool = True

    @property
    def recipients(self) -> tuple[Address, ...]:
        """Everybody it goes to, each mailbox once."""
        return tuple({who.key: who for who in reversed((*self.to, *self.cc, *self.bcc))}.values())[::-1]


@dataclass(frozen=True, slots=True)
class Envelope:
    """What the server is told: MAIL FROM and RCPT TO, as bare addresses."""

    sender: str
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recipient:
    """One line of a list. audience: "" for the deck's own. line: where it stands in the list. problem: "" if none."""

    line: int
    address: Address
    audience: str
    problem: str = ""


def one_line(text: str, where: str) -> str:
    """The text, trimmed. Raises InputError where a line break or a control character would end a header early."""
    for sign in text:
        if unicodedata.category(sign) in _ENDING:
            what = "a line break" if sign in "\r\n\v\f\x85\u2028\u2029" else f"a control character (U+{ord(sign):04X})"
            raise InputError(f"{what} is not allowed here", where, "write it in one line")
    return text.strip()


def read_addresses(texts: tuple[str, ...], where: str) -> tuple[Address, ...]:
    """ "Ada <ada@acme.example>, bob@acme.example" → addresses, each mailbox once. Raises InputError."""
    found: dict[str, Address] = {}
    for text in texts:
        for part in _BETWEEN.findall(one_line(text, where)):
            if part.strip():
                address = read_address(part, where)
                found.setdefault(address.key, address)
    return tuple(found.values())


def read_address(text: str, where: str) -> Address:
    """One address with or without a name. Raises InputError that says what is wrong with it."""
    text = one_line(text, where)
    match = _BRACKETED.fullmatch(text)
    name, address = (match["name"].strip(), match["address"].strip()) if match else ("", text)
    if name[:1] == '"' and name[-1:] == '"' and len(name) > 1:
        name = re.sub(r"\\(.)", r"\1", name[1:-1]).strip()
    return Address(visible(name), _checked(address, where))


def visible(text: str) -> str:
    """Without marks that turn the direction of writing around or that nobody sees: names must not mislead.

    Joiners stay: some scripts need them.
    """
    kept = (sign for sign in text if unicodedata.category(sign) != "Cf" or sign in "\u200c\u200d")
    return unicodedata.normalize("NFC", "".join(kept))


def _checked(address: str, where: str) -> str:
    local, at, domain = unicodedata.normalize("NFC", address).rpartition("@")
    remedy = "write it as name@company.example"
    if not at or not local or not domain:
        raise InputError(f'this is no e-mail address: "{_short(address)}"', where, remedy)
    if not _LOCAL.fullmatch(local) or local != visible(local) or "" in local.split("."):
        raise InputError(f'the part before the @ is not valid: "{_short(address)}"', where, remedy)
    try:
        domain = domain if domain.isascii() else domain.encode("idna").decode("ascii")
    except UnicodeError:
        domain = ""
    if not all(_LABEL.fullmatch(label) for label in domain.split(".")):
        raise InputError(f'the part behind the @ is not valid: "{_short(address)}"', where, remedy)
    if len(local.encode()) > 64 or len(domain) > 253 or len(local.encode()) + len(domain) > 253:
        raise InputError(f'the address is too long: "{_short(address)}"', where, "64 characters may stand before the @")
    return f"{local}@{domain.lower()}"


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
