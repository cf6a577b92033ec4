"""A number in a view goes in, "jobs cut" comes out where it counts posts that go or people who are let go, "" else.

Told by a verb in front ("laid off | 65 people", "parted ways with | 35 staff"), by one behind ("| 35 people were
let go", "| 50 jobs went") or by a noun ("layoffs of | 65 people").
"""

from __future__ import annotations

from briefing.claims.numerals import opening
from briefing.claims.phrases import words_of
from briefing.claims.reading import FoundNumber
from briefing.claims.verbs import is_adverb
from briefing.claims.view import View
from briefing.claims.words import row

POSTS = row("jobs roles positions posts")
PEOPLE = row(
    "pessoas funcionários colaboradores empleados trabajadores mitarbeiter beschäftigte salariés people "
    "employees workers staff staffers engineers"
)
CUTTING = row(
    "cut cuts cutting eliminate eliminated eliminating eliminates axe axed axing shed shedding slashed slash redundant "
    "dismissed fired layoffs layoff affected lose lost loss losing go going"
)
OF_ITS = (["of", "its"], ["of", "their"], ["of", "our"])


def of_cut(view: View, number: FoundNumber) -> str:
    """ "| 112 roles are affected", "will cut | 90 jobs", "laid off | 65 people": posts that go, no posts that are."""
    head = number.unit.split()[-1:]
    if view.reading.source.language != "en":
        return _cut_abroad(view, number)
    if not head:
        return _part_cut(view, number)
    if head[0].lower() not in POSTS | PEOPLE or number.value < 3:
        return ""
    first, after = view.span(number.start, number.noun_end)
    if view.words(first - 2, first) in OF_ITS or view.word(first - 1) == "its" or is_whole_cut(view, first):
        return ""
    posts = head[0].lower() in POSTS
    return "jobs cut" if _cuts(view, first, after, posts) or _go(view, after, posts) else ""


def _cuts(view: View, first: int, after: int, posts: bool) -> bool:
    """Does a verb or noun of letting go lead to what is counted?"""
    ahead = view.words(max(0, first - 4), first)
    if "off" in ahead and not _LAYING.isdisjoint(view.words(max(0, first - 6), first)):
        return True
    if ("go" in ahead or view.word(after) == "go") and not _LETTING.isdisjoint(ahead):
        return True  # "let go | 90 people", "let | 35 people | go"
    if view.word(after) == "redundant" and not _MAKING.isdisjoint(ahead):
        return True
    if posts and not (CUTTING - _LOOSE).isdisjoint(ahead):
        return True
    at = first - 1
    while at > 0 and (view.word(at) in words_of("metrics", "said_of", "small") - {"to"} or is_adverb(view.word(at))):
        at -= 1
    return (
        view.word(at) in _DISMISSING
        or view.words(at - 1, at + 1) in (["ways", "with"], ["goodbye", "to"])
        or ("layoffs" in view.words(max(0, first - 5), first))
    )


def _go(view: View, after: int, posts: bool) -> bool:
    """ "| 50 jobs, one in eight, | went in May", "| 35 people were let go", "| 35 employees lost their jobs"."""
    if view.word(after) == ",":
        after = next((at + 1 for at in range(after + 1, after + _ASIDE) if view.word(at) == ","), after)
    behind = view.words(after, after + 4)
    if behind[:2] in (["let", "go"], ["laid", "off"]):
        return True  # "The | 60 people let go in May"
    if posts and (behind[0] in _GONE or not (CUTTING - _LOOSE).isdisjoint(behind) or behind[:2] == ["will", "go"]):
        return True
    if posts and any(view.word(at) in _VANISHING and view.word(at - 1) == "to" for at in range(after, after + _ASIDE)):
        return True  # "| 30 jobs in Oslo are set to disappear"
    at = after
    while view.word(at) in _BEING or is_adverb(view.word(at)):
        at += 1
    if at > after and view.word(at) in _LET_GO:
        return view.word(at) not in ("let", "laid") or view.word(at + 1) in ("go", "off")
    return behind[:3] == ["had", "to", "go"] or (behind[0] in _LOSING and not POSTS.isdisjoint(behind))


def _part_cut(view: View, number: FoundNumber) -> str:
    """ "will cut | 30 of its 90 jobs", "the workforce was trimmed by | 90, to 310"."""
    first, after = view.span(number.start, number.end)
    ahead = view.words(max(0, first - 6), first)
    trimmed = ahead[-1:] == ["by"] and not _TRIMMED.isdisjoint(ahead) and number.value >= 3
    if trimmed and not {"workforce", "staff", "headcount", "payroll"}.isdisjoint(ahead):
        return "jobs cut"
    staff = next((at for at in range(after + 2, after + 7) if view.word(at) in POSTS | PEOPLE), 0)
    whole = view.word(after) == "of" and _is_whose(view, after + 1)
    cut = not (CUTTING - _LOOSE).isdisjoint(view.words(max(0, first - 3), first)) or (
        "let" in view.words(max(0, first - 3), first) and "go" in view.words(after, after + 9)
    )
    gone = staff and _go(view, staff + 1, view.word(staff) in POSTS)
    return "jobs cut" if staff and whole and (cut or gone) else ""


def is_whole_cut(view: View, first: int) -> bool:
    """ "45 of the joint | 620 jobs will go": is the number of what there was, of which a part goes?"""
    at = next((at for at in range(first - 1, max(first - 8, 0), -1) if view.word(at) == "of"), 0)
    counted = view.found[at - 1].kind == "n" or view.word(at - 1) in opening(view.reading.source.language)
    return bool(at) and _is_whose(view, at + 1) and counted


def _is_whose(view: View, at: int) -> bool:
    """ "of its", "of the", "of Acme's"."""
    name = view.name_at.get(at)
    return view.word(at) in _WHOSE or (name is not None and name.is_subject)


_TRIMMED = row("trimmed cut reduced slashed shrank shrunk fell fallen thinned trim reduce")
_VANISHING = row("disappear vanish go")
_WHOSE = row("its their our the")
_LOOSE = row("go going lost lose")  # these say it of more than posts
_LAYING = row("laid lay laying lays")
_LETTING = row("let lets letting")
_MAKING = row("made make makes making")
_DISMISSING = row(
    "demitiu demitir despidió entließ entlässt licencié licencie dismissed dismiss dismisses dismissing "
    "fired fire fires sacked axed axe cutting"
)
_GONE = row("went disappeared vanished go disappear")
_LOSING = row("lost lose")
_BEING = row("were was are is be been being have has had will to")
_LET_GO = row("let laid dismissed fired sacked axed redundant eliminated")
_ASIDE = 8  # tokens between two commas


def _cut_abroad(view: View, number: FoundNumber) -> str:
    """ "demitiu | 70 funcionários", "va supprimer | 60 postes", "strich 80 der | 420 Stellen" (not these)."""
    first, after = view.span(number.start, number.noun_end)
    near = {*view.words(max(0, first - 4), first), *view.words(after, after + 3)}
    if words_of("metrics", "abroad", "staff").isdisjoint((*view.words(first, after), *view.words(after, after + 1))):
        return ""
    if not words_of("metrics", "abroad", "cut").isdisjoint(near):
        return "jobs cut"
    return "" if words_of("metrics", "abroad", "made").isdisjoint(near) else "jobs to be created"
