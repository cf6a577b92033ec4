"""A figure's place in a view goes in, the noun phrase that it is said of comes out: "R&D expense | climbed to $5m".

Three shapes of language: a label ("Net loss: $5m", "Stores: 112"), a noun phrase with a verb of standing or moving
("Non-performing loans stood at 1.9%"), and what somebody moves ("cut its churn to 2%"). Only phrases whose head is a
noun of business figures count.
"""

from __future__ import annotations

import re

from briefing.claims.phrases import words_of
from briefing.claims.view import View

_LONGEST = 9  # words of a label or of a noun phrase


def labelled(view: View, first: int) -> str:
    """The label of the entry that the figure at token `first` comes right behind the colon of; "" if none.

    An entry begins with the line or behind a bar or semicolon: "Founded: 2018 | Employees: | 380".
    """
    colon = next((at for at in range(first - 1, max(first - 4, 0), -1) if view.word(at) == ":"), -1)
    if colon < 1:
        return ""
    small = all(view.word(at) in words_of("metrics", "said_of", "small") for at in range(colon + 1, first))
    colon = _before_date(view, colon)
    begin = colon
    while begin and colon - begin <= _LONGEST + 1 and view.word(begin - 1) not in _BARS:
        begin -= 1
    if colon - begin > _LONGEST + 1 or begin == colon or _before(view, begin, colon):
        return ""
    if not small or (view.utterance.passage.kind == "sentence" and view.word(begin) in ("a", "an")):
        return ""
    while colon - begin > 1 and view.word(colon - 1).isdigit() and len(view.word(colon - 1)) == 4:
        colon -= 1  # "Net revenue 2025: | €9 million"
    if (
        len(view.found) <= _SHORT
        and colon - begin == 1
        and view.word(begin).endswith("s")
        and view.word(begin).isalpha()
    ):
        return view.word(begin)  # "Clinicians: | 190."
    return _name(view, begin, colon) or _headed(view, begin, colon) or _of_rate(view, begin, colon)


def _before_date(view: View, colon: int) -> int:
    """ "Revenue|, 31 March 2025:", "Customers| (end of 2025):": where the label ends that a date stands behind."""
    for at in range(colon - 1, max(colon - _DATED, 0), -1):
        if view.word(at) in (",", "("):
            start, end = view.offset(at), view.offset(colon)
            dated = any(start < date.start < end for date in view.utterance.dates)
            return at if dated else colon
    return colon


_SHORT = 5  # tokens of an entry that is all of its line or sentence
_DATED = 8  # tokens of a date between a comma and a colon
_BARS = frozenset({"|", ";", "•", "·"})


def _headed(view: View, begin: int, colon: int) -> str:
    """ "Satellites launched: | 6", "Share of volume under contract: | 70%": a label that a noun of figures begins."""
    known = words_of("metrics", "counts", "nouns") | words_of("metrics", "said_of", "heads")
    if view.word(begin) not in known or not 2 <= colon - begin <= _LONGEST:
        return ""
    return view.text[view.offset(begin) : view.end(colon - 1)].lower()


def _of_rate(view: View, begin: int, colon: int) -> str:
    """ "Yield: | 93%": a noun that says too little of a sum."""
    rate = view.word(colon + 2) in ("%", "percent", "per") and colon - begin == 1
    return view.word(begin) if rate and view.word(begin) in words_of("metrics", "said_of", "heads") else ""


def said_of(view: View, first: int) -> str:
    """The noun phrase that is the subject of the verb in front of the figure, "" if it is no measure."""
    at = _over_former(view, first)
    copula = at > 1 and view.word(at) == "s" and view.word(at - 1) == "'"  # "Retention's | 117%"
    at -= copula
    if at < 1:
        return ""
    if view.word(at) == "," and view.word(at + 1) in _BESIDE:  # "Its scrap rate, at | 3%, …"
        return _phrase_before(view, at) or _made_up(view, at)
    at -= view.word(at) == "in" and view.word(at - 1) in _CAME
    if "by" in view.words(at + 1, first) and view.word(at) not in _BEING and view.word(first - 1) == "by":
        return ""  # "The workforce grew by | 60": a change, no level
    put = view.word(at) in _PUT and view.word(at - 1) in _BEING  # "is put | at 92%"
    if view.word(at) not in words_of("metrics", "said_of", "verbs") and not copula and not put:
        return ""
    while at and (view.word(at - 1) in words_of("metrics", "said_of", "auxiliaries") or _softens(view, at - 1)):
        at -= 1
    return re.sub(r"^(?:total )?number of ", "", _phrase_before(view, _before_aside(view, at)))


