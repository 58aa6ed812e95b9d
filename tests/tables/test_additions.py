"""Figures that come on top of others, and those that are the whole."""

import pytest

from auditor.tables.additions import is_additional


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The storm killed another ", " people."),
        ("a further ", " houses"),
        ("Rescuers found ", " more bodies"),
        ("", " others were hurt"),
        ("An additional\n", " people"),
        ("", " more"),
    ],
)
def test_what_is_added_to_others(before: str, after: str) -> None:
    """By the word before the figure, or by the one behind it."""
    assert is_additional(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The storm killed ", " people"),
        ("There are ", " more than last year"),
        ("On the other hand, ", " people"),
        ("", ""),
        (None, None),
        ("", " people and others"),
        ("another, ", " people"),
    ],
)
def test_what_is_not(before: str | None, after: str | None) -> None:
    """A word farther away says it of something else, and a comparison adds nothing."""
    assert not is_additional(before, after)
