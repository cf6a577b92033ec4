"""A sum in its utterance goes in; is it a total to date, or the size a round has come to?"""

from __future__ import annotations

from briefing.claims.phrases import book, words_of
from briefing.claims.view import View

_LEDE = 6  # utterances at the head of an article that tell its news


def to_date(view: View, first: int, after: int) -> bool:
    """Do words near the sum say that it is what was raised up to now?"""
    if not _USED_UP.isdisjoint(view.words(max(0, first - 6), first)):
        return False  # "has swallowed more than | $5 million since 2021"
    start, end = max(0, first - 10), min(len(view.found), after + 12)
    for hit in book("rounds", "phrases", "to_date").all(view.low, start, end):
        crossed = range(hit.after, first) if hit.first < first else range(after, hit.first)
        if any(index in view.amount_at or view.word(index) in (".", ";") for index in crossed):
            continue
        if hit.first < first and _is_counted_in(view, crossed):
            continue  # "has raised $9 million to date, including a | $5 million Series A"
        if hit.first >= after and view.word(hit.after) in ("to", "of") and not hit.meaning.endswith(" to"):
            continue  # "… which takes total funding to $7 million": that of the next sum
        if hit.first > after and _record(view.words(after, hit.first)):
            continue  # "a $5 million Series C, the largest round of its trade so far"
        if hit.meaning == "previously raised":
            if hit.after <= first and _lone(view, first, after):
                return True
            continue
        if not hit.meaning.endswith(" to") or hit.after <= first <= hit.after + 6:
            return True
    counted = _since(view, first, after) or _brought_to(view, first) or _all_counted(view, first, after)
    return counted or over_rounds(view, after) or _in_all(view, first, after)


_NEWS = frozenset({"announced", "announces", "revealed", "disclosed", "confirmed"})


def _told_as_round(view: View) -> bool:
    """Does the next sentence go on with "The round was led by …"?"""
    following = view.reading.utterances[view.utterance.index + 1 : view.utterance.index + 2]
    return any(one.text.startswith(("The round ", "The financing ", "The funding round ")) for one in following)


def _is_counted_in(view: View, crossed: range) -> bool:
    """Do the words between a total and a sum behind it say that the sum is one of its parts?"""
    total = any(at in view.amount_at for at in range(crossed.start))
    return total and any(view.word(at) in _PART_OF_IT for at in crossed)


_PART_OF_IT = frozenset({"including", "includes", "counting", "which"})


def _record(between: list[str]) -> bool:
    return not _MOST.isdisjoint(between) and not _ONE_EVENT.isdisjoint(between)


_ONE_EVENT = frozenset({"round", "raise", "financing", "deal", "series", "fundraising", "investment", "loan", "grant"})


def _in_all(view: View, first: int, after: int) -> bool:
    """ "raised | $5 million in all", "In all, Acme has raised", "has raised a total of | $5 million"."""
    if view.words(after, after + 2) == ["in", "all"] and view.word(first - 1) != ",":
        return not view.word(after + 2).isalpha() or view.word(after + 2) in _BEHIND_ALL
    if view.words(0, 3) == ["in", "all", ","]:
        return first < _HEAD
    before = view.words(max(0, first - 8), first)
    whole = before[-2:] == ["total", "of"] and {"has", "have", "had"} & set(before)
    return bool(whole) and ROUND_WORDS.isdisjoint(view.words(after, after + 8))


def raised_at_once(view: View, first: int, after: int) -> bool:
    """ "raised a total of | $5 million from Northwind in May": told of one time, by one or two who gave it all."""
    before = view.words(max(0, first - 6), first)
    if before[-2:] != ["total", "of"] or "raised" not in before or {"has", "have", "had"} & set(before):
        return False
    return _from_one(view, after)


_BEHIND_ALL = frozenset({"since", "including", "from", "over", "and", "before", "so", "according"})
_HEAD = 12  # tokens between the opening of a sentence and its sum


def over_rounds(view: View, after: int) -> bool:
    """ "raised $5 million | in earlier rounds", "| over its first two rounds": what several rounds came to."""
    if view.word(after) == "it" and view.word(after + 1) in _GOT:
        after += 2
    if view.word(after) not in _OVER_THEM:
        return False
    at = after + 1 + 2 * (view.words(after + 1, after + 3) in _AT_LEAST)
    while at < after + 8 and (view.word(at) in _OF_ROUNDS or view.word(at).isdigit()):
        at += 1
    return at > after + 1 and view.word(at) in ("rounds", "financings")


