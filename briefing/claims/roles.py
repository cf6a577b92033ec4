"""The amounts of an utterance go in, what each is for comes out: raised, valuation, revenue, total, contract, price …

Three places are asked in turn: the noun phrase behind the sum ("a $6 billion valuation"), the nearest governing word in
front of it ("valued at …", "raised …"), and what follows ("… was raised"). A sum that says nothing takes the role of the
one it is paired with ("up from $20 million").
"""

from __future__ import annotations

from functools import cache

from briefing.claims.phrases import book, words_of
from briefing.claims.view import View
from briefing.model.money import Role

_REACH = 14
_STOPS = frozenset('( ) ; : . ! ? — " |'.split())
_ENDS_PHRASE = frozenset(
    "to for from at by with on and or as that which who while when after before since but if than via into over under "
    "through is are was were has have had will would could can may its it led per including according und für von avec "
    "pour com para, , con por om met och bei um zur zum mit".split()
)
_LINKS = frozenset({"in", "of", "an", "à", "en", "em", "i", "de", "d", "'", "in an", "worth"})
_PAIRING = frozenset(
    "up down from to over compared with versus vs and or than about around just roughly nearly → - > – , a an the".split()
)


def roles(view: View) -> tuple[Role, ...]:
    """The role of every amount of the utterance, in their order."""
    found: list[Role] = []
    for number, amount in enumerate(view.amounts):
        if amount.range_end:
            found.append("range-end")
        elif amount.per:
            found.append("other")
        else:
            found.append(_equivalent(view, number, found) or _role(view, number, found))
    return tuple(found)


def is_conversion(view: View, number: int) -> bool:
    """Is the sum the one before it in another currency?"""
    return _equivalent(view, number, ["raised"] * number) is not None


def _role(view: View, number: int, before: list[Role]) -> Role:
    first, after = view.amount_span(number)
    partner = number + 1 < len(view.amounts) and view.amounts[number + 1].range_end
    if partner:
        after = view.amount_span(number + 1)[1]
    behind = noun_phrase(view, after)
    linked = view.word(after) in _LINKS
    tight = "valuation" if linked and _tight(view, first) else None
    role: Role | None = (
        tight or _of_phrase(view, behind) or _governed(view, number, first, before) or _followed(view, after)
    )
    if role == "raised" and _running(view, first):
        return "other"
    role = role or _ahead(view, number, after) or ("raised" if _from_backer(view, after) else "other")
    if role in ("raised", "other") and to_date(view, first, after):
        return "total"
    if role == "raised" and _looks_back(view, first, after, view.amounts[number].money.qualifier):
        return "total"
    return role


# ---------------------------------------------------------------- conversions


def _equivalent(view: View, number: int, before: list[Role]) -> Role | None:
    """ "€385 million Series A (about $415 million)": the sum before in another currency."""
    if not number or before[-1] in ("range-end", "equivalent") and number < 2:
        return None
    last, this = view.amounts[number - 1], view.amounts[number]
    if last.money.currency == this.money.currency:
        return None
    start, end = view.amount_span(number - 1)[1], view.amount_span(number)[0]
    between = [view.word(index) for index in range(start, end)]
    bracketed = "(" in between and ")" not in between and len(between) <= 8 and between.index("(") >= len(between) - 3
    slashed = between in (["/"], [",", "or"], ["or"], [",", "or", "about"], [",", "which", "is"])
    if not bracketed and not slashed:
        return None
    role = before[-1]
    return "equivalent" if role in ("raised", "equivalent") else role


# ---------------------------------------------------------------- behind the sum


def noun_phrase(view: View, after: int) -> list[str]:
    """The words of the noun phrase that a sum stands in front of: "$1.2 billion | Series D round | was led"."""
    index, found = after, list[str]()
    while view.word(index) in ("-", "'") and len(found) < 2:
        index += 1
    if view.word(index) == "(":
        closing = next((at for at in range(index, min(index + 14, len(view.found))) if view.word(at) == ")"), None)
        index = closing + 1 if closing is not None else index
    linked = view.word(index) in _LINKS
    if linked:
        index += 1
    while index < len(view.found) and len(found) < 9:
        token = view.found[index]
        if token.word == "of" and found and found[-1] in ("mix", "combination", "round", "form", "type", "pool"):
            index += 1
            continue
        if token.word == "and" and "equity" in found[-1:]:
            index += 1
            continue
        if token.word in _ENDS_PHRASE or token.word in _STOPS or index in view.amount_at:
            if not (token.word in ("its", "the", "a", "an") and not found):
                break
        if token.kind == "w":
            found.append(token.word)
        index += 1
    return found


