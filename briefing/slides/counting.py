"""The origins of a Briefing go in, the rule by which its sources are counted comes out in words."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.slides.ledger import Ledger
from briefing.slides.prose import Statement, label
from briefing.slides.wording import joined, shown


def counting_rule(ledger: Ledger) -> tuple[Statement, ...]:
    """The rule by which sources were counted, with the numbers of this briefing."""
    texts: list[str] = []
    for origin in ledger.briefing.origins:
        members = {
            ledger.number[source.id]: source.origin_basis
            for source in ledger.briefing.sources
            if source.id in origin.members
        }
        if len(members) < 2:
            continue
        stated = [number for number, basis in members.items() if basis == "declared"]
        inferred = [number for number, basis in members.items() if basis == "inferred"]
        name = shown(origin.name)
        if stated:
            texts.append(f"{_bracketed(stated)} {'names' if len(stated) == 1 else 'name'} {name}.")
        if inferred:
            verb = "names no origin but repeats" if len(inferred) == 1 else "name no origin but repeat"
            what = "its" if stated else "the same"
            texts.append(
                f"{_bracketed(inferred)} {verb} {what} figures and quotes, "
                f"so {'it is' if len(inferred) == 1 else 'they are'} not counted again."
            )
    if not texts and len(ledger.briefing.sources) > 1:
        texts.append(
            "No article names another as its origin, and no two share rare figures or quotes: each counts once."
        )
    texts.append("What only the company or its officers say counts as no independent origin.")
    joined_text = " ".join(texts)
    versions = [joined_text, *(" ".join(texts[:count]) for count in range(len(texts) - 1, 0, -1))]
    return tuple(label(text) for text in versions)


def _bracketed(numbers: Sequence[int]) -> str:
    return joined([f"[{number}]" for number in numbers])
