"""The end of an item of a list goes in, the next name listed comes out: past asides, places, dates, appositions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.claims.listasides import FARTHEST, past_aside
from briefing.claims.listjoints import co_ordinates, without_article
from briefing.claims.reading import FoundName
from briefing.claims.wordclasses import beside, word_classes

_SAID_AGAIN = frozenset({"by", "with", "from", "at", "for", "of", "to", "in", "on"})
# "Acme, with 22%, and Globe, with 14%"
_SHARE = re.compile(
    r",? (?:with |at )?\(?(?:about |around |nearly )?\d[\d.,]* ?(?:%|per ?cent)\)?(?: each)?(?=,| and|;)"
)
_ARM_OF = re.compile(
    r", (?:(?:the|an?|its) )?(?:[a-z-]+ ){0,3}"
    r"(?:(?:arm|unit|affiliate|subsidiary|division|offshoot|owner|parent|fund|vehicle) of|"
    r"(?:company|fund|firm|group|vehicle|office|family|foundation) (?:behind|(?:run|managed|founded|owned|started) by))"
    r" (?:the )?"
)
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


def next_item(
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
        if text[beyond - 1] in "—–" and text[position].isspace() and _follows_dash(text, beyond, inside):
            return next(index for index in range(at, len(inside)) if inside[index].start == beyond + 1)
        position = beyond
    return -1


def _follows_dash(text: str, dash: int, inside: Sequence[FoundName]) -> bool:
    """ "Acme — the fund of Globex — | Oakfund, and Larch": a dash that ends an aside stands for the comma."""
    ends = next((name.end for name in inside if name.start == dash + 1), 0)
    return ends > 0 and text[dash] == " " and text.startswith((",", " and "), ends)


IN_PLACE = frozenset({" in ", " of ", " from ", " near ", " at ", " across ", " in the ", " in nearby ", " over in "})


def _over_place(text: str, position: int, inside: Sequence[FoundName], at: int) -> tuple[int, int]:
    """Where what tells of a place ends, and the next name: "A | in Oslo and Lund |, B", "A | of Lund, Norland |"."""
    if text[position : inside[at].start] not in IN_PLACE or not is_place(text, inside, at):
        return _over_date(text, position), at
    position, at = inside[at].end, at + 1
    while at < len(inside) and inside[at].kind == "place" and text[position : inside[at].start] in (", ", " and "):
        position, at = inside[at].end, at + 1
    return position, at


def is_place(text: str, inside: Sequence[FoundName], at: int) -> bool:
    """Is a name a place's: by its kind, or by the place that follows ("Lund, Norland")?"""
    if inside[at].kind != "unknown":
        return inside[at].kind == "place"
    if text[: inside[at].start].endswith(" of ") and " " not in inside[at].text:
        return True
    if at + 1 == len(inside):
        return False
    return inside[at + 1].kind == "place" and text[inside[at].end : inside[at + 1].start] == ", "


def _over_kind(text: str, position: int) -> int:
    """ "the Acme and Globex | hospital groups |, by …", "Delta's Acme | subsidiary |, B": what the names are."""
    match = _KIND.match(text, position, position + 50)
    if match is None:
        return position
    known = match["last"][:-1] in word_classes().heads or match["last"] in beside("offshoots")
    return match.end() if known else position


_KIND = re.compile(r" (?:[a-z-]+ )?(?P<last>[a-z]+)(?=,|;| and )")


def _over_date(text: str, position: int) -> int:
    """ "A | since 2021 |, B | now |, and C"."""
    if not text.startswith((" in ", " since ", " from ", " for ", " now", " today", " last ", " this "), position):
        return position
    match = _DATED.match(text, position) or _FOR_WHAT.match(text, position)
    return match.end() if match else position
