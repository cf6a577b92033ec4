"""A sentence in, what it is about out: a small lexicon of subjects that matter to readers of briefings."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefing.model.records import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """key: its name. emphasis: the word by which audiences rank it. leads: role of a sentence → two to four words.

    words: whole words, beginnings of words ("integrat*") and, quoted by commas, phrases ("private cloud").
    """

    key: str
    emphasis: str
    words: str
    phrases: str
    leads: tuple[str, str, str]

    def lead(self, role: str) -> str:
        return self.leads[_ROLES.index(role)]


_ROLES = ("advice", "watch", "caution")
# In order of strength: of topics with equally many hits the first wins.
TOPICS = (
    Topic(
        "rumour",
        "funding",
        "rumor* rumour* unconfirmed speculat*",
        "",
        ("Wait for confirmation", "Watch the next round", "Treat it as rumour"),
    ),
    Topic(
        "target",
        "revenue",
        "target targets forecast* projection* projected forward-looking",
        "on track",
        ("Treat it as a target", "Watch the target", "Treat it as a target"),
    ),
    Topic(
        "proof",
        "risk",
        "reference references benchmark* independent* evidence proof test tests tested evaluation* validated verified",
        "state of the art,state-of-the-art,third-party,third party",
        ("Ask for proof", "Watch for proof", "Discount untested claims"),
    ),
    Topic(
        "openness",
        "product",
        "licenc* licens* open-weight open-weights open-source open-sourced closed-weight closed-source",
        "closed weights,closed models,closed source,open source,open weight,open interface,open protocol,open standard",
        ("Check the licence", "Watch the licence", "Read the licence"),
    ),
    Topic(
        "integration",
        "deployment",
        "integrat* forward-deployed migrat* rollout* roll-out* workflow*",
        "change management",
        ("Budget for integration", "Watch the roll-out", "Expect integration work"),
    ),
    Topic(
        "control",
        "deployment",
        "on-prem* on‑prem* self-host* vpc control sovereign* deploy* hosting",
        "private cloud,own server,data residency",
        ("Weigh the control", "Watch the hosting", "Check the hosting"),
    ),
    Topic(
        "security",
        "security",
        "security complian* regulat* privacy audit* certificat* safety gdpr governance",
        "",
        ("Review compliance", "Watch compliance", "Check compliance"),
    ),
    Topic(
        "revenue",
        "revenue",
        "revenue* arr margin margins renewal* growth sales profit* company-reported bookings",
        "",
        ("Question the growth", "Watch the revenue", "Discount growth figures"),
    ),
    Topic(
        "funding",
        "funding",
        "funding financ* raise raises raised raising round rounds valuation* shareholder* debt equity capital ipo "
        "shares",
        "",
        ("Weigh the financing", "Watch the financing", "Check the financing"),
    ),
    Topic(
        "infrastructure",
        "infrastructure",
        "compute capacity plant plants factory factories chip chips cloud site sites megawatt*",
        "data center,data centre",
        ("Weigh the capacity", "Watch the capacity", "Check the capacity"),
    ),
    Topic(
        "partners",
        "partnership",
        "partner* customer* client* supplier* vendor* deal deals distribut* contract contracts",
        "",
        ("Speak to partners", "Watch the partners", "Check the partners"),
    ),
    Topic(
        "people",
        "company",
        "founder* executive* leadership hire* hiring staff employees team",
        "",
        ("Know the team", "Watch the team", "Check the team"),
    ),
    Topic(
        "product",
        "product",
        "model models product* launch* releas* platform* software tool tools feature* hardware service services",
        "",
        ("Test the product", "Watch the release", "Check the product"),
    ),
    Topic(
        "market",
        "company",
        "market markets compet* rival* strateg* position* industr*",
        "",
        ("Place it in the market", "Watch the market", "Check the position"),
    ),
)
_GENERAL = Topic("general", "", "", "", ("Take into account", "Watch this", "Handle with care"))
_WORD = re.compile(r"[^\W\d_](?:[\w‑-]*\w)?")


@cache
def _index() -> tuple[dict[str, list[int]], dict[str, list[tuple[str, int]]], list[tuple[str, int]]]:
    """Whole words → topics; the first two letters of beginnings → (beginning, topic); (phrase, topic)."""
    whole: dict[str, list[int]] = {}
    stems: dict[str, list[tuple[str, int]]] = {}
    phrases: list[tuple[str, int]] = []
    for number, topic_ in enumerate(TOPICS):
        for word in topic_.words.split():
            if word.endswith("*"):
                stems.setdefault(word[:2], []).append((word[:-1], number))
            else:
                whole.setdefault(word, []).append(number)
        phrases += [(phrase, number) for phrase in topic_.phrases.split(",") if phrase]
    return whole, stems, phrases


@lru_cache(maxsize=4_096)
def topic(text: str) -> Topic:
    """The topic with the most different words in the text, the stronger one of equals."""
    whole, stems, phrases = _index()
    lower = text.lower()
    hits = [0] * len(TOPICS)
    for word in set(_WORD.findall(lower)):
        for number in whole.get(word, ()):
            hits[number] += 1
        for stem, number in stems.get(word[:2], ()):
            hits[number] += word.startswith(stem)
    for phrase, number in phrases:
        hits[number] += phrase in lower
    best = max(range(len(TOPICS)), key=lambda number: (hits[number], -number))
    return TOPICS[best] if hits[best] else _GENERAL


def rank(emphasis: tuple[str, ...], name: str) -> int:
    """The place of a topic in an audience's order; what it does not name comes last."""
    return emphasis.index(name) if name in emphasis else len(emphasis)
