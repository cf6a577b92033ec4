"""A source's sentence in, shorter versions of it out, longest first: whole clauses are left out, no word is changed."""

from __future__ import annotations

import re

from briefing.slides.wording import capital, cut, shown

# Openers that lean on the sentence before; without them the words are the same.
_OPENER = re.compile(
    r"^(?:however|moreover|furthermore|finally|still|meanwhile|likewise|similarly|also|but|and|so|yet|instead|besides|"
    r"that said|in other words|at the same time|for example|for instance|in addition|separately|overall|indeed|thus|"
    r"additionally|consequently|therefore|nevertheless|nonetheless|then)\b,?\s+",
    re.IGNORECASE,
)
_WATCH = re.compile(r"^(?:watch,? too,? for|watch for|look for)\s+", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\((?:[^()]{1,120})\)|\s+[—–]\s+[^—–]{1,120}\s+[—–](?=\s)|—[^—]{1,120}—")
# Where a clause may end, strongest first.
_CUTS = (
    re.compile(r"(?<=[.!?])[\"”’]?\s+(?=[\"“A-Z])"),
    re.compile(r"\s*;\s+|\s*—\s*|\s+[–-]\s+|:\s+"),
    re.compile(r",\s+(?=(?:but|which|who|while|whereas|although|though|because|since|so|as|where|when|with|including)\b)"),
    re.compile(r",\s+"),
    re.compile(
        r"\s+(?=(?:which|because|while|whereas|although|though|unless|until|since|so that|rather than|instead of|"
        r"such as|including|but|where)\b)"
    ),
    re.compile(r"\s+(?=(?:and|with|for|to|by|in|on|as|from|that)\s)"),
)
_LEAST_WORDS = 4
_DANGLING = re.compile(
    r"(?:[\s,;:–—-]+(?:and|or|but|the|a|an|of|to|for|with|by|in|on|at|as|from|that|which|its|their|is|are|was|be|not|"
    r"like|such|than|more|less|including))+$",
    re.IGNORECASE,
)


def shortenings(text: str) -> tuple[str, ...]:
    """Versions of the text, longest first, each ending where a clause ends; without the full stop.

    The first letter stays as it is: a version may stand in the middle of a line.
    """
    whole = _tidy(_OPENER.sub("", shown(text)))
    found = [whole]
    plain = _tidy(_ASIDE.sub("", whole))
    if len(plain.split()) >= _LEAST_WORDS:
        found.append(plain)
    heads: set[str] = set()
    for base in (whole, plain):
        for pattern in _CUTS:
            for match in pattern.finditer(base):
                head = _tidy(base[: match.start()])
                if len(head.split()) >= _LEAST_WORDS and _balanced(head):
                    heads.add(head)
    found += sorted(heads - set(found), key=lambda head: (-len(head), head))
    return tuple(version for version in dict.fromkeys(found) if version)


def clip(text: str, most: int) -> str:
    """The longest version of at most `most` characters; if none is, cut after a word with "…"."""
    versions = shortenings(text)
    return next((version for version in versions if len(version) <= most), cut(versions[-1], most) if versions else "")


def sentence(text: str) -> str:
    """The first sentence of a text, without its full stop and without an opener that leans on what came before."""
    whole = _tidy(_OPENER.sub("", shown(text)))
    return capital(_CUTS[0].split(whole, maxsplit=1)[0].rstrip(".")) if whole else ""


def _tidy(text: str) -> str:
    text = _DANGLING.sub("", text.strip().rstrip(" ,;:–—-"))
    return text.rstrip(".") if not text.endswith(("etc.", "Inc.", "Co.", "Corp.", "Ltd.", "U.S.", "U.K.")) else text


def _balanced(text: str) -> bool:
    """Are brackets and double quotation marks closed?"""
    return (
        text.count("(") == text.count(")")
        and text.count("“") == text.count("”")
        and text.count('"') % 2 == 0
        and text.count("[") == text.count("]")
    )
