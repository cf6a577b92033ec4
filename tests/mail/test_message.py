"""Names, subjects and file names in any script; nobody can end a header early; the bytes are the same every time."""

from __future__ import annotations

import email
import email.policy
import unicodedata
from collections.abc import Iterator
from email.header import decode_header, make_header
from email.message import EmailMessage
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.errors import InputError
from briefing.exports import mail
from briefing.exports.mail.headers import address_header, content, header
from briefing.exports.mail.naming import clean_name
from briefing.model.mail import Address, Attachment, Letter, one_line, read_address, read_addresses
from briefing.model.records import replace

LETTER = Letter(
    sender=Address("Me", "me@acme.example"),
    to=(Address("Ädä Röe", "ada@acme.example"), Address("Roe, Bob", "bob@acme.example")),
    cc=(),
    bcc=(Address("", "eve@acme.example"),),
    subject="Überblick",
    created="2026-07-31T00:00:00Z",
    key="k",
    text="Guten Tag\n.\nFrom here on\n",
    html="<p>Guten Tag</p>\n",
    picture=b"\x89PNG picture",
    picture_id="figure@acme.example",
    attachments=(Attachment("Überblick.pptx", "application/octet-stream", bytes(range(256)) * 40),),
)


def parsed(data: bytes) -> EmailMessage:
    found = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    return found


def parts(message: Any) -> Iterator[Any]:
    yield message
    if message.is_multipart():
        for part in message.iter_parts():
            yield from parts(part)


def defects(message: EmailMessage) -> list[Any]:
    return [
        *(defect for part in parts(message) for defect in part.defects),
        *(defect for part in parts(message) for value in part.values() for defect in getattr(value, "defects", ())),
    ]


# ---------------------------------------------------------------- the whole


def test_a_message_comes_back_as_it_was_put_together() -> None:
    message = parsed(mail.write(LETTER))
    assert defects(message) == []
    assert message["X-Unsent"] == "1"
    assert [(one.display_name, one.addr_spec) for one in message["To"].addresses] == [
        ("Ädä Röe", "ada@acme.example"),
        ("Roe, Bob", "bob@acme.example"),
    ]
    assert message["Date"].datetime.isoformat() == "2026-07-31T00:00:00+00:00"
    kinds = [part.get_content_type() for part in parts(message)]
    assert kinds == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "multipart/related",
        "text/html",
        "image/png",
        "application/octet-stream",
    ]
    plain = message.get_body(("plain",))
    assert plain is not None
    assert plain.get_content().replace("\r\n", "\n") == "Guten Tag\n.\nFrom here on\n"
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == "Überblick.pptx"
    assert attached.get_content() == bytes(range(256)) * 40


def test_lines_end_as_the_standard_wants_and_none_is_too_long() -> None:
    data = mail.write(LETTER)
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    assert max(map(len, data.split(b"\r\n"))) <= 78
    assert data.isascii()


def test_the_same_letter_gives_the_same_bytes_and_another_another_id() -> None:
    assert mail.write(LETTER) == mail.write(LETTER)
    assert mail.message_id(LETTER) != mail.message_id(replace(LETTER, key="another"))


def test_what_goes_out_is_no_draft_and_tells_nobody_of_bcc() -> None:
    message = parsed(mail.write(replace(LETTER, unsent=False)))
    assert message["X-Unsent"] is None
    assert message["Bcc"] is None
    hidden = parsed(mail.write(replace(LETTER, unsent=False, to=())))
    assert "undisclosed-recipients" in str(hidden["To"])


# ---------------------------------------------------------------- any script

WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn")), max_size=200)


@given(WORDS)
def test_any_subject_comes_back(text: str) -> None:
    text = " ".join(text.split())
    folded = header("Subject", text)
    assert max(map(len, folded.split("\r\n"))) <= 78
    message = email.message_from_string(f"{folded}\r\n\r\n")
    assert str(make_header(decode_header(message["Subject"]))) == text


@given(WORDS)
def test_any_name_comes_back_with_one_address(name: str) -> None:
    name = " ".join(name.split())
    written = address_header("To", [Address(name, "ada@acme.example"), Address("", "bob@acme.example")])
    message = email.message_from_string(f"{written}\r\n\r\n", policy=email.policy.default)
    assert [one.addr_spec for one in message["To"].addresses] == ["ada@acme.example", "bob@acme.example"]
    shown = message["To"].addresses[0].display_name
    assert "".join(shown.split()) == "".join(name.split())


