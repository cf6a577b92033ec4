"""Runs of capitalised words go in, candidates for names come out: titles, dates and mere first words cut off."""

from __future__ import annotations

from typing import NamedTuple

from briefing.claims.capitals import Run, Stretch
from briefing.claims.insidenames import ends_in_possessive
from briefing.claims.nametrims import Seen, is_shortened, key_of, trim
from briefing.claims.wordclasses import ADJECTIVE_ENDS, WordClasses, beside, word_classes


class Candidate(NamedTuple):
    """words[first:last] of its stretch. titled: a job title stands before it. key: folded words with single spaces."""

    first: int
    last: int
    start: int
    end: int
    key: str
    initial: bool
    possessive: bool
    titled: bool = False


NOTHING_SEEN = Seen()


def candidates(piece: Stretch, seen: Seen = NOTHING_SEEN) -> list[Candidate]:
    """Candidates in order. In a headline only known names are taken; before a colon that ends a label likewise."""
    return survey(piece, seen)[0]


def survey(piece: Stretch, seen: Seen) -> tuple[list[Candidate], bool]:
    """Candidates in order, and whether more names known from elsewhere could change the outcome."""
    classes = word_classes()
    label_end = _label_end(piece)
    found: list[Candidate] = []
    open_question = piece.headline or label_end > piece.start or ":" in piece.text[piece.start : piece.end]
    for run in piece.runs:
        if run.last - run.first > 1 and not open_question:
            open_question = not classes.generic.isdisjoint([word.low for word in piece.words[run.first : run.last]])
        for first, last, titled in _parts(piece, run, seen, classes):
            one = _candidate(piece, run, first, last, titled)
            open_question = open_question or opens_with_adjective(piece, one)
            label = one.initial and piece.gap(last - 1).startswith(":")
            unsure = piece.headline or one.start < label_end or label
            if one.initial and last - first == 1 and _is_kind(piece, one):
                continue
            if not (unsure or (one.initial and not _can_begin(piece, one, seen, classes))) or one.key in seen.known:
                found.append(one)
            elif unsure:
                found += _known_within(piece, run, first, last, seen)
            else:
                open_question = open_question or last - first > 1 or one.key not in classes.common
    return found, open_question


def _candidate(piece: Stretch, run: Run, first: int, last: int, titled: bool) -> Candidate:
    words = piece.words
    end = words[last - 1].stem_end
    if words[last - 1].low in beside("dotted") and piece.text[end : end + 1] == "." and _dot_belongs(piece, last - 1):
        end += 1
    possessive = run.possessive and last == run.last
    if possessive and _ends_whole(piece, last - 1):
        end, possessive = words[last - 1].end, False
    key = " ".join([word.low for word in words[first:last]]) if last - first > 1 else words[first].low
    return Candidate(first, last, words[first].start, end, key, run.initial and first == run.first, possessive, titled)


def _dot_belongs(piece: Stretch, index: int) -> bool:
    """Is the full stop behind an abbreviation its own? Only before more of the same sentence."""
    gap = piece.gap(index)
    following = piece.text[piece.words[index + 1].start] if index + 1 < len(piece.words) else "A"
    return "." in piece.words[index].low or gap.startswith((".,", ".'", ".’", ".)", ".|", ". |")) or following.islower()


def _ends_whole(piece: Stretch, index: int) -> bool:
    """Does the "'s" belong to the name ("McHale's said", "McHale's, Wren's")? Nothing that it could own follows."""
    gap = piece.gap(index).strip(" \u00a0")
    if gap:
        listed = index > 1 and piece.low(index - 1) in _LISTED and gap[0] == "."
        return (gap[0] in ",;" or listed) and not piece.headline
    if not piece.headline and ends_in_possessive(piece, index):
        return True
    return index + 1 < len(piece.words) and piece.low(index + 1) in beside("whole_verbs")


_LISTED = frozenset({"and", "or", "by", "with", "from"})


def _label_end(piece: Stretch) -> int:
    """Offset of a colon near the start of the stretch ("Government and Defence: …"); the stretch's start if none."""
    if piece.text.find(":", piece.start, min(piece.end, piece.start + 120)) < 0:
        return piece.start
    for index in range(min(9, len(piece.words) - 1)):
        gap = piece.gap(index)
        if ":" in gap:
            return piece.words[index].end
        if "." in gap or "," in gap or "—" in gap or "\n" in gap:
            break
    return piece.start


