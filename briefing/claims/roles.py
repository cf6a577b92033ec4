"""The amounts of an utterance go in, what each is for comes out: raised, valuation, revenue, total, contract, price …

Three places are asked in turn: the noun phrase behind the sum (headnouns.py), the nearest governing word in front of
it (governors.py), and what follows ("… was raised"). A sum that says nothing takes the role of the one it is paired
with ("up from $20 million").
"""

from __future__ import annotations

from functools import lru_cache

from briefing.claims.givings import given_by, giving_verb, is_led, is_raised_sum, is_whole_of_round
from briefing.claims.governors import from_backer, governed, manages, speaks_of_funding
from briefing.claims.headnouns import noun_phrase, role_of_phrase, valued_just_before
from briefing.claims.keptmoney import holdings, is_held
from briefing.claims.moneyout import is_of_site, lends, of_anothers_shares, pays_back, spends
from briefing.claims.movements import contributed, moved_to
from briefing.claims.partsums import is_part, itemises
from briefing.claims.phrases import words_of
from briefing.claims.prices import is_price
from briefing.claims.rolesabroad import role_abroad
from briefing.claims.rounds import mentions
from briefing.claims.runningsums import (
    is_drawn,
    is_running,
    looks_back,
    over_rounds,
    raised_at_once,
    to_date,
)
from briefing.claims.sharesales import is_sale_of_holders
from briefing.claims.sumpairs import equivalent, paired, said_ahead
from briefing.claims.takers import verb_before
from briefing.claims.view import View
from briefing.claims.worths import at_worth, falls_to, is_put_at, of_stage_worth, priced_at, was_worth
from briefing.model.money import Role


def roles(view: View) -> tuple[Role, ...]:
    """The role of every amount of the utterance, in their order."""
    return _roles(view) if view.amounts else ()


@lru_cache(maxsize=256)  # the views of an article
def _roles(view: View) -> tuple[Role, ...]:
    found: list[Role] = []
    for number, amount in enumerate(view.amounts):
        if amount.range_end:
            found.append("range-end")
        elif amount.per:
            found.append("other")
        else:
            found.append(equivalent(view, number, found) or _role(view, number, found))
    return tuple(found)


def is_conversion(view: View, number: int) -> bool:
    """Is the sum the one before it in another currency?"""
    return equivalent(view, number, ["raised"] * number) is not None


def _role(view: View, number: int, before: list[Role]) -> Role:
    first, after = view.amount_span(number)
    if was_worth(view, number, first, before) or falls_to(view, number, first, before):
        return "valuation"
    if priced_at(view, number, first):
        return "valuation"
    if _is_worth_of_round(view, first):
        return "raised"
    if is_sale_of_holders(view, first, after):
        return "raised"
    if view.reading.source.language != "en" and (told := role_abroad(view, first, after)):
        return told
    if number + 1 < len(view.amounts) and view.amounts[number + 1].range_end:
        after = view.amount_span(number + 1)[1]
    role = _own(view, first, after) or paired(view, number, first, before) or said_ahead(view, number, after)
    came_to = view.words(first - 2, first) in (["which", "totalled"], ["which", "totaled"])
    if role == "total" and (raised_at_once(view, first, after) or (came_to and mentions(view))):
        role = "raised"
    if role == "valuation" and _of_trade(view, first):
        return "other"
    if role == "raised" and view.words(after, after + 2) in _ABOVE:
        return "other"  # "$4 million above target"
    if role == "total" and is_running(view, first):
        return "other"
    if role == "raised" and (is_running(view, first) or _is_no_news(view, number, first, after)):
        return "other"
    if role == "raised" and "raised" in before and "secondary" in view.words(after, after + 4):
        return "other"  # "$90 million of new capital and $20 million in secondary sales": nothing more comes in
    if role == "raised" and view.word(after) in ("adds", "counts", "sums", "includes"):
        return "total"  # "our estimate of $5 million is the sum of the known rounds"
    if role == "raised" and (spends(view, first, after) or is_of_site(view, first, after)):
        return "capex"
    itemised = view.words(first - 1, first) == ["with"] and view.word(after) == "from" and itemises(view, first)
    if role == "raised" and "raised" in before and (itemised or _is_put_in(view, first)):
        return "contribution"
    if role == "raised" and is_part(view, first, after, "raised" in before):
        return "contribution"
    if role is None and "contract" not in before and from_backer(view, first, after):
        role = "contribution" if "raised" in before and itemises(view, first) else "raised"
    role = role or "other"
    if role in ("raised", "other") and (
        at_worth(view, number, first, before) or of_stage_worth(view, first) or is_put_at(view, first)
    ):
        return "valuation"
    if role in ("raised", "other") and over_rounds(view, after) and _INCLUDED & set(view.words(first - 3, first)):
        return "other"  # "total funding, including the | $5 million of earlier rounds"
    if role in ("raised", "other") and to_date(view, first, after) and not is_whole_of_round(view, first):
        return "total"
    if role == "raised" and _after_all(view, first, after):
        return "total"
    if role == "raised" and looks_back(view, first, after, view.amounts[number].money.qualifier):
        return "total"
    return role


