"""A company's palette in, which of its colours takes which part out: canvas, text, brand, the five standings.

Only slots of the template's theme and the lighter and darker versions that PowerPoint offers of them are used, so
decks follow when the company changes its palette. What stands apart is chosen as for a brand colour (palette.py).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.model.color import contrast
from briefing.theming.palette import Search, legible, to_oklch
from briefing.theming.separation import difference

Hex = Callable[[str], str]
_ACCENTS = tuple(f"accent{number}" for number in range(1, 7))
_GROUNDS = ("bg1", "tx1", "bg2", "tx2")
_VARIATIONS = ("", "-25%", "-50%", "+40%", "+60%", "+80%", "-10%", "+10%", "+25%", "-75%", "+90%")
_APART = (25.0, 20.0, 15.0, 10.0, 6.0, 3.0, 0.0)
_TINT_STEPS = ("-5%", "+5%", "-10%", "+10%", "-15%", "+15%", "+25%", "-25%")
_LEAST_TEXT, _LEAST = 7.0, 4.5
_COLORED = 0.035  # chroma of OKLCH


def proposed(hexed: Hex, ground: str, ideals: dict[str, str]) -> dict[str, str]:
    """Role → slot of the template with its variation. hexed: the colour of such a slot. ground: the colour that content
    stands on. ideals: role → where a reader expects it, of our own theme of that brightness."""
    slots = (*_GROUNDS, *_ACCENTS)
    everything = [f"{slot} {variation}".strip() for slot in slots for variation in _VARIATIONS]
    canvas = _canvas(hexed, ground, everything)
    dark = contrast(hexed(canvas), "FFFFFF") > contrast(hexed(canvas), "000000")
    text = _first(("tx1", "bg1", "tx2", "bg2", *everything), hexed, (hexed(canvas),), _LEAST_TEXT)
    surface = _surface(hexed, canvas, text)
    grounds = (hexed(canvas), hexed(surface))
    second = _secondary(hexed, text, canvas, grounds)
    roles = {"bg1": canvas, "tx1": text, "bg2": surface, "tx2": second}
    roles.update(_standings(hexed, grounds, ideals, dark))
    roles["accent6"] = _hairline(hexed, canvas, everything)
    return {role: roles[role] for role in ("bg1", "tx1", "bg2", "tx2", *_ACCENTS)}


def _canvas(hexed: Hex, ground: str, everything: Sequence[str]) -> str:
    if contrast(hexed("bg1"), ground) < 1.3 and difference(hexed("bg1"), ground) < 18:
        return "bg1"
    return min(everything, key=lambda slot: (round(difference(hexed(slot), ground), 1), len(slot)))


def _first(slots: Sequence[str], hexed: Hex, grounds: Sequence[str], least: float) -> str:
    """The first with enough contrast, else the one with the most."""
    for slot in slots:
        if all(contrast(hexed(slot), ground) >= least for ground in grounds):
            return slot
    return max(slots, key=lambda slot: min(contrast(hexed(slot), ground) for ground in grounds))


def _surface(hexed: Hex, canvas: str, text: str) -> str:
    """A shade of the canvas, just enough to be seen, on which text stays legible."""
    base = canvas.partition(" ")[0]
    if base != canvas:
        options = [slot for slot in (base, *(f"{base} {step}" for step in _TINT_STEPS)) if slot != canvas]
    else:
        options = [f"{base} {step}" for step in _TINT_STEPS]
    seen = [
        slot
        for slot in options
        if contrast(hexed(text), hexed(slot)) >= _LEAST_TEXT and 1.04 <= contrast(hexed(slot), hexed(canvas)) <= 1.6
    ]
    return min(seen, key=lambda slot: abs(contrast(hexed(slot), hexed(canvas)) - 1.1), default=canvas)


def _secondary(hexed: Hex, text: str, canvas: str, grounds: Sequence[str]) -> str:
    base = text.partition(" ")[0]
    options = [f"{base} {step}" for step in ("+35%", "+25%", "+50%", "-25%", "-35%", "-15%", "+15%")]
    seen = [slot for slot in options if all(contrast(hexed(slot), ground) >= _LEAST + 0.3 for ground in grounds)]
    return min(seen, key=lambda slot: contrast(hexed(slot), hexed(canvas)), default=text)


def _standings(hexed: Hex, grounds: tuple[str, ...], ideals: dict[str, str], dark: bool) -> dict[str, str]:
    """accent1-5. The brand is the first of the company's accents that can be read; the others look for their hue."""
    slots = (*_ACCENTS, "tx2", "bg2", "tx1")
    steps = ("", "+40%", "+60%", "+80%", "-25%", "+90%", "-10%") if dark else ("", "-25%", "-50%", "-10%", "-75%")
    every = {f"{slot} {step}".strip(): hexed(f"{slot} {step}".strip()) for slot in slots for step in steps}
    options = {slot: color for slot, color in every.items() if legible(color, grounds, _LEAST + 0.02)}
    if not options:
        return {f"accent{number}": _first(tuple(every), hexed, grounds, _LEAST) for number in range(1, 6)}
    brand = min(options, key=lambda slot: (_rank(slot), len(slot)))
    first: dict[str, str] = {}
    by_color: dict[str, str] = {}
    for slot, color in options.items():
        by_color.setdefault(color, slot)
    colored = {color: slot for color, slot in by_color.items() if to_oklch(color)[1] >= _COLORED}
    offered = colored if len(colored) >= 8 else by_color  # a grey tells no standing, unless there is little else
    choices = {
        role: tuple(sorted((_distance(color, ideals[role]) + _price(slot), color) for color, slot in offered.items()))
        for role in ("accent2", "accent3", "accent4", "accent5")
    }
    for apart in _APART:
        search = Search(sorted(choices), choices, apart)
        search.go_on({"accent1": options[brand]}, 0.0)
        if search.best:
            first = {role: by_color[color] for role, color in search.best.items()}
            break
    found = {role: first.get(role, brand) for role in ("accent1", "accent2", "accent3", "accent4", "accent5")}
    return {**found, "accent1": brand}


def _rank(slot: str) -> int:
    """Accent 1 and its shades first, then the others; the inks last."""
    base, _, step = slot.partition(" ")
    order = (*_ACCENTS, "tx2", "bg2", "tx1")
    return order.index(base) * 2 + 3 * bool(step)


def _distance(color: str, ideal: str) -> float:
    """How far from where a reader expects it: hue counts most. A grey has none and is no fit for any standing."""
    one, other = to_oklch(color), to_oklch(ideal)
    turn = abs((one[2] - other[2] + 180) % 360 - 180)
    return (
        (turn / 18) ** 2 * min(one[1] / 0.06, 1.0) + 18 * max(0.0, 0.08 - one[1]) / 0.08 + difference(color, ideal) / 20
    )


def _price(slot: str) -> float:
    return 0.4 * (" " in slot) + 3.0 * (not slot.startswith("accent"))


def _hairline(hexed: Hex, canvas: str, everything: Sequence[str]) -> str:
    ground, base = hexed(canvas), canvas.partition(" ")[0]
    own = [slot for slot in everything if slot.partition(" ")[0] == base]
    steps = [f"{base} {step}" for step in ("-15%", "-25%", "-35%", "+15%", "+25%", "+35%")]
    seen = [slot for slot in (*steps, *own, *everything) if 1.35 <= contrast(hexed(slot), ground) <= 2.6]
    order = {slot: index for index, slot in enumerate(seen)}
    return min(seen, key=lambda slot: (abs(contrast(hexed(slot), ground) - 1.6) > 0.5, order[slot]), default="accent6")
