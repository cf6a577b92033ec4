"""A place in an utterance that speaks of money goes in, whose money it is comes out: the subject's, another's, unknown.

Asked in turn: an owner in front ("Acme's $5 million round", "its Series A"), a taker behind ("a round in Acme"), the
grammatical subject of the verb. What follows from sentences before is for the caller (sumtakers.py).
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from briefing.claims.clausesubject import LANDS
from briefing.claims.givings import giving_verb, tailed_verbs
from briefing.claims.phrases import words_of
from briefing.claims.reading import FoundName
from briefing.claims.verbs import is_preposition
from briefing.claims.view import View
from briefing.claims.words import row
from briefing.model.records import dataclass

_FAMILIES = ("raise", "loose", "invest", "back", "lead", "give")


@dataclass(frozen=True, slots=True)
class Taker:
    """who: the subject, another company or unknown. name: of the other company, "" if unknown."""

    who: Literal["subject", "other", "unknown"]
    name: str = ""


SUBJECT, UNKNOWN = Taker("subject"), Taker("unknown")


def of_name(name: FoundName) -> Taker:
    return SUBJECT if name.is_subject else Taker("other", name.canonical)


def of_clause(view: View, index: int) -> Taker:
    """Whom the clause at a token is about."""
    clause = view.utterance.clause_at(view.offset(index))
    if clause.is_subject and (other := _startup_before(view)):
        return Taker("other", other)
    if clause.is_subject or any(clause.topic.endswith(f" {name}") for name in view.reading.subject_names):
        return SUBJECT  # nouns with capitals in front belong to no name ("Das Startup Acme")
    return Taker("other", clause.topic) if clause.topic else UNKNOWN


def _startup_before(view: View) -> str:
    """ "The startup …" behind a sentence on another company that the source calls a startup: that one; "" else."""
    here = view.utterance
    if view.word(0) not in ("the", "this") or view.word(1) not in ("startup", "start") or not here.index:
        return ""
    before = view.reading.utterances[here.index - 1]
    topic = before.clauses[0].topic
    if before.passage.block != here.passage.block or before.clauses[0].is_subject or not topic:
        return ""
    names = (name for utterance in view.reading.utterances for name in utterance.names if name.canonical == topic)
    return topic if any("startup" in name.descriptor.lower() for name in names) else ""


def subject_before(view: View, verb: int) -> Taker | None:
    """The name right before a verb: its subject, whatever stands further left ("Acme's rival Northwind raised")."""
    index = verb - 1
    dated = {at for date in view.utterance.dates for at in range(*view.span(date.start, date.end))}
    idle = words_of("rounds", "owners", "auxiliary")
    while index in dated and index not in view.name_at:
        index -= 1  # "Acme | last week | raised"
    while index >= 0 and index not in view.name_at and (view.word(index) in idle or view.word(index).endswith("ly")):
        index -= 1
    if view.word(index) in ("which", "who") and view.word(index - 1) == "(":
        index -= 2  # "Northwind (which | raised"
    if view.word(index) == ",":
        index = _before_aside(view, index)
    name = view.name_at.get(index)
    if name is None or not (name.kind in ("organisation", "unknown") or (name.kind == "product" and not name.owner)):
        return None
    first = view.index(name.start)
    before = view.word(first - 1)
    if before in words_of("rounds", "owners", "not_subject_behind"):
        return None
    paired = before in ("and", "or", "&") and first - 2 in view.name_at  # "Acme and Northwind raised"
    return None if paired and not name.is_subject else of_name(name)


def _before_aside(view: View, comma: int) -> int:
    """ "Acme |, a maker of drones, | raised": the token in front of what stands between two commas; -1 for none."""
    for index in range(comma - 1, max(comma - 16, 0), -1):
        if view.word(index) == "," and index - 1 in view.name_at:
            acts = view.word(index + 1) in _ACTING  # "Acme, backed by Northwind |, has closed a round, | raising"
            return -1 if acts else index - 1
        if view.word(index) == "." and (len(view.word(index - 1)) == 1 or index in view.name_at):
            continue  # "the closest U.S. equivalent"
        if view.word(index) in (".", ";", ":", "said", "says"):
            return -1
    return -1


_ACTING = frozenset({"has", "have", "had", "is", "was", "said", "says", "announced", "announces", "will"})


def owner_before(view: View, first: int) -> Taker | None:
    """The possessor of the noun phrase that begins about token `first`: "Acme's latest | $5 million round"."""
    for index in range(first - 1, max(first - 8, -1), -1):
        word = view.word(index)
        if word == "s" and view.word(index - 1) == "'":
            return _possessor(view, index)
        if word == "'" and view.word(index - 1).endswith("s") and index - 1 in view.name_at:
            return of_name(view.name_at[index - 1])
        if word in ("its", "their", "our"):
            return _object_before(view, index) or _actor(view, index) or of_clause(view, index)
        named = view.name_at.get(index)
        if named is not None:
            return SUBJECT if index == first - 1 and named.is_subject else None  # "the Acme round"
        if not _adjective(view, index) or word in words_of("rounds", "verbs", "lead"):
            return None  # "Northwind's growth fund led | a $5 million round": of the one that it led
    return None


def _object_before(view: View, index: int) -> Taker | None:
    """ "invested $6 million in Acme as part of | its | $40 million round": the company in front of "as part of"."""
    if view.words(index - 3, index) != ["as", "part", "of"]:
        return None
    name = view.name_at.get(index - 4)
    return SUBJECT if name is not None and name.is_subject else None


def _actor(view: View, index: int) -> Taker | None:
    """ "…, and Northwind enlarged | its | Series D": the other company that the pronoun's own clause begins with."""
    start = index - 1
    while (
        start >= 0 and index - start < 9 and view.word(start) not in (",", ";", ":", "and", "(", '"', "that", "which")
    ):
        start -= 1
    named = {view.name_at[at].canonical: view.name_at[at] for at in range(start + 1, index) if at in view.name_at}
    firms = [name for name in named.values() if name.kind in ("organisation", "unknown") or name.is_subject]
    if len(firms) != 1 or firms[0].is_subject or view.word(start) in ("that", "which", "and", "("):
        return None
    opens = view.index(firms[0].start)
    verb = verb_before(view, index)[1]
    gives = verb in ("lead", "invest", "back", "give") or view.word(view.span(firms[0].start, firms[0].end)[1]) == "'"
    led = view.words(start + 1, opens)
    if gives or any(word in words_of("rounds", "owners", "not_subject_behind") for word in led):
        return None
    return of_name(firms[0])


