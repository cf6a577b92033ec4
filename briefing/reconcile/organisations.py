"""Claims in, a function out that gives any form of an organisation's name the one name the Briefing uses.

Names are one when the sources or the user say so (an alias), when they differ only in legal form, article or case, or
when one is the other with a word like "Capital" behind it. "Northwind Ventures" is the venture arm of Northwind, not
Northwind, unless both only ever appear as investors.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from briefing.model.claim import Claim, FundingValues, TieValues
from briefing.model.settings import Settings
from briefing.reconcile.folding import name_key
from briefing.reconcile.lexicon import words

_MONEY = ("investor", "lead-investor", "lender")


def canonical_names(claims: Sequence[Claim], settings: Settings) -> Callable[[str], str]:
    """The function looks a name up by its key; a name never seen is its own canonical form."""
    book = _Book()
    for name, others in settings.organisations.items():
        book.join([name, *others])
    for claim in claims:
        values = claim.values
        if isinstance(values, TieValues):
            book.see(values.name, investing=values.tie in _MONEY)
            book.join([values.name, *values.aliases])
        elif isinstance(values, FundingValues):
            for name in (*values.leads, *values.participants, *(cheque.investor for cheque in values.contributions)):
                book.see(name, investing=True)
    book.join_longer()
    chosen = book.choose(list(settings.organisations))

    def canonical(name: str) -> str:
        key = name_key(name)
        return chosen.get(book.of(key), name) if key else name

    return canonical


def _particular(form: str, forms: Iterable[str]) -> bool:
    """Is the form another one with words behind it that name a part of it ("Northwind Cloud" of "Northwind")?"""
    parts = name_key(form).split()
    usual = {*words("language", "corporate"), *words("language", "arms")}
    for other in forms:
        short = name_key(other).split()
        if 0 < len(short) < len(parts) and parts[: len(short)] == short and not usual & set(parts[len(short) :]):
            return True
    return False


class _Book:
    """Union-find over the keys of names, with the forms in which they were printed."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}
        self._forms: dict[str, Counter[str]] = {}
        self._others: set[str] = set()  # keys seen in a role other than investor

    def of(self, key: str) -> str:
        while self._parent.get(key, key) != key:
            key = self._parent[key]
        return key

    def see(self, name: str, *, investing: bool) -> None:
        key = name_key(name)
        self._parent.setdefault(key, key)
        self._forms.setdefault(key, Counter())[name] += 1
        if not investing:
            self._others.add(key)

    def join(self, names: Sequence[str]) -> None:
        keys = [key for name in names if (key := name_key(name))]
        for name in names:
            key = name_key(name)
            if key:
                self._parent.setdefault(key, key)
                self._forms.setdefault(key, Counter())[name] += 0
        for key in keys[1:]:
            first, second = sorted((self.of(keys[0]), self.of(key)))
            self._parent[second] = first

    def join_longer(self) -> None:
        """A name, and the one longer name that adds only words like "Capital", or its seat, to it."""
        plain, arms = set(words("language", "corporate")), set(words("language", "arms"))
        by_core: dict[str, list[str]] = {}
        for key in sorted(self._parent):
            seated, of, seat = key.rpartition(" of ")
            if of and " " in seated and seat.count(" ") < 2:  # "Northwind Development Fund of Norland"
                by_core.setdefault(seated, []).append(key)
            else:
                seated = key
            parts = seated.split()
            kept = len(parts)
            while kept > 1 and parts[kept - 1] in plain | arms:
                kept -= 1
            if kept < len(parts):
                by_core.setdefault(" ".join(parts[:kept]), []).append(key)
        for short, longer in by_core.items():
            if short in self._parent:
                fitting = [key for key in longer if self._may_be(short, key, arms)]
                if len({self.of(key) for key in fitting}) == 1:
                    self.join([short, fitting[0]])

    def _may_be(self, short: str, longer: str, arms: set[str]) -> bool:
        added = longer.split()[len(short.split()) :]
        return not arms & set(added) or not {short, longer} & self._others

    def choose(self, preferred: Sequence[str]) -> dict[str, str]:
        """Root key → the form to show: the user's, else the fullest of those most often printed."""
        groups: dict[str, Counter[str]] = {}
        for key in sorted(self._forms):
            groups.setdefault(self.of(key), Counter()).update(self._forms[key])
        chosen = {}
        for root, forms in groups.items():
            seen = {form: count for form, count in forms.items() if count} or dict(forms)
            seen = {form: count for form, count in seen.items() if not _particular(form, seen)} or seen
            chosen[root] = max(seen, key=lambda form: (len(form.split()) > 1, seen[form], len(form), form))
        for name in preferred:
            chosen[self.of(name_key(name))] = name
        return chosen
