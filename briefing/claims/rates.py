"""A percentage or a multiple in an utterance goes in, what it is of comes out: "revenue growth", "gross margin"."""

from __future__ import annotations

from functools import cache

from briefing.claims.movements import moved_by
from briefing.claims.phrases import book, words_of
from briefing.claims.reading import FoundNumber
from briefing.claims.saidof import said_of
from briefing.claims.view import View


@cache
def _measure_nouns() -> frozenset[str]:
    return words_of("metrics", "counts", "nouns")


def of_share(view: View, number: FoundNumber) -> str:
    """What a percentage is of: growth of a measure, a margin, a stake, a share; "" where it is not told."""
    first, after = view.span(number.start, number.noun_end)
    near = book("metrics", "percent").all(view.low, max(0, first - 8), min(len(view.found), after + 5))
    named = [hit for hit in near if hit.meaning != "growth" and not _is_parted(view, after, hit.first)]
    if set(view.words(max(0, first - 9), first)) & {"laid", "layoffs", "fired"}:
        staff = {"staff", "workforce", "employees", "headcount", "team"} & set(view.words(after, after + 5))
        return "share of staff laid off" if staff else ""
    if view.word(after) == "complete":
        return "completion"
    if (view.word(after) in _MARKDOWNS and view.word(after + 1) in ("from", "to", "on")) or (
        {"marked", "marks", "wrote"} & set(before := view.words(first - 9, first)) and "down" in before
    ):
        return ""  # "a 50% cut from the $9 million of 2021", "marked its holding down by 22%": of what shares are worth
    if _SCORING & set(view.words(max(0, first - 3), first)) and view.word(after) in ("on", "in", "at"):
        return "score"
    if view.word(after) == "by" and after + 1 in view.name_at:
        return ""  # "is 62% owned by Northwind, | 20% | by Oakfund"
    to_it = view.word(first - 1) in ("at", "to", "is", "was", "of")
    if to_it and {"share", "market"} <= set(view.words(max(0, first - 9), first)):
        return "market share"  # "puts its slice of the market for pumps at | 14%"
    if view.word(after) == "share" and view.word(after + 1) == "of" and "market" in view.words(after + 2, after + 8):
        return "market share"  # "a | 28% | share of Norway's market for pumps"
    if _holds(view, first, after):
        return _stake(view, first) if view.word(first - 1) == "with" else ""  # told in stakes.py
    if named:
        best = min(named, key=lambda hit: hit.first - after if hit.first >= after else first - hit.after)
        return _stake(view, first) if best.meaning == "stake" else best.meaning
    if view.word(after) in ("less", "more", "fewer") and _is_compared(view, after + 1):
        noun = view.text[view.offset(after + 1) : view.end(after + 1)]
        known = view.word(after + 1) in _measure_nouns() | words_of("metrics", "said_of", "heads")
        return f"{noun} growth" if known else f"{view.word(after)} {noun}"  # "draws | 35% less power than"
    if _grows(view, first, after):
        if not _PAPER.isdisjoint(view.words(max(0, first - 16), first)) and not _grown(view, first, after):
            beside = not _PAPER.isdisjoint(view.words(max(0, first - 3), first))
            return "share price growth" if beside else ""  # not "shares of Northwind, which …, have fallen | 50%"
        said = said_of(view, first)
        said = said if said.split()[-1:] and said.split()[-1] in ("costs", "expenses", "cost") else ""
        moved, grown = moved_by(view, first, after), _grown(view, first, after)
        akin = not {word[:4] for word in moved.split()}.isdisjoint(word[:4] for word in grown.split())
        said = said or (grown if not moved or (akin and len(moved.split()) <= len(grown.split())) else moved)
        return f"{said} growth".strip()
    if view.word(first - 1) == "of" and (noun := _noun_of(view, first - 1)):
        return noun
    if view.word(after) == "of" and _of_company(view, first, after + 1):
        return ""
    if view.word(after) == "of" and _is_company(view, after + 1):
        held = _stake(view, first)  # "bought | 20% of Acme", "owns 20% of the company"
        return held if held != "stake" else f"share of {_share_of(view, after + 1)}"
    elided = view.word(first - 1) in ("do", "does", "did", "than")
    if view.word(after) == "of" and not elided and view.word(after + 1) not in _NOBODY:
        return f"share of {_share_of(view, after + 1)}"
    return ""


_MARKDOWNS = frozenset({"cut", "discount", "markdown", "haircut", "premium"})
_SCORING = frozenset({"scored", "scores", "scoring", "score"})


