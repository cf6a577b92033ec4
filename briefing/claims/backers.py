"""An utterance goes in, who gives the money comes out: who leads, who takes part, where in the sentence it is said."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

from briefing.claims.lists import names_before, names_in_list
from briefing.claims.phrases import Hit, book, words_of
from briefing.claims.reading import FoundName
from briefing.claims.runningsums import itemises
from briefing.claims.view import View
from briefing.claims.wordclasses import names_post
from briefing.model.records import dataclass

_ROUND_NAME = frozenset({"IPO", "Series", "Seed", "Round"})
_ANYBODY = frozenset(
    {"Angels", "Angel", "Founders", "Others", "Undisclosed", "Various", "Employees", "Management", "Unknown"}
)
_NO_BACKER = frozenset({"place", "product", "event", "outlet"})


@dataclass(frozen=True, slots=True)
class Backing:
    """at: the token of the cue. names: as found, in order. part: lead or participant."""

    at: int
    names: tuple[FoundName, ...]
    part: Literal["lead", "participant"]


def backings(view: View, spoken_of: bool, raised: Iterable[int] = ()) -> list[Backing]:
    """All leads and participants that the utterance names, in order.

    spoken_of: it speaks of a round at all. raised: indices of the amounts that were raised.
    """
    found = [*_led_by(view), *_leading(view, spoken_of), *_taking_part(view, spoken_of), *_joining(view, spoken_of)]
    found += _from(view, raised)
    found += _lending(view, raised)
    found += _itemised(view, raised)
    found += _are_buyers(view)
    if spoken_of:
        found += _by_noun(view)
        found += _in_front_or_behind(view)
        found += _comes_from(view)
    return [one for one in sorted(found, key=lambda backing: (backing.at, backing.part)) if not _negated(view, one.at)]


def fit(names: tuple[FoundName, ...]) -> tuple[FoundName, ...]:
    """Names that can be backers: organisations and people, and what is not known to be anything else."""
    return tuple([name for name in names if name.kind not in _NO_BACKER and not _names_round(name)])


def _names_round(name: FoundName) -> bool:
    """ "Series A", "Acme Seed Round", "Angels": no backer's name; "Birch Seed" is one, if it is known for one."""
    words = name.text.split()
    if words[-1] == "Seed" and len(words) == 2 and name.kind == "organisation":
        return words[0] in ("Pre", "Series")
    return name.text in _ANYBODY or not _ROUND_NAME.isdisjoint(words)


def _negated(view: View, at: int) -> bool:
    words = view.words(max(0, at - 4), at)
    if {"to", "have"} <= set(words) and {"was", "were"} & set(words):
        return True  # "which was to have led the round"
    return bool({"not", "never", "without", "unlikely", "declined", "refused"} & set(words)) or words[-1:] == ["t"]


def _event_words() -> frozenset[str]:
    return words_of("rounds", "nouns", "event") | {"series", "seed"}


# ---------------------------------------------------------------- lists of names


def _listed(view: View, after: int) -> tuple[FoundName, ...]:
    """The names listed from token `after` on, up to the next cue, semicolon or "while"."""
    cues = _cues(view)
    place = bisect_right(cues, after)
    end = cues[place] if place < len(cues) else len(view.found)
    enders = words_of("rounds", "backers", "list_ends")
    for index in range(after + 1, end):
        if view.low[index] in enders or _verb_ends_list(view, index):
            end = index
            break
    start, stop = view.offset(after), view.offset(end)
    names = fit(names_in_list(view.text, start, stop, view.utterance.names)) if start < stop else ()
    return names[:-1] if len(names) > 1 and _acts(view, names[-1]) else names


_ACTS = frozenset({"wrote", "participated", "joined", "invested", "contributed", "reinvested", "chipped"})


