"""A view of an utterance goes in, claims on other figures for a round that was told before come out.

"The Harbour Post had a lower number, $7 million", "two funds think of a sum nearer to $9 million", "has put
the May round at €8 million": no second round, but a second figure for the first, by somebody else's word. The
figure is of what it is near to: the sum raised, or the valuation.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

from briefing.claims.filling import quote
from briefing.claims.phrases import words_of
from briefing.claims.reading import Clause
from briefing.claims.roles import roles
from briefing.claims.takers import verb_before
from briefing.claims.view import View
from briefing.model.claim import Amount, Claim, FundingValues, HolderKind, Modality
from briefing.model.money import Money

_OWN = frozenset({"its", "their", "his", "her", "our", "my"})
_PAPER = frozenset({"shares", "stock"})
_Role = Literal["raised", "valuation"]
_TRADE = frozenset({"revenue", "contract", "price"})  # roles of sums that others give otherwise as well
_BREATH = 6  # utterances over which a figure is spoken of
_LAST = 24  # figures told last among which the one that is meant is looked for
_REACH = 12  # tokens in front of a figure that say what it is
_CLOSE = 4  # … and those right in front of it
_NEAR = 0.5  # of the larger: figures further apart are of two things
_SOFT = ("rumoured", "planned", "hedged")
_OPEN = ("raised", "valuation", "other")  # roles that the figure itself may seem to have
_SAME = 0.012  # … nearer ones are one figure


class Told(NamedTuple):
    """A figure told of a round of the subject, or ("trade") of anything else. at: number of its utterance."""

    at: int
    money: Money
    role: _Role | Literal["trade"]
    firm: Modality


class Rival(NamedTuple):
    """An amount (its number in the utterance), what it is another figure for, how firm that was; is its round named?"""

    number: int
    role: _Role
    firm: Modality
    named: bool = False


@cache
def _triggers() -> frozenset[str]:
    phrases = (*words_of("rivals", "correcting"), *words_of("rivals", "speaking"), *words_of("rivals", "short"))
    last = {word for phrase in phrases for word in phrase.split() if word not in ("to", "of", "in", "a", "more")}
    return frozenset({*last, "instead"}).union(*(words_of("rivals", key) for key in ("comparing", "putting", "others")))


def figures_of(claim: Claim, at: int) -> list[Told]:
    """What a claim on a round tells that others may give otherwise."""
    values = claim.values
    if not isinstance(values, FundingValues) or claim.modality in ("denied", "hypothetical"):
        return []
    return [
        Told(at, amount.money, "raised" if amount.role == "raised" else "valuation", claim.modality)
        for amount in values.amounts
        if amount.role in ("raised", "valuation")
    ]


def of_trade(view: View) -> list[Told]:
    """The sums of the utterance that are of sales or orders: another figure behind them is another one for these."""
    at = view.utterance.index
    found = zip(view.amounts, roles(view), strict=True)
    return [Told(at, amount.money, "trade", "asserted") for amount, role in found if role in _TRADE]


def rivals(view: View, told: list[Told]) -> list[Rival]:
    """The amounts of the utterance that are other figures for what was told."""
    if not view.amounts or not view.utterance.holds(_triggers()):
        return []
    found: list[Rival] = []
    here = _here(view)
    for number, amount in enumerate(view.amounts):
        first, after = view.amount_span(number)
        if amount.range_end or amount.per or not _is_other(view, first, after) or _is_of_else(view, number, first):
            continue
        before = [one for one in told[-_LAST:] if view.utterance.index - one.at <= _BREATH]
        before += [one for place, one in here if place < number]
        before += [Told(view.utterance.index, view.amounts[one.number].money, one.role, one.firm) for one in found]
        home, named = _home(amount.money, before), _of_named_round(view, first) or any(one.named for one in found)
        if (home is not None and home.role != "trade") or named:
            role: _Role = "valuation" if home and home.role == "valuation" else "raised"
            found.append(Rival(number, role, home.firm if home else "asserted", named))
    return found


def claim_of_rival(view: View, rival: Rival) -> Claim:
    """The claim: it refers back to the round, and is no firmer than what was told of it."""
    amount = view.amounts[rival.number]
    clause = view.utterance.clause_at(amount.start)
    firm = rival.firm if rival.firm == "rumoured" or clause.modality not in _SOFT else clause.modality
    holders, kind = _holders(view, clause, amount.start)
    if kind == "unnamed" and firm == "asserted":
        firm = "rumoured"
    dates = [date.when for date in view.utterance.dates if date.end <= amount.start and date.when.edtf]
    when = dates[-1] if dates and rival.named else None
    evidence = quote(view)
    figure = Amount(amount.money, rival.role, amount.start, amount.end)
    values = FundingValues("", "unknown", when, (figure,), refers_back=True, rival=True)
    return Claim("", "funding", evidence.quote, evidence, holders, kind, firm, values, (), clause.cues)


def _here(view: View) -> list[tuple[int, Told]]:
    """The utterance's own figures of a round, with their numbers."""
    clause = view.utterance.clauses[0]
    return [
        (number, Told(view.utterance.index, view.amounts[number].money, role, clause.modality))
        for number, role in enumerate(roles(view))
        if role == "raised" or role == "valuation"
    ]


