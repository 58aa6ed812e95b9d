"""The numbers that stand in a text."""

import pytest

from auditor.digests.numbers.numerals import numerals


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("two dozen and 1,234.5", ["24", "1234.5"]),
        ("the twenty-fifth man", ["20", "25"]),
        ("Chapter IV of XLIX", ["4", "49"]),
        ("one in five, three fifths", ["1", "5", "0.6", "3", "5"]),
        ("$1.2 million, £76m", ["1200000", "76000000"]),
        ("the trio, a half-century, the third", ["3", "50", "3"]),
        ("tens of thousands went", []),
        ("F-16 and 9/11", ["16", "9", "11"]),
        ("someone mixes a civil cocktail", []),
    ],
)
def test_numbers_in_any_form(text: str, values: list[str]) -> None:
    """Digits, words, ordinals and Roman numerals; the parts of a fraction too."""
    found = [format(number.value.normalize(), "f") for number in numerals(text)]
    assert found == values


def test_a_number_keeps_what_it_is_without_its_magnitude() -> None:
    """A letter may be a magnitude or a unit."""
    (million,) = numerals("1.2 million")
    (metres,) = numerals("5m")
    assert (str(million.plain), million.scaled, million.lettered) == ("1.2", True, False)
    assert (str(metres.plain), metres.scaled, metres.lettered) == ("5", True, True)
