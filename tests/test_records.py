"""Records look like dataclasses to everybody: same calls, same comparisons, same words when printed."""

import copy
import dataclasses
from dataclasses import FrozenInstanceError, fields, is_dataclass, replace

import pytest

from briefing.model import records
from briefing.model.records import dataclass, field


class Plain:
    """A parcel."""

    name: str
    weight: float = 1.5
    marks: tuple[str, ...] = ()
    notes: list[str]

    def heavy(self) -> bool:
        return self.weight > 10


def twin(decorate, anew, **options):
    body = dict(vars(Plain), __qualname__="Parcel", notes=anew(default_factory=list))
    return decorate(slots=True, **options)(type("Parcel", (), body))


@pytest.fixture(params=[{"frozen": True}, {"frozen": False}, {"frozen": True, "eq": False}], ids=str)
def twins(request):
    """The same class made here and by the standard library."""
    return twin(dataclass, field, **request.param), twin(dataclasses.dataclass, dataclasses.field, **request.param)


@pytest.mark.parametrize(
    ("values", "named"),
    [(("box",), {}), (("box", 12), {"marks": ("a",)}), ((), {"name": "bag", "notes": ["fragile"]})],
)
def test_the_same_calls_make_records_that_print_alike(twins, values, named):
    mine, standard = (kind(*values, **named) for kind in twins)
    assert repr(mine) == repr(standard)
    assert mine.heavy() == standard.heavy()
    assert [getattr(mine, p.name) for p in fields(mine)] == [getattr(standard, part.name) for part in fields(mine)]


@pytest.mark.parametrize(
    ("values", "named"), [((), {}), (("a", 1, (), [], 5), {}), (("a",), {"size": 3}), (("a",), {"name": "b"})]
)
def test_wrong_calls_are_type_errors(twins, values, named):
    for kind in twins:
        with pytest.raises(TypeError):
            kind(*values, **named)


def test_comparing_and_hashing(twins):
    for kind in twins:
        same = kind("box") == kind("box")
        assert same is (kind.__eq__ is not object.__eq__)
        assert kind("box") != kind("bag")
        assert kind("box") != ("box", 1.5, (), [])
    assert twins[0]("box") != twins[1]("box")


def test_hashes_of_frozen_records():
    kind = twin(dataclass, field, frozen=True)
    assert hash(kind("box", 2, (), ())) == hash(kind("box", 2, (), ()))
    with pytest.raises(TypeError):
        hash(twin(dataclass, field)("box"))


def test_frozen_records_stay_as_they_are():
    box = twin(dataclass, field, frozen=True)("box")
    with pytest.raises(FrozenInstanceError):
        box.name = "bag"
    with pytest.raises(FrozenInstanceError):
        del box.name
    loose = twin(dataclass, field)("box")
    loose.name = "bag"
    assert loose.name == "bag"


def test_a_record_is_of_its_own_class(twins):
    kind, _ = twins
    assert type(kind("box")) is kind
    assert type(copy.deepcopy(kind("box"))) is kind


def test_what_the_standard_library_offers_for_dataclasses(twins):
    kind, standard = twins
    assert is_dataclass(kind)
    assert is_dataclass(kind("box"))
    assert [(part.name, part.type, part.default) for part in fields(kind)] == [
        (part.name, part.type, part.default) for part in fields(standard)
    ]
    assert repr(replace(kind("box"), weight=3)) == repr(replace(standard("box"), weight=3))
    assert kind.__match_args__ == standard.__match_args__
    assert repr(copy.copy(kind("box"))) == repr(standard("box"))
    assert not hasattr(kind("box"), "__dict__")


def test_replacing_some_values(twins):
    kind, standard = twins
    box = kind("box", 2)
    changed = records.replace(box, weight=3, marks=("a",))
    assert repr(changed) == repr(replace(standard("box", 2), weight=3, marks=("a",)))
    assert box.weight == 2
    with pytest.raises(TypeError):
        records.replace(box, size=3)


def test_each_record_has_its_own_default_list():
    kind = twin(dataclass, field)
    kind("box").notes.append("fragile")
    assert kind("box").notes == []


def test_a_record_may_check_itself():
    @dataclass(frozen=True, slots=True)
    class Span:
        start: int
        end: int

        def __post_init__(self) -> None:
            if self.start > self.end:
                raise ValueError("ends before it begins")

    assert Span(1, 2).end == 2
    with pytest.raises(ValueError, match="ends before"):
        Span(2, 1)


def test_fields_without_a_default_come_first():
    with pytest.raises(TypeError, match="non-default"):

        @dataclass(frozen=True, slots=True)
        class _Wrong:
            size: int = 1
            name: str
