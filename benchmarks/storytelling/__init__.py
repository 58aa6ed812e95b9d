"""Makes news stories of which everything is known: what each source tells, how, and what was planted in it."""