def _home(money: Money, before: list[Told]) -> Told | None:
    """What the figure is another one for: of figures of its size the last."""
    near = [one for one in before if one.money.currency == money.currency and _akin(money.value, one.money.value)]
    return near[-1] if near else None


def _akin(one: float, other: float) -> bool:
    low, high = sorted((one, other))
    return low > 0 and low >= _NEAR * high and high - low > _SAME * high


# ---------------------------------------------------------------- words


def _is_other(view: View, first: int, after: int) -> bool:
    """Do the words in front say that the figure is another one for the same thing?"""
    ahead = _ahead(view, first, after)
    said = " ".join(ahead)
    if view.word(after) == "instead" or said.endswith(tuple(words_of("rivals", "correcting"))):
        return True
    if any(said.endswith(phrase) for phrase in words_of("rivals", "speaking")):
        return True
    if said.endswith(tuple(words_of("rivals", "short"))):  # "sized at $9 million, yet staff sold only | $5 million"
        return not _PAPER.isdisjoint(view.words(after, after + 4)) or "tender" in view.low
    comparing, figures = words_of("rivals", "comparing"), words_of("rivals", "figures")
    if any(one in comparing and other in figures for one, other in pairwise(ahead[-_CLOSE:])):
        return True
    others = [at for at, word in enumerate(ahead) if word in words_of("rivals", "others")]
    if others and not words_of("rivals", "saying").isdisjoint(ahead[others[0] + 1 : others[0] + 5]):
        return True
    return _is_put(ahead, words_of("rivals", "rounds") | figures)


def _is_of_else(view: View, number: int, first: int) -> bool:
    """Is it a figure of something else: of sales told before it, of a deal of its own ("raised a smaller sum")?"""
    by_role = roles(view)
    if by_role[number] not in _OPEN or (number and by_role[number - 1] not in (*_OPEN, "equivalent", "range-end")):
        return True
    clause = view.utterance.clause_at(view.offset(first))
    _, family = verb_before(view, first)
    return family == "raise" and not clause.holders


def _is_put(ahead: list[str], things: frozenset[str]) -> bool:
    """ "has put | the March round | at": a verb, the thing, "at", and the figure."""
    while ahead and ahead[-1] in ("only", "just", "a", "about", "some", "around", "roughly"):
        ahead = ahead[:-1]
    if ahead[-1:] != ["at"]:
        return False
    verbs = [at for at, word in enumerate(ahead) if word in words_of("rivals", "putting")]
    named = ahead[verbs[-1] + 1 : -1] if verbs else []
    return not things.isdisjoint(named) and _OWN.isdisjoint(named)  # who puts a price on its own shares is another


def _of_named_round(view: View, first: int) -> bool:
    """ "has put | the March round | at": a round that is named as one that is known."""
    ahead = _ahead(view, first, first)
    things = words_of("rivals", "rounds") - {"it", "size"}
    named = [at for at, word in enumerate(ahead) if word in things]
    return _is_put(ahead, things) and bool(named) and "the" in ahead[max(0, named[-1] - 3) : named[-1]]


def _ahead(view: View, first: int, after: int) -> list[str]:
    """The words in front of the figure, back to a stop; with those that count as its qualifier ("closer to")."""
    low = max([at for at in range(max(0, first - _REACH), first) if view.word(at) in (".", ";", ":", "(")], default=-1)
    start = max(low + 1, first - _REACH)
    words = view.words(start, first)
    for at in range(first, after):
        if not view.word(at).isalpha():
            break
        words.append(view.word(at))
    return [word for word in words if word not in (",", '"', "-", "–")]


# ---------------------------------------------------------------- holders


def _holders(view: View, clause: Clause, before: int) -> tuple[tuple[str, ...], HolderKind]:
    """Who gives the figure: the clause's holder, else the outlet or house that opens the clause."""
    if clause.holders:
        return clause.holders, clause.holder_kind
    names = [name for name in view.utterance.names if clause.start <= name.start < before and not name.is_subject]
    if names and names[0].kind in ("outlet", "organisation", "unknown"):
        return (names[0].canonical,), "outlet"
    return (), clause.holder_kind
