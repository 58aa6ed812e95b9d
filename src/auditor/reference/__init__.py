"""Established facts, each with its citation: claims like any other, from a source that is trusted."""

from auditor.reference.facts import Event, Facts, Rate, Term
from auditor.reference.load import load

__all__ = ["Event", "Facts", "Rate", "Term", "load"]