def _parts(piece: Stretch, run: Run, seen: Seen, classes: WordClasses) -> list[tuple[int, int, bool]]:
    """The run split at titles, calendar words and round names; each part trimmed at both ends."""
    titled = _titled(piece, run.first, classes)
    if run.last - run.first == 1 and piece.words[run.first].low in seen.terms:
        return []
    if _is_plain(piece, run, classes):
        return [(run.first, run.last, titled)]
    if run.last - run.first == 1:  # most of the others: the first word of a sentence, a month, a nationality
        return [(run.first, run.last, titled)] if _is_lone_name(piece, run, seen, classes) else []
    parts: list[tuple[int, int, bool]] = []
    first = run.first
    for index in range(run.first, run.last):
        low = piece.words[index].low
        if low == "chief" and index >= first and (officer := _officer(piece, index, run.last)):
            parts.append((first, index, titled))
            first, titled = officer + 1, True
        if index < first:
            continue
        behind_number = index > run.first and piece.words[index - 1].low in beside("numbered")
        if not (behind_number or low in classes.splitting) or not _splits(piece, run, index, classes):
            continue
        if index > run.first and piece.words[index - 1].shape == "mark":
            continue  # "5x Founders"
        if index + 1 < run.last and (piece.words[index].stem_end < piece.words[index].end or piece.gap(index) in _OWN):
            continue  # "the Professor's Fund"
        last = index
        while low in _OFFICERS and last > first and piece.words[last - 1].low in _RANKS:
            last -= 1  # "Corporate Vice | President"
        parts.append((first, last, titled))
        first, titled = index + 1, low in classes.titles or (titled and low in classes.title_words)
    parts.append((first, run.last, titled))
    trimmed = [(*trim(piece, run, a, b, seen, classes), titled) for a, b, titled in parts if a < b]
    named = (part for part in trimmed if part[0] < part[1])
    return [
        (a, b, titled)
        for a, b, titled in named
        if (seen.given and key_of(piece, a, b) in seen.given) or _is_name(piece, a, b, classes)
    ]


_OWN = ("' ", "’ ")
_OFFICERS = frozenset({"president", "director", "manager", "counsel"})
_RANKS = frozenset("vice corporate senior executive deputy assistant associate managing general global".split())


def _officer(piece: Stretch, chief: int, last: int) -> int:
    """ "Chief Information | Officer": the word that ends the post, 0 where none does."""
    near = range(chief + 1, min(chief + _OFFICER, last))
    return next((index for index in near if piece.words[index].low == "officer"), 0)


_OFFICER = 5  # words of "Chief Strategy and Growth Officer"


def _is_plain(piece: Stretch, run: Run, classes: WordClasses) -> bool:
    """Most runs hold nothing that could be cut off."""
    special = classes.special
    for word in piece.words[run.first : run.last]:
        if word.shape != "name" or word.low in special:
            return False
    first = piece.words[run.first].low
    if run.initial and (first in beside("foreign_articles") or first.endswith(ADJECTIVE_ENDS)):
        return False
    return run.last - run.first > 1 or len(first) > 1


def _titled(piece: Stretch, first: int, classes: WordClasses) -> bool:
    return (
        first > 0
        and piece.low(first - 1) in classes.titles
        and piece.gap(first - 1) in (" ", "\u00a0", ". ")
        and (piece.words[first - 1].end == piece.words[first - 1].stem_end)
    )


def _splits(piece: Stretch, run: Run, index: int, classes: WordClasses) -> bool:
    low = piece.words[index].low
    following = piece.low(index + 1) if index + 1 < run.last else ""
    if low in classes.calendar and low in classes.first_names and following and not following.isdigit():
        return False  # "Jan Kurz"
    if low in classes.calendar or low in classes.titles:
        return following not in classes.organisation and following not in classes.legal
    if low in beside("numbered"):
        return len(following) == 1 or following.replace(".", "").isdigit()
    # The letter or number of "Series B", "Level 4".
    return index > run.first and piece.low(index - 1) in beside("numbered") and (len(low) == 1 or low.isdigit())


def opens_with_adjective(piece: Stretch, one: Candidate) -> bool:
    """ "Profitable Acme files for a listing": what may be no part of the name at the beginning of a sentence."""
    return one.initial and one.last - one.first > 1 and piece.words[one.first].low.endswith(ADJECTIVE_ENDS)


def _is_lone_name(piece: Stretch, run: Run, seen: Seen, classes: WordClasses) -> bool:
    """As cutting and trimming would leave it: is the only word of a run a name?"""
    low = piece.words[run.first].low
    if low in seen.given:
        return True
    if low in ("and", "of", "&") or (run.initial and low in beside("foreign_articles") and low in seen.lower):
        return False
    return _is_name(piece, run.first, run.last, classes)


def _is_name(piece: Stretch, first: int, last: int, classes: WordClasses) -> bool:
    words = piece.words[first:last]
    if len(words) > 1:
        if all(word.shape not in ("name", "mark") or len(word.low) == 1 for word in words):
            return False
        if (
            first > 0
            and piece.gap(first - 1) == " "
            and not piece.headline
            and any(word.low not in classes.generic for word in words)
        ):
            return True  # inside a sentence nothing but being a name explains several capitals
        return not all(
            word.low in classes.generic or word.low in classes.common or word.shape == "number" for word in words
        ) or any(word.low in classes.organisation for word in words[1:])
    low = words[0].low
    if (
        words[0].shape not in ("name", "mark")
        or len(low) == 1
        or low in classes.generic
        or low in classes.calendar
        or low in classes.nationalities
        or low in classes.titles
        or low in beside("articles")
    ):
        return False
    if low.endswith("s") and low[:-1] in classes.generic:
        return False
    return low not in classes.title_words and not (low in classes.common and words[0].start > piece.start)


