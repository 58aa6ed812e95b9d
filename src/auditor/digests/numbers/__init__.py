"""Whether a text bears out a number or a day of its headline, or of a short text that retells it."""
