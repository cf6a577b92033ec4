"""A noun phrase goes in, the one who speaks comes out: an outlet, the company, its officer, a database, nobody named.

Its place is told by the verb beside it: `left_of` and `right_of` say how far the phrase reaches, too.
"""

from __future__ import annotations

from functools import cache

from briefing.claims.lexicon import load
from briefing.claims.namedposts import after_post, behind_reader
from briefing.claims.reading import FoundName, Sentence
from briefing.claims.scene import Scene, Speaker, of_name
from briefing.claims.verbs import is_adverb, is_determiner, is_finite, is_preposition
from briefing.claims.words import word_set
from briefing.model.claim import HolderKind

_DEFINITE = frozenset({"the", "this", "its", "their", "our", "that", "said"})
_COUNTS = frozenset({"one", "two", "three", "four", "five", "six", "several", "multiple", "unnamed", "anonymous"})
_WITHIN = frozenset({"executive", "manager", "director", "engineer", "official", "scientist", "person"})  # a company
_THEM = frozenset({"them", "these", "those", "people", "sources", "persons"})
_REACH = 12  # words of a noun phrase that are looked through
_CONTRACTED = frozenset({"he", "she", "it", "they", "we", "i"})


def left_of(sentence: Sentence, numbers: list[int], place: int, scene: Scene, verb: str) -> tuple[Speaker, int] | None:
    """The speaker whose noun phrase ends at numbers[place], and the number of the phrase's first word."""
    low, number = sentence.words.low, numbers[place]
    word, name = low[number], sentence.name_at[number]
    if word == "'s" and place and low[numbers[place - 1]] in _CONTRACTED:
        return left_of(sentence, numbers, place - 1, scene, verb)  # "she's said"
    if sentence.words.raw[number] in ",)" or word == "'s":
        return None
    if "'" in word and (short := word.partition("'")[0]) in _CONTRACTED:
        word = short  # "she'd also said", "they've said"
    if name is not None:
        first = _role_start(sentence, sentence.first_word(name))
        before = sentence.first_word(name) - 1
        there = _somebody_there(sentence, numbers, before, scene, verb) or _paper_seen(sentence, before)
        if there or name.kind in ("place", "event"):
            return there
        return _about(sentence, name) or (_voice(sentence, name, scene, verb), first)
    if word in load("speech")["speakers"]["third_person"]:
        near = _person_before(sentence, number)
        if near is not None:
            return of_name(near, scene), number
    if word == "it" and number and is_preposition(low[number - 1]):  # "three people close to it said"
        anybody = _unnamed(sentence, number)
        return (anybody, _phrase_start(sentence, number)) if anybody else None
    found = _pronoun(word, scene, verb) or _addressed(sentence, number, scene) or _unnamed(sentence, number)
    found = found or _owned(sentence, number, scene)
    if found:
        pronoun = word in ("he", "she", "it", "they")
        return found, number if pronoun else _phrase_start(sentence, number)
    if word in ("who", "which"):
        return _antecedent(sentence, number, scene)
    return None


def _somebody_there(
    sentence: Sentence, numbers: list[int], before: int, scene: Scene, verb: str
) -> tuple[Speaker, int] | None:
    """ "Two dealers | in Lisbon", "the regulator | in Bern": the speaker in front of where he is."""
    if sentence.words.low[before] not in ("in", "from") or not numbers[0] < before:
        return None
    place = next((place for place, number in enumerate(numbers) if number == before - 1), -1)
    return left_of(sentence, numbers, place, scene, verb) if place >= 0 else None


_SEEN = frozenset("seen reviewed obtained viewed".split())


def _paper_seen(sentence: Sentence, by: int) -> tuple[Speaker, int] | None:
    """ "A memo seen | by the Post shows": the paper says it, and no reader of it."""
    low = sentence.words.low
    by -= low[by] == "the"
    if low[by] != "by" or low[by - 1] not in _SEEN or by < 2:
        return None
    noun = by - 2
    first = _phrase_start(sentence, noun)
    return (Speaker(_paper(sentence, noun), "unnamed"), first) if low[noun] in _words_for("loose_papers") else None


def _paper(sentence: Sentence, noun: int) -> str:
    """A paper of nobody named, with the word that describes it."""
    raw = sentence.words.raw
    low = raw[noun - 1].lower() if noun else ""
    described = low.isalpha() and not is_preposition(low) and not is_determiner(low)
    return f"{raw[noun - 1]} {raw[noun]}" if described else raw[noun]


