"""A sketch of a funding event and its clause go in, how firmly it stands comes out; or that it never happened."""

from __future__ import annotations

from itertools import pairwise

from briefing.claims.phrases import book, words_of
from briefing.claims.reading import Clause
from briefing.claims.sketches import Sketch
from briefing.claims.tokens import tokens
from briefing.claims.view import View
from briefing.claims.words import row
from briefing.model.claim import Modality
from briefing.model.dates import bounds


def modality(view: View, sketch: Sketch, clause: Clause) -> Modality:
    """The modality of the event: that of its clause, where the clause's cues govern the event at all."""
    own = clause.modality
    if own == "asserted" and sketch.amount is not None and _is_attempt(view, sketch):
        return "hypothetical"
    if own == "asserted" and (_is_under_way(view, sketch) or _is_conditional(view, sketch)):
        return "planned"
    if own in ("asserted", "hypothetical", "implied") and _would_be(view, sketch):
        return "planned" if clause.holder_kind == "company" else "rumoured"
    if own not in ("denied", "planned") and _is_near(view, sketch):
        return "rumoured"
    if own == "hypothetical" and _is_weighed(view, sketch):
        return "rumoured" if clause.holders and (clause.holder_kind != "company" or clause.holders[1:]) else "planned"
    if own in ("rumoured", "planned") and _is_past_aside(view, sketch):
        return "asserted"
    if own == "rumoured" and is_beyond(view, sketch, clause):
        return "asserted"
    if own in ("planned", "hypothetical") and _is_before(view, sketch):
        return "asserted"
    if own in ("rumoured", "denied"):
        return own
    if own == "asserted" and sketch.amount is not None and sketch.verb >= 0 and view.word(sketch.verb) in _SEEKING:
        return "rumoured" if clause.holders and clause.holder_kind != "company" else "planned"
    if own == "asserted" and sketch.verb > 1 and view.word(sketch.verb - 1) == "to" and _is_tried(view, sketch.verb):
        return "planned"
    if own == "asserted" and _is_picked_for(view, sketch):
        return "planned"
    if own == "hedged" and sketch.verb > 1 and view.words(sketch.verb - 2, sketch.verb) == ["about", "to"]:
        return "planned"
    if own in ("asserted", "hypothetical") and (_is_meant(view, sketch) or _is_scheduled(view, sketch, own)):
        return "planned"
    aimed = {"targeted", "planned", "proposed", "prospective"} & set(
        view.words(max(0, sketch.anchor - 2), sketch.anchor)
    )
    if sketch.amount is not None and (aimed or _conditional(view, sketch)):
        return "planned"
    listing = any(one.kind == "ipo" for one in sketch.named)
    if listing and sketch.amount is None and own == "asserted" and view.word(sketch.anchor - 1) in _TO_COME:
        return "planned"  # "agreed to | list by way of a merger"
    upto = sketch.amount is not None and view.amounts[sketch.amount].money.qualifier == "up-to"
    if (
        listing
        and (upto or own == "hypothetical")
        and {"file", "files", "filed", "comprises", "include"} & {t.word for t in view.found}
    ):
        return "planned"
    if own in ("planned", "hypothetical") and not _governs(view, sketch, clause):
        return "asserted"
    if own == "hypothetical" and clause.holder_kind == "unnamed":
        return "rumoured"  # "talk suggested that the round would be …"
    if any(one.kind == "ipo" for one in sketch.named) and {"file", "files", "filed"} & set(
        view.words(0, sketch.anchor)
    ):
        return "planned"
    return "asserted" if own in ("opinion", "implied") and sketch.amount is not None else own


_SEEKING = frozenset({"seeking", "seeks", "sought"})  # "reported that Acme was | seeking $5 million": not raised yet


def _is_conditional(view: View, sketch: Sketch) -> bool:
    """ "has a conditional commitment for | a $9 million loan", "offered a conditional loan of | $9 million"."""
    before = view.words(max(0, sketch.anchor - 7), sketch.anchor)
    place = next((at for at, word in enumerate(before) if word in ("conditional", "conditionally")), -1)
    return place >= 0 and {",", ";", "."}.isdisjoint(before[place:])


def _is_tried(view: View, verb: int) -> bool:
    """ "is working to | raise", "has been trying to close": nothing has come in yet."""
    return view.word(verb - 2) in _TRYING and not _BEING.isdisjoint(view.words(verb - 5, verb - 2))


_TRYING = frozenset(
    {"working", "trying", "attempting", "preparing", "looking", "hoping", "aiming", "racing", "struggling"}
)
_BEING = frozenset({"is", "are", "was", "were", "been", "be"})


