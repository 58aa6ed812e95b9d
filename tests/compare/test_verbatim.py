"""How many words next to two claims are the same."""

import numpy as np
import pandas as pd
import pytest

from auditor.compare.around import verbatim

_GAP = "___"


@pytest.mark.parametrize(
    ("left", "right", "shared"),
    [
        ("The dam gave way at ___.", "The dam gave way at ___ in the rain.", 5.0),
        ("The old dam gave way at ___.", "A new dam gave way at ___ in the rain.", 3.5),
        ("On ___ the miller sold", "On ___ the millers sold", 4.0),
        ("The driver, ___, was taken home", "The guard, ___, was taken home", 0.0),
        ("a net gain of ___ in its first year", "a gross gain of ___ in its first year", 0.0),
        ("The ___ of the", "The ___ of the", 0.0),
        ("It rose by ___ today", "Nobody knows of ___ yet", 0.0),
    ],
)
def test_counts_words_until_they_differ(left: str, right: str, shared: float) -> None:
    """A word with content counts 1, another half, and so the beginning of both sentences; inflection does not count."""
    starts = [text.index(_GAP) for text in (left, right)]
    claims = pd.DataFrame(
        {
            "sentence": [left, right],
            "sentence_start": [0, 0],
            "start": starts,
            "end": [start + len(_GAP) for start in starts],
        }
    )
    seen = verbatim.seen(claims)
    assert seen.scores(np.array([0]), np.array([1]))["verbatim"].tolist() == [shared]


def test_nothing_stands_beside_no_claim() -> None:
    """A left claim without a right one shares nothing that is known."""
    claims = pd.DataFrame({"sentence": ["Rain fell on ___."], "sentence_start": [0], "start": [13], "end": [16]})
    assert np.isnan(verbatim.seen(claims).scores(np.array([0]), np.array([-1]))["verbatim"]).all()