def _addressed(sentence: Sentence, number: int, scene: Scene) -> Speaker | None:
    """ "its letter to | shareholders", "a memo to | staff": the paper says it, and no reader of it."""
    low = sentence.words.low
    if number < 2 or low[number - 1] != "to" or low[number - 2] not in _words_for("papers"):
        return None
    if _is_own_paper(sentence, number - 2) or _owner_before(sentence, number - 2):
        return _owned(sentence, number - 2, scene)
    return Speaker(_paper(sentence, number - 2) + f" to {sentence.words.raw[number]}", "unnamed")


def is_somebody(speaker: Speaker) -> bool:
    """Is it one person without a name ("a former employee", "one of them"), whom "he" or "she" can mean?"""
    return speaker.kind == "unnamed" and speaker.name.partition(" ")[0].lower() in ("a", "an", "one", "another")


def opening_somebody(sentence: Sentence) -> Speaker | None:
    """Whoever without a name a sentence begins with: "One of those people | passed.", "An engineer at a rival | …"."""
    low = sentence.words.low
    if not low or low[0] not in ("a", "an", "one", "another"):
        return None
    for at in range(1, min(6, len(low))):
        ends = low[at] in _THEM and "of" in low[1:at] and low[at + 1 : at + 2] not in (("people",), ("sources",))
        if low[at] in _words_for("anybody") or ends:
            somebody = _anybody(sentence, at)
            named = any(name.kind == "person" for name in sentence.names)  # "One of them, Jane Doe, …"
            return somebody if somebody is not None and is_somebody(somebody) and not named else None
    return None


def _voice(sentence: Sentence, name: FoundName, scene: Scene, verb: str) -> Speaker:
    """Who speaks by a name: behind that of a paper ("the Ledger's | Jane Doe reports") the paper."""
    at = sentence.first_word(name) - 2
    if name.kind == "person" and at >= 0 and sentence.words.low[at + 1] == "'s":
        owner = sentence.name_at[at]
        if owner is not None and (owner.kind == "outlet" or (verb in _REPORTS and not owner.is_subject)):
            return Speaker(owner.canonical, "outlet")
    return of_name(name, scene)


_REPORTS = frozenset({"report", "reports", "reported"})


def _about(sentence: Sentence, name: FoundName) -> tuple[Speaker, int] | None:
    """ "People close to | Acme", "customers of Acme", "a lawsuit against Acme": others than the one that is named.

    None where it speaks itself, or its spokesman does.
    """
    low, raw = sentence.words.low, sentence.words.raw
    at = sentence.first_word(name) - 1
    at -= at > 0 and is_determiner(low[at])
    if at < 1 or low[at] not in _LINKS:
        return None
    noun = at - 1 - (low[at - 1] in ("close", "familiar", "near"))
    if noun < 0 or not raw[noun].isalpha() or sentence.name_at[noun] is not None:
        return None
    own = name.is_subject  # "analysts at Northwind" speak for Northwind
    unnamed = low[noun] in _words_for("unnamed") or (
        low[noun] in _words_for("anybody") and not (low[noun] in _OFFICIALS and not _was(low, noun))
    )
    unnamed, others = own and unnamed, own and low[noun] in _words_for("unnamed_third")
    papers = low[at] in _ON and low[noun] in _words_for("inquiries")
    if not (unnamed or others or papers):
        return None
    start = _phrase_start(sentence, noun) if noun else noun
    start += low[start] in _DEFINITE
    words = " ".join(raw[start : sentence.last_word(name) + 1])
    return Speaker(words, "unnamed" if unnamed and not others else "third-party"), start


def _was(low: tuple[str, ...], noun: int) -> bool:
    return not {"former", "ex", "ex-"}.isdisjoint(low[max(noun - 3, 0) : noun])


_OFFICIALS = frozenset("director directors executive executives manager managers official officials".split())
_LINKS = frozenset({"of", "at", "in", "from", "to", "with", "inside", "within", "against", "into", "on", "about"})
_ON = frozenset({"against", "into", "on", "about", "of"})


def _person_before(sentence: Sentence, number: int) -> FoundName | None:
    """The nearest person named before a pronoun in its own sentence."""
    offset = sentence.words.starts[number]
    before = [name for name in sentence.names if name.kind == "person" and name.end <= offset]
    return before[-1] if before else None


