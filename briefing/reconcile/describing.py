"""What sources say a company is, in; the wording that tells a reader most soberly what it does, out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefing.lexicons import praise
from briefing.model.claim import Claim, ProfileValues
from briefing.reconcile.folding import fold
from briefing.reconcile.lexicon import words

_ENOUGH = 4  # words that tell what a company does: more of them make it no clearer
_LONGEST = 90  # characters that fit a line


def described(claims: Sequence[Claim]) -> list[tuple[Claim, ProfileValues]]:
    """The claims on what the company is."""
    told = ((claim, claim.values) for claim in claims)
    return [(claim, one) for claim, one in told if isinstance(one, ProfileValues) and fold(one.name) == "description"]


def description(claims: Sequence[tuple[Claim, ProfileValues]], shorter: str = "") -> str:
    """The best of the descriptions; shorter: what stands in front of the company's name in passing ("chip maker").

    Sober words go before praise and rank, words that tell what it does before "the Oslo startup", others' words before
    the company's own; then what several say, then the earliest.
    """
    said = [(values.value, claim.holder_kind == "company") for claim, values in claims]
    told = Counter(text for text, _ in said)
    versions = [*said, (shorter, False)] if shorter else said

    def rank(place: int) -> tuple[bool, int, bool, bool, int, int]:
        text, own = versions[place]
        telling = min(len(_telling(text)), _ENOUGH)
        return _is_sober(text), telling, not own, len(text) <= _LONGEST, told[text], -place

    best = versions[max(range(len(versions)), key=rank)][0] if versions else ""
    return best if _telling(best) else ""  # "the Oslo outfit" says nothing of what it does


def _telling(text: str) -> Sequence[str]:
    """The words that say what it does: neither articles, places and other names, nor "company"."""
    return [
        word
        for word in text.replace(",", " ").split()
        if (word.islower() or (word.isupper() and len(word) > 1)) and not word.endswith("-based") and _means(fold(word))
    ]


def _means(word: str) -> bool:
    return word not in words("language", "empty") and word not in words("language", "generic")


def _is_sober(text: str) -> bool:
    """No praise, no rank, no figure."""
    return praise().isdisjoint(fold(text).split()) and not any(map(str.isdigit, text))
