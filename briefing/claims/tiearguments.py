"""A verb in a sentence goes in, its arguments come out: who acts, on what, and with, through, on, from or to whom.

An argument is a list of names, or something of the subject's, told by how plainly it is the subject's: its name or
"its ledger" (FIRM), "the ledger" where the text runs on the subject (LOOSE), "ledgers", "two of them" (BARE).
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.claims.lists import names_before, names_in_list
from briefing.claims.parties import Sentence, speaks_of_other
from briefing.claims.reading import FoundName
from briefing.claims.tieverbs import frame_words, is_participle
from briefing.claims.verbs import is_adverb, is_determiner, is_finite, is_preposition
from briefing.claims.words import row, word_set
from briefing.model.records import dataclass, replace

NOT, BARE, LOOSE, FIRM = range(4)

_STOPS = frozenset({".", ";", ":", "?", "!", "—", '"', "(", ")", "|"})
_TURNS = row(
    "because while although though which who whose that but where when if unless whereas so than after before until as"
)
_BE = row("is are was were be been being 's get gets got")
_POINTING = row("the this that these those")
_OWN = row("its their our")
_ABOUT = row("over about around up")
_PARTS = row(
    "bulk majority portion most much many some part all half none each several one two three four five dozens hundreds "
    "third rest"
)
_APART = row("unlike with without besides like including despite according")
_AHEAD = row("will would to plans plan planned could may might must should shall can expected due set")
_PAST = row("chose took went gave had ran flew began got bought sold")
_DOES = row("does do did has have is are will")
_OURSELVES = row("it we we're we've company startup")
_REACH = 45  # words in which a verb has its arguments
_SENTENCE = 40  # words in front of a verb in which its subject stands


@dataclass(frozen=True, slots=True)
class Argument:
    """names: who is named, the subject left out. ours: how plainly it is the subject's. noun: its head, "" if none.
    own: it is told with "its" or "their"."""

    names: tuple[FoundName, ...] = ()
    ours: int = NOT
    noun: str = ""
    own: bool = False


NOTHING = Argument()


class Verb:
    """words[first:last) are a verb with its particle; its arguments are read when they are asked for."""

    __slots__ = ("_behind", "_cache", "_front", "_passive", "_shared", "first", "last", "sentence")

    def __init__(self, sentence: Sentence, first: int, last: int, shared: dict[str, Argument]) -> None:
        """shared: what was read before the verb, kept by whoever asks for several particles of it."""
        self.sentence, self.first, self.last, self._shared = sentence, first, last, shared
        self._cache: dict[str, Argument] = {}
        self._front = _over_group(sentence, first)
        group = sentence.words.low[self._front : first]
        self._passive = is_participle(sentence.words.low[first]) and not _BE.isdisjoint(group)
        self._behind = _reach(sentence, last)

    @property
    def passive(self) -> bool:
        return self._passive

    @property
    def done(self) -> bool:
        """Does the verb itself tell of what has happened: "picked", "has used", and not "will use"?"""
        word = self.sentence.words.low[self.first]
        past = is_participle(word) or word in _PAST
        return past and not self._passive and _AHEAD.isdisjoint(self.group)

    @property
    def group(self) -> tuple[str, ...]:
        """The words of the verb's group in front of it: "has stopped", "is going to"."""
        return self.sentence.words.low[self._front : self.first]

    def argument(self, place: str) -> Argument:
        """place: "agent", "object" or a preposition."""
        if place not in self._cache:
            self._cache[place] = self._read(place)
        return self._cache[place]

    def _read(self, place: str) -> Argument:
        if place == "front":
            return self._inside()
        if place == "whose":
            return self._whose()
        if place == "agent":
            return self._named("by") if self.passive else self._surface()
        if place == "object":
            return self._surface() if self.passive else self._object()
        return self._named(place)

    def _surface(self) -> Argument:
        one = self._shared.get("")
        if one is None:
            one = self._shared[""] = surface(self.sentence, self._front, self.first)
        return replace(one, names=(*one.names, *self._gapped())) if one.names and not self.passive else one

    def _gapped(self) -> Iterator[FoundName]:
        """ "A provides the belts and | B the motors": who does the same, with no verb of its own."""
        low, named = self.sentence.words.low, self.sentence.utterance.sentence
        for at in range(self.last + 1, self._behind - 3):
            name = named.name_at[at + 1]
            if low[at] not in ("and", ",") or name is None or named.name_at[at] is not None or name.is_subject:
                continue
            after = named.last_word(name) + 1
            if low[after : after + 1] in (("the",), ("its",), ("a",)) and low[at - 1] not in (",", "and"):
                yield name
        yield from self._likewise()

    def _likewise(self) -> Iterator[FoundName]:
        """ "A uses it, | as do B and C", "… and so does B"."""
        words, low = self.sentence.words, self.sentence.words.low
        for at in range(self.last, min(len(low) - 2, self.last + 30)):
            if low[at] in ("so", "as") and low[at + 1] in _DOES:
                end = self.sentence.utterance.passage.end
                listed = names_in_list(self.sentence.text, words.ends[at + 1], end, self.sentence.names)
                yield from (name for name in listed if not self.sentence.is_ours(name))
                return

    def _object(self) -> Argument:
        low = self.sentence.words.low
        if self.last >= self._behind or (is_preposition(low[self.last]) and low[self.last] not in _ABOUT):
            return NOTHING
        led = is_preposition(low[self.last - 1]) and low[self.last - 1] != "in"  # "is from | a local firm, Delta"
        return phrase(self.sentence, self.last, self._behind, complement=led)

    def _named(self, place: str) -> Argument:
        """All who stand behind a preposition, wherever it is said in the reach of the verb."""
        words, low = place.split(), self.sentence.words.low
        if (place == "by" and not self.passive) or words[0] not in self.sentence.utterance.vocabulary:
            return NOTHING
        size, found, ours = len(words), list[FoundName](), NOT
        fronted = self._fronted(words)
        if fronted >= 0:
            found += phrase(self.sentence, fronted, len(low), complement=True).names[:3]
        for at in range(self.last, self._behind):
            if low[at] != words[0] or (size > 1 and low[at : at + size] != tuple(words)):
                continue
            one = phrase(self.sentence, at + size, len(low), complement=True)
            ours = max(ours, one.ours)
            found += [name for name in one.names if name not in found]
        return Argument(tuple(found), ours)

    def _fronted(self, words: list[str]) -> int:
        """ "Together with | Delta, the company is testing …": the word behind a preposition that opens the sentence."""
        low, size = self.sentence.words.low, len(words)
        start = opening(self.sentence, self._front)
        if low[start : start + size] != tuple(words):
            return -1
        if size == 1 and (words[0] != "with" or self._front < 2 or low[self._front - 1] not in _OURSELVES):
            return -1  # "With | Delta it has set up …"
        return start + size

    def _inside(self) -> Argument:
        """Those named behind "of" or "at" in what stands before the verb: "payments | at A | run on Acme"."""
        sentence, low = self.sentence, self.sentence.words.low
        start = _over_lead(sentence, opening(sentence, self._front), self._front)
        found: list[FoundName] = []
        for at in range(start + 1, self._front):
            if low[at] == ",":
                break
            if low[at] in ("of", "at"):
                found += phrase(sentence, at + 1, self._front, complement=True).names
        owner = _owner(sentence, start) if start < self._front else None
        return Argument((owner, *found) if owner is not None and not sentence.is_ours(owner) else tuple(found))

    def _whose(self) -> Argument:
        """Who is named as owner of the object: "drives | A's booking service", "… the booking service of A"."""
        sentence, low = self.sentence, self.sentence.words.low
        owner = _owner(sentence, self.last) if self.last < self._behind else None
        if owner is not None:
            return Argument(() if sentence.is_ours(owner) else (owner,))
        of = next((at for at in range(self.last, min(self._behind, self.last + 6)) if low[at] == "of"), -1)
        return phrase(sentence, of + 1, len(low), complement=True) if of > 0 else NOTHING


