"""A place in a text and the names around it go in, the names listed there come out: "A, B (C), D, a fund, and E".

Lists follow a cue ("led by …", "clients like …") or precede a verb ("A, B and others are joining"). They end with the
clause. Asides, brackets and appositions between the items are stepped over, with the names inside them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice

from briefing.claims.listasides import FARTHEST, past_aside
from briefing.claims.listjoints import ARMS, WORD, co_ordinates, is_portuguese, leads_in, only_loose, without_article
from briefing.claims.pairs import whole
from briefing.claims.reading import FoundName
from briefing.claims.wordclasses import beside, fold, word_classes
from briefing.model.records import replace

_ASIDE = re.compile(r"\([^()]{0,160}\)|[—–][^—–]{0,200}[—–]")
_SAID_AGAIN = frozenset({"by", "with", "from", "at", "for", "of", "to", "in", "on"})
# "Acme and Globe, its earlier backers, | took part", "Acme, the Oslo investor, | led": what stands between two commas.
_TOLD_WHAT = re.compile(
    r"(?:, (?:M\.D\.|Ph\.D\.|MD|PhD|MBA))?"
    r", (?:already |now |long |also |itself |until \w+ )?(?:an?|its|the|their|all|both|two|three|four|one of)"
    r" [^,;:.()?!]{3,90}(?:, and (?:an?|the|its) [^,;:.()?!]{3,60})?(?P<closed>,)?\s*$"
)
# "Acme and Globe's venture arm | also took part"
_ITS_ARM = re.compile(r"['’]s\s+(?:[a-z-]+ ){0,3}(?:arm|fund|unit|endowment|office)(?P<rest>\s+[a-z ]*)?$")
_OWN_ARM = re.compile(r"['’]s (?:[a-z-]+ ){0,2}(?:arm|fund|unit|endowment|office)(?=,| and| as well as)")
_ITS_NAME = re.compile(r"['’]s (?:[a-z-]+ ){0,3}(?:arm|fund|unit|vehicle|subsidiary|offshoot),? $")
_BELONGING = re.compile(r"['’]s (?:[\w-]+ ){0,3}(?P<last>[a-z-]+)(?=,| and )")
_SPELT_OUT = re.compile(r" [a-zà-ÿ][a-zà-ÿ’' -]{2,60} \(")
_BRANCH = re.compile(r" (?:arm|unit|subsidiary|business|division|branch|operations|offshoot) of(?: the)? ")
# "Acme, with 22%, and Globe, with 14%"
_SHARE = re.compile(
    r",? (?:with |at )?\(?(?:about |around |nearly )?\d[\d.,]* ?(?:%|per ?cent)\)?(?: each)?(?=,| and|;)"
)
_ARM_OF = re.compile(
    r", (?:(?:the|an?|its) )?(?:[a-z-]+ ){0,3}"
    r"(?:(?:arm|unit|affiliate|subsidiary|division|offshoot|owner|parent|fund|vehicle) of|"
    r"(?:company|fund|firm|group|vehicle|office|family|foundation) behind) (?:the )?"
)
_FUND_OF = re.compile(r"['’]s (?:[a-z-]+ ){1,3}(?:arm|fund|unit|endowment|vehicle|foundation)\b")
_UNIT = re.compile(
    r"['’]s (?:[a-z-]+ ){0,3}(?:arm|fund|unit|vehicle|subsidiary|affiliate|office|company|bank)(?=[,;.)]| and )"
)
_ROMANCE = frozenset(
    {"da", "do", "de", "das", "dos", "del", "du", "des", "pela", "pelo", "par", "por", "d", "auprès", "von", "vom"}
)
# "da Acme, do fundo Globe e da família Roe": the preposition is said again.
_AGAIN = re.compile(
    r"^(,| e| et| y|, et| und| sowie| as well as) "
    r"(?:d[aoe]s?|del|du|des|pel[ao]s?|par|por|de la|d['’]|vo[nm]|von de[rm]) ?(?=\S|$)"
)
# "Acme and, since June, Globe", "Acme and, in Norland, the airline Globe"
_AND_ASIDE = re.compile(r",? (?:and|or|as well as), [a-z][^,;:.?!()]{1,45}, ")
# "Acme since May 2021, Globe in 2022"
_DATED = re.compile(
    r" (?:(?:in|since|from)(?: [A-Z][a-z]{2,8})?(?: (?:19|20)\d\d)?|now|today|(?:last|this) [a-z]{3,8})"
    r"(?=,| and | as well as )"
)
# "Acme for its wafers and Globe for packaging"
_FOR_WHAT = re.compile(r" for (?:[a-z-]+ ){0,3}[a-z-]+(?=(?:,|,? and) (?:[A-Z][\w&.-]+ ){1,4}for )")
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
        if at + 1 < len(inside) and _names_arm(text, name, inside[at + 1]):
            at += 1  # "Acme's venture arm, | AcmeVentures"
            continue
        if at + 1 < len(inside) and _owns(text, name, inside[at + 1]):
            at += 1  # "Acme's Growth Fund", "Acme's venture arm | Globe": the fund, the arm is listed
            continue
        if name.end < end and text[name.end : name.end + 2] in ("'s", "’s") and not _runs_site(text, name, end):
            told = _BELONGING.match(text, name.end, end) if taken else None
            if told is None or told["last"] in word_classes().verbs:
                break  # "Acme's customers" lists no Acme
            position = told.end()  # "A, Acme's Baltic franchise, and B": it only tells whose A is
            at = _next_item(text, position, end, inside, at + 1, link, articled)
            if at < 0:
                break
            continue
        if at + 1 < len(inside) and _leads_to(text, name, inside[at + 1]):
            at += 1
            continue
        if _modifies(text, name, end):
            if at + 1 < len(inside) and inside[at + 1].kind == "person" and _is_post(text, name, inside[at + 1]):
                at += 1  # "Acme founder Jane Doe": the person is listed
                continue
            break
        if taken and _speaks(text, taken[-1], name, end):
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
        at = _next_item(text, position, end, inside, at + 1, link, articled)
        if at < 0:
            break
    if len(taken) == 2 and taken[1].text.isupper() and text[taken[0].end : taken[1].start] == ", the ":
        return (taken[1],)  # "Norway's space agency, the CNO": one body
    if len(taken) == 2 and _is_body(taken[1]) and text[taken[0].end : taken[1].start] == ", ":
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


def _leads_to(text: str, name: FoundName, following: FoundName) -> bool:
    """ "the Danes of | Acme", "the Danish space agency | Acme", "Globe subsidiary | Acme": the second is listed."""
    between = text[name.end : following.start]
    if between == " of " and _is_people(text, name):
        return True
    if between == " " and _is_body(name):
        return True
    if _SPELT_OUT.fullmatch(between):
        return True  # "the Direction générale du climat (DGC)"
    branch = name.kind == "place" and _BRANCH.fullmatch(between) is not None
    return branch or _describes(text, name, following)


def _owns(text: str, name: FoundName, following: FoundName) -> bool:
    """ "Acme's Growth Fund", "Acme's corporate venture arm Globe": is the second a part of the first?"""
    if not text.startswith(("'", "’"), name.end):
        return False
    between = text[name.end + 1 : following.start].removeprefix("s")
    if between == " ":
        return True
    words = between.split()
    small = 0 < len(words) < 5 and between.replace("-", "").replace(" ", "").isalpha() and between.islower()
    return small and between[0] == " " == between[-1] and words[-1] in beside("offshoots")


def _names_arm(text: str, name: FoundName, following: FoundName) -> bool:
    """ "Acme's venture arm AcmeVentures", "Acme's venture arm, AVentures": is the arm named behind it? In "Acme's
    venture arm, Globe and …" it is not."""
    between = text[name.end : following.start]
    alike = "," not in between or following.text[0] == name.text[0]
    return alike and _ITS_NAME.fullmatch(between) is not None


