"""Units of measure and money: what they measure, what they are worth in base units."""

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from auditor.language import Table, WordList, WordSet, load


class UnitEntry(Table):
    """One unit of the table: its worth in base units and its spellings besides its own name."""

    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)
    words: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


class Units(Table):
    """All units by dimension."""

    dimensions: dict[str, dict[str, UnitEntry]]


class MinorUnit(Table):
    """A part of a unit of money."""

    currency: str
    parts: Decimal = Decimal(100)
    words: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


class Currencies(Table):
    """The world's money."""

    currencies: dict[str, WordList]
    symbols: dict[str, str]
    ambiguous: WordSet
    nameless: WordSet
    plurals: dict[str, str]
    short: dict[str, str]
    minor: dict[str, MinorUnit]


class Unit(NamedTuple):
    """A unit: its name (for money the ISO code), what it measures, how it turns into the base unit of that.

    ``amount * factor + offset`` is the amount in ``base`` units.
    """

    name: str
    dimension: str
    base: str
    factor: Decimal
    offset: Decimal


COUNT = Unit("count", "count", "count", Decimal(1), Decimal(0))


@cache
def money() -> Currencies:
    """The table of currencies."""
    return load("currencies", Currencies)


@cache
def units() -> dict[str, Unit]:
    """All units by name."""
    known = {"count": COUNT}
    for dimension, entries in load("units", Units).dimensions.items():
        base = next(iter(entries))
        for name, entry in entries.items():
            known[name] = Unit(name, dimension, base, entry.factor, entry.offset)
    for code in (*money().currencies, *money().nameless):
        known[code] = Unit(code, "money", code, Decimal(1), Decimal(0))
    for name, minor in money().minor.items():
        known[name] = Unit(name, "money", minor.currency, 1 / minor.parts, Decimal(0))
    return known


def dimension(unit: str) -> str | None:
    """What a unit measures; None for an unknown unit."""
    found = units().get(unit)
    return found.dimension if found else None


def to_base(unit: str) -> tuple[Decimal, Decimal] | None:
    """Factor and offset that turn an amount into base units of its dimension; None for an unknown unit."""
    found = units().get(unit)
    return (found.factor, found.offset) if found else None


def base_unit(unit: str) -> str | None:
    """The unit that all units of the same kind are compared in; for money the currency itself."""
    found = units().get(unit)
    return found.base if found else None


def is_part(unit: Unit, of: Unit) -> bool:
    """Whether a unit of money is a part of another: a cent of any money that has no other parts."""
    return (
        is_minor(unit)
        and of.dimension == "money"
        and (unit.base == of.name or (unit.name == "cent" and not is_minor(of)))
    )


def is_minor(unit: Unit) -> bool:
    """Whether a unit of money is a part of another: cent, penny."""
    return unit.dimension == "money" and unit.name != unit.base
