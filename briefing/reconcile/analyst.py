"""A Briefing and the analyst's corrections and additions in, the Briefing with them out, each marked as theirs.

An analyst's word has no evidence in the sources: what it changes or adds is listed in `Briefing.analyst` with its
reason, so that whoever shows the fact can say whose word it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, get_args

from briefing.errors import WorkspaceError
from briefing.model.briefing import (
    FACTS,
    AnalystNote,
    Briefing,
    Category,
    Implication,
    Metric,
    Milestone,
    Person,
    Product,
    Relationship,
)
from briefing.model.claim import Tie, TieStatus
from briefing.model.dates import bounds
from briefing.model.records import replace
from briefing.model.settings import Addition, Correction, Settings
from briefing.reconcile.folding import name_key

_FACTS = (*FACTS, "implications")
_LISTS = ("leads", "participants", "aliases", "kinds", "audiences")
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "category": get_args(Category),
    "kinds": get_args(Tie),
    "relationships.status": get_args(TieStatus),
    "milestones.status": ("past", "planned", "rumoured"),
    "products.status": ("released", "announced", "planned"),
    "infrastructure.status": ("operating", "planned", "acquired", "announced"),
    "implications.role": ("advice", "watch", "caution"),
}


def apply(briefing: Briefing, settings: Settings) -> Briefing:
    """Corrections first, then additions. Raises WorkspaceError that names the fact or field and the nearest known."""
    for correction in settings.corrections:
        briefing = _correct(briefing, correction, settings.path)
    for addition in settings.additions:
        briefing = _add(briefing, addition, settings.path)
    return briefing


# ---------------------------------------------------------------- corrections


def _correct(briefing: Briefing, correction: Correction, path: str) -> Briefing:
    part, place = _find(briefing, correction.fact, path)
    facts: list[Any] = list(getattr(briefing, part))
    fact = facts[place]
    known = [one.name for one in fields(fact) if isinstance(getattr(fact, one.name), str) or one.name in _LISTS]
    known = [name for name in known if name not in ("id", "standing")]
    if correction.field not in known:
        raise WorkspaceError(
            f'no field "{correction.field}" in {correction.fact}', path, _hint(correction.field, known)
        )
    before = getattr(fact, correction.field)
    value = _value(part, correction.field, correction.value, path)
    facts[place] = replace(fact, **{correction.field: value})
    note = AnalystNote(fact.id, correction.field, _shown(before), correction.value, correction.reason)
    return _with(briefing, part, facts, note)


def _find(briefing: Briefing, wanted: str, path: str) -> tuple[str, int]:
    """List and place of the fact with this id, else of the one fact with this name."""
    names: dict[str, tuple[str, int]] = {}
    for part in _FACTS:
        for place, fact in enumerate(getattr(briefing, part)):
            if fact.id == wanted:
                return part, place
            name = getattr(fact, "name", "")
            if name:
                names.setdefault(name_key(name), (part, place))
    found = names.get(name_key(wanted))
    if found is None:
        raise WorkspaceError(f'no fact called "{wanted}"', path, _hint(name_key(wanted), list(names)))
    return found


# ---------------------------------------------------------------- additions


def _add(briefing: Briefing, addition: Addition, path: str) -> Briefing:
    maker = _MAKERS[addition.kind]
    have: list[Any] = list(getattr(briefing, addition.kind))
    ident = f"a{len(briefing.analyst) + 1}"
    allowed = _ALLOWED[addition.kind]
    for key in addition.values:
        if key not in allowed:
            raise WorkspaceError(
                f'an addition to {addition.kind} with unknown "{key}"', path, _hint(key, list(allowed))
            )
    values = {key: _value(addition.kind, key, text, path) for key, text in addition.values.items()}
    if not values.get(allowed[0]):
        raise WorkspaceError(f'an addition to {addition.kind} lacks "{allowed[0]}"', path, f"add {allowed[0]} = …")
    have.append(maker(ident, values))
    note = AnalystNote(ident, "", "", str(values[allowed[0]]), addition.reason)
    return _with(briefing, addition.kind, have, note)


def _relationship(ident: str, given: Mapping[str, Any]) -> Relationship:
    kinds = given.get("kinds", ("partner",))
    return Relationship(
        ident,
        given["name"],
        given.get("aliases", ()),
        given.get("category", "other"),
        kinds,
        given.get("status", "current"),
        "analysis",
        False,
        given.get("description", ""),
        (),
        (),
    )


def _metric(ident: str, given: Mapping[str, Any]) -> Metric:
    forward = given.get("forward_looking", "") in ("true", "yes")
    value = given.get("value")
    unit, as_of = given.get("unit", ""), given.get("as_of", "")
    return Metric(ident, given["name"], value, (), unit, as_of, forward, "analysis", False, (), (), None, "analyst")


def _milestone(ident: str, given: Mapping[str, Any]) -> Milestone:
    status, kind = given.get("status", "past"), given.get("kind", "company")
    return Milestone(ident, given.get("date", ""), given["text"], status, kind, "analysis", (), ())


def _product(ident: str, given: Mapping[str, Any]) -> Product:
    status = given.get("status", "released")
    return Product(ident, given["name"], given.get("kind", ""), status, given.get("license", ""), "analysis", (), ())


def _person(ident: str, given: Mapping[str, Any]) -> Person:
    return Person(ident, given["name"], given.get("role", ""), given.get("background", ""), (), ())


def _implication(ident: str, given: Mapping[str, Any]) -> Implication:
    return Implication(ident, given["text"], given.get("audiences", ()), given.get("role", "advice"), (), ())


_MAKERS: Mapping[str, Callable[[str, Mapping[str, Any]], Any]] = {
    "relationships": _relationship,
    "metrics": _metric,
    "milestones": _milestone,
    "products": _product,
    "people": _person,
    "implications": _implication,
}
_ALLOWED: Mapping[str, tuple[str, ...]] = {  # the first is needed
    "relationships": ("name", "aliases", "category", "kinds", "status", "description"),
    "metrics": ("name", "value", "unit", "as_of", "forward_looking"),
    "milestones": ("text", "date", "status", "kind"),
    "products": ("name", "kind", "status", "license"),
    "people": ("name", "role", "background"),
    "implications": ("text", "audiences", "role"),
}


# ---------------------------------------------------------------- values


def _value(part: str, field: str, text: str, path: str) -> Any:
    """The analyst's text as the field's own type; lists are parted by commas."""
    if field in ("date", "as_of") and text and bounds(text) is None:
        raise WorkspaceError(f'"{text}" is not a date', path, 'write it as "2026-07" or "2026-07-04"')
    if part == "metrics" and field == "value":
        try:
            return float(text.replace(",", ""))
        except ValueError:
            raise WorkspaceError(
                f'"{text}" is not a number', path, "write it in digits, with its unit beside it"
            ) from None
    parts = tuple(one.strip() for one in text.split(",") if one.strip()) if field in _LISTS else (text,)
    choices = _CHOICES.get(f"{part}.{field}") or _CHOICES.get(field)
    for one in parts if choices else ():
        if one not in (choices or ()):
            raise WorkspaceError(f'unknown {field} "{one}"', path, _hint(one, list(choices or ())))
    return parts if field in _LISTS else text


def _shown(before: Any) -> str:
    return ", ".join(before) if isinstance(before, tuple) else str(before)


def _with(briefing: Briefing, part: str, facts: list[Any], note: AnalystNote) -> Briefing:
    changed: dict[str, Any] = {part: tuple(facts), "analyst": (*briefing.analyst, note)}
    return replace(briefing, **changed)


def _hint(word: str, known: list[str]) -> str:
    import difflib  # only a mistake needs it

    close = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return f'did you mean "{close[0]}"?' if close else f"known: {', '.join(known[:12])}"
