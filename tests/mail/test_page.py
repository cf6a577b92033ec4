"""The mail's page in a real browser, as narrow as a phone and as wide as a screen: nothing sticks out."""

from __future__ import annotations

import html as markup
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from briefing.exports.mail import html, palettes, text
from briefing.model.digest import Bar, Bars, Digest, DigestDoubt, DigestFact, DigestSource, Tag
from tests.exports.framing import look

_BROWSER = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)
_LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
_TAG = Tag("Company-stated", "○", "accent3", "tint", "Only Acme or its officers say so")

DIGEST = Digest(
    subject="Acme Robotics",
    audience="CTO",
    as_of="July 2026",
    headline=f"Acme says it has over $40M in revenue; {_LONG} is only a rumour",
    facts=(
        DigestFact("Revenue", ">$40M", "as of February 2026", (_TAG,), (1, 2, 3)),
        DigestFact("Named customers", _LONG, "עברית וגם English", (_TAG, _TAG), (1,)),
    ),
    doubts_title="Two claims are not verified",
    doubts=(DigestDoubt(_LONG, "Acme", f"Only Acme says so: “{_LONG}”", "A filing", _TAG, (2,)),),
    sources_title="Two articles rest on one origin",
    sources=(
        DigestSource(1, "アクメ・ロボティクス、シリーズBを完了" * 3, "The Ledger", f"https://acme.example/{_LONG}"),
    ),
    legend=(_TAG,),
    bars=Bars("Valuation by round", "US dollars", (Bar("Seed", "2022", 1e6, "$1M", "reported"),), "Bar chart: $1M"),
    changed_since="June 2026",
    changes=("Series B: new",),
)


def page() -> str:
    return html(DIGEST, palettes(look()), "Arial", "figure@x", 440, ["Acme.pptx, 100 kB"])


@pytest.mark.skipif(not _BROWSER, reason="no browser is installed")
@pytest.mark.parametrize("width", [320, 375, 1200])
def test_nothing_sticks_out_at_any_width(width: int, tmp_path: Path) -> None:
    frame = tmp_path / "frame.html"
    frame.write_text(
        f'<body><iframe style="border:0;width:{width}px;height:900px" srcdoc="{markup.escape(page())}"></iframe>'
        "<script>"
        "onload=()=>{const d=document.querySelector('iframe').contentDocument;const sizes=[...d.querySelectorAll("
        "'p,h1,h2,span')].map(e=>parseFloat(d.defaultView.getComputedStyle(e).fontSize));"
        "const card=d.querySelector('.card').getBoundingClientRect().width;"
        "document.title=[d.documentElement.scrollWidth,card,Math.min(...sizes)].join(' ')}</script></body>"
    )
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
    command = [_BROWSER, *options, f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", frame.as_uri()]
    shown = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False).stdout
    found = re.search(r"<title>([\d.]+) ([\d.]+) ([\d.]+)</title>", shown)
    assert found, shown[:300]
    scrolled, card, smallest = map(float, found.groups())
    assert scrolled <= width
    assert card <= 600
    assert smallest >= 12


def test_the_text_says_what_the_page_says() -> None:
    words = " ".join(text(DIGEST, ["Acme.pptx, 100 kB"]).split())
    seen = " ".join(markup.unescape(re.sub(r"<[^>]+>", " ", page().split("<body")[1])).split())
    for said in ("Revenue", ">$40M", "Company-stated", "[1–3]", "What changed since June 2026", "Acme.pptx, 100 kB"):
        assert said in words
        assert said in seen
    assert max(len(line) for line in text(DIGEST, []).splitlines() if _LONG not in line) <= 72
    assert "Attached" not in text(DIGEST, [])
