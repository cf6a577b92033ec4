"""Small invented articles, read closely: what the tests of this folder share."""

from __future__ import annotations

from briefing.claims.analyse import analyse
from briefing.claims.knowledge import learn_all
from briefing.claims.reading import Clause, Reading
from briefing.claims.subject import find_subject
from briefing.model.briefing import Subject
from briefing.model.source import Source
from briefing.sources import read


def source(text: str, ident: str = "s1", **sidecar: str) -> Source:
    """An article as it would be read from a text file; its first line is the title."""
    return read(f"{ident}.txt", text.encode(), ident, dict(sidecar) or None)


def reading(text: str, subject: str = "Acme", **sidecar: str) -> Reading:
    """The article, read closely for the given subject."""
    one = source(text, **sidecar)
    found = find_subject([one], Subject(subject))
    return analyse(one, found, None, learn_all([one], found))


def sentence(words: str, subject: str = "Acme") -> Reading:
    """One sentence in an article about the subject."""
    return reading(
        f"{subject} has news\n{subject}, a payments startup, has news for its readers.\n\n{words}\n", subject
    )


def clause(read_closely: Reading, words: str) -> Clause:
    """The clause in which the given words stand."""
    at = read_closely.source.text.index(words)
    for utterance in read_closely.utterances:
        if utterance.passage.start <= at < utterance.passage.end:
            return utterance.clause_at(at)
    raise AssertionError(f"nobody speaks there: {words}")
