"""A sum in its utterance goes in; is it a part of a round or of a package that was told with its whole?"""

from __future__ import annotations

from briefing.claims.phrases import words_of
from briefing.claims.runningsums import PUT, ROUND_WORDS
from briefing.claims.view import View


def _countable(view: View, after: int) -> bool:
    """ "| Series B equity round", "| senior secured loan": does a noun of one event end the phrase behind the sum?"""
    nouns = {"round", "loan", "facility", "grant", "seed", "series", "placement", "bond"}
    for index in range(after, after + 7):
        word = view.word(index)
        if word in ("and", ",", ".", "from", "to", "by", "with", "in", ""):
            return False
        if word in nouns:
            return True
    return False


def _is_backed(view: View, after: int) -> bool:
    """ "… in equity | , led by Acme", "… credit line | from Northwind": has the part givers of its own?"""
    for at in range(after, min(after + 6, len(view.found))):
        if at in view.amount_at or view.word(at) in (".", ";", "and"):
            return False
        if view.word(at) in ("led", "from", "provided", "arranged"):
            return True
    return False


def blends(view: View) -> bool:
    """ "The transaction blends $27 million of equity and $12 million of debt": is a package taken apart?"""
    return not _BLENDING.isdisjoint(view.low) and _of_two_kinds(view)


def _of_two_kinds(view: View) -> bool:
    have = set(view.low)
    return "equity" in have and bool(have & {"debt", "loan", "credit", "facility", "lending", "notes"})


def behind_led(view: View, first: int, after: int) -> bool:
    """ "led by Acme, with | $40 million from Northwind", "with a | $40 million commitment from Northwind"."""
    at = first - 1 - (view.word(first - 1) in ("a", "an", "another", "about"))
    if view.word(at) not in ("with", "including") or "from" not in view.words(after, after + 5):
        return False
    ahead = view.words(max(0, at - 16), at)
    return any(word in ("led", "co-led") for word in ahead) and bool({"round", "financing", "investment"} & set(ahead))


def itemises(view: View, first: int) -> bool:
    """ "received $9 million: $5 million from Northwind, | $4 million from Oakfund", "raised $9 million, including | $5
    million from Northwind": in a list of parts behind a sum?"""
    if view.word(first - 1) == "with" and first - 2 - (view.word(first - 2) == ",") in view.amount_at:
        return True
    for at in range(first - 1, max(first - 60, 0), -1):
        if view.word(at) == "including":
            return any(view.amount_span(number)[1] <= at for number in range(len(view.amounts)))
        if view.word(at) == ":":
            return any(view.amount_span(number)[1] == at for number in range(len(view.amounts)))
        if view.word(at) in (".", ";", "which", "said", "has", "had", "was"):
            return False
    return False


_WHOLE = frozenset(
    ("total", "round", "sum", "money", "amount", "raise", "financing", "proceeds", "funding", "fundraising")
)


_BLENDING = frozenset({"blends", "blended", "blending", "combines", "combined", "combining", "mixes", "mixing"})


_LOANS = frozenset({"loan", "facility", "package", "financing"})


def _in_larger_round(view: View, after: int) -> bool:
    """ "Northwind invested | $5 million | in Acme's $40 million Series C": what one of many put into it."""
    if view.word(after) not in ("in", "into", "to"):
        return False
    whole = next((at for at in range(after + 1, min(after + 10, len(view.found))) if at in view.amount_at), 0)
    if not whole or not _PARTING.isdisjoint(view.words(after, whole)):
        return False
    end = view.amount_span(view.amount_at[whole])[1]
    own = {"'", "its", "their", "the"} & set(view.words(after, whole))
    return bool(own) and not ROUND_WORDS.isdisjoint(view.words(end, end + 3))


def into_named_round(view: View, first: int, after: int) -> bool:
    """ "put $5 million | into the seed round of 2019", "| into its Series A": one cheque of a round that is known."""
    if view.word(after) not in ("in", "into", "to", "towards") or PUT.isdisjoint(view.words(max(0, first - 6), first)):
        return False
    ahead = view.words(after + 1, after + 7)
    stage = next((at for at, word in enumerate(ahead) if word in ("series", "seed")), 9)
    between = ahead[:stage]
    parted = not _PARTING.isdisjoint(between) or any(at in view.amount_at for at in range(after, after + 1 + stage))
    return stage < 6 and not parted and not _KNOWN.isdisjoint(between)


