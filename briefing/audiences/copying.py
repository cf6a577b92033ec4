"""The TOML of one audience in, that of a new one out: another name, the rest to edit, with all choices."""

from __future__ import annotations

import json
import re

from briefing.audiences import EMPHASES, KPIS, QUESTIONS, read_audience
from briefing.errors import WorkspaceError
from briefing.model.audience import SLIDE_KINDS

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def copied(text: str, name: str, source: str, label: str = "") -> str:
    """A text that reads as the audience `name`. source: whom it is copied from. label: as shown, "" to make one of it.

    Raises WorkspaceError for a name that is no file name.
    """
    if not _NAME.fullmatch(name) or len(name) > 40:
        remedy = "use small letters, digits and hyphens, at most 40: clinical-board"
        raise WorkspaceError(f'not a name for an audience: "{name}"', "", remedy)
    known = read_audience(text, source)
    own = name == source and not label  # a bundled audience to change: it goes on being called what it is
    label = label or name.replace("-", " ").capitalize()
    changes = {
        "name": name,
        "label": known.label if own else label,
        "so_what": known.so_what if own else f"So what for {label}",
        "description": f"As {source}, to be edited",
    }
    settings = text
    for key, value in changes.items():
        line = f"{key} = {_quoted(value)}".replace("\\", r"\\")
        settings = re.sub(rf"(?m)^{key}\s*=.*$", line, settings, count=1)
    settings = re.sub(r"\A(?:#[^\n]*\n)+", "", settings)
    made = _head(name, source) + "\n" + settings.lstrip("\n")
    read_audience(made, name)
    return made


def _head(name: str, source: str) -> str:
    lines = [
        f"{name}, begun as a copy of {source}. Edit it, then: briefing build --audience {name}",
        "",
        "label         on the title slide and in the footer",
        "so_what       heading of the implications on the overview",
        "addressed_as  words by which articles address these readers; such sentences come first",
        f"slides        in this order, from: {', '.join(SLIDE_KINDS)}",
        f"kpis          the first that the sources give are shown, from: {', '.join(KPIS)}",
        f"emphasis      what matters first, from: {', '.join(EMPHASES)}",
        f"[questions]   what to ask when a topic comes up, by: {', '.join(QUESTIONS)}",
    ]
    return "".join(f"# {line}".rstrip() + "\n" for line in lines)


def _quoted(text: str) -> str:
    """A TOML basic string (JSON's escapes are among TOML's)."""
    return json.dumps(text, ensure_ascii=False)
