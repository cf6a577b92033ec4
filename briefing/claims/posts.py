"""A sentence goes in, the posts that people hold come out: "Acme CEO Jane Doe", "Jane Doe, chairman of Acme", …

Shared by whoever must know for whom somebody speaks and by the extractor of people.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.claims.reading import FoundName, Sentence
from briefing.claims.verbs import is_adverb, is_determiner, is_finite, is_preposition
from briefing.claims.words import Words, word_set
from briefing.model.records import dataclass, replace

_SALUTATIONS = frozenset({"mr", "mrs", "ms", "dr", "prof", "sir", "dame", "professor"})
_DEGREES = frozenset({"m.d", "ph.d", "md", "phd", "mba", "jr", "sr", "cfa", "esq", "j.d", "d.phil", "msc", "bsc"})
_LINKS = frozenset({"and", "/", "&", "of", "for", "e", "y", "et", "und"})
_AT = frozenset({"of", "at", "for", "with", "da", "do", "de", "du", "del", "von", "der", "bei", "chez", "beim"})
_OWN = frozenset({"its", "their", "our"})
NEUTRAL = frozenset({"company", "startup", "firm", "business", "start-up"})  # a company that is not named
_LONGEST = 18  # words of an apposition that is still read
_FORMER = frozenset({"former", "ex", "ex-", "then", "onetime", "one-time", "previously"})
_APPOINTS = frozenset(
    {"named", "names", "naming", "appointed", "appoints", "appointing", "hired", "hires", "promoted", "promotes"}
    | {"elected", "elects", "tapped", "taps", "recruited", "recruits", "nommé", "nomme", "nombró", "nomeou"}
)
_BECAME = frozenset(
    {"became", "becomes", "is", "was", "named", "appointed", "as", "become", "remains", "serves", "promoted"}
)
_ARTICLES = frozenset({"a", "an", "the", "its", "new", "their"})
_TO_POST = frozenset({"as", "to", "be", "the", "its", "their", "our", "a", "new", "next"})


@dataclass(frozen=True, slots=True)
class Post:
    """person: a name of the sentence. role: words [role_first, role_last) of the sentence, as printed. org: canonical
    name of the employer, "" where none is named ("CEO Jane Doe"), "the company" for a company not named.
    first, last: words from the first to the last word of person and role. former: held before. appointed: by whom the
    sentence is about."""

    person: FoundName
    role: str
    role_first: int
    role_last: int
    org: str
    org_is_subject: bool
    first: int
    last: int
    former: bool = False
    appointed: bool = False


def posts(sentence: Sentence) -> Iterator[Post]:
    """Every post in the sentence; somebody with two employers gives two."""
    if word_set("roles", "officer", "other").isdisjoint(sentence.words.low):
        return
    for name in sentence.names:
        if name.kind in ("organisation", "place", "outlet", "event"):
            continue
        first, last = sentence.first_word(name), sentence.last_word(name)
        if first == last and _rolish(sentence.words.low[first]):
            continue  # "Chief | Information | Officer Jane Doe"
        found = [*_in_front(sentence, name, first, last), *_behind(sentence, name, first, last)]
        found = found or list(_equated(sentence, name, first, last))
        found = found or list(_appointed(sentence, name, first, last)) or list(_by_verb(sentence, name, first, last))
        yield from found


def is_role(low: str) -> bool:
    """Is the word the head of a post ("CEO", "chairman", "founder", "analyst")?"""
    return low in word_set("roles", "officer", "other")


def _rolish(low: str) -> bool:
    return is_role(low) or low in word_set("roles", "modifier")


def _post(
    sentence: Sentence, person: FoundName, role: tuple[int, int], org: FoundName | str, span: tuple[int, int]
) -> Post | None:
    words = sentence.words
    first, last = role
    while first < last and (words.low[first] in _LINKS or words.raw[first] in ",("):
        first += 1
    while last > first and (words.low[last - 1] in _LINKS or words.raw[last - 1] in ",("):
        last -= 1
    if first >= last or not any(is_role(low) for low in words.low[first:last]):
        return None
    former = any(low in _FORMER for low in words.low[first:last])
    base = words.starts[first]
    printed = _printed(words.raw[first:last], words.starts[first:last], base)
    name = org if isinstance(org, str) else org.canonical
    subject = not isinstance(org, str) and org.is_subject
    return Post(person, printed, first, last, name, subject, span[0], span[1], former)


def _printed(raw: tuple[str, ...], starts: tuple[int, ...], base: int) -> str:
    """The words with their spaces as printed."""
    text = ""
    for word, start in zip(raw, starts, strict=True):
        text = text.ljust(start - base) + word
    return text


def _in_front(sentence: Sentence, person: FoundName, first: int, last: int) -> Iterator[Post]:
    """ "Acme's CEO Jane Doe", "founder and CEO Jane Doe", "Acme's founder, Jane Doe", "brothers John and Jane Doe"."""
    words = sentence.words
    at = first
    if at > 1 and words.raw[at - 1] == "." and words.low[at - 2] in _SALUTATIONS:
        at -= 2
    elif at and words.low[at - 1] in _SALUTATIONS:
        at -= 1
    front = at
    if at and words.raw[at - 1] == "," and at > 1 and is_role(words.low[at - 2]):
        at -= 1
    while at and (
        _rolish(words.low[at - 1]) or (words.low[at - 1] in ("and", "/") and at > 1 and _rolish(words.low[at - 2]))
    ):
        if (
            sentence.name_at[at - 1] is not None
            and sentence.name_at[at - 1] is not person
            and not is_role(words.low[at - 1])
        ):
            break
        at -= 1
    end = front - 1 if front and words.raw[front - 1] == "," else front
    if at < end and _of_state(words, at, end):
        return
    at = _with_field(sentence, at) if at < end else at
    if at >= end and (head := _head_of(sentence, end)) >= 0:
        at = head  # "Acme's head of product, Jane Doe"
    if at >= end:
        inside = [number for number in range(first, last + 1) if is_role(words.low[number])]
        if not inside:
            yield from _shared_front(sentence, person, first, last)
            return
        at, end = first, inside[-1] + 1
    org = _owner(sentence, at)
    made = _post(sentence, person, (at, end), org, (at, last + 1))
    if made:
        yield made


_HEADS = frozenset({"chief", "boss", "head", "director", "manager", "officer", "lead"})
_OPENING = frozenset({"where", "when", "while", "because", "after", "before", "since", "then", "that", "which", "told"})


def _with_field(sentence: Sentence, at: int) -> int:
    """Where "finance | chief", "R&D | chief" begins: the nouns that say what somebody is the chief of."""
    words = sentence.words
    if words.low[at] not in _HEADS:
        return at
    if at and "&" in words.raw[at - 1][1:]:
        return at - 1
    low = words.low[at - 1] if at else ""
    plain = low.isalpha() and words.raw[at - 1].islower() and sentence.name_at[at - 1] is None and len(low) > 2
    verb = not plain or is_finite(words, at - 1) or (low.endswith(("ed", "ing")) and low not in _FIELDS)
    return at if verb or is_determiner(low) or is_preposition(low) or is_adverb(low) or low in _NO_FIELDS else at - 1


_NO_FIELDS = _LINKS | _OWN | _OPENING
_FIELDS = frozenset({"marketing", "engineering", "manufacturing", "banking", "accounting", "operating", "purchasing"})
_STATE = frozenset(
    {"tariffs", "tariff", "states", "u.s", "administration", "congress", "election", "republic", "nation"}
)


def _of_state(words: Words, at: int, end: int) -> bool:
    """ "President Doe's tariffs": the head of a state."""
    return words.low[at:end] in (("president",), ("chancellor",)) and not _STATE.isdisjoint(
        words.low[max(at - _LONGEST, 0) : end + _LONGEST]
    )


def _head_of(sentence: Sentence, end: int) -> int:
    """The first word of "head of product", "director for policy" that ends before word `end`; -1 if none does."""
    low = sentence.words.low
    for at in range(end - 2, max(end - 7, -1), -1):
        if low[at] in ("of", "for") and at and low[at - 1] in word_set("roles", "officer"):
            first = at - 1
            while first and low[first - 1] in word_set("roles", "modifier"):
                first -= 1
            owned = first and (low[first - 1] in ("'s", "the") or low[first - 1] in _OWN)
            return first if owned else -1
        if not low[at].isalpha() or sentence.name_at[at] is not None:
            return -1
    return -1


def _shared_front(sentence: Sentence, person: FoundName, first: int, last: int) -> Iterator[Post]:
    """ "co-founders Jane Doe and John Roe": the role of the first goes for the second."""
    words = sentence.words
    if first < 2 or words.low[first - 1] not in ("and", ","):
        return
    other = sentence.name_at[first - 2]
    if other is None or other.kind not in ("person", "unknown"):
        return
    at = sentence.first_word(other)
    if at and words.low[at - 1] in word_set("roles", "officer") and words.low[at - 1].endswith("s"):
        made = _post(sentence, person, (at - 1, at), _owner(sentence, at - 1), (at - 1, last + 1))
        if made:
            yield made


def _owner(sentence: Sentence, at: int) -> FoundName | str:
    """The employer named right before a role: "Acme CEO", "Acme's CEO", "its CEO"."""
    words = sentence.words
    if not at:
        return ""
    if words.low[at - 1] == "'s" and at > 1:
        name = sentence.name_at[at - 2]
        if name is None and words.low[at - 2] in NEUTRAL:
            return "the company"
        return name or ""
    if words.low[at - 1] in _OWN:
        return "the company"
    name = sentence.name_at[at - 1]
    return name if name and name.kind in ("organisation", "unknown", "product", "outlet") else ""


def _behind(sentence: Sentence, person: FoundName, first: int, last: int) -> Iterator[Post]:
    """ "Jane Doe, CEO of Acme", "Jane Doe, Acme's chairman and CEO of Northwind", "Jane Doe, Acme CEO,"."""
    words = sentence.words
    if last + 2 >= len(words) or words.raw[last + 1] not in ",(":
        return
    stop = last + 2
    while stop < len(words) and stop - last < _LONGEST and words.raw[stop] not in ',;.()—"':
        stop += 1
    at = last + 2
    if words.low[at] in _DEGREES and at + 1 < len(words):
        at += 1
        while at < len(words) and words.raw[at] in ".,":
            at += 1
        stop = next((n for n in range(at, min(at + _LONGEST, len(words))) if words.raw[n] in ',;.()—"'), len(words))
    if not any(is_role(low) for low in words.low[at : min(at + 9, stop)]):
        return
    while at < stop:
        found = _one_behind(sentence, person, at, stop, (first, last))
        if found is None:
            return
        post, at = found
        yield post


def _one_behind(
    sentence: Sentence, person: FoundName, at: int, stop: int, span: tuple[int, int]
) -> tuple[Post, int] | None:
    """One post of an apposition that begins at word `at`, and the word behind it."""
    words = sentence.words
    org: FoundName | str = ""
    while at < stop and (words.low[at] in ("a", "an", "the", "and", "one", "who", "is") or words.low[at] in _OWN):
        org = "the company" if words.low[at] in _OWN else org
        at += 1
    name = sentence.name_at[at] if at < stop else None
    if name is not None and not is_role(words.low[at]) and words.low[at] not in word_set("roles", "modifier"):
        org, at = name, sentence.last_word(name) + 1
        at += at < stop and words.low[at] == "'s"
    role_first = at
    while at < stop and (
        _rolish(words.low[at])
        or (
            words.low[at] in ("and", "&", "/", "-", "for", "of", "e", "y", "et", "und") and _goes_on(sentence, at, stop)
        )
    ):
        if words.low[at] == "and" and name is not None and _another(sentence, at + 1, stop):
            break
        at += 1
    following = sentence.name_at[at] if at < len(words) else None
    if at == role_first or (following is not None and following.kind == "person" and at <= stop):
        return None  # "Jane Doe, president John Roe": the post is the next one's
    role_last = at
    if at < stop and words.low[at] in _AT:
        behind = at + 1
        while behind < stop and behind < at + 8 and sentence.name_at[behind] is None:
            behind += 1
        if behind < stop:
            named = sentence.name_at[behind]
            if named is not None:
                org, at = named, sentence.last_word(named) + 1
        elif any(low in NEUTRAL for low in words.low[at:stop]):
            org, at = "the company", stop
    made = _post(sentence, person, (role_first, role_last), org, (span[0], at))
    return (made, at) if made else None


def _another(sentence: Sentence, at: int, stop: int) -> bool:
    """ "… and CEO of Northwind": a second post with an employer of its own."""
    while at < stop and _rolish(sentence.words.low[at]):
        at += 1
    return at < stop and sentence.words.low[at] in _AT


def _goes_on(sentence: Sentence, at: int, stop: int) -> bool:
    """ "chief of staff", "founder and CEO": does the role go on behind the link, with nobody named in between?"""
    low = sentence.words.low
    behind = at + 1
    if low[at] in ("of", "for"):
        return behind < stop and low[behind] in word_set("roles", "modifier") and sentence.name_at[behind] is None
    return behind < stop and _rolish(low[behind])


def _equated(sentence: Sentence, person: FoundName, first: int, last: int) -> Iterator[Post]:
    """ "Acme's chief executive is | Jane Doe", "the company's founder and boss is Doe": whose post it is, is told."""
    words = sentence.words
    at = first - 1
    while at > 0 and words.low[at] in _NOW:
        at -= 1
    if at < 1 or words.low[at] != "is" or not _rolish(words.low[at - 1]) or person.kind != "person":
        return
    begin = at
    while begin and (_rolish(words.low[begin - 1]) or words.low[begin - 1] in ("and", "/", "-")):
        begin -= 1
    org = _owner(sentence, begin)
    made = _post(sentence, person, (begin, at), org, (begin, last + 1)) if org else None
    if made:
        yield made


_NOW = frozenset({"now", "currently", "still", "again"})


def _appointed(sentence: Sentence, person: FoundName, first: int, last: int) -> Iterator[Post]:
    """ "Acme has named | Jane Doe | chief financial officer", "appoints Jane Doe as its chairman"."""
    words = sentence.words
    at = first
    while at and words.low[at - 1] in ("mr", "mrs", "ms", "dr", ".") and first - at < 2:
        at -= 1
    if person.kind not in ("person", "unknown") or not at or words.low[at - 1] not in _APPOINTS:
        return
    made = _told_behind(sentence, person, first, last + 1, _TO_POST)
    if made:
        yield replace(made, appointed=True)


def _told_behind(sentence: Sentence, person: FoundName, first: int, at: int, small: frozenset[str]) -> Post | None:
    """The post at the company that stands at word `at`, behind words of `small` at most."""
    words = sentence.words
    while at < len(words) and words.low[at] in small:
        at += 1
    end = at
    while end < len(words) and (
        _rolish(words.low[end]) or (words.low[end] in ("and", "of") and _goes_on(sentence, end, len(words)))
    ):
        end += 1
    named = sentence.name_at[end + 1] if end + 1 < len(words) and words.low[end] in _AT else None
    org = named if named is not None and named.kind in ("organisation", "unknown") else "the company"
    return _post(sentence, person, (at, end), org, (first, end)) if end > at else None


def _by_verb(sentence: Sentence, person: FoundName, first: int, last: int) -> Iterator[Post]:
    """ "Jane Doe stayed on and became CEO", "named Jane Doe as its chief executive"."""
    if person.kind != "person":
        return
    words = sentence.words
    for at in range(last + 1, min(last + 14, len(words) - 1)):
        other = sentence.name_at[at]
        if words.raw[at] in ".;" or (other is not None and other.kind == "person"):
            return
        if words.low[at] in _BECAME:
            made = _told_behind(sentence, person, first, at + 1, _ARTICLES)
            if made:
                if words.low[at] != "was" or made.org_is_subject or made.org == "the company":
                    yield made  # "was an engineer at Contoso" is over
                return
