"""A Reading goes in, claims of ties to the subject come out: partners, customers, investors, suppliers, acquisitions …

Who is tied to somebody else, or only perhaps, or no longer in the running, is kept as Rejected with the reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from briefing.claims.dealprices import Purchase, may_price, prices
from briefing.claims.givers import is_giver
from briefing.claims.heldcompany import held_company
from briefing.claims.parties import pointing_back
from briefing.claims.reading import FoundName, Reading, Utterance
from briefing.claims.tieclaims import claims_of
from briefing.claims.tiecues import hits, trigger_words
from briefing.claims.tiedefaults import default_findings
from briefing.claims.tiedenials import called_off, taken_back
from briefing.claims.tiefindings import Finding
from briefing.claims.tieframes import frame_findings
from briefing.claims.tielabels import tie_of
from briefing.claims.tielists import listed_findings
from briefing.claims.tieroles import covered, role_findings
from briefing.claims.tiesbycue import cue_findings
from briefing.claims.tiesentence import Sentence
from briefing.claims.tieseries import series_findings
from briefing.claims.tiesites import site_findings
from briefing.claims.tietestimonials import testimonial_findings, testimonial_triggers
from briefing.claims.tieusers import user_findings
from briefing.claims.words import cut, plain
from briefing.model.claim import Claim, Rejected, TieValues
from briefing.model.records import replace

_LONGEST = 5000  # characters of a passage: what is longer is no sentence


def extract(reading: Reading) -> Iterator[Claim | Rejected]:
    """Claims of kind "relationship" (values: TieValues), one for each named party, and what was left out."""
    text = plain(reading.source.text)
    said: set[tuple[str, str, int]] = set()
    before_subject, before = False, ""
    subject = reading.subject_names[0] if reading.subject_names else ""
    # Who "it" is, is known for English only: elsewhere an article that begins with the subject stays with it.
    foreign = not reading.source.language.startswith("en") and any(
        name.is_subject for utterance in reading.utterances[:2] for name in utterance.names
    )
    bought: Purchase | None = None
    lists: dict[int, bool] = {}  # lead-in → whether the text ran on the subject where its list began
    near: tuple[frozenset[str], ...] = ()
    tied, block, about = "", -1, _is_about(reading)
    mostly = about or _is_mostly_about(reading)
    others: tuple[FoundName, ...] = ()
    since = 0
    for utterance in reading.utterances:
        found: list[Claim | Rejected] = []
        runs_on = block == utterance.passage.block and not utterance.passage.cells
        pointed = others if runs_on and utterance.holds(pointing_back()) else ()
        lead = utterance.passage.lead_in
        over = text[lead.start : lead.end] if lead else ""
        if _may_hold(utterance, bool(pointed), over) and utterance.passage.block not in reading.strangers:
            words = cut(text, utterance.passage.start, utterance.passage.end)
            listed = lists.setdefault(lead.start, before_subject) if lead else before_subject
            sentence = Sentence(
                utterance,
                words,
                text,
                listed or (foreign and not _rivalled(utterance)),
                before,
                foreign,
                subject,
                near,
                reading.wares,
                reading.things,
                tied,
                about and block != utterance.passage.block,
                about,
                pointed,
                since,
                mostly,
            )
            found = list(claims_of(reading, sentence, _all_findings(reading, sentence), said))
            found = [_unless_denied(reading, utterance, one) for one in found]
            claims = [one for one in found if isinstance(one, Claim)]
            yield from found
            yield from prices(reading, sentence, claims, bought)
            bought = _purchase(claims, utterance.index) or bought
        last, before = utterance.clauses[-1], utterance.text
        near = (*near[-1:], utterance.vocabulary)
        ours = last.setting_is_subject or any(clause.is_subject for clause in utterance.clauses)
        tied, block = _last_tie(found), utterance.passage.block
        told = ours or any(name.is_subject for name in utterance.names)
        others, since = _organisations(utterance) if told else (), utterance.passage.start
        before_subject = (
            ours or bool(tied) or (before_subject and is_giver(last.setting))
        )  # one who only took the floor


def _is_mostly_about(reading: Reading) -> bool:
    """Is the subject named in more sentences than any other organisation?"""
    counts: Counter[str] = Counter()
    for utterance in reading.utterances:
        counts.update({"" if one.is_subject else one.canonical for one in utterance.names if one.kind in _BODIES})
    ours = counts.pop("", 0)
    return ours >= _OFTEN and all(count < ours for name, count in counts.items() if _can_compete(reading, name))


def _can_compete(reading: Reading, name: str) -> bool:
    """Not a thing of the subject's, and no model or substance ("LX-204")."""
    return name not in reading.things and not any(char.isdigit() for char in name)


_OFTEN = 3
_BODIES = frozenset({"organisation", "unknown"})


def _organisations(utterance: Utterance) -> tuple[FoundName, ...]:
    """The organisations that an utterance names, the subject left out, each once."""
    named = {
        name.canonical: name
        for name in reversed(utterance.names)
        if not name.is_subject and not name.owner and name.kind in ("organisation", "unknown")
    }
    return tuple(reversed(named.values()))


