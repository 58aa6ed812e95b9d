"""A number with its unit, as it stands in a text."""

from dataclasses import dataclass

from auditor.extract.quantity.numbers import Number
from auditor.extract.quantity.units import Unit


@dataclass(slots=True)
class Amount:
    """A number with its unit.

    Attributes:
        number: The number; for a range, its lower end.
        start: Where the amount starts, currency sign and "half a" included.
        end: Where it ends, unit included.
        unit: Its unit; None for a bare number.
        hyphen: Whether the unit is joined by a hyphen ("two-year").
        noun: What a compound counts ("10-man": man).
        upper: The upper end of a range.
        joined: Whether its unit was taken over from a neighbour.
        rest: The unit of its second part ("two hours, five minutes": minute).
    """

    number: Number
    start: int
    end: int
    unit: Unit | None = None
    hyphen: bool = False
    noun: str | None = None
    upper: Number | None = None
    joined: bool = False
    rest: Unit | None = None