@cache
def _nouns() -> dict[str, Role]:
    """A noun at the head of the phrase → role. Later tables give way to earlier ones."""
    table: dict[str, Role] = {}
    order: tuple[tuple[str, Role], ...] = (
        ("valuation", "valuation"),
        ("round", "raised"),
        ("debt", "raised"),
        ("grant", "raised"),
        ("convertible", "raised"),
        ("ipo", "raised"),
        ("fund", "fund"),
        ("capex", "capex"),
        ("contract", "contract"),
        ("price", "price"),
        ("other", "other"),
    )
    for key, role in order:
        for word in words_of("rounds", "nouns", key):
            table.setdefault(word, role)
    return table


def _tight(view: View, first: int) -> bool:
    """ "valued at $2 billion in its last round": the verb right in front wins over the round behind."""
    before = _words(view, max(0, first - 4), first)
    return any(
        pair in " ".join(before) for pair in ("valued at", "valuation of", "valuation at", "valued it at", "worth")
    )


def _of_phrase(view: View, phrase: list[str]) -> Role | None:
    if not phrase:
        return None
    joined = " ".join(phrase)
    if any(
        word in joined.split()
        for word in ("valuation", "valuations", "bewertung", "valorisation", "avaliação", "waardering")
    ):
        return "valuation"
    if any(term in joined for term in words_of("rounds", "nouns", "market_value")) or (
        phrase[0] in ("post", "pre") and phrase[1:2] in (["money"], ["investment"])
    ):
        return "valuation"
    if any(term in joined for term in words_of("rounds", "nouns", "secondary")):
        return "raised"
    if _measures(joined):
        return "revenue"
    table = _nouns()
    funding = any(table.get(word) == "raised" for word in phrase)
    if "financing" in phrase or "total" in phrase and funding:
        return "total" if "total" in phrase else "raised"
    for word in reversed(phrase):
        role = table.get(word)
        if role is None:
            continue
        if role == "fund" and word == "funds":
            role = "raised"
        if word in ("facility", "facilities") and set(phrase) & {
            "credit",
            "loan",
            "debt",
            "term",
            "revolving",
            "lending",
        }:
            return "raised"
        if role == "contract" and funding and word in ("deal", "deals", "agreement", "agreements"):
            return "raised"
        if role in ("contract", "capex", "price", "other", "fund", "raised"):
            return None if role == "other" and word in _WEAK else role
    return None


_FAINT = frozenset({"sales", "profit", "profits", "loss", "losses", "cash", "deposits", "volume"})
_WEAK = frozenset(
    {"company", "startup", "start-up", "business", "giant", "firm", "figure", "mark", "milestone", "market", "stock"}
)


@cache
def _measure_words() -> frozenset[str]:
    return words_of("metrics", "money")


def _measures(joined: str) -> bool:
    spaced = f" {joined} "
    return any(f" {measure.replace(' - ', ' ')} " in spaced for measure in _measure_words() if measure != "cash")


# ---------------------------------------------------------------- in front of the sum