def _acts(view: View, name: FoundName) -> bool:
    """ "led by Northwind, and | Oakfund | also wrote a cheque": the last name begins a clause of its own."""
    at = view.index(name.end - 1) + 1
    at += view.word(at) in ("also", "again", "both", "too")
    own = view.word(at) in _ACTS or view.words(at, at + 2) in (["took", "part"], ["put", "in"], ["came", "in"])
    return own and view.word(view.index(name.start) - 1) in ("and", "while", ",", ";")


def _verb_ends_list(view: View, index: int) -> bool:
    """ "A, B and | will …", "A, which | has …"."""
    goes_on = view.low[index - 1] in ("and", "which", "also")
    return goes_on and view.low[index] in words_of("rounds", "backers", "list_verbs")


@lru_cache(maxsize=8)
def _cues(view: View) -> list[int]:
    """Where the cues of leads and participants begin, in order."""
    keys = ("leads", "participants")
    found = (hit for key in keys for hit in book("rounds", "phrases", key).all(view.low))
    return sorted(hit.first for hit in found if not _is_aside(view, hit))


def _is_aside(view: View, hit: Hit) -> bool:
    """ "led by Northwind, a | new investor |, and Oakfund": said of a name in the list, and no list of its own."""
    article = view.word(hit.first - 1) in ("a", "an") and view.word(hit.first - 2) == ","
    return article and view.word(hit.after) == ","


def _before(view: View, index: int) -> tuple[FoundName, ...]:
    """Names listed right before a token; small words between them and their verb are stepped over."""
    idle = words_of("rounds", "backers", "before_verb")
    while index and view.word(index - 1) in idle and index - 1 not in view.name_at:
        index -= 1
    index = _before_relative(view, index)
    return fit(names_before(view.text, view.utterance.passage.start, view.offset(index), view.utterance.names))


def _before_relative(view: View, index: int) -> int:
    """ "Northwind |, which had led the seed round in May, | participated": in front of what is said of it aside."""
    if view.word(index) != "," or index in view.name_at or index - 1 in view.name_at:
        return index
    for at in range(index - 1, max(index - 18, 0), -1):
        if view.word(at) in ("which", "who") and view.word(at - 1) == "," and at - 2 in view.name_at:
            return at - 1
        if view.word(at) in (";", ".", ":", ","):
            break
    return index


# ---------------------------------------------------------------- who leads


def _led_by(view: View) -> Iterator[Backing]:
    """ "led by A, B and C", "lead investor A"."""
    for hit in book("rounds", "phrases", "leads").all(view.low):
        if names_post(view.low, hit.after):
            continue  # "Acme, led by its founder Jane Roe"
        names = _listed(view, hit.after)
        if names and all(name.kind == "person" for name in names) and not _round_before(view, hit.first):
            continue  # "Elle est dirigée par Jane Roe"
        if not names and hit.meaning.startswith("lead investor"):
            names = _before(view, hit.first)
        leads, others = _parted(view, names)
        if leads:
            yield Backing(hit.first, leads, "lead")
        if others:
            yield Backing(hit.first, others, "participant")


def _round_before(view: View, index: int) -> bool:
    return not _event_words().isdisjoint(view.words(max(0, index - 12), index))


def _parted(view: View, names: tuple[FoundName, ...]) -> tuple[tuple[FoundName, ...], tuple[FoundName, ...]]:
    """ "led by A and including B and C": only A leads; of "led by funds including B and C" both do."""
    for number in range(1, len(names)):
        between = view.text[names[number - 1].end : names[number].start].replace(",", " ").split()
        if "including" in between:
            return names[:number], names[number:]
    return names, ()


