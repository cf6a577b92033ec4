"""A number in a view goes in, whether it counts those who work for a company comes out: "employs | 310".

Told by a verb of employing, by a noun in front ("a staff of", "payroll", "a company of | 271 people"), by one behind
("| 517 on the payroll"), and by people who say "we".
"""

from __future__ import annotations

from briefing.claims.phrases import words_of
from briefing.claims.reading import FoundNumber
from briefing.claims.verbs import is_adverb
from briefing.claims.view import View
from briefing.claims.words import row, word_set

_EMPLOYS = row("employs employ employed employing beschäftigt emploie emplea")
_STAFF = row("staff headcount workforce employees payroll")
_TEAMS = row("team workforce headcount staff payroll")
_WHOLE = row(
    "staff headcount workforce employees number numbers of average total group overall global worldwide the its payroll"
)
_FIRMS = row("company firm business startup start-up outfit organisation organization team operation shop group")
_BEING = row("are were 're")
_THERE = row("are were now")
_PLACES = row("office offices plant factory lab laboratory site hub building headquarters workshop")
_SITTING = row("are work sit")  # "Of | 58 people, 40 are in Oslo"
_STOPS = row(". , ; ) ! ? now today people at in when last before by after and or this on worldwide ago") | {"", '"'}


def is_headcount(view: View, first: int, said: str) -> bool:
    """A bare number of staff: "employs 310", "staff numbers rose to 310", "a team of 310"."""
    if said:
        return not _STAFF.isdisjoint(said.split()) or said.endswith("head count")
    at = _over_small(view, first - 1)
    if view.word(at) in _EMPLOYS or (
        "at" not in view.words(at + 1, first)
        and _we_are(view, at)
        and not _STOPS.isdisjoint((view.word(first + 1), view.word(first + 3)))
    ):
        return True  # "We are | 510 now"
    ahead = view.words(max(0, first - 6), first)
    if not _TEAMS.isdisjoint(ahead) and "that" in ahead and not {"stood", "numbered", "peaked"}.isdisjoint(ahead):
        return True  # "a staff that once stood at | 640"
    if view.word(first + 1) == "strong" and not _TEAMS.isdisjoint(view.words(max(0, first - 3), first)):
        return True  # "The payroll, | 143 strong, will grow"
    if is_left(view, first):
        return True
    return team_of(view, first) != "" or _staff_to(view, first) or _on_payroll(view, first + 1)


def is_left(view: View, first: int) -> bool:
    """ "The workforce was trimmed by 90, to | 310": what is left of the staff, or what it has grown to."""
    ahead = view.words(max(0, first - 7), first)
    moved = (
        "by" in ahead and ahead[-1:] == ["to"] and view.found[first - 1 - (view.word(first - 2) == ",") - 1].kind == "n"
    )
    return moved and not _TEAMS.isdisjoint(view.words(max(0, first - 12), first))


def of_staff(view: View, first: int, said: str) -> str:
    """ "headcount" and "average number of staff" are of the whole; "German staff" is of a part."""
    if not said or said.endswith("head count"):
        return team_of(view, first) or "employees"
    other = set(said.lower().split()) - _WHOLE
    return said if other and len(said.split()) < 4 else "employees"


def with_others(view: View, number: FoundNumber) -> bool:
    """ "employs | 1,900 dentists, hygienists and staff": all of them together."""
    first, after = view.span(number.start, number.noun_end)
    if view.word(after) not in (",", "and") or view.word(first - 1) not in _EMPLOYS:
        return False
    behind = view.words(after, after + 8)
    end = behind.index("and") if "and" in behind else len(behind)
    return bool({"staff", "employees", "workers", "others"} & set(behind[end : end + 4]))


