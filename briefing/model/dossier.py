"""What the evidence page shows: every fact with the words behind it, where sources differ, and the sources' texts."""

from __future__ import annotations

from briefing.model.records import dataclass

# Headings under which stands what is no fact.
NOT_VERIFIED = "Not verified"
GUIDANCE = "Advice and what to watch"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A standing as it is shown: key for its colour ("reported"), word and glyph always."""

    key: str
    word: str
    glyph: str
    means: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a source and who holds them. span: id of the place in a text; source: its number from 1."""

    span: str
    source: int
    name: str
    words: str
    holder: str = ""
    modality: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One fact. group: heading it stands under. values: (label, words). why: sentences on its standing."""

    id: str
    group: str
    heading: str
    stamps: tuple[Stamp, ...]
    values: tuple[tuple[str, str], ...]
    why: tuple[str, ...]
    quotes: tuple[Quote, ...]
    differences: tuple[tuple[str, str], ...] = ()  # (id, topic) of what the sources differ on here


@dataclass(frozen=True, slots=True)
class Side:
    """One version of what the sources differ on."""

    value: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What the sources differ on, side by side. used: the version that the briefing uses, and why."""

    id: str
    topic: str
    compatible: bool
    used: str
    why: str
    about: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A quoted stretch [start, end) of a text. facts: ids of the cards that quote it."""

    span: str
    start: int
    end: int
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A source. whole: is it the whole text, or only its quoted passages? url: http(s), or ""."""

    number: int
    name: str
    title: str
    detail: str
    url: str
    origin: str
    text: str
    places: tuple[Place, ...]
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Dossier:
    subject: str
    description: str
    as_of: str
    origins: int
    stamps: tuple[Stamp, ...]
    cards: tuple[Card, ...]
    differences: tuple[Difference, ...]
    texts: tuple[Text, ...]
