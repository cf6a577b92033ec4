"""What readers of ties hand on: some names, the tie, the word it rests on; and the ties that are alike."""

from __future__ import annotations

from briefing.claims.reading import FoundName
from briefing.model.claim import TieStatus
from briefing.model.records import dataclass

# Whose money counts may be a person's, or something that sounds like a product; the state is a customer or a partner.
MONEY = frozenset({"investor", "lead-investor", "lender"})
STATES = frozenset({"partner", "customer", "joint-venture"})
PRICED = frozenset({"acquired", "acquirer"})


@dataclass(frozen=True, slots=True)
class Finding:
    """Some names with one tie to the subject. index: the word it rests on. refused: why it is not taken, "" if it is.

    presupposed: the tie is taken for granted whatever the sentence says ("could appeal to Acme's backers A and B").
    label: a heading or label the names stand under. status: what the verb itself says of it, None if nothing.
    proven: who they are has been looked at, any kind of name will do. done: the verb tells of
    what has happened, whatever is planned in the rest of its clause.
    """

    tie: str
    names: tuple[FoundName, ...]
    index: int
    refused: str = ""
    presupposed: bool = False
    label: str = ""
    status: TieStatus | None = None
    proven: bool = False
    done: bool = False
