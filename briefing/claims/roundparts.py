"""A sentence soon behind a round goes in, how the round was shared out comes out as a claim that adds to the round.

"Northwind led with $40 million, and Oakfund brought the other $15 million", "What is left was split between A and B",
"The carmaker led the round". None where the sentence tells of anything but parts of that round.
"""

from __future__ import annotations

from briefing.claims.backerlists import fit, listed_before, listed_behind, round_words
from briefing.claims.backers import backings
from briefing.claims.cheques import bare
from briefing.claims.reading import FoundName, Utterance
from briefing.claims.rounds import mentions
from briefing.claims.sketches import Memory
from briefing.claims.takers import SUBJECT
from briefing.claims.view import View, view
from briefing.claims.words import row
from briefing.model.claim import Claim, Contribution, FundingValues, Modality
from briefing.model.money import Money
from briefing.model.records import dataclass, field

_NEXT, _NEAR = 2, 6  # utterances behind what was last told of a round, and behind the round itself
_LED = row("led leads")
_GAVE = row(
    "contributed contributes contributing provided provides providing supplied supplies invested invests investing "
    "committed commits chipped chipping pitched stumped put puts gave brought brings paid pays added adds took takes "
    "covered covers furnished"
)
_IN_WITH = row("came comes chipped weighed stepped piled pitched")
_SIGNED = row("wrote writes signed signs cut")
_WEAK = row("brought brings paid pays added adds took takes covered covers gave")
_CHEQUES = row("cheque check ticket")
_SMALL = row(
    "a an the another further additional other remaining some about around nearly roughly almost over just up in of "
    "for with to as much itself more than good only fresh last first largest biggest at least cheque check ticket and"
)
_REST = row("rest remainder balance remaining left remains")
_PORTIONS = row("share part slice portion contribution commitment")
_WHOLE = row(
    "sum total round money amount raise financing funding proceeds it that this which deal capital shares stock"
)
_ENDS = row(". , ; and while with including this ( each apiece")
_ASIDE = row("including which of")
_SHARED = row("from by between among amongst to")
_OTHER_MONEY = row("loan loans credit debt facility grant grants mortgage lease subsidy")
_TELLS = _LED | _GAVE | _IN_WITH | _SIGNED | _REST | _PORTIONS | row("accounted accounts was were split")


@dataclass(slots=True)
class _Parts:
    """What a sentence tells of a round: who leads, who takes part, who gave which sum."""

    leads: list[FoundName] = field(default_factory=list)
    joined: list[FoundName] = field(default_factory=list)
    given: list[tuple[FoundName, Money]] = field(default_factory=list)
    firm: bool = False

    def add(self, name: FoundName, money: Money | None, leads: bool) -> None:
        (self.leads if leads else self.joined).append(name)
        if money is not None:
            self.given.append((name, money))


def may_part(utterance: Utterance, memory: Memory) -> bool:
    """Can the utterance tell how the round of the company that was just told of was shared out?"""
    here = utterance.index
    near = 0 < here - memory.spoken <= _NEXT and here - memory.told <= _NEAR
    return memory.taker == SUBJECT and near and utterance.holds(_TELLS)


def part_of_round(seen: View, memory: Memory) -> Claim | None:
    """The claim on who gave which part of the round told of last; moves the memory on."""
    parts = _shared_out(seen, memory)
    opens = seen.utterance.passage.start
    if parts is None:
        parts = _led_by_one_meant(seen, memory)
        if parts is not None and parts.firm:  # the name stands in the sentence before: both are quoted
            opens = seen.reading.utterances[seen.utterance.index - 1].passage.start
    if parts is None or memory.spot is None:
        return None
    leads = tuple(dict.fromkeys(bare(name.text) for name in parts.leads))
    joined = tuple(dict.fromkeys(bare(name.text) for name in parts.joined if bare(name.text) not in leads))
    given = tuple(Contribution(bare(name.text), money, None) for name, money in parts.given)
    clause = seen.utterance.clauses[0]
    if clause.negated or clause.modality in ("denied", "hypothetical"):
        return None
    firm: Modality = "asserted" if clause.modality == "planned" and not _ahead(seen) else clause.modality
    memory.spoken = seen.utterance.index
    memory.givers |= {name.canonical for name in (*parts.leads, *parts.joined)}
    values = FundingValues("", "unknown", None, (), leads, joined, given, True)
    quote = seen.reading.cite(opens, seen.utterance.passage.end)
    told = (seen.reading.cite(*memory.spot),)
    return Claim("", "funding", quote.quote, quote, clause.holders, clause.holder_kind, firm, values, told, clause.cues)


