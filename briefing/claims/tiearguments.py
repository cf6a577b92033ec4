"""A verb in a sentence goes in, its arguments come out: who acts, on what, and with, through, on, from or to whom.

An argument is a list of names, or something of the subject's, told by how plainly it is the subject's: its name or
"its ledger" (FIRM), "the ledger" where the text runs on the subject (LOOSE), "ledgers", "two of them" (BARE).
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.claims.lists import names_in_list
from briefing.claims.reading import FoundName
from briefing.claims.tieparts import NOT, NOTHING, STOPS, TURNS, Argument, in_phrase, opening, over_group, owner_of
from briefing.claims.tiephrases import phrase
from briefing.claims.tiesentence import Sentence
from briefing.claims.tiesurface import over_lead, phrase_before, surface
from briefing.claims.tieverbs import is_participle
from briefing.claims.verbs import is_finite, is_preposition
from briefing.claims.words import row
from briefing.model.records import replace

_BE = row("is are was were be been being 's get gets got")


_ABOUT = row("over about around up")


_AHEAD = row("will would to plans plan planned could may might must should shall can expected due set")


_PAST = row("chose took went gave had ran flew began got bought sold")


_DOES = row("does do did has have is are will")


_OURSELVES = row("it they we we're we've company startup")


_AGREED = row("partnership partnerships deal deals agreement agreements contract contracts pact tie-up venture talks")


_JOINTS = row("; and ,")


_BEHIND = frozenset({"agent", "object", "whose"})  # behind the verb, unless told to stand before it


_REACH = 45  # words in which a verb has its arguments


class Verb:
    """words[first:last) are a verb with its particle; its arguments are read when they are asked for."""

    __slots__ = (
        "_cache",
        "_front",
        "_named_in",
        "_passive",
        "_reached",
        "_reduced",
        "_shared",
        "first",
        "last",
        "sentence",
    )

    def __init__(
        self, sentence: Sentence, first: int, last: int, shared: dict[str, Argument], named: range | None = None
    ) -> None:
        """shared: what was read before the verb, kept by whoever asks for several particles of it. named: the words
        from the first to the last name of others that may be an argument; None: they can stand anywhere."""
        self.sentence, self.first, self.last, self._shared = sentence, first, last, shared
        self._named_in, self._reached = named, -1
        self._cache: dict[str, Argument] = {}
        self._front = over_group(sentence, first)
        low = sentence.words.low
        self._reduced = low[last : last + 1] == ("by",) and self._front == first and is_participle(low[first])
        self._passive = self._reduced or (is_participle(low[first]) and not _BE.isdisjoint(low[self._front : first]))

    @property
    def _behind(self) -> int:
        if self._reached < 0:
            self._reached = _reach(self.sentence, self.last)
        return self._reached

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

    def names(self, place: str) -> tuple[FoundName, ...]:
        """Who is named as an argument; it is not read where no other stands on that side of the verb."""
        named = self._named_in
        if named is not None:
            if place == "front" or place == ("object" if self._passive else "agent"):
                if named.start > self.first:
                    return ()
            elif place in _BEHIND and named.stop <= self.first:
                return ()
        return self.argument(place).names

    def _read(self, place: str) -> Argument:
        if place == "front":
            return self._inside()
        if place == "whose":
            return self._whose()
        if place == "agent":
            return self._named("by") if self.passive else self._surface()
        if place == "object":
            if self._reduced:
                return phrase_before(self.sentence, self.first)
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
            elif low[after : after + 1] in (("in",), ("since",), ("on",)) and low[after] in low[self.last : at]:
                yield name  # "A uses it in Lund and | B | in Oslo"
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
        least = low[self.last : self.last + 2] == ("at", "least")
        if self.last >= self._behind or (is_preposition(low[self.last]) and low[self.last] not in _ABOUT and not least):
            return NOTHING
        if low[self.last] == "up" and low[self.first].startswith("pick"):
            return NOTHING  # "picked up 15 per cent of Acme"
        led = is_preposition(low[self.last - 1]) and low[self.last - 1] != "in"  # "is from | a local firm, Delta"
        return phrase(self.sentence, self.last, self._behind, complement=led)

    def _named(self, place: str) -> Argument:
        """All who stand behind a preposition, wherever it is said in the reach of the verb."""
        words, low = place.split(), self.sentence.words.low
        if (place == "by" and not self.passive) or words[0] not in self.sentence.utterance.vocabulary:
            return NOTHING
        size, found, ours, noun = len(words), list[FoundName](), NOT, ""
        fronted = self._fronted(words)
        if fronted >= 0:
            found += phrase(self.sentence, fronted, len(low), complement=True).names[:3]
        for at in range(self.last, self._behind):
            if low[at] != words[0] or (size > 1 and low[at : at + size] != tuple(words)):
                continue
            if place == "with" and at > self.last and low[at - 1] in _AGREED:
                continue  # "manages the sites under | a partnership | with Acme"
            one = phrase(self.sentence, at + size, len(low), complement=True)
            if one.ours > ours:
                ours, noun = one.ours, one.noun
            found += [name for name in one.names if name not in found]
        if found and place == "from":
            found += self._more_from()
        return Argument(tuple(found), ours, noun)

    def _more_from(self) -> Iterator[FoundName]:
        """ "The radios come from A; | the lenses from | B": who delivers too, with no verb of its own."""
        low, named = self.sentence.words.low, self.sentence.utterance.sentence
        for at in range(self.last + 2, len(low) - 1):
            if low[at] != "from" or low[at - 1] == ",":
                continue
            begin = next((place for place in range(at - 1, max(at - 6, self.last), -1) if low[place] in _JOINTS), 0)
            name = named.name_at[at + 1]
            bare = not any(
                is_finite(self.sentence.words, place) or is_preposition(low[place]) for place in range(begin + 1, at)
            )
            if begin and name is not None and not name.is_subject and name.kind != "place" and begin < at - 1 and bare:
                yield name

    def _fronted(self, words: list[str]) -> int:
        """ "Together with | Delta, the company is testing …": the word behind a preposition that opens the sentence."""
        low, size = self.sentence.words.low, len(words)
        start = opening(self.sentence, self._front)
        start += low[start] == '"'
        if low[start : start + size] != tuple(words):
            return -1
        if size == 1 and (words[0] != "with" or self._front < 2 or low[self._front - 1] not in _OURSELVES):
            return -1  # "With | Delta it has set up …"
        return start + size

    def _inside(self) -> Argument:
        """Those named behind "of" or "at" in what stands before the verb: "payments | at A | run on Acme"."""
        sentence, low = self.sentence, self.sentence.words.low
        start = over_lead(sentence, opening(sentence, self._front), self._front)
        found: list[FoundName] = []
        for at in range(start + 1, self._front):
            if low[at] == ",":
                break
            if low[at] in ("of", "at"):
                found += phrase(sentence, at + 1, self._front, complement=True).names
        owner = owner_of(sentence, start) if start < self._front else None
        return Argument((owner, *found) if owner is not None and not sentence.is_ours(owner) else tuple(found))

    def _whose(self) -> Argument:
        """Who is named as owner of the object: "drives | A's booking service", "… the booking service of A"."""
        sentence, low = self.sentence, self.sentence.words.low
        owner = owner_of(sentence, self.last) if self.last < self._behind else None
        if owner is not None:
            return Argument(() if sentence.is_ours(owner) else (owner,))
        of = next((at for at in range(self.last, min(self._behind, self.last + 6)) if low[at] == "of"), -1)
        return phrase(sentence, of + 1, len(low), complement=True) if of > 0 else NOTHING


def _reach(sentence: Sentence, last: int) -> int:
    """Where what belongs to a verb ends: at a sign, at a word that turns to something else, at the next verb."""
    words, low = sentence.words, sentence.words.low
    stop = min(len(low), last + _REACH)
    for at in range(last, stop):
        if (low[at] in STOPS and low[at] not in ("(", ")")) or low[at] in TURNS:
            return at
        verbal = at > last and is_finite(words, at) and sentence.utterance.sentence.name_at[at] is None
        if verbal and not in_phrase(low, at):
            return at
    return stop
