"""Words that say the contrary of one thing."""

import pytest

from auditor.disputes.contraries import contrary


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            "Rona Lucas, for the defence, rose.",
            "Rona Lucas, prosecuting, sat down.",
            [("for the defence", "prosecuting")],
        ),
        (
            "The jury was unanimous on Rona Lucas.",
            "The jury freed Rona by a majority.",
            [("unanimous", "by a majority")],
        ),
        ("Rona Lucas, for the defence, rose.", "Ian Moss, prosecuting, sat down.", []),
        ("Rona Lucas, for the defence, rose.", "Rona Lucas, for the defence, sat down.", []),
        (
            "Rona Lucas, for the defence, told Ian Moss, prosecuting, so.",
            "Ian Moss, prosecuting, had told Rona Lucas, for the defence, so.",
            [],
        ),
    ],
)
def test_contrary_words(one: str, other: str, told: list[tuple[str, str]]) -> None:
    """They count beside the same words only, and where these stand beside one side in each text."""
    found = [
        (one[ours.start : ours.end], other[theirs.start : theirs.end])
        for (_, ours), (_, theirs) in contrary([one, other])
    ]
    assert found == told
