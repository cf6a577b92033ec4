"""A printed name goes in, the key goes out by which printings of one name are compared: case, accents, hyphens and
legal forms do not count. Nothing is guessed here: "Acme Ventures" and "Acme" have different keys."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

_SIGNS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "‑": "-", "‐": "-", "–": "-", "\u00ad": None})
_SPLIT = re.compile(r"[\s\-_/,;:|()\[\]\"“”«»!?*]+|\.(?=\s|$)")
_LEGAL = frozenset(
    _SPLIT.split(
        "inc incorporated corp corporation co company ltd limited llc llp lp plc gmbh mbh ag se sa sas sarl srl spa nv"
        " bv ab oy oyj as asa aps kg kgaa ug pte pty pvt ltda kk bhd sdn jsc pjsc ooo ao kft tbk sab eg ev"
    )
)


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """Lower case, plain letters, no punctuation, leading article or legal form: "Acme Foods, Inc." → "acme foods"."""
    text = plain_letters(name.translate(_SIGNS))
    words = [word.replace(".", "").replace("'", "") for word in _SPLIT.split(text.lower().replace("&", " and "))]
    words = [word for word in words if word]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and words[-1] in _LEGAL:
        words = words[:-1]
    return " ".join(words[:-1] if len(words) > 1 and words[-1] == "and" else words)


def plain_letters(text: str) -> str:
    """The text in ASCII, whatever its script: "Müller & Søn" → "Muller & Son"."""
    if text.isascii():
        return text
    bare = "".join([sign for sign in normalize("NFD", text) if not "\u0300" <= sign <= "\u0362"])
    if bare.isascii():
        return bare
    from anyascii import anyascii  # only where more than accents must go: it costs its import

    return str(anyascii(text))


def is_abbreviation(short: str) -> bool:
    """Does it look like an acronym ("NLB") or a numeronym ("n15d")?"""
    tight = short.replace(".", "")
    return len(tight) > 1 and ((tight.isalpha() and tight.isupper()) or _is_numeronym(tight))


def _is_numeronym(tight: str) -> bool:
    return len(tight) > 2 and tight[0].isalpha() and tight[-1].isalpha() and tight[1:-1].isdigit()


def initials_fit(short: str, full: str) -> bool:
    """Is `short` an acronym ("NLB" for "Northland Land Bank") or a numeronym ("n15d") of `full`?"""
    if not is_abbreviation(short):
        return False
    tight = short.replace(".", "").lower()
    if _is_numeronym(tight):
        letters = "".join(letter for letter in full.lower() if letter.isalnum())
        return letters[:1] == tight[0] and letters[-1:] == tight[-1] and int(tight[1:-1]) == len(letters) - 2
    words = [word for word in re.split(r"[\s\-–‑.&]+", full) if word and word not in ("the", "The")]
    if len(words) < 2:
        return False
    capital = "".join(word[0] for word in words if word[0].isupper() or word[0].isdigit()).lower()
    return tight in (capital, "".join(word[0] for word in words).lower(), capital.removesuffix("l"))