def _leading(view: View, spoken_of: bool) -> Iterator[Backing]:
    """ "A led the round", "with A leading", "A and B co-led", "A as lead investor"."""
    verbs = words_of("rounds", "verbs", "lead")
    for index in () if verbs.isdisjoint(view.low) else range(len(view.low)):
        after = _lead_verb(view, index, view.low[index], verbs)
        if after and _leads_round(view, index, after, spoken_of):
            names = _before(view, index)
            if len(names) > 1 and _led_another(view, names, index):
                names = names[-1:]
            if names:
                yield Backing(index, names, "lead")
                yield from _led_with(view, after)
    for hit in book("rounds", "phrases", "leads_behind").all(view.low):
        names = (
            (_before(view, hit.first) or _relative(view, hit.first))
            if hit.meaning.startswith(("as ", "in ", "at ", "als ")) or hit.meaning in _BEHIND
            else ()
        )
        if names:
            yield Backing(hit.first, names, "lead")
    if view.reading.source.language != "en":
        yield from _led_first(view)


def _relative(view: View, index: int) -> tuple[FoundName, ...]:
    """ "die Firma Northwind, | die vor drei Jahren die Series B | angeführt hatte": whom the German pronoun means."""
    if view.word(index + 1) not in ("hat", "hatte", "haben", "hatten"):
        return ()
    for at in range(index - 1, max(index - 18, 1), -1):
        if view.word(at) in ("die", "der", "das") and view.word(at - 1) == "," and at - 2 in view.name_at:
            return fit((view.name_at[at - 2],))
    return ()


_BEHIND = frozenset(
    {"angeführt", "chef de file", "investidor líder", "investidora líder", "inversor principal", "inversor líder"}
    | {"capofila"}
)


def _led_another(view: View, names: tuple[FoundName, ...], index: int) -> bool:
    """ "led by A and B, which also | led the Series A": of a list of those who lead one round the last led another."""
    apart = not {"which", "who"}.isdisjoint(view.words(view.index(names[-1].end - 1), index))
    ahead = view.words(max(0, view.index(names[0].start) - 2), view.index(names[0].start))
    return apart and ahead in (["led", "by"], ["headed", "by"])


def _led_with(view: View, after: int) -> Iterator[Backing]:
    """ "A led a £5 million round with | B": B takes part."""
    for index in range(after, min(after + 9, len(view.found))):
        own = index - 1 in view.name_at and view.name_at[index - 1].is_subject  # "a round in Acme with B"
        if view.word(index) == "with" and (own or view.word(index - 1) in _event_words()):
            names = _listed(view, index + 1)
            if names and not any(at in view.amount_at for at in range(index, view.index(names[0].start))):
                yield Backing(index, names, "participant")
            return


def _led_first(view: View) -> Iterator[Backing]:
    """ "Angeführt wird die Runde von A": the participle opens the sentence, who leads stands behind "von"; "Die Runde
    führte A an"."""
    for index in range(1, min(5, len(view.found))):
        if view.word(index) in ("führte", "führt", "leitete") and view.word(index - 1) in _event_words():
            names = _listed(view, index + 1)
            if names:
                yield Backing(index, names, "lead")
                return
    for index in range(min(3, len(view.found))):
        if view.word(index) in words_of("rounds", "backers", "led_foreign"):
            for at in range(index + 1, min(index + 14, len(view.found))):
                if view.word(at) in words_of("rounds", "backers", "by_foreign") and (names := _listed(view, at + 1)):
                    yield Backing(index, names, "lead")
                    return


def _lead_verb(view: View, index: int, word: str, verbs: frozenset[str]) -> int:
    """The token behind a verb of leading that begins at index, 0 if none does."""
    joint = word == "co" and view.word(index + 1) == "-" and view.word(index + 2) in verbs
    if not joint and (word not in verbs or view.word(index - 1) == "-"):
        return 0
    after = index + 3 if joint else index + 1
    return 0 if view.word(after) in ("by", "investor", "investors", "to", "jointly") else after


def _leads_round(view: View, index: int, after: int, spoken_of: bool) -> bool:
    """Is a round, a sum or nothing at all the verb's object?"""
    ahead = view.words(after, min(after + 9, len(view.found)))
    amount = any(at in view.amount_at for at in range(after, min(after + 5, len(view.found))))
    bare = spoken_of and (view.word(after) in (",", ";") or not [word for word in ahead if word not in (".", "it")])
    return bool(set(ahead) & _event_words()) or amount or bare or _round_that(view, index)


