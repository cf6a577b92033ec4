"""A company's name and every name that was sighted go in, its full name and its other names come out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from briefing.claims.neighbourhood import Sighted, company_noun, vocabulary
from briefing.claims.sightings import bare
from briefing.claims.wordclasses import word_classes
from briefing.claims.words import plain, word_set
from briefing.model.patterns import late
from briefing.model.source import Source

_ALSO = late(
    r"\s*\(\s*(?:or|aka|a\.k\.a\.|formerly(?: known as| called)?|previously(?: known as| called)?|also known as)?\s*"
    r'"?([A-Z0-9][\w&.\-]*(?: [A-Z][\w&.\-]*){0,2})"?\s*\)'
    r'|,? (?:formerly|previously|also) (?:known as|called) "?([A-Z][\w&.\-]*(?: [A-Z][\w&.\-]*){0,2})'
)
_FORMER = frozenset({"formerly", "previously", "also"})


def core(name: str) -> str:
    """The name without legal form and words like "AI" or "Labs" behind it: what its short form would be."""
    parts = name.split()
    tails = word_set("companies", "legal_forms", "name_tails")
    while len(parts) > 1 and parts[-1].lower().strip(".,") in tails and parts[-2] != "&":
        parts.pop()
    return " ".join(parts)


def key(name: str) -> str:
    """What all printings of a name share."""
    return core(name).casefold()


def family(name: str, seen: Mapping[str, Sighted], sources: Sequence[Source]) -> tuple[str, tuple[str, ...]]:
    """The fullest form of the name that stands without a legal form, and its other forms, longest first."""
    short = key(name)
    same = [other for other in seen if key(other) == short]
    longer = [other for other in sorted(seen) if _is_longer(other, short, same, seen)]
    counts = _counts((*same, *longer, name), seen)
    most = max(counts.values(), default=0)
    fit = [form for form in counts if _is_shown(form, counts, most, longer, seen)] or [name]
    fit = _of_one_line(fit, name, counts, seen)
    full = min(fit, key=lambda form: (-len(form), -counts.get(form, 0), form))
    if full.casefold() == name.casefold():
        full = name  # as the texts print it most
    forms = set(counts) | short_forms(full, seen)
    rest = {*forms, *_other_names(sources, forms), *_joined_initials(full, seen), *same, *longer} - {full}
    return full, tuple(sorted(rest, key=lambda form: (-len(form), form)))


def _of_one_line(fit: list[str], name: str, counts: Mapping[str, int], seen: Mapping[str, Sighted]) -> list[str]:
    """The forms that go on from one another: "Acme Pay", with which texts begin, and not its arm "Acme Credit"."""
    short = core(name)
    longer = [form for form in fit if form.casefold().startswith(f"{short.casefold()} ") and form in seen]
    if len({form.split()[len(short.split())].casefold() for form in longer}) < _TWO:
        return fit
    sources = {source for form in longer for source in seen[form].first}
    opening = Counter(
        min((seen[form].first[source], form) for form in longer if source in seen[form].first)[1] for source in sources
    )
    stem = max(longer, key=lambda form: (opening[form], counts.get(form, 0), form))
    return [form for form in fit if form not in longer or form.startswith(stem) or stem.startswith(form)]


_TWO = 2


def _is_longer(other: str, short: str, same: Sequence[str], seen: Mapping[str, Sighted]) -> bool:
    """Is it the short name with more behind it that belongs to a company's name ("Acme Energie GmbH")?"""
    one = seen[other]
    if not other.casefold().startswith(f"{short} ") or other in same:
        return False
    if other.split()[-1].lower() in word_set("companies", "legal_forms"):
        return True
    leads = sum(one.lead.values()) >= 2
    brief = next((seen[name] for name in same if name.casefold() == short), None)
    return one.company > one.product and leads and _introduces(one, brief)


def _counts(forms: Sequence[str], seen: Mapping[str, Sighted]) -> dict[str, int]:
    shown = {bare(form) for form in forms}
    return {form: sum(one.count() for name, one in seen.items() if bare(name) == form) for form in sorted(shown)}


