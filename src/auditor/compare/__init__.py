"""Compares claims: which may be compared, and how far apart they are."""

from auditor.compare.deeds import deeds
from auditor.compare.growths import growths
from auditor.compare.known import Known
from auditor.compare.own import words_of_figures
from auditor.compare.pairing import Pairing
from auditor.compare.pairs import AROUND, Compared, pairs
from auditor.compare.series import series
from auditor.compare.shares import shares
from auditor.compare.slips import digits
from auditor.compare.sums import sums
from auditor.compare.totals import totals

__all__ = [
    "AROUND",
    "Compared",
    "Known",
    "Pairing",
    "deeds",
    "digits",
    "growths",
    "pairs",
    "series",
    "shares",
    "sums",
    "totals",
    "words_of_figures",
]
