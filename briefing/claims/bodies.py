"""A stretch of text goes in, bodies of the state come out: "Norway's army", "the Danish health ministry".

Their own nouns are in lower case, so they are found by the country in front of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.claims.capitals import Stretch
from briefing.claims.reading import FoundName
from briefing.claims.wordclasses import WordClasses, beside, word_classes


def bodies(piece: Stretch) -> list[FoundName]:
    """Bodies of the state in order; the names of their countries lie inside them."""
    classes = word_classes()
    found: list[FoundName] = list(_small(piece)) if _may_buy(piece.text) else []
    for index in [index for run in piece.runs for index in range(run.first, run.last)]:
        word = piece.words[index]
        if word.low in classes.places and piece.low(index - 1) == "of" and _seat(piece, index - 2):
            a, b = piece.words[index - 2].start, word.stem_end
            found.append(FoundName(a, b, piece.text[a:b], piece.text[a:b], "organisation", ""))
            continue
        if word.low in _HEADS and (last := _institution(piece, index)) > index:
            a, b = word.start, piece.words[last].stem_end
            found.append(FoundName(a, b, piece.text[a:b], piece.text[a:b], "organisation", ""))
            continue
        if word.stem_end == word.end and word.low not in classes.nationalities:
            continue  # nearly all
        if index + 1 >= len(piece.words) or piece.gap(index) not in (" ", "\u00a0"):
            continue
        owned = word.stem_end < word.end and (word.low in classes.places or _key_two(piece, index) in classes.places)
        if not (owned or (word.stem_end == word.end and word.low in classes.nationalities)):
            continue
        last = _body_end(piece, index + 1, classes)
        if last:
            first = index - 1 if owned and word.low not in classes.places else index
            a, b = piece.words[first].start, piece.words[last].stem_end
            found.append(FoundName(a, b, piece.text[a:b], piece.text[a:b], "organisation", ""))
    return found


# "Banque nordique d'investissement", "Banco nacional de fomento": only the head has a capital.
_HEADS = frozenset(
    "banque agence caisse fonds institut conseil office région commissariat banco banca agência agencia caixa fundo "
    "fondo instituto istituto ministère ministério ministerio université universidade universidad".split()
)
_ADJECTIVES = ("enne", "aise", "ale", "ique", "éen", "ien", "ais", "al", "eia", "eu", "ana", "ano", "ense", "ese", "és")
_OF = frozenset({"de", "d", "du", "des", "da", "do", "di", "del"})


def _institution(piece: Stretch, index: int) -> int:
    """Number of the last word of an institution whose head stands at index; index itself if no adjective follows."""
    last = index
    while last + 1 < len(piece.words) and last - index < 2 and piece.gap(last) == " ":
        word = piece.words[last + 1]
        if word.shape != "word" or not word.low.endswith(_ADJECTIVES) or len(word.low) < 5:
            break
        last += 1
    if last > index and piece.low(last + 1) in _OF and piece.gap(last) == " " and last + 2 < len(piece.words):
        behind = piece.words[last + 2]
        if behind.shape == "word" and len(behind.low) > 4 and piece.gap(last + 1) in (" ", ""):
            last += 2
    return last


_BOUGHT = frozenset("bought buys acquired acquires acquire buy buying acquiring called named rival".split())
_BUYS = tuple([f" {word} " for word in sorted(_BOUGHT)])
_KINDS = frozenset("start-up startup company firm maker developer studio agency retailer app brand lab".split())


def _may_buy(text: str) -> bool:
    return ", a" in text and any(word in text for word in _BUYS)


def _small(piece: Stretch) -> Iterator[FoundName]:
    """ "bought | acme |, an Oslo start-up": a company that writes itself small, told what it is right behind."""
    for index in range(len(piece.words) - 3):
        word = piece.words[index + 1]
        if piece.words[index].low not in _BOUGHT or word.shape != "word" or piece.gap(index + 1) != ", ":
            continue
        told = [piece.low(at) for at in range(index + 2, min(index + 7, len(piece.words)))]
        if told[0] in ("a", "an") and not _KINDS.isdisjoint(told) and word.low not in word_classes().common:
            printed = piece.text[word.start : word.stem_end]
            yield FoundName(word.start, word.stem_end, printed, printed, "organisation", "")


_SEATS = frozenset("city state town county canton municipality province port kingdom".split())
_AT = frozenset("in near at from around outside across within to into through of over throughout".split())


def _seat(piece: Stretch, index: int) -> bool:
    """ "Acme and | the city of Oslo | are customers", but not "in the city of Oslo"."""
    if index < 2 or piece.low(index) not in _SEATS or piece.low(index - 1) != "the":
        return False
    return piece.low(index - 2) not in _AT and piece.gap(index) == " " and piece.gap(index + 1) == " "


def _key_two(piece: Stretch, index: int) -> str:
    return f"{piece.low(index - 1)} {piece.low(index)}"


def _body_end(piece: Stretch, index: int, classes: WordClasses) -> int:
    """Number of the word that ends a body of the state beginning at `index`, 0 if none begins there."""
    for at in range(index, min(index + 4, len(piece.words))):
        word = piece.words[at]
        if word.shape != "word" or word.low in beside("idle") or word.low in classes.verbs:
            return 0
        after = piece.low(at + 1) if at + 1 < len(piece.words) and not piece.gap(at).strip() else ""
        two = f"{word.low}-{after}"
        if two in classes.bodies:
            return at + 1 if word.stem_end == word.end else 0
        if word.low in classes.bodies:
            more = (
                after
                and after not in beside("idle")
                and after not in classes.verbs
                and after not in classes.common
                and after.endswith("s")
            )
            named = after and piece.words[at + 1].shape == "name" and piece.gap(at) == " "
            if not named and after in ("of", "for") and word.low in _MINISTRIES:
                return _field_end(piece, at)
            return 0 if more or named else at  # "the Danish bank Nordvik" has a name of its own
        if piece.gap(at).strip():
            return 0
    return 0


_MINISTRIES = frozenset("ministry department office agency bureau secretariat".split())


def _field_end(piece: Stretch, at: int) -> int:
    """ "the Danish ministry | of defence", "of trade and industry": number of the last word of what it is for."""
    last = at + 2
    if last >= len(piece.words) or piece.gap(at) != " " or piece.gap(at + 1) != " ":
        return at
    field = piece.words[last]
    if field.shape != "word" or field.low in beside("idle") or field.stem_end != field.end:
        return at
    joined = (
        last + 2 < len(piece.words) and piece.low(last + 1) == "and" and piece.gap(last) == piece.gap(last + 1) == " "
    )
    return last + 2 if joined and piece.words[last + 2].low in _FIELDS else last


_FIELDS = frozenset(
    "industry trade energy climate transport health technology fisheries housing culture labour".split()
)
