"""Dated articles by different publishers in, the Briefing that comes of them out."""

from __future__ import annotations

from briefing.claims import extract, find_subject
from briefing.model.briefing import Briefing
from briefing.reconcile import reconcile
from briefing.sources import read


def told(*articles: tuple[str, str], title: str = "The week at Northwind") -> Briefing:
    """articles: (day, text) of each."""
    sources = tuple(
        read(f"{number}.txt", f"{title}\n\n{text}\n".encode(), f"s{number}", {"date": day, "publisher": f"P{number}"})
        for number, (day, text) in enumerate(articles, 1)
    )
    subject = find_subject(sources)
    claims, rejected = extract(sources, subject)
    return reconcile(sources, subject, claims, rejected)
