"""A place as it was and as it is in, its statements with their verdicts out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from briefing.audit.difference import Change, differences
from briefing.audit.items import DOUBTFUL, Item, Reader, quotes, scan
from briefing.audit.library import Ground, Library
from briefing.audit.lines import paired_lines
from briefing.audit.lookup import NAMES, Around, cautions, look_up
from briefing.audit.pairing import Pair, pairs
from briefing.audit.report import Kind, Statement, Verdict
from briefing.audit.words import badge_pattern, badge_ranks, same
from briefing.model.page import Page, Said, Shape
from briefing.model.records import dataclass, field, replace

_CONTEXT, _EDITS = 160, 2
_CITATIONS = re.compile(r"\[?\d{1,2}(?:[,–-]\d{1,3})*(?:,…)?\]?")
_MOST = 20_000  # characters of one text
_FIGURES = frozenset({"amount", "date", "number"})


@dataclass(slots=True)
class Desk:
    """Where statements are judged. strange: nothing is known of what the deck was. drifted: what it was made again as
    is another version of it, so that places are compared where they differ in single statements, else looked up.

    unnoted: no slide has notes any more, as whoever saved the deck left them out. counts: by verdict, of statements
    that nobody wants listed (every: all are).
    """

    library: Library
    reader: Reader
    carried: bool
    another: bool
    strange: bool
    every: bool
    unnoted: bool
    drifted: bool
    counts: Counter[Verdict] = field(default_factory=Counter)
    around: frozenset[str] = frozenset()
    rows: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    seen: dict[str, list[Item]] = field(default_factory=dict)

    def page(self, slide: int, was: Page | None, now: Page, shapes: Sequence[Shape]) -> Iterator[Statement]:
        """All statements of one slide."""
        before = was or Page("", "", "", (), "")
        self.surround(now, looked=self.strange or self.drifted or was is None)
        for pair in pairs(before, now, shapes):
            yield from self.pair(slide, pair)
        yield from self.notes(slide, before.notes, now.notes)
        if self.strange:
            yield from _sheets(slide, now.shapes)

    def surround(self, page: Page, *, looked: bool) -> None:
        """Take in what the slide's title, its badges and the rows of its tables say of caution."""
        self.around, self.rows = frozenset(), {}
        if not looked:
            return
        found = set(cautions(page.title, self.reader))
        for shape in page.shapes:
            for said in shape.texts():
                if badge_pattern().fullmatch(said.text.strip().replace("\u00a0", " ")):
                    found |= cautions(said.text, self.reader)
            for row in shape.rows:
                words = frozenset(caution for said in row for caution in cautions(said.text, self.reader))
                self.rows.update({(shape.name, said.part): words for said in row})
        self.around = frozenset(found)

    def notes(self, slide: int, was: str, now: str) -> Iterator[Statement]:
        """Notes line by line."""
        if was.strip() and not now.strip():
            if not self.unnoted:
                yield Statement(slide, "Notes", "notes", "text", "removed", "", was)
            return
        old = [line for line in was.split("\n") if line.strip()]
        new = [line for line in now.split("\n") if line.strip()]
        for pair in zip(old, new, strict=True) if old == new else paired_lines(old, new):
            one, other = (Said("notes", text) if text is not None else None for text in pair)
            yield from self.pair(slide, Pair("Notes", "notes", one, other, ()))

    def pair(self, slide: int, pair: Pair) -> Iterator[Statement]:
        was, now = pair.was, pair.now
        if pair.part == "picture":
            if self.carried and was and now and was.text != now.text:
                how = "the picture is not the one that the deck was made with"
                yield Statement(slide, pair.shape, pair.part, "picture", "changed", "another picture", how=how)
        elif now is not None and len(now.text) > _MOST and (was is None or was.text != now.text):
            how = f"more than {_MOST:,} characters are not read closely"
            yield Statement(slide, pair.shape, pair.part, "text", "unbacked", now.text[:_CONTEXT], how=how)
        elif was is not None and now is not None:
            if was.text == now.text or same(was.text) == same(now.text):
                yield from self.unchanged(slide, pair, was)
            else:
                yield from self.changed(slide, pair, was, now)
        elif was is not None:
            yield from self.gone(slide, pair, was)
        elif now is not None and not now.part.startswith("sheet") and now.text.strip() != str(slide):
            yield from self.new(slide, pair, now)

    # ------------------------------------------------------------ as it was

    def unchanged(self, slide: int, pair: Pair, said: Said) -> Iterator[Statement]:
        if self.another:
            yield from self.elsewhere(slide, pair, said)
            return
        for item in self.scanned(said.text):
            verdict, how = self.sound(item, said, pair)
            if self.every:
                yield self.listed(_statement(slide, pair, item, verdict, said.text, how=how), item, said.text)
            else:
                self.counts[verdict] += 1

    def scanned(self, text: str) -> list[Item]:
        """The statements of a text; footers, badges and heads come again and again."""
        found = self.seen.get(text)
        if found is None:
            found = self.seen[text] = scan(text, self.reader.names)
        return found

    def sound(self, item: Item, said: Said, pair: Pair) -> tuple[Verdict, str]:
        """What stands as it was made: a source's, the analyst's, or counted by the deck itself."""
        kind = _letter(item, said)
        if kind == "a":
            note = self.library.analysts(pair.claims, said.text, item)
            if note is not None:
                before = f"; the sources: {note.before}" if note.before else ""
                return "analyst", f"{note.reason}{before}"
        if item.kind == "number" and not pair.claims and kind in ("l", "") and said.part in ("", "notes"):
            return "computed", "as the deck counts"
        return "backed", ""

    def listed(self, statement: Statement, item: Item, text: str) -> Statement:
        """With what stands behind it, where its shape names no claims: titles and notes."""
        if statement.claims or statement.verdict != "backed":
            return statement
        read = next((one for one in self.reader.read(text) if one.start < item.end and item.start < one.end), None)
        if read is None or read.kind in ("badge", "citation", "hedge"):
            return statement
        ground = self.library.support(read.key, statement.text, read.noun)
        return replace(statement, claims=ground.claims, quote=ground.quote, source=ground.source)

    def elsewhere(self, slide: int, pair: Pair, said: Said) -> Iterator[Statement]:
        """What the deck has said all along, against a Briefing that is not its own."""
        for item in self.reader.read(said.text):
            if item.kind != "hedge" and item.qualifier != DOUBTFUL:
                verdict, how = self.sound(item, said, pair)
                missing = self.missing(item, said) if verdict == "backed" else ""
                yield _statement(slide, pair, item, "unbacked" if missing else verdict, said.text, how=missing or how)
        for start, end in quotes(said.text) if self.library.whole else ():
            known = self.library.verbatim(said.text[start:end])
            item = Item(start, end, "quote", ())
            how = "" if known else "no source has these words"
            yield _statement(slide, pair, item, "backed" if known else "unbacked", said.text, how=how)

    def missing(self, item: Item, said: Said) -> str:
        """Why a statement is nobody's here; "" if it is somebody's."""
        if item.kind == "amount" and not self.library.holders(item.key):
            return "no source says it"
        tick = len(said.text.strip()) == 4  # a year on an axis
        if item.kind == "date" and not tick and not self.library.holders(item.key):
            return "no source gives this date"
        words = said.text[item.start : item.end]
        if item.kind == "name" and _letter(item, said) == "c" and not self.library.verbatim(words):
            return "no source names it"
        return ""

    # ------------------------------------------------------------ otherwise than it was

    def changed(self, slide: int, pair: Pair, was: Said, now: Said) -> Iterator[Statement]:
        found = differences(was.text, now.text, self.reader)
        if self.drifted and not _edited(found):
            yield from self.new(slide, pair, now)
            return
        spans = []
        for change in found:
            spans.append((change.start, change.end))
            yield self.judged(slide, pair, change, was.text, now.text)
        for item in self.scanned(now.text):
            if not any(item.start < end and start < item.end for start, end in spans):
                verdict, how = self.sound(item, Said(now.part, now.text), pair)
                yield _statement(slide, pair, item, verdict, now.text, how=how)

    def judged(self, slide: int, pair: Pair, change: Change, old: str, new: str) -> Statement:
        verdict, how = self.verdict(change, pair)
        context = _around(new, change.start, change.end) if change.now else _around(old, 0, len(old))
        return Statement(
            slide, pair.shape, pair.part, change.kind, verdict, change.now, change.was, context, pair.claims, how=how
        )

    def verdict(self, change: Change, pair: Pair) -> tuple[Verdict, str]:
        old, new = change.old, change.new
        if change.what == "reworded":
            return ("changed", "not the source's words") if change.kind == "quote" else ("reworded", "")
        if change.kind == "badge":
            return ("unbacked", "a badge that was not there") if old is None else ("weakened", _badges(change))
        if change.kind == "hedge":
            return self.hedged(change)
        if change.what == "changed" and old is None and new is None:
            return "changed", ""
        if new is None:
            return "removed", ""
        if old is None:
            return self.added(new, pair)
        how = self.library.conversion(pair.claims, old, new)
        if how:
            return "computed", how
        return "changed", self.said(new)

    @staticmethod
    def hedged(change: Change) -> tuple[Verdict, str]:
        old, new = change.old, change.new
        firmer = old is not None and (change.what != "qualified" or bool(old.qualifier))
        negation = any(item is not None and item.key[-1] == "negation" for item in (old, new))
        if negation:
            return "changed", "a word that denies"
        if not firmer:
            return "changed", "a word of caution that was not there"
        gone = new is None or (change.what == "qualified" and not new.qualifier)
        return "weakened", "it claims more without it" if gone else "another word of caution"

    def added(self, new: Item, pair: Pair) -> tuple[Verdict, str]:
        if new.kind in _FIGURES | NAMES and pair.claims and self.library.says(pair.claims, new.key):
            return "backed", ""
        if new.kind == "citation":
            return "changed", "another citation"
        return "unbacked", self.said(new)

    def said(self, item: Item) -> str:
        """Whether any source says what stands there now."""
        if item.kind not in _FIGURES and item.kind not in NAMES:
            return ""
        holding = self.library.holders(item.key)
        for part in holding:
            source = self.library.ground((part,)).source
            if source in self.library.numbers:
                return f"[{self.library.numbers[source]}] says it, not of this"
        return "the sources say it, not of this" if holding else "no source says it"

    def gone(self, slide: int, pair: Pair, was: Said) -> Iterator[Statement]:
        text = was.text.strip()
        verdict: Verdict = "removed"
        kind: Kind = "text"
        if badge_pattern().fullmatch(text.replace("\u00a0", " ")):
            verdict, kind = "weakened", "badge"
        if self.drifted or (not self.carried and kind == "text"):
            return  # made again, it need not have been there
        yield Statement(slide, pair.shape, pair.part, kind, verdict, "", text, "", pair.claims)

    # ------------------------------------------------------------ not there before

    def new(self, slide: int, pair: Pair, now: Said) -> Iterator[Statement]:
        if _CITATIONS.fullmatch(now.text.strip()) and now.part.startswith("row"):
            return
        if now.part.startswith("value "):
            yield self.drawn(slide, pair, now)
            return
        around = Around(self.strange or self.drifted, self.around | self.rows.get((pair.shape, pair.part), frozenset()))
        for found in look_up(now.text, self.reader, self.library, around):
            yield Statement(
                slide,
                pair.shape,
                pair.part,
                found.kind,
                found.verdict,
                now.text[found.start : found.end].strip(),
                found.was,
                _around(now.text, found.start, found.end),
                found.ground.claims,
                found.ground.quote,
                found.ground.source,
                found.how,
            )

    def drawn(self, slide: int, pair: Pair, now: Said) -> Statement:
        """A column's value."""
        try:
            known = self.library.drawn(float(now.text))
        except ValueError:
            known = False
        how = "" if known else "no source says it"
        return Statement(slide, pair.shape, pair.part, "number", "backed" if known else "unbacked", now.text, how=how)

    def grounded(self, statement: Statement) -> Statement:
        """With the quote that it rests on."""
        if statement.quote or not statement.claims:
            return statement
        ground: Ground = self.library.ground(statement.claims, statement.was or statement.text)
        return replace(statement, claims=ground.claims, quote=ground.quote, source=ground.source)


