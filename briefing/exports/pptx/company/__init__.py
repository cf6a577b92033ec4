"""A company's template in, what slides of ours need to know of it out: layouts, free areas, grounds, what it leaves."""

from __future__ import annotations

from briefing.exports.pptx.company.choosing import chosen, relative_scale
from briefing.exports.pptx.company.parts import Company, CompanyLayout, Place
from briefing.exports.pptx.company.reading import company_of, read_company
from briefing.exports.pptx.company.room import room_of

__all__ = ["Company", "CompanyLayout", "Place", "chosen", "company_of", "read_company", "relative_scale", "room_of"]
