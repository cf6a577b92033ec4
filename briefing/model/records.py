"""A class with annotated fields goes in, a slotted record comes out: the standard `dataclass`, made for quick starts.

The standard decorator compiles up to six methods for each class: most of a millisecond, and with two hundred classes
more than a tenth of a second before anything is read. Here an `__init__` is compiled once for each number of fields,
each class puts its own names into a copy, and the other methods are shared. To a type checker, and to `fields`,
`replace` and `is_dataclass`, the result is a dataclass.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, NamedTuple

__all__ = ["dataclass", "field", "is_record", "names", "replace"]

if TYPE_CHECKING:
    from dataclasses import Field, dataclass, field, replace
else:

    def field(*, default_factory: Callable[[], Any]) -> Any:
        """As `dataclasses.field`, of which records use no more."""
        return _Made(default_factory)

    def dataclass(*, frozen: bool = False, slots: bool = True, eq: bool = True) -> Callable[[type], type]:
        """As `dataclasses.dataclass`; fields are slots always, and neither inherited nor keyword-only."""
        assert slots

        def made(plain: type) -> type:
            names = tuple(plain.__annotations__)
            record = _slotted(plain, names, frozen, eq)
            record.__init__ = _initialiser(record, names, vars(plain), frozen)
            return record

        return made

    def replace(record: Any, /, **changes: Any) -> Any:
        """As `dataclasses.replace`, for records."""
        kind = record.__class__
        values, places = _taken_apart(kind)
        kept = list(values(record))
        for name in [name for name in changes if name in places]:
            kept[places[name]] = changes.pop(name)
        return kind(*kept, **changes)


class _Made(NamedTuple):
    """A default that is made anew for each record."""

    factory: Callable[[], Any]


_MISSING = object()


@cache
def _taken_apart(kind: Any) -> tuple[Callable[[Any], tuple[Any, ...]], dict[str, int]]:
    """How to get at the values of a record, and the place of each by its name."""
    names: tuple[str, ...] = kind.__slots__
    places = {name: place for place, name in enumerate(names)}
    if len(names) < 2:  # of a single field, a getter gives no tuple
        return (lambda record: tuple([getattr(record, name) for name in names])), places
    return attrgetter(*names), places


def is_record(kind: type) -> bool:
    """Was the class made here?"""
    return "__dataclass_fields__" in vars(kind)


def names(kind: type) -> tuple[str, ...]:
    """The names of a record's fields, in order; without all else that `dataclasses.fields` finds out."""
    found: tuple[str, ...] = vars(kind)["__match_args__"]
    return found


class _Fields:
    """`__dataclass_fields__`, worked out by the standard library when somebody first asks."""

    def __init__(self, plain: type) -> None:
        self.plain = plain

    def __get__(self, instance: object, record: Any) -> dict[str, Field[Any]]:
        import dataclasses  # with all that it inspects takes longer to load than the nouns themselves

        for name, default in list(vars(self.plain).items()):
            if isinstance(default, _Made):
                setattr(self.plain, name, dataclasses.field(default_factory=default.factory))
        shown: Any = dataclasses.dataclass(init=False, repr=False, eq=False, match_args=False)(self.plain)
        record.__dataclass_fields__ = shown.__dataclass_fields__
        found: dict[str, Field[Any]] = shown.__dataclass_fields__
        return found


def _slotted(plain: type, names: tuple[str, ...], frozen: bool, eq: bool) -> Any:
    """The class anew, with slots for its fields and the methods that records share."""
    body = {name: value for name, value in vars(plain).items() if name not in (*names, "__dict__", "__weakref__")}
    body |= {"__slots__": names, "__match_args__": names, "__qualname__": plain.__qualname__}
    body |= {
        "__dataclass_fields__": _Fields(plain),
        "__repr__": _repr,
        "__reduce__": _again,
    }
    if frozen:
        body |= {"__setattr__": _no_assignment, "__delattr__": _no_deletion}
    if eq:
        values = _values(names)
        body |= {"__eq__": _equality(values), "__hash__": _hash(values) if frozen else None}
    return type(plain)(plain.__name__, plain.__bases__, body)


