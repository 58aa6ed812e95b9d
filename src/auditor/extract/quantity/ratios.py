"""Joins two numbers that make a ratio: "one in five adults", "two out of three", "three over four"."""

import re
from decimal import Decimal

from auditor.extract.quantity.amount import Amount
from auditor.extract.quantity.numbers import Number
from auditor.extract.quantity.units import units
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import pattern

_OF = pattern("quantities", "ratio")
_HUNDRED = 100
"""Of so many, parts are counted or scored; "two out of three" is a manner of speaking."""
_PEOPLE = pattern("quantities", "ratio_of")
_NOBODY = re.compile(r"[,.;)](?!\d)")
_OVER = FUNCTION_WORDS.single["over"]
_PART = FUNCTION_WORDS.single["of"]
_OUT_OF = pattern("quantities", "out_of")


def ratio(text: str, left: Amount, right: Amount, between: str) -> Amount | None:
    """The ratio of two neighbouring amounts, None if they make none."""
    over = between.strip() in _OVER and not _PEOPLE.match(text, right.end) and _may_divide(left.number, right.number)
    if left.unit or right.unit or not (over or _OF.fullmatch(between)) or left.number.value >= right.number.value:
        return None
    if not _OUT_OF.search(between) and not over and not _one_in_many(text, left, right):
        return None
    if left.number.value <= 0 or left.number.scaled:
        return None
    if not _OUT_OF.search(between) and not _PART.isdisjoint(between.split()):
        return None
    whole = right.number.value
    fine = whole >= _HUNDRED or left.number.step < 1
    step = min(left.number.step, Decimal(1)) / whole if fine else Decimal(0)
    number = left.number._replace(value=left.number.value / whole, step=step, form="part", bare=False)
    return Amount(number, left.start, right.end, units()["fraction"])


def _may_divide(above: Number, below: Number) -> bool:
    """Whether two numbers are whole and not the first alone in words: "three over four", "3 over 4"."""
    worded = above.form == "words" and below.form != "words"
    return not worded and not above.value % 1 and not below.value % 1


def _one_in_many(text: str, left: Amount, right: Amount) -> bool:
    """Whether "in" makes a share: "one in four", "nine in 10 voters", but not "five in 10 minutes"."""
    value = right.number.value
    small = left.number.value < 10 and value in (3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100, 1000)  # noqa: PLR2004
    if left.number.value != 1 and not small:
        return False
    return left.number.value == 1 or bool(_PEOPLE.match(text, right.end) or _NOBODY.match(text, right.end))
