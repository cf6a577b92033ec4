"""Paragraphs and runs of a Frame in, DrawingML text out, as strings."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from briefing.exports.pptx.layouts import Holder
from briefing.model.frame import Anchor, Paragraph, Run
from briefing.model.patterns import late

ALIGN = {"left": "l", "center": "ctr", "right": "r"}
ANCHOR = {"top": "t", "middle": "ctr", "bottom": "b"}

# What XML 1.0 cannot hold: control characters, lone surrogates, two non-characters.
FORBIDDEN = late("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile("[\n\v]")
NUMBER_FIELD = "{7B5F2F3C-2A0E-4C6B-9B62-5F1C4E0A7D11}"


Click = Callable[[Run], str]


def no_click(run: Run) -> str:
    """Where words lead nowhere."""
    return ""


def plain(text: str) -> str:
    """Text without the characters that XML forbids."""
    return text if harmless(text) else FORBIDDEN.sub("", text)


def harmless(text: str) -> bool:
    """Is there plainly nothing in the text that XML forbids? (False says nothing.)"""
    return text.isprintable() or text.replace("\n", "").replace("\u00a0", "").isprintable()


def escape(text: str) -> str:
    """Text as element content."""
    text = plain(text)
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "&#13;") if "\r" in text else text


def attribute(text: str) -> str:
    """Text as the content of an attribute in double quotes."""
    text = escape(text)
    return text.replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def points(size: float) -> int:
    """Hundredths of a point."""
    return round(size * 100)


def body(
    paragraphs: Sequence[Paragraph],
    properties: str,
    lang: str,
    font: str,
    holder: Holder | None = None,
    click: Click = no_click,
) -> str:
    """A p:txBody. properties: its a:bodyPr. font: "mn" or "mj". holder: whose style the runs inherit."""
    inner = "".join([paragraph_xml(item, lang, font, holder, click=click) for item in paragraphs])
    if not inner:
        inner = f'<a:p><a:endParaRPr lang="{lang}" sz="1000"/></a:p>'
    return f"<p:txBody>{properties}<a:lstStyle/>{inner}</p:txBody>"


def box_properties(insets: tuple[int, int, int, int], anchor: Anchor, wrap: bool) -> str:
    """The a:bodyPr of a box of ours: no autofit, insets as given."""
    left, top, right, bottom = insets
    return (
        f'<a:bodyPr wrap="{"square" if wrap else "none"}" lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}"'
        f' rtlCol="0" anchor="{ANCHOR[anchor]}"><a:noAutofit/></a:bodyPr>'
    )


def paragraph_xml(
    paragraph: Paragraph, lang: str, font: str, holder: Holder | None = None, empty: float = 10, click: Click = no_click
) -> str:
    """One a:p. empty: the size in points of a paragraph without runs. click: writes the link of a run."""
    parts = ["<a:p>", _paragraph_properties(paragraph, holder)]
    size = empty
    for run in paragraph.runs:
        size = run.size
        parts.append(_run(run, lang, font, holder, click(run) if run.look else ""))
    last = paragraph.runs[-1].lang if paragraph.runs else ""
    parts.append(_properties("endParaRPr", Run("", size), last or lang, font, None) + "</a:p>")
    return "".join(parts)


def _paragraph_properties(paragraph: Paragraph, holder: Holder | None) -> str:
    attributes = inner = ""
    if paragraph.align != (holder.align if holder else "left"):
        attributes = f' algn="{ALIGN[paragraph.align]}"'
    if paragraph.rtl:
        attributes += ' rtl="1"'
    if paragraph.before:
        inner = f'<a:spcBef><a:spcPts val="{points(paragraph.before)}"/></a:spcBef>'
    if paragraph.after:
        inner += f'<a:spcAft><a:spcPts val="{points(paragraph.after)}"/></a:spcAft>'
    if inner:
        return f"<a:pPr{attributes}>{inner}</a:pPr>"
    return f"<a:pPr{attributes}/>" if attributes else ""


def _run(run: Run, lang: str, font: str, holder: Holder | None, click: str = "") -> str:
    language = run.lang or lang
    properties = _properties("rPr", run, language, font, holder, click)
    if run.field:
        kind = attribute(run.field)
        return f'<a:fld id="{NUMBER_FIELD}" type="{kind}">{properties}<a:t>{escape(run.text)}</a:t></a:fld>'
    if not run.text:
        return ""
    lines = _BREAK.split(run.text) if "\n" in run.text or "\v" in run.text else [run.text]
    pieces = [f"<a:r>{properties}<a:t>{escape(line)}</a:t></a:r>" if line else "" for line in lines]
    return f"<a:br>{properties}</a:br>".join(pieces)


def _properties(tag: str, run: Run, lang: str, font: str, holder: Holder | None, click: str = "") -> str:
    """a:rPr or a:endParaRPr. What a placeholder already says is left to it."""
    size = "" if holder and run.size == holder.size else f' sz="{points(run.size)}"'
    bold = ' b="1"' if run.bold else ""
    color = f'<a:solidFill><a:schemeClr val="{run.color}"/></a:solidFill>'
    if holder:
        bold = "" if run.bold == holder.bold else f' b="{int(run.bold)}"'
        color = color if (holder.inked if holder.own else run.color != holder.color) else ""
    italic = ' i="1"' if run.italic else ""
    script = f'<a:cs typeface="+{font}-cs"/>' if run.rtl else ""
    head = f'<a:{tag} lang="{attribute(lang)}"{size}{bold}{italic}'
    if tag == "rPr":
        head += ' dirty="0"'
    if holder and holder.own_run:
        return f'<a:{tag} lang="{attribute(lang)}" sz="{points(run.size)}">{holder.own_run}</a:{tag}>'
    latin = "" if holder and holder.own else f'<a:latin typeface="+{font}-lt"/>'
    return f"{head}>{color}{latin}{script}{click}</a:{tag}>"
