"""A source's sentence in, shorter versions of it out, longest first: whole clauses are left out, no word is changed."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.slides.wording import capital, cut, shown, word_set

_LEAST_WORDS = 4
# Openers that lean on the sentence before; without them the words are the same.
_OPENER = re.compile(
    r"^(?:however|moreover|furthermore|finally|still|meanwhile|likewise|similarly|also|but|and|so|yet|instead|besides|"
    r"that said|in other words|at the same time|for example|for instance|in addition|separately|overall|indeed|thus|"
    r"additionally|consequently|therefore|nevertheless|nonetheless|then|more (?:significantly|importantly|recently)|"
    r"most (?:importantly|recently)|notably|importantly|specifically|crucially|in particular|as a result)\b,?\s+",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\s*\((?:[^()]{1,120})\)|\s+[—–]\s+[^—–]{1,120}\s+[—–](?=\s)|—[^—]{1,120}—|"
    r",\s+(?:which|who|whose)\s[^,;]{3,120},"  # "Acme, which was founded by two engineers, said …"
    r"(?=\s(?:is|are|was|were|has|have|had|will|would|can|could|says?|said|plans|expects|makes|[a-z]{3,}ed)\s)"
)
# Where a clause may end, strongest first.
_CUTS = (
    re.compile(  # not behind "U.S." or "Dr."
        r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!\.[A-Z]\.)(?<!\b[DM]r\.)(?<!\bSt\.)(?<!\bNo\.)(?<!\bvs\.)[\"”’]?\s+(?=[\"“A-Z])"
    ),
    re.compile(r"\s*;\s+|\s*—\s*|\s+[–-]\s+|:\s+"),
    re.compile(
        r",\s+(?=(?:but|which|who|while|whereas|although|though|because|since|so|as|where|when|with|including)\b)"
    ),
    re.compile(r",\s+"),
    re.compile(
        r"\s+(?=(?:because|while|whereas|although|though|unless|until|so that|rather than|instead of|such as|"
        r"including)\b)"
    ),
    re.compile(r"\s+(?=(?:with|by|from|in|for|after|before|during|near|at)\s)"),
)
_STRONG = re.compile(r"(?:[;:—]|(?<![A-Z])\.)\s+|\s[–-]\s|,\s+(?:but|while|whereas|although|though)\s")
_LEAST_TAIL = 5  # words that a clause begun behind a strong cut must keep
_LIST_COMMA, _PREPOSITION = _CUTS[3], _CUTS[5]
# A list goes on: few words, then another comma or "and".
_LIST_GOES_ON = re.compile(r"(?:\S+\s+){0,4}?\S+?(?:,\s|\s+(?:and|or|&)\s)")
# Words whose meaning hangs on the preposition behind them.
_BOUND = word_set(
    "ask asks asked asking look looks looking wait waits account accounts opt opts call calls called calling "
    "result results resulted invest invests invested depend depends come comes came stem stems range ranges "
    "ranging rise risen rose up down grow grew grown used use designed built made led known paid pay pays founded "
    "based interested available responsible along together away far apart used followed powered backed more less "
    "one two some many most all each any none"
)
_LEADING_ON = tuple(
    word_set(
        "and or but the a an of to for with by in on at as from that which its their is are was be not like such than "
        "more less including up down about around over under nearly roughly also only"
    )
)
_DANGLING = re.compile(rf"(?:[\s,;:–—-]+(?:{'|'.join(sorted(_LEADING_ON))}))+$", re.IGNORECASE)


@lru_cache(maxsize=4_096)
def shortenings(text: str, least: int = _LEAST_WORDS) -> tuple[str, ...]:
    """Versions of the text, longest first, each ending where a clause ends; without the full stop.

    The first letter stays as it is: a version may stand in the middle of a line. least: words a version must have.
    """
    whole = _stopless(_OPENER.sub("", shown(text)))
    found = [whole]
    plain = _stopless(_ASIDE.sub("", whole))
    if len(plain.split()) >= least:
        found.append(plain)
    heads: set[str] = set()
    for base in dict.fromkeys((whole, plain)):
        for pattern in _CUTS:
            for match in pattern.finditer(base):
                head = _tidy(base[: match.start()])
                if len(head.split()) >= least and _balanced(head) and _whole(pattern, base, match) and _main(head):
                    heads.add(head)
    found += sorted(heads - set(found), key=lambda head: (-len(head), head))
    return tuple(version for version in dict.fromkeys(found) if version)


def _main(head: str) -> bool:
    """Does it hold a main clause: not only "While it rained", nor "The plant, which was opened in May"?"""
    relative = _RELATIVE.search(head)
    if relative and "," not in head[relative.end() :] and not _FINITE.search(head[: relative.start()]):
        return False
    opens = _SUBORDINATE.match(head) or (_PHRASE.match(head) and not _FINITE.search(head))
    return not opens or bool(re.search(r",\s+\S+\s+\S+\s+\S+", head))


_RELATIVE = re.compile(r"(?:,|\s[—–])\s+(?:\w+ )?(?:which|whom|who|whose|where)\s")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|will|would|can|could|may|might|should|must|do|does|did|says?|said|makes?|"
    r"made|\w{2,}ed|\w{3,}(?:izes|ises|ates|ides|ends|aims|ells|uns|ets|lans)|won|sold|built|told|took|led|grew|rose|"
    r"fell|began|bought|set|hit|put|won|found|works?|wants?|expects?)\b",
    re.IGNORECASE,
)


_SUBORDINATE = re.compile(
    r"(?:while|although|though|if|when|because|since|as|after|before|once|unless|until|whereas|had|thanks to|based on|"
    r"given|following|despite|according to|citing|building on|instead of|in addition to|alongside)\s(?!of\b|for\b)",
    re.IGNORECASE,
)
# What stands in front of a main clause, with or without a comma: "At Acme …", "In May Acme opened …".
_PHRASE = re.compile(r"(?:at|in|on|with|under|from|for|by|over|among|between|amid|like|unlike|through)\s", re.I)


def is_clause(text: str) -> bool:
    """Does the text say that something is or was done: a verb in it, or at its head ("Launched …", "Open a plant")?"""
    return bool(_FINITE.search(text))


def _whole(pattern: re.Pattern[str], text: str, match: re.Match[str]) -> bool:
    """Does the cut leave whole clauses: not part of a list, not a verb without its preposition?"""
    head = text[: match.start()]
    if pattern in _CUTS[2:]:
        strong = [cut_.end() for cut_ in _STRONG.finditer(head)]
        if strong and len(head[strong[-1] :].split()) < _LEAST_TAIL:
            return False
    if pattern is _LIST_COMMA:
        return not _LIST_GOES_ON.match(text, match.end())
    if pattern is _PREPOSITION:
        words = head.split()
        last = words[-1].lower().strip(",")
        return len(words) > 5 and last not in _BOUND and not last.endswith(("ing", "ed"))
    return True


def clip(text: str, most: int) -> str:
    """The longest version of at most `most` characters; if none is, cut after a word with "…"."""
    versions = shortenings(text)
    return next((version for version in versions if len(version) <= most), cut(versions[-1], most) if versions else "")


def sentence(text: str) -> str:
    """The first sentence of a text, without its full stop and without an opener that leans on what came before."""
    whole = _stopless(_OPENER.sub("", shown(text)))
    return capital(_CUTS[0].split(whole, maxsplit=1)[0].rstrip(".")) if whole else ""


def _tidy(head: str) -> str:
    """The beginning of a text without the words that only lead on to what was cut."""
    head = head.strip().rstrip(" ,;:–—-")
    return _stopless(_DANGLING.sub("", head) if head.lower().endswith(_LEADING_ON) else head)


def _stopless(text: str) -> str:
    """Without full stop; the point of an abbreviation stays."""
    text = text.strip().rstrip(" ,;:–—-")
    return text.rstrip(".") if not text.endswith(("etc.", "Inc.", "Co.", "Corp.", "Ltd.", "U.S.", "U.K.")) else text


def _balanced(text: str) -> bool:
    """Are brackets and double quotation marks closed?"""
    return (
        text.count("(") == text.count(")")
        and text.count("“") == text.count("”")
        and text.count('"') % 2 == 0
        and text.count("[") == text.count("]")
    )
