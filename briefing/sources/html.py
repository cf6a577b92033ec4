"""Bytes of a saved web page → Document: the article without the page around it, and what its head says of it."""

from __future__ import annotations

import re
from typing import Any

from briefing.errors import InputError, MissingExtra
from briefing.sources.composing import Composer
from briefing.sources.decoding import decode
from briefing.sources.document import Document
from briefing.sources.page_head import read_head

_CHARSET = re.compile(rb"charset=[\"']?\s*([\w-]+)", re.IGNORECASE)
_BLOCKS = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "blockquote", "pre", "td", "th", "div")
_ASIDES = frozenset(("script", "style", "nav", "footer", "aside", "form", "noscript", "template", "svg", "button"))
_REMEDY = "save the page again, or save its text as .txt"


def convert(path: str, data: bytes) -> Document:
    """The main text with headings, lists and tables. Scripts and styles are never part of it.

    Raises InputError for what is no page or holds no words, MissingExtra without trafilatura.
    """
    markup = decode(path, data, declared_charset(data))
    if not markup.strip("\ufeff \t\r\n"):
        return Document(markup)
    return convert_markup(path, markup)


def convert_markup(path: str, markup: str) -> Document:
    """As convert, for a page that is text already (a part of an e-mail)."""
    try:
        from trafilatura import bare_extraction
        from trafilatura.utils import load_html
    except ImportError:
        raise MissingExtra("reading web pages needs an extra", path, "pip install 'briefing[html]'") from None
    try:
        tree = load_html(markup)
        found = None if tree is None else bare_extraction(
            markup, include_comments=False, include_tables=True, include_links=False, favor_recall=True
        )  # fmt: skip
    except Exception as error:  # a page may be broken in ways its parser never met; the user can act on none of them
        raise InputError(f"the page cannot be parsed: {type(error).__name__}", path, _REMEDY) from None
    if tree is None:
        raise InputError("this is no web page", path, _REMEDY)
    head = read_head(tree, markup)
    composer = Composer()
    body = getattr(found, "body", None)
    headline = head.metadata.get("title", "")
    if headline and (body is None or not _opens_with(body, headline)):
        composer.paragraph(headline, "title")
    if body is not None and len(body):
        _Body(composer).write(body)
    else:
        _write_blocks(composer, tree)
    return composer.document(head.metadata, head.origins)


def declared_charset(data: bytes) -> str:
    """The encoding that a page names in its first 4,096 bytes, "" if it names none."""
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii") if match else ""


def _opens_with(body: Any, headline: str) -> bool:
    """Does the main text begin with the headline itself?"""
    first = next((element for element in body.iter("head", "p")), None)
    return first is not None and _letters(_text(first)) == _letters(headline)


def _letters(words: str) -> str:
    return "".join(sign for sign in words.lower() if sign.isalnum())


def _text(element: Any) -> str:
    """All words of an element; a line break where it has one."""
    parts = [" ".join((element.text or "").split("\n"))]
    for child in element:
        parts.append("\n" if child.tag == "lb" else "")
        if isinstance(child.tag, str):
            parts.append(_text(child))
        parts.append(" ".join((child.tail or "").split("\n")))
    return "".join(parts)


class _Body:
    """Writes the tree that trafilatura leaves: head, p, list, item, table, quote."""

    def __init__(self, composer: Composer) -> None:
        self.composer = composer
        self.titled = False

    def write(self, element: Any) -> None:
        for child in element:
            match child.tag:
                case "head":
                    self._head(child)
                case "list":
                    self._list(child, 1)
                case "table":
                    self._table(child)
                case "quote" | "div" if len(child):
                    self.write(child)
                case str():
                    self.composer.paragraph(_text(child))
            if child.tail:
                self.composer.paragraph(child.tail)

    def _head(self, element: Any) -> None:
        first = element.get("rend") == "h1" and not self.titled
        self.titled = self.titled or first
        self.composer.paragraph(_text(element), "title" if first else "heading")

    def _list(self, element: Any, level: int) -> None:
        numbered = element.get("rend") == "ol"
        for number, item in enumerate(element.iter("item") if level > 8 else element.findall("item"), 1):
            inner = item.findall("list")
            for nested in inner:
                item.remove(nested)
            self.composer.item(_text(item).replace("\n", " "), level, f"{number}." if numbered else "-")
            for nested in inner:
                self._list(nested, level + 1)

    def _table(self, element: Any) -> None:
        rows = [[_text(cell).replace("\n", " ") for cell in row.findall("cell")] for row in element.iter("row")]
        first = element.find("row")
        cells = first.findall("cell") if first is not None else []
        self.composer.table(rows, bool(cells) and all(cell.get("role") == "head" for cell in cells))


def _write_blocks(composer: Composer, tree: Any) -> None:
    """Every block of words on the page, where no main text could be told from the rest (a very short page)."""
    for element in tree.iter(*_BLOCKS):
        around = {element.tag, *(above.tag for above in element.iterancestors())}
        if around & _ASIDES or next(element.iter(*(set(_BLOCKS) - {element.tag})), element) is not element:
            continue
        words = " ".join(" ".join(part for part in element.itertext()).split())
        if element.tag == "li":
            composer.item(words)
        else:
            composer.paragraph(words, "heading" if element.tag in _BLOCKS[:6] else None)
