"""A role noun goes in, who is named for it comes out: "customers such as A and B", "A and B are both customers of"."""

from __future__ import annotations

from itertools import pairwise

from briefing.claims.lists import names_before, names_in_list
from briefing.claims.reading import FoundName
from briefing.claims.tiecues import phrases_by_first, roles, tie_phrases, tie_words
from briefing.claims.tiesentence import Sentence
from briefing.claims.tiesurface import surface
from briefing.claims.verbs import is_finite
from briefing.claims.words import Words, word_set

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
_EARLY = frozenset("early existing earlier longtime long-time current previous existing initial first".split())
_BEFORE_COPULA = frozenset(
    (
        *("also", "now", "both", "already", "all", "would", "will", "has", "have", "had", "to", "soon", "recently"),
        *("is", "are", "was", "understood", "said", "believed", "thought", "known", "reported"),
    )
)
COPULAS = frozenset(
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
_OWNERS = frozenset({"its", "our", "their", "'s"})


def named_behind(sentence: Sentence, index: int, after: int) -> tuple[tuple[FoundName, ...], bool]:
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
    if (beyond := _behind_place(sentence, after)) and words.low[index].endswith("s"):
        return names_in_list(sentence.text, words.ends[beyond - 1], end, sentence.names), False
    for at in range(after, min(after + 9, len(words))):  # "investors buying the shares include A"
        if words.low[at] in ("include", "includes", "included") or (words.low[at] == ":" and at > after):
            return names_in_list(sentence.text, words.ends[at], end, sentence.names), False
        named = at + 1 < len(words) and name_at(sentence, words.starts[at + 1]) is not None
        if words.low[at] in ("is", "was") and at > after and named and words.low[after] in _TOLD_BY:
            return names_in_list(sentence.text, words.ends[at], end, sentence.names), False
        if words.low[at] in _ARE and words.low[index].endswith(("s", "n", "i")) and at > after:
            return names_in_list(sentence.text, words.ends[at], end, sentence.names), False
        if not words.low[at].replace("-", "").isalpha() and words.low[at] != "'s":
            break
        if words.low[at] in COPULAS:
            break
    if words.low[after : after + 2] in (("to", "date"), ("so", "far"), ("by", "far")):
        after += 2
    comma = after + 1 < len(words) and words.low[after] == ","
    near = words.low[max(0, index - 4) : index]
    owned = not _OWNERS.isdisjoint(near) or (near[-2:-1] in (("a",), ("the",)) and near[-1] in _NTH)
    if comma and (owned or name_at(sentence, words.starts[after + 1]) is not None):
        behind = names_in_list(sentence.text, words.ends[after], end, sentence.names)
        singular = not words.low[index].endswith("s") and len(behind) == 1  # "its first customer, Delta,"
        singular = singular or (len(behind) > 1 and owned)  # "its three largest customers, A, B and C,"
        singular = singular or (len(behind) == 1 and ("one", "of") in pairwise(words.low[max(0, index - 6) : index]))
        return (behind, True) if singular and _closes(sentence, behind[-1]) else ((), False)
    if after < len(words) and words.low[after] in (":", "("):
        return names_in_list(sentence.text, words.ends[after], end, sentence.names), False
    if after < len(words) and name_at(sentence, words.starts[after]) is not None:
        return names_in_list(sentence.text, words.ends[after - 1], end, sentence.names), True
    return (), False


def _behind_place(sentence: Sentence, after: int) -> int:
    """ "customers | in 17 countries, among them | A and B": the word behind what leads to names, 0 if nothing does."""
    low = sentence.words.low
    if not low[after : after + 1] or low[after] not in _WHERE:
        return 0
    comma = next((at for at in range(after + 1, min(after + _LEAD, len(low))) if low[at] == ","), 0)
    between = low[after:comma]
    if not comma or any(word in roles() or word in ".;:?!" for word in between):
        return 0
    told = low[after] in _RELATIVE
    finite = not told and any(is_finite(sentence.words, at) for at in range(after, comma))
    if finite or _holds_party(sentence, after, comma):
        return 0
    return next((comma + 1 + len(parts) for parts in _LISTING if low[comma + 1 : comma + 1 + len(parts)] == parts), 0)


def _holds_party(sentence: Sentence, first: int, last: int) -> bool:
    named = sentence.utterance.sentence.name_at[first:last]
    return any(name is not None and name.kind != "place" and not name.is_subject for name in named)


_LEAD = 14  # words
_RELATIVE = frozenset({"that", "who", "which", "using", "paying"})
_WHERE = _RELATIVE | {
    "in",
    "across",
    "from",
    "worldwide",
    "globally",
    "on",
    "around",
    "throughout",
    "for",
    "with",
    "at",
}
_LISTING = (
    ("among", "them"),
    ("including",),
    ("such", "as"),
    ("like",),
    ("notably",),
    ("namely",),
    ("with", "names", "like"),
)


def _closes(sentence: Sentence, name: FoundName) -> bool:
    """ "its first customer, Delta |," and "a second supplier, Delta in Oslo |."."""
    behind = sentence.text[name.end : name.end + 1]
    if behind in (",", "."):
        return True
    seat = next((one for one in sentence.names if one.kind == "place" and 3 <= one.start - name.end <= 6), None)
    return seat is not None and sentence.text[name.end : seat.start] in (" in ", " of ", " from ")


_TOLD_BY = ("on", "in", "for", "of", "to", "so")
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


def named_before(sentence: Sentence, index: int) -> tuple[tuple[FoundName, ...], bool]:
    """ "A and B are both customers of …", "A, which is also a backer, …" (taken for granted)."""
    words, text, names = sentence.words, sentence.text, sentence.names
    at = index
    if at > 1 and words.low[index] in tie_words("owned_roles") and words.low[at - 1].isalpha():
        at -= words.low[at - 1] not in tie_words("ranks")  # "one of Acme's | settlement banks"
    elif at > 2 and (_is_modifier(sentence, at - 1) or _is_kind(words, at - 1)):
        at -= 1
    while at > 0 and (
        words.low[at - 1] in tie_words("ranks")
        or subject_at(sentence, at - 1)
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
        if at == index or not (apposed or subject_at(sentence, at)):
            return (), False
        told = names_before(text, opening, words.starts[at - 1], names)
        return (told if words.low[index].endswith("s") else told[-1:]), True
    if words.low[at - 1] not in COPULAS:
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
    noun = low[at].isalpha() and sentence.words.raw[at].islower() and low[at] not in ("as", *COPULAS)
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


def counted_among(sentence: Sentence, index: int) -> tuple[FoundName, ...]:
    """ "counts A and B among its customers"."""
    words = sentence.words
    if "as" not in words.low[max(0, index - 4) : index] and "among" not in words.low[max(0, index - 7) : index]:
        return ()  # "among its more than 70 customers"
    for at in range(index - 1, max(index - 40, -1), -1):
        if words.low[at] in tie_words("counts") or words.low[at] in ("has", "have"):
            if _told_of_other(sentence, at):
                return ()
            detour = next((place for place in range(at + 1, index) if words.low[place] in _SUCH_AS), at)
            behind = names_in_list(sentence.text, words.ends[detour], words.starts[index], sentence.names)
            return behind or names_in_list(sentence.text, words.ends[at], words.starts[index], sentence.names)
    return ()


_SUCH_AS = frozenset({"including", "namely", "notably"})


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


def name_at(sentence: Sentence, offset: int) -> FoundName | None:
    return next((name for name in sentence.names if name.start == offset), None)


def subject_at(sentence: Sentence, index: int) -> bool:
    """Does this word belong to a name of the subject (or to its possessive)?"""
    words = sentence.words
    if words.low[index] in ("'s", "'"):
        index -= 1
    return any(name.is_subject and name.start <= words.starts[index] < name.end for name in sentence.names)
