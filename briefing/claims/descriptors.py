"""A name and its neighbours go in, the nouns that say what it is come out: "rail operator", "a shipping group"."""

from __future__ import annotations

from briefing.claims.candidates import Candidate
from briefing.claims.capitals import Stretch
from briefing.claims.wordclasses import WordClasses, beside, word_classes


def descriptor(piece: Stretch, one: Candidate) -> str:
    """The common nouns right before a name that say what it is ("rail operator"), "" if there are none."""
    classes, last = word_classes(), one.first - 1
    if last < 0 or piece.gap(last).strip() or piece.words[last].stem_end < piece.words[last].end:
        return ""
    head = piece.low(last)
    if head in beside("idle") or not (
        head in classes.heads or head in classes.product_heads or head.endswith(classes.head_ends)
    ):
        return ""
    first = last
    while first > 0 and last - first < 6 and _describes(piece, first - 1, classes):
        first -= 1
    return piece.text[piece.words[first].start : piece.words[last].end]


def _describes(piece: Stretch, index: int, classes: WordClasses) -> bool:
    word = piece.words[index]
    if piece.gap(index) in ("-", "‑") or (index and piece.gap(index - 1) in ("-", "‑")):
        return True  # both halves of "Oslo-based"
    if (
        piece.gap(index).strip()
        or word.stem_end < word.end
        or word.low in beside("idle")
        or word.low in classes.verbs
        or word.low.endswith("ly")
    ):
        return False
    if word.low in beside("trades"):
        return True
    if word.shape == "name" and index > 0 and word.low not in classes.common:
        return (
            word.low in classes.nationalities
            or word.low in classes.generic
            or "-" in word.low
            or (word.low in classes.places and piece.low(index - 1) not in ("in", "from", "of"))
        )
    return not word.low.endswith(("ed", "ing")) or "-" in word.low or word.low in beside("trades")


def apposition(piece: Stretch, one: Candidate) -> str:
    """ "…, a shipping group founded in Oslo": the noun phrase behind a name, up to its head; "" if there is none."""
    if one.possessive or one.last >= len(piece.words) or piece.gap(one.last - 1).strip() not in (",", "—", "–", "("):
        return ""
    classes = word_classes()
    if piece.low(one.last) not in ("a", "an", "the", "one", "ein", "eine", "une", "un", "uma"):
        return ""
    first = one.last + 1
    for index in range(first, min(first + 10, len(piece.words))):
        low = piece.low(index)
        ends = (
            index + 1 == len(piece.words)
            or bool(piece.gap(index).strip())
            or (piece.low(index + 1) in beside("idle") or piece.low(index + 1) in beside("after_head"))
        )
        if ends:
            is_head = low in classes.heads or low in classes.product_heads or low.endswith(classes.head_ends)
            return piece.text[piece.words[first].start : piece.words[index].end] if is_head else ""
    return ""