def _round_that(view: View, index: int) -> bool:
    """ "a round that Northwind | led"."""
    name = view.name_at.get(index - 1)
    first = view.index(name.start) if name is not None else 0
    return first > 1 and view.word(first - 1) in ("that", "which") and view.word(first - 2) in _event_words()


# ---------------------------------------------------------------- who takes part


def _comes_from(view: View) -> Iterator[Backing]:
    """ "Von der Hausbank kommt ein Darlehen", "Da Northwind vem um empréstimo": who gives opens the sentence."""
    if view.reading.source.language == "en" or view.word(0) not in ("von", "vom", "da", "do", "de", "del"):
        return
    names = _listed(view, 1)
    if names:
        verb = view.index(names[-1].end - 1) + 1
        if view.word(verb) in ("kommt", "kommen", "stammt", "stammen", "kam", "kamen", "vem", "vêm", "veio", "vient"):
            yield Backing(0, names, "participant")


def _in_front_or_behind(view: View) -> Iterator[Backing]:
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
        names = _listed(view, start + 1) if start >= 0 else ()
        names = tuple(name for name in names if view.index(name.start) < index)
        if names:
            yield Backing(start, names, "lead" if front else "participant")


def _taking_part(view: View, spoken_of: bool) -> Iterator[Backing]:
    """ "with participation from A and B", "New investors include C"."""
    for hit in book("rounds", "phrases", "participants").all(view.low):
        if hit.meaning in words_of("rounds", "backers", "only_beside_round") and not spoken_of:
            continue
        if _is_aside(view, hit):
            continue
        if hit.meaning == "backed by" and view.word(hit.first - 1) not in words_of("rounds", "nouns", "event"):
            continue
        after = hit.after
        if hit.meaning in words_of("rounds", "backers", "descriptions"):
            opens = view.word(after) in words_of("rounds", "backers", "opens_list")
            if not opens and not spoken_of:
                continue
            after += opens
        names = _listed(view, after)
        if names and (hit.meaning not in ("alongside", "along with", "together with") or _person_or_firm(names)):
            yield Backing(hit.first, names, "lead" if _co_led(view, hit) else "participant")


def _co_led(view: View, hit: Hit) -> bool:
    """ "Northwind co-led the round together with | Oakfund"."""
    joint = hit.meaning in ("alongside", "along with", "together with")
    words = view.words(0, hit.first)
    co = any(
        pair == ("co", "-") and words[at + 2 : at + 3] in (["led"], ["leads"], ["leading"])
        for at, pair in enumerate(pairwise(words))
    )
    return joint and co


def _person_or_firm(names: tuple[FoundName, ...]) -> bool:
    return any(name.kind in ("organisation", "person") and not name.is_subject for name in names)


_TAKING = frozenset({"took", "take", "takes", "taking"})
_BUYING = frozenset({"buying", "bought"})


@cache
def _joining_words() -> frozenset[str]:
    """The words at which `_joining` looks twice."""
    verbs = words_of("rounds", "verbs", "participate") | words_of("rounds", "backers", "joining_foreign")
    return verbs | _CHIPPING | _TAKING | _BUYING | _REST | {"invested", "joined", "followed", "wrote", "came", "put"}


_EACH = frozenset({"each", "apiece"})
_BESIDE = frozenset({"beside", "alongside", "with", "as", "next"})
_REST = frozenset({"rest", "balance", "remainder", "remaining"})
_MAKING_UP = frozenset(
    "made make makes making up put puts putting in provided provide providing supplied supplying contributed covered "
    "covering gave giving for came coming filled filling out took taking with sharing shared splitting split "
    "completing completed dividing rounding".split()
)