def _made_up(view: View, after: int) -> str:
    """ "Wages made up the biggest part of costs |, at $26m": the noun phrase that the sentence begins with."""
    ahead = view.words(max(0, after - _ASIDE), after)
    most = {"biggest", "largest"} & set(ahead) and {"costs", "expenses", "spending", "revenue", "sales"} & set(ahead)
    verb = next((at for at in range(1, min(after, 6)) if view.word(at) in _MAKING_UP), 0)
    return _phrase_before(view, verb) if most and verb else ""


_MAKING_UP = frozenset({"made", "were", "was", "are", "is", "formed", "remained", "make"})
_BESIDE = frozenset({"at", "now", "currently"})
_CAME = frozenset({"came", "comes", "come", "coming"})
_BEING = frozenset({"is", "are", "was", "were", "be", "been"})
_PUT = frozenset({"put", "set", "measured", "estimated", "reported", "given", "capped", "calculated", "forecast"})
_ASIDE = 16  # tokens between two commas


def _before_aside(view: View, at: int) -> int:
    """ "Cash at the bank |, by the word of one who saw the papers, stood": where the noun phrase ends."""
    if view.word(at - 1) != ",":
        return at
    for comma in range(at - 2, max(at - _ASIDE, 0), -1):
        if view.word(comma) == ",":
            return comma
        if view.word(comma) in (".", ";", ":") or comma in view.amount_at:
            break
    return at


def _phrase_before(view: View, after: int) -> str:
    """The name of the measure whose noun phrase ends in front of token `after`."""
    start = after
    while start and after - start < _LONGEST and not _before(view, start - 1, start):
        start -= 1
    start -= 2 * (view.word(start - 1) == "and" and view.word(start - 2) == "cash")  # "cash and equivalents"
    return _name(view, start, after)


def driven(view: View, first: int) -> str:
    """The noun phrase that somebody moves to the figure: "cut its goal for exports to | $5m", "keeps churn below 2%".

    "" if it is no measure. Targets keep what they are for: "target for orders".
    """
    at = _over_former(view, first)
    moving = words_of("metrics", "said_of", "driving")
    reach = _LONGEST + 4 * (view.word(at) == "at" or view.word(at + 1) == "at")
    verb = next((place for place in range(at, max(at - reach, -1), -1) if view.word(place) in moving), -1)
    if verb < 0 or at == verb or _TOWARDS.isdisjoint(view.words(at + 1, first)) or _before(view, verb, at + 1):
        return ""
    goal = next((place for place in range(verb + 1, at + 1) if view.word(place) in GOALS), -1)
    if goal < 0:
        owned = next((place for place in range(at, verb, -1) if view.word(place) == "s"), verb)
        name = _name(view, owned + 1 if view.word(owned - 1) == "'" else verb + 1, at + 1)
        return name.removeprefix("number of ")
    if view.word(goal - 1) == "price":
        return ""  # "cut its price target to $9": an analyst's
    start = verb + 1 + (view.word(verb + 1) in words_of("metrics", "said_of", "openers"))
    kind = start < goal or view.word(goal + 1) in ("for", "of", "on")  # "its target" alone does not tell of what
    end = next((place for place in range(goal + 2, at + 1) if view.word(place) in _TIMES), at + 1)
    return view.text[view.offset(start) : view.end(end - 1)] if kind and end - start < _LONGEST else ""


def measure_of(view: View, first: int) -> str:
    """ "has a market value of about | $5m", "with an average basket of | $90": the measure that "of" leads from."""
    at = _over_small(view, first - 1)
    if view.word(at) != "of":
        return ""
    opener = next((place for place in range(at - 1, max(at - 5, -1), -1) if view.word(place) in _OPENERS), -1)
    if opener < 0 or at - opener < 3 or not _OF_DEALS.isdisjoint(view.words(opener, at)):
        return ""
    return "" if _before(view, opener + 1, at) else _name(view, opener + 1, at)


_OPENERS = frozenset({"a", "an", "its", "their", "our"})
_OF_DEALS = frozenset("deal transaction purchase offer enterprise equity implied investment funding loan total".split())

GOALS = frozenset({"target", "targets", "forecast", "forecasts", "guidance", "outlook", "goal"})
_TOWARDS = frozenset({"to", "at", "from", "below", "under", "above"})
_TIMES = frozenset({"this", "next", "by", "in", "last"})


def _over_former(view: View, first: int) -> int:
    """The token in front of the figure, of small words, of a rate and of where things stood before."""
    at = _over_small(view, first - 1)
    at = _over_span(view, _over_rate(view, at))
    if view.word(at) == "from":
        at = _over_rate(view, at - 1)  # "fell to 1.7% from | 2.0%"
        return _over_small(view, at - 1 if view.word(at)[:1].isdigit() else at)  # "fell from | 1,900 to 1,640"
    if at > 1 and view.word(at)[:1].isdigit() and view.word(at - 1) == "from":
        return _over_small(view, at - 2)  # "fell from 1,900 to | 1,640"
    return at