def _is_put_in(view: View, first: int) -> bool:
    """ "raised $70 million, with Northwind putting in | $25 million": of what was raised."""
    at = first - 1 - (view.word(first - 1) == "in")
    name = view.name_at.get(at - 1)
    gives = view.word(at) in ("putting", "contributing", "providing", "committing", "investing", "chipping")
    return gives and name is not None and "with" in view.words(max(0, at - 8), at)


def _of_trade(view: View, first: int) -> bool:
    """ "The category may be worth | $9 billion one day": what a whole trade is worth."""
    at = first - 1
    while at > 0 and view.word(at) in _BEING_WORTH:
        at -= 1
    return "worth" in view.words(at + 1, first) and view.word(at) in _TRADES


_BEING_WORTH = frozenset("worth is was be will would could may might already now about over more than".split())
_TRADES = frozenset({"category", "market", "sector", "industry", "space", "field", "segment", "opportunity", "trade"})


def _is_worth_of_round(view: View, first: int) -> bool:
    """ "The Series C, worth | $5 million |, values …", "a tender offer worth | $5 million", "has led every round,
    including the latest, of | $5 million", "The extension of | $5 million"."""
    if view.words(first - 3, first) in (["latest", ",", "of"], ["last", ",", "of"]):
        return not {"round", "rounds"}.isdisjoint(view.words(max(0, first - 14), first))
    told = mentions(view)
    if view.words(first - 2, first) == ["extension", "of"]:
        return True
    sale = view.word(first - 1) == "worth" and any(one.kind == "secondary" and one.after == first - 1 for one in told)
    return sale or (view.words(first - 2, first) == [",", "worth"] and any(one.after == first - 2 for one in told))


_INCLUDED = frozenset({"including", "includes", "included", "counting"})


def _is_no_news(view: View, number: int, first: int, after: int) -> bool:
    """A price of a share; "has drawn | $5 million of its facility"; "its owners will receive | $5 million in cash"."""
    if not _SMALLEST <= view.amounts[number].money.value < _LARGEST:
        return True
    if "rounds" in view.words(after, after + 5) and not _MAKING_ROUNDS.isdisjoint(view.words(after, after + 4)):
        return True  # "the | $5 billion figure doing the rounds"
    if view.word(first - 1) == "at" and not _JUDGING.isdisjoint(view.words(max(0, first - 12), first)):
        return True  # "puts the shortfall in school meals at | $5 billion"
    if not _KEEPING.isdisjoint(view.words(max(0, first - 4), first)):
        return True  # "the bank wants it to keep | $5 million in its accounts"
    if moved_to(view, first) or contributed(view, first):
        return True  # "Insurance costs shot up nearly fourfold to | $5 million"
    if is_drawn(view, first, after) or not _IN_PROSPECT.isdisjoint(view.words(max(0, first - 6), first)):
        return True
    if lends(view, first) or of_anothers_shares(view, first, after) or pays_back(view, first, after):
        return True
    verb, _ = verb_before(view, first)
    return verb > 0 and view.word(verb) in _RECEIVING and not _SELLERS.isdisjoint(view.words(max(0, verb - 16), verb))


_MAKING_ROUNDS = frozenset({"doing", "making", "does", "did", "made"})
_KEEPING = frozenset({"hold", "keep", "maintain", "keeps", "maintains"})
_IN_PROSPECT = frozenset({"prospect", "possibility", "chance"})  # "with a chance of up to | $9 million more"
_SMALLEST, _LARGEST = 5_000, 5e14  # nobody tells of less or more as of a round, in any currency
_JUDGING = frozenset({"puts", "estimates", "estimated", "reckons", "values"})
_RECEIVING = frozenset({"receive", "receives", "received", "get", "gets", "got"})
_SELLERS = frozenset({"owners", "shareholders", "sellers", "stockholders", "holders"})


def _with_money(view: View, after: int) -> bool:
    """ "at a price of | $5 million before the money went in", "put it at | $7 million after the investment"."""
    after += view.word(after) in (",", '"')
    ahead = view.words(after, after + 4)
    told = ahead[:1] and ahead[0] in ("before", "after", "including", "excluding")
    return bool(told) and not {"money", "cash", "investment", "capital"}.isdisjoint(ahead)