def _joining(view: View, spoken_of: bool) -> Iterator[Backing]:
    """ "A, B and C also participated", "D joined as a new backer", "E, one of the funds participating in the round"."""
    verbs, openers = words_of("rounds", "verbs", "participate"), _joining_words()
    for index, token in enumerate(view.found):
        if token.word not in openers:
            continue
        part = token.word in _TAKING and view.word(index + 1) == "part"
        if token.word in _REST and view.word(index - 1) == "the" and view.word(index + 1) in (".", "", ";", ",", "of"):
            at = index - 1  # "Oakfund put in $30 million and | Larch Ventures | (made up) the rest"
            while at and view.word(at - 1) in _MAKING_UP and at - 1 not in view.name_at:
                at -= 1
            names = _before(view, at)
            if names:
                yield Backing(index, names, "participant")
            continue
        if token.word == "put":
            if _sum_that(view, index) and (names := _before(view, index)):  # "the $18 million that A and B | put in"
                led = view.words(index + 2, index + 5) == ["when", "they", "led"]
                yield Backing(index, names, "lead" if led else "participant")
            elif spoken_of and view.word(index + 1) == "in" and _EACH & set(view.words(index + 2, index + 9)):
                yield Backing(index, _before(view, index), "participant")  # "A and B | put in $25 million each"
            continue
        if token.word == "came":
            if view.word(index + 1) == "in" and view.word(index + 2) in _BESIDE and (names := _before(view, index)):
                yield Backing(index, names, "participant")  # "Larch Bank | came in beside existing backer Oakfund"
            continue
        if token.word == "followed":
            ends = spoken_of and view.word(index + 1) in (".", "", ";", "suit")
            if ends and _are_firms(names := _before(view, index)):
                yield Backing(index, names, "participant")  # "Northwind led, | Oakfund and Larch | followed."
            continue
        if token.word == "joined" and view.word(index + 1) == ":":
            yield Backing(index, _listed(view, index + 2), "participant")  # "two new names joined: A and B"
            continue
        if token.word in _CHIPPING and spoken_of and _opened_with(view, index):
            names = _before(view, index)
            if names:
                yield Backing(index, names, "participant")
            continue
        stakes = {"stake", "stakes", "tickets"} & set(view.words(index + 1, index + 5))
        if token.word == "took" and stakes and "which" in view.words(max(0, index - 30), index):
            yield Backing(index, _before(view, index), "participant")  # "…, in which A and B took the largest stakes"
            continue
        cheque = {"check", "cheque", "checks", "cheques"} & set(view.words(index + 1, index + 5))
        if token.word == "wrote" and cheque and spoken_of and view.word(index - 1) == "also":
            yield Backing(index, _before(view, index), "participant")  # "A led the round, and B also wrote a cheque"
            continue
        if token.word == "invested" and "which" in view.words(0, index) and view.word(index - 1) == "also":
            yield Backing(index, _before(view, index), "participant")  # "a round in which A and B also invested"
            continue
        buys = token.word in _BUYING and "shares" in view.words(index + 1, index + 7)
        ends = view.word(index + 1) in (".", ";", ",", "too", "")
        buys = buys or (
            token.word == "buying" and ends and view.word(index - 1) in ("are", "is")
        )  # "A and B are buying"
        if buys or ((token.word in verbs or part) and _joins_round(view, index, spoken_of)):
            names = _before(view, _of_funds(view, index)) or _verb_first(view, index)
            if names:
                last = view.index(names[-1].start)
                parted = {"which", "who"} & set(
                    view.words(last, index)
                )  # a clause of its own, perhaps on another round
                yield Backing(last if parted else index, names, "participant")
        elif token.word == "bord" and view.word(index - 1) == "an":
            if names := _before(view, index - 1) or _came(view, index - 1):
                yield Backing(index, names, "participant")  # "Als neuer Gesellschafter kommt Oakfund an Bord"
        elif token.word in words_of("rounds", "backers", "joining_foreign") and (names := _verb_first(view, index)):
            yield Backing(index, names, "participant")


