"""Claims that deny something in, each matter out with the reports that the denials answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from briefing.model.claim import Claim, FundingValues, OpinionValues, TieValues
from briefing.model.dates import sort_key
from briefing.model.patterns import late
from briefing.model.source import SPEAKING, Evidence
from briefing.reconcile.conflicts.draft import Draft, Found, position, sentence
from briefing.reconcile.folding import content_words, fold
from briefing.reconcile.lexicon import table

_REPORTS = frozenset(
    "report reports information claim claims rumour rumours rumor rumors speculation story allegation allegations "
    "suggestion suggestions idea".split()
)
_TOLD = _REPORTS | {"reported", "wrote", "writes", "claimed", "alleged", "suggested", "rumoured", "rumored"}
_DENYING = ("deni", "deny", "reject", "dismiss", "disput")
_ITSELF = late(
    r",\s+((?:as|which|what)\s+(?:[^\s.;,]+\s+){1,6}?(?:claimed|reported|wrote|written|alleged|suggested|told)\b(?:[^.;]|[.;](?=\S)){0,120})"
    r"|\b((?:reports?|story|stories|rumou?rs?|speculation|suggestions?)\s+(?:[^\s.;,]+\s+){0,8}?that\b(?:[^.;]|[.;](?=\S)){10,160})"
)
_TALKS = frozenset("talks negotiations discussions deal bid approach merger takeover sale".split())
_CALLING = frozenset("called calls calling".split())
_THAT = frozenset("it that this".split())
_POINTING = frozenset("it this these".split())
_MODALS = frozenset("will would can could may might to they we who".split())
_SHORT = 4  # words of a denial that says not what it denies: "Acme denies it."
_MANY = 6  # reports that one denial is set beside
_NEXT = 2  # sentences between a denial and one that says that somebody had reported something
_APART = 3  # sentences between a denial and the report that it answers
_BREATH = 120  # code points between a report and the denial that follows on it


class _Answer(NamedTuple):
    """A denial with what it answers: claims, or words that no claim holds. topic: key of `denied` in the lexicon."""

    denial: Claim
    claims: tuple[Claim, ...]
    spots: tuple[Evidence, ...]
    topic: str


def denials(found: Found) -> Iterator[Draft]:
    """One draft for each matter: all that deny it stand together, beside the reports of it."""
    confirmed = _confirmed(found)
    rumours = [claim for claim in found.briefing.claims if _is_report(claim)]
    groups: list[list[_Answer]] = []
    for denial in found.briefing.claims:
        answer = _answer(denial, rumours, confirmed, found) if _denies(denial) else None
        if answer is not None:
            home = next((group for group in groups if any(_one_matter(answer, other) for other in group)), None)
            groups.append([answer]) if home is None else home.append(answer)
    for group in groups:
        claims = list(dict.fromkeys(claim for answer in group for claim in answer.claims))
        spots = list(dict.fromkeys(spot for answer in group for spot in answer.spots))
        first = next((answer for answer in group if answer.claims), group[0])
        told = first.claims[0].text if first.claims else spots[0].quote
        said = [answer.denial for answer in group]
        who = said[0].holders[-1] if said[0].holders else "another source"
        positions = (position(told, claims, spots), position(said[0].text, said))
        yield Draft("reported and denied", "role", positions, False, "", sentence("role", "denied", who=who), None, 88)


def _one_matter(one: _Answer, other: _Answer) -> bool:
    """One topic, one report, or one breath: "There is no bid, and nobody is negotiating"."""
    mine, theirs = one.denial.evidence, other.denial.evidence
    breath = mine.source == theirs.source and 0 <= mine.start - theirs.end < _BREATH // 4
    return (
        breath
        or (bool(one.topic) and one.topic == other.topic)
        or (not (one.topic and other.topic) and not set(one.claims).isdisjoint(other.claims))
    )


def _denies(claim: Claim) -> bool:
    """What was called off, a narrator tells: that denies nothing."""
    off = table("language")["called_off"]
    said = [cue for cue in claim.cues if fold(cue) not in off]
    return (
        claim.modality == "denied"
        and claim.holder_kind != "unnamed"
        and " nor den" not in claim.text  # "neither confirmed nor denied"
        and (bool(said) or not claim.cues)
        and (bool(claim.holders) or _points(claim))
    )


def _answer(denial: Claim, rumours: Sequence[Claim], confirmed: set[str], found: Found) -> _Answer | None:
    """What it says itself that it answers; else the reports of its topic, what stands near it, or what it points to."""
    topic = _topic(denial)
    itself = _itself(denial, found)
    if itself:
        return _Answer(denial, (), itself, topic)
    ended = [claim for claim in found.briefing.claims if _ended_before(claim, denial)]
    if ended and topic != "listing":
        return _Answer(denial, tuple(ended[:_MANY]), (), topic)
    open_ones = [claim for claim in rumours if claim.id not in confirmed and _told_before(claim, denial, found)]
    answered = _topical(denial, open_ones)
    if not answered and topic:
        near = _told_near(denial, found)
        if near:
            return _Answer(denial, (), near, topic)
    if not answered and _points(denial):
        answered = _pointed(denial, rumours, confirmed)
    if not answered:
        near = _told_next(denial, found)
        if near:
            return _Answer(denial, (), near, topic)
        answered = [] if _points(denial) else _answered(denial, found)
    return _Answer(denial, tuple(answered), (), topic) if answered else None


def _ended_before(claim: Claim, denial: Claim) -> bool:
    """ "Talks with Globex collapsed, people said. | Roe denied that there had been an offer": the talks are meant."""
    mine, theirs = claim.evidence, denial.evidence
    near = mine.source == theirs.source and 0 <= theirs.start - mine.end < 3 * _BREATH
    told = near and claim.modality == "denied" and not _denies(claim)
    return told and not _TALKS.isdisjoint(_words_of(claim.text))


def _itself(denial: Claim, found: Found) -> tuple[Evidence, ...]:
    """ "denies having sold land | , as a newsletter claimed": the report, told in the denial's own sentence."""
    source, piece = found.ground.sources[denial.evidence.source], denial.evidence
    passage = next(one for one in source.passages if one.start <= piece.start < one.end)
    match = _ITSELF.search(source.text, passage.start, passage.end)
    return (source.cite(*match.span(match.lastindex or 0)),) if match else ()


