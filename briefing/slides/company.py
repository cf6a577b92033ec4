"""The company: what it offers as a stack of layers, from how it is sold to where it runs, and a few plain facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.measure import body_face, text_height, text_width
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing, Infrastructure, Product
from briefing.model.frame import Box, Line, Mark, Paint, Paragraph, TextMark, inches
from briefing.model.records import dataclass
from briefing.model.theme import Theme
from briefing.slides import figures
from briefing.slides.canvas import HEADED, LEFT, TOP, Page, Sheet, foot_note, hairline, heading, page_of, text_mark
from briefing.slides.glance import Glance, glances
from briefing.slides.ledger import Fact, Ledger
from briefing.slides.notes import Notes
from briefing.slides.prose import Style, fitted, label, paragraph
from briefing.slides.sayings import LEAST_ROOM, Saying, saying_marks, sayings
from briefing.slides.stack import STACK_WIDTH, Band, Chip, stacks
from briefing.slides.storyline import described
from briefing.slides.tables import water_fill
from briefing.slides.titles import candidates
from briefing.slides.wording import capital, counted, listed, number_word, plural, share, shown, word_set

_ROW, _LEAST_ROW, _LEAST_BESIDE = inches(0.80), inches(0.64), inches(0.50)
_FEW_BANDS = 3  # more of them fill the height
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
class CompanyPlan:
    titles: tuple[str, ...]
    heading: str
    bands: tuple[Band, ...]
    facts: tuple[Glance, ...]
    notes: Notes
    sayings: tuple[Saying, ...] = ()


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
    said = sayings(ledger) if len(bands) <= _FEW_BANDS else ()
    return (CompanyPlan(_titles(ledger, bands), heading_text, bands, facts, notes, said),)


# ---------------------------------------------------------------- words


def _bands(ledger: Ledger) -> tuple[Band, ...]:
    chips: dict[str, list[tuple[Chip, tuple[int, ...]]]] = {}
    for product in ledger.briefing.products:
        chips.setdefault(_layer(product), []).append((_product(ledger, product), ledger.cites(product)))
    shown_already = {(chip.versions[-1].lower(), chip.announced) for parts in chips.values() for chip, _ in parts}
    for site in _distinct(ledger.briefing.infrastructure):
        if (shown(site.name).lower(), _ahead(site)) in shown_already:
            continue  # told as a product as well: one thing counts once
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


def _distinct(sites: Sequence[Infrastructure]) -> Iterator[Infrastructure]:
    """Sites without those that only name the places of the same number of sites in other words."""
    seen: set[str] = set()
    for site in sites:
        head = _PLACES.split(shown(site.name).lower(), maxsplit=1)[0]
        if head in seen and head[:1].isdigit():
            continue
        seen.add(head)
        yield site


_PLACES = re.compile(r" (?:across|throughout|in|near|at) ")


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
    return Chip(tuple(dict.fromkeys(texts)), ledger.ids(site), _ahead(site))


def _ahead(site: Infrastructure) -> bool:
    return site.status in ("planned", "announced")


def _titles(ledger: Ledger, bands: Sequence[Band]) -> tuple[str, ...]:
    chips = [chip for band in bands for chip in band.chips]
    open_ = sum(chip.announced for chip in chips)
    number = len(chips)
    name = ledger.subject
    tail = ""
    if open_ and open_ < number:
        tail = f"{share(open_, number)} named offers and sites {plural(open_, 'is')} only announced"
    tail = tail or _own_figures(ledger)
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


def _own_figures(ledger: Ledger) -> str:
    """How many of the figures on the company's size nobody but the company gives; "" where it is none of a few."""
    told = [item for item in ledger.briefing.metrics if not item.forward_looking and item.standing != "rumoured"]
    told = [item for item in told if "valuation" not in item.name.lower()]
    own = sum(item.standing == "company-stated" for item in told)
    if len(told) < _SEVERAL or not own:
        return ""
    part = f"all {number_word(own)}" if own == len(told) else share(own, len(told))
    return f"{part} figures on its size and growth {plural(own, 'is')} its own"


_SEVERAL = 3  # figures of which a share can be told


# ---------------------------------------------------------------- places


