"""A figure in an utterance goes in, what it measures comes out in plain words: "annual recurring revenue", "developers"."""

from __future__ import annotations

from functools import cache

from briefing.claims.phrases import Hit, book, words_of
from briefing.claims.reading import FoundNumber
from briefing.claims.roles import noun_phrase
from briefing.claims.view import View

_REACH = 24


@cache
def _measure_nouns() -> frozenset[str]:
    return words_of("metrics", "counts", "nouns")


def of_sum(view: View, number: int) -> str:
    """The measure of a sum of trade: that of the noun phrase behind it, else the nearest one in front, else behind."""
    first, after = view.amount_span(number)
    hits = list(book("metrics", "money").all(view.found))
    behind = [hit for hit in hits if after <= hit.first <= after + len(noun_phrase(view, after)) + 2]
    before = [hit for hit in hits if hit.after <= first and first - hit.after <= _REACH]
    chosen = behind[0] if behind else before[-1] if before else next((hit for hit in hits if hit.first >= after), None)
    if chosen is None:
        return "revenue"
    return _with_owner(view, chosen)


def _with_owner(view: View, hit: Hit) -> str:
    """ "its revenue suite … an annual run rate": the part of the business that the measure is of, where one is named."""
    for index in range(hit.first - 1, max(hit.first - 14, -1), -1):
        if view.word(index) in ("suite", "business", "unit", "division", "segment", "arm") and view.word(
            index - 1
        ) not in ("the", "a", "its", "our", ""):
            return f"{view.word(index - 1)} {view.word(index)} {hit.meaning}"
    return hit.meaning


def of_plan(view: View, number: int) -> str:
    """ "investment strategy", "data center": the noun phrase of a sum that is to be spent."""
    phrase = noun_phrase(view, view.amount_span(number)[1])
    kept = [word for word in phrase if word not in ("a", "an", "the", "new", "its")]
    end = next(
        (at for at, word in enumerate(kept) if word in ("in", "near", "across", "over", "of", "that")), len(kept)
    )
    return " ".join(kept[: min(end, 4)]) or "investment plan"


def of_count(view: View, number: FoundNumber) -> str:
    """The noun a number counts, "" where it is none that companies are measured by."""
    words = number.unit.split()
    if not words:
        return _team_of(view, number)
    head = words[-1].lower()
    if head in words_of("metrics", "gate", "no_measure"):
        return ""
    if head in words_of("metrics", "counts", "staff") and len(words) == 1 and _are_staff(view, number, head):
        return "employees"
    if head in ("people", "person", "member", "jobs"):
        return ""
    known = head in _measure_nouns() or words[-1].isupper() or words[-1][:-1].isupper()
    return _co_ordinated(view, number) if known else ""


def _co_ordinated(view: View, number: FoundNumber) -> str:
    """ "6 million developers, enterprises, and start-ups": all that the number counts together."""
    after = view.span(number.start, number.noun_end)[1]
    if view.word(after) != ",":
        return number.unit
    last = end = after
    joined = False
    for _ in range(4):
        while view.word(end) in (",", "and"):
            joined = joined or view.word(end) == "and"
            end += 1
        head = next((at for at in range(end, min(end + 4, len(view.found))) if view.word(at) in _measure_nouns()), None)
        if head is None or any(view.found[at].kind == "s" and view.word(at) != "-" for at in range(end, head)):
            break
        last = end = head + 1
        if joined:
            return f"{number.unit}{view.text[view.found[after - 1].end : view.found[last - 1].end]}"
    return number.unit


def _are_staff(view: View, number: FoundNumber, head: str) -> bool:
    if head in (
        "employees",
        "employee",
        "staff",
        "workers",
        "headcount",
        "mitarbeiter",
        "mitarbeitende",
        "beschäftigte",
        "funcionários",
        "empleados",
        "salariés",
        "employés",
        "collaborateurs",
        "medewerkers",
        "anställda",
    ):
        return True
    first = view.index(number.start)
    around = {view.word(index) for index in range(max(0, first - 8), min(len(view.found), first + 6))}
    return bool(
        around
        & {
            "employs",
            "employ",
            "employed",
            "employing",
            "hired",
            "staff",
            "team",
            "workforce",
            "headcount",
            "emploie",
            "beschäftigt",
            "emprega",
        }
    )


def _team_of(view: View, number: FoundNumber) -> str:
    """ "a team of 1,200", "a workforce of about 300"."""
    first = view.index(number.start)
    before = [view.word(index) for index in range(max(0, first - 3), first)]
    named = set(before) & {"team", "workforce", "headcount", "staff"}
    return "employees" if named and before[-1:] in (["of"], ["to"], ["at"]) else ""


def of_power(view: View, number: FoundNumber) -> str:
    """Capacity, with what has it: "data center capacity"."""
    after = view.span(number.start, number.noun_end)[1]
    owner = [view.word(index) for index in range(after, after + 3)]
    if owner[:2] in (["data", "center"], ["data", "centre"], ["data", "centers"], ["data", "centres"]):
        return "data center capacity"
    if owner[:1] and owner[0] in (
        "plant",
        "facility",
        "farm",
        "park",
        "site",
        "campus",
        "factory",
        "reactor",
        "cluster",
    ):
        return f"{owner[0]} capacity"
    return "capacity"


