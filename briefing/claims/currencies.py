"""The tokens beside a number go in, the currency of a sum comes out: by its sign, code, word or composite ("MEUR").

A sign or short form that several countries share ("kr", "¥") is that of the text's language.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from briefing.claims import numerals
from briefing.claims.lexicon import load
from briefing.claims.numerals import Numeral
from briefing.claims.tokens import Token, glued

COMPOSITE = "scale and currency in one word"  # stands for the code of "MEUR": its lexicon entry tells both


@cache
def currency_words() -> dict[str, Any]:
    """The lexicon of currencies."""
    return load("currency")


@cache
def signs() -> frozenset[str]:
    """ "$", "€" and their like."""
    return frozenset(currency_words()["signs"])


@cache
def _codes() -> dict[str, str]:
    lexicon = currency_words()
    return {code: lexicon["aliases"].get(code, code) for code in lexicon["codes"]}


def with_letter_scale(found: tuple[Token, ...], numeral: Numeral, index: int, piece: str, language: str) -> Numeral:
    """The number read anew in "20 M€": the letter is a scale because a currency follows."""
    if numeral.scaled or numeral.spelt:
        return numeral
    wider = numerals.read(found, index, language, currency=True)
    follows = wider and wider.after < len(found) and _plain_currency(found, wider.after, piece)
    return wider if wider and follows else numeral


def currency_before(found: tuple[Token, ...], index: int, piece: str, language: str) -> tuple[str, int] | None:
    """Currency at token index that stands before its number, and the token of the number."""
    token, lexicon = found[index], currency_words()
    if token.kind == "w" and index + 1 < len(found):
        follows = found[index + 1].word
        if follows == "$" and glued(found, index) and token.word in lexicon["dollars"]:
            return lexicon["dollars"][token.word], index + 2
        code = _codes().get(piece[token.start : token.end])
        code = code or _prefix(token, piece, language)
        if token.word == "r" and not _is_rand(found, index, language):
            return None
        if not code or (glued(found, index - 1) and index and found[index - 1].kind == "n"):
            return None
        at = index + 1
        if found[at].word == "." and at + 1 < len(found):
            at += 1
        if found[at].word in signs():  # "USD $5m"
            at += 1
        return (code, at) if at < len(found) and found[at].kind == "n" else None
    if token.word not in signs():
        return None
    at = index + 1
    if at >= len(found):
        return None
    figure = found[at].kind == "n" and (glued(found, index) or not _closes(found, index))
    spelt = found[at].word in ("half", "a", "one") and not _closes(found, index)
    return (_sign(token.word, language), at) if figure or spelt else None


def _is_rand(found: tuple[Token, ...], index: int, language: str) -> bool:
    """ "R100 million", "R1.2bn": a letter that is glued to a sum, not to the number of a model ("the R2")."""
    numeral = numerals.read(found, index + 1, language, currency=True) if glued(found, index) else None
    return numeral is not None and numeral.scaled


def _prefix(token: Token, piece: str, language: str) -> str | None:
    lexicon = currency_words()
    if token.word not in lexicon["prefixes"]:
        return None
    if token.word in ("rm", "re", "r", "nis") and not piece[token.start : token.end].isupper():
        return None
    return _local(token.word, language, lexicon["prefixes"])


def _sign(sign: str, language: str) -> str:
    return _local(sign, language, currency_words()["signs"])


def _local(word: str, language: str, table: dict[str, str]) -> str:
    """What a sign or abbreviation means in this language: "kr" is not the same in every Nordic one."""
    own: dict[str, str] = currency_words()["by_language"]
    return own.get(f"{word}.{language.split('-')[0]}", table[word])


def _closes(found: tuple[Token, ...], index: int) -> bool:
    """Does the sign at index close a sum before it ("1,7 Mrd. € 2024")?"""
    return index > 0 and found[index - 1].kind == "n"


def _plain_currency(found: tuple[Token, ...], index: int, piece: str) -> bool:
    return found[index].word in signs() or piece[found[index].start : found[index].end] in _codes()


def currency_behind(found: tuple[Token, ...], numeral: Numeral, piece: str, language: str) -> tuple[str, int] | None:
    """Currency behind a number, and the token after it."""
    lexicon, at = currency_words(), numeral.after
    hyphen = at < len(found) and found[at].word == "-" and glued(found, at - 1)
    if hyphen:
        at += 1
    for _ in range(2):
        if at < len(found) and found[at].word in lexicon["rules"]["links"] and numeral.scaled:
            at += 1
    if at >= len(found):
        return None
    token = found[at]
    if token.word in lexicon["composites"] and not numeral.scaled:
        return COMPOSITE, at + 1
    if token.word in signs():
        prefix = glued(found, at) and at + 1 < len(found) and found[at + 1].kind == "n" and not glued(found, at - 1)
        return None if prefix else (_sign(token.word, language), at + 1)
    code = _codes().get(piece[token.start : token.end])
    if code:
        return code, at + 1
    if token.word == "$" or token.kind != "w":
        return None
    return _currency_word(found, at, numeral, language)


def _currency_word(found: tuple[Token, ...], at: int, numeral: Numeral, language: str) -> tuple[str, int] | None:
    lexicon, country = currency_words(), None
    place = at
    for _ in range(4):  # "Hong Kong dollars", "US-Dollar", "U.S. dollars"
        word = found[place].word if place < len(found) else ""
        if word in lexicon["countries"]:
            country, place = lexicon["countries"][word], place + 1
        elif word in ("-", ".", "u", "s", "hong", "new") and place + 1 < len(found):
            place += 1
    word = found[place].word if place < len(found) else ""
    if word in ("dollars", "dollar") and _letters(found, at, place) in ("us", "usa"):
        country = "USD"
    elif place > at and country is None:
        return None
    currency = lexicon["words"].get(word)
    if currency is None and (numeral.scaled or country):
        currency = lexicon["words_after_scale"].get(word)
    if currency is None and word in lexicon["prefixes"] and word not in ("rm", "re", "rs", "r", "nis", "tk"):
        currency = _local(word, language, lexicon["prefixes"])
    if currency is None:
        return None
    behind = found[place + 1].word if place + 1 < len(found) else ""
    if behind in lexicon["countries"] and country is None and behind.endswith("s") and behind != "us":
        return lexicon["countries"][behind], place + 2
    return country or currency, place + 1


def _letters(found: tuple[Token, ...], start: int, end: int) -> str:
    return "".join(token.word for token in found[start:end] if token.kind == "w")


def currency_echo(found: tuple[Token, ...], index: int, currency: str, piece: str) -> int:
    """ "$5 million USD": the currency said twice."""
    if index < len(found) and _codes().get(piece[found[index].start : found[index].end]) is not None:
        code = _codes()[piece[found[index].start : found[index].end]]
        prefix = index + 1 < len(found) and found[index + 1].kind == "n"
        return index + 1 if code == currency and not prefix else index
    return index
