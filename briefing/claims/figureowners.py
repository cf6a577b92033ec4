"""A figure in its utterance goes in, whose it is comes out: the subject's, another company's, a market's."""

from __future__ import annotations

from briefing.claims.beside import of_other
from briefing.claims.figures import figures
from briefing.claims.heldcompany import held_company
from briefing.claims.marketfigures import (
    is_counted,
    is_forecast,
    is_of_market,
    is_of_trade,
    is_surveyed,
    of_place_or_person,
)
from briefing.claims.othersnamed import (
    of_actor,
    of_apposition,
    of_bracket,
    of_label,
    of_listed_shares,
    of_relative,
    of_section,
    of_speaker,
    of_which,
)
from briefing.claims.ownfigures import (
    OF_TRADE,
    is_estimated,
    is_held,
    is_listed,
    is_moved,
    is_of_own_thing,
    is_of_papers,
    is_of_shareholder,
    is_of_thing,
    is_part_of_own,
    is_stake_in_own,
    is_told_as_we,
    is_used,
)
from briefing.claims.passing import falls_to_subject, is_about
from briefing.claims.phrases import words_of
from briefing.claims.pointing import points_back
from briefing.claims.reading import FoundNumber
from briefing.claims.saidof import driven, labelled
from briefing.claims.strangers import is_group, is_strangers
from briefing.claims.sumfigures import Figure
from briefing.claims.takers import SUBJECT, Taker, of_clause, of_name, opens_at_large, owner_before
from briefing.claims.usedby import is_ordered_of, uses_others
from briefing.claims.view import View, view
from briefing.claims.waresmoved import is_named_ware, is_ordered
from briefing.claims.worthowners import of_worth

_PARTS = frozenset({",", ";", ":", "which", "who", "that", "while"})
_BEFORE_OWNED = frozenset({"s", "its", "their", "the", "of", "'", "a"})


def owner(seen: View, figure: Figure) -> Taker:
    """An owner in front of the figure or of its measure, else whom the clause is about."""
    found = _by_kind(seen, figure) or _by_name(seen, figure) or _by_setting(seen, figure)
    return found or _by_clause(seen, figure)


def _by_kind(seen: View, figure: Figure) -> Taker | None:
    """What some kinds of figures are asked before all others: shares, contracts, valuations, stakes."""
    if figure.name.startswith("share of ") and any(own in figure.name for own in seen.reading.subject_names):
        return SUBJECT
    if figure.amounts and opens_at_large(seen, figure.at) and not any(name.is_subject for name in seen.utterance.names):
        return Taker("other", "a whole trade")  # "Pump makers had a record year, taking in | $645 million"
    if figure.number is not None and figure.name.endswith(" ordered") and is_ordered_of(seen, figure.number):
        return SUBJECT
    if figure.number is not None and _of_ware(seen, figure, figure.number):
        return SUBJECT
    if figure.name == "employees" and _sizes_firm(seen, figure):
        return SUBJECT
    if (beside := of_other(seen, figure.at, figure.after)) is not None:
        return beside
    if figure.name in ("contract value", "order value"):
        return _of_party(seen, figure)
    if figure.name == "valuation" and (valued := of_worth(seen, figure)) is not None:
        return valued
    if figure.name.endswith("stake") and (held := held_company(seen.utterance, seen.offset(figure.at))) is not None:
        return of_name(held)
    if is_of_shareholder(seen, figure) and is_stake_in_own(seen, figure):
        return SUBJECT
    return None


def _sizes_firm(seen: View, figure: Figure) -> bool:
    """ "Doe runs the | 12-person | company", in an article on the company: its own size, whoever acts."""
    if seen.word(figure.at - 1) != "the" or seen.word(figure.at + 1) != "-" or not is_about(seen.reading):
        return False
    topic = of_clause(seen, figure.at).name
    return any(name.canonical == topic and name.kind == "person" for name in seen.utterance.names)


