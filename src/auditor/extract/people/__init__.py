"""Names, and who holds which office."""