def runs_on(sentence: Sentence, index: int) -> bool:
    """Does the text run on the subject where word `index` stands?"""
    clause = sentence.clause(index)
    if clause.is_subject:
        return True
    if clause.setting_is_subject:
        return sentence.before_subject or any(name.is_subject for name in sentence.names)
    if sentence.tied or sentence.fresh:
        return True
    return sentence.before_subject and any(name.canonical == clause.setting for name in sentence.names)  # only just


def _over_group(sentence: Sentence, index: int) -> int:
    """The first word of the verb's group: "has | since | been going to | make"."""
    low, at, going = sentence.words.low, index, frame_words("going")
    while (
        at > 0
        and (low[at - 1] in going or is_adverb(low[at - 1]))
        and sentence.utterance.sentence.name_at[at - 1] is None
    ):
        at -= 1
    return at


def _reach(sentence: Sentence, last: int) -> int:
    """Where what belongs to a verb ends: at a sign, at a word that turns to something else, at the next verb."""
    words, low = sentence.words, sentence.words.low
    stop = min(len(low), last + _REACH)
    for at in range(last, stop):
        if (low[at] in _STOPS and low[at] not in ("(", ")")) or low[at] in _TURNS:
            return at
        verbal = at > last and is_finite(words, at) and sentence.utterance.sentence.name_at[at] is None
        if verbal and not _in_phrase(low, at):
            return at
    return stop


