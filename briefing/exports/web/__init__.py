"""A Dossier in, the evidence page out: one HTML file that fetches nothing and works from disk.

What sources say is put in as text. The page's own style and script are allowed by their hashes alone; whatever else
would be run, loaded or sent is refused by its policy.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import groupby
from xml.etree.ElementTree import Element, tostring

from briefing.exports.web.cards import badge, card, difference
from briefing.exports.web.markup import tag, words
from briefing.exports.web.texts import text
from briefing.model.dossier import GUIDANCE, NOT_VERIFIED, Card, Dossier

__all__ = ["page"]

_NO_FACTS = (NOT_VERIFIED, GUIDANCE)


def page(dossier: Dossier) -> str:
    """The page, ending with a line end; the same for the same Dossier."""
    style, script = (_asset(name) for name in ("page.css", "page.js"))
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        _policy(style, script),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", f"{dossier.subject}: the evidence"),
        _raw("style", style),
    )
    body = tag(
        "body",
        tag("a", "To the facts", href="#facts", class_="skip"),
        _header(dossier),
        tag("div", tag("main", *_main(dossier), id="facts", tabindex="-1"), _sources(dossier), class_="columns"),
        _raw("script", script),
    )
    return "<!DOCTYPE html>\n" + tostring(tag("html", head, body, lang="en"), encoding="unicode", method="html") + "\n"


def _asset(name: str) -> str:
    return (files("briefing.exports.web") / name).read_text(encoding="utf-8")


def _raw(name: str, content: str) -> Element:
    made = Element(name)
    made.text = content
    return made


def _policy(style: str, script: str) -> Element:
    style_hash, script_hash = (
        base64.b64encode(hashlib.sha256(part.encode()).digest()).decode() for part in (style, script)
    )
    policy = (
        f"default-src 'none'; style-src 'sha256-{style_hash}'; script-src 'sha256-{script_hash}'; "
        "base-uri 'none'; form-action 'none'"
    )
    made = tag("meta", content=policy)
    made.set("http-equiv", "Content-Security-Policy")
    return made


# ---------------------------------------------------------------- head of the page, filters


def _header(dossier: Dossier) -> Element:
    facts = sum(one.group not in _NO_FACTS for one in dossier.cards)
    open_ = sum(one.group == NOT_VERIFIED for one in dossier.cards)
    sources = len(dossier.texts)
    told = (
        f"{facts} facts and {open_} claims not verified, from {sources} source{'' if sources == 1 else 's'} "
        f"with {dossier.origins} independent origin{'' if dossier.origins == 1 else 's'}, as of {dossier.as_of}."
    )
    return tag(
        "header",
        tag("h1", f"{dossier.subject}: the evidence", dir="auto"),
        tag("p", dossier.description, dir="auto") if dossier.description else None,
        tag("p", told),
        _filters(dossier),
    )


def _filters(dossier: Dossier) -> Element:
    groups = list(dict.fromkeys(one.group for one in dossier.cards))
    standings = [
        tag("label", tag("input", type="checkbox", name="standing", value=stamp.key, checked=True), badge(stamp))
        for stamp in dossier.stamps
    ]
    sources = [(f"s{one.number}", f"[{one.number}] {one.name}") for one in dossier.texts]
    return tag(
        "form",
        tag("label", "Search ", tag("input", type="search", name="words", autocomplete="off"), class_="search"),
        tag("label", "Kind ", _choice("group", "All kinds", [(group, group) for group in groups])),
        tag("label", "Source ", _choice("source", "All sources", sources)),
        tag("fieldset", tag("legend", "Standing"), standings) if standings else None,
        tag("output", f"{len(dossier.cards)} entries", role="status"),
        tag("button", "Show all", type="reset"),
        id="filters",
        hidden=True,
        aria_label="Filter the facts",
    )


def _choice(name: str, every: str, values: Sequence[tuple[str, str]]) -> Element:
    options = [tag("option", every, value=""), *(tag("option", label, value=value) for value, label in values)]
    return tag("select", options, name=name)


# ---------------------------------------------------------------- facts and texts


def _main(dossier: Dossier) -> Iterator[Element]:
    for group, cards in groupby(dossier.cards, key=lambda one: one.group):
        yield _section(group, list(cards))
    if dossier.differences:
        yield tag(
            "section",
            tag("h2", f"Where sources differ ({len(dossier.differences)})"),
            [difference(one) for one in dossier.differences],
            id="differences",
        )
    if not dossier.cards:
        yield tag("p", "The sources state no facts.")


def _section(group: str, cards: Sequence[Card]) -> Element:
    name = "".join(sign if sign.isalnum() else "-" for sign in words(group).lower())
    return tag("section", tag("h2", f"{group} ({len(cards)})"), [card(one) for one in cards], id=f"group-{name}")


def _sources(dossier: Dossier) -> Element:
    listed = [tag("li", tag("a", f"[{one.number}] {one.name}", href=f"#s{one.number}")) for one in dossier.texts]
    return tag(
        "aside",
        tag("h2", "Sources", id="sources"),
        tag("nav", tag("ul", listed), aria_label="Sources"),
        [text(one) for one in dossier.texts],
        aria_labelledby="sources",
        tabindex="0",
    )
