"""In an interview whose answers stand in quotation marks the officer interviewed answers, whoever was named last."""

from __future__ import annotations

from tests.claims.close import reading

TEXT = """“We build for the harbour”

Jane Roe on cranes, patience and why Acme will not list

Jane Roe, chief executive of Acme, makes the tea herself.

And who are you for?

“The harbour master. It is as simple as that.”

Is it working?

“We’ve added 140 customers since April.” Roe's co-founder John Doe will leave at Christmas.

What would you do with fresh money?

“We’re looking at two small companies on the coast.”

Not everybody agrees. “It cannot last,” says Mary Poe of Globex.
"""


def test_the_officer_interviewed_answers() -> None:
    read = reading(TEXT)
    held = {one.text: one.clauses[0].holders for one in read.utterances}
    assert next(holders for text, holders in held.items() if "two small companies" in text) == ("Jane Roe",)
    assert next(holders for text, holders in held.items() if "cannot last" in text) == ("Mary Poe",)
