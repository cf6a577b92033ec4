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
    "germany|ghent|google|harbinger|india|investors|linear|linkedin|london|luxembourg|meta|momenta|nice|nominal|orange|oregon|paris|"
    "rust|singapore|square|stripe|sweden|tempo|the company|its deals|vibe|bavaria|figure|japan|marina|norway|poland|"
    "portugal|shell|target|telangana|united kingdom|visa|athens|bell|denmark|dove|entrust|francisco|greece|index|"
    "insight|pivot|marco|secondly|caisse|karnataka|netherlands|origin|ramp|sierra|ukraine|warsaw".split("|")
)

# News agencies and houses of research that articles on any company cite: in small letters they tell holders apart.
CITED = frozenset({"gartner", "reuters", "tracxn"})


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


def trap_names(folder: Path) -> set[str]:
    """Whoever the trap articles name: their subjects and all who stand in their answers."""
    found: set[str] = set()
    for path in sorted(folder.glob("[0-9]*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        found |= {case["subject"], *names(case["expected"] | {"distractors": case.get("must_not", [])})}
    return {name for name in found if len(name) > 3 and name[0].isupper() and name.lower() not in ORDINARY}


def matching(wanted: set[str]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(wanted, key=len, reverse=True))) + r")(?!\w)")


def all_names(shared: Path) -> set[str]:
    folders = [shared / "corpus" / "mistral", *sorted((shared / "corpus" / "dev").glob("*/"))]
    folders += sorted((ROOT / "tests" / "corpora").glob("*/"))
    wanted = corpus_names([folder for folder in folders if (folder / "gold.json").is_file()])
    assert len(wanted) > 100
    return wanted | trap_names(ROOT / "tests" / "corpora" / "traps")


def test_no_name_of_the_corpora_stands_in_a_lexicon_in_small_letters(shared: Path) -> None:
    """Lexicons are written in small letters, so that a name would be, too."""
    pattern = matching({name.lower() for name in all_names(shared)} - CITED)
    hits = [
        f"{path.relative_to(ROOT)}:{number}: {match[0]}"
        for path in sorted((ROOT / "briefing").rglob("lexicon/*.toml"))
        for number, line in enumerate(path.read_text(encoding="utf-8").lower().splitlines(), 1)
        for match in pattern.finditer(line)
    ]
    assert not hits


def test_no_name_of_the_corpora_stands_in_code_or_lexicon(shared: Path) -> None:
    pattern = matching(all_names(shared))
    stages = [ROOT / "briefing" / name for name in ("sources", "claims", "reconcile", "slides", "audiences", "checks")]
    rules = [path for stage in stages for path in stage.rglob("*") if path.suffix in (".py", ".toml", ".json")]
    hits = [
        f"{path.relative_to(ROOT)}:{number}: {match[0]}"
        for path in rules
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        for match in pattern.finditer(line)
    ]
    assert not hits
