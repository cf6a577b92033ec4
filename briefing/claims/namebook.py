"""All sources go in, what they teach about names comes out: which words are names, of what, which mean the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.claims.aliases import AliasFinder, Relations, relations
from briefing.claims.bodies import bodies
from briefing.claims.candidates import Candidate, candidates, opens_with_adjective, survey
from briefing.claims.capitals import Stretch, stretch
from briefing.claims.descriptors import apposition, descriptor
from briefing.claims.germannouns import without_nouns
from briefing.claims.nametrims import Seen
from briefing.claims.printedwords import bare_script_names
from briefing.claims.terms import terms
from briefing.claims.votes import Vote, votes, winner
from briefing.claims.wordclasses import fold, word_classes
from briefing.model.naming import name_key
from briefing.model.records import dataclass, field
from briefing.model.source import Source

_LEARNT_FROM = frozenset({"sentence", "item", "row", "title"})
_ENDS = ("capital", "partners", "ventures", "group", "holdings", "technologies", "management", "investments")
# "the Norgrove family office" is named by these words, too.
_TAILS = (" family office", " family trust", " family foundation")

Place = tuple[str, int, int]  # a text, start, end


class Draft(NamedTuple):
    """A name found in a text, not yet weighed against all others; offsets count from where the stretch read begins.

    fixed: its kind is certain whatever others say.
    """

    start: int
    end: int
    key: str
    kind: str
    descriptor: str
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class NameBook:
    """What is known of names from all texts.

    seen: words in lower case and names; kinds: name_key → kind; canonical: name_key → fullest printed form;
    aliases: fullest printed form → other printed forms; owners: name_key of a product or channel → its owner's
    canonical name ("Acme's Skyline platform": skyline → Acme). drafts: what was found where, to read nothing twice.
    """

    seen: Seen = field(default_factory=Seen)
    kinds: Mapping[str, str] = field(default_factory=dict)
    canonical: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)
    drafts: Mapping[Place, tuple[Draft, ...]] = field(default_factory=dict)

    def kind_of(self, name: str) -> str:
        return self.kinds.get(name_key(name), "unknown")


def learn(sources: Sequence[Source], extra: Mapping[str, Sequence[str]] | None = None) -> NameBook:
    """Read all sources once. extra: canonical name → aliases, from the user's alias file; they win over the texts'."""
    given = frozenset(fold(name) for head, others in (extra or {}).items() for name in (head, *others))
    reader = _Reader(Seen(_lower_words(sources), terms=_terms(sources, given)), given)
    reader.read(sources)
    _credit_speakers(reader.ballots, reader.finder.speakers)
    _credit_particles(reader.ballots)
    kinds = {key: winner(ballot) for key, ballot in reader.ballots.items()}
    reader.finder.spread(kinds)
    _name_families(kinds, reader.ballots)
    for key in kinds:
        if kinds[key] in ("person", "unknown") and any(_is_organisation(f"{key} {end}", kinds) for end in _ENDS):
            kinds[key] = "organisation"  # "Acme Peak", where "Acme Peak Partners" is one
    for key, kind in kinds.items():
        if kind == "unknown" and any(kinds.get(stem) == "product" for stem in _stems(key)):
            kinds[key] = "product"  # "Skyline Pro", where Skyline is one
    printed = {key: _best_form(counter) for key, counter in reader.forms.items()}
    groups = reader.finder.groups(printed, kinds, extra or {})
    canonical, aliases = _canonical(printed, reader.forms, groups)
    for key in kinds:
        if kinds[key] == "unknown" and key in groups:
            kinds[key] = kinds.get(groups[key], "unknown")
        paper = kinds[key] == "organisation" and kinds.get(groups.get(key, "")) == "outlet"
        if paper and not reader.ballots[key]["organisation"]:
            kinds[key] = "outlet"  # "TL said", short for the Tidal Ledger
    owners = reader.finder.owners(printed, kinds)
    return NameBook(reader.final_seen(), kinds, canonical, aliases, owners, reader.drafts)


def _is_organisation(key: str, kinds: Mapping[str, str]) -> bool:
    return kinds.get(key) == "organisation"


def draft(text: str, start: int, end: int, seen: Seen) -> tuple[Draft, ...]:
    """The names in text[start:end], each judged by its own place."""
    piece = _piece(_with_next(text, start, end), end - start)
    found = candidates(piece, seen)
    return _drafts(piece, found, [local_kind(piece, one) for one in found])


_LONGEST_KEPT = 5_000
_NEXT = 20  # code points behind a passage that may belong to its last name ("… family office", a closing bracket)


def _with_next(text: str, start: int, end: int) -> str:
    """A passage with what follows in its line: all that reading its names looks at."""
    return text[start:end] + text[end : end + _NEXT].partition("\n")[0]


def _piece(wording: str, size: int) -> Stretch:
    return _kept_piece(wording, size) if size <= _LONGEST_KEPT else stretch(wording, 0, size)


@lru_cache(maxsize=1024)  # articles repeat one another, and may be read again in one process
def _kept_piece(wording: str, size: int) -> Stretch:
    return stretch(wording, 0, size)


class _Told(NamedTuple):
    """What one wording tells, wherever it is printed: names found in it, and what speaks for their being what."""

    piece: Stretch
    found: Sequence[Candidate]
    drafts: tuple[Draft, ...] = ()
    keys: Sequence[str] = ()
    printed: Sequence[str] = ()
    votes: Sequence[tuple[Vote, ...]] = ()
    relations: Relations | None = None


def _told(piece: Stretch, found: Sequence[Candidate]) -> _Told:
    return _judged(piece, tuple(found)) if piece.end <= _LONGEST_KEPT else _judged.__wrapped__(piece, tuple(found))


@lru_cache(maxsize=1024)  # as the pieces themselves
def _judged(piece: Stretch, found: tuple[Candidate, ...]) -> _Told:
    printed = [piece.text[one.start : one.end] for one in found]
    printed = [" ".join(form.split()) if "  " in form else form for form in printed]  # where tags of a page stood
    drafts = _drafts(piece, found, ["unknown"] * len(found))
    keys = [*map(name_key, printed)]
    said = [tuple(votes(piece, one)) for one in found]
    return _Told(piece, found, drafts, keys, printed, said, relations(piece, found, keys))


class _Reader:
    """Goes through all passages once; those where names known from elsewhere may change the outcome, twice.

    A wording that several articles print is read once.
    """

    def __init__(self, seen: Seen, given: frozenset[str] = frozenset()) -> None:
        self._lower, self._given, self._terms = seen.lower, given, seen.terms
        self._known: set[str] = set(given)
        self._once: set[str] = set()  # words that are also written small make a name when seen so twice
        self._whole: set[str] = set()
        self.ballots: dict[str, Counter[str]] = {}
        self.forms: dict[str, Counter[str]] = {}
        self.finder = AliasFinder()
        self.drafts: dict[Place, tuple[Draft, ...]] = {}

    def final_seen(self) -> Seen:
        return Seen(self._lower, frozenset(self._known), frozenset(self._whole), self._given, self._terms)

    def read(self, sources: Sequence[Source]) -> None:
        first = Seen(self._lower, frozenset(self._known), given=self._given, terms=self._terms)
        surveyed: dict[str, tuple[_Told, bool]] = {}
        open_places: list[tuple[int, Place, str]] = []
        german = [source.language.startswith("de") for source in sources]
        for number, place in _places(sources):
            wording = _with_next(*place)
            if wording not in surveyed:
                piece = _piece(wording, place[2] - place[1])
                found, open_question = survey(piece, first)
                told = _Told(piece, found) if open_question else _told(piece, found)  # the open ones are read again
                surveyed[wording] = (told, open_question)
            told, open_question = surveyed[wording]
            if not german[number] and not told.piece.headline:
                self._learn(told)
            if open_question or german[number]:
                open_places.append((number, place, wording))
            else:
                self._take(number, place, told)
        self._settle(open_places, {wording: told.piece for wording, (told, _) in surveyed.items()}, german)

    def _learn(self, told: _Told) -> None:
        generic = word_classes().generic
        for one in told.found:
            if opens_with_adjective(told.piece, one):
                continue
            if one.key in self._once or one.key not in self._lower:
                self._known.add(one.key)
            self._once.add(one.key)
            if one.last - one.first > 1 and told.piece.low(one.last - 1) in generic:
                self._whole.add(one.key)

    def _settle(
        self, places: Sequence[tuple[int, Place, str]], pieces: Mapping[str, Stretch], german: Sequence[bool]
    ) -> None:
        """Read again, now that all names are known, the passages where that may change the outcome."""
        seen = self.final_seen()
        settled: dict[tuple[str, bool], _Told] = {}
        for number, place, wording in places:
            key = (wording, german[number])
            if key not in settled:
                piece = pieces[wording]
                found = candidates(piece, seen)
                settled[key] = _told(piece, without_nouns(piece, found, seen) if german[number] else found)
            self._take(number, place, settled[key])

    def _take(self, number: int, place: Place, told: _Told) -> None:
        self.drafts[place] = told.drafts
        for key, form, said in zip(told.keys, told.printed, told.votes, strict=True):
            forms = self.forms.get(key)
            if forms is None:
                forms = self.forms[key] = Counter()
                self.ballots[key] = Counter()
            forms[form] += 1
            ballot = self.ballots[key]
            for kind, weight in said:
                ballot[kind] += weight
        self.finder.read(number, place[1], told.found, told.keys, told.relations)


def _drafts(piece: Stretch, found: Sequence[Candidate], kinds: Sequence[str]) -> tuple[Draft, ...]:
    text = piece.text
    taken: list[Draft] = []
    states = [Draft(body.start, body.end, name_key(body.text), "organisation", "", True) for body in bodies(piece)]
    for one, kind in zip(found, kinds, strict=True):
        if states and any(body.start <= one.start < body.end for body in states):
            continue
        told = descriptor(piece, one) or apposition(piece, one)
        end = one.end
        if text.startswith(_TAILS, end):
            end += next(len(tail) for tail in _TAILS if text.startswith(tail, end))
        key = name_key(text[one.start : end])
        taken.append(Draft(one.start, end, key, "organisation" if end > one.end else kind, told, end > one.end))
    bare = [
        Draft(a, b, name_key(text[a:b]), "unknown", "")
        for a, b in bare_script_names(text, piece.start, piece.end)
        if not any(a < one.end and one.start < b for one in found)
    ]
    return tuple(sorted((*taken, *states, *bare))) if states or bare else tuple(taken)


def _stems(key: str) -> list[str]:
    """What a name of several words may be a variant of: its beginnings."""
    words = key.split()
    return [" ".join(words[:cut]) for cut in range(1, len(words))]


def _credit_speakers(ballots: dict[str, Counter[str]], speakers: set[str]) -> None:
    """ "Hartmann said": who is quoted by a last word alone is a person, and so is the full name ending in it."""
    full: dict[str, list[str]] = {}
    organisation = word_classes().organisation
    for key in ballots:
        first, _, last = key.rpartition(" ")
        if first and last in speakers and key.count(" ") < 4 and organisation.isdisjoint(key.split()):
            full.setdefault(last, []).append(key)
    for last, keys in full.items():
        for key in (*keys, last):
            ballots[key]["person"] += 5


def _credit_particles(ballots: dict[str, Counter[str]]) -> None:
    """ "Anna van der Roe": a particle inside a name makes it a person's, and so its end ("Van der Roe wants …")."""
    organisation = word_classes().organisation
    for key in [key for key in ballots if " v" in key or " ter " in key]:
        words = key.split()
        at = next((at for at in range(1, len(words) - 1) if words[at] in _PARTICLES), 0)
        if at and len(words) < 6 and organisation.isdisjoint(words):
            for part in {key, " ".join(words[at:])} & ballots.keys():
                ballots[part]["person"] += 5


