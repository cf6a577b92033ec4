"""A place in a text and the names around it go in, the names listed there come out: "A, B (C), D, a fund, and E".

Lists follow a cue ("led by …", "clients like …") or precede a verb ("A, B and others are joining"). They end with the
clause. Asides, brackets and appositions between the items are stepped over, with the names inside them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice

from briefing.claims.listitems import IN_PLACE, is_place, next_item
from briefing.claims.listjoints import ARMS, WORD, is_portuguese, leads_in, only_loose, without_article
from briefing.claims.listowners import is_body, is_post, leads_to, modifies, names_arm, owns, runs_site, speaks
from briefing.claims.pairs import whole
from briefing.claims.reading import FoundName
from briefing.claims.wordclasses import beside, fold, word_classes
from briefing.model.records import replace

_ASIDE = re.compile(r"\([^()]{0,160}\)|[—–][^—–]{0,200}[—–]")
# "Acme and Globe, its earlier backers, | took part", "Acme, the Oslo investor, | led": what stands between two commas.
_TOLD_WHAT = re.compile(
    r"(?:, (?:M\.D\.|Ph\.D\.|MD|PhD|MBA))?"
    r", (?:already |now |long |also |itself |until \w+ )?(?:an?|its|the|their|all|both|two|three|four|one of)"
    r" (?:[^,;:.()?!]|(?<=\d)[,.](?=\d)){3,120}(?:, and (?:an?|the|its) [^,;:.()?!]{3,60})?(?P<closed>,)?\s*$"
)
# "Acme and Globe's venture arm | also took part"
_ITS_ARM = re.compile(r"['’]s\s+(?:[a-z-]+ ){0,3}(?:arm|fund|unit|endowment|office)(?P<rest>\s+[a-z ]*)?$")
_OWN_ARM = re.compile(r"['’]s (?:[a-z-]+ ){0,2}(?:arm|fund|unit|endowment|office)(?=,| and| as well as)")
_BELONGING = re.compile(r"['’]s (?:[\w-]+ ){0,3}(?P<last>[a-z-]+)(?=,| and )")
_LEAD = 170  # characters in front of a list; of them some can be an article
_MOST = 150  # items of one list
_FURTHEST = 3000  # characters that a list before a verb can be long


def names_in_list(text: str, start: int, end: int, names: Sequence[FoundName]) -> tuple[FoundName, ...]:
    """The co-ordinated names that begin at `start` (only idle words and descriptors may precede the first).

    Stops at the end of the clause, at a verb or at a preposition. A lower-case second part inherits its owner:
    "Norway's army and tax agency" gives "Norway's army" and "Norway's tax agency" (start, end cover "tax agency").
    """
    inside = [name for name in _between(names, start, end, _MOST) if not text.startswith(("-", "‑"), name.end)]
    if not inside or inside[0].start - start > _LEAD:
        return ()
    articled = is_portuguese(text[max(0, start - 60) : inside[0].start])
    if not leads_in(without_article(text[start : inside[0].start], articled)):
        return ()
    taken: list[FoundName] = []
    link = "".join(text[max(0, start - 12) : start].split()[-1:]).lower().rstrip("'’")
    at, position = 0, start
    while at < len(inside):
        name = inside[at]
        if name.is_subject and taken and text[position : name.start] == ", " and _is_next(text, taken, name, end):
            break  # "which sells to A and B, | Acme sells to states"
        if at + 1 < len(inside) and names_arm(text, name, inside[at + 1]):
            at += 1  # "Acme's venture arm, | AcmeVentures"
            continue
        if at + 1 < len(inside) and owns(text, name, inside[at + 1]):
            at += 1  # "Acme's Growth Fund", "Acme's venture arm | Globe": the fund, the arm is listed
            continue
        if name.end < end and text[name.end : name.end + 2] in ("'s", "’s") and not runs_site(text, name, end):
            told = _BELONGING.match(text, name.end, end) if taken else None
            if told is None or told["last"] in word_classes().verbs:
                break  # "Acme's customers" lists no Acme
            position = told.end()  # "A, Acme's Baltic franchise, and B": it only tells whose A is
            at = next_item(text, position, end, inside, at + 1, link, articled)
            if at < 0:
                break
            continue
        if at + 1 < len(inside) and leads_to(text, name, inside[at + 1]):
            at += 1
            continue
        if modifies(text, name, end):
            if at + 1 < len(inside) and inside[at + 1].kind == "person" and is_post(text, name, inside[at + 1]):
                at += 1  # "Acme founder Jane Doe": the person is listed
                continue
            break
        if taken and speaks(text, taken[-1], name, end):
            break
        if len(taken) > 1 and _is_second_half(text, taken, name):
            taken[-1] = _joined(text, taken[-1], name)
        else:
            taken.append(name)
        position = name.end
        extra, position = _inherited(text, name, end)
        taken += extra
        if arm := _OWN_ARM.match(text, position, end):
            position = arm.end()  # "Acme's venture arm and Globe"
        at = next_item(text, position, end, inside, at + 1, link, articled)
        if at < 0:
            break
    if len(taken) == 2 and taken[1].text.isupper() and text[taken[0].end : taken[1].start] == ", the ":
        return (taken[1],)  # "Norway's space agency, the CNO": one body
    if len(taken) == 2 and is_body(taken[1]) and text[taken[0].end : taken[1].start] == ", ":
        return (taken[0],)  # "the CNO, Norway's space agency": one body, told what it is
    return whole(text, taken) if len(taken) > 2 else tuple(taken)


def _is_next(text: str, taken: Sequence[FoundName], name: FoundName, end: int) -> bool:
    """Does a name go on behind a list: has it had its last "and" already, or does a verb follow the name?"""
    if len(taken) > 1 and " and " in text[taken[-2].end : taken[-1].start]:
        return True
    following = WORD.match(text, name.end + 1, end) if text[name.end : name.end + 1] == " " else None
    return following is not None and following.group() in word_classes().verbs


def _between(names: Sequence[FoundName], start: int, end: int, most: int) -> list[FoundName]:
    """The names inside [start, end), at most so many."""
    if len(names) <= most:
        return [name for name in names if start <= name.start and name.end <= end]
    first = bisect_left(names, start, key=lambda name: name.start)
    return [name for name in islice(names, first, first + most) if name.end <= end]


def _is_second_half(text: str, taken: Sequence[FoundName], name: FoundName) -> bool:
    """ "A, B, and Hale and Wren": behind the "and" that ends the list, another "and" joins the halves of one name."""
    if text[taken[-1].end : name.start] != " and " or not {name.kind, taken[-1].kind} <= {"organisation", "unknown"}:
        return False
    before = text[taken[-2].end : taken[-1].start]
    if before.replace(" ", "") == ",and":
        return len(taken) > 2
    # "A and Hale and Wren Partners": one "and" links, the other stands inside the name of a firm
    firm = name.text.split()[-1].lower() in ("partners", "co", "sons", "llp", "associates", "company")
    return before == " and " and firm and " " not in taken[-1].text


def _joined(text: str, left: FoundName, right: FoundName) -> FoundName:
    whole = text[left.start : right.end]
    return replace(left, end=right.end, text=whole, canonical=whole)


def names_before(text: str, start: int, end: int, names: Sequence[FoundName]) -> tuple[FoundName, ...]:
    """The co-ordinated names that end right before `end` ("A, B and others | are joining"), none before `start`."""
    start = max(start, end - _FURTHEST)
    if not _between(names, start, end, _FURTHEST):
        return ()
    end = _before_aside(text, start, end, names)
    asides = [match.span() for match in _ASIDE.finditer(text, start, end)]
    inside = _between(names, start, end, _FURTHEST)
    inside = [name for name in inside if not any(a < name.start < b for a, b in asides)][-40:]
    if (
        len(inside) > 1
        and not text[inside[-1].end : end].strip()
        and text[inside[-2].end : inside[-1].start] in IN_PLACE
        and is_place(text, inside, len(inside) - 1)
    ):
        inside.pop()  # "A and B in Oslo | are joining"
        end = inside[-1].end
    if not inside:
        return ()
    _, last = _inherited(text, inside[-1], end)
    tail = _ASIDE.sub(" ", text[last:end])
    words = tail.split()
    if not only_loose(tail) or (words and all(word in beside("joins") for word in words)):
        return ()  # "… from Acme and | runs": the verb is somebody else's
    # Behind a comma the last name belongs to something else ("Acme, which beat Delta, raised …"), but not in
    # "many firms, among them Acme and Delta, use …".
    closed = "," in tail and "other" not in tail and not tail.strip().startswith(", and")
    for name in inside:
        listed = names_in_list(text, name.start, end, inside)
        if listed and listed[-1].end >= last:
            opened = (
                ARMS.sub("", text[max(start, name.start - 30) : name.start])
                .rstrip()
                .endswith(("among them", "including", "such as", "like"))
            )
            if len(listed) == 2 and listed[0].kind == "outlet" and text[listed[0].end : listed[1].start] == ", ":
                listed = listed[1:]  # "As per a report by Globe Post, Acme | is likely to lead"
            return listed if not closed or opened else ()
    return ()


def _before_aside(text: str, start: int, end: int, names: Sequence[FoundName]) -> int:
    """Where the list ends if an apposition of its last name, or its venture arm, stands between it and `end`."""
    near = max(start, end - 190)
    for pattern in (_TOLD_WHAT, _ITS_ARM):
        match = pattern.search(text, near, end)
        if match is None or not any(name.end == match.start() for name in _between(names, near, end, _MOST)):
            continue
        if pattern is _ITS_ARM or match["closed"] or text[end : end + 1] == ",":
            return match.start()
    return end


def _inherited(text: str, name: FoundName, end: int) -> tuple[list[FoundName], int]:
    """ "Norway's army and tax agency": further bodies of the same owner, and the offset behind the last of them."""
    parts = name.text.split()
    if name.kind != "organisation" or parts[-1][:1].isupper():
        return [], name.end
    cut = max(name.text.rfind("'s "), name.text.rfind("’s "))
    if cut < 0 and fold(parts[0]) not in word_classes().nationalities:
        return [], name.end
    owner = name.text[: cut + 3] if cut >= 0 else name.text.split()[0] + " "
    found: list[FoundName] = []
    position = name.end
    while match := re.compile(r"(?:,| and|, and) ((?:[a-z-]+ ){0,2}[a-z-]+)").match(
        text, position, min(end, position + 80)
    ):
        words = match[1].split()
        length = next((n for n in range(len(words), 0, -1) if words[n - 1] in word_classes().bodies), 0)
        if not length or any(word in beside("stops") or word in word_classes().verbs for word in words[:length]):
            break
        body = " ".join(words[:length])
        a = match.start(1)
        found.append(replace(name, start=a, end=a + len(body), text=owner + body, canonical=owner + body))
        position = a + len(body)
    return found, position
