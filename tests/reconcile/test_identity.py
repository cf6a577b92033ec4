"""Which names mean one organisation, over all sources."""

from __future__ import annotations

from collections.abc import Callable

from briefing.claims import extract
from briefing.model.briefing import Subject
from briefing.model.settings import Settings
from briefing.reconcile.organisations import canonical_names
from briefing.sources import read


def canonical(*texts: str, settings: Settings | None = None) -> Callable[[str], str]:
    subject = Subject("Acme")
    sources = [
        read(f"{number}.txt", f"Acme grows\n\n{text}".encode(), f"s{number}") for number, text in enumerate(texts, 1)
    ]
    claims, _ = extract(sources, subject)
    return canonical_names(claims, settings or Settings())


def test_legal_forms_case_hyphens_and_articles_do_not_matter() -> None:
    one = canonical(
        "Acme is backed by Nordin Venture Investment Corporation, Alder and Agence Norden-Presse.",
        "Acme is backed by Nordin Venture Investment Corp., ALDER and Agence Norden‑Presse.",
    )
    assert one("Nordin Venture Investment Corp.") == one("Nordin Venture Investment Corporation")
    assert one("ALDER") == one("Alder")
    assert one("Agence Norden‑Presse") == one("Agence Norden-Presse")


def test_short_forms_and_numeronyms_that_the_texts_show() -> None:
    one = canonical(
        "Acme is backed by Lightfield Venture Partners and Hallow Halloran (h12n).",
        "Investors of Acme include Lightfield and h12n.",
    )
    assert one("Lightfield") == one("Lightfield Venture Partners")
    assert one("h12n") == one("Hallow Halloran")


def test_a_venture_arm_and_its_parent_stay_two() -> None:
    one = canonical("Acme is backed by Payco Ventures. Acme partnered with Payco.", "Payco is a customer of Acme.")
    assert one("Payco") != one("Payco Ventures")


def test_two_firms_with_like_names_stay_two() -> None:
    one = canonical("Acme is backed by Alder Bank and Adler Bank.")
    assert one("Alder Bank") != one("Adler Bank")


def test_a_channel_belongs_to_its_owner() -> None:
    one = canonical(
        "Acme sells through Delta’s Skyhall platform.", "Acme partnered with Delta. Its app is available on Skyhall."
    )
    assert one("Skyhall") == one("Delta")


def test_the_users_aliases_win() -> None:
    one = canonical("Acme is backed by Redcap.", settings=Settings(organisations={"Norden Kapital": ("Redcap",)}))
    assert one("Redcap") == "Norden Kapital"
