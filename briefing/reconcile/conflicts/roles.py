"""Organisations to which the sources give different roles, several roles, or a role that somebody denies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from briefing.model.briefing import Relationship
from briefing.model.claim import Claim, FundingValues, OpinionValues, Tie, TieValues
from briefing.model.source import SPEAKING, Evidence
from briefing.reconcile.conflicts.draft import Draft, Found, position, sentence
from briefing.reconcile.folding import content_words, fold
from briefing.reconcile.lexicon import table

_MONEY: frozenset[Tie] = frozenset({"investor", "lead-investor", "lender"})
_WORK: frozenset[Tie] = frozenset({"customer", "partner", "supplier", "distributor", "co-developer", "joint-venture"})
_BUYER: frozenset[Tie] = frozenset({"customer"})
_PEER: frozenset[Tie] = frozenset({"partner", "co-developer", "joint-venture", "distributor"})


_REPORTS = frozenset(
    "report reports information claim claims rumour rumours rumor rumors speculation story allegation allegations "
    "suggestion suggestions idea".split()
)
_TOLD = _REPORTS | {"reported", "wrote", "writes", "claimed", "alleged", "suggested", "rumoured", "rumored"}
_POINTING = frozenset("it this that these those".split())
_DENYING = ("deni", "deny", "reject", "dismiss", "disput")
_SHORT = 4  # words of a denial that says not what it denies: "Acme denies it."
_MANY = 6  # reports that one denial is set beside
_APART = 3  # sentences between a denial and the report that it answers
_BREATH = 120  # code points between a report and the denial that follows on it


def roles(found: Found) -> Iterator[Draft]:
    for relation in found.briefing.relationships:
        yield from _peer_or_buyer(relation, found)
    yield from _several(found)
    yield from _denied(found)


def _tie(claim: Claim) -> Tie:
    """The tie a claim states; funding claims make investors."""
    return claim.values.tie if isinstance(claim.values, TieValues) else "investor"


def _peer_or_buyer(relation: Relationship, found: Found) -> Iterator[Draft]:
    """Partner in one source, client in another."""
    claims = found.of(relation.claims)
    buying = [claim for claim in claims if _tie(claim) in _BUYER]
    peers = [claim for claim in claims if _tie(claim) in _PEER]
    apart = {claim.evidence.source for claim in buying} != {claim.evidence.source for claim in peers}
    if buying and peers and apart:
        kinds = " / ".join(dict.fromkeys(_tie(claim) for claim in peers))
        positions = (position(kinds, peers), position("customer", buying))
        used = f"{kinds} and customer"
        text = sentence("role", "roles")
        yield Draft(f"role of {relation.name}", "role", positions, True, used, text, relation.id, 72)


def _several(found: Found) -> Iterator[Draft]:
    """Those who both gave money and work with the subject, in one entry."""
    both = [r for r in found.briefing.relationships if _MONEY & set(r.kinds) and _WORK & set(r.kinds)]
    if not both:
        return
    money: list[Claim] = []
    work: list[Claim] = []
    for relation in both:
        claims = found.of(relation.claims)
        money += _spread([c for c in claims if isinstance(c.values, FundingValues) or _tie(c) in _MONEY])
        work += _spread([claim for claim in claims if _tie(claim) in _WORK and isinstance(claim.values, TieValues)])
    names = ", ".join(relation.name for relation in both)
    positions = (position("investor", money), position("partner, customer or supplier", work))
    text = sentence("role", "both")
    yield Draft(f"investor and partner at once: {names}", "role", positions, True, names, text, None, 50)


def _spread(claims: Sequence[Claim]) -> list[Claim]:
    """One claim of each source, so that the evidence stays short."""
    return list({claim.evidence.source: claim for claim in reversed(claims)}.values())[::-1]


def _denied(found: Found) -> Iterator[Draft]:
    """A denial, beside the reports that it answers: those of its topic, else the one that shares most of its words."""
    confirmed = _confirmed(found)
    rumours = [claim for claim in found.briefing.claims if _is_report(claim) and claim.id not in confirmed]
    for denial in found.briefing.claims:
        # What was called off, a narrator tells: that denies nothing.
        if denial.modality == "denied" and denial.holder_kind != "unnamed" and (denial.holders or _points(denial)):
            answered = _topical(denial, rumours) or _before(denial, found, rumours)
            told = () if answered else _told_near(denial, found)
            if answered or told:
                who = denial.holders[-1] if denial.holders else "another source"
                report = position(answered[0].text if answered else told[0].quote, answered, told)
                positions = (report, position(denial.text, [denial]))
                topic = "reported and denied"
                yield Draft(topic, "role", positions, False, "", sentence("role", "denied", who=who), None, 88)


def _told_near(denial: Claim, found: Found) -> tuple[Evidence, ...]:
    """A sentence near the denial that says what somebody reported, on the same topic: whoever it is about."""
    source, said = found.ground.sources[denial.evidence.source], _words_of(denial.text)
    topic = frozenset[str]().union(*(set(words) for words in _topics().values() if not said.isdisjoint(words)))
    denied = [one.evidence for one in found.briefing.claims if one.modality == "denied"]
    denied = [piece for piece in denied if piece.source == source.id]
    spoken = [passage for passage in source.passages if passage.kind in SPEAKING]
    place = next((at for at, one in enumerate(spoken) if one.start <= denial.evidence.start < one.end), -1)
    for passage in spoken[max(0, place - _APART) : place + _APART + 1] if place >= 0 and topic else []:
        words = _words_of(source.text[passage.start : passage.end])
        apart = not any(passage.start < piece.end and piece.start < passage.end for piece in denied)
        if apart and not words.isdisjoint(topic) and not words.isdisjoint(_TOLD):
            return (source.cite(passage.start, passage.end),)
    return ()


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
    return claim.modality == "rumoured" or approached or (claim.modality == "asserted" and reported and _reports(claim))


def _confirmed(found: Found) -> set[str]:
    """Claims on rounds that came, when they were rumours: nobody's denial is about them."""
    firm = [
        event for event in found.briefing.funding if event.standing in ("corroborated", "reported", "company-stated")
    ]
    spans = {claim.evidence for event in firm for claim in found.of(event.claims) if claim.modality == "rumoured"}
    return {claim.id for claim in found.briefing.claims if claim.modality == "rumoured" and claim.evidence in spans}


