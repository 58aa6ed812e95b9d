"""What is known of claims: worked out once, whoever asks, and the same for all who ask."""

from collections.abc import Iterator

import numpy as np
import pytest

from auditor.codes import Numbers
from auditor.compare import Known, Pairing, pairs
from auditor.compare.around.sights import Sights
from auditor.tables import claims_table
from builders import info, number

STORY = {
    "a": "The quake killed 41 people in Ashby and 7 in Coldwater, officials said.",
    "b": "Officials in Ashby said the quake had killed 43 people and injured 300 others.",
    "c": "The quake of 12 March killed 41 people in Ashby.",
}


def known() -> Known:
    """A story of three sources, each with all its figures."""
    claims = [
        number(word, word, source=name, start=text.index(f" {word} ") + 1, sentence=(0, len(text)))
        for name, text in STORY.items()
        for word in text.split()
        if word.isdecimal()
    ]
    return Known(claims_table(claims, [info(name, text) for name, text in STORY.items()]))


@pytest.mark.parametrize("within", ["story", "sources"])
def test_who_asks_first_does_not_matter(within: str) -> None:
    """A pair has the same columns whether other pairs were made of its claims before or not."""
    fresh, used = known(), known()
    everything = np.arange(len(used.claims))
    for few in (everything[:2], everything[3:], everything):
        pairs(used, few, few, Pairing())
    chosen = everything[::2]
    one, other = (pairs(some, chosen, chosen, Pairing(within=within)).table for some in (fresh, used))  # type: ignore[arg-type]
    assert len(one)
    assert one.equals(other)


def test_each_claim_is_looked_at_once() -> None:
    """What was seen beside a claim is not looked for again."""
    looked_at: list[int] = []

    def look(positions: Numbers) -> Iterator[int]:
        looked_at.extend(positions.tolist())
        yield from positions % 2

    sights = Sights(9, look, lambda one, other: (float(one == other),), ("same",))
    for left, right in (([1, 2], [3, -1]), ([3, 1], [4, 2])):
        told = sights.scores(np.array(left), np.array(right))
    assert sorted(looked_at) == [1, 2, 3, 4]
    assert told["same"].tolist() == [0.0, 0.0]
    assert sights.at(np.array([4, 3])) == [0, 1]
