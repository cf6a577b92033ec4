"""A specimen deck of an invented company, drawn by hand: every kind of mark, every layout, all that XML dislikes."""

from __future__ import annotations

import struct
import zlib

from briefing.model.frame import (
    Box,
    Cell,
    ChartMark,
    ConnectorMark,
    Deck,
    Frame,
    GroupMark,
    Layout,
    Line,
    Link,
    Mark,
    Paint,
    Paragraph,
    PictureMark,
    Row,
    RuleMark,
    Run,
    Series,
    TableMark,
    TextMark,
    inches,
)
from briefing.model.theme import ColorRole
from tests.exports.framing import box

NB = "\u00a0"


def cx(column: int) -> float:
    return 0.6 + 939_800 * column / 914_400


def cs(columns: int) -> float:
    return (939_800 * columns - 182_880) / 914_400


def text(name: str, place: Box, words: str, size: float, color: ColorRole = "tx1", bold: bool = False) -> TextMark:
    return TextMark(name, place, (Paragraph((Run(words, size, bold, color=color),)),))


def claim(words: str, citation: str, size: float) -> Paragraph:
    return Paragraph((Run(words, size, kind="claim"), Run(f"{NB}[{citation}]", size - 2, color="tx2", kind="citation")))


def badge(word: str, x: float, y: float, w: float, *, number: int = 1) -> TextMark:
    looks: dict[str, tuple[ColorRole, Paint, Line | None, str]] = {
        "Corroborated": ("bg1", Paint("accent2"), None, "●"),
        "Reported": ("accent1", Paint("accent1", 13), None, "●"),
        "Company-stated": ("accent3", Paint("accent3", 13), None, "○"),
        "Rumoured": ("accent4", Paint("bg1"), Line("accent4", 1, "sysDash"), "◊"),
        "Disputed": ("accent5", Paint("bg1"), Line("accent5", 0.75), "≠"),
    }
    color, fill, line, glyph = looks[word]
    run = Run(f"{glyph} {word}", 9, True, word == "Rumoured", color, "badge")
    return TextMark(
        f"Badge: {word}" + (f" {number}" if number > 1 else ""),
        box(x, y, w, 0.21),
        (Paragraph((run,), "center"),),
        "roundRect",
        0.5,
        fill,
        line,
        "middle",
        False,
        link=Link(slide="evidence", tip="To the evidence"),
    )


def furniture(number: int) -> tuple[TextMark, ...]:
    link = Link(slide="evidence", tip="To the evidence")
    sources = (Paragraph((Run("Sources   [1] Northwind Daily   [2] Trade Gazette", 9, color="tx2"),)),)
    label = (Paragraph((Run("Acme Robotics  |  CTO briefing  |  May 2031", 9, color="tx2"),), "right"),)
    page = (Paragraph((Run(str(number), 9, True, field="slidenum"),), "right"),)
    return (
        TextMark("Sources", box(0.6, 7.03, 8.75, 0.2), sources, placeholder=11, link=link),
        TextMark("Deck label", box(9.45, 7.03, 2.86, 0.2), label, placeholder=12),
        TextMark("Page number", box(12.393, 7.03, 0.34, 0.2), page, placeholder=13),
    )


def frame(key: str, layout: Layout, section: str, title: str, number: int, *marks: Mark) -> Frame:
    return Frame(
        key,
        key,
        layout,
        title,
        (
            TextMark("Title", box(cx(0), 0.7, cs(12), 0.86), (Paragraph((Run(title, 24, True),)),), placeholder=0),
            TextMark(
                "Section",
                box(cx(0), 0.44, cs(8), 0.22),
                (Paragraph((Run(section, 11, True, color="accent1"),)),),
                placeholder=10,
            ),
            *marks,
            *furniture(number),
        ),
        f"KEY MESSAGE\n{title}\n\nEVIDENCE\n[1] “Acme raised $12 million”\n\nCAUTION\nOne source.",
    )