def _role_start(sentence: Sentence, first: int) -> int:
    """Where the noun phrase of a name begins: its titles and its employer belong to it."""
    roles = word_set("roles", "officer", "other", "modifier")
    low = sentence.words.low
    while first and (low[first - 1] in roles or (low[first - 1] == "and" and first > 1 and low[first - 2] in roles)):
        first -= 1
    if first and (low[first - 1] == "'s" or sentence.name_at[first - 1]) and low[first] in roles:
        first -= 1 + (low[first - 1] == "'s")
        owner = sentence.name_at[max(first, 0)]
        return sentence.first_word(owner) if owner else max(first, 0)
    return first - 1 if first and low[first - 1] in _DEFINITE else first


def _phrase_start(sentence: Sentence, number: int) -> int:
    """The determiner before a common noun, at most some words in front."""
    for at in range(number - 1, max(number - 8, -1), -1):
        if is_determiner(sentence.words.low[at]):
            return at
        if sentence.words.raw[at] in ",;—" or is_finite(sentence.words, at):
            return at + 1
    return number


def _pronoun(word: str, scene: Scene, verb: str) -> Speaker | None:
    table = load("speech")["speakers"]
    if word in table["third_person"]:
        return scene.last_person or Speaker(word, "third-party", True)
    if word in table["plural_pronoun"]:
        spoke = scene.last_speaker
        if spoke is not None and spoke.person and scene.english:
            return None  # "they" are more than one
        one = spoke is not None and spoke.kind == "unnamed" and spoke.name.partition(" ")[0] in ("a", "an", "one")
        return scene.current_company() if spoke is None or one else spoke
    if word in table["company_pronoun"]:
        if scene.last_outlet and (scene.last_was_outlet or verb in ("reported", "reports")):
            return scene.last_outlet
        return scene.it or scene.current_company()
    return None


def _anybody(sentence: Sentence, number: int) -> Speaker | None:
    """ "one of them", "a former employee", "a reader at a fund", "another": somebody who is not named."""
    low, raw, anybody, beside = sentence.words.low, sentence.words.raw, _words_for("anybody"), _words_for("beside")
    of = number - 1 - (low[number - 1] in ("the", "those", "these")) if number > 1 else 0
    if of > 0 and low[of] == "of" and (low[number] in _THEM or low[number] in _COUNTS) and low[of - 1] in _COUNTS:
        return Speaker(" ".join(raw[of - 1 : number + 1]), "unnamed")  # "one of them", "two of the three"
    opens = number == 0 or raw[number - 1] in ',;:."'
    if low[number] in ("one", "another") and opens:
        return Speaker(low[number], "unnamed")
    if number == 1 and low[0] == "the" and low[1] in _OTHER:
        return Speaker(f"the {low[1]}", "unnamed")  # "The other | says", behind "One says"
    reach = 14 if "who" in low[max(number - 12, 0) : number] else 8
    for at in range(number, max(number - reach, -1), -1):
        if low[at] in anybody and (at == number or low[at + 1] in beside) and raw[at].islower():
            first = _article(sentence, at)
            if first is not None:
                return Speaker(" ".join(raw[first : number + (low[number] != "who")]), "unnamed")
        if at != number and (raw[at] in ",;:—" or (is_finite(sentence.words, at) and "who" not in low[at - 3 : at])):
            return None
    return None


def _article(sentence: Sentence, noun: int) -> int | None:
    """The "a", "another" or number that the noun phrase of somebody begins with, over one or two words that describe
    him: "one infrastructure | banker", "a former Northwind | shareholder"; the subject's own people are known."""
    low, raw = sentence.words.low, sentence.words.raw
    for first in range(noun - 1, max(noun - 4, -1), -1):
        if low[first] in _COUNTS or low[first] in ("a", "an", "another"):
            return first
        if low[first] == "chief":
            return None  # a post of the company's
        name = sentence.name_at[first]
        if name is not None and name.is_subject and low[first - 1 : first] not in (("former",), ("ex",)):
            return None
        if not raw[first].isalpha() or is_preposition(low[first]) or is_determiner(low[first]):
            return None
    return None


_OTHER = frozenset({"other", "others", "second", "third"})


@cache
def _words_for(kind: str) -> frozenset[str]:
    return frozenset(load("speech")["speakers"][kind])


