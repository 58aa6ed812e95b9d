"""What numbers count, and singulars."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.extract.quantity.counted import counted_phrase, is_plural, singular


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("people", "person"),
        ("allies", "ally"),
        ("shells", "shell"),
        ("churches", "church"),
        ("boxes", "box"),
        ("houses", "house"),
        ("ties", "tie"),
        ("women", "woman"),
        ("troops", "troops"),
        ("series", "series"),
        ("glass", "glass"),
        ("bus", "bus"),
        ("buses", "bus"),
        ("heroes", "hero"),
    ],
)
def test_nouns_become_singular(plural: str, one: str) -> None:
    """Regular, irregular and unchanging nouns."""
    assert singular(plural) == one


@given(st.from_regex(r"[a-z]{1,12}", fullmatch=True))
def test_a_singular_stays_as_it_is(word: str) -> None:
    """Only plurals change."""
    assert is_plural(word) or singular(word) == word or singular(singular(word)) == singular(word)


@pytest.mark.parametrize(
    ("words", "counted"),
    [
        ("Polish interceptor missiles through the agency", "interceptor missile"),
        ("155-millimetre artillery shells worth", "artillery shell"),
        ("new major factories", "factory"),
        ("sports fans", "sports fan"),
        ("of them", None),
        ("in Porto", None),
        (", rice", None),
        ("strong", None),
        ("people injured", "person"),
        ("arrested miners", "arrested miner"),
    ],
)
def test_finds_the_noun_phrase_after_a_number(words: str, counted: str | None) -> None:
    """Common words with the head in the singular; names and loose modifiers are left out."""
    assert counted_phrase(words.split()) == counted


def test_one_counts_a_singular() -> None:
    """The noun after "one" ends before its verb."""
    assert counted_phrase(["harbour", "pilot", "resigned"], one=True) == "harbour pilot"