_AT_LEAST = (["at", "least"], ["more", "than"])
_GOT = frozenset({"got", "raised", "received", "took", "collected", "secured"})
_OVER_THEM = frozenset({"in", "over", "across", "of", "through", "from", "during"})
_OF_ROUNDS = frozenset(
    "its the their two three four five six several multiple various separate earlier previous prior past former first "
    "early funding financing equity investment seed venture these those all private".split()
)


_USED_UP = frozenset(
    "swallowed swallows consumed consumes devoured eaten eats burned burnt cost costs spent spends sunk lost".split()
)


def _all_counted(view: View, first: int, after: int) -> bool:
    """ "Including the loan, Acme has attracted close to | $290 million": all raised, unless a round is named."""
    if view.word(0) not in _COUNTING or view.word(1) == "to" or view.utterance.passage.kind == "title":
        return False
    comma = next((at for at in range(2, 12) if view.word(at) == ","), first)
    ahead = view.words(max(comma, first - 9), first)
    return not {"has", "have", "had"}.isdisjoint(ahead) and ROUND_WORDS.isdisjoint(view.words(after, after + 8))


_COUNTING = frozenset({"including", "counting", "excluding", "adding", "leaving"})


def _brought_to(view: View, first: int) -> bool:
    """ "brings the total the studio has raised to | $58 million", "Total equity raised: | $96 million"."""
    if view.word(first - 1) == ":" and {"total", "raised"} <= set(view.words(max(0, first - 6), first)):
        return True
    before = view.words(max(0, first - 12), first)
    if before[-1:] != ["to"] or "total" not in before or any(at in view.amount_at for at in range(first - 8, first)):
        return False
    return not words_of("sums", "running", "brings").isdisjoint(before[: before.index("total")])


def _since(view: View, first: int, after: int) -> bool:
    """ "have put more than $700 million into Acme since 2016"."""
    perfect = {"has", "have", "had"} & set(view.words(max(0, first - 8), first))
    if not perfect:
        return False
    behind = view.words(after, min(after + 8, len(view.found)))
    follows = behind[behind.index("since") + 1 :] if "since" in behind else []
    return bool(follows) and (follows[0] in ("it", "its", "the") or follows[0].isdigit())


def _lone(view: View, first: int, after: int) -> bool:
    """A sum raised "previously" is a total unless a round, a valuation or a date goes with it."""
    end = min(len(view.found), after + 10)
    dates = (view.index(date.start) for date in view.utterance.dates if date.when.edtf)
    dated = any(max(0, first - 12) <= place < end for place in dates)
    return not dated and not set(view.words(after, end)) & ROUND_WORDS and not _from_one(view, after)


def _from_one(view: View, after: int) -> bool:
    """ "previously raised $12 million | from Northwind": one or two who gave it all make it a round."""
    if view.word(after) != "from" or {"investors", "backers", "including"} & set(view.words(after, after + 6)):
        return False
    end = next((at for at in range(after, len(view.found)) if view.word(at) in (".", ";", "which", "who")), after)
    return 1 <= len({view.name_at[at].canonical for at in range(after, end) if at in view.name_at}) <= 2


ROUND_WORDS = frozenset({"series", "seed", "round", "valuation", "valued", "led"})


def is_drawn(view: View, first: int, after: int) -> bool:
    """ "has drawn | $5 million | of its facility", "Of that loan, | $5 million | has been drawn"."""
    if _LENT.isdisjoint(view.low):
        return False
    ahead, behind = view.words(max(0, first - 5), first), view.words(after, after + 3)
    halves = view.words(max(0, first - 6), first - 1)
    if "half" in halves and not _DRAWING.isdisjoint(view.words(max(0, first - 8), first)):
        return True  # "has drawn the second half of a | $5 million | commitment"
    drawn = not _DRAWING.isdisjoint(ahead) and "on" not in ahead and not _FROM.isdisjoint(behind[:2])
    return drawn or behind[1:] == ["been", "drawn"] or behind[1:2] == ["drawn"]


_LENT = frozenset({"commitment", "facility", "loan", "loans", "credit", "line", "package", "debt", "tranche"})
_DRAWING = frozenset({"drawn", "drew", "draw", "draws", "drawing"})
_FROM = frozenset({"of", "from", "under", "on"})


