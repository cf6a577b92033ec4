"""A sentence goes in, what its role nouns say comes out: "its customers include A", "B is a backer", "supplier C"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from briefing.claims.lists import names_in_list
from briefing.claims.reading import FoundName
from briefing.claims.rolenames import COPULAS, counted_among, named_before, named_behind, subject_at
from briefing.claims.tiecues import roles, tie_words
from briefing.claims.tiefindings import Finding
from briefing.claims.tiesentence import Sentence
from briefing.claims.verbs import is_finite
from briefing.claims.whoserole import is_of_subject, whose_role
from briefing.claims.wordclasses import word_classes
from briefing.claims.words import cut, plain

_TRADERS = frozenset({"distributor", "wholesaler", "reseller", "dealer"})
_THROUGH = frozenset("through via by with to new exclusive local sole existing former".split())
# What somebody is to the subject whose partner, customer … the subject is.
_TURNED = {"partner": "partner", "customer": "supplier", "supplier": "customer", "distributor": "supplier"}


def role_findings(sentence: Sentence) -> Iterator[Finding]:
    """One finding for every list of names that a role noun belongs to."""
    table = roles()
    if not table.keys().isdisjoint(sentence.words.low):
        inside = covered(sentence)
        for index, low in enumerate(sentence.words.low):
            if low in table and index not in inside:
                yield from _by_role(sentence, index, table[low])
    yield from _compounds(sentence)
    yield from _among_those(sentence)
    yield from _largest_of(sentence)


def _among_those(sentence: Sentence) -> Iterator[Finding]:
    """ "It has 40 clients. | Those that may be named include A and B", "Among them are A and B", "They include …"."""
    words = sentence.words
    low = words.low
    newer = low[:1] and low[0] in _NEWER and low[1:2] and low[1] in _ADDED
    naming = low.index(":") if ":" in low[3:] and not _NAMING.isdisjoint(low) else 0
    if sentence.utterance.passage.kind != "sentence" or _NAMING.isdisjoint(low[:naming]):
        naming = 0
    if not low or not (newer or naming or low[0] in _THOSE) or not sentence.before:
        return
    earlier = cut(plain(sentence.before)).low
    told = [_tie_of(word, earlier) for word in earlier if word in roles()]
    if not told or told[-1] not in ("customer", "supplier", "partner", "distributor", "competitor", "lender"):
        return
    borrowed = told[-1] == "supplier" and not tie_words("borrowing").isdisjoint(sentence.before.lower().split())
    start = 2 if low[:2] in (("among", "them"), ("among", "those"), ("including", "them")) else naming
    for at in range(start, min(start + 12, len(low))):
        if low[at] in ("include", "included", "are", "were") or (at == start > 1 and low[at] == ":"):
            listed = names_in_list(sentence.text, words.ends[at], sentence.utterance.passage.end, sentence.names)
            if listed and sentence.before_subject and not any(name.is_subject for name in listed):
                yield Finding("lender" if borrowed else told[-1], listed, at)
            return


def _tie_of(role: str, said: tuple[str, ...]) -> str:
    """ "Delta was the first buyer": of goods, unless shares are spoken of."""
    if role in _BUYERS:
        return "investor" if set(said) & _PAPERS else "customer"
    return roles()[role]


_BUYERS = frozenset({"buyers", "purchasers", "buyer", "purchaser"})
_RANKABLE = _BUYERS | {"tenant", "tenants"}
_PAPERS = frozenset({"shares", "stock", "tender", "secondary", "stake", "holding"})
_THOSE = frozenset({"those", "these", "they", "among", "others"})
_NEWER = frozenset("newer other recent new further big bigger more latest".split())
_NAMING = frozenset("name names named naming disclose disclosed identified identify revealed".split())
_ADDED = frozenset("names additions signings arrivals sign-ups converts wins recruits logos".split())


def _largest_of(sentence: Sentence) -> Iterator[Finding]:
    """ "… six signed dealers, the largest of which is A", "…, the biggest of them A"."""
    words = sentence.words
    low = words.low
    if low.count("of") == 0 or _RANKED.isdisjoint(low):
        return
    for at in range(2, len(low) - 3):
        if low[at] != "of" or low[at - 1] not in _RANKED or low[at + 1] not in ("which", "whom", "them", "these"):
            continue
        tie = _dealing(low[max(0, at - 26) : at])
        place = at + 2
        while place < len(low) - 1 and low[place] in (*COPULAS, ","):
            place += 1
        listed = names_in_list(sentence.text, words.ends[place - 1], sentence.utterance.passage.end, sentence.names)
        ours = sentence.before_subject or sentence.clause(at).is_subject or sentence.clause(0).is_subject
        if tie and listed and ours and not any(name.is_subject for name in listed):
            yield Finding(tie, listed[:1], at)


_RANKED = frozenset("largest biggest latest newest best-known first foremost oldest".split())


def _dealing(before: tuple[str, ...]) -> str:
    """What the words in front tell of those who are counted: customers, suppliers; "" if neither."""
    said = [word for word in before if word in tie_words("clientele") or word in roles()]
    if not said:
        return ""
    return roles().get(said[-1], "customer")


def covered(sentence: Sentence) -> set[int]:
    """Words inside names ("Northland Venture Partners" has no partners)."""
    starts, ends = sentence.words.starts, sentence.words.ends
    inside: set[int] = set()
    for name in sentence.names:
        inside.update(range(bisect_right(ends, name.start), bisect_left(starts, name.end)))
    return inside


def _by_role(sentence: Sentence, index: int, tie: str) -> Iterator[Finding]:
    if _is_no_tie(sentence, index, tie):
        return
    before = sentence.words.low[max(0, index - 2) : index]
    if sentence.words.low[index : index + 2] == ("logos", "of"):
        shown = names_in_list(
            sentence.text, sentence.words.ends[index + 1], sentence.utterance.passage.end, sentence.names
        )
        ours = sentence.before_subject or sentence.clause(index).is_subject
        yield Finding(tie, shown, index, "" if ours else "of another company")
        return
    whose, after = whose_role(sentence, index)
    ranked = tie in ("customer", "investor") and before[-1:] in (("first",), ("largest",), ("biggest",), ("second",))
    ranked = ranked and sentence.words.low[index] in _RANKABLE and before[0] == "the" and sentence.before_subject
    if sentence.words.low[index] == "owners" and before[-1:] != ("existing",):
        return  # "dog owners such as Jane Roe"
    ranked = ranked or (sentence.words.low[index] == "owners" and before[-1:] == ("existing",))
    if sentence.words.low[index] in tie_words("owned_roles") and whose not in ("subject", "own") and not ranked:
        return  # "cloud provider Delta" is anybody's, "its cloud provider, Delta" is not
    thanked = "our" in sentence.words.low[:index] or "thanks" in sentence.words.low[:index]
    if whose == "own" and thanked and not _READERS.isdisjoint(sentence.words.low):
        return  # the paper's own: "Our partner Delta offers readers 15% off"
    listed, presupposed = named_behind(sentence, index, after)
    if not listed:
        listed, presupposed = named_before(sentence, index)
    if not listed:
        listed = counted_among(sentence, index)
    if tie == "competitor":
        yield from _rivals(sentence, index, listed)
        return
    others = tuple(name for name in listed if not name.is_subject)
    if not others:
        yield from _turned_round(sentence, index, tie, bool(listed))
        return
    presupposed = presupposed or sentence.words.low[max(index - 1, 0)] == "whose"
    wished = not tie_words("wishes").isdisjoint(sentence.words.low[max(0, index - 7) : index])
    presupposed = presupposed or (sentence.clause(index).modality == "planned" and not wished)
    presupposed = presupposed or before[-1:] == ("existing",)
    mutual = tie == "partner" and whose == "unsaid" and sentence.words.low[index] == "partners" and len(listed) > 1
    if mutual and sentence.words.low[index - 1] in COPULAS:  # "Acme and A have been partners", "A and B are partners"
        if len(others) < len(listed):
            yield Finding(tie, others, index)
        return
    if len(others) < len(listed) and whose in ("unsaid", "own"):
        itself = next(name for name in listed if name.is_subject)
        if sentence.text[itself.end : itself.end + 7] != " itself":
            return  # the subject is one of somebody else's
    if whose == "unsaid" and _is_trade(sentence, index, others[0], presupposed):
        return
    if sentence.words.low[index] == "participants" and tie_words("funding").isdisjoint(sentence.words.low):
        return
    if sentence.words.low[index] in _BUYERS:
        tie = _tie_of(
            sentence.words.low[index], (*sentence.words.low, *sentence.before.lower().replace(",", " ").split())
        )
    refused = "" if is_of_subject(sentence, index, whose, others) else "of another company"
    yield Finding(tie, others, index, refused, presupposed)


def _is_no_tie(sentence: Sentence, index: int, tie: str) -> bool:
    """Is the noun part of another word, a post in a firm, or the speaker's own?"""
    behind = sentence.words.low[index + 1 : index + 2]
    if behind and (behind[0] in tie_words("compounds") or behind[0] in ("'", "'s", "’")):
        return True  # "customer service", "Delta, a buyers' club"
    held = index and sentence.words.low[index - 1] in ("its", "'s", "our", "their")
    if tie == "partner" and index and sentence.words.low[index - 1] in _OF_EVENTS:
        return True  # "headline partner: Delta"
    if tie == "partner" and behind in (("at",), ("in",), ("who",)) and not (held and behind == ("in",)):
        return True  # a post, not a tie: "a partner at Oakfund", "the partner who decided"
    before = sentence.words.low[max(0, index - 2) : index]
    # "My buyers are A and B", "…, says its partner Jane Roe"
    return "my" in before or (tie == "partner" and before[-1:] == ("its",) and before[0] in ("says", "said", "adds"))


