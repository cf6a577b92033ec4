"""The nouns between a sentence on money and its claim: the sketch of an event, and what a reader keeps in mind."""

from __future__ import annotations

from briefing.claims.backerlists import Backing
from briefing.claims.reading import FoundDate
from briefing.claims.rounds import Mention
from briefing.claims.takers import UNKNOWN, Taker
from briefing.claims.view import View
from briefing.model.money import Money
from briefing.model.records import dataclass, field


@dataclass(slots=True)
class Memory:
    """What a reader of one source keeps in mind: whose round was told of last, when it was, what it lacked.

    told: the utterance that last told of a round of the subject; worth: has that round a valuation. spot: where it
    stands; news: where the source's first one stands, what the article is about. home: the article is on the subject.
    sum: of the round told of last; equivalent: the last one in another currency. spoken: the utterance that last spoke
    of a round, by a sum or by who joins it. givers: canonical names of those who backed its rounds. plan: the sum of
    the round that is yet to come in; planned: the utterance that told of it. kind: of the money told of last. aside:
    the other company whose round was told of, where the text has gone back to the subject: "the round" may still be it.
    """

    taker: Taker = UNKNOWN
    date: str = ""
    told: int = -99
    spoken: int = -99
    givers: set[str] = field(default_factory=set)
    worth: bool = True
    spot: tuple[int, int] | None = None
    news: tuple[int, int] | None = None
    home: bool = False
    sum: Money | None = None
    equivalent: Money | None = None
    plan: Money | None = None
    planned: int = -99
    kind: str = ""
    aside: Taker = UNKNOWN


@dataclass(slots=True)
class Sketch:
    """One event of an utterance. anchor: the token it hangs on. amount: index of its sum, None if it has none.

    family: of the verb that governs it (raise, loose, invest, back, give, lead, ""); verb: its token, -1 if none.
    reach: tokens between the event before and the one behind.
    """

    anchor: int
    amount: int | None
    taker: Taker
    verb: int = -1
    family: str = ""
    named: list[Mention] = field(default_factory=list)
    equivalents: list[int] = field(default_factory=list)
    valuations: list[int] = field(default_factory=list)
    dates: list[FoundDate] = field(default_factory=list)
    backings: list[Backing] = field(default_factory=list)
    back: bool = False
    reach: tuple[int, int] = (0, 0)

    def end(self, view: View) -> int:
        """The token behind the sketch's own words."""
        ends = [one.after for one in self.named if one.first <= self.anchor + 6]
        ends += [view.amount_span(number)[1] for number in (self.amount, *self.equivalents) if number is not None]
        return max(ends, default=self.anchor + 1)

    def staged(self) -> bool:
        return any(one.kind == "stage" for one in self.named)
