"""A finding of a tie goes in, how it stands comes out: current, ended, planned or rumoured."""

from __future__ import annotations

from itertools import pairwise

from briefing.claims.reading import Clause
from briefing.claims.tiecues import tie_words
from briefing.claims.tiefindings import MONEY, PRICED, STATES, Finding
from briefing.claims.tierefusals import is_in_the_works
from briefing.claims.tiesentence import Sentence
from briefing.claims.tieverbs import frame_words
from briefing.model.claim import TieStatus

_OF_TWO = (("in",), ("at",), ("as",), ("being",), ("leading",), ("putting",))  # "with the former | in the lead"
_ENDABLE = frozenset({"customer", "partner", "supplier", "distributor", "joint-venture"})
_ENDING = frozenset(
    {
        "end",
        "ends",
        "ending",
        "terminate",
        "terminates",
        "terminating",
        "cancel",
        "cancels",
        "cancelling",
        "quit",
        "exit",
    }
)


def _ends_it(low: tuple[str, ...], index: int) -> bool:
    """ "decided to end its five-year | contract", "pulled the plug on its | partnership with Delta"."""
    ahead = low[max(0, index - 6) : index]
    at = next((at for at in range(len(ahead) - 1, -1, -1) if ahead[at] in _ENDING), -1)
    if at >= 0 and ahead[at + 1 : at + 2] in (("its",), ("the",), ("their",), ("a",), ("this",)):
        return "not" not in ahead[:at]
    return "plug" in ahead and "on" in ahead


def status_of(sentence: Sentence, finding: Finding, tie: str, clause: Clause) -> TieStatus:
    """What the verb says of it, else what the words around the tie say, else that it stands."""
    words = sentence.words
    if finding.status is not None:
        return finding.status
    if clause.modality == "hypothetical" and is_in_the_works(sentence, finding):
        return "planned"
    if tie == "competitor":
        return "current"
    if _has_ended(sentence, finding, tie):
        return "ended"
    last = words.index_at(max(name.end for name in finding.names))
    if tie_words("agreed") & {words.low[finding.index]} and words.low[last : last + 2] in _AHEAD:
        return "planned"  # "a trial with Delta | begins in October"
    if _is_paid_out(sentence, finding, tie):
        return "ended"
    before = words.low[max(0, finding.index - 4) : finding.index]
    if clause.modality == "rumoured" and not finding.presupposed:
        return "rumoured"
    if tie in PRICED and ("option" in before or (clause.negated and "yet" in words.low[finding.index :])):
        return "planned"
    if tie in ("acquired", "acquirer"):
        first, last = words.index_at(clause.start), words.index_at(clause.end)
        if not tie_words("unsure").isdisjoint(words.low[first:last]) or "approach" in words.low[finding.index][:8]:
            return "rumoured"
    if words.low[finding.index : finding.index + 3] in _INTENTS:
        return "planned"
    agreed = words.low[finding.index : finding.index + 2] in (("agreed", "to"), ("agrees", "to"))
    if tie in STATES and (agreed or ("to" in before[-2:] and not {"agreed", "agrees"}.isdisjoint(before))):
        return "planned"  # "has agreed to try ten of its robots"
    if (clause.modality == "planned" and not finding.presupposed and not finding.done) or not tie_words(
        "planned"
    ).isdisjoint(before):
        return "planned"
    return "current"


def _has_ended(sentence: Sentence, finding: Finding, tie: str) -> bool:
    """Do the words around the tie's own tell that it is over?"""
    words = sentence.words
    before = words.low[max(0, finding.index - 4) : finding.index]
    told = words.low[max(0, finding.index - 4) : finding.index + 1]
    if any(word in tie_words("ended") and told[at + 1 : at + 2] not in _OF_TWO for at, word in enumerate(told)):
        return True
    if finding.index and tie in _ENDABLE and _ends_it(words.low, finding.index):
        return True
    ahead = words.low[finding.index + 1 : finding.index + 4]
    lapsed = ahead[:1] == ("until",) or "until" in before or (ahead[:1] == ("from",) and ahead[2:] == ("until",))
    if lapsed and tie in ("customer", "partner", "supplier", "distributor"):
        return True  # "was a customer until May", "until May its largest customer"
    if ("end", "of") in pairwise(words.low[max(0, finding.index - 5) : finding.index]):
        return True  # "since the end of the agreement with Delta"
    last = words.index_at(max(name.end for name in finding.names))
    if words.low[finding.index : finding.index + 2] == ("switched", "off"):
        return True
    if words.low[finding.index] in tie_words("agreed") and _is_over(sentence, last):
        return True
    return tie == "customer" and _is_given_up(words.low[last : last + 24])


def _is_paid_out(sentence: Sentence, finding: Finding, tie: str) -> bool:
    """Has whoever put money in sold out, or been paid back?"""
    words = sentence.words
    before = words.low[max(0, finding.index - 4) : finding.index]
    last = words.index_at(max(name.end for name in finding.names))
    behind = words.low[last : last + 3]
    buys = words.low[finding.index] in tie_words("exits") and finding.names[0].start > words.starts[finding.index]
    exits = () if buys else (*before, words.low[finding.index], *behind)  # "sold its stake to Delta": Delta has it now
    if tie in MONEY and not tie_words("exits").isdisjoint(exits):
        return True
    return tie == "lender" and "repaid" in (words.low[finding.index], *words.low[last : last + 5])


_AHEAD = tuple((verb, when) for verb in ("begins", "starts") for when in ("in", "next", "on"))


def _is_given_up(behind: tuple[str, ...]) -> bool:
    """ "Delta, an early user, | changed to a tool of its own", "| pulled out in May"."""
    said = " ".join(behind)
    return any(phrase in said for phrase in frame_words("over"))


_INTENTS = (("letter", "of", "intent"), ("letters", "of", "intent"))


def _is_over(sentence: Sentence, last: int) -> bool:
    """ "A pilot with Delta, which was to …, expired last year": the noun's verb, behind what is said of the name."""
    words = sentence.words
    stop = min(last + 20, words.index_at(sentence.utterance.passage.end))
    return any(
        words.low[at] in tie_words("over") and words.low[at - 1] not in ("not", "never", "to", "a", "the")
        for at in range(last, stop)
    )