def title_frame() -> Frame:
    marks: list[Mark] = [
        TextMark(
            "Title",
            box(0.6, 1.7, 7.62, 1.0),
            (Paragraph((Run("Acme Robotics", 60, True),)),),
            placeholder=0,
            anchor="bottom",
        ),
        TextMark(
            "Section",
            box(cx(0), 0.44, cs(8), 0.22),
            (Paragraph((Run("Executive briefing", 11, True, color="accent1"),)),),
            placeholder=10,
        ),
        TextMark(
            "Subtitle",
            box(0.6, 2.95, 7.27, 1.2),
            (
                Paragraph(
                    (Run('Acme sells arms & grippers <fast>, and its "growth" rests on its own word', 22, color="tx2"),)
                ),
            ),
            placeholder=1,
        ),
    ]
    for index, (label, value) in enumerate(
        (("Audience", "CTO"), ("As of", "May 2031"), ("Sources", "2 articles"), ("Origins", "2"))
    ):
        marks.append(
            TextMark(
                f"Meta: {label}",
                box(cx(2 * index), 5.8, cs(2), 0.62),
                (Paragraph((Run(label, 10.5, color="tx2"),), after=2), Paragraph((Run(value, 16, True),))),
                placeholder=14 + index,
            )
        )
    heading = (Paragraph((Run("How to read the standing badges", 11, True),)),)
    marks.append(TextMark("Legend heading", box(9.272, 0.44, 3.461, 0.22), heading, placeholder=18))
    words = (
        ("Corroborated", 1.15),
        ("Reported", 0.9),
        ("Company-stated", 1.33),
        ("Rumoured", 0.96),
        ("Disputed", 0.87),
    )
    for index, (word, width) in enumerate(words):
        y = 1.02 + 0.95 * index
        marks.append(badge(word, 9.272, y, width))
        marks.append(text(f"Meaning: {word}", box(9.272, y + 0.26, 3.461, 0.22), f"What {word.lower()} means", 11.5))
    return Frame("title", "title", "title", "Acme Robotics", tuple(marks), "KEY MESSAGE\nAcme sells arms.")


def overview_frame() -> Frame:
    marks: list[Mark] = []
    tiles = (
        ("Revenue", ">$12M", "Company-stated", 1.33),
        ("Raised", "~$4M", "Reported", 0.9),
        ("Next round", "~$9M", "Rumoured", 0.96),
    )
    for index, (label, value, word, width) in enumerate(tiles):
        x, rumoured = cx(4 * index), word == "Rumoured"
        rule = Line("accent4", 1.5, "sysDash") if rumoured else Line("accent1", 2)
        right = inches(x + cs(4))
        marks += [
            RuleMark(f"Rule: {label}", inches(x), inches(1.78), right, inches(1.78), rule),
            text(f"Label: {label}", box(x, 1.91, cs(4), 0.22), label, 11, "tx2", True),
            TextMark(
                f"Value: {label}",
                box(x, 2.16, cs(4), 0.66),
                (Paragraph((Run(value, 38, True, rumoured, "accent4" if rumoured else "tx1", "claim"),)),),
                claims=(f"c{index}",),
            ),
            TextMark(f"Note: {label}", box(x, 2.83, cs(4), 0.4), (claim("Up from $2M one year earlier", "1,2", 11),)),
            badge(word, x, 3.36, width),
        ]
    marks.append(text("Heading", box(0.6, 3.97, cs(12), 0.26), "So what for a CTO", 13, "accent1", True))
    for index in range(3):
        y = 4.31 + 0.6 * index
        marks += [
            RuleMark(f"Hairline {index + 1}", inches(0.6), inches(y), inches(12.733), inches(y), Line("accent6", 0.75)),
            TextMark(
                f"Lead {index + 1}",
                box(0.6, y, cs(3), 0.6),
                (Paragraph((Run("Buy it for control", 14, True),)),),
                anchor="middle",
            ),
            TextMark(
                f"Text {index + 1}",
                box(cx(3), y, cs(9), 0.6),
                (
                    claim(
                        "Open interfaces are what it offers; its CEO concedes that it does not yet own the best arm",
                        "1",
                        12.5,
                    ),
                ),
                anchor="middle",
                claims=("c7", "c8"),
            ),
        ]
    marks.append(
        TextMark(
            "العربية",
            box(0.6, 6.3, 6, 0.3),
            (Paragraph((Run("شركة أكمي", 12, lang="ar-SA", rtl=True),), "right", rtl=True),),
        )
    )
    marks.append(text("Foreign", box(7, 6.3, 5.7, 0.3), "Нордвинд 漢字 😀 Ünïcödé \x00\x0bnext \ud800line", 12))
    return frame(
        "overview", "canvas", "Overview", "Acme fits where control decides; its next round is a rumour", 2, *marks
    )