def _possessor(view: View, index: int) -> Taker | None:
    """Who stands before the "'s" at index."""
    name = view.name_at.get(index - 2)
    if name is not None:
        return of_name(name) if name.kind not in ("place", "event") else None
    return of_clause(view, index) if view.word(index - 2) in words_of("rounds", "takers", "nouns") else None


def _adjective(view: View, index: int) -> bool:
    token = view.found[index]
    if index in view.amount_at or token.word == "-":
        return True
    return token.kind == "w" and token.word not in words_of("rounds", "owners", "no_adjective")


def taker_behind(view: View, after: int, investing: bool) -> Taker | None:
    """ "a round in Acme", "invests in Acme's next raise", "funding for Acme": who takes, behind the sum or noun."""
    wanted = words_of("rounds", "owners", "into" if investing else "towards")
    for index in range(after, min(after + 12, len(view.found))):
        word = view.word(index)
        if word in (";", ":", ")", ",", "."):
            return None
        if investing and word == "of" and _names_stage(view, index):
            return _of_whom(view, index)
        if word in wanted or (word == "to" and index + 1 in view.name_at):  # "committed $5 million to | Northwind"
            taker, ends = _taken(view, index)
            if ends:
                return taker or (Taker("other") if investing and _is_region(view, index) else None)
    return None


def _names_stage(view: View, of: int) -> bool:
    """ "the Series C | of", "a seed round of": does a round's name end there?"""
    lettered = view.word(of - 2) in words_of("rounds", "names", "lettered") and len(view.word(of - 1)) == 1
    return lettered or view.word(of - 1) == "round"


def _of_whom(view: View, of: int) -> Taker | None:
    """ "the Series C of | Bergen's Northwind": whose round it is; None where a sum stands behind "of"."""
    for at in range(of + 1, of + 6):
        name = view.name_at.get(at)
        if at in view.amount_at or view.word(at) in (",", ".", ";", "and"):
            return None
        if name is not None and name.kind != "place":
            return of_name(name) if name.is_subject or name.kind in ("organisation", "unknown") else None
    return None


_MANY = frozenset(
    "companies startups ups firms ventures businesses makers developers operators projects plants funds banks founders "
    "entrepreneurs carriers airlines hospitals schools states countries cities".split()
)


