"""Opinion claims in, doubts out: what companies, officers and others say that no fact of the Briefing holds already."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefing.model.briefing import Briefing, FundingEvent, Metric, Product, Reason, Relationship
from briefing.model.claim import Claim, OpinionValues
from briefing.reconcile.colour import is_colour
from briefing.reconcile.doubt import Doubt, Places
from briefing.reconcile.folding import content_words, fold
from briefing.reconcile.ground import Ground
from briefing.reconcile.lexicon import framed
from briefing.reconcile.lexicon import words as words_of
from briefing.reconcile.overlaps import Wordings, within
from briefing.reconcile.standing import Verdict, judge, reasons

_WORD = re.compile(r"[^\W\d_]+")
_CAPITAL = re.compile(r"(?<=[^.!?:“\"«„] )([^\W\d_a-zà-ÿ][\w’'-]*)")  # inside a sentence
_DIGIT = re.compile(r"\d")
_LEAST_WORDS = 4  # content words below which a clause is a scrap


def spoken(briefing: Briefing, facts: Sequence[Doubt], ground: Ground) -> list[Doubt]:
    """A doubt for each statement; a retelling goes to the entry, of a fact or a statement, that holds its words."""
    listed, wordings = Places(), Wordings()
    for doubt in facts:
        listed.add(doubt)
    firm = _firm(briefing)
    said: list[Doubt] = []
    for claim in briefing.claims:
        values = claim.values
        if not isinstance(values, OpinionValues) or values.role not in ("statement", "view", "caution"):
            continue
        words = content_words(claim.text)
        if len(words) < _least(claim) or not _claims_something(claim, words, ground) or is_colour(claim, ground):
            continue
        verdict = judge([claim], ground)
        given = _reasons_of(claim, verdict, ground)
        if not given:
            continue
        home = listed.holding(claim) or _retold(claim, words, said, wordings) or _headline(claim, words, facts, ground)
        if home is not None:
            home.retold.append(claim)
        elif (
            claim.modality not in ("asserted", "opinion")
            or claim.holder_kind == "unnamed"
            or _is_view(claim)
            or not _known(claim, firm)
        ):
            kind = "caution" if values.role == "caution" else "opinion"
            doubt = Doubt(kind, [claim], given, (_named(claim, verdict, ground), verdict.standing), None)
            said.append(doubt)
            wordings.add(words)
            listed.add(doubt)
    return said


def _least(claim: Claim) -> int:
    """How many words say enough: "implying that nothing changed" and "is said to be exploring a sale" do."""
    if claim.modality == "denied" and claim.holder_kind == "company":
        return 1
    own_word = (
        claim.modality in ("planned", "asserted", "opinion") and claim.holder_kind == "company" and bool(claim.holders)
    )
    if own_word and any(sign in claim.text for sign in "$€£¥₹%") and any(map(str.isdigit, claim.text)):
        return 1  # "We did €7m in 2019."
    return _LEAST_WORDS - (claim.modality in ("implied", "rumoured") or own_word)


def _headline(claim: Claim, words: frozenset[str], facts: Sequence[Doubt], ground: Ground) -> Doubt | None:
    """A title says in short what its article tells: it goes to the fact of the same source that shares its words."""
    source = ground.sources[claim.evidence.source]
    title = next((passage for passage in source.passages if passage.kind == "title"), None)
    if title is None or not title.start <= claim.evidence.start < title.end:
        return None
    for doubt in facts:
        theirs = [one for one in doubt.claims if one.evidence.source == source.id and one.evidence != claim.evidence]
        if any(len(words & content_words(one.text)) >= max(3, len(words) // 2) for one in theirs):
            return doubt
    return None


def _firm(briefing: Briefing) -> Places:
    """The words of facts that are corroborated or plainly reported: nobody need doubt them again."""
    places = Places()
    by_id = {claim.id: claim for claim in briefing.claims}
    facts: list[FundingEvent | Relationship | Metric | Product] = [*briefing.funding, *briefing.relationships]
    facts += [*briefing.metrics, *briefing.products]
    for fact in facts:
        if fact.standing in ("corroborated", "reported"):
            claims = [by_id[ident] for ident in fact.claims if by_id[ident].modality == "asserted"]
            places.add(Doubt("opinion", claims, (), ("", fact.standing), fact.id))
    return places


def _is_view(claim: Claim) -> bool:
    """What a third party thinks is not known, whatever figure stands in it."""
    return claim.modality == "opinion" and claim.holder_kind == "third-party"


def _known(claim: Claim, firm: Places) -> bool:
    """Does a firm fact hold the words? A report does not hold what the company adds to it ("…, which it says …")."""
    fact = firm.holding(claim)
    if fact is None or claim.holder_kind != "company":
        return fact is not None
    return any(one.holder_kind == "company" or one.evidence == claim.evidence for one in fact.claims)


def _claims_something(claim: Claim, words: frozenset[str], ground: Ground) -> bool:
    """Author's words count where they foretell or conclude something of the subject; mere judgement does not."""
    text = fold(claim.text)
    if any(map(text.__contains__, words_of("language", "silent"))) or text.startswith("(as "):
        return False
    if _is_judgement(claim, text):
        return True
    if not claim.holders and _is_guesswork(claim, text):
        return False
    if claim.modality == "asserted" and (_only_speaks(text) or (claim.holders and _only_talk(claim, text, ground))):
        return False
    if isinstance(claim.values, OpinionValues) and claim.values.role == "caution":
        return len(words) >= 2 * _LEAST_WORDS
    if claim.modality == "denied":  # who denies a report shows that there is one
        if claim.holder_kind == "unnamed" or any(map(text.__contains__, words_of("language", "ruled_out"))):
            return True
        denies = any(cue.startswith(_DENYING) for cue in claim.cues)
        return claim.holder_kind == "company" and (
            denies or any(map(text.__contains__, (*words_of("language", "reports"), " offer", "ipo", " listing")))
        )
    if claim.modality == "hypothetical" and text.startswith(words_of("language", "supposing")):
        return bool(claim.holders) and claim.holder_kind != "author" and "," in text and _DIGIT.search(text) is not None
    if claim.holders and claim.holder_kind != "author":
        return True
    return "?" not in claim.text and _foretells(claim, text, words, ground)