def _is_shown(
    form: str, counts: Mapping[str, int], most: int, longer: Sequence[str], seen: Mapping[str, Sighted]
) -> bool:
    """Is the form one that texts use, not just the one of the register ("Acme Technologies" for "… Limited")?"""
    if form not in seen:
        return len(counts) == 1
    if counts[form] < max(1, most // 20) and form not in longer:
        return False
    if counts[form] * 8 > most or core(form) == form or _introduces(seen[form], seen.get(core(form))):
        return True
    # "Acme Labs", told of once behind "Acme", is one of its sites or products: a firm's full name comes first, or
    # with the legal form.
    return any(name != form and bare(name) == form for name in seen)


def short_forms(full: str, seen: Mapping[str, Sighted]) -> set[str]:
    """First words of the name that the texts use alone ("Acme" for "Acme Pay"), unless they begin other names too."""
    parts = full.split()
    found = set()
    for size in range(parts.index("&") + 2 if "&" in parts else 1, len(parts)):  # "Jones" of "Jones & Reed" is a person
        short = " ".join(parts[:size])
        alone = seen.get(short)
        rivals = [
            name
            for name, one in seen.items()
            if name.startswith(f"{short} ") and not name.startswith(full) and one.company > one.product
        ]
        if alone and alone.person <= alone.company and not rivals and not ordinary(short):
            found.add(short)
    return found


def ordinary(word: str) -> bool:
    """Would the word alone mean something else ("General", "Berlin")?"""
    classes, low = word_classes(), word.lower()
    return low in classes.common or low in classes.generic or low in classes.places or low in classes.first_names


def _introduces(longer: Sighted, short: Sighted | None) -> bool:
    """Is the long form what a text begins with before it goes on with the short one?"""
    if short is None:
        return True
    both = [source for source in longer.first if source in short.first]
    return any(longer.first[source] < short.first[source] for source in both) or not both


def _other_names(sources: Sequence[Source], names: set[str]) -> set[str]:
    """Names given in brackets or as former ones: "Acme Fusion Systems (AFS)", "Acme, formerly known as Northwind"."""
    found = set()
    for source in sources:
        text = plain(source.text)
        for name in sorted(names):
            position = text.find(name)
            while position >= 0:
                after = position + len(name)
                ahead = text[after : after + 16].lstrip()
                match = (
                    _ALSO.match(text, after)
                    if not ahead or ahead[0] == "(" or _FORMER.intersection(ahead.split())
                    else None
                )
                if match and (match[2] or "formerly" in match[0] or "known" in match[0] or _initials(name, match[1])):
                    found.add(match[1] or match[2])
                position = text.find(name, position + len(name))
    return found


def spelled_out(name: str, sources: Sequence[Source]) -> str:
    """The name that the texts shorten to these capitals ("Acme Fusion Systems (AFS)"), else the name itself."""
    if not (name.isupper() and name.isalpha() and _FEWEST < len(name) <= _MOST):
        return name
    for source in sources:
        text = plain(source.text)
        at = text.find(f" ({name})")
        while at >= 0:
            words = text[max(at - 120, 0) : at].replace("\n", " . ").split(" ")
            for size in range(len(name), len(name) + 3):
                head = words[-size:]
                named = head[0][:1].isupper() and all(word[:1].isupper() or word in _SMALL for word in head)
                if named and "".join(word[0] for word in head if word[:1].isupper()) == name:
                    return " ".join(head)
            at = text.find(f" ({name})", at + 1)
    return name


def with_first_word(name: str, sources: Sequence[Source]) -> str:
    """The name with the common word that always stands before it: "Haulage" in a text that says "Orbit Haulage"."""
    found: set[str] = set()
    times = 0
    for source in sources:
        text = plain(source.text)
        at = text.find(name)
        while at >= 0:
            start = text.rfind(" ", 0, max(at - 1, 0)) if text[at - 1 : at] == " " else at
            found.add(text[start + 1 : at - 1].rpartition("\n")[2].lstrip('("'))
            times += 1
            at = text.find(name, at + 1)
    first = found.pop() if len(found) == 1 else ""
    classes, low = word_classes(), first.lower()
    idle = classes.titles | classes.nationalities | classes.calendar | vocabulary("no_brand") | vocabulary("idle")
    if times > 1 and first.isdigit():
        return f"{first} {name}"  # "1204 Labs"
    if times < 2 or not (first.isalpha() and first.istitle()) or low in idle or company_noun(low):
        return name
    return f"{first} {name}" if f" {low} " in plain(sources[0].text) or low in classes.generic else name


_FEWEST, _MOST = 1, 6  # letters of an abbreviation
_SMALL = frozenset({"of", "for", "and", "the", "in", "de", "du", "&"})


def _joined_initials(full: str, seen: Mapping[str, Sighted]) -> set[str]:
    """ "J&R" for "Jones & Reed": too odd a spelling to mean anybody else."""
    if " & " not in full:
        return set()
    initials = "".join([part[0] for part in bare(full).split()])
    return {name for name in (initials, initials.replace("&", " & ")) if name in seen}


def _initials(name: str, short: str) -> bool:
    return (
        short.isupper() and len(short) > 1 and short == "".join(part[0] for part in name.split() if part[0].isupper())
    )