def layout(plan: CompanyPlan, theme: Theme) -> tuple[Sheet, ...]:
    """Stack on the left, facts on the right; facts alone take both halves. Each has its slides where room is scarce."""
    face, page = body_face(theme), page_of(theme)
    width = page.share(STACK_WIDTH)
    offers = _offers(plan, width, page, face) if plan.bands and not page.narrow else []
    if len(offers) == 1 and (page.bottom - HEADED) >= len(plan.facts) * _LEAST_BESIDE:
        said = _said(plan, offers[0], width, page, face)
        slides = [[*offers[0], *said, *_facts(plan.facts, page.cx(8), page.cs(4), page, face)]]
    elif not plan.bands and plan.sayings and plan.facts and not page.narrow:
        box = Box(LEFT, TOP, width, page.bottom - TOP)
        slides = [[*saying_marks(plan.sayings, box, face), *_facts(plan.facts, page.cx(8), page.cs(4), page, face)]]
    else:
        offers = _offers(plan, page.width, page, face) if plan.bands else []
        slides = [*offers, *_facts_alone(plan.facts, page, face)]
    return tuple(
        Sheet("company", "canvas", "Company", plan.titles, tuple(marks), plan.notes, at, len(slides))
        for at, marks in enumerate(slides, 1)
    )


def _said(plan: CompanyPlan, offers: Sequence[Mark], width: int, page: Page, face: str) -> list[Mark]:
    """What the sources say of the company, where the stack leaves room under it."""
    foot = max(mark.box.y + mark.box.h for mark in offers if isinstance(mark, TextMark))
    y = foot + inches(0.26)
    if not plan.sayings or page.bottom - y < LEAST_ROOM:
        return []
    return saying_marks(plan.sayings, Box(LEFT, y, width, page.bottom - y), face)


def _offers(plan: CompanyPlan, width: int, page: Page, face: str) -> list[list[Mark]]:
    """The stack under its heading, once for each slide it takes."""
    room = width - inches(2.6)  # the key stands on the same line
    told = plan.heading if text_width(plan.heading, 13, True, face) <= room else "What it offers"
    head: list[Mark] = [heading(told, LEFT, room)]
    if any(chip.announced for band in plan.bands for chip in band.chips):
        head += _key(LEFT + width, face)
    return [[*head, *marks] for marks in stacks(plan.bands, width, page, face)]


def _facts_alone(facts: Sequence[Glance], page: Page, face: str) -> Iterator[list[Mark]]:
    """The facts in two columns."""
    rows = max((page.bottom - HEADED) // _LEAST_ROW, 1)
    parts = -(-len(facts) // (2 * rows))
    share = -(-len(facts) // max(parts, 1))
    for start in range(0, len(facts), max(share, 1)):
        part = facts[start : start + share]
        half = -(-len(part) // 2)
        left = _facts(part[:half], LEFT, page.cs(6), page, face)
        yield left + _facts(part[half:], page.cx(6), page.cs(6), page, face, "And further")


def _key(right: int, face: str) -> Iterator[Mark]:
    text = "Announced, not yet operating"
    width = text_width(text, 10, False, face) + inches(0.04)
    x = right - width
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


def _facts(
    facts: Sequence[Glance], x: int, width: int, page: Page, face: str, title: str = "At a glance"
) -> list[Mark]:
    if not facts:
        return []
    marks: list[Mark] = [heading(title, x, width)]
    height = min((page.bottom - HEADED) // len(facts), _ROW)
    texts = [_fact(fact, width, 2 if height >= _LEAST_ROW else 1, face) for fact in facts]
    heights = [height] * len(facts)
    wider = [_fact(fact, width, 2, face) for fact in facts]
    needs = [text_height(found, width, face) + inches(0.14) for found in wider]
    if max(needs) > height and sum(needs) <= page.bottom - HEADED:  # rows as high as each needs
        texts, heights = wider, water_fill(needs, page.bottom - HEADED, _ROW)
    y = HEADED
    for at, (fact, paragraphs, high) in enumerate(zip(facts, texts, heights, strict=True)):
        marks += [
            hairline(f"Rule: {x} {at}", x, y, width),
            text_mark(
                f"Fact: {_told(paragraphs[0])}", Box(x, y, width, high), paragraphs, anchor="middle", claims=fact.ids
            ),
        ]
        y += high
    return marks


def _fact(fact: Glance, width: int, most: int, face: str) -> tuple[Paragraph, ...]:
    """The lead in one line, the text in at most so many; the citation behind the last of them."""
    lead = fitted(fact.leads, Style(12.0, bold=True), width, 1, face)
    text = fitted(fact.texts, Style(11.5), width, most, face)
    head = paragraph(lead, Style(12.0, bold=True), cite=not text.text, after=1)
    return (head, paragraph(text, Style(11.5))) if text.text else (head,)


def _told(item: Paragraph) -> str:
    """Its words without the citation."""
    return "".join(run.text for run in item.runs if run.kind != "citation")