def _after_all(view: View, first: int, after: int) -> bool:
    """ "After raising | $5 million |, the company is for sale": what it raised in all, not in a round that is named."""
    told = view.words(max(0, first - 2), first) in (["after", "raising"], ["having", "raised"])
    return told and first == 2 and view.word(after) == ","


_ABOVE = (
    ["above", "target"],
    ["over", "target"],
    ["above", "its"],
    ["more", "than"],
    ["below", "target"],
    ["short", "of"],
)


def _own(view: View, first: int, after: int) -> Role | None:
    """The role by the sum's own phrase and governor."""
    if is_price(view, first):
        return "price"
    if _with_money(view, after) and governed(view, first) != "raised":
        return "valuation"
    bare = view.word(after) == "value" and "at" in view.words(first - 3, first) and len(noun_phrase(view, after)) == 1
    if bare and speaks_of_funding(view):
        return "valuation"  # "in talks to raise funds at | $5 billion | value"
    linked = view.word(after) in words_of("sums", "phrase", "links")
    if view.words(after, after + 2) == ["of", "capital"] and view.word(first - 1) == "with":
        return "fund"  # "an investor, with | $5 billion | of capital"
    if is_held(view, first, after) or "disbursed" in view.words(max(0, first - 4), first):
        return "revenue"
    if manages(view, first):
        return "fund"
    worth = "worth" in view.words(max(0, first - 4), first) and governed(view, first) == "valuation"
    if linked and (worth or valued_just_before(view, first)):
        return "valuation"
    behind = role_of_phrase(noun_phrase(view, after))
    ahead = governed(view, first) or ("raised" if _headed(view, first) else None)
    if behind == "raised" and ahead != "raised" and holdings(view, first, after):
        return ahead or "other"  # "ended the year with $5 million in cash"
    if behind is None and ahead != "raised" and _sells_paper(view, first, after):
        return "raised"
    if behind == "contract" and _won_trade(view, first, after):
        return behind
    if behind in ("contract", "other") and view.words(after, after + 3) == ["deal", "led", "by"]:
        return "raised"
    if linked and ahead == "raised" and behind in ("contract", "fund", "other"):
        return "raised"  # "raised $500 million in the deal"
    told = behind or ahead or _followed(view, after)
    if told in (None, "other") and _is_given(view, first, after):
        return "raised"
    return told


def _won_trade(view: View, first: int, after: int) -> bool:
    """ "has secured | $3 million in launch contracts", "$5 million worth of orders": what customers will pay."""
    phrase = noun_phrase(view, after)
    bare = view.word(after + 1) not in _DETERMINED
    return bare and not _TRADE.isdisjoint(phrase[-1:]) and _RAISING.isdisjoint(view.words(max(0, first - 6), first))


_TRADE = frozenset({"contracts", "orders", "agreements", "deals", "awards", "purchases"})
_DETERMINED = frozenset({"the", "a", "an", "this", "that", "these", "those", "its", "several", "two", "three"})
_RAISING = frozenset({"raise", "raised", "raises", "raising"})


def _is_listed_money(view: View, first: int, after: int) -> bool:
    """ "Public money pays a quarter:" and below it "- | $5 million |, Northwind Agency": by the line above the list."""
    passage = view.utterance.passage
    if passage.kind != "item" or first or view.word(after) != "," or after + 1 not in view.name_at:
        return False
    above = view.text[passage.lead_in.start : passage.lead_in.end].lower().split() if passage.lead_in else []
    return not _MONEY.isdisjoint(above)


_MONEY = frozenset({"money", "grants", "funding", "loans", "subsidies", "funds"})


def _is_given(view: View, first: int, after: int) -> bool:
    """Do other words of the sentence than its own phrase and governor say that it came in?"""
    if view.words(first - 3, first) == ["gross", "proceeds", "of"]:
        return True
    if _is_listed_money(view, first, after):
        return True
    if view.words(first - 2, first) == ["sized", "at"] and mentions(view):
        return True  # "The tender offer was sized at | $5 million"
    if _by_owners(view, first) or _supplied(view, first, after):
        return True
    led = is_led(view, after) or is_raised_sum(view, after) or is_whole_of_round(view, first)
    return led or _in_list_of_rounds(view, first) or _buys_out(view, first, after) or bool(given_by(view, first, after))


def _by_owners(view: View, first: int) -> bool:
    """ "Existing backers stumped up | $5 million": givers without a name, in front of a verb of giving."""
    verb = next((at for at in range(first - 1, max(first - 5, 0), -1) if giving_verb(view, at)), 0)
    return verb > 0 and not _OWNERS.isdisjoint(view.words(max(0, verb - 3), verb))


