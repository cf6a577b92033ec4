"""A source goes in, whom each section of it is about comes out, where it goes from company to company under headings.

"March 24: Northwind", "3. Globex", "Acme": a running list of layoffs, rounds or rivals. What stands under another
company's heading is that company's, whoever is called "it" there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefing.claims.floor import Topic
from briefing.model.patterns import late
from briefing.model.source import Source

_FEWEST = 3  # headings of names that make a register
_LONGEST = 60
# A date, a number or a bullet in front of the name.
_LABEL = late(
    r"(?:[#*•–—-]+\s*)*(?:(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\.?\s+[A-Z][a-z]{2,8}\.?)(?:,?\s+\d{4})?\s*[:–—-]\s*"
    r"|\d{1,3}[.):]\s+)?"
)
_NAME = late(r"[A-Z0-9][\w.&’'-]*(?:\s+(?:(?:of|and|&|the|de|for)\s+)?[A-Z0-9][\w.&’'-]*){0,3}")
# Headings of every article, which are nobody's name.
_PLAIN = frozenset(
    "about background conclusion contact contents correction customers details discussion features funding highlights "
    "history introduction investors leadership market methodology news notes outlook overview partners people pricing "
    "products questions reaction references related risks sources status strategy summary team technology timeline "
    "topics updates valuation verdict".split()
)


def sections(source: Source, names: Sequence[str], subject: str) -> Mapping[int, Topic]:
    """Block → whose section it stands in; empty where the source is no register. names: those of the subject.

    A register has the subject for one heading, and at least three headings that are nothing but a name. A heading with
    a colon under one ("What it does: …") opens no section of its own.
    """
    heads: dict[str, Topic] = {}
    whose: dict[int, Topic] = {}
    notes: dict[int, Topic] = {}
    labelled = 0
    current: Topic | None = None
    noted: Topic | None = None
    for passage in source.passages:
        if passage.kind == "heading":
            text = source.text[passage.start : passage.end]
            noted = _of_notice(text, names, subject)
            label = _LABEL.match(text) if len(text) <= _LONGEST else None
            words = text[label.end() :].strip(" *#:") if label else text
            if len(text) <= _LONGEST and _NAME.fullmatch(words) and words.lower() not in _PLAIN:
                current = heads[text] = Topic(subject, True) if words in names else Topic(words)
                labelled += bool(label and label.end())
            elif ":" not in text:
                current = None
            continue
        if noted is not None:  # a note is one paragraph
            notes[passage.block], noted = noted, None
        if current is not None:
            whose[passage.block] = current
    many = len(heads) >= _FEWEST and any(topic.is_subject for topic in heads.values())
    return whose if many and (labelled >= _FEWEST or _one_shape(heads)) else notes


def _of_notice(heading: str, names: Sequence[str], subject: str) -> Topic | None:
    """ "About Globex" in a company's notice: what stands below is Globex's."""
    bare = heading.strip(" *#:")
    if not bare.startswith(_ABOUT) or len(bare) > _LONGEST:
        return None
    name = bare.partition(" ")[2].removeprefix("the ").removeprefix("The ")
    if not _NAME.fullmatch(name):
        return None
    own = any(name == one or name.startswith(f"{one} ") for one in names)
    return Topic(subject, True) if own else Topic(name)


_ABOUT = ("About ", "Über ", "Sobre ")


_RUN_IN = late(r"([A-Z0-9][A-Z0-9&.'’ -]{1,40}?) [-–—] (?=\S)")


def run_ins(source: Source, names: Sequence[str], subject: str) -> Mapping[int, Topic]:
    """Block → whose it is, where paragraphs of a round-up open with a company's name ("NORTHWIND - The utility …").

    A paragraph without such a label runs on whom the one before is about. Empty where there are fewer than three
    labels, or none is the subject's.
    """
    own = {name.casefold() for name in names}
    found: dict[int, Topic] = {}
    blocks: list[int] = []
    for passage in source.passages:
        if not blocks or passage.block != blocks[-1]:
            blocks.append(passage.block)
            line = source.text.rfind("\n", 0, passage.start) + 1  # a label that reads like a dateline is no part of it
            label = _RUN_IN.match(source.text, line, line + _LONGEST)
            if label:
                mine = label[1].casefold() in own
                found[passage.block] = Topic(subject, True) if mine else Topic(label[1])
    if len(found) < _FEWEST or not any(topic.is_subject for topic in found.values()):
        return {}
    whose: dict[int, Topic] = {}
    for block in blocks:
        if block in found or whose:
            whose[block] = found.get(block) or whose[max(whose)]
    return whose


_ENTRY = late(
    r"(?:[*•–—-]\s+)?(?P<name>[^\W_][\w.&’'-]*(?:\s+(?:(?:of|and|&|the|de|for)\s+)?[A-Z0-9&][\w.&’'-]*){0,4})"
    r"(?:,\s+|\s+\()(?P<rest>[^:.;\n]{2,60}):\s+(?=\S)"
)
_SUM = late(r"[$€£¥₹]\s?\d|\b(?:[A-Z]{3}|Rs\.?)\s?\d|\d\s?(?:m|bn|k|million|billion)\b")


def entries(source: Source, names: Sequence[str], subject: str) -> Mapping[int, Topic]:
    """Block → whose it is, for lines such as "Globex, Lund, tax software: €4 million" in a list of deals.

    Empty where there are fewer than three such lines, or none says what its company does or tells of a sum.
    """
    found: dict[int, Topic] = {}
    telling = dealing = 0
    seen = -1
    for passage in source.passages:
        if passage.block == seen or passage.kind in ("row", "header"):
            continue
        seen = passage.block
        line = source.text.rfind("\n", 0, passage.start) + 1
        entry = _ENTRY.match(source.text, line, line + 2 * _LONGEST)
        if entry is None or entry["name"].lower() in _PLAIN:
            continue
        own = entry["name"] in names
        found[passage.block] = Topic(subject, True) if own else Topic(entry["name"])
        telling += any(word[:1].islower() for word in entry["rest"].split())
        dealing += _SUM.search(source.text, entry.end(), passage.end + 1) is not None
    listed = sum(not topic.is_subject for topic in found.values())
    return found if listed >= _FEWEST and telling * 2 >= listed and dealing * 2 >= listed else {}


def _one_shape(found: Iterable[str]) -> bool:
    """Without dates or numbers, headings of one or two words each, the subject's no longer than the others'."""
    return all(len(text.split()) <= 3 for text in found)
