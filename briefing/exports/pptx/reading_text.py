"""The text of a shape or cell as XML in, paragraphs of a Frame out, with every size, weight and colour resolved."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from briefing.exports.pptx.inheritance import A, Element, R, TextStyle, number, space, spacing
from briefing.exports.pptx.opening import Related
from briefing.exports.pptx.reading_colors import Color, Palette
from briefing.model.frame import Align, Look, Paragraph, Run

_ALIGN: dict[str, Align] = {"l": "left", "ctr": "center", "r": "right", "just": "left", "dist": "left"}
_CITATION = re.compile(r"\u00a0?\[\d{1,4}(?:[,–-]\d{1,4})*(?:,…)?\]")
_GLYPHS = frozenset("●○◊≠")
_ON = ("1", "true")
_PITCH = 1.22  # lines of a normal spacing, in sizes
# Tags are put together once: every run of a deck is asked for them.
_PARAGRAPH, _RUN, _FIELD, _BREAK, _END = (A + tag for tag in ("p", "r", "fld", "br", "endParaRPr"))
_OF_PARAGRAPH, _OF_RUN, _TEXT = (A + tag for tag in ("pPr", "rPr", "t"))
_FILL, _LATIN, _COMPLEX, _LINK = (A + tag for tag in ("solidFill", "latin", "cs", "hlinkClick"))
_BEFORE, _AFTER, _SPACING = (A + tag for tag in ("spcBef", "spcAft", "lnSpc"))
_LOOKS: dict[tuple[str, str, str, str], Look] = {}


class Words(NamedTuple):
    """How to read a text. style: level → its style. links: relationship id → what it names. lang: the slide's.

    scale, less: what autofit has taken off sizes and line spacing. claims: plain words are a claim's; citation: digits
    are one. cell: colour and weight that a table style gives.
    """

    style: Callable[[int], TextStyle]
    palette: Palette
    links: Mapping[str, Related]
    lang: str
    scale: float = 1.0
    less: float = 0.0
    claims: bool = False
    citation: bool = False
    cell: tuple[Color | None, bool] = (None, False)


def paragraphs(body: Element | None, words: Words) -> tuple[Paragraph, ...]:
    """body: the txBody. Empty where it holds no words at all."""
    if body is None:
        return ()
    found = [_paragraph(item, words) for item in body.iterchildren(_PARAGRAPH)]
    return tuple(found) if any(run.text or run.field for item in found for run in item.runs) else ()


def _paragraph(item: Element, words: Words) -> Paragraph:
    level, properties = 0, None
    children = list(item)
    if children and children[0].tag == _OF_PARAGRAPH:
        properties = children[0]
        level = min(max(number(properties.get("lvl"), 0), 0), 8)
    style = words.style(level)
    runs: list[Run] = []
    end: Element | None = None
    for child in children:
        tag = child.tag
        if tag == _RUN:
            runs.append(_run(child, None, style, words))
        elif tag == _BREAK:
            runs.append(_run(child, "\n", style, words))
        elif tag == _FIELD:
            runs.append(_run(child, _field_text(child), style, words, child.get("type", "")))
        elif tag == _END:
            end = child
    if not runs and end is not None:
        runs = _empty(end, style, words)
    if properties is None:
        return Paragraph(
            tuple(runs),
            _ALIGN.get(style.align, "left"),
            style.before,
            style.after,
            spacing=_share(style.spacing, style.size, words.less),
            indent=style.indent,
        )
    return _formatted(properties, tuple(runs), style, words)


def _field_text(item: Element) -> str:
    """What a field shows; for a page number that nobody has filled in, one digit."""
    text: str = item.findtext(_TEXT, "")
    return "0" if item.get("type") == "slidenum" and not text.strip().isdigit() and text else text


def _empty(end: Element, style: TextStyle, words: Words) -> list[Run]:
    """An empty paragraph is as high as its end says."""
    size = number(end.get("sz"), 0) / 100
    return [Run("", round(size * words.scale, 2))] if size and size != style.size else []


def _formatted(properties: Element, runs: tuple[Run, ...], style: TextStyle, words: Words) -> Paragraph:
    align, margin = properties.get("algn") or style.align, properties.get("marL")
    before, after, pitch = style.before, style.after, style.spacing
    for child in properties:
        if child.tag == _BEFORE:
            before = space([properties], "spcBef")
        elif child.tag == _AFTER:
            after = space([properties], "spcAft")
        elif child.tag == _SPACING:
            pitch = spacing([properties])
    return Paragraph(
        runs,
        _ALIGN.get(align, "left"),
        before,
        after,
        properties.get("rtl") == "1",
        _share(pitch, runs[0].size if runs else style.size, words.less),
        max(number(margin, 0), 0) if margin is not None else style.indent,
    )


def _share(pitch: float, size: float, less: float) -> float:
    """Line spacing as a share of the normal; an exact one (points, below zero) by the size of its text."""
    if pitch == 1.0 and not less:
        return 1.0
    return -pitch / (_PITCH * max(size, 1.0)) if pitch < 0 else max(pitch - less, 0.1)


def _run(item: Element, text: str | None, style: TextStyle, words: Words, field: str = "") -> Run:
    """text: None for that in its a:t."""
    size, bold, italic, font = style.size, style.bold or words.cell[1], style.italic, style.font
    color, link, lang, tip, rtl = words.cell[0] or style.color, "", "", "", False
    properties = None
    for child in item:
        tag = child.tag
        if tag == _OF_RUN:
            properties = child
        elif tag == _TEXT and text is None:
            text = child.text
    text = text or ""
    if properties is not None:
        for name, value in properties.items():
            if name == "sz":
                size = number(value, 1_800) / 100
            elif name == "b":
                bold = value in _ON
            elif name == "i":
                italic = value in _ON
            elif name == "lang":
                lang = value
        for child in properties:
            tag = child.tag
            if tag == _FILL:
                color = words.palette.color(child) or color
            elif tag == _LATIN:
                font = child.get("typeface", "")
            elif tag == _COMPLEX:
                rtl = True
            elif tag == _LINK:
                link = _target(child, words.links)
                tip = child.get("tooltip", "")
                shown = words.palette.hex("hlink")
                ink = "" if shown == words.palette.hex("accent1") else shown
                color = Color("accent1", ink, 100) if link else color
    return Run(
        text,
        round(size * words.scale, 2) if words.scale != 1.0 else size,
        bold,
        italic,
        color.role,
        _kind(text, words),  # type: ignore[arg-type]
        "" if lang == words.lang else lang,
        rtl,
        field,
        _look(color.ink, font, link, tip),
    )


def _kind(text: str, words: Words) -> str:
    if "[" in text and _CITATION.fullmatch(text):
        return "citation"
    if words.citation and not text.strip("0123456789,–- …"):
        return "citation"
    if text[:1] in _GLYPHS and text[1:2] == " " and len(text) > 2:
        return "badge"
    return "claim" if words.claims else "label"


def _look(ink: str, font: str, link: str, tip: str) -> Look | None:
    if font.startswith("+"):
        font = ""
    if not (ink or font or link):
        return None
    key = (ink, font, link, tip)
    if key not in _LOOKS:
        if len(_LOOKS) > 4_096:
            _LOOKS.clear()
        _LOOKS[key] = Look(*key)
    return _LOOKS[key]


def _target(click: Element, links: Mapping[str, Related]) -> str:
    related = links.get(click.get(f"{R}id", ""))
    if related is None:
        return "#" if click.get("action") else ""
    return related.target if related.external else "#"
