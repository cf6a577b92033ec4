"""A theme in, what is hard to read or tell apart in it out: contrast of text, distance of the standing colours."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from briefing.model.color import contrast, over
from briefing.model.finding import Finding
from briefing.model.theme import Theme
from briefing.theming.separation import difference

TINT = 13
STANDING = ("accent1", "accent2", "accent3", "accent4", "accent5")
_NAMES = {"bg1": "canvas", "bg2": "surface"}


def contrast_errors(theme: Theme) -> tuple[Finding, ...]:
    """One error a pair of colours that is under the least contrast for reading (7 for text, 4.5 for the rest)."""
    found: dict[str, Finding] = {}
    for text, ground, ground_name, least in _pairs(theme):
        ratio = contrast(text[1], ground)
        if ratio < least:
            pair = f"{text[0]} on {ground_name}"
            key = _key(theme, text[0])
            message = f"{pair}: contrast {ratio:.2f}, needs {least:g}; {key} = {text[1]}"
            found[pair] = Finding("theme.contrast", "error", 0, pair, message, _remedy(text, least, theme))
    return tuple(found.values())


def separation_warnings(theme: Theme) -> tuple[Finding, ...]:
    """One warning a pair of standing colours closer than 25 by CIEDE2000."""
    return tuple(
        Finding(
            "theme.separation",
            "warning",
            0,
            f"{one} and {other}",
            f"{one} and {other} are {distance:.1f} apart (CIEDE2000), should be 25",
            "move one of them to another hue or lightness",
        )
        for one, other in combinations(STANDING, 2)
        if (distance := difference(theme.hex(one), theme.hex(other))) < 25
    )


def _pairs(theme: Theme) -> Iterator[tuple[tuple[str, str], str, str, float]]:
    """((role, hex) of the text, hex and name of its ground, least ratio)."""
    for ground in ("bg1", "bg2"):
        under = theme.hex(ground)
        yield ("tx1", theme.hex("tx1")), under, _ground(ground), 7.0
        yield ("tx2", theme.hex("tx2")), under, _ground(ground), 4.5
        for accent in STANDING:
            color = theme.hex(accent)
            yield (accent, color), under, _ground(ground), 4.5
            yield (accent, color), over(color, TINT, under), f"its own {TINT} % tint over {_ground(ground)}", 4.5
    for accent in ("accent1", "accent2"):
        yield ("bg1", theme.hex("bg1")), theme.hex(accent), f"solid {accent}", 4.5


def _ground(role: str) -> str:
    return f"{role} ({_NAMES[role]})"


def _key(theme: Theme, role: str) -> str:
    """Where a theme.toml says the colour of a role."""
    if theme.template:
        return f"roles.{role}"
    return f"colors.{theme.color_map.get(role, role)}"


def _remedy(text: tuple[str, str], least: float, theme: Theme) -> str:
    """What to write instead: the nearest colour that passes on both grounds."""
    role, color = text
    if role == "bg1":
        return "move the accent away from the canvas"
    advice = f"make {role} {'lighter' if theme.dark else 'darker'}"
    if theme.template:
        canvas = theme.hex("bg1")
        if max(contrast(canvas, "000000"), contrast(canvas, "FFFFFF")) < 9:
            return f"the canvas {canvas} is a middle tone; name a layout on a light or dark ground as layouts.content"
        return f"{advice}: try another slot or variation"
    from briefing.theming.palette import nearest_contrast  # only ever needed for an error

    grounds = (theme.hex("bg1"), theme.hex("bg2"))
    better = nearest_contrast(color, grounds, least + 0.02, tinted=role in STANDING)
    return f'{advice}: {_key(theme, role)} = "{better}" passes'