_DENYING = ("deni", "deny", "reject", "dismiss", "disput", "called", "calls")


def _is_guesswork(claim: Claim, text: str) -> bool:
    """What an author thinks would follow from something, or what he says that nobody told."""
    if claim.modality == "hedged":
        return any(map(text.__contains__, words_of("language", "withheld")))
    soft = claim.modality in ("hypothetical", "opinion", "asserted")
    return soft and text.startswith("if ") and not _DIGIT.search(text)


def _foretells(claim: Claim, text: str, words: frozenset[str], ground: Ground) -> bool:
    """Does the author foretell something of the subject, or conclude it?"""
    if claim.modality == "rumoured":
        return True
    spaced = f" {text} "
    if any(map(spaced.__contains__, framed("language", "inferring", behind=""))):
        return claim.modality in ("planned", "hedged", "implied", "opinion", "hypothetical")
    if claim.modality == "planned" and not _due().isdisjoint(_WORD.findall(text)):
        return True
    if any(cue.endswith("expected") for cue in claim.cues):
        return True  # "are expected to take part": by whom, nobody says
    if claim.modality in ("planned", "hedged", "implied"):
        return _is_about_it(spaced, words, ground)
    return claim.modality == "hypothetical" and _DIGIT.search(text) is not None


def _is_about_it(spaced: str, words: frozenset[str], ground: Ground) -> bool:
    own = content_words(" ".join((ground.subject.name, *ground.subject.aliases)))
    return (
        not words.isdisjoint(own)
        or any(map(spaced.__contains__, (" company ", " it ", " its ", " startup ")))
        or any(map(spaced.__contains__, words_of("language", "companies")))
        or any(map(spaced.__contains__, words_of("language", "proceeds")))
        or _DIGIT.search(spaced) is not None
    )


