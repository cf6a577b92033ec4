"""The company: what it offers as a stack of layers, from how it is sold to where it runs, and a few plain facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.measure import body_face, text_width
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing, Infrastructure, Product
from briefing.model.frame import Box, Line, Mark, Paint, TextMark, inches
from briefing.model.theme import Theme
from briefing.slides import figures
from briefing.slides.canvas import BOTTOM, HEADED, LEFT, TOP, Sheet, cs, cx, foot_note, hairline, heading, text_mark
from briefing.slides.glance import Glance, glances
from briefing.slides.ledger import Fact, Ledger
from briefing.slides.notes import Notes
from briefing.slides.prose import Statement, Style, claim, fitted, label, paragraph
from briefing.slides.storyline import described
from briefing.slides.titles import candidates
from briefing.slides.wording import capital, counted, listed, plural, share, shown, word_set

_STACK_WIDTH = inches(7.772)
_GAP = inches(0.09)
_CHIP_H, _CHIP_GAP, _CHIP_MARGIN = inches(0.29), inches(0.08), inches(0.22)
_CHIPS_X = inches(1.90)  # from the band's left edge
_UNIT = inches(1.05)  # most height of a band of one line
_WEIGHTS = {1: 1.0, 2: 1.55, 3: 2.1}
_ROW = inches(0.80)
_GENERIC = word_set("product model service platform family series line range offering solution initiative")
_LAYERS = (
    ("channels", "Channels", "How it is sold"),
    ("apps", "Applications", "What users touch"),
    ("products", "Products", "What it offers"),
    ("platform", "Platform", "What users build on"),
    ("models", "Models", "What it is made of"),
    ("hardware", "Hardware", "What it ships"),
    ("infrastructure", "Infrastructure", "Where it runs"),
)
# What the words of a product's kind (or name) say about its layer.
_KINDS = (
    ("models", word_set("model llm algorithm weights neural")),
    (
        "platform",
        word_set(
            "platform service api sdk toolkit tooling software cloud suite system engine edition network "
            "infrastructure protocol library framework"
        ),
    ),
    ("apps", word_set("app application assistant agent chatbot bot scheduler tool console dashboard website")),
    (
        "hardware",
        word_set(
            "robot arm gripper vehicle car truck chip processor device sensor drone battery machine hardware camera "
            "controller accelerator server rack unit satellite rocket terminal"
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Chip:
    """versions of its text, longest first. announced: not operating or released yet."""

    versions: tuple[str, ...]
    ids: tuple[str, ...]
    announced: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    title: str
    sub: Statement
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class CompanyPlan:
    titles: tuple[str, ...]
    heading: str
    bands: tuple[Band, ...]
    facts: tuple[Glance, ...]
    notes: Notes


def plan(briefing: Briefing, audience: Audience) -> tuple[CompanyPlan, ...]:
    """One plan; none without a product, a site and at least two plain facts."""
    ledger = Ledger(briefing)
    bands, facts = _bands(ledger), glances(ledger)
    if not bands and len(facts) < 2:
        return ()
    announced = sum(chip.announced for band in bands for chip in band.chips)
    caution = ("What is announced is not yet operating",) if announced else ()
    named: list[Fact] = [*briefing.products, *briefing.infrastructure, *briefing.people, *briefing.profile]
    names = "; ".join(f"{band.title}: {', '.join(chip.versions[0] for chip in band.chips)}" for band in bands)
    notes = Notes("", ledger.quotes(*named, most=1), caution, names)
    heading_text = f"What {ledger.subject} offers"
    return (CompanyPlan(_titles(ledger, bands), heading_text, bands, facts, notes),)


# ---------------------------------------------------------------- words


def _bands(ledger: Ledger) -> tuple[Band, ...]:
    chips: dict[str, list[tuple[Chip, tuple[int, ...]]]] = {}
    for product in ledger.briefing.products:
        chips.setdefault(_layer(product), []).append((_product(ledger, product), ledger.cites(product)))
    for site in ledger.briefing.infrastructure:
        chips.setdefault("infrastructure", []).append((_site(ledger, site), ledger.cites(site)))
    for item in ledger.briefing.relationships:
        if "distributor" in item.kinds and item.status == "current":
            chip = Chip((f"Through {shown(item.name)}", shown(item.name)), ledger.ids(item))
            chips.setdefault("channels", []).append((chip, ledger.cites(item)))
    found = []
    for key, title, sub in _LAYERS:
        if key in chips:
            parts = sorted(chips[key], key=lambda part: (part[0].announced, -len(part[1])))
            cites = tuple(sorted({number for _, numbers in parts for number in numbers}))
            found.append(Band(title, label(sub, cites), tuple(chip for chip, _ in parts)))
    return tuple(found) if "".join(chips).replace("channels", "") else ()


def _layer(product: Product) -> str:
    """By the words of its kind, else by those of its name."""
    for text in (product.kind, product.name):
        words = {word.rstrip("s") for word in re.findall(r"[a-z]+", text.lower())}
        for key, kinds in _KINDS:
            if words & {kind.rstrip("s") for kind in kinds}:
                return key
    return "products"


def _product(ledger: Ledger, product: Product) -> Chip:
    name, kind = capital(shown(product.name)), shown(product.kind)
    licence = shown(product.license)
    texts = [name]
    plain = not kind or kind.lower() in _GENERIC or kind.lower() in name.lower()
    if not plain and len(kind) <= 28:
        texts.insert(0, f"{name}, {kind}")
    if licence and len(licence) <= 20:
        texts.insert(0, f"{name}, {licence}")
    return Chip(tuple(texts), ledger.ids(product), product.status != "released")


def _site(ledger: Ledger, site: Infrastructure) -> Chip:
    name = capital(shown(site.name))
    parts = [shown(site.capacity), shown(site.location)]
    extra = [part for part in parts if part and part.lower() not in name.lower()]
    texts = [", ".join([name, *extra]), ", ".join([name, *extra[:1]]), name]
    if site.amounts:
        texts.insert(
            0,
            ", ".join(
                [f"{figures.short(site.amounts[0])} {name[:1].lower() + name[1:] if ' ' in name else name}", *extra]
            ),
        )
    if site.status == "acquired":
        texts = [f"{name}, acquired", name]
    return Chip(tuple(dict.fromkeys(texts)), ledger.ids(site), site.status in ("planned", "announced"))


def _titles(ledger: Ledger, bands: Sequence[Band]) -> tuple[str, ...]:
    chips = [chip for band in bands for chip in band.chips]
    open_ = sum(chip.announced for chip in chips)
    number = len(chips)
    name = ledger.subject
    tail = ""
    if open_ and open_ < number:
        tail = f"{share(open_, number)} named offers and sites {plural(open_, 'is')} only announced"
    elif open_:
        tail = "none of the named offers and sites is operating yet"
    found = [f"{text}; {tail}" for text in described(ledger) if tail] + list(described(ledger))
    if len(bands) > 1:
        layers = listed([band.title.lower() for band in bands], 3)
        found += [f"{name} is named with {layers}" + (f"; {tail}" if tail else "")]
    if number:
        found += [
            f"The sources name {counted(number, 'offer or site' if number == 1 else 'offers and site')} of {name}"
            + (f"; {tail}" if tail else "")
        ]
    people = len(ledger.briefing.people)
    if people and not number:
        found.append(f"The sources name {counted(people, 'person')} behind {name} and no product")
    return candidates(*found, f"{name}, as the sources describe it", "The company, as the sources describe it")


# ---------------------------------------------------------------- places


def layout(plan: CompanyPlan, theme: Theme) -> tuple[Sheet, ...]:
    """Stack on the left, facts on the right; facts alone take both halves."""
    face = body_face(theme)
    marks: list[Mark] = []
    if plan.bands:
        marks.append(heading(plan.heading, LEFT, _STACK_WIDTH))
        if any(chip.announced for band in plan.bands for chip in band.chips):
            marks += _key(face)
        marks += _stack(plan.bands, face)
        marks += _facts(plan.facts, cx(8), cs(4), face)
    else:
        half = -(-len(plan.facts) // 2)
        marks += _facts(plan.facts[:half], LEFT, cs(6), face)
        marks += _facts(plan.facts[half:], cx(6), cs(6), face, "And further")
    return (Sheet("company", "canvas", "Company", plan.titles, tuple(marks), plan.notes),)


def _key(face: str) -> Iterator[Mark]:
    text = "Announced, not yet operating"
    width = text_width(text, 10, False, face) + inches(0.04)
    x = LEFT + _STACK_WIDTH - width
    box = Box(x - inches(0.38), TOP + inches(0.03), inches(0.30), inches(0.16))
    yield TextMark(
        "Key: announced",
        box,
        geometry="roundRect",
        adjust=0.2,
        fill=Paint("bg1"),
        line=Line("accent3", 1.0, "sysDash"),
        decorative=True,
    )
    yield foot_note(text, x, width, y=TOP + inches(0.02), name="Key text")


def _stack(bands: Sequence[Band], face: str) -> list[Mark]:
    room = _STACK_WIDTH - _CHIPS_X - inches(0.10)
    most = 3 if len(bands) <= 3 else 2
    lines = [_flowed(band.chips, room, most, face) for band in bands]
    weights = [_WEIGHTS[max(len(found), 1)] for found in lines]
    free = BOTTOM - HEADED - _GAP * (len(bands) - 1)
    unit = min(_UNIT, round(free / sum(weights)))
    marks: list[Mark] = []
    y = HEADED
    for band, found, weight in zip(bands, lines, weights, strict=True):
        height = round(unit * weight)
        marks += _band(band, found, y, height, face)
        y += height + _GAP
    return marks


_Spot = tuple[Chip | None, str, int]  # chip, its text, its width


def _flowed(chips: Sequence[Chip], room: int, most: int, face: str) -> list[list[_Spot]]:
    """Chips in lines: with their fullest texts if that fits the lines, else shorter ones, else "+N more"."""
    for level in range(3):
        spots: list[_Spot] = []
        for chip in chips:
            text = chip.versions[min(level, len(chip.versions) - 1)]
            spots.append((chip, *_chip_text(text, room, face)))
        lines = _wrapped(spots, room)
        if len(lines) <= most:
            return lines
    return _with_more(spots, room, most, face)


def _chip_text(text: str, room: int, face: str) -> tuple[str, int]:
    style = Style(10.5)
    short = fitted([claim(text)], style, room - _CHIP_MARGIN, 1, face).text
    return short, text_width(short, 10.5, False, face) + _CHIP_MARGIN


def _wrapped(spots: Sequence[_Spot], room: int) -> list[list[_Spot]]:
    lines: list[list[_Spot]] = [[]]
    x = 0
    for spot in spots:
        if lines[-1] and x + spot[2] > room:
            lines.append([])
            x = 0
        lines[-1].append(spot)
        x += spot[2] + _CHIP_GAP
    return lines


def _with_more(spots: list[_Spot], room: int, most: int, face: str) -> list[list[_Spot]]:
    for kept in range(len(spots) - 1, 0, -1):
        text = f"+{len(spots) - kept} more"
        more: _Spot = (None, text, text_width(text, 10.5, False, face) + _CHIP_MARGIN)
        lines = _wrapped([*spots[:kept], more], room)
        if len(lines) <= most:
            return lines
    return _wrapped(spots[:1], room)


def _band(band: Band, lines: Sequence[Sequence[_Spot]], y: int, height: int, face: str) -> list[Mark]:
    inner = _CHIPS_X - inches(0.26)
    title = Style(12.5, bold=True)
    head = paragraph(fitted([label(band.title)], title, inner, 2, face), title)
    sub = paragraph(fitted([band.sub], Style(10.0, "tx2"), inner, 2, face), Style(10.0, "tx2"))
    adjust = 0.06 * 914_400 / min(height, _STACK_WIDTH)
    marks: list[Mark] = [
        TextMark(
            f"Band: {band.title}",
            Box(LEFT, y, _STACK_WIDTH, height),
            geometry="roundRect",
            adjust=adjust,
            fill=Paint("bg2"),
            decorative=True,
        ),
        text_mark(f"Layer: {band.title}", Box(LEFT + inches(0.16), y, inner, height), (head, sub), anchor="middle"),
    ]
    total = len(lines) * _CHIP_H + (len(lines) - 1) * _CHIP_GAP
    top = y + (height - total) // 2
    for line in lines:
        x = LEFT + _CHIPS_X
        for chip, text, width in line:
            marks.append(_chip(chip, text, Box(x, top, width, _CHIP_H), band.title))
            x += width + _CHIP_GAP
        top += _CHIP_H + _CHIP_GAP
    return marks


def _chip(chip: Chip | None, text: str, box: Box, band: str) -> Mark:
    if chip is None:
        style = Style(10.5, "tx2", italic=True, align="center")
        return TextMark(f"More: {band}", box, (paragraph(label(text), style),), anchor="middle", wrap=False)
    style = Style(10.5, italic=chip.announced, align="center")
    line = Line("accent3", 1.0, "sysDash") if chip.announced else Line("accent6", 0.75)
    return TextMark(
        f"Offer: {chip.versions[-1]}",
        box,
        (paragraph(claim(text), style),),
        geometry="roundRect",
        adjust=0.2,
        fill=Paint("bg1"),
        line=line,
        anchor="middle",
        wrap=False,
        claims=chip.ids,
    )


def _facts(facts: Sequence[Glance], x: int, width: int, face: str, title: str = "At a glance") -> list[Mark]:
    if not facts:
        return []
    marks: list[Mark] = [heading(title, x, width)]
    height = min((BOTTOM - HEADED) // len(facts), _ROW)
    for at, fact in enumerate(facts):
        y = HEADED + at * height
        lead = fitted(fact.leads, Style(12.0, bold=True), width, 1, face)
        most = 2 if height >= inches(0.64) else 1
        text = fitted(fact.texts, Style(11.5), width, most, face)
        paragraphs = (
            paragraph(lead, Style(12.0, bold=True), cite=not text.text, after=1),
            paragraph(text, Style(11.5)),
        )
        marks += [
            hairline(f"Rule: {x} {at}", x, y, width),
            text_mark(
                f"Fact: {lead.text}",
                Box(x, y, width, height),
                paragraphs if text.text else paragraphs[:1],
                anchor="middle",
                claims=fact.ids,
            ),
        ]
    return marks