def _by_name(seen: View, figure: Figure) -> Taker | None:
    """The figure before that is pointed back to, whoever is named beside it, or a stranger without a name."""
    if points_back(seen, figure.at):
        return _of_before(seen) or of_clause(seen, figure.at)
    named = of_section(seen) or of_listed_shares(seen, figure) or of_place_or_person(seen, figure)
    named = named or of_which(seen, figure) or of_bracket(seen, figure) or of_apposition(seen, figure.at)
    named = named or of_actor(seen, figure) or of_label(seen, figure)
    if named is not None:
        return named
    if _was_hoped_for(seen, figure):
        return Taker("other", "those who had expected it")
    if figure.unit == "percent" and (_of_somebody(seen, figure) or _is_guess_on_others(seen, figure)):
        return Taker("other", "somebody who is not named")
    if is_estimated(seen, figure):
        return SUBJECT
    if figure.name in ("cost", "price") and _is_usual(seen, figure):
        return Taker("other", "what is usual elsewhere")
    if figure.name == "cost" and _is_of_matter(seen, figure):
        return Taker("other", "a matter that is nobody's")
    if driven(seen, figure.at) and is_strangers(seen, figure.at):
        return Taker("other", "somebody who is no company")  # "The ministry cut its target for housing to 90,000 homes"
    found = owner_before(seen, figure.at)
    if found is None or found.who == "unknown":
        found = _of_measure(seen, figure)
    if found is not None:
        return SUBJECT if is_of_own_thing(seen, found) else found
    return None


def _was_hoped_for(seen: View, figure: Figure) -> bool:
    """ "Analysts had on average expected revenue of | $9 million": what it was not, or might have been."""
    ahead = seen.words(max(0, figure.at - 12), figure.at)
    guess = next(
        (at for at, word in enumerate(ahead) if word in ("expected", "forecast", "predicted", "anticipated")), 0
    )
    return bool(guess) and "had" in ahead[:guess] and not _GUESSING.isdisjoint(ahead[:guess])


_GUESSING = frozenset({"analysts", "street", "economists", "forecasters", "brokers", "consensus", "market"})


def _by_setting(seen: View, figure: Figure) -> Taker | None:
    """A market, whoever speaks of himself, a thing of the subject's, nobody in particular: where no name is near."""
    if is_of_market(seen, figure) or is_of_trade(seen, figure) or is_surveyed(seen, figure) or is_counted(seen, figure):
        return Taker("other", "a market")
    if is_group(seen, figure.at):
        return Taker("other", "a whole trade")
    if labelled(seen, figure.at) and is_listed(seen):
        return SUBJECT
    if (relative := of_relative(seen, figure)) is not None:
        return relative
    if (speaker := of_speaker(seen, figure)) is not None:
        return speaker
    if is_forecast(seen, figure):
        return Taker("other", "a market")
    if is_of_thing(seen, figure):
        return SUBJECT
    if is_used(seen, figure):
        return SUBJECT
    if figure.number is not None and figure.number.unit and _will_be(seen, figure):
        return Taker("other", "nobody in particular")
    if figure.number is not None and uses_others(seen, figure.number):
        return Taker("other", "somebody whose choice is left open")
    if is_part_of_own(seen, figure) or is_stake_in_own(seen, figure):
        return SUBJECT
    outlay = figure.plan or figure.name in ("provision", "spending", "cost")
    if (outlay or not figure.amounts) and is_strangers(seen, figure.at) and not is_moved(seen, figure):
        return Taker("other", "somebody who is no company")
    return None


def _by_clause(seen: View, figure: Figure) -> Taker:
    """Whom the clause is about; the subject, where only a thing or a paper of its own has the floor."""
    found = of_clause(seen, figure.at)
    if found != SUBJECT and (is_told_as_we(seen, figure) or is_of_papers(seen, figure)):
        return SUBJECT
    if found != SUBJECT and _is_plain_noun(seen, found.name) and is_about(seen.reading):
        return SUBJECT
    if found != SUBJECT and (
        is_of_own_thing(seen, found) or is_held(seen, figure) or falls_to_subject(seen, figure, found)
    ):
        return SUBJECT
    return found


def _is_plain_noun(seen: View, name: str) -> bool:
    """ "Rentals grew 21% to | $9 million": a plural that has its capital from the beginning of the sentence."""
    if " " in name or not name.endswith("s") or name.endswith("ss") or name[1:] != name[1:].lower():
        return False
    named = ((one, other) for one in seen.reading.utterances for other in one.names if other.canonical == name)
    return name != "" and all(other.start == one.passage.start and other.kind == "unknown" for one, other in named)


def _of_ware(seen: View, figure: Figure, number: FoundNumber) -> bool:
    """ "The coastguard has bought | 160 drones", in an article on their maker: of the subject, whoever acts."""
    if figure.name.endswith(" ordered"):
        return is_about(seen.reading) and is_ordered(seen, number)
    return is_about(seen.reading) and is_named_ware(seen, number)


def _of_before(seen: View) -> Taker | None:
    """ "Two former managers put the number at | 310": of whose figure the sentence before tells last."""
    here = seen.utterance
    other = seen.reading.utterances[max(here.index - 1, 0)]
    if not here.index or other.passage.block != here.passage.block:
        return None
    before = view(seen.reading, other)
    last = next((one for one in reversed(figures(before)) if one.name), None)
    return owner(before, last) if last is not None and not points_back(before, last.at) else None


