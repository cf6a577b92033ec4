"""The table of rules in, docs/checks.md out; after a change of the table:

python -m briefing.checks.handbook > docs/checks.md
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from briefing.checks.rules import RULES

_HEAD = """# What `briefing check` looks for

    briefing check DECK [--json | --sarif] [--fail-on error|warning] [--baseline FILE] [--write-baseline FILE]
    briefing check --rules [--json]

Works on any .pptx. Exit code 0: nothing that counts; 1: findings (errors, with `--fail-on warning` warnings too); 2:
the file was refused, or the command was wrong.

## What is refused

Before anything in a file is parsed, its directory is looked at, and then part by part what could harm who opens it. One
line says what it is, and nothing else is done: files that are no deck, old or password-protected ones, archives that
are damaged, unpack to more than 512 MB or hold XML parts over 32 MB, parts of one name, names that reach out of the
file, links to other files, DOCTYPEs, encodings other than UTF-8, XML of 300,000 tags or nested over 96 deep, macros,
templates, Strict Open XML, parts kept outside the file (but for films that play online), links that run a program,
relationships that lead nowhere, a deck without master, layouts or size, pictures of more than 150 megapixels.

## How to live with findings

`--write-baseline accepted.json` writes a file that accepts all of today's findings; with `--baseline accepted.json`
only new ones count. A finding keeps its fingerprint when its slide moves: it is made of the rule, the slide's title and
the shape. `--sarif` writes a SARIF 2.1.0 log, in which accepted findings are suppressed.

## The rules

A rule has two levels: in decks of anybody, and in decks that were made here, which keep to more (“ours”). `briefing
build` refuses to write a deck in which one of its rules finds an error. A dash: not judged.
"""

_FAMILIES = {
    "package": "The file",
    "file": "What was left in the file",
    "deck": "Slides, titles, placeholders",
    "fit": "Text in its place",
    "alt": "For those who do not see the slide",
    "font": "One look",
    "citation": "Evidence, in decks that carry their briefing",
}
_OF = {
    "slide": "deck", "title": "deck", "placeholder": "deck", "furniture": "deck", "name": "deck", "key": "deck",
    "notes": "deck", "text": "deck", "layout": "fit", "contrast": "fit", "table": "alt", "order": "alt", "lang": "alt",
    "link": "alt", "style": "font", "picture": "font", "chart": "font", "connector": "font", "tracing": "citation",
}  # fmt: skip


def page() -> str:
    """The whole page, Markdown."""
    return _HEAD + "".join(f"\n### {title}\n\n{''.join(rows)}" for title, rows in _tables())


def _tables() -> Iterator[tuple[str, list[str]]]:
    head = "| rule | any deck | ours | why it matters | how to mend it |\n|---|---|---|---|---|\n"
    families = list(_FAMILIES)
    ordered = sorted(RULES.values(), key=lambda rule: families.index(_family(rule.id)))
    for family, rules in groupby(ordered, key=lambda rule: _family(rule.id)):
        rows = [
            f"| `{rule.id}` | {rule.level or '–'} | {rule.own or '–'} | {rule.why} | {rule.remedy} |\n"
            for rule in rules
        ]
        yield _FAMILIES[family], [head, *rows]


def _family(rule: str) -> str:
    first = rule.partition(".")[0]
    return _OF.get(first, first)


if __name__ == "__main__":
    print(page(), end="")