def _supplied(view: View, first: int, after: int) -> bool:
    """ "had supplied the | $5 million of 2021", "agreed to supply | $5 million in two tranches": of no goods."""
    verb = first - 1 - (view.word(first - 1) in ("the", "another", "about"))
    if view.word(verb) not in ("supplied", "supply", "supplying"):
        return False
    dated = any(view.span(date.start, date.end)[0] == after + 1 for date in view.utterance.dates)
    return view.word(after) not in ("of", "worth") or (view.word(after) == "of" and dated)


_OWNERS = frozenset({"backers", "investors", "shareholders", "owners", "insiders"})


def _buys_out(view: View, first: int, after: int) -> bool:
    """ "would buy as much as | $7 million | worth of stock from employees": a sale of the company's shares."""
    ahead = view.words(after, after + 5)
    paper = not {"shares", "stock"}.isdisjoint(ahead) and ahead[:1] in (["worth"], ["of"], ["in"])
    buys = not {"purchase", "purchases", "purchasing", "buy", "buys", "buying"}.isdisjoint(view.words(first - 5, first))
    holders = not {"employees", "staff", "shareholders", "holders", "founders"}.isdisjoint(
        view.words(after, after + 16)
    )
    return paper and buys and holders


def _in_list_of_rounds(view: View, first: int) -> bool:
    """ "counts the known rounds: $3 million at the start, | $7 million in 2019 and": behind the colon, all are."""
    colon = next((at for at in range(first - 1, -1, -1) if view.word(at) == ":"), -1)
    return colon > 0 and "rounds" in view.words(max(0, colon - 4), colon)


def _sells_paper(view: View, first: int, after: int) -> bool:
    """ "sold | $5 million | of new shares", "issued $5 million of notes"."""
    paper = {"shares", "stock", "notes", "bonds", "debentures", "preferred"} & set(view.words(after, after + 4))
    sells = {"sold", "sell", "sells", "selling", "issued", "issues", "issue", "issuing", "placed"}
    return bool(paper) and view.word(after) in ("of", "in") and bool(sells & set(view.words(max(0, first - 5), first)))


def _headed(view: View, first: int) -> bool:
    """ "Series A (March 2022): | $20 million": an entry of a list that a round's name begins."""
    if any(one.kind == "secondary" and _is_sum_of(view, one.after, first) for one in mentions(view)):
        return True
    stage = next((one for one in mentions(view) if one.kind == "stage"), None)
    if stage is None or not stage.after <= first <= stage.after + 10 or stage.first > 3:
        return False
    dated = {at for date in view.utterance.dates for at in range(*view.span(date.start, date.end))}
    between = (at for at in range(stage.after, first) if at not in dated)
    return all(view.word(at) in (":", "(", ")", "-", "–", "—", ",", "of", "at", "in", "round") for at in between)


def _is_sum_of(view: View, after: int, first: int) -> bool:
    """ "a tender offer of | up to $5 million": nothing but small words between the sale and its sum."""
    between = view.words(after, first) if after < first <= after + 5 else []
    return (
        bool(between)
        and between[0] in ("of", "worth", "for", "totaling", "totalling", "valued")
        and all(word in words_of("sums", "between", "noun") for word in between)
    )


_KINDS = frozenset({"debt", "loan", "loans", "equity", "grant", "grants", "credit"})


def _followed(view: View, after: int) -> Role | None:
    """ "$5 million was raised", "the $6.9 billion it was valued at", "1,7 Mrd. Euro eingesammelt"."""
    raising = words_of("rounds", "verbs", "raise") | words_of("rounds", "verbs", "invest")
    for index in range(after, min(after + 9, len(view.found))):
        word, before = view.word(index), view.word(index - 1)
        if index in view.amount_at and view.reading.source.language == "de":
            continue  # "150 Millionen Euro bei einer Bewertung von … einsammeln": the verb closes the clause
        if word in words_of("sums", "phrase", "stops") or index in view.amount_at or word == ",":
            return None
        if word == "valued" and view.word(index + 1) in ("at", ".", ",", "last", "in", ""):
            return "valuation"
        if word in ("bewertet", "bewerteten"):
            return "valuation"  # "wird nun mit | 700 Millionen Euro | bewertet"
        if word in ("comes", "came") and _KINDS & set(view.words(index + 1, index + 5)):
            return "raised"  # "a further $6 million comes as debt"
        passive = word in raising and before in ("was", "were", "been", "being", "he", "it", "euro", "dollar")
        if passive or word in ("eingesammelt", "einsammeln", "opgehaald", "erhalten", "aufgenommen", "eingenommen"):
            return "raised"
        if word in ("bewertet", "bewerten", "bewertete"):
            return "valuation"
    return None
