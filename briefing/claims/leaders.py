"""An utterance goes in, who leads a round comes out: "led by A and B", "A led the round", "with A in the lead"."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.claims.backerlists import Backing, are_firms, fit, listed_before, listed_behind, round_words
from briefing.claims.leadroles import asked_to_lead, by_cleft, lead_roles
from briefing.claims.phrases import book, words_of
from briefing.claims.reading import FoundName
from briefing.claims.view import View
from briefing.claims.wordclasses import names_post


def led_by(view: View) -> Iterator[Backing]:
    """ "led by A, B and C", "lead investor A"."""
    for hit in book("rounds", "phrases", "leads").all(view.low):
        if names_post(view.low, hit.after) or _opens_abroad(view, hit.first):
            continue  # "Acme, led by its founder Jane Roe"
        joins = _group_joins(view, hit.first)
        titled = hit.meaning.startswith("lead investor")
        names = () if titled and view.word(hit.after) in ("and", "with", "as") else listed_behind(view, hit.after)
        if names and all(name.kind == "person" for name in names) and not _round_before(view, hit.first):
            continue  # "Elle est dirigée par Jane Roe"
        if not names and titled:
            names = listed_before(view, hit.first)
        leads, others = _parted(view, names)
        if leads:
            pointed = view.word(0) == "it" and hit.first <= 4 and are_firms(leads)  # "It was led by A"
            yield Backing(hit.first, leads, "participant" if joins else "lead", told=pointed)
        if others:
            yield Backing(hit.first, others, "participant")
        if leads and (joined := _with_whom(view, leads)):
            yield Backing(hit.first, joined, "participant")


def _opens_abroad(view: View, index: int) -> bool:
    """ "Dirigée par Jane Roe, la société vise …": no round is spoken of behind it."""
    if index > 1 or view.reading.source.language == "en":
        return False
    return round_words().isdisjoint(view.words(index, len(view.found))) and not view.amounts


def _group_joins(view: View, index: int) -> bool:
    """ "A consortium of twelve firms | led by | Northwind and Oakfund joined the round": they lead who joins."""
    ahead = view.words(max(0, index - 7), index)
    group = not _GROUPS.isdisjoint(ahead) and round_words().isdisjoint(ahead[_last(ahead, _GROUPS) :])
    joins = view.words(index, len(view.found))
    stop = next(
        (at for at, word in enumerate(joins) if word in (";", ":") and index + at not in view.name_at), len(joins)
    )
    return group and not words_of("rounds", "verbs", "participate").isdisjoint(joins[:stop])


def _last(words: list[str], wanted: frozenset[str]) -> int:
    return max(at for at, word in enumerate(words) if word in wanted)


_GROUPS = frozenset({"consortium", "syndicate", "group", "companies", "firms", "funds", "club"})


def _with_whom(view: View, leads: tuple[FoundName, ...]) -> tuple[FoundName, ...]:
    """ "led by A | with B", "led by A, valuation $5 million; with B and C": those named behind take part."""
    at = view.index(leads[-1].end - 1) + 1
    item = view.utterance.passage.kind == "item"
    while item and at < len(view.found) and view.word(at) != ";" and view.word(at) != "with":
        at += 1
    at += view.word(at) in (";", ",")
    if view.word(at) != "with":
        return ()
    names = listed_behind(view, at + 1)
    behind = view.index(names[-1].end - 1) + 1 if names else at
    opens = view.index(names[0].start) if names else at
    summed = any(index in view.amount_at for index in range(at, opens))
    return () if summed or view.word(behind).endswith("ing") or view.word(behind) in ("in", "as", "'") else names


def _round_before(view: View, index: int) -> bool:
    return not round_words().isdisjoint(view.words(max(0, index - 12), index))


def _parted(view: View, names: tuple[FoundName, ...]) -> tuple[tuple[FoundName, ...], tuple[FoundName, ...]]:
    """ "led by A and including B and C": only A leads; of "led by funds including B and C" both do."""
    for number in range(1, len(names)):
        between = view.text[names[number - 1].end : names[number].start].replace(",", " ").split()
        if "including" in between:
            return names[:number], names[number:]
    return names, ()


def _who_speaks(view: View, verb: int) -> tuple[FoundName, ...]:
    """ "we are proud to | lead this round," said Jane Roe, partner at Northwind: for whom "we" stands."""
    if "we" not in view.words(max(0, verb - 6), verb):
        return ()
    said = next((at for at in range(verb, len(view.found)) if view.word(at) in ("said", "says")), 0)
    for at in range(said + 1, min(said + 14, len(view.found)) if said else 0):
        name = view.name_at.get(at + 1)
        if view.word(at) in ("at", "of") and name is not None and name.kind in ("organisation", "unknown"):
            return () if name.is_subject else (name,)
    return ()


def _of_post(view: View, verb: int) -> tuple[FoundName, ...]:
    """ "Jane Roe, a partner at Northwind, which | led": whoever somebody works for, and not that person."""
    if view.words(verb - 2, verb) != [",", "which"]:
        return ()
    name = view.name_at.get(verb - 3)
    at = view.index(name.start) - 1 if name is not None else 0
    firm = name is not None and name.kind in ("organisation", "unknown") and not name.is_subject
    return (name,) if firm and name is not None and view.word(at) in ("at", "of", "from") else ()


def leading(view: View, spoken_of: bool) -> Iterator[Backing]:
    """ "A led the round", "with A leading", "A and B co-led", "A as lead investor"."""
    verbs = words_of("rounds", "verbs", "lead")
    for index in () if verbs.isdisjoint(view.low) else range(len(view.low)):
        after = _lead_verb(view, index, view.low[index], verbs)
        if after and _leads_round(view, index, after, spoken_of):
            names = (
                _of_post(view, index)
                or _who_speaks(view, index)
                or listed_before(view, index)
                or _who_said(view, index)
                or _who_gave(view, index)
                or asked_to_lead(view, index)
                or by_cleft(view, index)
            )
            if len(names) > 1 and _led_another(view, names, index):
                names = names[-1:]
            if names and not recalls(view, index):
                yield Backing(index, names, "lead", told=_ends(view, after))
                yield from _led_with(view, after)
    yield from lead_roles(view)
    for hit in book("rounds", "phrases", "leads_behind").all(view.low):
        names = (
            (listed_before(view, hit.first) or _relative(view, hit.first))
            if hit.meaning.startswith(("as ", "in ", "at ", "als ")) or hit.meaning in _BEHIND
            else ()
        )
        if names:
            yield Backing(hit.first, names, "lead")
    if view.reading.source.language != "en":
        yield from _led_first(view)


def recalls(view: View, index: int) -> bool:
    """ "…, which | led the last round, is back in this one", "with Elm, which | led its Series A in 2022": a round
    before, told of only to say who somebody is. index: the verb."""
    at = index - 1
    while view.word(at) in _BEFORE_LED:
        at -= 1
    if view.word(at) not in ("which", "who"):
        return False
    ahead = view.words(index + 1, index + 7)
    stop = next((place for place, word in enumerate(ahead) if word in (",", ".", ";")), len(ahead))
    ahead = ahead[:stop]
    if any(index < place <= index + stop for place in view.amount_at):
        return False  # "which | led its $5 million seed round": told for itself
    if not _FORMER_ROUND.isdisjoint(ahead) and not round_words().isdisjoint(ahead):
        return True
    end = index + 1 + stop + (view.word(index + 1 + stop) == ",")
    if not round_words().isdisjoint(ahead) and not _STAYING_OUT.isdisjoint(view.words(end, end + 6)):
        return True  # "Northwind, | leader of the round before, is staying away"
    staged = bool({"series", "seed"} & set(ahead))
    named = ahead[:1] == ["its"] or "'" in ahead
    other = staged and bool({"series", "seed"} & set(view.words(0, at)))
    again = not _AGAIN.isdisjoint((*view.words(0, at), *view.words(index + stop, len(view.found))))
    dated = any(index < view.index(date.start) <= index + stop + 3 for date in view.utterance.dates)
    return staged and (other or again or (named and (dated or any(place < at for place in view.amount_at))))


_STAYING_OUT = frozenset("sitting sat sits stayed staying declined passed passing not".split())
_BEFORE_LED = frozenset({"had", "has", "also", "previously", "jointly", "earlier", "already", "itself"})
_FORMER_ROUND = frozenset({"original", "last", "previous", "prior", "earlier", "preceding", "initial", "former"})
_AGAIN = frozenset(
    "again returned returning participated joined joining took reinvested contributed back alongside".split()
)


def _who_said(view: View, index: int) -> tuple[FoundName, ...]:
    """ "Northwind said on Monday it would | lead the round": whom "it" means."""
    at = index - 1
    while at > 1 and view.word(at) in _WOULD:
        at -= 1
    if at == index - 1 or view.word(at) != "it":
        return ()
    for said in range(at - 1, max(at - 7, 0), -1):
        if view.word(said) in _SAYING:
            name = view.name_at.get(said - 1)
            return fit((name,)) if name is not None and not name.is_subject else ()
    return ()


def _who_gave(view: View, index: int) -> tuple[FoundName, ...]:
    """ "Northwind | gave most and | led the round": who the verb of giving in front is said of."""
    if view.word(index - 1) not in ("and", "also") or index - 1 in view.name_at:
        return ()
    for at in range(index - 2, max(index - 14, 0), -1):
        if view.word(at) in (";", ".", ":", ",", "that", "which", "who"):
            return ()
        if view.word(at) in _GIVING and at not in view.name_at:
            return fit(listed_before(view, at))
    return ()


_GIVING = frozenset("put invested gave contributed committed provided wrote returned chipped".split())
_WOULD = frozenset({"would", "will", "had", "has", "have", "was", "is", "to", "also", "expected", "plans", "planned"})
_SAYING = frozenset({"said", "says", "announced", "announces", "confirmed", "confirms"})


def _ends(view: View, after: int) -> bool:
    """ "A is tipped to lead.", "A may lead it, …": nothing behind the verb but the round."""
    word = view.word(after)
    return word in ("it", "", ".", ",", ";") or (
        word in ("the", "this", "that") and view.word(after + 1) in round_words()
    )


def _relative(view: View, index: int) -> tuple[FoundName, ...]:
    """ "die Firma Northwind, | die vor drei Jahren die Series B | angeführt hatte": whom the German pronoun means."""
    if view.word(index + 1) not in ("hat", "hatte", "haben", "hatten"):
        return ()
    for at in range(index - 1, max(index - 18, 1), -1):
        if view.word(at) in ("die", "der", "das") and view.word(at - 1) == "," and at - 2 in view.name_at:
            return fit((view.name_at[at - 2],))
    return ()


_BEHIND = frozenset(
    {"angeführt", "chef de file", "investidor líder", "investidora líder", "inversor principal", "inversor líder"}
    | {"capofila", "como líder", "à frente", "à la manœuvre"}
)


def _led_another(view: View, names: tuple[FoundName, ...], index: int) -> bool:
    """ "led by A and B, which also | led the Series A": of a list of those who lead one round the last led another."""
    apart = not {"which", "who"}.isdisjoint(view.words(view.index(names[-1].end - 1), index))
    ahead = view.words(max(0, view.index(names[0].start) - 2), view.index(names[0].start))
    return apart and ahead in (["led", "by"], ["headed", "by"])


def _led_with(view: View, after: int) -> Iterator[Backing]:
    """ "A led a £5 million round with | B": B takes part."""
    for index in range(after, min(after + 9, len(view.found))):
        own = index - 1 in view.name_at and view.name_at[index - 1].is_subject  # "a round in Acme with B"
        if view.word(index) == "with" and (own or view.word(index - 1) in round_words()):
            names = listed_behind(view, index + 1)
            if names and not any(at in view.amount_at for at in range(index, view.index(names[0].start))):
                yield Backing(index, names, "participant")
            return


def _led_first(view: View) -> Iterator[Backing]:
    """ "Angeführt wird die Runde von A": the participle opens the sentence, who leads stands behind "von"; "Die Runde
    führte A an"."""
    for index in range(1, min(9, len(view.found))):  # "Die Serie-A-Runde | führte"
        if view.word(index) in ("führte", "führt", "leitete") and view.word(index - 1) in round_words():
            names = listed_behind(view, index + 1)
            if names:
                yield Backing(index, names, "lead")
                return
    for index in range(min(3, len(view.found))):
        if view.word(index) in words_of("rounds", "backers", "led_foreign"):
            for at in range(index + 1, min(index + 14, len(view.found))):
                if view.word(at) in words_of("rounds", "backers", "by_foreign") and (
                    names := listed_behind(view, at + 1)
                ):
                    yield Backing(index, names, "lead")
                    return


