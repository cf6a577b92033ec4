"""The words around a name go in, what they make of it comes out: who takes money, who gives it, a person, a paper …"""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache

from briefing.claims.lexicon import load
from briefing.claims.wordclasses import word_classes
from briefing.claims.words import Words, forms, word_set
from briefing.model.records import dataclass, field

_STAKED = frozenset({"in", "into", "behind", "dans", "chez", "bei", "an", "am"})  # targets only of a stake
_BUYING = frozenset(
    {"acquire", "acquires", "acquired", "acquiring", "buy", "buys", "bought", "buying", "purchase", "pays", "paid"}
    | {"übernimmt", "kauft", "compra", "comprou", "adquire", "adquiriu", "rachète", "acquiert", "pay", "paying"}
)
_PORTUGUESE = frozenset({"da", "do", "em", "uma", "com", "para", "não", "das", "dos", "na", "no", "ao"})  # "a Acme"
_REPORT_TAIL = frozenset({"that", "on", "earlier", "last", "first", "yesterday", ".", ",", '"', "in", "this", "today"})
_PUT_OUT = frozenset(
    {"launched", "launches", "unveiled", "released", "called", "introduced", "its", "platform", "product", "named"}
)


_COUNTED = tuple("company takes gives big person outlet place product articled legal bought buys".split())


@dataclass(slots=True)
class Sighted:
    """What speaks for and against one name. sources: how often it is named in each; lead: points for its places in
    each; takes, gives: how often it takes or gives money; bought, buys: how often it is bought, or buys; legal: with a
    legal form; first: where it is named first in each."""

    sources: Counter[str] = field(default_factory=Counter)
    lead: Counter[str] = field(default_factory=Counter)
    company: int = 0
    takes: int = 0
    gives: int = 0
    big: int = 0
    person: int = 0
    outlet: int = 0
    place: int = 0
    product: int = 0
    articled: int = 0
    legal: int = 0
    bought: int = 0
    buys: int = 0
    first: dict[str, int] = field(default_factory=dict)

    def count(self) -> int:
        return sum(self.sources.values())

    def add(self, other: Sighted) -> None:
        """Take in what was seen of the same name, printed otherwise."""
        self.sources.update(other.sources)
        self.lead.update(other.lead)
        for kind in _COUNTED:
            setattr(self, kind, getattr(self, kind) + getattr(other, kind))
        for source, place in other.first.items():
            self.first[source] = min(place, self.first.get(source, place))


@cache
def vocabulary(kind: str) -> frozenset[str]:
    """Words of one kind; see `lexicon/subjects.toml`."""
    return frozenset(str(load("subjects")[kind]).split())


@cache
def company_verbs() -> frozenset[str]:
    return frozenset(form for verb in word_set("companies", "company_verbs") for form in forms(verb))


@cache
def acting_verbs() -> frozenset[str]:
    return company_verbs() | vocabulary("takes") | vocabulary("gives") | vocabulary("acts")


@cache
def _nouns() -> frozenset[str]:
    return word_set("companies", "nouns") | vocabulary("heads")


@cache
def _ends() -> tuple[str, ...]:
    return tuple(sorted(vocabulary("head_ends")))


@lru_cache(maxsize=4096)
def company_noun(low: str) -> bool:
    return low in _nouns() or low.endswith(_ends())


def _verb_behind(words: Words, at: int) -> str:
    """The verb of which words before `at` are the subject; "" if none stands near."""
    for index in range(at, min(at + 4, len(words))):
        low = words.low[index]
        if low in acting_verbs():
            return low
        if low not in vocabulary("idle") and not (low.endswith("ly") and words.raw[index].islower()):
            return ""
    return _closing_verb(words, at)


def _closing_verb(words: Words, at: int) -> str:
    """ "Acme hat … Millionen eingesammelt": the participle at the end of the clause."""
    if at < len(words) and words.low[at] in ("hat", "haben", "heeft"):
        for index in range(at, min(at + 20, len(words))):
            if words.raw[index] in ".;":
                break
            if words.low[index] in (
                "eingesammelt",
                "erhalten",
                "abgeschlossen",
                "aufgenommen",
                "gesichert",
                "opgehaald",
            ):
                return words.low[index]
    return ""


