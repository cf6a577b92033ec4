"""Keeps in mind what a reader of one source does: who spoke last, which company "the company" is, who holds a post.

A name goes in with it, the Speaker that it stands for comes out.
"""

from __future__ import annotations

from briefing.claims.lexicon import load
from briefing.claims.reading import FoundName
from briefing.model.claim import HolderKind
from briefing.model.naming import name_key
from briefing.model.records import dataclass, field


@dataclass(frozen=True, slots=True)
class Speaker:
    """name: as shown to readers (canonical for names, the source's words for unnamed ones). retold: an outlet whose
    story the whole source retells, not one that it cites in passing."""

    name: str
    kind: HolderKind
    person: bool = False
    retold: bool = False


@dataclass(slots=True)
class Scene:
    """What has been read of one source so far.

    subject: the briefing's subject. retells: name keys of outlets whose story the source retells. officers: canonical
    persons who speak for the subject; persons: all who hold a post. company, company_is_subject: whom
    "the company" means now; it: whom "it" means in this sentence, None if nobody else. english: the source is in
    English. answering: the passage follows a question that was put to somebody. brief: the passage is an item of a list
    of news on the subject, in which "SAYS …" is what the subject says. block: the paragraph; turn: the paragraph that
    somebody's name and a colon opened, and who it is, None where it is nobody who answers for himself. interviewed:
    the officer to whom an interview's questions are put. opened: the paragraph begins with a quotation. spoke: the
    paragraph in which a person was last said to speak. own_figures: for
    so many more sentences the figures of a table are the companies' own. cited: outlet → the unnamed ones it cites.
    carried: the paragraph before ended within a quotation, which this one goes on with.
    """

    subject: str
    retells: frozenset[str] = frozenset()
    officers: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    databases: frozenset[str] = frozenset()
    company: str = ""
    company_is_subject: bool = False
    it: Speaker | None = None
    last_person: Speaker | None = None
    last_speaker: Speaker | None = None
    last_outlet: Speaker | None = None
    last_was_outlet: bool = False
    english: bool = True
    answering: bool = False
    brief: bool = False
    block: int = -1
    turn: tuple[int, Speaker | None] | None = None
    interviewed: Speaker | None = None
    opened: bool = False
    spoke: int = -1
    own_figures: int = 0
    cited: dict[str, Speaker] = field(default_factory=dict)
    carried: bool = False

    def current_company(self) -> Speaker:
        """Whoever "the company" is."""
        if self.company_is_subject or not self.company:
            return Speaker(self.subject if self.company_is_subject else "the company", self._own())
        return Speaker(self.company, "third-party")

    def _own(self) -> HolderKind:
        return "company" if self.company_is_subject else "third-party"


def of_name(name: FoundName, scene: Scene) -> Speaker:
    """The speaker that a proper name is."""
    if name.is_subject:
        return Speaker(scene.subject, "company")
    if name.canonical in scene.officers:
        return Speaker(name.canonical, "company", True)
    if name.kind == "person" or name.canonical in scene.persons:
        return Speaker(name.canonical, "third-party", True)
    if is_database(name.canonical) or name.canonical in scene.databases:
        return Speaker(name.canonical, "database")
    retold = name_key(name.canonical) in scene.retells
    return Speaker(name.canonical, "outlet" if name.kind == "outlet" or retold else "third-party", retold=retold)


def is_database(name: str) -> bool:
    """Does the name look like a collection of data on companies ("… Insights", "…metrics")?"""
    table = load("speech")["speakers"]
    parts = name.lower().split()
    return any(part in table["database_parts"] for part in parts) or parts[-1].endswith(tuple(table["database_ends"]))
