"""The name of an organisation goes in; does it say that it gives money to others (a fund, a venture firm)?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from briefing.claims.phrases import words_of
from briefing.claims.reading import Utterance
from briefing.claims.wordclasses import fold, word_classes

_NEEDED = 2  # mentions of the subject in an article on it


@lru_cache(maxsize=1024)
def is_giver(name: str) -> bool:
    """Does the name end like that of an investor ("Oakfund Ventures", "Birch Asset Management LP")?"""
    words = [fold(word).strip(",.") for word in name.split()]
    while len(words) > 1 and (words[-1] in word_classes().legal or words[-1].isdigit() or set(words[-1]) <= {"i", "v"}):
        words.pop()
    return (
        bool(words)
        and (len(words) > 1 or len(words[0]) > 6)
        and (
            words[-1] in words_of("rounds", "givers", "last")
            or any(words[-1].endswith(end) for end in words_of("rounds", "givers", "ends"))
            or tuple(words[-2:]) in {tuple(pair.split()) for pair in words_of("rounds", "givers", "pairs")}
        )
    )


def tells_of_subject(utterances: Sequence[Utterance], subject_names: Sequence[str]) -> bool:
    """Is a source an article on the subject: in its title, or named more often than anybody but investors?"""
    counts: Counter[str] = Counter()
    own = 0
    for utterance in utterances:
        if utterance.passage.kind == "title" and any(own_name in utterance.text for own_name in subject_names):
            return True  # also in "(Acme Battery Project)"
        for name in utterance.names:
            if name.is_subject:
                own += 1
            elif name.kind == "organisation" and not is_giver(name.canonical):
                counts[name.canonical] += 1
    return own >= _NEEDED and own >= max(counts.values(), default=0)
