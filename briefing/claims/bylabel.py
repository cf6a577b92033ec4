"""A stretch of a sentence goes in, who speaks there by its mere place comes out, as a frame: no verb says that they do.

"Doe: There is no rush.", "A: There is no rush." in an interview; "* SAYS SALES ROSE" in a list of news on the company.
"""

from __future__ import annotations

from briefing.claims.frames import Frame
from briefing.claims.reading import Sentence
from briefing.claims.saying import verbs
from briefing.claims.scene import Scene, Speaker, of_name
from briefing.claims.segments import Segment
from briefing.claims.words import word_set


def by_label(sentence: Sentence, segment: Segment, scene: Scene) -> Frame | None:
    """ "Doe: There is no rush.": a name and a colon at the head of an answer."""
    if segment.parent is not None or not segment.own or len(segment.own) > 18:
        return None
    name = sentence.name_at[segment.first]
    if sentence.words.raw[segment.own[-1]] != ":":
        return None
    if name is None or _initials(name.text, scene) or _in_capitals(name.text, scene):
        return _by_surname(sentence, segment, scene)
    behind = sentence.last_word(name) + 1
    if behind + 1 < len(segment.own) and not _with_post(sentence, behind, segment.own[-1]):
        return None
    speaker = of_name(name, scene)
    answers = speaker.person or speaker.kind == "company"
    scene.turn = (scene.block, speaker if answers else None)
    if not (speaker.person or speaker.kind == "company" or scene.answering):
        return None
    return Frame(speaker, "say", "by", segment, segment.first, segment.own[-1])


def _by_surname(sentence: Sentence, segment: Segment, scene: Scene) -> Frame | None:
    """ "Doe: There is no rush.", "A: There is no rush.": of somebody who was named in full before."""
    first = segment.first
    if segment.own[-1] != first + 1 or not sentence.words.raw[first][:1].isupper():
        return None
    word = sentence.words.raw[first]
    if word in ("Q", "A"):
        scene.turn = (scene.block, scene.last_person if word == "A" else None)
        speaker = scene.turn[1]
    else:
        known = sorted(one for one in (*scene.officers, *scene.persons) if one.split()[-1] == word)
        known = known or _in_capitals(word, scene) or _initials(word, scene)
        if not known:
            return None
        own = known[0] in scene.officers
        speaker = Speaker(known[0], "company" if own else "third-party", True)
        scene.turn = (scene.block, speaker)
    return Frame(speaker, "say", "by", segment, first, segment.own[-1]) if speaker is not None else None


def _in_capitals(word: str, scene: Scene) -> list[str]:
    """ "DOE: There is no rush.": those of that surname."""
    if not word.isupper() or " " in word:
        return []
    return sorted({one for one in (*scene.officers, *scene.persons) if one.split()[-1].upper() == word})


def _initials(word: str, scene: Scene) -> list[str]:
    """ "JD: There is no rush.": whom the initials stand for, if it is one alone."""
    if not word.isupper() or not 2 <= len(word) <= 3:
        return []
    found = {one for one in (*scene.officers, *scene.persons) if "".join(part[:1] for part in one.split()) == word}
    return sorted(found) if len(found) == 1 else []


def _with_post(sentence: Sentence, first: int, colon: int) -> bool:
    """ "Jane Doe | , CEO of Acme | :": nothing but a post between a name and its colon."""
    low = sentence.words.low
    roles = word_set("roles", "officer", "other")
    return low[first] in (",", "(") and not roles.isdisjoint(low[first:colon])


def in_brief(sentence: Sentence, segment: Segment, scene: Scene) -> Frame | None:
    """ "* SAYS SALES ROSE": an item of a list of news in which the company's name is left out."""
    if not scene.brief or segment.parent is not None or segment.first != 0:
        return None
    low = sentence.words.low
    at = 1 if low[0] == "now" and len(low) > 1 else 0
    if low[at] == "sees":
        return Frame(Speaker(scene.subject, "company"), "want", "pre", segment, at, at + 1, complement=True)
    known = verbs().get(low[at])
    if known is None or not low[at].endswith("s") or known[0] not in ("say", "announce", "claim", "want"):
        return None
    return Frame(
        Speaker(scene.subject, "company"), known[0], "pre", segment, at, at + 1, complement=True, lemma=known[1]
    )