_KNOWN = frozenset({"the", "its", "their", "that", "'"})


_PARTING = frozenset({",", ";", ".", "and", "at", "with", "from"})


_PUBLIC = frozenset({"offer", "offering", "ipo", "listing", "flotation", "issue"})


_MADE_UP = frozenset({"made", "comprises", "comprised", "consists", "consisted", "includes"})


_ONLY = frozenset({"only", "just"})


_CHIPPING_IN = frozenset({"contribute", "contributes", "contributed", "contributing"})


def is_part(view: View, first: int, after: int, behind_raised: bool) -> bool:
    """ "consists of $80 million in equity and …", "including $20 million from Acme": part of a round."""
    before = view.words(max(0, first - 4), first)
    if view.words(after, after + 2) in (["of", "it"], ["of", "which"], ["of", "that"], ["of", "this"]):
        return True  # "$5 million, $2 million of it in equity"
    if view.words(after, after + 2) == ["of", "the"] and view.word(after + 2) in _WHOLE:
        return True  # "put in $20 million of the total"
    if _in_larger_round(view, after) or into_named_round(view, first, after):
        return True
    if not _PUBLIC.isdisjoint(view.words(0, 4)) and not _MADE_UP.isdisjoint(view.words(1, 8)):
        return True  # "It consists of new shares for | $5 million | and old ones for $7 million"
    if "tranche" in before and not _ONLY.isdisjoint(view.words(max(0, first - 7), first)):
        return True  # "Only the first tranche, | $5 million |, has been paid"
    if (
        view.words(after, after + 3) in (["of", "the", "new"], ["of", "the", "fresh"])
        and view.word(after + 3) in _WHOLE
    ):
        return True  # "$3 million of the new money goes to Brazil"
    if before[-1:] == ["of"] and "tranche" in before and view.word(0) == "the":
        return True  # "The junior tranche, of | $7 million, was sold to"
    if view.words(after, after + 2) in (["of", "the"], ["of", "its"]) and _LOANS & set(
        view.words(after + 2, after + 5)
    ):
        return True  # "is providing | $75 million of the project loan"
    if view.words(0, 2) == ["of", "the"] and view.word(2) in _WHOLE and first == 4 and view.word(3) == ",":
        named = view.words(after, after + 2) == ["is", "a"] and ROUND_WORDS & set(view.words(after + 2, after + 6))
        return not named  # "Of the total, | $10 million is debt"
    ahead = view.words(after, after + 6)
    if "shares in the round" in " ".join(ahead) or "stock in the round" in " ".join(ahead):
        return True  # "The founder bought $1 million of shares in the round"
    if before[-1:] and before[-1] in _CHIPPING_IN and ahead[:1] == ["to"] and _WHOLE & set(ahead):
        return True  # "would be contributing | $6 million | to the latest fundraising"
    if ahead[:2] == ["this", "time"] and {"another", "further", "more"} & set(before):
        return True  # "led the Series A and invested another $9 million this time"
    if ahead[:3] in (["of", "its", "own"], ["of", "their", "own"]) and ahead[3:5] in (["into", "it"], ["in", "it"]):
        return True  # "led the Series A and put $7 million of its own into it"
    if behind_led(view, first, after):
        return True  # "The round was led by Acme, with a $40 million commitment from Northwind"
    around = set(view.words(max(0, first - 6), first))
    own = around & {"its", "their", "his", "her", "s", "reported"} and not around & {"first", "earliest"}
    if own and {"cheque", "check"} & set(before[-2:]):
        return True  # "Northwind's reported cheque of $7 million"
    if not _BLENDING.isdisjoint(view.words(max(0, first - 26), first)) and _of_two_kinds(view):
        return True  # "blends $27 million of equity, $12 million of debt and a $3 million grant"
    if before[-1:] in (["a"], ["an"]) and _countable(view, after):
        return False  # "consists of a $5 million Series B and a $2 million loan": events of their own
    if _is_backed(view, after) and _of_two_kinds(view):
        return False  # "consists of $80 million in equity, led by Acme, and a $20 million credit line from Northwind"
    wider = view.words(max(0, first - 12), first)
    if ("." not in wider and set(wider) & words_of("sums", "running", "firm_parts")) or "of which" in " ".join(before):
        return True
    return behind_raised and bool(set(before[-3:]) & words_of("sums", "running", "parts")) and "with" not in before
