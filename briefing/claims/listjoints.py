"""The words between two names, or in front of the first, go in; whether they make a list of them comes out.

"and the carmaker" goes on with a list, "such as" leads into one; a verb, a preposition or a full stop ends it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefing.claims.wordclasses import beside, fold, word_classes

WORD = re.compile(r"[^\W_]+(?:['’.&‑-][^\W_]+)*")
_PAIRS = frozenset(
    {
        ("along", "with"),
        ("together", "with"),
        ("likes", "of"),
        ("dozens", "of"),
        ("group", "of"),
        ("range", "of"),
        ("some", "of"),
    }
)
# "the venture arm of Acme", "funds managed by Acme" stand for Acme.
ARMS = re.compile(
    r"\b(?:the|an?|its)? ?(?:[a-z-]+ ){0,3}"
    r"(?:arm|unit|affiliate|subsidiary|division|funds?|family offices?|clients|accounts|stores|shops|campuses|branches"
    r"|plants|sites|hospitals|factories|warehouses|farms|depots|offices|bakeries|restaurants|clinics|schools|hotels"
    r"|kitchens|labs|mines|mills|terminals)"
    r"(?: of| (?:managed|advised|run|controlled|owned) by| belonging to)(?: the)?(?=\s|$)"
)
# "o plano de saúde Acme", "la cadena de tiendas Acme": what a name is, in Romance languages.
_KIND_OF = re.compile(
    r"\b(?:o|a|os|as|el|la|los|las|le|les|un|une|um|uma|il|lo|una) (?:[a-zà-ÿ-]+ ){1,2}"
    r"(?:de|da|do|del|du|des|di|della|d['’]) ?(?:[a-zà-ÿ-]+ )?[a-zà-ÿ-]+(?=\s|$)"
)
# "led by Acme, auch Globe | beteiligte sich": behind such a word a clause of its own begins.
_OWN_CLAUSE = (", auch ", ", zudem ", ", ebenso ", ", também ", ", aussi ", ", ebenfalls ", ", außerdem ")
_OPENERS = ("as well", "along with", "together with", "such as", "including", "like")


@cache
def _loose() -> frozenset[str]:
    return beside("loose") | beside("joins")


def is_portuguese(before: str) -> bool:
    """Is the text Portuguese, in which names have articles ("com a Acme e a Globe")?"""
    return not _PORTUGUESE.isdisjoint(before.lower().split())


def without_article(between: str, articled: bool) -> str:
    """What stands between two names, without the article of the second ("e a | Globe") where names have one."""
    return _ARTICLE.sub(" ", between) if articled else between


_PORTUGUESE = frozenset(
    {"com", "da", "do", "das", "dos", "pela", "pelo", "seus", "suas", "estão", "são", "em", "para", "uma", "não"}
)
_ARTICLE = re.compile(r"(?:^|(?<=[\s,]))(?:a|o|as|os) +$")


@lru_cache(maxsize=4096)
def leads_in(between: str) -> bool:
    """Only idle words, numbers and descriptors between the cue and the first name."""
    return len(between) < 160 and not any(sign in between for sign in ".;?!") and only_loose(between, descriptors=True)


@lru_cache(maxsize=4096)
def co_ordinates(between: str) -> bool:
    plain = between.strip()
    plain = plain.removesuffix(" Dr.").removesuffix(" Prof.")
    if not plain or any(sign in plain for sign in ".?!:()—–|\n"):
        return False
    if plain.startswith(";"):
        return all(fold(word) in beside("joins") or word == "the" for word in WORD.findall(plain))
    if plain.startswith(_OWN_CLAUSE):
        return False
    opener = fold(plain.split(None, 1)[0])
    opens = plain.startswith((",", "/")) or opener in beside("joins") or plain.startswith(_OPENERS)
    return opens and only_loose(plain, descriptors=True)


@lru_cache(maxsize=4096)  # ", ", " and " and the like stand between most names
def only_loose(between: str, descriptors: bool = False) -> bool:
    classes = word_classes()
    if " of" in between or " by" in between or " to" in between:
        between = ARMS.sub(" ", between)
    if " d" in between:
        between = _KIND_OF.sub(" ", between)
    lows = [fold(word) for word in WORD.findall(between)]
    for index, low in enumerate(lows):
        if index and low in beside("latin_links") and lows[index - 1] in beside("joins"):
            continue  # "de Lumière et de la Banque …": the preposition is said again
        if low in _loose() or (index and (lows[index - 1], low) in _PAIRS):
            continue
        if not descriptors or low in beside("stops") or low in classes.verbs or low.endswith("ly"):
            return False
        if low.endswith("ed") and "-" not in low and low not in ("listed", "unlisted", "limited"):
            return False
        if low.endswith("ing") and lows[-1] not in classes.heads:
            return False
    return len(lows) < 16 and lows[-1:] not in (["a"], ["an"]) and _ends_in_noun(lows)


def _ends_in_noun(lows: list[str]) -> bool:
    """The words before a name must be able to stand before one: a descriptor's head, or nothing but idle words."""
    classes = word_classes()
    telling = [low for low in lows if low not in _loose()]
    if not telling:
        return True
    last = lows[-1]
    known = (
        last in classes.heads or last in classes.product_heads or last in classes.person_heads or last in classes.titles
    )
    return (
        known
        or last.endswith(classes.head_ends)
        or last in _loose()
        or last in classes.nationalities
        or len(telling) < 4
    )
