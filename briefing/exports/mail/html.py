"""A Digest in, the HTML of a mail out: tables and inline styles, nothing fetched, light and dark, 600 pixels at most.

Every colour stands inline for clients that know no style sheets; those that do turn it through one class a role.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from briefing.exports.mail.citing import citation, clean
from briefing.exports.mail.palette import ROLES, Palettes
from briefing.model.digest import Bars, Digest, DigestDoubt, DigestFact, DigestSource, Tag

_TABLE = '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;{style}"'


class Page:
    """The pieces of one mail. font: a family of the theme. picture: Content-ID of the figure, "" for none."""

    def __init__(self, colors: Palettes, font: str, picture: str, width: int) -> None:
        self.colors, self.picture, self.width = colors, picture, width
        plain = "".join(sign for sign in font if sign.isalnum() or sign in " -")
        self.family = ",".join([*([f"'{plain}'"] if plain else []), "Arial", "Helvetica", "sans-serif"])

    def color(self, role: str) -> str:
        return f"#{self.colors.light[role]}"

    # ------------------------------------------------------------ words

    def text(self, tag: str, words: str, size: int, role: str = "tx1", style: str = "", after: str = "") -> str:
        """An element with words. after: further HTML inside it."""
        look = f"margin:0;font:{size}px/1.4 {self.family};color:{self.color(role)};{style}"
        return f'<{tag} class="{role}" dir="auto" style="{look}">{escape(clean(words))}{after}</{tag}>'

    def heading(self, words: str) -> str:
        return self.text("h2", words, 15, "accent1", "font-weight:bold;padding:26px 0 4px;")

    def cites(self, numbers: Sequence[int]) -> str:
        if not numbers:
            return ""
        return f' <span class="tx2" style="color:{self.color("tx2")};font-size:12px">{citation(numbers)}</span>'

    def pill(self, tag: Tag) -> str:
        """A badge: its word always, its colour besides."""
        solid = tag.style == "solid"
        ink = self.color("bg1" if solid else tag.color)
        ground = self.color(tag.color) if solid else self.color(f"tint-{tag.color}" if tag.style == "tint" else "bg1")
        classes = (
            f"bg-{tag.color} bg1t" if solid else f"{tag.color} {f'tint-{tag.color}' if tag.style == 'tint' else 'bg1'}"
        )
        line = "dashed" if tag.style == "dashed" else "solid"
        look = (
            f"display:inline-block;padding:1px 9px;border:1px {line} {self.color(tag.color)};border-radius:11px;"
            f"background-color:{ground};color:{ink};font:bold 12px/18px {self.family};white-space:nowrap;"
            f"vertical-align:middle;{'font-style:italic;' if tag.style == 'dashed' else ''}"
        )
        return f'<span class="{classes} ln-{tag.color}" style="{look}">{tag.glyph}&nbsp;{escape(tag.word)}</span>'

    # ------------------------------------------------------------ rows

    def row(self, inner: str, *, ruled: bool = True) -> str:
        """One row of the column, under a hairline."""
        line = f"border-top:1px solid {self.color('accent6')};padding:10px 0 11px;" if ruled else "padding:0;"
        return f'<tr><td class="{"rule" if ruled else "plain"}" style="{line}">{inner}</td></tr>\n'

    def fact(self, fact: DigestFact) -> str:
        """The label; the figure with its badges beside it; the note under it."""
        style = f"font-weight:bold;vertical-align:middle;{'font-style:italic;' if fact.rumoured else ''}"
        figure = self.text("span", fact.value, 26, "accent4" if fact.rumoured else "tx1", style)
        badges = "".join(f" &nbsp;{self.pill(tag)}" for tag in fact.tags)
        return self.row(
            self.text("p", fact.label, 13, "tx2", "font-weight:bold;")
            + f'<p style="margin:1px 0;line-height:34px">{figure}{badges}</p>'
            + self.text("p", fact.note, 14, after=self.cites(fact.cites))
        )

    def doubt(self, doubt: DigestDoubt) -> str:
        told = [
            ("Who says it", doubt.holder),
            ("Why it is open", doubt.why),
            ("What would settle it", doubt.verify),
        ]
        lines = "".join(
            self.text("p", "", 13, "tx2", "padding:3px 0 0;", f"<b>{label}:</b> {escape(clean(words))}")
            for label, words in told
            if words
        )
        return self.row(
            f'<p style="margin:0 0 5px;line-height:24px">{self.pill(doubt.tag)}</p>'
            + self.text("p", doubt.text, 15, style="font-weight:bold;", after=self.cites(doubt.cites))
            + lines
        )

    def source(self, source: DigestSource) -> str:
        words = f"[{source.number}] {source.name}"
        link = ""
        if source.url:
            look = f"color:{self.color('accent1')};text-decoration:underline"
            url = escape(source.url, quote=True)
            link = f' <a class="accent1" href="{url}" style="{look}">open</a>'
        detail = f"<br>{escape(clean(source.detail))}{link}" if source.detail else link
        return self.row(self.text("p", words, 13, style="padding:0 0 7px;", after=self._small(detail)), ruled=False)

    def _small(self, inner: str) -> str:
        return f'<span class="tx2" style="color:{self.color("tx2")}">{inner}</span>' if inner else ""

    def figure(self, bars: Bars) -> str:
        """The picture on a card of its own: its ground is its own in dark mode, too."""
        alt = escape(clean(bars.descr), quote=True)
        look = (
            f"display:block;width:100%;max-width:{self.width}px;height:auto;border:0;border-radius:6px;"
            f"font:13px/1.4 {self.family};color:{self.color('tx2')};"
        )
        image = f'<img class="tx2" src="cid:{self.picture}" width="{self.width}" alt="{alt}" style="{look}">'
        return self.heading(bars.title) + (
            f'<p style="margin:6px 0 6px">{image}</p>' + self.text("p", bars.note, 12, "tx2") if self.picture else ""
        )


def html(digest: Digest, colors: Palettes, font: str, picture: str, width: int, attached: Sequence[str]) -> str:
    """The page. picture: Content-ID of the figure, "" for none; width: in CSS pixels; attached: lines on the files."""
    page = Page(colors, font, picture, width)
    body = "".join(_sections(page, digest, attached))
    return _FRAME.format(
        title=escape(clean(digest.title)),
        style=_style(colors),
        ground=page.color("bg2"),
        card=page.color("bg1"),
        table=_TABLE.format(style="border-collapse:separate;"),
        body=body,
    )


def _sections(page: Page, digest: Digest, attached: Sequence[str]) -> Iterable[str]:
    top = page.text("p", digest.dated_title, 13, "accent1", "font-weight:bold;")
    headline = page.text("h1", digest.headline, 22, style="font-weight:bold;line-height:1.25;padding:4px 0 16px;")
    yield page.row(top + headline, ruled=False)
    yield from map(page.fact, digest.facts)
    if digest.changes:
        since = f"What changed since {digest.changed_since}" if digest.changed_since else "What changed"
        yield page.row(page.heading(since), ruled=False)
        yield from (page.row(page.text("p", line, 14)) for line in digest.changes)
    if digest.bars and page.picture:
        yield page.row(page.figure(digest.bars), ruled=False)
    if digest.doubts:
        said = page.text("p", digest.doubts_title, 14, style="padding:0 0 8px;")
        yield page.row(page.heading("Not verified") + said, ruled=False)
        yield from map(page.doubt, digest.doubts)
    said = page.text("p", digest.sources_title, 14, style="padding:0 0 8px;")
    yield page.row(page.heading("Sources") + said, ruled=False)
    yield from map(page.source, digest.sources)
    if digest.legend:
        yield page.row(page.heading("How to read the badges"), ruled=False)
        for tag in digest.legend:
            meaning = page.text("span", tag.means, 13, "tx2", "padding:0 0 0 6px;")
            yield page.row(f'<p style="margin:0;line-height:25px">{page.pill(tag)} {meaning}</p>', ruled=False)
    if attached:
        yield page.row(page.heading("Attached"), ruled=False)
    yield from (page.row(page.text("p", line, 13), ruled=False) for line in attached)


def _style(colors: Palettes) -> str:
    """What turns the mail dark, and makes room on narrow screens; in a sheet of its own what some stumble over."""
    dark = colors.dark
    rules = [
        f".ground{{background-color:#{dark['bg2']}!important}}",
        f".card,.bg1{{background-color:#{dark['bg1']}!important}}",
    ]
    rules.append(f".rule{{border-color:#{dark['accent6']}!important}}.bg1t{{color:#{dark['bg1']}!important}}")
    for role in ROLES[2:-1]:
        rules.append(f".{role}{{color:#{dark[role]}!important}}")
        if role != "tx1":
            rules.append(
                f".ln-{role}{{border-color:#{dark[role]}!important}}"
                f".bg-{role}{{background-color:#{dark[role]}!important}}"
                f".tint-{role}{{background-color:#{dark[f'tint-{role}']}!important}}"
            )
    outlook = "\n".join(_for_outlook(rule) for rule in rules[:3])
    return (
        ":root{color-scheme:light dark;supported-color-schemes:light dark}\n"
        "@media (max-width:480px){.room{padding:20px 16px 24px!important}.out{padding:0!important}}\n"
        "@media (prefers-color-scheme:dark){\n" + "\n".join(rules) + "\n}\n</style>\n<style>\n" + outlook
    )


def _for_outlook(rule: str) -> str:
    """The same for Outlook's apps, which set an attribute instead of asking the media query."""
    return "}".join(f"[data-ogsc] {part}" if part else "" for part in rule.replace(",.", ",[data-ogsc] .").split("}"))


_FRAME = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="x-apple-disable-message-reformatting">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>{title}</title>
<style>
{style}
</style>
</head>
<body class="ground" style="margin:0;padding:0;background-color:{ground};-webkit-text-size-adjust:100%">
{table}><tr><td class="out ground" align="center" style="padding:16px 8px;background-color:{ground}">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" border="0" \
style="width:100%;max-width:600px;background-color:{card};border-radius:8px;text-align:left">
<tr><td class="room" style="padding:28px 32px 32px;overflow-wrap:anywhere;word-break:break-word">
{table}>
{body}</table>
</td></tr></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body>
</html>
"""