def _before(denial: Claim, found: Found, rumours: Sequence[Claim]) -> list[Claim]:
    """What it answers by its words; where it only points ("called the information inaccurate") and no report stands
    right before it, the rumours that its article tells before."""
    answered = _answered(denial, found)
    if not _points(denial) or any(claim.modality == "rumoured" or _reports(claim) for claim in answered):
        return answered
    told = [claim for claim in rumours if claim.evidence.source == denial.evidence.source]
    return [claim for claim in told if claim.evidence.end <= denial.evidence.start][:_MANY]


def _reports(claim: Claim) -> bool:
    """Does the sentence say itself that it tells what somebody reported?"""
    return not _TOLD.isdisjoint(fold(claim.evidence.quote).replace(",", " ").replace(".", " ").split())


def _points(denial: Claim) -> bool:
    """Does it say only by "it", "the report" what it denies? ("Denied that there was an offer" says more.)"""
    said = [word.strip(".,;:!?\"'“”’") for word in fold(denial.text).split()]
    if len(said) <= _SHORT or not _REPORTS.isdisjoint(said) or said[-1] in _POINTING:
        return True
    return any(verb.startswith(_DENYING) and word in ("this", "these") for verb, word in pairwise(said))


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
    return not set(fold(claim.text).replace(",", " ").replace(".", " ").split()).isdisjoint(words)


def _overlap(claim: Claim, other: Claim) -> bool:
    mine, theirs = claim.evidence, other.evidence
    return mine.source == theirs.source and mine.start < theirs.end and theirs.start < mine.end


def _kind(claim: Claim) -> str:
    """Of what a rumour is: a round, a listing, a purchase."""
    values = claim.values
    if isinstance(values, FundingValues):
        return "listing" if values.instrument == "ipo" else "round"
    return "purchase" if isinstance(values, TieValues) and values.tie in ("acquired", "acquirer") else ""


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
        if (
            claim.modality == "denied"
            or _overlap(claim, denial)
            or (claim.holders[-1:] == denial.holders[-1:] and claim.holders)
        ):
            continue
        near = claim.evidence.source == denial.evidence.source
        rumour = claim.modality == "rumoured"
        behind = near and 0 <= denial.evidence.start - claim.evidence.end < _BREATH
        just_before = behind and (rumour or (points and claim.holder_kind == "outlet"))
        shared = len(words & content_words(claim.text)) + 2 * just_before
        if shared >= 2 and (near or shared >= 4):
            key = (shared + near + (claim.modality == "rumoured"), -int(claim.id[1:] or 0), claim)
            best = key if best is None or key[:2] > best[:2] else best
    return [best[2]] if best else []