_OF_EVENTS = frozenset("headline media title presenting event knowledge gold silver platinum venue session".split())
_READERS = frozenset({"readers", "subscribers", "listeners", "sponsor", "sponsored", "discount", "thanks"})
_TRADES = frozenset(
    "technology tech industrial impact growth infrastructure climate energy media retail health".split()
)
_JOINED = frozenset("existing new returning early lead current longtime first founding its their our 's other".split())


def _is_trade(sentence: Sentence, index: int, name: FoundName, presupposed: bool) -> bool:
    """Is the role, that nobody owns here, only what the named one is by trade?"""
    low = sentence.words.low
    before = low[max(0, index - 2) : index]
    if low[index] == "investor":
        return _is_investor_by_trade(sentence, index, name)
    if low[index] in _TRADERS and presupposed and index:
        return before[-1].isalpha() and before[-1] not in _THROUGH  # "for Globe and the tyre | distributor Delta"
    if low[index] == "lender" and presupposed:
        lent = {*low, *sentence.before.lower().replace(",", " ").split()} & tie_words("borrowing")
        return "the" not in before or not lent  # "Salary lender Delta", "she met the lender Delta"
    return False


def _is_investor_by_trade(sentence: Sentence, index: int, name: FoundName) -> bool:
    """ "the Dutch technology | investor Delta": what Delta is by trade, and not that it invested here."""
    words = sentence.words
    right_behind = index + 1 < len(words) and words.starts[index + 1] == name.start
    before = words.low[max(0, index - 4) : index]
    kinds = _TRADES | word_classes().nationalities | {"the", "an"}
    return right_behind and bool(before) and before[-1] in kinds and _JOINED.isdisjoint(before)


