"""Compares claims: which may be compared, and how far apart they are."""

from auditor.compare.known import Known
from auditor.compare.pairing import Pairing
from auditor.compare.pairs import Compared, pairs
from auditor.compare.series import series

__all__ = ["Compared", "Known", "Pairing", "pairs", "series"]
