"""A sum in an utterance goes in, whether somebody gives it comes out, by the grammar of giving; and who does.

In front: "A and B put up $9 million", "A came in with", "A followed in May with". Behind: "the $9 million that A and B
put up", "$9 million came in May, from A", "$80 million, with A in front". Only a sum with a giver by name is one.
"""

from __future__ import annotations

from functools import cache, lru_cache

from briefing.claims.backerlists import listed_before, listed_behind
from briefing.claims.joinverbs import joining_words
from briefing.claims.phrases import words_of
from briefing.claims.reading import FoundName
from briefing.claims.sharesales import is_sale_of_holders
from briefing.claims.view import View


def giving_verb(view: View, index: int) -> int:
    """The token behind a verb of giving that needs its particle ("put up", "came in with"), 0 if none begins here."""
    tails = _tails().get(view.word(index))
    if tails is None or index in view.name_at:
        return 0
    for tail in tails:
        after = index + 1
        if view.words(after, after + len(tail)) == [*tail]:
            return after + len(tail)
    name = view.name_at.get(index + 1) if tails is _TO_THE_RESCUE else None
    if name is not None and name.is_subject and view.word(after := view.span(name.start, name.end)[1]) == "with":
        return after + 1
    return _with_date(view, index)


def _with_date(view: View, index: int) -> int:
    """ "followed | in May 2019 with": a date between the verb and "with"."""
    if not view.word(index).startswith(("follow", "cam", "com")):
        return 0
    for date in view.utterance.dates:
        first, after = view.span(date.start, date.end)
        if index < first <= index + 2 and view.word(after) == "with":
            return after + 1
    return 0


def tailed_verbs() -> frozenset[str]:
    """The verbs that `giving_verb` looks at."""
    return frozenset(_tails())


@cache
def _tails() -> dict[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, tuple[tuple[str, ...], ...]] = {}
    for tails, verbs in _WITH_TAILS:
        table.update(dict.fromkeys(verbs.split(), tails))
    return table


_TO_THE_RESCUE = tuple(  # "saved them with", "bailed it out with", "kept the company afloat with"
    (*whom, *how, "with")
    for whom in (("it",), ("them",), ("the", "company"), ("the", "startup"))
    for how in ((), ("out",), ("alive",), ("afloat",), ("going",))
)
_WITH_TAILS = (
    ((("up",), ("in",), ("together",), ("down",)), "put puts putting"),
    ((("up",),), "stump stumps stumped stumping cough coughs coughed coughing"),
    ((("in",),), "chip chips chipped chipping kick kicks kicked kicking pitch pitched pitches pitching threw throw"),
    (
        (("up", "with"), ("in", "with"), ("forward", "with"), ("back", "with"), ("along", "with")),
        "come comes came coming step stepped",
    ),
    ((("with",), ("up", "with"), ("on", "with")), "follow follows followed following"),
    ((("the", "first"), ("the",), ("a", "first")), "write writes wrote"),
    (_TO_THE_RESCUE, "save saves saved rescue rescues rescued bail bails bailed keep keeps kept help helps helped"),
    ((("up",),), "anted ante antes stumped"),
    ((("with",),), "parted parts"),
    ((("down", "with"),), "doubled doubles doubling"),
    ((("in", "with"),), "weigh weighs weighed weighing pile piled go went"),
)


@lru_cache(maxsize=1024)  # the sums of an article
def given_by(view: View, first: int, after: int) -> tuple[FoundName, ...]:
    """Who gives the sum over tokens[first:after], by name; () if nobody is said to."""
    return _in_front(view, first) or _that_they(view, after) or _arrives_from(view, first, after)


def is_raised_sum(view: View, after: int) -> bool:
    """ "the $9 million | that Acme raised in 2021 was put up by": is the verb of raising in the sum's own clause?"""
    if view.word(after) not in ("that", "which"):
        return False
    at = after + 1
    while at < after + 8 and (at in view.name_at or view.word(at) in _SUBJECTS):
        at += 1
    return at > after + 1 and view.word(at) in words_of("rounds", "verbs", "raise") and view.word(at).endswith("ed")


_SUBJECTS = frozenset(
    {"it", "they", "the", "company", "startup", "has", "had", "have", "group", "firm", "just", "first"}
)


def is_led(view: View, after: int) -> bool:
    """ "80 million euros |, with A and B in front", "€250 million, led by A": does somebody lead behind the sum?"""
    after = _past_motion(view, after)
    if view.word(after) != "," or view.word(after + 1) not in ("with", "led", "headed"):
        return False
    if view.word(after + 1) != "with":
        return view.word(after + 2) == "by" and bool(listed_behind(view, after + 3))
    ahead = view.words(after + 2, min(after + 26, len(view.found)))
    stop = next((at for at, word in enumerate(ahead) if word in (".", ";")), len(ahead))
    return not _AT_HEAD.isdisjoint(ahead[:stop]) and bool(listed_behind(view, after + 2))


