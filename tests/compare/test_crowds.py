"""Crowds: many sources that tell one thing are compared in time that grows with their number."""

from random import Random

import numpy as np
import pytest

from auditor.compare import Known, Pairing, pairs
from auditor.compare.blocking.candidates import candidates
from auditor.model import Claim, Source
from auditor.pipeline import audit
from auditor.tables import claims_table
from builders import number

ACROSS = Pairing(within="sources", same=("axis",), alike=80)


def retold(*sizes: int) -> list[Claim]:
    """One thing, told by as many sources as there are sizes."""
    return [
        number(str(size), str(size), source=f"s{place:04}", measure="mended roofs") for place, size in enumerate(sizes)
    ]


def met(claims: list[Claim], pairing: Pairing = ACROSS) -> set[frozenset[str]]:
    """The sources that are held against one another."""
    everyone = np.arange(len(claims))
    left, right, *_ = candidates(Known(claims_table(claims, ())), everyone, everyone, pairing)
    return {frozenset((claims[a].source, claims[b].source)) for a, b in zip(left.tolist(), right.tolist(), strict=True)}


@pytest.mark.parametrize("sizes", [[7] * 400, [7, 9] * 200, [7] * 390 + [9] * 10, [*range(1, 401)]])
def test_a_crowd_makes_few_pairs(sizes: list[int]) -> None:
    """Not eighty thousand."""
    assert len(met(retold(*sizes))) <= 10 * len(sizes)


def test_who_stands_alone_meets_the_crowd() -> None:
    """Wherever it comes in the order of sources, and every one of a few."""
    sizes = [7] * 100
    for place, size in ((0, 9), (41, 12), (99, 15)):
        sizes[place] = size
    found = met(retold(*sizes))
    odd = {f"s{place:04}" for place in (0, 41, 99)}
    for one in odd:
        assert any(one in pair and not pair <= odd for pair in found)


def test_everybody_in_a_crowd_meets_somebody() -> None:
    """So that all who agree are told to agree."""
    sizes = [Random(4).choice([7, 7, 7, 8, 30]) for _ in range(200)]
    assert {source for pair in met(retold(*sizes)) for source in pair} == {f"s{place:04}" for place in range(200)}


def test_what_a_crowd_has_not_met_is_told() -> None:
    """Too many values of one day to hold each against each."""
    claims = retold(*range(1, 100))
    table = claims_table(claims, ())
    made = pairs(Known(table), np.arange(99), np.arange(99), ACROSS)
    assert {reason for _, reason in made.left_out} == {"too many other values are given for it on one day"}
    assert pairs(Known(table), np.arange(9), np.arange(9), ACROSS).left_out == ()


def test_the_order_of_sources_does_not_matter_in_a_crowd() -> None:
    """Renaming the sources renames who disagrees, and nothing else."""
    texts = [f"In the north, {7 if place != 17 else 9} mended roofs were counted by the guild." for place in range(60)]
    names = [f"s{place:02}" for place in range(60)]
    ours, theirs = (
        audit([Source(name, "s", text, published="2024-05-01") for name, text in zip(order, texts, strict=True)])
        for order in (names, names[::-1])
    )
    [one], [other] = ([f for f in report.findings if f.rule == "figures-across-sources"] for report in (ours, theirs))
    assert one.id == other.id
    assert {claim.text for claim in one.claims} == {claim.text for claim in other.claims}
    assert [claim.source for found in (one, other) for claim in found.claims if "9" in claim.text] == ["s17", "s42"]
