"""The rules are about language: no company, investor, product or person of the measuring material stands in them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

# Names that are words of the language or places, too: a lexicon may hold them as such.
ORDINARY = frozenset(
    "arc|block|box|bridge|canada|canvas|clay|company|compute|deals|disruptive|dublin|eclipse|edge|europe|forge|france|"
    "germany|google|harbinger|india|investors|linear|linkedin|london|luxembourg|meta|momenta|nice|nominal|orange|oregon|paris|"
    "rust|singapore|square|stripe|sweden|tempo|the company|its deals|vibe".split("|")
)


def names(gold: dict[str, Any]) -> Iterator[str]:
    for part in ("funding", "funding_events", "relationships", "other_entities", "products", "distractors"):
        for entry in gold.get(part, []):
            yield entry.get("name", "") if part != "funding_events" else ""
            for key in ("names", "lead", "participants", "aliases"):
                value = entry.get(key) or []
                yield from value if isinstance(value, list) else [value]
    yield gold.get("subject", {}).get("name", "")
    for group in gold.get("entity_aliases", []):
        yield from group


def corpus_names(folders: list[Path]) -> set[str]:
    found: set[str] = set()
    for folder in folders:
        gold = json.loads((folder / "gold.json").read_text())
        found |= {re.sub(r"\s*\(.*?\)", "", name).strip() for name in names(gold) if isinstance(name, str)}
    return {name for name in found if len(name) > 3 and name[0].isupper() and name.lower() not in ORDINARY}


def test_no_name_of_the_corpora_stands_in_code_or_lexicon(shared: Path) -> None:
    folders = [shared / "corpus" / "mistral", *sorted((shared / "corpus" / "dev").glob("*/"))]
    folders += sorted((ROOT / "tests" / "corpora").glob("*/"))
    wanted = corpus_names([folder for folder in folders if (folder / "gold.json").is_file()])
    assert len(wanted) > 100
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(wanted, key=len, reverse=True))) + r")(?!\w)")
    stages = [ROOT / "briefing" / name for name in ("sources", "claims", "reconcile", "slides", "audiences", "checks")]
    rules = [path for stage in stages for path in stage.rglob("*") if path.suffix in (".py", ".toml", ".json")]
    hits = [
        f"{path.relative_to(ROOT)}:{number}: {match[0]}"
        for path in rules
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        for match in pattern.finditer(line)
    ]
    assert not hits