def acts(words: Words, at: int) -> bool:
    """Does a verb of companies or "'s" with a belonging of theirs stand there?"""
    if at < len(words) and words.low[at] == "'s":
        return not vocabulary("belongings").isdisjoint(words.low[at + 1 : at + 4])
    return bool(_verb_behind(words, at))


def note(words: Words, first: int, last: int, one: Sighted) -> None:
    """Counts what the neighbours of a name say on what it is."""
    before = words.low[first - 1] if first else ""
    _note_deeds(words, last, one)
    _note_belongings(words, first, last, one)
    _note_descriptions(words, first, last, one)
    _note_others(words, first, last, one)
    if before in vocabulary("givers"):
        one.gives += 1
    if before.endswith("-based") and first > 1:
        before = words.low[first - 2]  # "put $5 million into Bonn-based | Acme"
    stakes = vocabulary("stakes").isdisjoint(words.low[max(first - 8, 0) : first])
    if before in vocabulary("targets") and not (before in _STAKED and stakes):
        one.takes += 1
        one.bought += before in _BUYING
    elif first and _staked(words, first):
        one.takes += 2
    elif before in ("in", "near", "across", "around", "outside"):
        one.place += 1


def _staked(words: Words, first: int) -> bool:
    """ "buys 20% of | Acme", "a 20% stake in pump maker | Acme"."""
    for at in range(first - 1, max(first - 6, 1), -1):
        if words.low[at] in ("of", "in"):
            near = words.low[max(at - 2, 0) : at]
            bought = {"buy", "buys", "bought", "buying", "acquire", "acquires", "acquired", "takes", "took", "sells"}
            share = {"%", "percent", "cent"} & set(near) and bought & set(words.low[max(at - 8, 0) : at])
            return bool(share) or "stake" in near
        if not words.raw[at][0].isalpha() or words.raw[at][0].isupper():
            return False
    return False


def _note_deeds(words: Words, last: int, one: Sighted) -> None:
    verb = _verb_behind(words, last)
    if verb in vocabulary("gives"):
        following = words.low[last : last + 4]
        one.takes += "by" in following  # "Acme, backed by …"
        one.gives += "by" not in following
        one.buys += verb in _BUYING and "by" not in following
    elif verb in _SAYING and _gives_later(words, last):
        one.gives += 1
    elif verb:
        one.company += 1
        one.takes += verb in vocabulary("takes") or (verb in _CLOSING and _of_round(words, last))
    if _bids(words, last):
        one.gives += 1
        one.buys += 1


_CLOSING = frozenset({"closed", "closes", "completed", "completes", "announced", "announces", "received", "receives"})
_ROUNDS = frozenset({"round", "series", "seed", "financing", "raise", "fundraise", "extension"})


def _of_round(words: Words, last: int) -> bool:
    """ "Acme | closed its $26 million Series B"."""
    ahead = words.low[last : last + 9]
    stop = next((at for at, low in enumerate(ahead) if low in (",", ".", ";", "led", "by")), len(ahead))
    return not _ROUNDS.isdisjoint(ahead[:stop])


_BIDS = frozenset({"bid", "stake", "takeover", "offer"})
_BIDDING = frozenset(
    "weighs weighing mulls mulling considers considering prepares plans planning makes made to take takes took buys "
    "eyes eyeing readies preparing".split()
)


def _bids(words: Words, last: int) -> bool:
    """ "Acme | weighs bid for", "to take stake in": who may buy, or come in."""
    ahead = words.low[last : last + 7]
    at = next((at for at, low in enumerate(ahead) if low in _BIDS), 0)
    if not at or words.low[last + at + 1 : last + at + 2] not in (("for",), ("in",), ("of",)):
        return False
    return not _BIDDING.isdisjoint(ahead[:at]) and not {",", "."} & set(ahead[:at])


