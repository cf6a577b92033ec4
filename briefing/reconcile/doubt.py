"""An entry of the unverified while it is put together, and a shelf where entries are found by the words they cite."""

from __future__ import annotations

from briefing.model.briefing import Reason, Standing
from briefing.model.claim import Claim
from briefing.model.source import Evidence

_STRETCH = 256  # code points


class Doubt:
    """An entry while retellings are still put into it.

    claims: those of the fact, or the statement itself; retold: others that say the same; extra: evidence beside theirs.
    """

    def __init__(
        self,
        kind: str,
        claims: list[Claim],
        reasons: tuple[Reason, ...],
        verdict: tuple[str, Standing],
        about: str | None,
        name: str = "",
        extra: tuple[Evidence, ...] = (),
    ) -> None:
        self.kind, self.claims, self.reasons, self.about = kind, claims, reasons, about
        self.holder, self.standing = verdict
        self.names = [name] if name else []
        self.extra = extra
        self.retold: list[Claim] = []
        self.text = ""  # the words that show it, once they are chosen


class Places:
    """Entries by the words they cite."""

    def __init__(self) -> None:
        self._spans: dict[tuple[str, int], list[tuple[int, int, int, Doubt]]] = {}  # by source and stretch of it
        self._size = 0

    def add(self, doubt: Doubt) -> None:
        for claim in doubt.claims:
            piece = claim.evidence
            for stretch in _stretches(piece):
                self._spans.setdefault(stretch, []).append((self._size, piece.start, piece.end, doubt))
            self._size += 1

    def holding(self, claim: Claim) -> Doubt | None:
        """The first entry that cites half of the claim's words, or whose words stand mostly inside the claim's."""
        piece = claim.evidence
        first, found = self._size, None
        for stretch in _stretches(piece):
            for number, start, end, doubt in self._spans.get(stretch, ()):
                shared = min(end, piece.end) - max(start, piece.start)
                if number < first and shared > 0 and 2 * shared >= min(end - start, piece.end - piece.start):
                    first, found = number, doubt
        return found


def _stretches(piece: Evidence) -> list[tuple[str, int]]:
    return [(piece.source, number) for number in range(piece.start // _STRETCH, (piece.end - 1) // _STRETCH + 1)]
