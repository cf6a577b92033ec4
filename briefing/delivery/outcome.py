"""What became of a message."""

from __future__ import annotations

from typing import Literal

from briefing.model.records import dataclass, field

# sent: the server took it. refused: it will not. failed: not sent, and a later try may do. uncertain: the server may
# have taken it; nobody can know, so nobody tries again unasked.
State = Literal["sent", "refused", "failed", "uncertain"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """reply: the server's last words, or what went wrong. refused: address → why, of those the server would not take.

    taken: the addresses that it took.
    """

    state: State
    reply: str
    taken: tuple[str, ...] = ()
    refused: dict[str, str] = field(default_factory=dict)
