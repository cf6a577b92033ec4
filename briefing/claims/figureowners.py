"""A figure in its utterance goes in, whose it is comes out: the subject's, another company's, a market's."""

from __future__ import annotations

from briefing.claims.beside import of_other
from briefing.claims.figures import figures
from briefing.claims.having import is_had
from briefing.claims.heldcompany import held_company
from briefing.claims.marketfigures import is_forecast, is_of_market, is_of_trade, of_place_or_person
from briefing.claims.movements import moved_by, moved_to
from briefing.claims.ownthings import is_own_thing
from briefing.claims.passing import falls_to_subject, is_about
from briefing.claims.phrases import words_of
from briefing.claims.pointing import points_back
from briefing.claims.reading import FoundNumber
from briefing.claims.saidof import driven, labelled, said_of
from briefing.claims.strangers import is_strangers
from briefing.claims.sumfigures import Figure
from briefing.claims.takers import SUBJECT, Taker, of_clause, of_name, opens_at_large, owner_before
from briefing.claims.usedby import is_ordered_of, is_used_by, uses_others
from briefing.claims.view import View, view
from briefing.claims.waresmoved import is_named_ware, is_ordered
from briefing.claims.words import word_set
from briefing.claims.worthowners import of_worth

_PARTS = frozenset({",", ";", ":", "which", "who", "that", "while"})
_BEFORE_OWNED = frozenset({"s", "its", "their", "the", "of", "'", "a"})


def owner(seen: View, figure: Figure) -> Taker:
    """An owner in front of the figure or of its measure, else whom the clause is about."""
    if figure.name.startswith("share of ") and any(own in figure.name for own in seen.reading.subject_names):
        return SUBJECT
    if figure.amounts and opens_at_large(seen, figure.at) and not any(name.is_subject for name in seen.utterance.names):
        return Taker("other", "a whole trade")  # "Pump makers had a record year, taking in | $645 million"
    if figure.number is not None and figure.name.endswith(" ordered") and is_ordered_of(seen, figure.number):
        return SUBJECT
    if figure.number is not None and _of_ware(seen, figure, figure.number):
        return SUBJECT
    if (beside := of_other(seen, figure.at, figure.after)) is not None:
        return beside
    if figure.name in ("contract value", "order value"):
        return _of_party(seen, figure)
    if figure.name == "valuation" and (valued := of_worth(seen, figure)) is not None:
        return valued
    if figure.name.endswith("stake") and (held := held_company(seen.utterance, seen.offset(figure.at))) is not None:
        return of_name(held)
    if _is_of_shareholder(seen, figure) and _is_stake_in_own(seen, figure):
        return SUBJECT
    if points_back(seen, figure.at):
        return _of_before(seen) or of_clause(seen, figure.at)
    named = _of_section(seen) or _of_listed_shares(seen, figure) or of_place_or_person(seen, figure)
    named = named or _of_which(seen, figure) or _of_bracket(seen, figure) or _of_apposition(seen, figure.at)
    if named is not None:
        return named
    if figure.unit == "percent" and (_of_somebody(seen, figure) or _is_guess_on_others(seen, figure)):
        return Taker("other", "somebody who is not named")
    if _is_estimated(seen, figure):
        return SUBJECT
    if figure.name == "cost" and _is_of_matter(seen, figure):
        return Taker("other", "a matter that is nobody's")
    if driven(seen, figure.at) and is_strangers(seen, figure.at):
        return Taker("other", "somebody who is no company")  # "The ministry cut its target for housing to 90,000 homes"
    found = owner_before(seen, figure.at)
    if found is None or found.who == "unknown":
        found = _of_measure(seen, figure)
    if found is not None:
        return SUBJECT if _is_own(seen, found) else found
    if is_of_market(seen, figure) or is_of_trade(seen, figure):
        return Taker("other", "a market")
    if labelled(seen, figure.at) and _of_list(seen):
        return SUBJECT
    if (relative := _of_relative(seen, figure)) is not None:
        return relative
    if (speaker := _of_speaker(seen, figure)) is not None:
        return speaker
    if is_forecast(seen, figure):
        return Taker("other", "a market")
    if _is_of_thing(seen, figure):
        return SUBJECT
    if _uses_own(seen, figure):
        return SUBJECT
    if figure.number is not None and figure.number.unit and _will_be(seen, figure):
        return Taker("other", "nobody in particular")
    if figure.number is not None and uses_others(seen, figure.number):
        return Taker("other", "somebody whose choice is left open")
    if _is_part_of_own(seen, figure) or _is_stake_in_own(seen, figure):
        return SUBJECT
    outlay = figure.plan or figure.name in ("provision", "spending", "cost")
    if (outlay or not figure.amounts) and is_strangers(seen, figure.at) and not _moves(seen, figure):
        return Taker("other", "somebody who is no company")
    found = of_clause(seen, figure.at)
    if found != SUBJECT and (_is_told_as_we(seen, figure) or _of_papers(seen, figure)):
        return SUBJECT
    if found != SUBJECT and _is_plain_noun(seen, found.name) and is_about(seen.reading):
        return SUBJECT
    if found != SUBJECT and (_is_own(seen, found) or _is_held(seen, figure) or falls_to_subject(seen, figure, found)):
        return SUBJECT
    return found