def _lead_verb(view: View, index: int, word: str, verbs: frozenset[str]) -> int:
    """The token behind a verb of leading that begins at index, 0 if none does."""
    joint = word == "co" and view.word(index + 1) == "-" and view.word(index + 2) in verbs
    if not joint and (word not in verbs or view.word(index - 1) == "-"):
        return 0
    after = index + 3 if joint else index + 1
    return 0 if view.word(after) in ("by", "investor", "investors", "to", "jointly") else after


def _leads_round(view: View, index: int, after: int, spoken_of: bool) -> bool:
    """Is a round, a sum or nothing at all the verb's object?"""
    ahead = view.words(after, min(after + 9, len(view.found)))
    amount = any(at in view.amount_at for at in range(after, min(after + 5, len(view.found))))
    goes_on = view.word(after) in ("and", "while") and after + 1 in view.name_at  # "A led | and B joined"
    closes = view.word(after + (view.word(after) == "it")) in (",", ";")
    rest = [word for word in ahead if word not in (".", "it")]
    bare = spoken_of and (goes_on or closes or not rest)
    return bool(set(ahead) & round_words()) or amount or bare or _round_that(view, index)


def _round_that(view: View, index: int) -> bool:
    """ "a round that Northwind | led", "in a Series B that Northwind led"."""
    name = view.name_at.get(index - 1)
    first = view.index(name.start) if name is not None else 0
    while first > 3 and view.word(first - 1) in ("and", ",") and (other := view.name_at.get(first - 2)) is not None:
        first = view.index(other.start)  # "that Northwind and Globex | led"
    if first < 2 or view.word(first - 1) not in ("that", "which"):
        return False
    if view.word(first - 2) in _GROUPS:
        return True  # "from a syndicate which Northwind | headed and which included …"
    return view.word(first - 2) in round_words() or view.word(first - 3) in words_of("rounds", "names", "lettered")


_GROUPS = frozenset({"syndicate", "consortium", "group", "pool"})
