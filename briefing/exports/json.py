"""A Briefing in, its JSON out, and back: field names are those of the contract (docs/briefing-json.md).

Writing uses the standard library only. Reading and the JSON Schema are pydantic's, made from the same dataclasses when
first asked for, and refuse unknown fields.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from json.encoder import encode_basestring
from operator import attrgetter
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from briefing.errors import InputError
from briefing.model import records
from briefing.model.briefing import SCHEMA_VERSION, Briefing
from briefing.model.claim import (
    Claim,
    ComparisonValues,
    FundingValues,
    InfrastructureValues,
    MetricValues,
    MilestoneValues,
    OpinionValues,
    PersonValues,
    ProductValues,
    ProfileValues,
    TieValues,
    TotalValues,
    Values,
)

if TYPE_CHECKING:
    from pydantic import TypeAdapter

# The values of a claim stand beside its other fields; "values_of" says of which kind they are. Where both have a
# field of one name, that of the values has the kind before it ("product_kind").
VALUES: Mapping[str, type] = {
    "funding": FundingValues,
    "total": TotalValues,
    "tie": TieValues,
    "metric": MetricValues,
    "person": PersonValues,
    "product": ProductValues,
    "infrastructure": InfrastructureValues,
    "comparison": ComparisonValues,
    "milestone": MilestoneValues,
    "opinion": OpinionValues,
    "profile": ProfileValues,
}
_NAMES = {kind: name for name, kind in VALUES.items()}
_WORDS = {None: "null", True: "true", False: "false"}


def dump(briefing: Briefing) -> str:
    """The Briefing as JSON text, the same for the same Briefing: fields in the order of the contract, one line end."""
    return "".join(pieces(briefing))


def pieces(briefing: Briefing) -> Iterator[str]:
    """The text of `dump`, a fact or a claim at a time: that of a thousand articles is a hundred megabytes long."""
    before = "{"
    for name in records.names(Briefing):
        value = getattr(briefing, name)
        yield f'{before}\n "{name}": '
        if type(value) is tuple and value:
            for number, part in enumerate(value):
                yield ("," if number else "[") + "\n  " + _written(part, "\n  ")
            yield "\n ]"
        else:
            yield _written(value, "\n ")
        before = ","
    yield "\n}\n"


def load(text: str) -> Briefing:
    """The Briefing of a JSON text. Raises InputError that names the first field that is wrong."""
    from pydantic import ValidationError

    try:
        data = json.loads(text)
    except ValueError as error:
        raise InputError(f"the model is not valid JSON: {error}", "", "make it anew with `briefing extract`") from None
    version = data.get("schema_version") if isinstance(data, dict) else None
    if version != SCHEMA_VERSION:
        raise InputError(
            f"a model of version {version!r}; this program reads {SCHEMA_VERSION!r}",
            "schema_version",
            "make it anew with `briefing extract`",
        )
    try:
        nested = data | {"claims": [_nested(claim) for claim in data.get("claims", [])]}
        return _adapter().validate_python(nested)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise InputError(f"the model is not a briefing: {first['msg']}", where, "see `briefing schema`") from None
    except (KeyError, TypeError, AttributeError):
        remedy = "see `briefing schema`"
        raise InputError("the model is not a briefing: a claim lacks its kind of values", "claims", remedy) from None


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `dump` writes."""
    made = _adapter().json_schema(mode="serialization")
    parts = made["$defs"]
    claim = parts["Claim"]
    claim["properties"].pop("values")
    claim["required"].remove("values")
    claim["properties"]["values_of"] = {"enum": list(VALUES), "title": "Values Of"}
    claim["required"].append("values_of")
    claim.pop("additionalProperties", None)
    claim["oneOf"] = [_branch(name, parts[kind.__name__]) for name, kind in VALUES.items()]
    made["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    made["title"] = "Briefing"
    return made


def _branch(name: str, part: Mapping[str, Any]) -> dict[str, Any]:
    """What a claim holds when its values are of one kind."""
    properties = {"values_of": {"const": name}} | {
        _outer(name, key): value for key, value in part["properties"].items()
    }
    return {
        "properties": properties,
        "required": ["values_of", *(_outer(name, key) for key in part.get("required", []))],
    }


def plain(node: Any) -> Any:
    """Dataclasses as dicts, tuples as lists; the values of a claim are laid beside its own fields."""
    if isinstance(node, Claim):
        own = {name: plain(getattr(node, name)) for name in records.names(Claim) if name != "values"}
        held: Any = type(node.values)
        kind = _NAMES[held]
        values = {_outer(kind, name): plain(getattr(node.values, name)) for name in records.names(held)}
        return own | {"values_of": kind} | values
    if records.is_record(type(node)):
        record: Any = type(node)
        return {name: plain(getattr(node, name)) for name in records.names(record)}
    if isinstance(node, tuple | list):
        return [plain(part) for part in node]
    return int(node) if isinstance(node, float) and node.is_integer() else node


def _written(node: Any, margin: str) -> str:
    """What `json.dumps` writes of `plain(node)` with an indent of one: its encoder is slow where it indents.

    margin: a line end and the indent of what is written.
    """
    kind: Any = type(node)
    inner = margin + " "
    if kind is str:
        return encode_basestring(node)
    if kind is int:
        return repr(node)
    if kind is tuple or kind is list:
        parts = [_written(part, inner) for part in node]
        return f"[{inner}{f',{inner}'.join(parts)}{margin}]" if parts else "[]"
    if node is None or kind is bool:
        return _WORDS[node]
    if not records.is_record(kind):
        return json.dumps(plain(node))
    parts = _members(node, kind, "", inner)
    if kind is Claim:
        held: Any = type(node.values)
        parts.append(f'{inner}"values_of": "{_NAMES[held]}"')
        parts += _members(node.values, held, _NAMES[held], inner)
    return f"{{{','.join(parts)}{margin}}}"


def _members(node: Any, kind: Any, values_of: str, inner: str) -> list[str]:
    """The fields of a record, each with its name before it."""
    values, heads = _layout(kind, values_of, inner)
    found = []
    for head, value in zip(heads, values(node), strict=True):
        # Nine in ten hold nothing further, and are not worth a call.
        held = type(value)
        if held is str:
            found.append(head + encode_basestring(value))
        elif held is int:
            found.append(head + repr(value))
        elif value is None or held is bool:
            found.append(head + _WORDS[value])
        elif value == ():
            found.append(head + "[]")
        else:
            found.append(head + _written(value, inner))
    return found


@cache
def _layout(kind: Any, values_of: str, inner: str) -> tuple[Callable[[Any], tuple[Any, ...]], tuple[str, ...]]:
    """How to get at the values of a record (without those of a claim), and what stands before each."""
    names = [name for name in records.names(kind) if kind is not Claim or name != "values"]
    heads = tuple(f'{inner}"{_outer(values_of, name) if values_of else name}": ' for name in names)
    return (lambda node: tuple(getattr(node, name) for name in names)) if len(names) < 2 else attrgetter(*names), heads


def _outer(kind: str, name: str) -> str:
    """The name of a field of the values, beside the claim's own fields."""
    return f"{kind}_{name}" if name in records.names(Claim) else name


def _nested(claim: Mapping[str, Any]) -> dict[str, Any]:
    """The flat claim with its values put back into a dataclass of their kind. Raises KeyError, TypeError."""
    outside = dict(claim)
    called = outside.pop("values_of")
    validate = _values_adapter(VALUES[called]).validator.validate_python
    inside = {name: outside.pop(outer) for outer, name in _names(called) if outer in claim}
    outside["values"] = validate(inside)
    return outside


@cache
def _names(called: str) -> tuple[tuple[str, str], ...]:
    """(field of the flat claim, field of its values) of one kind."""
    return tuple((_outer(called, name), name) for name in records.names(VALUES[called]))


@cache
def _adapter() -> TypeAdapter[Briefing]:
    from pydantic import TypeAdapter

    for kind in _dataclasses_of(Briefing):
        if "__pydantic_config__" not in vars(kind):
            kind.__pydantic_config__ = {"extra": "forbid"}
    return TypeAdapter(Briefing)


@cache
def _values_adapter(kind: Any) -> TypeAdapter[Values]:
    from pydantic import TypeAdapter

    _adapter()
    return TypeAdapter(kind)


def _dataclasses_of(root: type) -> list[Any]:
    """The dataclass and all that its fields hold."""
    found: dict[type, None] = {}
    waiting: list[Any] = [root]
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, type) and records.is_record(kind) and kind not in found:
            found[kind] = None
            waiting += get_type_hints(kind).values()
        elif get_origin(kind) is not None:
            waiting += get_args(kind)
    return list(found)