def _is_attempt(view: View, sketch: Sketch) -> bool:
    """ "tried to raise | $5 million", "had sought to borrow": whether it came to that, nobody says."""
    before = view.words(max(0, sketch.verb - 2), max(0, sketch.verb))
    set_out = before[:1] == ["out"] and view.word(sketch.verb - 3) == "set"
    return sketch.verb > 1 and before[-1:] == ["to"] and (before[0] in _TRIED or set_out)


_TRIED = frozenset({"tried", "attempted", "sought"})


def _is_picked_for(view: View, sketch: Sketch) -> bool:
    """ "picked the plant for a grant of up to | €5 million": picked, and not given yet."""
    before = view.words(max(0, sketch.anchor - 14), sketch.anchor)
    picked = {"selected", "shortlisted", "earmarked", "nominated"} & set(before)
    return sketch.amount is not None and bool(picked) and "for" in before


def _is_meant(view: View, sketch: Sketch) -> bool:
    """ "The plan is to file papers by March and | to raise | $50 million", "Its aim was to borrow $9 million"."""
    if sketch.amount is None or sketch.verb < 2 or view.word(sketch.verb - 1) != "to":
        return False
    opening = view.words(0, min(sketch.verb, _OPENING))
    return any(word in _MEANT and opening[at + 1 : at + 3] in _IS_TO for at, word in enumerate(opening))


def _is_scheduled(view: View, sketch: Sketch, own: Modality) -> bool:
    """ "was about to put | $50 million into Acme"; "a tender offer of up to | $60 million is planned for the fall"."""
    if sketch.verb > 1 and view.words(sketch.verb - 2, sketch.verb) == ["about", "to"]:
        return True
    if tuple(view.words(sketch.end(view), sketch.end(view) + 2)) in _SCHEDULED:
        return True  # "A second close of up to | $15 million | is planned"
    ahead = view.words(sketch.anchor, sketch.anchor + 14)
    return own == "hypothetical" and any(pair in _SCHEDULED for pair in pairwise(ahead))


_SCHEDULED = frozenset({("is", "planned"), ("is", "scheduled"), ("are", "planned"), ("is", "due")})
_OPENING = 8
_MEANT = frozenset({"plan", "aim", "goal", "idea", "intention", "target", "hope", "proposal"})
_IS_TO = (["is", "to"], ["was", "to"], ["remains", "to"])


def _is_under_way(view: View, sketch: Sketch) -> bool:
    """ "It is now raising $50 million": it has not come."""
    verb = view.word(sketch.verb) if sketch.verb >= 0 else ""
    before = view.words(max(0, sketch.verb - 3), max(0, sketch.verb))
    return verb == "raising" and sketch.amount is not None and bool({"is", "are", "re"} & set(before))


def is_beyond(view: View, sketch: Sketch, clause: Clause) -> bool:
    """ "closed a $5 million round, months | after it was reported to be seeking less": hearsay on what was before."""
    if _is_past_aside(view, sketch) or _is_before(view, sketch) or _is_elsewhere(view, sketch, clause):
        return True
    if sketch.verb < 0 or not view.word(sketch.verb).endswith("ed") or clause.holder_kind != "unnamed":
        return False
    ends = {cue.split()[-1] for cue in clause.cues}
    low, high = view.span(clause.start, clause.end)
    places = [index for index in range(low, high) if view.word(index) in ends]
    after = next((at for at in range(sketch.anchor, high) if view.word(at) == "after"), high)
    return bool(places) and min(places) > after


def _is_elsewhere(view: View, sketch: Sketch, clause: Clause) -> bool:
    """ "led a $5 million round in Acme, a maker of aerials that | reportedly | bend": said of the aerials."""
    if clause.cues != ("reportedly",):
        return False
    at = next((at for at, word in enumerate(view.low) if word == "reportedly"), -1)
    return at > sketch.anchor and view.word(at - 1) in ("that", "which", "who")


def _would_be(view: View, sketch: Sketch) -> bool:
    """ "is passing the hat: a note of | $9 million that would peg it at $70 million": what has not come yet."""
    if sketch.amount is None or (sketch.verb >= 0 and view.word(sketch.verb).endswith("ed")):
        return False
    end, number = sketch.end(view), sketch.amount + 1
    if number < len(view.amounts) and view.amounts[number].range_end:
        end = max(end, view.amount_span(number)[1])
    behind = view.words(end, end + 8)
    at = next((at for at, word in enumerate(behind) if word in ("that", "which")), len(behind))
    return "would" in behind[at + 1 : at + 3] and not _VALUING.isdisjoint(behind[at + 2 : at + 4])


_VALUING = frozenset({"value", "peg", "give", "put", "bring", "price", "lift"})


