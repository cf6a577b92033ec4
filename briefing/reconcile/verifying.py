"""A fact or a statement in, why it is not verified and what would verify it out: a source's words before rules."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import chain

from briefing.model.briefing import Reason
from briefing.model.claim import Claim, MetricValues, OpinionValues
from briefing.reconcile.folding import content_words, fold
from briefing.reconcile.ground import Ground
from briefing.reconcile.lexicon import table
from briefing.reconcile.titles import clip

_ENOUGH = 0.85  # shared words as telling together as a word that stands almost nowhere else: one topic
_ROOM = 320


class Cautions:
    """The sources' own words on what is not known and what to look for, found by words that are rare enough to tell."""

    def __init__(self, told: Iterable[tuple[Claim, frozenset[str]]], rarity: dict[str, float], enough: float) -> None:
        """told: with the words of each; rarity: how much a word tells of a topic; enough: makes one topic."""
        self._rarity, self._enough = rarity, enough
        self._claims: dict[str, list[Claim]] = {}  # by their text: many sources print the same
        self._by_word: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for claim, words in told:
            same = self._claims.setdefault(claim.text, [])
            same.append(claim)
            for word in words if len(same) == 1 else ():
                self._by_word.setdefault(word, []).append((claim.text, words))

    def near(
        self, words: frozenset[str], kind: str, own: Collection[str], sources: Collection[str], rumour: bool
    ) -> str:
        """The caution that shares most with a claim (none of its own claims), its own sources first; "" if none.

        words: the claim's; those by which texts speak of its kind count too, but never alone. rumour: the claim is one;
        only then does a caution on a rumour concern it.
        """
        best: tuple[bool, float, int, str] | None = None
        wanted = words | topic_of(kind)
        for text, theirs in self._like(wanted):
            shared = wanted & theirs
            weight = math.fsum([self._rarity[word] for word in shared])
            if len(shared) < 2 or weight < self._enough or words.isdisjoint(theirs):
                continue
            if not rumour and any(sign in fold(text) for sign in table("verify")["checking"]["rumour"]):
                continue
            for claim in self._claims[text]:
                if claim.id not in own:
                    values = claim.values
                    asks = isinstance(values, OpinionValues) and values.role in ("watch", "advice")
                    key = (asks, weight + (claim.evidence.source in sources), -int(claim.id[1:] or 0), text)
                    best = key if best is None or key > best else best
        return clip(best[3], _ROOM) if best else ""

    def _like(self, wanted: Iterable[str]) -> Iterable[tuple[str, frozenset[str]]]:
        """The cautions that share more with the words than those of them that even together tell too little."""
        common = 0.0
        found: dict[str, frozenset[str]] = {}
        for word in sorted(filter(self._by_word.__contains__, wanted), key=self._rarity.__getitem__):
            common += self._rarity[word]
            if common >= 0.999 * self._enough:
                found.update(self._by_word[word])
        return found.items()


def cautions(claims: Sequence[Claim], ground: Ground) -> Cautions:
    """Those of the sources' cautions that name something one can check."""
    counts = Counter(chain.from_iterable(topic_words(claim.text) for claim in claims))
    own = content_words(" ".join((ground.subject.name, *ground.subject.aliases)))
    total = max(len(claims), 20)
    rarity = {word: math.log2(total / count) for word, count in counts.items() if word not in own}
    told = (
        (claim, topic_words(claim.text) - own)
        for claim in claims
        if isinstance(claim.values, OpinionValues)
        and claim.values.role in ("watch", "caution", "advice")
        and _can_be_checked(fold(claim.text))
    )
    return Cautions(told, rarity, _ENOUGH * math.log2(total))


def _can_be_checked(text: str) -> bool:
    checking: dict[str, list[str]] = table("verify")["checking"]
    if not any(map(f" {text}".__contains__, checking["words"])) or any(map(text.__contains__, checking["silence"])):
        return False
    return text.split(" ", 1)[0] not in checking["pointers"]


@lru_cache(maxsize=65536)
def topic_words(text: str) -> frozenset[str]:
    """Content words with short forms written out ("ARR" is annual recurring revenue too)."""
    short: dict[str, str] = table("figures")["short"]
    parts = [short[word] for word in [word.strip("().,;:") for word in fold(text).split()] if word in short]
    return content_words(text) | content_words(" ".join(parts)) if parts else content_words(text)


def topic_of(kind: str) -> frozenset[str]:
    """Words by which texts speak of facts of a kind."""
    topics = table("verify")["topic"]
    return content_words(topics.get(kind, ""))


def why(kind: str, reasons: Sequence[Reason], holder: str, ground: Ground) -> str:
    """Sentences on the first two reasons."""
    lines: dict[str, str] = table("verify")["why"]
    if kind == "caution":
        return lines["caution"]
    own = ground.is_subject(holder) or not holder
    keys = [
        "spoken-for"
        if reason == "company-stated" and not own
        else "unnamed"
        if not holder and reason == "rumour"
        else reason
        for reason in reasons[:2]
    ]
    slots = {"holder": holder or "the author", "subject": ground.subject.name}
    return " ".join(lines[key].format(**slots) for key in keys)


def kind_of(kind: str, claims: Sequence[Claim]) -> str:
    """The kind; of a figure by what it is: "count" (of things), "share", "growth", "times", else "metric"."""
    values = claims[0].values if claims else None
    if kind != "metric" or not isinstance(values, MetricValues) or values.amounts:
        return kind
    name, unit = values.name.lower(), values.unit.lower()
    if unit in ("percent", "times"):
        return "growth" if "growth" in name else "share" if unit == "percent" else "times"
    return "count" if unit and (unit in name or name in unit or unit == "people") else kind


_FIGURES = ("count", "share", "growth", "times")


def rule(reasons: Sequence[Reason], kind: str, name: str, holder: str, ground: Ground) -> str:
    """What would verify a claim of this kind, by its weightiest reason."""
    rules = table("verify")["how"]
    kinds = (kind, "metric", "any") if kind in _FIGURES else (kind, "any")
    for reason in reasons:
        line = next((rules[part][reason] for part in kinds if reason in rules.get(part, {})), "")
        if line:
            return str(line).format(subject=ground.subject.name, name=name or "the other side", holder=holder)
    return ""
