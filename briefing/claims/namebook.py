"""All sources go in, what they teach about names comes out: which words are names, what they name, which mean the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefing.claims.aliases import AliasFinder
from briefing.claims.candidates import Candidate, Seen, candidates
from briefing.claims.capitals import Stretch, stretch
from briefing.claims.votes import votes, winner
from briefing.claims.wordclasses import fold, word_classes
from briefing.model.naming import name_key
from briefing.model.source import Source

_LEARNT_FROM = frozenset({"sentence", "item", "row", "title"})


@dataclass(frozen=True, slots=True)
class NameBook:
    """What is known of names from all texts.

    seen: words in lower case and names; kinds: name_key → kind; canonical: name_key → fullest printed form;
    aliases: fullest printed form → other printed forms; owners: name_key of a product or channel → its owner's
    canonical name ("Acme's Skyline platform": skyline → Acme).
    """

    seen: Seen = field(default_factory=Seen)
    kinds: Mapping[str, str] = field(default_factory=dict)
    canonical: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)

    def canonical_of(self, name: str) -> str:
        """The fullest printed form that the texts show of a name; the name itself if it is not known."""
        return self.canonical.get(name_key(name), name)

    def kind_of(self, name: str) -> str:
        return self.kinds.get(name_key(name), "unknown")


def learn(sources: Sequence[Source], extra: Mapping[str, Sequence[str]] | None = None) -> NameBook:
    """Read all sources once. extra: canonical name → aliases, from the user's alias file; they win over the texts'."""
    lower = _lower_words(sources)
    pieces = list(_pieces(sources))
    seen = _seen(pieces, lower)
    ballots: dict[str, Counter[str]] = {}
    forms: dict[str, Counter[str]] = {}
    finder = AliasFinder()
    for number, piece in pieces:
        found = candidates(piece, seen)
        for one in found:
            key = name_key(piece.text[one.start : one.end])
            forms.setdefault(key, Counter())[piece.text[one.start : one.end]] += 1
            ballot = ballots.setdefault(key, Counter())
            for kind, weight in votes(piece, one):
                ballot[kind] += weight
        finder.read(number, piece, found)
    _credit_speakers(ballots, finder.speakers)
    kinds = {key: winner(ballot) for key, ballot in ballots.items()}
    printed = {key: _best_form(counter) for key, counter in forms.items()}
    groups = finder.groups(printed, kinds, extra or {})
    canonical, aliases = _canonical(printed, forms, groups)
    for key in kinds:
        if kinds[key] == "unknown" and key in groups:
            kinds[key] = kinds.get(groups[key], "unknown")
    return NameBook(seen, kinds, canonical, aliases, finder.owners(printed, kinds))


def _credit_speakers(ballots: dict[str, Counter[str]], speakers: set[str]) -> None:
    """ "Behl said": who is quoted by a last word alone is a person, and so is the only full name that ends in it."""
    full: dict[str, list[str]] = {}
    for key in ballots:
        words = key.split()
        if 1 < len(words) < 5 and words[-1] in speakers and not any(word in word_classes().organisation for word in words):
            full.setdefault(words[-1], []).append(key)
    for last, keys in full.items():
        for key in (*keys, last):
            ballots[key]["person"] += 5


def learn_aliases(sources: Sequence[Source], extra: Mapping[str, Sequence[str]] | None = None) -> dict[str, tuple[str, ...]]:
    """Canonical name → other names that the texts themselves (or the alias file) give it."""
    return dict(learn(sources, extra).aliases)


def _lower_words(sources: Iterable[Source]) -> frozenset[str]:
    words: set[str] = set()
    for source in sources:
        words.update(word for word in set(source.text.replace("’", "'").split()) if word.islower())
    return frozenset(fold(word).strip(".,;:!?()[]\"'“”—–-") for word in words)


def _pieces(sources: Sequence[Source]) -> Iterator[tuple[int, Stretch]]:
    for number, source in enumerate(sources):
        if source.passages:
            for passage in source.passages:
                if passage.kind in _LEARNT_FROM:
                    yield number, stretch(source.text, passage.start, passage.end)
        else:
            yield from ((number, piece) for piece in _by_lines(source.text))


def _by_lines(text: str) -> Iterator[Stretch]:
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield stretch(text, at, at + len(line))
        at += len(line)


def _seen(pieces: list[tuple[int, Stretch]], lower: frozenset[str]) -> Seen:
    """First look: names that stand inside sentences, where only being a name explains their capitals."""
    known: Counter[str] = Counter()
    whole: set[str] = set()
    generic = word_classes().generic
    first = Seen(lower)
    for _, piece in pieces:
        if piece.headline:
            continue
        for one in candidates(piece, first):
            known[one.key] += 1
            if piece.low(one.last - 1) in generic and one.last - one.first > 1:
                whole.add(one.key)
    return Seen(lower, frozenset(known), frozenset(whole))


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
