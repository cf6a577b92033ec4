"""A sum in a view goes in, what is to be done with it or what it is a part of comes out, "" if neither.

"A further | $30 million | is set aside for new shops", "will put | $52 million of the proceeds | into its plant",
"Of the total, | $90 million | has been paid in", "Of that, | $61 million | is from abroad".
"""

from __future__ import annotations

from briefing.claims.verbs import is_adverb
from briefing.claims.view import View
from briefing.claims.words import row

_BEING = row("is are was were be been being has have had will would to")
_ANY = row("anything everything each every any orders claims bills payments per")
_SET = row("earmarked reserved budgeted allocated ringfenced ring-fenced destined")
_GOES = row("go goes going went flow flows flowed")
_TOWARDS = row("to towards toward into on")
_SMALL = row("about around some roughly nearly almost over more than another up a further only just")
_PROCEEDS = row("proceeds money funds round raise total sum financing funding")
_PUTTING = row("invest invests invested put puts spend spends spent use uses used channel deploy")
_WHOLE = row("that this it which these them")
_ENDS = row(". , ; : ( ) and while but as or over by in from where which that who") | {'"', "", "—", "–"}
_PART_ENDS = _ENDS - {"in", "from", "by", "over"}
_LONGEST = 6  # words of what it is for


def of_use(view: View, first: int, after: int) -> str:
    """What the sum is set aside for: "earmarked for a new hangar"; "" if for nothing."""
    if not _ANY.isdisjoint(view.words(max(0, first - 4), first)):
        return ""  # "anything above | $900 goes to a manager"
    at = after
    while view.word(at) in _BEING or is_adverb(view.word(at)):
        at += 1
    if at > after and view.word(at) in _SET | {"set"}:
        at += 1 + (view.words(at, at + 2) == ["set", "aside"])
        told = _phrase(view, at, _ENDS) if view.word(at) in _TOWARDS | {"for"} else ""
        return f"earmarked {told}".strip()
    if view.word(at) in _GOES and (at > after or view.word(at) == "goes"):
        at += 1
        while is_adverb(view.word(at)) or view.word(at) in ("straight", "back"):
            at += 1
        told = _phrase(view, at, _ENDS) if view.word(at) in _TOWARDS else ""
        return f"earmarked for {told.partition(' ')[2]}" if told.partition(" ")[2] else ""
    return _of_proceeds(view, first, after)


def _of_proceeds(view: View, first: int, after: int) -> str:
    """ "will invest | $52 million | of the proceeds in its repair shop"."""
    behind = view.words(after, after + 5)
    noun = next((at for at, word in enumerate(behind) if word in _PROCEEDS), 0)
    if behind[:1] != ["of"] or not noun or _PUTTING.isdisjoint(view.words(max(0, first - 4), first)):
        return ""
    told = _phrase(view, after + noun + 1, _ENDS - {"in"})
    return f"earmarked for {told.partition(' ')[2]}" if told.partition(" ")[2] else ""


def is_of_told(view: View, first: int) -> bool:
    """ "Of that, | $61 million is from abroad": a part of the sum before."""
    at = first - 1
    while at > 0 and view.word(at) in _SMALL:
        at -= 1
    at -= view.word(at) == ","
    if view.word(at) in _WHOLE:
        return view.word(at - 1) == "of"
    return view.word(at) == "total" and view.words(at - 2, at) == ["of", "the"]


def of_part(view: View, after: int, whole: str) -> str:
    """What the part is called: "order backlog that is from abroad". whole: the measure of the sum before."""
    told, whole = _phrase(view, after, _PART_ENDS), "total" if whole == "valuation" else whole
    if not told:
        return whole
    opens = view.word(after)
    if opens in (
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "comes",
        "came",
        "depends",
        "will",
        "would",
    ) or opens.endswith("s"):
        return f"{whole} that {told}".strip()
    return f"{whole} {told}".strip()


def _phrase(view: View, start: int, ends: frozenset[str]) -> str:
    end = start
    while end < len(view.found) and end - start < _LONGEST and view.word(end) not in ends and end not in view.amount_at:
        end += 1
    return view.text[view.offset(start) : view.end(end - 1)] if end > start else ""
