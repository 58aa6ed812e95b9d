"""Writes a report in the formats people and machines read."""
