"""Units: their spellings, dimensions and worth."""

from decimal import Decimal

import pytest

from auditor.extract.quantity import spellings, units


@pytest.mark.parametrize(
    ("left", "right", "ratio"),
    [
        ("mile", "kilometre", "1.609344"),
        ("pound mass", "kilogram", "0.45359237"),
        ("hectare", "square metre", "10000"),
        ("hour", "minute", "60"),
        ("percentage point", "basis point", "100"),
        ("fraction", "percent", "100"),
        ("penny", "GBP", "0.01"),
        ("gigawatt", "megawatt", "1000"),
    ],
)
def test_units_of_a_dimension_have_one_base(left: str, right: str, ratio: str) -> None:
    """One unit in terms of another, through the base of both."""
    ours, theirs = units.to_base(left), units.to_base(right)
    assert ours is not None
    assert theirs is not None
    assert units.base_unit(left) == units.base_unit(right)
    assert ours[0] / theirs[0] == Decimal(ratio)


@pytest.mark.parametrize(("celsius", "fahrenheit"), [("0", "32"), ("100", "212"), ("-40", "-40")])
def test_temperatures_have_an_offset(celsius: str, fahrenheit: str) -> None:
    """Water freezes and boils at one temperature in both scales."""
    kelvin = []
    for name, amount in (("degree celsius", celsius), ("degree fahrenheit", fahrenheit)):
        worth = units.to_base(name)
        assert worth is not None
        kelvin.append(round(Decimal(amount) * worth[0] + worth[1], 9))
    assert kelvin[0] == kelvin[1]


def test_an_unknown_unit_has_no_worth() -> None:
    """Nothing is guessed."""
    assert units.to_base("smoot") is units.dimension("smoot") is units.base_unit("smoot") is None


def test_percent_and_percentage_points_are_not_compared() -> None:
    """Five percentage points are not five percent."""
    assert units.dimension("percent") != units.dimension("percentage point")


@pytest.mark.parametrize("name", sorted(units.units()))
def test_every_unit_is_read_by_its_own_name(name: str) -> None:
    """What the claims call a unit is what a text may call it."""
    if name in ("count", "pound mass") or units.dimension(name) == "count":
        return
    found = spellings.unit_after(f"7 {name}", 1)
    assert found is not None
    assert found.unit.name == name


@pytest.mark.parametrize(
    ("text", "code", "start"),
    [
        ("for $5", "USD", 4),
        ("for US$ 5", "USD", 4),
        ("for A$5", "AUD", 4),
        ("for EUR 5", "EUR", 4),
        ("for eur 5", "EUR", 4),
        ("for MOP$5", "MOP", 4),
        ("for Rs.5", "INR", 4),
        ("for Mex$ 5", "MXN", 4),
        ("(£5", "GBP", 1),
    ],
)
def test_money_is_named_before_its_amount(text: str, code: str, start: int) -> None:
    """Symbols, symbols with letters and ISO codes."""
    found = spellings.currency_before(text, text.index("5"))
    assert found is not None
    assert (found[0].name, found[1]) == (code, start)


@pytest.mark.parametrize("text", ["for 5", "for XYZ 5", "for xyz 5", "for pen 5", "a 5"])
def test_other_words_name_no_money(text: str) -> None:
    """A code is known, and in capitals unless it is no other word."""
    assert spellings.currency_before(text, text.index("5")) is None


@pytest.mark.parametrize(
    ("text", "name", "written"),
    [
        ("9 square kilometres wide", "square kilometre", "square kilometres"),
        ("9 sq mi.", "square mile", "sq mi"),
        ("9 per cent points", "percentage point", "per cent points"),
        ("9 Hong Kong dollars", "HKD", "Hong Kong dollars"),
        ("9%", "percent", "%"),
        ("9-mile", "mile", "mile"),
        ("9km2", "square kilometre", "km2"),
    ],
)
def test_the_longest_name_wins(text: str, name: str, written: str) -> None:
    """Names of several words are read whole."""
    found = spellings.unit_after(text, 1)
    assert found is not None
    assert (found.unit.name, found.written) == (name, written)
