"""A place in a text → the capitalised name directly behind or before it ("according to Northwind Times")."""

from __future__ import annotations

import re

from briefing.sources.wordlists import words

_JOINTS = ("of", "the", "for", "&")
_WORD = r"[A-Z0-9\u00c0-\u00de][\w.&+'-]*"
_NAME = re.compile(rf"(?:[Tt]he )?{_WORD}(?: (?:(?:of|the|for|&) )*{_WORD}){{0,5}}")


def name_after(text: str, place: int) -> str:
    """The name that begins at text[place] (straight quotes), without a possessive; "" if none does."""
    match = _NAME.match(text, place)
    return _cleaned(match[0].split()) if match else ""


def name_before(text: str, place: int) -> str:
    """The name that ends at text[:place], white space aside; "" if none does."""
    parts = text[max(0, place - 80) : place].split()
    found: list[str] = []
    while parts and len(found) < 6:
        part = parts.pop()
        joint = bool(found) and part in _JOINTS and bool(parts) and _capital(parts[-1])
        if not (_capital(part) or joint) or (found and part.endswith((",", ";", ":", ".", '"'))):
            break
        found.insert(0, part)
    return _cleaned(found)


def _capital(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit()


def _cleaned(parts: list[str]) -> str:
    """Without words that only open a sentence, a possessive, or punctuation; "" if no name is left."""
    openers = words("origins", "openers")
    while parts and parts[0].lower() in openers and not (parts[0] == "The" and len(parts) > 1):
        parts = parts[1:]
    name = " ".join(parts).split("'s ")[0].removesuffix("'s").strip(" .,'\"()")
    plain = name.removeprefix("The ")
    named = len(plain) > 1 and plain.lower() not in openers and any(map(str.isalpha, plain))
    return name if named else ""