def _turned_round(sentence: Sentence, index: int, tie: str, named: bool) -> Iterator[Finding]:
    """ "Acme is a partner of A and B", "a customer of C": what those behind it are to the subject."""
    words = sentence.words
    opens = index + 2 < len(words) and words.low[index + 1] in ("of", "to")
    if not opens or tie not in _TURNED or not (named or _is_said_of_subject(sentence, index)):
        return
    listed = names_in_list(sentence.text, words.ends[index + 1], sentence.utterance.passage.end, sentence.names)
    if listed and not any(name.is_subject for name in listed):
        yield Finding(_TURNED[tie], listed, index)


def _is_said_of_subject(sentence: Sentence, index: int) -> bool:
    """Does a copula with at most a few ranks behind it lead from the subject to the noun ("is an ISV partner")?"""
    words = sentence.words
    for at in range(index - 1, max(index - 6, -1), -1):
        if words.low[at] in COPULAS:
            return sentence.clause(at).is_subject
        if not words.low[at].replace("-", "").isalpha() or words.low[at] in ("of", "by", "with", "from", "to", "for"):
            return False
    return False


def _rivals(sentence: Sentence, index: int, listed: tuple[FoundName, ...]) -> Iterator[Finding]:
    """Competitors: those listed, or the name before "… challenger Acme"."""
    words = sentence.words
    others = tuple(name for name in listed if not name.is_subject)
    clause = sentence.clause(index)
    if others and (clause.is_subject or clause.setting_is_subject) and len(others) == len(listed):
        yield Finding("competitor", others, index)
        return
    for at in range(index - 1, max(index - 4, -1), -1):
        name = next((name for name in sentence.names if name.end == words.ends[at]), None)
        if name is not None:
            follows = index + 1 < len(words) and subject_at(sentence, index + 1)
            if not name.is_subject and (follows or (clause.is_subject and not listed)):
                yield Finding("competitor", (name,), index)
            return
        if not words.low[at].isalpha():
            return


def _compounds(sentence: Sentence) -> Iterator[Finding]:
    """ "Oakfund-backed Acme": the name in front of the hyphen is tied to the name behind."""
    for name in sentence.names:
        rest = sentence.text[name.end : name.end + 8]
        tie = "investor" if rest.startswith("-backed") else "acquirer" if rest.startswith("-owned") else ""
        if not tie or name.is_subject:
            continue
        following = next((other for other in sentence.names if other.start > name.end), None)
        index = sentence.words.index_at(name.start)
        between = sentence.text[name.end : following.start].split() if following is not None else []
        apart = not _COMPANIES.isdisjoint(between)  # "the Oakfund-owned company made a tenth of Acme's revenue"
        apart = apart or (following is not None and _acts_between(sentence, name, following))
        if following is not None and following.is_subject and following.start - name.end < 60 and not apart:
            yield Finding(tie, (name,), index, presupposed=True)


_COMPANIES = frozenset({"company", "firm", "group", "retailer", "business", "bank"})


def _acts_between(sentence: Sentence, name: FoundName, following: FoundName) -> bool:
    """ "Delta, an Oakfund-backed startup, | runs its shop on | Acme": what is backed does something first."""
    first, last = sentence.words.index_at(name.end), sentence.words.index_at(following.start)
    return any(is_finite(sentence.words, at) for at in range(first + 2, last))