def cell(
    words: str,
    *,
    size: float = 11,
    bold: bool = False,
    color: ColorRole = "tx1",
    italic: bool = False,
    first: bool = False,
    **more: object,
) -> Cell:
    runs = (Run(words, size, bold, italic, color, "claim"),) if words else ()
    padding = (0 if first else inches(0.07), inches(0.055), inches(0.07), inches(0.055))
    return Cell((Paragraph(runs),), padding=padding, **more)  # type: ignore[arg-type]


def funding_frame() -> Frame:
    head, hair, dash = Line("tx1", 1), Line("accent6", 0.75), Line("accent4", 1.25, "sysDash")
    widths = (1.22, 2.18, 1.72, 1.78, 3.30, 1.30, 0.633)
    header = tuple(
        cell(word, size=10, bold=True, color="tx2", first=not index, bottom=head, anchor="bottom")
        for index, word in enumerate(
            ("Date", "Round", "Amount", "Valuation", "Lead or notable detail", "Standing", "Src")
        )
    )
    rows = [Row(inches(0.3), header)]
    for _ in range(3):
        rows.append(
            Row(
                inches(0.59),
                (
                    cell("June 2030", first=True, bottom=hair),
                    cell("Series A", bold=True, bottom=hair),
                    cell("€4M", bold=True, bottom=hair, claims=("c1", "c2")),
                    cell("", bottom=hair),
                    cell("Northwind Ventures; described then as the largest in arms", bottom=hair),
                    cell("● Reported", bold=True, color="accent1", bottom=hair),
                    cell("1", size=9.5, color="tx2", bottom=hair),
                ),
            )
        )
    rumour = ("Mid-2031", "Rumoured raise", "~$9M", "~$80M", "Not a confirmed round", "◊ Rumoured", "1,2")
    rows.append(
        Row(
            inches(0.59),
            tuple(
                cell(word, color="accent4", italic=True, first=not i, top=dash, bottom=dash)
                for i, word in enumerate(rumour)
            ),
        )
    )
    columns = [inches(width) for width in widths]
    columns[-1] += inches(12.133) - sum(columns)
    height = sum(row.height for row in rows)
    place = Box(inches(0.6), inches(1.78), sum(columns), height)
    table = TableMark("Funding table", place, tuple(columns), tuple(rows), placeholder=20, claims=("f1",))
    note = TextMark("Total", box(0.6, 6.46, cs(12), 0.24), (claim("Total: about $12M in rounds", "1", 11.5),))
    return frame(
        "funding",
        "table",
        "Funding",
        "Reported rounds took Acme to €4M; the next raise is only a rumour",
        3,
        table,
        note,
    )


def chart_frame() -> Frame:
    series = (
        Series("Reported", (1.0, 4.5, None), ("$1M", "~$4.5M", ""), Paint("accent1")),
        Series(
            "Rumoured",
            (None, None, 9.0),
            ("", "", "~$9M"),
            Paint("accent4", pattern="wdUpDiag"),
            Line("accent4", 1.5, "sysDash"),
            "accent4",
            True,
        ),
    )
    chart = ChartMark(
        "Valuation chart",
        box(0.6, 2.38, 7.772, 4.34),
        ("Seed\nJune 2029", "Series A\n~Dec 2030", "Next raise\nmid-2031\n(rumoured)"),
        series,
        9.8,
        "US dollars, millions",
        "Column chart of valuation by round in US dollars: Seed $1M, reported; Series A ~$4.5M, reported; next"
        " ~$9M, rumoured.",
        placeholder=20,
        claims=("c4",),
    )
    marks: list[Mark] = [
        text("Chart heading", box(0.6, 1.78, 7.77, 0.26), "Valuation by round", 13, "accent1", True),
        text("Chart note", box(0.6, 2.05, 7.77, 0.2), "US dollars as given in the sources", 10, "tx2"),
        chart,
        text("What it means", box(cx(8), 1.78, cs(4), 0.26), "What it means", 13, "accent1", True),
    ]
    for index, word in enumerate(("Reported", "Corroborated", "Rumoured")):
        y = 2.12 + 1.53 * index
        end = inches(cx(8) + cs(4))
        marks += [
            RuleMark(f"Hairline {index}", inches(cx(8)), inches(y), end, inches(y), Line("accent6", 0.75)),
            badge(word, cx(8), y + 0.16, 1.15),
            text(f"Point {index}", box(cx(8), y + 0.46, cs(4), 0.26), "Northwind set the price", 14, bold=True),
            TextMark(
                f"Comment {index}",
                box(cx(8), y + 0.72, cs(4), 0.5),
                (claim("The lead put in €1M and became top shareholder", "1", 12),),
            ),
        ]
    return frame(
        "funding-chart",
        "chart-commentary",
        "Funding",
        "Valuation rose from $1M to about $4.5M; the rest is a rumour",
        4,
        *marks,
    )