def _is_company(view: View, at: int) -> bool:
    """Does the subject stand here, as itself and not as the owner of something?"""
    name = view.name_at.get(at)
    if name is not None and name.is_subject:
        return view.word(view.index(name.end - 1) + 1) != "'"
    company = view.words(at, at + 2) in (["the", "company"], ["the", "startup"], ["the", "firm"])
    return company and view.word(at + 2) != "'"


def _of_company(view: View, first: int, after: int) -> bool:
    """ "agreed to buy | 60 per cent | of Acme for $5 million", "sold its 15% of Delta": shares, told as a stake."""
    if _TRADES.isdisjoint(view.words(max(0, first - 5), first)):
        return False
    end = next((at for at in range(after, after + 6) if view.word(at) in _PARTING), after + 6)
    named = next((view.name_at[at] for at in range(after, end) if at in view.name_at), None)
    plain = named is not None and view.word(view.span(named.start, named.end)[1]) not in ("'", "s")
    return named is not None and plain and (named.is_subject or named.kind in ("organisation", "unknown"))


_PARTING = frozenset({"from", "to", "in", "for", "by", "at", "with", ",", "."})
_TRADES = frozenset(
    "buy buys buying bought sell sells selling sold acquire acquires acquiring acquired purchase purchased take takes "
    "taking took own owns owned hold holds held".split()
)


def _is_compared(view: View, noun: int) -> bool:
    plain = view.word(noun).isalpha() and view.word(noun) not in _NO_NOUN
    return plain and view.word(noun + 1) in ("than", ",", ".", "at", "and")


_FOREIGN = frozenset({"pays", "people"})  # "it pays 8% less" is of no countries
_NO_NOUN = frozenset({"than", "expensive", "likely", "on", "in", "to", "for", "per", "of", "and"})
_NOBODY = frozenset(
    "everything anything everyone which that them it those whom mine ours yours theirs his hers".split()
)
_PAPER = frozenset({"shares", "stock", "stocks", "aktie", "aktien", "action", "actions", "ações", "acciones", "azioni"})


def _is_parted(view: View, after: int, first: int) -> bool:
    """Does another clause begin between the rate and a name behind it ("to 71%, and that retention was …")?"""
    return first > after and not {",", ";", "and", "while"}.isdisjoint(view.words(after, first))


def _noun_of(view: View, of: int) -> str:
    """ "a sensitivity | of 96%", "an average yield of 4%": what a rate is, if an article opens it."""
    for at in range(of - 1, max(of - 4, -1), -1):
        if view.word(at) in ("a", "an", "its"):
            words = view.words(at + 1, of)
            return "" if not words or words[-1] in words_of("metrics", "naming", "no_rate") else " ".join(words)
        if not view.word(at).isalpha() or at in view.name_at:
            return ""
    return ""


def _stake(view: View, first: int) -> str:
    """Whose stake: the last organisation named before it."""
    offset = view.offset(first)
    others = [name for name in view.utterance.names if name.end <= offset and not name.is_subject]
    names = [name for name in others if name.kind != "place"]
    return f"{names[-1].text} stake" if names else "stake"


def _holds(view: View, first: int, after: int) -> bool:
    """ "the biggest shareholder with | 24%", "the founders still hold | 14%"."""
    if view.word(first - 1) == "with":
        return view.word(first - 2) in _OWNERS
    at = first - 1
    while at > 0 and view.word(at) in words_of("metrics", "said_of", "small"):
        at -= 1
    return view.word(at) in _OWNING and view.word(after) in (".", ",", ";", "and", "while", "")


_OWNERS = frozenset({"shareholder", "investor", "owner", "holder", "shareholders"})
_OWNING = frozenset({"own", "owns", "owned", "hold", "holds", "held"})


def _grows(view: View, first: int, after: int) -> bool:
    words = words_of("metrics", "growth", "up") | words_of("metrics", "growth", "down")
    if "from" in view.words(first - 2, first) and "to" in view.words(after, after + 4):
        return False  # "arrears have fallen from | 9% to 6%": where they stood
    before = view.words(max(0, first - 4), first)
    if before[-1:] == ["+"]:
        return True  # "revenue $81m, | +69%"
    if before[-1:] == ["um"] and not words.isdisjoint(view.words(after, after + 12)):
        return True  # "ist um | 70 Prozent auf 4 Millionen Euro gestiegen"
    if before[-1:] == ["pay"]:
        return False
    if "up" in before and {"make", "makes", "made", "making"} & set(before):
        return False  # "women make up 63% of its borrowers"
    return bool((set(before) | set(view.words(after, after + 2))) & words) and before[-1:] != ["to"]


