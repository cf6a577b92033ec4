"""A share in its sentence goes in, what it is called comes out where its holder bears no name, or where several do.

"The founders hold | 35%" ("founders stake"), "Roe and Moe own | 38% | between them", "Roe and Moe held | 15% and
8%, respectively", "bought | 20% of Acme", "Ownership: Oakfund 31%, founders | 26%".
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.claims.reading import FoundName, FoundNumber, Utterance
from briefing.claims.words import Words, row

JOINTLY = row("between together jointly combined collectively cumulatively")
_HOLDERS = row(
    "founders founder cofounders co-founders co-founder management managers executives employees staff team "
    "workers directors board family families pair couple brothers sisters siblings partners insiders public "
    "state government investors shareholders angels friends activist trust foundation university institute "
    "municipality county city parent gründer fondateurs fundadores others"
)
_PRONOUNS = row("he she they who both latter")
_TRADED = row("purchase sale acquisition transfer sold bought acquired")
_PAID = row("paid pays paying spent exchange handed")
_SMALL = row("a an the another about nearly roughly around almost over under more less than just some of up to its his")
_LISTS = row("ownership shareholders shareholding shareholdings owners table stakes holders aktionäre actionnaires")
_ASIDE = 18  # words between two commas
_LONGEST = 4  # words of a holder on a list


def before_aside(words: Words, at: int) -> int:
    """ "Jane Roe |, who quit its board in May, | has 5%": the word in front of what stands between two commas."""
    while at > 0 and words.raw[at] == ",":
        opens = next((one for one in range(at - 1, max(at - _ASIDE, 0), -1) if words.raw[one] in ",.;:"), 0)
        if not opens or words.raw[opens] != ",":
            return at
        at = opens - 1
    return at


def joined(holders: Sequence[FoundName], words: Words, at: int) -> str:
    """What several hold in one share; "" where each of them holds as much."""
    return "" if len(holders) < 2 or "each" in words.low[max(0, at - 6) : at] else " and ".join(h.text for h in holders)


def in_turn(utterance: Utterance, number: FoundNumber, holders: Sequence[FoundName]) -> list[FoundNumber]:
    """ "Roe and Moe held | 15% and 8% | , respectively": the shares of the holders in their order, or none."""
    if "respectively" not in utterance.vocabulary or len(holders) < 2:
        return []
    shares = [one for one in utterance.numbers if one.unit == "percent" and one.start >= number.start]
    return shares[: len(holders)] if len(shares) >= len(holders) else []


def of_whom(words: Words, who: int) -> str:
    """ "founders stake", where the holder at word `who` is told by a noun or pronoun; "" else."""
    if who < 0 or words.low[who] in _PRONOUNS:
        return "stake" if who >= 0 else ""
    return f"{words.low[who]} stake" if words.low[who] in _HOLDERS else ""


def of_own(utterance: Utterance, words: Words, at: int, after: int, who: int) -> str:
    """ "Acme will hold | 45 per cent of Fabrikam": what the subject holds in another company; "" else."""
    end = words.ends[who] if who >= 0 else -1
    clause = utterance.clause_at(words.starts[at])
    pointed = (
        words.low[who] in ("it", "company", "firm", "startup", "group") and clause.is_subject if end > 0 else False
    )
    own = pointed or any(name.is_subject and name.start < end <= name.end for name in utterance.names)
    link = next((one for one in range(after, min(after + 3, len(words))) if words.low[one] in ("of", "in")), -1)
    if not own or link < 0:
        return ""
    firms = (name for name in utterance.names if name.kind in ("organisation", "unknown") and not name.is_subject)
    stop = words.starts[min(link + 6, len(words) - 1)]
    held = next((name for name in firms if words.starts[link] < name.start <= stop), None)
    between = utterance.text[words.ends[link] - words.starts[0] : held.start - words.starts[0]] if held else "'"
    return "" if held is None or not {"'", "\u2019", ","}.isdisjoint(between) else f"stake in {held.text}"


def is_traded(words: Words, at: int) -> bool:
    """ "closed the purchase of | 17 per cent of Acme", "paid $5 million for | 25 per cent of Acme"."""
    while at > 0 and words.low[at - 1] in _SMALL:
        at -= 1
    if at > 1 and words.low[at - 1] == "for":
        return not _PAID.isdisjoint(words.low[max(0, at - _ASIDE) : at])
    return at > 0 and words.low[at - 1] in _TRADED


def listed(utterance: Utterance, words: Words, at: int) -> str:
    """ "Ownership: Oakfund 31%, founders | 26%", "Its largest owners are Oakfund, with 15%; Birch, | 12%": the holder
    of the entry, "" in no list of holders."""
    if not utterance.holds(_LISTS):
        return ""
    begin = words.raw.index(":") if ":" in words.raw else _listing_verb(words)
    if not 0 < begin < min(at, _ASIDE) or _LISTS.isdisjoint(words.low[:begin]):
        return ""
    end = at
    while end > begin + 1 and (words.raw[end - 1] in ",(" or words.low[end - 1] in ("with", "at")):
        end -= 1
    name = next((one for one in utterance.names if one.end == words.ends[end - 1]), None)
    opens = next((one for one in range(end - 1, max(end - _LONGEST - 2, begin - 1), -1) if words.raw[one] in ",:;"), -1)
    if name is not None and not name.is_subject and name.start > words.starts[begin]:
        return f"{name.text} stake"
    if opens < begin or opens == end - 1:
        return ""
    return f"{utterance.text[words.starts[opens + 1] - words.starts[0] : words.ends[end - 1] - words.starts[0]]} stake"


def _listing_verb(words: Words) -> int:
    """ "Its largest owners | are | Oakfund, with 15%": the verb behind the noun for holders; -1 without one."""
    verbs = (at for at in range(1, min(len(words.low), _ASIDE)) if words.low[at] in ("are", "include", "were"))
    return next((at for at in verbs if words.low[at - 1] in _LISTS), -1)
