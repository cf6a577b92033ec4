"""A place in a text → the capitalised name directly behind or before it ("according to Northwind Times")."""

from __future__ import annotations

import re

from briefing.sources.wordlists import words

_JOINTS = ("of", "the", "for", "&")
_NAME = re.compile(r"(?:[Tt]he )?[A-Z0-9][\w.&+'-]*(?: (?:(?:of|the|for|&) )*[A-Z0-9][\w.&+'-]*){0,5}")


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
        if not (part[0].isupper() or part[0].isdigit()) and not (
            found and part in _JOINTS and parts and parts[-1][0].isupper()
        ):
            break
        if found and part.endswith((",", ";", ":", ".", '"')):
            break
        found.insert(0, part)
    return _cleaned(found)


def _cleaned(parts: list[str]) -> str:
    """Without words that only open a sentence, a possessive, or punctuation; "" if no name is left."""
    while parts and parts[0].lower() in words("origins", "openers") and not (parts[0] == "The" and len(parts) > 1):
        parts = parts[1:]
    name = " ".join(parts).split("'s ")[0].removesuffix("'s").strip(" .,'\"()")
    plain = name.removeprefix("The ")
    return (
        name if len(plain) > 1 and plain.lower() not in words("origins", "openers") and not plain[:1].isdigit() else ""
    )
