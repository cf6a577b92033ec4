"""A theme in, its colours for mail out, light and dark: a mail must be read on either, whatever the deck looks like."""

from __future__ import annotations

from briefing.model.color import contrast, over
from briefing.model.records import dataclass
from briefing.model.theme import Theme

ROLES = ("bg1", "bg2", "tx1", "tx2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
_LIGHT = {"bg1": "FFFFFF", "bg2": "F3F5F8", "tx1": "10182B", "tx2": "4A5568", "accent6": "C8CFDA"}
_DARK = {"bg1": "131A26", "bg2": "0B1018", "tx1": "F4F6FA", "tx2": "A8B4C8", "accent6": "3A4860"}
_INKS = ("tx2", "accent1", "accent2", "accent3", "accent4", "accent5")
_TINT = 13.0  # percent, of a badge


@dataclass(frozen=True, slots=True)
class Palettes:
    """role → six hex digits; "tint-<role>" is the ground of a badge."""

    light: dict[str, str]
    dark: dict[str, str]


def palettes(theme: Theme) -> Palettes:
    """The theme's own colours on the side it was made for; on the other neutral grounds, and its accents turned."""
    own = {role: theme.hex(role) for role in ROLES}
    other = own | (_LIGHT if theme.dark else _DARK)
    light, dark = (other, own) if theme.dark else (own, other)
    return Palettes(_readable(light), _readable(dark))


def _readable(colors: dict[str, str]) -> dict[str, str]:
    """Text at 7:1 on both grounds, everything else that is read at 4.5:1, badges on their own tint, too."""
    grounds = (colors["bg1"], colors["bg2"])
    found = colors | {"tx1": _turned(colors["tx1"], grounds, 7.0)}
    for role in _INKS:
        found[role] = _turned(colors[role], grounds, 5.5)
        found[f"tint-{role}"] = over(found[role], _TINT, colors["bg1"])
    return found


def _turned(color: str, grounds: tuple[str, ...], least: float) -> str:
    """The colour, moved towards black or white until it is read on every ground."""
    ends = sorted(("000000", "FFFFFF"), key=lambda end: -min(contrast(end, ground) for ground in grounds))
    for share in range(0, 101, 5):
        found = over(ends[0], share, color)
        if min(contrast(found, ground) for ground in grounds) >= least:
            return found
    return ends[0]
