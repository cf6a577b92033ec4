"""A fact or a statement in, why it is not verified and what would verify it out: a source's words before rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from briefing.model.briefing import Reason
from briefing.model.claim import Claim, OpinionValues
from briefing.reconcile.folding import content_words
from briefing.reconcile.ground import Ground
from briefing.reconcile.lexicon import table
from briefing.reconcile.titles import clip

_COMMON = 0.12  # words in more than this share of all claims tell nothing of a topic
_ROOM = 320


class Cautions(NamedTuple):
    """The sources' own words on what is not known and what to look for. rare: words by which topics can be told."""

    told: tuple[tuple[Claim, frozenset[str]], ...]
    common: frozenset[str]

    def near(self, words: frozenset[str], sources: Sequence[str]) -> str:
        """The caution that shares most words with a claim, at least two; those of the claim's own sources first."""
        mine = words - self.common
        best: tuple[float, int, str] | None = None
        for claim, theirs in self.told:
            shared = len(mine & theirs)
            if shared >= 2:
                watch = isinstance(claim.values, OpinionValues) and claim.values.role == "watch"
                near = claim.evidence.source in sources
                key = (shared + 0.5 * near + 0.5 * watch, -int(claim.id[1:] or 0), clip(claim.text, _ROOM))
                best = key if best is None or key > best else best
        return best[2] if best else ""


def cautions(claims: Sequence[Claim], ground: Ground) -> Cautions:
    counts = Counter(word for claim in claims for word in content_words(claim.text))
    common = frozenset(word for word, count in counts.items() if count > max(3, _COMMON * len(claims)))
    own = content_words(" ".join((ground.subject.name, *ground.subject.aliases)))
    told = tuple(
        (claim, content_words(claim.text) - common - own)
        for claim in claims
        if isinstance(claim.values, OpinionValues) and claim.values.role in ("watch", "caution", "advice")
    )
    return Cautions(told, common | own)


def why(reasons: Sequence[Reason], holder: str, ground: Ground) -> str:
    """Sentences on the first two reasons."""
    lines: dict[str, str] = table("verify")["why"]
    named = holder or "the author"
    return " ".join(lines[reason].format(holder=named, subject=ground.subject.name) for reason in reasons[:2])


def rule(reasons: Sequence[Reason], kind: str, name: str, holder: str, ground: Ground) -> str:
    """What would verify a claim of this kind, by its weightiest reason."""
    rules = table("verify")["how"]
    for reason in reasons:
        line: str = rules.get(kind, {}).get(reason, "") or rules["any"].get(reason, "")
        if line:
            return line.format(subject=ground.subject.name, name=name or "the other side", holder=holder)
    return ""
