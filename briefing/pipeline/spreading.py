"""A function and items go in, its results come out in the items' order: worked out in several processes."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack
from typing import Any, TypeVar

from briefing.beside import beside

Item = TypeVar("Item")
Result = TypeVar("Result")


def spread(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    sizes: Sequence[int],
    number: int,
    done: Callable[[int], None],
) -> list[Result]:
    """One result for each item. sizes: how long each takes, in any unit. number: of processes, this one among them.

    done: told how many are done, as far as this process knows. Each process gets as much to do as the others.
    """
    shares = _shares(sizes, max(1, min(number, len(items))))
    found: dict[int, Result] = {}
    with ExitStack() as copies:
        talks = [copies.enter_context(beside(_share, function, [items[n] for n in share])) for share in shares[1:]]
        for talk in talks:
            talk.tell(None)  # that nothing more is wanted: a copy takes a moment to end
        for number, place in enumerate(shares[0], 1):
            found[place] = function(items[place])
            done(number * len(items) // len(shares[0]))
        for talk, share in zip(talks, shares[1:], strict=True):
            found.update(zip(share, talk.hear(), strict=True))
    return [found[place] for place in range(len(items))]


def _share(function: Callable[[Any], Any], items: Sequence[Any]) -> Generator[list[Any], None, None]:
    yield [function(item) for item in items]


def _shares(sizes: Sequence[int], number: int) -> list[list[int]]:
    """The places of the sizes, put into so many heaps of about the same sum: the largest first, to the lowest heap.

    The highest heap of all comes first: it is for this process, which need not be copied nor send what it finds.
    """
    heaps: list[list[int]] = [[] for _ in range(number)]
    sums = [0] * number
    for place in sorted(range(len(sizes)), key=lambda place: -sizes[place]):
        lowest = sums.index(min(sums))
        heaps[lowest].append(place)
        sums[lowest] += sizes[place]
    return [sorted(heaps[heap]) for heap in sorted(range(number), key=lambda heap: -sums[heap])]
