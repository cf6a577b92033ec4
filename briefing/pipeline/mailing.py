"""A deck → its mail as a draft: what the deck carries, digested, drawn, scrubbed, attached and weighed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import files
from briefing.errors import InputError, WorkspaceError, nearest
from briefing.model.mail import Address, Attachment, Letter, one_line
from briefing.model.records import dataclass, replace
from briefing.pipeline.evidence import Extraction
from briefing.pipeline.keeping import edited
from briefing.pipeline.looks import audience, audiences
from briefing.pipeline.naming import created

if TYPE_CHECKING:
    from briefing.model.audience import Audience
    from briefing.model.briefing import Briefing
    from briefing.model.digest import Digest

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
FORMATS = ("pptx", "pdf")
_LEFT_OUT = "left out of the attached deck: "
_HIDDEN = f"{_LEFT_OUT}hidden slide"
_UNITS = {"": 1, "b": 1, "kb": 1_000, "mb": 1_000_000, "gb": 1_000_000_000, "kib": 1 << 10, "mib": 1 << 20}


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a mail should be. subject, audience: "" for the deck's own. attach: formats. most: bytes of the message.

    downscale: make pictures smaller until it fits. model: a briefing instead of the one the deck carries. since: an
    older deck or briefing to tell the changes from. keep_metadata: attach the deck as it is.
    """

    sender: Address | None = None
    subject: str = ""
    audience: str = ""
    attach: tuple[str, ...] = ("pptx",)
    most: int = 10_000_000
    downscale: bool = False
    model: Path | None = None
    since: Path | None = None
    keep_metadata: bool = False


@dataclass(frozen=True, slots=True)
class Prepared:
    """A deck's mail before it has recipients. deck: SHA-256 of its file. notes: what was done to it, for a person."""

    letter: Letter
    deck: str
    notes: tuple[str, ...]


def size(text: str) -> int:
    """ "10MB", "800 kB", "2.5MiB" → bytes. Raises WorkspaceError."""
    match = re.fullmatch(r"\s*(\d{1,9}(?:\.\d{1,6})?)\s*([a-z]*)\s*", text.lower())
    if not match or match[2] not in _UNITS:
        raise WorkspaceError(f'this is no size: "{text}"', "--max-size", "write it as 10MB or 800kB")
    return round(float(match[1]) * _UNITS[match[2]])


def formats(text: str) -> tuple[str, ...]:
    """ "pptx,pdf" → formats to attach. Raises WorkspaceError that names the nearest."""
    asked = [word.strip().lower() for word in text.split(",") if word.strip()]
    for word in asked:
        if word not in FORMATS:
            raise WorkspaceError(f'nothing to attach called "{word}"', "--attach", nearest(word, FORMATS))
    return tuple(name for name in FORMATS if name in asked)


# ---------------------------------------------------------------- the mail of a deck


def prepare(path: Path, wishes: Wishes) -> Prepared:
    """Everything but the recipients. Raises InputError, WorkspaceError."""
    from briefing.exports import json, mail, pptx

    one_line(wishes.subject, "--subject")
    data = files.read_bytes(path)
    deck, look = pptx.read_deck(data, str(path))
    model = files.read_text(wishes.model) if wishes.model else deck.briefing_json
    if not model:
        raise InputError("the deck carries no briefing", str(path), "name its briefing (JSON) with --model")
    briefing = json.load(model)
    reader = _reader(wishes.audience, deck.audience)
    digest = _digest(briefing, reader, wishes.since)
    title = digest.title
    subject = wishes.subject or (f"{title}, {digest.as_of}" if digest.as_of else title)
    date = created(briefing.as_of)
    picture = mail.figure(digest.bars, look) if digest.bars else b""
    attachments, notes = _attachments(data, path, title, date, wishes, 3 * len(picture))
    slides = len(deck.frames) - sum(_HIDDEN in note for note in notes)
    attached = [_told(part, slides) for part in attachments]
    identity = f"figure.{hashlib.sha256(picture).hexdigest()[:16]}@briefing.invalid" if picture else ""
    letter = Letter(
        sender=wishes.sender,
        to=(),
        cc=(),
        bcc=(),
        subject=one_line(subject, "subject"),
        created=date,
        key="",
        text=mail.text(digest, attached),
        html=mail.html(digest, mail.palettes(look), look.minor, identity, mail.FIGURE_WIDTH, attached),
        picture=picture,
        picture_id=identity,
        attachments=attachments,
    )
    return Prepared(letter, hashlib.sha256(data).hexdigest(), notes)


def addressed(prepared: Prepared, to: Sequence[Address], cc: Sequence[Address], bcc: Sequence[Address]) -> Letter:
    """The letter with its recipients, and the key that makes it the same message whenever it is made."""
    letter = replace(prepared.letter, to=tuple(to), cc=tuple(cc), bcc=tuple(bcc))
    who = sorted(address.key for address in letter.recipients)
    return replace(letter, key="\n".join((prepared.deck, letter.subject, *who)))


def written(letter: Letter, most: int) -> bytes:
    """The bytes of the message. Raises InputError that says what to drop where it is larger than `most`."""
    from briefing.exports import mail

    data = mail.write(letter)
    if len(data) > most:
        raise _too_large(len(data), most, letter.attachments)
    return data