def _moves(seen: View, figure: Figure) -> bool:
    """ "Deliveries rose 17% to | 2.6 million", where nobody else is spoken of: what moved is the subject's."""
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    if not clause.setting_is_subject or not is_about(seen.reading) or not figure.name:
        return False
    if any(name.kind == "organisation" and not name.is_subject for name in seen.utterance.names):
        return False
    return (moved_by if figure.unit == "percent" else _moved)(seen, figure.at, figure.after) != ""


def _moved(seen: View, first: int, _: int) -> str:
    return moved_to(seen, first)


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


def _is_told_as_we(seen: View, figure: Figure) -> bool:
    """ ""We have added | 140 customers.": what an officer of the subject's says of "us"; "Churn is | 2 percent.", where
    neither a name nor a pronoun stands for anybody else."""
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    if clause.holder_kind != "company":
        return False
    if not clause.topic and "we" in seen.low and "i" not in seen.low:
        return True
    if figure.number is None or seen.utterance.names or not _OTHERS.isdisjoint(seen.low[: figure.at]):
        return False
    return said_of(seen, figure.at) != ""


_PEOPLE = frozenset("it they he she its their his her".split())
_OTHERS = _PEOPLE | frozenset("the this that these those a an your you".split())


def _of_papers(seen: View, figure: Figure) -> bool:
    """ "Accounts filed in May show a turnover of | $5 million", in an article on the subject: nobody else is named."""
    opening = seen.low[: min(_PAPERS, figure.at)]
    verb = next((at for at, word in enumerate(opening) if word in _SHOWING), 0)
    ahead = opening[:verb] or ("",)
    whose = _PEOPLE.isdisjoint(ahead[1:]) and ahead[0] != "its"
    if not verb or not whose or _FILED.isdisjoint(ahead[:3]) or "by" in ahead or "of" in ahead:
        return False
    named = (seen.name_at.get(at) for at in range(verb, figure.at))
    firms = [name for name in named if name is not None and name.kind == "organisation" and not name.is_subject]
    return is_about(seen.reading) and not firms


_PAPERS = 14  # words in which papers are told of
_FILED = frozenset("accounts filings documents results figures records books statements papers".split())
_SHOWING = frozenset({"show", "showed", "reveal", "revealed", "indicate", "put", "suggest", "record"})


def _of_section(seen: View) -> Taker | None:
    """Under "About Northwind" stand the figures of Northwind, unless the subject is named beside them."""
    heading = seen.utterance.passage.heading
    if not heading.startswith("About ") or len(heading) > _LONGEST_HEADING or seen.utterance.passage.kind == "title":
        return None
    own = any(name in heading for name in seen.reading.subject_names) or " us" in heading
    named = any(name.is_subject for name in seen.utterance.names)
    return None if own or named or not heading[6:7].isupper() else Taker("other", heading[6:].strip())


