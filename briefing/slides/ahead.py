"""A Briefing in, what is still to come out: planned steps, targets, the rumoured round, each with what to look for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from briefing.model.audience import Audience
from briefing.model.briefing import Implication, Infrastructure, Milestone, Product
from briefing.model.dates import bounds, overlap, sort_key
from briefing.model.patterns import late
from briefing.model.records import dataclass, replace
from briefing.slides import figures
from briefing.slides.badges import BadgeKey
from briefing.slides.clipping import shortenings
from briefing.slides.highlights import is_revenue, over, planned_round, rumoured_round
from briefing.slides.ledger import Fact, Ledger
from briefing.slides.prose import Piece, Statement
from briefing.slides.quoting import figures_in, quoted
from briefing.slides.storyline import metric_noun, target_noun
from briefing.slides.topics import rank, topic
from briefing.slides.trimming import before_relative, core, leans
from briefing.slides.wording import capital, shown, word_set

_WORD = re.compile(r"[A-Za-z][\w'’-]{3,}")
_PLAIN = {
    "product": "Next product step",
    "infrastructure": "Next site or capacity",
    "partnership": "Next partnership",
    "funding": "Next funding step",
    "revenue": "Next revenue figure",
}
_TOPICS = frozenset({"product", "infrastructure", "partnership", "funding", "revenue"})
_COMMON = word_set(
    "that this with from have will their which about into more than they also expected planned company should "
    "would could next early later this year summer"
)
_VERB = re.compile(r"\s(?:is|are|was|were|will|would|has|have|can|could|may|should)\s")
_TIME = re.compile(
    r"\s(?:this|next|later this|early next|in|by|on|at) (?:the )?(?:(?:end|start|beginning|middle|half|quarter) of )?"
    r"(?:the |this |next )?[\w-]+(?: \d{4})?$"
)
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
# A subject, or words that break off before their verb, name no step.
_BARE = re.compile(
    r"^(?:the )?(?:company|start-?up|firm|group|it|they|he|she)\b|"
    r"\b(?:also|now|already|still|soon|then|just|not|and|or|that)$",
    re.IGNORECASE,
)
# So do words that lead on to what was cut, or a thing that only the sentence before names.
_BROKEN = re.compile(
    r"\s(?:to|of|for|by|in|at|with|the|a|an|is|are|be)$|^(?:the|its) (?:new )?\w+$|^under\b", re.IGNORECASE
)
_SAID = re.compile(r"\b(?:said|says|announced|told|confirmed)\b[^,]{0,16}$", re.IGNORECASE)  # … and not what
_SHORT_LEAD = 36  # characters that stand beside a badge
_SENTENCE = 6  # words that make a sentence worth reading
_OPENER = late(r"^(?:watch,? too,? for|watch for|look for|what to look for)[:,]?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ahead:
    """One step. date: in words, "" when open. order: sorts by time. leads, texts: versions, longest first; plain: the
    lead when none of them can be set whole; noun: what a title may call it."""

    date: str
    order: tuple[int, int]
    leads: tuple[Statement, ...]
    texts: tuple[Statement, ...]
    badge: BadgeKey
    emphasis: str
    ids: tuple[str, ...]
    quotes: tuple[tuple[int, str], ...] = ()
    plain: str = ""
    edtf: str = ""
    noun: str = ""


def is_ahead(milestone: Milestone, as_of: str) -> bool:
    """Planned or rumoured for a time that is not over, or dated after the day the briefing stands at."""
    when, now = bounds(milestone.date), bounds(as_of)
    if not when or not now:
        return milestone.status != "past"
    if milestone.status != "past":
        return when[1] >= now[0]
    return when[0] > now[1] or (milestone.standing == "forward-looking" and when[1] >= now[1])


def ahead(ledger: Ledger, audience: Audience, most: int) -> tuple[Ahead, ...]:
    """The steps that matter most to the audience, then in order of time."""
    found = [*_rounds(ledger), *_targets(ledger), *_planned(ledger), *_products(ledger)]
    kept: list[Ahead] = []
    for item in sorted(found, key=lambda item: _weight(item, audience)):
        if not any(_same(item, other) for other in kept):
            kept.append(item)
    for item in chain(_ties(ledger), _sites(ledger)):  # where there is room
        if len(kept) < most and not any(_same(item, other) for other in kept):
            kept.append(item)
    watches = [item for item in ledger.briefing.implications if item.role == "watch"]
    chosen = sorted(kept[:most], key=lambda item: (item.order, item.ids))
    steps: list[Ahead] = []
    for item in chosen:
        told = {statement.text for other in steps for statement in other.texts[:1]}
        free = [watch for watch in watches if capital(shown(watch.text)).rstrip(".") not in told]
        steps.append(_with_look_for(ledger, item, free))
    return tuple(steps)


def _weight(item: Ahead, audience: Audience) -> tuple[int, tuple[int, int], bool, tuple[str, ...]]:
    """Orders steps for an audience; of two for one time the one with a figure first."""
    return (rank(audience.emphasis, item.emphasis), item.order, item.badge != "target", item.ids)


def _same(one: Ahead, other: Ahead) -> bool:
    """Do two steps speak of one thing: a figure or three words in common, or a time, a topic and a word?"""
    a, b = _words(one.leads[0].text), _words(other.leads[0].text)
    shared = a & b
    if _figures(one) & _figures(other) and overlap(one.edtf, other.edtf):
        return True
    if _names(one) & _names(other):
        return True
    if (
        shared
        and one.emphasis == other.emphasis
        and one.edtf
        and overlap(one.edtf, other.edtf)
        and one.badge == other.badge
    ):
        return len(one.edtf) > 4 and len(other.edtf) > 4
    return bool(shared) and (len(shared) >= 3 or len(shared) >= min(len(a), len(b)) > 0)


def _names(item: Ahead) -> set[str]:
    """Names of two words and more in a step: "Northwind Campus"."""
    return {name for statement in (*item.leads, *item.texts) for name in _NAME.findall(statement.text)}


_NAME = re.compile(r"\b[A-Z][\w-]+(?: [A-Z][\w-]+)+")


def _figures(item: Ahead) -> set[str]:
    """The figures of a step, years left out."""
    told = " ".join(statement.text for statement in (*item.leads, *item.texts))
    return {number for number in re.findall(r"\d[\d.,]*\d", told) if not re.fullmatch(r"(?:19|20)\d\d", number)}


def _words(text: str) -> set[str]:
    return {word.lower().rstrip("s") for word in _WORD.findall(text)} - _COMMON


def _statements(ledger: Ledger, texts: list[str], *facts: Fact) -> tuple[Statement, ...]:
    cites, ids = ledger.cites(*facts), ledger.ids(*facts)
    return tuple(Statement((Piece(capital(text)),), cites, ids) for text in dict.fromkeys(texts) if text)


def _step(
    ledger: Ledger, fact: Fact, edtf: str, leads: list[str], texts: list[str], badge: BadgeKey, about: str
) -> Ahead:
    return Ahead(
        ledger.date(fact, edtf, long=True),
        sort_key(edtf),
        _statements(ledger, leads, fact),
        _statements(ledger, texts, fact),
        badge,
        about,
        ledger.ids(fact),
        ledger.quotes(fact, most=1),
        edtf=edtf,
    )


def _rounds(ledger: Ledger) -> Iterator[Ahead]:
    event = rumoured_round(ledger.briefing)
    if event:
        amount = f"{figures.in_words(event.amounts[0])} " if event.amounts else ""
        price = f" at a {figures.bare(event.valuations[0])} valuation" if event.valuations else ""
        leads = ["Round confirmed or denied", "Round confirmed"]
        step = _step(
            ledger,
            event,
            event.date,
            leads,
            [f"a raise of {amount.strip()}{price} is only rumoured" if amount else "a raise is only rumoured"],
            "rumoured",
            "funding",
        )
        yield replace(step, date="any time", noun="its rumoured round, confirmed or denied")
    planned = planned_round(ledger.briefing)
    if planned and planned.amounts:
        raise_ = f"{figures.in_words(planned.amounts[0])} raise"
        told = planned.date.rstrip("~?%")
        when = "" if over(told, ledger.briefing.as_of) else planned.date  # the day on which it was told
        step = _step(ledger, planned, when, [f"{raise_} closed"], [], "planned", "funding")
        yield replace(step, noun=f"the close of its {raise_}")


def _targets(ledger: Ledger) -> Iterator[Ahead]:
    for metric in ledger.briefing.metrics:
        if metric.forward_looking and figures.metric(metric) and not over(metric.as_of, ledger.briefing.as_of):
            noun = metric_noun(metric)
            value = figures.metric(metric)
            told = figures.metric_in_words(metric)
            unit = f"{noun}: {told}" if metric.unit.islower() and metric.unit not in f"{value} {noun}" else ""
            leads = [unit if unit and unit.endswith(metric.unit) else f"{value} {noun}", f"{value} target"]
            who = f"aimed at by {shown(metric.holder)}" if metric.holder else "a target, not yet a result"
            about = "revenue" if is_revenue(metric) else topic(noun).emphasis
            own = quoted(metric.evidence, figures_in(value))
            step = _step(ledger, metric, metric.as_of, leads, [*own, who], "target", about)
            yield replace(step, noun=f"its {target_noun(metric)}")


def _ties(ledger: Ledger) -> Iterator[Ahead]:
    """Deals and partnerships that are rumoured or only planned."""
    for tie in ledger.briefing.relationships:
        if tie.status in ("rumoured", "planned"):
            rumoured = tie.status == "rumoured" or tie.standing == "rumoured"
            name = shown(tie.name)
            what = "Deal" if {"acquired", "acquirer"} & set(tie.kinds) else "Tie"
            leads = [f"{what} with {name} confirmed or denied", f"{what} with {name}"] if rumoured else []
            own = [core(figures.shortened(shown(part.quote)), ledger.names) for part in tie.evidence[:1]]
            texts = [text for whole in own if not leans(whole) for text in shortenings(whole)]
            badge: BadgeKey = "rumoured" if rumoured else "planned"
            step = _step(ledger, tie, "", leads or [f"{what} with {name}", name], texts, badge, "partnership")
            yield replace(step, date="any time" if rumoured else "", plain=name)


def _sites(ledger: Ledger) -> Iterator[Ahead]:
    """Sites that are only planned or announced."""
    for site in ledger.briefing.infrastructure:
        if site.status in ("planned", "announced"):
            name = shown(site.name)
            leads = [name, *shortenings(name, 2)]
            text = f"{site.status}, not yet operating"
            yield _step(ledger, site, "", leads, [text], "planned", "infrastructure")


def _planned(ledger: Ledger) -> Iterator[Ahead]:
    dates = [metric.as_of for metric in ledger.briefing.metrics if metric.forward_looking]
    for milestone in ledger.briefing.milestones:
        if not is_ahead(milestone, ledger.briefing.as_of):
            continue
        if milestone.kind in ("revenue", "funding") and any(overlap(date, milestone.date) for date in dates):
            continue
        words = core(figures.shortened(shown(milestone.text)), ledger.names)
        versions = list(shortenings(words, 2)) if not leans(words) and not _IDLE.match(words) else []
        about = milestone.kind if milestone.kind in _TOPICS else "company"
        badge: BadgeKey = "rumoured" if milestone.status == "rumoured" else "planned"
        if not versions:
            continue
        first = versions[0].split(", ", 1)[0]
        before = _VERB.split(versions[0], maxsplit=1)[0].strip()
        relative = before_relative(versions[0])
        heads = [
            first,
            relative,
            _TIME.sub("", relative),
            before,
            _ARTICLE.sub("", before),
            *_of_a_person(ledger, versions[0]),
            *_named(ledger, versions[0]),
        ]
        names = {name.lower() for name in ledger.names}
        heads = [head for head in heads if head.lower() not in names and (" " in head or head[:1].isupper())]
        heads = [head for head in heads if not _POINTING.match(head)]
        versions += [head for head in heads if 0 < len(head.split()) < 7 and not _BARE.search(head)]
        versions = [text for text in versions if not _BROKEN.search(text) and not _SAID.search(text)] or versions
        short = [version for version in versions if len(version) <= 44] or versions[-1:]
        step = _step(ledger, milestone, milestone.date, short, versions[:4], badge, about)
        yield replace(step, plain=_PLAIN.get(about, "Next step"))


_POINTING = re.compile(r"(?:the )?(?:remaining|other|others|rest|latter|former|first|second|third)\b", re.IGNORECASE)
_IDLE = re.compile(r"(?:happen|occur|take place|come|follow|be)s?\b", re.IGNORECASE)


def _of_a_person(ledger: Ledger, text: str) -> list[str]:
    """What somebody of the company expects to do, without who says so: "Byron expects to open …" → "open …"."""
    found = _TOWARD.match(text)
    people = {word for person in ledger.briefing.people for word in shown(person.name).split()}
    if not found or not (found[1] in _COMPANY or set(found[1].split()) <= people):
        return []
    rest = text[found.end() :]
    return [rest, _TIME.sub("", rest)]


_TOWARD = re.compile(
    r"(\w+(?: \w+)?) (?:also )?(?:expects|plans|intends|aims|hopes|wants|has plans(?: with [A-Z]\w+)?) to (?=\w+ \w)"
)
_COMPANY = frozenset({"The company", "The startup", "The firm", "The group", "It"})


def _named(ledger: Ledger, text: str) -> list[str]:
    """Products and sites to come that the text names."""
    coming: list[Product | Infrastructure] = [item for item in ledger.briefing.products if item.status != "released"]
    coming += [site for site in ledger.briefing.infrastructure if site.status in ("planned", "announced")]
    names = [shown(item.name) for item in coming]
    return [name for name in dict.fromkeys(names) if name.lower() in text.lower()]


def _products(ledger: Ledger) -> Iterator[Ahead]:
    for product in ledger.briefing.products:
        if product.status != "released":
            kind = shown(product.kind)
            name = shown(product.name)
            leads = [f"{name}, {kind}" if kind and kind.lower() not in name.lower() else name, name]
            yield _step(ledger, product, "", leads, ["announced, not yet released"], "planned", "product")


def _with_look_for(ledger: Ledger, item: Ahead, watches: list[Implication]) -> Ahead:
    """The source's own "watch for" where it speaks of this step; else what would verify it; else the step's text."""
    subject = _words(" ".join(ledger.names))
    said = [statement for statement in (*item.leads[:1], *item.texts[:1]) if not statement.text.startswith("“")]
    own = _words(" ".join(statement.text for statement in said)) - subject
    scored = [(len(own & _words(watch.text)), watch) for watch in watches if len(watch.text.split()) >= _SENTENCE]
    best = max(scored, key=lambda pair: (pair[0], pair[1].id), default=(0, None))
    told = " ".join(statement.text for statement in item.texts[:1])
    if best[1] is not None and (best[0] >= 2 or (best[0] and item.badge == "rumoured")):
        words = figures.shortened(_OPENER.sub("", shown(best[1].text)))
        if told[:40].lower() not in words.lower() or not told:
            return _replaced(
                item, _statements(ledger, list(shortenings(words)), best[1]), ledger.quotes(best[1], most=1)
            )
    if all(len(lead.text) > _SHORT_LEAD for lead in item.leads):
        return item  # its lead will be a plain one: the text has to say what the step is
    for doubt in ledger.briefing.unverified:
        if doubt.about and doubt.about == item.ids[0] and doubt.would_verify:
            if told.startswith("“") and not _advised(ledger, doubt.would_verify):
                return item  # how the source puts a target says more than a rule of ours
            texts = _statements(ledger, list(shortenings(figures.shortened(shown(doubt.would_verify)), 2)), doubt)
            return _replaced(item, texts, ())
    return item


def _advised(ledger: Ledger, text: str) -> bool:
    """Are these a source's own words of advice?"""
    head = shown(text)[:40]
    return any(head in shown(item.text) for item in ledger.briefing.implications)


def _replaced(item: Ahead, texts: tuple[Statement, ...], quotes: tuple[tuple[int, str], ...]) -> Ahead:
    return replace(item, texts=texts, quotes=(*item.quotes, *quotes))
