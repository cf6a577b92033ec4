"""Font files in, the shipped advance tables out. Run by hand when a face is added:

    python -m briefing.measure.collect "Liberation Sans" "SIL OFL 1.1" Regular.ttf Bold.ttf > faces/arial.json

Advance widths are facts about a face, no part of its outlines; the file names the face they were read from.
"""

from __future__ import annotations

import json
import sys
from itertools import groupby

from briefing.measure.sfnt import read_advances

# Latin, Greek, Cyrillic, Hebrew, Arabic, their extensions, punctuation, currency, arrows, mathematics, shapes.
_KEPT = (
    (0x20, 0x7E),
    (0xA0, 0x52F),
    (0x590, 0x6FF),
    (0x1E00, 0x1EFF),
    (0x2000, 0x23FF),
    (0x25A0, 0x26FF),
    (0xFB00, 0xFB4F),
)


def table(path: str) -> dict[str, object]:
    """{"units": n, "runs": {first code point in hex: [advances of it and the points that follow]}}."""
    with open(path, "rb") as file:
        advances = read_advances(file.read(), path)
    points = [point for low, high in _KEPT for point in range(low, high + 1) if point in advances.widths]
    runs: dict[str, list[int]] = {}
    for _, group in groupby(enumerate(points), key=lambda pair: pair[1] - pair[0]):
        run = [point for _, point in group]
        runs[f"{run[0]:x}"] = [advances.widths[point] for point in run]
    return {"units": advances.units, "runs": runs}


def main(arguments: list[str]) -> None:
    family, licence, regular, bold = arguments
    document = {"origin": family, "licence": licence, "regular": table(regular), "bold": table(bold)}
    sys.stdout.write(json.dumps(document, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