def _unnamed(sentence: Sentence, number: int) -> Speaker | None:
    table, low = load("speech")["speakers"], sentence.words.low
    if (anybody := _anybody(sentence, number)) is not None:
        return anybody
    if _counted(sentence, number) and sentence.words.raw[number].islower():
        first = number - 1 if low[number - 1] in _COUNTS else number - 2
        return Speaker(" ".join(sentence.words.raw[first : number + 1]), "unnamed")  # "two contractors"
    reach = 14 if "who" in low[max(number - 12, 0) : number] else 7
    for at in range(number, max(number - reach, -1), -1):
        if low[at] in table["unnamed"] and (
            at == number or low[at + 1] in _words_for("beside") or low[at + 1] in _ROUND
        ):
            text = " ".join(sentence.words.raw[at : number + 1])
            return Speaker(text, "unnamed")
        if at < number and sentence.words.raw[at] in ",;:":
            break
    if low[number] in table["unnamed_third"]:
        owner = _owner_before(sentence, number)
        if owner is None and (low[number] in table["whispering"] or _counted(sentence, number)):
            return Speaker(low[number], "unnamed")
        return Speaker(f"{owner.canonical} {low[number]}" if owner else low[number], _kind_of(owner, low[number]))
    return None


def _counted(sentence: Sentence, number: int) -> bool:
    """ "two investors", "several bankers": so many of them, and none by name."""
    low = sentence.words.low
    if number > 1 and low[number - 2] in _COUNTS and low[number - 1] in ("former", "senior", "local", "other"):
        return True
    return number > 0 and low[number - 1] in _COUNTS and low[number] not in _NO_PEOPLE


_NO_PEOPLE = frozenset(
    "of in and more other companies firms groups parties sides businesses partners startups audits studies reports "
    "surveys filings documents papers memos letters lawsuits complaints tests trials courts rounds".split()
)


def _kind_of(owner: FoundName | None, noun: str) -> HolderKind:
    """Officials of the company speak for it, its customers do not."""
    if owner and owner.is_subject and noun in load("speech")["speakers"]["mouthpieces"]:
        return "company"
    return "third-party"


def _owner_before(sentence: Sentence, number: int) -> FoundName | None:
    """The name in front of a noun: "Acme executives", "Acme's letter", "Acme's 2025 annual letter"."""
    for at in range(number - 1, max(number - 6, -1), -1):
        name = sentence.name_at[at]
        if name is not None:
            behind = sentence.last_word(name) + 1
            owns = behind < len(sentence.words) and sentence.words.low[behind] == "'s"
            return name if owns or behind == number or behind == number - 1 else None
        if sentence.words.raw[at] in ",;:—" or is_finite(sentence.words, at):
            return None
    return None


_ROUND = frozenset({"around"})
_BOTH = frozenset({"both", "two", "the"})
_LOOSE = frozenset({"document", "documents", "memo", "papers"})  # of nobody named


def _owned(sentence: Sentence, number: int, scene: Scene) -> Speaker | None:
    """ "the company", "a spokesperson", "the company's letter", "the report"."""
    table, word = load("speech")["speakers"], sentence.words.low[number]
    if not scene.english and _is_foreign_company(sentence, number):
        return scene.current_company()
    described = number + 1 < len(sentence.words) and sentence.name_at[number + 1] is not None  # "the firm Northwind"
    if word in word_set("companies", "neutral_heads", "any_heads") and not described and _is_definite(sentence, number):
        return scene.current_company()
    if word in ("companies", "firms") and sentence.words.low[number - 1] in _BOTH and scene.company_is_subject:
        return scene.current_company()  # "the two firms said together"
    if word in table["mouthpieces"]:
        owner = _owner_before(sentence, number) or _owner_behind(sentence, number)
        return _for(owner, scene) if owner else scene.current_company()
    if (word in _words_for("anybody") or word == "person") and sentence.words.low[number - 1] == "the" and number:
        known = scene.last_person  # whoever was told of as such
        fits = known is not None and (known.kind != "company" or word in _WITHIN)
        return known if fits else Speaker(f"the {word}", "unnamed")
    if word in table["bodies"] and sentence.words.raw[number].islower() and _is_definite(sentence, number):
        return Speaker(f"the {word}", "third-party")
    if word in table["papers"]:
        owner = _owner_before(sentence, number)
        if owner:
            return _for(owner, scene)
        if _is_own_paper(sentence, number):
            return scene.current_company()
        if word in _LOOSE and number > 0 and sentence.words.low[number - 1] in ("the", "same"):
            return Speaker(f"the {word}", "unnamed")
        if word in table["outlet_papers"]:
            return scene.last_outlet or Speaker(word, "third-party" if word == "paper" else "unnamed")
        return scene.current_company() if _is_definite(sentence, number) else None
    return None


