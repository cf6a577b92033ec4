"""How a deck looks: colours by slot, fonts, logo, footer. Geometry and sizes are the deck's own, not the theme's."""

from __future__ import annotations

from typing import Literal, get_args

from briefing.model.records import dataclass, field

Slot = Literal[
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"
]
SLOTS: tuple[str, ...] = get_args(Slot)
# What drawing code names. A dark theme maps bg1 to dk1 and so on; see `Theme.hex`.
ColorRole = Literal["bg1", "tx1", "bg2", "tx2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"]

_LIGHT = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_DARK = {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}


@dataclass(frozen=True, slots=True)
class Logo:
    """path: PNG or JPEG. svg: the same as a vector drawing for viewers that draw it, "" for none."""

    path: str
    alt: str
    svg: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """What a company's template leaves slides of ours, in EMU and points as we lay them out; they stand `scale` times
    as large on its slides (1 and more: text is never made smaller than it was designed).

    width, height: of the content. title_width, title_height: inside the title's placeholder; title_size: points of the
    placeholder; title_bold, title_capitals: how it sets text; title_pitch: its line spacing, 1 = single. small: how
    wide the slides are beside our own, at most 1: titles on small slides are smaller.
    """

    width: int
    height: int
    scale: float
    title_width: int
    title_height: int
    title_size: float
    title_face: str
    title_bold: bool = False
    title_capitals: bool = False
    title_pitch: float = 1.0
    small: float = 1.0


@dataclass(frozen=True, slots=True)
class Theme:
    """colors: slot → six hex digits, upper case, all twelve. major, minor: font family names.

    font_files: paths of font files for measuring, "regular" and "bold"; empty means a metric twin or the fallback.
    footer_label: replaces the deck label when not "". path: folder it was read from.
    template: path of a company's .pptx or .potx that decks are built onto, "" for our own layouts. roles: of such a
    theme, role → the template's slot and its variation ("accent4", "accent4 -25%"). layouts: "title" and "content" →
    name of the template's layout; "master" → its number from 1, as text; what is not named is chosen. room: what that
    template leaves our slides, None for our own layouts.
    """

    name: str
    label: str
    dark: bool
    colors: dict[str, str]
    major: str
    minor: str
    font_files: dict[str, str]
    logo: Logo | None = None
    footer_label: str = ""
    description: str = ""
    path: str = ""
    template: str = ""
    roles: dict[str, str] = field(default_factory=dict)
    layouts: dict[str, str] = field(default_factory=dict)
    room: Room | None = None

    @property
    def color_map(self) -> dict[str, str]:
        """The master's clrMap for bg1, tx1, bg2, tx2."""
        return dict(_DARK if self.dark else _LIGHT)

    def hex(self, role: str) -> str:
        """Six hex digits of a role, through the colour map."""
        return self.colors[self.color_map.get(role, role)]
