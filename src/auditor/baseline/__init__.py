"""Accepted findings: what an editor has looked at and lets stand, so that only what is new fails a run."""

from auditor.baseline.lines import FORMAT, parse, render
from auditor.baseline.matching import Matched, match
from auditor.baseline.statuses import judge

__all__ = ["FORMAT", "Matched", "judge", "match", "parse", "render"]