def _is_foreign_company(sentence: Sentence, number: int) -> bool:
    """ "a companhia", "das Unternehmen", "l'entreprise": "the company" in other languages."""
    word = sentence.words.low[number]
    if word not in _words_for("foreign_companies"):
        return False
    return word.startswith("l'") or (number > 0 and sentence.words.low[number - 1] in _words_for("foreign_articles"))


def _is_unowned(sentence: Sentence, first: int, at: int) -> bool:
    """ "according to a statement", "a company press release": with no other owner in front of the noun or behind it."""
    if any(sentence.name_at[number] is not None for number in range(first, at)):
        return False
    return sentence.words.low[at + 1 : at + 2] not in (("from",), ("by",), ("of",))


def _is_own_paper(sentence: Sentence, number: int) -> bool:
    """ "its annual report", "the company's accounts": a paper of whoever the talk is of, not of an outlet."""
    low = sentence.words.low
    for at in range(number - 1, max(number - 5, -1), -1):
        if low[at] in ("its", "their", "our") or (low[at] == "'s" and low[at - 1] in ("company", "group", "firm")):
            return True
        if not low[at].isalpha() or is_finite(sentence.words, at):
            return False
    return False


def _for(owner: FoundName, scene: Scene) -> Speaker:
    return Speaker(scene.subject, "company") if owner.is_subject else of_name(owner, scene)


def _owner_behind(sentence: Sentence, number: int) -> FoundName | None:
    low = sentence.words.low
    for at in range(number + 1, min(number + 4, len(low))):
        if low[at] in ("for", "of", "at", "from"):
            return sentence.name_at[at + 1] if at + 1 < len(low) else None
    return None


def _is_definite(sentence: Sentence, number: int) -> bool:
    for at in range(number - 1, max(number - 6, -1), -1):
        low = sentence.words.low[at]
        if low in _DEFINITE:
            return True
        if low in ("a", "an", ",", "of") or is_finite(sentence.words, at):
            return False
    return False


def _antecedent(sentence: Sentence, number: int, scene: Scene) -> tuple[Speaker, int] | None:
    """ "Jane Doe, an analyst at Northwind, who …": "who" is the person, "which" the name right before it."""
    if sentence.words.low[number] == "who":
        person = _person_before(sentence, number)
        if person is not None and number - sentence.last_word(person) < 14:
            return of_name(person, scene), number
    for at in range(number - 1, max(number - 4, -1), -1):
        name = sentence.name_at[at]
        if name is not None:
            return of_name(name, scene), number
    return None


def right_of(sentence: Sentence, first: int, stop: int, scene: Scene) -> tuple[Speaker, int] | None:
    """The speaker named from word `first` on, and the word behind the noun phrase; None if there is none near."""
    low, raw = sentence.words.low, sentence.words.raw
    table = load("speech")["speakers"]
    posted = False  # the name behind a post is that of an officer
    best: tuple[Speaker, int] | None = None
    if low[first : first + 2] == ("one", "of") and low[first + 2 : first + 3] in (("them",), ("these",), ("those",)):
        return Speaker(" ".join(raw[first : first + 3]), "unnamed"), first + 3
    first = behind_reader(sentence, first, stop)
    for at in range(first, min(first + _REACH, stop)):
        if raw[at] == "." and at > first and low[at - 1] in ("mr", "mrs", "ms", "dr", "prof", "st"):
            continue
        if raw[at] == "," and (best is None or not best[0].person) and after_post(sentence, first, at):
            posted, best = scene.company_is_subject, None
            continue  # "assure la présidente, Jane Roe", "according to its boss, Jane Roe"
        if at > first and low[at] in ("with", "at") and low[at - 1] in _words_for("papers"):
            break  # "according to a filing with the registry", "accounts at"
        if raw[at] in ',;:.()—"' or (
            at > first
            and is_finite(sentence.words, at)
            and low[at] not in table["papers"]
            and low[at] not in table["unnamed"]
        ):
            break
        name = sentence.name_at[at]
        if name is not None and name.kind not in ("place", "event"):
            end = sentence.last_word(name) + 1
            if best is None and end < stop and low[end] in _words_for("anybody"):
                somebody = _anybody(sentence, end)  # "according to a former Northwind shareholder"
                if somebody is not None:
                    best = (somebody, end + 1)
                    break
            if best is not None and best[0].kind == "unnamed" and name.kind != "person" and is_preposition(low[at - 1]):
                whole = f"{best[0].name} {low[at - 1]} {name.text}"  # "an executive at Northwind"
                best = (Speaker(whole, "unnamed"), end)
                break
            if best is None or name.kind == "person" or best[0].kind == "unnamed":
                best = (of_name(name, scene), end)
                if posted and best[0].kind == "third-party":
                    best = (Speaker(name.canonical, "company", True), end)
            if name.kind in ("person", "outlet") or not _post_follows(sentence, end, stop):
                break
        elif name is None and best is None:
            found = _by_noun(sentence, at, first, stop, scene)
            if found:
                best = (found, at + 1)
    return best