def _of_bracket(seen: View, figure: Figure) -> Taker | None:
    """ "money went to Northwind (last valued at | $7 million)": of the company right in front of the bracket."""
    kinds, first = ("organisation", "unknown") if figure.amounts else ("organisation",), figure.at
    for at in range(first - 1, max(first - 8, 0), -1):
        if seen.word(at) in (")", ".", ";"):
            return None
        if seen.word(at) == "(":
            name = seen.name_at.get(at - 1)
            other = name is not None and not name.is_subject and name.kind in kinds
            return Taker("other", name.canonical) if other and name is not None and at + 1 < first else None
    return None


_APPOSED = 18  # words of an apposition in front of a figure


def _of_apposition(seen: View, first: int) -> Taker | None:
    """ "bought Northwind, a maker of pumps with | 22 employees": of the company that the words between describe."""
    behind = seen.word(first - 1)
    for at in range(first - 1, max(first - _APPOSED, 1), -1):
        word = seen.word(at)
        if word in (".", ";", ":", '"') or at in seen.amount_at:
            return None
        if word != "," or seen.word(at + 1) not in ("a", "an", "the", "with"):
            continue
        name = seen.name_at.get(at - 1)
        between = seen.words(at + 2, first)
        if name is None or name.is_subject or name.kind not in ("organisation", "unknown") or "," in between:
            return None
        if any((inner := seen.name_at.get(place)) is not None and inner.is_subject for place in range(at, first)):
            return None
        held = not _HOLDING.isdisjoint(between) or behind in ("of", "with")
        described = not word_set("companies", "nouns", "telling_heads").isdisjoint(between)
        firm = name.kind == "organisation" or seen.word(at + 1) == "with" or described
        return Taker("other", name.canonical) if held and firm else None
    return None


def _of_which(seen: View, figure: Figure) -> Taker | None:
    """ "Northwind, which then had | 900 sellers, paid", "bought Northwind, whose app is used by | 900 bakers": of
    the one that the relative clause is on."""
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    low, _ = seen.span(clause.start, clause.end)
    ahead = range(figure.at - 1, max(low - 1, figure.at - _APPOSED), -1)
    at = next((at for at in ahead if seen.word(at) == "whose"), low)
    end = at - 2 - (seen.word(at - 2) == "itself")
    name = seen.name_at.get(end) if seen.word(at - 1) == "," and seen.word(at) in ("which", "whose") else None
    if name is None or name.is_subject or name.kind not in ("unknown", "organisation"):
        return None
    if seen.word(at) == "whose" and seen.word(seen.index(name.start) - 1) in _MAKING:
        return None  # "sells Wren, whose | 900 users …": what it makes
    if seen.word(at) == "which" and seen.word(seen.index(name.start) - 2) in words_of("metrics", "said_of", "things"):
        return None  # "a free app, Wren, which has | 900 users": what it makes
    if seen.word(at) == "which" and (name.kind != "unknown" or not is_had(seen, figure.at)):
        return None
    return None if is_own_thing(seen.reading, name.canonical) else Taker("other", name.canonical)


_MAKING = frozenset("sells makes develops offers builds launched unveiled called named produces runs operates".split())
_HOLDING = frozenset({"with", "employing", "serving", "running", "operating", "whose", "that", "which"})


def _of_somebody(seen: View, figure: Figure) -> bool:
    """ "| 7 per cent of a hotel's laundry": a share of what belongs to one who is not named."""
    behind = seen.words(figure.after, figure.after + 8)
    at = behind.index("of") + 1 if "of" in behind[:3] else 0
    return bool(at) and behind[at : at + 1] in (["a"], ["an"]) and "'" in behind[at + 1 : at + 4]


def _is_guess_on_others(seen: View, figure: Figure) -> bool:
    """ "Consultants estimate that over | 40% of such projects will fail": a forecast on nobody's own."""
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    ours = not figure.name.startswith("share of ") or figure.name.split()[2] in _OF_TRADE
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
_LONGEST_HEADING = 60
_PAPER = frozenset({"shares", "stock"})


def _of_listed_shares(seen: View, figure: Figure) -> Taker | None:
    """ "Northwind shares were down | 1.4%", "Shares of Northwind fell by | 3%"."""
    if not figure.name.startswith("share price"):
        return None
    for at in range(figure.at - 1, max(figure.at - 9, -1), -1):
        if seen.word(at) in _PAPER:
            name = seen.name_at.get(at - 1) or (seen.name_at.get(at + 2) if seen.word(at + 1) in ("of", "in") else None)
            return of_name(name) if name is not None and name.kind in ("organisation", "unknown") else None
    return None


