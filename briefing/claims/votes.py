"""A candidate for a name and its neighbours go in, votes for what it names come out: organisation, person, place …

Votes are weights added up over all texts by `claims/namebook.py`; a single look at a name is seldom enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from briefing.claims.candidates import Candidate
from briefing.claims.capitals import Stretch
from briefing.claims.wordclasses import WordClasses, beside, word_classes

Vote = tuple[str, int]

_MODEL = re.compile(r"[a-z]{3,}-\d{1,3}(?:\.\d)?[a-z]?$")  # letters, a hyphen and the number of a model
_PAPERS = frozenset({"newspaper", "paper", "website", "tabloid", "broadcaster", "publication", "zeitung", "journal"})
_RELATIVE, _ASIDE = 9, 5  # words looked at behind "which", and words of an aside between two commas
_DOES = frozenset({"has", "had", "joins", "joined", "sits", "will", "is", "was", "who", "led"})
_ARTICLES = ("a", "an", "the", "one")


def votes(piece: Stretch, one: Candidate) -> Iterator[Vote]:
    """(kind, weight) pairs for one candidate, from its own words, from what stands before it and behind it."""
    classes = word_classes()
    yield from _by_words(piece, one, classes)
    yield from _by_left(piece, one, classes)
    yield from _by_right(piece, one, classes)


def _acts(low: str) -> bool:
    return low in _DOES or low in beside("says")


def winner(ballot: Mapping[str, int]) -> str:
    """The kind with the most votes; "unknown" where there are none. Ties go to the order of the contract.

    "named" is a vote for no kind: it owns or does something, so it is an organisation if nothing else is known.
    """
    order = ("organisation", "person", "outlet", "place", "product", "event")
    best = max(order, key=lambda kind: (ballot.get(kind, 0), -order.index(kind)))
    if best == "product" and ballot["product"] < 3 and ballot.get("speaks", 0):
        return "organisation"  # what somebody owns may be a company of theirs
    if best == "product" and 0 < ballot.get("organisation", 0) > ballot["product"] - ballot.get("named", 0):
        return "organisation"  # it raised money once, and often does things: "called", "released" said less
    if ballot.get(best, 0) > 0:
        return best
    return "organisation" if ballot.get("named", 0) else "unknown"


def _by_words(piece: Stretch, one: Candidate, classes: WordClasses) -> Iterator[Vote]:
    lows = [word.low for word in piece.words[one.first : one.last]]
    if one.key in classes.places:
        yield "place", 12
        return
    if not classes.organisation.isdisjoint(lows[1:]) or lows[0] in classes.institution or lows[-1] in classes.legal:
        yield "organisation", 5
    elif len(lows) > 1 and lows[-1] in classes.event:
        yield "event", 4
    elif len(lows) > 1 and lows[-1] in classes.news:
        yield "outlet", 4
    elif " & " in piece.text[one.start : one.end]:
        yield "organisation", 4  # no person is called "Hale & Wren"
    elif 1 < len(lows) < 5 and lows[0] in classes.first_names and piece.words[one.last - 1].shape == "name":
        yield "person", 3
    elif len(lows) > 1 and piece.words[one.last - 1].shape == "number":
        yield "product", 2
    elif _MODEL.search(lows[-1]):
        yield "product", 8  # "Northwind-8B can …": a model, whatever it does


def _by_left(piece: Stretch, one: Candidate, classes: WordClasses) -> Iterator[Vote]:
    if one.titled:
        yield "person", 4
        return
    if one.first == 0 or one.start == piece.start:
        return
    near = piece.gap(one.first - 1)
    if near.strip() == "," and piece.low(one.first - 1) in ("them", "whom") and _is_pair(one):
        yield "person", 3  # "One of them, Jane Doe, now grows lavender"
    if near.strip(" \u00a0“‘\"'"):
        return
    left, before = piece.low(one.first - 1), piece.low(one.first - 2)
    if left == "the":
        if one.first > 1 and piece.gap(one.first - 2).strip() == ",":
            return  # "in talks with investors, the Ledger reported"
        left, before = before, piece.low(one.first - 3)
    if piece.words[one.first - 1].stem_end < piece.words[one.first - 1].end:
        persons = before in classes.first_names  # "Jane Doe's | Northwind"
        yield ("organisation" if persons or left in classes.places else "product"), 1 + persons
    elif left in beside("called") and before in _FIRMS:
        yield "organisation", 4  # "a start-up called | Northwind"
    elif (
        left in classes.product_heads
        or (left in beside("called") and before not in beside("callers"))
        or left in beside("shown")
        or (left == "of" and before in beside("shown"))
    ):
        yield "product", 3
    elif left in ("said", "says") and _is_pair(one) and piece.low(one.last) in _STATIONED:
        yield "person", 3  # "…, said Jane Doe of the consultancy Northwind"
    elif left in ("partner", "investor") and _acts(piece.low(one.last)) and one.last - one.first > 1:
        yield "person", 4
    elif left in classes.heads or left.endswith(classes.head_ends):
        yield "organisation", 4
    elif left in classes.person_heads:
        yield "person", 2
    elif left in beside("told"):
        yield "outlet", 3
    elif left == "per" or (left == "to" and before == "according"):
        yield "outlet", 2
    elif left == "by":
        yield from ((kind, 3) for kind in ("organisation", "outlet", "person") if before in beside(f"by_{kind}"))
    elif left in ("acquired", "acquires", "acquire", "acquiring"):
        yield "organisation", 2
    elif left == "with" and before in beside("with_organisation"):
        yield "organisation", 3
    elif left == "from" and before == "information":
        yield "outlet", 3
    elif left == "from" and before in beside("from_organisation"):
        yield "organisation", 2
    elif left in ("in", "near") and before in beside("seated"):
        yield "place", 3
    elif left == "in" and before == "interview":
        yield "outlet", 2


_FIRMS = frozenset({"startup", "start-up", "company", "firm", "outfit", "agency", "consultancy", "fund", "lab"})
_STATIONED = frozenset({"of", "at", "from", "who"})


def _is_pair(one: Candidate) -> bool:
    """Is it as long as names of people are?"""
    return 2 <= one.last - one.first <= 3


def _in_state(piece: Stretch, at: int) -> bool:
    """ "Mill Valley, | California-based Northwind", "Rye, | New York-based Northwind": in front of a company's name."""
    for last in range(at, min(at + 2, len(piece.words) - 2)):
        if piece.gap(last) == "-" and piece.low(last + 1) == "based":
            return piece.words[last + 2].shape == "name"
    return False


