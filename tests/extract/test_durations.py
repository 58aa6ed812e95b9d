"""Lengths of time counted from a named event."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.extract.calendar.durations import durations
from auditor.extract.document import Document
from auditor.extract.sentence.sentences import sentences
from auditor.model import Claim, Interval

CASES = [
    (
        "Over the past year and a half, since the beginning of Norland’s second invasion, prices rose.",
        "year and a half, since the beginning of Norland’s second invasion",
        ("Norland’s second invasion", "year", "1.5", "1.25", "1.75"),
    ),
    (
        "In the 20 months since the fire, nothing was built.",
        "20 months since the fire",
        ("fire", "month", "20", "19.5", "20.5"),
    ),
    (
        "It is two years since the outbreak of the epidemic.",
        "two years since the outbreak of the epidemic",
        ("epidemic", "year", "2", "1.5", "2.5"),
    ),
    (
        "More than ten years since the Harbour Accord, ships wait.",
        "ten years since the Harbour Accord",
        ("Harbour Accord", "year", "10", "10", None),
    ),
    (
        "Nearly a decade since the merger, costs grow.",
        "a decade since the merger",
        ("merger", "year", "10", "0", "20"),
    ),
    (
        "Two and a half weeks since the landslide, roads are shut.",
        "Two and a half weeks since the landslide",
        ("landslide", "week", "2.5", "2.25", "2.75"),
    ),
]
WORDS = [
    "the",
    "past",
    "20",
    "two",
    "a",
    "year",
    "years",
    "and",
    "half",
    "since",
    "fire",
    "Norland's",
    ",",
    ".",
    "beginning of",
]
NONE = [
    "Exports fell for three years since 2014.",
    "It has been two years since he left the party.",
    "Two years since the government fell, little has changed.",
    "Three years after the flood the dam was mended.",
    "Since the election prices have doubled.",
    "The best result in ten years, since you ask.",
]


def found(text: str) -> list[Claim]:
    """The duration claims of a text."""
    return durations(Document(text, sentences=sentences(text)))


@pytest.mark.parametrize(("text", "words", "meant"), CASES)
def test_reads_time_since_an_event(text: str, words: str, meant: tuple[str | None, ...]) -> None:
    """The words, the event without its article, and room for how people round."""
    (claim,) = found(text)
    assert (claim.text, claim.dimension) == (words, "time")
    assert isinstance(claim.value, Interval)
    assert (claim.measure, claim.unit, claim.value.point, claim.value.low, claim.value.high) == meant


@pytest.mark.parametrize("text", NONE)
def test_needs_a_length_and_a_named_event(text: str) -> None:
    """Dates, clauses and lengths that end elsewhere are left to others."""
    assert found(text) == []


@given(st.lists(st.sampled_from(WORDS), max_size=20))
def test_reads_any_words(words: list[str]) -> None:
    """No crash, exact places."""
    text = " ".join(words)
    for claim in found(text):
        assert text[claim.start : claim.end] == claim.text