def counts(low: str) -> bool:
    """Is the word a number, or does it stand for one: what follows is a noun."""
    return low in _NUMBERS or low[0].isdigit()


def _in_phrase(low: tuple[str, ...], at: int) -> bool:
    """ "its travel | claims", "two | launches": a plural that could be a verb, with its article in front."""
    if counts(low[at - 1]):
        return True
    return low[at].endswith("s") and any(
        low[place] in _OWN or low[place] in _POINTING for place in range(max(at - 3, 0), at)
    )


_NUMBERS = row(
    "one two three four five six seven eight nine ten eleven twelve dozen dozens more few several many some all other"
)


def opening(sentence: Sentence, at: int) -> int:
    """The first word of the stretch that ends before word `at` and can hold a subject."""
    low = sentence.words.low
    for index in range(at - 1, max(at - _SENTENCE, -1), -1):
        if low[index] in _STOPS and low[index] not in ('"', "(", ")"):
            return index + 1
        if low[index] in ("and", "but", "while", "whereas") and index and low[index - 1] == ",":
            return index + 1
    return max(at - _SENTENCE, 0)


# ---------------------------------------------------------------- what stands before the verb


def surface(sentence: Sentence, at: int, verb: int, depth: int = 0) -> Argument:
    """Who or what stands before the verb whose group begins at word `at`."""
    if at == 0:
        return NOTHING
    low = sentence.words.low
    start = opening(sentence, at)
    before = low[at - 1]
    if low[at] == "to" and sentence.utterance.passage.kind != "title":
        return NOTHING  # "was chosen by A | to supply"
    if before in ("which", "who", "that") and at > 1:
        return _antecedent(sentence, at - 1)
    listed = _names_ending(sentence, start, at)
    if listed:
        ours = any(sentence.is_ours(name) for name in listed)
        return Argument(tuple(name for name in listed if not sentence.is_ours(name)), FIRM if ours else NOT)
    if before in ("it", "they", "we", "we're", "we've", "they're", "they've"):
        return Argument((), FIRM if sentence.clause(verb).is_subject or _speaks(sentence, verb) else NOT)
    if before in ("he", "she", "i", "you"):
        return NOTHING
    if before in ("and", "or", "but", ","):
        shared = _shared(sentence, at, depth)
        if shared is not None:
            return shared
    if before in ("and", "or", "to", "of") or at <= start:
        return NOTHING
    return _thing(sentence, start, at)


def _speaks(sentence: Sentence, index: int) -> bool:
    """Is it the company that says "we"?"""
    clause = sentence.clause(index)
    return clause.holder_kind == "company" and bool(clause.holders)


def _shared(sentence: Sentence, at: int, depth: int) -> Argument | None:
    """ "A tried it | and went back": the subject of the verb before, None if there is none."""
    words = sentence.words
    if depth > 1:
        return None
    for index in range(at - 2, max(at - 30, 0), -1):
        if words.low[index] in _STOPS:
            return None
        if is_finite(words, index) and sentence.utterance.sentence.name_at[index] is None:
            front = _over_group(sentence, index)
            return surface(sentence, front, index, depth + 1)
    return None


