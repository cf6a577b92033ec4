"""Claims that say one thing in, how far it can be trusted out: standing, ultimate holder, who dropped it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing.model.briefing import Reason, Standing
from briefing.model.claim import Claim, Modality
from briefing.reconcile.folding import fold, name_key
from briefing.reconcile.ground import Ground

_FIRM: frozenset[Modality] = frozenset({"asserted", "hedged"})
_WEIGHT: dict[Modality, int] = {
    "asserted": 6,
    "hedged": 5,
    "planned": 4,
    "implied": 3,
    "opinion": 3,
    "hypothetical": 2,
    "rumoured": 1,
    "denied": 0,
}
_ATTRIBUTIONS = ("company", "database", "unnamed", "third-party", "outlet", "author")
_REPORTS = ("report", "media", "press", "article", "coverage")


class Verdict(NamedTuple):
    """holder: whom the claim rests on in the end ("" = the sources themselves). lost: claims of an origin that drop an
    attribution which kept holds. origins: how many independent ones assert it."""

    standing: Standing
    holder: str
    holder_kind: str
    origins: int
    lost: tuple[Claim, ...] = ()
    kept: tuple[Claim, ...] = ()


_Told = tuple[Claim, str]  # a claim and whom it rests on


class _Voice(NamedTuple):
    """What one origin says: its modality, and the strongest attribution that any of its members keeps."""

    key: str
    modality: Modality
    attribution: str
    told: list[_Told]


def judge(claims: Sequence[Claim], ground: Ground, *, insider: bool = False, forward: bool = False) -> Verdict:
    """The standing of a fact from all claims that state it.

    insider: only the company can know it (revenue, users), so one attribution to it binds every origin.
    forward: the fact lies in the future whatever the verbs say.
    """
    speaking = [claim for claim in claims if claim.modality != "denied"] or claims
    told = [(claim, attribution(claim, ground)) for claim in speaking]
    voices = _voices(told, ground)
    lost, kept = _dropped(voices)
    holder, kind = _holder(told, ground)
    moods = [voice.modality for voice in voices]
    firm = [voice.attribution for voice in voices if voice.modality in _FIRM and not _whispered(voice)]
    if forward and (firm or "planned" in moods):
        return Verdict("forward-looking", holder, kind, len(firm), lost, kept)
    if firm:
        own = firm.count("company")
        company = own == len(firm) or (insider and own > 0)
        standing: Standing = "company-stated" if company else "corroborated" if len(firm) > 1 else "reported"
        return Verdict(standing, holder, kind, len(firm), lost, kept)
    if "planned" in moods:
        return Verdict("forward-looking", holder, kind, 0, lost, kept)
    if "rumoured" in moods or any(map(_whispered, voices)):
        return Verdict("rumoured", holder or "unnamed sources", kind or "unnamed", 0, lost, kept)
    own_view = any(voice.attribution == "company" for voice in voices)
    return Verdict("company-stated" if own_view else "analysis", holder, kind, 0, lost, kept)


def attribution(claim: Claim, ground: Ground) -> str:
    """company, database, unnamed, third-party, outlet or author: whom the claim rests on in the end."""
    return "company" if not claim.holders and claim.evidence.source in ground.own_voice else claim.holder_kind


def reasons(claims: Sequence[Claim], verdict: Verdict, ground: Ground) -> tuple[Reason, ...]:
    """Why a fact of this standing is not verified; () for what is corroborated or plainly reported."""
    found: list[Reason] = []
    kinds = {attribution(claim, ground) for claim in claims}
    modalities = {claim.modality for claim in claims}
    if verdict.standing == "rumoured":
        found.append("rumour")
    if verdict.standing == "forward-looking":
        found.append("forward-looking")
    if verdict.standing == "company-stated" or (verdict.standing == "forward-looking" and "company" in kinds):
        found.append("company-stated")
    if verdict.standing == "analysis" or (verdict.standing == "company-stated" and not modalities & _FIRM):
        found.append("inference" if modalities <= {"implied", "hypothetical"} else "opinion")
    if kinds == {"unnamed"}:
        found.append("unnamed-source")
    if verdict.holder_kind == "database":
        found.append("database-estimate")
    second_hand = all(claim.evidence.source in ground.second_hand for claim in claims)
    if second_hand and len({ground.origins[claim.evidence.source] for claim in claims}) == 1:
        found.append("single-source")
    return tuple(dict.fromkeys(found))


def _voices(told: Sequence[_Told], ground: Ground) -> list[_Voice]:
    grouped: dict[str, list[_Told]] = {}
    cited: dict[
        str, str
    ] = {}  # an article that names its source for a fact once has it from there wherever it tells it
    for claim, _ in told:
        key = _upstream(claim, ground)
        if key != ground.origins[claim.evidence.source]:
            cited.setdefault(claim.evidence.source, key)
    for one in told:
        source = one[0].evidence.source
        grouped.setdefault(cited[source] if source in cited else ground.origins[source], []).append(one)
    return [_Voice(key, _modality(grouped[key]), _strongest(grouped[key]), grouped[key]) for key in sorted(grouped)]


def _upstream(claim: Claim, ground: Ground) -> str:
    """The origin of a claim: that of its source, or of the outlet it cites, so that two who cite one count once."""
    if claim.holder_kind == "outlet" and claim.holders:
        cited = name_key(claim.holders[-1])
        source = ground.sources[claim.evidence.source]
        if cited and cited != name_key(source.publisher):
            return ground.outlets.get(cited, f"outlet {cited}")
    return ground.origins[claim.evidence.source]


def _modality(told: Sequence[_Told]) -> Modality:
    """Each source counts with its firmest words; of the sources of one origin the most careful one is believed."""
    if len(told) == 1:
        return told[0][0].modality
    firmest: dict[str, Modality] = {}
    for claim, _ in told:
        have = firmest.get(claim.evidence.source)
        if have is None or _WEIGHT[claim.modality] > _WEIGHT[have]:
            firmest[claim.evidence.source] = claim.modality
    said = list(firmest.values())
    if "rumoured" in said:
        return "rumoured"
    return max(said, key=_WEIGHT.__getitem__)


def _strongest(told: Sequence[_Told]) -> str:
    return min([kind for _, kind in told], key=_ATTRIBUTIONS.index)


def _whispered(voice: _Voice) -> bool:
    """Rests on people without names only; reports that a source merely does not name are reports all the same."""
    if voice.attribution != "unnamed":
        return False
    holders = " ".join(fold(claim.holders[-1]) for claim, _ in voice.told if claim.holders)
    return not any(word in holders for word in _REPORTS)


def _dropped(voices: Sequence[_Voice]) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """Within an origin: claims of sources that state flatly what another source of it attributes to the company."""
    lost: list[Claim] = []
    kept: list[Claim] = []
    for voice in voices:
        if voice.attribution in ("company", "unnamed", "database"):
            attributed = [claim for claim, kind in voice.told if kind == voice.attribution]
            keeping = {claim.evidence.source for claim in attributed}
            kept += attributed
            lost += [claim for claim, _ in voice.told if claim.evidence.source not in keeping]
    return tuple(lost), tuple(kept)


def _holder(told: Sequence[_Told], ground: Ground) -> tuple[str, str]:
    """The innermost holder of the strongest attribution; the subject's own name for "the company"."""
    for wanted in _ATTRIBUTIONS[:4]:
        for claim, kind in told:
            if kind == wanted:
                name = claim.holders[-1] if claim.holders else ground.subject.name if kind == "company" else ""
                return name or ("unnamed sources" if kind == "unnamed" else ""), kind
    for claim, _ in told:
        if claim.holders:
            return claim.holders[-1], claim.holder_kind
    return "", "author"
