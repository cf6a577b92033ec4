"""The text of an article on the subject goes in, who speaks for the company without a post being told comes out.

A portrait opens with its founder's life ("His start-up, Acme, …") and quotes him as "we" from then on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache

_BEFORE = 400  # characters in front of "his start-up, Acme" within which he is named
_LEAST = 2  # quotations of somebody whom the article quotes more than anybody else


def own_voices(text: str, names: Sequence[str], is_person: Callable[[str], bool]) -> Iterator[str]:
    """Full names of those who speak for the subject. text: plain. names: of the subject. is_person: by the name."""
    for match in _owned(tuple(names)).finditer(text):
        ahead = _FULL.findall(text, max(0, match.start() - _BEFORE), match.start())
        forms = (form for name in reversed(ahead) for form in (name, name.partition(" ")[2]))  # "When Jane Doe left"
        found = next((form for form in forms if is_person(form)), "")
        if found:
            yield found
    spoken: Counter[str] = Counter()
    ours: Counter[str] = Counter()
    for match in _QUOTED.finditer(text):
        speaker = match["behind"] or match["before"]
        spoken[speaker] += 1
        ours[speaker] += _WE.search(match["said"]) is not None
    for speaker, count in spoken.most_common(1):
        often = count > _LEAST and 3 * count > 2 * spoken.total()
        if count >= _LEAST and ours[speaker] >= _LEAST - often and 2 * count > spoken.total():
            full = re.findall(rf"\b[A-Z][\w'-]+ (?:[A-Z]\. )?{re.escape(speaker)}\b", text)
            found = next((name for name in full if is_person(name)), "")
            if found:
                yield found


@cache
def _owned(names: tuple[str, ...]) -> re.Pattern[str]:
    """ "His start-up, Acme", "her own company Acme"."""
    called = "|".join(map(re.escape, names))
    return re.compile(
        rf"\b[Hh](?:is|er) (?:[a-z-]+ ){{0,3}}(?:start-?up|company|firm|business|venture|outfit),? (?:called |named )?"
        rf"(?:{called})\b"
    )


_FULL = re.compile(r"\b[A-Z][\w'-]+ (?:[A-Z]\. )?(?:[A-Z]\w+[ -])?[A-Z][\w'-]+\b")
_SAYS = r"(?:said|says|told|tells|explained|explains|recalled|recalls|added|adds|noted|argued|predicted)"
_QUOTED = re.compile(
    rf'"(?P<said>[^"]{{15,700}}),?" '
    rf"(?:(?P<behind>[A-Z][\w'-]+) {_SAYS}\b|{_SAYS} (?P<before>[A-Z][\w'-]+)\b(?! [A-Z]))"
)
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|[Ww]e're|[Ww]e've)\b")
