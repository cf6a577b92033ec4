"""Times `briefing check` in one process, warm: a deck of twelve slides and one of 300, beside opening and reading them.

The small deck is the CTO's from the example sources; the large one is made on the fly of its slides, again and again
with titles of their own. Prints medians, the milliseconds a slide, and ratios to what python-pptx takes to open the
same file and walk over its shapes.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from pptx import Presentation

from briefing import checks, pipeline
from briefing.exports import pptx
from briefing.model.frame import Deck
from briefing.model.records import replace
from briefing.pipeline import checking

ROOT = Path(__file__).resolve().parent.parent


def decks(slides: int) -> dict[str, bytes]:
    """The deck as it is, and repeated up to `slides`."""
    look, reader = pipeline.theme("boardroom", ROOT), pipeline.audience("cto", ROOT)
    deck, data, _ = pipeline.draw(pipeline.extract(ROOT / "seeds"), reader, look)
    return {f"{len(deck.frames)} slides": data, f"{slides} slides": pptx.write(repeated(deck, slides), look)}


def repeated(deck: Deck, slides: int) -> Deck:
    """Frames again and again, with keys and titles of their own, without links between them."""
    frames = []
    for number in range(slides):
        frame = deck.frames[number % len(deck.frames)]
        marks = tuple(
            replace(mark, link=None) if getattr(mark, "link", None) is not None and mark.link.slide else mark
            for mark in frame.marks
        )
        frames.append(replace(frame, key=f"{frame.key}-{number}", marks=marks))
    return replace(deck, frames=tuple(frames))


def walked(data: bytes) -> int:
    """What any checker does at least: open the file and touch the text of every shape."""
    import io

    return sum(
        len(shape.text_frame.text)
        for slide in Presentation(io.BytesIO(data)).slides
        for shape in slide.shapes
        if shape.has_text_frame
    )


def timed(work: dict[str, Callable[[], object]], runs: int) -> dict[str, float]:
    """Median milliseconds of each, interleaved."""
    taken: dict[str, list[float]] = {name: [] for name in work}
    for run in range(runs + 1):
        for name, call in work.items():
            began = time.perf_counter()
            call()
            if run:  # the first warms
                taken[name].append((time.perf_counter() - began) * 1000)
    return {name: statistics.median(values) for name, values in taken.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--slides", type=int, default=300)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    gc.set_threshold(300_000, 20, 50)  # as the command does
    print(f"{'':12}{'':24}{'ms':>8}{'ms/slide':>10}{'ratio':>8}   median of {options.runs}, warm, interleaved")
    with tempfile.TemporaryDirectory() as folder:
        for name, data in decks(options.slides).items():
            path = Path(folder) / "deck.pptx"
            path.write_bytes(data)
            count = int(name.split()[0])
            runs = options.runs if count < 50 else max(options.runs // 3, 1)
            work: dict[str, Callable[[], object]] = {
                "python-pptx walks": lambda data=data: walked(data),  # type: ignore[misc]
                "gate": lambda data=data: pptx.admit(data),  # type: ignore[misc]
                "gate and reading": lambda data=data: pptx.read_deck(data),  # type: ignore[misc]
                "rules for the file": lambda data=data: list(_file(data)),  # type: ignore[misc]
                "whole check": lambda path=path: checking.check(path),  # type: ignore[misc]
            }
            found = timed(work, runs)
            for what, middle in found.items():
                share = middle / found["python-pptx walks"]
                print(f"{name:12}{what:24}{middle:8.0f}{middle / count:10.1f}{share:8.2f}")


def _file(data: bytes) -> object:
    package = pptx.admit(data)
    return checks.check_package(package, Deck("", "", "", ()))


if __name__ == "__main__":
    main()
