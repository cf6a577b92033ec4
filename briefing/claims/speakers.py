"""A noun phrase goes in, the one who speaks comes out: an outlet, the company, its officer, a database, nobody named.

Its place is told by the verb beside it: `left_of` and `right_of` say how far the phrase reaches, too.
"""

from __future__ import annotations

from briefing.claims.lexicon import load
from briefing.claims.namedposts import after_post, behind_reader
from briefing.claims.paperspeakers import SHEETS, described_paper, is_inside_paper, is_own_paper, is_unowned, paper_seen
from briefing.claims.reading import FoundName, Sentence
from briefing.claims.scene import Scene, Speaker, of_name
from briefing.claims.somebody import is_counted, others_around, somebody_at, unnamed_at
from briefing.claims.speakerwords import DEFINITE, owner_before, phrase_start, words_for
from briefing.claims.verbs import is_adverb, is_finite, is_preposition
from briefing.claims.words import word_set

_WITHIN = frozenset({"executive", "manager", "director", "engineer", "official", "scientist", "person"})  # a company
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
        there = _somebody_there(sentence, numbers, before, scene, verb) or paper_seen(sentence, before)
        if there or name.kind in ("place", "event"):
            return there
        return others_around(sentence, name) or (_voice(sentence, name, scene, verb), first)
    if word in load("speech")["speakers"]["third_person"]:
        near = _person_before(sentence, number)
        if near is not None:
            return of_name(near, scene), number
    if word == "it" and number and is_preposition(low[number - 1]):  # "three people close to it said"
        anybody = unnamed_at(sentence, number)
        return (anybody, phrase_start(sentence, number)) if anybody else None
    found = _pronoun(word, scene, verb) or _addressed(sentence, number, scene) or unnamed_at(sentence, number)
    found = found or _owned(sentence, number, scene)
    if found:
        pronoun = word in ("he", "she", "it", "they")
        return found, number if pronoun else phrase_start(sentence, number)
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


def _addressed(sentence: Sentence, number: int, scene: Scene) -> Speaker | None:
    """ "its letter to | shareholders", "a memo to | staff": the paper says it, and no reader of it."""
    low = sentence.words.low
    if number < 2 or low[number - 1] != "to" or low[number - 2] not in words_for("papers"):
        return None
    if is_own_paper(sentence, number - 2) or owner_before(sentence, number - 2):
        return _owned(sentence, number - 2, scene)
    return Speaker(described_paper(sentence, number - 2) + f" to {sentence.words.raw[number]}", "unnamed")


def _voice(sentence: Sentence, name: FoundName, scene: Scene, verb: str) -> Speaker:
    """Who speaks by a name: behind that of a paper ("the Ledger's | Jane Doe reports") the paper."""
    at = sentence.first_word(name) - 2
    if name.kind == "person" and at >= 0 and sentence.words.low[at + 1] == "'s":
        owner = sentence.name_at[at]
        if owner is not None and (owner.kind == "outlet" or (verb in _REPORTS and not owner.is_subject)):
            return Speaker(owner.canonical, "outlet")
    return of_name(name, scene)


_REPORTS = frozenset({"report", "reports", "reported"})


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
    return first - 1 if first and low[first - 1] in DEFINITE else first


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
        owner = owner_before(sentence, number) or _owner_behind(sentence, number)
        return _for(owner, scene) if owner else scene.current_company()
    if (word in words_for("anybody") or word == "person") and sentence.words.low[number - 1] == "the" and number:
        known = scene.last_person  # whoever was told of as such
        fits = known is not None and (known.kind != "company" or word in _WITHIN)
        return known if fits else Speaker(f"the {word}", "unnamed")
    if word in table["bodies"] and sentence.words.raw[number].islower() and _is_definite(sentence, number):
        return Speaker(f"the {word}", "third-party")
    if word in table["papers"]:
        owner = owner_before(sentence, number)
        if owner:
            return _for(owner, scene)
        if is_own_paper(sentence, number):
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
    if word not in words_for("foreign_companies"):
        return False
    return word.startswith("l'") or (number > 0 and sentence.words.low[number - 1] in words_for("foreign_articles"))


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
        if low in DEFINITE:
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
        if at > first and low[at] in ("with", "at") and low[at - 1] in words_for("papers"):
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
            if best is None and end < stop and low[end] in words_for("anybody"):
                somebody = somebody_at(sentence, end)  # "according to a former Northwind shareholder"
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
    if is_inside_paper(sentence, at, first):
        return scene.current_company()
    if low[at + 1 : at + 2] and low[at + 1] in SHEETS | words_for("papers") and word in ("press", "official"):
        return None  # "press | materials", "an official | statement": the paper counts
    if word in table["unnamed"] or word in ("estimates", "rumors", "rumours", "speculation"):
        return Speaker(_stretch(sentence, at, stop), "unnamed")
    if word in table["loose_papers"] and not is_own_paper(sentence, at):
        return Speaker(described_paper(sentence, at), "unnamed")
    if not opens and word in words_for("official") and is_unowned(sentence, first, at):
        return scene.current_company()
    if not opens and word in words_for("anybody") and (found := somebody_at(sentence, at)):
        return found
    if word in table["unnamed_third"]:
        return Speaker(word, "unnamed" if is_counted(sentence, at) else "third-party")
    if not scene.english and _is_foreign_company(sentence, at):
        return scene.current_company()
    return _owned(sentence, at, scene) if not opens and _owns_words(sentence, at) else None


def _owns_words(sentence: Sentence, at: int) -> bool:
    """Is the noun one that stands for a company's word?"""
    low, table = sentence.words.low[at], load("speech")["speakers"]
    if low in table["papers"]:
        return is_own_paper(sentence, at)
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