@cache
def _governors() -> dict[str, str]:
    """A word in front of a sum → what it makes of it."""
    table: dict[str, str] = {}
    for key, role in (
        ("give", "raised"),
        ("raise", "raised"),
        ("invest", "invest"),
        ("acquire", "price"),
        ("spend", "capex"),
        ("back", "raised"),
    ):
        table.update(dict.fromkeys(words_of("rounds", "verbs", key), role))
    table.update(dict.fromkeys(words_of("rounds", "nouns", "valuation"), "valuation"))
    table.update(dict.fromkeys(("totaling", "totalling", "totaled", "totalled", "totals", "total"), "total"))
    table.update(dict.fromkeys(("cap", "capitalization", "capitalisation"), "valuation"))
    table["price"] = "price of"
    for word in (
        "round",
        "financing",
        "fundraise",
        "fundraising",
        "loan",
        "bond",
        "ipo",
        "offering",
        "rodada",
        "ronda",
        "runde",
        "tour",
        "levée",
        "investment",
        "grant",
        "offer",
        "tranche",
        "facility",
        "seed",
        "series",
        "finanzierungsrunde",
        "funding",
    ):
        table[word] = "noun"
    for word in ("contract", "contracts", "order", "deal", "fine", "settlement", "lease"):
        table[word] = "contract"
    table["fund"] = "fund"
    for word in (
        "take",
        "takes",
        "took",
        "get",
        "gets",
        "got",
        "bring",
        "brings",
        "brought",
        "pull",
        "pulls",
        "pulled",
        "pick",
        "picks",
        "picked",
        "win",
        "wins",
        "won",
        "tap",
        "taps",
        "tapped",
        "gain",
        "gained",
        "receive",
        "receives",
        "received",
        "obtain",
        "obtained",
        "tar",
        "tog",
        "backing",
        "funds",
        "building",
        "sale",
        "making",
    ):
        if word in table and table[word] in ("raised", "capex", "price"):
            table[word] = f"weak {table[word]}"
    for word in ("added", "adds", "adding", "add"):
        table[word] = "weak raised"
    table["emerges"] = table["emerged"] = table["emerging"] = "weak raised"
    return table


def _governed(view: View, number: int, first: int, before: list[Role]) -> Role | None:
    governors = _governors()
    index, seen = first - 1, 0
    while index >= 0 and seen < _REACH:
        word = view.word(index)
        if word == ")" and (opened := _opening(view, index)) is not None:
            index = opened - 1  # "(ARR) was above …": a short aside does not part a sum from its governor
            continue
        if word in _STOPS and not (word == '"' or (word == "." and not _sentence_end(view, index))):
            if word in ("(", ")", "—", ":"):
                return _paired(view, number, first, before)
            return None
        if index in view.amount_at:
            return _paired(view, number, first, before)
        if _measure_ending(view, index) and (seen < 7 or word not in _FAINT):
            return "revenue"
        role = governors.get(word)
        if role and index not in view.name_at:
            made = _by_governor(view, role, word, index, first)
            if made:
                return made
        seen += index not in view.name_at
        index -= 1
    return _paired(view, number, first, before)


def _opening(view: View, index: int) -> int | None:
    """The bracket that the one at index closes, if no sum stands between."""
    for at in range(index - 1, max(index - 9, -1), -1):
        if at in view.amount_at or view.word(at) in ".;":
            return None
        if view.word(at) == "(":
            return at
    return None


def _by_governor(view: View, role: str, word: str, index: int, first: int) -> Role | None:
    distance = first - index
    if word in ("raise", "raises") and view.word(index - 1) in _BEFORE_NOUN:
        role = "noun"
    if role == "valuation":
        return _of_worth(view, word, index)
    if role == "noun":
        return "raised" if distance <= 6 and _leads_to_sum(view, index, first) else None
    if role == "contract":
        return "contract" if distance <= 5 and _leads_to_sum(view, index, first) else None
    if role == "fund":
        return "fund" if distance <= 6 and _leads_to_sum(view, index, first) else None
    if role == "total":
        return "total" if distance <= 5 and _leads_to_sum(view, index, first) and _money_around(view) else None
    if role.startswith("weak "):
        kind = role.split()[1]
        near = distance <= 5 and kind == "raised" and _plain_object(view, index, first)
        return "raised" if near else None
    if role == "price":
        return "price" if "for" in _words(view, index, first) or word in ("paid", "pay", "pays", "paying") else None
    if role == "price of":
        return "price" if distance <= 6 and _leads_to_sum(view, index, first) else None
    if role == "invest":
        return "raised"
    if role == "capex":
        return "capex" if distance <= 4 else None
    return "raised"


_BEFORE_NOUN = frozenset(
    "the a an this that its their new total latest fresh whole entire planned rumored rumoured".split()
)