def _statement(slide: int, pair: Pair, item: Item, verdict: Verdict, text: str, how: str = "") -> Statement:
    words = text[item.start : item.end].strip()
    context = _around(text, item.start, item.end)
    return Statement(slide, pair.shape, pair.part, item.kind, verdict, words, "", context, pair.claims, how=how)


def _edited(found: Sequence[Change]) -> bool:
    """Did somebody exchange single statements and leave the rest of the text as it was?"""
    return 0 < len(found) <= _EDITS and all(_exchanged(change) for change in found)


def _exchanged(change: Change) -> bool:
    """One statement for another; not a shorter form of it, nor other words of caution."""
    if change.old is None or change.new is None:
        return False
    if change.what == "qualified":
        return bool(change.old.qualifier)
    was, now = same(change.was).casefold(), same(change.now).casefold()
    return change.kind != "hedge" and not (change.kind in NAMES and (was in now or now in was))


def _letter(item: Item, said: Said) -> str:
    """The kind of the run that it begins in, "" if nothing tells."""
    return next((letter for letter, end in said.kinds if item.start < end), "")


def _badges(change: Change) -> str:
    ranks = badge_ranks()
    was, now = (
        next((rank for word, rank in ranks.items() if word in text.casefold()), -1) for text in (change.was, change.now)
    )
    return "it claims more than it did" if now > was >= 0 else "another badge" if change.now else "the badge is gone"


def _around(text: str, start: int, end: int) -> str:
    """The line that a statement stands in, cut to a readable length."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    line = text[first : last if last >= 0 else len(text)]
    if len(line) <= _CONTEXT:
        return line.strip()
    left = max(0, start - first - _CONTEXT // 2)
    return ("…" if left else "") + line[left : left + _CONTEXT].strip() + "…"


def _sheets(slide: int, shapes: Iterable[Shape]) -> Iterator[Statement]:
    """Charts whose drawing and sheet do not agree."""
    for shape in shapes:
        parts = {said.part: said.text for said in shape.said}
        for part, text in parts.items():
            behind = parts.get(f"sheet, {part}")
            if behind is not None and same(behind) != same(text):
                kind: Kind = "number" if part.startswith("value") else "text"
                how = "the chart draws something else than its sheet holds"
                yield Statement(slide, shape.name, part, kind, "changed", text, behind, how=how)