def map_frame() -> Frame:
    marks: list[Mark] = []
    inner: list[TextMark | RuleMark | ConnectorMark | PictureMark] = []
    wing, top = 4.917, 1.78
    for side, x in (("left", 0.6), ("right", 12.733 - wing)):
        for row in range(2):
            y = top + row * 1.95
            name = f"Cluster {side} {row + 1}"
            inner.append(TextMark(name, box(x, y, wing, 1.75), (), "roundRect", 0.04, Paint("bg2"), decorative=True))
            inner.append(
                TextMark(
                    f"Heading {name}",
                    box(x + 0.13, y + 0.06, wing - 0.26, 0.26),
                    (Paragraph((Run("Industry", 12, True), Run("  put to work in", 12, color="tx2"))),),
                    anchor="middle",
                )
            )
            for node in range(4):
                nx, ny = x + 0.13 + (node % 2) * 2.36, y + 0.38 + (node // 2) * 0.62
                planned = node == 3
                inner.append(
                    TextMark(
                        f"Org {name} {node}",
                        box(nx, ny, 2.29, 0.46),
                        (
                            Paragraph((Run(f"Northwind {node}", 10.5, True, kind="claim"),)),
                            Paragraph(
                                (
                                    Run("Partner", 9, italic=planned, color="tx2"),
                                    Run(f"{NB}[1,2]", 8.5, color="tx2", kind="citation"),
                                )
                            ),
                        ),
                        "roundRect",
                        0.1,
                        Paint("bg1"),
                        Line("accent3", 1, "sysDash") if planned else Line("accent6", 0.75),
                        "middle",
                        insets=(inches(0.1), 0, inches(0.05), 0),
                        claims=(f"r{node}",),
                    )
                )
    inner.append(
        TextMark(
            "Hub",
            box(12.133 / 2 + 0.6 - 0.75, 2.9, 1.5, 1.5),
            (
                Paragraph((Run("Acme", 16, True, color="bg1"),), "center"),
                Paragraph((Run("16 named", 9.5, color="bg1"),), "center"),
            ),
            "ellipse",
            fill=Paint("accent1"),
            anchor="middle",
        )
    )
    inner.append(TextMark("Base", box(0.6, 5.7, 12.133, 0.7), (), "roundRect", 0.1, Paint("bg2"), decorative=True))
    line = Line("accent1", 1.25)
    for side, site, panel_site in (("left", 2, 3), ("right", 6, 1)):
        for row in range(2):
            end = (f"Cluster {side} {row + 1}", panel_site)
            inner.append(ConnectorMark(f"Connector {side} {row + 1}", ("Hub", site), end, "elbow", line))
    inner.append(ConnectorMark("Connector base", ("Hub", 4), ("Base", 0), "straight", line))
    marks.append(
        GroupMark("Partnership map", box(0.6, 1.78, 12.133, 4.62), tuple(inner), "Map of 16 organisations in 4 groups.")
    )
    marks.append(TextMark("Swatch", box(0.6, 6.57, 0.1, 0.1), (), "ellipse", fill=Paint("accent1"), decorative=True))
    marks.append(text("Key", box(0.78, 6.52, 4, 0.2), "Also an investor", 10, "tx2"))
    return frame(
        "partnerships",
        "canvas",
        "Partnerships",
        "Of 16 named organisations, none is both partner and investor",
        5,
        *marks,
    )


def evidence_frame() -> Frame:
    hair, head, group = Line("accent6", 0.75), Line("tx1", 1), Line("tx2", 1)
    sources = TableMark(
        "Sources table",
        box(0.6, 2.12, 4.6, 0.3 + 3 * 0.5),
        (inches(0.4), inches(2.8), inches(1.4)),
        (
            Row(
                inches(0.3),
                tuple(
                    cell(w, size=10, bold=True, color="tx2", first=not i, bottom=head)
                    for i, w in enumerate(("", "Article", "Origin"))
                ),
            ),
            Row(
                inches(0.5),
                (
                    cell("1", bold=True, first=True, bottom=hair, row_span=2, anchor="top"),
                    cell("What is Acme?", bottom=hair),
                    cell("Daily", bottom=hair),
                ),
            ),
            Row(
                inches(0.5),
                (cell("", covered=True, bottom=group), cell("Second part", bottom=group), cell("Daily", bottom=group)),
            ),
            Row(
                inches(0.5),
                (
                    cell("2", bold=True, first=True, bottom=hair),
                    cell("Arms race", bottom=hair),
                    cell("Gazette", bottom=hair),
                ),
            ),
        ),
        placeholder=20,
    )
    matrix_rows = [
        Row(
            inches(0.3),
            (
                cell("", first=True),
                cell("Daily", size=10, color="tx2", col_span=2, bottom=group),
                cell("", covered=True, bottom=group),
                cell("Gazette", size=10, color="tx2", fill=Paint("bg2")),
                cell(""),
            ),
        ),
        Row(
            inches(0.3),
            tuple(
                cell(w, size=10, bold=True, color="tx2", first=not i, bottom=head)
                for i, w in enumerate(("Claim", "1", "2", "3", "Standing"))
            ),
        ),
    ]
    for words in ("Series A at €4M", "Arms acquired"):
        matrix_rows.append(
            Row(
                inches(0.34),
                (
                    cell(words, size=10.5, first=True, bottom=hair),
                    cell("●", size=10.5, bottom=hair),
                    cell("", bottom=hair),
                    cell("≠", size=10.5, bold=True, color="accent5", bottom=hair, fill=Paint("bg2")),
                    cell("● Corroborated", size=10.5, bold=True, color="accent2", bottom=hair),
                ),
            )
        )
    columns = (inches(3.2), inches(0.6), inches(0.6), inches(0.9), inches(1.6))
    matrix = TableMark(
        "Evidence matrix",
        Box(inches(cx(5)), inches(2.12), sum(columns), sum(row.height for row in matrix_rows)),
        columns,
        tuple(matrix_rows),
        placeholder=21,
        header_rows=2,
    )
    picture = PictureMark("Figure", box(0.6, 5.2, 1.2, 0.8), png(), "A grey square")
    link = TextMark(
        "Address",
        box(2.2, 5.2, 3, 0.3),
        (Paragraph((Run("Open the article", 11.5),)),),
        link=Link(url="https://example.org/a b?q=“x”&r=1"),
    )
    bad = TextMark(
        "Refused", box(2.2, 5.6, 3, 0.3), (Paragraph((Run("No link", 11.5),)),), link=Link(url="javascript:alert(1)")
    )
    return frame(
        "evidence",
        "two-panels",
        "Evidence",
        "Two articles rest on two independent origins",
        6,
        sources,
        matrix,
        picture,
        link,
        bad,
    )


def png() -> bytes:
    """A grey 8 × 8 picture."""
    rows = b"".join(b"\x00" + b"\x80" * 8 for _ in range(8))
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    body = b"".join(struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in chunks)
    return b"\x89PNG\r\n\x1a\n" + body


def specimen() -> Deck:
    frames = (title_frame(), overview_frame(), funding_frame(), chart_frame(), map_frame(), evidence_frame())
    return Deck(
        "Acme Robotics: CTO briefing",
        "Acme Robotics",
        "CTO",
        frames,
        '{"schema_version": "1", "subject": {"name": "Acme <Robotics> & \ufffe Co"}}',
        "2031-05-31T00:00:00Z",
    )
