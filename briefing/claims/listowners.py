"""A name in a list goes in, whether it is no item but tells of one comes out: "Acme's venture arm, AcmeVentures"."""

from __future__ import annotations

import re

from briefing.claims.listjoints import WORD
from briefing.claims.reading import FoundName
from briefing.claims.wordclasses import beside, word_classes

_ITS_NAME = re.compile(r"['’]s (?:[a-z-]+ ){0,3}(?:arm|fund|unit|vehicle|subsidiary|offshoot),? $")
_SPELT_OUT = re.compile(r" [a-zà-ÿ][a-zà-ÿ’' -]{2,60} \(")
_BRANCH = re.compile(r" (?:arm|unit|subsidiary|business|division|branch|operations|offshoot) of(?: the)? ")
_FUND_OF = re.compile(r"['’]s (?:[a-z-]+ ){1,3}(?:arm|fund|unit|endowment|vehicle|foundation)\b")


def leads_to(text: str, name: FoundName, following: FoundName) -> bool:
    """ "the Danes of | Acme", "the Danish space agency | Acme", "Globe subsidiary | Acme": the second is listed."""
    between = text[name.end : following.start]
    if between == " of " and _is_people(text, name):
        return True
    if between == " " and is_body(name):
        return True
    if _SPELT_OUT.fullmatch(between):
        return True  # "the Direction générale du climat (DGC)"
    branch = name.kind == "place" and _BRANCH.fullmatch(between) is not None
    return branch or _describes(text, name, following)


def owns(text: str, name: FoundName, following: FoundName) -> bool:
    """ "Acme's Growth Fund", "Acme's corporate venture arm Globe": is the second a part of the first?"""
    if not text.startswith(("'", "’"), name.end):
        return False
    between = text[name.end + 1 : following.start].removeprefix("s")
    if between == " ":
        return True
    words = between.split()
    small = 0 < len(words) < 5 and between.replace("-", "").replace(" ", "").isalpha() and between.islower()
    return small and between[0] == " " == between[-1] and words[-1] in beside("offshoots")


def names_arm(text: str, name: FoundName, following: FoundName) -> bool:
    """ "Acme's venture arm AcmeVentures", "Acme's venture arm, AVentures": is the arm named behind it? In "Acme's
    venture arm, Globe and …" it is not."""
    between = text[name.end : following.start]
    alike = "," not in between or following.text[0] == name.text[0]
    return alike and _ITS_NAME.fullmatch(between) is not None


def _is_people(text: str, name: FoundName) -> bool:
    """ "the Danes", "the Swiss": where somebody comes from."""
    return " " not in name.text and text.endswith(("the ", "The "), 0, name.start) and name.text.endswith(_PEOPLES)


_PEOPLES = ("ns", "es", "ds", "ss", "sh", "ch", "ese", "ks", "is")


def is_body(name: FoundName) -> bool:
    """ "the Danish space agency": a body told by a noun, and by no name of its own."""
    return name.kind == "organisation" and name.text[-1:].islower() and name.text.split()[-1].islower()


def runs_site(text: str, name: FoundName, end: int) -> bool:
    """ "Acme's terminal in Oslo", "Acme's enterprise fund" stand for Acme."""
    if _FUND_OF.match(text, name.end, end):
        return True
    following = WORD.match(text, name.end + 3, end)
    if following is not None and following.group() in ("venture", "investment", "corporate"):
        following = WORD.match(text, following.end() + 1, end)
    return following is not None and following.group().lower() in beside("sites")


def is_post(text: str, name: FoundName, person: FoundName) -> bool:
    """ "Acme founder | Jane Doe": does the first name only say where the person works?"""
    return person.start - name.end < 24 and "," not in text[name.end : person.start]


def _describes(text: str, name: FoundName, following: FoundName) -> bool:
    """Do only small words that end in a noun for organisations stand between the two: "Globe | subsidiary | Acme"?"""
    between = text[name.end : following.start]
    words = between.split()
    joined = not beside("joins").isdisjoint(words)
    if joined or not 0 < len(words) < 4 or between[0] != " " or following.kind not in ("organisation", "unknown"):
        return False
    last = words[-1]
    if name.kind == "place" and "-" not in between and between.replace(" ", "").isalpha() and between.islower():
        return last not in beside("stops") and last not in word_classes().verbs  # "the Oslo haulier Acme"
    heads = last in word_classes().heads or last in beside("offshoots") or last.endswith(word_classes().head_ends)
    return heads and between.replace(" ", "").replace("-", "").isalpha() and between.islower()


def modifies(text: str, name: FoundName, end: int) -> bool:
    """ "another Acme engineer": the name only says whose person it is."""
    following = WORD.match(text, name.end + 1, end) if text[name.end : name.end + 1] == " " else None
    if following is None:
        return False
    low = following.group().lower()
    return (
        low in beside("staff")
        or low in word_classes().person_heads
        or (low in word_classes().titles and following.group().islower())
    )


_LEARNED = re.compile(r" (?:exclusively |first |also )?(?:learned|learnt|reported|confirmed)\b")


def speaks(text: str, last: FoundName, name: FoundName, end: int) -> bool:
    """ "led by Acme, Globe Daily reports": who reports is no item of the list."""
    following = WORD.match(text, name.end + 1, end) if text[name.end : name.end + 1] == " " else None
    low = following.group().lower() if following else ""
    if low == "has" and following is not None and _LEARNED.match(text, following.end(), end):
        low = "learned"
    return text[last.end : name.start].rstrip().removesuffix(" the").endswith((",", "—", "–")) and (
        low in beside("says") or low in beside("learnt")
    )