def _by_right(piece: Stretch, one: Candidate, classes: WordClasses) -> Iterator[Vote]:
    if one.last >= len(piece.words):
        return
    gap, low = piece.gap(one.last - 1), piece.low(one.last)
    if low in ("request", "requests") and piece.low(one.last + 1) == "for":
        yield "outlet", 4  # "did not respond to a | Ledger | request for comment"
        return
    if one.possessive:
        if low in classes.titles or low in beside("has_these"):
            yield "organisation", 3
        else:
            yield "named", 1
        return
    if gap.startswith(",") and not gap[1:].strip():
        if one.start == piece.start and _in_state(piece, one.last):
            yield "place", 12
        yield from _by_apposition(piece, one, classes)
        return
    if gap.strip():
        return
    if low in classes.titles and piece.words[one.last].shape == "name":
        yield "organisation", 3
    elif low == "who":
        yield "person", 3
    elif low in _LATELY and _acted(piece, one.last):
        yield "organisation", 2  # "Acme has previously raised …"
    elif low in beside("raises") or (low in beside("books") and piece.low(one.last + 1) in beside("booked")):
        yield "organisation", 2  # "Acme reported revenue of …"
    elif low in _LATELY and piece.low(one.last + 1) == "reported" and piece.low(one.last + 2) in beside("report_tail"):
        yield "outlet", 3  # "The Ledger | recently | reported that"
    elif low in beside("learnt") or (low == "has" and piece.low(one.last + 1) == "learned"):
        following = piece.low(one.last + 1)
        if (
            following in beside("report_tail")
            or low == "first"
            or piece.gap(one.last).strip()[:1] in (".", ",")
            or following == "learned"
        ):
            yield "outlet", 3
    elif low in classes.event:
        yield "event", 3
    elif low in classes.product_heads or (
        one.last - one.first > 1 and len(low) > 3 and low.endswith("s") and low[:-1] in classes.generic
    ):
        yield "product", 1
    elif low in classes.verbs:
        yield "named", 1
        if low in beside("speaks"):
            yield "speaks", 1