def _is_people(text: str, name: FoundName) -> bool:
    """ "the Danes", "the Swiss": where somebody comes from."""
    return " " not in name.text and text.endswith(("the ", "The "), 0, name.start) and name.text.endswith(_PEOPLES)


_PEOPLES = ("ns", "es", "ds", "ss", "sh", "ch", "ese", "ks", "is")


def _is_body(name: FoundName) -> bool:
    return name.kind == "organisation" and name.text[-1:].islower() and name.text.split()[-1].islower()


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
        and text[inside[-2].end : inside[-1].start] in _IN_PLACE
        and _is_place(text, inside, len(inside) - 1)
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


def _runs_site(text: str, name: FoundName, end: int) -> bool:
    """ "Acme's terminal in Oslo", "Acme's enterprise fund" stand for Acme."""
    if _FUND_OF.match(text, name.end, end):
        return True
    following = WORD.match(text, name.end + 3, end)
    if following is not None and following.group() in ("venture", "investment", "corporate"):
        following = WORD.match(text, following.end() + 1, end)
    return following is not None and following.group().lower() in beside("sites")


def _is_post(text: str, name: FoundName, person: FoundName) -> bool:
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


def _modifies(text: str, name: FoundName, end: int) -> bool:
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


def _speaks(text: str, last: FoundName, name: FoundName, end: int) -> bool:
    """ "led by Acme, Globe Daily reports": who reports is no item of the list."""
    following = WORD.match(text, name.end + 1, end) if text[name.end : name.end + 1] == " " else None
    low = following.group().lower() if following else ""
    return text[last.end : name.start].rstrip().removesuffix(" the").endswith((",", "—", "–")) and (
        low in beside("says") or low in beside("learnt")
    )


