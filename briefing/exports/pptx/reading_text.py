"""The text of a shape or cell as XML in, paragraphs of a Frame out, with every size, weight and colour resolved."""

from __future__ import annotations

import re

from briefing.exports.pptx.inheritance import (
    NS,
    A,
    Element,
    Styled,
    Surroundings,
    number,
    run_color,
    run_flag,
    run_size,
)
from briefing.model.frame import Align, Paragraph, Run

_ALIGN: dict[str, Align] = {"l": "left", "ctr": "center", "r": "right", "just": "left", "dist": "left"}
_CITATION = re.compile(r"\u00a0?\[\d{1,4}(?:[,–-]\d{1,4})*\]")
_BADGE = re.compile(r"[●○◊≠] \S")


def paragraphs(
    body: Element | None, styled: Styled, *, shows_claims: bool, citation: bool = False
) -> tuple[Paragraph, ...]:
    """body: the txBody. shows_claims: whether plain words are a claim's; citation: whether digits are."""
    if body is None:
        return ()
    scale = _scale(body)
    found = tuple(
        _paragraph(item, styled, scale, shows_claims=shows_claims, citation=citation)
        for item in body.iterfind("a:p", NS)
    )
    return found if any(item.runs for item in found) else ()


def _scale(body: Element) -> float:
    """How far PowerPoint's autofit has shrunk the text."""
    fit = body.find("a:bodyPr/a:normAutofit", NS)
    return number(fit.get("fontScale"), 100_000) / 100_000 if fit is not None else 1.0


def _paragraph(item: Element, styled: Styled, scale: float, *, shows_claims: bool, citation: bool) -> Paragraph:
    properties = item.find("a:pPr", NS)
    level = min(max(number(properties.get("lvl"), 0) if properties is not None else 0, 0), 8)
    styles = styled.styles(level)
    runs = [
        _run(child, styles, styled.around, scale, shows_claims=shows_claims, citation=citation)
        for child in item
        if child.tag in (f"{A}r", f"{A}fld", f"{A}br")
    ]
    owners = [properties, *styles] if properties is not None else styles
    align = next((owner.get("algn") for owner in owners if owner.get("algn")), "l")
    return Paragraph(
        tuple(runs),
        _ALIGN.get(align, "left"),
        _space(owners, "a:spcBef"),
        _space(owners, "a:spcAft"),
        rtl=any(owner.get("rtl") == "1" for owner in owners[:1]),
    )


def _space(owners: list[Element], tag: str) -> float:
    """Points before or after; space in percent counts as none."""
    for owner in owners:
        space = owner.find(f"{tag}/a:spcPts", NS)
        if space is not None:
            return number(space.get("val"), 0) / 100
    return 0.0


def _run(
    item: Element, styles: list[Element], around: Surroundings, scale: float, *, shows_claims: bool, citation: bool
) -> Run:
    properties = item.find("a:rPr", NS)
    text = "\n" if item.tag == f"{A}br" else item.findtext("a:t", "", NS)
    field = item.get("type", "") if item.tag == f"{A}fld" else ""
    lang = properties.get("lang", "") if properties is not None else ""
    kind = "claim" if shows_claims else "label"
    if _CITATION.fullmatch(text) or (citation and text.strip("0123456789,–- ") == ""):
        kind = "citation"
    elif _BADGE.match(text):
        kind = "badge"
    return Run(
        text,
        run_size(properties, styles, scale),
        run_flag(properties, styles, "b"),
        run_flag(properties, styles, "i"),
        run_color(properties, styles, around),
        kind,  # type: ignore[arg-type]
        "" if lang == around.lang else lang,
        properties is not None and properties.find("a:cs", NS) is not None,
        field,
    )
