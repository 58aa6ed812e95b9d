"""Whether a short text uses the names of the long one that it retells as that does."""
