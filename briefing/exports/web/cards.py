"""A fact or a difference of the Dossier in, its card as HTML out."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from briefing.exports.web.markup import tag
from briefing.model.dossier import Card, Difference, Quote, Stamp


def badge(stamp: Stamp) -> Element:
    """A standing: its glyph and word always, its colour besides."""
    sign = tag("span", stamp.glyph, aria_hidden="true")
    return tag("span", sign, f" {stamp.word}", class_=f"badge {stamp.key}", title=stamp.means or None)


def card(fact: Card) -> Element:
    """One fact: what it is, how far it can be trusted and why, and the words behind it."""
    sources = sorted({quote.source for quote in fact.quotes})
    count = f"{len(fact.quotes)} passage{'' if len(fact.quotes) == 1 else 's'}"
    return tag(
        "article",
        tag("h3", fact.heading, *[part for stamp in fact.stamps for part in (" ", badge(stamp))], dir="auto"),
        tag("dl", [tag("div", tag("dt", label), tag("dd", value, dir="auto")) for label, value in fact.values])
        if fact.values
        else None,
        tag("p", " ".join(f"{line}." for line in fact.why), class_="why", dir="auto") if fact.why else None,
        _differs(fact.differences),
        tag("details", tag("summary", f"{count} in {_sources(sources)}"), quotes(fact.quotes)) if fact.quotes else None,
        id=fact.id,
        class_="fact",
        data_group=fact.group,
        data_standing=" ".join(stamp.key for stamp in fact.stamps) or "none",
        data_sources=" ".join(f"s{number}" for number in sources),
        tabindex="-1",
    )


def _sources(numbers: Sequence[int]) -> str:
    if len(numbers) == 1:
        return f"source {numbers[0]}"
    return f"sources {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"


def _differs(found: Sequence[tuple[str, str]]) -> Element | None:
    if not found:
        return None
    links = [part for one, topic in found for part in ("; ", tag("a", topic, href=f"#{one}", dir="auto"))]
    return tag("p", "Where sources differ: ", *links[1:], class_="why")


def quotes(found: Sequence[Quote]) -> Element:
    """Passages as links to their place in the source's text."""
    items = []
    for quote in found:
        held = ", ".join(filter(None, (quote.holder, quote.modality)))
        items.append(
            tag(
                "li",
                tag("a", tag("q", quote.words, dir="auto"), href=f"#{quote.span}", class_="cite"),
                " ",
                tag("span", f"[{quote.source}] {quote.name}{': ' + held if held else ''}", class_="by", dir="auto"),
            )
        )
    return tag("ol", items, class_="quotes")


def difference(found: Difference) -> Element:
    """What the sources differ on: the versions side by side, the one that is used, and why."""
    sides = [
        tag("div", tag("h4", side.value, dir="auto"), quotes(side.quotes) if side.quotes else None, class_="side")
        for side in found.sides
    ]
    kind = "Both can be true" if found.compatible else "They cannot all be true"
    about = tag("a", "See the fact", href=f"#{found.about}") if found.about else None
    return tag(
        "article",
        tag("h3", found.topic, dir="auto"),
        tag("p", f"{kind}. ", about, class_="why"),
        tag("div", sides, class_="sides"),
        tag("p", tag("strong", "Used here: "), found.used, f". {found.why}." if found.why else ".", dir="auto"),
        id=found.id,
        class_="difference",
        tabindex="-1",
    )
