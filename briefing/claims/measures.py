"""A figure in an utterance goes in, what it measures comes out in plain words: "recurring revenue", "developers"."""

from __future__ import annotations

from functools import cache

from briefing.claims.having import is_had, is_moved
from briefing.claims.headnouns import noun_phrase
from briefing.claims.ownthings import is_own_thing
from briefing.claims.phrases import Hit, book, words_of
from briefing.claims.reading import FoundNumber
from briefing.claims.view import View

_REACH = 24


@cache
def _measure_nouns() -> frozenset[str]:
    return words_of("metrics", "counts", "nouns")


# ---------------------------------------------------------------- sums


def of_sum(view: View, number: int) -> str:
    """The measure of a sum of trade: that of the noun phrase behind it, else the nearest one in front, else behind."""
    first, after = view.amount_span(number)
    hits = list(book("metrics", "money").all(view.low))
    reach = after + len(noun_phrase(view, after)) + 2
    behind = [hit for hit in hits if after <= hit.first <= reach and not _parted(view, after, hit.first)]
    before = [hit for hit in hits if hit.after <= first and first - hit.after <= _REACH]
    later = [hit for hit in hits if hit.first >= after]
    chosen = next((group[at] for group, at in ((behind, 0), (before, -1), (later, 0)) if group), None)
    return _with_part(view, chosen) if chosen else "revenue"


def _parted(view: View, first: int, after: int) -> bool:
    """Does another clause begin between ("€310m, while losses …")?"""
    return bool({",", ";", "while", "and", "but"} & set(view.words(first, after)))


def _with_part(view: View, hit: Hit) -> str:
    """ "its revenue suite … an annual run rate": the part of the business that the measure is of, if one is named."""
    for index in range(hit.first - 1, max(hit.first - 14, -1), -1):
        before = view.word(index - 1)
        if view.word(index) in words_of("metrics", "naming", "parts") and before not in ("the", "a", "its", "our", ""):
            return f"{before} {view.word(index)} {hit.meaning}"
    return hit.meaning


def of_plan(view: View, number: int) -> str:
    """ "investment strategy", "data center": the noun phrase of a sum that is to be spent."""
    phrase = [
        word for word in noun_phrase(view, view.amount_span(number)[1]) if word not in ("a", "an", "the", "new", "its")
    ]
    ends = words_of("metrics", "naming", "plan_ends")
    end = next((at for at, word in enumerate(phrase) if word in ends), len(phrase))
    return " ".join(phrase[: min(end, 4)]) or "investment plan"


def of_price(view: View, first: int) -> str:
    """ "at an offering price of | $17 per share": "offering price"; "" where no price is named right in front."""
    at = next((at for at in range(first - 1, max(first - 4, -1), -1) if view.word(at) == "price"), -1)
    if at < 1:
        return ""
    kind = view.word(at - 1)
    return f"{kind} price" if kind in words_of("metrics", "naming", "prices") else "price"


def of_milestones(view: View, after: int) -> str:
    """ "up to $1 billion | in development and sales milestones": payments that hang on steps to come."""
    if view.word(after) not in ("in", "of"):
        return ""
    words = view.words(after, min(after + 9, len(view.found)))
    return "milestone payments" if {"milestones", "milestone"} & set(words) else ""


def is_runway(view: View, number: FoundNumber) -> bool:
    """ "a cash runway of 24 months", "cash for 18 months"."""
    first = view.index(number.start)
    before = view.words(max(0, first - 6), first)
    return "runway" in before or ("cash" in before and before[-1:] in (["for"], ["another"], ["last"]))


def is_headcount(view: View, first: int, said: str) -> bool:
    """A bare number of staff: "employs 310", "staff numbers rose to 310", "a team of 310"."""
    before = view.words(max(0, first - 3), first)
    if said:
        return bool({"staff", "headcount", "workforce", "employees"} & set(said.split()))
    employs = before[-1:] and before[-1] in ("employs", "employ", "employed", "beschäftigt", "emploie", "emplea")
    return bool(employs) or _team_of(view, first) != ""


# ---------------------------------------------------------------- counts


