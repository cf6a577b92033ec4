"""The rules by which decks are judged: one row each, with why it matters and how to mend it.

`briefing check --rules` prints this table, docs/checks.md is made from it. A rule has two levels: in decks of anybody,
and in decks that were made here, which keep to more ("" where it is not judged).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from briefing.model.finding import Finding, Rule
from briefing.model.records import replace

E, W = "error", "warning"
_REPAIR = "PowerPoint offers to repair such a file and may leave things out."
_SAVE = "Open it in PowerPoint and save it again."

_ROWS: tuple[tuple[str, str, str, str, str], ...] = (
    # The file: what PowerPoint repairs, refuses or loses.
    ("package.type", E, E, _REPAIR, "Give the part the content type of what it is."),
    ("package.types", E, E, _REPAIR, "List each part once in [Content_Types].xml, and none that is not there."),
    ("package.type-name", W, W, "Some programs do not show pictures of an unknown type.", "Write image/jpeg."),
    ("package.relation", E, E, "What the relationship names is not shown, or the file is repaired.", _SAVE),
    ("package.relation-id", E, E, _REPAIR, "Give each relationship of a part an id of its own."),
    ("package.relation-count", E, E, _REPAIR, "A slide needs one layout, a layout one master, a master one theme."),
    ("package.notes", W, W, "Notes without a slide are lost.", _SAVE),
    ("package.notes-shared", E, E, _REPAIR, "Give each slide notes of its own."),
    ("package.orphan", W, W, "It makes the file larger and may tell what nobody should read.", _SAVE),
    ("package.outside", W, W, "It is gone when the deck is opened elsewhere.", "Embed it, or take it out."),
    ("package.link", W, W, "Readers elsewhere cannot follow it.", "Link to a web or mail address."),
    ("package.schema", E, E, _REPAIR, "Write the element where, and as, the format allows it."),
    ("package.slide-id", E, E, _REPAIR, "Give each slide an id of its own from 256 on."),
    ("package.slide-list", E, E, "The slide is lost, or the file is repaired.", "List each slide once."),
    ("package.layout-id", E, E, _REPAIR, "Give masters and layouts ids of their own from 2,147,483,648 on."),
    ("package.section", E, E, _REPAIR, "Take deleted slides out of the sections."),
    ("package.notes-master", W, W, "Keynote loses the notes.", "List the notes master in the presentation."),
    ("package.size", W, W, "Some programs take the type for the size.", "Leave the type out."),
    ("package.shape-id", W, W, "Links, glue and animations find the wrong shape.", "Number the shapes of a slide."),
    ("package.shape-id-range", E, E, _REPAIR, "Number shapes below 2,147,483,648."),
    ("package.glue", W, W, "The connector moves with no shape.", "Glue it to a shape of the slide."),
    ("package.animation", E, E, _REPAIR, "Take the animation out."),
    ("package.no-place", E, E, "The shape is not shown, or the file is repaired.", "Give it a place and a size."),
    ("package.placeholder", W, W, "Changing the layout moves the wrong one.", "Fill each placeholder once."),
    ("package.table-grid", E, E, _REPAIR, "Give each row as many cells as the grid has columns."),
    ("package.table-merge", E, E, _REPAIR, "Mark the cells under a merged one, and no others."),
    ("package.table-style", E, E, _REPAIR, "Name a table style by its id in braces, or none."),
    ("package.language", W, W, "Spelling and screen readers take another language.", 'Write "en-GB" or the like.'),
    ("package.chart-axis", E, E, _REPAIR, "Define each axis that a chart or another axis names."),
    ("package.chart-axis-id", W, W, "Some versions of PowerPoint repair the file.", "Number axes from 1 on."),
    ("package.chart-series", E, E, _REPAIR, "Number the series of a chart."),
    ("package.chart-empty", W, W, "The reader sees an empty frame.", "Give the chart data, or take it out."),
    ("package.chart-cache", E, E, "The chart is drawn wrong or not at all.", "Edit its data once in PowerPoint."),
    ("package.media", E, E, "It is not shown, or the file is repaired.", "Insert it again."),
    ("package.properties", E, E, _REPAIR, "Write each property once, dates as 2030-01-31T12:00:00Z."),
    ("package.rgb", "", W, "Another theme cannot change colours written as RGB.", "Use theme colours."),
    # What was left in the file.
    ("file.author", W, W, "Readers see it under File, Info.", "Write author and title of your own, or none."),
    ("file.thumbnail", W, W, "File managers show a picture of another deck.", "Take it out, or save in PowerPoint."),
    ("file.thumbnail-own", "", W, "It may show an older version.", "Take it out before the deck is sent."),
    ("file.printer", W, W, "It may name a printer of your house.", "Take it out before the deck is sent."),
    ("file.comments", W, W, "Readers outside see what colleagues wrote.", "Delete comments before the deck is sent."),
    # Titles, placeholders, what every slide of ours has.
    ("deck.empty", E, E, "There is nothing to show.", "Add a slide."),
    ("deck.model", W, W, "Nothing can be led back to its sources.", "Name the briefing with --model."),
    ("slide.blank", W, E, "The audience sees an empty page.", "Fill it or delete it."),
    ("slide.hidden", W, W, "It travels with the file and is read.", "Delete it before the deck is sent."),
    (
        "title.missing",
        E,
        E,
        "Screen readers and the outline name slides by their titles.",
        "Fill the title placeholder.",
    ),
    ("title.twice", W, E, "Slides of one name cannot be told apart in a list.", 'Add "(2 of 3)" or the like.'),
    ("title.stop", "", W, "A title is a headline.", "Leave the full stop out."),
    ("placeholder.empty", W, E, "It shows as “Click to add text” while somebody edits.", "Fill it or delete it."),
    ("placeholder.twice", "", E, "Changing the layout moves the wrong one.", "Fill it once."),
    ("furniture.missing", "", E, "Every slide says its sources, its deck and its number.", "Add it."),
    ("name.twice", "", W, "Readers of the selection pane cannot tell them apart.", "Number them."),
    ("key.twice", "", E, "Links and the audit find the wrong slide.", 'Add "-2" or the like.'),
    ("notes.long", "", W, "Nobody reads two pages while speaking.", "Shorten them."),
    ("text.filler", W, E, "It was there to be replaced.", "Write what is meant, or delete it."),
    ("text.repeats", W, "", "The reader takes it for a mistake, or it is one.", "Say it once."),
    # Text in its place.
    ("fit.overflow", E, E, "The text runs out of its frame or over its neighbours.", "Shorten it, or give it room."),
    ("fit.spill", W, E, "The text runs out of its box, which cannot be seen.", "Make the box as large as its text."),
    ("fit.tight", W, W, "Another font or renderer breaks a line more.", "Shorten it, or give it a little room."),
    ("fit.word", W, W, "The word is cut in two.", "Widen its place, or set it smaller."),
    ("fit.title", "", E, "A title is read at a glance.", "Shorten the title to two lines."),
    ("fit.badge", "", E, "A badge on two lines is no badge.", "Widen it."),
    ("fit.small", "", E, "Below 8.5 pt nobody reads it.", "Set it larger or leave it out."),
    ("text.small", W, "", "Below 8.5 pt nobody reads it, even on paper.", "Set it larger or leave it out."),
    ("layout.off-slide", E, E, "What is over the edge is not seen.", "Move it or make it smaller."),
    ("layout.beside", W, E, "It is not seen, but travels with the file.", "Delete it."),
    ("layout.zone", "", E, "Content keeps clear of titles and sources.", "Move it or make it smaller."),
    ("layout.table", "", E, "PowerPoint stretches the table when it is edited.", "Correct the widths and heights."),
    ("layout.overlap", W, W, "Neither can be read.", "Move them apart."),
    ("layout.covered", W, E, "What lies beneath cannot be read.", "Bring the text to the front, or move it."),
    (
        "contrast.text",
        E,
        E,
        "Readers with weak eyes, beamers and prints lose it (WCAG 2.2, 1.4.3).",
        "Darken or lighten.",
    ),
    ("contrast.furniture", W, E, "Dates, footers and numbers are read too (WCAG 2.2, 1.4.3).", "Darken or lighten it."),
    # For those who do not see the slide.
    ("alt.missing", W, E, "A screen reader has nothing to say.", "Say in one sentence what it shows."),
    ("alt.name", W, W, "A file name or a machine's guess says nothing.", "Say in one sentence what it shows."),
    ("alt.on-text", W, W, "Exported to PDF, the text becomes a picture.", "Take the description out."),
    ("alt.decorative", W, W, "A screen reader stops at each.", "Mark as decorative, or describe."),
    ("alt.both", W, W, "It is called decorative and is described.", "Decide for one of the two."),
    ("table.header", W, E, "Cells are read out without their headings.", "Mark the first row as header row."),
    ("order.title", W, W, "The title is read after what it heads.", "Send the title to the back."),
    ("order.reading", W, W, "It is read in another order than it is seen.", "Order the shapes as they are read."),
    ("lang.missing", W, W, "It is read out in the reader's own language.", "Set the language of the text."),
    ("link.text", W, W, "Read out alone, it does not say where it leads.", "Link words that name the target."),
    ("link.dead", W, W, "It leads to no slide of the deck.", "Leave the link out."),
    ("link.unsafe", W, W, "Readers elsewhere cannot follow it.", "Link to a web or mail address."),
    # One look.
    (
        "font.missing",
        W,
        W,
        "Other computers show another font and break lines elsewhere.",
        "Embed it, or use a common one.",
    ),
    ("style.size", W, "", "A size used once beside its neighbour looks like a slip.", "Use the sizes of the deck."),
    ("style.color", W, "", "A colour used once beside its neighbour looks like a slip.", "Use theme colours."),
    ("picture.stretched", W, W, "Faces and logos are distorted.", "Reset its size, keep its proportions."),
    ("picture.coarse", W, W, "It shows its pixels on a large screen.", "Use a larger picture."),
    ("chart.crowded", W, W, "The labels of the axis cannot be read.", "Show fewer, shorten them, or turn the chart."),
    ("chart.workbook", E, E, "The chart changes as soon as somebody edits its data.", "Correct the one or the other."),
    ("chart.workbook-missing", W, W, "Nobody can edit the chart.", "Insert the chart with its data."),
    ("connector.loose", W, E, "The line stays where it is when shapes are moved.", "Glue both of its ends."),
    # Evidence: in decks that carry their briefing.
    ("citation.unlisted", "", E, "The reader cannot find the source.", "List every source that is cited."),
    ("citation.unused", "", W, "The reader looks for what is not there.", "List only what is cited."),
    ("tracing.citation", "", W, "The reader looks it up in the wrong source.", "Cite the source that says it."),
    ("tracing.number", "", W, "No source says it.", "Leave it out or correct it."),
    ("tracing.name", "", W, "No source names it.", "Use the sources' own words."),
    ("tracing.quote", "", W, "A quote is literal.", "Quote the source's own words."),
)

RULES: Mapping[str, Rule] = MappingProxyType({row[0]: Rule(*row) for row in _ROWS})  # type: ignore[arg-type]


def ruled(findings: Iterable[Finding], *, own: bool) -> Iterator[Finding]:
    """Findings with their rules' levels and remedies; those that a deck is not judged by are left out."""
    for finding in findings:
        rule = RULES[finding.rule]
        level = rule.own if own else rule.level
        if level:
            yield replace(
                finding, level=level, remedy=finding.remedy or rule.remedy[:1].lower() + rule.remedy[1:].rstrip(".")
            )
