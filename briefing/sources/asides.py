"""A page → roles of lines beside the article's own words: bylines, captions, questions that it answers."""

from __future__ import annotations

import re

from briefing.model.patterns import late
from briefing.sources import furniture
from briefing.sources.roles import Page, ends_sentence
from briefing.sources.wordlists import words

_OPENING = ('"', "\u201c", "\u201e", "\u00ab")
_ASKED = late(r"(?:Q|Question|Frage|F)\s?\d*\s?[:.)]\s*", re.IGNORECASE)
_FAQ = ("frequently asked questions", "(faq)", " faq", " faqs")
# What is written for programs that read the page, not for its readers.
_MACHINES = ("language model", "llm", "ai assistant", "ai model", "ai system", "ai agent", "chatbot", "assistant")
_MESSAGES = ("note", "message", "notice", "attention")
# An order to them holds one of these, or is addressed to one of the above with a colon.
_ORDERS = (
    *("instruction", "disregard", "ignore ", "forget everything", "system:", "prompt", "developer:"),
    *("[inst", "[sys", "[assistant", "[dev", "[admin", "<|im", "<<sys", "you are a", "you are now", "forget "),
    *(
        "your briefing",
        "the briefing",
        "your summary",
        "the summary",
        "your output",
        "your answer",
        "your response",
        "your reply",
    ),
)
_TO_MACHINES = late(
    r"\W*(?:(?:system|important|hidden|urgent)?\s?(?:note|message|instructions?|notice|prompt|attention)\b[^.:]{0,20}"
    r"\b(?:to|for)\s(?:\w+\s){0,2})?(?:language models?|llms?|ai (?:assistants?|models?|systems?|agents?)|chatbots?"
    r"|assistants?)\s?:|.{0,200}\b(?:ignore|disregard|forget) (?:all |any |everything )?(?:of )?"
    r"(?:the |your )?(?:(?:previous|prior|above|earlier) (?:instructions|text|article|prompts?|messages?)"
    r"|above(?: and|[.,;]))"
    r"|\W*(?:system|prompt|developer)\s?:\s(?=.{0,120}\b(?:say|state|report|ignore|disregard|add|include|you|write)\b)"
    r"|\W*\[/?(?:inst|sys|system)\]|\W*<\|?/?(?:im_start|system|inst)|\W*<<sys>>"
    r"|\W*[\[<({#*]+\s*(?:new |updated )?(?:system|developer|admin(?:istrator)?|assistant)"
    r"(?: (?:prompt|message|instructions?|override|update|notice|note|command)){1,2}\b"
    r"|\W*you are now (?:an? |the )"
    r"|\W*(?:now )?you are (?:now )?(?:an? )?(?:\w+ ){0,2}"
    r"(?:analyst|assistant|chatbot|summari[sz]er|language model|ai)\b"
    r"|.{0,200}\b(?:add|include|insert|write|state|report|mention|say|put) (?:\w+ ){0,4}?(?:to|in|into) "
    r"(?:your|the) (?:briefing|summary|output|answer|response|reply)\b"
    r"|.{0,300}\b(?:do not|don't|never) (?:mention|reveal|repeat|disclose) (?:this|these) "
    r"(?:instructions?|prompts?|messages?)",
    re.IGNORECASE,
)
_FORMULA = late(r"[=@+]\s*[A-Za-z][\w.]*\s*[(|!]")  # a cell of a spreadsheet: "=HYPERLINK(", "=cmd|"
_FARTHEST = 12  # lines to "[/System]"
_ATTRIBUTION = re.compile(r"[\u2014\u2013-]{0,2} ?([^,;:.]{3,50}), ([^,;:!?]{3,90})")


def mark_questions(page: Page) -> None:
    """Questions that the text itself answers: in an FAQ, in turn with longer items, or marked "Q:"."""
    inside = False
    for index, line in enumerate(page.lines):
        bare = line.low.rstrip(" :")
        if bare in words("furniture", "opens_questions") or bare.endswith(_FAQ):
            if page.roles[index] in ("", "label", "title"):
                page.roles[index] = "heading"
            inside = True
        elif _asks(line.text) and _is_answered(page, index, inside):
            page.roles[index] = "question"


def _is_answered(page: Page, index: int, inside: bool) -> bool:
    text = page.lines[index].text
    if text[:1] in "QqFf" and _ASKED.match(text):
        return True
    if index not in page.bullets:
        return inside and page.roles[index] in ("", "heading") and len(text) < 250
    if index + 1 not in page.bullets:
        return False
    answer = page.lines[index + 1].text
    return not _asks(answer) and ends_sentence(answer) and len(answer) > 60


