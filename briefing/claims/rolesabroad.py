"""A sum in a view of a text that is not English goes in, what the verb that closes its clause makes of it comes out.

"wird mit 1,2 Milliarden Euro | bewertet", "schossen 5 Millionen Euro | nach", "flossen 60 Millionen Euro, | angeführt
von": the verb stands behind the sum, or around it.
"""

from __future__ import annotations

from briefing.claims.phrases import words_of
from briefing.claims.view import View
from briefing.model.money import Role

_CLAUSE_ENDS = frozenset({",", ";", ":", ".", "–", "—", "(", ")", "und", "et", "e", "sowie", "aber", "mas", "mais"})
_LONGEST = 12  # tokens of a clause behind or in front of a sum


def role_abroad(view: View, first: int, after: int) -> Role | None:
    """The role by the words of the sum's clause, None where they tell nothing."""
    behind = _until_end(view, after)
    before = _since_start(view, first)
    if not _VALUED.isdisjoint(behind) and not _WITH.isdisjoint(before[-4:]):
        return "valuation"
    if view.words(first - 2, first) in (["über", "insgesamt"], ["von", "insgesamt"]) and _raises(before):
        return "raised"
    if not _UPFRONT.isdisjoint(before[-4:]):
        return "contract"
    clause = {*before, *behind}
    if not _FLOWED.isdisjoint(clause) and _is_of_round(view, after):
        return "raised"
    for verbs, particles in _SPLIT:
        if not verbs.isdisjoint(before) and not particles.isdisjoint(behind):
            return "raised" if "nach" in particles or _lends(clause) else None
    if not _PUT.isdisjoint(behind) and _into_subject(view, first, after):
        return "raised"
    if not _BACKED.isdisjoint(before) and before[-1:] == ["mit"] and not _PUBLIC.isdisjoint(before):
        return "raised"
    if not _BUYING.isdisjoint(clause) and not _HOLDING.isdisjoint(clause) and not {"prozent", "%"}.isdisjoint(clause):
        return "raised"  # "Für 12 Prozent der Anteile zahlt Northwind | acht Millionen Euro"
    return None


def _until_end(view: View, after: int) -> list[str]:
    found: list[str] = []
    for at in range(after, min(after + _LONGEST, len(view.low))):
        if view.low[at] in _CLAUSE_ENDS and at not in view.name_at:
            break
        found.append(view.low[at])
    return found


def _since_start(view: View, first: int) -> list[str]:
    found: list[str] = []
    for at in range(first - 1, max(first - _LONGEST - 6, -1), -1):
        if view.low[at] in _CLAUSE_ENDS and at not in view.name_at:
            break
        found.append(view.low[at])
    return found[::-1]


def _raises(before: list[str]) -> bool:
    return not words_of("rounds", "nouns", "event").isdisjoint(before[-4:])


def _is_of_round(view: View, after: int) -> bool:
    """ "flossen 60 Millionen Euro |, angeführt von", "in das Unternehmen"."""
    ahead = view.words(after, after + 6)
    return not words_of("rounds", "abroad", "led").isdisjoint(ahead) or not _COMPANY.isdisjoint(ahead)


def _lends(words: set[str]) -> bool:
    return not (words_of("rounds", "nouns", "debt") | words_of("rounds", "nouns", "grant")).isdisjoint(words)


def _into_subject(view: View, first: int, after: int) -> bool:
    """ "in Acme | gesteckt", "an Acme | beteiligt": is the company itself named there?"""
    names = (view.name_at.get(at) for at in range(max(0, first - 6), min(after + 6, len(view.low))))
    return any(name is not None and name.is_subject for name in names)


_WITH = frozenset({"mit", "à", "a", "em", "por", "auf"})
_VALUED = frozenset({"bewertet", "taxiert", "valorisée", "valorisé", "avaliada", "avaliado"})
_UPFRONT = frozenset({"einmalzahlung", "vorauszahlung", "anzahlung", "abfindung", "meilensteinzahlungen"})
_FLOWED = frozenset({"flossen", "fließen", "floss", "fliessen"})
_SPLIT = (
    (frozenset({"schossen", "schießen", "legten", "legen"}), frozenset({"nach"})),
    (frozenset({"stellt", "stellte", "stellen", "stellten"}), frozenset({"bereit"})),
    (frozenset({"sagt", "sagte", "sagten"}), frozenset({"zu"})),
)
_PUT = frozenset({"gesteckt", "beteiligt", "eingestiegen", "investiert", "einsteigt"})
_BACKED = frozenset({"fördert", "förderte", "fördern", "unterstützt", "unterstützte", "bezuschusst", "gefördert"})
_PUBLIC = frozenset({"land", "bund", "bundesland", "freistaat", "ministerium", "eu", "kommission", "staat", "kanton"})
_BUYING = frozenset({"zahlt", "zahlte", "zahlen", "vendeu", "vende", "cède", "cédé"})
_HOLDING = frozenset({"anteile", "anteilen", "anteil", "beteiligung", "capital", "participação", "participation"})
_COMPANY = frozenset({"unternehmen", "firma", "start", "startup", "gesellschaft"})