@given(WORDS)
@example("<>")
@example("<a>")
def test_any_file_name_comes_back(name: str) -> None:
    name = one_line(name, "name") or "deck.pptx"
    written = content("application/pdf", "attachment", name)
    message = email.message_from_string(f"{written}\r\n\r\n", policy=email.policy.default)
    # Not get_filename(): it takes "<" and ">" round a name that is decoded already for quotation marks.
    assert message["Content-Disposition"].params["filename"] == name


@given(WORDS)
def test_clean_names_are_safe_and_keep_their_script(title: str) -> None:
    name = clean_name(title, "pptx")
    assert name.endswith(".pptx")
    assert not set(name) & set('\\/:*?"<>|\r\n\t')
    assert len(name) <= 120
    assert name == name.strip()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Acme: CTO briefing", "Acme - CTO briefing.pptx"),
        ("株式会社アクメ: CTO briefing", "株式会社アクメ - CTO briefing.pptx"),
        ("../../etc/passwd", "etc passwd.pptx"),
        ("CON", "briefing CON.pptx"),
        ("Acme\u202etxp.exe", "Acmetxp.exe.pptx"),
        ("", "briefing.pptx"),
    ],
)
def test_clean_names(title: str, name: str) -> None:
    assert clean_name(title, "pptx") == name


# ---------------------------------------------------------------- nobody ends a header early


@given(st.text(max_size=60), st.sampled_from("\r\n\0\x0b\x0c\x85\u2028\u2029\x1b\ud800"), st.text(max_size=60))
def test_a_line_break_is_refused_wherever_it_stands(before: str, sign: str, after: str) -> None:
    text = f"{before}{sign}{after}"
    for refused in (
        lambda: one_line(text, "here"),
        lambda: header("Subject", text),
        lambda: address_header("To", [Address(text, "a@acme.example")]),
        lambda: content("application/pdf", "attachment", text),
        lambda: read_address(f"{text} <a@acme.example>", "--to"),
        lambda: read_addresses((f"a{text}@acme.example",), "--to"),
    ):
        with pytest.raises(InputError):
            refused()


@given(st.text(max_size=80))
def test_whatever_is_taken_for_an_address_is_one(text: str) -> None:
    try:
        found = read_address(text, "--to")
    except InputError:
        return
    assert found.address.count("@") == 1
    assert not any(sign.isspace() or sign in '<>,;:()[]\\"' for sign in found.address)
    assert not any(unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") for sign in found.address + found.name)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ada@acme.example", [("", "ada@acme.example")]),
        ("Ada Roe <ada@acme.example>, bob@acme.example", [("Ada Roe", "ada@acme.example"), ("", "bob@acme.example")]),
        ('"Roe, Ada" <a@acme.example>; B <b@acme.example>', [("Roe, Ada", "a@acme.example"), ("B", "b@acme.example")]),
        ('"Ada \\"A\\" Roe" <ada@acme.example>', [('Ada "A" Roe', "ada@acme.example")]),
        ("ada@bücher.example", [("", "ada@xn--bcher-kva.example")]),
        ("用户@例子.example", [("", "用户@xn--fsqu00a.example")]),
        ("ada@ACME.example, Ada@acme.example", [("", "ada@acme.example")]),
    ],
)  # fmt: skip
def test_addresses_as_people_write_them(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.name, one.address) for one in read_addresses((text,), "--to")] == found


@pytest.mark.parametrize(
    "text",
    ["ada", "ada@", "@acme.example", "a b@acme.example", "ada@acme..example", "ada@-acme.example", "a@b@c d",
     ".ada@acme.example", "<ada@acme.example", f"{'a' * 65}@acme.example", "ada@acme.example>", "ada@[127.0.0.1]"],
)  # fmt: skip
def test_what_is_no_address_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(InputError) as stop:
        read_addresses((text,), "--to")
    assert "(--to)" in str(stop.value)


def test_a_local_part_beyond_ascii_is_written_as_it_is() -> None:
    letter = replace(LETTER, to=(Address("", "用户@acme.example"),))
    assert "\r\nTo: 用户@acme.example\r\n" in mail.write(letter).decode()
