"""Several wordings of one value in, the one to show out: the most precise of those that agree, all others listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.model.claim import Claim
from briefing.model.dates import bounds, overlap
from briefing.model.money import Money
from briefing.reconcile.gathering import Gathering


def sums(found: Iterable[Money]) -> tuple[Money, ...]:
    """One wording for each sum: of those that agree the most precise, in the order in which they were first said."""
    gathering = Gathering()
    known: dict[Money, int] = {}
    groups: dict[int, list[Money]] = {}
    for money in found:
        number = known[money] = gathering.put(money, known.get(money))
        groups.setdefault(number, []).append(money)
    return tuple(sharpest(group) for group in groups.values())


def sharpest(group: Sequence[Money]) -> Money:
    """The wording most sources use; among equals the careful before the bold, the finer, the usual."""
    votes = Counter((money.value, money.qualifier) for money in group)
    wordings = Counter(money.raw for money in group)
    return min(
        group,
        key=lambda money: (
            -votes[money.value, money.qualifier],
            money.qualifier is None,
            _width(money),
            -wordings[money.raw],
        ),
    )


def _width(money: Money) -> float:
    low, high = money.interval()
    return (high - low) / money.value if money.value else 0.0


def date(found: Sequence[str]) -> str:
    """The narrowest of the dates that agree with most others; "" if there are none."""
    known = Counter(edtf for edtf in found if bounds(edtf))  # keeps the order in which they were first said
    if not known:
        return ""

    def order(edtf: str) -> tuple[int, int]:
        first, last = bounds(edtf) or (0, 0)
        return (-sum(count for other, count in known.items() if overlap(edtf, other)), last - first)

    return min(known, key=order)


def tidy(text: str) -> str:
    """A clause without the conjunction in front and the comma or semicolon behind."""
    text = " ".join(text.split()).rstrip(" ,;:—–")
    for word in ("and that ", "and ", "but ", "that "):
        if text.lower().startswith(word) and len(text) > 2 * len(word):
            return text[len(word) :]
    return text


def telling(claims: Sequence[Claim]) -> Claim:
    """The claim whose words show a fact best: a sentence rather than a row, with its attribution, not too long."""

    def order(claim: Claim) -> tuple[bool, bool, bool, int, int]:
        length = len(claim.text)
        return (claim.text.count("|") > 1, length < 30, length > 320, abs(length - 140) // 40, int(claim.id[1:] or 0))

    return min(claims, key=order)