def _of_worth(view: View, word: str, index: int) -> Role | None:
    """ "valued at", "worth": of the company, unless a deal, a stake or a market is what is valued."""
    things = words_of("rounds", "nouns", "valued_things")
    before = [view.word(at) for at in range(max(0, index - 4), index)]
    if any(thing in things for thing in before[-3:]) and word in ("valued", "worth", "value", "valuing"):
        return "contract"
    if word == "values" and before[-1:] and before[-1] in ("and", "the", "its", "of"):
        return None
    if word == "worth" and not (set(before[-2:]) & _WORTHY or view.name_at.get(index - 1)):
        return "contract"
    return "valuation"


_WORTHY = frozenset(
    "is are was be now company startup start-up business firm unicorn itself reportedly currently still already group".split()
)


def _leads_to_sum(view: View, index: int, first: int) -> bool:
    """ "round of $5m", "loan worth up to €3m", "funding round totalled": nothing but small words between."""
    small = {
        "of",
        "worth",
        "up",
        "to",
        "at",
        "totaling",
        "totalling",
        "totaled",
        "totalled",
        "for",
        "about",
        "a",
        "is",
        "was",
        "around",
        "de",
        "von",
        "über",
        "d",
        "'",
        "in",
        "höhe",
        "would",
        "be",
        "will",
        "could",
        ",",
        "valued",
        "-",
        "em",
        "por",
        "com",
        "på",
        "van",
        "by",
        "roughly",
        "approximately",
        "nearly",
        "over",
        "more",
        "than",
        "as",
        "much",
        "reached",
        "an",
        "the",
        "additional",
        "another",
        "further",
        "with",
        "no",
        "na",
        "en",
        "series",
        "b",
        "c",
        "d",
        "e",
    }
    return all(word in small for word in _words(view, index + 1, first))


def _plain_object(view: View, index: int, first: int) -> bool:
    """ "pulled in $5m", "got another $5m": the sum is the verb's object, with something of funding about."""
    small = {
        "in",
        "up",
        "another",
        "an",
        "a",
        "additional",
        "further",
        "fresh",
        "new",
        "nearly",
        "about",
        "over",
        "more",
        "than",
        "some",
        "just",
        "around",
        "roughly",
        "with",
        "from",
        "stealth",
        "of",
        "to",
        "out",
        "emil",
    }
    plain = all(word in small for word in _words(view, index + 1, first))
    return plain and _money_around(view)


def _money_around(view: View) -> bool:
    """Does the utterance speak of funding at all?"""
    table = _nouns()
    words = {token.word for token in view.found}
    return any(
        table.get(word) == "raised" and word not in ("cash", "money", "growth", "capital", "notes", "equity")
        for word in words
    ) or bool(words & {"investors", "investor", "venture", "backers"})


def _paired(view: View, number: int, first: int, before: list[Role]) -> Role | None:
    """The role of the sum before, if this one is the other half of a pair or a series."""
    if not number:
        return None
    end = view.amount_span(number - 1)[1]
    between = _words(view, end, first)
    role = before[-1] if before[-1] != "range-end" or number < 2 else before[-2]
    if role == "revenue":
        return role if len(between) <= 22 and not set(between) & {".", "raised", "valuation"} else None
    if role in ("valuation", "equivalent", "contract", "price", "range-end"):
        return role if role in ("valuation", "price") and len(between) <= 8 and _only_pairing(between) else None
    return role if len(between) <= 9 and "and" in between or _only_pairing(between) else None


def _only_pairing(between: list[str]) -> bool:
    return all(word in _PAIRING for word in between) and len(between) <= 6


def _measure_ending(view: View, index: int) -> bool:
    """Does a noun of trade end at this token ("annual recurring revenue | of")?"""
    word = view.word(index)
    if word in ("arr", "mrr", "gmv", "tpv", "aum"):
        return True
    if word not in _measure_tails() or index in view.name_at:
        return False
    return any(hit.after == index + 1 for hit in book("metrics", "money").all(view.found, max(0, index - 3), index + 1))


@cache
def _measure_tails() -> frozenset[str]:
    return frozenset(measure.split()[-1] for measure in _measure_words()) - {"cash", "sales"} | {"sales"}


# ---------------------------------------------------------------- behind, further off


