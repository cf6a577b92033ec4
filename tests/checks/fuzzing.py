"""Damaged decks without end: a seed in, a deck with some of its XML or bytes changed out; and who judges them.

python -m tests.checks.fuzzing SECONDS    prints the seeds of those that are neither told nor refused
"""

from __future__ import annotations

import random
import re
import sys
import time
import traceback
from functools import cache

from briefing import checks
from briefing.errors import InputError
from briefing.exports import pptx
from briefing.model.finding import Finding
from tests.checks.foreign import unchanged
from tests.packages import Parts, packed, parts_of

_TAG = re.compile(rb"<[^<>]+>")
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
_VALUES = (
    b"", b"0", b"-1",
    b"1", b"99", b"NaN", b"1e9", b"-99999999999999999999", b"4294967296", b"true", b"rId1", b"rId99",
    b"none", b"x" * 300,
    b"50%", b"0.5", b"\xc3\xa9", b"tx1", b"phClr", b"FFFFFF", b"zzzzzz", b"../../x", b"{}", b"9" * 40,
)  # fmt: skip
_PARTS = ("ppt/", "_rels/", "[Content_Types].xml", "docProps/")


@cache
def _sound() -> Parts:
    return parts_of(unchanged())


def with_damaged_xml(seed: int) -> bytes:
    """Up to four tags of up to three parts dropped, doubled, moved or given other values."""
    rng = random.Random(seed)
    parts = dict(_sound())
    names = [name for name in sorted(parts) if name.startswith(_PARTS) and name.endswith((".xml", ".rels"))]
    for name in rng.sample(names, rng.randint(1, 3)):
        for _ in range(rng.randint(1, 4)):
            parts[name] = _changed(parts[name], rng)
    for name in rng.sample(sorted(parts), rng.choice((0, 0, 0, 1))):
        del parts[name]
    return packed(parts)


def _changed(data: bytes, rng: random.Random) -> bytes:
    tags = list(_TAG.finditer(data))
    if len(tags) < 3:
        return data
    tag = rng.choice(tags[1:])
    start, end = tag.span()
    match rng.randrange(6):
        case 0:  # an element without children goes, or an end that is missed
            return data[:start] + data[end:]
        case 1:  # twice
            return data[:end] + tag[0] + data[end:]
        case 2:  # a whole element elsewhere
            return _moved(data, tag, rng)
        case _:  # another value
            found = list(_ATTRIBUTE.finditer(data, start, end))
            if not found:
                return data
            one = rng.choice(found)
            if rng.random() < 0.3:
                return data[: one.start()] + data[one.end() :]
            return data[: one.start(2)] + rng.choice(_VALUES) + data[one.end(2) :]


def _moved(data: bytes, tag: re.Match[bytes], rng: random.Random) -> bytes:
    name = re.match(rb"</?([\w:]+)", tag[0])
    if name is None or tag[0].startswith(b"</"):
        return data
    close = b"</" + name[1] + b">"
    end = tag.end() if tag[0].endswith(b"/>") else data.find(close, tag.end()) + len(close)
    element = data[tag.start() : end]
    rest = data[: tag.start()] + data[end:]
    places = [other.end() for other in _TAG.finditer(rest)][1:-1]
    if not places or rng.random() < 0.4:
        return rest
    place = rng.choice(places)
    return rest[:place] + element + rest[place:]


def with_damaged_bytes(seed: int) -> bytes:
    """A few bytes changed, a stretch cut out or zeroed, in the archive itself."""
    rng = random.Random(seed)
    data = bytearray(unchanged())
    for _ in range(rng.randint(1, 5)):
        place = rng.randrange(len(data))
        match rng.randrange(4):
            case 0:
                data[place] ^= 1 << rng.randrange(8)
            case 1:
                data[place : place + rng.randint(1, 40)] = b""
            case 2:
                data[place : place + 20] = bytes(20)
            case _:
                tail = len(data) - rng.randrange(1, 4_000)  # the directory
                data[max(tail, 0)] = rng.randrange(256)
    return bytes(data)


def judged(data: bytes) -> list[Finding] | None:
    """What `briefing check` says; None for a refusal, which must be one line. Anything else is a defect."""
    try:
        package = pptx.admit(data, "deck.pptx")
        deck, theme = pptx.read_opened(package)
        return [*checks.check_package(package, deck), *checks.run(deck, theme)]
    except InputError as error:
        if not str(error) or "\n" in str(error):
            raise AssertionError(f"not one line: {error}") from error
        return None


def main() -> None:
    until, seed, told = time.monotonic() + float(sys.argv[1]), random.randrange(1 << 30), 0
    while time.monotonic() < until:
        seed += 1
        for make in (with_damaged_xml, with_damaged_bytes):
            try:
                told += judged(make(seed)) is not None
            except Exception:
                print(make.__name__, seed, traceback.format_exc().splitlines()[-4:])
    print(f"{told} told", file=sys.stderr)


if __name__ == "__main__":
    main()