def _next_item(
    text: str, position: int, end: int, inside: Sequence[FoundName], at: int, link: str, articled: bool = False
) -> int:
    """Index of the next listed name after `position`, stepping over asides and appositions; -1 where the list ends.

    link: the preposition in front of the list, which may be said again ("by Acme and by Globe"). articled: names may
    have articles.
    """
    for _ in range(4):
        while at < len(inside) and inside[at].start < position:
            at += 1
        if at == len(inside) or inside[at].start - position > FARTHEST:
            return -1
        if text.startswith(" ", position):
            position = _over_kind(text, position)
            position, at = _over_place(text, position, inside, at)
            if at == len(inside):
                return -1
        joined = ""
        if text.startswith((" and, ", ", and, ", " or, ", " as well as, "), position) and (
            aside := _AND_ASIDE.match(text, position, end)
        ):
            position, joined = aside.end(), " and "
            while at < len(inside) - 1 and inside[at].start < position:
                at += 1
        between = joined + text[position : inside[at].start].replace("*", "")  # signs of Markdown
        if "%" in between or "cent" in between:
            between = _SHARE.sub("", between)
        owner = at + (at + 1 < len(inside) and text[inside[at].end : inside[at + 1].start] in ("'s ", "’s "))
        if _ARM_OF.fullmatch(between) and not text.startswith((" and ", " & "), inside[owner].end):
            position = inside[owner].end  # "Acme, the venture arm of Globe, …": Globe only tells whose Acme is
            continue
        if between == ", the " and (unit := _UNIT.match(text, inside[at].end)):
            position = unit.end()  # "Acme, the Norwegian government's venture arm, and …": whose Acme is
            continue
        between = without_article(between, articled)
        if articled or link in _ROMANCE:
            between = _AGAIN.sub(r"\1 ", between)
        if link in _SAID_AGAIN:
            between = between.replace(f", {link} ", ", ", 1)
        again = f" and {link} " if link in _SAID_AGAIN else ""
        if articled and f" e {link} " in between:
            between = between.replace(f" e {link} ", " e ", 1)
        if text.startswith((" der ", " die ", " das "), position) and text.endswith("neben ", 0, inside[at - 1].start):
            return at  # "Kunden sind neben Acme | der Zulieferer | Globex"
        if co_ordinates(between.replace(again, " and ", 1) if again else between):
            return at
        beyond = past_aside(text, position, end, inside)
        if beyond <= position:
            return -1
        position = beyond
    return -1


_IN_PLACE = frozenset({" in ", " of ", " from ", " near ", " at ", " across ", " in the ", " in nearby ", " over in "})


def _over_place(text: str, position: int, inside: Sequence[FoundName], at: int) -> tuple[int, int]:
    """Where what tells of a place ends, and the next name: "A | in Oslo and Lund |, B", "A | of Lund, Norland |"."""
    if text[position : inside[at].start] not in _IN_PLACE or not _is_place(text, inside, at):
        return _over_date(text, position), at
    position, at = inside[at].end, at + 1
    while at < len(inside) and inside[at].kind == "place" and text[position : inside[at].start] in (", ", " and "):
        position, at = inside[at].end, at + 1
    return position, at


def _is_place(text: str, inside: Sequence[FoundName], at: int) -> bool:
    """Is a name a place's: by its kind, or by the place that follows ("Lund, Norland")?"""
    if inside[at].kind != "unknown":
        return inside[at].kind == "place"
    if text[: inside[at].start].endswith(" of ") and " " not in inside[at].text:
        return True
    if at + 1 == len(inside):
        return False
    return inside[at + 1].kind == "place" and text[inside[at].end : inside[at + 1].start] == ", "


def _over_kind(text: str, position: int) -> int:
    """ "the Acme and Globex | hospital groups |, by …": what the names are, told behind them."""
    match = _KIND.match(text, position, position + 50)
    return match.end() if match and match["last"][:-1] in word_classes().heads else position


_KIND = re.compile(r" (?:[a-z-]+ )?(?P<last>[a-z]+s)(?=,|;| and )")


def _over_date(text: str, position: int) -> int:
    """ "A | since 2021 |, B | now |, and C"."""
    if not text.startswith((" in ", " since ", " from ", " for ", " now", " today", " last ", " this "), position):
        return position
    match = _DATED.match(text, position) or _FOR_WHAT.match(text, position)
    return match.end() if match else position


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
