"""Text of any script in, stretches of one script out, each with its language tag and its direction."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HEBREW = "\u0590-\u05ff\ufb1d-\ufb4f"
_ARABIC = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff"
_SCRIPTS = (
    ("ar-SA", True, re.compile(f"[{_ARABIC}]")),
    ("he-IL", True, re.compile(f"[{_HEBREW}]")),
    ("ja-JP", False, re.compile("[\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f]")),
    ("ko-KR", False, re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")),
    ("zh-CN", False, re.compile("[\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")),
    ("ru-RU", False, re.compile("[\u0400-\u052f]")),
)
_FOREIGN = re.compile("[\u0400-\u052f\u0590-\u08ff\u1100-\u11ff\u2e80-\ud7af\uf900-\ufaff\ufb1d-\ufeff\uff66-\uff9f]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """lang: BCP 47, "" for the deck's own language. rtl: written from right to left."""

    text: str
    lang: str = ""
    rtl: bool = False


def stretches(text: str) -> tuple[Stretch, ...]:
    """The text cut where the script changes; digits, spaces and signs stay with the script before them."""
    if not text or text.isascii() or not _FOREIGN.search(text):
        return (Stretch(text),)
    japanese = _SCRIPTS[2][2].search(text) is not None
    found: list[Stretch] = []
    start, current = 0, _script(text[0], japanese)
    for index, character in enumerate(text):
        here = _script(character, japanese)
        if here is None or here == current:
            continue
        if current is not None and text[start:index].strip():
            found.append(Stretch(text[start:index], *current))
            start = index
        current = here
    found.append(Stretch(text[start:], *(current or ("", False))))
    return tuple(found)


def _script(character: str, japanese: bool) -> tuple[str, bool] | None:
    """(language, right-to-left) of a letter; None for what belongs to every script."""
    if _LATIN.match(character):
        return ("", False)
    if character < "\u0400":
        return None
    for lang, rtl, letters in _SCRIPTS:
        if letters.match(character):
            return ("ja-JP", False) if japanese and lang == "zh-CN" else (lang, rtl)
    return None
