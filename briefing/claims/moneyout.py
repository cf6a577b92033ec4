"""A sum in an utterance goes in; is it money that the company gives out: lends, spends, holds of others?"""

from __future__ import annotations

from itertools import pairwise

from briefing.claims.phrases import words_of
from briefing.claims.takers import verb_before
from briefing.claims.view import View


def of_anothers_shares(view: View, first: int, after: int) -> bool:
    """ "sold shares worth | $5 million | in Northwind": what it held of somebody else."""
    name = view.name_at.get(after + 1) if view.word(after) == "in" else None
    held = name is not None and not name.is_subject and name.kind in ("organisation", "unknown")
    return held and view.word(first - 1) == "worth" and view.word(first - 2) in ("shares", "stock")


def pays_back(view: View, first: int, after: int) -> bool:
    """ "repaid a | $5 million | loan", "guaranteed $5 million of loans", "has $5 million of debt | due in 2027"."""
    ahead = view.words(max(0, first - 4), first)
    if "with" in ahead or "," in ahead or not view.utterance.clause_at(view.offset(first)).is_subject:
        return False
    if not _PAYING_BACK.isdisjoint(ahead):
        return True
    behind = view.words(after, after + 5)
    owed = ahead[-1:] and ahead[-1] in _OWING
    return bool(owed) and any(one in _DEBTS and other in _FALLING for one, other in pairwise(behind))


_OWING = frozenset({"has", "had", "have", "carries", "carried", "owes", "owed"})
_PAYING_BACK = frozenset("repaid repay repays repaying redeemed redeem guaranteed guarantees guarantee".split())
_DEBTS = frozenset({"debt", "debts", "loans", "bonds", "notes", "borrowings"})
_FALLING = frozenset({"due", "maturing", "falling", "outstanding"})


def lends(view: View, first: int) -> bool:
    """ "It expects to lend | $5 million in that year": the company gives it, nobody gives it to the company."""
    verb = next((at for at in range(first - 1, max(first - 5, -1), -1) if view.word(at) in _LENDING), -1)
    if verb < 0 or view.word(verb + 1) in _TO_IT or not view.utterance.clause_at(view.offset(verb)).is_subject:
        return False
    start = next((at + 1 for at in range(verb - 1, max(verb - 8, -1), -1) if view.word(at) == ","), max(verb - 7, 0))
    ahead = view.words(start, verb)
    others = any(at in view.name_at and not view.name_at[at].is_subject for at in range(start, verb))
    return _PASSIVE.isdisjoint(ahead[-2:]) and _GIVERS.isdisjoint(ahead) and not others


_LENDING = frozenset("lend lends lending lent loaned gave gives give provide provides provided extend extends".split())
_PASSIVE = frozenset({"was", "were", "been", "being", "is", "are", "be"})
_GIVERS = frozenset(
    "owners shareholders investors backers banks bank lenders founders parent parents who which".split()
)
_TO_IT = frozenset({"it", "us", "them", "by"})


def _gives_itself(view: View, verb: int, after: int) -> bool:
    """ "Acme plans to | invest $5 million in pumps": the company is the verb's subject, and no firm its object."""
    at = verb - 1
    while at > 0 and (view.word(at) in _PLANNING or view.word(at).endswith("ly")):
        at -= 1
    name = view.name_at.get(at)
    own = view.word(at) in ("it", "we") or (name is not None and name.is_subject)
    plural = view.word(after + 1).endswith("s") and after + 1 not in view.name_at
    return own and plural


_PLANNING = frozenset(
    {"plans", "to", "will", "would", "has", "had", "have", "is", "going", "expects", "wants", "aims", "also"}
)
_ARTICLES = frozenset({"this", "its", "our", "the", "a", "an"})
_TAKING = frozenset(
    {"company", "firm", "startup", "business", "group", "round", "financing", "deal", "series", "venture"}
)


def spends(view: View, first: int, after: int) -> bool:
    """ "Acme plans to invest $5 million in a new campus": what the subject puts into a thing, not what it raises."""
    verb, family = verb_before(view, first)
    if view.word(after) == "(":  # "70 crore rupees (S$9 million) in …"
        after = next((at + 1 for at in range(after, min(after + 8, len(view.found))) if view.word(at) == ")"), after)
    if family == "invest" and _into_place(view, after):
        return True
    if family != "invest" or view.word(after) not in ("in", "on", "into", "to"):
        return False
    things = words_of("rounds", "nouns", "capex") | words_of("metrics", "said_of", "things")
    sunk = view.word(after) == "into" and view.word(after + 1) in _ARTICLES and view.word(after + 2) not in _TAKING
    sunk = sunk or (view.word(after) == "in" and _gives_itself(view, verb, after))
    if not sunk and not things & set(view.words(after, min(after + 10, len(view.found)))):
        return False
    ahead = [view.name_at[at] for at in range(verb) if at in view.name_at]
    clause = view.utterance.clause_at(view.offset(verb))
    others = any(name.kind == "organisation" and not name.is_subject for name in ahead)
    return clause.is_subject and not others


def is_of_site(view: View, first: int, after: int) -> bool:
    """ "The | $7 million | hall will have 900 square metres", "is building its line in Oslo for | $90 million":
    what a plant costs."""
    ahead = view.words(max(0, first - 12), first)
    if ahead[-1:] == ["for"] and not _BUILDING.isdisjoint(ahead) and view.words(after, after + 1) != ["of"]:
        return True
    noun = next((word for word in view.words(after, after + 4) if word in ("facility", "facilities", "line")), "")
    return bool(noun) and not _OF_PLANTS.isdisjoint(view.low) and _OF_LOANS.isdisjoint(view.low)


_BUILDING = frozenset({"building", "build", "builds", "built", "constructing", "erecting"})
_OF_PLANTS = frozenset(
    "square metres meters clean factory plant tonnes production ship built build open opens jobs".split()
)
_OF_LOANS = frozenset(
    "bank banks lender lenders credit loan loans borrowed debt drawn undrawn lending financing".split()
)
_INTO = frozenset({"in", "into", "no", "na", "nos", "em", "en", "au", "aux", "dans"})


def _into_place(view: View, after: int) -> bool:
    """ "invests $5 billion | in Brazil this year": money spent there; "in Oslo's Acme" is none."""
    if view.word(after) not in _INTO:
        return False
    at = after + 1 + (view.word(after + 1) in ("the", "o", "a", "le", "la", "el"))
    name = view.name_at.get(at)
    if name is None or name.kind != "place":
        return False
    behind = view.index(name.end - 1) + 1
    return behind not in view.name_at and view.word(behind) not in ("'", "-", "based", "start", "startup")