def are_staff(view: View, number: FoundNumber, first: int, head: str) -> bool:
    """Do the "people" or "workers" that are counted work for a company?"""
    around = set(view.words(max(0, first - 8), min(len(view.found), first + 6)))
    clear = head in words_of("metrics", "naming", "clear_staff") or _are_at(view, first)
    has = (
        head == "people"
        and view.word(first - 1) in ("have", "has", "had")
        and view.word(first + 2) not in ("who", "that")
    )
    after = view.span(number.start, number.noun_end)[1]
    at = _over_small(view, first - 1)
    whole = (
        head == "people" and view.words(0, first) == ["of"] and not _SITTING.isdisjoint(view.words(after, after + 6))
    )
    firm = whole or (view.word(at) == "of" and view.word(at - 1) in _FIRMS)  # "a company of | 271 people"
    return (
        clear
        or has
        or firm
        or _we_are(view, at)
        or _on_payroll(view, after)
        or bool(around & words_of("metrics", "naming", "staff_cues"))
    )


def _we_are(view: View, at: int) -> bool:
    """ "we are | 510", "we're | 510", where the verb stands at token `at`."""
    said = view.word(at) in _BEING and view.word(at - 1) == "we"
    return said or (view.word(at) == "re" and view.words(at - 2, at) == ["we", "'"])


def _on_payroll(view: View, after: int) -> bool:
    """ "Of the | 517 on the payroll"."""
    at = after
    while view.word(at) in ("are", "were", "is", "now") or is_adverb(view.word(at)):
        at += 1
    return view.word(at) == "on" and "payroll" in view.words(at + 1, at + 3)


def _over_small(view: View, at: int) -> int:
    small = words_of("metrics", "said_of", "small")
    while at > 0 and (view.word(at) in small or is_adverb(view.word(at))):
        at -= 1
    return at


def _are_at(view: View, first: int) -> bool:
    """ "There are | 144 people at Acme", "there are | 45 people in its office", "Acme is | 144 people strong"."""
    if "strong" in view.words(first + 1, first + 4):
        return True
    behind = range(first + 2, first + 6)
    named = any((name := view.name_at.get(at)) is not None and name.is_subject for at in behind)
    whose = view.words(first + 2, first + 5)
    at_it = "at" in view.words(first + 1, first + 4) and (named or "company" in whose)
    placed = view.word(first + 2) == "in" and not _PLACES.isdisjoint(view.words(first + 3, first + 7))
    return (at_it or placed) and not _THERE.isdisjoint(view.words(first - 4, first))


def _staff_to(view: View, first: int) -> bool:
    """ "soll die Zahl der Mitarbeiter auf | 300 wachsen": German puts the verb behind."""
    ahead = view.words(max(0, first - 4), first)
    staff = words_of("metrics", "naming", "clear_staff")
    return ahead[-1:] == ["auf"] and not staff.isdisjoint(ahead) and view.reading.source.language == "de"


def team_of(view: View, first: int) -> str:
    """ "a team of 1,200", "a workforce of about 300"; "its German staff to | 300" is of a part. "" for no team."""
    before = view.words(max(0, first - 3), first)
    noun = next((word for word in before if word in _TEAMS), "")
    if not noun or before[-1:] not in (["of"], ["to"], ["at"]):
        return ""
    at = first - 3 + before.index(noun)
    part = view.word(at - 1) if at > 0 and view.text[view.offset(at - 1)].isupper() else ""
    return f"{part} {noun}" if part and at > 1 else "employees"


def is_of_firm(view: View, number: FoundNumber) -> bool:
    """ "The | 240-person | startup", "Acme, a | 240-person | startup", "the tiny | 12-person | startup Acme"."""
    first, after = view.span(number.start, number.noun_end)
    heads = word_set("companies", "neutral_heads")
    end = next((at for at in range(after, after + 3) if view.word(at) in heads or view.word(at) == "start"), -1)
    if end < 0:
        return False
    end += 2 * (view.words(end, end + 3) == ["start", "-", "up"])
    behind = view.name_at.get(end + 1)
    if behind is not None:
        return behind.is_subject
    at = first - 1
    while at > 0 and at >= first - 3 and view.word(at) not in _ARTICLES and view.word(at).isalpha():
        at -= 1
    if view.word(at) == "the":
        return True
    before = view.name_at.get(at - 2)
    named = before is not None and before.is_subject
    told = view.word(at) in _ARTICLES and view.word(at - 1) in (",", "is", "was")
    return told and (named or view.word(at - 2) == "it")


_ARTICLES = frozenset({"a", "an", "the"})
