"""A Briefing and an audience in, the lines of "so what" out: the sources' own advice first, then rules on facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from briefing.model.audience import Audience
from briefing.model.briefing import Implication
from briefing.slides import figures
from briefing.slides.clipping import sentence, shortenings
from briefing.slides.ledger import Ledger
from briefing.slides.lessons import Advice, further_lessons, lessons, one_origin
from briefing.slides.prose import Piece, Statement
from briefing.slides.topics import rank, topic
from briefing.slides.trouble import trouble
from briefing.slides.wording import alike, capital, shown, word_set

# "For planners, hospital buyers and regulators, the news is …": whom a sentence addresses.
_ADDRESS = re.compile(
    r"^For ([^,]{3,90}(?:, (?:and |or )?[^,]{3,40})*?), +"
    r"(?=(?:the|this|that|these|those|a|an|its|it|your|our|in|more|less|what|how|whether|there|each|no)\b|[A-Z“])"
)
_ROLES = {"advice": 0, "caution": 1, "watch": 2}
_LEAST_WORDS = 6
# First words that point back to a sentence that the slide does not show.
_LEANING = word_set("it it's its they this that these those such he she his her their both neither there here another")
# What a reader is to do, or not to rely on.
_DIRECTIVE = re.compile(
    r"\b(?:should|must|need to|needs to|asks?|expect|consider|ensure|budget|avoid|evaluate|verify|test|demand|insist|"
    r"best treated|treat(?:ed)? (?:with|as|carefully)|with care|worth|not backed|no third-party|depends on whether|"
    r"matters? (?:more|most)|be careful|caution)\b",
    re.IGNORECASE,
)
_OPENER = re.compile(r"^(?:likewise|also|still|finally|however|moreover|but|and),?\s+", re.IGNORECASE)


def advice(ledger: Ledger, audience: Audience, most: int = 4) -> tuple[Advice, ...]:
    """Two sentences addressed to these readers, what the facts say to them, a caution; then whatever else there is."""
    own, general = _sorted(ledger, audience)
    cautions = [item for item in general if item.role == "caution" and topic(item.text).key != "general"]
    rules, further = (
        sorted(found, key=lambda item: rank(audience.emphasis, item.emphasis))
        for found in (lessons(ledger), further_lessons(ledger))
    )
    chosen: list[Advice] = []
    for item in trouble(ledger):
        _take(item, chosen, most)
    for implications, share_ in ((own, 2), (cautions, 1)):
        until = min(len(chosen) + share_, most)
        for implication in implications:
            if len(chosen) < until:
                _take(_from_source(ledger, implication), chosen, most)
    for item in (*rules, *further):
        _take(item, chosen, most)
    for implication in (*own, *general):
        if len(chosen) < most:
            _take(_from_source(ledger, implication), chosen, most)
    for item in chain(_unproven(ledger, audience), one_origin(ledger)):
        if len(chosen) == most:
            break
        _take(item, chosen, most)
    return tuple(chosen)


def _sorted(ledger: Ledger, audience: Audience) -> tuple[list[Implication], list[Implication]]:
    """What is addressed to the audience, and what is addressed to nobody in particular, the best first."""
    own: list[Implication] = []
    general: list[Implication] = []
    for implication in ledger.briefing.implications:
        directs = bool(_DIRECTIVE.search(implication.text))
        if not _stands_alone(implication.text) or _idle(implication.text) or (not directs and _praises(implication)):
            continue
        if _addressed(implication, audience) and (directs or _named_first(implication, audience)):
            own.append(implication)
        elif not implication.audiences:
            general.append(implication)
    return sorted(own, key=lambda item: _order(item, audience)), sorted(
        general, key=lambda item: _order(item, audience)
    )


def _stands_alone(text: str) -> bool:
    """A sentence that can be read without the one before it, not a label or a fragment of a list."""
    words = _plain(text).split()
    first = words[0].lower().replace("’", "'").strip(",'") if words else ""
    leans = first in _LEANING or (first == "the" and words[1:2] in (["same"], ["latter"], ["former"], ["other"]))
    cut_off = bool(words) and len(words[-1]) == 1 and words[-1].islower()
    return len(words) >= _LEAST_WORDS and not leans and not cut_off and not text[:1].islower() and not _headline(words)


def _headline(words: Sequence[str]) -> bool:
    """Are nearly all longer words written with a capital, as in a headline?"""
    long_ = [word for word in words if len(word) > 3 and word[:1].isalpha()]
    return len(long_) > 4 and sum(word[:1].isupper() for word in long_) >= 0.75 * len(long_)


def _idle(text: str) -> bool:
    """Does it say no more than that somebody would not speak?"""
    return bool(_SILENT.search(text))


def _praises(implication: Implication) -> bool:
    return bool(_PROMOTIONAL.search(implication.text))


_SILENT = re.compile(
    r"\b(?:declined to comment|(?:did|does|would|could) ?n[o'’]t (?:immediately )?(?:comment|respond|be reached)|"
    r"did not (?:immediately )?(?:comment|respond))(?! on\b)",
    re.IGNORECASE,
)
# Words of advertising: praise that no reader can act on.
_PROMOTIONAL = re.compile(
    r"\b(?:compelling|impressive|remarkable|exciting|unparalleled|unmatched|unrivalled|seamless\w*|cutting-edge|"
    r"world-class|best-in-class|state-of-the-art|ground-?breaking|game-chang\w+|revolution\w+|next-level|redefin\w+|"
    r"pioneering|visionary|powerhouse|transformative)\b",
    re.IGNORECASE,
)


def _plain(text: str) -> str:
    """The sentence without an opener and without naming whom it addresses."""
    text = figures.shortened(_OPENER.sub("", shown(text)))
    opening = _ADDRESS.match(text)
    return capital(text[opening.end() :] if opening and len(text) - opening.end() > 24 else text)


def _take(item: Advice | None, chosen: list[Advice], most: int) -> None:
    if item is None or not item.versions or len(chosen) >= most:
        return
    if item.lead in {other.lead for other in chosen} or any(
        alike(item.versions[0].text, other.versions[0].text) for other in chosen
    ):
        return
    chosen.append(item)


def _addressed(implication: Implication, audience: Audience) -> bool:
    """Does the source speak to these readers, by its own naming of them or in its first words?"""
    named = " ".join(implication.audiences).lower()
    opening = _ADDRESS.match(implication.text)
    words = f"{named} {opening[1].lower() if opening else ''}"
    return bool(_called(audience.addressed_as, "(?:s|es)?").search(words))


@lru_cache(maxsize=16)
def _called(words: tuple[str, ...], ending: str) -> re.Pattern[str]:
    """Any of the words: one expression, since each takes its time to be made."""
    return re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in words)}){ending}\b" if words else r"(?!)")


def _order(implication: Implication, audience: Audience) -> tuple[bool, bool, int, int, str]:
    about = topic(implication.text)
    directs = bool(_DIRECTIVE.search(implication.text))
    direct = _named_first(implication, audience)
    return (not directs, not direct, _ROLES[implication.role], rank(audience.emphasis, about.emphasis), implication.id)


def _named_first(implication: Implication, audience: Audience) -> bool:
    """Is the audience itself named, not merely somebody like it?"""
    words = " ".join(implication.audiences).lower()
    return bool(_called(audience.addressed_as[:2], "s?").search(words))


def _from_source(ledger: Ledger, implication: Implication) -> Advice | None:
    text = _plain(implication.text)
    about = topic(text)
    cites, ids = ledger.cites(implication), ledger.ids(implication)
    first = sentence(text)
    texts = [*shortenings(text), *shortenings(first)]
    versions = tuple(Statement((Piece(capital(version)),), cites, ids) for version in dict.fromkeys(texts))
    if not versions:
        return None
    return Advice(about.lead(implication.role), versions, about.emphasis, ledger.quotes(implication, most=1))


def _unproven(ledger: Ledger, audience: Audience) -> Iterator[Advice]:
    """Claims that are not verified, in the source's words with who says it, those that the audience cares for first."""
    titles = {shown(source.title) for source in ledger.briefing.sources}
    found = [
        item
        for item in ledger.briefing.unverified
        if _stands_alone(item.text)
        and not _idle(item.text)
        and shown(item.text) not in titles  # a headline advises nobody
        and item.standing != "rumoured"
        and not _FIRST_PERSON.search(item.text)  # talk about oneself advises nobody
    ]
    for item in sorted(found, key=lambda item: (rank(audience.emphasis, topic(item.text).emphasis), item.rank)):
        text = figures.shortened(shown(item.text))
        about = topic(text)
        holder = shown(item.holder)
        authors = {
            name for source in ledger.briefing.sources for name in (shown(source.author), shown(source.publisher))
        }
        told = not holder or holder in authors or bool(_SAYING.search(text)) or holder.split()[-1] in text
        tail = "" if told else f"; only {holder} says so"
        cites, ids = ledger.cites(item), ledger.ids(item)
        versions = tuple(Statement((Piece(f"{capital(part)}{tail}"),), cites, ids) for part in shortenings(text, 6))
        yield Advice(about.lead("caution"), versions, about.emphasis, ledger.quotes(item, most=1))


_FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|us|me)\b", re.IGNORECASE)
_SAYING = re.compile(
    r"\b(?:says?|said|claim(?:s|ed)?|according to|told|stated?|announced|disclosed|letter)\b", re.IGNORECASE
)
