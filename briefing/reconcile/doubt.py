"""An entry of the unverified while it is put together, and a shelf where entries are found by the words they cite."""

from __future__ import annotations

from briefing.model.briefing import Reason, Standing
from briefing.model.claim import Claim
from briefing.model.source import Evidence


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


class Places:
    """Entries by the words they cite."""

    def __init__(self) -> None:
        self._spans: dict[str, list[tuple[int, int, Doubt]]] = {}

    def add(self, doubt: Doubt) -> None:
        for claim in doubt.claims:
            piece = claim.evidence
            self._spans.setdefault(piece.source, []).append((piece.start, piece.end, doubt))

    def holding(self, claim: Claim) -> Doubt | None:
        """The entry that cites at least half of the claim's words, or whose words stand mostly inside the claim's."""
        piece = claim.evidence
        for start, end, doubt in self._spans.get(piece.source, ()):
            shared = min(end, piece.end) - max(start, piece.start)
            if shared > 0 and 2 * shared >= min(end - start, piece.end - piece.start):
                return doubt
        return None