def _grown(view: View, first: int, after: int) -> str:
    """The measure that grew: named behind ("a 30% increase in valuation"), else the nearest in front, else none."""
    hits = [(hit.first, hit.meaning) for hit in book("metrics", "money").all(view.low)]
    taken = {place + step for place, _ in hits for step in range(3)}
    for index, token in enumerate(view.found):
        if token.word in ("valuation", "valuations"):
            hits.append((index, "valuation"))
        elif token.word in ("volume", "volumes") and index not in taken:
            hits.append((index, "volume"))
        elif (
            token.word in _measure_nouns()
            and token.word not in _FOREIGN
            and index not in view.name_at
            and index not in view.amount_at
        ):
            hits.append((index, token.word))
    behind = sorted(
        hit for hit in hits if after <= hit[0] <= after + 4 and view.word(hit[0] - 1) in ("in", "of", "its")
    )
    before = sorted(hit for hit in hits if hit[0] < first)
    return behind[0][1] if behind else before[-1][1] if before else ""


def _share_of(view: View, start: int) -> str:
    """ "88% of the Top Fifty are using its products": the words up to the verb."""
    ends = words_of("metrics", "naming", "share_ends")
    first = start + (view.word(start) in ("the", "all", "its", "our", "their"))
    end = next((at for at in range(first, first + 6) if view.word(at) in ends or at >= len(view.found)), first + 6)
    return view.text[view.offset(first) : view.end(end - 1)] if end > first else "the whole"


def of_multiple(view: View, number: FoundNumber) -> str:
    """ "10 times faster", "revenue tripled": the measure that a multiple is of; "" where the new figure follows."""
    first, after = view.span(number.start, number.noun_end)
    comparative = view.word(after)
    if comparative == "down" or view.words(after, after + 2) == ["-", "digit"]:
        return ""  # "doubled down", "low double-digit millions"
    if comparative in words_of("metrics", "naming", "comparatives"):
        noun = f" {view.word(after + 1)}" if comparative in ("more", "less") else ""
        return f"times {comparative}{noun}"
    grown = _grown(view, first, first)
    if comparative in _RISES and view.word(after + 1) == "in":
        moved = moved_by(view, first, after)
        return f"{moved} growth" if moved else ""  # "a tenfold | increase in sorting speed"
    told = {"growth", "increase"} & set(view.words(after, after + 3)) or _is_verb(view, first) or _grew(view, first)
    onward = "to" in view.words(after, after + 2) and view.word(after + 2) not in ("figures", "figure")
    direct = not onward and "valuation" not in grown and not _leads_to(view, after)
    return f"{grown} growth" if grown and direct and told else ""


def _grew(view: View, first: int) -> bool:
    """ "revenue has | grown | by 8x", "it | grew | its revenue 3.5 times", "customers are | up | 5x"."""
    for at in range(first - 1, max(first - 6, -1), -1):
        if view.word(at) in _GREW:
            return True
        if not view.word(at).isalpha() or view.word(at) in _NOT_GROWN:
            return False
    return False


_RISES = frozenset({"increase", "rise", "jump", "surge", "growth", "improvement", "gain"})
_GREW = frozenset("grew grow grown grows increased increases risen rose expanded jumped soared surged up".split())
_NOT_GROWN = frozenset("to from and than that which while in with".split())


def _leads_to(view: View, after: int) -> bool:
    """ "more than doubled in 2019 | to $5 million", "doubled in a month, | from $5 million to $9 million"."""
    for at in range(after, after + 9):
        if view.word(at) in ("to", "from") and (at + 1 in view.amount_at or at + 2 in view.amount_at):
            return True
        if view.word(at) in (".", ";", "and", "while") or at in view.amount_at:
            return False
    return False


def _is_verb(view: View, first: int) -> bool:
    """Is the multiple the verb of its clause ("revenue tripled"), and not a remark on another figure ("doubling …")?"""
    verbs = words_of("metrics", "growth", "multiples")
    last = next((word for word in view.words(first, first + 4) if word in verbs), "")
    remark = view.word(first + 1) in ("the", "that", "its", "their") or view.word(first - 1) in ("this", "the", "a")
    return bool(last) and not last.endswith("ing") and not remark
