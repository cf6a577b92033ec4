"""What a Briefing shows as a whole in, the clauses that titles are made of out: headlines and caveats."""

from __future__ import annotations

import re

from briefing.model.briefing import Conflict, FundingEvent, Metric
from briefing.slides import figures
from briefing.slides.clipping import shortenings
from briefing.slides.highlights import price_standing, revenue, revenues, rumoured_round, valued_before
from briefing.slides.ledger import Ledger
from briefing.slides.wording import (
    capital,
    common,
    counted,
    is_demonym,
    joined,
    number_word,
    plural,
    shown,
    word_set,
)

_NUMBER = re.compile(r"[\d.,]+")
_BETWEEN_SOURCES = frozenset({"amount", "currency", "date", "role", "name"})


def caveats(ledger: Ledger) -> list[str]:
    """Short clauses on how far the story can be trusted, weightiest first; each reads on after "; " or "and "."""
    briefing = ledger.briefing
    found: list[str] = []
    figure = revenue(briefing)
    if figure and figure.standing == "company-stated":
        more = bool(revenues(briefing, target=True)) or len(revenues(briefing, target=False)) > 1
        found.append("its growth figures are its own claims" if more else "its revenue figure is its own claim")
    if rumoured_round(briefing):
        found.append("its next round is only a rumour")
    if len(briefing.sources) == 1:
        found.append("everything here rests on one article")
    elif len(briefing.origins) == 1:
        found.append(f"all {number_word(len(briefing.sources))} articles trace to one origin")
    clashes = contradictions(ledger)
    if clashes:
        found.append(f"the sources contradict each other on {counted(len(clashes), 'point')}")
    own = sum(item.standing == "company-stated" for item in briefing.unverified)
    if own and not (figure and figure.standing == "company-stated"):
        found.append(f"{counted(own, 'claim')} {plural(own, 'is')} the company's own")
    if not found and briefing.unverified:
        found.append(
            f"{counted(len(briefing.unverified), 'claim')} {plural(len(briefing.unverified), 'is')} not verified"
        )
    return found


def contradictions(ledger: Ledger) -> list[Conflict]:
    """Differences between sources whose versions cannot all be true (not sums that one source gets wrong)."""
    found = sorted(ledger.briefing.conflicts, key=lambda conflict: (conflict.rank, conflict.id))
    return [conflict for conflict in found if contradicts(conflict)]


def contradicts(conflict: Conflict) -> bool:
    """Not the days of one figure, which was told twice, nor what is said of an organisation beside the subject."""
    about = conflict.about or ""
    aside = (conflict.kind == "date" and about.startswith("m")) or (conflict.kind == "name" and about.startswith("r"))
    return not conflict.compatible and conflict.kind in _BETWEEN_SOURCES and not aside


def topic_phrase(conflict: Conflict) -> str:
    """The topic in a sentence: "the amount of Series C", "who led Series B", "a report and its denial"."""
    told = common(told_topic(conflict.topic))
    if told.lower() == "reported and denied":
        return "a report and its denial"
    whether = _WHETHER.fullmatch(told)
    if whether:
        return f"whether {whether[1]} is {whether[2]}"
    who, says, what = told.partition("who says it: ")
    if says and not who:
        return f"who says it of {what}"
    head, of, rest = told.partition(" of ")
    if of and " " not in head:
        its = "the " if (conflict.about or "").startswith("f") and not rest.startswith(("Series", "the ")) else ""
        return f"the {head} of {its}{rest}"
    values, behind = [shown(part.value) for part in conflict.positions], f" {told}"
    counts = all(value.endswith(behind) and _NUMBER.fullmatch(value[: -len(behind)]) for value in values)
    return f"the number of {told}" if counts else told


def told_topic(text: str) -> str:
    """The topic without a word said twice and with short figures: "developers 2,000,000 developers"."""
    return _MILLIONS.sub(r"\1M", _TWICE.sub(r"\2", figures.shortened(shown(text))))


_WHETHER = re.compile(r"[Ii]s (.+) (\w+)")
_MILLIONS = re.compile(r"\b(\d{1,3}),000,000\b")
_TWICE = re.compile(r"\b([\w ]+) ([\d,.]+ \1)\b")


def valued(ledger: Ledger, event: FundingEvent) -> str:
    """ "reports value Acme at €5B, down from €6B", by the standing of the round."""
    price = figures.in_words(event.valuations[0])
    told = f"{price}{came_from(ledger, event)}"
    return {
        "corroborated": f"{ledger.subject} is valued at {told}",
        "company-stated": f"{ledger.subject} puts its own value at {told}",
        "rumoured": f"a rumour values {ledger.subject} at {price}",
        "forward-looking": f"a planned round would value {ledger.subject} at {price}",
    }.get(price_standing(event), f"reports value {ledger.subject} at {told}")


