"""Names, topics and runs of figures that are nearly the same, and what that means."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from auditor.compare import Known, Pairing, series, spellings, topics
from auditor.tables import claims_table
from builders import claim, number

LETTERS = "abcdefghijklmnopqrstuvwxyz"
long_words = st.text(alphabet=LETTERS, min_size=9, max_size=14)


@given(st.text(max_size=30), st.text(max_size=30))
def test_spellings_are_alike_both_ways_or_not_at_all(left: str, right: str) -> None:
    """Three answers, and a name is its own spelling."""
    assert spellings.likeness(left, right) == spellings.likeness(right, left)
    assert spellings.likeness(left, right) in {0, 90, 100}
    assert spellings.likeness(left, left) == 100


@settings(derandomize=True)
@given(long_words, st.data())
def test_one_lost_letter_inside_a_long_word_is_a_slip(word: str, data: st.DataObject) -> None:
    """Whatever the word; and the two share a block, so that the slip is found."""
    place = data.draw(st.integers(1, len(word) - 3))
    slip = word[:place] + word[place + 1 :]
    assume(not word.startswith(slip))
    assume((spellings.canonical(word), spellings.canonical(slip)) == (word, slip))
    assert spellings.likeness(word, slip) == 90
    assert set(spellings.blocks(word)) & set(spellings.blocks(slip))


@settings(derandomize=True)
@given(long_words, st.sampled_from("aeiou"), st.data())
def test_two_slips_are_another_word(word: str, letter: str, data: st.DataObject) -> None:
    """A letter more at two places makes two names."""
    first = data.draw(st.integers(1, 3))
    second = data.draw(st.integers(5, len(word) - 3))
    other = word[:first] + letter * 2 + word[first:second] + letter * 2 + word[second:]
    assert spellings.likeness(word, other) == 0


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Iran", "Iraq"),
        ("Marina", "Merina"),
        ("Austria", "Australia"),
        ("Slovakia", "Slovenia"),
        ("Minister of Defence", "Ministry of Defence"),
        ("Regional Council", "Regional Councils"),
        ("Niger", "Nigeria"),
        ("Northern Line", "Northern Lines Company"),
        ("Marta Lopez", "Marco Lopez"),
        ("Department of Health", "Department of Wealth"),
    ],
)
def test_two_names_that_only_look_alike(left: str, right: str) -> None:
    """An editor who is told to make one of them the other stops reading."""
    assert spellings.likeness(left, right) == 0


@given(st.text(max_size=60))
def test_a_topic_has_a_key_that_is_its_own_topic(text: str) -> None:
    """Folding twice folds no further than the words it has."""
    assert topics.words(text) == tuple(sorted(set(topics.words(text))))
    assert topics.likeness(text, text) == 100


@given(st.lists(st.sampled_from(["artillery", "shells", "stocks", "northern", "price"]), min_size=1, unique=True))
def test_the_order_of_words_is_no_difference(words: list[str]) -> None:
    """Nor are their case, an article before them and a full stop behind."""
    written, turned = " ".join(words), " ".join(reversed(words))
    assert topics.key(written) == topics.key(turned) == topics.key(f"The {turned.upper()}.")


@pytest.mark.parametrize(("word", "other"), [("Ukraine’s", "Ukraine"), ("Åse", "Ase"), ("straße", "STRASSE")])
def test_small_differences_are_folded(word: str, other: str) -> None:
    """Possessives, accents, and letters that are written in two ways."""
    assert topics.fold(word) == topics.fold(other)


def runs(*points: int, days: list[int] | None = None) -> list[dict[str, object]]:
    """The series of figures for one thing, on these days of a month."""
    on = days or [*range(1, len(points) + 1)]
    claims = [
        number(f"{point}", f"{point}", start=10 * place, measure="dead", as_of=(_iso(when), _iso(when)))
        for place, (point, when) in enumerate(zip(points, on, strict=True))
    ]
    made = series(Known(claims_table(claims, ())), np.arange(len(claims)), Pairing(within="source", alike=90))
    return made.table.to_dict("records")  # type: ignore[return-value]


def _iso(when: int) -> str:
    return f"2024-03-{when:02}"


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.lists(st.integers(1, 99), min_size=2, max_size=8, unique=True), st.randoms(use_true_random=False))
def test_falls_are_counted_in_order_of_time(points: list[int], random: object) -> None:
    """Wherever the figures stand in the text."""
    days = [*range(1, len(points) + 1)]
    random.shuffle(days)  # type: ignore[attr-defined]
    [row] = runs(*points, days=days)
    told = [point for _, point in sorted(zip(days, points, strict=True))]
    assert row["falls"] == sum(after < before for before, after in pairwise(told))
    assert [points[member] for member in row["members"]] == told  # type: ignore[attr-defined]
    assert (row["low_max"], row["high_min"]) == (max(points), min(points))


def test_two_things_are_two_series() -> None:
    """And what stands alone is in none."""
    dead = [number(str(size), str(size), start=size, measure="dead") for size in (11, 15)]
    buses = [number(str(size), str(size), start=size, measure="electric buses") for size in (60, 80, 90)]
    alone = number("5", "5", start=5, measure="ferries")
    table = claims_table([*dead, *buses, alone], ())
    made = series(Known(table), np.arange(6), Pairing(within="source", same=("axis",), alike=90)).table
    assert made["members"].tolist() == [(0, 1), (2, 3, 4)]
    assert made["first_topic"].tolist() == ["dead", "electric buses"]


def test_members_hang_together_by_those_between_them() -> None:
    """Who is alike with one of a group belongs to it, though not with all."""
    chain = [
        claim("q", number("1", "1").value, start=place, unit="count", dimension="count", measure=measure)
        for place, measure in enumerate(["steel bridge", "steel bridges repair", "bridges repair crew"])
    ]
    likely = [topics.likeness("steel bridge", "steel bridges repair"), topics.likeness("steel bridge", "crew repair")]
    assert likely[0] > likely[1]
    made = series(Known(claims_table(chain, ())), np.arange(3), Pairing(within="source", alike=50)).table
    assert made["members"].tolist() == [(0, 1, 2)]


@pytest.mark.parametrize(("left", "right"), [("Hansen", "Hanson"), ("Merton", "Morton"), ("Walker", "Welker")])
def test_two_names_that_are_alike_if_they_are_surnames(left: str, right: str) -> None:
    """They are less alike than what is surely one name."""
    assert spellings.likeness(left, right) == 80
    assert set(spellings.blocks(left)) & set(spellings.blocks(f"Ann {right}"))
