"""A deck as bytes → PDF and PNG pages through LibreOffice: private profile, time limit, no child left behind."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from briefing.errors import InputError

_USUAL_PLACES = (
    "/usr/bin/soffice",
    "/usr/local/bin/soffice",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_TIMEOUT = 120.0


def find_office() -> str:
    """The path of LibreOffice's program, "" where it is not installed."""
    for name in ("soffice", "libreoffice"):
        found = shutil.which(name)
        if found:
            return found
    return next((place for place in _USUAL_PLACES if os.access(place, os.X_OK)), "")


def require_office() -> str:
    """The path of LibreOffice's program. Raises InputError where it is not installed."""
    office = find_office()
    if not office:
        remedy = "install it, or leave pdf and png out of --format (`briefing preview` draws PNG pages without it)"
        raise InputError("LibreOffice is not installed", "", remedy)
    return office


def pdf(deck: bytes, created: str = "2000-01-01T00:00:00Z", timeout: float = _TIMEOUT, *, notes: bool = False) -> bytes:
    """The deck as a tagged PDF, one page a slide. created: ISO 8601, the date it gives as its own.

    notes: pages for a handout instead, each with the slide and its speaker notes.

    Raises InputError where LibreOffice is absent or fails.
    """
    office = require_office()
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        source = Path(folder) / "deck.pptx"
        source.write_bytes(deck)
        profile = (Path(folder) / "profile").as_uri()
        switches = ["UseTaggedPDF", "ExportBookmarks", *(["ExportNotesPages", "ExportOnlyNotesPages"] * notes)]
        options = ",".join(f'"{name}":{{"type":"boolean","value":"true"}}' for name in switches)
        command = [
            office,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--norestore",
            "--convert-to",
            f"pdf:impress_pdf_Export:{{{options}}}",
            "--outdir",
            folder,
            str(source),
        ]
        _run(command, timeout)
        made = source.with_suffix(".pdf")
        if not made.is_file():
            raise InputError("LibreOffice made no PDF of the deck", office, "open the deck in it to see why")
        return _pinned(made.read_bytes(), created)


# What LibreOffice takes from the clock: dates, and identifiers made from them.
_DATES = re.compile(rb"(?<=Date\(D:)\d{14}[^)]{0,8}(?=\))|(?<=Date>)\d{4}-\d\d-\d\dT[\d:.+Z-]{8,20}(?=</)")
_IDENTIFIERS = re.compile(rb"/ID ?\[\s*<[0-9A-F]{32}>\s*<[0-9A-F]{32}>\s*\]|/DocChecksum /[0-9A-F]{32}")
_IDENTIFIER = re.compile(rb"[0-9A-F]{32}")


def _pinned(document: bytes, created: str) -> bytes:
    """The same PDF whenever it is made: dates are the deck's own, identifiers follow from the contents; same length."""

    def dated(match: re.Match[bytes]) -> bytes:
        length = len(match[0])
        if b"-" in match[0]:
            return created.encode()[:length].ljust(length, b"Z")
        digits = re.sub(r"\D", "", created)[:14].ljust(14, "0")
        return (digits.encode() + match[0][14:].translate(None, b"+-0123456789'")).ljust(length, b"'")[:length]

    document = _DATES.sub(dated, document)
    digest = hashlib.sha256(_IDENTIFIERS.sub(b"", document)).hexdigest()[:32].upper().encode()
    return _IDENTIFIERS.sub(lambda match: _IDENTIFIER.sub(digest, match[0]), document)


def pages(document: bytes, width: int = 1280, timeout: float = _TIMEOUT) -> tuple[bytes, ...]:
    """The pages of a PDF as PNG, `width` pixels wide. Raises InputError where no renderer is installed."""
    tool = shutil.which("pdftoppm")
    if tool:
        with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
            source = Path(folder) / "deck.pdf"
            source.write_bytes(document)
            command = [
                tool,
                "-png",
                "-scale-to-x",
                str(width),
                "-scale-to-y",
                "-1",
                str(source),
                str(Path(folder) / "page"),
            ]
            _run(command, timeout)
            return tuple(path.read_bytes() for path in sorted(Path(folder).glob("page-*.png"), key=_page_number))
    try:
        import pypdfium2
    except ImportError:
        raise InputError(
            "nothing here turns PDF pages into pictures",
            "",
            "install poppler (pdftoppm), or pip install 'briefing[pdf]'",
        ) from None
    import io

    found = []
    for page in pypdfium2.PdfDocument(document):
        stream = io.BytesIO()
        page.render(scale=width / page.get_width()).to_pil().save(stream, "PNG")
        found.append(stream.getvalue())
    return tuple(found)


def _page_number(path: Path) -> int:
    return int(path.stem.rsplit("-", 1)[-1])


def _run(command: Sequence[str], timeout: float) -> None:
    """Run a program in a session of its own; on time-out or interruption it is ended together with its children."""
    try:
        child = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,  # Windows ignores it
        )
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise InputError(f"the program does not start: {reason}", command[0], "run it by hand to see why") from None
    try:
        _, complaint = child.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        _end(child)
        raise InputError(
            f"no answer within {timeout:.0f} s", command[0], "close other office windows and try again"
        ) from None
    except BaseException:
        _end(child)
        raise
    if child.returncode:
        words = " ".join(complaint.decode(errors="replace").split())[:200]
        raise InputError(
            f"the program failed with code {child.returncode}: {words}", command[0], "run it by hand to see why"
        )


def _end(child: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            child.kill()
        else:
            os.killpg(child.pid, signal.SIGKILL)
    child.wait()
