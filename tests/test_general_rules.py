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
    "insight|pivot|marco|alder|estonia|ottawa|mila|secondly|caisse|karnataka|netherlands|origin|ramp|sierra|ukraine|warsaw|"
    "best|brest|carrier|chevron|exact|yuki|kentucky|redwood|rotterdam|barcelona|indiana".split("|")
)

# News agencies and houses of research that articles on any company cite: in small letters they tell holders apart.
CITED = frozenset({"dealroom", "gartner", "reuters", "tracxn"})


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
    corpora = ROOT / "tests" / "corpora"
    return wanted | trap_names(corpora / "traps") | trap_names(corpora / "traps2")


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


# Runs of words that are language, or a fixed form of it, however often texts hold them.
SET_PHRASES = frozenset({"this press release contains forward-looking statements that involve risks and uncertainties"})
SPOKEN = re.compile(r"[^\W_][\w&]*(?:[.,'’-][^\W_]\w*)*")
RULE_RUN, TEST_RUN = 7, 11  # words in a row: tests may ask with short sentences of the language of finance


def words_in(text: str) -> list[str]:
    """The words in small letters, one by one: "€12.5 million, it said" gives 12.5, million, it, said."""
    return [word.replace("’", "'") for word in SPOKEN.findall(text.lower())]


def corpus_texts(shared: Path) -> list[str]:
    paths = [*(shared / "corpus").rglob("*.txt"), *(ROOT / "tests" / "corpora").rglob("*.txt")]
    assert len(paths) > 100
    return [path.read_text(encoding="utf-8") for path in sorted(paths)]


def runs(words: list[str], length: int) -> Iterator[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(length)), strict=False)


def borrowed(texts: list[str], written: dict[str, str], length: int) -> list[str]:
    """Where something written shares so many words in a row with one of the texts: "file: words"."""
    known = {run for text in texts for run in runs(words_in(text), length)}
    return [
        f"{where}: {' '.join(run)}"
        for where, text in written.items()
        for run in runs(words_in(text), length)
        if run in known and " ".join(run) not in SET_PHRASES
    ]


def written_in(*folders: Path) -> dict[str, str]:
    """Code, comments, docstrings and lexicons of the folders; the corpora under tests are what is looked for."""
    return {
        str(path.relative_to(ROOT)): path.read_text(encoding="utf-8")
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".py", ".toml") and "corpora" not in path.relative_to(ROOT).parts
    }


def test_words_in_a_row_of_a_corpus_are_found_in_a_comment() -> None:
    text = 'The harbour said on Monday: "Our cranes lift 12.5 tonnes an hour, come rain or shine."'
    comment = {"a.py": "return 1  # “cranes lift\n    # 12.5 tonnes an hour, come rain”, told of cranes"}
    assert borrowed([text], comment, 8) == ["a.py: cranes lift 12.5 tonnes an hour come rain"]
    assert not borrowed([text], {"a.py": comment["a.py"].replace("12.5", "13")}, 8)


def test_no_run_of_words_of_the_corpora_stands_in_code_or_lexicon(shared: Path) -> None:
    assert not borrowed(corpus_texts(shared), written_in(ROOT / "briefing"), RULE_RUN)


def test_no_run_of_words_of_the_corpora_stands_in_a_test(shared: Path) -> None:
    assert not borrowed(corpus_texts(shared), written_in(ROOT / "tests"), TEST_RUN)


PROPER = re.compile(r"(?<!\w)[^\W\d_][\w’'-]*\w")
# Places, languages and other words with a capital letter that no corpus happens to have in small ones.
CAPITALISED = frozenset(
    "Agence Arctic Bazaar Berliner Boulder Bristol Chile Coastal Flemish Glasgow Jahren Karnataka Kapital Kenya Kenyan "
    "Nairobi Newcastle Nigeria Oxford Patrick Queensland Quill Relay Scottish Série Stein Sydney Tanzania Therapeutics "
    "Ticker Uganda Investimentos Vancouver Pumps Orchard".split()
)


def bare(word: str) -> str:
    return re.sub(r"['’]s$", "", word)


def own_words(shared: Path) -> set[str]:
    """The words that one corpus alone writes, often, with a capital inside sentences, and none in small letters."""
    corpora: dict[str, set[str]] = {}
    count: dict[str, int] = {}
    small: set[str] = set()
    inside: set[str] = set()
    for path in sorted([*(shared / "corpus").rglob("*.txt"), *(ROOT / "tests" / "corpora").rglob("*.txt")]):
        text = path.read_text(encoding="utf-8")
        for match in PROPER.finditer(text):
            word = bare(match[0])
            if not word[0].isupper():
                small.add(word.lower())
                continue
            corpora.setdefault(word, set()).add(path.parent.name)
            count[word] = count.get(word, 0) + 1
            before = text[max(0, match.start() - 2) : match.start()]
            if before[1:] == " " and (before[0].islower() or before[0] == ","):
                inside.add(word)
    return {
        word
        for word in inside - CAPITALISED
        if len(word) > 4 and not word.isupper() and count[word] > 2 and len(corpora[word]) == 1
        if word.lower() not in small and word.lower() not in ORDINARY
    }


def test_no_word_that_one_corpus_alone_uses_as_a_name_stands_in_code_or_test(shared: Path) -> None:
    wanted = own_words(shared)
    assert len(wanted) > 200
    hits = {
        f"{where}: {bare(match[0])}"
        for where, text in written_in(ROOT / "briefing", ROOT / "tests").items()
        if where != "tests/test_general_rules.py"
        for match in PROPER.finditer(text)
        if bare(match[0]) in wanted
    }
    assert not hits