def _over_rate(view: View, at: int) -> int:
    """ "improved by 2.3 percentage points to | 94%", "rose 22% to | $5m": the rate of change is stepped over."""
    start = at
    while at > 0 and view.word(at) in ("%", "percent", "per", "cent", "percentage", "points", "point"):
        at -= 1
    if at == start or not view.word(at)[:1].isdigit():
        return start
    return _over_small(view, at - 1)


def _over_span(view: View, at: int) -> int:
    """ "has tripled over the past year to | 310", "doubled since May to | 90": the time it took is stepped over."""
    if at < 2 or view.word(at + 1) != "to":
        return at
    for start in range(at - 1, max(at - 6, 0), -1):
        if view.word(start) in _OVER:
            return start - 1
    return at


_OVER = frozenset({"over", "in", "since", "within", "during"})


def _softens(view: View, at: int) -> bool:
    """ "has | nearly | tripled", "have | more than | doubled"."""
    return view.word(at) in _SOFT or (view.word(at) in ("more", "than") and "than" in view.words(at, at + 2))


_SOFT = frozenset({"nearly", "almost", "roughly", "about", "already", "since", "now"})


def _over_small(view: View, at: int) -> int:
    small = words_of("metrics", "said_of", "small")
    while at >= 0 and (view.word(at) in small or view.word(at) in _MORE or view.word(at).endswith("ly")):
        at -= 1
    return at


_MORE = frozenset({"bit", "little", '"'})  # "was "a bit more than" $5m"


def _before(view: View, first: int, after: int) -> bool:
    """Does something stand there that no noun phrase of a measure holds: a stop, a figure, a verb?"""
    stops = words_of("metrics", "said_of", "stops")
    return any(view.word(at) in stops or at in view.amount_at for at in range(first, after))


_AVERAGE = frozenset({"average", "median", "mean", "typical"})
_OUTSIDE = frozenset({"from", "to", "of", "for", "today", "going", "spot", "market", "world"})  # "the going rate"


def _name(view: View, first: int, after: int) -> str:
    """tokens[first:after] as the name of a measure: without articles, owners and what stands behind "for", "in", "at".

    "" unless the head is a noun of figures.
    """
    for at in range(after - 1, first - 1, -1):
        if view.word(at) == "s" and view.word(at - 1) == "'" and view.name_at.get(at - 2) is not None:
            named = view.name_at[at - 2]
            if named.is_subject or named.kind == "person":
                first = at + 1
                break
    while first < after and (view.word(first) in words_of("metrics", "said_of", "openers") or _subject(view, first)):
        first += 1
    cut = words_of("metrics", "said_of", "cuts")
    end = next((at for at in range(first + 1, after) if view.word(at) in cut), after)
    if first >= end or end - first > 7:
        return ""
    end -= view.word(end - 1) == "outstanding" and end - first > 1  # "loans outstanding"
    of = next((at for at in range(first + 1, end) if view.word(at) == "of"), end)
    articled = (at + 1 for at in range(of - 1, first, -1) if view.word(at) in ("a", "an"))  # "made a | profit"
    first = next(articled, first)
    heads = words_of("metrics", "said_of", "heads") | words_of("metrics", "counts", "nouns")
    if view.word(of - 1) == "number" and end == of:
        return ""
    told = of - first > 1 or view.word(first) not in words_of("metrics", "said_of", "bare")
    average = of - first > 1 and view.word(first) in _AVERAGE  # "the average fare": whatever it is the average of
    if (
        _is_outside(view, first, of)
        or not (average or view.word(of - 1) in heads or view.words(of - 2, of) == ["head", "count"])
        or not (told or _is_of_each(view, first, of, end))
    ):
        return ""
    text = view.text[view.offset(first) : view.end(end - 1)]
    return text if any(char.isupper() for char in text[1:]) else text.lower()


def _is_outside(view: View, first: int, after: int) -> bool:
    """ "the going rate", "today's price": of a whole trade; "from 12 people": no noun phrase. Not "market share"."""
    priced = view.word(after - 1) in ("price", "prices", "rate", "rates")
    word = view.word(first) if view.word(first) != "'" else view.word(first - 1)
    return word in _OUTSIDE and (priced or word in ("from", "to", "of", "for"))


def _is_of_each(view: View, first: int, of: int, end: int) -> bool:
    """ "The cost | of a pump", "the price of each seat": a noun that says little alone, and what it is of."""
    alone = "of" not in view.words(of + 1, end)  # not "of a barrel of oil"
    one = end > of + 2 and view.word(of + 1) in _EACH
    return alone and view.word(first) in ("cost", "costs", "price") and (one or view.word(of + 1) in _MASS)


_MASS = frozenset(
    "production goods sales revenue acquisition materials energy electricity labour labor funding".split()
)
_EACH = frozenset({"a", "an", "its", "each", "one", "our"})


def _subject(view: View, at: int) -> bool:
    name = view.name_at.get(at)
    return name is not None and name.is_subject