def _is_region(view: View, index: int) -> bool:
    """ "put up to $5 billion into | the region": what is given to a whole country or trade goes to no one company."""
    points = view.word(index) == "into" and view.word(index + 1) in ("the", "this", "that")
    return points and view.word(index + 2) in LANDS


def _taken(view: View, index: int) -> tuple[Taker | None, bool]:
    """Who is named behind the preposition at index, and whether that settles the question."""
    for at in range(index + 1, min(index + 8, len(view.found))):
        name = view.name_at.get(at)
        seat = name is not None and (name.kind == "place" or view.word(at + 2) == "based")
        if seat and view.word(at + 1) in ("'", "-"):
            continue  # "to Denver-based Acme", "to Colorado's Acme"
        if name is not None:
            return (of_name(name) if name.is_subject or name.kind in ("organisation", "unknown") else None), True
        if at + 1 in view.name_at and view.word(at) in words_of("rounds", "takers", "nouns"):
            continue  # "into the battery firm | Northwind"
        if view.word(at) in words_of("rounds", "takers", "nouns") and view.word(index + 1) in ("the", "this", "that"):
            return of_clause(view, at), True
        if view.word(at) in _MANY and view.word(index) in ("in", "into") and view.word(index + 1) not in ("the", "its"):
            return Taker("other"), True  # "put $5 million into | satellite companies"
        if view.word(at) in _TAKES_NO_MORE or at in view.amount_at:
            break
    return None, _is_region(view, index)


_TAKES_NO_MORE = frozenset({".", ",", "of", "and", "to", "at", "led", "by", "that", "which"})
_STAKES = frozenset({"shares", "stake", "shareholding", "holding"})
_PARTS_OF_IT = _STAKES | {"percent", "%", "cent", "tenth", "fifth", "quarter", "third", "sixth", "half"}
_PAPER = frozenset({"shares", "stock"})
_TAKING = frozenset({"took", "takes", "taking"})
_STOPS = frozenset({";", ":", "?", "!"})
_WITH_OBJECT = row(  # verbs that are read with what follows them
    "made making makes put puts putting took takes taking acquired acquires bought buys paid pays wrote writes write"
)


@cache
def _verb_openers() -> frozenset[str]:
    """The words at which `verb_before` looks twice; all others it steps over."""
    return frozenset().union(
        _STOPS, _WITH_OBJECT, tailed_verbs(), *(words_of("rounds", "verbs", family) for family in _FAMILIES)
    )


def raised_at_large(view: View, verb: int) -> bool:
    """ "spacetech already has | raised", "Space startups had a record year, | taking in": what a whole trade raised."""
    if verb < 1 or any(at in view.name_at and view.name_at[at].is_subject for at in range(verb)):
        return False
    if view.word(verb).endswith("ing"):
        return opens_at_large(view, verb)
    index, idle = verb - 1, words_of("rounds", "owners", "auxiliary")
    while index > 0 and (view.word(index) in idle or view.word(index) in _SETTING_OUT or view.word(index)[-2:] == "ly"):
        index -= 1
    word = view.word(index)
    if word in _TRADES and index not in view.name_at:
        return True  # "Of the 14 battery startups that set out to | raise | $9 million"
    return index not in view.name_at and word.endswith("tech") and not _one_of_them(view, index)


_TRADES = frozenset("companies startups ups firms ventures businesses rivals competitors peers".split())
_SETTING_OUT = frozenset("that which who set sets out to tried trying hoped hoping managed wanted sought aimed".split())


def _one_of_them(view: View, index: int) -> bool:
    """ "The Denver | biotech", "this Oslo-based fintech": is one company meant, not its trade?"""
    for at in range(index - 1, max(index - 6, -1), -1):
        word = view.word(at)
        if word in ("the", "this", "that", "a", "an", "s"):
            return True
        if not (word.isalpha() or word == "-") or is_preposition(word) or word in _TIMES:
            return False
    return False


_TIMES = frozenset({"year", "month", "week", "quarter", "decade"})  # "This year | biotech raised"


def opens_at_large(view: View, before: int) -> bool:
    """ "Space startups had a record year, …": does the sentence begin with companies at large, none by name?"""
    opening = [view.word(at) for at in range(min(4, before))]
    plural = next((at for at, word in enumerate(opening) if word in _MANY), -1)
    named = any(at in view.name_at and view.name_at[at].kind != "place" for at in range(plural + 1))
    return plural >= 0 and not named and _ONES_OWN.isdisjoint(opening[:plural])


