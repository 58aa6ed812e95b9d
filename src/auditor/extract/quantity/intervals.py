"""What a written number allows: the numbers that round to it, widened or opened by the words before it."""

from decimal import Context, Decimal
from functools import lru_cache

from auditor.extract.quantity.numbers import Number
from auditor.extract.quantity.units import Unit
from auditor.model import Interval, Qualifier

_WIDE = Decimal("0.1")
"""How far "about" reaches, as a part of the number."""
_NARROW, _COARSE_DIGITS, _FIVE = Decimal("0.05"), 2, 5
"""How far it reaches of a number of more digits, the last of which is no five: "about 12,400" is not 14,200."""
_COARSE = 5
"""A rounding step is at most this part of the number; "1,000" may stand for 960, hardly for 600."""
_COUNTED_OUT = 100
"""Below this, things and people are counted, not estimated."""
_DIGITS = 15
"""Parts of one are written with no more digits than this."""
_CONTEXT = Context(prec=_DIGITS)


def plain(value: Decimal) -> str:
    """A decimal string without exponent and trailing zeros."""
    if value == value.to_integral_value():
        return str(int(value))
    if len(value.as_tuple().digits) > _DIGITS:
        value = _CONTEXT.plus(value)
    return format(value, "f").rstrip("0").rstrip(".")


def interval(number: Number, unit: Unit, qualifier: Qualifier, *, below: bool = False, near: bool = False) -> Interval:
    """The interval of a number.

    Args:
        number: The number as written.
        unit: Its unit; things and years of age are counted, measures are rounded.
        qualifier: What the words around it say.
        below: For "about", that the words mean a little less ("almost").
        near: For an open end, that the words mean hardly more or less ("just over").
    """
    said = number._replace(start=0, end=0)
    return _allowed(said, unit.dimension, qualifier, below=below, near=near)


@lru_cache(maxsize=4096)  # texts repeat their numbers, and equal intervals are kept once
def _allowed(number: Number, dimension: str, qualifier: Qualifier, *, below: bool, near: bool) -> Interval:
    """The interval of a number, wherever it stands."""
    value = number.value
    point = plain(value)
    wide = abs(value) * _WIDE
    match qualifier:
        case "vague":
            return Interval(None, point, plain(number.most or value))
        case "more_than" | "at_least":
            high = plain(value + wide) if near else None
            return Interval(point, point, high, low_open=qualifier == "more_than")
        case "less_than" | "at_most":
            low = plain(value - wide) if near else None
            return Interval(point, low, point, high_open=qualifier == "less_than")
    half = _half_step(number, dimension)
    if qualifier == "about":
        exact = value.normalize().as_tuple()
        is_fine = number.form != "part" and len(exact.digits) > _COARSE_DIGITS and exact.digits[-1] != _FIVE
        reach = max(abs(value) * _NARROW if is_fine else wide, half)
        return Interval(point, plain(value - reach), point if below else plain(value + reach), high_open=below)
    if not half:
        return Interval(point, point, point)
    return Interval(point, plain(value - half), plain(value + half), high_open=True)


def spread(low: Number, high: Number) -> Interval:
    """The interval of a written range."""
    return Interval(None, plain(low.value), plain(high.value))


def _half_step(number: Number, dimension: str) -> Decimal:
    """Half of what the last digit stands for, no more than the number's size makes likely."""
    value, step = abs(number.value), number.step
    if number.form == "part" and not step:
        return value / 50
    if not step or number.form in ("multiple", "twice"):
        return Decimal(0)
    counted = dimension in ("count", "time", "multiple")
    if counted and not number.scaled and (step == 1 or value < _COUNTED_OUT):
        return Decimal(0) if step >= 1 else step / 2
    if dimension in ("ratio", "percentage points", "temperature"):
        return min(step, Decimal(1)) / 2
    while step * _COARSE > value and step > 1:
        step /= 10
    return step / 2
