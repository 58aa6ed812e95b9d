"""The event that a date is the day of."""

import pytest

from auditor.extract.events.happenings import happening


@pytest.mark.parametrize(
    ("before", "event"),
    [
        ("The museum, which opened in ", "opened"),
        ("The crown was made back in ", "made"),
        ("It was founded in early ", "founded"),
        ("The tower collapsed on ", "collapsed"),
        ("He was arrested ", "arrested"),
        ("He said on ", None),
        ("It was in ", None),
        ("The vote is scheduled for ", None),
        ("The figures for ", None),
        ("It opened in Rome in ", None),
        ("It grew in the ", "grew"),
        ("They won the ", None),
        ("", None),
    ],
)
def test_a_date_is_that_of_the_verb_right_before_it(before: str, event: str | None) -> None:
    """But not of a verb of speech, nor of one that is farther away."""
    assert happening(before) == event
