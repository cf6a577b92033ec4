"""A subject, an as-of date → the names and dates that files bear."""

from __future__ import annotations

import datetime
import os
import re

from briefing.model.dates import bounds
from briefing.model.naming import plain_letters


def created(as_of: str) -> str:
    """The date a deck gives as its own, ISO 8601: SOURCE_DATE_EPOCH, else the briefing's as-of; never the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    found = bounds(as_of)
    day = datetime.date.fromordinal(found[1]) if found else datetime.date(2000, 1, 1)
    return f"{day.isoformat()}T00:00:00Z"


def slug(name: str) -> str:
    """A file name from a company's name, in any script."""
    return re.sub(r"[^a-z0-9]+", "-", plain_letters(name).lower()).strip("-")[:60].strip("-") or "briefing"