def _ahead(seen: View) -> bool:
    """ "Northwind | will contribute", "is to put in": is the giving itself still to come?"""
    return not {"will", "would", "to"}.isdisjoint(seen.low[:6])


# ---------------------------------------------------------------- sums and the rest


def _shared_out(seen: View, memory: Memory) -> _Parts | None:
    parts = _Parts(firm=_opens_with_whole(seen))
    dated = any(date.when.anchor == "stated" for date in seen.utterance.dates)
    other = not _OTHER_MONEY.isdisjoint(seen.low) and memory.kind not in ("debt", "grant")
    if memory.sum is None or dated or other or any(one.kind != "plain" for one in mentions(seen)):
        return None
    for number, amount in enumerate(seen.amounts):
        first, after = seen.amount_span(number)
        if parts.given and seen.word(first - 1) in _ASIDE:
            continue  # "of which it is to pay $25 million next year"
        if number and "(" in seen.words(seen.amount_span(number - 1)[1], first):
            continue  # the sum in another currency
        if seen.word(first - 1) in _REST and seen.word(first - 2) == "the" and first <= 3:
            continue  # "The remaining $20 million was split between A and B"
        names, leads = _givers(seen, first, after, parts)
        if not names or not _is_smaller(seen, number, memory):
            return None
        behind = seen.word(after)
        whole = behind == "of" and not _WHOLE.isdisjoint(seen.words(after + 1, after + 4))
        if not whole and behind not in _ENDS and behind:
            return None
        parts.firm = parts.firm or whole
        for name in names:
            parts.add(name, amount.money if len(names) == 1 else None, leads)
    if seen.amounts or seen.utterance.index - memory.spoken == 1:
        _rest(seen, parts)
    if not (parts.firm and (parts.leads or parts.joined)):
        return None
    for one in backings(seen, True, (), True):
        for name in one.names:
            parts.add(name, None, one.part == "lead")
    return parts


def _opens_with_whole(seen: View) -> bool:
    """ "Of that, …", "Of the total, …"."""
    return seen.word(0) == "of" and not _WHOLE.isdisjoint(seen.low[1:4])


def _is_smaller(seen: View, number: int, memory: Memory) -> bool:
    """Is the sum, or what it is in the round's currency, below that of the round?"""
    wholes = [money for money in (memory.sum, memory.equivalent) if money is not None]
    given = [seen.amounts[number].money]
    if number + 1 < len(seen.amounts) and "(" in seen.words(
        seen.amount_span(number)[1], seen.amount_span(number + 1)[0]
    ):
        given.append(seen.amounts[number + 1].money)
    return any(one.currency == whole.currency and one.value < whole.value for one in given for whole in wholes)


def _givers(seen: View, first: int, after: int, parts: _Parts) -> tuple[tuple[FoundName, ...], bool]:
    """Who gives the sum over tokens[first:after], and whether as the lead."""
    at = first - 1
    while at >= 0 and seen.word(at) in _SMALL and at not in seen.name_at and seen.word(at) != "and":
        at -= 1
    word, between = seen.word(at), seen.words(at + 1, first)
    other = not {"other", "remaining", "last"}.isdisjoint(between)
    if at in seen.name_at:  # "… and Larch Capital | the remaining $15 million": the verb is said once
        opens = seen.index(seen.name_at[at].start)
        gapped = bool(parts.given) and seen.word(opens - 1) in ("and", ",", "while", ";")
        parts.firm = parts.firm or (gapped and other)
        return (_outside((seen.name_at[at],)) if gapped else ()), False
    if word in ("was", "is", "came", "were") and (names := _portion_of(seen, at, between)):
        parts.firm = True
        return names, False
    leads = word in _LED and between[:1] == ["with"]
    gives = word in _GAVE or leads or (word in _IN_WITH and "with" in between)
    gives = gives or (word in ("was", "is") and between[:2] == ["good", "for"])
    cheque = not _CHEQUES.isdisjoint(between) or not _CHEQUES.isdisjoint(seen.words(after, after + 1))
    gives = gives or (word in _SIGNED and cheque) or (word in ("accounted", "accounts") and between[:1] == ["for"])
    names = _outside(listed_before(seen, at)) if gives else ()
    if names:
        strong = word not in _WEAK and (word not in ("accounted", "accounts") or seen.word(after) == "of")
        parts.firm = parts.firm or strong or other or cheque
    return names, leads


