# ruff: noqa: F811 - fixtures are imported by name
"""`briefing email`: from a deck to a draft that mail programs open, and through a server on loopback."""

from __future__ import annotations

import email
import email.policy
import io
import re
import shutil
from collections.abc import Callable
from email.message import EmailMessage
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from briefing.exports.office import find_office
from tests.conftest import SEEDS, Run
from tests.mail.conftest import deck, decks, through  # noqa: F401
from tests.mail.servers import LOGIN, Breaking, Mailboxes, certificate, login, serving
from tests.mail.test_message import defects, parts

Through = Callable[..., None]


def read(path: Path) -> EmailMessage:
    found = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    return found


def bodies(message: EmailMessage) -> tuple[str, str]:
    found = [message.get_body((kind,)) for kind in ("plain", "html")]
    return tuple(part.get_content() for part in found if part is not None)  # type: ignore[return-value]


def draft(run: Run, deck: Path, tmp_path: Path, *more: object) -> EmailMessage:
    result = run("-q", "email", deck, "--output", tmp_path / "mail.eml", *more)
    assert result.code == 0, result.err
    assert result.out.strip() == str(tmp_path / "mail.eml")
    return read(tmp_path / "mail.eml")


# ---------------------------------------------------------------- the example


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from briefing import pipeline

    return pipeline.build(SEEDS, "cto", output=tmp_path_factory.mktemp("example")).paths[0]


def test_the_example_mail(run: Run, example: Path, tmp_path: Path) -> None:
    message = draft(run, example, tmp_path, "--to", "Ada Roe <ada@acme.example>", "--from", "me@acme.example")
    assert (tmp_path / "mail.eml").stat().st_size <= 400_000
    assert defects(message) == []
    assert message["X-Unsent"] == "1"
    (attached,) = message.iter_attachments()
    assert attached.get_content() == example.read_bytes()
    text, html = bodies(message)
    for said in (">$400M", "Company-stated", "Rumoured", "Not verified", "Sources", "Valuation by round", "[1–5]"):
        assert said in text
        assert said.replace(">", "&gt;") in html
    images = [part for part in parts(message) if part.get_content_type() == "image/png"]
    assert len(images) == 1
    assert f'src="cid:{images[0]["Content-ID"][1:-1]}"' in html
    with Image.open(io.BytesIO(images[0].get_content())) as picture:
        assert picture.format == "PNG"
        assert picture.width >= 800
    alternative = re.search(r'<img[^>]*alt="([^"]*)"', html)
    assert alternative
    assert "rumoured" in alternative[1]


def test_it_is_the_same_every_time(run: Run, example: Path, tmp_path: Path) -> None:
    for name in ("a.eml", "b.eml"):
        assert run("email", example, "--to", "ada@acme.example", "--output", tmp_path / name).code == 0
    assert (tmp_path / "a.eml").read_bytes() == (tmp_path / "b.eml").read_bytes()


# ---------------------------------------------------------------- what mail clients show


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, Any]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "img", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_one_that_mail_clients_render(run: Run, deck: Path, tmp_path: Path) -> None:
    _, html = bodies(draft(run, deck, tmp_path))
    page = _Page()
    page.feed(re.sub(r"<!--.*?-->", "", html))
    assert page.open == []
    names = {tag for tag, _ in page.tags}
    assert not names & {"script", "link", "iframe", "form", "object", "svg", "video", "input"}
    for tag, attributes in page.tags:
        assert attributes.get("src", "cid:").startswith("cid:")
        assert "url(" not in attributes.get("style", "")
        assert not any(key.startswith("on") for key in attributes)
        if tag == "table":
            assert attributes["role"] == "presentation"
        if tag in ("p", "h1", "h2", "td") and "class" in attributes:
            assert attributes["style"]
    assert "@import" not in html
    assert "prefers-color-scheme:dark" in html
    assert "max-width:600px" in html
    assert {"viewport", "color-scheme"} <= {
        attributes.get("name", "") for tag, attributes in page.tags if tag == "meta"
    }


@pytest.mark.parametrize("theme", ["boardroom", "midnight", "gazette"])
def test_every_colour_can_be_read_in_light_and_dark(theme: str) -> None:
    from briefing.exports.mail import palettes
    from briefing.model.color import contrast
    from tests.exports.framing import look

    found = palettes(look(theme))
    for colors in (found.light, found.dark):
        for role in ("tx1", "tx2", "accent1", "accent2", "accent3", "accent4", "accent5"):
            for ground in ("bg1", "bg2", *([f"tint-{role}"] if role != "tx1" else [])):
                assert contrast(colors[role], colors[ground]) >= 4.5, (theme, role, ground)


