"""A company's own announcement: whatever nobody else is named for, the company says."""

from __future__ import annotations

from briefing.claims import extract
from briefing.model.briefing import Subject
from briefing.model.claim import Claim
from briefing.sources import read

_BODY = "Acme today announced a $9 million Series A led by Oakfund Capital. Acme employs 40 people.\n\n"
_BODY += '"Acme is small," said Oakfund partner Jane Roe.\n\nMedia contact: press@acme.example\n'


def _holders(title: str, subject: str) -> dict[str, tuple[str, ...]]:
    source = read("a.txt", f"{title}\n\n{_BODY}".encode(), "s1")
    claims, _ = extract((source,), Subject(subject))
    return {one.kind: one.holders for one in claims if isinstance(one, Claim) and "Roe" not in one.evidence.quote}


def test_an_announcement_is_the_companys_word() -> None:
    found = _holders("Acme raises $9 million", "Acme")
    assert found["funding"] == found["metric"] == ("Acme",)


def test_an_announcement_of_somebody_else_is_not() -> None:
    assert _holders("Oakfund backs a pump maker", "Acme")["metric"] == ()
