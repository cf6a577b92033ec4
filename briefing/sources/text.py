"""Bytes of a plain-text file → Document; front matter between "---" lines is metadata, not body."""

from __future__ import annotations

import re

from briefing.sources.decoding import decode
from briefing.sources.document import Document
from briefing.sources.tags import is_marked, without_tags

_FENCE = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<fields>(?:[^\n]*\n){1,40}?)---[ \t]*(?:\r?\n|$)")
_FIELD = re.compile(r"[ \t]*([A-Za-z][\w -]{0,30}?)[ \t]*:[ \t]*(.*?)[ \t]*\r?$")


def convert(path: str, data: bytes) -> Document:
    """The text as it was decoded, without tags if it holds those of a page. Raises InputError for what is no text."""
    text = decode(path, data)
    if is_marked(text):
        text = without_tags(text)
    fields, body = front_matter(text)
    return Document(text, body, fields)


def front_matter(text: str) -> tuple[dict[str, str], int]:
    """Fields ("title: …", keys in lower case) of a block between "---" lines at the top, and where the body begins."""
    match = _FENCE.match(text)
    if not match:
        return {}, 0
    fields: dict[str, str] = {}
    for line in match["fields"].split("\n"):
        field = _FIELD.match(line)
        if field and field[2]:
            fields[field[1].lower()] = _unquoted(field[2])
    return (fields, match.end()) if fields else ({}, 0)


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
