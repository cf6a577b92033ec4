"""The JSON Schema of theme.toml out, for editors that complete and check while one types."""

from __future__ import annotations

from typing import Any

from briefing.model.theme import SLOTS
from briefing.theming.reading import TABLES

_SLOT_MEANING = {
    "dk1": "Dark ink: text of a light theme, canvas of a dark one",
    "lt1": "Light paper: canvas of a light theme, text of a dark one",
    "dk2": "Secondary text of a light theme, surfaces of a dark one",
    "lt2": "Surfaces of a light theme, secondary text of a dark one",
    "accent1": "The brand accent; standing: reported",
    "accent2": "Standing: corroborated",
    "accent3": "Standing: company-stated, target, planned",
    "accent4": "Standing: rumoured",
    "accent5": "Standing: disputed",
    "accent6": "Hairlines, never text",
    "hlink": "Links",
    "folHlink": "Visited links",
}


def schema() -> dict[str, Any]:
    """JSON Schema 2020-12. Unknown keys are errors, as they are for the program."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "theme.toml of briefing",
        "description": "How a deck looks: colours by slot, fonts, logo, footer, and the template it is built onto.",
        **_table(
            {
                "name": _text("The folder's name, as given to --theme"),
                "label": _text("The name shown to people"),
                "description": _text("One line for `briefing theme list`"),
                "inherits": {**_text("What is not said here is taken from it"), "enum": ["boardroom", "midnight"]},
                "dark": {"type": "boolean", "description": "Whether dk1 is the canvas and lt1 the text"},
                "colors": _table({slot: _color(_SLOT_MEANING[slot]) for slot in SLOTS}, "Six hex digits each"),
                "fonts": _table(
                    {
                        "major": _text("Family of titles"),
                        "minor": _text("Family of everything else"),
                        "files": _table(
                            {"regular": _text("Font file beside theme.toml"), "bold": _text("Its bold weight")},
                            "Font files of the minor family, for measuring alone",
                        ),
                    }
                ),
                "logo": {
                    **_table(
                        {
                            "path": _text("PNG, JPEG or SVG beside theme.toml"),
                            "alt": _text("What a screen reader says, the company's name"),
                            "svg": _text("The same as SVG, for viewers that draw it"),
                        }
                    ),
                    "required": ["path"],
                },
                "footer": _table({"label": _text("Instead of subject, audience and date at the foot")}),
                "template": _text("A company's .pptx or .potx beside theme.toml that decks are built onto"),
                "roles": _table(
                    {role: _role() for role in TABLES["roles"]},
                    "Which of the template's colours takes which part; only with template",
                ),
                "layouts": _table(
                    {
                        "master": {"type": "integer", "minimum": 1, "description": "Which of several masters"},
                        "title": _text("Layout of the first slide"),
                        "content": _text("Layout of all others; it needs a title"),
                    },
                    "Layouts of the template, by name; only with template",
                ),
            }
        ),
    }


def _table(properties: dict[str, Any], description: str = "") -> dict[str, Any]:
    table: dict[str, Any] = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**table, "description": description} if description else table


def _text(description: str) -> dict[str, Any]:
    return {"type": "string", "description": description}


def _color(description: str) -> dict[str, Any]:
    return {"type": "string", "pattern": "^#?[0-9A-Fa-f]{6}$", "description": description}


def _role() -> dict[str, Any]:
    return {
        "type": "string",
        "pattern": "^(bg1|tx1|bg2|tx2|accent[1-6])( [+-](5|10|15|25|35|40|50|60|75|80|90)%)?$",
        "description": 'A colour of the template, lighter or darker as PowerPoint offers it: "accent4 -25%"',
    }
