"""A sketch of a funding event goes in, when it was comes out: its own date, the round before, or the article's day."""

from __future__ import annotations

from briefing.claims.dates import resolve
from briefing.claims.phrases import words_of
from briefing.claims.reading import FoundDate
from briefing.claims.sharesales import is_sale_of_holders
from briefing.claims.sketches import Memory, Sketch
from briefing.claims.view import View
from briefing.model.dates import When, bounds
from briefing.model.records import replace

_LEDE = 6  # utterances at the head of an article that tell its news


def when(view: View, sketch: Sketch, memory: Memory) -> When | None:
    """The date given to the event, reckoned from the event before where it asks for that; else the setting's."""
    for date in sketch.dates:
        if date.when.raw.lower().startswith("next ") and _is_done(view, sketch):
            continue  # "expects a profit next year, and has now raised | $5 million"
        own = resolve(date.when, _base(view, date, memory))
        if own.edtf.endswith("/.."):
            return replace(own, edtf=own.edtf.removesuffix("/.."))  # "since 2023, when it sold": an event is once
        if own.edtf or own.raw:
            return own
    return (
        _published(view, sketch)
        or _alongside(view, sketch, memory)
        or (_window(view) if sketch.amount is not None else None)
        or _covered(view, sketch)
    )


def ahead(view: View, sketch: Sketch, date: When) -> When:
    """ "could raise $5 million in the spring", told in October: a season or month that is named without its year is
    the one to come."""
    published, found = bounds(view.reading.source.published), bounds(date.edtf)
    if date.anchor != "publication" or not date.raw or published is None or found is None or found[1] >= published[0]:
        return date
    verbs = view.words(max(0, sketch.anchor - _VERB), sketch.anchor)
    if (
        _TO_COME.isdisjoint(verbs)
        or not _NAMED.isdisjoint(date.raw.lower().split())
        or len(date.edtf) != len("2026-21")
    ):
        return date
    return replace(date, edtf=f"{int(date.edtf[:4]) + 1}{date.edtf[4:]}")


_VERB = 8  # tokens between the verb and its sum
_TO_COME = frozenset({"could", "would", "will", "may", "might", "plans", "planning", "hopes", "aims", "intends"})
_NAMED = frozenset({"last", "this", "past", "previous", "earlier"})


def pledged(view: View, sketch: Sketch, memory: Memory) -> When | None:
    """ "It raised $50 million in May. Northwind will put in up to an additional | $9 million": promised with it."""
    if sketch.amount is None or not memory.date or not 0 <= view.utterance.index - memory.told <= _PLEDGED:
        return None
    ahead = view.words(max(0, sketch.anchor - 4), sketch.anchor + 4)
    return When(memory.date, "previous-event", "") if not _ON_TOP.isdisjoint(ahead) else None


_PLEDGED = 3  # utterances between a round and what is promised on top of it
_ON_TOP = frozenset({"another", "additional", "further", "more", "extra"})


def _base(view: View, date: FoundDate, memory: Memory) -> str:
    """What "the following spring" is reckoned from: the last round, if the paragraph told it; else the paragraph's last
    date in front, be it of what it may; else the last round."""
    if date.when.anchor != "previous-event":
        return memory.date
    here, utterances = view.utterance, view.reading.utterances
    for at in range(here.index, max(here.index - 4, -1), -1):
        told = utterances[at]
        if told.passage.block != here.passage.block or (at == memory.told and at != here.index and memory.date):
            break
        stated = [one for one in told.dates if one.start < date.start and one.when.anchor == "stated"]
        if stated:
            return stated[-1].when.edtf
    return memory.date


def _published(view: View, sketch: Sketch) -> When | None:
    """An undated event in the first sentences of a dated article, told as news, is of about its day."""
    published = view.reading.source.published
    found = bounds(published)
    if not found or found[0] != found[1] or view.utterance.index >= _LEDE or sketch.back:
        return None
    return When(f"{published}~", "publication", "") if _is_news(view, sketch) else None