def _sum_that(view: View, index: int) -> bool:
    """Does "the $18 million that …" stand before the names in front of "put in"?"""
    opens = next((at for at in range(index - 1, max(index - 14, 1), -1) if view.word(at) in ("that", "which")), 0)
    return view.word(index + 1) in ("in", "into") and opens > 0 and opens - 1 in view.amount_at


def _came(view: View, index: int) -> tuple[FoundName, ...]:
    """ "Oakfund und Larch | kommen als neue Gesellschafter | an Bord": who stands before the verb."""
    comes = ("kommt", "kommen", "kam", "kamen", "geht", "gehen", "ging", "holt")
    verb = next((at for at in range(index - 1, max(index - 9, 0), -1) if view.word(at) in comes), 0)
    return _before(view, verb) if verb else ()


_CHIPPING = frozenset(
    {"following", "joining", "investing", "contributing", "committing", "chipping", "providing", "subscribing"}
)


def _opened_with(view: View, index: int) -> bool:
    """ "…, with A and B | investing $5 million each": does a "with" open the names?"""
    return any(view.word(at) == "with" for at in range(index - 1, max(index - 24, -1), -1))


def _verb_first(view: View, index: int) -> tuple[FoundName, ...]:
    """ "Também participaram | a Northwind e a Oakfund": in languages whose verb may open the sentence."""
    opens = not any(at in view.name_at for at in range(index)) and index < 6
    return _listed(view, index + 1) if opens and view.reading.source.language != "en" else ()


def _joins_round(view: View, index: int, spoken_of: bool) -> bool:
    ahead = view.words(index + 1, min(index + 9, len(view.found)))
    event = bool(set(ahead) & _event_words())
    if view.word(index).startswith("join"):
        backer = {"backer", "backers", "investor", "investors", "shareholder"} & set(ahead)
        ends = not [word for word in ahead if word not in (".", "in", ",")]
        return event or bool(backer) or (ends and (spoken_of or _are_firms(_before(view, index))))
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


def _are_firms(names: tuple[FoundName, ...]) -> bool:
    """ "Seed fund Northwind joined." may tell of a round, "Jane Doe joined." tells of a post."""
    return bool(names) and all(name.kind in ("organisation", "unknown") and not name.is_subject for name in names)


def _of_funds(view: View, index: int) -> int:
    """ "Northwind, one of the funds participating": the token where "one of …" begins."""
    for at in range(index - 1, max(index - 8, -1), -1):
        if view.word(at) == "one" and view.word(at + 1) == "of":
            return at - 1 if view.word(at - 1) == "," else at
    return index


def _from(view: View, raised: Iterable[int]) -> Iterator[Backing]:
    """ "raises $20M from A, B and C": who stands behind "from" right after the sum and its noun."""
    givers = {"from"} if view.reading.source.language == "en" else words_of("rounds", "backers", "from_foreign")
    for number in raised:
        after = view.amount_span(number)[1]
        if view.word(after) == "(":  # the sum in another currency
            after = next(
                (at + 1 for at in range(after, min(after + 9, len(view.found))) if view.word(at) == ")"), after
            )
        for index in range(after, min(after + 9, len(view.found))):
            word = view.word(index)
            if word in givers and (word == "from" or _names_giver(view, index)):
                names = _listed(view, _first_giver(view, index))
                if names:
                    yield Backing(index, names, "participant")
                break
            kind = word == "as" and view.word(index + 1) in ("debt", "loan", "equity", "a")  # "comes as debt from A"
            if (word in words_of("rounds", "backers", "before_from") and not kind) or index in view.amount_at:
                break


