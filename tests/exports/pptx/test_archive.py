"""The archive of a deck is what the standard library would write: names, contents, sums, one date."""

from __future__ import annotations

import io
import zipfile

from pptx.opc.packuri import PackURI

from briefing.exports.pptx.archive import Ahead, Archive

PARTS = {"[Content_Types].xml": b"<Types/>", "ppt/empty.bin": b"", "ppt/größe.xml": bytes(range(256)) * 300}


def test_parts_come_back_as_they_went_in() -> None:
    ahead = Ahead(PARTS["ppt/größe.xml"])
    made = Archive(ahead)
    for name, blob in PARTS.items():
        made.write(PackURI(f"/{name}"), blob)
    with zipfile.ZipFile(io.BytesIO(made.bytes())) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == PARTS
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_bytes_are_those_of_the_standard_library() -> None:
    """But for the date and the system, which it takes from where it runs."""
    made, stream = Archive(), io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, blob in PARTS.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
            archive.writestr(entry, blob)
            made.write(PackURI(f"/{name}"), blob)
    assert made.bytes() == stream.getvalue()