def _portion_of(seen: View, at: int, between: list[str]) -> tuple[FoundName, ...]:
    """ "Northwind's share of the round | was $20 million", "… came to"."""
    if seen.word(at) == "came" and between[:1] != ["to"]:
        return ()
    noun = next((place for place in range(at - 1, max(at - 6, 0), -1) if seen.word(place) in _PORTIONS), 0)
    rest = seen.words(noun + 1, at)
    if not noun or (rest and (rest[0] not in ("of", "in", "to") or _WHOLE.isdisjoint(rest))):
        return ()
    mark = noun - 1
    while mark > 0 and seen.word(mark) in ("s", "'"):
        mark -= 1
    name = seen.name_at.get(mark) if mark < noun - 1 else None
    return _outside((name,)) if name is not None else ()


def _rest(seen: View, parts: _Parts) -> None:
    """ "What is left was shared among A and B", "the rest came from A", "the remaining $20 million was split"."""
    at = next((at for at, word in enumerate(seen.low) if word in _REST and at not in seen.name_at), -1)
    if at < 0 or not (at <= 3 or parts.given) or seen.word(at - 1) not in ("the", "is", "what", "was"):
        return
    end = min(at + 14, len(seen.found))
    link = next((one for one in range(at + 1, end) if seen.word(one) in _SHARED), 0)
    if not link or any(one in seen.name_at or seen.word(one) in (",", ".", ";", ":") for one in range(at + 1, link)):
        return
    moved = _MOVED.isdisjoint(seen.words(at + 1, link))
    names = () if moved else _outside(listed_behind(seen, link + 1))
    if names:
        parts.firm = True
        for name in names:
            parts.add(name, None, False)


_MOVED = row("came comes was were is split divided shared provided supplied put contributed covered")


def _outside(names: tuple[FoundName, ...]) -> tuple[FoundName, ...]:
    """The names that can be backers; none if the company is one of them."""
    return () if any(name.is_subject for name in names) else fit(names)


# ---------------------------------------------------------------- who is meant


_ISSUES = row("issue issuance placement placing")


def _led_behind_its_name(seen: View) -> FoundName | None:
    """ "Biggest holder is now Northwind; | it led the issue": the only company of the sentence."""
    names = [name for name in seen.utterance.names if name.kind in ("organisation", "unknown")]
    if len(names) != 1 or names[0].is_subject or seen.amounts:
        return None
    for at in range(seen.index(names[0].end), len(seen.low) - 3):
        if seen.word(at) == "it" and seen.word(at - 1) == ";" and seen.word(at + 1) in _LED:
            whole = seen.word(at + 2) == "the" and seen.word(at + 3) in round_words() | _ISSUES
            return names[0] if whole and seen.word(at + 4) not in ("of", "in") else None
    return None


def _led_by_one_meant(seen: View, memory: Memory) -> _Parts | None:
    """ "Delta Motors gave $70 million. | The carmaker led the round.": whom the sentence before opens with."""
    if (there := _led_behind_its_name(seen)) is not None:
        return _Parts(leads=[there])
    verb = next((at for at in range(1, min(5, len(seen.low))) if seen.word(at) in _LED), 0)
    if not verb or seen.amounts or seen.word(0) not in ("the", "it") or any(at in seen.name_at for at in range(verb)):
        return None
    if seen.word(verb - 1).endswith("s") or not (
        seen.word(verb + 1) == "it" or not round_words().isdisjoint(seen.words(verb + 1, verb + 4))
    ):
        return None
    if "of" in seen.words(verb + 2, verb + 6):
        return None  # "It also led the round of Contoso"
    before = view(seen.reading, seen.reading.utterances[seen.utterance.index - 1])
    name = next((before.name_at[at] for at in range(3) if at in before.name_at), None)
    if name is None or name.is_subject or name.canonical not in memory.givers:
        return None
    return _Parts(leads=[name], firm=True)