def _told_near(denial: Claim, found: Found) -> tuple[Evidence, ...]:
    """A sentence near the denial that says what somebody reported, on the same topic: whoever it is about."""
    said = _words_of(denial.text)
    topic = frozenset[str]().union(*(set(words) for words in _topics().values() if not said.isdisjoint(words)))
    for spot in _around(denial, _APART, found):
        words = _words_of(spot.quote)
        if not words.isdisjoint(topic) and not words.isdisjoint(_TOLD | _reporting()):
            return (spot,)
    return ()


def _told_next(denial: Claim, found: Found) -> tuple[Evidence, ...]:
    """The sentence before or behind the denial that says what somebody had reported."""
    for spot in _around(denial, _NEXT, found):
        words = [word.strip(".,;:()\"'“”’") for word in fold(spot.quote).split()]
        had = any(pair in (("had", "reported"), ("reported", "that"), ("had", "written")) for pair in pairwise(words))
        if had or not _reporting().isdisjoint(words):
            return (spot,)
    return ()


def _around(denial: Claim, reach: int, found: Found) -> Iterator[Evidence]:
    """The sentences of the denial's article up to `reach` before and behind it, but those that deny something."""
    source, piece = found.ground.sources[denial.evidence.source], denial.evidence
    denied = [one.evidence for one in found.by_source[source.id] if one.modality == "denied"]
    spoken = [passage for passage in source.passages if passage.kind in SPEAKING]
    place = next((at for at, one in enumerate(spoken) if one.start <= piece.start < one.end), -1)
    for passage in spoken[max(0, place - reach) : place + reach + 1] if place >= 0 else []:
        if not any(passage.start < one.end and one.start < passage.end for one in denied):
            yield source.cite(passage.start, passage.end)


@cache
def _reporting() -> frozenset[str]:
    return frozenset(table("language")["reporting"])


def _topic(denial: Claim) -> str:
    said = _words_of(denial.text)
    return next((kind for kind, words in _topics().items() if not said.isdisjoint(words)), "")


def _words_of(text: str) -> set[str]:
    return {word.strip(".,;:!?()\"'“”’") for word in fold(text).replace("-", " ").split()}


def _topics() -> dict[str, list[str]]:
    """What a denial can be of → the words for it."""
    topics: dict[str, list[str]] = table("language")["denied"]
    return topics


def _is_report(claim: Claim) -> bool:
    """A rumour, or what another outlet is said to have reported."""
    reported = claim.holder_kind == "outlet" and bool(claim.holders) and isinstance(claim.values, OpinionValues)
    approached = isinstance(claim.values, TieValues) and claim.values.status == "rumoured"
    return (
        claim.modality == "rumoured"
        or approached
        or (claim.modality in ("asserted", "hedged") and reported and _reports(claim))
    )


def _confirmed(found: Found) -> set[str]:
    """Claims on rounds that came, when they were rumours: nobody's denial is about them."""
    firm = [
        event for event in found.briefing.funding if event.standing in ("corroborated", "reported", "company-stated")
    ]
    spans = {claim.evidence for event in firm for claim in found.of(event.claims) if claim.modality == "rumoured"}
    return {claim.id for claim in found.briefing.claims if claim.modality == "rumoured" and claim.evidence in spans}


