"""A sentence that gives a price goes in, the purchase it is the price of comes out, with the sum.

The price of a purchase is often told apart from it: "the deal price was more than $7 million", "it paid $5 million",
"Acme is paying about $5 million, with debt, for Northwind".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from briefing.claims.making import stated
from briefing.claims.reading import FoundAmount, FoundName, Reading
from briefing.claims.tiesentence import Sentence
from briefing.claims.words import row
from briefing.model.claim import Claim, Tie, TieStatus, TieValues
from briefing.model.records import replace
from briefing.model.source import Evidence

_PAYS = row("pay pays paid paying")
_PRICES = row("price consideration")
_DEALS = row("deal transaction acquisition takeover purchase buyout")
_NOT_PRICE = row("share stock offering issue list unit strike subscription per shares starting")
_NOT_BOUGHT = row(
    "upfront dividend fine tax taxes interest salary rent fees fee dividends year month annually settle settlement "
    "royalties licence license licensing rights"
)
_TRIGGERS = _PAYS | _PRICES | _DEALS
_REACH = 4  # sentences behind a purchase in which a price is that of it
_LONGEST = 110  # words of a quote
_NEAR = 7  # words between the price's noun or verb and the sum
_FAR = 9  # words between the sum and "for Northwind"


class Purchase(NamedTuple):
    """The purchase told of last: its claim, and the number of the sentence it was told in."""

    claim: Claim
    sentence: int


def may_price(text: str) -> bool:
    """Does a word that goes with a price stand in the text?"""
    low = text.lower()
    return any(
        word in low
        for word in ("paid", "pay", "price", "deal", "transaction", "consideration", "acquisition", "report", "suggest")
    )


def prices(reading: Reading, sentence: Sentence, told: list[Claim], last: Purchase | None) -> Iterator[Claim]:
    """Claims with the price, of the purchase named in the sentence or of the last one before it.

    told: the claims of this sentence.
    """
    found = list(_first_price(reading, sentence, told, last))
    yield from found
    yield from _others_price(reading, sentence, [*told, *found], last)


def _first_price(reading: Reading, sentence: Sentence, told: list[Claim], last: Purchase | None) -> Iterator[Claim]:
    """The price, in the words of whoever gives it first."""
    if not sentence.utterance.amounts or (_TRIGGERS | _ESTIMATING).isdisjoint(sentence.words.low):
        return
    if any(isinstance(one.values, TieValues) and one.values.amount for one in told):
        return
    for amount in sentence.utterance.amounts:
        at = sentence.words.index_at(amount.start)
        if _is_estimate(reading, sentence, at):
            named = _of_accounts(sentence)
            if named is not None:
                yield _named(reading, sentence, amount, named)
            elif last and 0 < sentence.utterance.index - last.sentence <= _REACH:
                yield from filter(None, [_told_of(reading, sentence, amount, last.claim)])
            continue
        if amount.per or amount.range_end or not _is_price(sentence, at, amount):
            continue
        paid = not _PAYS.isdisjoint(sentence.words.low[max(0, at - 4) : at])
        bought = _bought(sentence, amount)
        before = last.claim if last and 0 <= sentence.utterance.index - last.sentence <= _REACH else None
        if bought is not None and (before is None or not _names(before, bought)):
            clause = sentence.clause(at)
            if paid and (clause.is_subject or clause.setting_is_subject):
                yield _named(reading, sentence, amount, bought)
            return
        if before is not None and (told_of := _told_of(reading, sentence, amount, before)) is not None:
            yield told_of
            return


def _others_price(reading: Reading, sentence: Sentence, told: list[Claim], last: Purchase | None) -> Iterator[Claim]:
    """ "The Post puts it at $95 million, | while the Review says | $110 million": one price, told twice."""
    amounts, low = sentence.utterance.amounts, sentence.words.low
    if len(amounts) < 2 or _CONTRASTING.isdisjoint(low):
        return
    known = [*told, *([last.claim] if last and sentence.utterance.index - last.sentence <= _REACH else [])]
    for one, other in pairwise(amounts):
        home = next((c for c in known if isinstance(c.values, TieValues) and c.values.amount == one.money), None)
        size = other.money.value / one.money.value if one.money.value else 0.0
        if home is None or one.money.currency != other.money.currency or not 0.5 <= size <= 2 or other.range_end:
            continue
        first, at = sentence.words.index_at(one.end - 1) + 1, sentence.words.index_at(other.start)
        saying = not _SAYING.isdisjoint(low[max(first, at - 3) : at])
        if saying and not _CONTRASTING.isdisjoint(low[first:at]):
            yield from filter(None, [_told_of(reading, sentence, other, home)])


_PUTS = row("put puts putting pegs pegged")
_CONTRASTING = row("while whereas but though although")
_SAYING = row("says said reports reported has had puts put gives gave writes wrote mentions at of")


def _is_estimate(reading: Reading, sentence: Sentence, at: int) -> bool:
    """ "Acme does not say what the deal cost. The Daily reported | $5 million; accounts suggest | $4 million"."""
    low = sentence.words.low
    before = reading.utterances[sentence.utterance.index - 1] if sentence.utterance.index else None
    if before is None or before.passage.block != sentence.utterance.passage.block:
        return False
    open_words = before.sentence.words.low
    silent = not {"not", "never", "undisclosed", "declined", "n't", "t"}.isdisjoint(open_words)
    asked = silent and not (_PAYS | _PRICES | {"terms"}).isdisjoint(open_words)
    return asked and not _ESTIMATING.isdisjoint(low[max(0, at - 4) : at]) and "which" not in low[max(0, at - 2) : at]


def _of_accounts(sentence: Sentence) -> FoundName | None:
    """ "Delta's | accounts suggest $5 million": whose accounts give the price."""
    for name in sentence.names:
        behind = sentence.text[name.end : name.end + 12].replace("’", "'")
        if behind.startswith(("'s accounts", "'s filings", "'s books")) and not name.is_subject:
            return name
    return None


_ESTIMATING = row("reported reports suggest suggests suggested estimated estimates indicate indicates")


def _is_price(sentence: Sentence, at: int, amount: FoundAmount) -> bool:
    low = sentence.words.low
    first = max(0, at - _NEAR)
    for other in sentence.utterance.amounts:
        if other.end <= amount.start:
            first = max(first, sentence.words.index_at(other.end - 1) + 1)
    before = low[first:at]
    behind = low[sentence.words.index_at(amount.end - 1) + 1 :][:4]
    if not _NOT_BOUGHT.isdisjoint((*before, *behind)):
        return False
    if not _PRICES.isdisjoint(before):
        return _NOT_PRICE.isdisjoint(before)
    if not _PAYS.isdisjoint(before[-4:]):
        return True
    if "at" in before[-2:] and "it" in before[-4:] and not _PUTS.isdisjoint(before[-5:]):
        return not _PRICES.isdisjoint(low[:at])  # "gives no price; the Harbour Post puts it at | $5 million"
    deal = next((place for place in range(len(before) - 1, -1, -1) if before[place] in _DEALS), -1)
    return deal >= 0 and bool({"worth", "valued", "costs", "cost"} & set(before[deal:]))


def _bought(sentence: Sentence, amount: FoundAmount) -> FoundName | None:
    """ "… $5 million, including debt, | for Northwind": who is named behind the sum, with nothing of its own behind."""
    low, starts = sentence.words.low, sentence.words.starts
    first = sentence.words.index_at(amount.end - 1) + 1
    for at in range(first, min(first + _FAR, len(low) - 1)):
        if low[at] in (".", ";"):
            return None
        if low[at] == "for":
            name = next((one for one in sentence.names if one.start == starts[at + 1]), None)
            if name is None or name.is_subject or name.kind in ("person", "place", "event"):
                return None
            owns = sentence.text[name.end : name.end + 2] in ("'s", "s'")
            return None if owns else name
    return None


def _names(before: Claim, name: FoundName) -> bool:
    values = before.values
    return isinstance(values, TieValues) and name.canonical in (values.name, *values.aliases)


def _named(reading: Reading, sentence: Sentence, amount: FoundAmount, name: FoundName) -> Claim:
    clause = sentence.clause(sentence.words.index_at(amount.start))
    statuses: dict[str, TieStatus] = {"planned": "planned", "rumoured": "rumoured"}
    aliases = (name.canonical,) if name.canonical != name.text else ()
    tie: Tie = "acquired"
    values = TieValues(
        name.text, tie, statuses.get(clause.modality, "current"), name.descriptor, "", None, amount.money, aliases
    )
    evidence = _quote(reading, sentence)
    return stated(clause, "relationship", values, evidence)


def _told_of(reading: Reading, sentence: Sentence, amount: FoundAmount, before: Claim) -> Claim | None:
    """The purchase again, with the sum that this sentence gives and by whom it is given here.

    Its words reach back to where the purchase is named; None where that is too far.
    """
    clause = sentence.clause(sentence.words.index_at(amount.start))
    values = before.values
    assert isinstance(values, TieValues)
    evidence = _quote(reading, sentence)
    if values.name not in evidence.quote:
        start = min(before.evidence.start, sentence.utterance.passage.start)
        evidence = reading.cite(start, sentence.utterance.passage.end)
        if len(evidence.quote.split()) > _LONGEST:
            return None
    unsaid = clause.modality in ("opinion", "implied", "hypothetical", "denied")
    told = replace(values, amount=amount.money, when=None, descriptor="")
    return stated(clause, "relationship", told, evidence, before.modality if unsaid else None)


def _quote(reading: Reading, sentence: Sentence) -> Evidence:
    passage = sentence.utterance.passage
    return reading.cite(passage.start, passage.end)
