"""Two versions of sources: which claims came, went or changed, and whether the text says so."""
