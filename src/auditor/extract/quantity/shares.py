"""Reads parts of one, or of a unit: "half an hour", "three quarters of a mile", "a quarter-point"."""

from auditor.extract.quantity.amount import Amount
from auditor.extract.quantity.numbers import Number, parts
from auditor.extract.quantity.spellings import is_ambiguous, unit_after
from auditor.extract.quantity.units import units
from auditor.language.phrases import pattern

_OF_UNIT = pattern("quantities", "of_unit")
_POINT = pattern("quantities", "point")
_ONE_AND = pattern("quantities", "one_and")
_NAME = 20
_RATES = pattern("quantities", "rates")


def part(text: str, number: Number) -> Amount | None:
    """Reads a part of one, or of a unit: "half an hour", "three quarters of a mile", "¾ cup", "an hour and a half"."""
    article = _OF_UNIT.match(text, number.end)
    found = unit_after(text, article.end() if article else number.end)
    hyphen = text[number.end : number.end + 1] == "-"
    one = _ONE_AND.search(text, max(0, number.start - _NAME), number.start)
    if one and one[1].strip() not in parts() and (whole := unit_after(one[1], 0)):
        return Amount(number._replace(value=1 + number.value, form="words"), one.start(), number.end, whole.unit)
    if found and found.unit.dimension != "multiple" and not is_ambiguous(found.written):
        return Amount(number, number.start, found.end, found.unit, hyphen=hyphen)
    if hyphen:
        return _part_of_point(text, number)
    ratio = units()["fraction"]
    return Amount(number, number.start, number.end, ratio)


def _part_of_point(text: str, number: Number) -> Amount | None:
    """Reads "a quarter-point": of a rate it is one of percentage points."""
    point = _POINT.match(text, number.end)
    if point is None:
        return None
    if _RATES.search(text, max(0, number.start - 80), point.end() + 80):
        return Amount(number, number.start, point.end(), units()["percentage point"], hyphen=True)
    return Amount(number, number.start, point.end(), hyphen=True, noun="point")
