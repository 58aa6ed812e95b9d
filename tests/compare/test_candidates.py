"""Candidates: every pair that may be compared comes once, whichever side it is asked from."""

from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.compare import Known, Pairing, pairs
from auditor.compare.blocking.candidates import candidates, likeness
from auditor.model import Claim, Name
from auditor.tables import claims_table
from builders import claim, info, number, role

TOPICS = (
    "artillery shells",
    "artillery shell stocks",
    "drones",
    "price of bread",
    "bread",
    "death toll",
    "people dead",
)
NAMES = ("Oban", "Obann", "Harbour Fund", "Harbor Fund", "Halvorsen", "Halversen", "Ministers", "Minsters")

figures = st.lists(
    st.tuples(
        st.sampled_from(TOPICS), st.sampled_from("ab"), st.sampled_from(["count", "percent"]), st.integers(1, 99)
    ),
    min_size=1,
    max_size=7,
    unique_by=lambda draft: draft[-1],
).map(
    lambda drafts: [
        number(str(size), str(size), start=10 * place, source=source, measure=topic, unit=unit, dimension=dimension)
        for place, (topic, source, unit, size) in enumerate(drafts)
        for dimension in ["ratio" if unit == "percent" else "count"]
    ]
)
"""Some figures of two sources, no two alike."""

pairings = st.builds(
    Pairing,
    within=st.sampled_from(["source", "story", "sources"]),
    same=st.sampled_from([(), ("axis",), ("axis", "unit")]),
    alike=st.none() | st.sampled_from([60.0, 85.0, 100.0]),
)

quick = settings(max_examples=30, deadline=None, derandomize=True)


def chosen(table: pd.DataFrame, left: list[int], right: list[int], pairing: Pairing) -> list[tuple[int, int]]:
    """The pairs of two selections."""
    sides = candidates(Known(table), np.array(left, dtype=np.int64), np.array(right, dtype=np.int64), pairing)
    return list(zip(*(side.tolist() for side in sides[:2]), strict=True))


def unordered(found: list[tuple[int, int]]) -> set[frozenset[int]]:
    """Pairs without a left and a right."""
    return {frozenset(pair) for pair in found}


@quick
@given(figures, pairings, st.data())
def test_left_and_right_may_change_places(claims: list[Claim], pairing: Pairing, data: st.DataObject) -> None:
    """The same pairs, turned around."""
    everything = list(range(len(claims)))
    left = data.draw(st.lists(st.sampled_from(everything), unique=True))
    right = data.draw(st.lists(st.sampled_from(everything), unique=True))
    table = claims_table(claims, ())
    assert unordered(chosen(table, left, right, pairing)) == unordered(chosen(table, right, left, pairing))


@quick
@given(figures, pairings)
def test_no_pair_comes_twice_and_none_is_of_one_claim(claims: list[Claim], pairing: Pairing) -> None:
    """In order, so that tables are the same every time."""
    everything = list(range(len(claims)))
    found = chosen(claims_table(claims, ()), everything, everything, pairing)
    assert found == sorted(found)
    assert len(unordered(found)) == len(found)
    assert all(left != right for left, right in found)


def test_of_two_selections_a_pair_comes_both_ways() -> None:
    """What a rule demands of the left claim alone, either may satisfy."""
    table = claims_table([number("1", "1"), number("2", "2", start=5), number("3", "3", start=9)], ())
    assert chosen(table, [0, 1, 2], [1, 2], Pairing()) == [(0, 1), (0, 2), (1, 2), (2, 1)]


@quick
@given(figures, pairings)
def test_blocks_lose_no_pair(claims: list[Claim], pairing: Pairing) -> None:
    """What comparing all against all would find, is found."""
    table = claims_table(claims, ())
    everything = list(range(len(claims)))
    kept = pairs(Known(table), np.array(everything), np.array(everything), pairing).table
    slow = {frozenset(pair) for pair in combinations(everything, 2) if _fits(table, *pair, pairing)}
    assert unordered(list(zip(kept["left"], kept["right"], strict=True))) == slow


def _fits(table: pd.DataFrame, left: int, right: int, pairing: Pairing) -> bool:
    """Whether two rows may be compared, asked one by one."""
    one, other = table.iloc[left], table.iloc[right]
    together = one["source"] == other["source"]
    if (pairing.within == "source" and not together) or (pairing.within == "sources" and together):
        return False
    if any(one[name] != other[name] for name in pairing.same):
        return False
    return pairing.alike is None or likeness("quantity", one["topic"], other["topic"]) >= pairing.alike


@quick
@given(st.lists(st.sampled_from(NAMES), min_size=2, max_size=6, unique=True))
def test_blocks_of_names_lose_no_spelling(names: list[str]) -> None:
    """One slip, one orthography: each pair that is alike is a candidate."""
    claims = [claim(name, Name(name), start=20 * place) for place, name in enumerate(names)]
    table = claims_table(claims, ())
    found = unordered(chosen(table, [*range(len(names))], [*range(len(names))], Pairing(alike=90)))
    for left, right in combinations(range(len(names)), 2):
        if likeness("name", names[left], names[right]) >= 90:
            assert frozenset((left, right)) in found