def test_hostile_words_of_a_source_do_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "01.txt").write_text(
        "Acme <script>alert(1)</script> raises $40 million\n\n"
        "Acme Robotics, a maker of <img src=x onerror=alert(2)> robots \u202egnp.exe, raised $40 million in a Series B "
        'round led by "Harbor & Sons" <b>Fund</b> in March 2026. Acme Robotics has 40 employees.\n'
    )
    (tmp_path / "seeds" / "01.json").write_text('{"url": "javascript:alert(3)", "title": "Acme\\r\\nBcc: x@y.example"}')
    assert run("-q", "build", "seeds").code == 0
    built = next((tmp_path / "output").glob("*.pptx"))
    message = draft(run, built, tmp_path)
    text, html = bodies(message)
    assert message["Bcc"] is None
    assert not re.search(r"<script|<img(?! class)|<b>Fund|javascript:", html)
    assert "\u202e" not in html + text
    assert defects(message) == []


# ---------------------------------------------------------------- choices


def test_names_subjects_and_files_in_any_script(run: Run, deck: Path, tmp_path: Path) -> None:
    message = draft(
        run, deck, tmp_path, "--to", "山田 太郎 <taro@例え.example>",
        "--cc", '"Roe, Ádá" <ada@acme.example>, bob@acme.example', "--subject", "Übersicht: アクメ 🤖",
    )  # fmt: skip
    assert message["Subject"] == "Übersicht: アクメ 🤖"
    assert [one.display_name for one in message["To"].addresses] == ["山田 太郎"]
    assert [one.addr_spec for one in message["Cc"].addresses] == ["ada@acme.example", "bob@acme.example"]
    assert defects(message) == []


@pytest.mark.parametrize("option", ["--to", "--cc", "--bcc", "--from", "--subject"])
@pytest.mark.parametrize("sign", ["\n", "\r", "\r\nBcc: eve@evil.example", "\u2028", "\x85"])
def test_no_argument_can_add_a_header(run: Run, deck: Path, option: str, sign: str) -> None:
    result = run("email", deck, option, f"Ada{sign} <ada@acme.example>")
    assert result.code == 2
    assert len(result.err.strip().splitlines()) == 1
    assert option in result.err
    assert not list(deck.parent.glob("*.eml"))


def test_an_audience_of_ones_choice(run: Run, deck: Path, tmp_path: Path) -> None:
    message = draft(run, deck, tmp_path, "--audience", "board")
    assert "Board briefing" in str(message["Subject"])
    assert run("email", deck, "--audience", "bord").err.endswith('did you mean "board"?\n')


