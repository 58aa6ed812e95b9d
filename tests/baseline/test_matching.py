"""Which finding is which accepted one, whatever was edited in between."""

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.baseline.matching import alike, match
from auditor.model import Accepted, Finding

ROOF = "quantity EUR: council roof stadium"


def found(slot: str = ROOF, values: tuple[str, ...] = ("14 EUR", "19 EUR"), **fields: Any) -> Finding:  # noqa: ANN401
    """A finding."""
    known = {"rule": "figures", "story": "town"} | fields
    return Finding(
        id="f", verdict="contradiction", severity="error", message="m", claims=[], slot=slot, values=values, **known
    )


def accepted(slot: str = ROOF, values: tuple[str, ...] = ("14 EUR", "19 EUR"), **fields: Any) -> Accepted:  # noqa: ANN401
    """An accepted finding."""
    return Accepted(**{"rule": "figures", "story": "town", "slot": slot, "values": values} | fields)


def status(new: Finding, *old: Accepted, gone: tuple[str, ...] = ()) -> str:
    """What one finding is against accepted ones."""
    matched = match([new], old, gone)
    return "known" if matched.known else "changed" if matched.changed else "new"


SAME = ("14 EUR", "19 EUR")


@pytest.mark.parametrize(
    ("new", "old", "expected"),
    [
        (found(), accepted(), "known"),
        (found(), accepted(source="a"), "known"),
        (found(rule="other", slot="quantity EUR: pool"), accepted(), "new"),
        (found(values=("14 EUR", "20 EUR")), accepted(), "changed"),
        (found(values=("2 EUR", "3 EUR")), accepted(), "changed"),
        (found(values=("14 EUR", "19 EUR", "24 EUR")), accepted(), "changed"),
        (found(), accepted(values=("14 EUR", "19 EUR", "24 EUR")), "known"),
        (found(slot="quantity EUR: cost roof stadium"), accepted(), "known"),
        (found(slot="quantity EUR: council pool swim"), accepted(), "new"),
        (found(slot="quantity USD: council roof stadium"), accepted(), "new"),
        (found(slot=f"{ROOF} / quantity EUR: new roof stadium"), accepted(), "known"),
        (found(slot="quantity EUR: cost roof stadium", values=("14 EUR", "20 EUR")), accepted(), "changed"),
        (found(slot="quantity EUR: cost roof stadium", values=("2 EUR", "3 EUR")), accepted(), "new"),
        (found(rule="figures-across"), accepted(), "known"),
        (found(rule="figures-across", values=("14 EUR",)), accepted(values=("14 EUR",)), "new"),
        (found(values=("2 EUR", "3 EUR"), source="a"), accepted(source="b"), "new"),
        (found(values=("2 EUR", "3 EUR"), source="a"), accepted(source="a"), "changed"),
        (found("the old title", (), source="a"), accepted("another title", (), source="a"), "known"),
        (found("the old title", (), source="b"), accepted("another title", (), source="a"), "new"),
        (found("the old title", (), source="b"), accepted("the old title", (), source="a"), "known"),
        (found("the old title of it", (), source="b"), accepted("the old title", (), source="a"), "new"),
    ],
)
def test_a_finding_is_known_by_what_an_edit_leaves(new: Finding, old: Accepted, expected: str) -> None:
    """Its slot, else its values; never by a slot alone in other words."""
    assert status(new, old) == expected


@pytest.mark.parametrize(
    ("gone", "values", "expected"),
    [((), SAME, "new"), (("village",), SAME, "known"), (("village",), ("14 EUR", "20 EUR"), "new")],
)
def test_another_story_counts_only_if_it_is_gone(gone: tuple[str, ...], values: tuple[str, ...], expected: str) -> None:
    """A renamed story has the same findings; a second story with the same slot is another."""
    assert status(found(values=values), accepted(story="village"), gone=gone) == expected


def test_every_acceptance_stands_for_one_finding() -> None:
    """Two equal findings want two; the nearest is taken first."""
    twins = [found(source="a"), found(source="b")]
    matched = match(twins, [accepted(source="b")])
    assert [*matched.known] == [1]
    matched = match(twins, [accepted(source="b"), accepted(source="c"), accepted(source="d")])
    assert {place: one.source for place, one in matched.known.items()} == {0: "c", 1: "b"}
    assert [one.source for one in matched.left] == ["d"]


SLOTS = st.sampled_from([ROOF, "quantity EUR: cost roof stadium", "quantity EUR: pool", "a title"])
VALUES = st.sets(st.sampled_from(["14 EUR", "19 EUR", "24 EUR"]), max_size=3).map(lambda some: tuple(sorted(some)))
SOURCES = st.none() | st.sampled_from(["a", "b"])
drafts = st.lists(st.tuples(SLOTS, VALUES, SOURCES), max_size=6)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(drafts, drafts)
def test_nothing_is_lost_and_nothing_counts_twice(
    new: list[tuple[str, tuple[str, ...], str | None]], old: list[tuple[str, tuple[str, ...], str | None]]
) -> None:
    """Every finding has one status, every acceptance one fate; what is equal is always known."""
    findings = [found(slot, values, source=source) for slot, values, source in new]
    before = [accepted(slot, values, source=source, by=str(place)) for place, (slot, values, source) in enumerate(old)]
    matched = match(findings, before)
    used = [*matched.known.values(), *matched.changed.values(), *matched.left]
    assert sorted(one.by for one in used) == sorted(one.by for one in before)
    assert not matched.known.keys() & matched.changed.keys()
    same = match(findings, [accepted(slot, values, source=source) for slot, values, source in new])
    assert [*same.known] and len(same.known) == len(findings) if findings else not same.known


@settings(max_examples=50, deadline=None, derandomize=True)
@given(drafts, st.integers(0, 9))
def test_accepting_everything_leaves_nothing_new(new: list[tuple[str, tuple[str, ...], str | None]], seed: int) -> None:
    """In whatever order."""
    findings = [found(slot, values, source=source) for slot, values, source in new]
    before = [accepted(one.slot, one.values, source=one.source) for one in findings]
    shuffled = random.Random(seed).sample(before, len(before))
    matched = match(findings, shuffled)
    assert (len(matched.known), matched.left) == (len(findings), [])


def test_slots_are_alike_on_one_axis_by_most_of_their_words() -> None:
    """More than half of the words of the shorter one."""
    assert alike("quantity EUR: a b c", "quantity EUR: b c d e")
    assert not alike("quantity EUR: a b", "quantity EUR: b c")
    assert not alike("quantity EUR: a b", "quantity USD: a b")
    assert alike("date day displayed / date day url", "date day displayed / date day url")
    assert not alike("date day displayed", "date day url")