def _followed(view: View, after: int) -> Role | None:
    """ "$5 million was raised", "the $6.9 billion it was valued at", "1,7 Mrd. Euro eingesammelt"."""
    governors = _governors()
    for index in range(after, min(after + 9, len(view.found))):
        word = view.word(index)
        if word in _STOPS or index in view.amount_at or word == ",":
            return None
        if word == "valued" and view.word(index + 1) in ("at", ".", ",", "last", "in", ""):
            return "valuation"
        if (
            governors.get(word) == "raised"
            and view.word(index - 1) in ("was", "were", "been", "being", "he", "it", "euro", "dollar")
            or word
            in (
                "eingesammelt",
                "opgehaald",
                "erhalten",
            )
        ):
            return "raised"
        if governors.get(word) == "invest" and view.word(index - 1) in ("was", "were", "been", "it"):
            return "raised"
    return None


def _running(view: View, first: int) -> bool:
    """ "bringing the round to $80 million": what the round has come to, not raised once more."""
    before = _words(view, max(0, first - 9), first)
    brings = next(
        (
            at
            for at, word in enumerate(before)
            if word
            in ("bringing", "brings", "brought", "taking", "takes", "took", "increasing", "expanding", "extending")
        ),
        None,
    )
    if brings is None or "to" not in before[brings:]:
        return False
    return bool(
        set(before[brings:]) & {"round", "raise", "financing", "series", "seed", "size", "deal", "it"}
    ) and not set(before[brings:]) & {"total"}


def _ahead(view: View, number: int, after: int) -> Role | None:
    """ "from $20M → $400M ARR": the sum that follows says it for both."""
    if number + 1 >= len(view.amounts):
        return None
    start, end = view.amount_span(number + 1)
    between = _words(view, after, start)
    joined = between and _only_pairing(between) and ("to" in between or ">" in between or "→" in between)
    return "revenue" if joined and _measures(" ".join(noun_phrase(view, end))) else None


def _from_backer(view: View, after: int) -> bool:
    """ "another $300 million from Northwind", where the talk is of funding."""
    backer = view.name_at.get(after + 1) if view.word(after) == "from" else None
    return backer is not None and backer.kind in ("organisation", "unknown") and _money_around(view)


def to_date(view: View, first: int, after: int) -> bool:
    """Do words near the sum say that it is what was raised up to now?"""
    start, end = max(0, first - 10), min(len(view.found), after + 12)
    for hit in book("rounds", "phrases", "to_date").all(view.found, start, end):
        crossed = range(hit.after, first) if hit.first < first else range(after, hit.first)
        if any(index in view.amount_at or view.word(index) in (".", ";") for index in crossed):
            continue
        if hit.first >= after and view.word(hit.after) in ("to", "of") and not hit.meaning.endswith(" to"):
            continue  # "… and brings its total funding to $32 million": that of the next sum
        if hit.meaning in ("previously raised", "had raised"):
            if hit.after <= first and _lone(view, first, after):
                return True
            continue
        if hit.meaning.endswith(" to") and not (hit.after <= first <= hit.after + 6):
            continue
        return True
    return False


def _lone(view: View, first: int, after: int) -> bool:
    """A sum raised "previously" is a total unless a round, a valuation or a date goes with it."""
    end = min(len(view.found), after + 10)
    words = set(_words(view, after, end))
    dated = any(
        view.index(date.start) in range(max(0, first - 12), end) for date in view.utterance.dates if date.when.edtf
    )
    return not dated and not words & {"series", "seed", "round", "valuation", "valued", "led"}


def _looks_back(view: View, first: int, after: int, qualifier: str | None) -> bool:
    """ "has raised more than $500 million from investors": no round is named, and the figure is a floor."""
    if qualifier not in ("over", "at-least") or view.utterance.passage.kind == "title":
        return False
    left = _words(view, max(0, first - 7), first)
    perfect = "raised" in left and bool({"has", "have", "had"} & set(left))
    right = set(_words(view, after, min(len(view.found), after + 8)))
    return perfect and not right & {"series", "seed", "round", "valuation", "valued"}


def _sentence_end(view: View, index: int) -> bool:
    return index == len(view.found) - 1 or not (view.found[index].end == view.offset(index + 1))


def _words(view: View, first: int, after: int) -> list[str]:
    return [view.word(index) for index in range(first, after)]