def of_share(view: View, number: FoundNumber) -> str:
    """What a percentage is of: growth of a measure, a margin, a stake, a share of something; "" where it is not told."""
    first, after = view.span(number.start, number.noun_end)
    near = list(book("metrics", "percent").all(view.found, max(0, first - 8), min(len(view.found), after + 5)))
    named = [hit for hit in near if hit.meaning not in ("growth",)]
    if named:
        best = min(named, key=lambda hit: hit.first - after if hit.first >= after else first - hit.after)
        return _stake(view, first) if best.meaning == "stake" else best.meaning
    if _grows(view, first, after):
        return f"{_grown(view, first, after)} growth".strip()
    of_others = view.word(first - 1) in ("do", "does", "did", "than")
    if (
        view.word(after) == "of"
        and not of_others
        and view.word(after + 1) not in ("which", "that", "them", "it", "those")
    ):
        return f"share of {_share_of(view, after + 1)}"
    return ""


def _stake(view: View, first: int) -> str:
    """Whose stake: the last organisation named before it."""
    offset = view.offset(first)
    names = [
        name for name in view.utterance.names if name.end <= offset and not name.is_subject and name.kind != "place"
    ]
    return f"{names[-1].text} stake" if names else "stake"


def _grows(view: View, first: int, after: int) -> bool:
    words = words_of("metrics", "growth", "up") | words_of("metrics", "growth", "down")
    before = [view.word(index) for index in range(max(0, first - 4), first)]
    behind = [view.word(index) for index in range(after, after + 2)]
    return bool((set(before) | set(behind)) & words) and "to" not in before[-1:]


def _grown(view: View, first: int, after: int) -> str:
    """The measure that grew: named behind ("a 74% increase in valuation"), else the nearest in front, else none."""
    hits = [(hit.first, hit.meaning) for hit in book("metrics", "money").all(view.found)]
    for index, token in enumerate(view.found):
        if token.word in ("valuation", "valuations"):
            hits.append((index, "valuation"))
        elif token.word in _measure_nouns() and index not in view.name_at and index not in view.amount_at:
            hits.append((index, token.word))
        elif token.word in ("volume", "volumes") and not any(at in (index, index - 1, index - 2) for at, _ in hits):
            hits.append((index, "volume"))
    behind = sorted(
        hit for hit in hits if after <= hit[0] <= after + 4 and view.word(hit[0] - 1) in ("in", "of", "its")
    )
    before = sorted(hit for hit in hits if hit[0] < first)
    return behind[0][1] if behind else before[-1][1] if before else ""


def _share_of(view: View, start: int) -> str:
    """ "88% of the Forbes AI 50 are using its products": the words up to the verb."""
    end = start
    while (
        end < len(view.found)
        and end - start < 6
        and view.word(end)
        not in (
            ",",
            ".",
            ";",
            "(",
            "are",
            "is",
            "use",
            "uses",
            "in",
            "to",
            "from",
            "by",
            "on",
            "have",
            "has",
            "with",
            "and",
            "were",
            "was",
            "who",
            "that",
            "which",
            "comes",
            "come",
        )
    ):
        end += 1
    first = start + (view.word(start) in ("the", "all", "its", "our", "their"))
    return view.text[view.offset(first) : view.found[end - 1].end] if end > first else "the whole"


def of_multiple(view: View, number: FoundNumber) -> str:
    """ "10 times faster", "revenue tripled": the measure that a multiple is of; "" where a new figure follows anyway."""
    first, after = view.span(number.start, number.noun_end)
    comparative = view.word(after)
    if comparative in (
        "faster",
        "cheaper",
        "larger",
        "bigger",
        "smaller",
        "slower",
        "quicker",
        "higher",
        "lower",
        "better",
        "more",
        "less",
        "greater",
    ):
        if comparative in ("more", "less"):
            return f"times {comparative} {view.word(after + 1)}"
        return f"times {comparative}"
    behind = {view.word(index) for index in range(after, after + 3)}
    if (
        "growth" in behind
        or "increase" in behind
        or view.word(first) in words_of("metrics", "growth", "multiples")
        or number.unit == "times"
    ):
        grown = _grown(view, first, first)
        direct = "to" not in (view.word(after), view.word(after + 1)) and "valuation" not in grown
        return f"{grown} growth" if grown and direct and ("growth" in behind or _verb_of(view, first)) else ""
    return ""


def _verb_of(view: View, first: int) -> bool:
    """Is the multiple the verb of its clause ("revenue tripled"), and not a remark on another figure ("doubling …")?"""
    last = next(
        (
            view.word(index)
            for index in range(first, first + 4)
            if view.word(index) in words_of("metrics", "growth", "multiples")
        ),
        "",
    )
    return (
        last in ("doubled", "tripled", "quadrupled", "quintupled", "quadruple", "triple", "double")
        and view.word(first + 1) not in ("the", "that", "its", "their")
        and view.word(first - 1) not in ("this", "the", "a")
    )
