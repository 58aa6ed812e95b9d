"""Spellings: one name written twice is told from two names that look alike."""

import pytest

from auditor.compare import spellings


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Centre for Defence Studies", "Center for Defense Studies", 100),
        ("Labour Organisation", "Labor Organization", 100),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky", 100),
        ("São Paulo", "Sao Paulo", 100),
        ("Minsters", "Ministers", 90),
        ("Parliment Square", "Parliament Square", 90),
        ("Varzuhg", "Varzugh", 90),
        ("Christian", "Christina", 0),
        ("Brandt", "Ilse Brandd", 80),
        ("Kellar", "Keller", 80),
        ("Walter", "Ann Walker", 0),
        ("Brandt", "Ilse Brandt", 0),
        ("Harbour Investment Fund", "Harbour Industrial Fund", 0),
        ("Russia", "Russian", 0),
        ("Minister", "Ministers", 0),
        ("Northern Line", "Southern Line", 0),
        ("Johnson", "Johnston Press", 0),
        ("Kharkiv", "Kherson", 0),
    ],
)
def test_likeness_of_names(left: str, right: str, expected: float) -> None:
    """Orthographies and single slips are one name; everything else is two."""
    assert spellings.likeness(left, right) == expected
    assert spellings.likeness(right, left) == expected


def test_alike_names_share_a_block() -> None:
    """Candidates are found without comparing all against all."""
    for left, right in [("Minsters", "Ministers"), ("Defence Pact", "Defense Pact"), ("Parlament", "Parliament")]:
        assert set(spellings.blocks(left)) & set(spellings.blocks(right))