def _is_of_matter(seen: View, figure: Figure) -> bool:
    """ "automates office work, which by one estimate costs | $5 million a year": what the clause is on is no thing."""
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    low, _ = seen.span(clause.start, clause.end)
    if seen.words(low - 1, low + 1) != [",", "which"] or {"cost", "costs"}.isdisjoint(seen.words(low, figure.at)):
        return False
    near = range(max(0, low - 8), low - 1)
    if not _OURS.isdisjoint(seen.words(low, figure.at)):
        return False  # "which we will finish for a cost of | $5 million"
    named = any((name := seen.name_at.get(at)) is not None and name.kind != "place" for at in near)
    return not named and words_of("metrics", "said_of", "things").isdisjoint(map(seen.word, near))


def _is_usual(seen: View, figure: Figure) -> bool:
    """ "Existing treatments cost up to | €90,000 a year", "conventional pumps sell for | $900": no price of its own."""
    verb = next((at for at in range(figure.at - 1, max(figure.at - 6, 0), -1) if seen.word(at) in _COSTING), 0)
    before = seen.words(max(0, verb - 4), verb)
    return bool(verb) and not _USUAL.isdisjoint(before) and _OURS.isdisjoint(before)


_COSTING = frozenset({"cost", "costs", "sell", "sells", "charge", "charges", "priced", "retail", "retails"})
_USUAL = frozenset(
    "existing conventional traditional rival competing comparable typical ordinary standard current older".split()
)
_OURS = frozenset({"company", "it", "we", "they", "he", "she", "its", "firm", "startup", "group"})


def _will_be(seen: View, figure: Figure) -> bool:
    """ ""There will be | six survivors," said the analyst."""
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    ahead = seen.words(figure.at - 3, figure.at)
    return ahead == ["there", "will", "be"] and clause.holder_kind == "third-party"


def _of_party(seen: View, figure: Figure) -> Taker:
    """ "The ministry signed a contract worth | $5 million with Acme": of the subject if it is named or acts there."""
    own = any(name.is_subject for name in seen.utterance.names) or seen.utterance.clauses[0].is_subject
    return SUBJECT if own else of_clause(seen, figure.at)


def _of_somebody(seen: View, figure: Figure) -> bool:
    """ "| 7 per cent of a hotel's laundry": a share of what belongs to one who is not named."""
    behind = seen.words(figure.after, figure.after + 8)
    at = behind.index("of") + 1 if "of" in behind[:3] else 0
    return bool(at) and behind[at : at + 1] in (["a"], ["an"]) and "'" in behind[at + 1 : at + 4]


def _is_guess_on_others(seen: View, figure: Figure) -> bool:
    """ "Consultants estimate that over | 40% of such projects will fail": a forecast on nobody's own."""
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    ours = not figure.name.startswith("share of ") or figure.name.split()[2] in OF_TRADE
    if (
        (not ours or figure.name == "growth")
        and not _ASKING.isdisjoint(seen.words(0, 4))
        and _COMPANYS.isdisjoint(seen.low)
    ):
        return True  # "A survey by the chamber found that | 70 per cent of firms waited for their money"
    if ours or clause.holder_kind not in ("third-party", "database"):
        return False
    words = set(seen.words(figure.at, figure.after + 6))
    return not any(name.is_subject for name in seen.utterance.names) and words_of("metrics", "gate", "own").isdisjoint(
        words
    )


_ASKING = frozenset({"survey", "surveys", "poll", "study", "studies", "census"})
_COMPANYS = frozenset({"its", "our", "we", "company"})


def _of_measure(seen: View, figure: Figure) -> Taker | None:
    """ "Acme's revenue reached …", "OtherCo's valuation of …": the owner of the measure's noun in front of it."""
    heads = set(figure.name.split()[-1:]) | ({"valuation"} if figure.amounts else set())
    low = seen.low
    if heads.isdisjoint(low[max(figure.at - 11, 0) : figure.at]):
        return None
    for index in range(figure.at - 1, max(figure.at - 12, -1), -1):
        if low[index] in (".", ";"):
            return None
        if low[index] in heads:
            first = index
            while first and seen.word(first - 1) not in _BEFORE_OWNED | _PARTS and figure.at - first < 14:
                first -= 1
            if seen.word(first - 1) in _PARTS:
                return None  # "Its rivals include Northwind, which | had sales of $5m"
            found = owner_before(seen, first)
            return found if found is not None and found.who != "unknown" else None
    return None