_AT_HEAD = frozenset({"front", "lead", "leading", "helm"})
_SMALL = frozenset(
    {
        "a",
        "an",
        "another",
        "further",
        "additional",
        "the",
        "first",
        "about",
        "around",
        "some",
        "up",
        "to",
        "more",
        "than",
    }
    | {"over", "nearly", "almost", "roughly", "as", "much", "just", "it", "them", "its", "their", "only", "at", "least"}
    | {"fresh", "new", "cheque", "check", "of", "for", "company", "startup", "start", "-", "founders", "firm", "team"}
)


def _in_front(view: View, first: int) -> tuple[FoundName, ...]:
    """ "A and B put up | $9 million", "A in 2024 with another | $9 million"."""
    at = first - 1
    while at >= 0 and at > first - 6 and view.word(at) in _SMALL and view.word(at - 1) not in ("in", "up"):
        at -= 1
    if view.word(at) == "with" and (names := _gapped(view, at)):
        return names
    for index in range(at, max(at - 6, -1), -1):
        behind = giving_verb(view, index)
        if behind and behind <= first and all(word in _SMALL for word in view.words(behind, first)):
            return _no_rivals(view, _outsiders(listed_before(view, index) or _opening(view, index)))
    return ()


def _no_rivals(view: View, names: tuple[FoundName, ...]) -> tuple[FoundName, ...]:
    """ "Its rival Northwind followed with | $5 million": that is money of its own."""
    first = view.index(names[0].start) if names else 0
    rival = not {"rival", "rivals", "competitor", "competitors", "peer"}.isdisjoint(
        view.words(max(0, first - 3), first)
    )
    return () if rival else names


def _opening(view: View, verb: int) -> tuple[FoundName, ...]:
    """ "Northwind invested $5 million in 2019 | and came back with": the name that the sentence opens with."""
    names = listed_behind(view, 0) if view.word(verb - 1) in ("and", "then", "later") else ()
    return names if names and view.index(names[0].start) <= 2 else ()


def _gapped(view: View, preposition: int) -> tuple[FoundName, ...]:
    """ "A followed in 2022 with $70 million, and B in 2024 | with another | $110 million": the verb is said once."""
    dated = {at for date in view.utterance.dates for at in range(*view.span(date.start, date.end))}
    at = preposition - 1
    while at in dated or view.word(at) in ("in", "later"):
        at -= 1
    told = any(number < at for number in view.amount_at) and any(giving_verb(view, index) for index in range(at))
    joined = at in view.name_at and view.word(view.index(view.name_at[at].start) - 1) in ("and", ",", ";", "while")
    return _outsiders(listed_before(view, at + 1)[-1:]) if told and joined else ()


def buyers_of(view: View, first: int, after: int) -> tuple[FoundName, ...]:
    """ "sold a fifth of its shares to | A | for $9 million", "sold shares for $30 million, to a group led by B"."""
    verb = next((at for at in range(first - 1, max(first - 16, -1), -1) if view.word(at) in _SOLD), -1)
    if verb < 0:
        return ()
    to = 0 if sold_for(view, verb, first) else _behind_paper(view, verb, first, after)
    if to:
        return _outsiders(listed_behind(view, over_consortium(view, to + 1)))
    of_itself = "itself" in view.words(verb + 1, first)  # "sold a slice of itself to A for"
    if not (of_itself or sold_for(view, verb, first) or is_sale_of_holders(view, first, after)):
        return ()
    for at in (*range(verb + 1, first), after, after + 1):
        if view.word(at) == "to" and (names := _outsiders(listed_behind(view, over_consortium(view, at + 1)))):
            return names
    return ()


def _behind_paper(view: View, verb: int, first: int, after: int) -> int:
    """ "sold shares worth $9 million | to funds run by A", "sold $9 million of new shares | to A": its "to"."""
    at = next((at for at in range(after, min(after + 6, len(view.found))) if view.word(at) in ("to", "with")), 0)
    between = {*view.words(verb + 1, first), *view.words(after, at)}
    return 0 if _SHARES.isdisjoint(between) or not between.isdisjoint((".", ";", "in", "for")) else at


_SHARES = frozenset({"shares", "stock", "preferred", "notes", "bonds", "debentures", "warrants"})
_SOLD = frozenset({"sold", "sells", "selling", "placed", "issued", "issues"})


def _that_they(view: View, after: int) -> tuple[FoundName, ...]:
    """ "the $9 million (that) | A and B put up", "that A had given it": who stands between the sum and the verb."""
    at = after + (view.word(after) in ("that", "which"))
    if at == after and at not in view.name_at and view.word(at) != "the":
        return ()
    verb = next((index for index in range(at, min(at + 16, len(view.found))) if _gives(view, index)), 0)
    if not verb or any(view.word(index) in (".", ";", ":") for index in range(at, verb)):
        return ()
    names = listed_before(view, verb)
    opens = view.index(names[0].start) if names else 0
    small = all(word in ("the", "both", "investors", "backers", "its") for word in view.words(at, opens))
    return _outsiders(names) if names and small else ()