def _by_noun(sentence: Sentence, at: int, first: int, stop: int, scene: Scene) -> Speaker | None:
    """The speaker that a pronoun or common noun at word `at` tells of, in a phrase that begins at word `first`."""
    low, table = sentence.words.low, load("speech")["speakers"]
    word, opens = low[at], at == first
    if at + 1 < stop and low[at + 1] in table["papers"] and sentence.name_at[at + 1] is None:
        return None  # "an investor | presentation", "the board | minutes": the paper speaks
    if opens and word in ("her", "him"):
        return scene.last_person  # "according to her"
    if opens and (found := _pronoun(word, scene, "")):
        return found
    if _is_inside_paper(sentence, at, first):
        return scene.current_company()
    if low[at + 1 : at + 2] and low[at + 1] in _SHEETS | _words_for("papers") and word in ("press", "official"):
        return None  # "press | materials", "an official | statement": the paper counts
    if word in table["unnamed"] or word in ("estimates", "rumors", "rumours", "speculation"):
        return Speaker(_stretch(sentence, at, stop), "unnamed")
    if word in table["loose_papers"] and not _is_own_paper(sentence, at):
        return Speaker(_paper(sentence, at), "unnamed")
    if not opens and word in _words_for("official") and _is_unowned(sentence, first, at):
        return scene.current_company()
    if not opens and word in _words_for("anybody") and (found := _anybody(sentence, at)):
        return found
    if word in table["unnamed_third"]:
        return Speaker(word, "unnamed" if _counted(sentence, at) else "third-party")
    if not scene.english and _is_foreign_company(sentence, at):
        return scene.current_company()
    return _owned(sentence, at, scene) if not opens and _owns_words(sentence, at) else None


_INSIDE = frozenset({"internal", "company", "press", "official", "staff", "corporate", "marketing"})
_READERS = frozenset("staff employees workers investors shareholders customers clients users suppliers backers".split())
_SHEETS = frozenset({"materials", "material", "kit"})


def _is_inside_paper(sentence: Sentence, at: int, first: int) -> bool:
    """ "press materials", "an internal memo", "a letter | to staff": a company's own paper, whoever has shown it."""
    low = sentence.words.low
    if low[at] not in _words_for("papers") and low[at] not in _words_for("loose_papers") and low[at] not in _SHEETS:
        return False
    before = low[max(at - 2, first) : at]
    if "leaked" in before or low[at] in _words_for("outlet_papers") - {"report"}:
        return False
    inside = not _INSIDE.isdisjoint(before) and not (low[at] == "report" and "internal" not in before)
    return inside or (low[at + 1 : at + 2] == ("to",) and not _READERS.isdisjoint(low[at + 2 : at + 5]))


def _owns_words(sentence: Sentence, at: int) -> bool:
    """Is the noun one that stands for a company's word?"""
    low, table = sentence.words.low[at], load("speech")["speakers"]
    if low in table["papers"]:
        return _is_own_paper(sentence, at)
    return low in word_set("companies", "neutral_heads") or low in table["mouthpieces"]


def _post_follows(sentence: Sentence, at: int, stop: int) -> bool:
    """ "Acme CEO Jane Doe", "Acme's chief": the name is only the employer."""
    at += at < stop and sentence.words.low[at] == "'s"
    return at < stop and sentence.words.low[at] in word_set("roles", "officer", "modifier")


def _stretch(sentence: Sentence, at: int, stop: int) -> str:
    """The words of an unnamed speaker up to the end of its phrase ("people familiar with the matter")."""
    end = at + 1
    while end < min(at + 6, stop) and sentence.words.raw[end] not in ',.;:—()"' and not is_finite(sentence.words, end):
        if is_adverb(sentence.words.low[end]):
            break
        end += 1
    return " ".join(sentence.words.raw[at:end])
