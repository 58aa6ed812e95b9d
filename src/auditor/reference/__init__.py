"""Established facts, each with its citation."""