def _gives(view: View, index: int) -> bool:
    if index in view.name_at:
        return False
    word = view.word(index)
    return bool(giving_verb(view, index)) or word in _GAVE or (word == "put" and view.word(index + 1) == "into")


_GAVE = frozenset(
    "gave given invested contributed provided supplied lent loaned granted committed injected pumped poured".split()
)
_CHEQUES = frozenset({"cheque", "check", "ticket", "money", "capital", "funding", "investment", "backing", "injection"})
_MOVES = frozenset("came comes come followed follows arrived arrives flowed landed went".split())


def _arrives_from(view: View, first: int, after: int) -> tuple[FoundName, ...]:
    """ "A further $9 million | came in 2021, from A", "Then came | $9 million more from a group led by A"."""
    if "from" not in view.low[after : after + 18]:
        return ()
    before = set(view.words(max(0, first - 5), first))
    at = _past_motion(view, after)
    at += view.word(at) == ","
    if view.word(at) in _MOVES and not _CHEQUES.isdisjoint(before):
        at = _past_motion(view, at)  # "Its first outside money, $2 million in 2016, | came from"
    while at < after + 16 and view.word(at) in ("most", "all", "half", "of", "it", "mostly"):
        at += 1
    if view.word(at) != "from":
        return ()
    moved = not _MOVES.isdisjoint(before | set(view.words(after, at)))
    again = not {"further", "another", "additional", "more"}.isdisjoint(before)
    taken = again and not words_of("rounds", "verbs", "raise").isdisjoint(before)
    return _outsiders(listed_behind(view, over_consortium(view, at + 1))) if moved or taken else ()


def _past_motion(view: View, after: int) -> int:
    """The token behind "more", "came in May 2023", "followed a year later": what stands between a sum and who gives."""
    dated = {at for date in view.utterance.dates for at in range(*view.span(date.start, date.end))}
    at = after
    while at < after + 12 and (at in dated or view.word(at) in _MOVES or view.word(at) in _ON_THE_WAY):
        at += 1
    return at


_ON_THE_WAY = frozenset({"in", "on", "more", "a", "year", "later", "then"})
_GROUPS = frozenset(
    {"fund", "group", "consortium", "syndicate", "number", "band", "investors", "funds", "pool", "circle"}
)


def over_consortium(view: View, at: int) -> int:
    """The token behind "a group (of investors) headed by" where that stands at a token, else the token."""
    for index in range(at, at + 6):
        if view.word(index) in ("by", "around", "including") and _GROUPS & set(view.words(at, index)):
            return index + 1
        if index in view.name_at or view.word(index) in (",", ".", ";"):
            break
    return at


def _outsiders(names: tuple[FoundName, ...]) -> tuple[FoundName, ...]:
    """The names, if none of them is the company and one of them no person."""
    own = any(name.is_subject for name in names)
    return () if own or all(name.kind == "person" for name in names) else names


def sold_for(view: View, index: int, first: int) -> bool:
    """ "sold | a fifth of its shares to A for | $9 million", "bought a tenth of the shares for": paper for the sum."""
    dated = {at for date in view.utterance.dates for at in range(*view.span(date.start, date.end))}
    between = [view.word(at) for at in range(index + 1, first) if at not in dated]
    if "for" not in between[-2:] or not {"shares", "stock", "equity", "company"} & set(between):
        return False
    of = next((at for at, word in enumerate(between) if word in ("shares", "stock", "equity", "company")), 0)
    ahead = between[:of]
    own = {"its", "the", "new", "of", "more"} & set(ahead) or not ahead
    other = between[of + 1 : of + 2] in (["in"], ["of"]) and between[of + 2 : of + 3] not in ([","], ["for"])
    return bool(own) and not other and not {"for", "per"} & set(ahead)


def is_whole_of_round(view: View, first: int) -> bool:
    """ "The Series A, in 2021, came to | $9 million", "the Series B brought the company | $60 million"."""
    before = view.words(max(0, first - 12), first)
    if not words_of("rounds", "names", "lettered") & set(before) and not {"round", "raise"} & set(before):
        return False
    if before[-2:] in (["came", "to"], ["amounted", "to"], ["ran", "to"], ["comes", "to"]):
        return True
    verb = next((at for at in range(first - 1, max(first - 6, 0), -1) if view.word(at) in _BROUGHT), 0)
    object_is_own = verb > 0 and all(
        (at in view.name_at and view.name_at[at].is_subject) or view.word(at) in _SMALL or view.word(at) == "in"
        for at in range(verb + 1, first)
    )
    return object_is_own and not joining_words("words", "unmade") & set(view.words(max(0, verb - 3), verb))


_BROUGHT = frozenset({"brought", "brings", "gave", "gives", "netted", "nets", "earned", "yielded"})
