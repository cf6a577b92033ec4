"""A Reading goes in, the nouns that it has for what the subject makes, sells or runs come out, in the singular.

"Acme's machines", "an Acme machine", "its machines", "Acme builds sorting machines", "sorting machine maker Acme".
"""

from __future__ import annotations

from briefing.claims.reading import Reading, Utterance
from briefing.claims.verbs import is_adverb, is_determiner, is_finite, is_preposition
from briefing.claims.words import forms, row

_MOST = 400  # utterances
_MAKING = frozenset(
    form
    for verb in ("build", "make", "sell", "design", "develop", "produce", "operate", "offer", "run", "manufacture")
    for form in forms(verb)
)
_MAKERS = row("maker makers developer manufacturer builder operator provider supplier producer seller designer")
_NO_THINGS = row(
    "agreement arm asset backer bank board branch brand business case ceo chief claim client company "
    "competitor contract cost customer deal debt decision director division employee engineer executive "
    "factory finance firm first founder founding funding future growth head headquarters history home investor "
    "last launch lender life loan loss market member money name new office officer operation order own owner "
    "partner partnership plan plant policy position president price profit project relationship revenue rival "
    "round sale series share shareholder since site spokesman spokeswoman staff stake startup stock story "
    "strategy subsidiary success supplier team time travel unit until user valuation way work year"
)
_SIZE = 4
_ENDS = row("and or to that which up out off end ends back again")


def singular(noun: str) -> str:
    """ "machines" → "machine"."""
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def made_nouns(reading: Reading) -> frozenset[str]:
    """Made once for a Reading."""
    kept = reading.views.get(-1)
    if kept is None:
        found = {noun for utterance in reading.utterances[:_MOST] for noun in _nouns(utterance)}
        kept = reading.views[-1] = frozenset(found - _NO_THINGS)
    assert isinstance(kept, frozenset)
    return kept


def _nouns(utterance: Utterance) -> set[str]:
    sentence, found = utterance.sentence, set[str]()
    low = sentence.words.low
    for name in utterance.names:
        if not name.is_subject:
            continue
        first, after = sentence.first_word(name), sentence.last_word(name) + 1
        owned = low[after : after + 1] == ("'s",)
        found.add(_head(utterance, after + owned))
        at = after
        while at < len(low) and is_adverb(low[at]):
            at += 1
        if at < len(low) and low[at] in _MAKING:
            found.add(_head(utterance, at + 1))
        if first > 1 and low[first - 1] in _MAKERS:
            found.add(singular(low[first - 2]))
    for at, word in enumerate(low):
        if word in ("its", "our") and utterance.clause_at(sentence.words.starts[at]).is_subject:
            found.add(_head(utterance, at + 1))
        elif word in _MAKING and at and low[at - 1] in ("that", "which", "whose", "it", "company"):
            if utterance.clauses[0].is_subject:
                found.add(_head(utterance, at + 1))
        elif word in _MAKERS and low[at + 1 : at + 2] == ("of",) and utterance.clauses[0].is_subject:
            found.add(_head(utterance, at + 2))
    found.discard("")
    return found


def _head(utterance: Utterance, at: int) -> str:
    """The head of the short noun phrase that begins at word `at`, "" if none does."""
    sentence, head = utterance.sentence, ""
    words = sentence.words
    for index in range(at, min(at + _SIZE + 1, len(words.low))):
        word = words.low[index]
        if is_determiner(word):
            continue
        if not word.isalpha() or sentence.name_at[index] is not None or is_preposition(word) or is_adverb(word):
            break
        if is_finite(words, index) or word in _ENDS:
            break
        head = word
    return singular(head) if head else ""