def of_count(view: View, number: FoundNumber, further: bool = False) -> str:
    """The noun a number counts, "" where it is none that companies are measured by. further: it goes on a list."""
    words = number.unit.split()
    first = view.index(number.start)
    if not words:
        return _team_of(view, first)
    head = words[-1].lower()
    if head in words_of("metrics", "counts", "stuff"):
        return of_output(view, number)
    if set(view.words(max(0, first - 4), first)) & words_of("metrics", "naming", "leaving"):
        return ""
    if head in words_of("metrics", "gate", "no_measure") or view.word(first - 1) in words_of(
        "metrics", "naming", "hiring"
    ):
        return ""
    if len(words) == 1 and head in words_of("metrics", "counts", "staff") and _are_staff(view, first, head):
        return "employees"
    if head in words_of("metrics", "naming", "people"):
        return ""
    known = head in _measure_nouns() or words[-1].isupper() or words[-1][:-1].isupper()
    known = known or further or (number.value > 12 and (_does(view, first) or _bears_name(view, number)))
    return _co_ordinated(view, number) if known else ""


def _bears_name(view: View, number: FoundNumber) -> bool:
    """ "2,150 Acme arms": the subject's name stands in what is counted."""
    return any(name.is_subject and number.end <= name.start < number.noun_end for name in view.utterance.names)


def _does(view: View, first: int) -> bool:
    """Does a verb by which a company has what is counted stand in front?"""
    if view.reading.source.language == "en":
        return is_had(view, first) or is_moved(view, first)
    ahead = set(view.words(max(0, first - 7), first))  # whose verbs and nouns are less well known here
    return bool(ahead & (words_of("metrics", "naming", "doing") | words_of("metrics", "gate", "has")))


def _co_ordinated(view: View, number: FoundNumber) -> str:
    """ "6 million developers, enterprises, and start-ups": all that the number counts together."""
    after = view.span(number.start, number.noun_end)[1]
    if view.word(after) != ",":
        return number.unit
    end, joined = after, False
    for _ in range(4):
        while view.word(end) in (",", "and"):
            joined = joined or view.word(end) == "and"
            end += 1
        heads = (at for at in range(end, min(end + 4, len(view.found))) if view.word(at) in _measure_nouns())
        head = next(heads, None)
        if head is None or any(
            view.found[at].kind == "n" or (view.found[at].kind == "s" and view.word(at) != "-")
            for at in range(end, head)
        ):
            break
        end = head + 1
        if joined:
            return f"{number.unit}{view.text[view.end(after - 1) : view.end(head)]}"
    return number.unit


def of_output(view: View, number: FoundNumber) -> str:
    """Stuff that is made or used: "capacity" near words of making, else the stuff itself ("tonnes of clinker")."""
    first, after = view.span(number.start, number.noun_end)
    around = set(view.words(max(0, first - 8), min(len(view.found), after + 6)))
    able = {"can", "could", "designed", "able", "should", "will", "would"} & set(view.words(max(0, first - 8), first))
    if around & words_of("metrics", "naming", "emitted"):
        return "emissions"
    if around & words_of("metrics", "naming", "capacity") or (able and around & words_of("metrics", "naming", "made")):
        things = [name for name in view.utterance.names if is_own_thing(view.reading, name.canonical)]
        return f"capacity of {things[0].canonical}" if things else "capacity"
    if around & words_of("metrics", "naming", "made"):
        return "output" if _per_time(view, after) or "last" in around else number.unit
    return number.unit


def unit_of(view: View, number: FoundNumber) -> str:
    """The unit with the time it is of: "tonnes per year"."""
    if number.unit.split()[-1:] and number.unit.split()[-1].lower() in words_of("metrics", "counts", "stuff"):
        span = _per_time(view, view.span(number.start, number.noun_end)[1])
        return f"{number.unit} per {span}" if span else number.unit
    return number.unit


def _per_time(view: View, after: int) -> str:
    """ "a year", "per day", "annually" behind the stuff, up to four words on."""
    for at in range(after, after + 5):
        word, behind = view.word(at), view.word(at + 1)
        if word in ("annually", "yearly"):
            return "year"
        if word in ("a", "per", "every", "each", "/") and behind in (
            "year",
            "day",
            "month",
            "week",
            "hour",
            "annum",
            "yr",
        ):
            return "year" if behind in ("annum", "yr") else behind
    return ""


def _are_staff(view: View, first: int, head: str) -> bool:
    around = set(view.words(max(0, first - 8), min(len(view.found), first + 6)))
    clear = head in words_of("metrics", "naming", "clear_staff")
    has = (
        head == "people"
        and view.word(first - 1) in ("have", "has", "had")
        and view.word(first + 2) not in ("who", "that")
    )
    return clear or has or bool(around & words_of("metrics", "naming", "staff_cues"))


def _team_of(view: View, first: int) -> str:
    """ "a team of 1,200", "a workforce of about 300"."""
    before = view.words(max(0, first - 3), first)
    named = set(before) & {"team", "workforce", "headcount", "staff"}
    return "employees" if named and before[-1:] in (["of"], ["to"], ["at"]) else ""