def _antecedent(sentence: Sentence, pronoun: int) -> Argument:
    """ "A, | which | …", "the machine | that | …"."""
    at = pronoun - 1 if sentence.words.low[pronoun - 1] == "," else pronoun
    listed = _names_ending(sentence, opening(sentence, at), at) if at else ()
    if listed:
        last = listed[-1:]
        ours = sentence.is_ours(last[0])
        begin = sentence.utterance.sentence.first_word(last[0])
        if at == pronoun and begin and sentence.words.low[begin - 1] in ("from", "in", "of", "near"):
            return NOTHING  # "an outfit from Delft that makes cameras"
        return Argument(() if ours else last, FIRM if ours else NOT)
    return NOTHING


def _names_ending(sentence: Sentence, start: int, at: int) -> tuple[FoundName, ...]:
    """The names that end right before word `at`, what is told of the last of them ("of Japan", ", based in Oslo,")
    stepped over."""
    words, low, named = sentence.words, sentence.words.low, sentence.utterance.sentence
    first = words.starts[start] if start < len(low) else 0
    for _ in range(4):
        if at <= start:
            return ()
        name = named.name_at[at - 1]
        if name is not None:
            begin = named.first_word(name)
            link = low[begin - 1] if begin > start else ""
            if name.kind == "place" and link in ("of", "in", "from", "at", "near") and begin - 1 > start:
                at = begin - 1  # "A | of Japan"
                continue
            if name.kind == "place" and link == "," and begin - 2 >= start and _is_place(sentence, begin - 2):
                at = begin - 1  # "in Rome |, New York"
                continue
            return _acting(sentence, names_before(sentence.text, first, words.ends[at - 1], sentence.names))
        listed = names_before(sentence.text, first, words.ends[at - 1], sentence.names)
        if listed:
            return _acting(sentence, listed)
        if low[at - 1] != ",":
            return ()
        opened = next((place for place in range(at - 2, max(start, at - 26), -1) if low[place] == ","), -1)
        if opened <= start or not _is_aside(sentence, opened + 1):
            return ()
        apposed = named.name_at[opened + 1]
        if apposed is not None and named.last_word(apposed) == at - 2 and _heads_phrase(sentence, start, opened):
            return (apposed,)  # "the Danish agency, A, …"
        at = opened
    return ()


def _acting(sentence: Sentence, listed: tuple[FoundName, ...]) -> tuple[FoundName, ...]:
    """Not "half of | Delta's drivers", "power for | Plant One", "In | Norland, | Delta": who stands behind a
    preposition does not act."""
    low, named = sentence.words.low, sentence.utterance.sentence
    while listed:
        at = named.first_word(listed[0]) - 1
        at -= at > 0 and low[at] == "the"
        if at < 0 or not is_preposition(low[at]) or low[at] in ("like", "including", "as"):
            return listed
        if listed[0].kind != "place":
            return ()
        listed = listed[1:]
    return ()


def _is_aside(sentence: Sentence, at: int) -> bool:
    """Does what is told of a name begin at word `at`: "A, | based in Oslo, …", "the agency, | A, …"?"""
    if sentence.words.low[at] in _ASIDES:
        return True
    name = sentence.utterance.sentence.name_at[at]
    after = sentence.utterance.sentence.last_word(name) + 1 if name is not None else 0
    return name is not None and sentence.words.low[after : after + 1] == (",",)


_ASIDES = row(
    "which who whose a an the based headquartered founded owned led part formerly now one its known listed once then "
    "on in"
)


def _is_place(sentence: Sentence, index: int) -> bool:
    name = sentence.utterance.sentence.name_at[index]
    return name is not None and name.kind == "place"


def _heads_phrase(sentence: Sentence, start: int, comma: int) -> bool:
    """Does a noun for an organisation stand right before the comma ("the environment agency |, A, …")?"""
    low = sentence.words.low
    return comma > start and (low[comma - 1] in word_set("companies", "nouns") or low[comma - 1] in _BODIES)


