"""The lines of a journal in, who has got what out; and new lines, each on disk before the next thing happens.

One JSON object a line. `intent` is written just before the server may count a message as taken, its result right after
the answer. An intent without a result (the program was killed in between) is `uncertain`: nobody here knows whether the
message went out, so it is not sent again unless somebody asks for it. A line that is cut off counts for nothing, which is
safe: nothing is sent before its intent is whole.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable

from briefing.delivery.outcome import Outcome
from briefing.model.records import dataclass

FORMAT = 1
_STATES = ("intent", "sent", "refused", "failed", "uncertain")


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
    """append: writes one line and returns once it is on disk. now: the time as ISO 8601."""

    def __init__(self, lines: Iterable[str], append: Callable[[str], None], now: Callable[[], str]) -> None:
        self._append, self._now = append, now
        self._states = {key: state for key, state in map(_read, lines) if key}

    def state(self, entry: Entry) -> str:
        """ "sent", "refused", "failed", "uncertain", or "" for what was never tried."""
        state = self._states.get(entry.key, "")
        return "uncertain" if state == "intent" else state

    def intend(self, entry: Entry) -> None:
        """Write down that the message is about to be taken."""
        self._write(entry, "intent", "")

    def conclude(self, entry: Entry, outcome: Outcome) -> None:
        """Write down what became of it."""
        self._write(entry, outcome.state, outcome.reply)

    def _write(self, entry: Entry, state: str, reply: str) -> None:
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
        self._append(json.dumps(record, ensure_ascii=False))
        self._states[entry.key] = state


def _read(line: str) -> tuple[str, str]:
    """(key, state) of a line; ("", "") of one that is none."""
    try:
        record = json.loads(line)
    except ValueError:
        return "", ""
    key, state = (record.get("key"), record.get("state")) if isinstance(record, dict) else ("", "")
    return (key, state) if isinstance(key, str) and state in _STATES else ("", "")
