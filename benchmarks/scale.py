"""Times extraction and reconciling over 250 to 2,000 generated articles (about 8 kB each, many origins), one core.

The articles mix the example sources' paragraphs with sentences of a small grammar: other outlets, other dates, other
figures. Prints seconds, milliseconds an article, peak memory, and the growth: how many times as long an article takes
as in the smallest run. A straight line has growth 1 throughout.
"""

from __future__ import annotations

import argparse
import gc
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

FIRST = tuple("Harbor Granite Cedar Orion Lantern Summit Willow Beacon Copper Falcon Juniper Meridian Raven".split(" "))
SECOND = tuple("Capital Ventures Partners Systems Robotics Bank Logistics Motors Energy Media Labs Foods".split(" "))
PEOPLE = ("Ana Duarte", "Jonas Keller", "Mira Osei", "Tom Haley", "Lena Fors", "Ravi Menon", "Sofia Conti")
MONTHS = tuple("January February March April May June July August September October November December".split(" "))
ROUNDS = ("seed round", "Series A", "Series B", "Series C", "debt facility", "Series D extension")
SENTENCES = [
    "{subject} raised ${amount} million in a {round} in {month} {year} led by {org}, joined by {org2} and {org3}.",
    "According to {org} Daily, {subject} signed a deal with {org2} to deploy its models across {count} sites.",
    "{person}, an analyst at {org}, said the market could double by {year}.",
    "{subject} said it now serves more than {count} customers, up from {amount} a year earlier.",
    "{org} acquired {org2} for ${amount} million in {month} {year}.",
    "The company is in talks to raise about ${amount} million, people familiar with the matter told {org} News.",
    '"We are building for the long run," {person} added, without giving figures.',
    "Unlike {org}, which runs a closed service, {subject} lets customers host its software themselves.",
]


def words(rng: random.Random) -> dict[str, str]:
    names = [f"{rng.choice(FIRST)} {rng.choice(SECOND)}" for _ in range(3)]
    return {
        "subject": rng.choice(["Mistral AI", "Mistral", "The company"]),
        "org": names[0],
        "org2": names[1],
        "org3": names[2],
        "person": rng.choice(PEOPLE),
        "amount": str(rng.randint(2, 900)),
        "count": f"{rng.randint(20, 40_000):,}",
        "round": rng.choice(ROUNDS),
        "month": rng.choice(MONTHS),
        "year": str(rng.randint(2021, 2026)),
    }


def article(rng: random.Random, paragraphs: list[str]) -> str:
    body = []
    while sum(map(len, body)) < 8000:
        if rng.random() < 0.4:
            body.append(rng.choice(paragraphs))
        else:
            body.append(" ".join(rng.choice(SENTENCES).format(**words(rng)) for _ in range(rng.randint(3, 7))))
    return "\n".join(
        [f"{rng.choice(FIRST)} {rng.choice(SECOND)} and Mistral AI: what {rng.choice(MONTHS)} changed", *body]
    )


def generate(folder: Path, number: int) -> int:
    """Write `number` articles; their size in bytes."""
    rng = random.Random(number)
    seeds = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    paragraphs = [line for text in seeds for line in text.splitlines() if len(line) > 200]
    size = 0
    for n in range(number):
        text = article(rng, paragraphs)
        (folder / f"{n:04}.txt").write_text(text, encoding="utf-8")
        size += len(text.encode())
    return size


def once(folder: Path) -> None:
    """Extract one folder in this process, as `briefing extract` does, and say what it took."""
    from briefing import pipeline

    gc.set_threshold(300_000, 20, 50)  # the command line, too, seldom looks for garbage: next to none is made
    began = time.process_time()
    found = pipeline.extract(folder)
    taken = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{taken:.2f} {peak:.0f} {len(found.briefing.claims)} {len(found.briefing.origins)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[250, 500, 1000, 2000])
    parser.add_argument("--once", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.once:
        once(options.once)
        return
    print(f"{'articles':>9}{'MB':>7}{'seconds':>9}{'ms each':>9}{'growth':>8}{'peak MB':>9}{'claims':>9}{'origins':>9}")
    least = 0.0
    for number in options.sizes:
        with tempfile.TemporaryDirectory() as name:
            size = generate(Path(name), number)
            command = [sys.executable, __file__, "--once", name]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            taken, peak, claims, origins = done.stdout.split()
            each = 1000 * float(taken) / number
            least = least or each
            shown = f"{number:9}{size / 1e6:7.1f}{float(taken):9.1f}{each:9.1f}{each / least:8.2f}"
            print(f"{shown}{peak:>9}{claims:>9}{origins:>9}", flush=True)


if __name__ == "__main__":
    main()