_BODIES = row(
    "agency ministry department office authority council army navy force police institute laboratory hospital"
)


def _thing(sentence: Sentence, start: int, at: int) -> Argument:
    """What is told with common nouns: whose it is, and its head."""
    low, named = sentence.words.low, sentence.utterance.sentence
    start = _behind_that(sentence, start, at)
    start = max(_over_lead(sentence, start, at), _last_phrase(sentence, start, at))
    if start >= at:
        return NOTHING
    noun = _head(sentence, start, at)
    inside = {name.start: name for name in named.name_at[start:at] if name is not None}.values()
    owner = next(iter(inside), None)
    if owner is not None and not sentence.is_ours(owner) and noun in frame_words("branches"):
        after = named.last_word(owner) + 1
        if owner.kind in ("organisation", "unknown") and low[after : after + 1] in (("'s",), ("'",)):
            return Argument((owner,), NOT, noun)  # "Delta's leasing arm"
    if any(sentence.is_ours(name) for name in inside):
        return Argument((), FIRM, noun)
    if any(name.kind != "place" for name in inside):
        return NOTHING
    on = runs_on(sentence, at)
    opens = low[start : min(start + 4, at)]
    if not _OWN.isdisjoint(opens):
        return Argument((), FIRM if on else NOT, noun, own=True)
    if not on:
        return NOTHING
    if opens[0] in _POINTING:
        if noun in word_set("companies", "neutral_heads"):
            return Argument((), FIRM, noun)
        return NOTHING if noun in word_set("companies", "telling_heads") else Argument((), LOOSE, noun)
    if opens[0] in _PARTS and "the" in opens:
        return Argument((), LOOSE, noun)
    return Argument((), BARE, noun)


def _behind_that(sentence: Sentence, start: int, at: int) -> int:
    """ "The company says that | 18 banks have run it"."""
    low = sentence.words.low
    for index in range(at - 1, start, -1):
        if low[index] == "that" and is_finite(sentence.words, index - 1):
            return index + 1
    return start


def _last_phrase(sentence: Sentence, start: int, at: int) -> int:
    """ "Unlike A, which makes everything itself, | the French company": where a phrase behind a comma begins."""
    low, index = sentence.words.low, at - 1
    while index > start and low[index].replace("-", "").isalpha() and not is_preposition(low[index]):
        index -= 1
    begins = low[index] == "," and index + 1 < at and (is_determiner(low[index + 1]))
    return index + 1 if begins and index > start else start


def _over_lead(sentence: Sentence, start: int, at: int) -> int:
    """Step over "In America, …", "Last year …", "And …"."""
    low = sentence.words.low
    while start < at and (low[start] in ("and", "but", ",", '"', "or") or is_adverb(low[start])):
        start += 1
    if start < at and is_preposition(low[start]):
        comma = next((place for place in range(start, at) if low[place] == ","), -1)
        if comma > 0:
            return _over_lead(sentence, comma + 1, at)
        found = next((place for place in range(start + 1, at) if is_determiner(low[place])), -1)
        return found if found > start + 1 else start
    return start


def _head(sentence: Sentence, start: int, stop: int) -> str:
    """The head of the noun phrase that begins at word `start`."""
    low = sentence.words.low
    head = ""
    for at in range(start, min(stop, start + 9)):
        word = low[at]
        if word == "of" and at <= start + 2 and (head in _PARTS or counts(low[at - 1])):
            continue
        if (
            word in _STOPS
            or word == ","
            or word in _TURNS
            or (is_preposition(word) and at > start)
            or word in ("and", "to")
        ):
            break
        if (at > start + 1 and is_finite(sentence.words, at) and not _in_phrase(low, at)) or word in ("worth", "since"):
            break
        if head and word[0].isdigit() and head not in _NUMBERS:
            break
        if word[0].isalpha():
            head = word
    return head


# ---------------------------------------------------------------- what stands behind it