def _is_about(reading: Reading) -> bool:
    """Do most paragraphs begin with the subject?"""
    first = {one.passage.block: one.clauses[0] for one in reversed(reading.utterances)}
    ours = sum(clause.is_subject or clause.setting_is_subject for clause in first.values())
    return 2 * ours > len(first)


def _unless_denied(reading: Reading, utterance: Utterance, one: Claim | Rejected) -> Claim | Rejected:
    if isinstance(one, Claim) and taken_back(reading, utterance, one):
        name = one.values.name if isinstance(one.values, TieValues) else ""
        return Rejected(f"{name}: the source tells that it was denied", "relationship", one.evidence)
    if isinstance(one, Claim) and called_off(reading, utterance, one):
        name = one.values.name if isinstance(one.values, TieValues) else ""
        return Rejected(f"{name}: the source tells that it came to nothing", "relationship", one.evidence)
    return one


def _last_tie(found: Iterable[Claim | Rejected]) -> str:
    ties = [one.values.tie for one in found if isinstance(one, Claim) and isinstance(one.values, TieValues)]
    return ties[-1] if ties else ""


def _purchase(told: Iterable[Claim], number: int) -> Purchase | None:
    """The last purchase that these claims tell of."""
    found = [one for one in told if isinstance(one.values, TieValues) and one.values.tie in ("acquired", "acquirer")]
    return Purchase(found[-1], number) if found else None


def _may_hold(utterance: Utterance, points: bool, lead: str) -> bool:
    """points: a noun of it can point back to an organisation. lead: the line over the list that it is an item of."""
    if len(utterance.text) > _LONGEST:
        return False
    if utterance.amounts and may_price(utterance.text):
        return True
    passage = utterance.passage
    if passage.kind == "row" or (passage.kind == "item" and tie_of(lead or passage.heading)):
        return True
    if False not in [name.is_subject for name in utterance.names] and not points:
        return False
    if passage.cells or passage.lead_in is not None:
        return True
    return utterance.holds(_triggers())


def _rivalled(utterance: Utterance) -> bool:
    """Does a sentence begin with the name of somebody else?"""
    return (
        bool(utterance.names)
        and not utterance.names[0].is_subject
        and utterance.names[0].start == utterance.passage.start
    )


@cache
def _triggers() -> frozenset[str]:
    return trigger_words() | testimonial_triggers()


def _all_findings(reading: Reading, sentence: Sentence) -> Iterable[Finding]:
    spoken: set[str] = set()  # of whom something was found
    for finding in _findings(reading, sentence):
        spoken.update(name.canonical for name in finding.names)
        yield finding
    if not sentence.foreign:
        for finding in default_findings(sentence):
            left = tuple(name for name in finding.names if name.canonical not in spoken)
            if left:
                yield replace(finding, names=left)


def _findings(reading: Reading, sentence: Sentence) -> Iterable[Finding]:
    yield from listed_findings(reading, sentence)
    yield from role_findings(sentence)
    yield from series_findings(sentence)
    yield from user_findings(reading, sentence)
    yield from site_findings(sentence)
    if not sentence.foreign:
        yield from frame_findings(sentence)
        yield from testimonial_findings(sentence)
    inside: set[int] | None = None  # worked out when there is a cue at all
    for hit in hits(sentence.words):
        if inside is None:
            inside = covered(sentence)
        if hit.first in inside and hit.last - 1 in inside:
            continue  # "Northland Partners with …"
        for finding in cue_findings(sentence, hit):
            yield _unless_in_other(sentence, finding) if finding.tie in _BUYS_IN else finding


_BUYS_IN = frozenset({"investor", "lead-investor", "acquirer"})


def _unless_in_other(sentence: Sentence, finding: Finding) -> Finding:
    """ "gears from Delta, in which Northwind | bought | a stake": it buys into Delta."""
    held = held_company(sentence.utterance, sentence.words.starts[finding.index])
    elsewhere = _backs_counterpart(sentence, finding.index) or _backs_pointed(sentence, finding.index)
    if (held is None or held.is_subject) and not elsewhere:
        return finding
    return replace(finding, refused="in another company")


def _backs_counterpart(sentence: Sentence, index: int) -> bool:
    """ "Acme buys motors from | an Osaka startup | backed by …": another company, which is not named."""
    low = sentence.words.low
    if low[index] != "backed" or low[index - 1] not in _NAMELESS:
        return False
    for at in range(index - 2, max(0, index - 6), -1):
        if low[at] in ("a", "an"):
            start = sentence.words.starts[at]
            ours = any(name.is_subject and name.start < start for name in sentence.utterance.names)
            return ours and low[at - 1] in ("from", "with")
    return False


def _backs_pointed(sentence: Sentence, index: int) -> bool:
    """ "She was at Northwind when | that company | raised $5 million from …": the company named in front."""
    words = sentence.words
    at = next((at for at in range(1, index + 1) if words.low[at] in _NAMELESS and words.low[at - 1] == "that"), 0)
    before = [name for name in sentence.names if at and name.end <= words.starts[at - 1]]
    return bool(before) and not before[-1].is_subject and before[-1].kind in ("organisation", "unknown")


_NAMELESS = frozenset({"startup", "start-up", "company", "firm", "business", "supplier", "maker", "group"})
