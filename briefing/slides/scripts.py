"""Text of any script in, stretches of one script out, each with its language tag and its direction."""

from __future__ import annotations

from bisect import bisect_right

from briefing.model.records import dataclass

# First and last code point of a block, its language, whether it is written from right to left; ascending.
_BLOCKS = (
    (0x0041, 0x005A, "", False),
    (0x0061, 0x007A, "", False),
    (0x00C0, 0x024F, "", False),
    (0x0400, 0x052F, "ru-RU", False),
    (0x0590, 0x05FF, "he-IL", True),
    (0x0600, 0x06FF, "ar-SA", True),
    (0x0750, 0x077F, "ar-SA", True),
    (0x08A0, 0x08FF, "ar-SA", True),
    (0x1100, 0x11FF, "ko-KR", False),
    (0x2E80, 0x2FDF, "zh-CN", False),
    (0x3005, 0x3007, "zh-CN", False),
    (0x3040, 0x30FF, "ja-JP", False),
    (0x3130, 0x318F, "ko-KR", False),
    (0x31F0, 0x31FF, "ja-JP", False),
    (0x3400, 0x4DBF, "zh-CN", False),
    (0x4E00, 0x9FFF, "zh-CN", False),
    (0xAC00, 0xD7AF, "ko-KR", False),
    (0xF900, 0xFAFF, "zh-CN", False),
    (0xFB1D, 0xFB4F, "he-IL", True),
    (0xFB50, 0xFDFF, "ar-SA", True),
    (0xFE70, 0xFEFC, "ar-SA", True),
    (0xFF66, 0xFF9F, "ja-JP", False),
)
_STARTS = tuple(block[0] for block in _BLOCKS)
# Signs seen that belong to the deck's own language or to every script. An expression for all blocks would take three
# milliseconds to be made, for decks that have no such letter.
_PLAIN: set[str] = set()


@dataclass(frozen=True, slots=True)
class Stretch:
    """lang: BCP 47, "" for the deck's own language. rtl: written from right to left."""

    text: str
    lang: str = ""
    rtl: bool = False


def stretches(text: str) -> tuple[Stretch, ...]:
    """The text cut where the script changes; digits, spaces and signs stay with the script before them,
    except behind text that is written from right to left."""
    if text.isascii() or _PLAIN.issuperset(text) or _is_plain(text):
        return (Stretch(text),)
    japanese = any((_script(character) or ("", False))[0] == "ja-JP" for character in text)
    found: list[Stretch] = []
    start, current, strong = 0, None, 0
    for index, character in enumerate(text):
        here = _script(character)
        if here and here[0] == "zh-CN" and japanese:
            here = ("ja-JP", False)
        if here is None:
            continue
        if current is not None and here != current:
            # Signs between two directions belong to the one that the line as a whole has: the second stretch's.
            end = strong + 1 if current[1] else index
            found.append(Stretch(text[start:end], *current))
            start = end
        current, strong = here, index
    lang, rtl = current or ("", False)
    if rtl and strong + 1 < len(text) and not found:
        return (Stretch(text[: strong + 1], lang, True), Stretch(text[strong + 1 :]))
    return (*found, Stretch(text[start:], lang, rtl))


def _is_plain(text: str) -> bool:
    """Is every letter of the deck's own script?"""
    foreign = {character for character in set(text) - _PLAIN if (_script(character) or ("", False))[0]}
    _PLAIN.update(set(text) - foreign)
    return not foreign


def _script(character: str) -> tuple[str, bool] | None:
    """(language, right-to-left) of a letter; None for what belongs to every script."""
    code = ord(character)
    at = bisect_right(_STARTS, code) - 1
    if at < 0 or code > _BLOCKS[at][1]:
        return None
    return _BLOCKS[at][2:]
