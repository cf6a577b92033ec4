"""A Digest, a theme and files in, the message of a mail out; pure bytes, no network."""

from briefing.exports.mail.figure import WIDTH as FIGURE_WIDTH
from briefing.exports.mail.figure import figure
from briefing.exports.mail.html import html
from briefing.exports.mail.message import encoded_size, message_id, write
from briefing.exports.mail.palette import palettes
from briefing.exports.mail.text import text

__all__ = ["FIGURE_WIDTH", "encoded_size", "figure", "html", "message_id", "palettes", "text", "write"]
