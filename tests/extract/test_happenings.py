"""The event that a date is the day of."""

import pytest

from auditor.extract.events.happenings import happening, is_of_speech


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


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("The fire was out, police said on ", ".", True),
        ("She told reporters outside the court on ", " that she would appeal.", True),
        ("The mill will close, the board announced in a statement late ", "", True),
        ("A spokesman on ", " denied that the mill would close.", True),
        ("In the capital, on ", ", the ministry said it would sue.", True),
        ("Police said the fire broke out on ", ".", False),
        ("The first case was confirmed on ", ", the clinic said.", False),
        ("He admitted the theft on ", ".", False),
        ("The town told the traders of the market in Upton to vacate their stalls by ", ".", False),
        ("The fire on ", ", police said, killed two.", False),
        ("On ", " the bridge was closed, police said.", False),
        ("The vote is on ", ".", False),
    ],
)
def test_people_say_things_every_day(before: str, after: str, told: bool) -> None:  # noqa: FBT001 - a case
    """A day may be that of the telling, and then not that of what is told."""
    assert is_of_speech(before, after) is told