def of_power(view: View, number: FoundNumber) -> str:
    """Capacity, with what has it: "data center capacity"."""
    after = view.span(number.start, number.noun_end)[1]
    owner = view.words(after, after + 3)
    if owner[0] == "data" and owner[1].startswith("cent"):
        return "data center capacity"
    return f"{owner[0]} capacity" if owner[0] in words_of("metrics", "naming", "plants") else "capacity"


# ---------------------------------------------------------------- shares, growth, multiples


def of_share(view: View, number: FoundNumber) -> str:
    """What a percentage is of: growth of a measure, a margin, a stake, a share; "" where it is not told."""
    first, after = view.span(number.start, number.noun_end)
    near = book("metrics", "percent").all(view.low, max(0, first - 8), min(len(view.found), after + 5))
    named = [hit for hit in near if hit.meaning != "growth"]
    if set(view.words(max(0, first - 9), first)) & {"laid", "layoffs", "fired"}:
        return ""
    if named:
        best = min(named, key=lambda hit: hit.first - after if hit.first >= after else first - hit.after)
        return _stake(view, first) if best.meaning == "stake" else best.meaning
    if _grows(view, first, after):
        return f"{_grown(view, first, after)} growth".strip()
    if view.word(first - 1) == "of" and (noun := _noun_of(view, first - 1)):
        return noun
    elided = view.word(first - 1) in ("do", "does", "did", "than")
    if view.word(after) == "of" and not elided and view.word(after + 1) not in ("which", "that", "them", "it", "those"):
        return f"share of {_share_of(view, after + 1)}"
    return ""


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


def _grows(view: View, first: int, after: int) -> bool:
    words = words_of("metrics", "growth", "up") | words_of("metrics", "growth", "down")
    before = view.words(max(0, first - 4), first)
    if "up" in before and {"make", "makes", "made", "making"} & set(before):
        return False  # "women make up 63% of its borrowers"
    return bool((set(before) | set(view.words(after, after + 2))) & words) and before[-1:] != ["to"]


def _grown(view: View, first: int, after: int) -> str:
    """The measure that grew: named behind ("a 74% increase in valuation"), else the nearest in front, else none."""
    hits = [(hit.first, hit.meaning) for hit in book("metrics", "money").all(view.low)]
    taken = {place + step for place, _ in hits for step in range(3)}
    for index, token in enumerate(view.found):
        if token.word in ("valuation", "valuations"):
            hits.append((index, "valuation"))
        elif token.word in ("volume", "volumes") and index not in taken:
            hits.append((index, "volume"))
        elif token.word in _measure_nouns() and index not in view.name_at and index not in view.amount_at:
            hits.append((index, token.word))
    behind = sorted(
        hit for hit in hits if after <= hit[0] <= after + 4 and view.word(hit[0] - 1) in ("in", "of", "its")
    )
    before = sorted(hit for hit in hits if hit[0] < first)
    return behind[0][1] if behind else before[-1][1] if before else ""


def _share_of(view: View, start: int) -> str:
    """ "88% of the Top Fifty are using its products": the words up to the verb."""
    ends = words_of("metrics", "naming", "share_ends")
    end = next((at for at in range(start, start + 6) if view.word(at) in ends or at >= len(view.found)), start + 6)
    first = start + (view.word(start) in ("the", "all", "its", "our", "their"))
    return view.text[view.offset(first) : view.end(end - 1)] if end > first else "the whole"


def of_multiple(view: View, number: FoundNumber) -> str:
    """ "10 times faster", "revenue tripled": the measure that a multiple is of; "" where the new figure follows."""
    first, after = view.span(number.start, number.noun_end)
    comparative = view.word(after)
    if comparative in words_of("metrics", "naming", "comparatives"):
        noun = f" {view.word(after + 1)}" if comparative in ("more", "less") else ""
        return f"times {comparative}{noun}"
    grown = _grown(view, first, first)
    told = {"growth", "increase"} & set(view.words(after, after + 3)) or _is_verb(view, first)
    direct = "to" not in view.words(after, after + 2) and "valuation" not in grown
    return f"{grown} growth" if grown and direct and told else ""


def _is_verb(view: View, first: int) -> bool:
    """Is the multiple the verb of its clause ("revenue tripled"), and not a remark on another figure ("doubling …")?"""
    verbs = words_of("metrics", "growth", "multiples")
    last = next((word for word in view.words(first, first + 4) if word in verbs), "")
    remark = view.word(first + 1) in ("the", "that", "its", "their") or view.word(first - 1) in ("this", "the", "a")
    return bool(last) and not last.endswith("ing") and not remark