_ONES_OWN = frozenset({"the", "its", "our", "both", "these", "those", "such"})


def verb_before(view: View, first: int) -> tuple[int, str]:
    """The nearest verb of raising, giving or leading in front of token `first`, and its family; (-1, "") if none."""
    openers = _verb_openers()
    for index in range(first - 1, max(first - 16, -1), -1):
        word = view.word(index)
        if word not in openers:
            continue
        if word in _STOPS and not (word == ":" and index == first - 1):
            break
        if index in view.name_at or (word in _AIMING and "," in view.low[index:first]):
            continue  # "Acme, a firm targeting pumps, extended its round with | $5 million"
        if word in ("made", "making", "makes") and "investment" in view.words(index, index + 12):
            return index, "invest"
        if word in tailed_verbs() and 0 < giving_verb(view, index) <= first:
            return index, "invest"
        if word in ("put", "puts", "putting") and (
            "in" in view.words(index + 1, index + 2) or "into" in view.words(index, index + 9)
        ):
            return index, "invest"
        if word in ("took", "takes", "taking", "acquired", "acquires", "bought", "buys"):
            stake = {"stake", "shareholding", "holding"} & set(view.words(index + 1, index + 9))
            stake = stake or {"percent", "%", "cent"} & set(view.words(index + 1, index + 4))
            owned = {"its", "their", "a", "another"} & set(view.words(index + 1, index + 3))
            paper = word not in _TAKING and not _PAPER.isdisjoint(view.words(index + 1, index + 6))
            if stake or paper or (owned and "%" in view.words(index + 1, index + 5)):
                return index, "invest"
        if word in ("paid", "pays", "pay", "paying") and not _PARTS_OF_IT.isdisjoint(view.words(index + 1, index + 14)):
            return index, "invest"
        if word == "issued" and view.word(index - 1) in ("newly", "freshly"):
            continue
        if word in ("wrote", "writes", "write") and {"cheque", "check"} & set(view.words(index + 1, index + 6)):
            return index, "invest"
        family = next((name for name in _FAMILIES if word in words_of("rounds", "verbs", name)), "")
        if family and not _noun_use(view, index, word):
            return index, family
    return -1, ""


_AIMING = frozenset({"targeting", "seeking", "eyeing"})
_WITH_BACK = frozenset("bought buy buying buys repaid paid pay pays paying gave give gives came come comes".split())


def is_particle(view: View, index: int) -> bool:
    """ "bought | back", "paid back": no verb of backing."""
    return view.word(index) == "back" and view.word(index - 1) in _WITH_BACK


def is_of_costs(view: View, index: int) -> bool:
    """ "| Finance costs rose to", "the price, | given as", "| raised its guidance to": spelt like a verb of giving."""
    word = view.word(index)
    behind = _NO_MONEY.get(word)
    return behind is not None and not behind.isdisjoint(view.words(index + 1, index + (2 if word in _ONE else 6)))


_COSTS = row("costs cost charges charge expenses expense income director chief minister ministry arm department team")
_LEVELS = row(
    "guidance forecast forecasts outlook target targets estimate estimates price prices salary salaries threshold "
    "ceiling authorised authorized bid offer stake fees"
)
_ONE = frozenset({"finance", "finances", "funding", "financing", "given"})
_NO_MONEY = {
    **dict.fromkeys(("finance", "finances", "funding", "financing"), _COSTS),
    **dict.fromkeys(("raise", "raises", "raised", "raising"), _LEVELS),
    "given": frozenset({"as", "at"}),
}
_OF_FUNDS = frozenset(
    "pension wealth hedge mutual investment venture growth sovereign trust infrastructure equity".split()
)


def _noun_use(view: View, index: int, word: str) -> bool:
    """ "a raise", "the backing", "its funds", "bought back": what is spelt like the verb."""
    if (word == "back" and is_particle(view, index)) or is_of_costs(view, index):
        return True
    before = view.word(index - 1)
    if word in ("fund", "funds") and before in _OF_FUNDS:
        return True  # "the pension fund Elmbank"
    if word in ("backing", "financing", "funding"):
        return before not in ("is", "are", "was", "were", "been", "be", "by")
    noun = before in words_of("rounds", "owners", "before_noun") or index - 1 in view.amount_at
    return word in words_of("rounds", "owners", "noun_like") and noun
