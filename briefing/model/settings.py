"""What an analyst says in briefing.toml about the subject, the sources and the names in them."""

from __future__ import annotations

from briefing.model.records import dataclass, field


@dataclass(frozen=True, slots=True)
class Correction:
    """A change by the analyst: shown as the analyst's, never mixed into a source's words.

    fact: id or name of the fact meant; field: what is changed; value: what it should say; reason: why.
    """

    fact: str
    field: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Addition:
    """A fact the analyst adds. kind: list of the Briefing it belongs to ("relationships"); values: its fields."""

    kind: str
    values: dict[str, str]
    reason: str


@dataclass(frozen=True, slots=True)
class Settings:
    """subject: "" to find it in the texts. sources: file name → metadata (title, publisher, author, published, url,
    origin). organisations: canonical name → aliases. categories: organisation → category. All optional."""

    subject: str = ""
    aliases: tuple[str, ...] = ()
    as_of: str = ""
    audience: str = ""
    theme: str = ""
    sources: dict[str, dict[str, str]] = field(default_factory=dict)
    organisations: dict[str, tuple[str, ...]] = field(default_factory=dict)
    categories: dict[str, str] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    additions: tuple[Addition, ...] = ()
    path: str = ""
