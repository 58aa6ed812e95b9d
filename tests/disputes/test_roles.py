"""Who did what a verb says, and to whom."""

import pytest

from auditor.disputes.predicates import asserted, denied


@pytest.mark.parametrize(
    ("text", "doer", "theme"),
    [
        ("The council cleared the canal of weeds.", {"council"}, {"canal"}),
        ("The canal was cleared by the council.", {"council"}, {"canal"}),
        ("The canal has been cleared.", set(), {"canal"}),
        ("The council has cleared it.", {"council"}, set()),
        ("The baker said the council cleared the canal.", {"council"}, {"canal"}),
    ],
)
def test_the_roles_of_a_verb(text: str, doer: set[str], theme: set[str]) -> None:
    """The active has its object behind it, the passive before it; a pronoun tells of nobody."""
    (one, *_) = asserted(text, {"approve"})
    assert (one.roles.doer, one.roles.theme) == (doer, theme)


@pytest.mark.parametrize(
    ("told", "denial", "is_other"),
    [
        ("The council approved the bridge.", "The council did not approve the pool.", True),
        ("The council approved the bridge.", "The bridge was not approved.", False),
        ("The council approved the bridge.", "The mayor did not approve the bridge.", False),
        (
            "On Monday the Velham council approved the bridge.",
            "On Monday the Upton council has not approved it.",
            False,
        ),
        ("The head of Acme Ltd approved the bridge.", "The head of Borel did not approve the bridge.", False),
        ("It is said Acme Ltd approved the bridge.", "It is said Borel Inc did not approve the bridge.", True),
    ],
)
def test_two_deeds_are_told_of_others(told: str, denial: str, is_other: bool) -> None:  # noqa: FBT001 - a case
    """What is done to two things is two deeds, and what two do that have names."""
    (one, *_) = asserted(told, {"approve"})
    (other, *_) = denied(denial)
    assert one.roles.is_other(other.roles) is is_other


@pytest.mark.parametrize(
    "text",
    [
        "Neither council approved the bridge.",
        'The council had not "approved even a plank".',
        "The council said no bridge was approved.",
        "They will wait until the council approved the bridge.",
        "He asked whether the council approved the bridge.",
        "The mayor refused to speak.",
    ],
)
def test_what_is_open_or_negated_is_not_asserted(text: str) -> None:
    """A negated subject, a negation before a quotation mark, a condition; and who refuses to speak rejects nothing."""
    assert list(asserted(text, {"approve", "reject"})) == []
