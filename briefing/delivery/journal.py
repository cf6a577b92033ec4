"""The lines of a journal in, who has got what out; and new lines, each on disk before the next thing happens.

One JSON object a line: `begun` before a message goes out, `intent` just before the server may count it as taken, then
what became of it. An intent without a result (the program was killed in between) is `uncertain`: nobody here knows
whether the message was taken, so it is not sent again unless somebody asks for it.

`begun` is forced to the disk; the intent is not, so no time passes between it and the act. Only a machine that goes
down can lose it: `begun` alone is uncertain on another start of the machine, and nothing at all on the same. A line cut
off counts for nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable

from briefing.delivery.outcome import Outcome
from briefing.model.records import dataclass

FORMAT = 1
_STATES = ("begun", "intent", "sent", "refused", "failed", "uncertain")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a message is known by. deck: SHA-256 of the deck's file."""

    address: str
    deck: str
    subject: str
    audience: str = ""

    @property
    def key(self) -> str:
        """The same mailbox, deck and subject: the same message."""
        parts = json.dumps([self.address.casefold(), self.deck, self.subject], ensure_ascii=False)
        return hashlib.sha256(parts.encode()).hexdigest()


class Journal:
    """append: writes a line, and where told so returns once it is on disk. now: the time as ISO 8601.

    boot: names this start of the machine, "" where that is not known.
    """

    def __init__(
        self, lines: Iterable[str], append: Callable[[str, bool], None], now: Callable[[], str], boot: str = ""
    ) -> None:
        self._append, self._now, self._boot = append, now, boot
        self._states: dict[str, str] = {}
        for line in lines:
            key, state, began = _read(line)
            if key and not (state == "begun" and boot and began == boot):
                self._states[key] = state
            elif key and self._states.get(key) in ("failed", "refused"):
                del self._states[key]

    def state(self, entry: Entry) -> str:
        """ "sent", "refused", "failed", "uncertain", or "" for what was never tried."""
        state = self._states.get(entry.key, "")
        return "uncertain" if state in ("begun", "intent") else state

    def begin(self, entry: Entry) -> None:
        """Write down that the message is to go out."""
        self._write(entry, "begun", "", durable=True)

    def intend(self, entry: Entry) -> None:
        """Write down that the message is about to be taken."""
        self._write(entry, "intent", "", durable=not self._boot)

    def conclude(self, entry: Entry, outcome: Outcome) -> None:
        """Write down what became of it."""
        self._write(entry, outcome.state, outcome.reply, durable=True)

    def _write(self, entry: Entry, state: str, reply: str, durable: bool) -> None:
        record = {
            "format": FORMAT,
            "at": self._now(),
            "state": state,
            "to": entry.address,
            "audience": entry.audience,
            "deck": entry.deck,
            "subject": entry.subject,
            "key": entry.key,
            "reply": reply,
        }
        record |= {"boot": self._boot} if state == "begun" else {}
        self._append(json.dumps(record, ensure_ascii=False), durable)
        self._states[entry.key] = state


def _read(line: str) -> tuple[str, str, str]:
    """(key, state, boot) of a line; empty of one that is none."""
    try:
        record = json.loads(line)
    except ValueError:
        return "", "", ""
    key, state = (record.get("key"), record.get("state")) if isinstance(record, dict) else ("", "")
    if not isinstance(key, str) or state not in _STATES:
        return "", "", ""
    return key, state, str(record.get("boot", ""))
