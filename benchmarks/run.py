"""Times the program beside its peers, interleaved; prints medians and ratios to the raw python-pptx script."""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
# Installed packages are compiled when they are installed; a checkout is compiled by its first run, if it may.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def commands(content: Path, work: Path) -> dict[str, list[str]]:
    python = sys.executable
    briefing = shutil.which("briefing", path=str(Path(python).parent)) or "briefing"
    found = {
        "raw python-pptx": [python, str(HERE / "peers/raw_python_pptx.py"), str(content), str(work / "raw.pptx")],
        "briefing build": [briefing, "-q", "build", str(ROOT / "seeds"), "--output", str(work / "out")],
        "our export, cold": [python, str(HERE / "peers/from_frames.py"), str(content), str(work / "frames.pptx")],
    }
    if shutil.which("node") and (HERE / "peers/pptxgenjs/node_modules").is_dir():
        script = str(HERE / "peers/pptxgenjs/draw.mjs")
        found["PptxGenJS"] = ["node", script, str(content), str(work / "gen.pptx")]
    return found


def seconds(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    return time.perf_counter() - began


def warm(content: Path, runs: int) -> float:
    """Median of our export in a process that has drawn before, in seconds."""
    script = [sys.executable, str(HERE / "peers/from_frames.py"), str(content), "-", "--warm", str(runs)]
    return float(subprocess.run(script, check=True, capture_output=True, text=True).stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", type=Path, default=ROOT.parent / "shared/bench/content.json")
    parser.add_argument("--runs", type=int, default=15)
    options = parser.parse_args()
    if not options.content.is_file():
        sys.exit(f"no content file at {options.content}; name one with --content")
    with tempfile.TemporaryDirectory() as folder:
        timed = commands(options.content, Path(folder))
        times: dict[str, list[float]] = {name: [] for name in timed}
        for number in range(options.runs + 1):
            for name, command in timed.items():
                taken = seconds(command)
                if number:  # the first round warms the disk
                    times[name].append(taken)
    base = statistics.median(times["raw python-pptx"])
    print(f"{'':20}{'median ms':>10}{'min':>8}{'ratio':>8}   n = {options.runs}, interleaved, cold processes")
    for name, values in sorted(times.items(), key=lambda entry: statistics.median(entry[1])):
        middle = statistics.median(values)
        print(f"{name:20}{middle * 1000:10.0f}{min(values) * 1000:8.0f}{middle / base:8.2f}")
    middle = warm(options.content, options.runs)
    print(f"{'our export, warm':20}{middle * 1000:10.0f}{'':8}{middle / base:8.2f}")
    if "PptxGenJS" not in times:
        print("PptxGenJS left out: needs Node.js and `npm install` in benchmarks/peers/pptxgenjs")


if __name__ == "__main__":
    main()
