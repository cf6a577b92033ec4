"""A source as it was read, and the passages it is made of: everything later points into `Source.text`.

Offsets are Unicode code points into `Source.text`, half-open [start, end). The text is stored as it was decoded
(line ends kept), so `text[start:end]` is what a reader of the file finds there.
"""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import Literal

from briefing.errors import EvidenceError
from briefing.model.records import dataclass

PassageKind = Literal[
    "title",  # the headline of the article
    "heading",  # a section heading, a question of an FAQ used as heading
    "sentence",  # one sentence of a paragraph
    "item",  # a list item (bulleted, numbered, "1)"), bullet sign not included
    "row",  # one body row of a pipe table (cells filled)
    "header",  # the header row of a pipe table (cells filled)
    "label",  # a definition-like label line: "Summary", "Key takeaway", "Topics"
    "question",  # a question that the text itself answers (FAQ): never a claim
    "contents",  # a table-of-contents line: never a claim
    "caption",  # image credit, photo caption
    "byline",  # author, date or "Posted:" line
    "credit",  # "Original reporting by …", "This article first appeared in …": says where it comes from
    "boilerplate",  # advertisement, newsletter sign-up, related links, cookie line, author biography
    "unread",  # a stretch longer than any sentence or paragraph: nothing is read from it, and that is said
]

_START = attrgetter("start")

# Kinds whose words may be evidence for a fact about the subject.
SPEAKING: frozenset[str] = frozenset({"title", "sentence", "item", "row"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """Exact words of one source. Made with `Source.cite`, so the quote cannot differ from the text."""

    source: str
    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.quote) != self.end - self.start:
            raise EvidenceError(
                "a quote does not have the length of its span", f"{self.source}:{self.start}-{self.end}"
            )


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range [start, end) of code points in one source's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence, list item, table row or line of furniture.

    start, end: where it stands in the source's text, trimmed of white space.
    block: number of the paragraph, list or table it belongs to (a list and its lead-in line share none).
    lead_in: the line a list item hangs under ("The portfolio includes:"), or the label a paragraph stands under.
    heading: the nearest heading above, or "".
    cells, columns: of a table row its cells and the header cells above them (spans trimmed; equally many).
    depth: 0 plain, 1.. nesting of list items.
    """

    start: int
    end: int
    kind: PassageKind
    block: int
    lead_in: Span | None = None
    heading: str = ""
    cells: tuple[Span, ...] = ()
    columns: tuple[Span, ...] = ()
    depth: int = 0


@dataclass(frozen=True, slots=True)
class OriginHint:
    """Words by which a source says that its story is somebody else's ("Original reporting by …").

    name: the outlet or work named; strength: "declared" (a credit line, a canonical link) or
    "backbone" (attributions all through the text: "According to X …").
    """

    name: str
    strength: Literal["declared", "backbone"]
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    """One document, read.

    id: "s1", "s2" … in the order of file names. path: as given, with "/" between parts. sha256: of the file's bytes.
    text: the stored text all offsets point into. published: EDTF or "". language: BCP 47, guessed ("en", "de").
    coverage: EDTF of the window the text says it covers ("as of late May 2019"), or "".
    title, publisher, author, url: "" where nothing says. metadata_from: which of the fields came from a sidecar.
    release: the text is a company's own announcement (a press release): whatever it says, the company says it.
    """

    id: str
    path: str
    sha256: str
    text: str
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    url: str = ""
    language: str = "en"
    coverage: str = ""
    passages: tuple[Passage, ...] = ()
    hints: tuple[OriginHint, ...] = ()
    metadata_from: tuple[str, ...] = ()
    release: bool = False

    def cite(self, start: int, end: int) -> Evidence:
        """The words at [start, end), white space at both ends left out. Raises EvidenceError if nothing is there."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if not 0 <= start < end <= len(self.text):
            raise EvidenceError("a quote lies outside its source", f"{self.path}:{start}-{end}")
        return Evidence(self.id, start, end, self.text[start:end])

    def passage_at(self, place: int) -> Passage | None:
        """The passage that holds a code point; they stand in the order of the text, and none overlaps another."""
        at = bisect_right(self.passages, place, key=_START) - 1
        return self.passages[at] if at >= 0 and place < self.passages[at].end else None

    def holds(self, evidence: Evidence) -> bool:
        """Does the evidence stand word for word at its offsets?"""
        return evidence.source == self.id and self.text[evidence.start : evidence.end] == evidence.quote