def phrase(sentence: Sentence, at: int, stop: int, complement: bool = False) -> Argument:
    """The noun phrase that begins at word `at`. complement: of a preposition."""
    words, low = sentence.words, sentence.words.low
    if at >= min(stop, len(low)):
        return NOTHING
    word = low[at]
    if word in ("it", "them"):
        return Argument((), FIRM if runs_on(sentence, at) and not speaks_of_other(sentence) else NOT)
    if word == "us":
        return Argument((), FIRM if _speaks(sentence, at) else NOT)
    counted = _counted(sentence, at)
    if counted is not None:
        return counted
    noun = _head(sentence, at, stop)
    owner = _owner(sentence, at)
    if owner is not None:
        if sentence.is_ours(owner):
            return Argument((), FIRM, noun)
        return Argument((owner,) if complement else (), NOT, noun)
    listed = names_in_list(
        sentence.text, words.ends[at - 1] if at else 0, sentence.utterance.passage.end, sentence.names
    )
    if complement and listed:
        listed = (*listed[:-1], _maker_of(sentence, listed[-1]))
    if listed and (complement or _right_here(sentence, at, listed[0])):
        ours = any(sentence.is_ours(name) for name in listed)
        noun = "" if ours else noun
        return Argument(tuple(name for name in listed if not sentence.is_ours(name)), FIRM if ours else NOT, noun)
    if complement:
        told = _apposed(sentence, at) or _run_by(sentence, at) or _site_of(sentence, at) or _modifier(sentence, at)
        if told is not None:
            told = _maker_of(sentence, told)
            return Argument(() if sentence.is_ours(told) else (told,), FIRM if sentence.is_ours(told) else NOT, noun)
    if _is_foreign(sentence, at, noun):
        return Argument((), NOT, noun)
    return _common(sentence, at, noun)


def _counted(sentence: Sentence, at: int) -> Argument | None:
    """ "40 of them", "a further 12", "ten more": a number that stands for what was told of before."""
    low = sentence.words.low
    while at < len(low) and low[at] in ("a", "another", "further", "the", "some", "first", "about", "up", "to"):
        at += 1
    if at >= len(low) - 1 or not counts(low[at]) or low[at] in ("more", "other", "all", "some", "many", "several"):
        return None
    at += 1 + (low[at + 1] in ("more", "further", "so"))
    if low[at : at + 2] in (("of", "them"), ("of", "these"), ("of", "those")):
        return Argument((), FIRM if runs_on(sentence, at) else NOT, "one")
    ends = at >= len(low) or low[at] in _STOPS or low[at] in (",", "in", "from", "for", "last", "this", "and", "at")
    return Argument((), BARE if runs_on(sentence, at) else NOT, "one") if ends else None


def _common(sentence: Sentence, at: int, noun: str) -> Argument:
    low = sentence.words.low
    on = runs_on(sentence, at)
    if low[at + 1 : at + 2] == ("own",):
        return Argument((), NOT, noun, own=True)
    if low[at] in _OWN or (
        low[at] in ("one", "some", "all", "two", "most", "part") and not _OWN.isdisjoint(low[at : at + 4])
    ):
        return Argument((), FIRM if on else NOT, noun, own=True)
    if not on:
        return Argument((), NOT, noun)
    if low[at] in _POINTING or (low[at : at + 1] == ("a",) and low[at + 2 : at + 4] == ("of", "the")):
        if noun in word_set("companies", "neutral_heads"):
            return Argument((), FIRM, noun)
        return Argument((), NOT if noun in word_set("companies", "telling_heads") else LOOSE, noun)
    return Argument((), BARE, noun)


def _owner(sentence: Sentence, at: int) -> FoundName | None:
    """ "Acme's machines", "two of Acme's machines": whose it is by name."""
    named, low = sentence.utterance.sentence, sentence.words.low
    for index in range(at, min(at + 4, len(low))):
        name = named.name_at[index]
        if name is not None:
            after = named.last_word(name) + 1
            return name if low[after : after + 1] in (("'s",), ("'",)) else None
        if not low[index].isalpha() or (is_preposition(low[index]) and low[index] != "of"):
            return None
    return None


