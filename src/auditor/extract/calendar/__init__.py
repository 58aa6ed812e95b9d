"""The grammar of dates: calendar arithmetic, words, tokens and patterns."""