def _uses_own(seen: View, figure: Figure) -> bool:
    """ "More than | 300 organisations now pay for the platform", in an article on the subject."""
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    if figure.number is None or figure.unit == "percent" or not is_used_by(seen, figure.number):
        return False
    return clause.setting_is_subject or _hands_on(seen, figure)


def _hands_on(seen: View, figure: Figure) -> bool:
    """ "Northwind gave the tool to | 900 nurses": a customer, where no other maker was spoken of before."""
    here = seen.utterance
    about = is_about(seen.reading)
    before = seen.reading.utterances[here.index - 1] if here.index else here
    other = before.clauses[-1].topic if before.passage.block == here.passage.block else ""
    ahead = seen.words(max(0, figure.at - 8), figure.at)
    return about and (not other or before.clauses[-1].is_subject) and "the" in ahead and "its" not in ahead


_OF_TRADE = frozenset({"revenue", "revenues", "sales", "turnover", "orders", "income", "bookings", "backlog"})
_CONTRIBUTING = frozenset(
    "accounted accounts account stood stands was is are were represented represents represent brought brings "
    "contributed "
    "contributes contributing up provides provided came comes generating".split()
)


def _is_part_of_own(seen: View, figure: Figure) -> bool:
    """ "The ministry accounted for | 40 per cent of turnover": of those of the company that the article is about."""
    if figure.unit != "percent" or not figure.name.startswith("share of "):
        return False
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    about = clause.setting_is_subject or is_about(seen.reading)
    ahead = set(seen.words(max(0, figure.at - 6), figure.at))
    return about and figure.name.split()[2] in _OF_TRADE and not _CONTRIBUTING.isdisjoint(ahead)


_JUDGING = frozenset({"puts", "put", "pegs", "pegged", "estimates", "estimated", "sees", "rates", "reckons"})


def _is_estimated(seen: View, figure: Figure) -> bool:
    """ "Acme has news. The research firm puts its share at | 14%": "its" is whom the sentence before was about."""
    here = seen.utterance
    at = next((at for at in range(figure.at - 1, max(figure.at - 14, 0), -1) if seen.word(at) == "its"), 0)
    if not at or not here.index or seen.word(at - 1) not in _JUDGING or "at" not in seen.words(at, figure.at):
        return False
    before = seen.reading.utterances[here.index - 1]
    return before.passage.block == here.passage.block and before.clauses[0].is_subject


def _is_of_thing(seen: View, figure: Figure) -> bool:
    """ "a loan to Acme to finance a plant in Oslo that will turn out | 5,000 tonnes and employ 340 people"."""
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    own = clause.setting_is_subject or any(name.is_subject for name in seen.utterance.names)
    that = next(
        (at for at in range(figure.at - 1, max(figure.at - 16, 0), -1) if seen.word(at) in ("that", "which")), 0
    )
    if not own or not that or figure.amounts:
        return False
    ahead = range(that - 1, max(that - 8, -1), -1)
    thing = next((at for at in ahead if seen.word(at) in words_of("metrics", "said_of", "things")), -1)
    if thing < 0 or seen.word(that + 1) not in ("will", "can", "is", "would", "has", "should"):
        return False
    return not any(
        (name := seen.name_at.get(at)) is not None and name.kind == "organisation" and not name.is_subject
        for at in range(max(0, thing - 4), that)
    )


def _is_of_shareholder(seen: View, figure: Figure) -> bool:
    """ "Oakfund, the biggest shareholder with | 24 per cent"."""
    return seen.words(figure.at - 2, figure.at) in _SHAREHOLDER_WITH and is_about(seen.reading)


_SHAREHOLDER_WITH = (["shareholder", "with"], ["investor", "with"], ["owner", "with"])


