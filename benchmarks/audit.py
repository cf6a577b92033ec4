"""Times `briefing audit`, and with --mutants changes each statement of each deck one at a time to see it found.

Without options: the twelve slides of the example deck, warm and untouched, then with one figure changed; the deck
without anything it carries, made again from its briefing; 300 slides. With --mutants SHARE (1 for all, some ten minutes
on three cores): how many of the changed decks are caught, at the right slide and shape and with the right "was".
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from multiprocessing import Pool
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from briefing import audit, pipeline  # noqa: E402
from briefing.exports import json, pptx  # noqa: E402
from briefing.pipeline import auditing  # noqa: E402
from tests.audit.mutants import Mutant, caught, mutants  # noqa: E402
from tests.audit.saving import repeated, stripped  # noqa: E402

AUDIENCES = ("cto", "ceo", "board", "investor", "procurement", "security")


def milliseconds(work: Callable[[], object], runs: int) -> float:
    """The median; the first run warms up."""
    taken = []
    for _ in range(runs + 1):
        began = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - began))
    return statistics.median(taken[1:])


def times(deck: Path, model: Path, folder: Path, runs: int) -> None:
    data = deck.read_bytes()
    changed, bare, large = folder / "changed.pptx", folder / "bare.pptx", folder / "large.pptx"
    first: Mutant = next(one for one in mutants(data, []) if one.kind == "number" and one.slide > 1)
    changed.write_bytes(first.data)
    bare.write_bytes(stripped(data))
    large.write_bytes(repeated(data, 300))
    slides = len(pptx.read_pages(data).pages)
    for name, work in (
        (f"{slides} slides, as they left", lambda: auditing.audit(deck)),
        (f"{slides} slides, every statement listed", lambda: auditing.audit(deck, every=True)),
        (f"{slides} slides, one figure changed", lambda: auditing.audit(changed)),
        (f"{slides} slides, nothing carried, --model", lambda: auditing.audit(bare, model)),
        ("300 slides, as they left", lambda: auditing.audit(large)),
    ):
        print(f"{name:<42} {milliseconds(work, runs if '300' not in name else 3):7.0f} ms")


def hunt(task: tuple[Path, float, bool]) -> tuple[str, Counter[str], list[str]]:
    """Every change (or a share of them) to one deck: what was changed, and what was missed."""
    path, share, bare = task
    data = path.read_bytes()
    deck = pptx.read_pages(data)
    briefing = json.load(deck.model)
    library = audit.Library(briefing, auditing.SourceGrammar(), {})
    names = [tie.name for tie in briefing.relationships if len(tie.name) > 3] + [one.name for one in briefing.people]
    chance, kinds, missed = random.Random(1), Counter[str](), []
    for mutant in mutants(stripped(data, "Shape") if bare else data, names, lambda: chance.random() < share):
        kinds[mutant.kind] += 1
        report = audit.audit(pptx.read_pages(mutant.data).pages, deck.left, library)
        if not caught(mutant, report, named=not bare):
            found = [f"{item.shape}: {item.verdict} {item.text!r}, was {item.was!r}" for item in report.findings[:3]]
            missed.append(
                f"{path.stem}, slide {mutant.slide}, {mutant.shape}: {mutant.was!r} → {mutant.now!r}; {found}"
            )
    return path.stem, kinds, missed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=Path, default=ROOT / "seeds")
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--mutants", type=float, default=0.0, metavar="SHARE")
    parser.add_argument("--bare", action="store_true", help="change decks that another program has saved")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for reader in AUDIENCES if options.mutants else AUDIENCES[:1]:
            pipeline.build(options.seeds, reader, output=folder)
        decks = sorted(folder.glob("*.pptx"))
        if not options.mutants:
            times(decks[0], next(folder.glob("*.json")), folder, options.runs)
            return
        total, missed = Counter[str](), []
        with Pool(3) as pool:
            for stem, kinds, lost in pool.imap_unordered(
                hunt, [(deck, options.mutants, options.bare) for deck in decks]
            ):
                print(f"{stem}: {kinds.total()} changes, {len(lost)} missed", flush=True)
                total += kinds
                missed += lost
        print("\n".join(missed))
        print(f"{total.total()} changes, {len(missed)} missed: {dict(total)}")


if __name__ == "__main__":
    main()