def _is_weighed(view: View, sketch: Sketch) -> bool:
    """ "is considering a listing that could raise | $5 million", "to explore a sale that might value it at": what it
    may bring is open, that it is weighed is told."""
    sums = [view.amount_span(number)[0] for number in sketch.valuations[:1]]
    end = max(sketch.anchor, *sums) if sums else sketch.anchor
    at = next((at for at in range(end - 1, max(end - 9, 2), -1) if view.word(at) in _MIGHT), -1)
    if at < 0 or view.word(at - 1) not in ("that", "which"):
        return False
    return any(view.word(before) in _WEIGHING for before in range(max(0, at - 12), at - 2))


_MIGHT = frozenset({"could", "might", "may"})
_WEIGHING = row(
    """considering weighing exploring mulling preparing planning eyeing readying studying discussing evaluating pursuing
    explore prepare consider pursue weigh mull evaluate considers weighs explores mulls eyes prepares plans discussed"""
)


def _is_near(view: View, sketch: Sketch) -> bool:
    """ "is close to pulling in | $5 million", "on the verge of closing a $5 million round", "nears a $5m round"."""
    if sketch.amount is None:
        return False
    if not _NEARING.isdisjoint(view.words(max(0, sketch.anchor - 4), sketch.anchor)):
        return True
    before = view.words(max(0, sketch.verb - 3), max(0, sketch.verb))
    return view.word(sketch.verb).endswith("ing") and tuple(before[-2:]) in _ON_THE_POINT


_NEARING = frozenset({"nears", "nearing"})
_ON_THE_POINT = frozenset({("close", "to"), ("verge", "of"), ("brink", "of"), ("cusp", "of"), ("point", "of")})


def _is_before(view: View, sketch: Sketch) -> bool:
    """ "in talks to raise $50 million, after | a $5 million Series B last year", "triple what it was worth in | a $5
    million round in May": a round that is behind it, whatever the talks come to."""
    if not sketch.dates and not sketch.staged():
        return False
    behind = view.words(sketch.end(view), sketch.end(view) + 12)
    if "." in behind:
        behind = behind[: behind.index(".")]
    past = any(pair in _PAST_TIMES for pair in pairwise(behind)) or "ago" in behind or _is_dated_back(view, sketch)
    ahead = view.words(max(0, sketch.anchor - 4), sketch.anchor)
    if not past or not ahead:
        return False
    if ahead[-2:] == ["'", "s"]:
        return True  # "a discount from last June's | $5 million round"
    if not _AFTER.isdisjoint(ahead):
        return True
    return "in" in ahead and not _WAS_WORTH.isdisjoint(view.words(max(0, sketch.anchor - 14), sketch.anchor))


def _is_dated_back(view: View, sketch: Sketch) -> bool:
    """Does a date of the event lie wholly before the day of the article?"""
    today = bounds(view.reading.source.published)
    spans = (bounds(date.when.edtf) for date in sketch.dates)
    return today is not None and any(span is not None and span[1] < today[0] for span in spans)


_PAST_TIMES = frozenset(
    {("last", "year"), ("last", "month"), ("last", "week"), ("earlier", "this"), ("last", "summer"), ("last", "spring")}
)
_AFTER = frozenset({"after", "following", "since"})
_WAS_WORTH = frozenset({"commanded", "fetched", "valued", "achieved", "reached", "worth", "valuation", "from"})


def _is_past_aside(view: View, sketch: Sketch) -> bool:
    """ "weighs options before the $5 million of bonds |, which it issued in 2024, | fall due": done, whatever else."""
    if sketch.amount is None:
        return False
    before = range(max(0, sketch.anchor - 12), sketch.anchor)
    than = next((at for at in before if view.word(at) == "than"), -1)
    if than >= 0 and any(_is_past_raising(view, at) for at in range(than + 1, sketch.anchor)):
        return True  # "seeks more than the $9 billion that it got in its | $1 billion | round"
    after = sketch.end(view)
    opens = next((at for at in range(after, after + 6) if view.word(at) in ("which", "that")), -1)
    verb = next((at for at in range(opens + 2, opens + 5) if _is_past_raising(view, at)), -1) if opens > 0 else -1
    return verb > 0 and all(view.word(at) in _WHO or at in view.name_at for at in range(opens + 1, verb))


_WHO = frozenset({"it", "they", "the", "company", "group", "startup", "firm", "had", "was", "were", "has"})


def _is_past_raising(view: View, at: int) -> bool:
    word = view.word(at)
    if word not in words_of("rounds", "verbs", "raise") and word not in words_of("rounds", "verbs", "loose"):
        return False
    return word.endswith("ed") or word in ("sold", "took", "got", "won", "drew", "brought")


def in_relative(view: View, anchor: int) -> bool:
    """ "Nicht mitgezogen hat Northwind, | die die Series B über 8 Mio. Euro angeführt hatte": no word that negates
    stands in the relative clause itself, which in German is not cut off."""
    if view.reading.source.language != "de":
        return False
    for at in range(anchor - 1, max(anchor - 14, 1), -1):
        if (
            view.word(at) in ("die", "der", "das", "deren", "dessen")
            and view.word(at - 1) == ","
            and at - 2 in view.name_at
        ):
            inside = view.words(at, min(anchor + 10, len(view.found)))
            return not {"nicht", "nie", "kein", "keine", "keinen", "ohne", "weder"} & set(inside)
    return False


