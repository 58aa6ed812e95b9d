"""Compares claims: which may be compared, and how far apart they are."""