_YOUNG = frozenset("startup start-up startups scale-up scaleup spinout spin-out unicorn upstart".split())
_SAYING = frozenset("say says said agree agrees agreed plan plans planned sign signs signed announce announced".split())
_TO_GIVE = frozenset("invest investing buy buying acquire acquiring purchase order ordering pre-order".split())


def _gives_later(words: Words, last: int) -> bool:
    """ "Acme is now | investing in a startup", "agreed to buy 100 planes from Northwind"."""
    for at in range(last + 1, min(last + 8, len(words) - 1)):
        if words.raw[at] in ",;.":
            return False
        if words.low[at] in _TO_GIVE:
            invests = words.low[at].startswith("invest")
            behind = words.low[at + 1 : at + 4] if invests else words.low[at + 1 : at + 12]
            return not (_YOUNG if invests else _FROM).isdisjoint(behind)
    return False


_FROM = frozenset({"from", "startup", "start-up"})


def _note_belongings(words: Words, first: int, last: int, one: Sighted) -> None:
    before = words.low[max(first - 3, 0) : first]
    after = (*words.low[last : last + 6], "", "")
    roles = word_set("roles", "officer", "other")
    if after[0] == "'s":
        owned = not vocabulary("belongings").isdisjoint(after[1:5])
        one.company += owned or not roles.isdisjoint(after[1:3])
        one.takes += owned
    elif after[0] in roles:
        one.company += 1
    if before and before[-1] in ("of", "von", "de", "da", "do", "bei", "chez", "at", "du", "for"):
        one.company += not roles.isdisjoint(before[:-1])
        one.takes += not vocabulary("belongings").isdisjoint(before[:-1])
    if after[0] in ("was", "is") and after[1] in ("founded", "valued", "backed", "based", "headquartered"):
        one.company += 1
        one.takes += 1


def _note_descriptions(words: Words, first: int, last: int, one: Sighted) -> None:
    before = words.low[first - 1] if first else ""
    after = (*words.low[last : last + 3], "", "")
    legal = word_set("companies", "legal_forms")
    if words.low[last - 1] in legal or (after[0] == "," and after[1].strip(".") in legal):
        one.company += 1
        one.legal += 1
    if company_noun(before):
        one.company += 1
        one.takes += 2 * (before in _YOUNG)
    one.big += before in vocabulary("big") or before.endswith(("konzern", "riese", "giant"))
    described = after[0] in vocabulary("copulas") or after[0] == ","
    if described and after[1] in vocabulary("articles"):
        behind = words.low[last + 2 : last + 14]
        stop = next((at for at, low in enumerate(behind) if at > 2 and low in (",", "that", "which")), len(behind))
        one.company += any(company_noun(low) for low in behind[:stop])
        one.takes += 2 * (not _YOUNG.isdisjoint(behind[:stop]))
        one.big += not vocabulary("big").isdisjoint(behind[:stop])


def _note_others(words: Words, first: int, last: int, one: Sighted) -> None:
    """Persons, papers, products."""
    before = words.low[first - 1] if first else ""
    after = (*words.low[last : last + 3], "", "")
    roles = word_set("roles", "officer", "other")
    if (before in roles and before not in ("investor", "customer")) or (after[0] == "," and after[1] in roles):
        one.person += 1
    if before in ("mr", "mrs", "ms", "dr", "herr", "frau") or after[0] == "who":
        one.person += 1
    if before in vocabulary("hearing") or (after[0] in ("reported", "reports") and after[1] in _REPORT_TAIL):
        one.outlet += 1
    if before == "to" and first > 1 and words.low[first - 2] in vocabulary("told_of"):
        one.outlet += 1
    if before in vocabulary("speaking") and "," in words.low[max(first - 4, 0) : first]:
        one.person += 1
    if before == "'s" and first > 1 and words.low[first - 2] in word_classes().places:
        one.company += 1  # "Japan's Acme Freight"
    elif before in _PUT_OUT or before == "'s":
        one.product += 1
    if before in vocabulary("articles") and not (before in ("a", "o") and not _PORTUGUESE.isdisjoint(words.low)):
        one.articled += 1