def _conditional(view: View, sketch: Sketch) -> bool:
    """Does a condition stand by the sum ("contingent on …", "milestone-based"), in the same bracket as it?"""
    start, end = max(sketch.reach[0], sketch.anchor - 14), min(sketch.reach[1], sketch.anchor + 16)
    for hit in book("rounds", "phrases", "conditional").all(view.low, start, end):
        between = view.words(*sorted((hit.first, sketch.anchor)))
        if between.count("(") == between.count(")"):
            return True
    return False


def _governs(view: View, sketch: Sketch, clause: Clause) -> bool:
    """Do the clause's words of planning govern this event, and not another verb behind it or around it?

    "Acme's $5 million raise" is a fact whatever the sentence plans to do with it.
    """
    if view.reading.source.language != "en":
        return True  # the verb may stand anywhere
    if sketch.verb < 0 and not sketch.backings:
        before = view.words(max(0, sketch.anchor - 8), sketch.anchor)
        making = words_of("rounds", "firmness", "making") & set(before)
        meant = any(pair[0] in _MEANING and pair[1] == "to" for pair in pairwise(before))
        meant = meant or any(pair[0] in _TO_COME and pair[1] in _HELD for pair in pairwise(before))
        meant = meant or any(pair in _SCHEDULED for pair in pairwise(view.words(sketch.anchor, sketch.anchor + 9)))
        return bool(making or meant or words_of("rounds", "firmness", "ahead") & set(before[-4:]))
    ends = [cue.split()[-1] for cue in clause.cues]
    low, high = view.span(clause.start, clause.end)
    places = [index for index in range(low, high) if view.word(index) in ends]
    finite = sketch.verb >= 0 and (
        view.word(sketch.verb).endswith(("ed", "es", "s")) or view.word(sketch.verb) in _PAST
    )
    if finite or not places:
        # "raises $5M to build …" has raised; "Acme, a firm targeting pumps, extended its round with" has, too
        over = any(place <= sketch.verb and "," not in view.words(place, sketch.verb) for place in places)
        return over or not finite
    pivot = sketch.verb if sketch.verb >= 0 else sketch.anchor
    breaks = words_of("rounds", "firmness", "breaks")
    return any(place <= pivot or not breaks & set(view.words(pivot, place)) for place in places)


_TO_COME = frozenset({"will", "to", "ll", "would"})
_HELD = frozenset({"run", "hold", "conduct", "launch", "stage", "start", "offer", "sponsor"})
_MEANING = frozenset("plan plans planned planning intends intend aims aim hopes wants expects set due".split())
_PAST = frozenset({"gave", "led", "took", "got", "won", "brought", "came", "lent", "bought", "paid", "wrote"})


def is_negated(view: View, sketch: Sketch) -> bool:
    """Is the verb of the event itself negated ("did not raise", "has yet to raise", "turned down an offer of")?"""
    for hit in book("rounds", "firmness", "refused").all(view.low, 0, sketch.anchor):
        if "," in view.low[hit.after : sketch.anchor]:
            continue  # "Acme, which gave up on rockets, is in talks for"
        if sketch.verb < hit.after or view.word(sketch.verb - 1) == "to":
            return True  # "rejected an offer of | $9 million"; "rejected a bid and raised | $9 million" is a round
    if sketch.verb < 0:
        return False
    before = view.words(max(0, sketch.verb - 4), sketch.verb)
    parted = max((at for at, word in enumerate(before) if word in ("and", "but", ";")), default=-1)
    before = before[parted + 1 :]  # "did not take part, and | sold"
    if {"since", "after", "until"} & set(before):
        return False  # "has not raised money since Oakfund led its Series B": that it did
    yet = "yet" in before and before[-1:] == ["to"]
    only = {"only", "just"} & set(before)
    return (bool(set(before) & words_of("rounds", "firmness", "no")) and not only) or yet


def came_to_nothing(view: View, sketch: Sketch) -> bool:
    """Do these words or the sentence behind them say that the talks collapsed?"""
    broken = book("rounds", "phrases", "collapsed")
    if next(broken.all(view.low, sketch.anchor), None):
        return True
    here = view.utterance
    for utterance in view.reading.utterances[here.index + 1 : here.index + 2]:
        ahead = tuple([token.word for token in tokens(utterance.text, 0, len(utterance.text))])
        speaks = {*ahead[:6]} & words_of("rounds", "firmness", "speaks_of_deal")
        if speaks and utterance.passage.block == here.passage.block:
            return next(broken.all(ahead), None) is not None
    return False
