"""Slides for a template that runs from right to left in, the same slides saying of our words that they do not out."""

from __future__ import annotations

import re
from typing import Any

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def from_the_right(presentation: Any) -> bool:
    """Whether the template's text runs from right to left unless it says otherwise."""
    masters = (master.part._element for master in presentation.slide_masters)
    return any(level.get("rtl") in ("1", "true") for master in masters for level in master.iter(f"{_A}lvl1pPr"))


def turned(xml: str) -> str:
    """Paragraphs that do not run from right to left say so, as nothing else does in such a template."""

    def plain(piece: str) -> str:
        own = "<p:ph" in piece  # a placeholder of theirs keeps its alignment
        piece = (
            piece.replace("<a:p><a:pPr", "<a:p ><a:pPr").replace("<a:p>", "<a:p><a:pPr/>").replace("<a:p >", "<a:p>")
        )

        def said(match: re.Match[str]) -> str:
            attributes = match[1]
            if " rtl=" not in attributes:
                attributes += ("" if own or " algn=" in attributes else ' algn="l"') + ' rtl="0"'
            return f"<a:pPr{attributes}{match[2]}"

        return re.sub(r"<a:pPr([^>]*?)(/?>)", said, piece)

    return "".join(plain(piece) for piece in re.split(r"(?=<p:(?:sp|graphicFrame|cxnSp|grpSp)>)", xml))