def _acts_or_told(piece: Stretch, at: int, classes: WordClasses) -> bool:
    """ "Bitterly | raised $9 million", "Bitterly |, a Bonn-based banking app": no adverb in front of a sentence."""
    if at + 2 >= len(piece.words):
        return False
    if piece.gap(at - 1) == " ":
        return piece.low(at) in beside("raises") or piece.low(at) in beside("speaks")
    if piece.gap(at - 1) != ", " or piece.low(at) not in ("a", "an"):
        return False
    near = range(at + 1, min(at + _TOLD, len(piece.words)))
    heads = (piece.low(index) in classes.heads or piece.low(index) in classes.product_heads for index in near)
    return any(piece.low(index) == "based" for index in near) or any(heads)


_TOLD = 7  # words of "a two-year-old Bonn-based banking app"


def _can_begin(piece: Stretch, one: Candidate, seen: Seen, classes: WordClasses) -> bool:
    """A candidate that begins its sentence: is it more than a first word?"""
    words = piece.words[one.first : one.last]
    first = words[0]
    if len(words) > 1:
        if first.low not in classes.common or is_shortened(piece, one.first, one.last):
            return True
        return words[1].low in classes.organisation and words[1].low not in seen.lower
    low = first.low
    printed = piece.text[first.start : first.stem_end]
    if printed[0].isdigit():
        return True  # nothing but being a name has this shape
    if any(letter.isupper() or letter.isdigit() for letter in printed[1:]):
        return low not in classes.common
    if low in classes.places:
        return True
    if low in classes.common or low in seen.lower or len(low) < 3:
        return False
    if low.endswith("ly"):  # "Recently, …", but "Bitterly, of Oslo, …"
        if _acts_or_told(piece, one.last, classes):
            return True
        seat = piece.gap(one.last - 1) == ", " and piece.low(one.last) == "of" and one.last + 1 < len(piece.words)
        return seat and piece.words[one.last + 1].shape == "name"
    if low.endswith(_CALLINGS) and one.last < len(piece.words) and piece.gap(one.last - 1) == " ":
        return piece.words[one.last].shape == "name"  # "Technicians took to it", "Librarians Group"
    if low.endswith(("tion", "sion", "ment", "ness")) and piece.low(one.last) in ("is", "was", "will", "has", "of"):
        return False  # "Completion is planned for …"
    return _acts(piece, one, classes)


_CALLINGS = ("icians", "ologists", "arians", "eticists", "onists", "apists", "ymists")  # what people are


def _is_kind(piece: Stretch, one: Candidate) -> bool:
    """ "Implementation partners include …": a noun for the kind of partner, even if it heads a row elsewhere."""
    if not one.key.endswith(("tion", "ment", "ing", "ance", "ity", "ogy", "ness", "ship")):
        return False
    return piece.low(one.last) in beside("listed_roles") and piece.low(one.last + 1) in beside("lists_roles")


def _acts(piece: Stretch, one: Candidate, classes: WordClasses) -> bool:
    """Does what follows show a name: a possessive, an apposition, a list, a verb?"""
    if one.possessive:
        return True
    gap = piece.gap(one.last - 1).strip(" \u00a0")
    if gap:
        return gap[0] in ",;(|—–-‑" or one.last == len(piece.words)
    following = piece.low(one.last)
    after = piece.words[one.last].shape if one.last < len(piece.words) else "word"
    if following in beside("listed_roles") and piece.low(one.last + 1) in beside("lists_roles"):
        return False  # "Implementation partners include …": the role's kind, not a name
    if one.last == len(piece.words) or following in classes.verbs or following in classes.titles:
        return True
    if following in ("last", "on", "this") and _is_time(piece.low(one.last + 1), classes):
        return True  # "Acme last week …", "Acme on Tuesday …"
    if following in ("and", "&"):
        behind = one.last + 1 + (piece.low(one.last + 1) in ("the", "its"))
        if piece.low(one.last + 1) == "the" and piece.low(one.last + 3) == "of":
            behind += 2  # "Acme and the city of Oslo are …"
        return behind < len(piece.words) and piece.words[behind].shape == "name"
    if after == "name":
        return True
    return not one.key.endswith(("ing", "ed")) and following.endswith("ed") and len(following) > 4


def _is_time(low: str, classes: WordClasses) -> bool:
    return low in classes.calendar or low in ("week", "month", "year", "quarter")


def _known_within(piece: Stretch, run: Run, first: int, last: int, seen: Seen) -> list[Candidate]:
    """Names known from elsewhere that stand inside a run of capitals, longest first from the left."""
    found: list[Candidate] = []
    at = first
    while at < last:
        for end in range(min(last, at + 6), at, -1):
            if key_of(piece, at, end) in seen.known:
                found.append(_candidate(piece, run, at, end, False))
                at = end
                break
        else:
            at += 1
    return found
