"""Reads measures of two units: five feet two inches, 6'2", 3st 4lb, two hours and a half."""

from decimal import Decimal

from auditor.extract.quantity.amount import Amount
from auditor.extract.quantity.numbers import Number
from auditor.extract.quantity.shields import noun_after
from auditor.extract.quantity.units import is_part, units
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import pattern

_COMPOUND = pattern("quantities", "compound")
_FEET = pattern("quantities", "feet")
_INCHES = 12
_STONE = pattern("quantities", "stone")
_POUNDS = 14
_PARTS_OF = {
    "foot": ("inch",),
    "pound mass": ("ounce",),
    "stone": ("pound mass", "GBP"),
    "hour": ("minute",),
    "minute": ("second",),
    "year": ("month", "week", "day"),
    "month": ("day", "week"),
    "week": ("day",),
    "day": ("hour",),
    "mile": ("yard",),
    "metre": ("centimetre",),
    "kilogram": ("gram",),
}
_AND = FUNCTION_WORDS.single["and"]
_A_HALF = pattern("quantities", "a_half")
_OF = pattern("quantities", "of_next")


def written_together(text: str, begin: int, number: Number) -> Amount | None:
    """The measure that a number makes with a second one that is written onto it: 6'2", 5ft 10in, 3st 4lb."""
    if more := _FEET.match(text, number.end):
        name, parts = "foot", _INCHES
    elif more := _STONE.match(text, number.end):
        name, parts = "stone", _POUNDS
    else:
        return None
    value = number.value + Decimal(more[more.lastindex or 0]) / parts
    return Amount(number._replace(value=value, step=Decimal(1) / parts), begin, more.end(), units()[name])


def compound(text: str, left: Amount, right: Amount, between: str) -> Amount | None:
    """One measure of two neighbouring amounts, None if they make none."""
    return _of_two_units(left, right, between) or _with_rest(text, left, right, between)


def _of_two_units(left: Amount, right: Amount, between: str) -> Amount | None:
    """Joins "five feet two inches", "two hours, 30 minutes and ten seconds"."""
    if (
        not left.unit
        or not right.unit
        or left.number.scaled
        or right.upper
        or (left.number.value % 1 and not left.rest)
    ):
        return None
    parts = _PARTS_OF.get((left.rest or left.unit).name, ())
    if (right.unit.name not in parts and not is_part(right.unit, left.unit)) or not _COMPOUND.fullmatch(between):
        return None
    smaller = units()["pound mass"] if right.unit.name == "GBP" else right.unit
    value = left.number.value + right.number.value * smaller.factor / left.unit.factor
    step = right.number.step * smaller.factor / left.unit.factor
    return Amount(left.number._replace(value=value, step=step), left.start, right.end, left.unit, rest=right.unit)


def _with_rest(text: str, left: Amount, right: Amount, between: str) -> Amount | None:
    """Joins "six foot two", "two hours and a half"."""
    if left.unit is None or left.number.scaled:
        return None
    more = right.number.value
    if between.strip() in _AND and _A_HALF.match(text, right.start) and not _OF.match(text, right.end):
        return _sum(left, right, more, Decimal(0))
    tall = left.unit.name == "foot" and right.unit is None and between == " " and more < _INCHES
    if not tall or noun_after(text, right.end):
        return None
    return _sum(left, right, more / _INCHES, Decimal(1) / _INCHES)


def _sum(left: Amount, right: Amount, more: Decimal, step: Decimal) -> Amount:
    """The left amount with more of its unit, up to where the right one ends."""
    number = left.number._replace(value=left.number.value + more, step=step)
    return Amount(number, left.start, right.end, left.unit)
