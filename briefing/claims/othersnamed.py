"""A figure in its utterance goes in, the company or person named beside it whose it is comes out, None if none is."""

from __future__ import annotations

from briefing.claims.having import is_had
from briefing.claims.ownthings import is_own_thing
from briefing.claims.phrases import words_of
from briefing.claims.sumfigures import Figure
from briefing.claims.takers import Taker, of_name
from briefing.claims.view import View
from briefing.claims.words import word_set


def of_section(seen: View) -> Taker | None:
    """Under "About Northwind" stand the figures of Northwind, unless the subject is named beside them."""
    heading = seen.utterance.passage.heading
    if not heading.startswith("About ") or len(heading) > _LONGEST_HEADING or seen.utterance.passage.kind == "title":
        return None
    own = any(name in heading for name in seen.reading.subject_names) or " us" in heading
    named = any(name.is_subject for name in seen.utterance.names)
    return None if own or named or not heading[6:7].isupper() else Taker("other", heading[6:].strip())


def of_bracket(seen: View, figure: Figure) -> Taker | None:
    """ "money went to Northwind (last valued at | $7 million)": of the company right in front of the bracket."""
    kinds, first = ("organisation", "unknown") if figure.amounts else ("organisation",), figure.at
    for at in range(first - 1, max(first - 8, 0), -1):
        if seen.word(at) in (")", ".", ";"):
            return None
        if seen.word(at) == "(":
            name = seen.name_at.get(at - 1)
            other = name is not None and not name.is_subject and name.kind in kinds
            return Taker("other", name.canonical) if other and name is not None and at + 1 < first else None
    return None


_APPOSED = 18  # words of an apposition in front of a figure


def of_apposition(seen: View, first: int) -> Taker | None:
    """ "bought Northwind, a maker of pumps with | 22 employees": of the company that the words between describe."""
    behind = seen.word(first - 1)
    for at in range(first - 1, max(first - _APPOSED, 1), -1):
        word = seen.word(at)
        if word in (".", ";", ":", '"') or at in seen.amount_at:
            return None
        if word != "," or seen.word(at + 1) not in ("a", "an", "the", "with"):
            continue
        name = seen.name_at.get(at - 1)
        if name is None and seen.word(at + 1) == "with":  # "Northwind, the state railway, with | 900 employees"
            comma = next((back for back in range(at - 1, max(at - _NEAR, 0), -1) if seen.word(back) == ","), 0)
            name = seen.name_at.get(comma - 1) if comma and seen.word(comma + 1) in ("the", "a", "an") else None
        between = seen.words(at + 2, first)
        if name is None or name.is_subject or name.kind not in ("organisation", "unknown") or "," in between:
            return None
        if any((inner := seen.name_at.get(place)) is not None and inner.is_subject for place in range(at, first)):
            return None
        held = not _HOLDING.isdisjoint(between) or behind in ("of", "with")
        described = not word_set("companies", "nouns", "telling_heads").isdisjoint(between)
        firm = name.kind == "organisation" or seen.word(at + 1) == "with" or described
        return Taker("other", name.canonical) if held and firm else None
    return None


def of_which(seen: View, figure: Figure) -> Taker | None:
    """ "Northwind, which then had | 900 sellers, paid", "bought Northwind, whose app is used by | 900 bakers": of
    the one that the relative clause is on."""
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    low, _ = seen.span(clause.start, clause.end)
    ahead = range(figure.at - 1, max(low - 1, figure.at - _APPOSED), -1)
    at = next((at for at in ahead if seen.word(at) == "whose"), low)
    end = at - 2 - (seen.word(at - 2) == "itself")
    name = seen.name_at.get(end) if seen.word(at - 1) == "," and seen.word(at) in ("which", "whose") else None
    if name is None or name.is_subject or name.kind not in ("unknown", "organisation"):
        return None
    if seen.word(at) == "whose" and seen.word(seen.index(name.start) - 1) in _MAKING:
        return None  # "sells Wren, whose | 900 users …": what it makes
    if seen.word(at) == "which" and seen.word(seen.index(name.start) - 2) in words_of("metrics", "said_of", "things"):
        return None  # "a free app, Wren, which has | 900 users": what it makes
    had = name.kind == "unknown" and is_had(seen, figure.at)
    if seen.word(at) == "which" and not had and not _is_plainly_its(seen, at, figure):
        return None
    return None if is_own_thing(seen.reading, name.canonical) else Taker("other", name.canonical)


