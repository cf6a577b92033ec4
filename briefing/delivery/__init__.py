"""Messages and envelopes in, mailboxes out: the only place of the program that speaks to a network."""