def came_from(ledger: Ledger, event: FundingEvent) -> str:
    """ ", down from €6B" where an earlier round set another price; "" for a first price."""
    before = valued_before(ledger.briefing, event)
    if before is None:
        return ""
    was, now = before.valuations[0], event.valuations[0]
    if was.value == now.value:
        return ""
    return f", {'down' if now.value < was.value else 'up'} from {figures.in_words(was)}"


def raised(ledger: Ledger, event: FundingEvent) -> str:
    """ "Acme raised €5M, by reports", by standing and instrument."""
    name, amount = ledger.subject, figures.in_words(event.amounts[0])
    taken = "took on debt of" if event.instrument == "debt" else "raised"
    return {
        "corroborated": f"{name} {taken} {amount}",
        "company-stated": f"{name} says it {taken} {amount}",
        "rumoured": f"{name} is rumoured to be raising {amount}",
        "forward-looking": f"{name} plans to raise {amount}",
    }.get(event.standing, f"{name} {taken} {amount}, by reports")


def measured(ledger: Ledger, metric: Metric) -> str:
    """ "Acme says it has over $4M in revenue", by standing; a target is called one."""
    name, figure, noun = ledger.subject, figures.metric_in_words(metric), metric_noun(metric)
    link = "in" if metric.amounts else "as"
    if not metric.amounts and any(word.lower() in figure.lower() for word in noun.split()):  # "30 employees"
        return {
            "forward-looking": f"{name} aims at {figure}",
            "company-stated": f"{name} says it has {figure}",
            "corroborated": f"{name} has {figure}",
            "rumoured": f"{name} is rumoured to have {figure}",
        }.get("forward-looking" if metric.forward_looking else metric.standing, f"{name} is reported to have {figure}")
    if metric.forward_looking:
        return f"{name} aims at {figure} {link} {noun}"
    if not metric.amounts:
        return {
            "company-stated": f"{name} states {figure} for {noun}",
            "corroborated": f"{name} has {figure} for {noun}",
        }.get(metric.standing, f"{name} is reported at {figure} for {noun}")
    return {
        "corroborated": f"{name} has {figure} in {noun}",
        "company-stated": f"{name} says it has {figure} in {noun}",
        "rumoured": f"{name} is rumoured to have {figure} in {noun}",
    }.get(metric.standing, f"{name} is reported to have {figure} in {noun}")


def metric_noun(metric: Metric) -> str:
    """The measure's name in a sentence."""
    return shown(metric.name)


def target_noun(metric: Metric) -> str:
    """ "target of $1B in revenue", "target of 40 plants"."""
    value, noun = figures.metric_in_words(metric), metric_noun(metric)
    named = any(word.lower() in value.lower() for word in noun.split())
    return f"target of {value}" if named else f"target of {value} {'in' if metric.amounts else 'for'} {noun}"


def headline(clause: str, *more: str, link: str = "; ") -> str:
    """A clause as the beginning of a title, with further clauses behind it."""
    rest = joined([part for part in more if part])
    return capital(f"{clause}{link}{rest}" if rest else clause) if clause else ""


def described(ledger: Ledger) -> tuple[str, ...]:
    """ "Acme makes anvils", in a source's words, longest first; () where no source says what it does."""
    facts = [fact.value for fact in ledger.briefing.profile if fact.name in ("description", "what it does", "business")]
    for text in [ledger.briefing.subject.description, *facts]:
        versions = [version for version in shortenings(text) if len(version) <= 90]
        versions += [
            head for head in [_SPECIAL.split(shown(text), maxsplit=1)[0]] if head not in versions and " " in head
        ]
        if versions:
            return tuple(_predicate(ledger.subject, version) for version in versions[:4])
    return ()


_SPECIAL = re.compile(r",? (?:speciali[sz]ing|focus(?:ed|ing)|known|that|which|whose|based|developing|building)\b")


_OF_A_NAME = word_set("based headquartered listed born founded backed owned funded led run bred built made area style")


def _predicate(subject: str, words: str) -> str:
    """ "a maker of anvils" → "Acme is a maker of anvils"; "makes anvils" → "Acme makes anvils"."""
    first = words.split(" ", 1)[0]
    parts = first.split("-")
    placed = len(parts) > 1 and (parts[-1] in _OF_A_NAME or any(is_demonym(part) for part in parts))
    small = words if placed else common(words)  # "Supplier-payments platform", but "Pune-based" and "Franco-German"
    if small.lower().startswith(subject.lower()):
        return words
    if first.lower() in ("a", "an", "the", "one"):
        return f"{subject} is {small}"
    if (
        first.lower().endswith("s")
        and not first.lower().endswith(("ss", "us", "is"))
        and first[:1].isalpha()
        and "-" not in first
    ):
        return f"{subject} {small}"
    return (
        f"{subject}: {words[:1].lower() + words[1:] if small != words else small}"
        if " " not in words
        else (f"{subject} is {'an' if first[:1].lower() in 'aeio' else 'a'} {small}")
    )