_PARTICLES = frozenset({"van", "von", "vom", "ter"})


def _name_families(kinds: dict[str, str], ballots: Mapping[str, Counter[str]]) -> None:
    """The last word of a person's name is that person, unless much speaks for an organisation of that name."""
    people = [key.split() for key, kind in kinds.items() if kind == "person" and " " in key]
    surnames = {" ".join(words[at:]) for words in people for at in range(1, len(words))}
    for surname in surnames & kinds.keys():
        if ballots[surname]["organisation"] < 3:
            kinds[surname] = "person"


def _lower_words(sources: Iterable[Source]) -> frozenset[str]:
    words: set[str] = set()
    for source in sources:
        words |= _small_in(source.text)
    return frozenset(fold(word).strip(".,;:!?()[]\"'“”—–-") for word in words)


def _terms(sources: Iterable[Source], given: frozenset[str]) -> frozenset[str]:
    return frozenset(term for source in sources for term in terms(source.text)) - given


@lru_cache(maxsize=64)
def _small_in(text: str) -> frozenset[str]:
    return frozenset(filter(str.islower, set(text.replace("’", "'").split())))


def _places(sources: Sequence[Source]) -> Iterator[tuple[int, Place]]:
    """(number of the source, (text, start, end)) of every passage that says something; lines where there are none."""
    for number, source in enumerate(sources):
        if source.passages:
            for passage in source.passages:
                if passage.kind in _LEARNT_FROM:
                    yield number, (source.text, passage.start, passage.end)
        else:
            at = 0
            for line in source.text.splitlines(keepends=True):
                if line.strip():
                    yield number, (source.text, at, at + len(line))
                at += len(line)


def _best_form(forms: Counter[str]) -> str:
    """The printing to show: the commonest, mixed case before capitals, then the longest, then by alphabet."""
    return min(forms, key=lambda form: (form.isupper() and len(form) > 5, -forms[form], -len(form), form))


def _canonical(
    printed: dict[str, str], forms: dict[str, Counter[str]], groups: dict[str, str]
) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    canonical = {key: printed.get(groups.get(key, key), form) for key, form in printed.items()}
    for key, head in groups.items():
        canonical.setdefault(key, printed.get(head, head))
    aliases: dict[str, set[str]] = {}
    for key, name in canonical.items():
        for form in forms.get(key, {printed.get(key, key): 1}):
            if form != name:
                aliases.setdefault(name, set()).add(form)
    return canonical, {name: tuple(sorted(others)) for name, others in sorted(aliases.items())}


def local_kind(piece: Stretch, one: Candidate) -> str:
    """What a name looks like from this one place alone."""
    ballot: Counter[str] = Counter()
    for kind, weight in votes(piece, one):
        ballot[kind] += weight
    return winner(ballot)


EMPTY_BOOK = NameBook()
