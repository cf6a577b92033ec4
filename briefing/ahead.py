"""That a build is wanted goes in, talks come out with copies of this process that load meanwhile what it begins with.

A build is a line of stages, and each takes a while to load what it works with. So before it is even known of what
folder, a copy loads what reads sources, and another the grammars; while that one extracts, this process loads what
reconciles and draws. What only one of them needs is imported where it works: the others would have to wait for it.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from briefing import files
from briefing.beside import Talk, beside, processors
from briefing.pipeline.evidence import Read, Stated, read_settings, read_sources, stated

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.settings import Settings

_QUICK = (".txt", ".text", ".md", ".markdown")
_MUCH = 200_000  # bytes: what takes more than a second is to show its progress


class Ahead:
    """What a build to come has begun: a talk with `reading`, and one with `finding` that listens to it."""

    def __init__(self, reads: Talk, finds: Talk) -> None:
        self._reads, self._finds = reads, finds

    def tell(self, seeds: Path) -> None:
        """The folder of sources is known now."""
        self._reads.tell(seeds)
        self._finds.tell(seeds)

    def hear(self) -> tuple[Read, Settings, Stated] | None:
        """What was read in the folder, and what it states; None where that is too much to be done in silence."""
        self._finds.hear()  # that it is ready
        found: tuple[Read, Settings, Stated] | None = self._finds.hear()
        for talk in (self._reads, self._finds):
            talk.tell(None)  # that nothing more is wanted: a copy takes a moment to end
        return found


@contextmanager
def begun() -> Iterator[Ahead | None]:
    """What a build may have begun before it is known of what; nothing where there is one processor for all."""
    if processors() < 2:
        yield None
        return
    with beside(reading) as reads, beside(finding, reads) as finds:
        yield Ahead(reads, finds)


def reading() -> Generator[Any, Any, None]:
    """When ready, None; for a folder, its sources and settings, or None where there is more than a moment's work."""
    from briefing import sources

    sources.load()
    seeds = yield None
    settings = read_settings(seeds)
    listed = files.find_sources(seeds)
    quick = all(file.path.suffix.lower() in _QUICK for file in listed)
    quick = quick and sum(file.path.stat().st_size for file in listed) < _MUCH
    yield (read_sources(seeds, settings, listed=listed), settings) if quick else None


def finding(reads: Talk) -> Generator[Any, Any, None]:
    """When ready, None; for a folder told to `reads` as well, what that read and what it states, or None as that."""
    from briefing import claims  # noqa: F401

    reads.overhear((yield None))
    reads.hear()  # that it is ready
    heard = reads.hear()
    yield heard and (*heard, stated(heard[0][0], heard[1], split=True))
