"""A company's layouts and a theme's wishes in, the two layouts that our slides take out: first and rest."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from briefing.errors import WorkspaceError
from briefing.exports.pptx.company.parts import Company, CompanyLayout
from briefing.model.frame import SLIDE_W

# Content layouts by kind, the plainest first; a title alone leaves nothing empty behind.
_KINDS = {"titleOnly": 0.12, "obj": 0.06, "tx": 0.04, "twoObj": 0.02, "cust": 0.02, "": 0.02}
_NEVER = ("title", "secHead", "vertTx", "vertTitleAndTx", "picTx", "blank")
_LEAST_SCALE = 0.45
_FIRST = re.compile(r"\b(?:title slide|cover|opening)\b", re.IGNORECASE)
_ENDS = re.compile(rf"{_FIRST.pattern}|\b(?:section|chapter|closing|thank|agenda|divider|quote|end)\b", re.IGNORECASE)


def chosen(company: Company, wishes: Mapping[str, str], where: str) -> tuple[CompanyLayout, CompanyLayout]:
    """(title, content). wishes: "title", "content", "master" as in theme.toml. Raises WorkspaceError."""
    masters = sorted({layout.master for layout in company.layouts})
    wanted = wishes.get("master", "")
    if wanted and (not wanted.isdigit() or int(wanted) not in masters):
        what = f"layouts.master = {wanted}: the template has {len(masters)}"
        raise WorkspaceError(what, where, f"write a number from 1 to {len(masters)}")
    layouts = [layout for layout in company.layouts if not wanted or layout.master == int(wanted)]
    content = _named(layouts, wishes.get("content", ""), "content", where) or _content(layouts, company)
    if relative_scale(content, company) < _LEAST_SCALE:
        share = round(100 * relative_scale(content, company))
        what = f'layouts.content = "{content.name}" leaves room for slides at {share} % of their size'
        raise WorkspaceError(what, where, f"name a layout with more free space: {_roomy(layouts, company)}")
    same = [layout for layout in layouts if layout.master == content.master]
    title = _named(layouts, wishes.get("title", ""), "title", where) or _title(same, content)
    return title, content


def relative_scale(layout: CompanyLayout, company: Company) -> float:
    """How large content is seen beside that of our own slides: free area by slide, 1 = alike."""
    return layout.scale / (company.width / SLIDE_W)


def _named(layouts: Sequence[CompanyLayout], name: str, key: str, where: str) -> CompanyLayout | None:
    if not name:
        return None
    found = next((layout for layout in layouts if layout.name == name), None)
    if found is None:
        names = [layout.name for layout in layouts]
        close = get_close_matches(name, names, n=1, cutoff=0.5)
        remedy = f'did you mean "{close[0]}"?' if close else f"it has: {', '.join(names)[:200]}"
        raise WorkspaceError(f'layouts.{key} = "{name}": the template has no such layout', where, remedy)
    return found


def _content(layouts: Sequence[CompanyLayout], company: Company) -> CompanyLayout:
    titled = [layout for layout in layouts if layout.title is not None and layout.kind not in _NEVER]
    candidates = titled or [layout for layout in layouts if layout.title is not None] or list(layouts)
    return max(candidates, key=lambda layout: _worth(layout, company))


def _worth(layout: CompanyLayout, company: Company) -> float:
    """Room counts most, then plainness, footers, a title wide enough for a sentence, and the first master."""
    worth = min(relative_scale(layout, company), 1.0) + _KINDS.get(layout.kind, 0.0)
    worth += 0.03 * (layout.footer is not None) + 0.03 * (layout.number is not None)
    worth -= 0.1 * (layout.ground_kind == "picture") + 0.03 * (layout.master - 1)
    worth += 0.08 * (layout.used > 0) - 0.2 * bool(_ENDS.search(layout.name))
    if layout.title is not None:
        worth -= 0.3 * max(0.0, 0.6 - layout.title.box.w / company.width)
    return worth


def _title(layouts: Sequence[CompanyLayout], content: CompanyLayout) -> CompanyLayout:
    kinds = ("title", "secHead")
    marked = [layout for kind in kinds for layout in layouts if layout.kind == kind and layout.title is not None]
    centred = [layout for layout in layouts if layout.title is not None and "ctrTitle" in layout.title.ph]
    named = [layout for layout in layouts if layout.title is not None and _FIRST.search(layout.name)]
    return next(iter([*marked[:1], *centred, *marked, *named]), content)


def _roomy(layouts: Sequence[CompanyLayout], company: Company) -> str:
    found = sorted(layouts, key=lambda layout: -relative_scale(layout, company))[:3]
    return ", ".join(f'"{layout.name}"' for layout in found)
