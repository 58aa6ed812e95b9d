"""Compares claims: which may be compared, and how far apart they are."""

from auditor.compare.arithmetic.growths import growths
from auditor.compare.arithmetic.shares import shares
from auditor.compare.arithmetic.slips import digits
from auditor.compare.arithmetic.sums import sums
from auditor.compare.arithmetic.totals import totals
from auditor.compare.around.deeds import deeds
from auditor.compare.around.own import words_of_figures
from auditor.compare.around.scopes import scopes
from auditor.compare.known import Known
from auditor.compare.pairing import Pairing
from auditor.compare.pairs import AROUND, Compared, pairs
from auditor.compare.series import series

__all__ = [
    "AROUND",
    "Compared",
    "Known",
    "Pairing",
    "deeds",
    "digits",
    "growths",
    "pairs",
    "scopes",
    "series",
    "shares",
    "sums",
    "totals",
    "words_of_figures",
]
