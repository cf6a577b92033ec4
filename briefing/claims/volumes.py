"""A sum in a view goes in, what of that worth passes through somebody's hands comes out: "payments processed".

"processes payments worth $5 billion", "handled $5 billion in payments", "orders worth $5 million were booked",
"wants to process $5 billion a year".
"""

from __future__ import annotations

from functools import cache

from briefing.claims.lexicon import load
from briefing.claims.phrases import words_of
from briefing.claims.view import View
from briefing.claims.words import forms

_WORTH = frozenset({"worth", "totalling", "totaling", "of", "at"})
_WERE = frozenset({"was", "were", "been", "is", "are", "be", "being"})
_INVESTED = frozenset({"managed", "overseen"})
_INVESTORS = frozenset({"fund", "funds", "investor", "manager", "firm", "house"})
_LONGEST = 3  # words of what is handled
_RATES = frozenset({"a", "per", "each", "every", "annually", "yearly", "daily", "monthly"})
_PERIODS = frozenset({"in", "last", "this", "by", "during", "over", "since", "through", "so", ".", ",", ";", ""})


@cache
def _verbs() -> dict[str, str]:
    """Form of a verb of handling → its participle."""
    table: dict[str, str] = load("metrics")["volumes"]
    return {form: done for lemma, done in table.items() for form in (*forms(lemma), done)}


def volume(view: View, number: int) -> str:
    """The measure of a sum as what is handled, "" where nobody handles anything of that worth."""
    first, after = view.amount_span(number)
    at = _over_small(view, first - 1)
    if (done := _verbs().get(view.word(at), "")) and at not in view.name_at:
        return _with_noun(view, at, after, done)
    if view.word(at) in _WORTH:
        return _of_worth(view, at, after)
    return ""


def _over_small(view: View, at: int) -> int:
    while at > 0 and view.word(at) in words_of("metrics", "said_of", "small") - {"at"}:
        at -= 1
    return at


def _with_noun(view: View, at: int, after: int, done: str) -> str:
    """ "handled $5 billion | in payments last year", "processes $5 billion | a year"."""
    if view.word(after) in ("of", "in", "worth"):
        start = after + 1 + (view.word(after + 1) in ("of", "its", "their", "the"))
        noun = _noun_phrase(view, start)
        if noun:
            return f"{noun} {done}"
    flows = view.word(after) in _RATES or view.word(after) in _PERIODS
    flows = flows and (done not in _INVESTED or _INVESTORS.isdisjoint(view.words(max(0, at - 6), at)))
    return f"volume {done}" if flows and done in words_of("metrics", "handling", "flows") else ""


def _noun_phrase(view: View, start: int) -> str:
    """Up to three words that end in a plural or a noun of stuff, with nothing else between."""
    for end in range(min(start + _LONGEST, len(view.found)), start, -1):
        words = view.words(start, end)
        known = words[-1].endswith("s") or words[-1] in words_of("metrics", "handling", "stuff")
        if known and all(map(_plain, words)) and not any(at in view.name_at for at in range(start, end)):
            return " ".join(words)
    return ""


def _plain(word: str) -> bool:
    return word.isalpha() and word not in words_of("metrics", "said_of", "stops") | _RATES | _PERIODS


def _of_worth(view: View, at: int, after: int) -> str:
    """ "processed payments | worth | $5 billion", "orders | worth | $5 million were booked"."""
    end = at - (view.word(at) == "at" and view.word(at - 1) == "valued")
    start = end
    while (
        start > 0 and end - start < _LONGEST and _plain(view.word(start - 1)) and view.word(start - 1) not in _verbs()
    ):
        start -= 1
    noun = _noun_phrase(view, start) if 0 < end - start <= _LONGEST else ""
    done = _verbs().get(view.word(start - 1), "")
    if noun and done and len(noun.split()) == end - start:
        return f"{noun} {done}"
    if view.word(at) != "worth" or not (_WERE & set(view.words(after, after + 3))):
        return ""
    told = next((word for word in view.words(after, after + 4) if word in _verbs().values()), "")
    last = view.word(end - 1)
    return f"{last} {told}" if told and last.endswith("s") else ""