def _asks(text: str) -> bool:
    return text.rstrip('"\u201d\u2019)').endswith(("?", "\uff1f"))


_HEADER = 12  # lines below the headline in which author and length are told


def mark_header(page: Page) -> None:
    """Names between the headline and the first paragraph are bylines, unless they head what is below them."""
    closed = (
        index for index in range(len(page.lines)) if page.is_paragraph(index) and page.roles[index] in ("", "sentence")
    )
    for index in range(page.title + 2, min(page.title + _HEADER, len(page.lines))):
        timed = page.roles[index] == "byline" and furniture.tells_length(page.lines[index].low)
        if timed and page.open(index - 1) and furniture.is_name(page.lines[index - 1].text):
            page.roles[index - 1] = "byline"  # a name over "4 min read", also below a standfirst
    for index in range(page.title + 1, next(closed, 0)):
        if not page.open(index) or index in page.bullets:
            continue
        text = page.lines[index].text
        named = furniture.is_name(text) and len(text.split()) <= 4 and _stands_in_header(page, index)
        if named or furniture.is_signature(text):
            page.roles[index] = "byline"


def _stands_in_header(page: Page, index: int) -> bool:
    """Directly below the headline or other furniture; a heading has words of the article above it."""
    section = page.lines[index - 1].text.split() if index == page.title + 2 else []  # "News", "Climate tech"
    if len(section) in (1, 2) and not ends_sentence(section[-1]):
        return True
    return index == page.title + 1 or page.roles[index - 1] in ("title", "byline", "caption", "boilerplate")


def mark_orders(page: Page) -> None:
    """Lines that tell a machine what to say or do are no words of the article; a quoted one in a sentence stays."""
    for index, line in enumerate(page.lines):
        if line.text[:1] in "=@+" and _FORMULA.match(line.text):
            page.roles[index] = "boilerplate"
            continue
        told = any(map(line.low.__contains__, _ORDERS)) or (":" in line.low and _is_addressed(line.low))
        if told and _TO_MACHINES.match(line.text) and not any(sign in line.text for sign in _OPENING):
            page.roles[index] = "boilerplate"
            _mark_to_its_end(page, index)


def _mark_to_its_end(page: Page, index: int) -> None:
    """What stands between "[System message]" and "[/System]" is of the message, line by line."""
    opening = page.lines[index].low.lstrip()
    if opening[:1] != "[" or "[/" in opening:
        return
    below = range(index + 1, min(index + _FARTHEST, len(page.lines)))
    end = next((at for at in below if page.lines[at].low.lstrip().startswith("[/")), index)
    for at in range(index + 1, end + 1):
        page.roles[at] = "boilerplate"


def _is_addressed(low: str) -> bool:
    """Does a line begin with a name for a machine, or is it a message with one in it?"""
    named = [name for name in _MACHINES if name in low]
    if not named or any(map(low.__contains__, _MESSAGES)):
        return bool(named)
    return any(not any(map(str.isalnum, low[: low.find(name)])) for name in named)


def mark_captions(page: Page) -> None:
    """A name with a post beside a picture credit or a quotation: whom the picture shows, or who speaks."""
    for index, line in enumerate(page.lines):
        if not page.open(index) or index in page.bullets:
            continue
        below, above = _text(page, index + 1), _text(page, index - 1)
        if furniture.is_picture_credit(below) and _describes_picture(line.text):
            page.roles[index] = "caption"
            continue
        if furniture.is_name(line.text) and len(line.text.split()) <= 3:
            if below.startswith(_OPENING) and len(below) > 40:
                page.roles[index] = "caption"
        elif _is_attribution(line.text):
            credited = page.roles[index + 1 : index + 2] == ["caption"]
            if credited or (above.startswith(_OPENING) and not line.text.endswith(".")):
                page.roles[index] = "caption"


def _describes_picture(text: str) -> bool:
    """One short sentence without a figure that a slide could want."""
    return len(text) < 160 and not any(sign in text for sign in "$\u20ac\u00a3%") and ". " not in text


def _is_attribution(text: str) -> bool:
    """A name and at most ten words of a post: "Jane Doe, chief executive of Acme"."""
    match = _ATTRIBUTION.fullmatch(text.rstrip("."))
    return match is not None and furniture.is_name(match[1].strip()) and len(match[2].split()) <= 10


def _text(page: Page, index: int) -> str:
    return page.lines[index].text if 0 <= index < len(page.lines) else ""