def _is_stake_in_own(seen: View, figure: Figure) -> bool:
    """ "Oakfund, which paid $5 million for a | 60 per cent stake": in the company that the talk is of."""
    if not figure.name.endswith("stake"):
        return False
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    about = clause.setting_is_subject or seen.utterance.clauses[0].is_subject or _is_of_shareholder(seen, figure)
    ahead = [seen.name_at.get(at) for at in range(figure.after, min(figure.after + 8, len(seen.found)))]
    named = [name for name in ahead if name is not None and name.kind in ("organisation", "unknown")]
    return about if not named or seen.word(seen.index(named[0].start) - 1) != "in" else named[0].is_subject


def _is_own(seen: View, found: Taker) -> bool:
    return found.who == "other" and is_own_thing(seen.reading, found.name)


def _is_held(seen: View, figure: Figure) -> bool:
    """ "Its first plant has …", "The new line will employ …": a thing without a name where the talk is of the subject;
    a count of those who work for the subject; a payment to it."""
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    low, high = seen.span(clause.start, clause.end)
    behind = seen.words(figure.after, min(figure.after + 6, high))
    if figure.unit == "people" or figure.name == "employees":
        named = (seen.name_at.get(at) for at in range(figure.after, min(figure.after + 6, high)))
        at_subject = any(name is not None and name.is_subject for name in named)
        others = any(
            name.kind == "organisation" and not name.is_subject and name.start < clause.end and name.end > clause.start
            for name in seen.utterance.names
        )
        if {"work", "works", "worked", "working"} & set(behind) and clause.setting_is_subject and not others:
            return True  # "Some 70 people work in the old shed"
        if {"for", "at"} & set(behind) and (at_subject or ("it" in behind and clause.setting_is_subject)):
            return True
    if figure.name in ("upfront payment", "milestone payments"):
        return clause.setting_is_subject or any(name.is_subject for name in seen.utterance.names)
    if clause.topic or not clause.setting_is_subject:
        return False
    things = words_of("metrics", "said_of", "things")
    if seen.word(low) in ("the", "this", "that") and seen.word(low + 1) in word_set("companies", "body_heads"):
        return False  # "The hospital has | 40 of them"
    opening = seen.word(low) in ("its", "our", "the", "this", "that")
    return opening and bool(things & set(seen.words(low, min(low + 6, figure.at))))


_RELATIVES = frozenset(
    {"que", "qui", "die", "der", "das", "welche", "welcher", "quien", "cuya", "cujo", "cuja", "dont"}
)


def _of_relative(seen: View, figure: Figure) -> Taker | None:
    """ "… da Globex, que tinha | 90 lojas": in languages whose clauses are not cut, whose relative clause it is."""
    if seen.reading.source.language == "en":
        return None
    for at in range(figure.at - 1, max(figure.at - 6, 1), -1):
        if seen.word(at) in (",", ";"):
            return None
        if seen.word(at) in _RELATIVES and seen.word(at - 1) == ",":
            name = seen.name_at.get(at - 2)
            return None if name is None or name.is_subject else Taker("other", name.canonical)
    return None


def _of_list(seen: View) -> bool:
    """An entry of a list of facts, in an article on the subject, under no other company's name."""
    others = [name for name in seen.utterance.names if name.kind == "organisation" and not name.is_subject]
    about = seen.reading.utterances[0].clauses[0]
    headed = any(name in seen.utterance.passage.heading for name in seen.reading.subject_names)
    own = all(is_own_thing(seen.reading, name.canonical) for name in others)
    return seen.utterance.passage.kind == "item" and own and (headed or about.setting_is_subject)


def _of_speaker(seen: View, figure: Figure) -> Taker | None:
    """ "Northwind …, and says it is to have 9,000 tonnes": what another company says of itself."""
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    if clause.holder_kind != "third-party" or not clause.holders:
        return None
    low, _ = seen.span(clause.start, clause.end)
    words = seen.words(low, min(low + 6, figure.at))
    said = next((at for at, word in enumerate(words) if word in ("says", "said", "expects", "claims", "plans")), -1)
    if said < 0 or not {"it", "its", "they", "to"} & set(words[said + 1 : said + 3]):
        return None
    spoke = clause.holders[-1]
    named = {name.canonical for name in seen.utterance.names if name.kind == "organisation" and not name.is_subject}
    return Taker("other", spoke) if spoke in named else None


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