def _initialiser(record: Any, names: tuple[str, ...], given: Any, frozen: bool) -> Any:
    """`__init__` with the record's own names and defaults.

    A frozen record is opened, as one of a class with the same slots, and closed again when its values stand in them:
    that takes half the time of setting each past the guard of a closed one.
    """
    defaults: list[Any] = []
    space: dict[str, Any] = {"MISSING": _MISSING}
    factories = []
    for number, name in enumerate(names):
        default = given.get(name, _MISSING)
        if isinstance(default, _Made):
            factories.append(number)
            space[f"new{number}"] = default.factory
            default = _MISSING
        elif default is _MISSING:
            if defaults:
                raise TypeError(f"non-default field {name!r} follows one with a default")
            continue
        defaults.append(default)
    if frozen:
        kept = {"__orig_bases__": given["__orig_bases__"]} if "__orig_bases__" in given else {}
        opened = type(record)(record.__name__, record.__bases__, {"__slots__": names, **kept})
        space |= {"become": vars(object)["__class__"].__set__, "Open": opened, "Closed": record}
    code = _code(len(names), tuple(factories), hasattr(record, "__post_init__"), frozen)
    slots = {f"v{number}": name for number, name in enumerate(names)}
    own = code.replace(
        co_names=tuple([slots.get(name, name) for name in code.co_names]),
        co_varnames=tuple([slots.get(name, name) for name in code.co_varnames]),
        co_qualname=f"{record.__qualname__}.__init__",
    )
    return FunctionType(own, space, "__init__", tuple(defaults))


@cache
def _code(count: int, factories: tuple[int, ...], checked: bool, frozen: bool) -> CodeType:
    """The code of an `__init__` of so many fields: `v0` … are its arguments and the record's slots."""
    arguments = "".join(f", v{n}" for n in range(count))
    sets = [
        f"  self.v{n} = new{n}() if v{n} is MISSING else v{n}" if n in factories else f"  self.v{n} = v{n}"
        for n in range(count)
    ]
    if frozen:
        sets = ["  become(self, Open)", *sets, "  self.__class__ = Closed"]
    last = "  self.__post_init__()" if checked else "  pass"
    space: dict[str, Any] = {}
    exec("\n".join([f"def __init__(self{arguments}):", *sets, last]), space)
    code: CodeType = space["__init__"].__code__
    return code


def _values(names: tuple[str, ...]) -> Callable[[Any], Any]:
    """A record → its values, to compare them by."""
    return attrgetter(*names) if names else lambda record: ()


def _equality(values: Callable[[Any], Any]) -> Callable[[Any, Any], Any]:
    def __eq__(self: Any, other: Any) -> Any:  # noqa: N807
        if other is self:
            return True
        if other.__class__ is not self.__class__:
            return NotImplemented
        return values(self) == values(other)

    return __eq__


def _hash(values: Callable[[Any], Any]) -> Callable[[Any], int]:
    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(values(self))

    return __hash__


def _repr(self: Any) -> str:
    inner = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)
    return f"{self.__class__.__qualname__}({inner})"


def _no_assignment(self: Any, name: str, value: Any) -> None:
    raise _frozen(f"cannot assign to field {name!r}")


def _no_deletion(self: Any, name: str) -> None:
    raise _frozen(f"cannot delete field {name!r}")


def _frozen(message: str) -> Exception:
    from dataclasses import FrozenInstanceError

    return FrozenInstanceError(message)


def _again(self: Any) -> tuple[type, tuple[Any, ...]]:
    """How a copy is made, for `copy` and `pickle`: the class called with the values."""
    return self.__class__, tuple([getattr(self, name) for name in self.__slots__])