def _apposed(sentence: Sentence, at: int) -> FoundName | None:
    """ "a sponsor bank |, Delta", "a local firm |, Delta, of Golden"."""
    low, named = sentence.words.low, sentence.utterance.sentence
    if low[at] not in ("a", "an", "another", "its", "the", "one"):
        return None
    for index in range(at + 1, min(at + 8, len(low) - 1)):
        if low[index] in (",", ":") and index > at + 1:
            if not _heads_phrase(sentence, at, index) and low[index - 2] != "in":
                return None
            for place in range(index + 1, min(index + 6, len(low))):
                name = named.name_at[place]
                if name is not None and name.kind in ("organisation", "unknown", "product"):
                    return name
                if name is None and not low[place].replace("-", "").isalpha():
                    return None
            return None
        where = named.name_at[index]
        if where is not None and where.kind == "place" and low[index - 1] == "in":
            continue
        if where is not None or not low[index].replace("-", "").isalpha():
            return None
        if is_preposition(low[index]) and low[index] != "in":
            return None
    return None


def _run_by(sentence: Sentence, at: int) -> FoundName | None:
    """ "to a research centre | run by Delta": whose site it is."""
    low, named = sentence.words.low, sentence.utterance.sentence
    for index in range(at + 1, min(at + 8, len(low) - 2)):
        if (
            low[index] in ("run", "operated", "owned", "managed", "made", "supplied", "built")
            and low[index + 1] == "by"
        ):
            return named.name_at[index + 2] or named.name_at[min(index + 3, len(low) - 1)]
        if low[index] in ("by", "from") and low[index - 1].isalpha():
            return named.name_at[index + 1]
        if named.name_at[index] is not None or is_preposition(low[index]) or not low[index].replace("-", "").isalpha():
            return None
    return None


def _site_of(sentence: Sentence, at: int) -> FoundName | None:
    """ "in the data centres | of Delta", "on the shelves of Delta": whose site it is."""
    low, named = sentence.words.low, sentence.utterance.sentence
    for index in range(at + 1, min(at + 5, len(low) - 2)):
        if low[index] == "of":
            name = named.name_at[index + 1] or named.name_at[index + 2]
            return name if low[index - 1] in frame_words("branches") else None
        if not low[index].replace("-", "").isalpha() or is_preposition(low[index]):
            return None
    return None


def _maker_of(sentence: Sentence, name: FoundName) -> FoundName:
    """ "on the Skyline rocket |, operated by Delta": Delta; the name itself where nobody is told of so."""
    low, named = sentence.words.low, sentence.utterance.sentence
    at = named.last_word(name) + 1
    for index in range(at, min(at + 4, len(low) - 2)):
        if low[index] in _MADE and low[index + 1] == "by":
            return named.name_at[index + 2] or name
        if not (low[index] in (",", "which", "is") or low[index].isalpha()) or is_preposition(low[index]):
            break
    return name


_MADE = row("operated made run built developed sold provided owned managed supplied")


def _right_here(sentence: Sentence, at: int, name: FoundName) -> bool:
    """Does the name stand before the first comma, "and" or preposition of the phrase that begins at word `at`?"""
    low, first = sentence.words.low, sentence.utterance.sentence.first_word(name)
    return not any(word in (",", "and", "or") or is_preposition(word) for word in low[at:first])


def _modifier(sentence: Sentence, at: int) -> FoundName | None:
    """ "on | Delta rideshare missions": a name that stands before the noun."""
    named, low = sentence.utterance.sentence, sentence.words.low
    at += low[at] in ("the", "a", "an")
    name = named.name_at[at] if at < len(low) else None
    fits = name is not None and name.kind in ("organisation", "unknown", "product") and named.first_word(name) == at
    if name is None or not fits:
        return None
    return name


def _is_foreign(sentence: Sentence, at: int, noun: str) -> bool:
    """Is somebody else named inside the phrase: "two Delta machines", "machines of Delta"?"""
    named, low = sentence.utterance.sentence, sentence.words.low
    for index in range(at, min(at + 8, len(low))):
        name = named.name_at[index]
        if name is not None:
            return not sentence.is_ours(name) and name.kind in ("organisation", "unknown", "product", "person")
        if (
            low[index] in _STOPS
            or low[index] in _TURNS
            or low[index] == ","
            or (is_preposition(low[index]) and low[index] != "of")
        ):
            return False
    return False
