"""A sentence goes in, what its role nouns say comes out: "its customers include A", "B is a backer", "supplier C"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Literal

from briefing.claims.lists import names_before, names_in_list
from briefing.claims.parties import Sentence
from briefing.claims.reading import FoundName
from briefing.claims.tieclaims import Finding
from briefing.claims.tiecues import phrases_by_first, roles, tie_phrases, tie_words
from briefing.claims.tieparts import lost, runs_on
from briefing.claims.tiesurface import surface
from briefing.claims.wordclasses import word_classes
from briefing.claims.words import Words, cut, plain, word_set

Whose = Literal["subject", "other", "own", "unsaid"]
_SKIPPED = frozenset((",", "now", "also", "already", "which", "who", "currently", "so", "far", "today"))
_WEIGHING = frozenset(("more", "than", "over", "nearly", "about", "some", "roughly"))
_APPOSED = frozenset(
    (
        "once",
        "still",
        "long",
        "formerly",
        "now",
        "a",
        "an",
        "also",
        "one",
        "the",
        "both",
        "all",
        "two",
        "its",
        "their",
        "our",
    )
)
_TRADERS = frozenset({"distributor", "wholesaler", "reseller", "dealer"})
_THROUGH = frozenset("through via by with to new exclusive local sole existing former".split())
_EARLY = frozenset("early existing earlier longtime long-time current previous existing initial first".split())
_BEFORE_COPULA = frozenset(
    (
        *("also", "now", "both", "already", "all", "would", "will", "has", "have", "had", "to", "soon", "recently"),
        *("is", "are", "was", "understood", "said", "believed", "thought", "known", "reported"),
    )
)
# What somebody is to the subject whose partner, customer … the subject is.
_TURNED = {"partner": "partner", "customer": "supplier", "supplier": "customer", "distributor": "supplier"}
_OF = tuple(
    (word,) for word in ("in", "of", "to", "da", "do", "de", "del", "des", "du", "von", "der", "d", "di", "della")
)
_COPULAS = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "became",
        "become",
        "becomes",
        "being",
        "been",
        "be",
        "remains",
        "remain",
        "stays",
        "são",
        "sind",
        "sont",
        "ist",
        "é",
        "est",
        "foi",
    ]
)


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
        while place < len(low) - 1 and low[place] in (*_COPULAS, ","):
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
    behind = sentence.words.low[index + 1 : index + 2]
    if behind and (behind[0] in tie_words("compounds") or behind[0] in ("'", "'s", "’")):
        return  # "customer service", "Delta, a buyers' club"
    held = index and sentence.words.low[index - 1] in ("its", "'s", "our", "their")
    if tie == "partner" and index and sentence.words.low[index - 1] in _OF_EVENTS:
        return  # "headline partner: Delta"
    if tie == "partner" and behind in (("at",), ("in",), ("who",)) and not (held and behind == ("in",)):
        return  # a post, not a tie: "a partner at Oakfund", "the partner who decided"
    before = sentence.words.low[max(0, index - 2) : index]
    if "my" in before or (tie == "partner" and before[-1:] == ("its",) and before[0] in ("says", "said", "adds")):
        return  # "My buyers are A and B", "…, says its partner Jane Roe"
    if sentence.words.low[index : index + 2] == ("logos", "of"):
        shown = names_in_list(
            sentence.text, sentence.words.ends[index + 1], sentence.utterance.passage.end, sentence.names
        )
        ours = sentence.before_subject or sentence.clause(index).is_subject
        yield Finding(tie, shown, index, "" if ours else "of another company")
        return
    whose, after = _whose(sentence, index)
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
    listed, presupposed = _named_behind(sentence, index, after)
    if not listed:
        listed, presupposed = _named_before(sentence, index)
    if not listed:
        listed = _counted(sentence, index)
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
    if mutual and sentence.words.low[index - 1] in _COPULAS:  # "Acme and A have been partners", "A and B are partners"
        if len(others) < len(listed):
            yield Finding(tie, others, index)
        return
    if len(others) < len(listed) and whose in ("unsaid", "own"):
        itself = next(name for name in listed if name.is_subject)
        if sentence.text[itself.end : itself.end + 7] != " itself":
            return  # the subject is one of somebody else's
    if sentence.words.low[index] == "investor" and whose == "unsaid" and _is_trade(sentence, index, others[0]):
        return
    traded = sentence.words.low[index] in _TRADERS and whose == "unsaid" and presupposed
    if traded and index and before[-1].isalpha() and before[-1] not in _THROUGH:
        return  # "for Globe and the tyre | distributor Delta"
    if sentence.words.low[index] == "lender" and whose == "unsaid" and presupposed:
        lent = {*sentence.words.low, *sentence.before.lower().replace(",", " ").split()} & tie_words("borrowing")
        if "the" not in before or not lent:
            return  # "Salary lender Delta", "she met the lender Delta": what it is by trade
    if sentence.words.low[index] == "participants" and tie_words("funding").isdisjoint(sentence.words.low):
        return
    if sentence.words.low[index] in _BUYERS:
        tie = _tie_of(
            sentence.words.low[index], (*sentence.words.low, *sentence.before.lower().replace(",", " ").split())
        )
    refused = "" if _about_subject(sentence, index, whose, others) else "of another company"
    yield Finding(tie, others, index, refused, presupposed)


_OF_EVENTS = frozenset("headline media title presenting event knowledge gold silver platinum venue session".split())
_OWNERS = frozenset({"its", "our", "their", "'s"})
_READERS = frozenset({"readers", "subscribers", "listeners", "sponsor", "sponsored", "discount", "thanks"})
_TRADES = frozenset(
    "technology tech industrial impact growth infrastructure climate energy media retail health".split()
)
_JOINED = frozenset("existing new returning early lead current longtime first founding its their our 's other".split())


def _is_trade(sentence: Sentence, index: int, name: FoundName) -> bool:
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
        if words.low[at] in _COPULAS:
            return sentence.clause(at).is_subject
        if not words.low[at].replace("-", "").isalpha() or words.low[at] in ("of", "by", "with", "from", "to", "for"):
            return False
    return False


def _whose(sentence: Sentence, index: int) -> tuple[Whose, int]:
    """Whose role it is, and the number of the word behind "of Acme"."""
    words = sentence.words
    after = index + 1
    if words.low[after : after + 1] in _OF:
        behind = _whose_behind(sentence, after)
        if behind is not None:
            return behind
    for at in range(index - 1, max(index - 5, -1), -1):
        low = words.low[at]
        name = next((name for name in sentence.names if name.end == words.ends[at]), None)
        if name is not None:
            return (_of(name.is_subject) if at == index - 1 else "unsaid"), after
        if low in ("'s", "'"):
            return _owner_of(sentence, at), after
        if low in tie_words("own"):
            return "own", after
        if not low.replace("-", "").isalpha() or low in ("by", "with", "from", "to", "of", "for", "and"):
            break
    return "unsaid", after


def _of(subject: bool) -> Whose:
    return "subject" if subject else "other"


def _whose_behind(sentence: Sentence, after: int) -> tuple[Whose, int] | None:
    """ "investors in the latest round", "customers of Acme", "a client of the company"."""
    words = sentence.words
    for at in range(after + 1, min(after + 7, len(words))):
        if words.low[at] in tie_words("rounds"):
            return "unsaid", at + 1
        if not words.low[at].replace("-", "").isalpha() or _name_at(sentence, words.starts[at]) is not None:
            break
    if after + 1 >= len(words):
        return None
    name = _name_at(sentence, words.starts[after + 1])
    if name is not None and name.kind == "product" and not name.owner and not sentence.is_ours(name):
        return "unsaid", words.index_at(name.end)  # "the exclusive distributor of Kestrel"
    if name is not None and not (name.kind == "place" and words.low[after] == "in"):
        return _of(sentence.is_ours(name)), words.index_at(name.end)
    if words.low[after + 1] == "the" and words.low[after + 2 : after + 3] and _is_head(words.low[after + 2]):
        return _of(sentence.clause(after).setting_is_subject), after + 3
    return None


def _owner_of(sentence: Sentence, at: int) -> Whose:
    """Who stands before the "'s" at word `at`."""
    words = sentence.words
    owner = next((name for name in sentence.names if name.end == words.starts[at]), None)
    if owner is not None:
        return _of(owner.is_subject)
    return _of(runs_on(sentence, at)) if at and _is_head(words.low[at - 1]) else "unsaid"


def _is_head(low: str) -> bool:
    return low in word_set("companies", "neutral_heads")


def _about_subject(sentence: Sentence, index: int, whose: Whose, listed: tuple[FoundName, ...]) -> bool:
    if whose in ("subject", "other"):
        return whose == "subject"
    clause = sentence.clause(index)
    if clause.topic and any(name.canonical == clause.topic for name in listed):
        start = sentence.words.ends[index]
        later = [name for name in sentence.names if start < name.start < start + _SOON and name.kind != "place"]
        if later and later[0].is_subject and sentence.words.low[index + 1] in ("whose", "that", "which", "who"):
            return True  # "Delta, the only customer | whose name Acme has published"
        return clause.setting_is_subject or sentence.before_subject  # the listed ones only took the floor just now
    if lost(sentence, index):
        return True
    if whose == "own":
        told = bool(sentence.tied) and sentence.before_subject  # "Delta was the first to order. Its largest customer …"
        return clause.is_subject or (clause.setting_is_subject and not clause.topic) or told
    return clause.is_subject or (sentence.before_subject and (clause.setting_is_subject or sentence.foreign))


def _named_behind(sentence: Sentence, index: int, after: int) -> tuple[tuple[FoundName, ...], bool]:
    """ "customers such as A and B", "backers: A", "backers A and B" (taken for granted)."""
    words = sentence.words
    end = sentence.utterance.passage.end
    opening = words.low[after : after + 3]
    for parts in () if phrases_by_first("opens").keys().isdisjoint(opening) else tie_phrases("opens"):
        for at in (after, after + 1, after + 2):
            skipped = words.low[after:at]
            if words.low[at : at + len(parts)] == parts and all(low in _SKIPPED for low in skipped):
                if parts[-1] == "from":
                    return _range(sentence, at + len(parts)), False
                return names_in_list(sentence.text, words.ends[at + len(parts) - 1], end, sentence.names), False
    for at in range(after, min(after + 9, len(words))):  # "investors buying the shares include A"
        if words.low[at] in ("include", "includes", "included") or (words.low[at] == ":" and at > after):
            return names_in_list(sentence.text, words.ends[at], end, sentence.names), False
        named = at + 1 < len(words) and _name_at(sentence, words.starts[at + 1]) is not None
        if words.low[at] in ("is", "was") and at > after and named and words.low[after] in _TOLD_BY:
            return names_in_list(sentence.text, words.ends[at], end, sentence.names), False
        if words.low[at] in _ARE and words.low[index].endswith(("s", "n", "i")) and at > after:
            return names_in_list(sentence.text, words.ends[at], end, sentence.names), False
        if not words.low[at].replace("-", "").isalpha() and words.low[at] != "'s":
            break
        if words.low[at] in _COPULAS:
            break
    if words.low[after : after + 2] in (("to", "date"), ("so", "far"), ("by", "far")):
        after += 2
    comma = after + 1 < len(words) and words.low[after] == ","
    near = words.low[max(0, index - 4) : index]
    owned = not _OWNERS.isdisjoint(near) or (near[-2:-1] in (("a",), ("the",)) and near[-1] in _NTH)
    if comma and (owned or _name_at(sentence, words.starts[after + 1]) is not None):
        behind = names_in_list(sentence.text, words.ends[after], end, sentence.names)
        singular = not words.low[index].endswith("s") and len(behind) == 1  # "its first customer, Delta,"
        singular = singular or (len(behind) > 1 and owned)  # "its three largest customers, A, B and C,"
        singular = singular or (len(behind) == 1 and words.low[max(0, index - 4) : index][:2] == ("one", "of"))
        return (behind, True) if singular and _closes(sentence, behind[-1]) else ((), False)
    if after < len(words) and words.low[after] in (":", "("):
        return names_in_list(sentence.text, words.ends[after], end, sentence.names), False
    if after < len(words) and _name_at(sentence, words.starts[after]) is not None:
        return names_in_list(sentence.text, words.ends[after - 1], end, sentence.names), True
    return (), False


def _closes(sentence: Sentence, name: FoundName) -> bool:
    """ "its first customer, Delta |," and "a second supplier, Delta in Oslo |."."""
    behind = sentence.text[name.end : name.end + 1]
    if behind in (",", "."):
        return True
    seat = next((one for one in sentence.names if one.kind == "place" and 3 <= one.start - name.end <= 6), None)
    return seat is not None and sentence.text[name.end : seat.start] in (" in ", " of ", " from ")


_TOLD_BY = ("on", "in", "for", "of", "to", "so")
_SOON = 40  # characters
_NTH = frozenset("first second third fourth fifth sixth another further new".split())
_ARE = frozenset({"are", "estão", "figuram", "están", "figuran", "figurent", "gehören", "zählen", "ci"})


def _range(sentence: Sentence, at: int) -> tuple[FoundName, ...]:
    """ "range from | A and B to C"."""
    words, end = sentence.words, sentence.utterance.passage.end
    first = names_in_list(sentence.text, words.ends[at - 1], end, sentence.names)
    to = words.index_at(first[-1].end) if first else len(words)
    if words.low[to : to + 1] != ("to",):
        return first
    return (*first, *names_in_list(sentence.text, words.ends[to], end, sentence.names))


def _named_before(sentence: Sentence, index: int) -> tuple[tuple[FoundName, ...], bool]:
    """ "A and B are both customers of …", "A, which is also a backer, …" (taken for granted)."""
    words, text, names = sentence.words, sentence.text, sentence.names
    at = index
    if at > 1 and words.low[index] in tie_words("owned_roles") and words.low[at - 1].isalpha():
        at -= words.low[at - 1] not in tie_words("ranks")  # "one of Acme's | settlement banks"
    elif at > 2 and (_is_modifier(sentence, at - 1) or _is_kind(words, at - 1)):
        at -= 1
    while at > 0 and (
        words.low[at - 1] in tie_words("ranks")
        or _subject_at(sentence, at - 1)
        or _company_at(sentence, at - 1)
        or _counts(words, at - 1)
        or (words.low[at] == "and" and words.low[at - 1] in roles())  # "both a customer and | an investor"
    ):
        at -= 1
    if at == 0:
        return (), False
    opening = sentence.utterance.passage.start
    if words.low[at - 1] == "as" and at > 1:
        return _named_as(sentence, at - 1), False
    if words.low[at - 1] == ",":
        apposed = words.low[at] in _APPOSED or (words.low[at] in _EARLY and words.low[index + 1 : index + 2] == (",",))
        if at == index or not (apposed or _subject_at(sentence, at)):
            return (), False
        told = names_before(text, opening, words.starts[at - 1], names)
        return (told if words.low[index].endswith("s") else told[-1:]), True
    if words.low[at - 1] not in _COPULAS:
        return (), False
    at -= 1
    while at > 0 and words.low[at - 1] in _BEFORE_COPULA:
        at -= 1
    if at > 1 and words.low[at - 1] in ("which", "who") and words.low[at - 2] == ",":
        return names_before(text, opening, words.starts[at - 2], names), True
    if at and words.low[at - 1] == ",":
        return surface(sentence, at, at).names, False  # "Delta, in which Oakfund bought 12%, | is a customer"
    return (names_before(text, sentence.clause(index).start, words.ends[at - 1], names) if at else ()), False


def _company_at(sentence: Sentence, at: int) -> bool:
    """ "the | company's | biggest customer": a word for the subject with its possessive."""
    low = sentence.words.low
    at -= low[at] in ("'s", "'")
    return at > 0 and low[at] in word_set("companies", "neutral_heads") and low[at + 1 : at + 2] in (("'s",), ("'",))


def _is_modifier(sentence: Sentence, at: int) -> bool:
    """ "the lead | implementation | partner": does a rank stand before a noun that tells what for?"""
    low, ranks = sentence.words.low, tie_words("ranks")
    rank = low[at - 1] in ranks and low[at - 1] not in ("of", "and", "them", "its")
    noun = low[at].isalpha() and sentence.words.raw[at].islower() and low[at] not in ("as", *_COPULAS)
    return rank and noun and low[at] not in ranks


def _is_kind(words: Words, at: int) -> bool:
    """ "its | radio | supplier": what kind of one, behind whose."""
    own = words.low[at - 1] in _OWNERS and words.low[at - 2] in (",", "is", "was", "as")
    return own and words.low[at].isalpha() and words.low[at] not in tie_words("ranks")


def _counts(words: Words, at: int) -> bool:
    """A number or what weighs it: "among its | more than 300 | customers"."""
    return words.low[at][:1].isdigit() or words.low[at] in _WEIGHING


def _named_as(sentence: Sentence, at: int) -> tuple[FoundName, ...]:
    """ "with A as lead investor", "A and B have signed up as customers"; word `at` is the "as"."""
    words, text, names = sentence.words, sentence.text, sentence.names
    start = sentence.clause(at).start
    listed = names_before(text, start, words.ends[at - 1], names)
    if listed and text[start : listed[0].start].rstrip().endswith("with"):
        return listed
    joined = at
    while joined > 0 and words.low[joined - 1] in tie_words("joining"):
        joined -= 1
    if joined == at:
        return ()
    while joined > 0 and words.low[joined - 1] in tie_words("auxiliaries"):
        joined -= 1
    if not joined:
        return ()
    return names_before(text, start, words.ends[joined - 1], names) or surface(sentence, joined, joined).names


def _counted(sentence: Sentence, index: int) -> tuple[FoundName, ...]:
    """ "counts A and B among its customers"."""
    words = sentence.words
    if "as" not in words.low[max(0, index - 4) : index] and "among" not in words.low[max(0, index - 7) : index]:
        return ()  # "among its more than 70 customers"
    for at in range(index - 1, max(index - 40, -1), -1):
        if words.low[at] in tie_words("counts") or words.low[at] in ("has", "have"):
            if _told_of_other(sentence, at):
                return ()
            return names_in_list(sentence.text, words.ends[at], words.starts[index], sentence.names)
    return ()


def _told_of_other(sentence: Sentence, at: int) -> bool:
    """ "Delta, which plans shifts and | counted Globe among its clients": does the clause belong to another's name?"""
    low, words = sentence.words.low, sentence.words
    first = at if low[at - 1] == "and" else at - 1
    for index in range(at - 1, max(first - 22, 1), -1):
        if any(name.is_subject and name.end == words.ends[index] for name in sentence.names):
            return False
        if low[index] in ("which", "who") and low[index - 1] == "," and (index == at - 1 or low[at - 1] == "and"):
            named = next((name for name in sentence.names if name.end == words.ends[index - 2]), None)
            return named is not None and not sentence.is_ours(named)
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
            follows = index + 1 < len(words) and _subject_at(sentence, index + 1)
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
        if following is not None and following.is_subject and following.start - name.end < 60 and not apart:
            yield Finding(tie, (name,), index, presupposed=True)


_COMPANIES = frozenset({"company", "firm", "group", "retailer", "business", "bank"})


def _name_at(sentence: Sentence, offset: int) -> FoundName | None:
    return next((name for name in sentence.names if name.start == offset), None)


def _subject_at(sentence: Sentence, index: int) -> bool:
    """Does this word belong to a name of the subject (or to its possessive)?"""
    words = sentence.words
    if words.low[index] in ("'s", "'"):
        index -= 1
    return any(name.is_subject and name.start <= words.starts[index] < name.end for name in sentence.names)