def looks_back(view: View, first: int, after: int, qualifier: str | None) -> bool:
    """ "has raised more than $500 million from investors": no round is named, and it is no news.

    The figure is a floor, or the words stand in an inserted clause or far down the article.
    """
    if view.utterance.passage.kind == "title":
        return False
    left = view.words(max(0, first - 8), first)
    if "now" in left and "secured" in left and qualifier in ("over", "at-least"):
        left.append("raised")  # "Together with the loan, Acme has now secured | over $90 million"
    if ("have" in left or "had" in left) and not _HOLDERS.isdisjoint(left) and not PUT.isdisjoint(left):
        ahead = view.words(after, min(len(view.found), after + 8))
        return ROUND_WORDS.isdisjoint(ahead) and {"new", "fresh", "another"}.isdisjoint(left)
    if "raised" not in left or not {"has", "have", "had"} & set(_of_its_clause(left)):
        return False
    ahead = view.words(after, min(len(view.found), after + 8))
    if not ROUND_WORDS.isdisjoint(ahead) or not _ONCE_MORE.isdisjoint(left) or "stage" in ahead:
        return False
    if {"round", "rounds"} & set(view.words(after, min(len(view.found), after + 16))):
        return False  # "raised over €7 million, or some $8 million, in one of the year's biggest rounds"
    if left[left.index("raised") - 1] == "now" or _from_some(view, after):
        return True
    if "had" in left and "from" in view.words(after, after + 4) and view.word(after) in ("before", "earlier", "from"):
        return False  # "It had raised $2 million before, from Oakfund"
    news = not _NEWS.isdisjoint(left) or _told_as_round(view)
    aside = bool({"which", "who"} & set(left))
    if view.words(after, after + 1) in ([","], ["-"], ["–"], ["—"]) and not _MOST.isdisjoint(
        view.words(after, after + 5)
    ):
        return True  # "has raised nearly $300 million, the most of any maker of pumps"
    return qualifier in ("over", "at-least") or ((aside or view.utterance.index > _LEDE) and not news)


_ONCE_MORE = frozenset({"new", "fresh", "another", "additional", "further"})
_MOST = frozenset({"most", "largest", "highest", "biggest"})
_HOLDERS = frozenset({"backers", "investors", "shareholders", "owners"})  # "Its backers have put in | $5 million"
PUT = frozenset({"put", "invested", "poured", "pumped", "sunk", "ploughed", "contributed", "committed"})


def _from_some(view: View, after: int) -> bool:
    """ "has raised close to | $2 million | from investors such as Elm Partners": some of all who gave so far."""
    ahead = view.words(after, min(len(view.found), after + 26))
    at = next((at for at, word in enumerate(ahead) if word == "such" and ahead[at + 1 : at + 2] == ["as"]), 0)
    return at > 0 and ahead[at - 1] in _GIVERS


_GIVERS = frozenset({"investors", "backers", "firms", "vcs", "funds"})


def _of_its_clause(left: list[str]) -> list[str]:
    """ "Acme, which has 90 employees, | raised", "To recall: | Acme raised": the words behind the last
    comma or colon in front of the verb."""
    verb = len(left) - 1 - left[::-1].index("raised")
    commas = [at for at in range(verb) if left[at] in (",", ":")]
    return left[commas[-1] :] if commas else left


def is_running(view: View, first: int) -> bool:
    """ "bringing the round to $80 million": what the round has come to, not raised once more."""
    before = view.words(max(0, first - 9), first)
    brings = next((at for at, word in enumerate(before) if word in words_of("sums", "running", "brings")), None)
    if brings is None or "to" not in before[brings:]:
        return False
    named = set(before[brings:])
    return bool(named & words_of("sums", "running", "rounds")) and ("total" not in named or _of_round(before[brings:]))


def _of_round(words: list[str]) -> bool:
    """ "bringing the round's total to", "taking the Series B total to", "bringing the total round to"."""
    at = words.index("total")
    behind, ahead = words[at + 1 : at + 2], [word for word in words[:at] if word not in ("'", "s")][-2:]
    lettered = ahead[:1] == ["series"] or ahead[-1:] in (["round"], ["raise"], ["financing"], ["seed"])
    return lettered or behind in (["round"], ["raise"], ["financing"])