def _is_plainly_its(seen: View, which: int, figure: Figure) -> bool:
    """ "Northwind, which | runs 54 terminals", "…, which | is thought to lose | $9 million": with nothing of the
    company's behind it."""
    held = seen.word(which + 1) in _HAS and figure.at - which <= _NEAR
    judged = bool(figure.amounts) and seen.words(which + 1, which + 2) in (["is"], ["was"])
    judged = judged and seen.word(which + 2) in ("thought", "said", "believed", "expected", "reported", "rumoured")
    ours = any(
        (name := seen.name_at.get(at)) is not None and name.is_subject for at in range(which, figure.at + _BEHIND)
    )
    return (held or judged) and not ours


def of_label(seen: View, figure: Figure) -> Taker | None:
    """ "Northwind: | $5 million.": the name is no measure, it tells whose the sum is."""
    name = seen.name_at.get(0)
    if name is None or name.is_subject or " " not in name.text or not figure.amounts:
        return None
    if figure.name.casefold() != name.text.casefold():
        return None
    return None if is_own_thing(seen.reading, name.canonical) else Taker("other", name.canonical)


def of_actor(seen: View, figure: Figure) -> Taker | None:
    """ "– Northwind has | 900 employees and …", "Norland spends | $5 billion a year on pumps": who right before the
    figure is said to have or to spend it."""
    verb = figure.at - 1
    while verb > 0 and figure.at - verb < _NEAR and seen.word(verb) not in _HAS | _SPENDS:
        if seen.word(verb) in (",", ".", ";", ":", "that", "which", "who", "and") or verb in seen.name_at:
            return None
        verb -= 1
    name = seen.name_at.get(verb - 1)
    if name is None or name.is_subject or name.owner or is_own_thing(seen.reading, name.canonical):
        return None
    opens = seen.index(name.start) == 0 or seen.word(seen.index(name.start) - 1) in (
        "–",
        "—",
        ";",
        ",",
        "and",
        "while",
        "(",
    )
    firm = name.kind == "organisation" and seen.word(verb) in _HAS and figure.unit in ("people", "employees", "staff")
    land = name.kind == "place" and seen.word(verb) in _SPENDS and seen.index(name.start) == 0
    return Taker("other", name.canonical) if opens and (firm or land) else None


_NEAR = 6  # words between a verb and its figure
_BEHIND = 5  # words from a figure to whose it is: "operates 12 of Acme's robots"
_HAS = frozenset({"has", "had", "runs", "operates", "employs", "owns"})
_SPENDS = frozenset({"spends", "spent", "lost", "loses", "imports", "imported", "needs", "builds"})
_MAKING = frozenset("sells makes develops offers builds launched unveiled called named produces runs operates".split())
_HOLDING = frozenset({"with", "employing", "serving", "running", "operating", "whose", "that", "which"})
_LONGEST_HEADING = 60
_PAPER = frozenset({"shares", "stock"})


def of_listed_shares(seen: View, figure: Figure) -> Taker | None:
    """ "Northwind shares were down | 1.4%", "Shares of Northwind fell by | 3%"."""
    if not figure.name.startswith("share price"):
        return None
    for at in range(figure.at - 1, max(figure.at - 9, -1), -1):
        if seen.word(at) in _PAPER:
            name = seen.name_at.get(at - 1) or (seen.name_at.get(at + 2) if seen.word(at + 1) in ("of", "in") else None)
            return of_name(name) if name is not None and name.kind in ("organisation", "unknown") else None
    return None


_RELATIVES = frozenset(
    {"que", "qui", "die", "der", "das", "welche", "welcher", "quien", "cuya", "cujo", "cuja", "dont"}
)


def of_relative(seen: View, figure: Figure) -> Taker | None:
    """ "… da Globex, que tinha | 90 lojas": in languages whose clauses are not cut, whose relative clause it is."""
    if seen.reading.source.language == "en":
        return None
    for at in range(figure.at - 1, max(figure.at - 6, 1), -1):
        if seen.word(at) in (",", ";"):
            return None
        if seen.word(at) in _RELATIVES and seen.word(at - 1) == ",":
            name = seen.name_at.get(at - 2)
            return None if name is None or name.is_subject else Taker("other", name.canonical)
    return None


def of_speaker(seen: View, figure: Figure) -> Taker | None:
    """ "Northwind …, and says it is to have 9,000 tonnes": what another company says of itself."""
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    if clause.holder_kind != "third-party" or not clause.holders:
        return None
    low, _ = seen.span(clause.start, clause.end)
    words = seen.words(low, min(low + 6, figure.at))
    said = next((at for at, word in enumerate(words) if word in ("says", "said", "expects", "claims", "plans")), -1)
    if said < 0 or not {"it", "its", "they", "to"} & set(words[said + 1 : said + 3]):
        return None
    spoke = clause.holders[-1]
    named = {name.canonical for name in seen.utterance.names if name.kind == "organisation" and not name.is_subject}
    return Taker("other", spoke) if spoke in named else None
