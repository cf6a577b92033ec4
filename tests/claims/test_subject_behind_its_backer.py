"""A story told from the side of whoever invests or buys is about the young company all the same."""

from __future__ import annotations

import pytest

from briefing.claims import find_subject
from briefing.sources import read


def _subject(text: str) -> str:
    return find_subject((read("a.txt", text.encode(), "s1"),)).name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Oakfund leads $50m bet on battery recycling\n\nOakfund has led a $50 million round in Tarn, a Bristol "
            "start-up that recycles batteries. Oakfund, which manages $3 billion, said it was its largest cheque. "
            '"Tarn is the best team we have met," said Tom Birch, a partner at Oakfund. Tarn will build a second '
            "plant. It has 120 staff. Oakfund has also backed Larch Energy and Lyrane.\n",
            "Tarn",
        ),
        (
            "Giant Airways forms agreement with air taxi startup\n\nGiant Airways has signed an agreement to work with "
            "Pebble, a startup developing air taxis. Under the agreement, Giant will help Pebble with its airspace. "
            "Giant, along with Mesa Lines, would acquire 200 aircraft. Giant hopes to fly in five years. Pebble's "
            "aircraft cover 60 miles. Giant said that later models will fly further. Pebble plans to unveil an "
            "aircraft this year.\n",
            "Pebble",
        ),
    ],
)
def test_a_backer_in_the_title_is_not_the_subject(text: str, name: str) -> None:
    assert _subject(text) == name


def test_a_name_with_a_full_stop_inside_stays_one() -> None:
    text = (
        "Tax office looks into Acme.Market\n\nAcme.Market — a startup, backed by Oakfund — did not respond. Jane Doe, "
        "chief executive of Acme.Market, did not return a call. Acme.Market was founded in 2016.\n"
    )
    assert _subject(text) == "Acme.Market"


def test_sentences_without_a_space_between_them_are_two() -> None:
    source = read("a.txt", b"Acme opens a plant\n\nThe plant was closed.The staff of 40 left the site.\n", "s1")
    assert [p.kind for p in source.passages].count("sentence") == 2
