"""Words in, elements of an HTML page out: what a source says is always text, never markup."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

Child = Element | str | None

# Signs that a page must not act on: controls, and those that turn the direction of writing.
_BARRED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def words(text: str) -> str:
    """Text as a page shows it: a barred sign as �, a sign that turns the direction as its code point."""
    text = _TURNING.sub(lambda sign: f"[U+{ord(sign[0]):04X}]", text)
    return _BARRED.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def tag(name: str, /, *children: Child | Iterable[Child], **attributes: str | bool | None) -> Element:
    """An element. Attributes: `class_` for class, `_` stands for `-`; None and False are left out, True is its name."""
    made = Element(name)
    for key, value in attributes.items():
        if value is not None and value is not False:
            label = key.rstrip("_").replace("_", "-")
            made.set(label, label if value is True else words(value))
    for child in children:
        if child is None or isinstance(child, str | Element):
            _put(made, child)
        else:
            for part in child:
                _put(made, part)
    return made


def _put(parent: Element, child: Child) -> None:
    if isinstance(child, Element):
        parent.append(child)
    elif child:
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + words(child)
        else:
            parent.text = (parent.text or "") + words(child)