words = st.text(alphabet="abcde é'-", max_size=20) | st.sampled_from(TOPICS + NAMES)


@given(st.sampled_from(["quantity", "name", "quotation", "status"]), words, words)
def test_likeness_is_a_share_and_the_same_both_ways(kind: str, left: str, right: str) -> None:
    """Nothing is more alike than equal."""
    found = likeness(kind, left, right)
    assert 0 <= found <= 100
    assert found == pytest.approx(likeness(kind, right, left))
    assert likeness(kind, left, left) in {0, 100}


BETWEEN = Pairing(within="sentence", between=("including", "of which"))


@pytest.mark.parametrize(
    ("gap", "tied"),
    [
        (" people, including ", True),
        (" people, INCLUDING ", True),
        (" people, of which ", True),
        (" people, of whichever ", False),
        (" people, excluding ", False),
        (" and ", False),
        (" people" + " and others" * 30 + ", including ", False),
    ],
)
def test_a_word_between_two_claims_ties_them(gap: str, tied: bool) -> None:  # noqa: FBT001
    """As a word of its own, and not from far away."""
    text = f"40{gap}12 children."
    first = number("40", "40", sentence=(0, len(text)))
    second = number("12", "12", start=len(f"40{gap}"), sentence=(0, len(text)))
    table = claims_table([first, second], [info("a", text)])
    assert chosen(table, [0, 1], [0, 1], BETWEEN) == ([(0, 1)] if tied else [])


def test_the_whole_stands_before_its_part() -> None:
    """A word between the two counts for the first one's right side only."""
    text = "40 people, including 12 children."
    claims = [number("40", "40", sentence=(0, 33)), number("12", "12", start=21, sentence=(0, 33))]
    table = claims_table(claims, [info("a", text)])
    assert chosen(table, [1], [0], BETWEEN) == []


@pytest.mark.parametrize("field", ["title", "url"])
def test_sentences_of_two_fields_are_two_sentences(field: str) -> None:
    """Though they begin at the same place."""
    claims = [number("40", "40", sentence=(0, 9)), number("12", "12", start=4, sentence=(0, 9), field=field)]
    assert chosen(claims_table(claims, ()), [0, 1], [0, 1], Pairing(within="sentence")) == []


def test_established_facts_are_no_candidates() -> None:
    """They carry a claim to another axis, and are not held against one another."""
    facts = [role("Ada Obi", "mayor", source=f"reference:{name}", start=place) for place, name in enumerate("xy")]
    table = claims_table([role("Ada Obi", "mayor"), *facts], ())
    assert chosen(table, [0, 1, 2], [0, 1, 2], Pairing()) == []


def test_a_claim_without_a_topic_is_like_no_other() -> None:
    """Where topics count; else it may be compared."""
    claims = [number("1", "1"), number("2", "2", start=5), number("3", "3", start=9, measure="bread")]
    table = claims_table(claims, ())
    assert chosen(table, [0, 1, 2], [0, 1, 2], Pairing(alike=0)) == []
    assert len(chosen(table, [0, 1, 2], [0, 1, 2], Pairing())) == 3


@pytest.mark.parametrize(("left", "right"), [([], []), ([0], []), ([], [0])])
def test_an_empty_side_has_no_pairs(left: list[int], right: list[int]) -> None:
    """And is no mistake."""
    assert chosen(claims_table([number("1", "1")], ()), left, right, Pairing()) == []


@quick
@given(figures)
def test_pairs_tell_the_same_from_both_sides(claims: list[Claim]) -> None:
    """How alike two claims are, how far apart, whether they are aligned: nobody asked first."""
    text = " ".join(str(claim.text) for claim in claims) + " " * 100
    table = claims_table(claims, [info("a", text), info("b", text)])
    turned = claims_table(claims[::-1], [info("a", text), info("b", text)])
    everything = np.arange(len(claims))
    one, other = (
        pairs(Known(made), everything, everything, Pairing(within="sources")).table for made in (table, turned)
    )
    last = len(claims) - 1
    assert _told(one, lambda position: position) == _told(other, lambda position: last - position)


def _told(table: pd.DataFrame, place: Any) -> dict[frozenset[int], tuple[object, ...]]:  # noqa: ANN401
    """What pairs tell that has no side."""
    names = ["alike", "subject_alike", "days_apart", "context_alike", "context_shared", "near_alike"]
    return {
        frozenset((place(row["left"]), place(row["right"]))): tuple(str(row[name]) for name in names)
        for row in table.to_dict("records")
    }


def test_a_repeated_claim_counts_once_but_in_its_sentence_at_each_place() -> None:
    """A source that says a thing twice says it once; but which day stands beside a weekday is a matter of place."""
    text = "on 12 May, and on 12 May too"
    claims = [number("12 May", "12", start=place, sentence=(0, len(text))) for place in (3, 18)]
    other = number("13", "13", start=25, sentence=(0, len(text)))
    table = claims_table([*claims, other], [info("a", text)])
    assert chosen(table, [0, 1], [2], Pairing(within="source")) == [(0, 2)]
    assert chosen(table, [0, 1], [2], Pairing(within="sentence")) == [(0, 2), (1, 2)]