@cache
def _checkable() -> frozenset[str]:
    return frozenset(words_of("language", "checkable"))


def _is_judgement(claim: Claim, text: str) -> bool:
    """ "Acme has the best pumps of all": a superlative of the author's that is no count."""
    values = claim.values
    boast = isinstance(values, OpinionValues) and values.role == "statement" and claim.modality == "asserted"
    if not boast or claim.holders:
        return False
    return any(map(f"{text} ".__contains__, framed("language", "judging", before="")))


@cache
def _due() -> frozenset[str]:
    return frozenset(words_of("language", "due"))


def _only_talk(claim: Claim, text: str, ground: Ground) -> bool:
    """ "We don't make pumps, we make what comes after": a person's words in which nothing could be checked: no figure,
    nobody's name, no superlative and no comparison."""
    if claim.holder_kind == "unnamed" or not ground.sources[claim.evidence.source].language.startswith("en"):
        return False
    told = _WORD.findall(text)
    if _DIGIT.search(text) or any(word.endswith("est") for word in told):
        return False
    if fold(claim.holders[-1]) in (
        fold(ground.subject.name),
        *map(fold, ground.subject.aliases),
    ) or not _checkable().isdisjoint(told):
        return False
    known = {*ground.subject.name.split(), *(word for name in ground.subject.aliases for word in name.split())}
    known.update(word for holder in claim.holders for word in holder.split())
    names = [match[1] for match in _CAPITAL.finditer(claim.text)]
    return all(name in known or name == "I" for name in names)


def _only_speaks(text: str) -> bool:
    """ "set out where the firm stands": that somebody spoke of something, not what was said."""
    if not any(map(f" {text} ".__contains__, framed("language", "speaking_of"))):
        return False
    return '"' not in text and " that " not in text and not _DIGIT.search(text)


def _retold(claim: Claim, words: frozenset[str], said: Sequence[Doubt], wordings: Wordings) -> Doubt | None:
    """The statement of the same holder (in any source) that shares most of its words."""
    holder = fold(claim.holders[-1]) if claim.holders else ""
    for number in wordings.near(words, 3):
        first = said[number].claims[0]
        theirs = fold(first.holders[-1]) if first.holders else ""
        akin = holder == theirs or holder in theirs or theirs in holder
        if akin and within(words, content_words(first.text), 0.72):
            return said[number]
    return None


def _reasons_of(claim: Claim, verdict: Verdict, ground: Ground) -> tuple[Reason, ...]:
    """Why a statement is not verified; () for a plain report."""
    given = list(reasons([claim], verdict, ground))
    values = claim.values
    statement = isinstance(values, OpinionValues) and values.role == "statement"
    if claim.holder_kind == "company" and "company-stated" not in given:
        given.append("company-stated")
    if claim.modality == "opinion" and "opinion" not in given:
        given.append("opinion")
    caution = isinstance(values, OpinionValues) and values.role == "caution"
    told_of = claim.holder_kind == "outlet" and bool(claim.holders)
    if claim.modality == "denied" and any(sign in fold(claim.text) for sign in words_of("language", "ruled_out")):
        given.append("forward-looking")
    if statement and not claim.holders and "opinion" not in given and _is_judgement(claim, fold(claim.text)):
        given.append("opinion")
    if (caution or claim.modality in ("hedged", "implied")) and not given:
        given.append("inference")
    if (statement or told_of) and not given:
        given.append("single-source")
    return tuple(given)


def _named(claim: Claim, verdict: Verdict, ground: Ground) -> str:
    if claim.holders:
        return claim.holders[-1]
    source = ground.sources[claim.evidence.source]
    return verdict.holder or source.author or source.publisher
