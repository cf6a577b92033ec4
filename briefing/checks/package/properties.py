"""What a file says of itself in, what is broken in it or was left there by somebody else out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from briefing.checks.package.parts import Parts
from briefing.checks.subject import found
from briefing.model.finding import Finding

_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?)?)?")
# What libraries write where nobody has said anything.
_LEFT = {
    "steve canny": "the author of a library's template",
    "generated using python-pptx": "a library's own description",
    "pptxgenjs": "a library's name",
    "pptxgenjs presentation": "a library's own title",
    "powerpoint presentation": "no title but PowerPoint's own",
    "powerpoint-präsentation": "no title but PowerPoint's own",
    "présentation powerpoint": "no title but PowerPoint's own",
    "presentación de powerpoint": "no title but PowerPoint's own",
}
_THUMBNAILS = frozenset({0xAD0EA05A})  # by checksum: of templates that libraries begin with


def check(parts: Parts) -> Iterator[Finding]:
    """Properties, thumbnail, printer settings, comments."""
    package = parts.package
    for name in package.names():
        if parts.types.get(name) == _CORE or name.endswith("core.xml"):
            yield from _core(package.xml(name), name)
    thumbnail = package.first("", "thumbnail")
    if thumbnail:
        stale = package.crc(thumbnail) in _THUMBNAILS
        rule = "file.thumbnail" if stale else "file.thumbnail-own"
        yield found(rule, 0, thumbnail, "the file shows a picture of another deck" if stale else "a thumbnail is left")
    related = [relation.kind for relation in package.relations(package.main).values()]
    if "printerSettings" in related:
        yield found("file.printer", 0, package.main, "settings of somebody's printer are left in the file")
    remarks = [
        name for name in package.names() if any(f"/{kind}" in name for kind in ("comments/", "threadedComments/"))
    ]
    if remarks:
        yield found("file.comments", 0, remarks[0], f"{len(remarks)} parts with comments are left in the file")


def _core(root: Any, name: str) -> Iterator[Finding]:
    counted = Counter(str(item.tag) for item in root)
    for tag, count in counted.items():
        if count > 1:
            yield found("package.properties", 0, name, f"{tag.rpartition('}')[2]} stands {count} times")
    for item in root:
        tag, text = str(item.tag).rpartition("}")[2], (item.text or "").strip()
        if tag in ("created", "modified") and not _DATE.fullmatch(text):
            yield found("package.properties", 0, name, f'"{text[:30]}" is no date')
        if text.lower() in _LEFT:
            yield found("file.author", 0, name, f'{tag} says "{text}": {_LEFT[text.lower()]}')