def _acted(piece: Stretch, at: int) -> bool:
    """ "| previously raised", "| has since acquired": behind words for when, a verb of companies."""
    while at < len(piece.words) - 1 and piece.low(at) in _LATELY | {"since", "already", "now", "just"}:
        at += 1
    return piece.low(at) in beside("raises")


def _by_apposition(piece: Stretch, one: Candidate, classes: WordClasses) -> Iterator[Vote]:
    """ "Acme, a payments startup", "Jane Doe, chief of …", "Jane Doe, who …"."""
    low = piece.low(one.last)
    if low == "who" and piece.low(one.first - 1) in ("at", "of", "from", "with", "for"):
        return  # "the head of Acme, who …" is the head
    if (
        low in classes.titles
        or low == "who"
        or (low in classes.title_words and piece.low(one.last + 1) in classes.titles)
    ):
        yield "person", 4
        return
    if low in ("which", "whose"):
        ahead = {piece.low(at) for at in range(one.last + 1, min(one.last + _RELATIVE, len(piece.words)))}
        if not ahead.isdisjoint(beside("owned_by_companies")) or piece.low(one.last + 1) in beside("raises"):
            yield "organisation", 2  # "Acme, which had sales of …", "Acme, whose employees …"
        return
    if low not in _ARTICLES:
        if (behind := _behind_aside(piece, one)) and piece.low(behind) in classes.verbs:
            yield "named", 1  # "Acme, by contrast, serves …"
        return
    if _raises_behind(piece, one):
        yield "organisation", 4  # "Acme, a banking app, raised …"
        return
    for index in range(one.last + 1, min(one.last + 12, len(piece.words))):
        word = piece.low(index)
        if _goes_on(piece, index):
            continue
        if (
            word in classes.titles
            or word in classes.person_heads
            or (word == "partner" and piece.low(index + 1) in ("at", "in"))
        ):
            yield "person", 3
            return
        if word in classes.news or word in _PAPERS:
            yield "outlet", 4
            return
        if word in classes.product_heads:
            yield "product", 2
            return
        if word in classes.heads or word.endswith(classes.head_ends):
            yield "organisation", 4
            return
        if piece.gap(index).strip() or word in beside("idle"):
            return


def _raises_behind(piece: Stretch, one: Candidate) -> bool:
    """Does a verb of raising money stand behind the comma that closes "Acme, a banking app for the young, |"?"""
    for at in range(one.last, min(one.last + _RELATIVE + 3, len(piece.words) - 1)):
        gap = piece.gap(at).strip()
        if gap == "," and piece.low(at + 1) in _TAKES_MONEY:
            return True
        if gap and gap not in (",", "-", "'", "’"):
            return False
    return False


_TAKES_MONEY = frozenset("raised raises secured secures closed bagged landed snagged nabbed".split())
_LATELY = frozenset("recently first previously earlier later also had has".split())


def _behind_aside(piece: Stretch, one: Candidate) -> int:
    """The word behind the second comma of "Acme, by contrast, | serves"; 0 if there is none."""
    for at in range(one.last, min(one.last + _ASIDE, len(piece.words) - 1)):
        if gap := piece.gap(at).strip():
            return at + 1 if gap == "," else 0
    return 0


def _goes_on(piece: Stretch, index: int) -> bool:
    """Is the word only a part of a longer noun phrase ("vehicle" in "a vehicle developer")?"""
    if index + 1 >= len(piece.words) or piece.gap(index).strip() or piece.low(index) in beside("idle"):
        return False
    after = piece.low(index + 1)
    return after not in beside("idle") and after not in beside("after_head")