def test_what_changed_since_an_older_deck(run: Run, deck: Path, tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    old = "Acme Robotics raises $12 million\n\nAcme Robotics has raised a $12 million Series A in May 2024.\n"
    (tmp_path / "old" / "01.txt").write_text(old)
    assert run("-q", "build", "old", "--output", tmp_path / "before").code == 0
    before = next((tmp_path / "before").glob("*.pptx"))
    text, html = bodies(draft(run, deck, tmp_path, "--since", before))
    assert "What changed" in text
    assert re.search(r"- New: .*\$40", text)
    assert "What changed" in html
    plain, _ = bodies(draft(run, deck, tmp_path))
    assert "What changed" not in plain
    same, _ = bodies(draft(run, deck, tmp_path, "--since", deck))
    assert "- No fact has changed" in same


@pytest.mark.skipif(not find_office(), reason="LibreOffice is not installed")
def test_a_pdf_beside_the_deck(run: Run, deck: Path, tmp_path: Path) -> None:
    message = draft(run, deck, tmp_path, "--attach", "pptx,pdf")
    names = [part.get_filename() for part in message.iter_attachments()]
    assert names == ["Acme Robotics - CTO briefing.pptx", "Acme Robotics - CTO briefing.pdf"]
    assert list(message.iter_attachments())[1].get_content()[:5] == b"%PDF-"


def test_a_deck_without_briefing_needs_one(run: Run, decks: Path, tmp_path: Path) -> None:
    from pptx import Presentation

    Presentation().save(str(tmp_path / "other.pptx"))
    refused = run("email", "other.pptx")
    assert refused.code == 2
    assert "--model" in refused.err
    message = draft(run, tmp_path / "other.pptx", tmp_path, "--model", decks / "acme-robotics.briefing.json")
    assert "Acme Robotics" in str(message["Subject"])


# ---------------------------------------------------------------- size


def test_too_large_says_what_to_drop(run: Run, deck: Path, tmp_path: Path) -> None:
    result = run("email", deck, "--max-size", "60kB", "--output", tmp_path / "mail.eml")
    assert result.code == 2
    assert re.search(
        r"the message has \d+ kB, at most 60 kB are allowed \(before encoding: the deck \d+ kB\)", result.err
    )
    assert not (tmp_path / "mail.eml").exists()
    assert "write it as 10MB" in run("email", deck, "--max-size", "huge").err


def test_pictures_are_made_smaller_where_asked(run: Run, deck: Path, tmp_path: Path) -> None:
    from pptx import Presentation

    noise = Image.effect_noise((2400, 1600), 90).convert("RGB")
    noise.save(tmp_path / "noise.jpg", quality=95)
    opened: Any = Presentation(str(deck))
    opened.slides[1].shapes.add_picture(str(tmp_path / "noise.jpg"), 0, 0)
    opened.save(str(tmp_path / "large.pptx"))
    assert run("email", "large.pptx", "--max-size", "1.5MB").code == 2
    result = run("email", "large.pptx", "--max-size", "1.5MB", "--downscale", "--output", tmp_path / "mail.eml")
    assert result.code == 0, result.err
    assert "made smaller: 1 picture" in result.err
    (attached,) = read(tmp_path / "mail.eml").iter_attachments()
    assert (tmp_path / "mail.eml").stat().st_size <= 1_500_000
    assert len(Presentation(io.BytesIO(attached.get_content())).slides) == len(opened.slides)


# ---------------------------------------------------------------- metadata


def test_a_deck_that_came_back_is_scrubbed_and_the_report_says_of_what(run: Run, deck: Path, tmp_path: Path) -> None:
    from pptx import Presentation

    opened: Any = Presentation(str(deck))
    opened.core_properties.author = "Jane Roe"
    opened.slides[1]._element.set("show", "0")
    opened.save(str(tmp_path / "back.pptx"))
    result = run("email", "back.pptx", "--output", tmp_path / "mail.eml")
    assert result.code == 0
    assert "left out of the attached deck: author: Jane Roe" in result.err
    assert "left out of the attached deck: hidden slide 2" in result.err
    (attached,) = read(tmp_path / "mail.eml").iter_attachments()
    sent = Presentation(io.BytesIO(attached.get_content()))
    assert sent.core_properties.author == ""
    assert len(sent.slides) == len(opened.slides) - 1
    kept = draft(run, tmp_path / "back.pptx", tmp_path, "--keep-metadata")
    assert next(iter(kept.iter_attachments())).get_content() == (tmp_path / "back.pptx").read_bytes()


# ---------------------------------------------------------------- sending


def test_sending_keeps_a_copy_and_tells_who_was_refused(
    run: Run,
    deck: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    boxes = Mailboxes()
    boxes.answers = {"bob@acme.example": ["550 no such user"]}
    context, authority = certificate(tmp_path)
    with serving(boxes, tls_context=context, require_starttls=True, **login(boxes)) as port:
        settings = {"HOST": "localhost", "PORT": port, "USER": LOGIN[0], "PASSWORD": LOGIN[1], "CA_FILE": authority}
        for key, value in settings.items():
            monkeypatch.setenv(f"BRIEFING_SMTP_{key}", str(value))
        result = run(
            "email", deck, "--to", "ada@acme.example,bob@acme.example", "--bcc", "eve@acme.example",
            "--from", "Me <me@acme.example>", "--send", "--yes", "--sent", tmp_path / "sent",
        )  # fmt: skip
    assert result.code == 1
    assert "refused: bob@acme.example: 550 no such user" in result.err
    assert (boxes.tls, boxes.logins) == (1, 1)
    ((sender, recipients, data),) = boxes.delivered
    assert (sender, recipients) == ("me@acme.example", ("ada@acme.example", "eve@acme.example"))
    assert b"eve@" not in data
    assert b"X-Unsent" not in data
    assert Path(result.out.strip()).read_bytes() == data
    assert LOGIN[1] not in result.out + result.err


def test_nothing_is_sent_unasked(run: Run, deck: Path, through: Through) -> None:
    boxes = Mailboxes()
    with serving(boxes) as port:
        through(port)
        result = run("email", deck, "--to", "ada@acme.example", "--send")
    assert result.code == 2
    assert "--yes" in result.err
    assert not boxes.delivered


def test_a_dry_run_shows_the_envelope_and_touches_nothing(
    run: Run, deck: Path, tmp_path: Path, through: Through
) -> None:
    through(1)
    folder = Path(shutil.copytree(deck.parent, tmp_path / "decks"))
    before = sorted(folder.rglob("*"))
    result = run("email", folder / deck.name, "--to", "Ada <ada@acme.example>", "--send", "--dry-run")
    assert result.code == 0
    for said in ("Server: 127.0.0.1:1", "To: Ada <ada@acme.example>", "Attached: Acme Robotics - CTO briefing.pptx"):
        assert said in result.out
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize(
    ("script", "said"),
    [
        (("dot",), "the server may or may not have taken the message"),
        (("mail",) * 3, "the message was not sent: ada@acme.example: the connection was dropped"),
    ],
)
def test_what_did_not_arrive_is_one_line(
    run: Run,
    deck: Path,
    through: Through,
    script: tuple[str, ...],
    said: str,
) -> None:
    with Breaking(*script) as server:
        through(server.port)
        result = run("-q", "email", deck, "--to", "ada@acme.example", "--send", "--yes")
    assert result.code == 2
    assert said in result.err.splitlines()[-1]


def test_a_password_in_a_file_that_others_may_read_is_not_used(run: Run, deck: Path, tmp_path: Path) -> None:
    path = tmp_path / "mail.toml"
    path.write_text('[smtp]\nhost = "mail.acme.example"\nuser = "me@acme.example"\npassword = "secret"\n')
    path.chmod(0o644)
    result = run("email", deck, "--to", "ada@acme.example", "--send", "--yes", "--config", path)
    assert result.code == 2
    assert "chmod 600" in result.err
    assert "secret" not in result.err