def _told_before(claim: Claim, denial: Claim, found: Found) -> bool:
    """Nobody answers a report that comes later; what is retold as reported may be old."""
    if claim.evidence.source == denial.evidence.source or claim.modality != "rumoured":
        return True
    days = [found.ground.sources[one.evidence.source].published for one in (claim, denial)]
    return not all(days) or sort_key(days[0]) <= sort_key(days[1])


def _pointed(denial: Claim, rumours: Sequence[Claim], confirmed: set[str]) -> list[Claim]:
    """ "Called the information inaccurate": the rumours that its article tells before, unless the first came true."""
    told = [claim for claim in rumours if claim.evidence.source == denial.evidence.source]
    told = [claim for claim in told if claim.evidence.end <= denial.evidence.start]
    if told and told[0].id in confirmed:
        return []
    return [claim for claim in told if claim.id not in confirmed][:_MANY]


def _reports(claim: Claim) -> bool:
    """Does the sentence say itself that it tells what somebody reported?"""
    return not _TOLD.isdisjoint(fold(claim.evidence.quote).replace(",", " ").replace(".", " ").split())


def _points(denial: Claim) -> bool:
    """Does it say only by "it", "the report" what it denies? ("Denied any plan to sell" says more.)"""
    said = [word.strip(".,;:!?\"'“”’") for word in fold(denial.text).split()]
    if len(said) <= _SHORT or not _REPORTS.isdisjoint(said):
        return True
    return any(
        (verb.startswith(_DENYING) and word in _POINTING)
        or (verb in _CALLING and word in _THAT)
        or (verb in _THAT and word in ("is", "was"))
        for verb, word in pairwise(said)
    )


def _topical(denial: Claim, rumours: Sequence[Claim]) -> list[Claim]:
    """Rumours of a round, a takeover or a listing, where the denial speaks of one; the nearest sources first."""
    said = _words_of(denial.text)
    for kind, words in _topics().items():
        if said.isdisjoint(words):
            continue
        about = [
            claim
            for claim in rumours
            if not _overlap(claim, denial) and (_kind(claim) == kind or (_is_word(claim) and _speaks(claim, words)))
        ]
        if about:
            about.sort(key=lambda claim: claim.evidence.source != denial.evidence.source)
            return about[:_MANY]
    return []


def _is_word(claim: Claim) -> bool:
    return isinstance(claim.values, OpinionValues)


def _speaks(claim: Claim, words: Sequence[str]) -> bool:
    """Does it name the matter? ("What they will | offer | in May" is no offer.)"""
    told = fold(claim.text).replace(",", " ").replace(".", " ").split()
    return any(word in words and before not in _MODALS for before, word in pairwise(["", *told]))


def _overlap(claim: Claim, other: Claim) -> bool:
    mine, theirs = claim.evidence, other.evidence
    return mine.source == theirs.source and mine.start < theirs.end and theirs.start < mine.end


def _kind(claim: Claim) -> str:
    """Of what a rumour is: a round, a listing, a purchase."""
    values = claim.values
    if isinstance(values, FundingValues):
        return "listing" if values.instrument == "ipo" else "round"
    return "purchase" if isinstance(values, TieValues) and values.tie == "acquirer" else ""


@cache
def _vague() -> frozenset[str]:
    """Words of rounds at large: two texts that share them may speak of two rounds."""
    return content_words("series round million billion lead raise fund funding deal planned investor")


def _answered(denial: Claim, found: Found) -> list[Claim]:
    """Two shared words that tell a topic, in the same source if possible; the denier's own words do not count."""
    own = content_words(" ".join((found.ground.subject.name, *found.ground.subject.aliases)))
    words = content_words(denial.text) - own - _vague() - content_words(" ".join(denial.holders))
    points = _points(denial)
    best: tuple[float, int, Claim] | None = None
    for claim in found.briefing.claims:
        ended = claim.modality == "denied" and not _denies(claim)  # "before the talks collapsed"
        if (
            not (ended or (claim.modality != "denied" and (_is_report(claim) or _reports(claim))))
            or _overlap(claim, denial)
            or (claim.holders[-1:] == denial.holders[-1:] and claim.holders)
        ):
            continue
        near = claim.evidence.source == denial.evidence.source
        rumour = claim.modality == "rumoured"
        behind = near and 0 <= denial.evidence.start - claim.evidence.end < _BREATH
        just_before = behind and (rumour or ended or (points and claim.holder_kind == "outlet"))
        shared = len(words & content_words(claim.text)) + 2 * just_before
        if shared >= 2 and (near or shared >= 4):
            key = (shared + near + (claim.modality == "rumoured"), -int(claim.id[1:] or 0), claim)
            best = key if best is None or key[:2] > best[:2] else best
    return [best[2]] if best else []
