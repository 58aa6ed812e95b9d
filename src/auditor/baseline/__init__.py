"""Accepted findings: what an editor has looked at and lets stand, so that only what is new fails a run."""
