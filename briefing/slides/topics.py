"""A sentence in, what it is about out: a small lexicon of subjects that matter to readers of briefings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Topic:
    """key: its name. emphasis: the word by which audiences rank it. leads: role of a sentence → two to four words."""

    key: str
    emphasis: str
    words: str
    leads: dict[str, str]


# In order of strength: the first topic with the most hits wins.
TOPICS = (
    Topic(
        "rumour",
        "funding",
        r"rumou?r\w*|unconfirmed|speculat\w*",
        {"advice": "Wait for confirmation", "watch": "Watch the next round", "caution": "Treat it as rumour"},
    ),
    Topic(
        "proof",
        "risk",
        r"references?|benchmarks?|third[- ]party (?:test|evaluat|audit)\w*|independent\w*|evidence|proof|tests?|tested|"
        r"evaluations?|validated|state[- ]of[- ]the[- ]art|verified",
        {"advice": "Ask for proof", "watch": "Watch for proof", "caution": "Discount untested claims"},
    ),
    Topic(
        "openness",
        "product",
        r"open[- ]weights?|open[- ]sourc\w*|licen[cs]\w*|open (?:interface|protocol|standard)s?|closed",
        {"advice": "Check the licence", "watch": "Watch the licence", "caution": "Read the licence"},
    ),
    Topic(
        "integration",
        "deployment",
        r"integrat\w*|forward[- ]deployed|change management|migrat\w*|roll-?outs?|workflows?",
        {"advice": "Budget for integration", "watch": "Watch the roll-out", "caution": "Expect integration work"},
    ),
    Topic(
        "control",
        "deployment",
        r"on[-‑ ]prem\w*|self[- ]host\w*|private cloud|vpc|own servers?|control|sovereign\w*|deploy\w*|hosting|"
        r"data residency",
        {"advice": "Weigh the control", "watch": "Watch the hosting", "caution": "Check the hosting"},
    ),
    Topic(
        "security",
        "security",
        r"security|complian\w*|regulat\w*|privacy|audit\w*|certificat\w*|safety|gdpr|governance",
        {"advice": "Review compliance", "watch": "Watch compliance", "caution": "Check compliance"},
    ),
    Topic(
        "revenue",
        "revenue",
        r"revenues?|arr|margins?|renewals?|growth|sales|profit\w*|company-reported|bookings",
        {"advice": "Question the growth", "watch": "Watch the revenue", "caution": "Discount growth figures"},
    ),
    Topic(
        "funding",
        "funding",
        r"funding|financ\w*|rais\w+|rounds?|valuations?|shareholders?|debt|equity|capital|ipo|shares",
        {"advice": "Weigh the financing", "watch": "Watch the financing", "caution": "Check the financing"},
    ),
    Topic(
        "infrastructure",
        "infrastructure",
        r"data cent(?:er|re)s?|compute|capacity|plants?|factor(?:y|ies)|chips?|cloud|sites?",
        {"advice": "Weigh the capacity", "watch": "Watch the capacity", "caution": "Check the capacity"},
    ),
    Topic(
        "partners",
        "partnership",
        r"partner\w*|customers?|clients?|suppliers?|vendors?|deals?|distribut\w*|contracts?",
        {"advice": "Speak to partners", "watch": "Watch the partners", "caution": "Check the partners"},
    ),
    Topic(
        "people",
        "company",
        r"founders?|executives?|leadership|hir\w+|staff|employees|team",
        {"advice": "Know the team", "watch": "Watch the team", "caution": "Check the team"},
    ),
    Topic(
        "product",
        "product",
        r"models?|products?|launch\w*|releas\w*|platforms?|software|tools?|features?|hardware|services?",
        {"advice": "Test the product", "watch": "Watch the release", "caution": "Check the product"},
    ),
    Topic(
        "market",
        "company",
        r"markets?|compet\w*|rivals?|strateg\w*|position\w*|industr\w*",
        {"advice": "Place it in the market", "watch": "Watch the market", "caution": "Check the position"},
    ),
)
_GENERAL = Topic(
    "general", "", "", {"advice": "Take into account", "watch": "Watch this", "caution": "Handle with care"}
)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\b(?:{topic.words})\b", re.IGNORECASE) for topic in TOPICS)


def topic(text: str) -> Topic:
    """The topic with the most different words in the text, the stronger one of equals."""
    best, hits = _GENERAL, 0
    for candidate, pattern in zip(TOPICS, _patterns(), strict=True):
        found = len({match.lower() for match in pattern.findall(text)})
        if found > hits:
            best, hits = candidate, found
    return best


def rank(emphasis: tuple[str, ...], name: str) -> int:
    """The place of a topic in an audience's order; what it does not name comes last."""
    return emphasis.index(name) if name in emphasis else len(emphasis)
