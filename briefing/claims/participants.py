"""An utterance goes in, who takes part in a round comes out: "with participation from A", "B and C also joined"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from briefing.claims.backerlists import (
    Backing,
    are_firms,
    is_aside,
    listed_before,
    listed_behind,
    of_trade,
    round_words,
)
from briefing.claims.backersabroad import elsewhere
from briefing.claims.joinverbs import opened_with
from briefing.claims.partsums import into_named_round
from briefing.claims.phrases import Hit, book, words_of
from briefing.claims.reading import FoundName
from briefing.claims.view import View


def in_front_or_behind(view: View) -> Iterator[Backing]:
    """ "with A in front and with B, C and three others behind it": A leads, B and C take part."""
    fronted = -1
    if "front" not in view.low and "behind" not in view.low:
        return
    for index, token in enumerate(view.found):
        front = token.word == "in" and view.word(index + 1) == "front"
        behind = token.word == "behind" and view.word(index + 1) in ("it", "them", "her", "him", ".", ",", "")
        if not front and not behind:
            continue
        opens = (at for at in range(index - 1, max(index - 40, -1), -1) if view.word(at) == "with" or at == fronted)
        start = next(opens, -1)
        fronted = index + 2 if front and view.word(index + 2) == "and" else fronted
        names = listed_behind(view, start + 1) if start >= 0 else ()
        names = tuple(name for name in names if view.index(name.start) < index)
        if names:
            yield Backing(start, names, "lead" if front else "participant")


def taking_part(view: View, spoken_of: bool, near: bool) -> Iterator[Backing]:
    """ "with participation from A and B", "New investors include C"; near a round "the rest was provided by A"."""
    for hit in book("rounds", "phrases", "participants").all(view.low):
        of_money = near and hit.first < _PART and _is_money(view.words(0, hit.first))
        if hit.meaning in words_of("rounds", "backers", "only_beside_round") and not (spoken_of or of_money):
            continue
        if (
            is_aside(view, hit)
            or of_trade(view, hit)
            or (hit.meaning.startswith("buyers") and view.word(hit.first - 1) in _WHOSE)
        ):
            continue  # "My buyers are Northwind and Oakfund": customers
        if hit.meaning in ("comes from", "come from") and (_MONEY | _PARTS).isdisjoint(view.words(0, hit.first)):
            continue  # "Its motors come from Northwind"
        if view.word(hit.first - 1) == "whose":
            continue  # "Northwind, whose backers include": of all its rounds
        if hit.meaning in _BESIDE and not _PERMITS.isdisjoint(view.words(max(0, hit.first - 10), hit.first)):
            continue  # "was awarded a permit, alongside Northwind"
        if hit.meaning == "joined by" and view.word(hit.first - 1) in ("be", "is", "are", "been"):
            continue  # "the board will be joined by"
        if hit.meaning == "backed by" and view.word(hit.first - 1) not in words_of("rounds", "nouns", "event"):
            continue
        after = hit.after
        if hit.meaning in words_of("rounds", "backers", "descriptions"):
            opens = view.word(after) in words_of("rounds", "backers", "opens_list")
            if not opens and not spoken_of:
                continue
            after += opens
        names = listed_behind(view, after)
        if names and (
            hit.meaning not in ("alongside", "along with", "together with") or _person_or_firm(names, spoken_of)
        ):
            yield Backing(hit.first, names, "lead" if _co_led(view, hit) else "participant", told=of_money)


_PART = 8  # words of "about two-thirds of the new money was"
_BESIDE = ("alongside", "along with", "together with")
_PERMITS = frozenset(
    {"awarded", "selected", "chosen", "shortlisted", "permit", "licence", "license", "contract", "tender"}
)
_MONEY = frozenset(
    "money round rest remainder balance funds funding capital cash investment shares it million billion sum equity "
    "debt backing support financing tranche cheque loan grant".split()
)
_PARTS = frozenset("share half most much all some thousand third thirds quarter part lion bulk".split())


def _is_money(ahead: list[str]) -> bool:
    """ "the rest of the money", "two-thirds was", but "most of its parts are"."""
    return not _MONEY.isdisjoint(ahead) or ("of" not in ahead and not _PARTS.isdisjoint(ahead))


def _co_led(view: View, hit: Hit) -> bool:
    """ "Northwind co-led the round together with | Oakfund", "led by Northwind together with | Oakfund"."""
    joint = hit.meaning in ("alongside", "along with", "together with")
    words = view.words(0, hit.first)
    co = next(
        (
            at
            for at, pair in enumerate(pairwise(words))
            if pair == ("co", "-") and words[at + 2 : at + 3] in (["led"], ["leads"], ["leading"])
        ),
        -1,
    )
    named = {view.name_at[at].start for at in range(co + 4, hit.first) if at in view.name_at} if co >= 0 else set()
    both = words[co + 3 : co + 4] == ["by"] and len(named) > 1  # "co-led by A and B, alongside | C"
    return joint and ((co >= 0 and not both) or _led_together(view, hit))


def _led_together(view: View, hit: Hit) -> bool:
    """ "The round was led by Northwind, an Oslo fund, | together with": nothing but the lead stands in front."""
    if hit.meaning != "together with" or view.word(hit.after) in _OLD:
        return False
    led = [one.after for one in book("rounds", "phrases", "leads").all(view.low, 0, hit.first)]
    return bool(led) and _ELSE.isdisjoint(view.words(led[-1], hit.first))


_OLD = frozenset({"existing", "previous", "earlier", "returning", "other", "current", "several", "others"})
_ELSE = frozenset({"with", "joined", "participation", "participated", "from", ";", "include", "includes", "included"})


def _person_or_firm(names: tuple[FoundName, ...], spoken_of: bool) -> bool:
    kinds = ("organisation", "person", "unknown") if spoken_of else ("organisation", "person")
    return any(name.kind in kinds and not name.is_subject for name in names)


_WHOSE = frozenset({"my", "our", "its", "their", "his", "her", "s", "whose"})
_TAKING = frozenset({"took", "take", "takes", "taking"})
_BUYING = frozenset({"buying", "bought"})
_STAFF = frozenset({"staff", "employees", "shareholders", "investors", "founders", "holders"})


@cache
def _joining_words() -> frozenset[str]:
    """The words at which `joining` looks twice."""
    verbs = words_of("rounds", "verbs", "participate") | words_of("rounds", "backers", "joining_foreign")
    return verbs | _CHIPPING | _TAKING | _BUYING | _REST | {"put", "buy", "bord"}


_EACH = frozenset({"each", "apiece"})
_REST = frozenset({"rest", "balance", "remainder", "remaining"})
_MAKING_UP = frozenset(
    "made make makes making up put puts putting in provided provide providing supplied supplying contributed covered "
    "covering gave giving for came coming filled filling out took taking with sharing shared splitting split "
    "completing completed dividing rounding".split()
)


def joining(view: View, spoken_of: bool) -> Iterator[Backing]:
    """ "A, B and C also participated", "D joined as a backer", "E, one of the funds participating in the round"."""
    verbs, openers = words_of("rounds", "verbs", "participate"), _joining_words()
    abroad = view.reading.source.language != "en"
    for index, word in enumerate(view.low):
        if word not in openers or (abroad and elsewhere(view, index)):
            continue
        acts = word in verbs or (word in _TAKING and view.word(index + 1) == "part")
        if word in _REST:
            yield from _named(index, _of_the_rest(view, index))
        elif word == "put":
            yield from _putting_in(view, index, spoken_of)
        elif word in _CHIPPING and spoken_of and opened_with(view, index):
            yield from _named(index, listed_before(view, index))
        elif _is_buying(view, index, word) or (acts and _joins_round(view, index, spoken_of)):
            yield from _acting(view, index)
            yield from _named(index, _with_others(view, index))
        elif word == "bord" and view.word(index - 1) == "an":  # "Als neuer Gesellschafter kommt Oakfund an Bord"
            yield from _named(index, listed_before(view, index - 1) or _came(view, index - 1))
        elif word in words_of("rounds", "backers", "joining_foreign"):
            yield from _named(index, _verb_first(view, index))


def _with_others(view: View, index: int) -> tuple[FoundName, ...]:
    """ "Northwind also participated in the round, | with A, B and existing investors C": who joins it there."""
    comma = next((at for at in range(index + 1, min(index + 8, len(view.found))) if view.word(at) in (",", ";")), 0)
    if not comma or view.word(comma + 1) != "with" or comma + 2 not in view.name_at:
        return ()
    cue = next((hit for hit in book("rounds", "phrases", "participants").all(view.low, comma)), None)
    names = listed_behind(view, comma + 2)
    behind = view.index(names[-1].end - 1) + 1 if names else comma
    leads = view.word(behind).endswith("ing") or view.word(behind) in ("as", "in", "at", "the", "'")
    return () if leads and (cue is None or behind < cue.first) else names


def _named(at: int, names: tuple[FoundName, ...]) -> Iterator[Backing]:
    if names:
        yield Backing(at, names, "participant")


def _of_the_rest(view: View, index: int) -> tuple[FoundName, ...]:
    """ "Oakfund put in $30 million and | Larch Ventures | (made up) the rest"."""
    if view.word(index - 1) != "the" or view.word(index + 1) not in (".", "", ";", ",", "of"):
        return ()
    at = index - 1
    while at and view.word(at - 1) in _MAKING_UP and at - 1 not in view.name_at:
        at -= 1
    return listed_before(view, at)


def of_which(view: View, spoken_of: bool) -> Iterator[Backing]:
    """ "a tender offer, which | A and B | bankrolled": who gives stands between the pronoun and its verb."""
    if not spoken_of or {"which", "that"}.isdisjoint(view.low):
        return
    for index in range(2, len(view.found) - 2):
        bare = view.word(index) == "that" and (index - 1 in view.amount_at or view.word(index - 1) in _ROUNDS)
        which = view.word(index) == "which" and view.word(index - 1) == ","
        if not (bare or which) or index + 1 not in view.name_at:
            continue
        names = listed_behind(view, index + 1)
        after = view.span(names[-1].start, names[-1].end)[1] if names else 0
        after += view.word(after) in ("also", "jointly", "both", "have", "has", "had")
        if names and view.word(after) in _GAVE and not any(name.is_subject for name in names):
            yield Backing(index, names, "lead" if view.word(after) in _LED else "participant")


_ROUNDS = frozenset({"round", "financing", "raise", "investment", "million", "billion", "offer"})
_LED = frozenset({"led", "co", "headed", "anchored"})
_GAVE = _LED | {"bankrolled", "funded", "financed", "backed", "underwrote", "joined", "supported", "subscribed"}


def named_after(view: View, spoken_of: bool) -> Iterator[Backing]:
    """ "sold notes to a handful of banks, | A and B | among them"."""
    if not spoken_of or "among" not in view.low:
        return
    for index in range(2, len(view.found)):
        ends = view.words(index, index + 2) == ["among", "them"] and view.word(index + 2) in (".", ",", ";", "")
        if ends and not _BACKERS.isdisjoint(view.words(max(0, index - 24), index)):
            names = listed_before(view, index)
            if names and view.word(view.index(names[0].start) - 1) == ",":
                yield Backing(index, names, "participant")


_BACKERS = frozenset("investors backers banks funds lenders holders shareholders angels offices".split())


def parts_given(view: View) -> Iterator[Backing]:
    """ "Northwind and Oakfund | supplied $5 million of the sum", "of which Northwind gave $5 million"."""
    if _SUPPLYING.isdisjoint(view.low):
        return
    for number in range(len(view.amounts)):
        first, after = view.amount_span(number)
        verb = next((at for at in range(first - 1, max(first - 5, 0), -1) if view.word(at) not in _VAGUE), 0)
        if view.word(verb) not in _SUPPLYING or not (names := listed_before(view, verb)):
            continue
        opens = view.index(names[0].start)
        whole = view.word(after) == "of" and not _WHOLE.isdisjoint(view.words(after + 1, after + 4))
        if whole or into_named_round(view, first, after) or view.words(opens - 2, opens) == ["of", "which"]:
            yield Backing(verb, names, "participant", told=True)


_SUPPLYING = frozenset(
    "supplied supplies provided provides contributed contributes put puts gave gives covered invested committed".split()
)
_VAGUE = frozenset("up in about around nearly some roughly another just over more than almost a further".split())
_WHOLE = frozenset("sum total round money amount raise financing it that this which".split())


def _putting_in(view: View, index: int, spoken_of: bool) -> Iterator[Backing]:
    """ "the $18 million that A and B | put in", "A and B | put in $25 million each"."""
    if _sum_that(view, index):
        led = view.words(index + 2, index + 5) == ["when", "they", "led"]
        if names := listed_before(view, index):
            yield Backing(index, names, "lead" if led else "participant")
    elif spoken_of and view.word(index + 1) == "in" and not _EACH.isdisjoint(view.words(index + 2, index + 9)):
        yield from _named(index, listed_before(view, index))


def _is_buying(view: View, index: int, word: str) -> bool:
    """ "A bought new shares", "A and B are buying"."""
    if word == "buy" and view.word(index - 1) == "will":  # "Northwind will buy shares from employees of old and new"
        return "shares" in view.words(index + 1, index + 3) and not _STAFF.isdisjoint(view.words(index, index + 9))
    if word not in _BUYING:
        return False
    ends = view.word(index + 1) in (".", ";", ",", "too", "") and view.word(index - 1) in ("are", "is")
    return "shares" in view.words(index + 1, index + 7) or (word == "buying" and ends)


def _acting(view: View, index: int) -> Iterator[Backing]:
    names = listed_before(view, _of_funds(view, index)) or _verb_first(view, index)
    if names:
        last = view.index(names[-1].start)
        # A clause of its own is perhaps on another round.
        parted = not {"which", "who"}.isdisjoint(view.words(last, index))
        yield Backing(last if parted else index, names, "participant")


def _sum_that(view: View, index: int) -> bool:
    """Does "the $18 million that …" stand before the names in front of "put in"?"""
    opens = next((at for at in range(index - 1, max(index - 14, 1), -1) if view.word(at) in ("that", "which")), 0)
    return view.word(index + 1) in ("in", "into") and opens > 0 and opens - 1 in view.amount_at


def _came(view: View, index: int) -> tuple[FoundName, ...]:
    """ "Oakfund und Larch | kommen als neue Gesellschafter | an Bord": who stands before the verb."""
    comes = ("kommt", "kommen", "kam", "kamen", "geht", "gehen", "ging", "holt")
    verb = next((at for at in range(index - 1, max(index - 9, 0), -1) if view.word(at) in comes), 0)
    return listed_before(view, verb) if verb else ()


_CHIPPING = frozenset(
    {"following", "joining", "investing", "contributing", "committing", "chipping", "providing", "subscribing"}
)


def _verb_first(view: View, index: int) -> tuple[FoundName, ...]:
    """ "Também participaram | a Northwind e a Oakfund": in languages whose verb may open the sentence."""
    opens = not any(at in view.name_at for at in range(index)) and index < 6
    return listed_behind(view, index + 1) if opens and view.reading.source.language != "en" else ()


def _joins_round(view: View, index: int, spoken_of: bool) -> bool:
    ahead = view.words(index + 1, min(index + 9, len(view.found)))
    event = bool(set(ahead) & round_words())
    if view.word(index).startswith("join"):
        if "board" in view.words(index + 1, index + 4):
            return False  # "whose partner Jane Roe will join its board"
        backer = {"backer", "backers", "investor", "investors", "shareholder"} & set(ahead)
        ends = not [word for word in ahead if word not in (".", "in", ",")]
        return event or bool(backer) or (ends and (spoken_of or are_firms(listed_before(view, index))))
    if view.word(index) in ("zogen", "zog"):
        return "mit" in ahead  # "A und B zogen mit"
    if "in" in ahead[:2]:
        return event
    if ahead[:2] == ["as", "well"] or ahead[:1] == ["too"]:
        return True  # "Existing shareholders A and B participated as well."
    too = {"also", "auch", "também", "también", "aussi", "également", "anche"}
    wide = 2 if view.reading.source.language == "en" else 9
    return (
        event or spoken_of or bool(too & set(view.words(max(0, index - wide), index))) or view.word(index + 1) == "part"
    )


def _of_funds(view: View, index: int) -> int:
    """ "Northwind, one of the funds participating": the token where "one of …" begins."""
    for at in range(index - 1, max(index - 8, -1), -1):
        if view.word(at) == "one" and view.word(at + 1) == "of":
            return at - 1 if view.word(at - 1) == "," else at
    return index


def are_buyers(view: View) -> Iterator[Backing]:
    """ "A and B | are the largest buyers", "A is the main buyer, alongside B", "with A as the buyer": of shares."""
    if _BUYERS.isdisjoint(view.low):
        return
    if (names := _told_as_buyers(view)) is not None:
        yield Backing(1, names, "participant")
    for index, word in enumerate(view.low):
        at = index - 1
        while at > 0 and view.word(at) in ("the", "largest", "biggest", "main", "only", "lead", "also", "new"):
            at -= 1
        bought = word in _BUYERS and view.word(at) in ("are", "were", "is", "was", "as")
        if bought and (names := listed_before(view, at)):
            yield Backing(index, names, "participant")
            beside = index + 1 + (view.word(index + 1) == ",")
            beside += view.words(beside, beside + 2) in (["together", "with"], ["along", "with"])
            if view.word(beside) in ("alongside", "beside", "with") and (others := listed_behind(view, beside + 1)):
                yield Backing(beside, others, "participant")


def _told_as_buyers(view: View) -> tuple[FoundName, ...] | None:
    """ "Oakfund sold half of its stake. | The buyer was A": who bought the shares told of just before."""
    if view.word(0) != "the" or view.word(1) not in _BUYERS or view.word(2) not in _OPENING:
        return None
    before = view.reading.utterances[max(0, view.utterance.index - 1)]
    return (listed_behind(view, 3) or None) if before.holds(_PAPER) else None


_PAPER = frozenset({"shares", "stake", "stock", "holding", "stakes", "secondary", "shareholding"})
_BUYERS = frozenset({"buyers", "buyer", "purchasers"})
_ROLES = frozenset({"investors", "backers", "participants", "subscribers", "shareholders"})
_OPENING = frozenset({"include", "included", "includes", "are", "were", ":", "was", "is"})


def by_noun(view: View) -> Iterator[Backing]:
    """ "Investors in the round were A and B", "Among the backers: A and B", "A as a new investor"."""
    if _ROLES.isdisjoint(view.low) and "investor" not in view.low:
        return
    for index, word in enumerate(view.low):
        if word in _ROLES and view.word(index - 1) != "whose":
            at = index + 1
            while at - index < 7 and view.word(at) in _ROUND_WORDS and at not in view.name_at:
                at += 1
            names = listed_behind(view, at + 1) if view.word(at) in _OPENING else ()
            if names:
                yield Backing(index, names, "participant")
        elif word in ("investor", "investors") and index > 1:
            at = index - 1
            while view.word(at) in ("a", "an", "new", "existing", "minority", "strategic", "further"):
                at -= 1
            if view.word(at) == "as" and (names := listed_before(view, at)):
                yield Backing(at, names, "participant")


_ROUND_WORDS = frozenset(
    "in of to the this that latest new round deal offering financing raise series a b c d seed".split()
)