def write_draft(prepared: Prepared, letter: Letter, path: Path, most: int) -> tuple[int, tuple[Path, ...]]:
    """The draft as an .eml file; its size, and where an older one is kept that somebody edited. Raises OutputError."""
    data = written(letter, most)
    files.prepare_output(path.parent)
    kept = edited((path,))
    files.write_all({place: held for place, (_, held) in kept.items()} | {path: data})
    return len(data), tuple(kept)


def _reader(name: str, label: str) -> Audience:
    """The audience that is named; else the one whose label the deck bears; else one without wishes of its own."""
    from briefing.model.audience import Audience

    workspace = Path.cwd()
    if name:
        return audience(name, workspace)
    for known in audiences(workspace):
        found = audience(known, workspace)
        if label and label.casefold() in (found.label.casefold(), known.casefold()):
            return found
    return Audience("", label or "Executive", (), "")


def _digest(briefing: Briefing, reader: Audience, since: Path | None) -> Digest:
    """With what changed since an older deck or briefing, or since the one the deck itself was compared with."""
    from briefing.digest import digest
    from briefing.pipeline.comparing import lines, with_changes

    if since is not None:
        briefing = with_changes(Extraction(briefing, ()), since).briefing
    told = lines(briefing.changes)
    return digest(briefing, reader, told or ["no fact has changed"] if since is not None else told)


# ---------------------------------------------------------------- what hangs on it


def _attachments(
    data: bytes, path: Path, title: str, date: str, wishes: Wishes, beside: int
) -> tuple[tuple[Attachment, ...], tuple[str, ...]]:
    """The files, scrubbed and small enough, and what was done to them. beside: bytes of the message without them."""
    from briefing.exports.mail.shrinking import WIDTHS, shrink
    from briefing.exports.pptx.scrubbing import scrub

    notes: list[str] = []
    if not wishes.keep_metadata:
        scrubbed = scrub(data, str(path))
        data = scrubbed.data
        notes += [f"{_LEFT_OUT}{line}" for line in scrubbed.removed]
    found = _files(data, title, date, wishes.attach)
    for widest in WIDTHS if wishes.downscale else ():
        if _estimate(found, beside) <= wishes.most:
            break
        shrunk = shrink(data, widest)
        if shrunk.pictures:
            pictures = "1 picture" if shrunk.pictures == 1 else f"{shrunk.pictures} pictures"
            told = f"{pictures} at most {widest} pixels wide or high, {_amount(shrunk.saved)} less"
            notes = [*(note for note in notes if not note.startswith("made smaller")), f"made smaller: {told}"]
            found = _files(shrunk.data, title, date, wishes.attach)
    if _estimate(found, beside) > wishes.most:
        raise _too_large(_estimate(found, beside), wishes.most, found)
    return found, tuple(notes)


def _files(data: bytes, title: str, date: str, wanted: Sequence[str]) -> tuple[Attachment, ...]:
    from briefing.exports.mail.naming import clean_name

    found = [Attachment(clean_name(title, "pptx"), PPTX, data)] if "pptx" in wanted else []
    if "pdf" in wanted:
        from briefing.exports import office

        found.append(Attachment(clean_name(title, "pdf"), "application/pdf", office.pdf(data, date)))
    return tuple(found)


def _estimate(parts: Sequence[Attachment], beside: int) -> int:
    """Bytes of the message before anything is encoded."""
    from briefing.exports.mail import encoded_size

    return beside + sum(encoded_size(len(part.data)) for part in parts)


def _too_large(found: int, most: int, parts: Sequence[Attachment]) -> InputError:
    """What weighs how much, and what to drop."""
    kinds = {PPTX: "the deck", "application/pdf": "the PDF"}
    weights = ", ".join(f"{kinds.get(part.kind, part.name)} {_amount(len(part.data))}" for part in parts)
    names = [part.kind for part in parts]
    remedies = []
    if len(names) > 1:
        heavier = max(parts, key=lambda part: len(part.data))
        other = "pptx" if heavier.kind != PPTX else "pdf"
        remedies.append(f"drop {kinds[heavier.kind]} (--attach {other})")
    remedies += ["make its pictures smaller (--downscale)", "raise --max-size"]
    what = f"the message has {_amount(found)}, at most {_amount(most)} are allowed"
    return InputError(what, f"before encoding: {weights}" if weights else "", ", or ".join(remedies))


def _told(part: Attachment, slides: int) -> str:
    """ "Acme - CTO briefing.pptx, 173 kB, 12 slides"."""
    return f"{part.name}, {_amount(len(part.data))}, {slides} {'slide' if slides == 1 else 'slides'}"


def _amount(count: int) -> str:
    """Bytes as people say them."""
    return f"{count / 1e6:.1f} MB" if count >= 1_000_000 else f"{max(round(count / 1e3), 1)} kB"


# ---------------------------------------------------------------- for a person


def envelope_lines(letter: Letter, count: int) -> Iterator[str]:
    """Who it goes to and what it is. count: its size in bytes."""
    yield f"From: {letter.sender}" if letter.sender else "From: (your mail program's own)"
    for name, people in (("To", letter.to), ("Cc", letter.cc), ("Bcc", letter.bcc)):
        for who in people:
            yield f"{name}: {who}"
    yield f"Subject: {letter.subject}"
    for part in letter.attachments:
        yield f"Attached: {part.name} ({_amount(len(part.data))})"
    yield f"Size: {_amount(count)}"
