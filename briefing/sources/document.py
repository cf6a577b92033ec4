"""What a reader hands over: the stored text of a file and what the format itself said about it."""

from __future__ import annotations

from briefing.model.records import dataclass, field
from briefing.model.source import OriginHint, PassageKind


@dataclass(frozen=True, slots=True)
class Document:
    """One file after decoding or conversion, before it is cut into passages.

    text: the stored text; all offsets, here and later, are code points into it.
    body: offset at which the article begins (front matter lies before it).
    metadata: title, publisher, author, published (EDTF), url, language, origin, as far as the format says so.
    kinds: kind of a line that the format knows (a heading in HTML), keyed by the offset of the line's first character.
    hints: words of the file that name the origin and that the format found ("isBasedOn").
    """

    text: str
    body: int = 0
    metadata: dict[str, str] = field(default_factory=dict)
    kinds: dict[int, PassageKind] = field(default_factory=dict)
    hints: tuple[OriginHint, ...] = ()
