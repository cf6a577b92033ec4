"""The names that Office files use: content types of parts, and kinds of relations between parts."""

from __future__ import annotations

_OFFICE = "application/vnd.openxmlformats-officedocument."
_PRESENTATION = _OFFICE + "presentationml."
_SHEET = _OFFICE + "spreadsheetml."
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


class Content:
    """Content types."""

    XML = "application/xml"
    PRESENTATION = _PRESENTATION + "presentation.main+xml"
    PRESENTATION_PROPERTIES = _PRESENTATION + "presProps+xml"
    VIEW_PROPERTIES = _PRESENTATION + "viewProps+xml"
    TABLE_STYLES = _PRESENTATION + "tableStyles+xml"
    MASTER = _PRESENTATION + "slideMaster+xml"
    LAYOUT = _PRESENTATION + "slideLayout+xml"
    SLIDE = _PRESENTATION + "slide+xml"
    NOTES_MASTER = _PRESENTATION + "notesMaster+xml"
    NOTES = _PRESENTATION + "notesSlide+xml"
    TAGS = _PRESENTATION + "tags+xml"
    THEME = _OFFICE + "theme+xml"
    CHART = _OFFICE + "drawingml.chart+xml"
    EXTENDED_PROPERTIES = _OFFICE + "extended-properties+xml"
    CUSTOM_XML_PROPERTIES = _OFFICE + "customXmlProperties+xml"
    CORE_PROPERTIES = "application/vnd.openxmlformats-package.core-properties+xml"
    WORKBOOK = _SHEET + "sheet"  # of the file that holds it
    WORKBOOK_MAIN = _SHEET + "sheet.main+xml"
    WORKSHEET = _SHEET + "worksheet+xml"
    SHARED_STRINGS = _SHEET + "sharedStrings+xml"
    PNG = "image/png"
    JPEG = "image/jpeg"
    SVG = "image/svg+xml"


class Kind:
    """Kinds of relations."""

    DOCUMENT = _RELATIONS + "officeDocument"
    EXTENDED_PROPERTIES = _RELATIONS + "extended-properties"
    CORE_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    PRESENTATION_PROPERTIES = _RELATIONS + "presProps"
    VIEW_PROPERTIES = _RELATIONS + "viewProps"
    TABLE_STYLES = _RELATIONS + "tableStyles"
    MASTER = _RELATIONS + "slideMaster"
    LAYOUT = _RELATIONS + "slideLayout"
    SLIDE = _RELATIONS + "slide"
    NOTES_MASTER = _RELATIONS + "notesMaster"
    NOTES = _RELATIONS + "notesSlide"
    TAGS = _RELATIONS + "tags"
    THEME = _RELATIONS + "theme"
    CHART = _RELATIONS + "chart"
    IMAGE = _RELATIONS + "image"
    LINK = _RELATIONS + "hyperlink"
    PACKAGE = _RELATIONS + "package"
    CUSTOM_XML = _RELATIONS + "customXml"
    CUSTOM_XML_PROPERTIES = _RELATIONS + "customXmlProps"
    WORKSHEET = _RELATIONS + "worksheet"
    SHARED_STRINGS = _RELATIONS + "sharedStrings"