def _alongside(view: View, sketch: Sketch, memory: Memory) -> When | None:
    """ "The company also secured a loan of $5 million", behind the news of the day: that was told with it."""
    published, told = bounds(view.reading.source.published), bounds(memory.date)
    if not published or published[0] != published[1] or not told or sketch.amount is None or sketch.verb < 0:
        return None
    near = view.utterance.index - memory.told <= 3 and told[1] - told[0] <= 70 and abs(told[1] - published[1]) <= 40
    added = "also" in view.words(max(0, sketch.verb - 5), sketch.verb) or view.words(0, 2) == ["in", "addition"]
    sale = view.word(sketch.verb) == "sold" and is_sale_of_holders(view, *view.amount_span(sketch.amount))
    added = added or (sale and view.utterance.index - memory.told <= 3)
    past = (sale or view.word(sketch.verb).endswith("ed")) and not _is_past(view, sketch)
    return When(f"{view.reading.source.published}~", "publication", "") if near and added and past else None


def _is_news(view: View, sketch: Sketch) -> bool:
    verb = view.word(sketch.verb)
    consists = {"consists", "comprises", "comprising"} & set(view.words(0, sketch.anchor))
    if consists and sketch.verb < 0 and not _is_past(view, sketch):
        return True
    reach = 14 if view.word(sketch.verb - 1) == "and" else 4  # "has changed its chief and taken in $5 million"
    perfect = bool({"has", "have", "just"} & set(view.words(max(0, sketch.verb - reach), sketch.verb)))
    perfect = perfect or verb.endswith("ing")
    if sketch.amount is not None and _has_come(view, sketch):
        return not _is_past(view, sketch)
    title = view.utterance.passage.kind == "title"
    if _closes(view, sketch):
        return not _is_past(view, sketch)
    return sketch.verb >= 0 and (verb.endswith("s") or perfect or title) and not _is_past(view, sketch)


def _is_done(view: View, sketch: Sketch) -> bool:
    """ "has now raised | $5 million"."""
    ahead = view.words(max(0, sketch.verb - 3), sketch.verb)
    return sketch.verb >= 0 and not {"has", "have"}.isdisjoint(ahead) and {"to", "not", "yet"}.isdisjoint(ahead)


def _has_come(view: View, sketch: Sketch) -> bool:
    """ "$5 million of bank debt | has been promised by": news told in the passive."""
    ahead = view.words(sketch.end(view), sketch.end(view) + 8)
    at = ahead.index("been") if "been" in ahead else 0
    return at > 0 and ahead[at - 1] in ("has", "have") and ahead[at + 1 : at + 2] != [] and ahead[at + 1].endswith("ed")


def _closes(view: View, sketch: Sketch) -> bool:
    """ "hat 5 Millionen Euro | eingesammelt", "anunciou uma rodada": how other languages tell what is new."""
    if view.reading.source.language == "en" or sketch.amount is None or view.utterance.index > 2:
        return False
    raising = words_of("rounds", "verbs", "raise") | words_of("rounds", "verbs", "loose")
    told = sketch.verb >= 0 or bool(set(view.words(sketch.anchor, sketch.anchor + 8)) & raising)
    before = set(view.words(max(sketch.reach[0], sketch.anchor - 14), sketch.anchor + 8))
    return told and not before & _LONG_AGO


_LONG_AGO = frozenset(
    "hatte hatten bereits schon zuvor zuletzt avait avaient déjà auparavant havia haviam tinha já antes anteriormente "
    "había habían ya aveva già had".split()
)


def _is_past(view: View, sketch: Sketch) -> bool:
    before = view.words(max(sketch.reach[0], sketch.anchor - 10), sketch.anchor)
    return bool(set(before) & words_of("rounds", "dating", "past"))


def _window(view: View) -> When | None:
    """The span of time that the sentence before sums up ("in May and June 2024. Key developments include …")."""
    utterances, here = view.reading.utterances, view.utterance
    before = utterances[here.index - 1] if here.index else None
    opens = {"include", "includes", "included", "including"} & set(view.words(0, 5))
    if not opens or before is None or before.passage.block != here.passage.block:
        return None
    spans = [date.when for date in before.dates if "/" in date.when.edtf and ".." not in date.when.edtf]
    return When(spans[0].edtf, "coverage", spans[0].raw) if spans else None


def _covered(view: View, sketch: Sketch) -> When | None:
    """An undated article that says which span it covers."""
    source = view.reading.source
    covers = "/" in source.coverage and not source.published and sketch.amount is not None
    return When(source.coverage, "coverage", "") if covers and not _is_past(view, sketch) else None
