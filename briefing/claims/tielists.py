"""A list item or a labelled line goes in, its names come out with the tie that the lead-in or label tells."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.claims.lists import names_in_list
from briefing.claims.reading import FoundName, Reading
from briefing.claims.tiefindings import Finding
from briefing.claims.tielabels import tie_of
from briefing.claims.tierows import row_findings
from briefing.claims.tiesentence import Sentence
from briefing.claims.wordclasses import fold, word_classes
from briefing.model.claim import TieStatus

_LISTED = frozenset({"listed", "named", "shown"})
_LABEL = 70  # characters at most before the colon of a label


def listed_findings(reading: Reading, sentence: Sentence) -> Iterator[Finding]:
    """ "These include collaborations with:" over items, "Customers: A and B" on a line."""
    passage = sentence.utterance.passage
    if passage.cells:
        yield from row_findings(reading, sentence)
        return
    colon = sentence.text.find(":", passage.start, min(passage.end, passage.start + _LABEL))
    label = reading.source.text[passage.start : colon] if colon > 0 else ""
    listing = label and not _LISTED.isdisjoint(label.lower().split()[1:3])  # "Customers listed on its site in May:"
    tie = tie_of(label.split()[0] if listing else label) if label and (listing or len(label.split()) < 7) else ""
    if passage.kind == "item":
        lead = reading.source.text[passage.lead_in.start : passage.lead_in.end] if passage.lead_in else passage.heading
        tie = tie_of(lead) or tie
    elif not tie:
        return
    if not tie:
        return
    if tie == "investor" and _of_goods(sentence, label):
        tie = "customer"
    place = colon + 1 if label else passage.start
    listed: tuple[FoundName, ...] = ()
    if label and passage.kind == "item" and not tie_of(label):  # "- A: letter of intent for 70 pumps"
        listed = names_in_list(sentence.text, passage.start, colon, sentence.names)
        if len(listed) == 2 and sentence.text[listed[0].end : listed[1].start] == ", ":
            listed = listed[:1]  # "- A, Lund (Norland): 5 MW": where it is
        if listed and "," in sentence.text[passage.start : listed[0].start]:
            listed = ()  # "- A dairy, Lund (Norland): 5 MW"
        if not any(not name.is_subject for name in sentence.names):
            listed = listed or _label(sentence, colon)
    told = bool(listed)
    listed = tuple(
        name
        for name in listed or names_in_list(sentence.text, place, passage.end, sentence.names)
        if not name.is_subject
    )
    if not listed:
        return
    index = sentence.words.index_at(listed[0].start)
    clause = sentence.clause(index)
    ours = sentence.before_subject or (
        passage.lead_in is None and (clause.setting_is_subject or clause.is_subject or sentence.about)
    )
    status: TieStatus | None = None
    if told and not _INTENDED.isdisjoint(sentence.words.low):
        status = "planned"
    yield Finding(tie, listed, index, "" if ours else "of another company", told, label=label, status=status)


def _of_goods(sentence: Sentence, label: str) -> bool:
    """ "One commercial buyer may be named: A": of what the company makes, unless shares are spoken of."""
    if _BUYERS.isdisjoint(label.lower().split()):
        return False
    return all(_PAPERS.isdisjoint(words) for words in (sentence.utterance.vocabulary, *sentence.near))


_BUYERS = frozenset({"buyer", "buyers", "purchaser", "purchasers"})
_PAPERS = frozenset({"shares", "share", "stock", "stake", "stakes", "tender", "secondary", "offering"})


def _label(sentence: Sentence, colon: int) -> tuple[FoundName, ...]:
    """The name before the colon of an item, which is nothing but a name: "- Delta (Globe Group): 40 machines"."""
    start = sentence.utterance.passage.start
    printed = sentence.text[start:colon].partition(" (")[0].strip()
    words = printed.split()
    if not 0 < len(words) < 5 or fold(words[0]) in word_classes().common | word_classes().generic:
        return ()
    if any(not (word[0].isupper() or word in ("of", "and", "&", "for", "de")) for word in words):
        return ()
    return (FoundName(start, start + len(printed), printed, printed, "unknown"),)


_INTENDED = frozenset({"intent", "planned", "memorandum", "mou"})
