"""Extracts the claims of a source."""