def _lending(view: View, raised: Iterable[int]) -> Iterator[Backing]:
    """ "a $50 million credit line with A", "… that it agreed with A": who lends."""
    for number in raised:
        after = view.amount_span(number)[1]
        debt = False
        for index in range(after, min(after + 10, len(view.found))):
            word = view.word(index)
            debt = debt or word in words_of("rounds", "nouns", "debt")
            near = view.word(index - 1)
            if word == "with" and debt and (near in _AGREED or near in words_of("rounds", "nouns", "debt") | {"line"}):
                names = _listed(view, index + 1)
                if names:
                    yield Backing(index, names, "participant")
                break
            if word in ("that", "which") and debt and (names := _granting(view, index + 1)):
                yield Backing(index, names, "participant")
                break
            if word in (",", ".", ";", "and", "from", "by"):
                break


def _granting(view: View, after: int) -> tuple[FoundName, ...]:
    """ "a $5 million facility that | Birch Bank granted": who lends, in front of the verb of giving."""
    verb = next((at for at in range(after + 1, min(after + 9, len(view.found))) if view.word(at) in _GRANTED), 0)
    return _before(view, verb) if verb else ()


_GRANTED = frozenset("granted grants provided provides extended extends gave lent lends agreed approved".split())


def _itemised(view: View, raised: Iterable[int]) -> Iterator[Backing]:
    """ "received $9 million: $5 million from A, $4 million from B": who gives the parts behind the colon."""
    for number in raised:
        if view.word(view.amount_span(number)[1]) != ":":
            continue
        for part in range(number + 1, len(view.amounts)):
            first, after = view.amount_span(part)
            if view.word(after) == "from" and itemises(view, first) and (names := _listed(view, after + 1)):
                yield Backing(after, names[:1], "participant")


def _are_buyers(view: View) -> Iterator[Backing]:
    """ "A and B | are the largest buyers", in a sale of shares."""
    if _BUYERS.isdisjoint(view.low):
        return
    for index, word in enumerate(view.low):
        at = index - 1
        while at > 0 and view.word(at) in ("the", "largest", "biggest", "main", "only", "lead", "also", "new"):
            at -= 1
        if word in _BUYERS and view.word(at) in ("are", "were", "is", "was") and (names := _before(view, at)):
            yield Backing(index, names, "participant")


_BUYERS = frozenset({"buyers", "buyer", "purchasers"})
_AGREED = frozenset({"agreed", "arranged", "signed", "negotiated", "secured"})
_ROLES = frozenset({"investors", "backers", "participants", "subscribers", "shareholders"})
_OPENING = frozenset({"include", "included", "includes", "are", "were", ":"})


def _by_noun(view: View) -> Iterator[Backing]:
    """ "Investors in the round were A and B", "Among the backers: A and B", "A as a new investor"."""
    if _ROLES.isdisjoint(view.low) and "investor" not in view.low:
        return
    for index, word in enumerate(view.low):
        if word in _ROLES:
            at = index + 1
            while at - index < 7 and view.word(at) in _ROUND_WORDS and at not in view.name_at:
                at += 1
            names = _listed(view, at + 1) if view.word(at) in _OPENING else ()
            if names:
                yield Backing(index, names, "participant")
        elif word in ("investor", "investors") and index > 1:
            at = index - 1
            while view.word(at) in ("a", "an", "new", "existing", "minority", "strategic", "further"):
                at -= 1
            if view.word(at) == "as" and (names := _before(view, at)):
                yield Backing(at, names, "participant")


_ROUND_WORDS = frozenset(
    "in of to the this that latest new round deal offering financing raise series a b c d seed".split()
)


def _first_giver(view: View, index: int) -> int:
    """The token where the list of givers begins: "auprès de | A"."""
    return index + 2 if view.word(index) == "auprès" else index + 1


def _names_giver(view: View, index: int) -> bool:
    """Does a name follow, with an article and a noun at most in front: "do fundo A", "com a A"?"""
    return any(at in view.name_at for at in range(index + 1, min(index + 4, len(view.found))))
