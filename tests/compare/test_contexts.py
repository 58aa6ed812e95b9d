"""Contexts: the words around a figure, on either side, near first, without other numbers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.compare import Known, Pairing, pairs
from auditor.compare.around import contexts
from auditor.tables import claims_table
from builders import info, number


def around(sentence: str, figure: str) -> contexts.Context:
    """The context of a figure of a sentence."""
    start = sentence.index(figure)
    return contexts.context(sentence, start, start + len(figure))


def told(*sentences: tuple[str, str]) -> dict[str, float]:
    """How the contexts of two figures agree, each of a sentence of its own source."""
    claims = [
        number(figure, "1", source=name, start=sentence.index(figure), sentence=(0, len(sentence)))
        for name, (sentence, figure) in zip("ab", sentences, strict=True)
    ]
    table = claims_table(claims, [info(name, sentence) for name, (sentence, _) in zip("ab", sentences, strict=True)])
    scores = Known(table).contexts.scores(np.array([0]), np.array([1]))
    return {name: float(column[0]) for name, column in scores.items()}


def test_words_stand_on_their_side_and_the_nearest_first() -> None:
    """Small words say nothing and are left out."""
    found = around("The council paid 14 million for the stadium roof.", "14 million")
    assert found.before == ("pay", "council")
    assert found.after == ("stadium", "roof")


def test_other_numbers_are_no_context() -> None:
    """They may be wrong as well."""
    assert "19" not in around("The council paid 14 million and 19 thousand.", "14 million").words


def test_equal_sentences_agree_wholly() -> None:
    """Whatever the figures."""
    first, second = (
        "The bridge carries 41,300 vehicles on a weekday.",
        "The bridge carries 14,300 vehicles on a weekday.",
    )
    found = told((first, "41,300"), (second, "14,300"))
    assert (found["context_alike"], found["near_alike"]) == (100.0, 100.0)
    assert found["context_shared"] >= 4


def test_the_shorter_context_is_the_measure() -> None:
    """A short report of a long sentence agrees with it, though the long one says more."""
    short = "The bridge carries 41 vehicles."
    long = "On a weekday in spring the old stone bridge carries 41 vehicles from the harbour to the northern hills."
    found = told((short, "41"), (long, "41"))
    assert found["context_alike"] == 100.0
    assert found["near_alike"] < 100.0


def test_other_sentences_agree_in_nothing() -> None:
    """Though the number is the same."""
    found = told(("The bridge carries 41 vehicles.", "41"), ("A farmer sold 41 goats.", "41"))
    assert set(found.values()) == {0.0}


def test_a_figure_alone_has_no_context() -> None:
    """Nothing around both is no agreement."""
    assert set(told(("41", "41"), ("41", "41")).values()) == {0.0}


def test_a_missing_partner_is_not_known() -> None:
    """Where a figure stands alone there is nothing to agree with."""
    table = claims_table([number("41", "41")], [info("a", "41 boats")])
    scores = Known(table).contexts.scores(np.array([0]), np.array([-1]))
    assert all(np.isnan(column).all() for column in scores.values())


@pytest.mark.parametrize("length", [10, 40_000])
def test_only_the_neighbourhood_counts(length: int) -> None:
    """However long the sentence, a figure has the words near it and no more."""
    found = around("far " * length + "council paid 14 million for roofs" + " away" * length, "14 million")
    assert found.before[:2] == ("pay", "council")
    assert len(found.before) <= 25
    assert len(found.after) <= 25


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 20))
def test_any_place_of_any_sentence_has_a_context(sentence: str, start: int, length: int) -> None:
    """And stems never stand on both sides at once unless they are written twice."""
    start = min(start, len(sentence))
    found = contexts.context(sentence, start, min(len(sentence), start + length))
    assert found.words == set(found.before) | set(found.after)
    assert len(found.near) <= 8


@given(st.text(max_size=80), st.text(max_size=80))
def test_agreement_is_a_share_and_has_no_side(left: str, right: str) -> None:
    """0 to 100, the same both ways."""
    first, second = told((f"{left} 7", "7"), (f"{right} 7", "7")), told((f"{right} 7", "7"), (f"{left} 7", "7"))
    assert first == second
    assert 0 <= first["context_alike"] <= 100
    assert 0 <= first["near_alike"] <= 100


def aligned(left: str, right: str) -> set[tuple[str, str]]:
    """Which figures of one sentence answer to which of another; figures are the numbers in it."""
    claims = [
        number(word, word, source=name, start=sentence.index(word), sentence=(0, len(sentence)))
        for name, sentence in (("a", left), ("b", right))
        for word in sentence.replace(",", " ").replace(".", " ").split()
        if word.isdigit()
    ]
    table = claims_table(claims, [info("a", left), info("b", right)])
    everything = np.arange(len(claims))
    made = pairs(Known(table), everything, everything, Pairing(within="sources")).table
    return {(row["left_text"], row["right_text"]) for row in made.to_dict("records") if row["aligned"]}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "The bakery sells 900 loaves every Saturday while the two owners throw away 40 rolls afterwards.",
            "The two owners throw away 50 rolls afterwards while the bakery sells 800 loaves every Saturday.",
            {("900", "800"), ("40", "50")},
        ),
        ("It has 12 ovens and 3 shops.", "It has 13 ovens and 4 shops.", {("12", "13"), ("3", "4")}),
        ("It has 12 ovens.", "It has 13 ovens and 4 shops.", {("12", "13")}),
        ("12", "13", {("12", "13")}),
        ("The margin was 15, up from 14.", "Of 612, the margin was 16, up from 14.", {("15", "16"), ("14", "14")}),
    ],
)
def test_a_figure_answers_to_the_one_in_its_own_place(left: str, right: str, expected: set[tuple[str, str]]) -> None:
    """By the words next to it, and by its order where these say nothing; the same from both sides."""
    assert aligned(left, right) == expected
    assert aligned(right, left) == {(other, one) for one, other in expected}
